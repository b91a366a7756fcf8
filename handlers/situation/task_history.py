"""The history of a task: what was said of it, returned, confirmed, put off, handed over, shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from db import confirmations, evidence, extensions, figures, handovers, late_figures
from db.item_view import ItemView
from db.models import LateFigure, Progress
from handlers.standings.in_time import late_in_period
from handlers.texts.situation import task_history as texts
from handlers.texts.situation.history import taken_back
from handlers.turn import Turn


def told(turn: Turn, item: ItemView) -> str:
    """Everything in the order in which it happened."""
    events = [*_said(turn, item), *_decided(turn, item), *_handled(turn, item)]
    return texts.history(item, [text for _moment, text in sorted(events, key=lambda one: one[0])])


def _said(turn: Turn, item: ItemView) -> Iterator[tuple[datetime, str]]:
    rows = figures.progress_of(turn.session, item.id)
    late = late_in_period(turn, item, rows)
    granted = late_figures.granted_of(turn.session, [item.id])
    for row in rows:
        yield row.at, texts.progress(item, row, turn.ward, late.get(row.id)) + _mark(row, granted)
    for row, by in figures.taken_back(turn.session, item.id, Progress).items():
        yield row.at, texts.progress(item, row, turn.ward, None) + taken_back(by)


def _mark(row: Progress, granted: Sequence[LateFigure]) -> str:
    """What is said of a word on a closed period: it became this row where it came with the same message."""
    found = next((one for one in granted if (one.inbox_id, one.period) == (row.inbox_id, row.period)), None)
    return texts.after_closing(found) if found is not None and row.inbox_id is not None else ""


def _decided(turn: Turn, item: ItemView) -> Iterator[tuple[datetime, str]]:
    for done in confirmations.of_item(turn.session, item.id, "completion"):
        if done.decided_at is not None and done.state in texts.CHECKED:
            yield done.decided_at, texts.checked(done, turn.ward)
    for more in extensions.of_item(turn.session, item.id):
        if more.decided_at is not None and more.state in texts.EXTENDED:
            yield more.decided_at, texts.extended(more, turn.ward)


def _handled(turn: Turn, item: ItemView) -> Iterator[tuple[datetime, str]]:
    for row in handovers.done_with(turn.session, turn.ward.id, item.id):
        if row.done_at is not None:
            yield row.done_at, texts.handed_over(row, turn.ward)
    for kept in evidence.of_item(turn.session, item.id):
        yield kept.at, texts.shown(kept, turn.ward)
