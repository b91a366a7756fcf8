"""The Excel file of a summary says what the words say; its numbers are numbers."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from db.models import Outbox
from db.session import Sessions
from tests.driver import Stage, parse
from tests.handlers.desk import stage

WORDS = re.compile(r"^(Chỉ tiêu|Nhiệm vụ): (\d+) – (.*)\.$", re.MULTILINE)


def summary(played: Stage, words: str) -> tuple[str, dict[str, list[dict[str, Any]]]]:
    """What /tonghop says, and the rows of its file by sheet, each by its headings."""
    ((_, said),) = played.say("Lan", words)
    with played.sessions() as session:
        path = session.scalars(select(Outbox.document).order_by(Outbox.id.desc())).first()
    assert path is not None
    book = load_workbook(path)
    sheets = {}
    for sheet in book.worksheets:
        headings, *lines = list(sheet.iter_rows(min_row=3, values_only=True))
        sheets[sheet.title] = [dict(zip(map(str, headings), line, strict=True)) for line in lines]
    return said, sheets


def counts_said(said: str) -> dict[str, dict[str, int]]:
    """ "nguy cơ 04, đạt 02" of each line of totals, as numbers."""
    found = {}
    for name, total, classes in WORDS.findall(said):
        parts = [part.rsplit(" ", 1) for part in classes.split(", ")]
        found[name] = {what: int(number) for what, number in parts}
        assert sum(found[name].values()) == int(total)
    return found


@pytest.fixture
def played(sqlite_sessions: Sessions, tmp_path: Path) -> Stage:
    made = stage(sqlite_sessions, tmp_path)
    made.say("Minh", "bhyt 99,8")
    made.say("Lan", "/nhapthay Minh bhxh 201")
    made.say("Lan", "NV-024 xong")
    return made


@pytest.mark.parametrize("words", ["/tonghop", "/tonghop tuần", "/tonghop tháng 10", "/tonghop quý 3"])
def test_classes_in_the_file_are_those_of_the_words(played: Stage, words: str) -> None:
    said, sheets = summary(played, words)
    lines = Counter(row["Đánh giá"] for row in sheets["Chỉ tiêu"] if re.fullmatch(r"CT\d\d", row["Mã"]))
    tasks = Counter(row["Tình trạng"] for row in sheets["Nhiệm vụ"])
    assert counts_said(said) == {"Chỉ tiêu": dict(lines), "Nhiệm vụ": dict(tasks)}


def test_the_file_has_every_item_of_the_plan(played: Stage) -> None:
    _said, sheets = summary(played, "/tonghop")
    assert len(sheets["Nhiệm vụ"]) == 34
    assert {"CT04", "CT04a", "CT06a", "CT06a1", "CT11c"} <= {row["Mã"] for row in sheets["Chỉ tiêu"]}


def test_figures_are_numbers_that_one_can_calculate_with(played: Stage) -> None:
    _said, sheets = summary(played, "/tonghop")
    rows = {row["Mã"]: row for row in sheets["Chỉ tiêu"]}
    assert rows["CT07a"]["Thực hiện"] == pytest.approx(99.8)
    assert rows["CT07b"]["Thực hiện"] == 201
    assert rows["CT07b"]["So với kế hoạch (%)"] == pytest.approx(74.72)
    assert rows["CT01"]["Thực hiện"] == 6_420_000_000
    assert rows["CT04a"]["Thực hiện"] is None


def test_whole_numbers_are_shown_whole_and_others_with_their_decimals(played: Stage) -> None:
    summary(played, "/tonghop")
    with played.sessions() as session:
        path = session.scalars(select(Outbox.document).order_by(Outbox.id.desc())).first()
    assert path is not None
    formats = {
        (isinstance(cell.value, int) or cell.value.is_integer(), cell.number_format)
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows(min_row=4)
        for cell in row
        if isinstance(cell.value, int | float)
    }
    assert formats == {(True, "#,##0"), (False, "#,##0.0###")}


def test_every_figure_says_who_gave_it_and_for_which_day(played: Stage) -> None:
    _said, sheets = summary(played, "/tonghop")
    rows = {row["Mã"]: row for row in (*sheets["Chỉ tiêu"], *sheets["Nhiệm vụ"])}
    named = ("Phụ trách", "Người gửi", "Gửi lúc")
    assert [rows["CT07b"][name] for name in named] == [
        *("anh Minh", "chị Lan nhập thay anh Minh", "0 giờ 00, 16/11/2026")
    ]
    assert rows["CT07b"]["Đến ngày"] == "14/11/2026"
    assert [rows["CT07a"][name] for name in named[1:]] == ["anh Minh", "0 giờ 00, 16/11/2026"]
    assert rows["CT01"]["Người gửi"] == "số nhập cùng kế hoạch"
    assert [rows["NV-024"][name] for name in named[1:]] == ["chị Lan", "0 giờ 00, 16/11/2026"]


def test_the_plan_is_a_number_beside_its_words_with_field_and_unit(played: Stage) -> None:
    _said, sheets = summary(played, "/tonghop")
    rows = {row["Mã"]: row for row in (*sheets["Chỉ tiêu"], *sheets["Nhiệm vụ"])}
    found = {key: (rows[key]["Kế hoạch"], rows[key]["Mức giao (số)"]) for key in ("CT07b", "CT04e", "CT01")}
    assert found == {
        "CT07b": ("269 người", 269),
        "CT04e": ("không quá 11%", 11),
        "CT01": ("chưa có số giao", None),
    }
    assert rows["CT07b"]["Cơ quan chủ trì"] == "Phòng Văn hóa - Xã hội"
    assert all(rows[key]["Lĩnh vực"] for key in ("CT07b", "NV-020"))


def test_a_confirmed_objective_reason_stands_beside_the_item(played: Stage) -> None:
    _said, before = summary(played, "/tonghop")
    assert {row["Ghi chú"] for row in before["Nhiệm vụ"]} == {None}
    played.say("Hùng", "yêu cầu giải trình NV-004")
    played.say("Lan", "NV-004 do chờ hướng dẫn của Sở Nội vụ, nguyên nhân khách quan")
    played.say("Hùng", "giải trình NV-004 khách quan")
    _said, sheets = summary(played, "/tonghop")
    rows = {row["Mã"]: row["Ghi chú"] for row in sheets["Nhiệm vụ"]}
    assert rows["NV-004"] == "nguyên nhân khách quan (đã xác nhận)"


def test_a_past_period_keeps_its_own_figures(played: Stage) -> None:
    _said, sheets = summary(played, "/tonghop tháng 10")
    rows = {row["Mã"]: row for row in sheets["Chỉ tiêu"]}
    assert rows["CT07a"]["Thực hiện"] == pytest.approx(99.2)
    assert rows["CT07b"]["Thực hiện"] == 182


def test_the_file_names_the_day_by_which_the_ward_reports_upwards(played: Stage) -> None:
    said, _sheets = summary(played, "/tonghop")
    with played.sessions() as session:
        path = session.scalars(select(Outbox.document).order_by(Outbox.id.desc())).first()
    assert path is not None
    above = load_workbook(path)["Nhiệm vụ"]["A2"].value
    assert str(above).startswith("Hạn gửi cấp trên: ")
    assert str(above) in said


def test_what_a_month_brought_stands_beside_the_total(played: Stage) -> None:
    played.say("Lan", "/nhapthay Minh việc làm 145")
    _said, sheets = summary(played, "/tonghop")
    rows = {row["Mã"]: row for row in sheets["Chỉ tiêu"]}
    assert (rows["CT08a"]["Thực hiện trong kỳ"], rows["CT08a"]["Thực hiện"]) == (14, 145)
    assert rows["CT07a"]["Thực hiện trong kỳ"] == pytest.approx(99.8)
    assert rows["CT02"]["Thực hiện trong kỳ"] is None


def test_what_comes_back_shows_how_often_where_others_show_their_day(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    begun = Stage(sqlite_sessions, parse("@ người: Lan\n@ nhiệm vụ đủ\n[16/11/2026 12:00]\n"), tmp_path)
    _said, sheets = summary(begun, "/tonghop")
    rows = {row["Mã"]: row for row in sheets["Nhiệm vụ"]}
    assert (rows["NV-013"]["Hạn"], rows["NV-013"]["Tình trạng"]) == ("hằng tuần", "định kỳ")
