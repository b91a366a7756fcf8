"""The queue's own tables. procrastinate ships its migrations as files and does not note which ones have run:
a comment on its table names the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from procrastinate.schema import SchemaManager
from sqlalchemy import Engine, text

FIRST = "03.04.00_50_post_add_retry_failed_job_procedure.sql"
"""Where tables without a comment stand: made before there was one, with procrastinate 3.10."""
LOCK = 7_205_311
"""Of two processes that make or change the tables, one waits for the other."""


def _files() -> list[Path]:
    """Every migration in order: the names begin with the version that needs them."""
    return sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql"))


def wanted() -> str:
    """The last migration that this version of procrastinate knows."""
    return _files()[-1].name


def current(engine: Engine) -> str | None:
    """The last migration that the database has seen; None where there are no tables yet."""
    with engine.connect() as connection:
        if connection.scalar(text("SELECT to_regclass('procrastinate_jobs')")) is None:
            return None
        said = connection.scalar(text("SELECT obj_description(to_regclass('procrastinate_jobs'))"))
        return str(said) if said else FIRST


def is_old(engine: Engine) -> bool:
    """Whether there are tables, of an older version."""
    return (current(engine) or wanted()) < wanted()


def upgrade(engine: Engine) -> None:
    """Make the tables, or bring them to this version, each migration in a transaction of its own.

    Jobs stay. Were one lost, the inbox and the outbox would ask for it again.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as hold:
        hold.execute(text(f"SELECT pg_advisory_lock({LOCK})"))
        try:
            for name, statements in _missing(engine):
                with engine.begin() as connection:
                    # Straight to the driver: many statements at once, and a % is a %.
                    connection.connection.driver_connection.execute(statements)  # type: ignore[union-attr]
                    connection.execute(text(f"COMMENT ON TABLE procrastinate_jobs IS '{name}'"))
        finally:
            hold.execute(text(f"SELECT pg_advisory_unlock({LOCK})"))


def _missing(engine: Engine) -> Iterator[tuple[str, str]]:
    known = current(engine)
    if known is None:
        yield wanted(), SchemaManager.get_schema()
        return
    for file in _files():
        if file.name > known:
            yield file.name, file.read_text("utf-8")
