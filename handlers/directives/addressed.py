"""Whom a leader's words call, and the order that they may be: offered, shown before it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain.directives import called, due_told
from bot.domain.directives.called import Called
from bot.domain.directives.words import words_in
from bot.domain.message import Choice
from bot.domain.workdays import WARD_ZONE
from db.ward_view import PersonView
from handlers import rights
from handlers.texts.directives import offer as texts
from handlers.turn import Turn

MOST = 3
"""So many of those named are offered; more are rather spoken of than spoken to."""


def people(turn: Turn) -> list[PersonView]:
    """Who is called by name and may be given work; not who speaks, nor the chair, nor a unit that is only
    part of an item's name ("khu đô thị kiểu mẫu")."""
    inside = turn.ward.catalogue.find(turn.words).span
    found = [
        one.who.people[0]
        for one in called(turn.words, turn.ward.roster)
        if len(one.who.people) == 1 and not (one.who.unit is not None and _is_within(turn, one, inside))
    ]
    named = [turn.ward.people[one] for one in dict.fromkeys(found)]
    able = [one for one in named if one.id != turn.person.id and rights.may(one, "report")]
    return [one for one in able if not one.has("chair")][:MOST]


def _is_within(turn: Turn, one: Called, span: tuple[int, int]) -> bool:
    words = words_in(turn.words)
    return span[0] <= words[one.start].start and words[one.end - 1].end <= span[1]


def orders(turn: Turn, to: Sequence[PersonView]) -> Iterator[Choice]:
    """The words as an order to each, by the day that they tell: as typing it."""
    told = due_told(turn.words, turn.said_at, turn.ward.calendar.is_workday)
    hour = told.at or turn.rules.task_preset.due_time
    due = datetime.combine(told.due, hour, WARD_ZONE) if told.due is not None else None
    for person in to:
        yield Choice(texts.give_to(person, due), f"/giaoviec {person.name}: {turn.words}")
