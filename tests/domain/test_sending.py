"""The official due of every period of a year under the shipped regimes; grace to its last minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.periods import KINDS, MONTHS, Period, kind_of, period_from_key, periods_of_year
from bot.domain.schedule import due_at
from bot.domain.sending import in_time_until, is_official_due, official_due
from bot.domain.ward import PeriodRules, WardRules
from bot.domain.workdays import WARD_ZONE
from config.calendars import load_calendar, load_regimes

CALENDAR, REGIMES = load_calendar(), load_regimes()
ND09, MONTHLY = REGIMES["nd09"], REGIMES["calendar"]
RULES = WardRules(code="tan-an", name="Tân An")

# Three working days after the cut-off, by the calendar of 2026: Tết 16–20/2, the days off of 27/4, 30/4, 1/5,
# 31/8–2/9 and 24/11. The last month of the calendar regime is due in 2027.
ND09_2026 = """
2026-01 19/1 2026-02 25/2 2026-03 18/3 2026-04 17/4 2026-05 19/5 2026-06 17/6
2026-07 17/7 2026-08 19/8 2026-09 17/9 2026-10 19/10 2026-11 18/11 2026-12 17/12
2026-Q1 18/3 2026-Q2 17/6 2026-Q3 17/9 2026-Q4 17/12
2026-H1 17/6 2026-H2 17/12 2026-9M 17/9 2026 17/12
"""
CALENDAR_2026 = """
2026-01 4/2 2026-02 4/3 2026-03 3/4 2026-04 6/5 2026-05 3/6 2026-06 3/7
2026-07 5/8 2026-08 7/9 2026-09 5/10 2026-10 4/11 2026-11 3/12 2026-12 6/1/2027
2026-Q1 3/4 2026-Q2 3/7 2026-Q3 5/10 2026-Q4 6/1/2027
2026-H1 3/7 2026-H2 6/1/2027 2026-9M 5/10 2026 6/1/2027
"""


def day(text: str) -> date:
    """ "18/11", of 2026, or "6/1/2027"."""
    number, month, *year = (int(part) for part in text.split("/"))
    return date(year[0] if year else 2026, month, number)


def table(text: str) -> dict[str, date]:
    words = text.split()
    return {key: day(said) for key, said in zip(words[::2], words[1::2], strict=True)}


@pytest.mark.parametrize(("code", "said"), [("nd09", ND09_2026), ("calendar", CALENDAR_2026)])
def test_the_official_due_of_every_period_of_2026(code: str, said: str) -> None:
    regime = REGIMES[code]
    periods = [period for kind in MONTHS for period in periods_of_year(2026, kind, regime)]
    found = {period.key: official_due(period, regime, RULES, CALENDAR) for period in periods}
    assert found == table(said)


def test_weeks_and_school_years_have_no_official_due_until_one_is_entered() -> None:
    week = period_from_key("2026-W47", ND09)
    assert official_due(week, ND09, RULES, CALENDAR) is None
    school = REGIMES["nam_hoc"]
    assert official_due(period_from_key("2026-HK1", school), school, RULES, CALENDAR) is None
    rules = replace(RULES, periods={"week": PeriodRules(official_due="fri")})
    assert official_due(week, ND09, rules, CALENDAR) == day("20/11")


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("+2", "17/11"),  # Khánh Hòa, QĐ 01/2023
        ("20", "20/11"),
        ("22", "22/11"),  # a Sunday: a day that was named is not moved
        ("5", "5/12"),
    ],
)
def test_what_the_ward_entered_stands_over_the_regime(rule: str, due: str) -> None:
    rules = replace(RULES, periods={"month": PeriodRules(official_due=rule)})
    assert official_due(period_from_key("2026-11", ND09), ND09, rules, CALENDAR) == day(due)
    assert official_due(period_from_key("2026-Q3", ND09), ND09, rules, CALENDAR) == day("17/9")


@pytest.mark.parametrize("rule", ["+0", "-1", "0", "29", "soon", "fri"])
def test_a_day_before_the_data_is_there_is_no_official_due(rule: str) -> None:
    assert not is_official_due(rule, "month")


KEYS = st.sampled_from([one for kind in KINDS for one in periods_of_year(2026, kind, ND09)])


@given(KEYS, st.integers(0, 30))
@settings(max_examples=60)
def test_grace_ends_at_the_hour_of_the_due_as_many_working_days_later(period: Period, grace: int) -> None:
    due = due_at(period, "+2", RULES.preset.due_time, CALENDAR)
    rules = replace(RULES, periods={period.kind: PeriodRules(grace=grace)})
    until = in_time_until(due, period.key, rules, CALENDAR)
    assert kind_of(period.key) == period.kind
    assert until.timetz() == due.timetz()
    assert CALENDAR.workdays_between(due.date(), until.date()) == grace
    assert CALENDAR.is_workday(until.date())


def test_another_kind_of_period_and_a_task_with_its_own_day_have_no_grace() -> None:
    due = datetime(2026, 11, 17, 16, 30, tzinfo=WARD_ZONE)
    rules = replace(RULES, periods={"month": PeriodRules(grace=5)})
    assert in_time_until(due, "2026-11", rules, CALENDAR) == due + timedelta(days=8)  # 24/11 is off
    assert in_time_until(due, "2026-Q4", rules, CALENDAR) == due
    assert in_time_until(due, None, rules, CALENDAR) == due
