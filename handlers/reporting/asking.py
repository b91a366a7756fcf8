"""Questions about a reading that can be taken two ways: asked once, answered by a choice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.percent import tidy
from bot.domain.reading.answers import Picked, picked
from bot.domain.reading.model import Doubt, Reading
from db import figures, questions
from db.item_view import ItemView
from db.models import Question
from db.ward_view import WardView
from handlers import rights
from handlers.office import target_told
from handlers.reporting import pending, steps, which_period
from handlers.standings.last_year import last_value
from handlers.standings.plan_year import marked, of_year
from handlers.texts.office import set_target as set_target_texts
from handlers.texts.reporting import asked as doubts_asked
from handlers.texts.reporting import choices as labels
from handlers.texts.reporting import doubts as texts
from handlers.texts.reporting import not_recorded
from handlers.turn import Ask, Reply, Turn

KIND = "report"
COMPLETE = frozenset({"done_or_noted", "part_or_whole"})
"""Doubts whose choices are all there is to say."""
OF_PLAN = frozenset({"percent_mismatch", "denominator_differs"})
"""Doubts that may come from a plan that was changed on paper."""
FORGOTTEN = timedelta(days=7)
"""How old a question may be for the morning to tell that nobody answered it."""
JUST_ASKED = timedelta(minutes=15)
"""So long a reminder that comes in between leaves a question open."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A doubt that waits for its question."""

    reading: Reading
    doubt: Doubt


def ask(turn: Turn, waiting: Sequence[Asked], said: Sequence[str]) -> Reply:
    """Ask about the first doubt, after what was said already; the others wait behind it."""
    reading, doubt = waiting[0].reading, waiting[0].doubt
    item = turn.ward.items.get(reading.item or "")
    both = doubt.reason in {"two_numbers", "none_or_number"}  # "rác 95 và 80": neither without the other
    typed = " ".join(turn.words.split()) if both else _typed(turn, reading)
    figure = not_recorded.is_figure(reading, doubt, item)
    choices = [
        Choice(labels.choice(turn.ward, item, reading, doubt, candidate), str(place))
        for place, candidate in enumerate(doubt.candidates)
    ]
    if choices and doubt.reason not in COMPLETE:
        choices.append(Choice(labels.none_of_them(doubt.reason, figure=figure), "retype"))
    if choices and _names_the_plan(item, reading, doubt) and item is not None:
        choices.append(Choice(labels.other_plan(item), "plan"))
    if choices and target_told.may_be(turn, item, doubt.reason):
        choices.append(Choice(set_target_texts.AS_NEW_TARGET, target_told.CHOICE))
    payload = {
        "item": reading.item,
        "plan": turn.ward.year,
        "reason": doubt.reason,
        "about": _about(turn, reading, item),
        "words": turn.words,
        "typed": typed,
        "figure": figure,
        "candidates": [pending.to_json(candidate) for candidate in doubt.candidates],
        "queue": [_to_json(turn, one) for one in waiting[1:]],
        "owner": turn.owner.id if turn.owner else None,
        "replaces": list(turn.replaces),
        "steps": steps.pending(turn),
    }
    asked = doubts_asked.Asked(
        turn.ward, item, reading, doubt, turn.person, typed, _last(turn, reading, doubt, item)
    )
    items = (reading.item,) if reading.item else tuple(dict.fromkeys(_items(doubt)))
    said = [*said, texts.question(asked)]
    return Reply("\n".join(said), tuple(choices), Ask(KIND, payload), marked(turn.ward, items))


def ask_again(turn: Turn, question: Question) -> Reply:
    """The same question with its choices, when the answer fits several of them."""
    choices = tuple(Choice(label, data) for label, data in question.choices)
    items = (key,) if (key := question.payload.get("item")) else ()
    return Reply(
        not_recorded.pick_one(turn.person, figure=is_figure(question)),
        choices,
        Ask(KIND, question.payload),
        marked(turn.ward, items),
    )


def go_to_plan(turn: Turn, question: Question) -> None:
    """Let the turn be about the plan that was in use when the question was put: its codes are of that."""
    if (year := question.payload.get("plan", turn.ward.year)) != turn.ward.year:
        turn.ward, turn.heard = of_year(turn, year), None


def item_of(ward: WardView, question: Question) -> ItemView | None:
    """The item that a question is about, whichever plan's."""
    return _item(ward, question, question.payload.get("item") or "")


def _item(ward: WardView, question: Question, key: str) -> ItemView | None:
    if question.payload.get("plan", ward.year) == ward.year:
        return ward.items.get(key)
    return next((one for one in ward.earlier.values() if one.key == key), None)


def _typed(turn: Turn, reading: Reading) -> str:
    """The part of the message that the doubt is about, as it was typed."""
    start, end = reading.span
    told = (reading, *(one for doubt in reading.doubts[:1] for one in doubt.candidates[:1]))
    words = [one.words for one in told if one.kind in not_recorded.WORDED and one.words in turn.message.text]
    alone = reading.kind in not_recorded.WORDED
    said = words[0] if words else reading.words if alone else turn.words[start:end]
    return " ".join(said.split()) or turn.words


def _last(turn: Turn, reading: Reading, doubt: Doubt, item: ItemView | None) -> Decimal | None:
    """The last value before the day that a figure is about; of a change, what it adds to or takes from."""
    if item is None or item.is_task:
        return None
    _period, day = which_period.of_reading(turn, reading, item)
    now, before = (
        last_value(figures.latest(turn.session, [item.id], until).get(item.id))
        for until in (day, day - timedelta(days=1))
    )
    falls_within = doubt.reason == "decrease" and (before is None or (reading.value or 0) >= before)
    jumps_within = doubt.reason == "outlier" and before is None
    known = now if falls_within or jumps_within or doubt.reason == "delta_without_total" else before
    return tidy(known) if known is not None else None


def _items(doubt: Doubt) -> list[str]:
    return [candidate.item for candidate in doubt.candidates if candidate.item]


def _names_the_plan(item: ItemView | None, reading: Reading, doubt: Doubt) -> bool:
    """True when the b of an a/b stands for the plan's own number."""
    target = item.target if item is not None else None
    if target is None or target.value is None or doubt.reason not in OF_PLAN:
        return False
    return doubt.reason == "denominator_differs" or reading.denominator in {None, target.value}


def _to_json(turn: Turn, one: Asked) -> dict[str, object]:
    return {
        "reading": pending.to_json(one.reading),
        "reason": one.doubt.reason,
        "candidates": [pending.to_json(candidate) for candidate in one.doubt.candidates],
        "typed": _typed(turn, one.reading),
    }


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
    item = item_of(turn.ward, question)
    if item is not None and question.choices[place - 1][1] == "plan":
        return not_recorded.plan_stays(item, turn.person, candidates(question)[0].value)
    if question.payload["reason"] in {"unclear_words", "other_count", "unreached", "not_in_charge"}:
        return not_recorded.words_left()
    if item is not None and question.payload["reason"] == "target_not_result":
        return set_target_texts.no_result(item, turn.person, sets=rights.may(turn.person, "set_target"))
    return not_recorded.type_again(item, turn.person, figure=is_figure(question))


def is_figure(question: Question) -> bool:
    """True where a number was asked about."""
    return bool(question.payload.get("figure", True))


# --- answered in words, or not at all ------------------------------------------------------------------


def meant(question: Question, words: str) -> Picked | None:
    """What words answer to a question: a place, that none is right, that it may be dropped, or nothing."""
    if words.rstrip().endswith("?") and question.payload["reason"] in labels.UNNAMED:
        return None  # "bhyt?" wants to know how that stands, or is not sure itself
    shown = [str(label) for label, _data in question.choices]
    readings = len(question.payload["candidates"])
    confirms = question.payload["reason"] in texts.CONFIRMED
    found = picked(words, shown, readings=readings, confirms=confirms)
    if found == "none" and len(shown) > readings:
        return readings + 1
    return found if shown or found in {"none", "drop"} else None


def open_about(turn: Turn) -> str | None:
    """The item of the doubt that is open in the chat."""
    question = turn.question
    if question is None or question.kind != KIND or question.closed_at is not None:
        return None
    return question.payload.get("item")


def left_behind(turn: Turn, items: Collection[str]) -> list[str]:
    """Close the doubt that was open when something else was reported, and say that it was not recorded."""
    question = turn.question
    if question is None or question.kind != KIND or question.closed_at is not None:
        return []
    question.closed_at = turn.now
    key, (first, *others) = question.payload.get("item"), held_up(turn.ward, question)
    told = key in items or (key is None and (first[1] in turn.words or not items))
    left = [] if told else [first]
    left += [(item, said) for item, said in others if item is None or item.key not in items]
    return [not_recorded.left_behind(*left)] if left else []


def unanswered(
    session: Session, ward: WardView, person_id: int, awaited: Collection[str], now: datetime
) -> list[str]:
    """Close the doubts that a person left without an answer; what the morning says about them.

    A reminder with a list of its own comes now: "1" must not answer the question of yesterday any more.
    One that was asked just now stays open: its answer may be on the way. `awaited` are the items of the
    reminder; of others it is told unless they were reported since.
    """
    lines = []
    for row in questions.unanswered(session, person_id, KIND, now - FORGOTTEN):
        if now - row.asked_at < JUST_ASKED:
            continue
        row.closed_at = now
        item = item_of(ward, row)
        if item is None or item.key in awaited or not _is_reported(session, item, row.asked_at):
            lines.append(not_recorded.unanswered(held_up(ward, row), row.asked_at))
    return list(dict.fromkeys(lines))


def _is_reported(session: Session, item: ItemView, since: datetime) -> bool:
    """True when somebody reported on the item since a moment, the clerk for example."""
    newest = figures.latest(session, [item.id]).get(item.id)
    return newest is not None and newest.at >= since


def held_up(ward: WardView, question: Question) -> list[tuple[ItemView | None, str]]:
    """What is not recorded while a question is open, as it was typed: its own, and what waits behind it."""
    payload = question.payload
    found = [(item_of(ward, question), str(payload.get("typed") or payload["words"]))]
    for one in payload.get("queue", ()):
        reading = one["reading"]
        typed = str(one.get("typed") or reading.get("words") or payload["words"])
        found.append((_item(ward, question, reading.get("item") or ""), typed))
    return found


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
    if doubt.reason != "denominator_differs" or about is None or reading.percent_consistent is False:
        return None
    wanted = {"item": reading.item, "reason": doubt.reason, "about": about}
    for row in reversed(questions.answered(turn.session, turn.person.id, KIND, turn.now)):
        if wanted.items() <= row.payload.items():
            place = row.answer or 0
            return doubt.candidates[place - 1] if 0 < place <= len(doubt.candidates) else None
    return None
