"""The newest figure of an indicator in the form that judging takes."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.domain.periods import period_containing
from bot.domain.verdict import Known
from db.item_view import ItemView
from db.models import Figure
from db.ward_view import WardView
from handlers.standings.in_force import own_year
from handlers.turn import Office

if TYPE_CHECKING:
    from handlers.standings.standing import Standing


def known(standing: Standing, now: datetime, office: Office, ward: WardView) -> Known:
    """What is known of an indicator.

    A confirmation holds from one report to the next: when that one is due and has not come, `missing` says
    so. `last_year` is the count to the end of the same period; the whole year's is in the target.
    Source: target-forms §5.
    """
    if not standing.applies:
        return Known(state="not_applicable")
    days = None
    if not standing.reported and standing.due is not None and standing.due >= now:
        days = ward.calendar.workdays_between(now.date(), standing.due.date())
    figure = standing.figure
    if figure is None:
        return Known(missing=standing.missing, days_to_due=days)
    assigned = figure.value if figure.state == "of_assigned" else None
    return Known(
        state=None if assigned is not None else figure.state,  # type: ignore[arg-type]
        value=None if assigned is not None else figure.value,
        numerator=figure.numerator,
        denominator=figure.denominator,
        grade=figure.words if figure.state == "grade" else None,
        as_of=figure.as_of,
        reads=figure.reads,  # type: ignore[arg-type]
        percent_of_assigned=assigned,
        confirmed_on=figure.as_of if figure.state == "held" else None,
        reviewed_on=_reviewed_on(figure, standing.item, office, ward),
        last_year=standing.year_before,
        estimate=figure.estimate,
        missing=standing.missing,
        days_to_due=days,
    )


def _reviewed_on(figure: Figure, item: ItemView, office: Office, ward: WardView) -> date | None:
    """The day of the figure when it is a yearly review's result: of the year's last month, and no estimate.

    What is said of hộ nghèo or gia đình văn hóa before that is a count under way, however good it looks.
    """
    regime = office.regimes[item.regime]
    last_month = period_containing(own_year(item, office, ward).end, "month", regime)
    return figure.as_of if figure.as_of >= last_month.start and not figure.estimate else None
