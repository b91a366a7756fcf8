"""Several orders in one message: each its own draft, given by one tap or one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from bot.domain.directives import Directive, called, orders_in, orders_of_each, read_shared, read_spoken
from bot.domain.directives.words import Word, words_in
from db.ward_view import PersonView
from handlers.directives import draft as drafts
from handlers.directives import with_file
from handlers.directives.asking import ALL, DROP, DROP_ALL, YES, go_on, next_waiting, waiting
from handlers.directives.draft import Draft
from handlers.directives.giving import give
from handlers.texts.directives import draft as texts
from handlers.texts.directives import several as several_texts
from handlers.turn import Reply, Turn, UserError

Read = Callable[[str], Directive | None]


def taken(turn: Turn, words: str, giver: PersonView, read: Read) -> Sequence[Reply] | None:
    """The drafts of a message that gives several orders, the first one put; None for any other message.

    Raises UserError where a part of it is no order: nothing is given of it then.
    """
    parts = orders_in(words, read) or orders_of_each(_pieces(turn, words), partial(_or_spoken, turn, read))
    if not parts:
        return _shared(turn, words, giver)
    if turn.ward.plan_id is None:
        raise UserError(texts.no_plan())
    unread = [one.words for one in parts if one.order is None]
    if unread:
        raise UserError(several_texts.not_all(unread, len(parts), turn.person))
    return put(turn, [(one.order, one.words.strip(" :,")) for one in parts if one.order is not None], giver)


def _shared(turn: Turn, words: str, giver: PersonView) -> Sequence[Reply] | None:
    """The drafts of a work of which each named gets a part; None for any other message."""
    orders = read_shared(words, turn.ward.roster, turn.said_at, turn.ward.calendar.is_workday)
    if not orders or turn.ward.plan_id is None:
        return None
    able = [one for one in orders if drafts.able(turn.ward, one.people) and turn.person.id not in one.people]
    return put(turn, [(one, words) for one in orders], giver) if len(able) == len(orders) else None


def _or_spoken(turn: Turn, read: Read, words: str) -> Directive | None:
    """The one order that words are, also told as people talk."""
    if (order := read(words)) is not None:
        return order
    spoken = read_spoken(words, turn.ward.roster, turn.said_at, turn.ward.calendar.is_workday)
    return spoken[0] if len(spoken) == 1 else None


def _pieces(turn: Turn, words: str) -> list[str]:
    """A message cut where somebody is called at the beginning of a clause; the first has what stands in front
    of all."""
    said = words_in(words)
    everybody = list(called(words, turn.ward.roster, said))
    starts = [said[one.start].start for one in everybody if _opens(said, one.start)]
    first = everybody and said[everybody[0].start].start
    begins = [0, *(one for one in starts if one != first)]
    cut = [words[one:end] for one, end in pairwise([*begins, len(words)])]
    return [several_texts.JOINS.sub("", one).strip(" ,;.\n") for one in cut]


def _opens(said: Sequence[Word], place: int) -> bool:
    return place == 0 or said[place - 1].text in several_texts.OPENS


def put(turn: Turn, orders: Sequence[tuple[Directive, str]], giver: PersonView) -> Sequence[Reply]:
    """The drafts of several orders, each with its words: the first one put, the others behind it."""
    first, *rest = (
        replace(with_file.added(turn, drafts.of_message(turn, order, own, giver)), place=place)
        for place, (order, own) in enumerate(orders)
    )
    left = waiting(turn)
    before = drafts.from_json(left.payload["draft"]) if left else None
    first = replace(first, then=tuple(one.to_json() for one in rest))
    return [go_on(turn, first, texts.left_behind(before) if before else "")]


def said_of_all(draft: Draft, folded: str) -> str | None:
    """What "đúng cả hai", "bỏ hết" answer to the orders of a message."""
    if several_texts.GIVES_ALL.fullmatch(folded):
        return ALL if draft.then else YES
    if several_texts.DROPS_ALL.fullmatch(folded):
        return DROP_ALL if draft.then else DROP
    return None


def after(turn: Turn, draft: Draft) -> list[Reply]:
    """The order behind this one, else one of another message that was never answered."""
    following = draft.next
    if following is None:
        return next_waiting(turn)
    return [go_on(turn, following, several_texts.more(len(draft.then)))]


def give_all(turn: Turn, draft: Draft, holds: Callable[[Draft], bool]) -> Sequence[Reply]:
    """Give the orders of a message one by one, up to one of which something has to be asked."""
    given, current = list[Reply](), draft
    while current.need == "confirm" and holds(current):
        given += give(turn, current)
        if current.next is None:
            return [*given, *next_waiting(turn)]
        current = current.next
    return [*given, go_on(turn, current, several_texts.more(len(current.then) + 1))]
