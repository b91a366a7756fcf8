"""A figure taken back by who sent it, before its period closes; or told to be of another period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.message import Choice
from bot.domain.periods import period_from_key
from bot.domain.reading.dates import read_period
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from bot.domain.schedule import closed_from
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers import finding
from handlers.reporting.figure_row import spoken
from handlers.reporting.outcome import Outcome
from handlers.standings.deadlines import schedule_of
from handlers.subject import single
from handlers.texts import report as texts
from handlers.texts import take_back as words
from handlers.texts.periods import period_words
from handlers.turn import Reply, Turn

JUST_SENT = timedelta(hours=4)
"""So long after it "gửi nhầm" is said of a figure."""
LAST = 1000
"""The place in its message of the row that takes a figure back, behind what the message records."""


def is_told(turn: Turn, reading: Reading, item: ItemView, outcome: Outcome) -> bool:
    """ "Hủy báo cáo lúc nãy": the own figure is taken back; any other stays, and can be put right."""
    if reading.kind != "correction" or reading.value is not None or reading.numerator is not None:
        return False
    if item.is_task:
        told = figures.latest_progress(turn.session, [item.id], turn.now).get(item.id)
        outcome.said.append(texts.progress_not_taken_back(item, told))
        return True
    newest = figures.latest(turn.session, [item.id]).get(item.id)
    if newest is not None and _may(turn, item, newest):
        outcome.said.append(_withdrawn(turn, item, newest))
    else:
        outcome.said.append(texts.not_taken_back(item, newest))
    return True


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Gửi nhầm", "số đó của tháng 10" below a receipt: asked; "chuyển số CT07a sang tháng 10": done."""
    folded = " ".join(fold(turn.words).split()).strip(" .,!")
    picked = words.TAKES.fullmatch(folded) or words.MOVES.fullmatch(folded)
    slip, other = words.SLIP.fullmatch(folded), words.OTHER_PERIOD.fullmatch(folded)
    if not (picked or slip or other):
        return None
    key = single(turn)
    item = finding.by_code(turn.ward, picked["code"]) if picked else turn.ward.items.get(key or "")
    if slip is not None and item is None:
        return _which(turn)
    row = figures.latest(turn.session, [item.id]).get(item.id) if item is not None else None
    if item is None or row is None or not _may(turn, item, row):
        return None
    if picked is not None:
        return _done(turn, item, row, picked.groupdict().get("when"))
    if turn.now - row.at > JUST_SENT:
        return None
    if other is None:
        choice = Choice(words.TAKE_BACK, words.typed(item))
        return [Reply(words.slip(item, row), (choice,), items=(item.key,))]
    when = _named(turn, other["when"])
    choices = (Choice(words.move_label(when), words.typed_move(item, when)),)
    return [Reply(words.other_period(item, row, when), choices, items=(item.key,))]


def _which(turn: Turn) -> Sequence[Reply] | None:
    """Below a receipt of several figures: which of them. None where none was just sent."""
    items = [turn.ward.items[key] for key in turn.context_items if key in turn.ward.items]
    newest = figures.latest(turn.session, [item.id for item in items])
    sent = [item for item in items if item.id in newest and _may(turn, item, newest[item.id])]
    sent = [item for item in sent if turn.now - newest[item.id].at <= JUST_SENT]
    if not sent:
        return None
    choices = tuple(Choice(words.take_back(item, newest[item.id]), words.typed(item)) for item in sent)
    return [Reply(words.which(sent[0]), choices, items=tuple(item.key for item in sent))]


def _named(turn: Turn, when: str) -> str:
    """The period by its name, "tháng trước" too; a day as it was typed."""
    found = read_period(when, turn.said_at)
    return period_words(found.key) if found is not None else words.until(when)


def _may(turn: Turn, item: ItemView, row: Figure) -> bool:
    """True of a figure that this person entered, while its period is open; units' shares are confirmed."""
    if row.supplied or row.entered_by_id != turn.person.id or item.is_task or item.share_of:
        return False
    schedule = schedule_of(item, turn.office)
    period = period_from_key(row.period, schedule.regime)
    return closed_from(period, schedule, turn.ward.calendar) > turn.said_at.date()


def _withdrawn(turn: Turn, item: ItemView, row: Figure) -> str:
    turn.session.add(
        Figure(
            ward_id=row.ward_id,
            item_id=row.item_id,
            period=row.period,
            as_of=row.as_of,
            state=figures.WITHDRAWN,
            person_id=row.person_id,
            entered_by_id=turn.person.id,
            channel=turn.message.address.channel,
            inbox_id=turn.inbox_id,
            ordinal=LAST,
            reported_at=turn.said_at,
            at=turn.now,
            corrects_id=row.id,
        )
    )
    turn.session.flush()
    turn.note("figure_withdrawn", item.key, before=spoken(row))
    holds = figures.of_period(turn.session, [item.id], row.period).get(item.id)
    return words.receipt(item, row, holds, turn.person)


def _done(turn: Turn, item: ItemView, row: Figure, when: str | None) -> Sequence[Reply]:
    """Taken back where it is, and read again as what is said of the other period."""
    from handlers.reporting.replying import reply
    from handlers.reporting.report import taken_in

    said = _withdrawn(turn, item, row)
    if when is None:
        return [Reply(said, items=(item.key,))]
    said = words.moved(item, row)
    turn.words = f"{item.key} {when}: {texts.figure_words(row, item.target_on(row.as_of))}"
    outcome = taken_in(turn)
    outcome.said.insert(0, said)
    return reply(turn, outcome)
