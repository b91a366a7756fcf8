"""The day and the period of a figure, or until when more time for it is asked."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading import intents
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.dates import DateReading, find_as_of, find_bare
from bot.domain.reading.model import Reading
from bot.domain.reading.part import Part, with_due


def dated(part: Part, reading: Reading, main: Quantity, stated: Quantity | None) -> Reading:
    """The reading of a figure with the period and the day that its part tells of it."""
    if (period := part.period_of(main, stated)) is not None:
        reading = replace(reading, period=period)
    if intents.asks_for_time(part.found, part.start, part.end):
        promised = part.due()
        if isinstance(promised, DateReading):
            return replace(with_due(reading, promised), also=(*reading.also, "extension"))
    as_of = find_as_of(part.beside_names, part.context.now) if part.names_time else None
    as_of = as_of or _bare_day(part, main)
    if as_of is None:
        return reading
    return replace(reading, date=as_of.due, date_role="as_of", date_alternatives=as_of.alternatives)


def _bare_day(part: Part, main: Quantity) -> DateReading | None:
    """The day in "14/11: 7,105 tỷ"; none in "14/16: 87,5%"."""
    found = find_bare(part.beside_names, part.context.now)
    if found is None:
        return None
    begins = part.found.span(part.start, part.end)[0] + found.span[0]
    start, end = part.found.span(main.start, main.end)
    return None if start <= begins < end else found
