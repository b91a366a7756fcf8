"""What was achieved within a period (thực hiện trong kỳ), as it follows from the nature of an indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.periods import SHORT, Period, Regime, opens_year, period_containing, period_from_key
from bot.domain.targets import Target
from bot.domain.workdays import ONE_DAY
from bot.domain.yardstick import is_rate
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers.standings.last_year import last_value
from handlers.standings.standing import Standing
from handlers.turn import Office


def gained(
    session: Session, office: Office, rows: Iterable[Standing], period: Period
) -> Mapping[str, Decimal]:
    """By key, what flows gained from the start of a period to their figure in it; what is not known is left
    out. A collected sum is known where its units' shares are among the rows, and each of them is known.
    """
    rows = list(rows)
    by_period: defaultdict[Period, list[tuple[Standing, Figure]]] = defaultdict(list)
    for one in rows:
        own = own_period(period, office.regimes[one.item.regime])
        if own is not None and one.figure is not None and one.collected is None:
            by_period[own].append((one, one.figure))
    found: dict[str, Decimal] = {}
    for own, some in by_period.items():
        before = figures.latest(session, [one.item.id for one, _row in some], own.start - ONE_DAY)
        for one, row in some:
            regime = office.regimes[one.item.regime]
            value = _difference(one.target, row, before.get(one.item.id), own, regime)
            found |= {one.item.key: value} if value is not None else {}
    return found | _of_units(rows, found)


def _of_units(rows: Sequence[Standing], found: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What collected sums gained; a figure that waits for its unit's head leaves it open."""
    withheld = {one.item.parent for one in rows if one.withheld is not None}
    return {
        one.item.key: sum((found[key] for key in one.item.parts), Decimal(0))
        for one in rows
        if one.collected is not None and one.collected.how == "sum" and one.item.key not in withheld
        if found.keys() >= set(one.item.parts)
    }


def achieved(
    session: Session, office: Office, rows: Sequence[Standing], period: Period
) -> Mapping[str, Decimal]:
    """The same, and what else a period can be said to have brought ("Thực hiện trong kỳ", rules §2.4).

    Of a rate that is its newest value in the period; a count that only stands (so many insured) brought
    nothing by itself. Nothing that must not happen happened: 0. A reduction counts from the year's beginning.
    """
    found = dict(gained(session, office, rows, period))
    for one in rows:
        mine = own_period(period, office.regimes[one.item.regime])
        if mine is None or one.figure is None or one.figure.as_of not in mine:
            continue
        if (value := _brought(one, one.figure, period)) is not None:
            found[one.item.key] = value
    return found


def _brought(one: Standing, row: Figure, period: Period) -> Decimal | None:
    target, value = one.target, last_value(row)
    if target is None or value is None:
        return None
    if target.evaluation == "level":
        return value if is_rate(target.unit) else None
    if target.is_event_free:
        return None if value else Decimal(0)
    if period.kind != "year" or target.comparator != "reduce_by" or is_rate(target.unit):
        return None
    if row.reads == "change" or target.measured == "reduction":
        return value
    return one.verdict.number if one.verdict else None


def by_figure(item: ItemView, rows: Sequence[Figure], regime: Regime) -> dict[int, Decimal]:
    """By the id of the newest figure of each period, what a flow gained in it; `rows` by their day. Where
    nothing arose, or nothing came before, the figure itself says it.
    """
    found = {}
    for row in {row.period: row for row in rows}.values():
        period = period_from_key(row.period, regime)
        before = next((one for one in reversed(rows) if one.as_of < period.start), None)
        value = _difference(item.target_on(row.as_of), row, before, period, regime)
        if value is not None and before is not None and row.state != "none_arose":
            found[row.id] = value
    return found


def of_units_by_period(
    line: ItemView, shares: Sequence[ItemView], rows: Sequence[Figure], regime: Regime
) -> dict[str, Decimal]:
    """By period, what a collected sum gained in it, where every unit's figures tell; `rows` by their day."""
    own = {item.id: [row for row in rows if row.item_id == item.id] for item in shares}
    found = {}
    for key in dict.fromkeys(row.period for row in rows) if line.collect == "sum" else ():
        period = period_from_key(key, regime)
        values = [_in_period(item, own[item.id], period, regime) for item in shares]
        known = [value for value in values if value is not None]
        if len(known) == len(shares):
            found[key] = sum(known, Decimal(0))
    return found


def _in_period(item: ItemView, rows: Sequence[Figure], period: Period, regime: Regime) -> Decimal | None:
    newest = next((row for row in reversed(rows) if row.period == period.key), None)
    before = next((row for row in reversed(rows) if row.as_of < period.start), None)
    return _difference(item.target_on(newest.as_of), newest, before, period, regime) if newest else None


def own_period(period: Period, regime: Regime) -> Period | None:
    """The period of this name under an item's own regime; a school year has the ward's months and weeks."""
    known = not regime.own_year or period.kind in SHORT
    return period_from_key(period.key, regime) if known else None


def _difference(
    target: Target | None, row: Figure, before: Figure | None, period: Period, regime: Regime
) -> Decimal | None:
    """A flow's total minus what it was when the period began; None where nobody told that.

    Rates do not add up. The year's totals begin at nothing. A figure from before the last month ahead of the
    period leaves open what came when.
    """
    now = last_value(row)
    if target is None or not target.is_total or now is None:
        return None
    if row.as_of not in period or is_rate(target.unit):
        return None
    if opens_year(period, regime):
        return now
    year = period_containing(period.start, "year", regime)
    month = period_containing(period.start - ONE_DAY, "month", regime)
    value = last_value(before)
    if before is None or value is None or before.as_of < month.start or before.as_of not in year:
        return None
    return now - value
