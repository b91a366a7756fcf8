"""The months and weeks of a school year: from September to May, in the plan of the year in which it ends."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import (
    Regime,
    begins_year,
    following,
    in_break,
    last_within,
    opens_year,
    period_containing,
    period_from_key,
    period_named,
    periods_of_year,
    previous,
    year_of,
)
from bot.domain.schedule import (
    Schedule,
    is_asked,
    last_due,
    period_expected,
    period_in_question,
    period_of_figure,
    periods_of_plan,
)
from bot.domain.workdays import WARD_ZONE, WorkCalendar

SCHOOL = Regime("nam_hoc", "Năm học", None, year_ends=5, half_ends=1, year_begins=9)
WHOLE = Regime("nam_hoc", "Năm học", None, year_ends=5, half_ends=1)
EARLY = Regime("nam_hoc", "Năm học", 14, year_ends=5, half_ends=12, year_begins=9)
CALENDAR = WorkCalendar()
BY_MONTH = Schedule("month", SCHOOL, "+2", time(16, 30))
MINUTE = timedelta(minutes=1)

# Month, the plan that it is counted to (none: summer), and of the plans of 2025 and 2026 the month in
# question at its first and at its last minute.
TWO_YEARS = """
2025-09 2026 2025-05 2025-09
2025-10 2026 2025-05 2025-09
2025-11 2026 2025-05 2025-10
2025-12 2026 2025-05 2025-11
2026-01 2026 2025-05 2025-12
2026-02 2026 2025-05 2026-01
2026-03 2026 2025-05 2026-02
2026-04 2026 2025-05 2026-03
2026-05 2026 2025-05 2026-04
2026-06 -    2025-05 2026-05
2026-07 -    2025-05 2026-05
2026-08 -    2025-05 2026-05
2026-09 2027 2025-05 2026-05
2026-10 2027 2025-05 2026-05
2026-11 2027 2025-05 2026-05
2026-12 2027 2025-05 2026-05
2027-01 2027 2025-05 2026-05
2027-02 2027 2025-05 2026-05
2027-03 2027 2025-05 2026-05
2027-04 2027 2025-05 2026-05
2027-05 2027 2025-05 2026-05
2027-06 -    2025-05 2026-05
2027-07 -    2025-05 2026-05
2027-08 -    2025-05 2026-05
"""
ROWS = [tuple(line.split()) for line in TWO_YEARS.strip().splitlines()]


def first_minute(key: str) -> datetime:
    return datetime.fromisoformat(f"{key}-01").replace(tzinfo=WARD_ZONE)


def last_minute(key: str) -> datetime:
    return first_minute(following(period_from_key(key, SCHOOL), SCHOOL).key) - MINUTE


@pytest.mark.parametrize(("key", "plan", "before", "asked"), ROWS, ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("edge", [first_minute, last_minute])
def test_every_month_of_two_years_has_its_plan_and_what_is_asked_in_it(
    key: str, plan: str, before: str, asked: str, edge: object
) -> None:
    moment = edge(key)  # type: ignore[operator]
    month = period_containing(moment.date(), "month", SCHOOL)
    assert month.key == key
    plans = [
        str(year) for year in (2025, 2026, 2027, 2028) if month in periods_of_year(year, "month", SCHOOL)
    ]
    assert plans == ([] if plan == "-" else [plan])
    assert in_break(month, SCHOOL) is (plan == "-")
    assert opens_year(month, SCHOOL) is (month.start.month == 9)
    assert period_in_question(moment, 2025, BY_MONTH, CALENDAR).key == before
    assert period_in_question(moment, 2026, BY_MONTH, CALENDAR).key == asked


@pytest.mark.parametrize(
    ("regime", "first", "last"),
    [
        (SCHOOL, date(2025, 9, 1), date(2026, 5, 31)),
        (WHOLE, date(2025, 6, 1), date(2026, 5, 31)),
        (EARLY, date(2025, 8, 15), date(2026, 5, 14)),
    ],
)
def test_a_school_year_is_its_months_in_order(regime: Regime, first: date, last: date) -> None:
    months = periods_of_year(2026, "month", regime)
    assert (months[0].start, months[-1].end) == (first, last)
    assert all(following(one, regime) == after for one, after in pairwise(months))
    assert {year_of(one, regime) for one in months} == {2026}


def test_nothing_of_the_months_changes_where_the_year_is_the_plans() -> None:
    ward = Regime("nd09", "NĐ 09", 14)
    assert [one.key for one in periods_of_year(2026, "month", ward)] == [f"2026-{n:02}" for n in range(1, 13)]
    assert [one.key for one in periods_of_year(2026, "month", ward) if opens_year(one, ward)] == ["2026-01"]


def test_a_week_is_of_the_school_year_in_whose_months_it_ends() -> None:
    weeks = periods_of_year(2026, "week", SCHOOL)
    assert (weeks[0].key, weeks[-1].key) == (
        "2025-W36",
        "2026-W22",
    )  # 1/9/2025 is a Monday, 31/5/2026 a Sunday
    assert periods_of_year(2027, "week", SCHOOL)[0].key == "2026-W36"  # 31/8 – 6/9
    assert periods_of_year(2027, "week", SCHOOL)[-1].key == "2027-W21"  # to 30/5; the next ends in June
    assert previous(weeks[0], SCHOOL).key == "2025-W35"


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.sampled_from(["week", "month"]))
def test_every_month_and_week_is_of_one_plan_or_of_a_summer(on: date, kind: str) -> None:
    period = period_containing(on, kind, SCHOOL)
    years = [year for year in range(2023, 2031) if period in periods_of_year(year, kind, SCHOOL)]
    assert years == ([] if in_break(period, SCHOOL) else [year_of(period, SCHOOL)])


def test_an_item_that_names_the_next_school_year_is_asked_about_that() -> None:
    named = Schedule("month", SCHOOL, "+2", time(16, 30), year=2027)
    assert [one.key for one in periods_of_plan(2026, named)][:4] == [
        "2026-09",
        "2026-10",
        "2026-11",
        "2026-12",
    ]
    assert periods_of_plan(2027, named) == periods_of_plan(2026, named) == periods_of_plan(2027, BY_MONTH)
    assert periods_of_plan(2029, named) == periods_of_plan(
        2029, BY_MONTH
    )  # what a name says of old does not bind
    assert period_expected(first_minute("2026-09"), 2026, named, CALENDAR) is None
    assert period_in_question(first_minute("2026-11"), 2026, named, CALENDAR).key == "2026-10"
    calendar = Schedule("month", Regime("calendar", "Tháng", None), "+2", time(16, 30), year=2027)
    assert periods_of_plan(2026, calendar)[0].key == "2026-01"


def test_a_months_figure_before_its_cut_off_is_not_of_the_next_school_year() -> None:
    moment = last_minute("2026-05")
    assert period_of_figure(moment, 2026, BY_MONTH, CALENDAR, reported=True).key == "2026-05"
    summer = last_minute("2026-06")
    assert period_of_figure(summer, 2026, BY_MONTH, CALENDAR, reported=True).key == "2026-05"


def test_the_months_before_the_plans_year_are_told_and_not_asked_for() -> None:
    months = periods_of_plan(2026, BY_MONTH)
    asked = [one.key for one in months if is_asked(one, 2026, BY_MONTH)]
    assert asked == ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]
    semester = Schedule("half", EARLY, "+2", time(16, 30))
    assert all(is_asked(one, 2026, semester) for one in periods_of_plan(2026, semester))
    assert last_due(2026, BY_MONTH, CALENDAR) == date(2026, 6, 2)


@pytest.mark.parametrize("month", [0, 13])
def test_a_year_begins_with_a_month(month: int) -> None:
    with pytest.raises(ValueError, match="no such month"):
        Regime("x", "X", None, year_ends=5, half_ends=1, year_begins=month)


def test_only_a_year_of_its_own_begins_elsewhere() -> None:
    with pytest.raises(ValueError, match="no such month"):
        Regime("x", "X", None, year_begins=9)


@pytest.mark.parametrize(
    ("named", "kind", "today", "key"),
    [
        ("2026-Q2", "month", date(2026, 6, 20), "2026-05"),
        ("2026-Q1", "month", date(2026, 6, 20), "2026-03"),
        ("2026-Q3", "month", date(2026, 9, 25), "2026-09"),
        ("2026-Q3", "month", date(2026, 8, 20), "2026-08"),  # nothing of it is reported
        ("2026-H1", "month", date(2026, 6, 20), "2026-05"),
        ("2026-H1", "month", date(2026, 3, 20), "2026-03"),
        ("2026-H1", "half", date(2026, 6, 20), "2026-HK2"),
        ("2025-H2", "month", date(2026, 1, 20), "2025-12"),
        ("2026-9M", "month", date(2026, 9, 25), "2026-09"),
        ("2026-9M", "month", date(2026, 8, 25), "2026-05"),
        ("2026-HK1", "month", date(2026, 2, 5), "2026-01"),
        ("2026-NH", "month", date(2026, 6, 20), "2026-05"),
        ("2026-05", "week", date(2026, 6, 20), "2026-W22"),
    ],
)
def test_a_longer_period_is_its_last_one_that_schools_report(
    named: str, kind: str, today: date, key: str
) -> None:
    assert last_within(period_named(named, SCHOOL), kind, SCHOOL, today).key == key


@pytest.mark.parametrize(
    ("key", "calendar", "school"),
    [
        ("2026-01", True, False),
        ("2026-09", False, True),
        ("2026-Q1", True, False),
        ("2026-Q3", False, True),
        ("2026-H1", True, False),
        ("2026-HK1", True, True),
        ("2026-HK2", False, False),
        ("2026-9M", True, False),
        ("2026-NH", True, True),
        ("2026-W01", False, False),
    ],
)
def test_with_which_period_a_years_total_begins(key: str, *, calendar: bool, school: bool) -> None:
    assert (begins_year(key), begins_year(key, SCHOOL.first_month)) == (calendar, school)
    assert Regime("nd09", "NĐ 09", 14).first_month == 1
