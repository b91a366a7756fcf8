"""Clocks tell an aware moment in the ward's time zone."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import SetClock, StartedAt, SystemClock
from bot.domain.workdays import WARD_ZONE

START = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)


def test_the_system_clock_is_in_the_wards_time_zone() -> None:
    assert SystemClock().now().tzinfo is WARD_ZONE


def test_a_clock_that_was_started_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    passed = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: passed)
    clock = StartedAt(START)
    assert clock.now().isoformat() == "2026-11-16T07:30:00+07:00"
    passed += 90
    assert clock.now() == START + timedelta(seconds=90)


def test_a_clock_that_is_set_stands_still_until_it_is_moved() -> None:
    clock = SetClock(START)
    assert clock.now() == clock.now() == START
    clock.advance(timedelta(hours=2))
    assert clock.now().isoformat() == "2026-11-16T09:30:00+07:00"


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        SetClock(datetime(2026, 11, 16, 7, 30))  # noqa: DTZ001 - this is the point
