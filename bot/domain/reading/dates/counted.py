"""Rules that count: "3 ngày nữa", "2 tuần nữa", "5 ngày làm việc", "thêm 3 ngày", "vài hôm nữa"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.domain.reading.dates.model import DateDoubt, DateReading, one_day
from bot.domain.reading.dates.rule import Anchor, Answer, rule
from bot.domain.reading.dates.spans import add_months, add_workdays
from bot.domain.reading.dates.words import COUNTED, NUMBER, UNIT, number

_MOST_DAYS = 400

_UNITS = "ngay|hom|bua|tuan le|tuan|thang|quy|nam"
_COUNT = (
    rf"(?<!thang )(?<!quy )(?<!ngay )(?P<n>[0-9]{{1,3}}|{NUMBER}|nua) ?(?P<unit>{_UNITS})"
    r"(?P<half> ruoi)?+(?P<work> lam viec)?+"
)
_NO_LEAVE = r"(?! (?:nghi|phep)(?!\w))"  # leave asked for, not more time
_NO_FROM = "(?!(?:tu|sau) )"  # "từ tuần sau", "sau tuần sau" are no four and no six weeks
_ASKED = (
    r"(?:(?<!vac )xin|them|gia han|lui|doi|cho (?:em|e|minh))(?: (?:them|lai|han|cho|em|e|khoang|tam|duoc))*"
)
_ASKED_LOOSELY = (
    r"(?:(?<!vac )xin|gia han|lui|cho (?:em|e|minh|phong|don vi|ben em))"
    r"(?: (?!(?:nghi|den|toi|trong|sau|truoc|het|qua|tu|lam)(?!\w))[a-z][\w\-]*){0,4}?"
)
_LATE = r"(?:hoan|keo dai|noi|tre|cham)(?: (?:them|lai|han|khoang|tam))*"
_AHEAD = r"(?:nua|toi|tiep theo|tiep|sau)"
_NOT_SINCE = r"(?! nay(?!\w))"  # "hỏng 2 tuần nay"


def _later(base: date, m: re.Match[str], anchor: Anchor) -> date | None:
    """Return the day that a count of days, weeks or months after `base` leads to."""
    half_of = m["n"] == "nua"
    count = 1 if half_of else number(m["n"] or "1")
    unit, half = m["unit"], bool(m["half"])
    if m["work"]:
        return add_workdays(base, count * (5 if unit.startswith("tuan") else 1), anchor.workday)
    if unit in ("ngay", "hom", "bua"):
        return None if half_of or count > _MOST_DAYS else base + timedelta(days=count)
    if unit.startswith("tuan"):
        return base + timedelta(days=4 if half_of else 7 * count + 4 * half)
    if half_of:
        return {"thang": base + timedelta(days=15), "nam": add_months(base, 6)}.get(unit)
    size = {"thang": 1, "quy": 3, "nam": 12}[unit]
    if count * size > 24:
        return None
    return add_months(base, count * size) + timedelta(days=15 * half if unit == "thang" else 0)


def _ahead(m: re.Match[str], anchor: Anchor) -> Answer | None:
    day = _later(anchor.today, m, anchor)
    return one_day(day) if day else None


def _within(m: re.Match[str], anchor: Anchor) -> Answer | None:
    day = _later(anchor.today, m, anchor)
    if day is None:
        return None
    return DateReading(day, day, day, modifier="trong" if m["lead"].startswith(("trong", "noi")) else None)


def _more(m: re.Match[str], anchor: Anchor) -> Answer | None:
    """Count from the deadline ("thêm 3 ngày"); without one there is only what it would be from today."""
    from_today = _later(anchor.today, m, anchor)
    if from_today is None:
        return None
    if anchor.deadline is None:
        days = (from_today - anchor.today).days
        return DateDoubt("deadline_unknown", (one_day(from_today),), extend_days=days)
    day = _later(anchor.deadline, m, anchor)
    if day is None:
        return None
    others = () if day == from_today else (from_today,)
    return DateReading(day, day, day, others, extend_days=(day - anchor.deadline).days)


def _uncertain(m: re.Match[str], anchor: Anchor) -> Answer | None:
    asked = re.search(
        r"(?<!\w)(?:them|xin|gia han|lui)(?: \w+){0,2} $", m.string[max(0, m.start() - 40) : m.start()]
    )
    base = anchor.deadline if asked and anchor.deadline else anchor.today
    days = []
    for count in (m["low"] or m["low2"], m["high"] or m["high2"]):
        unit = 7 if m["unit"].startswith("tuan") else 1
        if m["unit"] in ("thang", "quy", "nam"):
            days.append(add_months(base, number(count) * {"thang": 1, "quy": 3, "nam": 12}[m["unit"]]))
        elif m["work"]:
            days.append(add_workdays(base, number(count) * min(unit, 5), anchor.workday))
        else:
            days.append(base + timedelta(days=number(count) * unit))
    return DateDoubt("vague_date", tuple(one_day(day) for day in days))


def _some(_m: re.Match[str], _anchor: Anchor) -> Answer:
    return DateDoubt("vague_date")


def _in_hours(m: re.Match[str], anchor: Anchor) -> Answer | None:
    minutes = number(m["n"]) * (1 if m["unit"].startswith("p") else 60) + 30 * bool(m["half"])
    moment = anchor.now + timedelta(minutes=minutes)
    at = moment.time().replace(second=0, microsecond=0)
    return DateReading(moment.date(), moment.date(), moment.date(), time=at)


_HOURS = rf"(?P<n>[0-9]{{1,3}}|{NUMBER}) ?(?P<unit>gio|tieng|h|phut|p)(?: dong ho)?(?P<half> ruoi)?"

UNCERTAIN_RULES = (
    rule(
        "some_days",
        rf"(?:trong |sau |them |xin )?(?:mot vai|một vai|vai ba|vai|may|it|dam ba|dam|doi ba|doi|muoi may)"
        rf" (?:{_UNITS}|tieng|gio|phut)(?: lam viec)?(?: {_AHEAD})?",
        _some,
        "vài hôm nữa",
    ),
    rule(
        "two_counts",
        rf"(?<![/.,])(?<!thang )(?<!quy )(?<!ngay )(?<!thu )(?:"
        rf"(?P<low>{NUMBER})(?: ?- ?| den | toi | hoac | hay | ?, ?|(?<=[0-9]) (?=[1-9] ))(?P<high>{NUMBER})|"
        rf"(?P<low2>{UNIT}) (?P<high2>{UNIT})) (?P<unit>{_UNITS})(?P<work> lam viec)?(?: {_AHEAD})?{COUNTED}",
        _uncertain,
        "2-3 ngày nữa",
    ),
)

COUNTED_RULES = (
    rule(
        "more_days",
        rf"{_ASKED} {_COUNT}(?: nua)?{_NO_LEAVE}{COUNTED}{_NOT_SINCE}",
        _more,
        "thêm 3 ngày",
        alone=True,
    ),
    rule(
        "more_days",
        rf"{_ASKED_LOOSELY} {_COUNT}{_NO_LEAVE}{COUNTED}(?! {_AHEAD}){_NOT_SINCE}",
        _more,
        "cho em xin 3 ngày",
        alone=True,
    ),
    rule("more_days", rf"{_LATE} {_COUNT}{COUNTED}", _more, "nộp trễ 2 ngày"),
    rule(
        "hours_ahead",
        rf"(?:trong (?:vong )?)?{_HOURS} nua",
        _in_hours,
        "2 tiếng nữa",
        alone=True,
    ),
    rule("hours_ahead", rf"trong (?:vong )?{_HOURS}(?: toi)?", _in_hours, "trong 24 giờ"),
    rule(
        "days_ahead",
        rf"(?<!con ){_COUNT} nua{COUNTED}",
        _ahead,
        "3 ngày nữa",
        alone=True,
    ),
    rule("days_ahead", r"(?P<n>)(?P<unit>tuan|thang)(?P<half>)(?P<work>) nua", _ahead, "tuần nữa"),
    rule(
        "days_within",
        rf"(?P<lead>trong vong|noi trong|trong|sau|qua) {_COUNT}(?: {_AHEAD})?{COUNTED}",
        _within,
        "trong 3 ngày tới",
    ),
    rule("days_ahead", rf"{_NO_FROM}{_COUNT} {_AHEAD}{COUNTED}", _ahead, "10 ngày tới"),
    rule("more_days", rf"{_NO_FROM}{_COUNT}{_NO_LEAVE}{COUNTED}{_NOT_SINCE}", _more, "3 ngày"),
)
