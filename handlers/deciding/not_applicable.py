"""An item said not to concern the ward: who decides on it agrees, for a period or the year, or does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.periods import Period, period_containing
from bot.domain.reading.words import fold
from db import extensions, not_applicable, people
from db.item_view import ItemView
from db.models import NotApplicableRow
from db.ward_loading import bump
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.deciding.request import KIND, Request, asked_or_last, in_plan, item_of, known
from handlers.standings.deadlines import schedule_of
from handlers.standings.standing import standing_of
from handlers.texts.acting import in_name_of
from handlers.texts.common import named
from handlers.texts.deciding.waiting import AGREE, CONFIRM, REFUSE, verdict_in
from handlers.texts.periods import period_words
from handlers.texts.reporting import not_applicable as texts
from handlers.turn import Ask, Reply, Turn

MARK = "a"
UNDERSTOOD = frozenset({AGREE, CONFIRM, REFUSE})
NOUN = texts.NOUN
ACT = texts.ACT


def waiting(session: Session, ward: WardView) -> Iterable[Request]:
    """What waits, of items that are still in the plan."""
    return [request_of(row, ward) for row in in_plan(not_applicable.waiting(session, ward.id), ward)]


def about(session: Session, ward: WardView, item: ItemView) -> Sequence[Request]:
    """What waits for an item, else the last that was decided."""
    return [request_of(row, ward) for row in asked_or_last(not_applicable.of_item(session, item.id))]


def find(session: Session, ward: WardView, number: int) -> Request | None:
    """The request with this number."""
    row = known(session.get(NotApplicableRow, number), ward)
    return None if row is None else request_of(row, ward)


def request_of(row: NotApplicableRow, ward: WardView) -> Request:
    """The row as a request of who answers for the item; its period is not what "xác nhận tháng 11" names."""
    return Request(MARK, row.id, (item_of(row, ward),), row.person_id, row.at, row.state == "asked")


def deciders(ward: WardView, request: Request) -> Sequence[PersonView]:
    """Who is named for the item or in charge of it, then the chair."""
    return rights.deciders(ward, request.item)


def line(session: Session, ward: WardView, request: Request) -> str:
    """The request in a list."""
    row = session.get_one(NotApplicableRow, request.number)
    return texts.line(row, request.item, _asker(ward, row))


def label(ward: WardView, request: Request) -> str:
    """The request on a button."""
    return texts.label(request.item, ward.who(request.asked_by_id))


def letter(turn: Turn, request: Request, to: PersonView) -> Reply:
    """Who asks, in which words, and for how long."""
    row = turn.session.get_one(NotApplicableRow, request.number)
    text = texts.submitted(row, request.item, _asker(turn.ward, row), to)
    return Reply(text, choices=_choices(turn, request, row), items=request.keys)


def _asker(ward: WardView, row: NotApplicableRow) -> str:
    owner, by = ward.who(row.person_id), ward.who(row.entered_by_id)
    return named(owner) if by is None else in_name_of(by, owner if owner != by else None)


def _choices(turn: Turn, request: Request, row: NotApplicableRow) -> tuple[Choice, ...]:
    """Of both lengths of time the one that was asked for comes first."""
    item, agree = request.item, f"/duyet #{request.ref} dong y"
    period = period_words(_period(turn, row, item).key)
    both = [
        Choice(texts.choice(item, texts.AGREE_LABEL, period), f"{agree} ky nay"),
        Choice(texts.choice(item, texts.AGREE_LABEL, texts.to_the_end(turn.ward.year)), f"{agree} het nam"),
    ]
    if item.frequency == "year":
        both = both[:1]
    elif row.period.isdecimal():
        both.reverse()
    refuse = Choice(texts.choice(item, texts.REFUSE_LABEL), f"/duyet #{request.ref} khong dong y")
    return (*both, refuse)


def _period(turn: Turn, row: NotApplicableRow, item: ItemView) -> Period:
    """The first period that is meant."""
    schedule = schedule_of(item, turn.office)
    return period_containing(row.since, schedule.frequency, schedule.regime)


# --- the decision ------------------------------------------------------------------------------------


def decide(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
    """Agree, for as long as was asked or is said; refuse, with an opinion that is asked for."""
    row = turn.session.get_one(NotApplicableRow, request.number)
    if not request.open:
        return [Reply(texts.decided_before(row, request.item, turn.ward.who(row.decided_by_id)))]
    if verdict in {AGREE, CONFIRM}:
        return grant(turn, row, request.item, words)
    if words:
        return _write(turn, row, request.item, "refused", words)
    choices = (Choice(texts.NO_WORDS, "none"), Choice(texts.LATER, "later"))
    ask = Ask(KIND, {"requests": [request.ref], "item": request.item.key})
    return [Reply(texts.opinion(request.item), choices=choices, ask=ask, items=request.keys)]


def picked(turn: Turn, request: Request, _payload: Mapping[str, Any], data: str) -> Sequence[Reply]:
    """No opinion goes with the refusal, or it is put off."""
    if data == "later":
        return [Reply(texts.put_off())]
    row = turn.session.get_one(NotApplicableRow, request.number)
    return _write(turn, row, request.item, "refused", "")


def answered(turn: Turn, request: Request, _payload: Mapping[str, Any]) -> Sequence[Reply] | None:
    """The opinion was typed, or a decision after all."""
    verdict, words = verdict_in(turn.words)
    understood = verdict in UNDERSTOOD
    return decide(turn, request, verdict or REFUSE, words) if understood else _refused(turn, request)


def _refused(turn: Turn, request: Request) -> Sequence[Reply]:
    return decide(turn, request, REFUSE, turn.words)


def grant(turn: Turn, row: NotApplicableRow, item: ItemView, words: str) -> Sequence[Reply]:
    """From now on nothing is awaited of the item, for as long as the words say, else as was asked."""
    said = fold(words)
    if texts.WHOLE_YEAR.search(said):
        row.period = str(turn.ward.year)
    elif texts.ONE_PERIOD.search(said):
        row.period = _period(turn, row, item).key
    only_time = texts.WHOLE_YEAR.search(said) or texts.ONE_PERIOD.search(said)
    return _write(turn, row, item, "granted", "" if only_time else words)


def _write(turn: Turn, row: NotApplicableRow, item: ItemView, state: str, words: str) -> Sequence[Reply]:
    """Decide, once; who asked is told."""
    if not not_applicable.decide(turn.session, row, state, turn.person.id, turn.now, words or None):
        return [Reply(texts.decided_before(row, item, turn.ward.who(row.decided_by_id)))]
    turn.note(f"not_applicable_{state}", item.key, before=row.period, after=words or None)
    one = standing_of(turn, item)
    if state == "granted":
        extensions.replace_all(turn.session, item.id, turn.now)
        bump(turn.session, turn.ward.id)
    asker = turn.ward.acting(row.person_id, people.reachable(turn.session, turn.ward.id))
    asker = None if asker == turn.person else asker
    reached = turn.reaches(asker)
    replies = [Reply(texts.receipt(row, one, asker, reached=reached), items=(item.key,))]
    if asker is not None and reached:
        by = in_name_of(turn.person, rights.decides_for(turn.ward, turn.person, item))
        said = texts.result(row, one, by, asker)
        replies.append(Reply(said, to=asker.id, items=(item.key,), silent=not turn.loud))
    return replies


# --- taken back --------------------------------------------------------------------------------------


def overtaken(turn: Turn, item: ItemView, period: Period) -> NotApplicableRow | None:
    """A report on a period says that the item does concern the ward: what was granted for it ends.

    What waits for the very period is replaced, unless the clerk reports: she leaves it to who decides.
    """
    if item.applies(period):
        by_clerk = turn.person.has("clerk")
        return None if by_clerk else not_applicable.replace(turn.session, item.id, period.key, turn.now)
    rows = not_applicable.in_force(turn.session, item.id)
    ended = [row for row in rows if row.state == "granted"]
    for row in ended:
        not_applicable.settle(turn.session, row, "ended", turn.now)
    bump(turn.session, turn.ward.id)
    turn.note("not_applicable_ended", item.key, before=ended[-1].period if ended else None)
    return ended[-1] if ended else None
