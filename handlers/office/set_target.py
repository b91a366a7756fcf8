"""/giaochitieu: set or change a target, with the document that says so; older reports keep the older one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot.domain.message import Choice
from bot.domain.targets import Target, from_json
from db import questions
from db.item_view import ItemView
from db.models import Question, TargetRow
from db.ward_loading import bump
from handlers.office import set_phased, target_reading, target_year
from handlers.standings.plan_year import of_year
from handlers.texts.judging import target_words
from handlers.texts.office import set_phased as phased_texts
from handlers.texts.office import set_target as texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "target"
WRITTEN = "target_written"
"""A target was just set: "nhầm, 270" right below it is about the target, not about a result."""
OF_A_YEAR = ("starts_on", "ends_on", "last_year", "last_year_by", "baseline", "whole")
"""What of a target is the year's own, whatever number is assigned."""
REMEMBERED = timedelta(days=1)
"""How long a target that was left without an answer is shown again when somebody says "ok"."""


def change(turn: Turn) -> Sequence[Reply]:
    """/giaochitieu <chỉ tiêu> <số> [QĐ số … ngày …] [từ …]: read, echo, and wait for a yes."""
    if not turn.words:
        without = [
            item
            for item in turn.ward.items.values()
            if item.target is not None
            and item.target.source == "assigned_later"
            and item.target.value is None
        ]
        return [Reply(texts.usage(without))]
    if set_phased.is_meant(turn.words):
        return [confirm(turn, _in_steps(turn))]
    words, year = target_year.split_year(turn, turn.words)
    words, basis = target_reading.split_basis(turn, words)
    if not words.strip():
        raise UserError(texts.nothing_found(turn.words))
    item, rest = target_reading.item_and_rest(turn, words)
    since = basis.since or year or basis.day or turn.today
    item = target_year.item_on(turn, item, since)
    since = from_day(item, since)
    after = target_reading.target(turn, item, item.target_on(since), rest)
    return [confirm(turn, Proposed(item, after, since, basis.document, basis.day))]


def _in_steps(turn: Turn) -> Proposed:
    """A year's number in steps, and the number itself where it is said in front of them."""
    words, year = target_year.split_year(turn, turn.words)
    name, steps = set_phased.split(words)
    name, before_steps = target_reading.split_basis(turn, name)
    steps, behind = target_reading.split_basis(turn, steps)
    basis = behind.or_else(before_steps)
    item, number = set_phased.item_of(turn, name)
    since = basis.since or year or basis.day or turn.today
    item = target_year.item_on(turn, item, since)
    since = from_day(item, since)
    target = item.target_on(since) or Target("cumulative", ">=")
    if number:
        target = target_reading.target(turn, item, target, number)
    after = replace(target, phased=set_phased.parse(turn, item, steps, target.phased))
    return Proposed(item, after, since, basis.document, basis.day, phased=True)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A target that waits for a yes, or was just written. `phased`: its steps are what was set."""

    item: ItemView
    after: Target
    since: date
    document: str | None = None
    document_date: date | None = None
    phased: bool = False

    def to_json(self, year: int) -> dict[str, Any]:
        """As a question's payload; `year` is that of the plan which the item is of."""
        return {
            "year": year,
            "item": self.item.key,
            "since": self.since.isoformat(),
            "target": self.after.to_json(),
            "document": self.document,
            "document_date": self.document_date.isoformat() if self.document_date else None,
            "phased": self.phased,
        }


def proposed(turn: Turn, payload: Mapping[str, Any]) -> Proposed:
    """What `Proposed.to_json` wrote; the turn is then about the plan which the item is of."""
    turn.ward = of_year(turn, payload.get("year", turn.ward.year))
    day = payload["document_date"]
    return Proposed(
        turn.ward.items[payload["item"]],
        from_json(payload["target"]),
        date.fromisoformat(payload["since"]),
        payload["document"],
        date.fromisoformat(day) if day else None,
        bool(payload.get("phased")),
    )


def confirm(turn: Turn, one: Proposed) -> Reply:
    """Show what would be set, with what is odd about it; nothing is written before a yes."""
    basis, yes = texts.basis(one.document, one.document_date), texts.YES
    before = one.item.target_on(one.since)
    if one.phased:
        doubts, yes = set_phased.doubts(dict(one.after.phased), one.after), phased_texts.YES
        text = phased_texts.confirm(one.item, before, one.after, basis, one.since, doubts)
    else:
        parts = _parts_of(turn, one.item, one.after)
        text = texts.confirm(one.item, before, one.after, basis, one.since, parts)
    choices = [Choice(yes, "yes"), Choice(texts.NO, "no")]
    year, beside = turn.ward.year, target_year.may_be_next(turn, one.item, one.since)
    if beside is not None:
        choices.append(Choice(texts.for_year(year + 1), "next"))
    if beside is not None or one.since.year > turn.today.year:
        text = f"{texts.of_plan(year)} {text}"
    return Reply(text, choices=tuple(choices), ask=Ask(KIND, one.to_json(year)))


def left(turn: Turn) -> list[Question]:
    """The targets of this chat that nobody has confirmed or dropped lately, the newest first."""
    here = (turn.message.address.account, turn.message.address.chat, turn.person.id)
    rows = questions.left_open(turn.session, turn.ward.id, KIND, turn.now - REMEMBERED)
    return [row for row in rows if (row.account, row.chat, row.person_id) == here]


def from_day(item: ItemView, day: date) -> date:
    """An assignment follows what holds already, even by a document older than the plan's first day."""
    return max([day, *(since for since, _target in item.targets[-1:])])


def _parts_of(turn: Turn, item: ItemView, after: Target) -> str:
    """What the units of a collected line were given together, where it is not what the line is given."""
    line = turn.ward.line_of(item) if item.share_of else None
    if line is not None and line.collect == "sum":
        return _beside_line(turn, item, after, line)
    if item.collect != "sum" or after.value is None:
        return ""
    given = [turn.ward.items[key].target for key in item.parts]
    values = [one.value for one in given if one is not None and one.value is not None]
    together = sum(values, start=type(after.value)(0))
    return texts.of_units(item, together, after) if values and together != after.value else ""


def _beside_line(turn: Turn, item: ItemView, after: Target, line: ItemView) -> str:
    """The same, where one unit's share is given anew."""
    given = [after if key == item.key else turn.ward.items[key].target for key in line.parts]
    values = [one.value for one in given if one is not None and one.value is not None]
    whole = line.target.value if line.target is not None else None
    if whole is None or len(values) < len(line.parts) or sum(values) == whole:
        return ""
    return texts.of_line(line, sum(values[1:], values[0]), whole)


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Confirmed: a new target row from the document's date on, or from today without one."""
    for row in left(turn):
        questions.settle(row, turn.now)
    running = turn.ward.year
    one = proposed(turn, question.payload)
    if question.choices[place - 1][1] == "next":
        one = _of_next_year(turn, one)
    elif place != 1:
        return [Reply(texts.left_alone(one.item))]
    item, after = one.item, one.after
    before = item.target_on(one.since)
    turn.session.add(
        TargetRow(
            item_id=item.id,
            valid_from=one.since,
            spec=after.to_json(),
            document=one.document,
            document_date=one.document_date,
            entered_by_id=turn.person.id,
            entered_at=turn.now,
        )
    )
    bump(turn.session, turn.ward.id)
    steps = "; ".join(f"{month}: {value:f}" for month, value in after.phased.items())
    turn.note(
        "set_target",
        item.key,
        before=target_words(before),
        after=f"{target_words(after)}; {steps}" if one.phased else target_words(after),
    )
    if turn.ward.year > running:
        said = texts.changed_next(item, before, after, turn.ward.year)
    elif one.phased:
        said = phased_texts.changed(item, before, after, one.since)
    else:
        said = texts.changed(item, before, after, one.since)
    return [Reply(said, ask=Ask(WRITTEN, one.to_json(turn.ward.year)))]


def _of_next_year(turn: Turn, one: Proposed) -> Proposed:
    """The same number for the next year's plan, from its first day on; its own days and bases stay."""
    first = date(turn.ward.year + 1, 1, 1)
    item = target_year.item_on(turn, one.item, first)
    since = from_day(item, first)
    theirs, number = item.target_on(since), one.after
    if theirs is not None:
        kept = {name: getattr(theirs, name) for name in OF_A_YEAR}
        number = replace(number, **kept)
    return replace(one, item=item, after=number, since=since)
