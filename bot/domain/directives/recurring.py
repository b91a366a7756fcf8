"""What comes back: "hằng tuần vào thứ Sáu", "ngày 20 mỗi tháng", "hằng quý, bắt đầu từ tháng 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.domain.directives.model import Directive, Recurrence
from bot.domain.directives.vocabulary import NAMED_DAYS
from bot.domain.reading.dates import DateReading, Workday, find_date
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import fold
from bot.domain.schedule import WEEKDAYS

Span = tuple[int, int]
_FREQUENCIES = {"tuan": "week", "thang": "month", "quy": "quarter", "qui": "quarter"}
_TYPED = frozenset(
    listed(
        """
    hằng | hàng | hang | mỗi | moi | từng | tung | các | cac | tuần | tuan | tháng | thang | quý | quí |
    quy | qui
    """
    )
)
"""These words, and not "mới tuần trước" or "hạng", which fold to the same."""
_OF_NUMBER = r"(?! \d{1,2}(?:/\d{4})?(?![\w:])(?! (?:lan|gio)))(?! (?:nay|toi|sau|qua)(?!\w))"


def _compiled(pattern: str) -> re.Pattern[str]:
    """Words stand apart by any number of blanks: what was read before is blank too."""
    return re.compile(re.sub(r" (?!\?)", " +", pattern))


_EVERY = _compiled(
    r"(?<!\w)(?:(?:vao|dinh ky|cuoi|dau) )*(?P<every>hang|moi|tung)(?: (?:mot|1))? "
    rf"(?P<unit>tuan|thang|quy|qui)(?: (?:mot|1) lan)?(?!\w){_OF_NUMBER}"
)
_ONE_TIME_A = _compiled(
    r"(?:(?<!\w)(?:moi|mot|1) |(?<!\d)(?<!hai)(?<!ba)(?<!bon)(?<!nam)(?<!sau)(?<=\s))"
    r"(?P<unit>tuan|thang|quy|qui) (?:mot|1) lan(?!\w)"
)
_NUMBERED = _compiled(r"(?<!\w)(?:\d+|hai|ba|bon|nam|sau|may|vai) $")
_NAME = r"(?:hai|ba|tu|nam|sau|bay|[2-7])"
_EVERY_DAY_NAME = _compiled(
    rf"(?<!\w)(?P<every>moi|cac) (?=(?:sang |chieu )?(?:thu {_NAME}(?!\w)|chu nhat(?!\w)|t[2-7](?!\w)))"
)
_HOUR = r"(?:\d{1,2} ?(?:h|g|gio)(?: ?\d{2})?|\d{1,2}:\d{2})(?!\w)"
_BEFORE = rf"(?:{_HOUR},? (?:ngay )?)?(?:(?:sang|trua|chieu|toi) )?"
_BEHIND = rf"(?:,? (?:(?:luc|truoc) )?{_HOUR}(?: (?:sang|chieu))?)?"
_AND = r"(?: ?,| va| den| ?-) ?"
_WEEKDAY = _compiled(
    rf"(?<!\w){_BEFORE}(?P<day>thu {_NAME}(?:{_AND}(?:thu )?{_NAME})*|t[2-7](?:{_AND}t[2-7])*|chu nhat)(?!\w)"
    rf"(?P<once> (?:tuan )?(?:nay|toi|sau)(?!\w)| \d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?)?{_BEHIND}"
)
_MONTH_DAY = _compiled(
    rf"(?<!\w){_BEFORE}(?:ngay|mung|mong) (?P<day>\d{{1,2}}(?:{_AND}(?:ngay )?\d{{1,2}}(?![\d/]))*)"
    rf"(?![\w/]|\.\d| thang \d)"
    rf"(?: (?:cua )?thang (?:cuoi|dau) quy)?{_BEHIND}"
)
_NAMES = dict(zip((*"234567", "chu nhat"), WEEKDAYS, strict=True)) | dict(
    zip(("hai", "ba", "tu", "nam", "sau", "bay"), WEEKDAYS, strict=False)
)
_FROM = _compiled(
    r"(?<!\w)(?:(?:bat dau|thuc hien|ap dung|ke) )*tu "
    r"(?P<day>(?:(?:thu \w+ )?tuan|thang|quy) (?:nay|sau|toi|\d{1,2}(?![\d/])|[iv]+)|"
    r"hom nay|ngay mai|(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?)(?!\w)"
)
_UNTIL = _compiled(
    r"(?<!\w)(?:(?:tu nay|keo dai|cho) )*(?:den|toi) (?:khi )?(?:(?:het|cuoi) )*"
    r"(?P<day>nam(?: nay| \d{4})?|(?:thang|quy) (?:\d{1,2}|[iv]+|nay|sau)|"
    r"(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?)(?![\w/])"
)
_IN_WORDS = (
    r"(?:mong |mung )?(?:muoi |hai |ba |hai muoi |ba muoi )?"
    r"(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)"
    r" thang (?:muoi )?(?:mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi|gieng|chap)"
)
_DAY_IN_YEAR = (
    rf"(?:ngay )?\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?|cuoi (?:thang|quy) (?:\d{{1,2}}|nay|sau)|{_IN_WORDS}"
    r"|(?:mong |mung )\d{1,2} thang \d{1,2}|\d{1,2} thang \d{1,2}"
)
_ENDS = _compiled(
    r"(?<!\w)(?:(?:phan dau|co gang|ket thuc)(?: (?:vao|truoc|trong|den|toi|ngay))* "
    rf"(?P<day>{_DAY_IN_YEAR})(?![\w/])"
    r"(?: (?:la|thi|phai) (?:xong|hoan thanh)| xong| hoan thanh)?"
    rf"|(?P<until>{_DAY_IN_YEAR})(?![\w/]) (?:la|thi) (?:xong|het|thoi)(?: (?:han|het|dut diem))?)(?!\w)"
)
"""When all of it is to be done, besides the day of each time: "phấn đấu 15/12 là xong"."""
_YEAR_END = _compiled(r"(?:nam(?: nay| \d{4})?|(?:ngay )?31/12(?:/\d{4})?)")
_LAST_DAY = 28
"""The last day that every month has."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """What an order says of coming back: `may_be` more than one, or `days` beside it, is to be asked.

    `marks` and `day_at` are where it was said; `begins` the first day that counts, `until` another end than
    the year's in the words that say it.
    """

    may_be: tuple[Recurrence, ...]
    days: tuple[date, ...] = ()
    at: time | None = None
    marks: tuple[Span, ...] = ()
    day_at: Span | None = None
    begins: date | None = None
    until: str = ""


def find_recurring(
    text: str, now: datetime, calendar: Workday | None = None, frequency: str | None = None
) -> Recurring | None:
    """What comes back by the words of a text in NFC; None when nothing does.

    `frequency` is what is known already, when only the day is said anew. A day of the calendar beside it
    ("hằng tháng, trước 25/11") may be the one deadline of a task that comes but once: both are candidates.
    """
    marks = list(_marks(text))
    found = tuple(dict.fromkeys([kind for kind, _ in marks] or ([frequency] if frequency else [])))
    if not found:
        return None
    left = _blank(text, [span for _, span in marks])
    left = (
        NAMED_DAYS.sub(lambda name: "." * len(name[0]), fold(left)) if NAMED_DAYS.search(fold(left)) else left
    )
    left, begins, began = _beginning(left, now)
    left, until, ended = _ending(left)
    spans = (*(span for _, span in marks), *began, *ended)
    if len(found) > 1:
        return Recurring(tuple(Recurrence(kind) for kind in found), (), None, spans, None, begins, until)
    may_be, days, at, day_at = _day(left, found[0], now, calendar)
    return Recurring(may_be, days, at, spans, day_at, begins, until)


def with_recurring(order: Directive, found: Recurring) -> Directive:
    """The order with how it comes back."""
    return replace(
        order,
        recurrences=found.may_be,
        days=found.days,
        at=found.at,
        begins=found.begins,
        until=found.until,
    )


def _marks(text: str) -> Iterator[tuple[str, Span]]:
    folded = fold(text)
    for at in _EVERY.finditer(folded):
        if {_typed(text, at, "every"), _typed(text, at, "unit")} <= _TYPED:
            yield _FREQUENCIES[at["unit"]], at.span()
            folded = _blank(folded, [at.span()])
    for at in _EVERY_DAY_NAME.finditer(folded):
        if _typed(text, at, "every") in _TYPED:
            yield "week", at.span()
    for at in _ONE_TIME_A.finditer(folded):
        if _typed(text, at, "unit") in _TYPED and not _NUMBERED.search(folded[: at.start()]):
            yield _FREQUENCIES[at["unit"]], at.span()


def _typed(text: str, at: re.Match[str], group: str) -> str:
    return text[slice(*at.span(group))].lower()


def _blank(text: str, spans: list[Span]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _beginning(text: str, now: datetime) -> tuple[str, date | None, tuple[Span, ...]]:
    at = _FROM.search(fold(text))
    read = find_date(text[slice(*at.span("day"))], now, expected=True) if at else None
    if at is None or not isinstance(read, DateReading):
        return text, None, ()
    return _blank(text, [at.span()]), read.start, (at.span(),)


def _ending(text: str) -> tuple[str, str, tuple[Span, ...]]:
    at = _UNTIL.search(fold(text))
    if at is None or text[at.start() :].lower().startswith("tôi"):
        at = _ENDS.search(fold(text))
    if at is None:
        return text, "", ()
    until = "" if _YEAR_END.fullmatch(at["day"] or "") else " ".join(text[slice(*at.span())].split())
    return _blank(text, [at.span()]), until, (at.span(),)


def _day(
    text: str, frequency: str, now: datetime, calendar: Workday | None
) -> tuple[tuple[Recurrence, ...], tuple[date, ...], time | None, Span | None]:
    """The days that may be meant in each period, and those of the calendar; the hour; where they are said."""
    said = list(_said(text, frequency))
    rules = dict.fromkeys(rule for at in said for rule in _rules(at["day"], frequency))
    hours = [hour for at in said if (hour := _hour(text, at, now))]
    once = [at for at in said if at.groupdict().get("once")]
    rest = _blank(text, [at.span() for at in said if at not in once])
    read = find_date(rest, now, calendar=calendar, expected=bool(once))
    days = (read.due,) if isinstance(read, DateReading) and read.due >= now.date() else ()
    if days and not rules:
        rules = dict.fromkeys(_of_date(days[0], frequency))
    dated = read if isinstance(read, DateReading) else None
    hour = next(iter(hours), dated.time if dated else None)
    places = [*(at.span() for at in said), *([dated.span] if dated and days else [])]
    place = places[0] if len(places) == 1 or once else None
    return tuple(Recurrence(frequency, one) for one in rules or (None,)), days, hour, place


def _hour(text: str, at: re.Match[str], now: datetime) -> time | None:
    """The hour beside a day; of the month's, beside its first, which every month has."""
    day = "1" if at["day"][0].isdigit() else at["day"]
    read = find_date(
        text[at.start() : at.start("day")] + day + text[at.end("day") : at.end()], now, expected=True
    )
    return read.time if isinstance(read, DateReading) else None


def _said(text: str, frequency: str) -> Iterator[re.Match[str]]:
    """Days as they are named in such a period; "thu ba quý" is no Tuesday where marks are typed."""
    unmarked = fold(text) == text.lower()
    for at in (_WEEKDAY if frequency == "week" else _MONTH_DAY).finditer(fold(text)):
        if unmarked or not _typed(text, at, "day").startswith("thu "):
            yield at


def _rules(day: str, frequency: str) -> Iterator[str | None]:
    if frequency == "week":
        for name in re.findall(rf"chu nhat|(?<![^\W\d]){_NAME}(?!\w)|(?<=t)[2-7]", day):
            yield _NAMES[name]
        return
    for number in map(int, re.findall(r"\d+", day)):
        yield from _of_number(number)


def _of_number(number: int) -> Iterator[str | None]:
    """A day that not every month has may be its last one that all have, or the ward's usual deadline."""
    if 1 <= number <= _LAST_DAY:
        yield str(number)
    else:
        yield from (str(_LAST_DAY), None)


def _of_date(day: date, frequency: str) -> Iterator[str | None]:
    if frequency == "week":
        yield WEEKDAYS[day.weekday()]
    else:
        yield from _of_number(day.day)
