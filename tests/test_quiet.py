"""Where a tick has found nothing to tell it looks no further, until something changes by which it decides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.app import App
from db.models import Alarm, Audit, Chat, Outbox, Ward
from db.session import Sessions
from db.ward_loading import bump
from handlers import clockwork
from tests.machine import Machine, at

MORNING = "20/11/2026 08:{:02}"
"""A Friday; the digests of the day are out at half past seven."""


@pytest.fixture
def machine(sessions: Sessions, tmp_path: Path) -> Machine:
    machine = Machine(sessions, tmp_path, "12/11/2026 08:00")
    machine.poll("20/11/2026 07:30")
    machine.tick("20/11/2026 07:30")
    return machine


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each close look at the ward."""
    looks: list[str] = []
    owed = clockwork.owed

    def noted(session: Session, *rest: object) -> object:
        looks.append("look")
        return owed(session, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(clockwork, "owed", noted)
    return looks


def beat(machine: Machine, minute: int) -> None:
    machine.poll(MORNING.format(minute))
    machine.tick(MORNING.format(minute))


def test_a_quiet_morning_is_looked_at_once_until_an_hour_at_which_something_begins(
    machine: Machine, looked: list[str]
) -> None:
    for minute in range(0, 60 * 3, 2):
        moment = f"20/11/2026 {8 + minute // 60:02}:{minute % 60:02}"
        machine.poll(moment)
        machine.tick(moment)
    assert len(looked) == 1
    machine.poll("20/11/2026 14:00")
    machine.tick("20/11/2026 14:00")
    assert len(looked) == 2


def test_a_line_of_the_log_that_comes_behind_a_later_one_is_seen(machine: Machine, looked: list[str]) -> None:
    for minute in range(3):
        beat(machine, minute)
    with machine.sessions.begin() as session:
        newest = session.scalar(select(func.max(Audit.id))) or 0
        session.add(logged(session, newest + 2))
    beat(machine, 4)
    seen = len(looked)
    beat(machine, 5)
    assert len(looked) == seen
    with machine.sessions.begin() as session:
        session.add(logged(session, newest + 1))
    beat(machine, 6)
    assert len(looked) == seen + 1
    beat(machine, 7)
    assert len(looked) == seen + 1


def logged(session: Session, number: int) -> Audit:
    ward = session.scalars(select(Ward.id)).one()
    return Audit(id=number, ward_id=ward, at=at("20/11/2026 08:03"), action="extension", subject="NV-021")


def test_the_night_is_quiet_too(machine: Machine, looked: list[str]) -> None:
    for minute in range(30):
        machine.poll(f"20/11/2026 23:{minute:02}")
        machine.tick(f"20/11/2026 23:{minute:02}")
    assert len(looked) == 1


def bumped(session: Session) -> None:
    bump(session, session.scalars(select(Ward.id)).one())


def linked(session: Session) -> None:
    one = session.scalars(select(Chat).where(Chat.chat == "minh")).one()
    one.cut_at = at("20/11/2026 08:03")


def back(session: Session) -> None:
    session.execute(update(Chat).values(unreachable_at=at("20/11/2026 08:03")))


def failed(session: Session) -> None:
    row = session.scalars(select(Outbox).order_by(Outbox.id.desc())).first()
    assert row is not None
    row.state, row.error = "failed", "too_long"


CHANGES: dict[str, Callable[[Session], object]] = {
    "the plan": bumped,
    "a phone cut off": linked,
    "nobody can be reached": back,
    "a message that could not be sent": failed,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_ends_the_quiet(
    machine: Machine, looked: list[str], change: Callable[[Session], object]
) -> None:
    for minute in range(3):
        beat(machine, minute)
    with machine.sessions.begin() as session:
        change(session)
    seen = len(looked)
    beat(machine, 4)
    assert len(looked) == seen + 1


def test_a_report_ends_the_quiet_before_and_after_it_is_handled(machine: Machine, looked: list[str]) -> None:
    for minute in range(3):
        beat(machine, minute)
    seen = len(looked)
    machine.poll(MORNING.format(4), machine.said("minh", "bhxh tn 201", MORNING.format(4)))
    machine.tick(MORNING.format(4))
    machine.handle()
    assert machine.figures("CT07b")
    beat(machine, 5)
    assert len(looked) == seen + 2


def test_a_silent_platform_is_told_in_the_midst_of_quiet(machine: Machine, looked: list[str]) -> None:
    for minute in range(5):
        beat(machine, minute)
    for minute in range(5, 20):
        machine.tick(MORNING.format(minute))
    with machine.sessions() as session:
        assert session.scalars(select(Alarm.name)).all() == ["poll"]


def test_a_look_that_failed_finds_no_quiet(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, looked: list[str]
) -> None:
    def broken(*_: object) -> object:
        raise OSError("the disk is away")

    with monkeypatch.context() as patch:
        patch.setattr("handlers.situation.daily.owed", broken)
        beat(machine, 0)
    beat(machine, 1)
    assert len(looked) == 2


@pytest.mark.parametrize(
    ("words", "looks"), [("NV-021 vướng: chưa có văn bản hướng dẫn", 1), ("bhxh tn 201", 0)]
)
def test_of_two_programs_the_one_at_rest_looks_when_the_other_took_in_more_than_a_report(
    machine: Machine, looked: list[str], words: str, looks: int
) -> None:
    first = machine.app
    other = App(
        sessions=machine.sessions,
        offices=first.offices,
        accounts=first.accounts,
        abilities=first.abilities,
        clock=machine.clock,
        out=first.out,
    )
    for minute in range(3):
        beat(machine, minute)
    report = machine.said("minh", words, MORNING.format(3))
    other.accept(report.address.account, [report])
    other.receive_waiting()
    seen = len(looked)
    beat(machine, 4)
    assert len(looked) == seen + looks
