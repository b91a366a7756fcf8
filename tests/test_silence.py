"""After an outage: what was sent meanwhile counts from then, and what is lost is asked for again, once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from db.session import Sessions
from tests.machine import Machine

ASKED = "không đến được trợ lý"


@pytest.fixture
def machine(sessions: Sessions, tmp_path: Path) -> Machine:
    """A machine that was switched off on Friday, 13/11/2026, at 17:00; figures fall due on the 17th."""
    machine = Machine(sessions, tmp_path, "12/11/2026 08:00")
    machine.poll("13/11/2026 17:00")
    machine.tick("13/11/2026 17:00")
    return machine


def asked(machine: Machine) -> list[str]:
    return [chat for chat, text in machine.arrived if ASKED in text]


def live(machine: Machine, day: str, minutes: int, hour: int = 8) -> None:
    """Polls and ticks, every other minute."""
    for minute in range(0, minutes, 2):
        moment = f"{day} {hour + minute // 60:02}:{minute % 60:02}"
        machine.poll(moment)
        machine.tick(moment)


def test_those_concerned_are_asked_once_when_the_platform_has_thrown_messages_away(machine: Machine) -> None:
    live(machine, "16/11/2026", 9)
    assert asked(machine) == []
    machine.poll("16/11/2026 08:10")
    machine.tick("16/11/2026 08:10")
    assert asked(machine).count("minh") == 1
    assert "hung" not in asked(machine)
    (text,) = [text for chat, text in machine.arrived if chat == "minh" and ASKED in text]
    assert "Tin gửi từ 17 giờ 00, 13/11/2026 đến 8 giờ 00, 15/11/2026 " in text
    live(machine, "16/11/2026", 20, hour=14)
    assert asked(machine).count("minh") == 1


def test_nobody_is_asked_after_a_night(machine: Machine) -> None:
    for day in (14, 15, 16):
        machine.poll(f"{day}/11/2026 16:00")
    live(machine, "17/11/2026", 30)
    assert asked(machine) == []


def test_a_platform_that_keeps_nothing_is_asked_about_after_any_outage(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    machine = Machine(sqlite_sessions, tmp_path, "12/11/2026 08:00", keeps=timedelta(0))
    live(machine, "16/11/2026", 10)
    live(machine, "16/11/2026", 30, hour=9)
    assert asked(machine).count("minh") == 1


def test_a_clock_that_runs_ahead_and_is_set_right_asks_nobody(machine: Machine) -> None:
    live(machine, "16/11/2026", 20)
    machine.arrived.clear()
    machine.poll("19/11/2026 09:00")
    machine.tick("19/11/2026 09:00")
    live(machine, "16/11/2026", 20, hour=10)
    assert asked(machine) == []


def test_a_message_that_cannot_be_there_proves_the_clock_wrong(machine: Machine) -> None:
    live(machine, "16/11/2026", 20)
    machine.arrived.clear()
    machine.poll("19/11/2026 09:00", machine.said("minh", "viec", "16/11/2026 09:00"))
    machine.handle()
    machine.tick("19/11/2026 09:15")
    assert asked(machine) == []


def test_a_clock_that_is_behind_at_the_start_changes_nothing_of_what_was_lost(machine: Machine) -> None:
    machine.poll("01/01/2000 00:00")
    machine.tick("01/01/2000 00:00")
    live(machine, "16/11/2026", 30)
    assert asked(machine).count("minh") == 1


def test_a_clock_that_was_ahead_for_long_does_not_hide_the_next_outage(machine: Machine) -> None:
    machine.poll("30/11/2026 08:00")
    live(machine, "16/11/2026", 70)
    machine.arrived.clear()
    live(machine, "18/11/2026", 15, hour=14)
    assert asked(machine).count("minh") == 1


def test_two_processes_ask_once(sessions: Sessions, tmp_path: Path) -> None:
    machine = Machine(sessions, tmp_path, "12/11/2026 08:00")
    machine.poll("13/11/2026 17:00")
    machine.tick("13/11/2026 17:00")
    other = object.__new__(Machine)
    other.__dict__ |= machine.__dict__ | {"app": type(machine.app)(**_fields(machine))}
    for minute in range(0, 30, 5):
        machine.poll(f"16/11/2026 08:{minute:02}")
        machine.tick(f"16/11/2026 08:{minute:02}", sends=False)
        other.tick(f"16/11/2026 08:{minute:02}")
    assert asked(other).count("minh") == 1


def _fields(machine: Machine) -> dict[str, Any]:
    names = ("sessions", "offices", "accounts", "abilities", "clock", "out", "keeps")
    return {name: getattr(machine.app, name) for name in names}


def test_a_report_sent_in_time_is_in_time_though_the_assistant_was_off(machine: Machine) -> None:
    """Due on 17/11 at 16:30; sent at 16:29, taken in at 18:00."""
    machine.poll("17/11/2026 09:00")
    machine.poll("17/11/2026 18:00", machine.said("minh", "bhxh tn 201", "17/11/2026 16:29"))
    machine.handle()
    (figure,) = machine.figures("CT07b")
    assert f"{figure.reported_at:%d/%m %H:%M}" == "17/11 16:29"
    assert f"{figure.at:%d/%m %H:%M}" == "17/11 18:00"
    assert figure.period == "2026-11"


@pytest.mark.parametrize("claimed", ["19/11/2026 08:00", "10/11/2026 08:00"])
def test_a_time_that_cannot_be_is_not_believed(machine: Machine, claimed: str) -> None:
    machine.poll("17/11/2026 18:00", machine.said("minh", "bhxh tn 201", claimed))
    machine.handle()
    (figure,) = machine.figures("CT07b")
    assert f"{figure.reported_at:%d/%m %H:%M}" == "17/11 18:00"


def test_nobody_is_reminded_before_what_he_has_sent_meanwhile_is_fetched(machine: Machine) -> None:
    assert machine.tick("16/11/2026 08:00") == []
    machine.poll("16/11/2026 08:00", machine.said("minh", "viec", "15/11/2026 20:00"))
    arrived = machine.tick("16/11/2026 08:01")
    assert "minh" not in {chat for chat, _text in arrived}
    machine.handle()
    assert [chat for chat, _text in machine.tick("16/11/2026 08:02")] == ["minh"]


def test_a_platform_that_is_away_holds_reminders_up_for_two_minutes_only(machine: Machine) -> None:
    assert machine.tick("16/11/2026 08:00") == []
    assert "minh" in {chat for chat, _text in machine.tick("16/11/2026 08:03")}
