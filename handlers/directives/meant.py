"""Words of a leader in which nothing else was found: whether he gives work by them, and whose, is offered.

A leader reports on nothing, so that none of it is taken for somebody's figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from handlers import finding, rights
from handlers.directives import addressed
from handlers.directives.asking import waiting
from handlers.directives.flow import passed_over
from handlers.reporting.hearing import heard
from handlers.reporting.report import thanked
from handlers.situation.parts import part_named
from handlers.texts.directives import meant as texts
from handlers.texts.situation import by_topic
from handlers.turn import Reply, Turn

ANSWERED = frozenset({"question", "greeting", "correction"})
"""Kinds of readings that are answered as such."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What a leader may want by words without an item; None for a question and for thanks."""
    if not rights.may(turn.person, "directive_in_words") or turn.ward.duties(turn.person.id):
        return None
    words, folded = turn.words.strip(), fold(turn.words.strip())
    thanks = texts.ASIDE.search(folded) is not None
    if thanks and not texts.BESIDE.search(folded):
        return [Reply(thanked(turn, hello=False))]
    if len(words.split()) < texts.FEWEST or waiting(turn) is not None:
        return None
    found = turn.ward.catalogue.find(words)
    named = any(finding.is_called(turn.ward, turn.ward.items[one.key], words) for one in found.items)
    wishes = by_topic.wishes(words) and not named
    if not (wishes or thanks) and any(
        one.named or one.kind in ANSWERED or (one.item and one.kind != "extension") for one in heard(turn)
    ):
        return None
    passed_over(turn)
    if texts.says_away(words) and not addressed.people(turn):
        return [Reply(texts.away())]
    return [Reply(texts.which(words), tuple(_choices(turn, words)))]


def not_now(turn: Turn) -> Sequence[Reply] | None:
    """ "Sáng mai tôi họp, có gì nhắn Lan", of a leader: nothing is kept of it; None for other words."""
    if not rights.may(turn.person, "directive_in_words") or finding.codes_in(turn.words):
        return None
    return [Reply(texts.away())] if texts.says_not_now(turn.words) else None


def asks_who(turn: Turn) -> Sequence[Reply] | None:
    """ "Ai phụ trách tiếp dân nhỉ? Làm luôn cho tôi cái lịch tháng 12": who it is, and the order to him."""
    said = texts.WHO_THEN.search(fold(turn.words))
    if said is None or not rights.may(turn.person, "directive_in_words"):
        return None
    what = turn.words[slice(*said.span("what"))].strip() or turn.words[: said.start()]
    part = part_named(turn.ward, what)
    found = turn.ward.catalogue.find(what)
    named = (
        [turn.ward.items[one.key] for one in found.items]
        if not found.guessed or len(found.items) == 1
        else []
    )
    pairs = [
        (one, turn.ward.people[one.owner_id or 0])
        for one in (named or list(part[0] if part else ()))
        if (one.owner_id or 0) in turn.ward.people and one.owner_id != turn.person.id
    ]
    owners = list(dict.fromkeys(owner for _item, owner in pairs))
    if not 0 < len(owners) <= addressed.MOST:
        return None
    passed_over(turn)
    return [Reply(texts.in_charge(pairs), tuple(addressed.orders(turn, owners)))]


def _choices(turn: Turn, words: str) -> Iterator[Choice]:
    """Each is as typing it; the draft of an order is shown before it is given."""
    people = addressed.people(turn)
    yield from addressed.orders(turn, people)
    if not people:
        yield Choice(texts.GIVE, f"/giaoviec {words}")
    if len(people) == 1:
        yield Choice(texts.work_of(people[0]), f"/tinhhinh {people[0].name}")
    yield Choice(texts.STATE, "/tinhhinh")
