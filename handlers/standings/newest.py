"""The figure of each item that counts, up to a day that may differ from item to item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from db import figures
from db.counting import Withheld
from db.item_view import ItemView
from db.models import Figure
from db.ward_view import WardView
from handlers.standings import collecting

Cut = Callable[[ItemView], date]
"""The last day that figures of an item may tell about."""
Year = Callable[[ItemView], tuple[date, date]]
"""The first and the last day of an item's year."""


def figures_of(
    session: Session,
    ward: WardView,
    leaves: Mapping[str, ItemView],
    last_day: Callable[[ItemView], date | None],
    year: Year | None,
) -> tuple[dict[int, Figure], dict[int, Withheld]]:
    """By item, its newest figure, or the worst of its year where that breaks it; and which do not count.

    Without a `year` nothing is judged: only those are looked up that decide whether something is awaited.
    """
    if year is None:
        leaves = {key: item for key, item in leaves.items() if _decides(item, ward)}
    newest: dict[int, Figure] = {}
    withheld: dict[int, Withheld] = {}
    for day, items in _by_last_day(leaves, last_day).items():
        of_day = figures.latest(session, [item.id for item in items.values()], day)
        of_day |= _worst(session, items.values(), day, year) if year is not None else {}
        withheld |= collecting.withheld(session, ward, items, of_day, day)
        newest |= of_day
    return newest, withheld


def _decides(item: ItemView, ward: WardView) -> bool:
    """Whether more is awaited though a figure is there: a unit's head may return it; of a yearly review it
    may be an estimate.
    """
    reviewed = item.target is not None and item.target.is_reviewed
    return reviewed or collecting.is_confirmed(item, ward)


def _worst(session: Session, items: Iterable[ItemView], day: date | None, year: Year) -> Mapping[int, Figure]:
    """Of what counts events, the figure of its year with the most."""
    found: dict[int, Figure] = {}
    by_year: defaultdict[tuple[date, date], list[int]] = defaultdict(list)
    for item in items:
        if _counts_events(item):
            by_year[year(item)].append(item.id)
    for (first, last), ids in by_year.items():
        found |= figures.worst_of_days(session, ids, first, min(day or last, last))
    return found


def _by_last_day(
    leaves: Mapping[str, ItemView], last_day: Callable[[ItemView], date | None]
) -> Mapping[date | None, Mapping[str, ItemView]]:
    found: defaultdict[date | None, dict[str, ItemView]] = defaultdict(dict)
    for key, item in leaves.items():
        if not item.is_task:
            found[last_day(item)][key] = item
    return found


def _counts_events(item: ItemView) -> bool:
    """ "Không để xảy ra": one event breaks it for good, whatever is reported after it (target form T22)."""
    target = item.target
    return target is not None and target.is_event_free and not target.backlog
