"""Asked who is away: "mai anh Minh nghỉ phải không", "hôm nay ai nghỉ"; told, and nothing is written."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.words import fold
from db.ward_view import PersonView
from handlers.naming import find_person
from handlers.texts.leave import asked as texts
from handlers.texts.leave import said as leave_said
from handlers.turn import Reply, Turn, UserError


def told(turn: Turn, words: str) -> Sequence[Reply] | None:
    """Whose leave is known; None when the words ask for none.

    `words` are the message without its day.
    """
    acts = texts.ACTS_FOR.fullmatch(fold(turn.words).strip(" .?!"))
    if acts is not None:
        return _who_acts(turn, turn.words.strip()[slice(*acts.span("who"))] if acts["who"] else "")
    if not texts.asks(words):
        if not texts.asks(turn.words):
            return None
        words = turn.words  # "nghỉ đến bao giờ": what is asked for is no day
    everybody = texts.WHO.search(fold(words)) is not None
    person = None if everybody else _whose(turn, words)
    if person is None and not everybody:
        return None
    enters = person == turn.person or turn.person.has("clerk")
    return [Reply(texts.answer(person, turn.ward, turn.person, enters=enters))]


def _who_acts(turn: Turn, name: str) -> Sequence[Reply] | None:
    """Who acts for somebody, or for each who is away."""
    try:
        person = find_person(turn, name)[0] if name else None
    except UserError:
        return None
    enters = turn.person.has("clerk")
    return [Reply(texts.answer(person, turn.ward, turn.person, enters=enters))]


def _whose(turn: Turn, words: str) -> PersonView | None:
    """Who is named in front of the question, else who says "tôi"; None for a name that nobody has."""
    said = leave_said.LEAVE.search(fold(words))
    named = leave_said.before_name(texts.without_asking(words[: said.start()] if said else words))
    try:
        return find_person(turn, named)[0] if named else turn.person
    except UserError:
        return None
