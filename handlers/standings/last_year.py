"""The number of a figure, and the one of the same time last year that it is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.periods import Period, Regime, period_containing, period_from_key, periods_of_year
from bot.domain.targets import Target
from db import year_before
from db.item_view import ItemView
from db.models import Figure
from handlers.turn import Office


def last_value(figure: Figure | None) -> Decimal | None:
    """The number of a figure, as the next one is compared with it; None for a figure without a number."""
    if figure is None or figure.state not in {"value", "none_arose"}:
        return None
    if figure.value is not None:
        return figure.value
    if figure.numerator is not None and figure.denominator:
        return figure.numerator * 100 / figure.denominator
    return Decimal(0) if figure.state == "none_arose" else None


def as_reported(item: ItemView, figure: Figure | None) -> Decimal | None:
    """The number of a figure; what is left, where reductions are reported, as the reduction that it is."""
    value, target = last_value(figure), item.target
    if value is None or figure is None or target is None or target.comparator != "reduce_by":
        return value
    if target.measured != "reduction_or_stock" or target.is_against_last_year or figure.reads == "change":
        return value
    return target.baseline - value if target.baseline is not None else None


def same_time_last_year(
    session: Session, office: Office, rows: Sequence[tuple[ItemView, Figure]]
) -> dict[int, Decimal]:
    """By item id, what the figure's period had reached a year before, as far as anybody told.

    From last year's plan of the ward, else from the sheet of known figures, which gives it by the month with
    which the period ends; of what is judged against last year also for the whole year, its last period.
    """
    found = year_before.same_period(session, {item.id: figure.period for item, figure in rows})
    values = {}
    for item, figure in rows:
        value = last_value(found.get(item.id))
        told = _told(item.target, figure, office.regimes[item.regime]) if item.target else None
        if (known_value := told if value is None else value) is not None:
            values[item.id] = known_value
    return values


def _told(target: Target, figure: Figure, regime: Regime) -> Decimal | None:
    until = period_from_key(figure.period, regime).end
    told = target.last_year_by.get(until.month)
    ends_year = target.is_against_last_year and until == period_containing(until, "year", regime).end
    return target.last_year if told is None and ends_year else told


def whole_last_year(
    office: Office, rows: Sequence[tuple[ItemView, Figure]], period: Period
) -> dict[int, Decimal]:
    """By item id, the whole of last year by the sheet of known figures, beside a year's last figures; nothing
    for a shorter `period`.
    """
    if period.kind != "year":
        return {}
    return {
        item.id: item.target.last_year
        for item, figure in rows
        if item.target is not None and item.target.last_year is not None
        if figure.as_of >= periods_of_year(int(period.key), "month", office.regimes[item.regime])[-1].start
    }
