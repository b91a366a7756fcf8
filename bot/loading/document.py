"""A plan document as values: what a workbook or a YAML file says, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from bot.domain.targets import Target


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: the file's name, the sheet (a section in YAML), the row (a line in YAML)."""

    file: str
    sheet: str
    row: int


NOWHERE = Place("", "", 0)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place, and what to do, in the operator's words; `column` is a heading or ""."""

    place: Place
    column: str
    what: str
    todo: str

    def __str__(self) -> str:
        """One line: "kehoach.xlsx · Chỉ tiêu · dòng 7 · cột Kỳ báo cáo: … → …"."""
        spot = [self.place.file, self.place.sheet]
        if self.place.row:
            spot.append(f"dòng {self.place.row}")
        if self.column:
            spot.append(f"cột “{self.column}”")
        return f"{' · '.join(part for part in spot if part)}: {self.what} → {self.todo}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a sheet, known by its code. None means that the file says nothing, not that it is empty."""

    code: str
    name: str | None = None
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine(Line):
    """A unit (đơn vị); `confirms`: its head confirms its figures of collected indicators."""

    confirms: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine(Line):
    """A person: `unit` is a unit's code; `roles` as in the table `role`."""

    address: str | None = None
    title: str | None = None
    phone: str | None = None
    unit: str | None = None
    roles: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine(Line):
    """A heading of the plan; `leader` is a person's code."""

    leader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine(Line):
    """What indicators and tasks share. Codes refer to other lines, or to what the ward already has.

    `leader` is the leader in charge where it is not the field's, `decider` who decides instead of the leader.
    `frequency`, `regime`, `due_rule`, `due_time`: see bot.domain.ward.Preset; None takes the ward's preset.
    """

    slug: str | None = None
    short_name: str | None = None
    aliases: tuple[str, ...] | None = None
    field: str | None = None
    unit: str | None = None
    owner: str | None = None
    leader: str | None = None
    decider: str | None = None
    frequency: str | None = None
    regime: str | None = None
    due_rule: str | None = None
    due_time: time | None = None
    focal: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine(ItemLine):
    """An indicator; `parent` is the compound line it is part of, `listed` whether the plan counts it.

    `collect` is "sum" or "ratio" where units report shares of it (the lines of the sheet Thu thập). `amends`
    are cells of the target, by name, of a line that only amends what is there.
    """

    parent: str | None = None
    collect: str | None = None
    listed: bool | None = None
    target: Target | None = None
    amends: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine(ItemLine):
    """A task; `due_on` None is a task without a date. One without it that names a frequency comes back."""

    due_on: date | None = None
    product: str | None = None
    coordinating: tuple[str, ...] | None = None
    basis: str | None = None
    milestones: tuple[tuple[date, str], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """What the ward already has of an indicator: a figure as of a day, last year's, the opening stock."""

    code: str
    as_of: date | None = None
    value: Decimal | None = None
    state: str | None = None
    last_year: Decimal | None = None
    baseline: Decimal | None = None
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLine:
    """A unit's share of the collected indicator `code`: who reports it, what the unit was assigned.

    `whole` is the denominator of a ratio, `counted` its unit ("hộ"), in which `assigned` is then told too.
    """

    code: str
    unit: str | None = None
    owner: str | None = None
    assigned: Decimal | None = None
    whole: Decimal | None = None
    counted: str | None = None
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDocument:
    """Everything that the given files say together. Without a title it is not a plan, only amends one."""

    ward_code: str | None = None
    ward_name: str | None = None
    year: int | None = None
    title: str | None = None
    units: tuple[UnitLine, ...] = ()
    people: tuple[PersonLine, ...] = ()
    fields: tuple[FieldLine, ...] = ()
    indicators: tuple[IndicatorLine, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    shares: tuple[ShareLine, ...] = ()
    known: tuple[KnownLine, ...] = ()
    at: Place = field(default=NOWHERE, compare=False)

    @property
    def items(self) -> tuple[ItemLine, ...]:
        """Indicators, then tasks."""
        return (*self.indicators, *self.tasks)


def moved(document: PlanDocument, year: int) -> PlanDocument:
    """The plan in another year: its dates move by as many years, its words and the known figures stay."""
    shift = year - (document.year or year)
    if not shift:
        return replace(document, year=year)
    return replace(
        document,
        year=year,
        tasks=tuple(_task_shifted(line, shift) for line in document.tasks),
        indicators=tuple(
            replace(
                line,
                target=_moved_target(line.target, shift),
                amends=tuple((name, _moved_cell(cell, shift)) for name, cell in line.amends),
            )
            for line in document.indicators
        ),
    )


def _moved_target(target: Target | None, shift: int) -> Target | None:
    return target and replace(
        target, starts_on=_shifted(target.starts_on, shift), ends_on=_shifted(target.ends_on, shift)
    )


def _moved_cell(cell: Any, shift: int) -> Any:
    return _shifted(cell, shift) if isinstance(cell, date) else cell


def _task_shifted(line: TaskLine, years: int) -> TaskLine:
    stones = line.milestones
    moved = tuple((_shifted(on, years) or on, name) for on, name in stones) if stones else stones
    return replace(line, due_on=_shifted(line.due_on, years), milestones=moved)


def _shifted(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    last_of_february = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if last_of_february else day.day)
