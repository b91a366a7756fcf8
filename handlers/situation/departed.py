"""Who has left the ward is asked about, or given an order: since when he has, and who has his items."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.directives.words import words_in
from bot.domain.reading.words import fold
from db import audit
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.situation.somebody import called
from handlers.texts.situation import departed as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None where nobody who has left is named, or nothing is asked or ordered."""
    if not turn.ward.former or not rights.may(turn.person, "situation"):
        return None
    return about(turn) if texts.ASKS_OR_ORDERS.search(fold(turn.words)) else None


def about(turn: Turn) -> Sequence[Reply] | None:
    """The same of whatever words that name somebody who has left, and nobody who is there."""
    if not turn.ward.former or called(turn.ward.roster, turn.words):
        return None
    found = called(turn.ward.former_roster, turn.words)
    who = turn.ward.former_roster.who(words_in(turn.words[slice(*found)]), 0) if found else None
    if who is None or len(who.people) != 1:
        return None
    person = turn.ward.former[who.people[0]]
    left = audit.lines(turn.session, turn.ward.id, {audit.DEPART})
    day = next((one.at.date() for one in left if one.subject == person.code), None)
    assigns = rights.may(turn.person, "assign")
    return [Reply(texts.has_left(person, day, _had(turn, person), turn.ward, assigns=assigns))]


def _had(turn: Turn, person: PersonView) -> list[ItemView]:
    """The items that were taken from him, or went to another, in the plan's order."""
    changes = audit.lines(turn.session, turn.ward.id, {"assign"})
    keys = {one.subject for one in changes if one.before == person.code}
    return [item for key, item in turn.ward.items.items() if key in keys and item.owner_id != person.id]
