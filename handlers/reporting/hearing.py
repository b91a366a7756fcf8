"""A message read for the first time, before anybody knows which last figures it is to be compared with."""

from __future__ import annotations

from bot.domain.reading import read
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.naming.codes import spelt_codes
from bot.domain.reading.naming.documents import written_out
from bot.domain.reading.words import fold
from handlers.correcting.reasons import without_reason
from handlers.reporting.clauses import read_all
from handlers.reporting.figure_row import grade_said
from handlers.texts.extensions import heard as asked_heard
from handlers.texts.reporting import not_recorded
from handlers.texts.reporting import said as texts
from handlers.texts.reporting.choices import OF_DAY
from handlers.turn import Turn

REPORTS = frozenset({"figure", "ratio", "percent", "done", "correction"})
BARE = frozenset({"done", "figure", "ratio", "percent"})


def heard(turn: Turn) -> tuple[Reading, ...]:
    """The readings of the words that are left; read once, whoever asks."""
    context, words = context_of(turn), without_reason(turn)
    if turn.heard is None or turn.heard[:2] != (words, context):
        turn.heard = (words, context, read_all(turn, words, context))
    return turn.heard[2]


def context_of(turn: Turn) -> Context:
    """What reading needs to know of the person, and of what was asked."""
    owner = turn.owner or turn.person
    wanted = {item.key: item for item in turn.ward.duties(owner.id)}
    items = [key for key in turn.context_items if key in turn.ward.items]
    wanted |= {key: turn.ward.items[key] for key in items}
    wants_day = turn.question is not None and turn.question.payload.get("reason") in OF_DAY
    return Context(
        now=turn.said_at,
        item=items[0] if len(items) == 1 else None,
        asked=texts.WHICH_DAY if wants_day else None,
        answered=turn.answered,
        own=frozenset(items if len(items) > 1 else wanted),
        deadlines={key: item.due_on for key, item in wanted.items() if item.due_on},
    )


def is_report(turn: Turn) -> bool:
    """True when what was typed reports on an item that it names, is a bare "xong", asks, or only greets."""
    named = (turn.ward.items[one.key] for one in turn.ward.catalogue.find(turn.words).items)
    if any(grade_said(item.target, turn.words) for item in named):
        return True
    readings = read(
        turn.words,
        turn.ward.catalogue,
        Context(now=turn.now, own=frozenset(item.key for item in turn.ward.duties(turn.person.id))),
    )
    if any(one.kind in REPORTS and one.named for one in readings):
        return True
    kinds = {one.kind for one in readings}
    if kinds == {"question"} and not asked_heard.HINDERS.search(fold(turn.words)):
        return True
    return kinds == {"greeting"} or (bool(kinds) and kinds <= BARE and len(turn.words.split()) <= 3)


def is_figure(turn: Turn, words: str) -> bool:
    """True when the words are figures of items that they name, and no more."""
    found = read(words, turn.ward.catalogue, Context(now=turn.now))
    return bool(found) and all(
        one.named and one.value is not None and one.kind != "question" for one in found
    )


def without_unknown_codes(turn: Turn) -> list[str]:
    """Leave to be read only what is about codes that the plan has; tell the rest."""
    own = [item.key for item in turn.ward.duties((turn.owner or turn.person).id)]
    turn.words = written_out(turn.words, turn.ward.whole_catalogue, own)
    coded = spelt_codes(turn.words, turn.ward.whole_catalogue)
    if coded.words == turn.words:
        return []
    asks = all(reading.kind == "question" for reading in heard(turn))
    turn.words = coded.words
    if not coded.unknown:
        return []
    return [not_recorded.unknown_codes(coded.unknown, None if asks else coded.left_out)]
