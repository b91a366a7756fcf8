"""The figure of each item that counts, up to a day that may differ from item to item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from db import figures
from db.counting import Held
from db.item_view import ItemView
from db.models import Figure
from db.ward_view import WardView
from handlers.standings import collecting

Cut = Callable[[ItemView], date]
"""The last day that figures of an item may tell about."""


def figures_of(
    session: Session,
    ward: WardView,
    leaves: Mapping[str, ItemView],
    last_day: Callable[[ItemView], date | None],
    *,
    judged: bool,
) -> tuple[dict[int, Figure], dict[int, Held]]:
    """By item, its newest figure, or the worst of the year where that breaks it; and which do not count."""
    newest: dict[int, Figure] = {}
    held: dict[int, Held] = {}
    for day, items in _by_last_day(leaves, last_day).items():
        of_day = figures.latest(session, [item.id for item in items.values()], day)
        counted = [item.id for item in items.values() if _counts_events(item)]
        of_day |= figures.worst_of_year(session, counted, ward.year, day) if judged else {}
        held |= collecting.held(session, ward, items, of_day, day)
        newest |= of_day
    return newest, held


def _by_last_day(
    leaves: Mapping[str, ItemView], last_day: Callable[[ItemView], date | None]
) -> Mapping[date | None, Mapping[str, ItemView]]:
    found: defaultdict[date | None, dict[str, ItemView]] = defaultdict(dict)
    for key, item in leaves.items():
        found[last_day(item)][key] = item
    return found


def _counts_events(item: ItemView) -> bool:
    """ "Không để xảy ra": one event breaks it for good, whatever is reported after it (target form T22)."""
    target = item.target
    return target is not None and target.evaluation == "event_free" and not target.backlog
