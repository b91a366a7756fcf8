""" "Quý 3 bao nhiêu việc xong đúng hạn": counted from what came and by when it was due."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields

from bot.domain.message import Choice
from bot.domain.periods import Period
from bot.domain.reading.words import fold
from handlers import finding, rights
from handlers.situation import periods, somebody
from handlers.situation.counts import Tallies, Tally, tallies
from handlers.situation.parts import unit_called
from handlers.texts.common import named
from handlers.texts.periods import period_words
from handlers.texts.situation import done_in_time as texts
from handlers.texts.situation.of_many import of_ward
from handlers.turn import Reply, Turn

LONGEST = 120
MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12), "9M": (1, 9)}


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The counts of each period that is named, else of the year so far; None for other words."""
    folded = fold(turn.words).strip(" .!")
    if len(folded) > LONGEST or not rights.may(turn.person, "situation") or not texts.ASKS.search(folded):
        return None
    if not turn.person.has("chair", "leader", "clerk", "observer") or finding.codes_in(turn.words):
        return None
    scope, people = _of_whom(turn)
    counted = tallies(turn.session, turn.now, turn.office, turn.ward)
    found = [
        one
        for one in periods.several(turn, texts.BESIDE.sub(", ", turn.words))[0]
        if _months(one) is not None
    ]
    lines = list[str]()
    for one in found:
        lines += texts.of_period(period_words(one.key), *_of(counted, _months(one) or (1, 12), turn, people))
    if not found:
        whole = (1, turn.today.month)
        lines += texts.of_period(texts.SO_FAR, *_of(counted, whole, turn, people))
    text = texts.answer(turn.person, scope, lines, turn.ward.loaded_at)
    return [Reply(text, (Choice(texts.LATE_NOW, "/quahan"),))]


def _of_whom(turn: Turn) -> tuple[str, Collection[int]]:
    """What is counted, and whose it is; nobody for the whole ward."""
    for name in somebody.all_named(turn, turn.words):
        who = turn.ward.roster.begins(name)
        if who is not None and not who.rest and len(who.people) == 1:
            return named(turn.ward.people[who.people[0]]), who.people
        unit = unit_called(turn.ward, name)
        if unit is not None:
            inside = [one.id for one in turn.ward.people.values() if one.unit_id == unit]
            return turn.ward.units[unit], inside
    return of_ward(turn.ward), ()


def _months(period: Period) -> tuple[int, int] | None:
    """The first and the last month of a period's name; None for a week."""
    _year, _, part = period.key.partition("-")
    if not part:
        return (1, 12)
    if part.isdigit():
        return int(part), int(part)
    return MONTHS.get(part)


def _of(counted: Tallies, months: tuple[int, int], turn: Turn, people: Collection[int]) -> tuple[str, Tally]:
    first, last = months
    total = Tally()
    for (person, month), one in counted.items():
        year, number = month.split("-")
        inside = int(year) == turn.ward.year and first <= int(number) <= last
        if inside and (not people or person in people):
            for part in fields(Tally):
                setattr(total, part.name, getattr(total, part.name) + getattr(one, part.name))
    return texts.months(first, last), total
