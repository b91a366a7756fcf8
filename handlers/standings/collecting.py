"""A collected indicator from the standings of its units' shares: the ward's value, and how complete it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from bot.domain.collecting import Collected, How, Part, collect
from bot.domain.verdict import Known
from db import counting, figures
from db.counting import Withheld
from db.item_view import ItemView
from db.models import Figure
from db.ward_view import WardView

if TYPE_CHECKING:
    from handlers.standings.standing import Standing


def withheld(
    session: Session,
    ward: WardView,
    leaves: Mapping[str, ItemView],
    newest: Mapping[int, Figure],
    until: date | None,
) -> dict[int, Withheld]:
    """By item, the newest figures that do not count: they wait for their unit's head, or came back."""
    asked = [one for one in leaves.values() if is_confirmed(one, ward)]
    return counting.withheld(session, {one.id: newest[one.id] for one in asked if one.id in newest}, until)


def is_confirmed(item: ItemView, ward: WardView) -> bool:
    """Whether the head of a unit has to confirm an item's figures: it is the unit's share."""
    return bool(item.share_of) and item.unit_id in ward.confirming


def gathered(item: ItemView, parts: Sequence[Standing]) -> Collected:
    """The ward's value out of its units' shares."""
    how: How = "ratio" if item.collect == "ratio" else "sum"
    told = [one.figure for one in parts if one.figure is not None]
    newest = max(told, key=lambda row: row.as_of).period if told else None
    return collect(how, [_part(how, one, newest) for one in parts])


def history(session: Session, ward: WardView, line: ItemView) -> list[tuple[Figure, Collected]]:
    """After each period, its newest figure and what the shares then added up to, the oldest period first."""
    items, rows = shares_of(ward, line), counted_rows(session, ward, line)
    found = []
    for period in dict.fromkeys(row.period for row in sorted(rows, key=lambda row: (row.as_of, row.id))):
        last = max((row for row in rows if row.period == period), key=lambda row: (row.as_of, row.id))
        found.append((last, _as_of(line, items, [row for row in rows if row.as_of <= last.as_of], period)))
    return found


def shares_of(ward: WardView, line: ItemView) -> list[ItemView]:
    """The units' shares of a collected indicator."""
    return [ward.items[key] for key in line.parts if key in ward.items]


def counted_rows(session: Session, ward: WardView, line: ItemView) -> list[Figure]:
    """Every figure of the units that counts, each unit's by their day."""
    items = shares_of(ward, line)
    out = counting.uncounted(session, [item.id for item in items])
    return [row for item in items for row in figures.history(session, item.id) if row.id not in out]


def _as_of(line: ItemView, items: Sequence[ItemView], rows: Sequence[Figure], period: str) -> Collected:
    how: How = "ratio" if line.collect == "ratio" else "sum"
    newest = {row.item_id: row for row in sorted(rows, key=lambda row: (row.as_of, row.id))}
    reported = {row.item_id for row in rows if row.period == period}
    parts = []
    for item in items:
        row = newest.get(item.id)
        parts.append(Part(item.unit_id or 0, _known(how, item, row) if row else None, item.id in reported))
    return collect(how, parts)


def _part(how: How, one: Standing, newest: str | None) -> Part:
    """A unit's part. Where nothing is awaited of it yet, it has told of the newest period that any has."""
    withheld, figure = one.withheld, one.figure
    if not one.applies:
        return Part(one.item.unit_id or 0, Known("not_applicable"), reported=False)
    counted = withheld.counted if withheld else figure
    asked = one.period is not None or (figure is not None and figure.period == newest)
    return Part(
        unit=one.item.unit_id or 0,
        known=_known(how, one.item, counted) if counted else None,
        reported=one.reported and asked,
        confirmed=withheld is None or withheld.returned or counts_meanwhile(one) is not None,
        assigned=one.item.target.value if one.item.target else None,
    )


def counts_meanwhile(one: Standing) -> Figure | None:
    """The figure of the same period that counts while a newer one waits for the unit's head, or came back."""
    counted = one.withheld.counted if one.withheld else None
    same = counted is not None and one.figure is not None and counted.period == one.figure.period
    return counted if same else None


def _known(how: How, item: ItemView, figure: Figure) -> Known:
    """A unit's figure; of a ratio whose denominator the plan knows, the number alone is the numerator."""
    top, base = figure.numerator, figure.denominator
    whole = item.target.whole if item.target else None
    if how == "ratio" and base is None and whole is not None and figure.state == "value":
        top, base = figure.value, whole
    state = figure.state if figure.state in {"value", "none_arose", "not_applicable"} else "in_progress"
    return Known(state, figure.value, top, base, as_of=figure.as_of)  # type: ignore[arg-type]


def as_figure(found: Collected, item: ItemView, parts: Sequence[Standing]) -> Figure | None:
    """The ward's value in the form of a figure, to be judged and shown like one; it is never stored."""
    if found.as_of is None:
        return None
    counted = [
        row for one in parts if (row := one.withheld.counted if one.withheld else one.figure) is not None
    ]
    newest = max(counted, key=lambda row: (row.as_of, row.id))
    return Figure(
        ward_id=newest.ward_id,
        item_id=item.id,
        period=newest.period,
        as_of=found.as_of,
        state="none_arose" if found.nothing_arose else "value",
        value=found.value if found.how == "sum" else None,
        numerator=found.numerator,
        denominator=found.denominator,
        estimate=any(row.estimate for row in counted),
        supplied=False,
        reported_at=newest.reported_at,
        at=newest.at,
    )
