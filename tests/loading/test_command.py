"""`./giaoban load`: shows, asks before it changes what is there, says what is wrong."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.commands import load
from bot.commands.installation import Installation
from bot.domain.ward import WardRules
from bot.domain.workdays import WorkCalendar
from bot.loading.carrying import is_wanted
from config.errors import ConfigError
from db.models import Item, Person
from db.session import Sessions
from handlers.turn import Office
from tests.loading.plans import REGIMES, SMALL, clock_at_now

Run = Callable[..., int]


@pytest.fixture
def run(sqlite_sessions: Sessions) -> Run:
    """The command on a database of its own, with the small plan's ward."""
    installation = Installation()
    office = Office(WardRules("phuong-x", "Phường X"), REGIMES, WorkCalendar())
    installation.__dict__.update(sessions=sqlite_sessions, offices={"phuong-x": office}, clock=clock_at_now())
    parser = argparse.ArgumentParser()
    load.add_parser(parser.add_subparsers())

    def run(*said: object) -> int:
        return load.run(parser.parse_args(["load", *map(str, said)]), installation)

    return run


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "kehoach.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_a_first_load_tells_what_it_adds_and_what_the_plan_lacks(
    run: Run, plan: Path, sqlite_sessions: Sessions, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(plan) == 0
    said = capsys.readouterr().out
    assert "Thêm: 1 đơn vị, 2 cán bộ, 1 lĩnh vực, 1 kế hoạch, 2 chỉ tiêu, 2 nhiệm vụ, 1 số đã có" in said
    assert "Chưa có người phụ trách (2): CT02, NV-002" in said
    assert "Chưa có số giao (1): CT02" in said
    assert said.endswith("Đã nạp.\n")
    with sqlite_sessions() as session:
        assert len(session.scalars(select(Item)).all()) == 4


def test_a_template_that_nobody_filled_in_is_not_loaded_in_silence(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--template", tmp_path / "mau.xlsx")
    assert run(tmp_path / "mau.xlsx") == 1
    assert "chưa có dòng nào được điền" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(
    run: Run, plan: Path, sqlite_sessions: Sessions, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(plan, "--dry-run") == 0
    assert capsys.readouterr().out.endswith("Xem thử, chưa ghi gì.\n")
    with sqlite_sessions() as session:
        assert session.scalars(select(Person)).all() == []


def test_loading_again_says_that_nothing_changes(
    run: Run, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(plan)
    assert run(plan) == 0
    assert capsys.readouterr().out.endswith("Không có gì thay đổi.\n")


@pytest.mark.parametrize(("answer", "owner"), [("có", "lan"), ("không", "minh"), (None, "minh")])
def test_what_is_there_is_changed_only_when_somebody_agrees(
    run: Run,
    plan: Path,
    sqlite_sessions: Sessions,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str | None,
    owner: str,
) -> None:
    def ask(question: str) -> str:
        if answer is None:
            raise EOFError
        return answer

    run(plan)
    plan.write_text(SMALL.replace("phụ trách: minh, hạn", "phụ trách: lan, hạn"), encoding="utf-8")
    monkeypatch.setattr("builtins.input", ask)
    assert run(plan) == (0 if answer == "có" else 1)
    assert "NV-001 Rà soát hộ nghèo: phụ trách: minh → lan" in capsys.readouterr().out
    with sqlite_sessions() as session:
        task = session.scalars(select(Item).where(Item.key == "NV-001")).one()
        assert task.owner is not None
        assert task.owner.code == owner


@pytest.mark.parametrize(("answer", "code"), [("có", 0), ("không", 1)])
def test_a_plan_of_a_past_year_is_loaded_only_when_somebody_agrees(
    run: Run,
    plan: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    code: int,
) -> None:
    monkeypatch.setattr("builtins.input", lambda _question: answer)
    plan.write_text(SMALL.replace("2026", "2024"), encoding="utf-8")
    assert run(plan) == code
    assert "thêm --year 2026" in capsys.readouterr().out


def test_yes_changes_without_asking(run: Run, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(plan)
    plan.write_text(SMALL.replace("  - {mã: NV-002, tên: Tuyên truyền bảo hiểm}\n", ""), encoding="utf-8")
    assert run(plan, "--yes") == 0
    assert "Ngừng: 1 nhiệm vụ\n  NV-002 Tuyên truyền bảo hiểm" in capsys.readouterr().out


def test_problems_are_printed_one_a_line_and_nothing_is_loaded(
    run: Run, plan: Path, sqlite_sessions: Sessions, capsys: pytest.CaptureFixture[str]
) -> None:
    plan.write_text(SMALL.replace("hạn: quý I", "hạn: sớm").replace("269, ", "nhiều, "), encoding="utf-8")
    assert run(plan) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Chưa nạp: 2 chỗ cần sửa."
    assert [line.split(":")[0].strip() for line in lines[1:]] == [
        "kehoach.yaml · Chỉ tiêu · dòng 12 · cột “mức giao”",
        "kehoach.yaml · Nhiệm vụ · dòng 16 · cột “hạn”",
    ]
    with sqlite_sessions() as session:
        assert session.scalars(select(Item)).all() == []


def test_the_template_is_written_and_never_over_a_file(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mau.xlsx"
    assert run("--template", path) == 0
    assert f"Đã ghi tệp mẫu {path}" in capsys.readouterr().out
    with pytest.raises(ConfigError):
        run("--template", path)
    with pytest.raises(ConfigError):
        run("--template", tmp_path / "mau.csv")
    with pytest.raises(ConfigError):
        run()


def test_carrying_over_before_the_year_turns_waits_for_that_day(
    run: Run, plan: Path, sqlite_sessions: Sessions, capsys: pytest.CaptureFixture[str]
) -> None:
    run(plan)
    with pytest.raises(ConfigError, match="chưa có kế hoạch năm 2027"):
        run("--carry-over", "--year", 2027, "--yes")
    again = SMALL.replace("năm: 2026", "năm: 2027").replace("Kế hoạch năm 2026", "Kế hoạch năm 2027")
    plan.write_text(again, encoding="utf-8")
    assert run(plan, "--yes") == 0
    assert run("--carry-over", "--year", 2027, "--yes") == 0
    assert "Kế hoạch năm 2026 còn dùng" in capsys.readouterr().out
    with sqlite_sessions() as session:
        ward_id = session.scalars(select(Item.ward_id)).first()
        assert ward_id is not None
        assert is_wanted(session, ward_id, 2027)
        assert session.scalars(select(Item).where(Item.carried_from_id.is_not(None))).all() == []
