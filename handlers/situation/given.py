"""What a leader has ordered: each task once, what is late first, whether it was received."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, time

from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db import directives
from db.models import Directive
from handlers import rights
from handlers.situation import periods, somebody
from handlers.situation.parts import unit_called
from handlers.standings.standing import standings
from handlers.texts.common import named
from handlers.texts.situation import asked as asked_texts
from handlers.texts.situation import by_topic as subject
from handlers.texts.situation import given as texts
from handlers.turn import Reply, Turn

LONGEST = 200


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Việc tôi giao anh Minh tới đâu": in front of orders, which begin so; None for other words."""
    if len(turn.words) > LONGEST or not rights.may(turn.person, "directive_in_words"):
        return None
    names = somebody.all_named(turn, turn.words)
    if not subject.asks(turn.words) or not texts.is_asked(fold(turn.words).strip(" .?!"), names):
        return None
    return show(turn, [one for name in names for one in _people(turn, name)])


def _people(turn: Turn, name: str) -> Sequence[int]:
    """Who is named, or works in the unit that is."""
    who = turn.ward.roster.begins(name)
    if who is not None and not who.rest:
        return who.people
    unit = unit_called(turn.ward, name)
    return [one.id for one in turn.ward.people.values() if unit is not None and one.unit_id == unit]


def show(turn: Turn, people: Collection[int] = ()) -> Sequence[Reply]:
    """The tasks that the asker's orders made or pressed in this plan; of a week or month that is named, and
    of the `people` who carry them out."""
    rows: dict[int, Directive] = {}
    for row in directives.given_by(turn.session, turn.ward.id, turn.person.id, _since(turn)):
        rows.setdefault(row.item_id, row)
    known = [turn.ward.by_id[item_id] for item_id in rows if item_id in turn.ward.by_id]
    items = [one for one in known if not people or one.owner_id in people]
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    orders = [(found[item.key], rows[item.id]) for item in items]
    orders.sort(key=lambda pair: (pair[0].task != "overdue", pair[0].reported))
    keys = tuple(one.item.key for one, _row in orders)
    whom = ", ".join(named(turn.ward.people[one]) for one in people)
    return [Reply(texts.given(orders, turn.ward, turn.person, whom), items=keys if len(keys) > 1 else ())]


def _since(turn: Turn) -> datetime:
    asked = asked_texts.GIVEN.fullmatch(fold(turn.words).strip(" .?!"))
    said = (asked["when"] or asked["then"]) if asked else None
    period = periods.period_in(turn, said) if said else None
    day = period.start if period is not None else datetime(turn.ward.year - 1, 12, 1, tzinfo=WARD_ZONE).date()
    return datetime.combine(turn.today if said == "hom nay" else day, time(0), WARD_ZONE)
