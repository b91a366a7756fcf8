"""Targets and known figures of a document: only ever added, and never over what people have reported."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from bot.domain.periods import Period, period_containing
from bot.domain.targets import Target, from_json
from bot.loading import item_sheets, sheets
from bot.loading.cells import Day
from bot.loading.changes import Detail
from bot.loading.checks import check_target
from bot.loading.document import IndicatorLine, KnownLine, Problem
from bot.loading.targets import cells_of, target_of
from bot.loading.words import EVALUATION
from bot.loading.writer import Writer
from db.models import Figure, Item, TargetRow

_TOLD = (
    *(column for column in item_sheets.INDICATORS.columns if column.key.startswith("target.")),
    *(sheets.KNOWN.column(key) for key in ("last_year", "baseline")),
)
"""The columns that a target is made from; of other sheets and columns some have the same key."""


def write_targets(writer: Writer) -> None:
    """A target that differs from the one loaded last becomes a new row; older rows stay.

    Last year's values and the opening stock come from the sheet Số đã có.
    """
    rows = _target_rows(writer)
    lines = {line.code: line for line in writer.document.indicators}
    known = {line.code: line for line in writer.document.known if line.last_year or line.baseline}
    earlier = _last_year_by(writer)
    reported = _reported(writer)
    for code in dict.fromkeys([*lines, *known, *earlier]):
        item = writer.items[code]
        loaded = _last_loaded(rows[item.id], lines.get(code))
        before = from_json(loaded.spec) if loaded else None
        line = lines.get(code)
        if line is not None and line.amends:
            line = _amended(writer, line, before)
        after = _wanted(line, known.get(code), before, date(writer.changes.year, 12, 31))
        if after is not None and (by_month := earlier.get(code)):
            after = replace(after, last_year_by={**after.last_year_by, **by_month})
        if after is not None and after != before:
            _add_target(writer, item, before, after, is_in_use=item.id in reported)


def _last_year_by(writer: Writer) -> dict[str, dict[int, Decimal]]:
    """Figures of the year before, by code and by the month with which their period ended."""
    found: defaultdict[str, dict[int, Decimal]] = defaultdict(dict)
    for line in writer.document.known:
        if line.as_of is not None and line.value is not None:
            period = _period_of(writer, writer.items[line.code], line.as_of)
            if period.end.year == writer.changes.year - 1:
                found[line.code][period.end.month] = line.value
    return found


def _period_of(writer: Writer, item: Item, as_of: date) -> Period:
    frequency = item.frequency if item.frequency != "none" else "month"
    return period_containing(as_of, frequency, writer.regimes[item.regime])


def _target_rows(writer: Writer) -> defaultdict[int, list[TargetRow]]:
    rows: defaultdict[int, list[TargetRow]] = defaultdict(list)
    statement = select(TargetRow).where(TargetRow.item_id.in_([item.id for item in writer.items.values()]))
    for row in writer.session.scalars(statement.order_by(TargetRow.valid_from, TargetRow.id)):
        rows[row.item_id].append(row)
    return rows


def _last_loaded(rows: list[TargetRow], line: IndicatorLine | None) -> TargetRow | None:
    """The row to compare with: the file's own last word, so that a target set by chat is not taken back."""
    newest = rows[-1] if rows else None
    if line is None or (line.target is None and not line.amends):
        return newest
    loaded = [row for row in rows if row.entered_by_id is None and row.document is None]
    return loaded[-1] if loaded else newest if line.amends else None


def _amended(writer: Writer, line: IndicatorLine, before: Target | None) -> IndicatorLine:
    """The line with the whole target: what is there, and over it the cells that it has."""
    if before is None:
        problem = Problem(line.at, "đánh giá", "chưa nói cách đánh giá", EVALUATION.remedy)
        writer.changes.problems.append(problem)
        return line
    whole = replace(line, target=target_of({**cells_of(before), **dict(line.amends)}))
    writer.changes.problems += check_target(whole)
    return whole


def _wanted(
    line: IndicatorLine | None, known: KnownLine | None, before: Target | None, year_end: date
) -> Target | None:
    base = line.target if line and line.target else before
    if base is None:
        return None
    # Said in full: a plan of 2026 that is looked at in January 2027 has ended.
    base = replace(base, ends_on=base.ends_on or year_end)
    for source in (before, known):
        if source and source.last_year is not None:
            base = replace(base, last_year=source.last_year)
        if source and source.baseline is not None:
            base = replace(base, baseline=source.baseline)
    return replace(base, last_year_by=before.last_year_by) if before else base


def _add_target(writer: Writer, item: Item, before: Target | None, after: Target, *, is_in_use: bool) -> None:
    """From the plan's first day, or from today when figures have been judged by the older one."""
    first = date(writer.changes.year, 1, 1)
    writer.session.add(
        TargetRow(
            item_id=item.id,
            valid_from=max(first, writer.now.date()) if before and is_in_use else first,
            spec=after.to_json(),
            entered_at=writer.now,
        )
    )
    if before is not None:
        details = _details(before, after)
        writer.note("change", item_sheets.INDICATORS, item.key, item.name, *details)


def _details(before: Target, after: Target) -> list[Detail]:
    old, new = cells_of(before), cells_of(after)
    found = []
    for column in _TOLD:
        name = column.key.removeprefix("target.")
        if old.get(name) != new.get(name):
            texts = [column.kind.show(cells[name]) if name in cells else "" for cells in (old, new)]
            found.append(Detail(column.heading, *texts))
    for month, value in after.last_year_by.items():
        if value != (had := before.last_year_by.get(month)):
            shown = ["" if one is None else format(one, "f") for one in (had, value)]
            found.append(Detail(f"năm trước đến tháng {month}", *shown))
    return found


def _reported(writer: Writer) -> set[int]:
    statement = select(Figure.item_id).where(Figure.ward_id == writer.ward.id).distinct()
    return set(writer.session.scalars(statement))


def write_known(writer: Writer) -> None:
    """Figures that the ward had before it began; one that differs from what was supplied is a correction."""
    for line in writer.document.known:
        if line.as_of is not None and (line.value is not None or line.state):
            _write_figure(writer, line, line.as_of)


def _write_figure(writer: Writer, line: KnownLine, as_of: date) -> None:
    item = writer.items[line.code]
    period = _period_of(writer, item, as_of)
    spot = f"{line.code}: số đã có ngày {Day().show(as_of)}"
    if period.end.year == writer.changes.year - 1 and line.value is not None:
        return  # of the year before: kept with the target (`_last_year_by`)
    if not period.key.startswith(str(writer.changes.year)):
        writer.changes.warnings.append(f"{spot} không thuộc năm kế hoạch {writer.changes.year}, không ghi")
        return
    if line.value is not None and _may_be_change(writer, line.code):
        writer.changes.warnings.append(f"{spot} ({line.value:f}) hiểu là số còn lại, không phải số đã giảm")
    rows = _figures(writer, item, period.key)
    if any(not row.supplied for row in rows):
        writer.changes.warnings.append(
            f"{spot} không ghi: cán bộ đã báo cáo kỳ {period.key}, giữ số đã báo cáo"
        )
        return
    last = rows[-1] if rows else None
    state = line.state or "value"
    if last and (last.value, last.state, last.as_of) == (line.value, state, as_of):
        writer.changes.unchanged[sheets.KNOWN.title] += 1
        return
    writer.session.add(
        Figure(
            ward_id=writer.ward.id,
            item_id=item.id,
            period=period.key,
            as_of=as_of,
            state=state,
            value=line.value,
            supplied=True,
            entered_by_id=writer.actor_id,
            channel="load",
            reported_at=last.reported_at if last else writer.now,
            at=writer.now,
            corrects_id=last.id if last else None,
        )
    )
    _note_figure(writer, line, item, last)


def _may_be_change(writer: Writer, code: str) -> bool:
    """True for a reduction, of which people tell either what was reduced or what is left."""
    targets = (line.target for line in writer.document.indicators if line.code == code)
    return any(
        one is not None and one.comparator == "reduce_by" and one.measured != "reduction" for one in targets
    )


def _figures(writer: Writer, item: Item, period: str) -> list[Figure]:
    statement = select(Figure).where(Figure.item_id == item.id, Figure.period == period)
    return list(writer.session.scalars(statement.order_by(Figure.id)))


def _note_figure(writer: Writer, line: KnownLine, item: Item, last: Figure | None) -> None:
    column = sheets.KNOWN.column("value")
    said = [row.value if row.value is not None else row.state for row in (last, line) if row]
    texts = [column.kind.show(value) for value in said]
    before, after = texts if last else ("", *texts)
    writer.note(
        "change" if last else "add",
        sheets.KNOWN,
        item.key,
        item.short_name,
        Detail(column.heading, before, after),
    )
