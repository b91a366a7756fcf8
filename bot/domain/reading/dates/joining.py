"""Several dates in one text: a range, a choice, the same day said twice, or the one that is meant."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.reading.dates.model import DateDoubt, DateReading, one_day
from bot.domain.reading.dates.rule import Answer, Found
from bot.domain.reading.dates.spans import add_months

_SAME = re.compile(r"(?: ?[,(] ?| )?(?:(?:vao|la|tuc la|tuc|nham|ngay|trong|cua|thi) )*\(?")
_RANGE = re.compile(r" ?- ?| (?:cho )?(?:den|toi|qua|sang)(?: het)?(?: ngay)? ")
_OR = re.compile(r"(?: ?, ?| ?/ ?| )(?:hoac la|hoac|hay la|hay)(?: (?:la|ngay|vao))* | ?/ ?")
_OPEN = re.compile(r",? hoac(?!\w)")
_MOVED = re.compile(r"(?<!\w)(?:doi|lui|chuyen|hoan)(?: \w+){0,3} ?$")
_AIM = re.compile(
    r"(?<!\w)(?:den|toi|sang|qua|lui|doi|hen|xin|ma|thanh|chuyen)"
    r"(?: (?:het|ngay|vao|la|lai|den|toi|em|e))* ?$"
)
_PROMISE = re.compile(
    r"[ ,.:]*(?:(?:thi|la|se|moi|em|e|minh|chung em|ben em|a|xin|phep|co gang)[ ,]+)*"
    r"(?:nop|gui|bao|tra|xong|hoan thanh|trinh|bo sung|cap nhat)(?!\w)"
)
_REFUSED_BEFORE = re.compile(
    r"(?<!\w)(?:(?:khong|ko|k|chu khong|cha|hong) (?:phai|kip)|thay vi|thay cho|han cu|han la|han)"
    r"(?: (?:la|ngay|vao))* ?$"
)
_REFUSED_AFTER = re.compile(r",? (?:thi |em |e )*(?:khong|ko|k|chua|chang|ban|hop|nghi)(?!\w)(?! em| e )")

_REACH = 60


def join(text: str, found: list[Found]) -> list[Found]:
    """Return the dates left when neighbours that make one statement are read together."""
    joined: list[Found] = []
    for f in found:
        together = _together(text, joined[-1], f) if joined else None
        if together is None:
            joined.append(f)
        else:
            joined[-1] = together
    return joined


def _together(text: str, a: Found, b: Found) -> Found | None:
    glue = text[a.end : b.start]
    if not (a.alone or b.alone):
        return None
    if _OR.fullmatch(glue):
        answer: Answer = DateDoubt("vague_date", (*_readings(a.answer), *_readings(b.answer)))
    elif (
        _RANGE.fullmatch(glue)
        or _RANGE.fullmatch(text[a.end : b.core])
        or _RANGE.fullmatch(glue + _opening(text, b))
        or _RANGE.fullmatch(_closing(text, a) + glue)
    ):
        answer = b.answer if _MOVED.search(_before(text, a)) else _range(a.answer, _following(a.answer, b))
    elif _SAME.fullmatch(glue) and a.alone and b.alone:
        answer = _both(a, b)
    else:
        return None
    return Found(a.start, b.end, answer, b.rule, a.alone or b.alone, a.core)


def _opening(text: str, f: Found) -> str:
    """Return the "đến" that is part of the later date ("đến hết tuần")."""
    opening = text[f.core : f.core + len("den ")]
    return opening if opening in ("den ", "toi ") else ""


def _closing(text: str, f: Found) -> str:
    """Return the "tới" that was read with the earlier weekday: "thứ 2 tới thứ 4" is no coming Monday."""
    said = text[f.start : f.end]
    return " toi" if f.rule.startswith("weekday") and said.endswith(" toi") else ""


def _following(a: Answer, b: Found) -> Answer:
    """Return the later end of a range of weekdays: of the next week where that day is before the first."""
    later = b.answer
    bare = b.rule == "weekday" and isinstance(later, DateReading) and later.start == later.end
    if bare and isinstance(a, DateReading) and isinstance(later, DateReading) and later.due < a.start:
        return one_day(later.due + timedelta(days=7))
    return later


def _readings(answer: Answer) -> tuple[DateReading, ...]:
    return answer.candidates if isinstance(answer, DateDoubt) else (answer,)


def _range(a: Answer, b: Answer) -> Answer:
    if isinstance(a, DateDoubt) or isinstance(b, DateDoubt):
        return b if isinstance(b, DateDoubt) else a
    start = next((day for day in (a.start, *a.alternatives) if day <= b.due), None)  # it may have begun
    if start is None:
        return DateDoubt("vague_date", (a, b))
    return replace(b, start=start, alternatives=(), modifier=b.modifier or None)


def _both(a: Found, b: Found) -> Answer:
    """Return the day on which both agree ("thứ 6, 27/11"; "tuần sau, thứ 5"), else the doubt between them."""
    one, other = a.answer, b.answer
    if isinstance(one, DateDoubt):
        return other if a.rule == "no_day" else one
    if isinstance(other, DateDoubt):
        return one if b.rule == "no_day" else other
    for wide, narrow, rule in ((one, other, b.rule), (other, one, a.rule)):
        within = (
            narrow
            if wide.start <= narrow.start and narrow.end <= wide.end
            else _moved_into(wide, narrow, rule)
        )
        if within:
            modifier = narrow.modifier or (wide.modifier if wide.start == wide.end else None)
            return replace(within, time=narrow.time or wide.time, modifier=modifier, alternatives=())
    return DateDoubt("vague_date", (one, other))


def _moved_into(wide: DateReading, narrow: DateReading, rule: str) -> DateReading | None:
    """Return the weekday of a week, or the day of a month, said beside it; a date keeps its right weekday."""
    days = (wide.end - wide.start).days
    if rule == "weekday" and days == 0:
        return wide if wide.due.weekday() == narrow.due.weekday() else None
    if rule == "weekday" and days == 6:
        return one_day(wide.start + timedelta(days=narrow.due.weekday()))
    if rule == "day_of_month" and 27 <= days <= 30 and narrow.due.day <= wide.end.day:
        day = wide.start.replace(day=narrow.due.day)
        return one_day(day) if narrow.due != add_months(day, 1) else None  # else it is over this month
    return None


def _before(text: str, f: Found) -> str:
    return text[max(0, f.start - _REACH) : f.start]


def choose(text: str, found: list[Found]) -> Found:
    """Return the date that is meant; when several may be, the doubt between them."""
    real = [f for f in found if f.rule != "no_day"] or found[:1]
    real = [f for f in real if not _refused(text, f)] or real
    if len(real) > 1:
        aimed = [f for f in real if _AIM.search(_before(text, f)) or _PROMISE.match(text, f.end)]
        real = aimed or real
    days = {_day(f.answer) for f in real}
    if len(days) == 1 and not _OPEN.match(text, real[-1].end):
        return real[0]
    candidates = tuple(reading for f in real for reading in _readings(f.answer))
    return replace(real[0], answer=DateDoubt("vague_date", candidates), end=real[-1].end, rule="two_dates")


def _refused(text: str, f: Found) -> bool:
    return bool(_REFUSED_BEFORE.search(_before(text, f)) or _REFUSED_AFTER.match(text, f.end))


def _day(answer: Answer) -> date | str:
    return answer.due if isinstance(answer, DateReading) else answer.reason
