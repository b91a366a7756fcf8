"""Sending hours by season: nobody is messaged outside the hours of the day, whatever the season."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.periods import KINDS
from bot.domain.reminding import Duty, digest_owed, due_day_owed
from bot.domain.summaries import summary_owed
from bot.domain.ward import Season, WardRules
from bot.domain.workdays import WARD_ZONE, may_send
from config.calendars import load_calendar, load_regimes

CALENDAR, REGIMES = load_calendar(), load_regimes()
WINTER = Season((10, 1), (3, 31), ((time(7, 30), time(11, 30)), (time(13), time(16, 30))))
RULES = WardRules(
    "a",
    "A",
    windows=((time(7), time(11)), (time(13, 30), time(17, 30))),
    seasons=(WINTER,),
    digest_at=time(7, 30),
)
LONG_AGO = datetime(2025, 12, 1, 16, 30, tzinfo=WARD_ZONE)
MINUTES = 365 * 24 * 60
YEAR = st.integers(0, MINUTES - 1).map(
    lambda minute: datetime(2026, 1, 1, tzinfo=WARD_ZONE) + timedelta(minutes=minute)
)


def is_open(now: datetime) -> bool:
    hours = WINTER.windows if now.month >= 10 or now.month <= 3 else RULES.windows
    return CALENDAR.is_workday(now.date()) and any(start <= now.time() < end for start, end in hours)


@settings(max_examples=200)
@given(YEAR)
def test_nobody_is_messaged_outside_the_hours_of_the_day(now: datetime) -> None:
    assert may_send(now, RULES.windows_on(now.date()), CALENDAR) == is_open(now)
    overdue = Duty("CT01", "2025-11", LONG_AGO, "figure")
    today = Duty("CT02", "2026-01", now.replace(hour=23, minute=59), "figure")
    told = digest_owed([overdue], now, RULES, CALENDAR, already_sent_today=False, told={})
    assert bool(told) == (is_open(now) and now.time() >= RULES.digest_at)
    late = due_day_owed([today], now, RULES, CALENDAR, already_sent_today=False, digest_sent_at=None)
    assert is_open(now) or not late
    owed = [summary_owed(kind, now, RULES, CALENDAR, REGIMES["nd09"]) for kind in KINDS]
    assert is_open(now) or not any(owed)


def test_the_first_day_of_a_season_has_its_hours() -> None:
    last_of_summer = datetime(2026, 9, 30, 17, 15, tzinfo=WARD_ZONE)
    assert may_send(last_of_summer, RULES.windows_on(last_of_summer.date()), CALENDAR)
    first_of_winter = last_of_summer + timedelta(days=1)
    assert not may_send(first_of_winter, RULES.windows_on(first_of_winter.date()), CALENDAR)
