"""Summaries owed: the week's on Friday, the others after the internal due day, late but not forever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.periods import KINDS, Regime, period_from_key
from bot.domain.summaries import summary_at, summary_owed, summed_up_with
from bot.domain.ward import Preset, WardRules
from bot.domain.workdays import WARD_ZONE, WorkCalendar, may_send

ND09 = Regime("nd09", "Nghị định 09/2019/NĐ-CP", 14)
MONTHS = Regime("calendar", "Tháng dương lịch", None)
RULES = WardRules(code="tan-an", name="Tân An")
CALENDAR = WorkCalendar(
    off=frozenset({date(2026, 5, 1), date(2026, 11, 24)} | {date(2026, 2, day) for day in range(14, 23)}),
    work=frozenset({date(2026, 8, 22)}),
)


def on(text: str) -> datetime:
    """A text like "17/11 16:30", in 2026, on the ward's clock."""
    when, clock = text.split()
    day, month = when.split("/")
    return datetime.combine(date(2026, int(month), int(day)), time.fromisoformat(clock), WARD_ZONE)


@pytest.mark.parametrize(
    ("key", "regime", "moment"),
    [
        ("2026-W47", ND09, "20/11 16:00"),
        ("2026-W18", ND09, "30/04 16:00"),  # Friday 1/5 is off
        ("2026-W34", ND09, "21/08 16:00"),  # Friday, in spite of the make-up Saturday
        ("2026-W08", ND09, None),  # Tết: nobody works in that week
        ("2026-11", ND09, "18/11 07:30"),  # due on Tuesday 17/11
        ("2026-02", ND09, "25/02 07:30"),
        ("2026-10", MONTHS, "04/11 07:30"),
        ("2026-Q3", ND09, "17/09 07:30"),
        ("2026-H1", ND09, "17/06 07:30"),
        ("2026-9M", ND09, "17/09 07:30"),
        ("2026", ND09, "17/12 07:30"),
    ],
)
def test_when_a_summary_goes_out(key: str, regime: Regime, moment: str | None) -> None:
    assert summary_at(period_from_key(key, regime), RULES, CALENDAR) == (on(moment) if moment else None)


def test_a_friday_off_moves_the_week_to_a_make_up_saturday_that_is_worked() -> None:
    calendar = CALENDAR.with_special(date(2026, 8, 21), works=False)
    assert summary_at(period_from_key("2026-W34", ND09), RULES, calendar) == on("22/08 16:00")


def test_a_ward_that_reports_by_the_week_gets_its_month_two_working_days_after_the_cut_off() -> None:
    rules = replace(RULES, preset=Preset("week", "nd09", "fri"))
    assert summary_at(period_from_key("2026-11", ND09), rules, CALENDAR) == on("18/11 07:30")


@pytest.mark.parametrize(
    ("kind", "now", "key"),
    [
        ("week", "20/11 15:59", None),
        ("week", "20/11 16:00", "2026-W47"),
        ("week", "20/11 17:00", None),  # outside the sending hours
        ("week", "21/11 09:00", None),
        ("week", "23/11 07:30", "2026-W47"),  # the machine was off on Friday
        ("week", "25/11 07:30", None),  # 24/11 is off: Monday was the last chance
        ("month", "17/11 16:45", None),
        ("month", "18/11 07:30", "2026-11"),
        ("month", "26/11 07:30", "2026-11"),  # the fifth working day after
        ("month", "27/11 07:30", None),
        ("quarter", "18/11 07:30", None),
        ("nine_months", "17/09 07:30", "2026-9M"),
        ("year", "17/12 14:00", "2026"),
    ],
)
def test_a_summary_is_owed_from_its_moment_on_for_as_long_as_it_is_worth_sending(
    kind: str, now: str, key: str | None
) -> None:
    assert summary_owed(kind, on(now), RULES, CALENDAR, ND09) == key


gaps = st.lists(st.integers(1, 2 * 24 * 60), min_size=1, max_size=80)


@settings(max_examples=100)
@given(st.sampled_from(KINDS), st.sampled_from([ND09, MONTHS]), gaps, st.integers(0, 300))
def test_the_machine_may_be_off_but_a_key_that_is_owed_never_goes_back(
    kind: str, regime: Regime, gaps: list[int], start: int
) -> None:
    now = on("05/01 00:00") + timedelta(days=start)
    last = ""
    for gap in gaps:
        now += timedelta(minutes=gap)
        if key := summary_owed(kind, now, RULES, CALENDAR, regime):
            moment = summary_at(period_from_key(key, regime), RULES, CALENDAR)
            assert moment
            assert moment <= now
            assert may_send(now, RULES.windows, CALENDAR)
            assert key >= last
            last = key


@pytest.mark.parametrize(
    ("key", "together"),
    [
        ("2026-11", ["2026-11"]),
        ("2026-12", ["2026-12", "2026-Q4", "2026-H2", "2026"]),
        ("2026-Q2", ["2026-06", "2026-Q2", "2026-H1"]),
        ("2026-09", ["2026-09", "2026-Q3", "2026-9M"]),
        ("2026-W47", ["2026-W47"]),
    ],
)
def test_what_ends_together_is_summed_up_once(key: str, together: list[str]) -> None:
    found = summed_up_with(period_from_key(key, ND09), RULES, CALENDAR, ND09)
    assert [one.key for one in found] == together
