"""What the database tells of items, each kind of row in one look for all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.periods import Period
from db import confirmations, explanations, extensions, figures
from db.confirmations import Checked
from db.counting import Withheld
from db.extensions import Extended, Key
from db.item_view import ItemView
from db.models import Figure, Progress
from db.ward_view import WardView
from handlers.standings.deadlines import Deadlines, last_period
from handlers.standings.in_force import days_of_year
from handlers.standings.last_year import same_time_last_year
from handlers.standings.newest import Cut, figures_of
from handlers.turn import Office


@dataclass(frozen=True, slots=True)
class Gathered:
    """By item id, unless said otherwise; what is not there is not told.

    `questions` are the period that each item (by key) is asked about and its deadline; `reported` is which of
    those periods was reported on, up to which day; `year_before` is what a figure's period had reached a year
    before. `extended` and `objective` are by item and period.
    """

    figures: Mapping[int, Figure]
    withheld: Mapping[int, Withheld]
    progress: Mapping[int, Progress]
    extended: Mapping[Key, Extended]
    objective: Collection[Key]
    year_before: Mapping[int, Decimal]
    checked: Mapping[int, Checked]
    stones: Mapping[int, Collection[str]]
    deadlines: Deadlines
    questions: Mapping[str, tuple[Period | None, datetime | None]]
    reported: Mapping[tuple[int, str], date | None]


def gather(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    leaves: Mapping[str, ItemView],
    until: Cut | None,
    *,
    judged: bool,
) -> Gathered:
    """Without `judged` only what tells whether something is awaited."""
    ids = [item.id for item in leaves.values()]
    tasks = [item.id for item in leaves.values() if item.is_task]
    year = (lambda item: days_of_year(item, office, ward)) if judged else None
    newest, withheld = figures_of(session, ward, leaves, _to_the_end(until, office, ward), year)
    compared = _compared_with_last_year(leaves, newest) if judged else ()
    more = extensions.extended(session, ids, now)
    checked = confirmations.checked(session, tasks, now)
    deadlines = Deadlines(now, office, ward, more, checked)
    questions = {key: deadlines.of(item) for key, item in leaves.items()}
    asked_in = {item.id: period.key for key, item in leaves.items() if (period := questions[key][0])}
    return Gathered(
        newest,
        withheld,
        figures.latest_progress(session, tasks, now),
        more,
        explanations.objective(session, ids, now) if judged else (),
        same_time_last_year(session, office, compared),
        checked,
        figures.milestones_reached(session, [one.id for one in leaves.values() if one.milestones], now),
        deadlines,
        questions,
        figures.reported_in(session, asked_in.keys(), set(asked_in.values())),
    )


def _to_the_end(until: Cut | None, office: Office, ward: WardView) -> Callable[[ItemView], date | None]:
    """What is told of days after an item's own end does not change how it ended."""

    def last_day(item: ItemView) -> date | None:
        cut, last = until(item) if until else None, last_period(item, office, ward)
        return min((day for day in (cut, last.end if last else None) if day is not None), default=None)

    return last_day


def _compared_with_last_year(
    leaves: Mapping[str, ItemView], newest: Mapping[int, Figure]
) -> list[tuple[ItemView, Figure]]:
    """Items whose target is last year's number, with the figure to compare (target forms T12, T29)."""
    judged = [item for item in leaves.values() if item.target and item.target.is_against_last_year]
    return [(item, newest[item.id]) for item in judged if item.id in newest]
