"""A figure for a closed period: not recorded, put before the clerk with a reason, which is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.periods import Period, period_from_key
from bot.domain.reading.model import Reading
from bot.domain.schedule import closed_from
from db import figures, late_figures, questions
from db.item_view import ItemView
from db.models import Figure, LateFigure, NotApplicableRow, Progress
from db.ward_view import PersonView, WardView
from handlers.correcting import gone_out
from handlers.correcting.reasons import reason_given
from handlers.deciding import carry, late_figure, not_applicable
from handlers.reporting import pending, which_period
from handlers.reporting.asking import FORGOTTEN
from handlers.reporting.figure_row import figure_said, says_the_same, spoken
from handlers.reporting.recording import Recorded, task_state
from handlers.standings.deadlines import schedule_of
from handlers.standings.plan_year import marked_item
from handlers.texts.correcting import by_clerk as of_clerk
from handlers.texts.correcting import late as texts
from handlers.texts.reporting import not_applicable as not_applicable_texts
from handlers.turn import Ask, Reply, Turn

KIND = "late"
WORDS = 2
"""Fewer are no reason."""


@dataclass(frozen=True, slots=True)
class Late:
    """What would be put before the clerk: `row` is in no session yet, `reason` is "" while none was given.

    `closed_on` is the day since which its period is closed. Where the message named no period and corrects an
    older figure, `instead` is the same for the period that is asked about now.
    """

    item: ItemView
    row: LateFigure
    closed_on: date
    instead: Reading | None = None

    @property
    def reason(self) -> str:
        return self.row.reason


def known_already(turn: Turn, reading: Reading, item: ItemView, owner: PersonView) -> Figure | None:
    """The figure that the closed period has, when the same is said again."""
    period, day = which_period.of_reading(turn, reading, item)
    known = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    if known is None or known.as_of != day:
        return None
    return known if says_the_same(known, figure_said(turn, reading, item, owner, period, day)) else None


def proposed(turn: Turn, reading: Reading, item: ItemView, owner: PersonView) -> Late:
    """A reading as what the clerk will decide on. Raises UserError for what cannot be added up."""
    period, day = which_period.of_reading(turn, reading, item)
    late = of_figure(turn, item, period, figure_said(turn, reading, item, owner, period, day))
    asked = which_period.instead_of(turn, reading, item)
    instead = replace(reading, period=asked.key, doubts=()) if asked not in {None, period} else None
    return replace(late, instead=instead)


def of_figure(turn: Turn, item: ItemView, period: Period, figure: Figure) -> Late:
    """A figure, in no session yet, as what the clerk will decide on."""
    spec = late_figures.spec_of(figure)
    row = _row(turn, item, figure.person_id or turn.person.id, period, figure.as_of, spec)
    return Late(item, row, closed_on(turn, item, period))


def is_late_progress(turn: Turn, reading: Reading, item: ItemView) -> bool:
    """True for a word about a closed period; that a task is done as a whole belongs to no period."""
    about_period = item.due_on is None and (item.recurring or task_state(reading) != "done")
    return about_period and which_period.closed_to(turn, reading, item) is not None


def proposed_progress(turn: Turn, reading: Reading, item: ItemView, owner: PersonView) -> Late:
    """A word of progress as what the clerk will decide on."""
    period, day = which_period.of_reading(turn, reading, item)
    said = Progress(state=task_state(reading), percent=reading.percent_stated, words=reading.words or None)
    row = _row(turn, item, owner.id, period, day, late_figures.spec_of_progress(said))
    return Late(item, row, closed_on(turn, item, period))


def _row(
    turn: Turn, item: ItemView, owner_id: int, period: Period, day: date, spec: dict[str, Any]
) -> LateFigure:
    """What waits for the clerk, about a day of a period, as a row that is in no session yet."""
    return LateFigure(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=period.key,
        as_of=day,
        spec=spec,
        person_id=owner_id,
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=turn.inbox_id,
        at=turn.said_at,
        reason=reason_given(turn) or "",
    )


def closed_on(turn: Turn, item: ItemView, period: Period) -> date:
    """The day from which a period of an item is closed: from then on the next one is asked about."""
    return closed_from(period, schedule_of(item, turn.office), turn.ward.calendar)


# --- with a reason -------------------------------------------------------------------------------------


def put(turn: Turn, found: Iterable[Late]) -> tuple[list[str], list[Reply]]:
    """Put before the clerk what has a reason: the lines of the receipt, and the letters."""
    explained = [one for one in found if one.reason]
    if not explained:
        return [], []
    lines, letters = [], []
    for one in explained:
        _write(turn, one)
        request = late_figure.request_of(one.row, turn.ward)
        to = carry.reached(turn, request)
        letters += [carry.letter(turn, request, to)] if to is not None else []
        lines.append(texts.put(one, _recorded(turn, one), to or _decider(turn, one)))
    return [*lines, texts.how_to_change(explained[-1])], letters


def _write(turn: Turn, one: Late) -> None:
    late_figures.put(turn.session, one.row, turn.now)
    turn.note("late_figure", one.item.key, before=one.row.period, after=f"{_spoken(one.row)}: {one.reason}")


def _spoken(row: LateFigure) -> str | None:
    said = late_figures.said_by(row)
    return said.state if isinstance(said, Progress) else spoken(said)


def _decider(turn: Turn, one: Late) -> PersonView | None:
    return next(iter(late_figure.deciders(turn.ward, late_figure.request_of(one.row, turn.ward))), None)


def _recorded(turn: Turn, one: Late) -> Figure | None:
    return figures.of_period(turn.session, [one.item.id], one.row.period).get(one.item.id)


# --- overtaken -----------------------------------------------------------------------------------------


def taken_back(recorded: Iterable[Recorded]) -> list[str]:
    """What the sender is told of requests that what he sent now has overtaken."""
    return [_no_longer(row, item) for item, row in _overtaken(recorded)]


def overtaken(turn: Turn, recorded: Iterable[Recorded]) -> list[Reply]:
    """The same to who was to decide, and to who had asked."""
    letters = []
    for item, row in _overtaken(recorded):
        kind = not_applicable if isinstance(row, NotApplicableRow) else late_figure
        people = [carry.reached(turn, kind.request_of(row, turn.ward)), turn.ward.acting(row.entered_by_id)]
        text = _no_longer(row, item)
        letters += [
            Reply(text, to=one.id, items=(item.key,), silent=True)
            for one in dict.fromkeys(people)
            if one is not None and one != turn.person and turn.reaches(one)
        ]
    return letters


def _no_longer(row: LateFigure | NotApplicableRow, item: ItemView) -> str:
    if isinstance(row, NotApplicableRow):
        return not_applicable_texts.by_report(row, item)
    return texts.overtaken(row, late_figures.said_by(row), item)


def _overtaken(recorded: Iterable[Recorded]) -> list[tuple[ItemView, LateFigure | NotApplicableRow]]:
    return [(one.item, one.overtaken) for one in recorded if one.overtaken is not None]


# --- without one ---------------------------------------------------------------------------------------


def how_to_explain(turn: Turn, found: Sequence[Late]) -> list[str]:
    """In words, where something else must be asked first."""
    return [texts.how_to_explain(one, turn.person) for one in found]


def ask_why(turn: Turn, found: Sequence[Late], said: Sequence[str]) -> Reply:
    """Ask for the reason: one for all that is in the message."""
    choices = [Choice(texts.NOT_AT_ALL, "")]
    if len(found) == 1 and (instead := found[0].instead) is not None:
        choices.insert(0, Choice(texts.instead_label(str(instead.period)), "instead"))
    payload = {
        "item": found[0].item.key if len(found) == 1 else None,
        "late": [_to_json(one) for one in found],
        "words": turn.words,
        "owner": turn.owner.id if turn.owner else None,
    }
    text = "\n".join([*said, _why(turn, found)])
    items = tuple(marked_item(one.item, turn.ward) for one in found)
    return Reply(text, tuple(choices), Ask(KIND, payload), items)


def _why(turn: Turn, found: Sequence[Late]) -> str:
    """The question; to the clerk, who decides herself, also where the old figures went already."""
    if not turn.person.has("clerk"):
        return texts.ask_why(found, turn.person, _decider(turn, found[0]))
    periods = [period_from_key(one.row.period, turn.office.regimes[one.item.regime]) for one in found]
    went = [
        gone_out.told(turn, one.item, period, _recorded(turn, one))
        for one, period in zip(found, periods, strict=True)
    ]
    return of_clerk.ask_why(found, turn.person, [*filter(None, went)])


def _to_json(one: Late) -> dict[str, Any]:
    row = one.row
    return {
        "item": one.item.key,
        "id": one.item.id,
        "period": row.period,
        "as_of": row.as_of.isoformat(),
        "spec": row.spec,
        "person": row.person_id,
        "inbox": row.inbox_id,
        "at": row.at.isoformat(),
        "instead": pending.to_json(one.instead) if one.instead else None,
    }


def item_of(turn: Turn, said: Mapping[str, Any]) -> ItemView:
    """The item that was asked about, of whichever plan."""
    return turn.ward.earlier.get(said.get("id", 0)) or turn.ward.items[said["item"]]


def from_json(turn: Turn, said: Mapping[str, Any], reason: str) -> Late:
    item = item_of(turn, said)
    row = LateFigure(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=said["period"],
        as_of=date.fromisoformat(said["as_of"]),
        spec=said["spec"],
        person_id=said["person"],
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=said["inbox"],
        at=datetime.fromisoformat(said["at"]),
        reason=reason,
    )
    period = period_from_key(row.period, turn.office.regimes[item.regime])
    return Late(item, row, closed_on(turn, item, period))


def unexplained(session: Session, ward: WardView, person_id: int, now: datetime) -> list[str]:
    """Close the questions for a reason that a person left without one; what the morning says about them."""
    lines = []
    for row in questions.unanswered(session, person_id, KIND, now - FORGOTTEN):
        row.closed_at = now
        said = [(one["item"], one["period"]) for one in row.payload["late"] if one["item"] in ward.items]
        if said:
            item, period = ward.items[said[0][0]], said[0][1]
            by = ward.people[person_id]
            lines.append(texts.unexplained(item, period, str(row.payload["words"]), row.asked_at, by))
    return list(dict.fromkeys(lines))
