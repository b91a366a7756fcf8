"""/baocao: one item after the other, for who prefers to be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.models import Question
from handlers import rights
from handlers.naming import find_item
from handlers.situation import summary
from handlers.standings.standing import Standing, standings
from handlers.texts.reporting import steps as texts
from handlers.turn import Ask, Reply, Turn

KIND = "step"
"""The question that waits for the figure of the item that was asked for."""


def start(turn: Turn) -> Sequence[Reply]:
    """/baocao alone asks for everything that is awaited; with a name, for that item."""
    if turn.words:
        hit = find_item(turn, turn.words, "item")
        return [ask(turn, hit.key, [])] if isinstance(hit, ItemView) else hit
    owed = [one.item.key for one in awaited(turn)]
    if not owed and rights.may(turn.person, "summary") and not turn.ward.duties(turn.person.id):
        # Who reports nothing asks for the report: the summary of the period with its file.
        return summary.show(turn)
    if not owed:
        return [Reply(texts.nothing_owed(turn.person))]
    return [ask(turn, owed[0], owed[1:], many=len(owed) > 1)]


def picked(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """The item was picked out of several that a name fits."""
    return [ask(turn, question.payload["keys"][place - 1], [])]


def ask(turn: Turn, key: str, queue: Sequence[str], *, many: bool = False) -> Reply:
    """Ask for one item; the others wait behind it. `many`: it is one of several."""
    item = turn.ward.items[key]
    now = standings(turn.session, turn.now, turn.office, turn.ward, [item])[key]
    payload = {"item": key, "queue": list(queue), "many": many}
    return Reply(texts.ask_for(now, len(queue), many=many), ask=Ask(KIND, payload), items=(key,))


def pending(turn: Turn) -> Mapping[str, Any] | None:
    """What was asked for when this message came: the item, and those behind it in the queue."""
    if turn.question is None:
        return None
    payload = turn.question.payload
    found: Mapping[str, Any] | None = payload if turn.question.kind == KIND else payload.get("steps")
    return found


def resumed(turn: Turn) -> Ask | None:
    """The item asked for goes on waiting, when a question about its figure led to nothing."""
    steps = pending(turn)
    return (
        Ask(KIND, steps)
        if steps is not None and turn.question is not None and turn.question.kind != KIND
        else None
    )


def is_skip(turn: Turn) -> bool:
    """True for "bỏ qua" while an item is asked for."""
    return pending(turn) is not None and fold(turn.words).strip(" .!") in texts.SKIP


def after(turn: Turn, settled: Sequence[str]) -> Reply | None:
    """What is asked next, when the items of `settled` were answered: the same again for another's answer."""
    steps = pending(turn)
    if steps is None or turn.question is None:
        return None
    turn.question.closed_at = turn.now
    waiting = [key for key in (steps["item"], *steps["queue"]) if key in turn.ward.items]
    left = [key for key in waiting if key not in settled]
    if left:
        return ask(turn, left[0], left[1:], many=steps["many"])
    return Reply(texts.steps_done(turn.person, awaited(turn))) if steps["many"] else None


def awaited(turn: Turn) -> list[Standing]:
    """This person's items of which something is still awaited."""
    found = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.duties(turn.person.id))
    return [one for one in found.values() if not one.reported]
