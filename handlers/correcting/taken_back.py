"""A figure taken back by who sent it, before its period closes; or told to be of another period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.message import Choice
from bot.domain.periods import period_from_key
from bot.domain.reading.dates import read_period
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers import finding
from handlers.correcting import gone_out
from handlers.correcting.moved import moved
from handlers.reporting import which_period
from handlers.reporting.outcome import Outcome
from handlers.reporting.recording import withdraw
from handlers.standings.deadlines import schedule_of
from handlers.subject import single
from handlers.texts.correcting import take_back as words
from handlers.texts.periods import period_words
from handlers.texts.reporting import said as texts
from handlers.turn import Reply, Turn

JUST_SENT = timedelta(hours=4)
"""So long after it "gửi nhầm" is said of a figure."""


def is_told(turn: Turn, reading: Reading, item: ItemView, outcome: Outcome) -> bool:
    """ "Hủy báo cáo lúc nãy": the own figure is taken back; any other stays, and can be put right."""
    if reading.kind != "correction" or reading.value is not None or reading.numerator is not None:
        return False
    if item.is_task:
        told = figures.latest_progress(turn.session, [item.id], turn.now).get(item.id)
        outcome.said.append(texts.progress_not_taken_back(item, told))
        return True
    newest = figures.latest(turn.session, [item.id]).get(item.id)
    if newest is None or not _own(turn, item, newest):
        outcome.said.append(texts.not_taken_back(item, newest))
    elif _is_closed(turn, item, newest):
        outcome.said.append(_of_closed(turn, item, newest, None))
    else:
        outcome.said.append(_withdrawn(turn, item, newest))
    return True


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Gửi nhầm", "số đó của tháng 10" below a receipt: asked; "chuyển số CT07a sang tháng 10": done."""
    typed = " ".join(turn.words.split()).strip(" .,!")
    folded = fold(typed)
    picked = words.TAKES.fullmatch(folded) or words.MOVES.fullmatch(folded)
    slip, other = words.SLIP.fullmatch(folded), words.OTHER_PERIOD.fullmatch(folded)
    if not (picked or slip or other):
        return None
    key = single(turn)
    item = finding.by_code(turn.ward, picked["code"]) if picked else turn.ward.items.get(key or "")
    if slip is not None and item is None:
        return _just_sent(turn)
    row = figures.latest(turn.session, [item.id]).get(item.id) if item is not None else None
    if item is None or row is None or not _own(turn, item, row):
        return None
    if picked is None and turn.now - row.at > JUST_SENT:
        return None
    if _is_closed(turn, item, row):
        why = typed[picked.start("why") :] if picked and picked.groupdict().get("why") else None
        return [Reply(_of_closed(turn, item, row, why), items=(item.key,))]
    if picked is not None:
        return _done(turn, item, row, picked.groupdict().get("when"))
    if other is None:
        return _slip(item, row)
    when = _named(turn, other["when"])
    choices = (Choice(words.move_label(when), words.typed_move(item, when)),)
    return [Reply(words.other_period(item, row, when), choices, items=(item.key,))]


def offered(turn: Turn, items: Sequence[ItemView], *, at_once: bool) -> Sequence[Reply]:
    """Of items that are named: the own last figures, to be taken back or put right; one alone `at_once`."""
    first = items[0]
    row = figures.latest(turn.session, [first.id]).get(first.id) if at_once and len(items) == 1 else None
    if row is not None and _own(turn, first, row) and not _is_closed(turn, first, row):
        return _done(turn, first, row, None)
    if (said := _which(turn, items, since=None)) is not None:
        return said
    newest = figures.latest(turn.session, [item.id for item in items])
    lines = [texts.not_taken_back(item, newest.get(item.id)) for item in items]
    return [Reply("\n".join(lines), items=tuple(item.key for item in items))]


def _of_closed(turn: Turn, item: ItemView, row: Figure, why: str | None) -> str:
    """Of a closed period only the clerk takes a figure back, and says `why`."""
    if not turn.person.has("clerk"):
        return words.closed(item, row)
    if why is None:
        return words.closed_to_clerk(item, row)
    period = period_from_key(row.period, schedule_of(item, turn.office).regime)
    went = gone_out.told(turn, item, period, row)
    return "\n".join(filter(None, [_withdrawn(turn, item, row, why), went]))


def _just_sent(turn: Turn) -> Sequence[Reply] | None:
    """Below a receipt of several figures: which of them. None where none was just sent."""
    items = [turn.ward.items[key] for key in turn.context_items if key in turn.ward.items]
    return _which(turn, items, since=turn.now - JUST_SENT)


def _which(turn: Turn, items: Sequence[ItemView], *, since: datetime | None) -> Sequence[Reply] | None:
    """Which of these figures was sent by mistake; None where the person sent none of them since then."""
    newest = figures.latest(turn.session, [item.id for item in items])
    sent = [item for item in items if item.id in newest and _own(turn, item, newest[item.id])]
    sent = [item for item in sent if since is None or newest[item.id].at >= since]
    if not sent:
        return None
    shut = [item for item in sent if _is_closed(turn, item, newest[item.id])]
    if len(shut) == len(sent):
        return [Reply("\n".join(_of_closed(turn, item, newest[item.id], None) for item in shut))]
    sent = [item for item in sent if item not in shut]
    if len(sent) == 1:
        return _slip(sent[0], newest[sent[0].id])
    choices = tuple(Choice(words.take_back(item, newest[item.id]), words.typed(item)) for item in sent)
    return [Reply(words.which(sent[0]), choices, items=tuple(item.key for item in sent))]


def _slip(item: ItemView, row: Figure) -> Sequence[Reply]:
    choice = Choice(words.TAKE_BACK, words.typed(item))
    return [Reply(words.slip(item, row), (choice,), items=(item.key,))]


def _named(turn: Turn, when: str) -> str:
    """The period by its name, "tháng trước" too; a day as it was typed."""
    found = read_period(when, turn.said_at)
    return period_words(found.key) if found is not None else words.until(when)


def _done(turn: Turn, item: ItemView, row: Figure, when: str | None) -> Sequence[Reply]:
    if when is not None:
        return moved(turn, item, row, when)
    return [Reply(_withdrawn(turn, item, row), items=(item.key,))]


def _own(turn: Turn, item: ItemView, row: Figure) -> bool:
    """True of a figure that this person entered; units' shares are confirmed."""
    return not (row.supplied or row.entered_by_id != turn.person.id or item.is_task or item.share_of)


def _is_closed(turn: Turn, item: ItemView, row: Figure) -> bool:
    """True of a figure of a period that is closed to this person: only the clerk changes it."""
    return which_period.is_closed(
        turn, item, period_from_key(row.period, schedule_of(item, turn.office).regime)
    )


def _withdrawn(turn: Turn, item: ItemView, row: Figure, why: str | None = None) -> str:
    withdraw(turn, item, row, why)
    holds = figures.of_period(turn.session, [item.id], row.period).get(item.id)
    return words.receipt(item, row, holds, turn.person)
