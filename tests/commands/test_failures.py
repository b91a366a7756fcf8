"""What the machine does not allow is told in the operator's words; a mistake of the program is not hidden."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError

from bot.commands.failures import in_words


def failure(url: str, statement: str) -> DatabaseError:
    engine = create_engine(url)
    try:
        with pytest.raises(DatabaseError) as caught, engine.connect() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()
    return caught.value


def test_a_file_that_another_program_holds_is_called_busy(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("begin exclusive")
    try:
        said = in_words(failure(f"sqlite:///{tmp_path}/a.db?timeout=0", "create table t (a)"))
    finally:
        other.close()
    assert said is not None
    assert "chương trình khác giữ" in said


def test_a_damaged_file_sends_the_operator_to_the_backups(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"no database" * 100)
    said = in_words(failure(f"sqlite:///{tmp_path}/a.db", "select * from sqlite_master"))
    assert said is not None
    assert "./giaoban restore" in said


def test_a_file_in_no_folder_asks_for_the_address(tmp_path: Path) -> None:
    said = in_words(failure(f"sqlite:///{tmp_path}/none/a.db", "select 1"))
    assert said is not None
    assert "DATABASE_URL" in said


def test_a_server_that_is_away_is_named_without_its_address() -> None:
    said = in_words(failure("postgresql+psycopg://x:secret@127.0.0.1:1/z", "select 1"))
    assert said is not None
    assert "DATABASE_URL" in said
    assert "secret" not in said


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError) as caught:
        (tmp_path / "file" / "folder").mkdir()
    said = in_words(caught.value)
    assert said is not None
    assert f"{tmp_path}/file/folder: không phải thư mục" in said


def test_a_mistake_of_the_program_keeps_its_traceback(tmp_path: Path) -> None:
    assert in_words(failure(f"sqlite:///{tmp_path}/a.db", "select nothing from nowhere")) is None
    assert in_words(ValueError("x")) is None
