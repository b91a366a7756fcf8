"""A leader takes back an order, or gives it to another, without its code: which is asked; never a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db import directives
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.directives import addressed
from handlers.situation import somebody
from handlers.standings.standing import standings
from handlers.texts.deciding import unasked as texts
from handlers.texts.directives import meant as meant_texts
from handlers.turn import Reply, Turn

OFFERED = 6
LONGEST = 200


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """His orders to whom he names as choices, or that there is none; None for other words."""
    folded = fold(turn.words).strip(" .!")
    if not rights.may(turn.person, "directive_in_words") or len(folded) > LONGEST:
        return None
    if texts.CHANGES_GIVEN.search(folded) and not finding.codes_in(folded):
        return _to_another(turn)
    if (
        finding.codes_in(folded)
        or texts.ASKS.search(turn.words.lower())
        or not texts.WITHDRAWS.search(folded)
    ):
        return None
    people = addressed.people(turn) or _called(turn)
    given = _given(turn, people)
    if not given:
        kept = _named(turn)
        see = tuple(Choice(f"{texts.SEE} {one.key}", f"/tinhhinh {one.key}") for one in (kept,) if one)
        see += tuple(Choice(meant_texts.work_of(one), f"/tinhhinh {one.name}") for one in people)
        return [Reply(_with_rest(turn, texts.nothing_given(people, kept)), see)]
    choices = tuple(Choice(texts.withdraw(one), texts.cancels(one)) for one in given[:OFFERED])
    return [Reply(_with_rest(turn, texts.which_withdrawn()), choices)]


def _called(turn: Turn) -> list[PersonView]:
    """Who is named behind "giao", however he is called: "việc giao cậu Long hôm nọ"."""
    names = somebody.all_named(turn, turn.words)
    found = [one for one in map(turn.ward.roster.begins, names) if one is not None]
    return [turn.ward.people[one.people[0]] for one in found if len(one.people) == 1]


def _with_rest(turn: Turn, said: str) -> str:
    """With what was to be done instead, which is given to nobody."""
    rest = texts.REPLACED.search(fold(turn.words))
    return f"{said}\n{texts.not_given(turn.words[slice(*rest.span('rest'))])}" if rest else said


def _to_another(turn: Turn) -> Sequence[Reply] | None:
    """ "Cái hôm nọ tôi giao Sơn, đổi lại anh Cường chủ trì": of which order; None where only one is named."""
    people = addressed.people(turn)
    if len(people) < 2:
        return None
    given = _given(turn, people[:1])
    if not given:
        return [Reply(texts.nothing_given(people[:1], None))]
    choices = tuple(
        Choice(texts.hand(one, people[1]), texts.hands(one, people[1])) for one in given[:OFFERED]
    )
    return [Reply(texts.which_withdrawn(), choices)]


def _given(turn: Turn, people: Sequence[PersonView]) -> list[ItemView]:
    """What his orders of this plan made and nobody has finished, of those named."""
    since = datetime.combine(turn.today.replace(month=1, day=1), time(0), WARD_ZONE)
    rows = [one for one in directives.given_by(turn.session, turn.ward.id, turn.person.id, since) if one.made]
    items = [turn.ward.by_id[one.item_id] for one in rows if one.item_id in turn.ward.by_id]
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    ids = {one.id for one in people}
    return [one for one in items if not found[one.key].reported and (not ids or one.owner_id in ids)]


def _named(turn: Turn) -> ItemView | None:
    found = turn.ward.catalogue.find(turn.words)
    return turn.ward.items[found.sure.key] if found.sure is not None and not found.guessed else None
