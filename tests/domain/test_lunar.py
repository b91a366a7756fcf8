"""The lunar calendar: Tết and Giỗ Tổ of known years, leap months, and every day in its place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.lunar import LunarDay, lunar_month, tet, to_lunar, to_solar

# Mùng 1 of the years from 2007 on.
TET = (
    "02-17 02-07 01-26 02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05 01-25 02-12 02-01 "
    "01-22 02-10 01-29 02-17 02-06 01-26 02-13 02-02 01-23 02-11 01-31 02-19 02-08 01-28 02-15 02-04 "
    "01-24 02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26 02-14 02-02 01-23 "
)
GIO_TO = {2024: "2024-04-18", 2025: "2025-04-07", 2026: "2026-04-26", 2027: "2027-04-16", 2028: "2028-04-04"}
LEAP_MONTHS = {2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11, 2036: 6}

days = st.dates(date(1970, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(("year", "day"), tuple(enumerate(TET.split(), 2007)))
def test_tet_falls_on_the_day_that_the_country_celebrates_it(year: int, day: str) -> None:
    first = date.fromisoformat(f"{year}-{day}")
    assert tet(first.year) == first
    assert to_lunar(first) == LunarDay(first.year, 1, False, 1)


@pytest.mark.parametrize(
    ("year", "abroad"), [(1985, "1985-02-20"), (2007, "2007-02-18"), (2030, "2030-02-03")]
)
def test_tet_differs_from_the_chinese_new_year_where_the_new_moon_comes_between_the_two_midnights(
    year: int, abroad: str
) -> None:
    assert tet(year) < date.fromisoformat(abroad)


@pytest.mark.parametrize("year", GIO_TO)
def test_gio_to_is_the_tenth_of_the_third_month(year: int) -> None:
    assert to_solar(year, 3, 10) == date.fromisoformat(GIO_TO[year])


@pytest.mark.parametrize("year", range(2017, 2037))
def test_leap_months_are_those_of_the_official_calendar(year: int) -> None:
    leap = [month for month in range(1, 13) if lunar_month(year, month, leap=True)]
    assert leap == ([LEAP_MONTHS[year]] if year in LEAP_MONTHS else [])


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2026, 1, "2026-03-03"), (2026, 7, "2026-08-27"), (2026, 8, "2026-09-25"), (2025, 8, "2025-10-06")],
)
def test_the_full_moon_feasts_fall_on_their_days(year: int, month: int, day: str) -> None:
    assert to_solar(year, month, 15) == date.fromisoformat(day)


def test_a_short_month_has_no_thirtieth() -> None:
    lengths = {month: lunar_month(2026, month) for month in range(1, 13)}
    for month, span in lengths.items():
        assert span is not None
        thirtieth = to_solar(2026, month, 30)
        assert (thirtieth is None) == ((span[1] - span[0]).days == 28)


@settings(max_examples=300)
@given(days)
def test_the_day_after_is_the_next_lunar_day(day: date) -> None:
    today, tomorrow = to_lunar(day), to_lunar(day + timedelta(days=1))
    if tomorrow.day != 1:
        assert tomorrow == LunarDay(today.year, today.month, today.leap, today.day + 1)
    else:
        assert today.day in (29, 30)
        assert (tomorrow.year, tomorrow.month) in (
            (today.year, today.month),
            (today.year, today.month + 1),
            (today.year + 1, 1),
        )


@settings(max_examples=300)
@given(days)
def test_a_day_comes_back_from_the_lunar_calendar(day: date) -> None:
    lunar = to_lunar(day)
    assert to_solar(lunar.year, lunar.month, lunar.day, leap=lunar.leap) == day
