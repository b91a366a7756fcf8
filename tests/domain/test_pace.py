"""How much of its year a flow has behind it: reporting months, school years, phased plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pace import expected, months
from tests.domain.judging import END, target

FLOW = target("cumulative", ">=", "120", unit="lao động")
SCHOOL_YEAR = replace(FLOW, starts_on=date(2025, 9, 1), ends_on=date(2026, 5, 31))
DECREE_YEAR = replace(FLOW, starts_on=date(2025, 12, 15), ends_on=date(2026, 12, 14))
SMALL = Decimal(12)


@pytest.mark.parametrize(
    ("day", "elapsed"),
    [
        (date(2025, 12, 31), 0),
        (date(2026, 1, 13), 0),
        (date(2026, 1, 14), 1),
        (date(2026, 1, 31), 1),
        (date(2026, 6, 14), 6),
        (date(2026, 11, 2), 10),
        (date(2026, 11, 14), 11),
        (date(2026, 12, 14), 12),
        (date(2027, 3, 1), 12),
    ],
)
def test_a_month_counts_from_its_cut_off_on_the_14th(day: date, elapsed: int) -> None:
    assert months(FLOW, day) == (elapsed, 12)
    assert months(DECREE_YEAR, day) == (elapsed, 12)


@pytest.mark.parametrize(
    ("day", "elapsed"),
    [(date(2025, 9, 14), 1), (date(2025, 12, 31), 4), (date(2026, 1, 31), 5), (date(2026, 5, 31), 9)],
)
def test_a_school_year_has_nine_months_and_its_own_clock(day: date, elapsed: int) -> None:
    assert months(SCHOOL_YEAR, day) == (elapsed, 9)


def test_the_share_of_the_year_is_exact() -> None:
    november = expected(replace(FLOW, value=Decimal(172)), Decimal(172), date(2026, 11, 14), SMALL)
    assert november is not None
    assert round(november, 2) == Decimal("157.67")
    assert expected(FLOW, Decimal(120), END, SMALL) == 120


def test_a_phased_plan_holds_its_last_step_until_the_next() -> None:
    phased = replace(FLOW, phased={3: Decimal(20), 9: Decimal(90)})
    steps = {day: expected(phased, Decimal(120), day, SMALL) for day in (
        date(2026, 2, 28), date(2026, 3, 14), date(2026, 8, 31), date(2026, 9, 14))}  # fmt: skip
    assert list(steps.values()) == [None, 20, 20, 90]


def test_after_its_last_step_a_phased_plan_goes_on_evenly_to_the_goal() -> None:
    phased = replace(FLOW, phased={3: Decimal(30)})
    steps = [expected(phased, Decimal(120), date(2026, month, 14), SMALL) for month in (3, 6, 11, 12)]
    assert steps == [30, 60, 110, 120]
    beyond = replace(FLOW, phased={3: Decimal(150)})
    assert expected(beyond, Decimal(120), date(2026, 11, 14), SMALL) == 150


def test_the_phases_of_a_school_year_run_over_new_year() -> None:
    phased = replace(SCHOOL_YEAR, phased={12: Decimal(50), 2: Decimal(80)})
    assert expected(phased, Decimal(120), date(2026, 1, 31), SMALL) == 50
    assert expected(phased, Decimal(120), date(2026, 2, 28), SMALL) == 80


@given(st.dates(date(2025, 6, 1), date(2027, 6, 1)), st.dates(date(2025, 6, 1), date(2027, 6, 1)))
def test_expectation_never_falls_as_the_year_goes_on(one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    for flow in (FLOW, SCHOOL_YEAR, DECREE_YEAR):
        before, after = (expected(flow, Decimal(120), day, SMALL) for day in (earlier, later))
        assert before is not None
        assert after is not None
        assert 0 <= before <= after <= 120
