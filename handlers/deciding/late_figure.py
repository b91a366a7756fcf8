"""A figure for a closed period: the clerk has it recorded, or refuses it with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.periods import Regime, period_containing, period_from_key, year_of
from bot.domain.reading.amounts.units import measure, reduces
from db import figures, late_figures
from db.item_view import ItemView, known_item
from db.models import Confirmation, Figure, LateFigure, Progress
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.deciding import not_applicable, unit_figure
from handlers.deciding.request import KIND, Request, asked_or_last
from handlers.standings.deadlines import schedule_of
from handlers.texts.acting import in_name_of
from handlers.texts.correcting import late as texts
from handlers.texts.deciding.waiting import AGREE, CONFIRM, REFUSE, RETURN, verdict_in
from handlers.turn import Ask, Reply, Turn

MARK = "k"
UNDERSTOOD = frozenset({AGREE, CONFIRM, REFUSE, RETURN})
NOUN = texts.NOUN
ACT = texts.ACT


def waiting(session: Session, ward: WardView) -> Iterable[Request]:
    """Late figures that wait, of items that are still in the plan, or were in last year's."""
    rows = late_figures.waiting(session, ward.id)
    return [request_of(row, ward) for row in rows if _item(row, ward) is not None]


def about(session: Session, ward: WardView, item: ItemView) -> Sequence[Request]:
    """What waits for an item, else the last that was decided."""
    return [request_of(row, ward) for row in asked_or_last(late_figures.of_item(session, item.id))]


def find(session: Session, ward: WardView, number: int) -> Request | None:
    """The late figure with this number."""
    row = session.get(LateFigure, number)
    if row is None or row.ward_id != ward.id or _item(row, ward) is None:
        return None
    return request_of(row, ward)


def request_of(row: LateFigure, ward: WardView) -> Request:
    """A late figure as a request of who sent it."""
    waits, item = row.state in {None, "asked"}, _item(row, ward)
    assert item is not None  # noqa: S101 - of others no request is made
    return Request(MARK, row.id or 0, (item,), row.entered_by_id, row.at, waits, row.period)


def _item(row: LateFigure, ward: WardView) -> ItemView | None:
    return ward.in_force(row.item_id)


def deciders(ward: WardView, request: Request) -> Sequence[PersonView]:
    """The clerks, or who acts for them; nobody on what he sent himself, unless nobody else could."""
    clerks = rights.clerks(ward)
    return [one for one in clerks if one.id != request.asked_by_id] or clerks


def line(session: Session, ward: WardView, request: Request) -> str:
    """The request in a list."""
    row = session.get_one(LateFigure, request.number)
    return texts.line(row, late_figures.said_by(row), request.item, ward.who(row.entered_by_id))


def label(ward: WardView, request: Request) -> str:
    """The request on a button."""
    return texts.label(request.item, request.period, ward.who(request.asked_by_id))


def letter(turn: Turn, request: Request, to: PersonView) -> Reply:
    """Who wants which figure in which period, what stands there now, and why."""
    row = turn.session.get_one(LateFigure, request.number)
    figure, before = late_figures.said_by(row), recorded(turn, row)
    later = _lower_since(turn, figure, request.item)
    text = texts.submitted(row, figure, before, later, request.item, turn.ward.who(row.entered_by_id), to)
    choices = (
        Choice(texts.agree_label(figure, request.item), f"/duyet #{request.ref} dong y"),
        Choice(texts.REFUSE_LABEL, f"/duyet #{request.ref} khong dong y"),
    )
    return Reply(text, choices=choices, items=request.keys)


def _lower_since(turn: Turn, figure: Figure | Progress, item: ItemView) -> Figure | None:
    """The figure of a later period of the year that a total as high as this cannot have come down to."""
    known = known_item(item)
    rises = measure(known) not in {"rate", "none"} and known.cumulative is not False and not reduces(known)
    if not isinstance(figure, Figure) or figure.value is None or not rises:
        return None
    newest = figures.latest(turn.session, [item.id]).get(item.id)
    if newest is None or newest.value is None:
        return None
    regime = turn.office.regimes[item.regime]
    if len({_year(one.as_of, regime) for one in (newest, figure)}) > 1:
        return None
    return newest if newest.as_of > figure.as_of and newest.value < figure.value else None


def _year(day: date, regime: Regime) -> int:
    """The year to whose total a figure of a day counts; of an own year the one in which that ends."""
    return year_of(period_containing(day, "year", regime), regime) if regime.own_year else day.year


def recorded(turn: Turn, row: LateFigure) -> Figure | None:
    """The figure that the period has now."""
    return figures.of_period(turn.session, [row.item_id], row.period).get(row.item_id)


# --- the decision ------------------------------------------------------------------------------------


def decide(turn: Turn, request: Request, verdict: str, words: str) -> Sequence[Reply]:
    """Record it, or refuse it with a reason, which is asked for."""
    row = turn.session.get_one(LateFigure, request.number)
    if not request.open:
        return [_decided_before(turn, row, request.item)]
    if verdict in {AGREE, CONFIRM}:
        return _write(turn, row, request.item, "granted", words)
    if words:
        return _write(turn, row, request.item, "refused", words)
    ask = Ask(KIND, {"requests": [request.ref]})
    choices = (Choice(texts.LATER, ""),)
    return [Reply(texts.why_not(request.item), choices=choices, ask=ask, items=request.keys)]


def picked(*_asked: object) -> Sequence[Reply]:
    """It is put off: the only choice there is."""
    return [Reply(texts.put_off())]


def answered(turn: Turn, request: Request, _payload: Mapping[str, Any]) -> Sequence[Reply] | None:
    """The reason was typed, or a decision after all."""
    verdict, words = verdict_in(turn.words)
    return decide(turn, request, verdict or REFUSE, words if verdict else turn.words)


def _write(turn: Turn, row: LateFigure, item: ItemView, state: str, words: str) -> Sequence[Reply]:
    """Decide, once; what is granted is recorded in the same transaction, and who sent it is told."""
    before = recorded(turn, row)
    if not late_figures.decide(turn.session, row, state, turn.person.id, turn.now, words or None):
        return [_decided_before(turn, row, item)]
    figure, waits = (
        take_in(turn, row, item, before) if state == "granted" else (late_figures.said_by(row), None)
    )
    heads = (
        unit_figure.waits_for(turn.ward, [(item, unit_figure.figure_of(turn.session, waits))])
        if waits
        else ""
    )
    turn.note(f"late_figure_{state}", item.key, before=row.period, after=words or None)
    asker = turn.ward.acting(row.entered_by_id)
    told = turn.reaches(asker)
    replies = [Reply(texts.receipt(row, figure, item, asker, heads, told=told), items=(item.key,))]
    if asker is not None and told and asker != turn.person:
        said = texts.result(row, figure, before, item, _in_place_of(turn), heads)
        replies.append(Reply(said, to=asker.id, items=(item.key,), silent=not turn.loud))
    return [*replies, *(unit_figure.letters(turn, waits) if waits is not None else ())]


def _in_place_of(turn: Turn) -> str:
    """Who decided, and for which clerk: "anh Tuấn (thay chị Lan)"."""
    away = (one for one in turn.ward.with_role("clerk") if turn.ward.substitute(one.id) == turn.person)
    return in_name_of(turn.person, None if turn.person.has("clerk") else next(away, None))


def take_in(
    turn: Turn, row: LateFigure, item: ItemView, before: Figure | None
) -> tuple[Figure | Progress, Confirmation | None]:
    """Record what was granted, in the place of what was there `before`; what waits for the unit's head."""
    said = _record(turn, row, before)
    regime = schedule_of(item, turn.office).regime
    not_applicable.overtaken(turn, item, period_from_key(row.period, regime))
    return said, unit_figure.put(turn, item, said) if isinstance(said, Figure) else None


def _record(turn: Turn, row: LateFigure, before: Figure | None) -> Figure | Progress:
    """The row of the period; the time of the first report stays, so that no correction makes one late."""
    first = before if before is not None and not before.supplied else None
    figure = late_figures.said_by(row)
    figure.at = turn.now
    if isinstance(figure, Progress):
        turn.session.add(figure)
        turn.session.flush()
        return figure
    figure.corrects_id = first.id if first else None
    figure.reported_at = first.reported_at if first else row.at
    turn.session.add(figure)
    turn.session.flush()
    row.figure_id = figure.id
    return figure


def _decided_before(turn: Turn, row: LateFigure, item: ItemView) -> Reply:
    return Reply(texts.decided_before(item, row, turn.ward.who(row.decided_by_id)))
