"""What an official types: figures, "xong", "vướng …" are recorded; what can be read two ways is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.message import Choice
from bot.domain.reading import read
from bot.domain.reading.model import Context, Doubt, Reading
from bot.domain.reading.words import fold
from db import figures, questions
from db.models import Question
from db.ward_view import ItemView, PersonView
from handlers import pending, rights, situation, standing
from handlers.recording import Recorded, record_figure, record_obstacle, record_progress
from handlers.texts import common, doubts
from handlers.texts import report as texts
from handlers.turn import Ask, Reply, Turn, UserError

NUMBERS = frozenset({"figure", "ratio", "percent", "correction"})
STATUSES = frozenset({"done", "not_done", "in_progress"})
UNCOUNTED = frozenset({"maintain", "milestone", "narrative", "year_end_review", "event_free"})


@dataclass(slots=True)
class Outcome:
    """What became of the readings of one message."""

    recorded: list[Recorded] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    asked: list[tuple[Reading, Doubt]] = field(default_factory=list)
    items: list[str] = field(default_factory=list)


def free_text(turn: Turn) -> Sequence[Reply]:
    """Read a message and do what it says; one reply for everything in it."""
    readings = read(turn.words, turn.ward.catalogue, context_of(turn))
    outcome = Outcome()
    for reading in readings:
        _take(turn, reading, outcome)
    if not (outcome.recorded or outcome.said or outcome.asked):
        return [_not_understood(turn)]
    return _reply(turn, outcome)


def context_of(turn: Turn) -> Context:
    """What reading needs to know of the person, what was asked, and what was reported before."""
    owner = turn.owner or turn.person
    own = turn.ward.owned(owner.id)
    items = turn.context_items
    wanted = {item.key: item for item in own}
    wanted |= {key: turn.ward.items[key] for key in items if key in turn.ward.items}
    newest = figures.latest(turn.session, [item.id for item in wanted.values() if not item.is_task])
    last = {}
    for key, item in wanted.items():
        row = newest.get(item.id)
        value = standing.last_value(row)
        if row is not None and value is not None and row.inbox_id not in turn.replaces:
            last[key] = value
    single = items[0] if len(items) == 1 and items[0] in turn.ward.items else None
    return Context(
        now=turn.now,
        item=single,
        own=frozenset(items if len(items) > 1 else wanted),
        last=last,
        deadlines={key: item.due_on for key, item in wanted.items() if item.due_on},
        settled=_settled(turn),
    )


def _settled(turn: Turn) -> frozenset[tuple[str, str]]:
    """Doubts that this person has answered lately: asked once, then remembered."""
    rows = questions.answered(turn.session, turn.person.id, "report", turn.now)
    return frozenset(
        (str(row.payload["item"]), str(row.payload["reason"]))
        for row in rows
        if row.answer is not None and row.answer < len(row.choices) and row.payload.get("item")
    )


def _take(turn: Turn, reading: Reading, outcome: Outcome) -> None:
    if reading.doubts:
        outcome.asked.append((reading, reading.doubts[0]))
    elif reading.kind == "greeting":
        outcome.said.append(texts.thanks(turn.person))
    elif reading.kind == "question":
        outcome.said.append(situation.answer_question(turn, reading))
    elif reading.item is not None and reading.item in turn.ward.items:
        try:
            _take_item(turn, reading, turn.ward.items[reading.item], outcome)
        except UserError as error:
            # Nothing was written for this item yet; the others of the message go on.
            outcome.said.append(error.text)


def _take_item(turn: Turn, reading: Reading, item: ItemView, outcome: Outcome) -> None:
    owner = responsible(turn, item)
    outcome.items.append(item.key)
    if reading.kind in {"obstacle", "extension"}:
        outcome.recorded.append(record_obstacle(turn, reading, item, owner))
    elif item.is_task:
        outcome.recorded.append(record_progress(turn, reading, item, owner))
    elif reading.kind in NUMBERS or _is_status(item, reading):
        recorded = record_figure(turn, reading, item, owner, ordinal=len(outcome.recorded))
        outcome.recorded.append(recorded)
        if "obstacle" in reading.also:
            outcome.recorded.append(record_obstacle(turn, reading, item, owner))
    else:
        outcome.said.append(texts.number_wanted(item, reading.kind, turn.person))


def _is_status(item: ItemView, reading: Reading) -> bool:
    """True when "xong" or "đang làm" is a full report of the indicator, without a number."""
    target = item.target
    uncounted = target is None or target.unit is None or target.evaluation in UNCOUNTED
    return reading.kind in STATUSES and reading.kind != "not_done" and uncounted


def responsible(turn: Turn, item: ItemView) -> PersonView:
    """Who the figure is entered for. Raises UserError when this person may not report on the item."""
    owner = turn.ward.people.get(item.owner_id or 0)
    if owner is None or owner.id == turn.person.id:
        return turn.owner or turn.person
    may_enter = rights.may(turn.person, "enter_for") and rights.within_reach(turn.ward, turn.person, item)
    if may_enter:
        return owner
    raise UserError(texts.not_own_item(item, owner, turn.person))


# --- what is answered ------------------------------------------------------------------------------


def _reply(turn: Turn, outcome: Outcome) -> Sequence[Reply]:
    lines = [receipt(turn, recorded) for recorded in outcome.recorded]
    lines += outcome.said
    if outcome.asked:
        return [_question(turn, outcome, lines)]
    if mendable := [one.item for one in outcome.recorded if one.obstacle is None]:
        lines.append(texts.how_to_correct(turn.person, mendable[-1]))
    follow_up = _next_step(turn) if outcome.recorded else None
    replies = [Reply("\n".join(lines), items=tuple(outcome.items))]
    return [*replies, follow_up] if follow_up else replies


def receipt(turn: Turn, recorded: Recorded) -> str:
    """One line of what was recorded, against the plan."""
    item = recorded.item
    if recorded.obstacle is not None:
        return texts.obstacle_receipt(item, recorded.obstacle.words)
    if recorded.progress is not None:
        late = item.due_on is not None and turn.today > item.due_on
        return texts.progress_receipt(item, recorded.progress, late=late)
    now = standing.standings(turn.session, turn.now, turn.office, turn.ward, [item])[item.key]
    assert recorded.figure is not None  # noqa: S101 - one of the three is always there
    assert recorded.period is not None  # noqa: S101
    return texts.figure_receipt(
        recorded, now.verdict, turn.ward.people.get(recorded.figure.person_id or 0), turn.person
    )


def _question(turn: Turn, outcome: Outcome, lines: list[str]) -> Reply:
    """Ask about the first doubt; the others wait behind it."""
    (reading, doubt), *others = outcome.asked
    item = turn.ward.items.get(reading.item or "")
    choices = [
        Choice(doubts.choice(turn.ward, item, reading, doubt, candidate), str(place))
        for place, candidate in enumerate(doubt.candidates)
    ]
    choices.append(Choice(doubts.retype(doubt), "retype"))
    payload = {
        "item": reading.item,
        "reason": doubt.reason,
        "words": turn.words,
        "candidates": [pending.to_json(candidate) for candidate in doubt.candidates],
        "queue": [_waiting(other, why) for other, why in others],
        "owner": turn.owner.id if turn.owner else None,
        "replaces": list(turn.replaces),
    }
    text = doubts.question(turn.ward, item, reading, doubt, turn.person)
    return Reply(
        "\n".join([*lines, text]),
        choices=tuple(choices) if doubt.candidates else (),
        ask=Ask("report", payload),
        items=tuple(outcome.items) or ((reading.item,) if reading.item else ()),
    )


def _waiting(reading: Reading, doubt: Doubt) -> dict[str, object]:
    return {
        "reading": pending.to_json(reading),
        "reason": doubt.reason,
        "candidates": [pending.to_json(candidate) for candidate in doubt.candidates],
    }


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """A choice was picked: record that reading, or ask for it again; then go on with what waited."""
    payload = question.payload
    turn.words = str(payload["words"])
    turn.replaces = tuple(payload.get("replaces", ()))
    turn.owner = turn.ward.people.get(payload.get("owner") or 0)
    outcome = Outcome()
    candidates = payload["candidates"]
    if place <= len(candidates):
        _take(turn, pending.from_json(candidates[place - 1]), outcome)
    else:
        item = turn.ward.items.get(payload.get("item") or "")
        outcome.said.append(texts.type_again(item, turn.person))
        if item is not None:
            outcome.items.append(item.key)
    for waiting in payload.get("queue", ()):
        doubt = Doubt(waiting["reason"], tuple(pending.from_json(one) for one in waiting["candidates"]))
        outcome.asked.append((replace(pending.from_json(waiting["reading"]), doubts=(doubt,)), doubt))
    return _reply(turn, outcome)


def _not_understood(turn: Turn) -> Reply:
    found = standing.standings(
        turn.session, turn.now, turn.office, turn.ward, turn.ward.owned(turn.person.id)
    )
    owed = [one for one in found.values() if not one.reported]
    return Reply(texts.not_understood(turn.person, owed))


# --- step by step, and for somebody else -----------------------------------------------------------


def step_by_step(turn: Turn) -> Sequence[Reply]:
    """/baocao: ask for one item after the other."""
    if turn.words:
        hit = find_item(turn, turn.words, "item")
        return [_ask_for(turn, hit, [])] if isinstance(hit, ItemView) else hit
    found = standing.standings(
        turn.session, turn.now, turn.office, turn.ward, turn.ward.owned(turn.person.id)
    )
    owed = [key for key, one in found.items() if not one.reported]
    if not owed:
        return [Reply(texts.nothing_owed(turn.person))]
    return [_ask_for(turn, turn.ward.items[owed[0]], owed[1:])]


def answer_item(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """The item was picked out of several that a name fits."""
    return [_ask_for(turn, turn.ward.items[question.payload["keys"][place - 1]], [])]


def _ask_for(turn: Turn, item: ItemView, queue: list[str]) -> Reply:
    now = standing.standings(turn.session, turn.now, turn.office, turn.ward, [item])[item.key]
    ask = Ask("step", {"item": item.key, "queue": queue})
    return Reply(texts.ask_for(now, len(queue)), ask=ask, items=(item.key,))


def _next_step(turn: Turn) -> Reply | None:
    """After an answer in /baocao: the next item."""
    question = turn.question
    if question is None or question.kind != "step":
        return None
    question.closed_at = turn.now
    queue = [key for key in question.payload["queue"] if key in turn.ward.items]
    return _ask_for(turn, turn.ward.items[queue[0]], queue[1:]) if queue else None


def enter_for(turn: Turn) -> Sequence[Reply]:
    """/nhapthay <người> <số liệu>: both names are kept."""
    if not turn.words:
        return [Reply(texts.enter_for_usage())]
    person, words = find_person(turn, turn.words)
    if not words:
        return [Reply(texts.enter_for_usage(person))]
    turn.owner, turn.words = person, words
    return free_text(turn)


# --- finding items and people by what was typed ------------------------------------------------------


def find_item(turn: Turn, words: str, kind: str, **payload: object) -> ItemView | Sequence[Reply]:
    """The item that the words name; else the question which one. Raises UserError when none fits."""
    found = [turn.ward.items[one.key] for one in turn.ward.catalogue.find(words).items]
    if not found:
        raise UserError(common.nothing_found(words))
    if len(found) == 1:
        return found[0]
    choices = tuple(Choice(f"{item.key} {item.short_name}", item.key) for item in found[:8])
    ask = Ask(kind, {"keys": [item.key for item in found[:8]], **payload})
    return [Reply(common.which_item(), choices=choices, ask=ask)]


def find_person(turn: Turn, words: str) -> tuple[PersonView, str]:
    """The person that the text begins with, and the rest. Raises UserError when nobody or several fit."""
    tokens = words.split()
    for size in range(min(5, len(tokens)), 0, -1):
        said = fold(" ".join(tokens[:size]))
        fits = [one for one in turn.ward.people.values() if _is_called(fold(one.name), one.code, said)]
        if len(fits) == 1:
            return fits[0], " ".join(tokens[size:])
        if len(fits) > 1 and size == 1:
            raise UserError(texts.several_people(fits))
    raise UserError(common.no_person(tokens[0] if tokens else words))


def _is_called(name: str, code: str, said: str) -> bool:
    for prefix in ("anh ", "chi ", "ong ", "ba ", "dong chi ", "d/c ", "co ", "chu ", "bac "):
        said = said.removeprefix(prefix)
    return said in {name, code.lower()} or name.split()[-len(said.split()) :] == said.split()
