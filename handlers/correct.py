"""/sua, and messages edited on the phone: a correction is a new row, the first time of reporting stays."""

from __future__ import annotations

from collections.abc import Sequence

from db import figures, inbox
from handlers import report
from handlers.standing import standings
from handlers.texts import correct as texts
from handlers.turn import Reply, Turn


def show(turn: Turn) -> Sequence[Reply]:
    """/sua alone shows what was sent last; with words it corrects."""
    if turn.words:
        turn.words = f"{texts.CORRECT} {turn.words}"
        return report.free_text(turn)
    found = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.owned(turn.person.id))
    sent = [one for one in found.values() if one.figure is not None and not one.figure.supplied]
    newest = sorted(sent, key=lambda one: one.figure.id if one.figure else 0, reverse=True)[:5]
    return [Reply(texts.sent_last(turn.person, newest), items=tuple(one.item.key for one in newest[:1]))]


def edited(turn: Turn) -> Sequence[Reply]:
    """A message was edited: what it recorded is corrected; if it recorded nothing, it is read as new."""
    earlier = inbox.earlier(turn.session, turn.message)
    rows = figures.from_messages(turn.session, earlier)
    turn.words = turn.message.text.strip()
    if rows:
        turn.replaces = tuple(earlier)
        turn.context_items = tuple(
            turn.ward.by_id[item_id].key for item_id in dict.fromkeys(rows) if item_id in turn.ward.by_id
        )
    if not turn.words:
        return []
    return report.free_text(turn)
