"""The workbook: the same content as YAML, with drop-downs, and safe against what spreadsheets do."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.loading.document import PlanDocument
from bot.loading.reading import read_documents
from bot.loading.sheets import SHEETS
from bot.loading.template import write_template, write_workbook
from tests.loading.plans import COUNTS, shipped, small


@pytest.mark.parametrize("name", COUNTS)
def test_a_plan_written_to_a_workbook_is_read_back_the_same(tmp_path: Path, name: str) -> None:
    path = tmp_path / "kehoach.xlsx"
    write_workbook(shipped(name), path)
    assert read_documents([path]) == (shipped(name), [])


def test_the_template_is_empty_in_spite_of_its_sample_rows(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(path)
    assert read_documents([path]) == (PlanDocument(), [])
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Kế hoạch", *(sheet.title for sheet in SHEETS)]
    for sheet in SHEETS:
        page = book[sheet.title]
        assert page["A2"].value == "ví dụ"
        assert page.freeze_panes == "B2"


def test_a_sample_row_made_real_is_read_without_problems(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    for sheet in SHEETS:
        book[sheet.title]["A2"] = "CT01" if sheet.title in {"Chỉ tiêu", "Số đã có"} else "ma-moi"
    book.save(path)
    document, problems = read_documents([path])
    assert problems == []
    assert document.indicators[0].target is not None
    assert document.people[0].roles == ("official",)


def test_the_template_offers_choices(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(path)
    offered = _drop_downs(openpyxl.load_workbook(path)["Chỉ tiêu"])
    assert offered["Phụ trách"] == "'Cán bộ'!$A$2:$A$1000"
    assert "duy trì" in offered["Đánh giá"]
    assert "quý" in offered["Kỳ báo cáo"]
    assert "Vai trò" in _drop_downs(openpyxl.load_workbook(path)["Cán bộ"])


def _drop_downs(page: Any) -> dict[str, str]:
    headings = {cell.column_letter: cell.value for cell in page[1]}
    return {
        headings[str(rule.sqref).split(":")[0].rstrip("0123456789")]: rule.formula1
        for rule in page.data_validations.dataValidation
    }


def test_what_a_spreadsheet_does_to_cells_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "kehoach.xlsx"
    write_workbook(small(tmp_path), path)
    book = openpyxl.load_workbook(path)
    indicators, people, tasks = book["Chỉ tiêu"], book["Cán bộ"], book["Nhiệm vụ"]
    percent = _cell(indicators, 3, "Mức giao", 0.997)
    percent.number_format = "0.0%"
    _cell(indicators, 2, "Giờ nộp", time(15, 0))
    _cell(people, 2, "Điện thoại", 912345678)
    _cell(tasks, 2, "Hạn", datetime(2026, 4, 15))  # noqa: DTZ001 - Excel's dates know no time zone
    _cell(tasks, 2, "Trọng tâm", value=True)
    book.save(path)
    document, problems = read_documents([path])
    assert problems == []
    assert str(document.indicators[1].target and document.indicators[1].target.value) == "99.7"
    assert document.indicators[0].due_time == time(15, 0)
    assert document.people[0].phone == "0912345678"
    assert (str(document.tasks[0].due_on), document.tasks[0].focal) == ("2026-04-15", True)


def _cell(page: Any, row: int, heading: str, value: object) -> Any:
    number = [cell.value for cell in page[1]].index(heading) + 1
    return page.cell(row, number, value)


def test_a_column_that_nobody_asked_for_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "kehoach.xlsx"
    write_workbook(small(tmp_path), path)
    book = openpyxl.load_workbook(path)
    page = book["Cán bộ"]
    for row, text in enumerate(("Điện thoạj", "0912345678", "0912345679"), start=1):
        page.cell(row, 9, text)
    book.save(path)
    problems = read_documents([path])[1]
    assert [str(problem) for problem in problems] == [
        "kehoach.xlsx · Cán bộ · dòng 1 · cột “Điện thoạj”: không có cột này → sửa thành “điện thoại”"
    ]


def test_empty_rows_and_foreign_sheets_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "kehoach.xlsx"
    document = small(tmp_path)
    write_workbook(document, path)
    book = openpyxl.load_workbook(path)
    book["Cán bộ"].insert_rows(2, 3)
    book.create_sheet("Nháp của tôi")["A1"] = "gì đó"
    book.save(path)
    assert read_documents([path]) == (document, [])


def test_a_sheet_of_another_name_with_our_columns_is_named(tmp_path: Path) -> None:
    path = tmp_path / "kehoach.xlsx"
    write_workbook(small(tmp_path), path)
    book = openpyxl.load_workbook(path)
    book["Cán bộ"].title = "Danh sách cán bộ"
    book.save(path)
    assert [str(problem) for problem in read_documents([path])[1]] == [
        "kehoach.xlsx · Danh sách cán bộ: không có trang này → đổi tên trang thành “Cán bộ”"
    ]


def test_a_title_above_the_columns_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "kehoach.xlsx"
    write_workbook(small(tmp_path), path)
    book = openpyxl.load_workbook(path)
    book["Chỉ tiêu"].insert_rows(1)
    book["Chỉ tiêu"]["A1"] = "BIỂU CHỈ TIÊU NĂM 2026"
    book.save(path)
    (problem,) = read_documents([path])[1]
    assert problem.what == "dòng 1 không phải là tên cột"
