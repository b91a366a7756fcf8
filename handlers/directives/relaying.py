"""An order that the clerk passes on for a leader: "sếp Hùng bảo giao anh Tuấn làm báo cáo trước 25/11"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.words import fold
from db.ward_view import PersonView
from handlers import rights
from handlers.directives import flow, reading
from handlers.texts.directives import draft as texts
from handlers.texts.directives import heard, relayed
from handlers.turn import Reply, Turn, UserError


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Sếp Hùng bảo giao anh Tuấn …" from the clerk: an order in the leader's name; who is no clerk is told.

    None for other words. Raises UserError where it is not said which leader.
    """
    said = relayed.RELAYS.match(fold(turn.words))
    if said is None or rights.may(turn.person, "directive_in_words"):
        return None
    giver = _leader(turn, turn.words[said.start("who") : said.end("who")])
    order = reading.order_in(turn, f"{texts.GIVE} {turn.words[said.end() :]}") if giver is not None else None
    if giver is None or order is None:
        return None
    if rights.may(turn.person, "directive"):
        return flow.take(turn, order, turn.words, giver)
    others = bool(order.people) and turn.person.id not in order.people
    return [Reply(texts.not_taken(gives=False))] if others else None


def _leader(turn: Turn, called: str) -> PersonView | None:
    """The leader who is called by name or as the chair; None for everybody else. Raises UserError for a
    leader without a name ("sếp bảo …")."""
    leads = relayed.TITLES.match(fold(called))
    name = called[leads.end() :] if leads else called
    if heard.CHAIR.fullmatch(fold(name)):
        return next(iter(turn.ward.with_role("chair")), None)
    everybody = turn.ward.with_role("chair", "leader")
    if not name.strip():
        raise UserError(texts.which_leader(everybody))
    found = turn.ward.roster.begins(name.strip())
    named = [one for one in everybody if found is not None and not found.rest and one.id in found.people]
    return named[0] if len(named) == 1 else None
