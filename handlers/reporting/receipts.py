"""The receipt for each thing that was taken in, those of one period under one heading."""

from __future__ import annotations

from collections.abc import Sequence

from db import figures
from db.item_view import ItemView
from db.models import Confirmation, Figure, Progress
from handlers.deciding import carry, completion
from handlers.reporting import shares
from handlers.reporting.recording import Recorded
from handlers.results import completing
from handlers.standings.in_time import late_in_period
from handlers.standings.last_year import last_value
from handlers.standings.standing import Standing, standing_of, standings
from handlers.texts.reporting import collecting as collecting_texts
from handlers.texts.reporting import receipt as texts
from handlers.texts.results import complete as complete_texts
from handlers.turn import Turn

SEVERAL = 2


def receipts(turn: Turn, recorded: Sequence[Recorded]) -> list[str]:
    """Lines for everything that was taken in."""
    counted = [one for one in recorded if one.figure is not None]
    found = standings(turn.session, turn.now, turn.office, turn.ward, [one.item for one in counted])
    units = [one for one in counted if one.item.share_of]
    lines = shares.receipts(turn, [(one, _line(one, found[one.item.key])) for one in units])
    lines += _figures(turn, [one for one in counted if not one.item.share_of], found)
    lines += [_worded(turn, one) for one in recorded if one.figure is None]
    return lines


def how_to_correct(turn: Turn, recorded: Sequence[Recorded]) -> list[str]:
    """The last line: how to put the last of these right; after a difficulty alone, how to report."""
    if not recorded:
        return []
    mendable = [one for one in recorded if one.obstacle is None]
    shares_told = [one for one in mendable if one.item.share_of]
    if len(shares_told) >= SEVERAL:
        return [collecting_texts.how_to_correct(turn.person, shares_told[-1])]
    if mendable:
        return [texts.how_to_correct(turn.person, mendable[-1])]
    item = recorded[-1].item
    newest = figures.latest(turn.session, [item.id]).get(item.id)
    return [texts.when_it_is_over(turn.person, item, last_value(newest))]


def _figures(turn: Turn, recorded: Sequence[Recorded], found: dict[str, Standing]) -> list[str]:
    first = recorded[0].figure if recorded else None
    alike = first is not None and all(_is_plain(turn, one, first) for one in recorded)
    if first is not None and alike and len(recorded) >= SEVERAL:
        lines = [f"{one.item.short_name}: {_line(one, found[one.item.key])}" for one in recorded]
        return texts.several(lines, recorded[0])
    return [_receipt(turn, one, found[one.item.key]) for one in recorded]


def _is_plain(turn: Turn, one: Recorded, first: Figure) -> bool:
    """True for a new figure of the same period and day, for its own sender."""
    row = one.figure
    own = row is not None and row.person_id == turn.person.id
    new = own and not one.known and one.before is None and one.late is None
    return new and row is not None and (row.period, row.as_of) == (first.period, first.as_of)


def _receipt(turn: Turn, one: Recorded, now: Standing) -> str:
    assert one.figure is not None  # noqa: S101 - only figures come here
    owner = turn.ward.people.get(one.figure.person_id or 0)
    return texts.figure_receipt(one, owner, turn.person) + _line(one, now)


def _line(one: Recorded, now: Standing) -> str:
    """What was recorded, with the verdict when it is this figure that counts."""
    newest = now.figure
    if newest is None or newest is one.figure or _counts_events(one.item):
        return texts.figure_line(one, now.verdict, now.target)
    return f"{texts.figure_line(one, None)} {texts.newer_stays(one, newest)}"


def _counts_events(item: ItemView) -> bool:
    return item.target is not None and item.target.is_event_free


def _handed_in(turn: Turn, one: Recorded, asked: Confirmation, row: Progress) -> str:
    """A task said to be done that waits for somebody's yes."""
    request = completion.request_of(turn.session, asked, turn.ward)
    deciders = completing.confirmed_by(turn, one.item)
    reached = carry.reached(turn, request)
    owner = turn.ward.people.get(row.person_id or 0)
    now = standing_of(turn, one.item)
    return complete_texts.receipt(now, asked, row, owner, turn.person, deciders, reached, known=one.known)


def _late(turn: Turn, one: Recorded, row: Progress) -> str:
    """Of a task that comes back: past its deadline when it was sent."""
    rows = figures.progress_of(turn.session, one.item.id) if one.item.recurring else ()
    due = late_in_period(turn, one.item, rows).get(row.id)
    return complete_texts.after_due(due) if due else ""


def _worded(turn: Turn, one: Recorded) -> str:
    if one.asked is not None and one.progress is not None:
        return _handed_in(turn, one, one.asked, one.progress)
    if one.progress is not None:
        due = standing_of(turn, one.item).due if one.item.due_on else None
        owner = turn.ward.people.get(one.progress.person_id or 0)
        said = texts.progress_receipt(one, owner, turn.person, due.date() if due else None, turn.today)
        return f"{said}{_late(turn, one, one.progress)}"
    assert one.obstacle is not None  # noqa: S101 - one of the three is always there
    owner = turn.ward.people.get(one.obstacle.person_id or 0)
    return texts.obstacle_receipt(one.item, one.obstacle.words, owner, turn.person)
