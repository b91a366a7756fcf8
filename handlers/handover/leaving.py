""" "Anh Kiên nghỉ hưu từ 1/12, anh Long làm thay": who leaves for good hands over, which is offered."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db import questions
from db.ward_view import PersonView
from handlers.handover import answered
from handlers.texts.handover import leaving as texts
from handlers.texts.handover import said as handover_said
from handlers.texts.leave import said as leave_said
from handlers.turn import Ask, Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What can be done for who leaves; what calls a hand-over off, or declines it; None for other words."""
    folded = fold(turn.words).strip(" .!")
    if handover_said.CALLS_OFF.fullmatch(folded):
        turn.words = texts.CALL_OFF
        return answered.without_number(turn)
    waiting = answered.mine(turn) if texts.DECLINES.fullmatch(folded) else []
    if len(waiting) == 1:
        return answered.said_to(turn, waiting[0], texts.DECLINED)
    return _leaves(turn, folded)


def _leaves(turn: Turn, folded: str) -> Sequence[Reply] | None:
    said = texts.LEAVES.search(folded)
    if said is None or not turn.person.has("clerk"):
        return None
    start = fold(turn.words).find(folded)
    behind = turn.words[start + said.end() :]
    person = _only(turn, turn.words[: start + said.start()])
    found = find_date(behind, turn.now, expected=True)
    if person is None or person.id == turn.person.id:
        return None
    day = found.start if isinstance(found, DateReading) else None
    taker = _taker(turn, behind)
    choices = (
        Choice(texts.hand_over(person, taker), texts.typed(person, taker, day)),
        Choice(texts.LEAVES_OFFICE, f"/nguoithoi {person.name}"),
    )
    return [Reply(texts.asked(person, day), choices, Ask(questions.MENU, {}))]


def _taker(turn: Turn, behind: str) -> PersonView | None:
    acts = texts.TAKES.search(fold(behind))
    return _only(turn, behind[slice(*acts.span("who"))]) if acts is not None else None


def _only(turn: Turn, words: str) -> PersonView | None:
    """The one whom the words name, and nothing else."""
    named = turn.ward.roster.begins(leave_said.before_name(words))
    known = named is not None and not named.rest and len(named.people) == 1
    return turn.ward.people[named.people[0]] if named is not None and known else None
