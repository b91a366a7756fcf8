""" "Không phát sinh" while a number of the same item is asked about: which of the two holds, is asked."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from handlers.reporting import asking
from handlers.turn import Turn


def doubted(turn: Turn, reading: Reading) -> Reading:
    """Without a name it may be of another item, or in place of the number, which is not lost in silence."""
    question = turn.question
    if question is None or reading.named or reading.item is None or reading.item != asking.open_about(turn):
        return reading
    reasons = [doubt.reason for doubt in reading.doubts]
    alone = reading.none_arose and not reasons
    if question.answer is not None or not (alone or reasons == ["refers_to_previous"]):
        return reading
    asked = [one for one in asking.candidates(question) if one.value is not None and not one.none_arose]
    if not asked:
        return reading
    told = (reading,) if alone else reading.doubts[0].candidates
    turn.words = f"{turn.words} ({question.payload['words']})"  # what is recorded quotes both
    plain = [replace(one, span=(0, 0)) for one in asked]
    return replace(reading, doubts=(Doubt("none_or_number", (*told, *plain)),))
