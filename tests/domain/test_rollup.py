"""Counting verdicts: classes that sum to the total, and the year-end words of a real report."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.percent import percent
from bot.domain.rollup import Band, band, bands, roll_up
from bot.domain.verdict import CLASSES, ItemClass, Verdict
from tests.domain.judging import at_year_end, figure, target


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        ("100.01", "exceeded"),
        ("100.004", "met"),
        ("100", "met"),
        ("99.995", "met"),
        ("99.99", "near"),
        ("94.62", "near"),
        ("90", "near"),
        ("89.995", "near"),
        ("89.99", "not_met"),
        ("52.06", "not_met"),
    ],
)
def test_the_bands_of_a_year_end_report(ratio: str, expected: Band) -> None:
    assert band(Decimal(ratio)) == expected


def test_22_chi_tieu_06_vuot_14_dat_01_tren_90_01_khong_dat() -> None:
    exceeded = [
        ("56,35", "43"),
        ("658", "648"),
        ("11.800", "4.500"),
        ("1.265", "1.159"),
        ("88", "85"),
        ("261", "200"),
    ]
    short = [("118", "119"), ("177.000.000", "340.000.000")]
    pairs = [*exceeded, *[("7", "7")] * 14, *short]
    verdicts = [at_year_end(target("cumulative", ">=", goal), figure(done)) for done, goal in pairs]
    assert bands(verdicts) == {"exceeded": 6, "met": 14, "near": 1, "not_met": 1}
    assert roll_up(verdicts).total == 22


def test_a_strict_floor_missed_at_exactly_its_number_is_not_dat() -> None:
    verdict = at_year_end(target("level", ">", "90", unit="%"), figure("90"))
    assert verdict.ratio == 100
    assert bands([verdict])["met"] == 0
    assert bands([verdict])["near"] == 1


def test_a_ceiling_that_is_passed_is_not_near() -> None:
    verdict = at_year_end(target("level", "<", "8,81", unit="%", lower_better=True), figure("8,81"))
    assert bands([verdict]) == {"exceeded": 0, "met": 0, "near": 0, "not_met": 1}


def test_the_edge_of_the_third_band_can_be_moved() -> None:
    assert band(percent(Decimal(17), Decimal(19)), near=Decimal(85)) == "near"


@given(st.lists(st.sampled_from(CLASSES), max_size=40))
def test_every_class_has_a_count_and_they_sum_to_the_total(classes: list[ItemClass]) -> None:
    counts = roll_up(Verdict(cls, "parts") for cls in classes)
    assert tuple(counts.by_class) == CLASSES
    assert counts.total == len(classes)
    assert counts.of("met", "exceeded") == classes.count("met") + classes.count("exceeded")


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict("at_risk", "below_threshold", ratio=Decimal("95.2"), shortfall=Decimal(1)), "near"),
        (Verdict("on_track", "on_pace", ratio=Decimal(80), shortfall=Decimal(9)), "not_met"),
        (Verdict("at_risk", "above_threshold", shortfall=Decimal(1)), "not_met"),
        (Verdict("at_risk", "parts"), "not_met"),
        (Verdict("at_risk", "due_soon"), None),
        (Verdict("on_track", "holding"), "met"),
        (Verdict("on_track", "parts"), None),
        (Verdict("exceeded", "reached", ratio=Decimal(101)), "exceeded"),
        (Verdict("unreported", "figure_missing"), None),
        (Verdict("year_end", "review_waiting", ratio=Decimal(97), shortfall=Decimal(2)), None),
    ],
)
def test_the_bands_of_the_report_that_is_sent_in_december(verdict: Verdict, expected: Band | None) -> None:
    counted = bands([verdict], so_far=True)
    assert {name for name, number in counted.items() if number} == ({expected} if expected else set())
