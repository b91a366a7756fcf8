"""What is told of a rise or a fall, against what the ward knows of the start or of last year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading.doubts.candidates import with_value
from bot.domain.reading.figures.changes import AGAINST, LACKING, PAIR, STOCK, changed
from bot.domain.reading.model import Doubt, Reading
from db.item_view import ItemView, known_item
from db.models import Figure
from handlers.reporting import which_period
from handlers.standings.last_year import same_time_last_year
from handlers.turn import Turn


def resolved(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """The reading with what follows from what there was before, where that is known; else as it was."""
    known = known_item(item)
    if known.is_of_change:
        return _percentage(turn, reading, item, known)
    if not known.compared or reading.value is None:
        return reading
    if reading.kind == "ratio" and not reading.doubts:
        return _beside(turn, reading, item)
    reasons = [doubt.reason for doubt in reading.doubts]
    return _count(turn, reading, item) if reasons == ["delta_without_total"] else reading


def _percentage(turn: Turn, reading: Reading, item: ItemView, known: KnownItem) -> Reading:
    """A count as the percentage that it makes, sure where it can be nothing else: so many now."""
    picked = not reading.doubts and turn.question is not None and turn.question.answer is not None
    if reading.rule not in LACKING | {PAIR} or reading.numerator is None or picked:
        return reading
    before = last_year_of(turn, reading, item) if known.compared else known.baseline
    if before is None:
        return reading
    if reading.rule == PAIR:
        return _of_pair(reading, before, known)
    doubt = reading.doubts[0]
    told = changed(reading, reading.rule, before, known)
    if told is None or (reading.rule == STOCK and not doubt.candidates):
        return told or reading
    return replace(reading, doubts=(Doubt(doubt.reason, (*doubt.candidates, told)),))


def _of_pair(reading: Reading, before: Decimal, known: KnownItem) -> Reading:
    """Of two counts the second is what the ward knows already, or is held against that."""
    if reading.denominator == before:
        settled = reading.percent_consistent is not False  # by a rate that is stated beside, and is another
        return replace(reading, doubts=()) if settled else reading
    typed = reading.doubts[0].candidates if reading.doubts else (reading,)
    stored = changed(reading, PAIR, before, known)
    choices = (*typed, stored) if stored is not None else typed
    return replace(reading, doubts=(Doubt("which_measure", choices),))


def _count(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """ "Giảm 3 vụ" of a count that is held against last year's 15: 12 vụ."""
    before, by = last_year_of(turn, reading, item), reading.value or Decimal(0)
    now = None if before is None else before + by if reading.qualifier == "delta" else before - by
    if now is None or now < 0:
        return reading
    told = with_value(reading, now, rule=AGAINST)
    doubt = reading.doubts[0]
    return replace(reading, doubts=(Doubt(doubt.reason, (told, *doubt.candidates)),))


def _beside(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """ "12/15" of a count: as many as that, beside last year's."""
    alone = with_value(reading, reading.value or Decimal(0))
    if last_year_of(turn, reading, item) == reading.denominator:
        return alone
    return replace(reading, doubts=(Doubt("denominator_differs", (alone,)),))


def last_year_of(turn: Turn, reading: Reading, item: ItemView) -> Decimal | None:
    """Last year's count to the end of the same period."""
    period, day = which_period.of_reading(turn, reading, item)
    row = Figure(item_id=item.id, period=period.key, as_of=day)
    return same_time_last_year(turn.session, turn.office, [(item, row)]).get(item.id)
