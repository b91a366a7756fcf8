"""What was reported: figures of indicators, progress of tasks, obstacles. Only ever added to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Select,
    and_,
    bindparam,
    cast,
    exists,
    func,
    inspect,
    null,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from db.kept import once
from db.models import Figure, Item, LateFigure, Obstacle, Progress

Row = TypeVar("Row", Figure, Progress)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_NAMED = select(select(Item.id).where(Item.id.in_(_IDS)).cte("named").c.id)
"""The same, once in a statement: to put a hundred ids into it three times takes longer than to run it."""
WITHDRAWN = "withdrawn"
"""The state of a row by which what it corrects is taken back: what was said before that holds."""


def _stands(table: Any) -> ColumnElement[bool]:
    """Neither taken back nor what takes one back. The same item and period, for the index on these."""
    back: Any = aliased(inspect(table).mapper.class_)
    taken_back = exists().where(
        back.item_id == table.item_id,
        back.period == table.period,
        back.corrects_id == table.id,
        back.state == WITHDRAWN,
    )
    return and_(table.state != WITHDRAWN, ~taken_back)


STANDS, STANDS_OF_TASK = _stands(Figure), _stands(Progress)
"""True for the figures, and words on tasks, that hold, corrected ones too; asked in every look-up of them."""
_SAID: Sequence[tuple[Any, ColumnElement[bool]]] = ((Figure, STANDS), (Progress, STANDS_OF_TASK))


def _hold(item_ids: Any) -> ColumnElement[bool]:
    """The same of the words on these tasks, from the few that take one back: no index leads from a word to
    what takes it back, and to look through its task's words for each of them is slow where there are many.
    """
    back = aliased(Progress)
    taken_back = select(back.corrects_id).where(
        back.item_id.in_(item_ids), back.state == WITHDRAWN, back.corrects_id.is_not(None)
    )
    return and_(Progress.state != WITHDRAWN, Progress.id.not_in(taken_back))


def _latest() -> Select[Figure]:
    """By its date, then by when it was entered: so numbered, the newest of each item is the first."""
    newest_first = Figure.as_of.desc(), Figure.id.desc()
    place = func.row_number().over(partition_by=Figure.item_id, order_by=newest_first).label("place")
    in_time = Figure.as_of <= bindparam("until", type_=Date)
    ranked = select(Figure.id, place).where(Figure.item_id.in_(_IDS), in_time, STANDS).subquery()
    return select(Figure).join(ranked, ranked.c.id == Figure.id).where(ranked.c.place == 1)


def newest_progress_ids(item_ids: Any, *about: ColumnElement[bool]) -> Select[int]:
    """The id of the newest word on each of these tasks, of the words that are `about` something.

    What was granted about a closed period is behind what had been said of a later one, or of none: of the
    rows of a message only the one that waited for the clerk bears the moment of the decision. The first word
    on a task is never behind, so that one is always left.
    """
    earlier, granted = aliased(Progress), aliased(Progress)
    of_later = exists().where(
        earlier.item_id == granted.item_id,
        earlier.id < granted.id,
        (earlier.period > granted.period) | (earlier.period == ""),
        _stands(earlier),
    )
    # From the few decisions to their words: to look for a decision of every word takes five times as long.
    behind = (
        select(granted.id)
        .join(
            LateFigure,
            (LateFigure.item_id == granted.item_id)
            & (LateFigure.period == granted.period)
            & (LateFigure.decided_at == granted.at)
            & LateFigure.inbox_id.is_not_distinct_from(granted.inbox_id),
        )
        .where(LateFigure.item_id.in_(item_ids), LateFigure.state == "granted", of_later)
    )
    words = Progress.item_id.in_(item_ids), Progress.id.not_in(behind), _hold(item_ids)
    return select(func.max(Progress.id)).where(*words, *about).group_by(Progress.item_id)


# Built once: building a statement takes four times as long as running it.
_LATEST = _latest()
_LATEST_PROGRESS = select(Progress).where(
    Progress.id.in_(newest_progress_ids(_NAMED, Progress.at <= bindparam("at")))
)
_OF_PERIOD = select(Figure).where(
    Figure.id.in_(
        select(func.max(Figure.id))
        .where(Figure.item_id.in_(_IDS), Figure.period == bindparam("period"), STANDS)
        .group_by(Figure.item_id)
    )
)
_OF_DAYS = (
    select(Figure)
    .where(Figure.item_id.in_(_IDS), Figure.as_of.between(bindparam("first"), bindparam("last")), STANDS)
    .order_by(Figure.id)
)
_REACHED = select(Progress.item_id, Progress.milestone).where(
    Progress.item_id.in_(_IDS), Progress.milestone.is_not(None), Progress.at <= bindparam("at")
)
_PERIODS: BindParameter[Any] = bindparam("periods", expanding=True)
_REPORTED = union_all(
    *(
        select(table.item_id, table.period, func.max(day))
        .where(table.item_id.in_(_NAMED), table.period.in_(_PERIODS), stands)
        .group_by(table.item_id, table.period)
        for table, day, stands in (
            (Figure, Figure.as_of, STANDS),
            (Progress, cast(null(), Date), _hold(_NAMED)),
        )
    )
)


_STILL_OPEN = Obstacle.closed_at.is_(None) | (Obstacle.closed_at > bindparam("at"))
_OBSTACLES = (
    select(Obstacle)
    .where(Obstacle.ward_id == bindparam("ward"), Obstacle.at <= bindparam("at"), _STILL_OPEN)
    .order_by(Obstacle.id)
)


def latest(session: Session, item_ids: Iterable[int], until: date | None = None) -> dict[int, Figure]:
    """The newest figure of each item, up to `until`: by its date, then by when it was entered."""
    ids = tuple(item_ids)
    wanted = {"ids": ids, "until": until or date.max}
    rows = once(session, ("latest", ids, until), lambda: session.scalars(_LATEST, wanted).all())
    return {row.item_id: row for row in rows}


def of_period(session: Session, item_ids: Iterable[int], period: str) -> dict[int, Figure]:
    """The figure of a period that counts for each item: the last one entered."""
    ids = tuple(item_ids)
    wanted = {"ids": ids, "period": period}
    rows = once(session, ("of_period", ids, period), lambda: session.scalars(_OF_PERIOD, wanted).all())
    return {row.item_id: row for row in rows}


def history(session: Session, item_id: int) -> Sequence[Figure]:
    """Every figure of an item that was not taken back, corrections included, oldest period first."""
    statement = select(Figure).where(Figure.item_id == item_id, STANDS)
    return session.scalars(statement.order_by(Figure.as_of, Figure.id)).all()


def taken_back(session: Session, item_id: int, table: type[Row]) -> dict[Row, Row]:
    """The figures of an item, or words on a task, that were taken back, each with the row that did so."""
    by: Any = aliased(table)
    pairs = select(table, by).join(by, by.corrects_id == table.id)
    rows = session.execute(pairs.where(by.item_id == item_id, by.state == WITHDRAWN).order_by(by.id))
    return dict(rows.all())


def latest_progress(session: Session, item_ids: Iterable[int], at: datetime) -> dict[int, Progress]:
    """The newest word of progress on each task that had come by `at`."""
    ids = list(item_ids)
    rows = session.scalars(_LATEST_PROGRESS, {"ids": ids, "at": at}) if ids else ()
    return {row.item_id: row for row in rows}


def reported_in(
    session: Session, item_ids: Iterable[int], periods: Iterable[str]
) -> dict[tuple[int, str], date | None]:
    """(item, period) pairs, of these items and periods, for which something has come.

    With the last day that a figure tells about; None for a word of progress, which has no day of its own.
    """
    wanted = {"ids": list(item_ids), "periods": list(periods)}
    rows = session.execute(_REPORTED, wanted) if wanted["ids"] and wanted["periods"] else ()
    return {(item_id, period): day for item_id, period, day in rows}


def open_obstacles(session: Session, ward_id: int, at: datetime) -> Sequence[Obstacle]:
    """Difficulties that were reported by `at` and still open then, oldest first."""
    return session.scalars(_OBSTACLES, {"ward": ward_id, "at": at}).all()


def closed_obstacles(session: Session, item_id: int, at: datetime) -> Sequence[Obstacle]:
    """The difficulties of an item that were said to be over at one moment."""
    closed = (Obstacle.item_id == item_id) & (Obstacle.closed_at == at)
    return session.scalars(select(Obstacle).where(closed).order_by(Obstacle.id)).all()


def milestones_reached(session: Session, item_ids: Iterable[int], at: datetime) -> dict[int, set[str]]:
    """By task, the names of the intermediate dates that were said by `at` to be reached."""
    found: dict[int, set[str]] = {}
    ids = list(item_ids)
    for item_id, name in session.execute(_REACHED, {"ids": ids, "at": at}) if ids else ():
        found.setdefault(item_id, set()).add(str(name))
    return found


def last_progress_by(session: Session, person_id: int, since: datetime) -> Progress | None:
    """The last word of progress that a person gave, since a moment."""
    given = (Progress.entered_by_id == person_id) & (Progress.at >= since)
    return session.scalars(select(Progress).where(given, STANDS_OF_TASK).order_by(Progress.id.desc())).first()


def progress_of(session: Session, item_id: int) -> Sequence[Progress]:
    """Every word of progress on a task that was not taken back, oldest first."""
    statement = select(Progress).where(Progress.item_id == item_id, STANDS_OF_TASK).order_by(Progress.id)
    return session.scalars(statement).all()


def came_in(
    session: Session, ward_id: int, start: datetime, end: datetime
) -> Sequence[tuple[int, int | None]]:
    """Of which item, and whose, figures and progress came from `start` until before `end`, in their order."""
    told = [
        select(table.item_id, table.person_id, table.at).where(
            table.ward_id == ward_id, table.at >= start, table.at < end, stands
        )
        for table, stands in _SAID
    ]
    given = told[0].where(Figure.supplied.is_(False))
    rows = session.execute(union_all(given, told[1]).order_by("at"))
    return [(item_id, person_id) for item_id, person_id, _at in rows]


def entered_by(
    session: Session, person_id: int, start: datetime, end: datetime
) -> Sequence[Figure | Progress]:
    """The figures and reports that somebody entered from `start` until before `end`, in their order."""
    found: list[Figure | Progress] = []
    for table, stands in _SAID:
        found += session.scalars(
            select(table).where(table.entered_by_id == person_id, table.at >= start, table.at < end, stands)
        )
    return sorted(found, key=lambda row: row.at)


def sent_since(session: Session, item_ids: Collection[int], since: datetime) -> Sequence[Figure]:
    """The figures of these items that came in since a moment, in the order of recording."""
    statement = select(Figure).where(Figure.item_id.in_(item_ids), Figure.at >= since).order_by(Figure.id)
    return session.scalars(statement).all()


def from_messages(session: Session, inbox_ids: Sequence[int]) -> list[int]:
    """Ids of the items on which these messages recorded something that holds, in the order of recording."""
    if not inbox_ids:
        return []
    recorded = [
        select(table.item_id, table.at).where(table.inbox_id.in_(inbox_ids), stands)
        for table, stands in (*_SAID, (Obstacle, true()))
    ]
    rows = sorted((at, item_id) for statement in recorded for item_id, at in session.execute(statement))
    return [item_id for _at, item_id in rows]


def worst_of_days(session: Session, item_ids: Iterable[int], first: date, last: date) -> dict[int, Figure]:
    """Of items that count events: the figure of these days with the most; items without one are left out.

    Of each period its last row counts, so that a correction to 0 takes an event back, and the 0 of a later
    period does not.
    """
    ids = list(item_ids)
    if not ids:
        return {}
    wanted = {"ids": ids, "first": first, "last": last}
    rows = session.scalars(_OF_DAYS, wanted)
    counting = {(row.item_id, row.period): row for row in rows}
    worst: dict[int, Figure] = {}
    for (item_id, _period), row in counting.items():
        most = worst[item_id].value if item_id in worst else None
        if row.value is not None and row.value > (most or 0):
            worst[item_id] = row
    return worst
