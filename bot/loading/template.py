"""The workbook that officers fill in: empty with a sample row, or holding a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from bot.loading import sheets
from bot.loading.cells import Choice, Choices, Day, Figure, Number
from bot.loading.columns import Column, Sheet
from bot.loading.document import PlanDocument
from bot.loading.records import Records
from bot.loading.tables import shown

LAST_ROW = 999
"""Down to where drop-downs are offered (counted from 0)."""
GUIDE = (
    "Cách điền",
    "1. Trang Kế hoạch: điền bốn dòng ở trên.",
    "2. Các trang Đơn vị, Cán bộ, Lĩnh vực: mỗi dòng một mã ngắn, không dấu, không trùng.",
    "3. Các trang Chỉ tiêu, Nhiệm vụ: mỗi dòng một đầu việc; cột Phụ trách chọn mã cán bộ trong danh sách.",
    "4. Trang Số đã có: số đã có đến hôm nay, kết quả năm trước, số đầu kỳ.",
    "5. Để trống những gì chưa biết: chưa có người phụ trách, chưa có số giao, chưa có hạn đều nạp được.",
    "Dòng có mã “ví dụ” là dòng mẫu, không được nạp. Rê chuột vào tên cột để đọc cách ghi.",
    "Các cột ít dùng ở bên phải được gấp lại: bấm dấu + phía trên bảng để mở.",
)


class Styles:
    """The few formats of the workbook."""

    def __init__(self, book: Workbook) -> None:
        self.head = book.add_format(
            {"bold": True, "bg_color": "#DDE8F5", "border": 1, "text_wrap": True, "valign": "vcenter"}
        )
        self.text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.number = book.add_format({"valign": "top", "num_format": "General"})
        self.whole = book.add_format({"valign": "top", "num_format": "#,##0"})
        self.day = book.add_format({"valign": "top", "num_format": "dd/mm/yyyy"})
        self.sample = book.add_format(
            {"italic": True, "font_color": "#808080", "text_wrap": True, "valign": "top", "num_format": "@"}
        )
        self.bold = book.add_format({"bold": True})


def write_template(path: Path) -> None:
    """An empty workbook: headings with notes, drop-downs, one sample row on each sheet."""
    _write(PlanDocument(), path, with_samples=True)


def write_workbook(document: PlanDocument, path: Path, records: Sequence[Records] = ()) -> None:
    """A workbook that reads back as `document`; `records` are further sheets, which loading leaves alone."""
    _write(document, path, with_samples=False, records=records)


def _write(
    document: PlanDocument, path: Path, *, with_samples: bool, records: Sequence[Records] = ()
) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        styles = Styles(book)
        _write_plan(book.add_worksheet(sheets.PLAN.title), document, styles)
        for sheet in sheets.SHEETS:
            page = book.add_worksheet(sheet.title)
            _write_head(page, sheet, styles, fold_rare=with_samples)
            _offer_choices(page, sheet)
            if with_samples:
                _write_sample(page, sheet, styles)
            for number, line in enumerate(getattr(document, sheet.part), start=1):
                _write_line(page, number, sheet, line, styles)
        for one in records:
            _write_records(book.add_worksheet(one.title), one, styles)


def _write_records(page: Worksheet, records: Records, styles: Styles) -> None:
    """Text is always written as text: what people wrote is no formula, whatever it begins with."""
    page.freeze_panes(1, 0)
    for place, (heading, width) in enumerate(records.columns):
        page.set_column(place, place, width)
        page.write_string(0, place, heading, styles.head)
    for number, row in enumerate(records.rows, start=1):
        for place, value in enumerate(row):
            exact = _exact(Number().show(Decimal(value))) if isinstance(value, Decimal | int) else None
            if exact is not None:
                page.write_number(number, place, exact, _number_style(exact, styles))
            elif value is not None:
                page.write_string(number, place, str(value), styles.text)


def _write_plan(page: Worksheet, document: PlanDocument, styles: Styles) -> None:
    page.set_column(0, 0, 18)
    page.set_column(1, 1, 90)
    for number, column in enumerate(sheets.PLAN.columns):
        page.write_string(number, 0, _title(column), styles.head)
        value = getattr(document, column.key)
        page.write_string(number, 1, column.kind.show(value) if value is not None else "", styles.text)
        if column.note:
            page.write_comment(number, 0, column.note)
    for number, sentence in enumerate(GUIDE, start=len(sheets.PLAN.columns) + 1):
        page.write_string(number, 0, sentence, styles.bold if sentence == GUIDE[0] else None)


def _write_head(page: Worksheet, sheet: Sheet, styles: Styles, *, fold_rare: bool) -> None:
    page.freeze_panes(1, 1)
    page.set_row(0, 32)
    for number, column in enumerate(sheet.columns):
        page.write_string(0, number, _title(column), styles.head)
        if column.note:
            page.write_comment(0, number, column.note, {"x_scale": 1.6})
        options = {"level": 1, "hidden": fold_rare} if column.rare else {}
        page.set_column(number, number, column.width, None, options)
    if fold_rare and any(column.rare for column in sheet.columns):
        page.set_column(len(sheet.columns), len(sheet.columns), None, None, {"collapsed": True})
    page.autofilter(0, 0, LAST_ROW, len(sheet.columns) - 1)


def _title(column: Column) -> str:
    return column.heading[0].upper() + column.heading[1:]


def _offer_choices(page: Worksheet, sheet: Sheet) -> None:
    for number, column in enumerate(sheet.columns):
        source = _choices(column)
        if source is None:
            continue
        strict = isinstance(column.kind, Choice) and not column.kind.open
        page.data_validation(
            1,
            number,
            LAST_ROW,
            number,
            {
                "validate": "list",
                "source": source,
                "error_type": "stop" if strict else "information",
                "error_title": _title(column),
                "error_message": "Chọn trong danh sách, hoặc để trống."
                if strict
                else "Không có trong danh sách.",
            },
        )


def _choices(column: Column) -> str | Sequence[str] | None:
    """What a drop-down offers: the words of a choice, or the codes of another sheet."""
    if isinstance(column.kind, Choice):
        return column.kind.shown
    if isinstance(column.kind, Choices):
        return column.kind.choice.shown
    if column.lists:
        title = next(sheet.title for sheet in sheets.SHEETS if sheet.part == column.lists)
        return f"='{title}'!$A$2:$A${LAST_ROW + 1}"
    return None


def _write_sample(page: Worksheet, sheet: Sheet, styles: Styles) -> None:
    sample = dict(sheet.sample)
    for number, column in enumerate(sheet.columns):
        if column.heading in sample:
            page.write_string(1, number, sample[column.heading], styles.sample)


def _write_line(page: Worksheet, row: int, sheet: Sheet, line: Any, styles: Styles) -> None:
    texts = shown(sheet, line)
    for number, column in enumerate(sheet.columns):
        if column.key in texts:
            _write_cell(page, row, number, column, texts[column.key], styles)


def _write_cell(page: Worksheet, row: int, number: int, column: Column, text: str, styles: Styles) -> None:
    """Numbers and dates as Excel's own where that loses nothing; everything else as text."""
    if isinstance(column.kind, Day):
        page.write_datetime(row, number, _day(text), styles.day)
    elif isinstance(column.kind, Number | Figure) and (exact := _exact(text)) is not None:
        page.write_number(row, number, exact, _number_style(exact, styles))
    else:
        page.write_string(row, number, text, styles.text)


def _day(text: str) -> date:
    return Day().read(text, None)


def _exact(text: str) -> float | None:
    """A number as a float that prints the same; None for words, and for what a float cannot hold."""
    if not re.fullmatch(r"-?\d+(?:,\d+)?", text):
        return None
    value = Decimal(text.replace(",", "."))
    return float(value) if Decimal(repr(float(value))) == value else None


def _number_style(value: float, styles: Styles) -> Format:
    return styles.whole if value == int(value) and abs(value) >= 1000 else styles.number
