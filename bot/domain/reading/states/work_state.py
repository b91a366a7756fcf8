"""The state of work, or what stands in its way, as a reading of the part that tells it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.model import Reading
from bot.domain.reading.part import Part
from bot.domain.reading.states import doings
from bot.domain.reading.states.not_yet import is_unfinished


def work_reading(part: Part, state: doings.State) -> Reading:
    """Return the state of work that the part tells. ValueError: it tells none."""
    if state.status is None:
        raise ValueError("no state of work")
    unfinished = state.status == "done" and is_unfinished(part, state.place)
    status = "in_progress" if unfinished else state.status
    reading = part.reading(
        status,
        "state of work",
        status=status,
        words=part.words(),
        span=part.found.span(*state.place),
        also=("obstacle",) if state.obstacle and not (unfinished and _lacks_its_own(part)) else (),
    )
    if status == "done":
        day = find_date(part.beside_names, part.context.now, past=True) if part.names_time else None
        if isinstance(day, DateReading) and day.due <= part.context.now.date():
            reading = replace(reading, date=day.due, date_role="done")
    asked = part.of_item(reading)
    return asked if status != "done" else _as_far_as_each(part, asked, state.place)


def _lacks_its_own(part: Part) -> bool:
    """Tell "khảo sát xong, chưa có kế hoạch" of a task that is to make one from what others owe it."""
    own = part.catalogue.every_word(part.item.key) if part.item else frozenset()
    words = part.found.words(part.start, part.end)
    lacks = [words[at + 2 : at + 4] for at, pair in enumerate(pairwise(words)) if pair == ("chua", "co")]
    return any(what and own.issuperset(what) for what in lacks)


def _as_far_as_each(part: Part, reading: Reading, place: tuple[int, int]) -> Reading:
    """Return what is asked, each choice as its own item has it: "đã nộp hồ sơ" of a recognition goes on."""
    if part.item is not None or not reading.doubts:
        return reading
    doubt = reading.doubts[0]
    each = [
        replace(one, kind="in_progress", status="in_progress")
        if one.item and is_unfinished(replace(part, item=part.catalogue.items[one.item]), place)
        else one
        for one in doubt.candidates
    ]
    return replace(reading, doubts=(replace(doubt, candidates=tuple(each)),))


def obstacle_reading(part: Part, state: doings.State) -> Reading:
    """Return the obstacle that the part tells, in its own words."""
    span = part.found.span(*state.place)
    return part.of_item(part.reading("obstacle", "obstacle", words=part.words(), span=span))
