"""An a/b of an indicator whose number was not assigned yet: the b is the official's own."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.amounts.day_numbers import is_day
from bot.domain.reading.model import Doubt, Reading
from bot.domain.targets import Target
from bot.domain.yardstick import is_rate

_REASON = "denominator_differs"


def as_told(reading: Reading, target: Target | None, text: str) -> Reading:
    """Take "287/300" as it was said: nobody has set the number that it differs from (forms T10, T28).

    A percentage beside it is checked against the two; "5/11" alone may be a day, and stays a question.
    """
    unassigned = target is not None and target.source == "assigned_later" and target.value is None
    if not unassigned or target is None or is_rate(target.unit) or _may_be_day(reading, text):
        return reading
    if [doubt.reason for doubt in reading.doubts] != [_REASON]:
        return reading
    if reading.numerator is None or reading.numerator > 2 * (reading.denominator or 0):
        return reading  # a digit too many, rather than twice what was assigned
    sure = replace(reading, doubts=())
    if reading.percent_consistent is not False:
        return sure
    alone = replace(sure, percent_stated=None, percent_consistent=None)
    return replace(reading, doubts=(Doubt("percent_mismatch", (alone,)),))


def _may_be_day(reading: Reading, text: str) -> bool:
    """Tell "giao quân 5/11" from "5/11 thanh niên", "5/11, đạt 45%", and from "9/9", which is all."""
    a, b = reading.numerator, reading.denominator
    if a is None or b is None or a == b or reading.percent_stated is not None:
        return False
    typed = text[slice(*reading.span)]
    return not any(letter.isalpha() for letter in typed) and is_day(f"{a:f}", f"{b:f}")
