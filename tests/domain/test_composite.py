"""A compound line: one class from its parts, never an average; it counts once."""

from __future__ import annotations

import pytest

from bot.domain.composite import combine
from bot.domain.progress import Line, judge, judge_plan
from bot.domain.rollup import roll_up
from bot.domain.verdict import ItemClass, Known, Verdict
from tests.domain.judging import MID_YEAR, NEXT_YEAR, RULES, at_mid_year, figure, target

LINE = target("composite", source="composite")


def parts(*classes: ItemClass) -> list[Verdict]:
    return [Verdict(cls, "reached") for cls in classes]


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        (("met", "met", "not_met"), "not_met"),
        (("met", "at_risk", "unreported"), "at_risk"),
        (("met", "unreported", "on_track"), "unreported"),
        (("met", "unconfirmed", "year_end"), "unconfirmed"),
        (("met", "on_track", "year_end"), "on_track"),
        (("met", "year_end"), "year_end"),
        (("met", "exceeded"), "met"),
        (("exceeded", "exceeded"), "exceeded"),
        (("met", "watched", "none_arose", "unassigned"), "met"),
        (("unassigned", "watched"), "unassigned"),
        (("watched", "none_arose"), "watched"),
        (("none_arose", "none_arose"), "none_arose"),
        ((), "watched"),
    ],
)
def test_the_worst_part_that_has_a_verdict_decides(
    classes: tuple[ItemClass, ...], expected: ItemClass
) -> None:
    assert combine(parts(*classes)).cls == expected


def test_three_of_four_parts_are_counted_and_not_averaged() -> None:
    verdict = combine(parts("met", "exceeded", "met", "not_met", "watched"))
    assert (verdict.parts_met, verdict.parts) == (3, 4)
    assert verdict.ratio is None


def test_parts_without_a_number_to_be_met_are_left_out_and_told() -> None:
    verdict = combine(parts("met", "unassigned", "unassigned"))
    assert (verdict.cls, verdict.parts_met, verdict.parts, verdict.parts_unassigned) == ("met", 1, 1, 2)


def test_a_narrative_part_is_left_out_also_when_a_word_on_it_is_due() -> None:
    narrative = at_mid_year(target("narrative", source="none"), Known(missing=True))
    assert narrative.cls == "unreported"
    assert combine([*parts("met"), narrative]).cls == "met"
    assert combine([narrative]).cls == "watched"


def test_a_line_outside_the_wards_scope_is_not_judged_from_its_parts() -> None:
    verdict = judge(LINE, Known(state="not_applicable"), MID_YEAR, RULES, parts("not_met"))
    assert verdict.reason == "not_applicable"


VIEC_LAM = [
    Line("CT30", LINE, Known()),
    Line("CT31", target("cumulative", ">=", "172", unit="lao động"), figure("172", as_of=MID_YEAR), "CT30"),
    Line("CT32", target("cumulative", ">=", "5", unit="người"), figure("4", as_of=MID_YEAR), "CT31"),
    Line("CT33", target("event_free", "<=", "0", unit="vụ"), figure("0", as_of=MID_YEAR), "CT30"),
]


def test_172_lao_dong_trong_do_xkld_05_nguoi_is_met_when_both_are() -> None:
    half = judge_plan(VIEC_LAM, MID_YEAR, RULES)
    assert {key: verdict.cls for key, verdict in half.items()} == {
        "CT30": "on_track",
        "CT31": "met",
        "CT32": "on_track",
        "CT33": "on_track",
    }
    assert (half["CT30"].parts_met, half["CT30"].parts) == (1, 3)
    full = judge_plan(VIEC_LAM, NEXT_YEAR, RULES)
    assert full["CT32"].cls == full["CT30"].cls == "not_met"


def test_a_line_inside_a_line_counts_as_one_part() -> None:
    lines = [
        Line("N", LINE, Known()),
        Line("N1", LINE, Known(), "N"),
        Line("N1a", target("level", ">=", "1", unit="hộ"), figure("1"), "N1"),
        Line("N1b", target("level", ">=", "1", unit="hộ"), figure("1"), "N1"),
        Line("N2", target("level", "<=", "0,08", unit="%", lower_better=True), figure("0,08"), "N"),
    ]
    verdicts = judge_plan(lines, MID_YEAR, RULES)
    assert (verdicts["N"].parts_met, verdicts["N"].parts) == (2, 2)


def test_parts_may_stand_before_their_line() -> None:
    backwards = judge_plan(list(reversed(VIEC_LAM)), MID_YEAR, RULES)
    assert backwards == judge_plan(VIEC_LAM, MID_YEAR, RULES)


def test_a_compound_line_counts_once_in_the_plan() -> None:
    verdicts = judge_plan(VIEC_LAM, MID_YEAR, RULES)
    listed = [verdicts[line.key] for line in VIEC_LAM if line.parent is None]
    assert roll_up(listed).total == 1


def test_duy_tri_4_4_khu_pho_va_gia_dinh_van_hoa_waits_for_the_review() -> None:
    quarters = at_mid_year(target("maintain", "maintain", "4", whole="4"), figure(ratio="4/4"))
    families = at_mid_year(target("year_end_review", ">", "90", unit="%"), figure("93"))
    assert combine([quarters, families]).cls == "on_track"
    assert combine([at_mid_year(target("level", ">=", "1"), figure("1")), families]).cls == "year_end"
