"""The command line explains itself in Vietnamese and loads only what a command needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS, main

ROOT = Path(__file__).parents[2]


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    shown = capsys.readouterr().out
    assert stop.value.code == 0
    assert all(f" {name} " in shown for name in COMMANDS)
    assert "usage" not in shown
    assert "options" not in shown


@pytest.mark.parametrize("command", ["backup", "check", "invite", "migrate", "people", "test"])
def test_each_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert f"Cách dùng: ./giaoban {command}" in capsys.readouterr().out


def test_every_command_has_its_module() -> None:
    modules = {path.stem for path in (ROOT / "bot" / "commands").glob("*.py")}
    assert COMMANDS.keys() <= modules


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ([], "thiếu tham số: LỆNH"),
        (["chek"], "không có 'chek'"),
        (["people", "--wrd", "x"], "không có tham số: --wrd x"),
    ],
)
def test_a_wrong_command_line_is_explained(
    said: list[str], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(said)
    assert stop.value.code == 2
    assert answer in capsys.readouterr().err


def test_all_wrong_settings_are_told_and_the_exit_code_is_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://x")
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    assert main(["people"]) == 1
    shown = capsys.readouterr().err
    assert "DATABASE_URL: " in shown
    assert "LOG_LEVEL: " in shown


def test_help_loads_no_library() -> None:
    code = (
        "import sys, contextlib, bot.__main__ as m\n"
        "with contextlib.suppress(SystemExit): m.main(['--help'])\n"
        "heavy = {'sqlalchemy', 'pydantic', 'telegram', 'httpx', 'alembic', 'dateparser', 'yaml'}\n"
        "sys.exit(str(heavy & sys.modules.keys()) if heavy & sys.modules.keys() else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="rights are of the folder there")
def test_what_the_program_writes_is_for_its_owner_only(tmp_path: Path) -> None:
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/data/giaoban.db"}
    subprocess.run([sys.executable, "-m", "bot", "migrate"], cwd=ROOT, env=environment, check=True)
    modes = {
        path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "data", *tmp_path.glob("data/*.db"))
    }
    assert modes == {"data": 0o700, "giaoban.db": 0o600}
