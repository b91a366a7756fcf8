"""A backup is a whole database that opens; migrating makes one first."""

from __future__ import annotations

import argparse
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.commands import backup, migrate
from bot.commands.backup import BackupError, back_up, copies_in
from bot.commands.installation import Installation
from config.errors import ConfigError
from db import schema
from db.models import Person
from db.session import make_sessions, open_engine
from tests.commands.conftest import Say, add_people


def test_a_backup_holds_everything_and_opens(installation: Installation) -> None:
    add_people(installation)
    engine = open_engine(f"sqlite:///{back_up(installation)}")
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
    with sqlite3.connect(copy) as database:
        assert database.execute("SELECT count(*) FROM person").fetchone() == (3,)


def test_only_the_newest_copies_stay(installation: Installation, tmp_path: Path) -> None:
    add_people(installation)
    folder = tmp_path / "copies"
    copies = [back_up(installation, folder, keep=2) for _ in range(3)]
    assert copies_in(folder) == copies[1:]


def test_without_a_database_there_is_nothing_to_back_up(installation: Installation) -> None:
    with pytest.raises(BackupError, match="Chưa có cơ sở dữ liệu"):
        back_up(installation)


def test_a_damaged_database_leaves_no_copy_behind(installation: Installation, tmp_path: Path) -> None:
    (tmp_path / "giaoban.db").write_bytes(b"this is no database" * 500)
    with pytest.raises(BackupError, match="Không sao lưu được"):
        back_up(installation)
    assert list((tmp_path / "data" / "backups").iterdir()) == []


def test_a_machine_without_pg_dump_is_told_what_to_install(
    make_installation: Say, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    installation = make_installation(DATABASE_URL="postgresql://a:pass-word@127.0.0.1/x")
    assert backup.run(argparse.Namespace(to=None, keep=3), installation) == 1
    assert "apt install postgresql-client" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="needs pg_dump")
def test_a_failing_pg_dump_is_quoted_without_the_password(make_installation: Say) -> None:
    installation = make_installation(DATABASE_URL="postgresql://a:pass-word@127.0.0.1:1/x")
    with pytest.raises(BackupError, match="pg_dump: ") as error:
        back_up(installation)
    assert "pass-word" not in str(error.value)


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
