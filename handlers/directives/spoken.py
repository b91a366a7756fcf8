"""A leader's order told as people talk: its draft, shown before it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.directives import Directive, read_spoken
from bot.domain.reading.words import fold
from handlers import finding, rights
from handlers.directives import draft as drafts
from handlers.directives import with_file
from handlers.directives.asking import go_on, waiting
from handlers.texts.directives import draft as texts
from handlers.texts.directives import heard
from handlers.texts.situation import by_topic
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The drafts of what he tells whom he calls to do; None for other words, and from everybody else."""
    if not rights.may(turn.person, "directive_in_words") or turn.ward.plan_id is None:
        return None
    if finding.codes_in(turn.words) or by_topic.counts(turn.words):
        return None
    urgent = heard.URGENT.match(fold(turn.words))
    said = turn.words[urgent.end() :] if urgent else turn.words
    orders = read_spoken(said, turn.ward.roster, turn.said_at, turn.ward.calendar.is_workday)
    found = [one for order in orders if (one := _able(turn, order)) is not None]
    if not found or len(found) < len(orders):
        return None
    return [_put(turn, found)]


def _able(turn: Turn, order: Directive) -> Directive | None:
    """The order to those who may be in charge of something; None where nobody is left."""
    people = [one for one in drafts.able(turn.ward, order.people) if one != turn.person.id]
    return replace(order, people=tuple(people)) if people else None


def _put(turn: Turn, orders: Sequence[Directive]) -> Reply:
    """The first one is put, the others wait behind it."""
    several = len(orders) > 1
    first, *rest = (
        replace(
            with_file.added(turn, drafts.of_message(turn, order, turn.words, turn.person)),
            place=place if several else 0,
        )
        for place, order in enumerate(orders)
    )
    left = waiting(turn)
    before = drafts.from_json(left.payload["draft"]) if left else None
    first = replace(first, then=tuple(one.to_json() for one in rest))
    return go_on(turn, first, texts.left_behind(before) if before else "")
