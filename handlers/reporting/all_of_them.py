"""One word about everything that is owed: "tất cả như tháng trước", "các nhiệm vụ đang thực hiện tốt"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers.reporting import by_own_words, joined, steps
from handlers.reporting.rereading import readings
from handlers.standings.standing import Standing, standings
from handlers.texts.reporting import all_of_them as texts
from handlers.texts.reporting import steps as step_texts
from handlers.turn import Reply, Turn

MANY = 2
"""Of fewer tasks there is nothing to choose from."""
OPEN = frozenset({"overdue", "due_soon", "on_time", "no_due", "recurring"})


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """Everything that the words are of, shown for one yes; None for other words.

    The yes types it line by line, so that each is read, and doubted, as any other message.
    """
    folded = " ".join(fold(turn.words).split()).strip(" .,!")
    if texts.UNCHANGED.fullmatch(folded):
        return _unchanged(turn, tasks_too=texts.OF_FIGURES.search(folded) is None)
    if texts.KEPT.fullmatch(folded):
        return _kept(turn)
    if (joined_said := joined.told_of_each(turn))[0]:
        return _joined(turn, *joined_said)
    if len(named := by_own_words.group(turn)) >= MANY:
        now = standings(turn.session, turn.now, turn.office, turn.ward, named)
        return _offered([(one, texts.STILL) for one in now.values()], [])
    state = next((said for pattern, said in texts.STATES if pattern.fullmatch(folded)), None)
    if state is None or (len(turn.context_items) == 1 and texts.OF_ALL.search(folded) is None):
        return None
    tasks = _tasks(turn)
    return _offered([(one, state) for one in tasks], []) if len(tasks) >= MANY else None


def _joined(turn: Turn, named: Sequence[ItemView], said: str) -> Sequence[Reply] | None:
    """Items named one after the other, and what is said of each; None where each is heard anyhow."""
    if {one.item for one in readings(turn) if not one.doubts} >= {item.key for item in named}:
        return None
    now = standings(turn.session, turn.now, turn.office, turn.ward, named)
    return _offered([(one, texts.of_each(one, said)) for one in now.values()], [])


def _kept(turn: Turn) -> Sequence[Reply] | None:
    """What is to be kept and has not been told of."""
    owed = [one for one in steps.awaited(turn) if _is_to_be_kept(one)]
    return _offered([(one, texts.STILL) for one in owed], []) if len(owed) >= MANY else None


def _is_to_be_kept(one: Standing) -> bool:
    return one.item.target is not None and one.item.target.is_kept


def _tasks(turn: Turn) -> list[Standing]:
    """The tasks that are awaited; where that is one at most, all that are open."""
    owed = [one for one in steps.awaited(turn) if one.item.is_task]
    if len(owed) >= MANY:
        return owed
    tasks = [item for item in turn.ward.duties(turn.person.id) if item.is_task]
    now = standings(turn.session, turn.now, turn.office, turn.ward, tasks)
    return [one for one in now.values() if one.task in OPEN]


def _unchanged(turn: Turn, *, tasks_too: bool) -> Sequence[Reply] | None:
    """What has a figure already stays; the rest is offered with the figure of before."""
    owed = [one for one in steps.awaited(turn) if tasks_too or not one.item.is_task]
    if not owed:
        return [Reply(step_texts.nothing_owed(turn.person))]
    said = [(one, texts.as_before(one)) for one in owed]
    known = [(one, words) for one, words in said if words is not None]
    return _offered(known, [one for one, words in said if words is None])


def _offered(said: Sequence[tuple[Standing, str]], apart: Sequence[Standing]) -> Sequence[Reply] | None:
    if not said:
        return None
    typed = "\n".join(f"{one.item.key} {words}" for one, words in said)
    choices = (Choice(texts.all_of(len(said)), typed), Choice(texts.one_by_one(), "viec"))
    return [Reply(texts.question(said, apart), choices, items=tuple(one.item.key for one, _ in said))]
