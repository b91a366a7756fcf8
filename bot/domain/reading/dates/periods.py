"""The reporting period that a text names: "tháng 10", "quý III", "6 tháng đầu năm", "tuần trước"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.domain.reading.dates.figure_of import names_figure
from bot.domain.reading.dates.model import PeriodReading
from bot.domain.reading.dates.spans import months, quarter, week
from bot.domain.reading.dates.stretches import YEAR, quarter_number
from bot.domain.reading.dates.weekdays import week_shift
from bot.domain.reading.dates.words import MONTH, fold, number, one_of

# NĐ 09/2019 Art. 12: a month, quarter, half or year opens on the 15th of the month before, so that on 20/11
# "tháng 12" is the one that has begun, and on 10/11 the one of last year.
_OPENS_BEFORE = timedelta(days=17)
_WEEKS = 52  # the weeks that every year has

Make = Callable[[int], PeriodReading]


def week_period(day: date) -> PeriodReading:
    """Return the ISO week of a day: "2026-W47"."""
    year, number_of, _ = day.isocalendar()
    return PeriodReading(f"{year}-W{number_of:02}", *week(day))


def month_period(year: int, month: int) -> PeriodReading:
    """Return a calendar month: "2026-10"; month 0 is December of the year before."""
    days = months(year, month)
    return PeriodReading(f"{days[0]:%Y-%m}", *days)


def quarter_period(year: int, number_of: int) -> PeriodReading:
    """Return a quarter: "2026-Q3"; quarter 0 is the last of the year before."""
    days = quarter(year, number_of)
    return PeriodReading(f"{days[0].year}-Q{(days[0].month + 2) // 3}", *days)


def half_period(year: int, half: int) -> PeriodReading:
    """Return half a year: "2026-H1"; half 0 is the second of the year before."""
    days = months(year, 6 * half - 5, 6)
    return PeriodReading(f"{days[0].year}-H{1 if days[0].month == 1 else 2}", *days)


def nine_months_period(year: int) -> PeriodReading:
    """Return the first nine months of a year: "2026-9M"."""
    return PeriodReading(f"{year}-9M", *months(year, 1, 9))


def year_period(year: int) -> PeriodReading:
    """Return a year: "2026"."""
    return PeriodReading(str(year), *months(year, 1, 12))


def _shifted(unit: str, today: date, shift: int) -> PeriodReading:
    if unit in ("tuan", "week"):
        return week_period(today + timedelta(days=7 * shift))
    if unit in ("thang", "month"):
        return month_period(today.year, today.month + shift)
    if unit in ("quy", "quarter"):
        return quarter_period(today.year, (today.month + 2) // 3 + shift)
    if unit == "half":
        return half_period(today.year, (today.month + 5) // 6 + shift)
    if unit == "nine_months":
        return nine_months_period(today.year + shift)
    return year_period(today.year + shift)


def _begun(make: Make, m: re.Match[str], today: date) -> PeriodReading:
    """Return the period of the typed year, else the last one that has begun."""
    groups = m.groupdict()
    if groups.get("year") or groups.get("short"):
        return make(int(groups["year"] or f"20{groups['short']}"))
    if groups.get("other"):
        return make(today.year + week_shift(groups["other"]))
    here = make(today.year)
    return here if here.start <= today + _OPENS_BEFORE else make(today.year - 1)


def semester_period(year: int, number_of: int) -> PeriodReading:
    """Return a semester, from September or February on, by the year in which it ends: "2026-HK1"."""
    first = date(year - 1, 9, 1), date(year, 1, 31)
    return PeriodReading(f"{year}-HK{number_of}", *(first if number_of == 1 else months(year, 2, 4)))


def school_year_period(year: int) -> PeriodReading:
    """Return the school year that ends in a year: "2026-NH"."""
    return PeriodReading(f"{year}-NH", date(year - 1, 9, 1), date(year, 5, 31))


def _school(make: Make, m: re.Match[str], today: date) -> PeriodReading:
    """Return that of the typed school year, else the last one that has begun."""
    if m["year"]:
        return make(int(m["year"]))
    found = next(one for one in map(make, (today.year + 1, today.year)) if one.start <= today)
    past = m.groupdict().get("other") in {"truoc", "ngoai", "vua qua"}
    return make(int(found.key[:4]) - 1) if past else found


Build = Callable[[re.Match[str], date, str], PeriodReading | None]


def _relative(m: re.Match[str], today: date, frequency: str) -> PeriodReading:
    unit = frequency if m["unit"] == "ky" else m["unit"]
    return _shifted(unit, today, week_shift(m["which"] or "nay"))


def _week(m: re.Match[str], today: date, _frequency: str) -> PeriodReading | None:
    n = int(m["n"])
    if n == _WEEKS + 1:
        return _extra_week(m, today)
    if not 1 <= n <= _WEEKS:
        return None
    return _begun(lambda year: week_period(date.fromisocalendar(year, n, 1)), m, today)


def _extra_week(m: re.Match[str], today: date) -> PeriodReading | None:
    """Return the week 53 that only some years have, of the last such year where none is typed."""
    groups = m.groupdict()
    typed = groups.get("year") or (f"20{groups['short']}" if groups.get("short") else None)
    years = (int(typed),) if typed else (today.year, today.year - 1)
    last = (date(year, 12, 28) for year in years)
    return next((week_period(day) for day in last if day.isocalendar().week == _WEEKS + 1), None)


def _numbered(m: re.Match[str], today: date, frequency: str) -> PeriodReading | None:
    n = int(m["n"])
    if frequency == "month":
        return _begun(lambda year: month_period(year, n), m, today)
    return (
        _begun(lambda year: quarter_period(year, n), m, today) if frequency == "quarter" and n < 5 else None
    )


# Before a period that is compared with or planned for, or before the number of a day.
_NOT_OURS = re.compile(
    one_of(
        r"""so, so voi, cung ky, hon, ke hoach, kh, du toan, giai doan, de an, chuan, chi tieu,
        (?<!\d[.\x2c])[12]?[0-9], (?<!\d[.\x2c])3[01], moi, mot, một, hang, muoi, ngay, tre, duoi, tu"""
    )
    + "(?: cua| giao)?(?: ca| tong)? $"
)
_SHARE_OF = re.compile(
    r"bang (?:khoang |gan |hon )?[0-9][0-9.,]* ?(?:%|phan tram)(?: cua)?"
    r"(?: (?:so|so thu|so chi|tong so|tong|muc|ket qua|thuc hien|so thuc hien))*(?: cua)?(?: ca)? $"
)
""" "Bằng 94,1% (cả) năm ngoái" measures by that year; "bằng 98% tháng 10" may be the figure of that month."""
SCHOOL_YEAR = r" (?:20[0-9]{2} ?[-/] ?)(?P<year>20[0-9]{2})"
_NAMED = re.compile(r"\b(?:nam hoc|nh)(?: moi)? (?:20)?(\d\d) ?[-–/] ?(?:20)?(\d\d)\b")
_PAST = r"truoc|vua roi|vua qua|roi|qua"
_NO_WEEK = r"(?!\d|[.,]\d|/(?!20\d\d\b)\d| (?:buoi|lan|ngay|cuoc|bua))"
""" "Tuần 2 buổi" is how often, "tuần 2/4" a count."""

_SIGNED = r"(?:nguoi|hop dong|hd|ho|lao dong|ld|dn|doanh nghiep|don|cam ket|the|em|ban|bien ban)\b"
""""Ký 9 người", "ký 3 hợp đồng": how many signed."""

# Name, pattern, how to read it, an example.
_RULES: tuple[tuple[str, str, Build, str], ...] = (
    (
        "semester",
        rf"(?:hoc ky|hk) ?(?P<n>[12]|ii?)(?!\d|[.,/]\d)(?: (?:cua )?nam hoc{SCHOOL_YEAR})?",
        lambda m, today, _: _school(lambda y: semester_period(y, quarter_number(m["n"])), m, today),
        "học kỳ I năm học 2025-2026",
    ),
    (
        "school_year",
        rf"nam hoc(?:{SCHOOL_YEAR}|(?: (?P<other>nay|truoc|ngoai|vua qua)))",
        lambda m, today, _: _school(school_year_period, m, today),
        "năm học 2025-2026",
    ),
    (
        "half_year",
        rf"(?:6|sáu|sau) thang (?P<half>dau|cuoi) nam{YEAR}",
        lambda m, today, _: _begun(lambda y: half_period(y, 1 if m["half"] == "dau" else 2), m, today),
        "6 tháng đầu năm",
    ),
    (
        "half_year",
        rf"(?:6|sáu) thang(?: dau nam)?(?! (?:tuoi|cuoi|qua|truoc|toi|nua|sau)){YEAR}",
        lambda m, today, _: _begun(lambda y: half_period(y, 1), m, today),
        "6 tháng",
    ),
    (
        "nine_months",
        rf"(?:9|chin) thang(?: dau nam)?(?! (?:tuoi|qua|truoc|toi|nua|sau)){YEAR}",
        lambda m, today, _: _begun(nine_months_period, m, today),
        "9 tháng",
    ),
    (
        "month",
        rf"(?:thang ?|t(?=[89]|1[0-2]))(?P<n>{MONTH})(?!\d|[.,]\d|/\d(?!\d)){YEAR}(?! ngay)",
        lambda m, today, _: _begun(lambda y: month_period(y, number(m["n"])), m, today),
        "tháng 10",
    ),
    (
        "quarter",
        rf"(?:quy ?|q)(?P<n>[1-4]|i{{1,3}}|iv|mot|một|hai|ba|bon|tu)(?![.,]?\d){YEAR}",
        lambda m, today, _: _begun(lambda y: quarter_period(y, quarter_number(m["n"])), m, today),
        "quý III",
    ),
    (
        "week",
        rf"tuan (?:thu |so )?(?P<n>[0-9]{{1,2}}){_NO_WEEK}{YEAR}",
        _week,
        "tuần 47",
    ),
    (
        "numbered",
        rf"(?<!dang )(?<!cung )(?<!dau )ky (?:thu |so )?(?P<n>1[0-2]|0?[1-9])(?![\d%]|[.,/]\d| {_SIGNED})",
        _numbered,
        "kỳ 10",
    ),
    ("relative", rf"(?P<unit>tuan|thang|quy|ky) (?P<which>nay|{_PAST})", _relative, "tuần trước"),
    ("relative", rf"(?P<unit>nam) (?P<which>ngoai|{_PAST})", _relative, "năm ngoái"),
    ("relative", r"(?:trong|ca) (?P<unit>tuan|thang|quy)(?P<which>)", _relative, "trong tháng"),
    ("year", r"nam (?P<year>20[0-9]{2})", lambda m, *_: year_period(int(m["year"])), "năm 2025"),
)

_COMPILED = tuple(
    (name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), build) for name, pattern, build, _ in _RULES
)
_SIGN = re.compile(r"(?<!\w)(?:tuan|thang|quy|nam|ky|hk|[tq][0-9])")


_LONG_PAST = timedelta(days=183)
_TELLS_FIGURE = (
    r"(?:la|duoc|dc|dat|co|thi|con|nam|roi|vua|bao|gui|nop|tang|giam|thuc|them|so|luy|tong|cua|va|voi|den"
    r"|em|anh|chi|a|ah|nhe|nha|truoc|ngoai)\b"
)
_DOING = re.compile(rf",? (?!{_TELLS_FIGURE})[a-z]{{2,}}")


def _is_to_come(m: re.Match[str], period: PeriodReading, text: str, today: date) -> bool:
    """Tell "giảm 1 hộ, tháng 11 xét tiếp" in September, which is to come, from a report of last year."""
    groups = m.groupdict()
    dated = any(groups.get(one) for one in ("year", "short", "other"))
    if dated or "n" not in groups or period.end > today - _LONG_PAST:
        return False
    return re.search(r"\d", text[: m.start()]) is not None and _DOING.match(text, m.end()) is not None


@lru_cache(maxsize=4096)
def school_year_named(text: str) -> int | None:
    """Return the year in which the one school year ends that a name has: "khai giảng năm học 2026-2027"."""
    pairs = _NAMED.findall(fold(text).text)
    found = {2000 + int(last) for first, last in pairs if int(last) == int(first) + 1}
    return found.pop() if len(found) == 1 else None


def read_period(text: str, now: datetime, *, frequency: str = "month") -> PeriodReading | None:
    """Return the reporting period that a text names, None when it names none.

    Without a year it is the last one that has begun, a month opening on the 15th of the month before
    (NĐ 09/2019 Art. 12). `frequency` (week, month, quarter, half, nine_months, year) says what "kỳ trước"
    is one of. A period that is compared with ("so với tháng trước") or planned for is not read.
    """
    found = _read_periods(text, now, frequency)
    return found[0] if found else None


def read_periods(text: str, now: datetime, *, frequency: str = "month") -> list[PeriodReading]:
    """Return all the periods that a text names, from left to right. Otherwise as `read_period`."""
    return sorted(_read_periods(text, now, frequency), key=lambda period: period.span)


def _read_periods(text: str, now: datetime, frequency: str) -> list[PeriodReading]:
    """Return the periods named, those of the earlier rules first; no two share a word."""
    plain = fold(text)
    found: list[PeriodReading] = []
    if not _SIGN.search(plain.text):
        return found
    for name, pattern, build in _COMPILED:
        for m in pattern.finditer(plain.text):
            start, end = plain.span(m.start(), m.end())
            taken = any(p.span[0] < end and start < p.span[1] for p in found)
            signed = name == "numbered" and text[start : start + 2].lower() == "ký"
            before = plain.text[: m.start()]
            others = _NOT_OURS.search(before) or (m[0].startswith("nam ") and _SHARE_OF.search(before))
            if taken or signed or (others and not names_figure(text[:start], before, plain.text[m.end() :])):
                continue
            period = build(m, now.date(), frequency)
            if period and not _is_to_come(m, period, plain.text, now.date()):
                found.append(replace(period, span=(start, end), rule=name))
    return found
