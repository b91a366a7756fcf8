"""Periods under both regimes, to the minute; when reports are due; which period a figure is for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.periods import (
    KINDS,
    Period,
    Regime,
    following,
    period_containing,
    period_from_key,
    periods_of_year,
    previous,
)
from bot.domain.schedule import (
    Schedule,
    as_of,
    asked_from,
    due_at,
    is_due_rule,
    period_expected,
    period_in_question,
    period_of_figure,
)
from bot.domain.workdays import WARD_ZONE, WorkCalendar, local

ND09 = Regime("nd09", "Nghị định 09/2019/NĐ-CP", 14)
CALENDAR = Regime("calendar", "Tháng dương lịch", None)
OFF_2026 = WorkCalendar(
    off=frozenset(
        {date(2026, 1, 1), date(2026, 1, 2), date(2026, 4, 27), date(2026, 4, 30), date(2026, 5, 1)}
        | {date(2026, 2, day) for day in range(14, 23)}
        | {date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2), date(2026, 11, 24)}
    ),
    work=frozenset({date(2026, 1, 10), date(2026, 8, 22)}),
)

# NĐ 09/2019 Art. 12; the nine months as the provinces add them (Khánh Hòa, QĐ 01/2023).
ND09_2026 = """
2026-01 15/12/2025 14/01/2026
2026-02 15/01/2026 14/02/2026
2026-03 15/02/2026 14/03/2026
2026-04 15/03/2026 14/04/2026
2026-05 15/04/2026 14/05/2026
2026-06 15/05/2026 14/06/2026
2026-07 15/06/2026 14/07/2026
2026-08 15/07/2026 14/08/2026
2026-09 15/08/2026 14/09/2026
2026-10 15/09/2026 14/10/2026
2026-11 15/10/2026 14/11/2026
2026-12 15/11/2026 14/12/2026
2026-Q1 15/12/2025 14/03/2026
2026-Q2 15/03/2026 14/06/2026
2026-Q3 15/06/2026 14/09/2026
2026-Q4 15/09/2026 14/12/2026
2026-H1 15/12/2025 14/06/2026
2026-H2 15/06/2026 14/12/2026
2026-9M 15/12/2025 14/09/2026
2026    15/12/2025 14/12/2026
"""
CALENDAR_2026 = """
2026-01 01/01/2026 31/01/2026
2026-02 01/02/2026 28/02/2026
2026-03 01/03/2026 31/03/2026
2026-04 01/04/2026 30/04/2026
2026-05 01/05/2026 31/05/2026
2026-06 01/06/2026 30/06/2026
2026-07 01/07/2026 31/07/2026
2026-08 01/08/2026 31/08/2026
2026-09 01/09/2026 30/09/2026
2026-10 01/10/2026 31/10/2026
2026-11 01/11/2026 30/11/2026
2026-12 01/12/2026 31/12/2026
2026-Q1 01/01/2026 31/03/2026
2026-Q2 01/04/2026 30/06/2026
2026-Q3 01/07/2026 30/09/2026
2026-Q4 01/10/2026 31/12/2026
2026-H1 01/01/2026 30/06/2026
2026-H2 01/07/2026 31/12/2026
2026-9M 01/01/2026 30/09/2026
2026    01/01/2026 31/12/2026
"""


def day(text: str) -> date:
    """A text like "14/11/2026" as a date."""
    dd, mm, year = text.split("/")
    return date(int(year), int(mm), int(dd))


def at(text: str) -> datetime:
    """A text like "14/11/2026 16:30" on the ward's clock."""
    on, clock = text.split()
    return datetime.combine(day(on), time.fromisoformat(clock), WARD_ZONE)


def rows(table: str, regime: Regime) -> list[tuple[Regime, str, date, date]]:
    return [
        (regime, key, day(start), day(end)) for key, start, end in map(str.split, table.strip().splitlines())
    ]


# A school year of the plan 2026 is the one that ends in 2026; what belongs to the calendar stays there.
SCHOOL_2026 = """
2026-01  01/01/2026 31/01/2026
2026-12  01/12/2026 31/12/2026
2025-HK2 01/02/2025 31/05/2025
2026-HK1 01/06/2025 31/01/2026
2026-HK2 01/02/2026 31/05/2026
2027-HK1 01/06/2026 31/01/2027
2026-NH  01/06/2025 31/05/2026
2027-NH  01/06/2026 31/05/2027
"""
SCHOOL = Regime("nam_hoc", "Năm học", None, year_ends=5, half_ends=1)
LATE_START = Regime("nam_hoc", "Năm học", 14, year_ends=5, half_ends=12)
LATE_START_2026 = """
2026-HK1 15/05/2025 14/12/2025
2026-HK2 15/12/2025 14/05/2026
2026-NH  15/05/2025 14/05/2026
"""
TABLE = rows(ND09_2026, ND09) + rows(CALENDAR_2026, CALENDAR)
SCHOOL_TABLE = rows(SCHOOL_2026, SCHOOL) + rows(LATE_START_2026, LATE_START)


@pytest.mark.parametrize(
    ("regime", "key", "start", "end"),
    [*TABLE, *SCHOOL_TABLE],
    ids=[f"{row[0].code} {row[0].cut_off} {row[1]}" for row in [*TABLE, *SCHOOL_TABLE]],
)
def test_every_period_of_a_year_holds_its_first_and_last_minute_and_no_other(
    regime: Regime, key: str, start: date, end: date
) -> None:
    period = period_from_key(key, regime)
    assert (period.key, period.start, period.end) == (key, start, end)
    first, last = (
        datetime.combine(start, time(0, 0), WARD_ZONE),
        datetime.combine(end, time(23, 59), WARD_ZONE),
    )
    minute = timedelta(minutes=1)
    for moment, inside in ((first - minute, False), (first, True), (last, True), (last + minute, False)):
        found = period_containing(moment.date(), period.kind, regime)
        assert ((found == period) if period.kind != "nine_months" else (moment.date() in period)) is inside


@pytest.mark.parametrize("regime", [ND09, CALENDAR])
def test_a_year_has_twelve_months_four_quarters_two_halves_and_one_of_the_others(regime: Regime) -> None:
    counts = {kind: len(periods_of_year(2026, kind, regime)) for kind in KINDS}
    assert counts == {"week": 53, "month": 12, "quarter": 4, "half": 2, "nine_months": 1, "year": 1}
    listed = [period.key for kind in KINDS[1:] for period in periods_of_year(2026, kind, regime)]
    assert sorted(listed) == sorted(key for found, key, *_ in TABLE if found == regime)


def test_weeks_are_iso_weeks_also_around_new_year() -> None:
    week = period_containing(date(2026, 11, 20), "week", ND09)
    assert (week.key, week.start, week.end) == ("2026-W47", date(2026, 11, 16), date(2026, 11, 22))
    assert period_containing(date(2027, 1, 3), "week", ND09).key == "2026-W53"
    assert period_containing(date(2027, 1, 4), "week", CALENDAR).key == "2027-W01"


def test_between_the_nine_months_and_the_year_end_the_next_nine_months_are_meant() -> None:
    assert period_containing(date(2026, 10, 20), "nine_months", ND09).key == "2027-9M"
    assert period_containing(date(2026, 9, 14), "nine_months", ND09).key == "2026-9M"


@pytest.mark.parametrize(
    "key", ["", "2026-13", "2026-00", "2026-Q5", "2026-H3", "2026-W54", "2025-W53", "11-2026"]
)
def test_what_is_not_a_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError):
        period_from_key(key, ND09)


def test_an_item_without_a_frequency_has_no_periods() -> None:
    with pytest.raises(ValueError, match="none"):
        periods_of_year(2026, "none", ND09)


regimes = st.sampled_from([ND09, CALENDAR, Regime("other", "Đến ngày 20", 20)])
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(days, st.sampled_from(KINDS), regimes)
def test_periods_follow_one_another_and_their_keys_lead_back_to_them(
    day: date, kind: str, regime: Regime
) -> None:
    period = period_containing(day, kind, regime)
    after = following(period, regime)
    assert previous(after, regime) == period
    assert period_from_key(period.key, regime) == period
    assert period.key < after.key
    if kind != "nine_months":
        assert day in period
        assert after.start == period.end + timedelta(days=1)


# --- when a report is due ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "regime", "rule", "due"),
    [
        ("2026-11", ND09, "+2", "17/11/2026 16:30"),  # 14/11 is a Saturday
        ("2026-12", ND09, "+2", "16/12/2026 16:30"),
        ("2026-02", ND09, "+2", "24/02/2026 16:30"),  # Tết in between
        ("2026-08", CALENDAR, "+2", "04/09/2026 16:30"),  # Quốc khánh in between
        ("2026-11", ND09, "17", "17/11/2026 16:30"),
        ("2026-11", ND09, "14", "14/11/2026 16:30"),  # a Saturday that was named stays
        ("2026-11", ND09, "5", "05/12/2026 16:30"),
        ("2026-12", ND09, "5", "05/01/2027 16:30"),
        ("2026-11", CALENDAR, "5", "05/12/2026 16:30"),
        ("2026-01", CALENDAR, "28", "28/02/2026 16:30"),
        ("2026-02", CALENDAR, "28", "28/03/2026 16:30"),
        ("2026-Q3", ND09, "+2", "16/09/2026 16:30"),
        ("2026-11", ND09, "-2", "12/11/2026 16:30"),  # asked for before the cut-off
        ("2026-W47", ND09, "fri", "20/11/2026 16:30"),
        ("2026-W48", ND09, "tue", "24/11/2026 16:30"),  # a day off that was named stays
        ("2026-W47", ND09, "+1", "23/11/2026 16:30"),
        ("2026-W47", ND09, "+2", "25/11/2026 16:30"),  # 24/11 is off
    ],
)
def test_when_a_report_is_due(key: str, regime: Regime, rule: str, due: str) -> None:
    assert due_at(period_from_key(key, regime), rule, time(16, 30), OFF_2026) == at(due)


@pytest.mark.parametrize(
    ("rule", "frequency"),
    [("fri", "month"), ("17", "week"), ("0", "month"), ("29", "month"), ("2.5", "year"), ("", "week")],
)
def test_a_rule_that_says_nothing_for_such_a_period_is_refused(rule: str, frequency: str) -> None:
    assert not is_due_rule(rule, frequency)
    with pytest.raises(ValueError, match="not a due rule"):
        due_at(periods_of_year(2026, frequency, ND09)[0], rule, time(16, 30), OFF_2026)


# --- which period is asked about -----------------------------------------------------------------

MONTHLY = Schedule("month", ND09, "+2", time(16, 30))
WEEKLY = Schedule("week", ND09, "fri", time(16, 30))


@pytest.mark.parametrize(
    ("schedule", "now", "key"),
    [
        (MONTHLY, "20/12/2025 08:00", "2026-01"),  # before the first cut-off: the running one
        (MONTHLY, "14/11/2026 23:59", "2026-10"),
        (MONTHLY, "15/11/2026 00:00", "2026-11"),
        (MONTHLY, "14/12/2026 23:59", "2026-11"),
        (MONTHLY, "01/03/2027 08:00", "2026-12"),  # the plan's year is over
        (WEEKLY, "17/11/2026 23:59", "2026-W46"),
        (WEEKLY, "18/11/2026 00:00", "2026-W47"),  # due on Friday: asked for from Wednesday
        (WEEKLY, "24/11/2026 23:59", "2026-W47"),
        (Schedule("week", ND09, "+1", time(9)), "23/11/2026 08:00", "2026-W47"),
        (Schedule("week", ND09, "+1", time(9)), "23/02/2026 08:00", "2026-W07"),  # after Tết both are due
        (Schedule("week", ND09, "+1", time(9)), "24/02/2026 08:00", "2026-W08"),
        (Schedule("year", ND09, "+2", time(9)), "20/11/2026 08:00", "2026"),
        (Schedule("month", ND09, "-2", time(9)), "10/11/2026 08:00", "2026-11"),
    ],
)
def test_the_period_an_official_is_asked_about(schedule: Schedule, now: str, key: str) -> None:
    assert period_in_question(at(now), 2026, schedule, OFF_2026).key == key


@pytest.mark.parametrize(
    ("schedule", "now", "reported", "key"),
    [
        (MONTHLY, "12/11/2026 09:00", True, "2026-11"),  # two days before the cut-off, October is in
        (MONTHLY, "12/11/2026 09:00", False, "2026-10"),  # October is still missing
        (MONTHLY, "18/10/2026 09:00", True, "2026-10"),  # said again: October once more
        (MONTHLY, "12/12/2026 09:00", True, "2026-12"),
        (MONTHLY, "20/01/2027 09:00", True, "2026-12"),  # nothing follows in this plan
        (WEEKLY, "20/11/2026 15:00", True, "2026-W47"),  # next week has not begun
        (WEEKLY, "23/11/2026 09:00", True, "2026-W48"),
        (WEEKLY, "23/11/2026 09:00", False, "2026-W47"),
    ],
)
def test_the_period_a_figure_is_for(schedule: Schedule, now: str, reported: bool, key: str) -> None:
    assert period_of_figure(at(now), 2026, schedule, OFF_2026, reported=reported).key == key


def test_nothing_is_expected_before_the_cut_off_of_the_plans_first_period() -> None:
    yearly = Schedule("year", ND09, "+2", time(16, 30))
    assert period_expected(at("14/12/2026 08:00"), 2026, yearly, OFF_2026) is None
    assert period_expected(at("15/12/2026 08:00"), 2026, yearly, OFF_2026) == period_from_key("2026", ND09)


def test_a_figure_tells_about_the_day_it_is_sent_but_not_past_the_cut_off() -> None:
    november = period_from_key("2026-11", ND09)
    assert as_of(november, at("12/11/2026 09:00")) == date(2026, 11, 12)
    assert as_of(november, at("16/11/2026 09:00")) == date(2026, 11, 14)


moments = st.integers(0, 698_400).map(lambda minutes: at("01/11/2025 00:00") + timedelta(minutes=minutes))


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    frequency = draw(st.sampled_from(KINDS))
    rule = draw(
        st.sampled_from(["+0", "+1", "+2", "+5", "+9", "-2"])
        | st.sampled_from(["mon", "fri", "sun"] if frequency == "week" else ["1", "5", "14", "17", "28"])
    )
    return Schedule(frequency, draw(regimes), rule, draw(st.sampled_from([time(7, 30), time(16, 30)])))


@settings(max_examples=150)
@given(schedules(), moments, st.integers(0, 40))
def test_at_every_moment_one_period_is_in_question_and_it_never_goes_back(
    schedule: Schedule, moment: datetime, later: int
) -> None:
    asked = period_in_question(moment, 2026, schedule, OFF_2026)
    periods = periods_of_year(2026, schedule.frequency, schedule.regime)
    begun = [period for period in periods if asked_from(period, schedule, OFF_2026) <= local(moment).date()]
    assert asked == (begun[-1] if begun else periods[0])
    assert period_expected(moment, 2026, schedule, OFF_2026) == (begun[-1] if begun else None)
    assert period_in_question(moment + timedelta(days=later), 2026, schedule, OFF_2026).key >= asked.key


@settings(max_examples=100)
@given(schedules(), st.data())
def test_a_period_is_the_one_in_question_when_it_is_due(schedule: Schedule, data: st.DataObject) -> None:
    period: Period = data.draw(st.sampled_from(periods_of_year(2026, schedule.frequency, schedule.regime)))
    due = due_at(period, schedule.due_rule, schedule.due_time, OFF_2026)
    asked = period_in_question(due, 2026, schedule, OFF_2026)
    if asked != period:
        assert asked == previous(period, schedule.regime)
        assert due_at(asked, schedule.due_rule, schedule.due_time, OFF_2026) == due


def test_a_school_year_has_two_semesters_and_no_quarters() -> None:
    assert [one.key for one in periods_of_year(2026, "half", SCHOOL)] == ["2026-HK1", "2026-HK2"]
    assert [one.key for one in periods_of_year(2026, "year", SCHOOL)] == ["2026-NH"]
    assert [kind for kind in KINDS if SCHOOL.allows(kind)] == ["week", "month", "half", "year"]
    assert all(ND09.allows(kind) for kind in KINDS)
    second = period_from_key("2026-HK2", SCHOOL)
    assert (previous(second, SCHOOL).key, following(second, SCHOOL).key) == ("2026-HK1", "2027-HK1")
    assert due_at(second, "+2", time(16, 30), OFF_2026) == at("02/06/2026 16:30")
    assert due_at(second, "5", time(16, 30), OFF_2026) == at("05/06/2026 16:30")


def test_a_semester_is_asked_about_once_it_is_over() -> None:
    schedule = Schedule("half", SCHOOL, "+2", time(16, 30))
    assert period_in_question(at("31/01/2026 23:59"), 2026, schedule, OFF_2026).key == "2026-HK1"
    assert period_in_question(at("31/05/2026 23:59"), 2026, schedule, OFF_2026).key == "2026-HK1"
    assert period_in_question(at("01/06/2026 00:00"), 2026, schedule, OFF_2026).key == "2026-HK2"
    assert period_in_question(at("31/12/2026 23:59"), 2026, schedule, OFF_2026).key == "2026-HK2"


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.sampled_from(["half", "year"]))
def test_every_day_is_in_exactly_one_semester_and_school_year(on: date, kind: str) -> None:
    period = period_containing(on, kind, SCHOOL)
    assert on in period
    assert period_from_key(period.key, SCHOOL) == period
    assert previous(following(period, SCHOOL), SCHOOL) == period
    assert following(period, SCHOOL).start == period.end + timedelta(days=1)


@pytest.mark.parametrize(("half", "year"), [(0, 5), (13, 5), (5, 5), (1, 0)])
def test_a_year_of_its_own_needs_two_months(half: int, year: int) -> None:
    with pytest.raises(ValueError, match="no such months"):
        Regime("x", "X", None, half_ends=half, year_ends=year)
