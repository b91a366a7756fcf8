"""Percentages: the slips of real plans recomputed, rounding half up, and what a stated one agrees with."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.percent import agrees, percent, rounded, scale
from tests.domain.judging import number


def exact(numerator: str, denominator: str) -> Decimal:
    above, below = number(numerator), number(denominator)
    assert above is not None
    assert below is not None
    return percent(above, below)


@pytest.mark.parametrize(
    ("numerator", "denominator", "stated", "agreeing"),
    [
        ("7.512.469.825", "7.942.500.000", "94,58", True),
        ("7.512.469.825", "7.942.500.000", "94,59", True),
        ("4", "7", "57,14", True),
        ("220", "439", "51,11", False),
        ("220", "439", "50,11", True),
        ("40", "454", "8,81", True),
        ("3", "3", "100", True),
        ("658", "648", "101,54", True),
        ("11.800", "4.500", "226,22", False),
        ("177.000.000", "340.000.000", "52,06", True),
        ("4.385", "5.191", "84,47", True),
        ("3.732", "2.899", "128,7", True),
        ("1.049", "890", "117,64", False),
        ("1.265", "1.159", "109,15", True),
        ("88", "85", "103,53", True),
        ("118", "119", "99,16", True),
        ("261", "200", "130,5", True),
        ("161", "277", "58,1", True),
        ("32", "64", "50", True),
        ("201", "269", "75,7", False),
    ],
    ids=lambda value: str(value),
)
def test_percentages_stated_in_real_plans(
    numerator: str, denominator: str, stated: str, agreeing: bool
) -> None:
    said = number(stated)
    assert said is not None
    assert agrees(said, exact(numerator, denominator)) is agreeing


def test_220_of_439_is_50_11_per_cent() -> None:
    assert rounded(exact("220", "439")) == Decimal("50.11")


def test_rounding_is_half_up() -> None:
    assert rounded(Decimal("97.505")) == Decimal("97.51")
    assert rounded(Decimal("0.5"), 0) == 1


def test_nothing_of_nothing_has_no_percentage() -> None:
    with pytest.raises(ZeroDivisionError):
        percent(Decimal(0), Decimal(0))


def test_trailing_zeros_are_not_decimals() -> None:
    assert scale(Decimal("97.500")) == 1
    assert scale(Decimal("1E+3")) == 0
    assert scale(Decimal(0)) == 0


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.integers(0, 4))
def test_what_is_printed_always_agrees_with_what_was_computed(above: int, below: int, places: int) -> None:
    computed = percent(Decimal(above), Decimal(below))
    assert agrees(rounded(computed, places), computed)
