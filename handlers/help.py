"""/trogiup: made from what this person may do."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.words import fold
from handlers import rights
from handlers.standings.standing import standings
from handlers.texts import help as texts
from handlers.turn import Reply, Turn

OWN = frozenset({"work", "report", "correct", "extend", "obstacle"})
"""Of no use to who answers for nothing."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Thu hồi tin vừa gửi": what was sent stays; what can be put right is named. None for other words."""
    if texts.RECALLS.fullmatch(fold(turn.words).strip(" .?!")) is None:
        return None
    return [Reply(texts.recall([said for action, said in texts.MENDS if rights.may(turn.person, action)]))]


def show(turn: Turn) -> Sequence[Reply]:
    """What can be typed, with a sample from the person's own items; then the commands that are allowed."""
    found = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.duties(turn.person.id))
    reports = bool(found) or rights.may(turn.person, "enter_for")
    allowed = [
        one
        for one in texts.COMMANDS
        if rights.is_offered(turn.person, one.action) and (reports or one.action not in OWN)
    ]
    in_words = [
        said for actions, said in texts.IN_WORDS if any(rights.may(turn.person, one) for one in actions)
    ]
    return [Reply(texts.help_for(turn.person, allowed, in_words, list(found.values()), turn.rules))]
