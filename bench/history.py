"""What years of history and many wards cost: /tinhhinh, and a tick at which nobody is owed anything.

    python -m bench.history [--wards 1 100] [--years 1 10]

Each ward has 60 people and 238 items; a year of it, 2,000 figures, 3,000 messages in and 6,000 out, 6,000
decisions of the clock and 3,000 lines of the audit log.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    String,
    Table,
    case,
    cast,
    func,
    insert,
    literal,
    select,
)

from bench.ward import ACCOUNT, CHANNEL, YEAR, figures_of, fill, large_plan, message
from bot.app import App
from bot.channels import Ability
from bot.clock import SetClock
from bot.commands.sample_ward import WARD, sample_office
from bot.domain.workdays import WARD_ZONE
from bot.loading.applying import apply
from bot.logs import configure
from db import schema
from db.models import Audit, Base, Inbox, Item, Outbox, Person, Plan, Reminder, TargetRow
from db.session import Sessions, make_sessions, open_engine

NOW = datetime(YEAR, 12, 16, 8, tzinfo=WARD_ZONE)
TIMES, WARM, TICKS = 100, 5, 20
MESSAGES, DECISIONS = 3000, 100
"""Of a year: messages that came in, and days on which each of the 60 people was reminded."""
CHAIR = 1
STRIDE = 10_000_000
"""Between the row ids of two wards."""


def main() -> None:
    """Print a line for each number of wards and years."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wards", type=int, nargs="+", default=[1, 100])
    parser.add_argument("--years", type=int, nargs="+", default=[1, 10])
    options = parser.parse_args()
    configure("ERROR")
    for wards, years in product(options.wards, options.years):
        if wards * years > max(*options.wards, *options.years):
            continue  # a hundred wards with ten years would take an hour to write
        with tempfile.TemporaryDirectory(prefix="giaoban-bench-") as folder:
            app, rows = _history(Path(folder), wards, years)
            print(f"{wards:4} wards {years:3} years {rows:9,} rows", flush=True)
            _print("/tinhhinh", _situations(app))
            _print("idle tick", _ticks(app))
            app.sessions.kw["bind"].dispose()


def _print(name: str, times: list[tuple[float, float]]) -> None:
    wall, cpu = ([one[place] * 1000 for one in times] for place in (0, 1))
    p95 = statistics.quantiles(wall, n=20)[-1], statistics.quantiles(cpu, n=20)[-1]
    print(
        f"  {name}  wall median {statistics.median(wall):6.1f} ms, p95 {p95[0]:6.1f}"
        f"   CPU median {statistics.median(cpu):6.1f} ms, p95 {p95[1]:6.1f}",
        flush=True,
    )


def _situations(app: App) -> list[tuple[float, float]]:
    times = []
    for number in range(TIMES + WARM):
        app.clock.set(NOW + timedelta(seconds=2 * number))  # type: ignore[attr-defined]
        (inbox_id,) = app.accept(ACCOUNT, [message(number, CHAIR, "/tinhhinh", NOW)])
        times.append(_timed(lambda one=inbox_id: app.receive(one)))  # type: ignore[misc]
    return times[WARM:]


def _ticks(app: App) -> list[tuple[float, float]]:
    """A minute apart; the first ones tell what is owed that morning."""
    times = []
    for number in range(TICKS + WARM):
        app.clock.set(NOW + timedelta(minutes=5 + number))  # type: ignore[attr-defined]
        for account in app.accounts:
            app.accept(account, [])
        times.append(_timed(app.tick))
    return times[WARM:]


def _timed(act: Callable[[], Any]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - wall, time.process_time() - cpu


# --- making history ------------------------------------------------------------------------------


def _history(folder: Path, wards: int, years: int) -> tuple[App, int]:
    """The App on so many wards with so many years, this one the last; and how many rows that makes."""
    engine = open_engine(f"sqlite:///{folder}/ward.db")
    schema.upgrade(engine)
    sessions = make_sessions(engine)
    for year in range(YEAR - years + 1, YEAR):
        _former_year(sessions, year)
    fill(sessions, 12)
    with engine.begin() as connection:
        for year in range(YEAR - years + 1, YEAR + 1):
            _messages(connection, year)
    for number in range(2, wards + 1):
        with engine.begin() as connection:
            copy_ward(connection, number)
    return _app(sessions, folder, wards), _rows(engine)


def _app(sessions: Sessions, folder: Path, wards: int) -> App:
    office = sample_office()
    names = {1: (WARD, ACCOUNT)} | {
        number: (f"{WARD}-{number}", f"{ACCOUNT}-{number}") for number in range(2, wards + 1)
    }
    return App(
        sessions=sessions,
        offices={code: replace(office, accounts=(account,)) for code, account in names.values()},
        accounts={account: code for code, account in names.values()},
        abilities={CHANNEL: Ability(buttons=True, files=True, edit=True, max_text=4096)},
        clock=SetClock(NOW),
        out=folder,
    )


def _former_year(sessions: Sessions, year: int) -> None:
    """The plan of a year that is over, with all its figures."""
    office = sample_office()
    with sessions.begin() as session:
        loaded = datetime(year, 1, 2, 8, tzinfo=WARD_ZONE)
        changes = apply(session, office.rules, office.regimes, replace(large_plan(), year=year), year, loaded)
        assert not changes.problems, changes.problems
        rows = select(Item, TargetRow).join(TargetRow).join(Plan).where(Plan.year == year)
        for item, target in session.execute(rows).all():
            session.add_all(figures_of(item, target, 12, year))


def _messages(connection: Connection, year: int) -> None:
    people = connection.execute(select(Person.id, Person.ward_id)).all()
    inbox, outbox, audit, reminders = [], [], [], []
    for number in range(MESSAGES):
        person, ward = people[number % len(people)]
        at = datetime(year, 1, 5, 8, tzinfo=WARD_ZONE) + timedelta(minutes=number * 150)
        chat = str(number % len(people) + 1)
        here = {"account": ACCOUNT, "chat": chat}
        inbox.append(
            here
            | {"key": f"u{year}-{number}", "payload": {"text": "x" * 80}, "received_at": at, "state": "done"}
        )
        out = here | {"ward_id": ward, "person_id": person, "channel": CHANNEL, "created_at": at}
        out |= {"text": "x" * 300, "state": "sent", "sent_at": at, "choices": [], "items": []}
        outbox += [
            out | {"key": f"{kind}:{year}:{number}", "kind": kind, "platform_id": f"{year}{number}"}
            for kind in ("reply", "reminder")
        ]
        audit.append({"ward_id": ward, "person_id": person, "at": at, "action": "report", "subject": "CT001"})
    for day in range(DECISIONS):
        at = datetime(year, 1, 5, 8, tzinfo=WARD_ZONE) + timedelta(days=day * 3)
        reminders += [
            {
                "ward_id": ward,
                "kind": "digest",
                "subject": at.date().isoformat(),
                "recipient": f"person:{person}",
                "stages": {f"CT{place:03} {year}-{at.month:02} {at.date()}": 1 for place in range(3)},
                "at": at,
            }
            for person, ward in people
        ]
    for model, rows in ((Inbox, inbox), (Outbox, outbox), (Audit, audit), (Reminder, reminders)):
        connection.execute(insert(model), rows)


def copy_ward(connection: Connection, number: int) -> None:
    """A copy of the first ward, under another code and bot account."""
    sqlite = connection.dialect.name == "sqlite"
    # A ward's rows refer to each other in circles.
    later = "PRAGMA defer_foreign_keys = ON" if sqlite else "SET LOCAL session_replication_role = replica"
    connection.exec_driver_sql(later)
    for table in Base.metadata.sorted_tables:
        if "id" in table.columns:
            rows = select(*_copied(table, number)).where(table.c.id < STRIDE)
            connection.execute(insert(table).from_select([one.name for one in table.columns], rows))
            if not sqlite:
                connection.exec_driver_sql(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), {number * STRIDE})"
                )


def _copied(table: Table, number: int) -> Iterator[ColumnElement[Any]]:
    for column in table.columns:
        yield _copied_column(table, column, number).label(column.name)


def _copied_column(table: Table, column: Column[Any], number: int) -> ColumnElement[Any]:
    shift = (number - 1) * STRIDE
    if column.name == "id" or column.foreign_keys:
        return column + shift
    if column.name == "account" or (table.name, column.name) in {("ward", "code"), ("outbox", "key")}:
        return column + literal(f"-{number}")
    if column.name == "recipient":
        moved = literal("person:") + cast(cast(func.substr(column, 8), Integer) + shift, String)
        return case((column.like("person:%"), moved), else_=column)
    return column


def _rows(engine: Engine) -> int:
    with engine.connect() as connection:
        return sum(
            connection.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
        )


if __name__ == "__main__":
    main()
