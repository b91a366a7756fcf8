"""Collected indicators: what the sheet Thu thập says of each unit's share, written as items of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from decimal import Decimal

from sqlalchemy import select

from bot.domain.items import is_level
from bot.domain.targets import Target, from_json
from bot.loading import sheets
from bot.loading.document import IndicatorLine, Problem, ShareLine
from bot.loading.item_sheets import INDICATORS
from bot.loading.items import write_item
from bot.loading.writer import Writer
from db.models import TargetRow

_NUMBER = re.compile(r"(\d+)\D*$")


def share_codes(writer: Writer) -> dict[tuple[str, str], str]:
    """The code of each share by indicator and unit: "CT20.5" of "tdp5"; what the ward has keeps its code."""
    units = {row.id: code for code, row in writer.units.items()}
    items = {row.id: code for code, row in writer.items.items()}
    codes = {
        (items[row.parent_id], units[row.unit_id]): code
        for code, row in writer.items.items()
        if row.parent_id in items and row.unit_id in units and "." in code
    }
    taken = set(codes.values())
    for line in writer.document.shares:
        if (line.code, line.unit) not in codes:
            code = _free_code(line, taken)
            codes[line.code, line.unit or ""] = code
            taken.add(code)
    return codes


def _free_code(line: ShareLine, taken: set[str]) -> str:
    """By the unit's own number, where it has one that is not taken yet; else the next number."""
    number = _NUMBER.search(line.unit or "")
    wanted = f"{line.code}.{int(number[1])}" if number else None
    if wanted is not None and wanted not in taken:
        return wanted
    place = 1
    while f"{line.code}.{place}" in taken:
        place += 1
    return f"{line.code}.{place}"


# --- what is wrong -----------------------------------------------------------------------------------


def check_shares(writer: Writer) -> Iterator[Problem]:
    """Shares of what is not collected, of units or by people that nobody knows, with parts that cannot be."""
    collected = _collected(writer)
    for line in writer.document.shares:
        yield from _check_pointers(writer, line)
        if line.code in collected:
            yield from _check_numbers(line, collected[line.code])
        elif line.code in {*writer.items, *(one.code for one in writer.document.indicators)}:
            todo = "ghi “tổng” hoặc “tỷ lệ” ở cột thu thập của chỉ tiêu này"
            yield Problem(line.at, "mã", f"{line.code} không phải là chỉ tiêu thu thập", todo)


def _collected(writer: Writer) -> dict[str, str]:
    """How each collected indicator is put together, by code: as the file says, else as it was loaded."""
    known = {code: row.collect for code, row in writer.items.items() if row.collect}
    return known | {line.code: line.collect for line in writer.document.indicators if line.collect}


def _check_pointers(writer: Writer, line: ShareLine) -> Iterator[Problem]:
    if line.unit is None:
        yield Problem(line.at, "đơn vị", "dòng không có đơn vị", "ghi mã ở trang Đơn vị")
    if line.code not in {*writer.items, *(one.code for one in writer.document.indicators)}:
        what = f"không có mã “{line.code}” ở trang {INDICATORS.title}"
        yield Problem(line.at, "mã", what, f"sửa lại, hoặc thêm vào trang {INDICATORS.title}")


def _check_numbers(line: ShareLine, how: str) -> Iterator[Problem]:
    if how == "sum" and line.whole is not None:
        yield Problem(line.at, "mẫu số", "chỉ tiêu cộng tổng không có mẫu số", "bỏ trống mẫu số")
    if line.whole is not None and line.whole <= 0:
        yield Problem(line.at, "mẫu số", "mẫu số phải lớn hơn 0", "sửa lại, hoặc để trống")
    if how == "ratio" and line.whole is not None and line.counted is None:
        what = f"mẫu số {line.whole:f} không có đơn vị tính"
        yield Problem(line.at, "đơn vị tính", what, "ghi đơn vị tính của mẫu số, ví dụ hộ")
    if line.whole is not None and line.assigned is not None and line.assigned > line.whole:
        yield Problem(
            line.at, "chỉ tiêu giao", "chỉ tiêu giao lớn hơn mẫu số", "ghi bằng đơn vị tính của mẫu số"
        )


# --- what is written ----------------------------------------------------------------------------------


def write_shares(writer: Writer) -> None:
    """Each share as an item under its indicator, and as a line of the document, for its target."""
    codes = share_codes(writer)
    targets = _targets(writer)
    lines = [
        _line(writer, one, codes[one.code, one.unit or ""], targets.get(one.code))
        for one in writer.document.shares
    ]
    for line in lines:
        parent = writer.items[line.parent or ""]
        write_item(writer, line, parent.sort, sheets.SHARES)
        writer.items[line.code].parent_id = parent.id
    document = writer.document
    writer.document = replace(document, indicators=(*document.indicators, *lines))
    _stop_others(writer, {line.code for line in lines})


def _stop_others(writer: Writer, kept: set[str]) -> None:
    """Shares that a full list no longer has, or whose indicator is stopped; an indicator without shares."""
    listed = {writer.items[line.code].id for line in writer.document.shares}
    lines = {row.id: row for row in writer.items.values() if row.collect}
    for code, row in writer.items.items():
        line = lines.get(row.parent_id or 0)
        if line is not None and row.active and code not in kept and (line.id in listed or not line.active):
            writer.stop(sheets.SHARES, code, row)
    filled = {row.parent_id for row in writer.items.values() if row.active}
    for line in lines.values():
        if line.active and line.id not in filled:
            writer.changes.warnings.append(
                f"{line.key}: chỉ tiêu thu thập chưa có đơn vị nào ở trang Thu thập"
            )


def _targets(writer: Writer) -> dict[str, Target]:
    """The target of each indicator that has shares in the file: the file's own, else the newest."""
    items = {writer.items[line.code].id: line.code for line in writer.document.shares}
    statement = (
        select(TargetRow).where(TargetRow.item_id.in_(items)).order_by(TargetRow.valid_from, TargetRow.id)
    )
    loaded = {items[row.item_id]: from_json(row.spec) for row in writer.session.scalars(statement)}
    return loaded | {line.code: line.target for line in writer.document.indicators if line.target}


def _line(writer: Writer, share: ShareLine, code: str, target: Target | None) -> IndicatorLine:
    """The share as a line of the plan: named after indicator and unit, reported when the indicator is."""
    parent, unit = writer.items[share.code], writer.units[share.unit or ""]
    return IndicatorLine(
        code=code,
        name=f"{parent.name} – {unit.name}",
        short_name=f"{parent.short_name} – {unit.name}",
        field=next((one for one, row in writer.fields.items() if row.id == parent.field_id), None),
        unit=share.unit,
        owner=share.owner,
        parent=share.code,
        listed=False,
        frequency=parent.frequency,
        regime=parent.regime,
        due_rule=parent.due_rule,
        due_time=time.fromisoformat(parent.due_time),
        target=None if _says_nothing(share) and code in writer.items else share_target(target, share),
        at=share.at,
    )


def _says_nothing(share: ShareLine) -> bool:
    """True for a line without numbers: what was assigned to the unit before stays."""
    return share.assigned is None and share.whole is None


def share_target(target: Target | None, share: ShareLine) -> Target:
    """What a unit is measured against: its own part of the number, judged as the whole is.

    Without a part of its own a unit's figure is followed, not judged. A share of a ratio with a known
    denominator is counted in the denominator's unit: 118 of 120 households.
    """
    base = target or Target("cumulative")
    unit = share.counted or base.unit
    if share.assigned is None:
        return _followed(base, unit, share.whole)
    return replace(
        base,
        source="fixed",
        value=share.assigned,
        unit=unit,
        whole=share.whole,
        low=None,
        high=None,
        phased=_phased(base, share.assigned),
        text=None,
        baseline=None,
        last_year=None,
    )


def _followed(base: Target, unit: str | None, whole: Decimal | None) -> Target:
    """A unit's figure without a number of its own: what there is at a time is not added up, as in the whole.

    Of what must not happen (form T22) only what is left undone is there at a time; cases are counted on.
    """
    if base.backlog:
        return Target("event_free", source="none", unit=unit, backlog=True)
    if whole is None and is_level(base):
        return Target("level", "=", source="none", unit=unit)
    return Target("cumulative_no_target", source="none", unit=unit, whole=whole)


def _phased(base: Target, assigned: Decimal) -> dict[int, Decimal]:
    """The unit's part of the phased plan, in proportion, where the whole has one."""
    if not base.value:
        return {}
    return {month: amount * assigned / base.value for month, amount in base.phased.items()}
