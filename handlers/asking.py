"""Questions about a reading that can be taken two ways: asked once, answered by a choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.message import Choice
from bot.domain.reading.model import Doubt, Reading
from db import questions
from db.models import Question
from db.ward_view import ItemView
from handlers import pending, steps, which_period
from handlers.texts import doubts as texts
from handlers.texts.report import type_again
from handlers.turn import Ask, Reply, Turn

KIND = "report"
UNNAMED = frozenset({"which_indicator", "no_indicator"})
"""Doubts about the item: once it is known, the value is still to be checked against it."""
COMPLETE = frozenset({"done_or_noted"})
"""Doubts whose choices are all there is to say."""
OF_PLAN = frozenset({"percent_mismatch", "denominator_differs"})
"""Doubts that may come from a plan that was changed on paper."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A doubt that waits for its question."""

    reading: Reading
    doubt: Doubt


def ask(turn: Turn, waiting: Sequence[Asked], said: Sequence[str]) -> Reply:
    """Ask about the first doubt, after what was said already; the others wait behind it."""
    reading, doubt = waiting[0].reading, waiting[0].doubt
    item = turn.ward.items.get(reading.item or "")
    choices = [
        Choice(texts.choice(turn.ward, item, reading, doubt, candidate), str(place))
        for place, candidate in enumerate(doubt.candidates)
    ]
    if choices and doubt.reason not in COMPLETE:
        choices.append(Choice(texts.RETYPE, "retype"))
    if choices and _names_the_plan(item, reading, doubt) and item is not None:
        choices.append(Choice(texts.other_plan(item), "plan"))
    payload = {
        "item": reading.item,
        "reason": doubt.reason,
        "about": _about(turn, reading, item),
        "words": turn.words,
        "candidates": [pending.to_json(candidate) for candidate in doubt.candidates],
        "queue": [_to_json(one) for one in waiting[1:]],
        "owner": turn.owner.id if turn.owner else None,
        "replaces": list(turn.replaces),
        "steps": steps.pending(turn),
    }
    question = texts.question(turn.ward, item, reading, doubt, turn.person)
    items = (reading.item,) if reading.item else tuple(dict.fromkeys(_items(doubt)))
    return Reply("\n".join([*said, question]), tuple(choices), Ask(KIND, payload), items)


def _items(doubt: Doubt) -> list[str]:
    return [candidate.item for candidate in doubt.candidates if candidate.item]


def _names_the_plan(item: ItemView | None, reading: Reading, doubt: Doubt) -> bool:
    """True when the b of an a/b stands for the plan's own number."""
    target = item.target if item is not None else None
    if target is None or target.value is None or doubt.reason not in OF_PLAN:
        return False
    return doubt.reason == "denominator_differs" or reading.denominator in {None, target.value}


def _to_json(one: Asked) -> dict[str, object]:
    candidates = [pending.to_json(candidate) for candidate in one.doubt.candidates]
    return {"reading": pending.to_json(one.reading), "reason": one.doubt.reason, "candidates": candidates}


def candidates(question: Question) -> list[Reading]:
    """The readings that a question offers, in the order of its choices."""
    return [pending.from_json(one) for one in question.payload["candidates"]]


def waiting_behind(question: Question) -> list[Asked]:
    """The doubts that wait behind a question."""
    found = []
    for one in question.payload.get("queue", ()):
        doubt = Doubt(one["reason"], tuple(pending.from_json(each) for each in one["candidates"]))
        found.append(Asked(replace(pending.from_json(one["reading"]), doubts=(doubt,)), doubt))
    return found


def none_of_them(turn: Turn, question: Question, place: int) -> str:
    """What is said when none of the readings was right, or the plan is not."""
    item = turn.ward.items.get(question.payload.get("item") or "")
    if item is not None and question.choices[place - 1][1] == "plan":
        return texts.plan_stays(item, turn.person, candidates(question)[0].value)
    return type_again(item, turn.person)


# --- asked once, then remembered -----------------------------------------------------------------------


def _about(turn: Turn, reading: Reading, item: ItemView | None) -> str | None:
    """What an answer is remembered by: the same b of an a/b, in the same period."""
    if item is None or reading.denominator is None:
        return None
    period, _day = which_period.of_reading(turn, reading, item)
    return f"{period.key} {reading.denominator:f}"


def remembered(turn: Turn, reading: Reading, doubt: Doubt) -> Reading | None:
    """The candidate that this person picked the last time, for the same b in the same period."""
    item = turn.ward.items.get(reading.item or "")
    about = _about(turn, reading, item)
    if doubt.reason != "denominator_differs" or about is None:
        return None
    wanted = {"item": reading.item, "reason": doubt.reason, "about": about}
    for row in reversed(questions.answered(turn.session, turn.person.id, KIND, turn.now)):
        if wanted.items() <= row.payload.items():
            place = row.answer or 0
            return doubt.candidates[place - 1] if 0 < place <= len(doubt.candidates) else None
    return None
