"""One simulation from the first day to the last, with one week of it felt a second time minute by minute."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from bot.commands.simulating import beside
from bot.commands.simulating.cast import cast_for, fill
from bot.commands.simulating.database import open_database
from bot.commands.simulating.outages import outages_of
from bot.commands.simulating.record import Record, Sent
from bot.commands.simulating.stage import Stage
from bot.domain.workdays import WARD_ZONE
from bot.loading.document import PlanDocument
from db import schema
from db.session import make_sessions
from handlers.turn import Office

WEEK = timedelta(days=7)


def simulate(
    document: PlanDocument,
    office: Office,
    folder: Path,
    *,
    people: int,
    year: int,
    seed: int,
    begins: date | None = None,
    weeks: int | None = None,
    felt: timedelta = WEEK,
    aside: bool = False,
) -> Record:
    """Play `year`, or so many `weeks` from `begins`, with so many people; all it makes is in `folder`.

    From a random Monday on so much time is also `felt` minute by minute; `aside`, by another process.
    """
    random = Random(seed)  # noqa: S311 - a simulation, not a secret
    first = datetime.combine(begins or date(year, 1, 2), time(6), WARD_ZONE)
    last = datetime(year, 12, 31, 18, 0, tzinfo=WARD_ZONE)
    ends = min(first + weeks * WEEK, last) if weeks else last
    engine = open_database(folder / "nam.sqlite3")
    schema.upgrade(engine)
    sessions = make_sessions(engine)
    cast = fill(sessions, office, cast_for(document, people, year, random), year, first)
    record = Record(cast.ward, office, first, ends, outages=outages_of(year, first, ends, random))
    stage = Stage.opened(sessions, cast, record, seed, folder)
    _play(stage, record, random, folder, felt, aside)
    engine.dispose()
    return record


def _play(stage: Stage, record: Record, random: Random, folder: Path, felt: timedelta, aside: bool) -> None:
    """The whole time by jumps; from a random Monday on also a twin, minute by minute."""
    monday = record.begins + timedelta(days=7 - record.begins.weekday())
    choices = max(1, (record.ends - monday) // WEEK)
    start = (monday + random.randrange(choices) * WEEK).replace(hour=0, minute=0)
    stage.play(start + timedelta(minutes=1))
    twin, end = stage.copied(folder / "tuan.sqlite3", folder), min(start + felt, record.ends)

    def feel() -> list[Sent]:
        twin.play(end, every_minute=True)
        return twin.record.sent

    felt_by = beside.begin(feel) if aside else feel
    stage.play(record.ends)
    record.week, record.twin = (start, end), felt_by()
    stage.close()
