"""Values of a document that can hardly be meant: told with what to look at, and loaded all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches

from bot.domain.targets import Target
from bot.loading.cells import Day, Number, folded
from bot.loading.document import KnownLine
from bot.loading.lacks import newest_targets
from bot.loading.shares import share_codes
from bot.loading.writer import Writer

CLOSE = 0.5
"""How much a name must be like a unit's to be asked about: "Phong VHXH", "Phòng Văn hóa - Xã hội"."""
MOST = 3
"""A figure of more than so many times its target is asked about."""


def note_doubtful(writer: Writer) -> None:
    """Percentages beyond 100, days of another year or to come, figures far beyond their target, shares that
    do not add up, who would decide on the own work, units that work along and that the ward does not have."""
    targets = newest_targets(writer, [item for item in writer.items.values() if item.active])
    writer.changes.warnings += [
        *_beyond_hundred(writer),
        *_of_another_year(writer),
        *_known(writer, targets),
        *_sums(writer, targets),
        *_deciding_alone(writer),
        *_no_units(writer),
    ]


def _beyond_hundred(writer: Writer) -> Iterator[str]:
    for line in writer.document.indicators:
        target = line.target
        if target is None or target.unit != "%" or target.measured == "growth":
            continue
        numbers = [one for one in (target.value, target.low, target.high) if one is not None]
        if numbers and (highest := max(numbers)) > 100:
            yield f"{line.code}: mức giao {_shown(highest)}% lớn hơn 100%"


def _of_another_year(writer: Writer) -> Iterator[str]:
    year = writer.changes.year
    for line in writer.document.tasks:
        if line.due_on is not None and line.due_on.year != year:
            yield f"{line.code}: hạn {Day().show(line.due_on)} không thuộc năm kế hoạch {year}"
        for on, name in line.milestones or ():
            if line.due_on is not None and on > line.due_on:
                yield f"{line.code}: mốc “{name}” {Day().show(on)} sau hạn {Day().show(line.due_on)}"


def _known(writer: Writer, targets: Mapping[str, Target]) -> Iterator[str]:
    for line in writer.document.known:
        this_year = line.as_of is not None and line.as_of.year == writer.changes.year
        if line.as_of is not None and this_year and line.as_of > writer.now.date():
            yield f"{line.code}: số đã có đến ngày {Day().show(line.as_of)}, sau hôm nay"
        if line.value is not None and (target := targets.get(line.code)):
            yield from _figure(line, line.value, target)


def _figure(line: KnownLine, value: Decimal, target: Target) -> Iterator[str]:
    said = f"{line.code}: số đã có {_shown(value)}"
    goal = target.whole if target.whole is not None else target.value
    if target.unit == "%" and value > 100 and (goal is None or goal <= 100):
        yield f"{said}% lớn hơn 100%"
    elif target.unit == "%" and goal is not None and 0 < value <= 1 and goal > 10:
        yield f"{said}%, mức giao {_shown(goal)}%: ghi theo phần trăm, ví dụ 96,8"
    elif goal and target.lower_better is False and value > goal * MOST:
        yield f"{said}, gấp hơn {MOST} lần mức giao {_shown(goal)}"


def _sums(writer: Writer, targets: Mapping[str, Target]) -> Iterator[str]:
    """Of an indicator that is a sum, the parts that were assigned to the units; where each has one."""
    parts: defaultdict[str, list[Decimal | None]] = defaultdict(list)
    codes = share_codes(writer)
    for line in writer.document.shares:
        known = targets.get(codes[line.code, line.unit or ""])
        parts[line.code].append(known.value if known else None)
    for code, assigned in parts.items():
        target, numbers = targets.get(code), [one for one in assigned if one is not None]
        summed = writer.items[code].collect == "sum" and len(numbers) == len(assigned)
        if summed and target and target.value is not None and sum(numbers) != target.value:
            yield (
                f"{code}: mức giao {_shown(target.value)}, cộng chỉ tiêu giao các đơn vị ở trang Thu thập "
                f"là {_shown(sum(numbers, Decimal()))}"
            )


def _deciding_alone(writer: Writer) -> Iterator[str]:
    for line in writer.document.items:
        row = writer.items[line.code]
        if row.decider_id is not None and row.decider_id == row.owner_id and line.name:
            yield f"{line.code}: người duyệt cũng là người phụ trách; việc này do lãnh đạo phụ trách duyệt"


def _no_units(writer: Writer) -> Iterator[str]:
    """Who is to work along and is no unit: one line for each, with the unit that may be meant."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for line in writer.document.tasks:
        for said in writer.items[line.code].coordinating if line.coordinating else ():
            if said not in writer.units:
                named[said].append(line.code)
    units = {folded(one): code for code, row in writer.units.items() for one in (row.name, code)}
    for said, keys in named.items():
        near = get_close_matches(folded(said), list(units), n=1, cutoff=CLOSE)
        code = units[near[0]] if near else None
        meant = f"; nếu là {writer.units[code].name} thì ghi “{code}”" if code else ""
        what = "không có ở trang Đơn vị, chỉ ghi tên, không báo được"
        yield f"phối hợp “{said}” ({', '.join(keys)}): {what}{meant}"


def _shown(value: Decimal) -> str:
    return Number().show(value)
