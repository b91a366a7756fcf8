"""Collected indicators in a plan file: the sheet Thu thập, loaded, loaded again, taken out, refused."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.ward import WardRules
from bot.loading.applying import apply
from bot.loading.document import PlanDocument
from bot.loading.exporting import document_of
from bot.loading.reading import read_documents
from bot.loading.template import write_workbook
from db.models import Item, Plan, Unit, Ward
from db.session import Sessions
from tests.loading.plans import NOW, PLANS, REGIMES

FILES = [PLANS / f"ngo-quyen{part}.yaml" for part in ("", ".people", ".tdp")]
RULES = WardRules("ngo-quyen", "Phường Ngô Quyền")
AMENDED = """
kế hoạch: {mã phường: ngo-quyen, năm: 2024}
thu thập:
"""


def shipped() -> PlanDocument:
    document, problems = read_documents(FILES)
    assert not problems
    return document


def load(session: Session, document: PlanDocument) -> list[str]:
    """What the loading changed, or what was wrong with it."""
    changes = apply(session, RULES, REGIMES, document, 2026, NOW)
    return [str(one) for one in changes.problems] or [f"{one.action} {one.code}" for one in changes.changes]


def shares(session: Session, key: str) -> dict[str, Item]:
    line = session.scalars(select(Item).where(Item.key == key)).one()
    rows = session.scalars(select(Item).where(Item.parent_id == line.id, Item.active).order_by(Item.key))
    return {row.key: row for row in rows}


def amending(tmp_path: Path, *lines: str) -> PlanDocument:
    path = tmp_path / "them.yaml"
    path.write_text(AMENDED + "\n".join(f"  - {{{line}}}" for line in lines), encoding="utf-8")
    document, problems = read_documents([path])
    assert not problems, [str(one) for one in problems]
    return document


def test_a_share_is_an_item_of_its_unit_and_of_who_reports(sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, shipped())
        found = shares(session, "CT12")
        assert list(found) == [f"CT12.{number}" for number in range(1, 7)]
        fifth = found["CT12.5"]
        assert fifth.owner is not None
        assert fifth.unit is not None
        assert (fifth.owner.name, fifth.unit.name) == ("Giáp Văn Hòa", "Tổ dân phố số 5")
        assert (fifth.frequency, fifth.listed) == ("month", False)
        assert {row.frequency for row in shares(session, "CT13").values()} == {"quarter"}
        units = session.scalars(select(Unit.code).where(Unit.confirms)).all()
        assert units == ["tdp6"]


def test_loading_again_changes_nothing(sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, shipped())
        assert load(session, shipped()) == []


def test_a_share_that_a_full_list_no_longer_has_is_stopped_and_comes_back(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    five = [f"mã: CT12, đơn vị: tdp{number}" for number in range(1, 6)]
    with sqlite_sessions.begin() as session:
        load(session, shipped())
        assert load(session, amending(tmp_path, *five)) == ["stop CT12.6"]
        assert list(shares(session, "CT12")) == [f"CT12.{number}" for number in range(1, 6)]
        assert len(shares(session, "CT13")) == 6, "the file says nothing of that one"
        assert "change CT12.6" in load(session, shipped())
        assert len(shares(session, "CT12")) == 6


def test_what_is_given_away_by_chat_stays_when_the_file_is_blank(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    six = [f"mã: CT12, đơn vị: tdp{number}, chỉ tiêu giao: 120" for number in range(1, 7)]
    with sqlite_sessions.begin() as session:
        load(session, shipped())
        load(session, amending(tmp_path, *six))
        assert all(row.owner_id for row in shares(session, "CT12").values())


@pytest.mark.parametrize(
    ("line", "heading", "what"),
    [
        ("mã: CT12, đơn vị: tdp9", "đơn vị", "không có mã “tdp9” ở trang Đơn vị"),
        ("mã: CT99, đơn vị: tdp1", "mã", "không có mã “CT99” ở trang Chỉ tiêu"),
        ("mã: CT12, đơn vị: tdp1, người báo cáo: ai", "người báo cáo", "không có mã “ai” ở trang Cán bộ"),
        ("mã: CT12", "đơn vị", "dòng không có đơn vị"),
        ("mã: CT07b, đơn vị: tdp1", "mã", "CT07b không phải là chỉ tiêu thu thập"),
        ("mã: CT12, đơn vị: tdp1, mẫu số: 120", "mẫu số", "chỉ tiêu cộng tổng không có mẫu số"),
        ("mã: CT13, đơn vị: tdp1, mẫu số: 120", "đơn vị tính", "mẫu số 120 không có đơn vị tính"),
        ("mã: CT13, đơn vị: tdp1, mẫu số: 0, đơn vị tính: hộ", "mẫu số", "mẫu số phải lớn hơn 0"),
        (
            "mã: CT13, đơn vị: tdp1, mẫu số: 120, đơn vị tính: hộ, chỉ tiêu giao: 121",
            "chỉ tiêu giao",
            "chỉ tiêu giao lớn hơn mẫu số",
        ),
    ],
)
def test_what_is_wrong_with_a_share_is_told_with_its_place(
    tmp_path: Path, sqlite_sessions: Sessions, line: str, heading: str, what: str
) -> None:
    with sqlite_sessions.begin() as session:
        load(session, shipped())
        said = load(session, amending(tmp_path, line))
        assert len(said) == 1
        assert said[0].startswith(f"them.yaml · Thu thập · dòng 4 · cột “{heading}”: {what} → ")


def test_two_lines_for_the_same_unit_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "them.yaml"
    path.write_text(AMENDED + "  - {mã: CT12, đơn vị: tdp1}\n" * 2, encoding="utf-8")
    _document, problems = read_documents([path])
    assert [one.what for one in problems] == ["mã “CT12 tdp1” đã có ở dòng 4"]


def test_an_exported_plan_has_its_shares_in_their_sheet(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, shipped())
        ward, plan = session.scalars(select(Ward)).one(), session.scalars(select(Plan)).one()
        out = document_of(session, ward, plan)
        assert [line.code for line in out.shares].count("CT12") == 6
        assert not [line.code for line in out.indicators if "." in line.code]
        fifth, sixth = (
            next(one for one in out.shares if one.code == "CT13" and one.unit == unit)
            for unit in ("tdp5", "tdp6")
        )
        assert (fifth.assigned, fifth.whole, fifth.counted) == (None, None, None)
        assert (sixth.assigned, sixth.whole, sixth.counted) == (Decimal(122), Decimal(124), "hộ")
        path = tmp_path / "ra.xlsx"
        write_workbook(out, path)
        again, problems = read_documents([path])
        assert problems == []
        assert load(session, again) == []
