"""A leader asks why an item stands so, or asks its owner how: the facts; by one tap the owner is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.directives import due_told
from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.directives import addressed
from handlers.directives.flow import passed_over
from handlers.reporting.hearing import heard
from handlers.reporting.report import free_text
from handlers.situation import command as situation
from handlers.situation import of_subject, somebody
from handlers.texts.directives import offer as offer_texts
from handlers.texts.pressing import explain as explain_texts
from handlers.texts.pressing import facts_first as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """How the item stands, with the choices; None for other words, and from who asks nobody why."""
    if not rights.may(turn.person, "ask_explanation") or not rights.may(turn.person, "directive_in_words"):
        return None
    folded = fold(turn.words)
    asks_why = texts.WHY.search(folded) is not None
    if not asks_why and not texts.ASKS_OWNER.search(folded):
        return None
    item = finding.one_named(turn.ward, turn.words) or (_spoken_of(turn) if asks_why else None)
    owner = turn.ward.people.get(item.owner_id or 0) if item is not None else None
    if item is None or owner is None or item.parts or rights.may_speak(turn.ward, turn.person, item):
        return None
    others = [one for one in addressed.people(turn) if one.id != owner.id]
    if others or not (asks_why or addressed.people(turn)):
        return None
    passed_over(turn)
    first, *more = _facts(turn, item)
    return [replace(first, choices=_choices(turn, item, owner, asks_why=asks_why), items=(item.key,)), *more]


def _spoken_of(turn: Turn) -> ItemView | None:
    """The one item that the words are about without its name."""
    found = of_subject.nearest(turn, somebody.who_named(turn, turn.words), [])
    return found[0] if len(found) == 1 else None


def _facts(turn: Turn, item: ItemView) -> Sequence[Reply]:
    """As a question about it is answered; else how it stands."""
    readings = heard(turn)
    if readings and all(one.kind == "question" and one.item == item.key for one in readings):
        return free_text(turn)
    return [Reply("\n".join(situation.item_lines(turn, [item])))]


def _choices(turn: Turn, item: ItemView, owner: PersonView, *, asks_why: bool) -> tuple[Choice, ...]:
    """An explanation is demanded in his own words, by the day that they tell; or the owner is pressed."""
    press = Choice(offer_texts.press(owner), f"/dondoc {item.key}")
    if not rights.asks_why(turn.ward, turn.person, item):
        return ()
    told = due_told(turn.words, turn.said_at, turn.ward.calendar.is_workday)
    wanted = texts.WANTS_ANSWER.search(fold(turn.words)) is not None
    by = explain_texts.until(told.due, told.at) if wanted and told.due is not None else ""
    why = Choice(offer_texts.ask_why(owner), texts.explain(item, by, turn.words))
    return (why, press) if asks_why else (press, why)
