"""How periods are worded."""

from __future__ import annotations

from bot.domain.periods import Period
from handlers.texts.numbers import day, short_day

_ROMAN = ("I", "II", "III", "IV")


def period_words(key: str) -> str:
    """A period's key as it is said: "tháng 11/2026", "quý III/2026", "học kỳ I năm học 2025-2026"."""
    year, _, part = key.partition("-")
    if not part:
        return f"năm {year}"
    school = school_year(int(year))
    if part == "NH":
        return school
    if part.startswith("HK"):
        return f"học kỳ {_ROMAN[int(part[2:]) - 1]} {school}"
    if part == "9M":
        return f"9 tháng năm {year}"
    if part.startswith("W"):
        return f"tuần {int(part[1:])}/{year}"
    if part.startswith("Q"):
        return f"quý {_ROMAN[int(part[1:]) - 1]}/{year}"
    if part.startswith("H"):
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    return f"tháng {int(part)}/{year}"


def the_period(key: str) -> str:
    """The same within a sentence: "kỳ tháng 11/2026", "học kỳ I năm học 2025-2026"."""
    words = period_words(key)
    return words if "học" in words else f"kỳ {words}"


def period_span(period: Period) -> str:
    """The period with its days: "tháng 11/2026 (15/10 – 14/11)"."""
    start = short_day(period.start) if period.start.year == period.end.year else day(period.start)
    end = short_day(period.end) if period.start.year == period.end.year else day(period.end)
    return f"{period_words(period.key)} ({start} – {end})"


def school_year(ends: int) -> str:
    return f"năm học {ends - 1}-{ends}"
