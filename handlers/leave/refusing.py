""" "Em không thay được đâu", from who was named to act: who is away is told; nothing changes by itself."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.words import fold
from db import leaves
from db.models import Leave
from db.ward_view import PersonView
from handlers.leave.writing import letter
from handlers.texts.leave import refused as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None for other words, and from who acts for nobody."""
    said = texts.REFUSES.search(fold(turn.words).strip(" .!"))
    if said is None:
        return None
    rows = leaves.acted_by(turn.session, turn.person.id, turn.today)
    known = [(row, turn.ward.people[row.person_id]) for row in rows if row.person_id in turn.ward.people]
    behind = said["rest"].split()
    named = [one for one in known if fold(one[1].name).split()[-1] in behind]
    names = {word for _row, away in known for word in fold(away.name).split()}
    if not names or not texts.FILLERS.union(names).issuperset(behind):
        return None
    return [reply for row, away in named or known for reply in _told(turn, row, away)]


def _told(turn: Turn, row: Leave, away: PersonView) -> Sequence[Reply]:
    entered = turn.ward.people.get(row.entered_by_id)
    others = [one for one in dict.fromkeys((away, entered)) if one is not None and one != turn.person]
    reached = [one for one in others if turn.reaches(one)]
    words = turn.words.strip()
    letters = [letter(turn, to, texts.told(row, away, turn.person, words, to)) for to in reached]
    return [Reply(texts.noted(row, away, turn.person, reached=away in reached)), *letters]
