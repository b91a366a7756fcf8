"""By when an order is to be done, where several days are told or the day only stands beside its deed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.directives import due_words as heard
from bot.domain.directives import vocabulary as say
from bot.domain.directives.due_days import days_of, due_day, is_over
from bot.domain.directives.edges import not_into
from bot.domain.directives.wording import in_the_morning
from bot.domain.reading.dates import DateDoubt, DateReading, Workday, find_date
from bot.domain.reading.words import fold


@dataclass(frozen=True, slots=True)
class Told:
    """The day, its hour, the words for it; or the days that may be meant."""

    due: date | None = None
    at: time | None = None
    words: str = ""
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clause:
    """The day of one clause, where it says that something is handed in by then."""

    found: DateReading
    words: str
    handed: bool


def due_told(text: str, now: datetime, calendar: Workday | None = None) -> Told:
    """The day by which a message wants something; days to choose from where it is not said, or twice."""
    clauses = list(_clauses(text, now, calendar))
    if (ahead := _ahead(text, clauses, now)) is not None:
        return ahead
    handed = [one for one in clauses if one.handed]
    coming = [one for one in handed if due_day(one.found, calendar) >= now.date()]
    if len({due_day(one.found, calendar) for one in coming}) == 1:
        one = coming[-1]
        at = one.found.time or in_the_morning(one.words)
        return Told(due_day(one.found, calendar), at, one.words)
    if {one.found.due for one in clauses} == {now.date()}:
        one = clauses[-1]
        return Told(now.date(), one.found.time or in_the_morning(one.words), one.words)
    days = [day for one in coming or clauses for day in days_of(one.found, now.date(), calendar)]
    words = clauses[0].words if len(clauses) == 1 else ""
    at = clauses[0].found.time or in_the_morning(words) if len(clauses) == 1 else None
    return Told(None, at, words, tuple(dict.fromkeys(days)))


def _clauses(text: str, now: datetime, calendar: Workday | None) -> Iterator[_Clause]:
    """Each clause that names a day; a bare "chiều" is that of the day named before, else of today."""
    last: date | None = None
    for words in _cut(text):
        if heard.EVERY_DAY.search(fold(words)):
            continue
        spelt, half = _spelt_out(words)
        found = _day_in(spelt, words, now, calendar)
        if found is None or is_over(found, words, now.date()):
            continue
        found = not_into(found, spelt, calendar)
        if half and last is not None and found.due == now.date():
            found = replace(found, start=last, end=last, due=last)
        last = found.due
        said = spelt[slice(*found.span)].strip()
        yield _Clause(found, said if said in words else "", _is_handed(words))


def _day_in(spelt: str, words: str, now: datetime, calendar: Workday | None) -> DateReading | None:
    """The day of a clause; none of a document, of its period, of "từ đầu năm"."""
    bare = fold(spelt)
    for pattern in (say.NAMED_DAYS, heard.DOCUMENT, heard.OF_PERIOD, heard.SINCE, heard.TITLE):
        bare = pattern.sub(lambda at: "." * len(at[0]), bare)
    blank = "".join("." if left == "." else typed for typed, left in zip(spelt, bare, strict=True))
    for one in heard.REPORTED_ON.finditer(fold(blank)):
        start, end = one.span("verb")
        blank = f"{blank[:start]}{'nộp':{end - start}}{blank[end:]}"
    found = find_date(blank, now, expected=True, calendar=calendar)
    if isinstance(found, DateDoubt):
        counted = heard.ONLY_COUNTED.fullmatch(fold(words).strip()) is not None
        return found.candidates[0] if counted and found.candidates else None
    return found


def _is_handed(words: str) -> bool:
    folded = heard.TO_ANOTHER.sub(" ", " ".join(fold(words).split()))
    counted = heard.ONLY_COUNTED.fullmatch(folded.strip())
    return bool(counted or heard.HANDED.search(folded) or heard.NOT_LATER.search(folded))


def _cut(text: str) -> Iterator[str]:
    begins = 0
    for gap in heard.CUT.finditer(fold(text)):
        yield text[begins : gap.start()]
        begins = gap.end()
    yield text[begins:]


def _spelt_out(words: str) -> tuple[str, bool]:
    """A clause with "chiều" as "chiều nay" and "trước 25" as "trước ngày 25"; whether the first was there."""
    half = heard.HALF_DAY.search(words.lower())
    if half is not None:
        words = f"{words[: half.end()]} nay{words[half.end() :]}"
    bare = heard.BARE_DAY.search(fold(words))
    if bare is not None:
        words = f"{words[: bare.start()]}ngày {words[bare.start() :]}"
    if (aimed := heard.AIMED.search(fold(words))) is not None:
        (begins, ends), (done, end) = aimed.span("aim"), aimed.span("done")
        aim = f"{'trước':{ends - begins}}"
        words = f"{words[:begins]}{aim}{words[ends:done]}{' ' * (end - done)}{words[end:]}"
    return words, half is not None


def _ahead(text: str, clauses: list[_Clause], now: datetime) -> Told | None:
    """The day of "họp ngày 27, tài liệu gửi trước 2 ngày"; None where it is over or nothing is to happen."""
    said = heard.AHEAD.search(fold(text))
    if said is None:
        return None
    event = next((one.found for one in clauses if one.found.start == one.found.end), None)
    event = event or _in_front(text[: said.start()], now)
    if event is None:
        return None
    count = heard.COUNTS.get(said["count"]) or int(said["count"])
    day = event.due - timedelta(days=count * (7 if said["unit"] == "tuan" else 1))
    return Told(day, None, text[said.start() : said.end()]) if day > now.date() else None


def _in_front(text: str, now: datetime) -> DateReading | None:
    found = find_date(text, now, expected=True)
    return found if isinstance(found, DateReading) and found.start == found.end else None
