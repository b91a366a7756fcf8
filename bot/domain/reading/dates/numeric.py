"""Rules for dates in figures and in words: "30/11", "5.10.2026", "hai mươi tháng mười một", "20-25/11"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.domain.reading.dates.model import DateDoubt, DateReading, one_day
from bot.domain.reading.dates.rule import Anchor, Answer, rule
from bot.domain.reading.dates.spans import add_months, months
from bot.domain.reading.dates.words import COUNTED, MONTH, NUMBER, TEN_UP, UNIT, number

_YEARS_AROUND = 10  # a year further off than this is a slip of the finger
_JUST_PASSED = 60  # days: "15/11" typed on 20/11 may mean the one just gone

_LEFT = r"(?<!\d[/.,])(?:(?<!\d-)|(?<=/\d-)|(?<=/\d\d-))"  # the last two: "28/11-2/12"
_RIGHT = rf"(?!/\w)(?!-\w)(?![.,]\d){COUNTED}"
_YEAR = r"(?:20[0-9]{2}|[0-9]{2})"
_SOLAR = "(?: nay| tay| duong lich)?"
_SAID = re.compile(r"(?<!\w)(?:ngay|den|toi|han|truoc|lui|xin) $")
_WHO = "em|e|minh|tui|toi|chau|ben em|tui em"
_PROMISED = rf"(?:{_WHO}) (?:se |moi |xin )*(?:gui|nop|bao|trinh|chot|co)"
_NEXT = rf"(?!/\w)(?!-(?! ?[0-9]{{1,2}}[/.])\w)(?![.,]\d){COUNTED}"


def in_year(day: int, month: int, year: int) -> Answer:
    """Return that day, or the doubt that there is no such day, with the nearest day there is."""
    try:
        return one_day(date(year, month, day))
    except ValueError:
        if 1 <= month <= 12 and day <= 39:
            return DateDoubt("invalid_date", (one_day(months(year, month)[1]),))
        if 1 <= day <= 12 and month <= 31:
            return DateDoubt("invalid_date", (one_day(date(year, day, month)),) if month <= 28 else ())
        return DateDoubt("invalid_date")


def on(day: int, month: int, anchor: Anchor) -> Answer:
    """Return that day of the year that is meant: the next such day, or the last one when leaning back."""
    today = anchor.today
    if anchor.lean == "past":
        ahead = (month, day) > (today.month, today.day)
        return in_year(day, month, today.year - ahead)
    gone = (month, day) < (today.month, today.day)
    answer = in_year(day, month, today.year + gone)
    if gone and isinstance(answer, DateReading):
        last = in_year(day, month, today.year)
        if isinstance(last, DateReading) and (today - last.due).days <= _JUST_PASSED:
            return one_day(answer.due, last.due)
    return answer


def _with_year(day: int, month: int, typed: str | None, anchor: Anchor) -> Answer:
    if typed is None:
        return on(day, month, anchor)
    year = int(typed) + (2000 if len(typed) == 2 else 0)
    if abs(year - anchor.today.year) > _YEARS_AROUND:
        guess = on(day, month, anchor)
        return DateDoubt("invalid_date", (guess,) if isinstance(guess, DateReading) else ())
    return in_year(day, month, year)


def _day_month(m: re.Match[str], anchor: Anchor) -> Answer | None:
    day, month = int(m[1]), int(m[3])
    if not (1 <= day <= 39 and 1 <= month <= 31):
        return None
    if month > 12 and day > 12 and not _SAID.search(m.string[max(0, m.start(1) - 6) : m.start(1)]):
        return None  # "17/19" counts something
    return _with_year(day, month, m[4], anchor)


def _iso(m: re.Match[str], anchor: Anchor) -> Answer | None:
    return _with_year(int(m[3]), int(m[2]), m[1], anchor)


def _spelled(m: re.Match[str], anchor: Anchor) -> Answer | None:
    day, month = number(m["day"]), number(m["month"])
    year = {"nay": 0, "sau": 1, "toi": 1, "truoc": -1, "ngoai": -1}.get(m["other"] or "")
    typed = m["year"] if year is None else str(anchor.today.year + year)
    return _with_year(day, month, typed, anchor)


def _in_other_month(m: re.Match[str], anchor: Anchor) -> Answer | None:
    shift = {"nay": 0, "truoc": -1, "sau nua": 2}.get(m["which"], 1)
    day, first = number(m["day"]), add_months(anchor.today.replace(day=1), shift)
    answer = in_year(day, first.month, first.year)
    if m["which"] == "sau" and not anchor.marked and isinstance(answer, DateReading):
        june = on(day, 6, anchor)  # "thang sau" typed without marks may be tháng sáu
        return one_day(answer.due, june.due) if isinstance(june, DateReading) else answer
    return answer


def day_of_month(day: int, anchor: Anchor) -> Answer | None:
    """Return the next such day of a month; a month that lacks it is doubted ("ngày 31" in November)."""
    today = anchor.today
    if not 1 <= day <= 31:
        return DateDoubt("invalid_date") if 32 <= day <= 39 else None
    back = anchor.lean == "past"
    step = (-1 if day > today.day else 0) if back else (1 if day < today.day else 0)
    first = add_months(today.replace(day=1), step)
    answer = in_year(day, first.month, first.year)
    if isinstance(answer, DateDoubt):
        following = months(first.year, first.month + 1)[0] + timedelta(days=day - 1)
        return DateDoubt("invalid_date", (*answer.candidates, one_day(following)))
    return answer


def _day_alone(m: re.Match[str], anchor: Anchor) -> Answer | None:
    return day_of_month(number(m["day"]), anchor)


def _first_or_after_tomorrow(_m: re.Match[str], anchor: Anchor) -> Answer | None:
    first = day_of_month(1, anchor)
    mot = one_day(anchor.today + timedelta(days=2))
    return DateDoubt("vague_date", (mot, first) if isinstance(first, DateReading) else (mot,))


def _day_range(m: re.Match[str], anchor: Anchor) -> Answer | None:
    """Read "20-25/11" and "28 đến 3/12", where the first month is the one before."""
    end = _with_year(int(m["last"]), int(m["month"]), m["year"], anchor)
    if isinstance(end, DateDoubt):
        return end
    day = int(m["first"])
    month = add_months(end.due.replace(day=1), 0 if day <= end.due.day else -1)
    start = in_year(day, month.month, month.year)
    if isinstance(start, DateDoubt):
        return DateDoubt("invalid_date", (end,))
    if m["glue"].strip() in ("hoac", "hay", ","):
        return DateDoubt("vague_date", (start, end))
    return DateReading(start.due, end.due, end.due)


_WORD_RANGE = (
    r"(?<!thang )(?:tu )?(?:ngay )?(?P<first>[0-9]{1,2})"
    r"(?P<glue> ?- ?| (?:den|toi|hoac|hay) | ?, ?)(?:ngay )?"
)

NUMERIC_RULES = (
    rule(
        "day_range",
        rf"{_LEFT}{_WORD_RANGE}(?P<last>[0-9]{{1,2}})(?: ?[/.] ?|,? thang )(?P<month>[0-9]{{1,2}})"
        rf"(?:(?:/|[.]| nam )(?P<year>{_YEAR}))?{_RIGHT}",
        _day_range,
        "từ 20 đến 25/11",
    ),
    rule(
        "iso_day",
        rf"{_LEFT}(20[0-9]{{2}})[/.\-]([0-9]{{1,2}})[/.\-]([0-9]{{1,2}}){_RIGHT}",
        _iso,
        "2026-11-25",
    ),
    rule(
        "day_month",
        rf"(?:ngay |mung )?{_LEFT}([0-9]{{1,2}}) ?(/) ?([0-9]{{1,2}})(?: ?/ ?({_YEAR}))?{_NEXT}",
        _day_month,
        "30/11",
    ),
    rule(
        "day_month_dotted",
        rf"(?:ngay |mung )?{_LEFT}([0-9]{{1,2}}) ?([.\-]) ?([0-9]{{1,2}})(?: ?\2 ?({_YEAR}))?{_NEXT}",
        _day_month,
        "30.11.2026",
    ),
    rule(
        "day_month_in_words",
        rf"(?:ngay |mung )?(?P<day>{NUMBER}){_SOLAR}(?:,| cua|/)? ?thang ?(?P<month>{MONTH})(?![/\d])"
        rf"(?:(?:,? nam | ?/ ?|,? )(?P<year>20[0-9]{{2}})| nam (?P<other>nay|sau|toi|truoc|ngoai))?",
        _spelled,
        "ngày 5 tháng 10",
    ),
    rule(
        "day_of_other_month",
        rf"(?:ngay |mung |hom )?(?P<day>{NUMBER})(?: cua)? thang (?P<which>nay|sau nua|sau|toi|truoc)",
        _in_other_month,
        "ngày 5 tháng sau",
    ),
    rule("first_or_day_after", r"ngay một", _first_or_after_tomorrow, "ngày một"),
    rule(
        "day_of_month",
        rf"(?:(?:ngay|hom|bua) (?P<day>[0-9]{{1,2}}|{TEN_UP}){_SOLAR})(?! ?[/\-]? ?\d){COUNTED}",
        _day_alone,
        "ngày 25",
    ),
    rule("day_of_month", rf"mung (?P<day>[0-9]|10|muoi|{UNIT}){_SOLAR}{COUNTED}", _day_alone, "mùng 5"),
    rule(
        "day_of_month",
        rf"(?:qua|sang|toi|den|hen) (?P<day>[0-9]{{1,2}})(?= {_PROMISED})",
        _day_alone,
        "qua 25 em gửi",
        alone=True,
    ),
    rule(
        "day_of_month",
        rf"cho (?:{_WHO}) (?:toi|den|qua|sang) (?P<day>[0-9]{{1,2}})(?= (?:nha|nhe|nghen|a|anh|chi)\b|\W*$)",
        _day_alone,
        "cho em tới 25",
        alone=True,
    ),
    rule(
        "day_of_month",
        rf"(?<!thang )(?<!quy )(?P<day>[0-9]{{1,2}}|{TEN_UP}) (?:nay|tay|duong lich)",
        _day_alone,
        "25 này",
    ),
)
