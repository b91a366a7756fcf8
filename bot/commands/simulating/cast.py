"""The ward that is simulated: a plan, its own people and invented ones, every item in somebody's hands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from sqlalchemy import select

from bot.domain.message import Address
from bot.domain.targets import Target
from bot.domain.ward import WardRules
from bot.loading.applying import apply
from bot.loading.document import (
    FieldLine,
    IndicatorLine,
    ItemLine,
    PersonLine,
    PlanDocument,
    ShareLine,
    TaskLine,
    UnitLine,
)
from bot.loading.reading import read_documents
from config.errors import ConfigError
from db import people
from db.models import Person, Ward
from db.session import Sessions
from db.ward_loading import load
from db.ward_view import WardView
from handlers.turn import Office

CHANNELS = {"nut-bam": "account-a", "chu-so": "account-b"}
"""Two channels, one with buttons and one without, each with its bot account."""
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Dương", "Lý", "Tô")
MIDDLE = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh", "Hữu", "Thu", "Quang", "Hải")
GIVEN = ("An", "Bình", "Châu", "Diệp", "Giang", "Hạnh", "Khánh", "Linh", "Nam", "Oanh", "Phúc", "Quân",
         "Sáng", "Tâm", "Uyên", "Vinh", "Xuân", "Ý", "Bách", "Chi", "Đạt", "Hiếu", "Khoa", "Ly", "Mạnh",
         "Nhàn", "Phong", "Quyên", "Thịnh", "Trang")  # fmt: skip
UNITS, PER_UNIT = 6, 120
"""How many units report the collected indicator that is added to every plan, and what each was assigned."""
STONES = ("trình dự thảo", "lấy ý kiến các đơn vị", "kiểm tra thực tế")
"""The intermediate dates that a dated task of the plan may get, in this order."""
DATED = 0.35
"""Share of the plan's tasks without a date that get one, so that every stage of a task is reached."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The ward once it is loaded, and the address of everybody in it."""

    office: Office
    ward: WardView
    addresses: dict[str, Address]


def read_plan(path: Path) -> PlanDocument:
    """The plan of a file, with the people beside it (X.people.yaml). ConfigError for what cannot be read."""
    beside = path.with_suffix(f".people{path.suffix}")
    document, problems = read_documents([path, *([beside] if beside.is_file() else [])])
    if problems:
        raise ConfigError([str(problem) for problem in problems])
    return document


def collected(document: PlanDocument, hand: Callable[[ItemLine], str | None]) -> PlanDocument:
    """The document with one more indicator, which six units report together."""
    units = [UnitLine(code=f"tdp{number}", name=f"Tổ dân phố số {number}") for number in range(1, UNITS + 1)]
    target = Target("cumulative", ">=", value=Decimal(PER_UNIT * UNITS), unit="hộ", lower_better=False)
    line = IndicatorLine(
        code="TP01",
        name="Vận động hộ gia đình đăng ký thu gom rác thải tại nguồn",
        short_name="Thu gom rác tại nguồn",
        field=document.fields[0].code if document.fields else None,
        target=target,
        collect="sum",
    )
    shares = [
        ShareLine(code=line.code, unit=unit.code, owner=hand(line), assigned=Decimal(PER_UNIT))
        for unit in units
    ]
    return replace(
        document,
        units=(*document.units, *units),
        indicators=(*document.indicators, line),
        shares=(*document.shares, *shares),
    )


def cast_for(document: PlanDocument, count: int, year: int, random: Random) -> PlanDocument:
    """The document with `count` people who share the items, and nothing reported yet."""
    everybody = [*document.people[:count], *_invented(document.people, count, random)]
    everybody = _with_leaders(everybody)
    workers = [one.code for one in everybody if _works(one)]
    hand = _dealer(workers, random)
    codes = {one.code for one in everybody}
    leaders = [one.code for one in everybody if {"chair", "leader"} & set(one.roles or ())]
    document = collected(document, hand)
    parents = {line.parent for line in document.indicators}
    lines = {line.code for line in document.shares}
    dealt = replace(
        document,
        people=tuple(everybody),
        fields=tuple(_led(line, codes, leaders, place) for place, line in enumerate(document.fields)),
        indicators=tuple(
            line if line.code in parents | lines else replace(line, owner=hand(line))
            for line in document.indicators
        ),
        tasks=tuple(
            _dated(replace(line, owner=hand(line)), document.year or year, random) for line in document.tasks
        ),
        known=tuple(replace(line, as_of=None, value=None, state=None) for line in document.known),
    )
    return weekly(dealt, hand)


def _invented(known: Sequence[PersonLine], count: int, random: Random) -> list[PersonLine]:
    """New people up to `count`; no two share a full name, and their codes are their own."""
    taken = {one.name for one in known}
    units: list[str | None] = [one.unit for one in known if one.unit] or [None]
    made: list[PersonLine] = []
    while len(known) + len(made) < count:
        name = " ".join(random.choice(words) for words in (FAMILY, MIDDLE, GIVEN))
        if name in taken:
            continue
        taken.add(name)
        address = random.choice(("anh", "chị"))
        unit = random.choice(units)
        made.append(
            PersonLine(
                code=f"cb{len(made) + 1:03}", name=name, address=address, unit=unit, roles=("official",)
            )
        )
    return made


def _with_leaders(everybody: Sequence[PersonLine]) -> list[PersonLine]:
    """A ward without chair, leader or clerk in its list gets them from its first people."""
    found = list(everybody)
    for role in ("chair", "leader", "clerk"):
        if not any(role in (one.roles or ()) for one in found):
            place = next(at for at, one in enumerate(found) if one.roles in {None, ("official",)})
            found[place] = replace(found[place], roles=(role,) if role != "clerk" else (role, "official"))
    return found


def _works(person: PersonLine) -> bool:
    return bool({"official", "unit_head"} & set(person.roles or ("official",)))


class _dealer:  # noqa: N801 - called like a function
    """Deals items out: a third of the people have most of them, as in a real office."""

    def __init__(self, workers: Sequence[str], random: Random) -> None:
        self._workers = list(workers)
        self._busy = self._workers[: max(1, len(self._workers) // 3)]
        self._random = random
        self._place = 0

    def __call__(self, line: ItemLine) -> str | None:
        if line.owner in self._workers and self._random.random() < 0.3:
            return line.owner
        if self._random.random() < 0.4:
            return self._random.choice(self._busy)
        self._place += 1
        return self._workers[self._place % len(self._workers)]


def _led(line: FieldLine, codes: set[str], leaders: Sequence[str], place: int) -> FieldLine:
    kept = line.leader if line.leader in codes else None
    return replace(line, leader=kept or leaders[place % len(leaders)])


def _dated(line: TaskLine, year: int, random: Random) -> TaskLine:
    """Some tasks get a date; of the plan's own year, moved with it when it is loaded for another."""
    if line.due_on is not None or line.frequency == "none" or random.random() > DATED:
        return line
    due = date(year, random.randint(2, 12), random.randint(1, 28))
    return replace(line, due_on=due, milestones=_stones(due, random))


def _stones(due: date, random: Random) -> tuple[tuple[date, str], ...]:
    """None to three dates on the way, two or three weeks apart, the last one before the task's own."""
    names = STONES[: random.choice((0, 1, 2, 3))]
    ahead = [timedelta(days=16 * (len(names) - place) + random.randint(0, 5)) for place in range(len(names))]
    return tuple((due - by, name) for by, name in zip(ahead, names, strict=True))


def weekly(document: PlanDocument, hand: Callable[[ItemLine], str | None]) -> PlanDocument:
    """The document with one more task, which comes back each week."""
    line = TaskLine(
        code="TP02",
        name="Tổ chức “Ngày Chủ nhật xanh” tại các tổ dân phố",
        short_name="Chủ nhật xanh tại tổ dân phố",
        field=document.fields[0].code if document.fields else None,
        frequency="week",
        due_rule="fri",
    )
    return replace(document, tasks=(*document.tasks, replace(line, owner=hand(line))))


def fill(sessions: Sessions, office: Office, document: PlanDocument, year: int, now: datetime) -> Cast:
    """Load the document into an empty, migrated database and link everybody and the group."""
    with sessions.begin() as session:
        changes = apply(session, office.rules, office.regimes, document, year, now)
        if changes.problems:
            raise ConfigError([str(problem) for problem in changes.problems])
    with sessions.begin() as session:
        row = session.scalars(select(Ward)).one()
        addresses = dict(_addresses(session.scalars(select(Person).order_by(Person.id))))
        for person in session.scalars(select(Person)):
            people.link(session, addresses[person.code], row.id, person.id, now)
        addresses["group"] = Address("nut-bam", CHANNELS["nut-bam"], "group")
        people.link(session, addresses["group"], row.id, None, now)
        ward = load(session, row.id, now.date(), office.calendar, office.rules.closed)
    return Cast(office, ward, addresses)


def _addresses(rows: Iterable[Person]) -> Iterable[tuple[str, Address]]:
    names = list(CHANNELS)
    for place, person in enumerate(rows):
        channel = names[place % len(names)]
        yield person.code, Address(channel, CHANNELS[channel], person.code)


def rules_for(document: PlanDocument, offices: dict[str, Office], example: Office) -> Office:
    """The office whose ward the plan is of; the example's rules under the plan's name for any other."""
    code = document.ward_code or example.rules.code
    if code in offices:
        return offices[code]
    rules: WardRules = replace(example.rules, code=code, name=document.ward_name or code)
    return replace(example, rules=rules)
