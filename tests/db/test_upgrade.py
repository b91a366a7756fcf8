"""An upgrade keeps every row, and the release before it can go on writing while it is replaced."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, MetaData, select, text
from sqlalchemy.exc import IntegrityError

from db import schema
from tests.db.test_schema import empty

__all__ = ["empty"]

WHEN = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)


def _write(engine: Engine, tables: MetaData, key: str) -> None:
    """A ward with a person, an item and a figure, in the columns that `tables` knows and no others."""
    rows: list[tuple[str, dict[str, Any]]] = [
        ("ward", {"code": key, "name": "Tân An", "revision": 1}),
        ("unit", {"code": key, "name": "Phòng Kinh tế", "sort": 0, "active": True}),
        ("person", {"code": key, "name": "Nguyễn Văn Minh", "address": "anh", "active": True}),
        ("plan", {"year": 2026, "title": "Kế hoạch", "source_year": 2026, "loaded_at": WHEN}),
        (
            "item",
            {"kind": "indicator", "key": key, "slug": key, "sort": 1, "name": "BHXH", "short_name": "BHXH"}
            | {"aliases": [], "frequency": "month", "regime": "nd09", "due_rule": "+2", "due_time": "16:30"}
            | {"focal": False, "listed": True, "active": True},
        ),
        (
            "figure",
            {"period": "2026-11", "as_of": date(2026, 11, 14), "state": "value", "value": "201"}
            | {"estimate": False, "supplied": False, "channel": "", "ordinal": 0}
            | {"reported_at": WHEN, "at": WHEN},
        ),
    ]
    made: dict[str, int] = {}
    with engine.begin() as connection:
        for name, values in rows:
            table = tables.tables[name]
            known = {f"{other}_id": one for other, one in made.items() if f"{other}_id" in table.c}
            row = connection.execute(table.insert().values(**values, **known).returning(table.c.id))
            made[name] = row.scalar_one()


def _tables(engine: Engine) -> MetaData:
    """The tables as they stand, with the database's own types: no code of today's models in between."""
    found = MetaData()
    found.reflect(engine)
    return found


def test_an_upgrade_keeps_every_row(empty: Engine) -> None:
    schema.upgrade(empty, "0001")
    before = _tables(empty)
    _write(empty, before, "a")
    with empty.connect() as connection:
        kept = {name: connection.execute(select(table)).all() for name, table in before.tables.items()}
    schema.upgrade(empty)
    kept.pop("alembic_version")
    with empty.connect() as connection:
        after = {name: connection.execute(select(before.tables[name])).all() for name in kept}
    assert after == kept
    assert len(kept["figure"]) == 1


def test_the_release_before_goes_on_writing_to_the_new_schema(empty: Engine) -> None:
    schema.upgrade(empty, "0001")
    older = _tables(empty)
    schema.upgrade(empty)
    _write(empty, older, "a")
    with empty.connect() as connection:
        assert connection.execute(select(older.tables["figure"].c.value)).scalars().all() == ["201"]


def test_what_is_not_applicable_leaves_the_late_figures_and_comes_back(empty: Engine) -> None:
    schema.upgrade(empty, "0004")
    older = _tables(empty)
    _write(empty, older, "a")
    late = {"ward_id": 1, "item_id": 1, "period": "2026-11", "as_of": date(2026, 10, 15), "channel": ""}
    late |= {"person_id": 1, "entered_by_id": 1, "at": WHEN, "state": "asked"}
    with empty.begin() as connection:
        for reason, state in (("gửi sót", "value"), ("không áp dụng cho phường", "not_applicable")):
            row = late | {"reason": reason, "spec": {"state": state, "value": None}}
            connection.execute(older.tables["late_figure"].insert().values(row))
    schema.upgrade(empty)
    own = _tables(empty).tables["not_applicable"]
    reasons = select(older.tables["late_figure"].c.reason)
    with empty.begin() as connection:
        assert connection.execute(select(own.c.id, own.c.reason, own.c.since)).all() == [
            (2, "không áp dụng cho phường", date(2026, 10, 15))
        ]
        assert connection.execute(reasons).scalars().all() == ["gửi sót"]
        again = connection.execute(select(own)).mappings().one()
        values = {name: value for name, value in again.items() if name != "id"}
        assert connection.execute(own.insert().values(values).returning(own.c.id)).scalar_one() == 3
        connection.execute(own.delete().where(own.c.id == 3))
    schema.downgrade(empty, "0004")
    with empty.connect() as connection:
        assert connection.execute(reasons).scalars().all() == ["gửi sót", "không áp dụng cho phường"]


def test_a_migration_that_would_leave_a_reference_to_nothing_is_undone(
    empty: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    if empty.dialect.name != "sqlite":
        pytest.skip("PostgreSQL enforces its references during a migration")
    schema.upgrade(empty, "0001")
    _write(empty, _tables(empty), "a")

    def careless(config: Any, _revision: str) -> None:
        config.attributes["connection"].execute(text("DELETE FROM person"))
        config.attributes["connection"].execute(text("UPDATE figure SET person_id = 99"))

    monkeypatch.setattr("alembic.command.upgrade", careless)
    with pytest.raises(IntegrityError):
        schema.upgrade(empty)
    with empty.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM person")).scalar_one() == 1
