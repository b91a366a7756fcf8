"""A ward takes all of its data out: a workbook that loads again, and every row as JSON."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select

import handlers
from bot.commands import export
from bot.commands.installation import Installation
from bot.commands.sample_ward import ACCOUNT, sample_office
from bot.domain.message import Address, Outgoing
from bot.loading import log_words
from bot.loading.applying import plan_changes
from bot.loading.reading import read_documents
from config.ward import EXAMPLE
from db import audit, contents, outbox, ward_rows
from db.models import (
    Audit,
    Figure,
    Handover,
    Inbox,
    Item,
    LateFigure,
    Leave,
    Obstacle,
    Person,
    Reopening,
    Ward,
)
from db.session import make_sessions, open_engine
from tests.commands.conftest import Say, make_installation  # noqa: F401 - a fixture
from tests.keeping.conftest import NOW

LOGGED = re.compile(r"""note\((?:\s*turn,\s*(?:\w+,\s*)*)?\s*"([a-z_.]+)",""")
FORMULAS = ["=1+1", "+84912345678", "-5", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1"]


@pytest.fixture
def installation(make_installation: Say, sqlite_url: str) -> Installation:  # noqa: F811
    return make_installation(DATABASE_URL=sqlite_url, WARD_FILE=str(EXAMPLE))


def take_out(installation: Installation, folder: Path) -> tuple[Path, Path]:
    """The workbook and the JSON lines of the only ward."""
    assert export.run(argparse.Namespace(ward=None, to=folder), installation) == 0
    return next(folder.glob("*.xlsx")), next(folder.glob("*.jsonl"))


def sheet(workbook: Path, title: str) -> list[dict[str, Any]]:
    page = openpyxl.load_workbook(workbook)[title]
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_workbook_loads_again_and_changes_nothing(installation: Installation, tmp_path: Path) -> None:
    workbook, _ = take_out(installation, tmp_path / "taken")
    document, problems = read_documents([workbook])
    assert problems == []
    assert (len(document.indicators), len(document.tasks), len(document.people)) == (40, 34, 16)
    office = sample_office()
    with installation.sessions() as session:
        changes = plan_changes(session, office.rules, office.regimes, document, None, NOW)
    assert changes.problems == []
    assert changes.changes == []


def test_a_figure_stands_there_with_who_and_when_and_its_correction(
    installation: Installation, tmp_path: Path
) -> None:
    workbook, _ = take_out(installation, tmp_path / "taken")
    first, second = [row for row in sheet(workbook, "Số liệu") if row["Người báo cáo"]]
    assert (first["Mã"], first["Kỳ"], first["Giá trị"]) == ("CT01", "2026-11", 201.5)
    assert first["Người báo cáo"] == "Bùi Đức Minh"
    assert first["Ghi lúc"] == "20/11/2026 02:00:00"
    assert (second["Giá trị"], second["Sửa dòng số"]) == (202, first["Dòng số"])
    assert sheet(workbook, "Tiến độ")[0]["Tình trạng"] == "đã xong"
    assert sheet(workbook, "Vướng mắc")[0]["Nội dung"] == "vướng kinh phí 😀"
    assert len(sheet(workbook, "Nhật ký")) > 100


def test_counts_by_person_and_month_hold_no_rating(installation: Installation, tmp_path: Path) -> None:
    workbook, _ = take_out(installation, tmp_path / "taken")
    (head, *rows) = openpyxl.load_workbook(workbook)["Theo cán bộ"].iter_rows(values_only=True)
    assert head == (
        "Đơn vị",
        "Họ tên",
        "Tháng",
        "Báo cáo đến hạn",
        "Gửi đúng hạn",
        "Gửi quá hạn",
        "Chưa gửi",
        "Nhiệm vụ xong đúng hạn",
        "Nhiệm vụ xong quá hạn",
        "Nhiệm vụ quá hạn, chưa xong",
        "Trong đó có nguyên nhân khách quan (đã xác nhận)",
        "Đề nghị gia hạn",
        "Được gia hạn",
    )
    assert rows
    for _unit, name, _month, due, *gone_or_missing in rows:
        assert due == sum(int(str(one)) for one in gone_or_missing[:3]), name


def test_counts_and_the_numbers_of_rows_are_numbers(installation: Installation, tmp_path: Path) -> None:
    workbook, _ = take_out(installation, tmp_path / "taken")
    assert isinstance(sheet(workbook, "Số liệu")[0]["Dòng số"], int)
    assert all(isinstance(row["Báo cáo đến hạn"], int) for row in sheet(workbook, "Theo cán bộ"))


def test_the_log_is_in_words(installation: Installation, tmp_path: Path) -> None:
    with installation.sessions.begin() as session:
        ward_id = session.scalars(select(Ward.id)).one()
        for action, subject, before, after in (
            ("progress", "NV-007", None, "in_progress"),
            ("figure", "CT07a", "99.2", "97.6"),
            ("directive_due", "NV-007", "2026-11-20", "2026-11-30"),
        ):
            audit.note(session, NOW, action, subject, ward_id=ward_id, before=before, after=after)
    workbook, _ = take_out(installation, tmp_path / "taken")
    log = [tuple(row.values())[2:] for row in sheet(workbook, "Nhật ký")]
    assert log[0][:2] == ("nạp: thêm", "Đơn vị 2026 van-phong")
    assert log[-3:] == [
        ("ghi tiến độ", "NV-007", None, "đang làm"),
        ("ghi số liệu", "CT07a", "99,2", "97,6"),
        ("chỉ đạo: đặt hạn", "NV-007", "20/11/2026", "30/11/2026"),
    ]


def test_every_action_that_the_program_logs_has_words() -> None:
    written = set()
    for path in Path(handlers.__file__).parent.rglob("*.py"):
        written |= set(LOGGED.findall(path.read_text(encoding="utf-8")))
    assert len(written) > 20
    assert written <= log_words.DONE.keys()


def test_what_is_no_longer_in_use_and_what_was_arranged_stand_in_sheets_of_their_own(
    installation: Installation, tmp_path: Path
) -> None:
    with installation.sessions.begin() as session:
        minh, lan = (
            session.scalars(select(Person).where(Person.code == code)).one() for code in ("minh", "lan")
        )
        item = session.scalars(select(Item).where(Item.key == "NV-007")).one()
        minh.active = item.active = False
        who = {"ward_id": minh.ward_id, "person_id": minh.id}
        on = {"at": NOW, "entered_by_id": lan.id}
        session.add(Leave(**who, **on, substitute_id=lan.id, first=NOW.date(), last=NOW.date()))
        session.add(
            Handover(
                ward_id=minh.ward_id, from_id=minh.id, to_id=lan.id, starts_on=NOW.date(), items=[item.id],
                asked_by_id=lan.id, at=NOW, state="done",
            )
        )  # fmt: skip
        session.add(
            Reopening(
                ward_id=minh.ward_id,
                period="2026-10",
                reason="thiếu số",
                opened_by_id=lan.id,
                at=NOW,
                until=NOW,
            )
        )
        session.add(
            LateFigure(
                **who, **on, item_id=item.id, period="2026-10", as_of=NOW.date(), spec={"value": "209.5"},
                reason="nhầm",
            )
        )  # fmt: skip
    workbook, _ = take_out(installation, tmp_path / "taken")
    stopped = [row["Mã"] for row in sheet(workbook, "Mọi đầu việc") if row["Đang dùng"] == "ngừng"]
    assert stopped == ["NV-007"]
    assert {row["Họ tên"] for row in sheet(workbook, "Mọi cán bộ") if row["Đang công tác"] == "đã thôi"} == {
        minh.name
    }
    assert sheet(workbook, "Nghỉ")[0]["Người thay"] == lan.name
    assert sheet(workbook, "Bàn giao")[0]["Đầu việc"] == "NV-007"
    assert sheet(workbook, "Mở lại kỳ")[0]["Lý do"] == "thiếu số"
    assert sheet(workbook, "Số gửi sau chốt kỳ")[0]["Số liệu, tiến độ"] == 209.5
    assert sheet(workbook, "Số giao")[0]["Mức giao"] is not None


def test_a_ward_without_rules_is_taken_out_all_the_same(
    make_installation: Say,  # noqa: F811
    sqlite_url: str,
    tmp_path: Path,
) -> None:
    workbook, _ = take_out(make_installation(DATABASE_URL=sqlite_url), tmp_path / "taken")
    assert "Theo cán bộ" not in openpyxl.load_workbook(workbook).sheetnames


def test_what_people_wrote_is_no_formula(installation: Installation, tmp_path: Path) -> None:
    with installation.sessions.begin() as session:
        old = session.scalars(select(Obstacle)).one()
        for words in FORMULAS:
            session.add(
                Obstacle(
                    ward_id=old.ward_id, item_id=old.item_id, person_id=old.person_id, words=words, at=NOW
                )
            )
            session.add(Audit(ward_id=old.ward_id, at=NOW, action="report", subject=words, after=words))
        item = session.scalars(select(Figure)).first()
        assert item is not None
        item.words = FORMULAS[0]
    workbook, _ = take_out(installation, tmp_path / "taken")
    for page in openpyxl.load_workbook(workbook):
        for row in page.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n", "d"}, page.title
    assert [row["Nội dung"] for row in sheet(workbook, "Vướng mắc")][1:] == FORMULAS


def test_every_row_of_the_ward_is_in_the_lines(installation: Installation, tmp_path: Path) -> None:
    with installation.sessions.begin() as session:
        apology = Outgoing(Address("console", ACCOUNT, "1"), "Trợ lý chưa ghi được tin này.")
        outbox.put(session, apology, key="apology:1", kind="reply", now=NOW)
    _, lines = take_out(installation, tmp_path / "taken")
    found = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    engine = open_engine(installation.database_url)
    with engine.connect() as connection:
        held = contents.counts(connection)
    engine.dispose()
    left_out = ward_rows.LEFT_OUT | {"alembic_version"}
    wanted = {name: number for name, number in held.items() if number and name not in left_out}
    assert Counter(line["table"] for line in found) == wanted
    figure = next(line["row"] for line in found if line["table"] == "figure" and line["row"]["person_id"])
    assert (figure["value"], figure["at"]) == ("201.5", "2026-11-19T19:00:00+00:00")


def test_nothing_of_another_ward_and_no_code_is_in_the_lines(
    installation: Installation, tmp_path: Path
) -> None:
    with installation.sessions.begin() as session:
        other = Ward(code="le-loi", name="Phường Lê Lợi")
        session.add(other)
        session.flush()
        session.add(Audit(ward_id=other.id, at=NOW, action="report", subject="secret of the other"))
        session.add(
            Inbox(
                account="le-loi", key="1", chat="9", payload={"text": "secret of the other"}, received_at=NOW
            )
        )
    assert export.run(argparse.Namespace(ward="ngo-quyen", to=tmp_path / "taken"), installation) == 0
    lines = next((tmp_path / "taken").glob("*.jsonl")).read_text(encoding="utf-8")
    assert "secret of the other" not in lines
    assert "code_hash" not in lines


def test_only_the_operator_may_read_the_files(installation: Installation, tmp_path: Path) -> None:
    for path in take_out(installation, tmp_path / "taken"):
        assert oct(path.stat().st_mode)[-3:] == "600"


def test_every_table_is_taken_along_or_named_as_left_out(installation: Installation) -> None:
    with make_sessions(installation.engine)() as session:
        for table in contents.TABLES:
            if table.name not in ward_rows.LEFT_OUT:
                session.execute(select(table).where(ward_rows.of_ward(table, 1)))
