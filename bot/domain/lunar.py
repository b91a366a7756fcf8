"""The Vietnamese lunar calendar, computed at UTC+7, where it differs from the Chinese one (Tết 2030).

Rules of the calendar and series after Hồ Ngọc Đức, "Thuật toán tính âm lịch", and J. Meeus, "Astronomical
Algorithms" (1998): a month begins on the day of the new moon, the 11th holds the winter solstice, and in a
year of 13 months the first without a principal term is the leap one. Checked for 1970–2099.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import floor, radians, sin

_TIME_ZONE = 7 / 24
_LUNATION = 29.530588853
_JULIAN = 1721425  # Julian day number less the proleptic ordinal
_NEW_MOON_1900 = 2415021  # Julian day number of new moon number 0
_WINTER_SOLSTICE = 9  # the sector of 30° that the sun enters at the solstice


@dataclass(frozen=True, slots=True, order=True)
class LunarDay:
    """A day of the lunar calendar; `leap` marks the second month of the same number (tháng nhuận)."""

    year: int
    month: int
    leap: bool
    day: int


@dataclass(frozen=True, slots=True)
class _Month:
    start: date
    after: date
    number: int
    leap: bool


@lru_cache(maxsize=512)
def _new_moon(k: int) -> date:
    t = k / 1236.85
    mean = 2415020.75933 + 29.53058868 * k + (0.0001178 - 0.000000155 * t) * t**2
    mean += 0.00033 * sin(radians(166.56 + (132.87 - 0.009173 * t) * t))
    sun = radians(359.2242 + 29.10535608 * k - (0.0000333 + 0.00000347 * t) * t**2)
    moon = radians(306.0253 + 385.81691806 * k + (0.0107306 + 0.00001236 * t) * t**2)
    node = radians(21.2964 + 390.67050646 * k - (0.0016528 + 0.00000239 * t) * t**2)
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    shift += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    shift += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    shift += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    shift += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    clock_drift = -0.000278 + (0.000265 + 0.000262 * t) * t
    return date.fromordinal(floor(mean + shift - clock_drift + 0.5 + _TIME_ZONE) - _JULIAN)


def _sun_sector(day: date) -> int:
    """Return which twelfth of its yearly way the sun is in as the day begins in Việt Nam."""
    t = (day.toordinal() + _JULIAN - 0.5 - _TIME_ZONE - 2451545) / 36525
    anomaly = radians(357.5291 + (35999.0503 - (0.0001559 + 0.00000048 * t) * t) * t)
    longitude = 280.46645 + (36000.76983 + 0.0003032 * t) * t
    longitude += (1.9146 - (0.004817 + 0.000014 * t) * t) * sin(anomaly)
    longitude += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.00029 * sin(3 * anomaly)
    return int(longitude % 360 // 30)


def _eleventh_month(year: int) -> int:
    k = floor((date(year, 12, 31).toordinal() + _JULIAN - _NEW_MOON_1900) / _LUNATION)
    return k if _sun_sector(_new_moon(k)) < _WINTER_SOLSTICE else k - 1


@lru_cache(maxsize=64)
def _months(year: int) -> tuple[_Month, ...]:
    """Return the months from the 11th of lunar `year` to the 10th of the next."""
    first, last = _eleventh_month(year), _eleventh_month(year + 1)
    starts = [_new_moon(k) for k in range(first, last + 1)]
    sectors = [_sun_sector(start) for start in starts]
    leap = next((i for i in range(1, 13) if last - first == 13 and sectors[i] == sectors[i + 1]), 99)
    return tuple(
        _Month(start, after, (i - (i >= leap) + 10) % 12 + 1, i == leap)
        for i, (start, after) in enumerate(pairwise(starts))
    )


def to_lunar(day: date) -> LunarDay:
    """Return the lunar day on which a solar day falls in Việt Nam."""
    months = _months(day.year)
    year = day.year if months[0].start <= day else day.year - 1
    month = next(m for m in _months(year) if m.start <= day < m.after)
    return LunarDay(year + (month.number <= 10), month.number, month.leap, (day - month.start).days + 1)


def lunar_month(year: int, month: int, *, leap: bool = False) -> tuple[date, date] | None:
    """Return the first and the last solar day of a lunar month, None when that year has no such month."""
    for m in _months(year - (month <= 10)):
        if (m.number, m.leap) == (month, leap):
            return m.start, date.fromordinal(m.after.toordinal() - 1)
    return None


def to_solar(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """Return the solar day of a lunar one, None when there is none (the 30th of a short month)."""
    span = lunar_month(year, month, leap=leap)
    if span is None or not 1 <= day <= (span[1] - span[0]).days + 1:
        return None
    return date.fromordinal(span[0].toordinal() + day - 1)


def tet(year: int) -> date:
    """Return the first day of the lunar year that begins in solar `year` (mùng 1 Tết)."""
    return next(m.start for m in _months(year - 1) if m.number == 1)
