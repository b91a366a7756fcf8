"""Rooms for the tests of security: on SQLite, and for what a database may refuse also on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.session import Sessions
from tests.security.room import Room


@pytest.fixture
def room(sqlite_sessions: Sessions, tmp_path: Path) -> Room:
    return Room(sqlite_sessions, tmp_path)


@pytest.fixture
def room_on_each(sessions: Sessions, tmp_path: Path) -> Room:
    return Room(sessions, tmp_path)
