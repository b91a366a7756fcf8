"""A leader speaks of somebody else's item, and no order can be read in it: what he may mean is offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.deciding import extension
from handlers.directives import addressed, changing
from handlers.directives.asking import next_waiting
from handlers.directives.flow import passed_over
from handlers.reporting.hearing import heard
from handlers.standings.standing import standing_of
from handlers.texts.directives import offer as texts
from handlers.texts.situation import by_topic
from handlers.turn import Reply, Turn

OTHERWISE = frozenset({"figure", "ratio", "percent", "correction", "question", "greeting"})
"""Kinds of readings that are answered as such."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What a leader may want of an item that he does not report on; None for a report, a question, and
    from everybody else."""
    if not rights.may(turn.person, "directive_in_words"):
        return None
    if (said := _day_for_last(turn)) is not None:
        return said
    hands_over = _is_about_charge(fold(turn.words))
    if not hands_over and (by_topic.asks(turn.words) or any(one.kind in OTHERWISE for one in heard(turn))):
        return None
    if (unknown := _unknown(turn)) is not None:
        return [Reply(texts.no_item(unknown)), *next_waiting(turn)]
    item = finding.one_named(turn.ward, turn.words)
    if item is None or item.parts or rights.may_speak(turn.ward, turn.person, item):
        return None
    if not (texts.ORDERS.search(fold(turn.words)) or _others(turn, item)):
        return None
    passed_over(turn)
    return [offered(turn, item)]


def offered(turn: Turn, item: ItemView) -> Reply:
    """What a leader may want of an item, as choices."""
    choices = tuple(_choices(turn, item))
    return Reply(texts.which(standing_of(turn, item), turn.words, turn.ward), choices, items=(item.key,))


def _is_about_charge(folded: str) -> bool:
    return (texts.HANDS_OVER.match(folded) or texts.PROPOSES.search(folded)) is not None


def _unknown(turn: Turn) -> str | None:
    """The code in an order that no item has, where none is known."""
    codes = finding.codes_in(turn.words)
    if not codes or any(finding.by_code(turn.ward, code) for code in codes):
        return None
    return codes[0] if texts.ORDERS.search(fold(turn.words)) else None


def _day_for_last(turn: Turn) -> Sequence[Reply] | None:
    """ "Đến 27/11", said of what was decided just now: the day holds."""
    if len(turn.context_items) != 1 or finding.codes_in(turn.words):
        return None
    item = turn.ward.items.get(turn.context_items[0])
    folded = fold(turn.words).strip(" .!")
    if item is None or not item.is_task or turn.person not in rights.deciders(turn.ward, item):
        return None
    if texts.ONLY_SO_LONG.fullmatch(folded) and not _waits(turn, item):
        return [Reply(texts.decided_already(standing_of(turn, item)), items=(item.key,))]
    if not texts.ONLY_UNTIL.fullmatch(folded):
        return None
    return changing.set_deadline(turn, item, turn.words)


def _waits(turn: Turn, item: ItemView) -> bool:
    """True while somebody asks for more time."""
    return any(row.open for row in extension.about(turn.session, turn.ward, item))


def _choices(turn: Turn, item: ItemView) -> Iterator[Choice]:
    """Each is as typing it: the day, another person, the words as a new order, pressing, how it stands.

    Of an item that its code names no new one is made.
    """
    decides = turn.person in rights.deciders(turn.ward, item)
    coded, of_charge = bool(finding.codes_in(turn.words)), texts.CHARGE.search(fold(turn.words)) is not None
    owner = turn.ward.people.get(item.owner_id or 0)
    others = _others(turn, item)
    if coded and decides and item.is_task and not item.recurring and (day := _day(turn, item)) is not None:
        yield Choice(texts.set_day(day), f"{item.key} {texts.NEW_DUE} {day:%d/%m/%Y}")
    for person in others if decides and (coded or of_charge) else ():
        yield Choice(texts.put_in_charge(person), f"{item.key} {texts.GIVE} {person.name}")
    if not (coded or of_charge):
        yield from addressed.orders(turn, addressed.people(turn) or ([owner] if owner is not None else []))
    if owner is not None:
        yield Choice(texts.press(owner), f"/dondoc {item.key}")
    yield Choice(texts.see(item), f"/tinhhinh {item.key}")


def _day(turn: Turn, item: ItemView) -> date | None:
    """The day that the words set, unless it holds already."""
    found = find_date(finding.without_codes(turn.words), turn.now, expected=True)
    due = standing_of(turn, item).due
    if not isinstance(found, DateReading) or found.due <= turn.today:
        return None
    return None if due is not None and due.date() == found.due else found.due


def _others(turn: Turn, item: ItemView) -> list[PersonView]:
    """Who is named besides the one in charge."""
    return [one for one in addressed.people(turn) if one.id != item.owner_id]
