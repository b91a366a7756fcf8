"""What nobody asked for is not sent at night, nor a day late; answers always go at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Reminder
from db.session import Sessions
from tests.machine import Machine


@pytest.fixture
def machine(sessions: Sessions, tmp_path: Path) -> Machine:
    """A ward in which figures fall due on Tuesday, 17/11/2026; the machine runs since Sunday."""
    machine = Machine(sessions, tmp_path, "15/11/2026 08:00")
    machine.tick("16/11/2026 07:28")
    machine.poll("16/11/2026 07:29")
    return machine


def test_a_reminder_that_an_outage_has_delayed_waits_for_the_next_sending_hours(machine: Machine) -> None:
    machine.tick("16/11/2026 07:30", sends=False)
    assert machine.tick("16/11/2026 12:00") == []
    arrived = machine.tick("16/11/2026 13:30")
    assert [chat for chat, text in arrived if "BHXH" in text] == ["minh"]


def test_an_answer_goes_out_at_night_past_a_reminder_that_waits(machine: Machine) -> None:
    machine.tick("16/11/2026 07:30", sends=False)
    machine.poll("16/11/2026 20:00", machine.said("minh", "bhxh tn 201", "16/11/2026 20:00"))
    ((chat, text),) = machine.handle()
    assert (chat, "201 người" in text) == ("minh", True)
    assert set(machine.states()) == {"waiting"}


def test_a_digest_of_yesterday_is_replaced_by_todays(machine: Machine) -> None:
    machine.tick("16/11/2026 07:30", sends=False)
    machine.poll("17/11/2026 07:30")
    arrived = machine.tick("17/11/2026 07:30")
    mine = [text for chat, text in arrived if chat == "minh"]
    assert len(mine) == 1
    assert "[Đến hạn hôm nay]" in mine[0]


def test_what_was_decided_and_never_said_is_not_remembered_as_said(
    sessions: Sessions, machine: Machine
) -> None:
    machine.tick("16/11/2026 07:30", sends=False)
    with sessions() as session:
        before = set(session.scalars(select(Reminder.subject)))
    machine.poll("17/11/2026 07:30")
    machine.tick("17/11/2026 07:30")
    with sessions() as session:
        after = set(session.scalars(select(Reminder.subject).where(Reminder.recipient != "ward")))
    assert (before, after) == ({"2026-11-16"}, {"2026-11-17"})


def test_on_a_day_off_nothing_goes_out_that_nobody_asked_for(machine: Machine) -> None:
    machine.poll("16/11/2026 09:00", machine.said("lan", "ngay nghi 17/11 mat dien", "16/11/2026 09:00"))
    machine.handle()
    machine.tick("16/11/2026 16:00", sends=False)
    assert machine.tick("17/11/2026 09:00") == []


def test_a_reminder_that_waits_over_lunch_is_no_alarm(machine: Machine) -> None:
    machine.tick("16/11/2026 11:29", sends=False)
    for minute in range(30, 45):
        machine.poll(f"16/11/2026 13:{minute}")
        machine.tick(f"16/11/2026 13:{minute}", sends=False)
    assert not any("[Sự cố]" in text for _chat, text in machine.send())
