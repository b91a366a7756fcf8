"""What the same items had reached at the same time a year before, where the ward kept its plan here then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session, aliased

from db import figures
from db.models import Figure, Item, Plan

_THEN, _PLAN_THEN = aliased(Item), aliased(Plan)
_SAME = (
    select(Item.id, _THEN.id)
    .join(Plan, Plan.id == Item.plan_id)
    .join(_PLAN_THEN, and_(_PLAN_THEN.ward_id == Plan.ward_id, _PLAN_THEN.year == Plan.year - 1))
    .join(_THEN, and_(_THEN.plan_id == _PLAN_THEN.id, _THEN.slug == Item.slug))
    .where(Item.id.in_(bindparam("ids", expanding=True)))
)


def same_period(session: Session, periods: Mapping[int, str]) -> dict[int, Figure]:
    """By item id, the figure of the same period a year before; an item without one is left out.

    `periods` are the keys of this year's periods ("2026-11") by item id; an item is the same in two plans
    when its slug is.
    """
    by_period: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for item_id, earlier_id in session.execute(_SAME, {"ids": list(periods)}) if periods else ():
        by_period[_year_before(periods[item_id])][earlier_id] = item_id
    return {
        items[row.item_id]: row
        for period, items in by_period.items()
        for row in figures.of_period(session, items, period).values()
    }


def _year_before(key: str) -> str:
    """ "2026-Q3" → "2025-Q3"."""
    year, dash, rest = key.partition("-")
    return f"{int(year) - 1:04}{dash}{rest}"
