"""`copy` moves an installation to another database and says what it did."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.commands import copy
from bot.commands.installation import Installation
from config.errors import ConfigError
from db.alone import alone
from db.models import Person
from db.session import make_sessions, open_engine
from tests.commands.conftest import add_people


def said(url: str) -> argparse.Namespace:
    return argparse.Namespace(to=url)


def test_everything_is_copied_counted_and_compared(
    installation: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(installation)
    url = f"sqlite:///{tmp_path}/other.db"
    assert copy.run(said(url), installation) == 0
    shown = capsys.readouterr().out
    assert "  person: 3\n" in shown
    assert "đối chiếu từng bảng đều khớp" in shown
    engine = open_engine(url)
    with make_sessions(engine)() as session:
        assert len(session.scalars(select(Person)).all()) == 3
    engine.dispose()
    assert copy.run(said(url), installation) == 1
    assert "đã có dữ liệu (bảng ward)" in capsys.readouterr().out


def test_a_target_that_does_not_answer_is_told_without_its_password(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(installation)
    assert copy.run(said("postgresql://a:pass-word@127.0.0.1:1/x"), installation) == 1
    shown = capsys.readouterr().out
    assert shown.startswith("Chưa chép gì: ")
    assert "pass-word" not in shown


def test_nothing_is_copied_while_the_assistant_runs(
    installation: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(installation)
    with alone(installation.database_url):
        assert copy.run(said(f"sqlite:///{tmp_path}/other.db"), installation) == 1
    assert "dừng trợ lý" in capsys.readouterr().out


def test_an_address_that_is_none_is_told(installation: Installation) -> None:
    with pytest.raises(ConfigError, match="--to: cần dạng"):
        copy.run(said("mysql://x"), installation)
