"""Problems: every one at once, each with its sheet, row and column, and what to do."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from bot.loading.document import PlanDocument, Problem
from bot.loading.exporting import document_of
from bot.loading.reading import read_documents
from bot.loading.template import write_workbook
from db.models import Person, Plan, Ward
from db.session import Sessions
from tests.loading.plans import SMALL, load, read, small


def problems_of(tmp_path: Path, text: str) -> list[Problem]:
    path = tmp_path / "kehoach.yaml"
    path.write_text(text, encoding="utf-8")
    return read_documents([path])[1]


def test_every_problem_of_a_file_is_named_at_once_with_its_line(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        """
kế hoạch: {mã phường: x, năm: 26, tên kế hoạch: Kế hoạch}
cán bộ:
  - {mã: minh, họ tên: Minh, vai trò: sếp}
  - {mã: minh, họ tên: Minh khác}
  - {họ tên: Không Mã}
chỉ tiêu:
  - mã: CT01
    tên: BHYT
    đánh giá: theo mức
    mức giao: 1.049
    kì báo cáo: tháng
nhiệm vụ:
  - {mã: NV-001, tên: Họp, hạn: 31/2/2026}
phụ lục: []
""",
    )
    spots = {(problem.place.sheet, problem.place.row, problem.column) for problem in found}
    assert spots >= {
        ("Kế hoạch", 2, "năm"),
        ("Cán bộ", 4, "vai trò"),
        ("Cán bộ", 5, "mã"),
        ("Cán bộ", 6, "mã"),
        ("Chỉ tiêu", 11, "mức giao"),
        ("Chỉ tiêu", 12, "kì báo cáo"),
        ("Nhiệm vụ", 14, "hạn"),
        ("phụ lục", 15, ""),
    }
    wrong_key = next(problem for problem in found if problem.column == "kì báo cáo")
    assert str(wrong_key) == (
        "kehoach.yaml · Chỉ tiêu · dòng 12 · cột “kì báo cáo”: không có cột này → sửa thành “kỳ báo cáo”"
    )


def test_problems_stand_in_the_order_of_the_file_one_for_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "kehoach.xlsx"
    write_workbook(small(tmp_path), path)
    book = openpyxl.load_workbook(path)
    book["Kế hoạch"]["B3"] = "năm 2026"
    book["Chỉ tiêu"]["A3"] = "CT01"
    known = book["Số đã có"]
    known.cell(2, [cell.value for cell in known[1]].index("Đến ngày") + 1, "10/31/2026")
    book.save(path)
    assert [(problem.place.sheet, problem.column) for problem in read_documents([path])[1]] == [
        ("Kế hoạch", "năm"),
        ("Chỉ tiêu", "mã"),
        ("Số đã có", "đến ngày"),
    ]


def test_a_workbook_names_the_row_and_the_column(tmp_path: Path) -> None:
    path = tmp_path / "kehoach.xlsx"
    write_workbook(small(tmp_path), path)
    book = openpyxl.load_workbook(path)
    sheet = book["Chỉ tiêu"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(3, headings.index("Kỳ báo cáo") + 1, "thỉnh thoảng")
    sheet.cell(2, headings.index("Mức giao") + 1, "hai trăm")
    book.save(path)
    document, found = read_documents([path])
    assert [str(problem).split(":")[0] for problem in found] == [
        "kehoach.xlsx · Chỉ tiêu · dòng 2 · cột “mức giao”",
        "kehoach.xlsx · Chỉ tiêu · dòng 3 · cột “kỳ báo cáo”",
    ]
    assert len(document.indicators) == 2


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("đơn vị: vhxh", "đơn vị: vhxx", "đơn vị"),
        ("phụ trách: minh,\n", "phụ trách: minhh,\n", "phụ trách"),
        ("lĩnh vực: bao_hiem, phụ", "lĩnh vực: bao_hien, phụ", "lĩnh vực"),
        ("{mã: CT02,", "{mã: CT02, thuộc: CT0l,", "thuộc"),
        ("{mã: CT01, số đã có", "{mã: CT1, số đã có", "mã"),
        ("{mã: CT02,", "{mã: CT02, cách tính kỳ: tuần trăng,", "cách tính kỳ"),
        ("{mã: CT02,", "{mã: CT02, hạn nộp: thứ Sáu,", "hạn nộp"),
        ("{mã: CT02,", "{mã: CT02, cách tính kỳ: năm học, kỳ báo cáo: quý,", "kỳ báo cáo"),
    ],
)
def test_a_code_that_points_nowhere_is_refused_with_the_nearest_one(
    tmp_path: Path, sqlite_sessions: Sessions, old: str, new: str, column: str
) -> None:
    document = small(tmp_path, (old, new))
    with sqlite_sessions.begin() as session:
        changes = load(session, document)
        assert [problem.column for problem in changes.problems] == [column]
        assert changes.problems[0].place.row > 0
        assert not changes.changes
        assert session.query(Ward).all() == []


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("đánh giá: theo mức, ", "", "đánh giá"),
        ("đơn vị tính: '%'", "đơn vị tính: triệu đồng", "đơn vị tính"),
        ("so sánh: từ, mức giao: 269", "so sánh: trong khoảng, từ mức: 5", "từ mức"),
        ("{mã: CT02,", "{mã: CT02, thuộc: CT02,", "thuộc"),
        ("mã: NV-002", "mã: CT01", "mã"),
        ("mã: NV-002", "mã: NV 002", "mã"),
        (", đến ngày: 14/10/2026", "", "đến ngày"),
        ("{mã: CT02,", "{mã: CT02, định danh: a}\n  - {mã: CT03, tên: X, định danh: a,", "định danh"),
        ("tên: Phòng Văn hóa - Xã hội", f"tên: {'x' * 300}", "tên"),
    ],
)
def test_what_a_line_contradicts_in_itself_is_refused(
    tmp_path: Path, old: str, new: str, column: str
) -> None:
    assert old in SMALL
    found = problems_of(tmp_path, SMALL.replace(old, new))
    assert column in {problem.column for problem in found}


def test_a_line_without_a_name_amends_only_what_is_there(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    document = small(tmp_path, ("{mã: NV-002, tên: Tuyên truyền bảo hiểm}", "{mã: NV-002, phụ trách: lan}"))
    with sqlite_sessions.begin() as session:
        assert [problem.column for problem in load(session, document).problems] == ["tên"]


def test_people_without_a_plan_are_loaded_but_assignments_need_it(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    people = "cán bộ:\n  - {mã: minh, họ tên: Trần Minh}\n"
    with sqlite_sessions.begin() as session:
        assert not load(session, read(tmp_path, people)).problems
        assigned = read(tmp_path, people + "nhiệm vụ:\n  - {mã: NV-001, phụ trách: minh}\n")
        assert [problem.column for problem in load(session, assigned).problems] == ["tên kế hoạch"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", b""),
        ("a.xlsx", b"not a zip"),
        ("a.yaml", b"a: [1"),
        ("a.yaml", b"\xff\xfe"),
        ("b.yaml", None),
    ],
)
def test_a_file_that_cannot_be_opened_is_a_problem_not_a_crash(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert len(read_documents([path])[1]) == 1


def test_shared_names_are_a_warning_and_the_bot_asks(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    document = small(tmp_path, ("tên ngắn: BHYT", "tên ngắn: BHYT, tên khác: bhxh"))
    with sqlite_sessions.begin() as session:
        warnings = load(session, document).warnings
        assert any("CT01, CT02" in warning for warning in warnings)


def without_minh(tmp_path: Path, *replaced: tuple[str, str]) -> PlanDocument:
    """The small plan, its full list of people without Minh."""
    line = "  - {mã: minh, họ tên: Trần Minh, xưng hô: anh, đơn vị: vhxh, vai trò: cán bộ}\n"
    return small(tmp_path, (line, ""), *replaced)


def test_who_leaves_with_a_file_cannot_be_in_charge_in_the_same_file(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path))
        found = load(session, without_minh(tmp_path)).problems
        assert [(problem.place.sheet, problem.column) for problem in found] == [
            ("Chỉ tiêu", "phụ trách"),
            ("Nhiệm vụ", "phụ trách"),
        ]
        assert found[0].what == "mã “minh” (Trần Minh) không còn trong danh sách Cán bộ"


def test_who_has_left_cannot_be_given_anything_by_a_later_file(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    blank = (("phụ trách: minh,\n", "\n"), ("phụ trách: minh, hạn", "hạn"))
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path))
        changes = load(session, without_minh(tmp_path, *blank))
        assert not changes.problems
        assert changes.lacks_owner == ["CT01", "CT02", "NV-001", "NV-002"]
        later = read(tmp_path, "nhiệm vụ:\n  - {mã: NV-001, người duyệt: minh}\n")
        assert [problem.column for problem in load(session, later).problems] == ["người duyệt"]


def test_a_field_whose_leader_has_left_is_told(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    led = ("tên: Bảo hiểm}", "tên: Bảo hiểm, lãnh đạo: sau}")
    with sqlite_sessions.begin() as session:
        sau = "  - {mã: lan, họ tên: Lê Lan, xưng hô: chị, vai trò: văn phòng}\n"
        load(session, small(tmp_path, led, (sau, sau + "  - {mã: sau, họ tên: Võ Sáu, vai trò: lãnh đạo}\n")))
        changes = load(session, small(tmp_path))
        assert any("lĩnh vực Bảo hiểm: lãnh đạo" in warning for warning in changes.warnings)


def test_a_code_like_that_of_somebody_else_is_told_with_the_name(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    with sqlite_sessions.begin() as session:
        (found,) = load(session, small(tmp_path, ("phụ trách: minh,\n", "phụ trách: minhh,\n"))).problems
        assert found.todo == "nếu là Trần Minh thì ghi “minh”; không thì thêm vào trang Cán bộ"


@pytest.mark.parametrize("written", ["Trần Minh", "MINH", "trần  minh"])
def test_a_name_in_the_place_of_a_code_is_told_the_code(
    tmp_path: Path, sqlite_sessions: Sessions, written: str
) -> None:
    with sqlite_sessions.begin() as session:
        named = ("phụ trách: minh,\n", f"phụ trách: {written},\n")
        (found,) = load(session, small(tmp_path, named)).problems
        assert found.todo == "nếu là Trần Minh thì ghi “minh”; không thì thêm vào trang Cán bộ"


def test_what_is_exported_after_somebody_left_can_be_loaded_again(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    path = tmp_path / "ra.xlsx"
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path))
        session.scalars(select(Person).where(Person.code == "minh")).one().active = False
        ward, plan = session.scalars(select(Ward)).one(), session.scalars(select(Plan)).one()
        write_workbook(document_of(session, ward, plan), path)
        document, problems = read_documents([path])
        assert not problems
        changes = load(session, document)
        assert (changes.problems, changes.changes) == ([], [])
        session.rollback()
    with sqlite_sessions.begin() as empty:
        assert load(empty, document).problems == []


def test_a_field_of_security_under_another_code_is_told(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    named = ("tên: Bảo hiểm}", "tên: 'An ninh, trật tự'}")
    with sqlite_sessions.begin() as session:
        assert not any("closed_fields" in one for one in load(session, small(tmp_path)).warnings)
        warnings = load(session, small(tmp_path, named)).warnings
        assert any("mã “bao_hiem” không thuộc closed_fields" in one for one in warnings)


def test_a_line_with_parts_has_no_number_of_its_own(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        """
kế hoạch: {mã phường: x, năm: 2026, tên kế hoạch: Kế hoạch}
chỉ tiêu:
  - {mã: CT08, tên: Việc làm mới, đánh giá: cộng dồn, so sánh: từ, mức giao: 172, đơn vị tính: lao động}
  - {mã: CT08a, thuộc: CT08, tên: XKLĐ, đánh giá: cộng dồn, so sánh: từ, mức giao: 5, đơn vị tính: lao động}
""",
    )
    assert [(problem.place.row, problem.column) for problem in found] == [(4, "đánh giá")]
    assert "CT08 có phần (CT08a)" in str(found[0])
    assert "ghi CT08 là “gộp”" in str(found[0])


def test_a_comma_without_quotes_is_named_with_its_remedy(tmp_path: Path) -> None:
    path = tmp_path / "kehoach.yaml"
    path.write_text(
        "chỉ tiêu:\n"
        "  - {mã: CT01, tên: BHYT, đánh giá: theo mức, so sánh: từ, mức giao: 97,5, đơn vị tính: '%'}\n"
        "  - {mã: CT02, tên: Thu gom, xử lý rác, so sánh: từ, mức giao: 90, đơn vị tính: '%'}\n",
        encoding="utf-8",
    )
    found = [str(one) for one in read_documents([path])[1] if one.place.row > 1]
    at = "kehoach.yaml · Chỉ tiêu · dòng"
    assert found[:2] == [
        f'{at} 2 · cột “mức giao”: số có dấu phẩy chưa đặt trong dấu nháy → viết: mức giao: "97,5"',
        f'{at} 3 · cột “tên”: ô có dấu phẩy chưa đặt trong dấu nháy → viết: tên: "Thu gom, xử lý rác"',
    ]
    lacking, remedy = found[2].split(" → ")
    assert lacking == f"{at} 3 · cột “đánh giá”: chưa nói cách đánh giá"
    assert remedy.startswith("chọn một trong: cộng dồn; chỉ đếm; theo mức; ")
