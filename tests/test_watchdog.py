"""Clerk and admin are told once when something has been wrong for long, and once when it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.app import App
from bot.channels import Ability
from bot.clock import SetClock
from bot.commands.sample_ward import ACCOUNT, WARD, link_people, sample_office
from bot.domain import watch
from bot.domain.message import Address, Outgoing
from bot.domain.workdays import WARD_ZONE
from db import outbox, people, pulse, sending
from db.models import Outbox, Person, Role, Ward
from db.session import Sessions
from db.ward_loading import load
from handlers.watch import tell
from tests.wards import fill

CHANNEL = "sample"
FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=WARD_ZONE)
MINUTE = timedelta(minutes=1)


class Machine:
    """The App on a machine whose network may fail: minute by minute a tick, a poll, the outbox emptied."""

    def __init__(self, sessions: Sessions, out: Path) -> None:
        self.sessions = sessions
        self.clock = SetClock(FRIDAY)
        self.app = App(
            sessions=sessions,
            offices={WARD: replace(sample_office(), accounts=(ACCOUNT,))},
            accounts={ACCOUNT: WARD},
            abilities={CHANNEL: Ability(buttons=True, files=True, edit=True, max_text=4096)},
            clock=self.clock,
            out=out,
        )

    def live(self, start: datetime, end: datetime, *, polls: bool = True, sends: bool = True) -> None:
        """Every minute from `start` to `end`; without `polls` the platform is silent."""
        now = start
        while now <= end:
            self.clock.set(now)
            if polls:
                self.app.accept(ACCOUNT, [])
            self.app.tick()
            if sends:
                self._send(now)
            now += MINUTE

    def _send(self, now: datetime) -> None:
        with self.sessions.begin() as session:
            waiting = select(Outbox.id).where(Outbox.state == "waiting", Outbox.key != "stuck")
            for row_id in session.scalars(waiting).all():
                sending.mark_sent(session, row_id, f"b{row_id}", now)

    def told(self) -> list[tuple[str, str]]:
        """What the watchdog has said, to whom; what was withdrawn was not said."""
        with self.sessions() as session:
            statement = (
                select(Person.code, Outbox.text)
                .join(Person, Person.id == Outbox.person_id)
                .where(Outbox.key.startswith("alarm:"), Outbox.state == "sent")
                .order_by(Outbox.id)
            )
            return [(code, text) for code, text in session.execute(statement)]


@pytest.fixture
def machine(sqlite_sessions: Sessions, tmp_path: Path) -> Machine:
    """A ward whose clerk Lan, official Minh and an admin are linked; a machine that has run since 8:40."""
    return make(sqlite_sessions, tmp_path)


def make(sessions: Sessions, out: Path) -> Machine:
    fill(sessions, sample_office(), FRIDAY - timedelta(days=10))
    with sessions.begin() as session:
        ward = session.scalars(select(Ward)).one()
        session.add(Person(ward_id=ward.id, code="admin", name="Tạ Quản Trị", roles=[Role(name="admin")]))
        ward.revision += 1
    link_people(sessions, FRIDAY - timedelta(days=10), CHANNEL, ["lan", "minh", "admin"])
    machine = Machine(sessions, out)
    machine.live(FRIDAY - 20 * MINUTE, FRIDAY)
    return machine


def test_silence_of_the_platform_is_told_after_ten_minutes_once(machine: Machine) -> None:
    machine.live(FRIDAY + MINUTE, FRIDAY + 10 * MINUTE, polls=False)
    assert machine.told() == []
    machine.live(FRIDAY + 11 * MINUTE, FRIDAY + 60 * MINUTE, polls=False)
    said = machine.told()
    assert {code for code, _text in said} == {"lan", "admin"}
    assert len(said) == 2
    assert all(
        "không lấy được tin nhắn mới (console) từ 9 giờ 00, 20/11/2026" in text for _code, text in said
    )


def test_when_it_is_over_that_is_told_once(machine: Machine) -> None:
    machine.live(FRIDAY + MINUTE, FRIDAY + 30 * MINUTE, polls=False)
    machine.live(FRIDAY + 31 * MINUTE, FRIDAY + 60 * MINUTE)
    said = machine.told()[2:]
    assert sorted(code for code, _text in said) == ["admin", "lan"]
    assert all(text.startswith("[Đã hết sự cố]") and "từ 9 giờ 00" in text for _code, text in said)


def test_what_could_not_be_told_in_time_is_told_in_one_message_afterwards(machine: Machine) -> None:
    machine.live(FRIDAY + MINUTE, FRIDAY + 14 * MINUTE, polls=False, sends=False)
    machine.live(FRIDAY + 15 * MINUTE, FRIDAY + 16 * MINUTE)
    assert [text[:15] for _code, text in machine.told()] == ["[Đã hết sự cố] "] * 2


def test_a_second_silence_is_told_again(machine: Machine) -> None:
    for hour in (1, 2):
        start = FRIDAY + timedelta(hours=hour)
        machine.live(start - 60 * MINUTE, start)
        machine.live(start + MINUTE, start + 20 * MINUTE, polls=False)
        machine.live(start + 21 * MINUTE, start + 22 * MINUTE)
        assert len(machine.told()) == 4 * hour


def test_a_message_that_waits_for_long_is_told(machine: Machine) -> None:
    with machine.sessions.begin() as session:
        ward = session.scalars(select(Ward)).one()
        message = Outgoing(Address(CHANNEL, ACCOUNT, "minh"), "…")
        outbox.put(session, message, key="stuck", kind="reply", now=FRIDAY, ward_id=ward.id)
    machine.live(FRIDAY, FRIDAY + 16 * MINUTE)
    assert ["chưa gửi đi được từ 9 giờ 00" in text for _code, text in machine.told()] == [True, True]
    with machine.sessions.begin() as session:
        row = session.scalars(select(Outbox).where(Outbox.key == "stuck")).one()
        sending.mark_sent(session, row.id, "1", FRIDAY)
    machine.live(FRIDAY + 17 * MINUTE, FRIDAY + 18 * MINUTE)
    assert [text[:14] for _code, text in machine.told()[2:]] == ["[Đã hết sự cố]"] * 2


def test_a_backup_that_has_become_old_is_told(machine: Machine) -> None:
    with machine.sessions.begin() as session:
        pulse.beat(session, "backup", FRIDAY - timedelta(days=3))
    machine.live(FRIDAY, FRIDAY + MINUTE)
    said = machine.told()
    assert ["chưa được sao lưu từ 9 giờ 00, 17/11/2026" in text for _code, text in said] == [True, True]


def test_a_damaged_file_is_told(machine: Machine) -> None:
    with machine.sessions.begin() as session:
        pulse.beat(session, "damage", FRIDAY)
    machine.live(FRIDAY, FRIDAY + 5 * MINUTE)
    assert ["bị hỏng" in text for _code, text in machine.told()] == [True, True]


def test_at_night_nobody_is_woken(machine: Machine) -> None:
    evening = FRIDAY.replace(hour=17, minute=30)
    machine.live(FRIDAY, FRIDAY)
    machine.live(evening, evening + 40 * MINUTE, polls=False)
    assert machine.told() == []


def test_a_computer_that_is_off_at_night_raises_no_alarm_in_the_morning(machine: Machine) -> None:
    monday = datetime(2026, 11, 23, 7, 30, tzinfo=WARD_ZONE)
    machine.live(monday, monday + MINUTE, polls=False)
    machine.live(monday + 2 * MINUTE, monday + 30 * MINUTE)
    assert machine.told() == []


def test_two_processes_tell_it_once(sessions: Sessions, tmp_path: Path) -> None:
    machine = make(sessions, tmp_path)
    other = Machine(sessions, tmp_path)
    for minute in range(1, 30):
        now = FRIDAY + minute * MINUTE
        machine.live(now, now, polls=False, sends=False)
        other.live(now, now, polls=False)
    assert len(machine.told()) == 2


@pytest.mark.parametrize(
    ("admins", "backup", "poll"),
    [
        (["ngo-quyen"], [("ngo-quyen", "admin")], [("ngo-quyen", "admin"), ("le-loi", "thu")]),
        ([], [("ngo-quyen", "lan"), ("le-loi", "thu")], [("ngo-quyen", "lan"), ("le-loi", "thu")]),
    ],
)
def test_of_several_wards_the_admins_hear_what_is_wrong_with_the_installation(
    sessions: Sessions,
    tmp_path: Path,
    admins: list[str],
    backup: list[tuple[str, str]],
    poll: list[tuple[str, str]],
) -> None:
    """Clerks hear of their own bot where the ward has no admin, of the backup where no ward has one."""
    province(sessions, admins)
    assert sorted(audience(sessions, "backup")) == sorted(backup)
    assert sorted(audience(sessions, "poll")) == sorted(poll)


def province(sessions: Sessions, admins: list[str]) -> None:
    """Two wards, each with a clerk who is linked, and in some an admin."""
    fill(sessions, sample_office(), FRIDAY)
    link_people(sessions, FRIDAY, CHANNEL, ["lan"])
    with sessions.begin() as session:
        session.add(Ward(code="le-loi", name="Phường Lê Lợi"))
        session.flush()
        add_person(session, "le-loi", "thu", "clerk")
        for ward in admins:
            add_person(session, ward, "admin", "admin")


def add_person(session: Session, ward: str, code: str, role: str) -> None:
    ward_id = session.scalars(select(Ward.id).where(Ward.code == ward)).one()
    person = Person(ward_id=ward_id, code=code, name="Lê Thu", roles=[Role(name=role)])
    session.add(person)
    session.flush()
    people.link(session, Address(CHANNEL, ACCOUNT, f"{ward} {code}"), ward_id, person.id, FRIDAY)


def audience(sessions: Sessions, name: watch.Name) -> list[tuple[str, str]]:
    """(ward, person) of those who hear it."""
    office = replace(sample_office(), accounts=(ACCOUNT,), alone=False)
    found = []
    with sessions() as session:
        for row in session.scalars(select(Ward)).all():
            ward = load(session, row.id, FRIDAY.date(), office.calendar, frozenset())
            said = tell(session, office, ward, watch.News(name, FRIDAY, FRIDAY))
            found += [(row.code, ward.people[reply.to or 0].code) for reply in said]
    return found
