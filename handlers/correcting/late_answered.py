"""What is answered when a reason was asked for, of a figure for a closed period."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.answers import picked
from bot.domain.reading.words import fold
from db.models import Question
from handlers import reasoned
from handlers.correcting.late import WORDS, from_json, put
from handlers.doubting.settling import checked
from handlers.reporting import pending, replying, report
from handlers.reporting.hearing import heard, is_report
from handlers.reporting.outcome import Outcome
from handlers.texts.correcting import late as texts
from handlers.texts.correcting import take_back
from handlers.turn import Reply, Turn


def typed(turn: Turn, question: Question) -> Sequence[Reply] | int | None:
    """The reason was typed, or that there is none; None when the text is a report or question of its own."""
    labels = [str(label) for label, _data in question.choices]
    meant = picked(turn.words, labels, readings=0)
    if meant in {"none", "drop"} or isinstance(meant, int):
        return meant if isinstance(meant, int) else len(labels)
    asks = any(one.kind == "question" for one in heard(turn))
    is_other = asks or is_report(turn) or take_back.is_order(" ".join(fold(turn.words).split()))
    if is_other or len(turn.words.split()) < WORDS:
        return None
    reason = texts.only_reason(turn.words)
    weighed = reasoned.weigh(turn, turn.words)
    if not weighed.is_reason:
        return weighed.replies
    question.closed_at = turn.now
    asked = [one for one in question.payload["late"] if one["item"] in turn.ward.items]
    found = [from_json(turn, one, reason) for one in asked]
    lines, letters = put(turn, found)
    return [Reply("\n".join(lines), items=tuple(one.item.key for one in found)), *letters]


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """It was meant for the period that is asked about, or for none."""
    if question.choices[place - 1][1] != "instead":
        return [Reply(texts.left_out())]
    payload = question.payload
    turn.words = str(payload["words"])
    turn.owner = turn.ward.people.get(payload.get("owner") or 0)
    outcome = Outcome()
    reading = pending.from_json(payload["late"][0]["instead"])
    report.take(turn, checked(turn, reading, "which_period"), outcome)
    return replying.reply(turn, outcome)
