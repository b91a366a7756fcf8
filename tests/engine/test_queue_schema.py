"""The tables of the queue are made when there are none, and brought along when procrastinate is renewed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest
from procrastinate.schema import SchemaManager
from sqlalchemy import Engine, make_url, text

from bot.commands import check, migrate, run
from bot.commands.installation import Installation
from bot.engine import queue_schema
from config.errors import ConfigError
from db import schema
from db.session import open_engine
from tests.keeping.conftest import on_server

OLDER = "03.03.00_01_pre_priority_lock_fetch_job.sql"


@pytest.fixture
def engine(postgres_url: str) -> Iterator[Engine]:
    """A database of its own: the queue's tables are of one version at a time."""
    name = f"queue_{uuid4().hex}"
    on_server(postgres_url, f"CREATE DATABASE {name}")
    engine = open_engine(make_url(postgres_url).set(database=name).render_as_string(hide_password=False))
    yield engine
    engine.dispose()
    on_server(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


def run_migrations(engine: Engine, until: str) -> None:
    """Tables as an older version of procrastinate has left them, with a job in them."""
    for file in sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql")):
        if file.name <= until:
            with engine.begin() as connection:
                connection.connection.driver_connection.execute(file.read_text())  # type: ignore[union-attr]
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('q', 't')"))
        connection.execute(text(f"COMMENT ON TABLE procrastinate_jobs IS '{until}'"))


def has_function(engine: Engine, name: str) -> bool:
    with engine.connect() as connection:
        return bool(connection.scalar(text(f"SELECT count(*) FROM pg_proc WHERE proname LIKE '{name}%'")))


def test_tables_are_made_once(engine: Engine) -> None:
    assert queue_schema.current(engine) is None
    assert not queue_schema.is_old(engine)
    for _ in range(2):
        queue_schema.upgrade(engine)
        assert queue_schema.current(engine) == queue_schema.wanted()


def test_older_tables_are_brought_along_with_their_jobs(engine: Engine) -> None:
    run_migrations(engine, OLDER)
    assert queue_schema.is_old(engine)
    assert not has_function(engine, "procrastinate_retry_job_v2")
    queue_schema.upgrade(engine)
    assert has_function(engine, "procrastinate_retry_job_v2")
    assert not queue_schema.is_old(engine)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM procrastinate_jobs")) == 1


def test_tables_made_before_their_version_was_noted_count_as_the_first_ones(engine: Engine) -> None:
    queue_schema.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("COMMENT ON TABLE procrastinate_jobs IS NULL"))
    assert queue_schema.current(engine) == queue_schema.FIRST


def test_the_program_refuses_older_tables_check_says_so_and_migrate_brings_them_along(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    schema.upgrade(engine)
    run_migrations(engine, OLDER)
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("ENGINE", "procrastinate")
    installation = Installation(tmp_path)
    with pytest.raises(ConfigError, match="migrate"):
        run._bring_up_to_date(installation)
    assert "cần bảng" in str(check._queue(installation))
    monkeypatch.setattr(migrate, "back_up", lambda _installation: SimpleNamespace(path="none"))
    assert migrate.run(None, installation) == 0  # type: ignore[arg-type]
    assert "Đã đưa bảng của hàng đợi" in capsys.readouterr().out
    run._bring_up_to_date(installation)
    assert "cần bảng" not in str(check._queue(installation))
    installation.engine.dispose()
