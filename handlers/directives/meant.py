"""Words of a leader in which nothing else was found: whether he gives work by them, and whose, is offered.

A leader reports on nothing, so that none of it is taken for somebody's figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.directives.names import title_at
from bot.domain.directives.words import words_in
from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.ward_view import PersonView
from handlers import rights
from handlers.directives.asking import waiting
from handlers.directives.flow import passed_over
from handlers.reporting.hearing import heard
from handlers.reporting.report import thanked
from handlers.texts.directives import meant as texts
from handlers.turn import Reply, Turn

ANSWERED = frozenset({"question", "greeting", "correction"})
"""Kinds of readings that are answered as such."""
MOST = 3
"""So many of those named are offered; more are rather spoken of than spoken to."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What a leader may want by words without an item; None for a question and for thanks."""
    if not rights.may(turn.person, "directive_in_words") or turn.ward.duties(turn.person.id):
        return None
    words = turn.words.strip()
    if texts.ASIDE.search(fold(words)):
        return [Reply(thanked(turn, hello=False))]
    if len(words.split()) < texts.FEWEST or texts.AWAY.search(fold(words)) or waiting(turn) is not None:
        return None
    if any(
        one.named or one.kind in ANSWERED or (one.item and one.kind != "extension") for one in heard(turn)
    ):
        return None
    passed_over(turn)
    return [Reply(texts.which(words), tuple(_choices(turn, words)))]


def _choices(turn: Turn, words: str) -> Iterator[Choice]:
    """Each is as typing it; the draft of an order is shown before it is given."""
    people = _addressed(turn)
    for person in people:
        yield Choice(texts.give_to(person), f"/giaoviec {person.name}: {words}")
    if not people:
        yield Choice(texts.GIVE, f"/giaoviec {words}")
    if len(people) == 1:
        yield Choice(texts.work_of(people[0]), f"/tinhhinh {people[0].name}")
    yield Choice(texts.STATE, "/tinhhinh")


def _addressed(turn: Turn) -> list[PersonView]:
    """Whom the words call "anh Sơn", of those that can be given work; a bare "mai" may be a day."""
    said, place = words_in(turn.words), 0
    found: dict[int, PersonView] = {}
    while place < len(said):
        titles = title_at(said, place)
        who = turn.ward.roster.who(said, place)
        if who is not None and len(who.people) == 1 and (titles or who.unit or who.end - place > 1):
            found[who.people[0]] = turn.ward.people[who.people[0]]
        place = who.end if who is not None else place + 1
    return [one for one in found.values() if rights.may(one, "report")][:MOST]
