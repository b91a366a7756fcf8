"""Below a receipt: the other item that words without a name may be of, the other state that they may tell.

What names no item for certain is recorded with the likeliest; one tap puts it right (`offer_taken`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.message import Choice
from bot.domain.reading.model import Reading
from bot.domain.reading.naming.meant import LEAD, SURE, Likely
from bot.domain.reading.words import words_of
from db import questions
from db.item_view import ItemView
from db.models import Figure, Obstacle, Progress
from handlers.own_items.loose import LITTLE, weight_of, whole_names
from handlers.own_items.weighing import Own
from handlers.reporting.by_own_words import takes_words
from handlers.reporting.outcome import Outcome
from handlers.reporting.recording import Recorded
from handlers.texts.correcting import offers as texts
from handlers.texts.reporting.receipt import WORDED
from handlers.turn import Ask, Turn

KIND = "offer"
MOVE, DONE, OBSTACLE, PROGRESS, NUMBER = "move", "done", "obstacle", "progress", "number"
MOST = 2
SHARE = 0.35
"""What the words must say of another item, of what they say of the one it was recorded with."""
KIN = 0.6
"""The words of its name that an indicator shares with the task that is to reach it."""
Row = Figure | Progress | Obstacle


@dataclass(frozen=True, slots=True)
class Offer:
    """Choices below a receipt, and the question that takes them."""

    choices: tuple[Choice, ...]
    ask: Ask


@dataclass(frozen=True, slots=True)
class _Said:
    """What was recorded, how much the words say of its item and of the others, and how they call it."""

    own: Own
    one: Recorded
    row: Row
    found: Sequence[Likely]
    weight: float
    called: frozenset[str]

    @classmethod
    def of(cls, turn: Turn, one: Recorded, row: Row) -> _Said | None:
        """None of an answer to a message, which was about that."""
        if turn.message.reply_to:
            return None
        own = Own.of(turn)
        called = frozenset(each.strength for each in whole_names(own) if each.keys == (one.item.key,))
        found = own.ranked(turn.words)
        return cls(own, one, row, found, weight_of(found, one.item.key), called)


def below(turn: Turn, outcome: Outcome) -> Offer | None:
    """What may have been meant instead of the one thing recorded; None where that was said for certain."""
    one = outcome.recorded[0] if len(outcome.recorded) == 1 else None
    row = row_of(one) if one is not None else None
    if one is None or row is None or not row.words or outcome.beside or not _is_fresh(turn, one, row):
        return None
    said = _Said.of(turn, one, row)
    choices = tuple([*_states(said), *_items(said)][:MOST]) if said is not None else ()
    if not choices:
        return None
    payload = {
        "item": one.item.key,
        "plan": turn.ward.year,
        "table": type(row).__tablename__,
        "row": row.id,
        "said_at": turn.said_at.isoformat(),
        "again": texts.again(one.item, row.words, turn.person),
    }
    return Offer(choices, Ask(KIND, payload))


def lapse(turn: Turn) -> None:
    """What was offered is no more once something else is recorded."""
    row = questions.open_question(turn.session, turn.message.address, turn.now)
    if row is not None and row.kind == KIND:
        row.closed_at = turn.now


def row_of(one: Recorded) -> Row | None:
    """What was recorded in words."""
    if one.figure is not None and one.figure.state not in WORDED:
        return None
    return one.figure or one.progress or one.obstacle


def _is_fresh(turn: Turn, one: Recorded, row: Row) -> bool:
    """True of what the person said of an own item just now, and nothing else was changed by."""
    item = turn.ward.items.get(one.item.key)
    here = item is not None and item.id == row.item_id and not item.share_of
    own = here and turn.owner is None and row.person_id == turn.person.id
    picked = turn.question is not None and turn.question.kind != questions.MENU
    if not own or picked or turn.replaces or turn.message.forwarded:
        return False
    if one.known or one.taken_back or one.overtaken or one.late or one.waits:
        return False
    return not (one.declined or (isinstance(row, Progress) and row.corrects_id is not None))


def _states(said: _Said) -> Iterator[Choice]:
    """That it is done, where what is said to be done is the item itself; that it hinders, or does not."""
    item, row, words = said.one.item, said.row, said.row.words or ""
    if isinstance(row, Obstacle):
        if not said.called and takes_words(item) and texts.may_be_progress(words):
            yield Choice(texts.is_progress(item), PROGRESS)
        return
    whole = said.weight >= SURE and "code" not in said.called
    if isinstance(row, Progress) and row.state == "in_progress" and whole and texts.may_be_finished(words):
        yield Choice(texts.is_done(item), DONE)
    if not said.called and row.state in {"in_progress", "words"} and texts.may_hinder(words):
        yield Choice(texts.is_obstacle(item), OBSTACLE)


def _items(said: _Said) -> Iterator[Choice]:
    """Other own items that the words speak of about as much; where it was called, only of much more."""
    own, item = said.own, said.one.item
    if item.key not in own.views or "code" in said.called:
        return
    least = max(2 * LITTLE, said.weight * (LEAD if said.called else SHARE))
    for likely in said.found:
        other = own.views[likely.key]
        if likely.weight < least or _is_kin(own, item, other):
            continue
        if own.takes(other.key, loose_of(said.row)):
            yield Choice(texts.other_item(other), f"{MOVE} {other.key}")


def _is_kin(own: Own, item: ItemView, other: ItemView) -> bool:
    """True of the item itself, and of an indicator and the task that is to reach it, which say the same."""
    if item.key == other.key or own.is_same(item.key, other.key):
        return True
    words, others = ({*words_of(one.short_name)} for one in (item, other))
    shared = len(words & others) / min(len(words), len(others))
    return item.is_task != other.is_task and shared >= KIN


def loose_of(row: Row) -> tuple[Reading, ...]:
    """What was recorded, as a reading of no item."""
    if isinstance(row, Obstacle):
        return (Reading("obstacle"),)
    return (Reading("done"),) if row.state in {"done", "held"} else (Reading("in_progress"),)
