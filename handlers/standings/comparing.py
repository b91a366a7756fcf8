"""A figure beside earlier ones, and the state of a ward beside that at the end of an earlier period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from bot.domain.periods import MONTHS, Period, period_containing, period_from_key, previous
from bot.domain.tasks import DONE
from bot.domain.verdict import ItemClass
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers.situation.overview import Overview
from handlers.standings.gained import own_period
from handlers.standings.last_year import last_value, same_time_last_year, whole_last_year
from handlers.standings.standing import Standing
from handlers.turn import Office


@dataclass(frozen=True, slots=True)
class Compared:
    """`before` is the figure of the period before; `year_before` the value of this period a year before."""

    before: Figure | None = None
    year_before: Decimal | None = None


def compared(
    session: Session, office: Office, rows: Iterable[Standing], period: Period | None = None
) -> Mapping[str, Compared]:
    """By key, what the newest figures are compared with; items whose figure is no number are left out.

    Of a `period` longer than a figure's own, what the one before it had come to. The year before a year is
    the same time last year: it is no period before besides.
    """
    numbered = [(one.item, one.figure) for one in rows if one.figure and last_value(one.figure) is not None]
    longer = [row for row in numbered if period is not None and _is_longer(office, row, period)]
    before = _period_before(session, office, [row for row in numbered if row not in longer])
    then = same_time_last_year(session, office, numbered)
    if period is not None:
        before |= _longer_before(session, office, longer, period)
        then = whole_last_year(office, numbered, period) | then
    return {item.key: Compared(before.get(item.id), then.get(item.id)) for item, _figure in numbered}


def _is_longer(office: Office, row: tuple[ItemView, Figure], period: Period) -> bool:
    item, figure = row
    own = own_period(period, office.regimes[item.regime])
    kind = period_from_key(figure.period, office.regimes[item.regime]).kind
    return own is not None and kind in MONTHS and MONTHS.get(own.kind, 0) > MONTHS[kind]


def _longer_before(
    session: Session, office: Office, rows: Sequence[tuple[ItemView, Figure]], period: Period
) -> dict[int, Figure]:
    """The newest figure of the last month of the period before; none of last year, whose plan is another."""
    found: dict[int, Figure] = {}
    by_regime: defaultdict[str, list[int]] = defaultdict(list)
    for item, _figure in rows:
        by_regime[item.regime].append(item.id)
    for code, ids in by_regime.items():
        regime = office.regimes[code]
        end = previous(period_from_key(period.key, regime), regime).end
        month = period_containing(end, "month", regime)
        newest = figures.latest(session, ids, end)
        found |= {item_id: row for item_id, row in newest.items() if row.as_of in month}
    return found


def _period_before(
    session: Session, office: Office, rows: Iterable[tuple[ItemView, Figure]]
) -> dict[int, Figure]:
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    for item, figure in rows:
        regime = office.regimes[item.regime]
        wanted[previous(period_from_key(figure.period, regime), regime).key].append(item.id)
    return {
        item_id: row
        for key, ids in wanted.items()
        for item_id, row in figures.of_period(session, ids, key).items()
    }


# --- two states of the ward ------------------------------------------------------------------------

RANKS = ("not_met", "at_risk", "on_track", "met", "exceeded")
"""The classes between which an indicator gets better or worse; the others are about what is not known."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Indicators whose class is another one than before, each with the class that it had."""

    better: Sequence[tuple[Standing, ItemClass]]
    worse: Sequence[tuple[Standing, ItemClass]]


def moves(before: Overview, now: Overview) -> Moves:
    """What has got better and worse by a new figure, from one state of the same ward to a later one."""
    better: list[tuple[Standing, ItemClass]] = []
    worse: list[tuple[Standing, ItemClass]] = []
    for key, one in now.all.items():
        then = None if one.item.share_of else before.all.get(key)
        if then is None or then.verdict is None or one.verdict is None or not _has_news(then, one):
            continue
        old, new = then.verdict.cls, one.verdict.cls
        if old in RANKS and new in RANKS and old != new:
            (better if RANKS.index(new) > RANKS.index(old) else worse).append((one, old))
    return Moves(better, worse)


def _has_news(then: Standing, now: Standing) -> bool:
    """True when both times there was a figure, and it is another one: a class may move with the calendar."""
    if then.figure is None or now.figure is None:
        return False
    old, new = then.figure, now.figure
    return (old.id, old.value, old.numerator, old.as_of) != (new.id, new.value, new.numerator, new.as_of)


# --- what happened in a period ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Activity:
    """How many indicators were reported, tasks done in time and late (or without a date), tasks given.

    `parts` of those reported are parts of lines, which the totals of a plan count as one. `periodic`: tasks
    that come back and were reported as done; that is a periodic report, no completed task.
    """

    reported: int
    done: int
    late: int
    given: int
    parts: int = 0
    periodic: int = 0


def activity(office: Office, found: Overview, given: int, period: Period) -> Activity:
    """What came in of a period, counted by item: a correction is no second report.

    Figures count for the period that they tell about, as their own reports have it; for a week, which has
    no cut-off, by when they came.
    """
    leaves = [one for one in found.all.values() if not one.item.parts]
    told = [(one.item, one.figure) for one in leaves if one.figure and not one.figure.supplied]
    # Of a collected indicator it is enough that one unit reported.
    reported = {
        item.parent if item.share_of else item.key
        for item, row in told
        if _came_in(office, item, row, period)
    }
    heard = [one for one in leaves if one.progress and one.progress.reported_at.date() in period]
    finished = [one for one in heard if one.task in DONE]
    periodic = sum(one.task == "recurring" and _is_done(one) for one in heard)
    late = sum(one.task == "done_late" for one in finished)
    lines = [found.all[key].item for key in reported if key is not None and key in found.all]
    parts = sum(item.parent is not None for item in lines)
    return Activity(len(reported), len(finished), late, given, parts, periodic)


def _came_in(office: Office, item: ItemView, row: Figure, period: Period) -> bool:
    if period.kind == "week":
        return row.reported_at.date() in period
    return row.as_of in (own_period(period, office.regimes[item.regime]) or period)


def _is_done(one: Standing) -> bool:
    return one.progress is not None and one.progress.state == "done"
