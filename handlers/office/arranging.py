"""What the clerk has arranged and no flow took: said how it is done, and never a report in another's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.leave.days_listed import last_after
from handlers.office import days
from handlers.reporting.hearing import is_figure
from handlers.reporting.report import free_text
from handlers.situation.somebody import called
from handlers.texts.leave import said as leave_said
from handlers.texts.office import arranging as texts
from handlers.texts.office import arranging_heard as heard
from handlers.texts.office import days_in_words as days_texts
from handlers.turn import Reply, Turn

LONGEST = 400
"""Letters; what is longer is a report with some words around it."""
MOST = 4
"""So many people at most are offered."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None for what reads as a report. Figures told beside ("…, bhxh 201") are taken in all the same."""
    if not turn.person.has("clerk") or len(turn.words) > LONGEST:
        return None
    kind = _kind(turn, turn.words)
    if kind is None or (kind == heard.DUE and finding.codes_in(turn.words)):
        return None  # another day for a task by its code is asked for: handlers.extensions.extend
    people = [one for one in _people(turn, turn.words) if one != turn.person]
    reports = _reports(turn) if kind != heard.TAKEN_BACK else []
    alone = people[0] if len(people) == 1 else None
    said = texts.understood(kind, alone, turn.person, beside=bool(reports))
    if reports:
        turn.words = ", ".join(reports)
        first, *others = free_text(turn)
        return [replace(first, text=f"{first.text}\n{said}"), *others]
    if kind == heard.DAYS and (swap := _swapped(turn)) is not None:
        return [swap]
    if kind == heard.DAYS:
        known = [day for day, works in _days(turn) if turn.ward.calendar.is_workday(day) == works]
        said = "\n".join([*(days_texts.is_what(day, turn.ward.calendar) for day in known), said])
    item = _item(turn)
    choices = tuple(_choices(turn, kind, item, people))
    return [Reply(said, choices, items=(item.key,) if item is not None else ())]


def closes(turn: Turn) -> Sequence[Reply] | None:
    """ "Chủ tịch bảo NV-004 xong rồi, đóng đi em": the clerk does not close it, who confirms is asked."""
    item = _item(turn) if turn.person.has("clerk") and heard.CLOSES.search(fold(turn.words)) else None
    if item is None or not item.is_task or not finding.codes_in(turn.words):
        return None
    said = texts.understood(heard.CLOSE, None, turn.person)
    return [Reply(said, (Choice(texts.done(item), texts.is_done(item)),), items=(item.key,))]


def _kind(turn: Turn, words: str) -> str | None:
    """What the words, or a clause of them, ask to have arranged."""
    if heard.is_dropped(fold(words)):
        return heard.TAKEN_BACK
    for clause in _clauses(words):
        masked = fold(_masked(turn, clause)).strip()
        for kind, pattern in heard.KINDS:
            if pattern.match(masked):
                return kind
    return None


def _clauses(words: str) -> list[str]:
    return [one.strip() for one in heard.CLAUSES.split(words) if one.strip()]


def _reports(turn: Turn) -> list[str]:
    """The clauses that are figures of items that they name, and no more."""
    return [
        one
        for one in _clauses(turn.words)
        if _kind(turn, one) is None and not heard.GOES_ON.match(fold(one)) and is_figure(turn, one)
    ]


def _masked(turn: Turn, words: str) -> str:
    """The words with a sign for every person and unit that they name."""
    for sign in (heard.PERSON, heard.UNIT):
        while (found := called(turn.ward.roster, words, units=sign == heard.UNIT)) is not None:
            words = f"{words[: found[0]]}{sign}{words[found[1] :]}"
    return words


def _people(turn: Turn, words: str) -> list[PersonView]:
    """Who is named, in the order of the words."""
    people: dict[PersonView, None] = {}
    while (found := called(turn.ward.roster, words)) is not None:
        named = turn.ward.roster.begins(words[slice(*found)])
        if named is not None and len(named.people) == 1:
            people[turn.ward.people[named.people[0]]] = None
        words = words[found[1] :]
    return list(people)


def _days(turn: Turn) -> list[tuple[date, bool]]:
    """The office's days that the clauses name, each with whether it is worked; a date beats a weekday."""
    found: dict[date, bool] = {}
    for one in map(fold, _clauses(turn.words)):
        said = [day[0] for day in days_texts.THE_DAY.finditer(one)]
        dated = [day for day in said if heard.DATED.search(day)] or said
        named = [find_date(day, turn.now, expected=True) for day in dated]
        read = [day.start for day in named if isinstance(day, DateReading) and day.start >= turn.today]
        read = read[-1:] if heard.MOVED.search(one) else read
        found |= dict.fromkeys(read, heard.WORKED.search(one) is not None)
    return list(found.items())


def _swapped(turn: Turn) -> Reply | None:
    """One day off and one worked for it, neither of which is so yet: both in one question."""
    told = [one for one in _days(turn) if turn.ward.calendar.is_workday(one[0]) != one[1]]
    off, worked = [day for day, works in told if not works], [day for day, works in told if works]
    clear = heard.NOT_SO.search(fold(turn.words)) is None and rights.may(turn.person, "set_days")
    return days.proposed_swap(off, worked) if clear and len(off) == len(worked) == 1 else None


def _item(turn: Turn) -> ItemView | None:
    """The one item whose code or whole name the words hold."""
    if codes := finding.codes_in(turn.words):
        coded = [finding.by_code(turn.ward, code) for code in codes]
        return coded[0] if all(one == coded[0] for one in coded) else None
    found = turn.ward.catalogue.find(turn.words)
    if found.sure is None or found.guessed:
        return None
    left = f"{turn.words[: found.span[0]]} {turn.words[found.span[1] :]}"
    other = turn.ward.catalogue.find(left)
    if other.sure is not None and not other.guessed and other.sure.key != found.sure.key:
        return None  # "BHYT, BHXH của anh Minh bàn giao hết cho chị Hương"
    return turn.ward.items[found.sure.key]


def _choices(turn: Turn, kind: str, item: ItemView | None, people: Sequence[PersonView]) -> Iterator[Choice]:
    """Each is as typing it: who is pressed, which day is written, what becomes of the item."""
    if kind == heard.PRESS:
        yield from (Choice(texts.press(one), f"/dondoc {one.code}") for one in people[:MOST])
    elif kind in {heard.OWNER, heard.LEAVE} and len(people) == 2 and (stay := _leave(turn)) is not None:
        person, acting = people
        yield Choice(texts.leave(person, acting, *stay), texts.takes_leave(person, acting, *stay))
    elif kind == heard.DAYS and heard.NOT_SO.search(fold(turn.words)) is None:
        for day, works in _days(turn):
            if turn.ward.calendar.is_workday(day) != works:
                yield Choice(texts.set_calendar(day, works=works), texts.sets_calendar(day, works=works))
    elif kind == heard.PERIOD:
        yield from _corrected(turn, item, people)
    elif kind == heard.VERDICT:
        yield Choice(texts.SEE_WAITING, "/duyet")
    elif item is not None and not item.parts:
        yield from _of_item(turn, kind, item, people)


def _corrected(turn: Turn, item: ItemView | None, people: Sequence[PersonView]) -> Iterator[Choice]:
    """The one figure for which a closed period is to be opened: corrected with a reason instead."""
    folded = fold(turn.words).rstrip(" .!")
    right, month = heard.RIGHT.search(folded), heard.OF_PERIOD.search(folded)
    if item is None and len(people) == 1:
        owned = [one for one in turn.ward.owned(people[0].id) if not one.is_task and not one.parts]
        item = owned[0] if len(owned) == 1 else None
    if right is None or month is None or item is None or item.is_task:
        return
    number, of = turn.words[slice(*right.span("new"))].strip(), month["month"]
    beside = [one for one in _clauses(turn.words) if number not in one]
    why = ", ".join(one for one in beside if not heard.OF_PERIOD.search(fold(one)))
    why = why or turn.words[: right.start()].strip(" ,")
    yield Choice(texts.correct(item, of, number), texts.corrects(item, of, number, why))


def _leave(turn: Turn) -> tuple[date, date] | None:
    """From when to when somebody is away for whom another is to act: "từ 25/11 anh Kiên đi học 2 tháng"."""
    folded = fold(turn.words)
    from_day = heard.FROM_DAY.search(folded)
    if from_day is None or leave_said.LEAVE.search(folded) is None:
        return None
    first = find_date(from_day[1], turn.now, expected=True)
    if not isinstance(first, DateReading) or first.start < turn.today:
        return None
    last = last_after(turn.words, first.start)
    return (first.start, last) if last is not None else None


def _of_item(turn: Turn, kind: str, item: ItemView, people: Sequence[PersonView]) -> Iterator[Choice]:
    if kind == heard.OWNER:
        others = [one for one in people if one.id != item.owner_id]
        yield from (
            Choice(texts.hand(item, one), f"/phancong {item.key} {one.code}") for one in others[:MOST]
        )
    elif kind == heard.DECIDER:
        yield from (Choice(texts.decide(item, one), texts.puts_to_decide(item, one)) for one in people[:MOST])
    elif kind == heard.DUE and item.is_task:
        day = find_date(finding.without_codes(turn.words), turn.now, expected=True)
        if isinstance(day, DateReading) and day.due > turn.today:
            yield Choice(texts.set_day(item, day.due), texts.sets_day(item, day.due))
    elif kind == heard.DONE and item.is_task:
        yield Choice(texts.done(item), texts.is_done(item))
    elif kind == heard.TAKEN_BACK and not item.is_task:
        yield Choice(texts.history(item), f"/lichsu {item.key}")
