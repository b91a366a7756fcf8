"""A backup is a whole database that opens; migrating makes one first."""

from __future__ import annotations

import argparse
import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.commands import backup, migrate
from bot.commands.backup import back_up
from bot.commands.installation import Installation
from config.errors import ConfigError
from db import backup as copying
from db import schema
from db.backup import BackupError, copies_in
from db.models import Person
from db.session import make_sessions, open_engine
from tests.commands.conftest import Say, add_people


def test_a_backup_holds_everything_and_opens(installation: Installation) -> None:
    add_people(installation)
    engine = open_engine(f"sqlite:///{back_up(installation).path}")
    with make_sessions(engine)() as session:
        assert set(session.scalars(select(Person.code))) == {"minh", "lan", "hung"}
    assert schema.current(engine) == schema.HEAD
    engine.dispose()


def test_a_backup_can_be_made_while_something_is_being_written(installation: Installation) -> None:
    ward = add_people(installation)
    with installation.sessions.begin() as session:
        session.add(Person(ward_id=ward.id, code="tu", name="Tú"))
        session.flush()
        copy = back_up(installation)
    with sqlite3.connect(copy.path) as database:
        assert database.execute("SELECT count(*) FROM person").fetchone() == (3,)


def test_a_backup_says_how_much_it_holds(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(installation)
    assert backup.run(argparse.Namespace(to=None), installation) == 0
    shown = capsys.readouterr().out
    assert "đã khôi phục thử" in shown
    assert "data/backups/giaoban-" in shown


def test_of_many_copies_those_stay_that_are_set(make_installation: Say, tmp_path: Path) -> None:
    installation = make_installation(BACKUP_KEEP="1 0 0", BACKUP_DIR=str(tmp_path / "copies"))
    add_people(installation)
    copies = [back_up(installation).path for _ in range(5)]
    assert copies_in(tmp_path / "copies") == copies[2:]


def test_without_a_database_there_is_nothing_to_back_up(installation: Installation) -> None:
    with pytest.raises(BackupError, match="no_database"):
        back_up(installation)


def test_a_damaged_database_leaves_no_copy_behind(installation: Installation, tmp_path: Path) -> None:
    (tmp_path / "giaoban.db").write_bytes(b"this is no database" * 500)
    with pytest.raises(BackupError, match="unreadable"):
        back_up(installation)
    assert list((tmp_path / "data" / "backups").iterdir()) == []


def test_every_reason_for_having_no_copy_has_its_sentence() -> None:
    source = Path(copying.__file__).read_text(encoding="utf-8")
    codes = set(re.findall(r'BackupError\(\s*"(\w+)"', source)) | {"no_tool", "tool_failed", "other_kind"}
    assert codes == backup.WORDS.keys()
    assert backup.said(BackupError("no_tool", "pg_dump 18")).endswith("apt install postgresql-client")


def test_a_server_that_does_not_answer_is_told_without_the_password(
    make_installation: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    installation = make_installation(DATABASE_URL="postgresql://a:pass-word@127.0.0.1:1/x")
    assert backup.run(argparse.Namespace(to=None), installation) == 1
    shown = capsys.readouterr().out
    assert "Không sao lưu được" in shown
    assert "pass-word" not in shown


def test_migrating_makes_the_tables_of_an_empty_database(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert migrate.run(argparse.Namespace(), installation) == 0
    assert schema.current(installation.engine) == schema.HEAD
    assert migrate.run(argparse.Namespace(), installation) == 0
    assert f"đã ở phiên bản {schema.HEAD}" in capsys.readouterr().out


def test_migrating_an_older_database_backs_it_up_first(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    add_people(installation)
    with installation.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    upgraded: list[object] = []
    monkeypatch.setattr(schema, "upgrade", upgraded.append)
    assert migrate.run(argparse.Namespace(), installation) == 0
    assert upgraded == [installation.engine]
    assert len(copies_in(tmp_path / "data" / "backups")) == 1


def test_other_commands_do_not_touch_a_database_of_another_version(make_installation: Say) -> None:
    installation = make_installation()
    add_people(installation)
    with installation.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ConfigError, match="migrate"):
        _ = make_installation().sessions
