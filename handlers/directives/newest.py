""" "Hủy cái vừa giao", "đổi hạn cái vừa giao": a leader's newest order, whatever was said since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db import directives
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.directives import by_title, stopping
from handlers.standings.standing import standings
from handlers.texts.directives import back as back_texts
from handlers.texts.directives import newest as texts
from handlers.turn import Reply, Turn

LONGEST = 160


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """It is taken back, due another day, given to another, each after a yes; None for other words, and from
    who gives no orders."""
    folded = fold(turn.words).strip(" .!")
    said = texts.NEWEST.search(folded) if len(folded) <= LONGEST else None
    if said is None or texts.ASKS.search(folded) or finding.codes_in(folded):
        return None
    if not rights.may(turn.person, "directive_in_words") or _is_right_above(turn, folded):
        return None
    people = _named(turn, turn.words[slice(*said.span("who"))] if said["who"] else "")
    end = said.end() if people else (said.start("who") if said["who"] else said.end())
    start = len(turn.words) - len(turn.words.lstrip(" .!"))
    around = f"{folded[: said.start()]} {folded[end:]}"
    withdraws = texts.WITHDRAWS.search(around) is not None
    item = _newest(turn, people)
    if item is None:
        changes = withdraws or by_title.changes(f"{around} {folded}")
        return [Reply(texts.none_given(turn.person, people))] if changes else None
    if withdraws:
        return stopping.cancel(turn, item, texts.REASON)
    coded = f"{turn.words[: start + said.start()]} {item.key} {turn.words[start + end :]}"
    return by_title.asked(turn, item, " ".join(coded.split()))


def _is_right_above(turn: Turn, folded: str) -> bool:
    """True where the receipt of the order stands right above words that are read as they are."""
    if stopping.given_last(turn) is None:
        return False
    read = any(stopping.is_said(turn, state, turn.words) for state in stopping.STATES)
    return read or back_texts.TAKES_BACK.fullmatch(folded) is not None


def _named(turn: Turn, name: str) -> list[PersonView]:
    who = turn.ward.roster.begins(name) if name else None
    return [turn.ward.people[one] for one in who.people] if who is not None and not who.rest else []


def _newest(turn: Turn, people: Sequence[PersonView]) -> ItemView | None:
    """What his last order of this plan made and nobody has finished, of those named."""
    since = datetime.combine(turn.today.replace(month=1, day=1), time(0), WARD_ZONE)
    rows = directives.given_by(turn.session, turn.ward.id, turn.person.id, since)
    made = [turn.ward.by_id[one.item_id] for one in rows if one.made and one.item_id in turn.ward.by_id]
    found = standings(turn.session, turn.now, turn.office, turn.ward, made)
    ids = {one.id for one in people}
    open_ones = (one for one in made if not found[one.key].reported and (not ids or one.owner_id in ids))
    return next(open_ones, None)
