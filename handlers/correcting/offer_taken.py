"""One of the choices below a receipt was picked: what was recorded is taken back, and recorded right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.periods import period_from_key
from bot.domain.reading.model import Reading
from db import confirmations, evidence, figures
from db.item_view import ItemView
from db.models import Figure, Obstacle, Progress, Question
from handlers.correcting import offers
from handlers.correcting.offers import DONE, MOVE, NUMBER, OBSTACLE, PROGRESS, Row
from handlers.correcting.withdrawing import take_back_obstacle, take_back_progress
from handlers.own_items.weighing import Own
from handlers.reporting import one_item, report, which_period
from handlers.reporting.outcome import Outcome
from handlers.reporting.recording import withdraw
from handlers.reporting.replying import reply
from handlers.standings.deadlines import schedule_of
from handlers.texts import common
from handlers.texts.correcting import offers as texts
from handlers.turn import Ask, Reply, Turn, UserError

_TABLES: Mapping[str, Callable[[Session, int], Row]] = {
    Figure.__tablename__: lambda session, number: session.get_one(Figure, number),
    Progress.__tablename__: lambda session, number: session.get_one(Progress, number),
    Obstacle.__tablename__: lambda session, number: session.get_one(Obstacle, number),
}


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Raises UserError for what cannot be mended so (any more): nothing is changed then."""
    payload, (what, _, about) = question.payload, str(question.choices[place - 1][1]).partition(" ")
    if what == NUMBER:
        turn.words = about
        return report.free_text(turn)
    item = turn.ward.items.get(payload["item"]) if payload["plan"] == turn.ward.year else None
    if item is None:
        return [Reply(common.expired_choice())]
    row: Row = _TABLES[payload["table"]](turn.session, payload["row"])
    if not _stands(turn, item, row):
        raise UserError(texts.changed_since(item, turn.person))
    if (asked := _choice_or_number(turn, question, item, place)) is not None:
        return [asked]
    turn.question, turn.words, turn.heard = question, row.words or "", None
    if what == DONE:
        done = Reading("done", item.key, named=True, status="done", words=turn.words)
        return reply(turn, _taken(turn, item, item, done))
    other = turn.ward.items[about] if what == MOVE else item
    return _instead(
        turn, item, row, _read(turn, other, row, what), datetime.fromisoformat(payload["said_at"])
    )


def moved(turn: Turn, item: ItemView, row: Row, other: ItemView) -> Sequence[Reply]:
    """What was told of one item is told of another. Raises UserError where it cannot be: nothing changes."""
    if not _stands(turn, item, row):
        raise UserError(texts.changed_since(item, turn.person))
    turn.words, turn.heard = row.words or "", None
    said_at = row.at if isinstance(row, Obstacle) else row.reported_at
    return _instead(turn, item, row, _read(turn, other, row, MOVE), said_at)


def _instead(turn: Turn, item: ItemView, row: Row, reading: Reading, said_at: datetime) -> Sequence[Reply]:
    """What was recorded is taken back, and recorded as it should have been: both, or neither of them."""
    other = turn.ward.items[reading.item or ""]
    letters = _take_back(turn, item, row, _why(item, other, reading))
    with _as_it_came(turn, row, said_at):
        outcome = _taken(turn, item, other, reading)
    left = _take_files_along(turn, row, item, other)
    first, *rest = reply(turn, outcome)
    said = "\n".join([texts.taken_back(item), *left, first.text])
    return [replace(first, text=said), *letters, *rest]


def _stands(turn: Turn, item: ItemView, row: Row) -> bool:
    """True of what still is the last word on its item, of an open period, and undecided."""
    if isinstance(row, Obstacle):
        return row.closed_at is None
    period = period_from_key(row.period, schedule_of(item, turn.office).regime) if row.period else None
    if period is not None and which_period.is_closed(turn, item, period):
        return False
    if isinstance(row, Figure):
        holds = figures.of_period(turn.session, [item.id], row.period).get(item.id)
        return holds is not None and holds.id == row.id
    rows = confirmations.of_item(turn.session, item.id, "completion")
    asked = [one for one in rows if one.progress_id == row.id]
    told = figures.latest_progress(turn.session, [item.id], turn.now).get(item.id)
    return told is not None and told.id == row.id and all(one.state == "asked" for one in asked)


def _choice_or_number(turn: Turn, question: Question, item: ItemView, place: int) -> Reply | None:
    """ "1", typed below what hinders an indicator that is counted: the choice, or its figure."""
    own, typed = Own.of(turn), turn.message.text.strip()
    counted = item.key in own.views and own.is_counted(item.key)
    if turn.message.choice is not None or not typed.isdigit() or not counted or question.payload.get("sure"):
        return None
    label, data = question.choices[place - 1]
    choices = (
        Choice(str(label), str(data)),
        Choice(texts.as_number(item, typed), f"{NUMBER} {item.key} {typed}"),
    )
    ask = Ask(offers.KIND, {**question.payload, "sure": True})
    return Reply(texts.choice_or_number(item, typed), choices, ask, items=(item.key,))


def _read(turn: Turn, other: ItemView, row: Row, what: str) -> Reading:
    """The same words, told of the other item, or of the same in another state."""
    words = row.words or ""
    if what == OBSTACLE:
        return Reading("obstacle", other.key, named=True, words=words)
    if what == PROGRESS:
        return Reading("in_progress", other.key, named=True, status="in_progress", words=words)
    return replace(Own.of(turn).told(other.key, offers.loose_of(row), words, 0), words=words, doubts=())


def _why(item: ItemView, other: ItemView, reading: Reading) -> str:
    """What stands in the history of what was taken back."""
    if item is not other:
        return texts.moved_to(other)
    return texts.NOW_AN_OBSTACLE if reading.kind == "obstacle" else texts.NOW_PROGRESS


def _take_back(turn: Turn, item: ItemView, row: Row, why: str) -> list[Reply]:
    if isinstance(row, Obstacle):
        return take_back_obstacle(turn, item, row, why)
    if isinstance(row, Progress):
        return take_back_progress(turn, item, row, why)
    withdraw(turn, item, row, why)
    return []


@contextmanager
def _as_it_came(turn: Turn, row: Row, said_at: datetime) -> Iterator[None]:
    """It was said when it was, and its message, edited, goes on to put right what it told."""
    tapped = turn.said_at, turn.inbox_id
    turn.said_at, turn.inbox_id = said_at, row.inbox_id or turn.inbox_id
    try:
        yield
    finally:
        turn.said_at, turn.inbox_id = tapped


def _taken(turn: Turn, item: ItemView, other: ItemView, reading: Reading) -> Outcome:
    """Raises UserError where nothing was recorded: then it stays where it was."""
    outcome = Outcome()
    try:
        one_item.take(turn, reading, other, outcome)
    except UserError as error:
        raise UserError(texts.stays(item, error.text)) from error
    if not outcome.recorded:
        raise UserError(texts.stays(item, "\n".join(outcome.said)))
    return outcome


def _take_files_along(turn: Turn, row: Row, item: ItemView, other: ItemView) -> list[str]:
    """Photos and files that came with the words go with them, from one task to another."""
    if item is other or row.inbox_id is None:
        return []
    kept = evidence.of_message(turn.session, row.inbox_id, item.id)
    if kept and not other.is_task:
        return [texts.files_stay(item)]
    for one in kept:
        evidence.move(turn.session, one, other.id)
    return []
