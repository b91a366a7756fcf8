"""What leaders and the clerk ask in whole sentences: what is late, what is in danger, a period's report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.domain.reading.words import fold
from handlers import help, rights  # noqa: A004 - the handler of /trogiup, named like the others
from handlers.situation import command, lists, periods, summary
from handlers.texts import asked as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None when the words are no such question."""
    answer = meant(turn)
    return answer(turn) if answer is not None else None


def meant(turn: Turn) -> Callable[[Turn], Sequence[Reply]] | None:
    """What answers the words; None when they are no such question, or name an item."""
    folded = fold(turn.words).strip(" .?!")
    if (answer := lists.asked_for(turn, turn.words)) is not None:
        return answer
    if texts.WARD.fullmatch(folded) and rights.may(turn.person, "situation"):
        return command.of_ward
    if texts.HOW.fullmatch(folded):
        return help.show
    asked = texts.SUMMARY.match(folded)
    if asked is None or not rights.may(turn.person, "summary"):
        return None
    rest = folded[asked.end() :].strip()
    if rest and periods.period_in(turn, rest) is None:
        return None
    return lambda turn: summary.show_of(turn, rest)
