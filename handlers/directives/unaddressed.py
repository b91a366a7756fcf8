"""A leader wants something done and names nobody: whom he means is asked, those most likely first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.directives import Directive
from bot.domain.reading.words import fold
from handlers import finding, rights
from handlers.directives import addressed, offering, with_file
from handlers.directives import draft as drafts
from handlers.directives.asking import go_on, waiting
from handlers.directives.flow import passed_over
from handlers.directives.reading import order_in, whole
from handlers.texts.directives import draft as texts
from handlers.texts.directives import heard
from handlers.texts.directives import unaddressed as wanted
from handlers.turn import Reply, Turn

LONGEST = 600


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Rà lại mấy chỗ lấn chiếm, báo tôi thứ 4": what may be meant of the item that it names, else for whom
    it is; None for other words, and from who reports himself."""
    if not is_meant(turn):
        return None
    item = finding.one_named(turn.ward, turn.words)
    if item is not None and not item.parts and item.owner_id:
        passed_over(turn)
        return [offering.offered(turn, item)]
    draft = drafts.of_message(turn, _order(turn), turn.words, turn.person)
    left = waiting(turn)
    before = drafts.from_json(left.payload["draft"]) if left else None
    return [go_on(turn, with_file.added(turn, draft), texts.left_behind(before) if before else "")]


def is_meant(turn: Turn) -> bool:
    """True of an order without a person in a leader's words."""
    if not rights.may(turn.person, "directive_in_words") or turn.ward.plan_id is None:
        return False
    if len(turn.words) > LONGEST or turn.ward.duties(turn.person.id) or finding.codes_in(turn.words):
        return False
    return wanted.wants(fold(turn.words)) and not addressed.people(turn)


def _order(turn: Turn) -> Directive:
    """What is to be done and by when, read as if somebody had been named."""
    urgent = heard.URGENT.match(fold(turn.words))
    words = turn.words[urgent.end() :] if urgent else turn.words
    order = order_in(turn, f"{texts.GIVE} {turn.person.name}: {words}")
    if order is None or order.people != (turn.person.id,) or not order.what:
        return whole(turn, words)
    return replace(order, people=(), unit=None)
