""" "Chủ nhật này làm bù", "17/11 vẫn đi làm", "24/11 nghỉ lễ gì": the office's days, told and asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db import leaves
from handlers import rights
from handlers.office import days
from handlers.texts.office import days as days_texts
from handlers.texts.office import days_in_words as texts
from handlers.turn import Reply, Turn

LONGEST = 200
"""Letters; a longer message tells of more than a day."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """Told by who sets days: asked, with the day; others are told who does. A question is answered."""
    folded = fold(turn.words).strip(" .!")
    if len(folded) > LONGEST or texts.ABOUT.search(folded) is None:
        return None
    if texts.COMING.fullmatch(folded):
        return [_coming(turn, only_tet=texts.is_of_tet(folded))]
    named = _masked(turn, folded)
    if named is None:
        return None
    masked, found = named
    if len(found) == 1 and texts.OF_A_DAY.fullmatch(masked):
        return [_is_what(turn, found[0])]
    return _told(turn, masked, found)


def _told(turn: Turn, masked: str, found: Sequence[list[date]]) -> Sequence[Reply] | None:
    if len(found) == 2:
        return _swapped(turn, masked, *found)
    if len(found) != 1 or _is_away(turn, found[0]):
        return None
    sets, (chosen,) = rights.may(turn.person, "set_days"), found
    for pattern, works in ((texts.WORKS, True), (texts.OFF, False)):
        if (said := pattern.fullmatch(masked)) is not None:
            return (
                [_asked(turn, chosen, _typed(turn, said["why"] or ""), works=works)] if sets else _by_clerk()
            )
    if sets and len(chosen) == 1 and texts.EITHER.fullmatch(masked):
        return [_or_oneself(turn, chosen[0])]
    return None


def _typed(turn: Turn, why: str) -> str:
    """The end of the message that these folded words are, as it was typed."""
    return turn.words.strip(" .!")[-len(why) :].strip(" ,") if why else ""


def _by_clerk() -> Sequence[Reply]:
    return [Reply(texts.by_clerk())]


def _is_away(turn: Turn, chosen: Sequence[date]) -> bool:
    """Who is on leave on one of the days speaks of that."""
    rows = leaves.open_of(turn.session, turn.person.id, turn.today)
    return any(row.first <= day <= row.last for row in rows for day in chosen)


def _masked(turn: Turn, folded: str) -> tuple[str, list[list[date]]] | None:
    """The words with "@" for the days, and the days; None where one cannot be read."""
    found = []
    for one in texts.DAYS.finditer(folded):
        read = [find_date(day[0], turn.now, expected=True) for day in texts.THE_DAY.finditer(one[0])]
        chosen = [day.start for day in read if isinstance(day, DateReading) and day.start == day.end]
        if len(chosen) < len(read):
            return None
        found.append(chosen)
    return (" ".join(texts.DAYS.sub("@", folded).split()), found) if found else None


def _asked(turn: Turn, chosen: Sequence[date], why: str, *, works: bool) -> Reply:
    """The question whether the days are to be written; what is so already, or past, is told at once."""
    calendar = turn.ward.calendar
    if all(calendar.is_workday(day) == works and day not in calendar.estimated for day in chosen):
        return Reply(" ".join(texts.is_what(day, calendar) for day in chosen))
    if min(chosen) < turn.today:
        return Reply(days_texts.past(min(chosen)))
    return days.proposed(chosen, works=works, why=why)


def _swapped(turn: Turn, masked: str, first: list[date], second: list[date]) -> Sequence[Reply] | None:
    said = next((one for pattern in texts.SWAPS if (one := pattern.fullmatch(masked))), None)
    moves = texts.MOVES.fullmatch(masked) is not None and days.is_moved(turn, first, second)
    if said is None and not moves:
        return None
    if not rights.may(turn.person, "set_days"):
        return _by_clerk()
    works_first = said is None or any(said.groupdict().get(name) is not None for name in ("works", "works2"))
    worked, off = (first, second) if works_first else (second, first)
    return [days.proposed_swap(off, worked)]


def _or_oneself(turn: Turn, day: date) -> Reply:
    """Of everybody, or of who says it: each is written by its own command."""
    choices = (
        Choice(texts.everybody(day), f"/ngaynghi {day:%d/%m/%Y}"),
        Choice(texts.oneself(turn.person, day), f"/nghi {day:%d/%m/%Y}"),
    )
    return Reply(texts.or_oneself(day, turn.person), choices)


# --- asked -----------------------------------------------------------------------------------------------


def _is_what(turn: Turn, chosen: Sequence[date]) -> Reply:
    calendar = turn.ward.calendar
    lines = [texts.is_what(day, calendar) for day in chosen]
    if rights.may(turn.person, "set_days"):
        lines.append(texts.how_to_change(chosen[0], works=calendar.is_workday(chosen[0])))
    return Reply("\n".join(lines))


def _coming(turn: Turn, *, only_tet: bool) -> Reply:
    coming = days.special_days(turn.ward.calendar, turn.today)
    if only_tet:
        coming = [one for one in coming if texts.is_of_tet(fold(one.name))] or coming
    return Reply(days_texts.known(coming) if coming else texts.none_coming())
