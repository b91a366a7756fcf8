"""Working days around a Tết, a make-up Saturday and a day off that somebody adds; sending windows."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.workdays import WARD_ZONE, WorkCalendar, is_quiet, may_send, next_opening

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)
CULTURE_DAY = date(2026, 11, 24)
CALENDAR = WorkCalendar(
    off=frozenset({CULTURE_DAY} | {date(2026, 2, day) for day in range(14, 23)}),
    work=frozenset({date(2026, 8, 22)}),
    names={CULTURE_DAY: "Ngày Văn hóa Việt Nam"},
)
WINDOWS = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (FRIDAY, True),
        (SATURDAY, False),
        (CULTURE_DAY, False),
        (date(2026, 2, 17), False),
        (date(2026, 8, 22), True),
        (date(2026, 8, 23), False),
    ],
)
def test_the_office_works_monday_to_friday_less_days_off_plus_make_up_days(day: date, works: bool) -> None:
    assert CALENDAR.is_workday(day) is works


def test_working_days_are_counted_over_weekends_and_days_off() -> None:
    assert CALENDAR.add_workdays(FRIDAY, 2) == date(2026, 11, 25)
    assert CALENDAR.add_workdays(date(2026, 11, 25), -2) == FRIDAY
    assert CALENDAR.add_workdays(SATURDAY, 0) == SATURDAY
    assert CALENDAR.add_workdays(date(2026, 2, 13), 1) == date(2026, 2, 23)
    assert CALENDAR.add_workdays(date(2026, 8, 21), 1) == date(2026, 8, 22)
    assert CALENDAR.workdays_between(FRIDAY, date(2026, 11, 25)) == 2
    assert CALENDAR.workdays_between(date(2026, 11, 25), FRIDAY) == -2
    assert CALENDAR.workdays_between(FRIDAY, SATURDAY) == 0


def test_the_nearest_working_days_before_and_after_a_day_off() -> None:
    assert CALENDAR.last_workday_on_or_before(CULTURE_DAY) == MONDAY
    assert CALENDAR.last_workday_on_or_before(FRIDAY) == FRIDAY
    assert CALENDAR.next_workday(MONDAY) == date(2026, 11, 25)


def test_a_day_off_added_by_the_office_counts_at_once_and_can_be_taken_back() -> None:
    closed = CALENDAR.with_special(MONDAY, works=False, name="Nghỉ hoán đổi")
    assert not closed.is_workday(MONDAY)
    assert closed.names[MONDAY] == "Nghỉ hoán đổi"
    assert closed.add_workdays(FRIDAY, 1) == date(2026, 11, 25)
    assert closed.with_special(MONDAY, works=True).is_workday(MONDAY)
    assert CALENDAR.is_workday(MONDAY), "the calendar it came from stays as it was"


def test_a_make_up_saturday_added_by_the_office_counts_at_once() -> None:
    open_ = CALENDAR.with_special(SATURDAY, works=True)
    assert open_.next_workday(FRIDAY) == SATURDAY
    assert open_.with_special(SATURDAY, works=False).next_workday(FRIDAY) == MONDAY


def test_what_the_office_decides_about_an_estimated_day_is_certain() -> None:
    guessed = WorkCalendar(off=frozenset({MONDAY}), names={MONDAY: "Tết"}, estimated=frozenset({MONDAY}))
    decided = guessed.with_special(MONDAY, works=True)
    assert (decided.estimated, decided.off, dict(decided.names)) == (frozenset(), frozenset(), {})


def test_a_calendar_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-11-23"):
        WorkCalendar(off=frozenset({MONDAY}), work=frozenset({MONDAY}))


def test_a_calendar_without_working_days_is_refused_when_it_is_asked() -> None:
    shut = WorkCalendar(off=frozenset(MONDAY + timedelta(days=n) for n in range(400)))
    with pytest.raises(ValueError, match="no working day"):
        shut.next_workday(MONDAY)


@pytest.mark.parametrize(
    ("day", "clock", "allowed"),
    [
        (FRIDAY, time(7, 29, 59), False),
        (FRIDAY, time(7, 30), True),
        (FRIDAY, time(11, 29, 59), True),
        (FRIDAY, time(11, 30), False),
        (FRIDAY, time(13, 30), True),
        (FRIDAY, time(17, 0), False),
        (SATURDAY, time(9, 0), False),
        (CULTURE_DAY, time(9, 0), False),
        (date(2026, 8, 22), time(9, 0), True),
    ],
)
def test_messages_go_out_in_the_windows_of_working_days(day: date, clock: time, allowed: bool) -> None:
    now = datetime.combine(day, clock, WARD_ZONE)
    assert may_send(now, WINDOWS, CALENDAR) is allowed
    assert may_send(now.astimezone(UTC), WINDOWS, CALENDAR) is allowed


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        may_send(datetime.combine(FRIDAY, time(9)), WINDOWS, CALENDAR)


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(days, st.integers(-30, 30))
def test_adding_working_days_and_counting_them_agree(day: date, count: int) -> None:
    start = CALENDAR.last_workday_on_or_before(day)
    end = CALENDAR.add_workdays(start, count)
    assert CALENDAR.is_workday(end)
    assert CALENDAR.workdays_between(start, end) == count


def test_night_and_days_off_are_quiet_until_the_next_window() -> None:
    windows = ((time(7, 30), time(11, 30)), (time(13, 30), time(17)))
    calendar = WorkCalendar(off=frozenset({date(2026, 11, 24)}))
    moments = {
        "20/11 12:00": (False, "20/11 13:30"),
        "20/11 17:30": (False, "23/11 07:30"),
        "20/11 18:00": (True, "23/11 07:30"),
        "21/11 09:00": (True, "23/11 07:30"),
        "23/11 06:59": (True, "23/11 07:30"),
        "24/11 10:00": (True, "25/11 07:30"),
    }
    for said, (quiet, opening) in moments.items():
        now = datetime.strptime(f"2026/{said}", "%Y/%d/%m %H:%M").replace(tzinfo=WARD_ZONE)
        assert is_quiet(now, calendar) is quiet
        assert f"{next_opening(now, lambda _day: windows, calendar):%d/%m %H:%M}" == opening
