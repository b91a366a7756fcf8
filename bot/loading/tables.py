"""Rows of text, as a workbook or a YAML file holds them, and the lines of a document that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from bot.loading import sheets, targets
from bot.loading.cells import CellError, folded
from bot.loading.columns import Column, Sheet
from bot.loading.document import (
    FieldLine,
    IndicatorLine,
    KnownLine,
    PersonLine,
    Place,
    PlanDocument,
    Problem,
    ShareLine,
    TaskLine,
    UnitLine,
)
from bot.loading.words import EVALUATION

LINES = {
    "units": UnitLine,
    "people": PersonLine,
    "fields": FieldLine,
    "indicators": IndicatorLine,
    "tasks": TaskLine,
    "shares": ShareLine,
    "known": KnownLine,
}


LISTED = 8
"""So many headings are named to who typed one that is not there; the template has them all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and where it stands."""

    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Row:
    """The filled-in cells of a row, by column key; `at` is where the row starts."""

    at: Place
    cells: Mapping[str, Cell]

    @property
    def code(self) -> str:
        return self._text("code")

    @property
    def identity(self) -> tuple[str, ...]:
        """What the row is about: a share, its indicator and unit; all else, its code."""
        return (self.code, self._text("unit")) if self.at.sheet == sheets.SHARES.title else (self.code,)

    def _text(self, key: str) -> str:
        return self.cells[key].text.strip() if key in self.cells else ""


@dataclass
class Tables:
    """All rows of a file, or of several together; `plan` is the row of the section Kế hoạch."""

    plan: Row
    rows: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def row_of(sheet: Sheet, at: Place, named: Iterable[tuple[str, Cell]], problems: list[Problem]) -> Row:
    """A row from (heading, cell) pairs; headings that the sheet does not know become problems."""
    known = {folded(column.heading): column for column in sheet.columns}
    cells: dict[str, Cell] = {}
    for heading, cell in named:
        column = known.get(folded(heading))
        if column is None:
            problems.append(unknown_heading(sheet, cell.at, heading))
        elif cell.text.strip():
            cells[column.key] = cell
    return Row(at, cells)


def unknown_heading(sheet: Sheet, at: Place, heading: str) -> Problem:
    """A heading that nobody asked for, with the nearest one that exists."""
    headings = [column.heading for column in sheet.columns]
    near = get_close_matches(heading.casefold(), headings, n=1)
    some = ", ".join(headings[:LISTED]) + (", …" if len(headings) > LISTED else "")
    todo = f"sửa thành “{near[0]}”" if near else f"bỏ cột này, hoặc dùng một trong: {some}"
    return Problem(at, heading, "không có cột này", todo)


def merged(files: Iterable[Tables]) -> Tables:
    """Several files as one: rows with the same code are laid over each other, later cells win."""
    together = Tables(Row(Place("", "", 0), {}))
    for tables in files:
        together.plan = _over(together.plan, tables.plan)
        together.problems += tables.problems
        for part, rows in tables.rows.items():
            together.rows[part] = _laid_over(part, together.rows.get(part, []), rows, together.problems)
    return together


def _over(lower: Row, upper: Row) -> Row:
    return Row(lower.at if lower.cells else upper.at, {**lower.cells, **upper.cells})


def _laid_over(part: str, lower: list[Row], upper: list[Row], problems: list[Problem]) -> list[Row]:
    if part == "known":
        return [*lower, *upper]
    found = {row.identity: row for row in lower}
    seen: dict[tuple[str, ...], Row] = {}
    for row in upper:
        about = row.identity
        if row.code and about in seen:
            what = f"mã “{' '.join(about)}” đã có ở dòng {seen[about].at.row}"
            problems.append(Problem(row.at, "mã", what, "mỗi dòng một mã riêng; bỏ dòng thừa"))
        seen[about] = row
        found[about] = _over(found[about], row) if about in found else row
    return list(found.values())


def document_of(tables: Tables) -> tuple[PlanDocument, list[Problem]]:
    """The document that the rows make, and everything in them that cannot be read."""
    problems = list(tables.problems)
    head = _values(sheets.PLAN, tables.plan, None, problems)
    year = head.get("year")
    if head.get("title") and "year" not in tables.plan.cells:
        problems.append(Problem(tables.plan.at, "năm", "kế hoạch không có năm", "ghi năm của kế hoạch"))
    parts: dict[str, Any] = {
        sheet.part: tuple(
            line
            for row in tables.rows.get(sheet.part, [])
            if (line := _line(sheet, row, year, problems)) is not None
        )
        for sheet in sheets.SHEETS
    }
    return PlanDocument(**head, **parts, at=tables.plan.at), problems


def _line(sheet: Sheet, row: Row, year: int | None, problems: list[Problem]) -> Any:
    """One line, or None when its code is missing; cells that cannot be read are left out."""
    values = _values(sheet, row, year, problems)
    if not row.code:
        problems.append(Problem(row.at, "mã", "dòng không có mã", "ghi mã của dòng"))
        return None
    stated = {
        key.removeprefix("target."): values.pop(key) for key in list(values) if key.startswith("target.")
    }
    if "evaluation" in stated:
        values["target"] = targets.target_of(stated)
    elif stated and sheet.part == "indicators" and "name" not in row.cells:
        values["amends"] = tuple(stated.items())
    elif stated or (sheet.part == "indicators" and "name" in values):
        heading = sheet.column("target.evaluation").heading
        if heading not in {problem.column for problem in problems if problem.place == row.at}:
            problems.append(Problem(row.at, heading, "chưa nói cách đánh giá", EVALUATION.remedy))
    if isinstance(values.get("value"), str) and sheet.part == "known":
        values["state"] = values.pop("value")
    return LINES[sheet.part](**values, at=row.at)


def _values(sheet: Sheet, row: Row, year: int | None, problems: list[Problem]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in sheet.columns:
        if (cell := row.cells.get(column.key)) is None:
            continue
        try:
            value = column.kind.read(cell.text.strip(), year)
            _check_length(column, value)
            values[column.key] = value
        except CellError as error:
            problems.append(Problem(cell.at, column.heading, error.what, error.todo))
    return values


def _check_length(column: Column, value: Any) -> None:
    texts = value if isinstance(value, tuple) else (value,)
    if any(isinstance(text, str) and len(text) > column.longest for text in texts):
        raise CellError("dài quá", f"viết không quá {column.longest} ký tự")


def shown(sheet: Sheet, line: Any) -> dict[str, str]:
    """The cells of a line by column key: what `document_of` reads back as the same line."""
    said = targets.cells_of(line.target) if getattr(line, "target", None) else {}
    texts = {}
    for column in sheet.columns:
        value = _value_of(line, said, column)
        if value is not None or (column.key == "target.lower_better" and "lower_better" in said):
            texts[column.key] = column.kind.show(value)
    return texts


def _value_of(line: Any, said: Mapping[str, Any], column: Column) -> Any:
    if column.key.startswith("target."):
        return said.get(column.key.removeprefix("target."))
    if column.key == "value":
        return line.state if line.state is not None else line.value
    return getattr(line, column.key)
