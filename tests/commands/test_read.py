"""`./giaoban read`: JSON lines for a program, an explanation for a person."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.commands import read
from bot.commands.installation import Installation
from db.models import Item, Plan
from tests.commands.conftest import add_people

INDICATORS = Path(__file__).parents[1] / "reading" / "indicators.json"
NOW = "2026-11-20T10:00:00+07:00"


def answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: list[object], *said: str
) -> list[dict[str, Any]]:
    text = "".join(
        (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines
    )
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main(["read", *said]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_lines_are_read_in_their_context(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {
        "indicator": "bhxh_tn",
        "name": "BHXH tự nguyện",
        "unit": "người",
        "target": "64",
        "target_op": ">=",
        "bounded": False,
        "deadline": None,
        "last_value": "41",
    }
    lines: list[object] = [
        {"id": "1", "text": "bhyt 97,6%", "context": None, "reference_time": NOW},
        {"id": "2", "text": "25", "context": asked, "reference_time": NOW},
    ]
    first, second = answers(monkeypatch, capsys, lines, "--indicators", str(INDICATORS))
    assert (first["id"], first["pred"]["indicator"], first["pred"]["value"]) == ("1", "bhyt", "97.6")
    assert (second["pred"]["asks"], second["pred"]["ask_reasons"]) == (True, ["decrease"])


def test_an_indicator_that_the_registry_lacks_is_made_from_the_context(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"indicator": "moi", "name": "Điểm mới", "unit": "điểm", "target": None, "bounded": False}
    line: object = {"id": "1", "text": "5", "context": asked, "reference_time": NOW}
    (answer,) = answers(monkeypatch, capsys, [line], "--indicators", str(INDICATORS))
    assert (answer["pred"]["indicator"], answer["pred"]["value"]) == ("moi", "5")


def test_dates_are_answered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    line: object = {"id": "1", "text": "thứ 6 tuần sau", "reference_time": NOW}
    (answer,) = answers(monkeypatch, capsys, [line], "--dates")
    assert answer["date"]["due"] == "2026-11-27"


def test_a_line_that_is_not_json_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": "1"}\n'))
    assert main(["read"]) == 1
    assert "dòng 1 không đúng dạng" in capsys.readouterr().err


def test_a_missing_registry_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--indicators", "khong-co.json", "bhyt 97"]) == 1
    assert "khong-co.json" in capsys.readouterr().err


def test_a_message_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "bhxh", "201/269", "dat", "75,7%"]) == 0
    shown = capsys.readouterr().out
    assert "CT07b BHXH tự nguyện" in shown
    assert "201/269 người" in shown
    assert "Sẽ hỏi lại: tỷ lệ ghi không khớp" in shown


def test_without_a_plan_of_the_ward_the_sample_is_named(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _read(installation, "bhyt 97") == 0
    said = capsys.readouterr().out
    assert "CT07a BHYT (kế hoạch 99,7%)" in said
    assert "Theo kế hoạch mẫu" in said.splitlines()[-1]
    assert not (installation.root / "giaoban.db").exists()


def test_the_plan_of_the_ward_is_read_by(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    ward = add_people(installation)
    with installation.sessions.begin() as session:
        now = installation.clock.now()
        plan = Plan(ward_id=ward.id, year=now.year, title="Kế hoạch", source_year=now.year, loaded_at=now)
        session.add(plan)
        session.flush()
        names = {"key": "CT01", "slug": "bhyt", "name": "Bảo hiểm y tế", "short_name": "BHYT"}
        session.add(Item(ward_id=ward.id, plan_id=plan.id, kind="indicator", sort=1, **names))
    assert _read(installation, "bhyt 97") == 0
    said = capsys.readouterr().out
    assert "Đầu việc: CT01 BHYT" in said
    assert said.splitlines()[-1] == "Theo kế hoạch đang dùng của Phường Tân An."


def _read(installation: Installation, text: str) -> int:
    args = argparse.Namespace(dates=False, text=[text], indicators=None, ward=None)
    return read.run(args, installation)
