"""Rules for the lunar days that offices use: "rằm tháng 7", "23 tháng chạp", "trước Tết", "15/7 âm lịch"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.domain.lunar import lunar_month, tet, to_lunar, to_solar
from bot.domain.reading.dates.model import DateDoubt, DateReading, one_day
from bot.domain.reading.dates.numeric import on
from bot.domain.reading.dates.rule import Anchor, Answer, Build, rule
from bot.domain.reading.dates.spans import ONE_DAY, Span, workday_from
from bot.domain.reading.dates.words import MONTH, NUMBER, TEN_UP, number

_LUNAR_MONTHS = {"gieng": 1, "chap": 12}
_TET_DAYS = 3  # mùng 1 to mùng 3
_BACK_AT_WORK = (6, 10)  # "ra Tết": offices are usually open on mùng 6; by mùng 10 everybody is back
_SHOWN = {"truoc": "trước", "sau": "sau", "ra": "sau", "qua": "sau", "het": "hết", "trong": "trong"}


def _coming(find: Callable[[int], date | None], anchor: Anchor) -> date | None:
    """Return the next (leaning back: the last) day that `find` gives for a lunar year."""
    years = range(anchor.today.year - 2, anchor.today.year + 4)
    days = [day for day in map(find, years) if day is not None]
    if anchor.lean == "past":
        return max((day for day in days if day <= anchor.today), default=None)
    return min((day for day in days if day >= anchor.today), default=None)


def lunar_day(day: int, month: int, anchor: Anchor) -> Answer:
    """Return the next such day of the lunar calendar; the doubt when no coming year has it."""
    found = _coming(lambda year: to_solar(year, month, day), anchor)
    return one_day(found) if found else DateDoubt("invalid_date")


def _month_number(word: str) -> int:
    return _LUNAR_MONTHS.get(word) or number(word)


def _full_moon(m: re.Match[str], anchor: Anchor) -> Answer | None:
    if m["month"]:
        month = _month_number(m["month"])
        return lunar_day(15, month, anchor) if month <= 12 else None
    return _in_running_month(15, anchor, 1 if m["which"] in ("sau", "toi") else 0)


def _in_running_month(day: int, anchor: Anchor, later: int = 0) -> Answer:
    """Return that day of this lunar month, or of the next one when it is over."""
    here = to_lunar(anchor.today)
    first = anchor.today - timedelta(days=here.day - 1)
    for _ in range(later + (day < here.day and not later)):
        first = _next_month(first)
    return one_day(first + timedelta(days=day - 1))


def _next_month(first: date) -> date:
    later = first + timedelta(days=31)
    return later - timedelta(days=to_lunar(later).day - 1)


def _lunar(m: re.Match[str], anchor: Anchor) -> Answer | None:
    month = _month_number(m["month"])
    return lunar_day(number(m["day"]), month, anchor) if 1 <= month <= 12 else None


def _lunar_of_running_month(m: re.Match[str], anchor: Anchor) -> Answer | None:
    day = number(m["day"])
    return _in_running_month(day, anchor) if 1 <= day <= 29 else DateDoubt("invalid_date")


def _tet_day(m: re.Match[str], anchor: Anchor) -> Answer | None:
    """Read "mùng 3 Tết" and "28 Tết"; "30 Tết" is the last day of the year, also in a short month."""
    day = number(m["day"])
    if day <= 10:
        return lunar_day(day, 1, anchor)
    if day == 30:
        return _year_end(anchor)
    return lunar_day(day, 12, anchor) if 20 <= day <= 29 else None


def _year_end(anchor: Anchor) -> Answer | None:
    found = _coming(lambda year: tet(year) - ONE_DAY, anchor)
    return one_day(found) if found else None


def _tet(m: re.Match[str], anchor: Anchor) -> Answer | None:
    first = _coming(lambda year: tet(year) + timedelta(days=_TET_DAYS - 1), anchor)
    if first is None:
        return None
    first -= timedelta(days=_TET_DAYS - 1)
    last = first + timedelta(days=_TET_DAYS - 1)
    when = m["when"] or m["out"]
    if when == "truoc":
        return DateReading(first, last, first - ONE_DAY, modifier="trước")
    if when in ("sau", "ra", "qua", "het"):
        back, by = (first + timedelta(days=n - 1) for n in _BACK_AT_WORK)
        return DateReading(last + ONE_DAY, by, workday_from(back, anchor.workday), (by,), modifier="sau")
    return DateReading(first, last, last if when == "trong" else first, modifier=_SHOWN.get(when or ""))


def _lunar_month(m: re.Match[str], anchor: Anchor) -> Answer | None:
    number_of = _LUNAR_MONTHS[m["month"]]

    def span(year: int) -> Span:
        found = lunar_month(year, number_of)
        assert found is not None  # every lunar year has its 1st and its 12th month  # noqa: S101
        return found

    last = _coming(lambda year: span(year)[1], anchor)
    if last is None:
        return None
    first = last - timedelta(days=to_lunar(last).day - 1)
    due = {"dau": first + timedelta(days=9), "giua": first + timedelta(days=14)}.get(m["mod"] or "", last)
    shown = {"dau": "đầu", "giua": "giữa", "cuoi": "cuối", "het": "hết", "trong": "trong"}
    return DateReading(first, last, due, modifier=shown.get((m["mod"] or "").split(" ")[-1]))


def _feast(day: int, month: int) -> Build:
    return lambda _, anchor: lunar_day(day, month, anchor)


def _solar_feast(day: int, month: int) -> Build:
    return lambda _, anchor: on(day, month, anchor)


_DAY = rf"(?P<day>[0-9]{{1,2}}|{NUMBER})"
_MARK = r"(?: ?\(?(?:am lich|am|al)\)?)"

LUNAR_RULES = (
    rule("new_year", r"tet (?:duong(?: lich)?|tay)", _solar_feast(1, 1), "tết dương lịch"),
    rule(
        "tet_day",
        rf"(?P<day>(?<=mung ){NUMBER}|[0-9]{{1,2}}|{TEN_UP})(?: thang chap)? tet",
        _tet_day,
        "mùng 3 Tết",
        alone=True,
    ),
    rule(
        "tet_day",
        rf"tet (?:nguyen dan |ta |am(?: lich)? )?(?:ngay )?mung (?P<day>[0-9]{{1,2}}|{NUMBER})",
        _tet_day,
        "Tết mùng 4",
        alone=True,
    ),
    rule(
        "lunar_day",
        rf"(?:ngay |mung )?{_DAY}(?: ?/ ?| thang )(?P<month>[0-9]{{1,2}}|gieng|chap|{NUMBER}){_MARK}",
        _lunar,
        "15/7 âm lịch",
    ),
    rule(
        "lunar_day",
        rf"(?:ngay |mung )?{_DAY} (?:thang )?(?P<month>gieng|chap)",
        _lunar,
        "23 tháng chạp",
        alone=True,
    ),
    rule("lunar_day", rf"(?:ngay |mung ){_DAY}{_MARK}", _lunar_of_running_month, "mùng 5 âm lịch"),
    rule(
        "full_moon",
        rf"(?:ngay )?ram(?: thang (?:(?P<month>gieng|chap|{MONTH})(?!\w)|(?P<which>nay|sau|toi)))?",
        _full_moon,
        "rằm tháng 7",
    ),
    rule("tet_eve", r"giao thua|tat nien", lambda _, anchor: _year_end(anchor), "giao thừa"),
    rule("hung_kings", r"gio to(?: hung vuong)?", _feast(10, 3), "giỗ tổ"),
    rule("mid_autumn", r"(?:tet )?trung thu", _feast(15, 8), "trung thu"),
    rule(
        "vu_lan", r"(?:le )?vu lan(?! (?:chiem|dat|via|duong|long|ranh|bien|tuyen))", _feast(15, 7), "vu lan"
    ),
    rule("kitchen_gods", r"ong (?:cong ong )?tao", _feast(23, 12), "ông công ông táo"),
    rule("national_day", r"quoc khanh", _solar_feast(2, 9), "quốc khánh"),
    rule(
        "tet",
        r"(?:(?P<when>truoc|sau|ra|qua|trong|het) )?(?:dip )?(?<!quà )(?<!cho )(?<!hoa )tet"
        r"(?: nguyen dan| ta| am(?: lich)?)?|"
        r"(?P<out>ra) gieng",
        _tet,
        "trước Tết",
    ),
    rule(
        "lunar_month",
        r"(?:(?P<mod>dau|giua|cuoi|(?:den )?het|trong) )?thang (?P<month>gieng|chap)",
        _lunar_month,
        "hết tháng giêng",
    ),
)
