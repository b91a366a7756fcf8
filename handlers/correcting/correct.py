"""/sua, and messages edited on the phone: a correction is a new row, the first time of reporting stays."""

from __future__ import annotations

from collections.abc import Sequence

from db import figures, inbox, questions
from handlers.reporting import replying, report
from handlers.standings.standing import standings
from handlers.texts.correcting import correct as texts
from handlers.texts.reporting import said as report_texts
from handlers.turn import Reply, Turn


def show(turn: Turn) -> Sequence[Reply]:
    """/sua alone shows what was sent last; with words it corrects."""
    if turn.words:
        turn.words = f"{texts.CORRECT} {turn.words}"
        return report.free_text(turn)
    found = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.duties(turn.person.id))
    sent = [one for one in found.values() if one.figure is not None and not one.figure.supplied]
    newest = sorted(sent, key=lambda one: one.figure.id if one.figure else 0, reverse=True)[:5]
    return [Reply(texts.sent_last(turn.person, newest), items=tuple(one.item.key for one in newest[:1]))]


def edited(turn: Turn) -> Sequence[Reply]:
    """A message was edited: what it recorded is corrected; if it recorded nothing, it is read as new.

    What the message says nothing of any more stays recorded, and the person is told so.
    """
    earlier = inbox.earlier(turn.session, turn.message)
    rows = figures.from_messages(turn.session, earlier)
    before = [turn.ward.by_id[item_id] for item_id in dict.fromkeys(rows) if item_id in turn.ward.by_id]
    turn.words = turn.message.text.strip()
    turn.replaces = tuple(earlier)
    turn.question = questions.open_question(turn.session, turn.message.address, turn.now)
    asked = turn.question.payload.get("item") if turn.question is not None else None
    turn.context_items = tuple(item.key for item in before) or ((str(asked),) if asked else ())
    outcome = report.taken_in(turn)
    mentioned = {*outcome.items, *(one.reading.item for one in outcome.asked)}
    if gone := [item for item in before if item.key not in mentioned]:
        outcome.said.append(report_texts.kept(gone))
    return replying.reply(turn, outcome)
