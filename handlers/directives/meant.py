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
from handlers.texts.directives import meant as texts
from handlers.texts.situation import by_topic
from handlers.turn import Reply, Turn

ANSWERED = frozenset({"question", "greeting", "correction"})
"""Kinds of readings that are answered as such."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What a leader may want by words without an item; None for a question and for thanks."""
    if not rights.may(turn.person, "directive_in_words") or turn.ward.duties(turn.person.id):
        return None
    words = turn.words.strip()
    if texts.ASIDE.search(fold(words)):
        return [Reply(thanked(turn, hello=False))]
    if len(words.split()) < texts.FEWEST or texts.AWAY.search(fold(words)) or waiting(turn) is not None:
        return None
    found = turn.ward.catalogue.find(words)
    named = any(finding.is_called(turn.ward, turn.ward.items[one.key], words) for one in found.items)
    wishes = by_topic.wishes(words) and not named
    if not wishes and any(
        one.named or one.kind in ANSWERED or (one.item and one.kind != "extension") for one in heard(turn)
    ):
        return None
    passed_over(turn)
    return [Reply(texts.which(words), tuple(_choices(turn, words)))]


def _choices(turn: Turn, words: str) -> Iterator[Choice]:
    """Each is as typing it; the draft of an order is shown before it is given."""
    people = addressed.people(turn)
    yield from addressed.orders(turn, people)
    if not people:
        yield Choice(texts.GIVE, f"/giaoviec {words}")
    if len(people) == 1:
        yield Choice(texts.work_of(people[0]), f"/tinhhinh {people[0].name}")
    yield Choice(texts.STATE, "/tinhhinh")
