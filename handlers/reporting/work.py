"""/viec: my items, with what is due, the state, the last figure."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.pressing import explained
from handlers.standings.standing import standings
from handlers.texts import explain as explain_texts
from handlers.texts import work as texts
from handlers.turn import Reply, Turn


def show(turn: Turn) -> Sequence[Reply]:
    """What waits for this person first, then the rest."""
    found = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.duties(turn.person.id))
    owed = [one for one in found.values() if not one.reported or one.stone_late]
    done = [one for one in found.values() if one not in owed]
    off = sum(one.owner_id == turn.person.id and not one.parts for one in turn.ward.off.values())
    return [
        Reply(
            texts.work(turn.person, owed, done, turn.now, off, turn.ward, _beside(turn)),
            items=tuple(one.item.key for one in owed),
        )
    ]


def _beside(turn: Turn) -> list[str]:
    """What waits for this person beside reports: explanations."""
    return explain_texts.among_work(explained.waiting(turn), turn.ward, turn.today)
