"""The Excel file of a summary: the same figures as the words, one row an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.periods import Period
from db.ward_view import WardView
from handlers.situation.counts import Tallies
from handlers.situation.overview import Overview
from handlers.standings.comparing import Compared
from handlers.texts.situation import workbook as texts

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


def write_summary(
    path: Path,
    found: Overview,
    ward: WardView,
    period: Period,
    headings: Sequence[str],
    beside: Mapping[str, Compared],
    achieved: Mapping[str, Decimal],
    notes: Mapping[str, str],
    counted: Tallies | None = None,
) -> None:
    """Write the file of a period; numbers are numbers, so that the officer can go on calculating.

    `headings` are one line or two above each table; `achieved` is what the period brought, by key; `notes`
    are what was changed after it was closed; `counted` is for the clerk's file alone.
    """
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        indicators = [one for one in found.all.values() if not one.item.is_task and not one.item.share_of]
        shares = [one for one in found.all.values() if one.item.share_of]
        tasks = [one for one in found.all.values() if one.item.is_task]
        lines = [
            texts.indicator_row(
                one,
                ward,
                beside.get(one.item.key, Compared()),
                achieved.get(one.item.key),
                notes.get(one.item.key),
            )
            for one in indicators
        ]
        _sheet(book, texts.INDICATORS, headings, texts.INDICATOR_COLUMNS, lines)
        done = [texts.task_row(one, ward, notes.get(one.item.key)) for one in tasks]
        _sheet(book, texts.TASKS, headings, texts.TASK_COLUMNS, done)
        if shares:
            rows = [texts.share_row(one, ward, period) for one in shares]
            _sheet(book, texts.SHARES, headings, texts.SHARE_COLUMNS, rows)
        if counted is not None:
            heads = [texts.counts_heading(ward), *headings[1:]]
            _sheet(book, texts.COUNTS, heads, texts.COUNT_COLUMNS, texts.count_rows(counted, ward))


def _sheet(
    book: Workbook,
    name: str,
    headings: Sequence[str],
    columns: tuple[tuple[str, int], ...],
    rows: list[list[str | Decimal | int | None]],
) -> None:
    sheet = book.add_worksheet(name)
    styles = _styles(book)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for line, said in enumerate(headings):
        sheet.write(line, 0, said, styles["said" if line else "title"])
    for place, (heading, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write(2, place, heading, styles["heading"])
    for line, row in enumerate(rows, start=3):
        _write_row(sheet, line, row, styles)
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)


def _write_row(
    sheet: Worksheet, line: int, row: list[str | Decimal | int | None], styles: dict[str, Format]
) -> None:
    for place, value in enumerate(row):
        if value is None:
            sheet.write_blank(line, place, None, styles["text"])
        elif isinstance(value, str):
            sheet.write_string(line, place, value, styles["text"])
        else:
            # Excel keeps numbers as floats of 15 digits: enough for đồng up to the hundred thousand billions.
            style = "whole" if value == int(value) else "number"
            sheet.write_number(line, place, float(value), styles[style])


def _styles(book: Workbook) -> dict[str, Format]:
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    return {
        "title": book.add_format(base | {"bold": True, "font_size": 14}),
        "said": book.add_format(base),
        "heading": book.add_format(base | {"bold": True, "border": 1, "text_wrap": True, "align": "center"}),
        "text": book.add_format(base | {"border": 1, "text_wrap": True}),
        "whole": book.add_format(base | {"border": 1, "num_format": "#,##0"}),
        "number": book.add_format(base | {"border": 1, "num_format": "#,##0.0###"}),
    }
