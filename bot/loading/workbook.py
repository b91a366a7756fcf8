"""A plan document in Excel: the rows of its sheets, every cell as the text that an officer would write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from bot.loading import sheets
from bot.loading.cells import FLAG, Day, Hour, Number, folded
from bot.loading.columns import Sheet
from bot.loading.document import Place, Problem
from bot.loading.sheets import SAMPLE_CODE
from bot.loading.tables import Cell, Row, Tables, row_of, unknown_heading

ALIKE = 3
"""A sheet of another name that has so many of a sheet's headings is that sheet."""


def read_tables(path: Path) -> Tables:
    """The rows of a workbook; the template's sample rows and sheets with other names are left out."""
    tables = Tables(Row(Place(path.name, sheets.PLAN.title, 0), {}))
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError):
        problem = Problem(
            Place(path.name, "", 0), "", "không mở được tệp Excel", "lưu lại bằng Excel, dạng .xlsx"
        )
        tables.problems.append(problem)
        return tables
    titles = {folded(title): title for title in book.sheetnames}
    for sheet in (sheets.PLAN, *sheets.SHEETS):
        title = titles.get(folded(sheet.title))
        if title is None:
            continue
        rows = list(book[title].iter_rows())
        if sheet is sheets.PLAN:
            tables.plan = _plan(path.name, rows, tables.problems)
        else:
            tables.rows[sheet.part] = list(_rows(path.name, sheet, rows, tables.problems))
    missing = [one for one in sheets.SHEETS if folded(one.title) not in titles]
    wanted = {folded(one.title) for one in (sheets.PLAN, *sheets.SHEETS)}
    foreign = [title for key, title in titles.items() if key not in wanted]
    tables.problems += [
        Problem(Place(path.name, title, 0), "", "không có trang này", f"đổi tên trang thành “{meant.title}”")
        for title in foreign
        if (meant := _meant(book[title], missing)) is not None
    ]
    return tables


def _meant(table: Any, missing: Sequence[Sheet]) -> Sheet | None:
    """The sheet that is not there, and whose headings one of another name has: it was given a new name."""
    first = next(iter(table.iter_rows(max_row=1)), ())
    headings = {folded(text_of(cell)) for cell in first} - {""}
    known = [len(headings & {folded(column.heading) for column in one.columns}) for one in missing]
    most = max(known, default=0)
    return missing[known.index(most)] if most >= ALIKE and most * 2 > len(headings) else None


def _plan(file: str, rows: Sequence[Sequence[Any]], problems: list[Problem]) -> Row:
    """The sheet Kế hoạch: headings in the first column, values in the second."""
    sheet = sheets.PLAN
    wanted = {folded(column.heading) for column in sheet.columns}
    named = [
        (text_of(row[0]), Cell(text_of(row[1]), Place(file, sheet.title, row[0].row)))
        for row in rows
        if len(row) > 1 and folded(text_of(row[0])) in wanted
    ]
    return row_of(sheet, Place(file, sheet.title, 0), named, problems)


def _rows(file: str, sheet: Sheet, rows: Sequence[Sequence[Any]], problems: list[Problem]) -> Iterator[Row]:
    """Every row below the headings that has something in it."""
    if not rows:
        return
    headings = [text_of(cell) for cell in rows[0]]
    known = {folded(column.heading) for column in sheet.columns}
    foreign = [heading for heading in headings if heading and folded(heading) not in known]
    if len(rows) > 1 and foreign and len(foreign) == len([one for one in headings if one]):
        todo = "xóa các dòng ở trên dòng tên cột"
        problems.append(Problem(Place(file, sheet.title, 1), "", "dòng 1 không phải là tên cột", todo))
        return
    problems.extend(unknown_heading(sheet, Place(file, sheet.title, 1), heading) for heading in foreign)
    for cells in rows[1:]:
        at = Place(file, sheet.title, cells[0].row)
        named = [
            (heading, Cell(text_of(cell), at))
            for heading, cell in zip(headings, cells, strict=True)
            if text_of(cell).strip() and folded(heading) in known
        ]
        row = row_of(sheet, at, named, problems)
        if named and folded(row.code) != folded(SAMPLE_CODE):
            yield row


def text_of(cell: Any) -> str:
    """A cell as text. A number is exact as it was typed; 99,7 % that Excel keeps as 0.997 is 99,7 again."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return FLAG.show(value)
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        is_percent = "%" in (cell.number_format or "")
        return f"{Number().show(number * 100)}%" if is_percent else Number().show(number)
    if isinstance(value, datetime | date):
        return Day().show(value)
    return Hour().show(value) if isinstance(value, time) else str(value)
