"""A large ward to measure on: 170 indicators and 68 tasks of real plans, 60 people, months of figures."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select

from bot.app import App
from bot.channels import Ability
from bot.clock import SetClock
from bot.commands.sample_ward import PLANS, WARD, sample_office
from bot.domain.message import Address, Incoming
from bot.domain.targets import Target, from_json
from bot.domain.workdays import WARD_ZONE
from bot.loading.applying import apply
from bot.loading.document import IndicatorLine, PersonLine, PlanDocument
from bot.loading.reading import read_documents
from bot.logs import configure
from db import people, schema
from db.models import Figure, Item, Person, Plan, TargetRow
from db.session import Sessions, make_sessions, open_engine

YEAR = 2026
INDICATORS, PEOPLE = 170, 60
PLAN_FILES = ("phuong-2-tay-ninh", "phuong-2-cao-lanh", "ngo-quyen", "le-loi")
CHANNEL, ACCOUNT = "bench", "bench"
LOADED = datetime(YEAR, 1, 2, 8, tzinfo=WARD_ZONE)


@contextmanager
def ward_app(start: datetime, periods: int = 0) -> Iterator[App]:
    """The App on a SQLite file with the large ward, everybody linked, and `periods` months reported."""
    configure("ERROR")
    with tempfile.TemporaryDirectory(prefix="giaoban-bench-") as folder:
        engine = open_engine(f"sqlite:///{folder}/ward.db")
        schema.upgrade(engine)
        sessions = make_sessions(engine)
        fill(sessions, periods)
        yield App(
            sessions=sessions,
            offices={WARD: sample_office()},
            accounts={ACCOUNT: WARD},
            abilities={CHANNEL: Ability(buttons=True, files=True, edit=True, max_text=4096)},
            clock=SetClock(start),
            out=Path(folder),
        )
        engine.dispose()


def fill(
    sessions: Sessions, periods: int, channel: str = CHANNEL, account: str = ACCOUNT, count: int = PEOPLE
) -> None:
    """Load the plan, link person number n to chat n, and report the first `periods` months of the year."""
    office = sample_office()
    with sessions.begin() as session:
        changes = apply(session, office.rules, office.regimes, large_plan(count), YEAR, LOADED)
        assert not changes.problems, changes.problems
        for person in session.scalars(select(Person)):
            address = Address(channel, account, str(int(person.code[1:])))
            people.link(session, address, person.ward_id, person.id, LOADED)
        for item, target in session.execute(
            select(Item, TargetRow).join(TargetRow).join(Plan).where(Plan.year == YEAR)
        ):
            session.add_all(figures_of(item, target, periods))


def large_plan(count: int = PEOPLE) -> PlanDocument:
    """The indicators and tasks of the four plans that ship, shared out among `count` people."""
    plans = [read_documents([PLANS / f"{name}.yaml"])[0] for name in PLAN_FILES]
    lines = [line for plan in plans for line in plan.indicators if _is_leaf(line)]
    different = len(lines)
    tasks = plans[0].tasks
    lines = [*lines, *lines][:INDICATORS]
    return PlanDocument(
        ward_code=WARD,
        ward_name="Phường Ngô Quyền",
        year=YEAR,
        title="Kế hoạch năm",
        fields=tuple({line.code: line for plan in plans for line in plan.fields}.values()),
        people=tuple(_person(number) for number in range(1, count + 1)),
        indicators=tuple(_renamed(line, number, different, count) for number, line in enumerate(lines, 1)),
        tasks=tuple(
            replace(task, owner=_owner(number, count), unit=None) for number, task in enumerate(tasks)
        ),
    )


def _is_leaf(line: IndicatorLine) -> bool:
    """True for what can be reported on: security and defence are closed until a decision opens them."""
    open_ = line.field not in {"an_ninh", "quoc_phong"}
    return open_ and line.target is not None and line.target.evaluation != "composite"


def _person(number: int) -> PersonLine:
    role = {1: "chair", 2: "leader", 3: "clerk"}.get(number, "official")
    return PersonLine(code=f"p{number:02}", name=f"Nguyễn Văn Số {number}", address="anh", roles=(role,))


def _owner(number: int, count: int) -> str:
    return f"p{4 + number % (count - 3):02}"


def _renamed(line: IndicatorLine, number: int, different: int, count: int) -> IndicatorLine:
    again = f" khu vực {number}" if number > different else ""
    return replace(
        line,
        code=f"CT{number:03}",
        slug=f"ct-{number:03}",
        name=f"{line.name}{again}",
        short_name=f"{line.short_name or line.name}{again}"[:60],
        aliases=(),
        parent=None,
        listed=True,
        owner=_owner(number, count),
        unit=None,
        frequency="month",
    )


def figures_of(item: Item, target: TargetRow, periods: int, year: int = YEAR) -> Iterator[Figure]:
    """What an item's owner reported in the first months of a year."""
    for month in range(1, periods + 1):
        at = datetime(year, month, 15, 9, tzinfo=WARD_ZONE)
        value = plausible(from_json(target.spec), month)
        yield Figure(
            ward_id=item.ward_id,
            item_id=item.id,
            period=f"{year}-{month:02}",
            as_of=date(year, month, 14),
            state="held" if value is None else "value",
            value=value,
            person_id=item.owner_id,
            entered_by_id=item.owner_id,
            channel=CHANNEL,
            reported_at=at,
            at=at,
        )


def plausible(target: Target, month: int, more: Decimal = Decimal(0)) -> Decimal | None:
    """What an official would report for a month; None where a bare number is no report.

    `more` is the part by which it is more than the first time that he reports.
    """
    if target.value is None or target.unit in {None, "đồng"}:
        return None
    if target.evaluation == "cumulative":
        return (target.value * month / 12 * (1 + more)).quantize(Decimal(1))
    return target.value * (1 - more) if target.evaluation == "level" else None


def reports(sessions: Sessions, month: int, more: Decimal = Decimal(0)) -> list[tuple[int, str]]:
    """(chat of the owner, words) for every indicator on which a bare number is a report."""
    with sessions() as session:
        rows = session.execute(
            select(Item.key, Item.short_name, Person.code, TargetRow.spec)
            .join(TargetRow, TargetRow.item_id == Item.id)
            .join(Person, Person.id == Item.owner_id)
            .order_by(Item.id)
        ).all()
    names = Counter(name for _key, name, _code, _spec in rows)
    return [
        (int(code[1:]), f"{name if names[name] == 1 else key} {value:f}".replace(".", ","))
        for key, name, code, spec in rows
        if (value := plausible(from_json(spec), month, more)) is not None
    ]


def message(number: int, chat: int, words: str, now: datetime) -> Incoming:
    """One message of the person who has this chat."""
    address = Address(CHANNEL, ACCOUNT, str(chat))
    return Incoming(f"m{number}", address, str(chat), now, text=words, message_id=str(number))
