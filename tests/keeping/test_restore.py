"""A backup comes back whole; what stood there is kept; what is missing is named and asked for again."""

from __future__ import annotations

import argparse
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from procrastinate.schema import SchemaManager
from sqlalchemy import Engine, make_url, select, text

from bot.commands import restore as command
from bot.commands.installation import Installation
from db import contents, restore
from db.alone import InUseError, alone
from db.backup import BackupError, make
from db.models import Figure, Outbox, Person
from db.session import make_sessions, open_engine
from tests.commands.conftest import Say, make_installation  # noqa: F401 - a fixture
from tests.keeping.conftest import NOW, Place, report

LATER = NOW + timedelta(hours=8)


@pytest.fixture
def installation(make_installation: Say, url: str) -> Installation:  # noqa: F811
    """An installation that works on the filled database."""
    return make_installation(DATABASE_URL=url)


def all_rows(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        return {table.name: contents.checksum(connection, table) for table in contents.TABLES}


def go_on_working(url: str) -> None:
    """After the backup: a figure more."""
    engine = open_engine(url)
    with make_sessions(engine).begin() as session:
        report(session, "CT02", "55", LATER)
    engine.dispose()


def test_what_comes_back_is_what_was_copied(url: str, tmp_path: Path) -> None:
    engine = open_engine(url)
    before = all_rows(engine)
    engine.dispose()
    copy = make(url, tmp_path / "copies", NOW)
    go_on_working(url)
    assert restore.restore(url, copy.path, LATER) is not None
    assert all_rows(engine) == before
    engine.dispose()


def test_what_stood_there_is_moved_aside_whole(url: str, tmp_path: Path) -> None:
    copy = make(url, tmp_path / "copies", NOW)
    go_on_working(url)
    engine = open_engine(url)
    before = all_rows(engine)
    engine.dispose()
    aside = restore.restore(url, copy.path, LATER)
    assert aside is not None
    former = restore.former_engine(url, aside)
    with former.connect() as connection:
        assert {table.name: contents.checksum(connection, table) for table in contents.TABLES} == before
    former.dispose()


def test_the_next_backup_does_not_copy_what_was_moved_aside(url: str, tmp_path: Path) -> None:
    copy = make(url, tmp_path / "copies", NOW)
    restore.restore(url, copy.path, LATER)
    assert make(url, tmp_path / "copies", LATER).rows == copy.rows


def test_new_rows_get_new_numbers_after_a_restore(url: str, tmp_path: Path) -> None:
    copy = make(url, tmp_path / "copies", NOW)
    restore.restore(url, copy.path, LATER)
    engine = open_engine(url)
    with make_sessions(engine).begin() as session:
        ids = session.scalars(select(Figure.id)).all()
        assert report(session, "CT02", "55", LATER).id == max(ids) + 1
    engine.dispose()


def test_the_queue_of_an_engine_comes_back_empty_and_does_not_disturb_a_backup(
    place: Place, filled_postgresql: str, tmp_path: Path
) -> None:
    url = place("postgresql", filled_postgresql)
    engine = open_engine(url)
    jobs = text("SELECT count(*) FROM procrastinate_jobs")
    with engine.begin() as connection:
        connection.exec_driver_sql(SchemaManager.get_schema().replace("%", "%%"))
        connection.execute(
            text("INSERT INTO procrastinate_jobs (task_name, queue_name) VALUES ('send', 'chats')")
        )
    engine.dispose()
    copy = make(url, tmp_path / "copies", NOW)
    assert copy.restored
    restore.restore(url, copy.path, LATER)
    with engine.connect() as connection:
        assert connection.scalar(jobs) == 0
        assert connection.scalar(text("SELECT count(*) FROM figure")) > 2
    engine.dispose()


def test_a_file_that_is_no_backup_changes_nothing(url: str, tmp_path: Path) -> None:
    engine = open_engine(url)
    before = all_rows(engine)
    engine.dispose()
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(b"an essay on backups" * 100)
    with pytest.raises(BackupError, match="other_kind"):
        restore.restore(url, wrong, LATER)
    head = b"SQLite format 3\x00" if make_url(url).get_backend_name() == "sqlite" else b"PGDMP"
    wrong.write_bytes(head + b"\xff" * 5000)
    with pytest.raises(BackupError):
        restore.restore(url, wrong, LATER)
    assert all_rows(engine) == before
    engine.dispose()


def test_a_database_that_is_in_use_is_not_replaced(place: Place, tmp_path: Path) -> None:
    url = place("postgresql")
    engine = open_engine(url)
    copy = tmp_path / "copy.dump"
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE ward (id int PRIMARY KEY)"))
    copy.write_bytes(make(url, tmp_path, NOW).path.read_bytes())
    with engine.connect(), pytest.raises(InUseError):
        restore.restore(url, copy, LATER)
    engine.dispose()


def test_one_program_at_a_time_holds_a_sqlite_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/giaoban.db"
    with alone(url), pytest.raises(InUseError), alone(url):
        pass
    with alone(url):
        pass


def test_a_folder_that_cannot_be_is_told_by_the_database_and_not_by_the_lock(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with alone(f"sqlite:///{tmp_path}/file/giaoban.db"):
        assert (tmp_path / "file").is_file()
    url = f"sqlite:///{tmp_path}/new/giaoban.db"
    with alone(url), pytest.raises(InUseError), alone(url):
        pass


def test_the_command_does_nothing_while_the_assistant_runs(
    make_installation: Say,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = f"sqlite:///{tmp_path}/giaoban.db"
    sqlite3.connect(tmp_path / "giaoban.db").execute("CREATE TABLE ward (id)").connection.close()
    copy = make(url, tmp_path / "copies", NOW).path
    with alone(url):
        assert command.run(said(copy), make_installation(DATABASE_URL=url)) == 1
    assert "dừng trợ lý" in capsys.readouterr().out


def said(copy: Path, *, yes: bool = True) -> argparse.Namespace:
    return argparse.Namespace(file=copy, yes=yes)


def test_it_asks_first(
    installation: Installation, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = make(url, tmp_path / "copies", NOW).path
    go_on_working(url)
    monkeypatch.setattr("builtins.input", lambda question: "không")
    assert command.run(said(copy, yes=False), installation) == 1
    engine = open_engine(url)
    with make_sessions(engine)() as session:
        assert len(session.scalars(select(Figure).where(Figure.at == LATER)).all()) == 1
    engine.dispose()


def test_what_the_copy_lacks_is_named_and_asked_for_again(
    installation: Installation, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = make(url, tmp_path / "copies", NOW).path
    go_on_working(url)
    assert command.run(said(copy), installation) == 0
    shown = capsys.readouterr().out
    assert "Bản sao có dữ liệu đến 02:00 20/11/2026." in shown
    assert "1 báo cáo ghi sau bản sao, cần gửi lại:\n  10:00 20/11/2026 " in shown
    assert ": CT02 " in shown
    told = messages(url)
    assert "đề nghị gửi lại" in told["minh"].casefold()
    assert "CT02" in told["minh"]
    assert "Trợ lý đã đề nghị từng người gửi lại" in told["lan"]


def test_when_the_former_database_is_gone_the_window_is_named(
    make_installation: Say,  # noqa: F811
    sqlite_url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = make(sqlite_url, tmp_path / "copies", NOW).path
    database = Path(str(make_url(sqlite_url).database))
    for left in database.parent.glob(f"{database.name}*"):
        left.unlink()
    assert command.run(said(copy), make_installation(DATABASE_URL=sqlite_url)) == 0
    shown = capsys.readouterr().out
    assert "Trước đó chưa có dữ liệu." in shown
    assert "mọi báo cáo gửi sau thời điểm trên không có trong bản sao" in shown
    assert "mọi báo cáo gửi sau lúc đó không còn" in messages(sqlite_url)["lan"]


def messages(url: str) -> dict[str, str]:
    """What waits to be said, by the code of the person."""
    engine = open_engine(url)
    with make_sessions(engine)() as session:
        rows = session.execute(select(Person.code, Outbox.text).join(Person, Person.id == Outbox.person_id))
        found = {code: str(words) for code, words in rows}
    engine.dispose()
    return found
