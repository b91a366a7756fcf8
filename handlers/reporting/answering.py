"""Answers to a question about a reading: a choice that was picked, by its number or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.answers import only_points
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.model import Reading
from db.models import Question
from handlers.doubting.settling import checked
from handlers.extensions import extend
from handlers.office import target_told
from handlers.reporting import asking, steps
from handlers.reporting.hearing import heard
from handlers.reporting.outcome import Outcome
from handlers.reporting.replying import reply
from handlers.reporting.report import take, taken_in
from handlers.situation import asked
from handlers.texts.reporting import not_recorded
from handlers.texts.reporting.choices import OF_DAY, UNNAMED
from handlers.turn import Reply, Turn

_DIGIT = re.compile(r"\d")
_SILENT = frozenset({"question", "greeting"})


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """A choice was picked: record that reading, or ask for it again; then go on with what waited."""
    payload = question.payload
    turn.question = question
    asking.go_to_plan(turn, question)
    turn.words = str(payload["words"])
    turn.replaces = tuple(payload.get("replaces", ()))
    turn.owner = turn.ward.people.get(payload.get("owner") or 0)
    outcome = Outcome()
    candidates = asking.candidates(question)
    if question.choices[place - 1][1] == target_told.CHOICE:
        return _as_target(turn, question, candidates[-1])
    if place <= len(candidates):
        take(turn, checked(turn, candidates[place - 1], payload["reason"]), outcome)
    else:
        outcome.said.append(asking.none_of_them(turn, question, place))
        outcome.items += [payload["item"]] if payload["item"] else []
    outcome.asked += asking.waiting_behind(question)
    return reply(turn, outcome)


def _as_target(turn: Turn, question: Question, reading: Reading) -> Sequence[Reply]:
    """The number is the item's new target; what waited behind the question is to be sent again."""
    item = turn.ward.items[question.payload["item"]]
    said = target_told.confirm(turn, item, reading, str(question.payload["words"]))
    waiting = asking.held_up(turn.ward, question)[1:]
    left = [not_recorded.left_behind(*waiting)] if waiting else []
    return [replace(said[0], text="\n".join([*left, said[0].text])), *said[1:]]


def typed(turn: Turn, question: Question) -> Sequence[Reply] | int | None:
    """An answer in words: the choice that is meant, or what else is to be done; None when it is no answer."""
    if asked.meant(turn) is not None or turn.words.rstrip().endswith("?"):
        return None
    found = asking.meant(question, turn.words)
    if found in {"none", "drop"}:
        return None if steps.is_skip(turn) else _dropped(turn, question, found == "drop")
    if found == "unclear":
        return [asking.ask_again(turn, question)]
    if isinstance(found, int):
        return found
    here = turn.ward
    asking.go_to_plan(turn, question)
    if (said := _day_told(turn, question) or _named(turn, question)) is None and turn.ward is not here:
        turn.ward, turn.heard = here, None
    return said


def _day_told(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The day, in answer to "hẹn ngày nào?"."""
    item = turn.ward.items.get(question.payload.get("item") or "")
    if item is None or question.payload["reason"] not in OF_DAY:
        return None
    if any(one.named for one in heard(turn)):
        return None
    if not isinstance(find_date(turn.words, turn.now, item.due_on, expected=True), DateReading):
        return None
    question.closed_at = turn.now
    return extend.request(turn, item, turn.words)


def _dropped(turn: Turn, question: Question, at_will: bool) -> Sequence[Reply]:
    """Nothing of it is recorded; what waited behind it is asked."""
    asking.go_to_plan(turn, question)
    item = turn.ward.items.get(question.payload.get("item") or "")
    again = not_recorded.type_again(item, turn.person, figure=asking.is_figure(question))
    outcome = Outcome(said=[not_recorded.left_out(item) if at_will else again])
    outcome.items += [item.key] if item else []
    outcome.asked += asking.waiting_behind(question)
    question.closed_at = turn.now
    turn.words = str(question.payload["words"])
    return reply(turn, outcome)


def _named(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The name alone, in answer to a question about a number that was typed without one."""
    payload = question.payload
    catalogue = turn.ward.whole_catalogue
    if turn.words.rstrip().endswith("?"):
        return None  # "bhyt?" wants to know how it stands, or is not sure itself
    known = payload["reason"] not in UNNAMED and catalogue.find(str(payload["words"])).items
    if known or payload["queue"]:
        return None
    hit = catalogue.find(turn.words)
    start, end = hit.span if hit.items else (0, 0)
    told = any(one.kind not in _SILENT if hit.guessed else one.none_arose for one in heard(turn))
    if told or (hit.guessed and _DIGIT.search(turn.words)):
        return None  # "bảo hiểm nông dân 210", "không để xảy ra điểm nóng": more than a name
    if not hit.items or not only_points(f"{turn.words[:start]} {turn.words[end:]}"):
        return None
    question.closed_at = turn.now
    turn.words = f"{turn.words[start:end]} {payload['words']}"
    turn.owner = turn.ward.people.get(payload.get("owner") or 0)
    turn.context_items = ()
    return reply(turn, taken_in(turn))
