"""The work of the night: owed once a day, done when the machine is on, tried again after a failure."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from bot.domain.rotation import Keep
from bot.nightly import Nightly, Raw
from db import backup, integrity, pulse, retention
from db.backup import BackupError, copies_in
from db.session import Sessions, make_sessions, open_engine
from tests.keeping.conftest import NOW


@pytest.fixture
def nightly(url: str, tmp_path: Path) -> Any:
    """The work of the night of an installation with one ward."""
    engine = open_engine(url)
    yield Nightly(
        make_sessions(engine),
        url,
        tmp_path / "copies",
        Keep(),
        {"ngo-quyen": Raw(90, ("console",))},
        tmp_path,
    )
    engine.dispose()


def last(sessions: Sessions, name: str) -> datetime | None:
    with sessions() as session:
        return pulse.last(session, name)


def feel(nightly: Nightly, now: datetime) -> int:
    """A tick; return how many copies there are after it."""
    nightly(now)
    nightly.wait()
    return len(copies_in(nightly.folder))


def test_a_backup_is_made_once_a_night(nightly: Nightly) -> None:
    assert feel(nightly, NOW) == 1
    assert feel(nightly, NOW + timedelta(hours=23)) == 1
    assert feel(nightly, NOW + timedelta(hours=24)) == 2
    assert last(nightly.sessions, "backup") == NOW + timedelta(hours=24)


def test_a_machine_that_was_off_at_night_makes_it_in_the_morning(nightly: Nightly) -> None:
    assert feel(nightly, NOW + timedelta(hours=5, minutes=31)) == 1
    assert feel(nightly, NOW + timedelta(hours=5, minutes=32)) == 1


def test_another_process_does_not_make_it_again(nightly: Nightly) -> None:
    other = Nightly(nightly.sessions, nightly.url, nightly.folder, nightly.keep, nightly.wards, nightly.out)
    assert nightly._taken_on(NOW)
    assert feel(other, NOW) == 0


def test_after_a_failure_it_is_tried_again_an_hour_later(
    nightly: Nightly, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise BackupError("unwritable", "/copies")

    with monkeypatch.context() as patched:
        patched.setattr(backup, "make", fail)
        assert feel(nightly, NOW) == 0
    assert last(nightly.sessions, "backup") is None
    assert feel(nightly, NOW + timedelta(minutes=59)) == 0
    assert feel(nightly, NOW + timedelta(minutes=60)) == 1


def test_a_damaged_database_is_noted_and_its_copies_stay(
    nightly: Nightly, monkeypatch: pytest.MonkeyPatch
) -> None:
    feel(nightly, NOW)
    monkeypatch.setattr(integrity, "damage", lambda session: "row 3 missing from index")
    assert feel(nightly, NOW + timedelta(days=1)) == 1
    assert feel(nightly, NOW + timedelta(days=1, hours=2)) == 1
    assert last(nightly.sessions, "damage") == NOW + timedelta(days=1)
    monkeypatch.undo()
    monkeypatch.setenv("PATH", "")  # the check comes first, and needs no tool
    nightly.work(NOW + timedelta(days=2))
    assert last(nightly.sessions, "damage") is None


def test_one_part_that_fails_does_not_keep_the_others_from_their_work(
    nightly: Nightly, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("a bug")

    done: list[str] = []
    monkeypatch.setattr(backup, "make", fail)
    monkeypatch.setattr(retention, "forget_codes", lambda *_args: done.append("codes"))
    feel(nightly, NOW)
    assert done == ["codes"]


def test_a_file_with_a_hole_is_found_damaged(sqlite_url: str) -> None:
    path = Path(str(make_url(sqlite_url).database))
    content = bytearray(path.read_bytes())
    content[8192:40960] = b"\xff" * 32768
    path.write_bytes(content)
    engine = open_engine(sqlite_url)
    with make_sessions(engine)() as session:
        assert integrity.damage(session)
    engine.dispose()
