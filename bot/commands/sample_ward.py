"""A ward to try things on: a real plan, invented people, everybody linked on the console channel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from sqlalchemy import select

from bot.domain.message import Address
from bot.domain.ward import WardRules
from bot.loading.applying import apply
from bot.loading.document import PlanDocument
from bot.loading.reading import read_documents
from config.calendars import load_calendar, load_regimes
from config.ward import read_wards
from db import people
from db.models import Person, Ward
from db.session import Sessions
from handlers.turn import Office

ROOT = Path(__file__).resolve().parent.parent.parent
PLANS = ROOT / "config" / "plans"
FILES = (PLANS / "ngo-quyen.yaml", PLANS / "ngo-quyen.people.yaml")
UNITS_TOO = (*FILES, PLANS / "ngo-quyen.tdp.yaml")
"""The same with indicators that six tổ dân phố report together."""
TASKS_TOO = (*FILES, PLANS / "ngo-quyen.nhiem-vu.yaml")
"""The same with a task that says everything of itself, and one that comes back every week."""
WARD = "ngo-quyen"
ACCOUNT = "console"
DECISION = "57/QĐ-UBND ngày 15/7/2026"
"""Invented, as the people are: with it everything of the plan can be tried."""


@cache
def sample_office() -> Office:
    """The rules that ship with the product."""
    regimes = load_regimes()
    wards = read_wards(ROOT / "config" / "ward.example.toml", regimes)
    rules: WardRules = replace(wards[WARD], office_phone="0204 3000 102", defence_decision=DECISION)
    return Office(rules, regimes, load_calendar())


def fill(
    sessions: Sessions, office: Office, now: datetime, year: int = 2026, files: Sequence[Path] = FILES
) -> None:
    """Load the plan and its people into an empty, migrated database."""
    document = _read(tuple(files))
    with sessions.begin() as session:
        changes = apply(session, office.rules, office.regimes, document, year, now)
        if changes.problems:
            raise ValueError("\n".join(map(str, changes.problems)))


@cache
def _read(files: tuple[Path, ...]) -> PlanDocument:
    """The files that ship, read once: the demo and the tests fill many wards with them."""
    document, problems = read_documents(list(files))
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    return document


def link_people(
    sessions: Sessions, now: datetime, channel: str = "console", codes: Iterable[str] | None = None
) -> dict[str, str]:
    """Link people (all by default), each with the own code as chat; return their given names by chat."""
    wanted = None if codes is None else set(codes)
    with sessions.begin() as session:
        ward = session.scalars(select(Ward).where(Ward.code == WARD)).one()
        rows = session.scalars(select(Person).where(Person.ward_id == ward.id).order_by(Person.id)).all()
        names = {}
        for row in rows:
            if wanted is None or row.code in wanted:
                people.link(session, Address(channel, ACCOUNT, row.code), ward.id, row.id, now)
                names[row.code] = row.name.split()[-1]
    return names
