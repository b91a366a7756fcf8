"""Whether the database is whole."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session


def damage(session: Session) -> str | None:
    """What is wrong with a SQLite file, in its own words; None when nothing is. PostgreSQL checks itself."""
    if session.get_bind().dialect.name != "sqlite":
        return None
    try:
        verdict = str(session.execute(text("PRAGMA quick_check(1)")).scalar_one())
    except DatabaseError as error:
        return str(error.orig)
    return None if verdict == "ok" else verdict
