"""Rules for weeks, months, quarters and years: "cuối tuần sau", "hết quý I/2027", "tháng 12", "đầu năm"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.domain.reading.dates.model import DateReading, one_day
from bot.domain.reading.dates.rule import Anchor, Answer, rule
from bot.domain.reading.dates.spans import ONE_DAY, Span, add_months, months, quarter, week, workday_from
from bot.domain.reading.dates.weekdays import WEEK_WORDS, WEEKDAY, week_shift, weekday_of
from bot.domain.reading.dates.words import COUNTED, MONTH, number

_SHOWN = {"dau": "đầu", "giua": "giữa", "cuoi": "cuối", "het": "hết", "trong": "trong"}
_MODIFIER = r"(?:nua )?(?:dau|cuoi)|giua|(?:den |toi )?het|noi trong|trong vong|trong"
_HEAD = rf"(?:(?P<exact>ngay (?P<work>lam viec )?)?(?P<mod>{_MODIFIER})(?: tien| cung)?(?: cua| trong)? )?"
_EDGE = r"(?P<exact>ngay (?P<work>lam viec )?)?(?P<mod>dau|giua|cuoi)(?: tien| cung)?(?: cua| trong)? "
_WHICH = rf"(?P<which>{WEEK_WORDS})"
YEAR = (
    r"(?:(?: ?/ ?| ?- ?|,? nam |,? )(?P<year>20[0-9]{2})|(?: ?/ ?| nam )(?P<short>[2-4][0-9])(?!\w)"
    r"|,? nam (?P<other>nay|sau|toi|truoc|ngoai)| nay)?"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "một": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}


def modifier_of(m: re.Match[str]) -> str | None:
    """Return the modifier inside a stretch as it is written with marks."""
    if m["mod"] == "nua dau":
        return "giữa"  # the first half is over in the middle
    return _SHOWN[m["mod"].split()[-1].replace("vong", "trong")] if m["mod"] else None


def year_of(m: re.Match[str], anchor: Anchor) -> int | None:
    """Return the year that was typed ("/2027", "năm sau"), None when none was."""
    if m["year"] or m["short"]:
        return int(m["year"] or f"20{m['short']}")
    return anchor.today.year + week_shift(m["other"]) if m["other"] else None


def _due_in_week(days: Span, modifier: str | None) -> tuple[date, ...]:
    monday, sunday = days
    if modifier == "đầu":
        return monday, monday + ONE_DAY
    if modifier == "giữa":
        return monday + timedelta(days=2), monday + timedelta(days=3)
    others = (sunday - 2 * ONE_DAY, sunday - ONE_DAY) if modifier == "cuối" else (sunday - 2 * ONE_DAY,)
    return sunday, *others


def _due_in_month(days: Span, modifier: str | None) -> tuple[date, ...]:
    first, last = days
    if modifier == "đầu":
        return first.replace(day=10), first, first.replace(day=5)
    if modifier == "giữa":
        return (first.replace(day=15),)
    return (last,)


def _due_in_quarter(days: Span, modifier: str | None) -> tuple[date, ...]:
    first, last = days
    if modifier == "đầu":
        return months(first.year, first.month)[1], first.replace(day=10)
    if modifier == "giữa":
        return (add_months(first, 1).replace(day=15),)
    return (last,)


def _due_in_year(days: Span, modifier: str | None) -> tuple[date, ...]:
    first, last = days
    if modifier == "đầu" and days[1].month == 12:
        return first.replace(day=31), first
    if modifier == "giữa":
        return months(first.year, 6)[1], first.replace(month=6, day=15)
    return (last,)


_DUE = {"tuan": _due_in_week, "thang": _due_in_month, "quy": _due_in_quarter, "nam": _due_in_year}


def due_in(unit: str, days: Span, modifier: str | None) -> DateReading:
    """Return the reading of a stretch: which day of a week, month, quarter or year stands for it."""
    due, *others = _DUE[unit](days, modifier)
    return DateReading(days[0], days[1], due, tuple(others), modifier=modifier)


def _read(unit: str, days: Span, m: re.Match[str], anchor: Anchor) -> DateReading:
    modifier = modifier_of(m)
    if not m["exact"] or modifier not in ("đầu", "cuối"):
        return due_in(unit, days, modifier)
    step = ONE_DAY if modifier == "đầu" else -ONE_DAY
    day = days[0] if modifier == "đầu" else days[1]
    day = workday_from(day, anchor.workday, step) if m["work"] else day
    return DateReading(day, day, day, modifier=modifier)


def _shifted_span(unit: str, today: date, shift: int) -> Span:
    if unit == "tuan":
        return week(today, shift)
    if unit == "thang":
        return months(today.year, today.month + shift)
    if unit == "quy":
        return quarter(today.year, (today.month + 2) // 3 + shift)
    return months(today.year + shift, 1, 12)


def _relative(m: re.Match[str], anchor: Anchor) -> Answer | None:
    """Read "tuần sau", "cuối tháng này"; "đầu tháng" alone is the next one still to come."""
    unit, today = m["unit"], anchor.today
    if m["which"]:
        days = _shifted_span(unit, today, week_shift(m["which"]))
        return _or_june(_read(unit, days, m, anchor), m, anchor)
    if m["go"]:
        return _read(unit, _shifted_span(unit, today, 1), m, anchor)
    if not m["mod"]:
        return None
    now = _read(unit, _shifted_span(unit, today, 0), m, anchor)
    if anchor.lean == "past" or now.due >= today:
        return now
    return _read(unit, _shifted_span(unit, today, 1), m, anchor)


def _or_june(reading: DateReading, m: re.Match[str], anchor: Anchor) -> DateReading:
    """Offer June beside next month for "thang sau" typed without marks (tháng sau, tháng sáu)."""
    if anchor.marked or (m["unit"], m["which"]) != ("thang", "sau"):
        return reading
    june = _coming(lambda year: _read("thang", months(year, 6), m, anchor), None, anchor)
    others = (*reading.alternatives, june.due)
    return DateReading(reading.start, reading.end, reading.due, others, modifier=reading.modifier)


def _coming(make: Callable[[int], DateReading], typed: int | None, anchor: Anchor) -> DateReading:
    """Return the reading of the typed year, else of the next one whose day is not over."""
    this = anchor.today.year
    if typed is not None:
        return make(typed)
    here = make(this)
    if anchor.lean == "past":
        return here if here.start <= anchor.today else make(this - 1)
    return here if here.due >= anchor.today else make(this + 1)


def _month(m: re.Match[str], anchor: Anchor) -> Answer | None:
    n = number(m["n"])
    return _coming(lambda year: _read("thang", months(year, n), m, anchor), year_of(m, anchor), anchor)


def _quarter(m: re.Match[str], anchor: Anchor) -> Answer | None:
    n = quarter_number(m["n"])
    return _coming(lambda year: _read("quy", quarter(year, n), m, anchor), year_of(m, anchor), anchor)


def quarter_number(word: str) -> int:
    """Return the number of a quarter written "3", "iii" or "ba"."""
    return int(word) if word.isdecimal() else _ROMAN[word]


def _year(m: re.Match[str], anchor: Anchor) -> Answer | None:
    return _read("nam", months(int(m["year"]), 1, 12), m, anchor)


def _half_year(m: re.Match[str], anchor: Anchor) -> Answer | None:
    first = 1 if m["half"] == "dau" else 7
    return _coming(
        lambda year: due_in("nam", months(year, first, 6), modifier_of(m)), year_of(m, anchor), anchor
    )


_THIRDS = {"thuong": 1, "trung": 2, "ha": 3}


def _part_of_month(m: re.Match[str], anchor: Anchor) -> Answer | None:
    """Read seven or ten days of a month: "tuần đầu tháng 12", "10 ngày đầu tháng", "trung tuần tháng 12"."""
    place = m["place"]
    size = 10 if place in _THIRDS else int(m["days"] or 7)
    nth = _THIRDS.get(place) or (
        1 if place.startswith(("dau", "cuoi")) else number(place.removeprefix("thu "))
    )
    named = number(m["n"]) if m["n"] else None

    def make(year: int) -> DateReading:
        shift = week_shift(m["which"]) if m["which"] else 0
        first, last = months(year, named) if named else months(year, anchor.today.month + shift)
        start = first + timedelta(days=size * (nth - 1))
        if place.startswith("cuoi"):
            start = last - timedelta(days=size - 1)
        end = last if place.startswith(("cuoi", "ha")) else min(start + timedelta(days=size - 1), last)
        return DateReading(start, end, end)

    return _coming(make, None, anchor)


def _weekday_of_month(m: re.Match[str], anchor: Anchor) -> Answer | None:
    """Read the first or last such weekday of a month: "thứ 6 cuối tháng 12"."""

    def make(year: int) -> DateReading:
        shift = week_shift(m["which"]) if m["which"] else 0
        first, last = months(year, number(m["n_month"]) if m["n_month"] else anchor.today.month + shift)
        if m["mod"] == "dau":
            return one_day(first + timedelta(days=(weekday_of(m) - first.weekday()) % 7))
        return one_day(last - timedelta(days=(last.weekday() - weekday_of(m)) % 7))

    return _coming(make, None, anchor)


_GO = r"(?P<go>(?:sang|(?<!ket )(?<!hieu )qua) )?"
_UNIT = r"(?P<unit>tuan|thang|quy|nam)"

# Read before weekdays and counts, whose words they share.
PART_RULES = (
    rule(
        "weekday_of_month",
        rf"{WEEKDAY} (?P<mod>dau|cuoi)(?: tien| cung)?(?: cua)? thang"
        rf"(?: (?P<n_month>{MONTH})(?!\d)| {_WHICH})?",
        _weekday_of_month,
        "thứ 6 cuối tháng",
    ),
    rule(
        "part_of_month",
        rf"(?:(?P<days>10) ngay|tuan) (?P<place>dau tien|dau|cuoi cung|cuoi|(?:thu )?(?:[1-5]|hai|ba|tu))"
        rf"(?: cua)? thang(?: (?P<n>{MONTH})(?!\d)| {_WHICH})?",
        _part_of_month,
        "tuần đầu tháng 12",
    ),
    rule(
        "part_of_month",
        rf"(?P<place>thuong|trung|ha) (?P<days>)tuan thang(?: (?P<n>{MONTH})(?!\d)| {_WHICH})",
        _part_of_month,
        "trung tuần tháng 12",
    ),
    rule(
        "half_year",
        rf"(?:(?P<mod>{_MODIFIER}) )?(?:6|sáu|sau) thang (?P<half>dau|cuoi)(?: cua)? nam{YEAR}",
        _half_year,
        "hết 6 tháng đầu năm",
    ),
)

STRETCH_RULES = (
    rule(
        "month",
        rf"{_HEAD}(?:thang ?|t(?=[89]|1[0-2]))(?P<n>{MONTH})(?!\d){YEAR}{COUNTED}",
        _month,
        "hết tháng 12",
    ),
    rule("month", rf"{_EDGE}t(?P<n>[1-9]|1[0-2])(?!\d){YEAR}", _month, "cuối t6"),
    rule(
        "quarter",
        rf"{_HEAD}(?:quy ?|q)(?P<n>[1-4]|i{{1,3}}|iv|mot|một|hai|ba|bon|tu){YEAR}",
        _quarter,
        "quý 3",
    ),
    rule("year", rf"{_HEAD}nam (?P<year>20[0-9]{{2}})", _year, "hết năm 2027"),
    rule("stretch", rf"{_HEAD}{_GO}{_UNIT}(?: {_WHICH})?", _relative, "cuối tuần sau"),
)
