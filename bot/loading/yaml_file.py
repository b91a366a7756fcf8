"""A plan document in YAML: sections are the workbook's sheets, keys its headings; every value is text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.loading import sheets
from bot.loading.cells import folded
from bot.loading.columns import Sheet
from bot.loading.document import Place, Problem
from bot.loading.tables import Cell, Row, Tables, row_of

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The one written in C, ten times as fast, where PyYAML was built with it."""


def read_tables(path: Path) -> Tables:
    """The rows of a YAML file, with the line of each cell."""
    tables = Tables(Row(Place(path.name, sheets.PLAN.title, 0), {}))
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(path.name, "", mark.line + 1 if mark else 0)
        tables.problems.append(
            Problem(place, "", "tệp YAML viết sai", "xem lại dấu hai chấm và thụt đầu dòng")
        )
        return tables
    for heading, node in _pairs(root):
        _read_section(path.name, heading, node, tables)
    return tables


def _read_section(file: str, heading: yaml.Node, node: yaml.Node, tables: Tables) -> None:
    known = {folded(sheet.title): sheet for sheet in (sheets.PLAN, *sheets.SHEETS)}
    sheet = known.get(folded(_text(heading)))
    here = Place(file, _text(heading), _line(heading))
    if sheet is None:
        titles = ", ".join(one.title.lower() for one in known.values())
        tables.problems.append(Problem(here, "", "không có phần này", f"dùng một trong: {titles}"))
    elif sheet is sheets.PLAN and isinstance(node, yaml.MappingNode):
        tables.plan = _row(file, sheet, node, tables.problems)
    elif isinstance(node, yaml.SequenceNode) and all(isinstance(row, yaml.MappingNode) for row in node.value):
        tables.rows[sheet.part] = [_row(file, sheet, row, tables.problems) for row in node.value]
    elif _text(node):
        tables.problems.append(
            Problem(here, "", "phần này viết sai dạng", "viết như tệp mẫu trong config/plans")
        )


def _row(file: str, sheet: Sheet, node: yaml.Node, problems: list[Problem]) -> Row:
    at = Place(file, sheet.title, _line(node))
    pairs = _cells(file, sheet, node, problems)
    seen: set[str] = set()
    for heading, cell in pairs:
        if folded(heading) in seen:
            problems.append(Problem(cell.at, heading, "ghi hai lần trong một dòng", "bỏ bớt một"))
        seen.add(folded(heading))
    return row_of(sheet, at, pairs, problems)


def _cells(file: str, sheet: Sheet, node: yaml.Node, problems: list[Problem]) -> list[tuple[str, Cell]]:
    """Headings and cells. A comma without quotes cuts a cell of {…} in two: its end is no heading."""
    known = {folded(column.heading) for column in sheet.columns}
    found: list[tuple[str, Cell]] = []
    flow = isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
    for key, value in _pairs(node):
        heading, at = _text(key), Place(file, sheet.title, _line(key))
        cut = found and flow and not _text(value) and folded(heading) not in known
        if not cut:
            found.append((heading, Cell(_text(value), at)))
            continue
        before, cell = found[-1]
        whole = f"{cell.text},{heading}" if heading[:1].isdigit() else f"{cell.text}, {heading}"
        kind = "số có dấu phẩy" if heading[:1].isdigit() else "ô có dấu phẩy"
        problems.append(Problem(at, before, f"{kind} chưa đặt trong dấu nháy", f'viết: {before}: "{whole}"'))
        found[-1] = (before, Cell(whole, cell.at))
    return found


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _text(node: yaml.Node) -> str:
    """A scalar's text; a list's texts with ";" between them."""
    if isinstance(node, yaml.SequenceNode):
        return "; ".join(_text(part) for part in node.value)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
