"""A backup counts only when it has been restored and holds what the database held."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bot.domain.rotation import Keep
from db import backup, contents, postgresql_tools
from db.backup import BackupError, copies_in, make, rotate
from db.session import open_engine
from tests.keeping.conftest import NOW, Place


def test_a_copy_is_restored_on_trial_and_holds_every_row(url: str, tmp_path: Path) -> None:
    copy = make(url, tmp_path / "copies", NOW)
    engine = open_engine(url)
    with engine.connect() as connection:
        assert copy.rows == sum(contents.counts(connection).values()) > 300
    engine.dispose()
    assert copy.restored
    assert list((tmp_path / "copies").iterdir()) == [copy.path]
    assert oct(copy.path.stat().st_mode)[-3:] == "600"


def test_no_trial_database_stays_behind(url: str, tmp_path: Path) -> None:
    make(url, tmp_path / "copies", NOW)
    if make_url(url).get_backend_name() == "postgresql":
        engine = open_engine(url)
        with engine.connect() as connection:
            names = connection.scalars(text("SELECT datname FROM pg_database")).all()
        engine.dispose()
        assert [name for name in names if name.startswith("giaoban_trial")] == []
    assert sorted(path.name for path in (tmp_path / "copies").iterdir()) == [
        "giaoban-20261120-020000-000000" + _suffix(url)
    ]


def test_a_copy_that_lacks_rows_is_not_kept(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter([{"figure": 3}, {"figure": 3}, {"figure": 2}])
    monkeypatch.setattr(contents, "counts", lambda connection: next(counts))
    with pytest.raises(BackupError, match="differs: figure"):
        make(url, tmp_path / "copies", NOW)
    assert list((tmp_path / "copies").iterdir()) == []


def test_rows_that_come_while_it_is_copied_do_no_harm(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter([{"figure": 3}, {"figure": 5}, {"figure": 4}])
    monkeypatch.setattr(contents, "counts", lambda connection: next(counts))
    assert make(url, tmp_path / "copies", NOW).rows == 4


def test_without_the_right_to_create_a_database_the_copy_is_read_through(
    place: Place, tmp_path: Path
) -> None:
    url = place("postgresql")
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE ROLE poor LOGIN"))
        connection.execute(text("CREATE TABLE ward (id int PRIMARY KEY)"))
        connection.execute(text("ALTER TABLE ward OWNER TO poor"))
    engine.dispose()
    poor = make_url(url).set(username="poor").render_as_string(hide_password=False)
    assert not make(poor, tmp_path / "copies", NOW).restored
    with engine.begin() as connection:
        connection.execute(text("DROP OWNED BY poor"))
        connection.execute(text("DROP ROLE poor"))
    engine.dispose()


def test_an_older_pg_dump_than_the_server_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql_tools, "PLACES", Path("/nowhere"))
    with pytest.raises(postgresql_tools.ToolError, match="no_tool: pg_dump 99"):
        postgresql_tools.find("pg_dump", 99)


def test_a_damaged_database_is_not_copied(tmp_path: Path) -> None:
    path = tmp_path / "giaoban.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE note (words TEXT)")
        database.executemany("INSERT INTO note VALUES (?)", [("x" * 500,)] * 200)
    database.close()
    content = bytearray(path.read_bytes())
    content[5000:9000] = b"\xff" * 4000
    path.write_bytes(content)
    with pytest.raises(BackupError, match=r"unreadable|damaged"):
        make(f"sqlite:///{path}", tmp_path / "copies", NOW)
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "giaoban.db").touch()
    with pytest.raises(BackupError, match="unwritable"):
        make(f"sqlite:///{tmp_path}/giaoban.db", tmp_path / "file" / "copies", NOW)


def test_rotating_keeps_what_is_set_and_clears_what_a_dead_process_left(tmp_path: Path) -> None:
    for number in range(40):
        moment = NOW - timedelta(days=number)
        (tmp_path / f"giaoban-{moment:{backup.STAMP}}.db").touch()
    old, fresh = NOW - timedelta(days=2), NOW - timedelta(hours=1)
    for moment in (old, fresh):
        (tmp_path / f"giaoban-{moment:{backup.STAMP}}.part").touch()
    (tmp_path / "giaoban-of-mine.db").touch()
    rotate(tmp_path, Keep(newest=1, days=3, weeks=1, months=2), NOW)
    kept = [path.name for path in copies_in(tmp_path)]
    assert [name[8:16] for name in kept] == ["20261031", "20261118", "20261119", "20261120"]
    assert [path.name[8:16] for path in tmp_path.glob("*.part")] == [f"{fresh:%Y%m%d}"]
    assert (tmp_path / "giaoban-of-mine.db").exists()


def _suffix(url: str) -> str:
    return backup.SUFFIXES[make_url(url).get_backend_name()]
