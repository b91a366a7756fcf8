"""The rules of judging that cut across the forms of targets: silence, the end of the year, pace, nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.domain.progress import judge
from bot.domain.verdict import ItemClass, Known
from tests.domain.judging import END, MID_YEAR, NEXT_YEAR, RULES, at_mid_year, at_year_end, figure, target

VIEC_LAM = target("cumulative", ">=", "172", unit="lao động", lower_better=False)
BHYT = target("level", ">=", "97", unit="%", lower_better=False)
CHI_NGAN_SACH = target("cumulative", "<=", "7.942.500.000", unit="đồng", lower_better=True)
DIEM_NONG = target("event_free", "<=", "0", unit="điểm nóng", lower_better=True)
TON_DONG = replace(DIEM_NONG, unit="đơn", backlog=True)
TRAM_Y_TE = target("maintain", "maintain", source="status")
NOVEMBER = date(2026, 11, 14)


# --- wrong to do ---------------------------------------------------------------------------------


def test_a_threshold_is_never_prorated() -> None:
    verdict = at_mid_year(BHYT, figure("60"))
    assert verdict.expected is None
    assert verdict.reason == "below_threshold"
    assert at_mid_year(BHYT, figure("97")).cls == "met"


def test_a_lower_is_better_value_over_its_ceiling_is_not_completion() -> None:
    ceiling = target("level", "<", "8,93", unit="%", lower_better=True)
    assert at_year_end(ceiling, figure("8,81")).ratio is None


def test_missing_data_are_not_zero() -> None:
    for judged in (VIEC_LAM, BHYT, DIEM_NONG):
        verdict = at_year_end(judged, Known(missing=True))
        assert verdict.cls == "unreported"
        assert verdict.value is None


def test_nothing_over_nothing_is_not_zero_per_cent() -> None:
    verdict = at_year_end(BHYT, figure(ratio="0/0"))
    assert verdict.cls == "none_arose"
    assert verdict.ratio is None


def test_spending_less_than_planned_is_not_a_failure() -> None:
    assert at_mid_year(CHI_NGAN_SACH, figure("3.000.000.000")).reason == "under_ceiling"
    assert at_year_end(CHI_NGAN_SACH, figure("7.512.469.825")).cls == "met"
    assert at_mid_year(CHI_NGAN_SACH, figure("8.000.000.000")).cls == "at_risk"
    assert at_year_end(CHI_NGAN_SACH, figure("8.000.000.000")).cls == "not_met"


# --- not before its own end ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "as_of", "expected"),
    [
        (date(2026, 12, 31), date(2026, 12, 14), "at_risk"),
        (date(2026, 12, 31), date(2026, 12, 31), "not_met"),
        (date(2026, 12, 20), date(2026, 12, 31), "at_risk"),
        (date(2027, 1, 1), date(2026, 12, 14), "not_met"),
    ],
    ids=["last day, older figure", "last day, its figure", "an estimate of the year", "the day after"],
)
def test_khong_dat_is_said_only_after_the_items_own_end(
    today: date, as_of: date, expected: ItemClass
) -> None:
    assert judge(BHYT, figure("96", as_of=as_of), today, RULES).cls == expected


def test_without_an_end_in_the_plan_the_year_of_the_figure_ends_it() -> None:
    endless = replace(BHYT, ends_on=None)
    assert judge(endless, figure("96", as_of=NOVEMBER), NEXT_YEAR, RULES).cls == "not_met"
    assert judge(endless, figure("96", as_of=NOVEMBER), date(2026, 12, 30), RULES).cls == "at_risk"


def test_an_event_breaks_the_target_for_good_and_a_backlog_does_not() -> None:
    broken = at_mid_year(DIEM_NONG, figure("1"))
    assert broken.cls == "not_met"
    assert broken.reason == "broken"
    assert at_mid_year(TON_DONG, figure("1")).reason == "backlog"
    assert at_mid_year(TON_DONG, figure("0")).cls == "on_track"


def test_a_review_whose_result_is_known_before_the_year_ends_is_judged() -> None:
    culture = target("year_end_review", ">", "96", unit="%", lower_better=False)
    known = figure("96,01", as_of=date(2026, 12, 10))
    assert judge(culture, known, date(2026, 12, 12), RULES).cls == "year_end"
    reviewed = replace(known, reviewed_on=date(2026, 12, 11))
    assert judge(culture, reviewed, date(2026, 12, 12), RULES).cls == "met"
    short = replace(reviewed, value=Decimal(96))
    assert judge(culture, short, date(2026, 12, 12), RULES).cls == "at_risk"
    early = replace(short, reviewed_on=date(2026, 11, 20))
    assert judge(culture, early, date(2026, 12, 12), RULES).cls == "year_end"
    assert judge(culture, early, NEXT_YEAR, RULES).cls == "not_met"


# --- silence -------------------------------------------------------------------------------------


def test_a_figure_that_is_due_and_has_not_come_is_unreported() -> None:
    assert at_mid_year(BHYT, replace(figure("98"), missing=True)).cls == "unreported"
    assert at_mid_year(VIEC_LAM, replace(figure("100"), missing=True)).cls == "unreported"


def test_a_known_failure_stays_in_danger_while_the_next_figure_is_missing() -> None:
    assert at_mid_year(BHYT, replace(figure("90"), missing=True)).cls == "at_risk"


def test_a_flow_that_reached_its_target_stays_met_in_silence() -> None:
    assert at_mid_year(VIEC_LAM, replace(figure("172"), missing=True)).cls == "met"
    assert at_year_end(VIEC_LAM, replace(figure("180"), missing=True)).cls == "exceeded"


def test_a_flow_is_not_missed_while_its_last_figure_is_due() -> None:
    assert at_year_end(VIEC_LAM, replace(figure("150", as_of=NOVEMBER), missing=True)).cls == "unreported"


@pytest.mark.parametrize(
    ("days", "expected"), [(0, "at_risk"), (3, "at_risk"), (4, "on_track"), (None, "on_track")]
)
def test_due_within_three_working_days_without_a_figure_is_in_danger(
    days: int | None, expected: ItemClass
) -> None:
    verdict = at_mid_year(VIEC_LAM, Known(days_to_due=days))
    assert verdict.cls == expected
    assert at_mid_year(VIEC_LAM, figure("100", days_to_due=days)).cls == expected


def test_a_level_that_is_met_is_not_in_danger_because_its_next_figure_falls_due() -> None:
    assert at_mid_year(BHYT, figure("98", days_to_due=1)).cls == "exceeded"


def test_a_status_needs_a_confirmation_and_silence_is_not_one() -> None:
    assert at_mid_year(TRAM_Y_TE, Known()).cls == "unconfirmed"
    held = Known(state="held", as_of=MID_YEAR)
    assert at_mid_year(TRAM_Y_TE, held).cls == "on_track"
    assert at_mid_year(TRAM_Y_TE, replace(held, missing=True)).cls == "unconfirmed"
    assert at_mid_year(TRAM_Y_TE, Known(confirmed_on=MID_YEAR)).cls == "on_track"


def test_a_status_said_to_be_lost_outweighs_an_older_confirmation() -> None:
    lost = Known(state="lost", confirmed_on=date(2026, 3, 1))
    assert at_mid_year(TRAM_Y_TE, lost).cls == "at_risk"


def test_a_status_reported_as_all_of_all_is_a_confirmation() -> None:
    assert at_mid_year(TRAM_Y_TE, figure(ratio="4/4")).cls == "on_track"
    assert at_mid_year(TRAM_Y_TE, figure(ratio="3/4")).cls == "at_risk"


# --- four kinds of nothing -----------------------------------------------------------------------


def test_the_four_kinds_of_nothing_are_in_four_classes() -> None:
    kinds = {
        "0": figure("0"),
        "không phát sinh": Known(state="none_arose"),
        "chưa có số liệu": Known(missing=True),
        "không thuộc phạm vi": Known(state="not_applicable"),
    }
    classes = {words: at_mid_year(VIEC_LAM, known).cls for words, known in kinds.items()}
    assert classes == {
        "0": "at_risk",
        "không phát sinh": "none_arose",
        "chưa có số liệu": "unreported",
        "không thuộc phạm vi": "watched",
    }


def test_no_case_this_month_leaves_the_years_count_as_it_was() -> None:
    assert at_mid_year(VIEC_LAM, replace(figure("100"), state="none_arose")).value == 100


def test_an_amount_to_reach_is_not_reached_by_khong_phat_sinh() -> None:
    assert at_year_end(VIEC_LAM, Known(state="none_arose")).cls == "not_met"


def test_khong_phat_sinh_of_an_older_period_does_not_answer_for_the_one_that_is_due() -> None:
    assert at_mid_year(BHYT, Known(state="none_arose", missing=True)).cls == "unreported"


# --- pace ----------------------------------------------------------------------------------------


def test_a_flow_is_in_danger_below_eighty_per_cent_of_its_share_of_the_year() -> None:
    at_14_november = {text: judge(VIEC_LAM, figure(text, as_of=NOVEMBER), date(2026, 11, 20), RULES)
                      for text in ("126", "127", "157", "158")}  # fmt: skip
    assert at_14_november["126"].reason == "behind_pace"
    assert at_14_november["127"].reason == "slow"
    assert at_14_november["157"].reason == "slow"
    assert at_14_november["158"].reason == "on_pace"


def test_the_phased_plan_comes_before_the_share_of_the_year() -> None:
    phased = replace(VIEC_LAM, phased={3: Decimal(10), 6: Decimal(40), 11: Decimal(150)})
    verdict = at_mid_year(phased, figure("33"))
    assert verdict.expected == 40
    assert verdict.cls == "on_track"
    assert at_mid_year(phased, figure("31")).cls == "at_risk"
    assert judge(phased, figure("0", as_of=date(2026, 2, 14)), date(2026, 2, 16), RULES).cls == "on_track"


def test_a_flow_of_eleven_is_not_prorated_and_one_of_twelve_is() -> None:
    eleven, twelve = replace(VIEC_LAM, value=Decimal(11)), replace(VIEC_LAM, value=Decimal(12))
    assert at_mid_year(eleven, figure("0")).reason == "by_milestone"
    assert at_mid_year(twelve, figure("0")).reason == "behind_pace"


def test_a_one_season_target_is_not_prorated() -> None:
    assert at_mid_year(replace(VIEC_LAM, prorated=False), figure("0")).reason == "by_milestone"


def test_the_thresholds_of_danger_are_the_wards() -> None:
    strict = replace(RULES, risk_percent=Decimal(100))
    assert at_mid_year(VIEC_LAM, figure("85"), strict).cls == "at_risk"


# --- what is known in words ----------------------------------------------------------------------


def test_a_title_said_to_be_reached_in_june_waits_for_the_review() -> None:
    title = target("year_end_review", "=", source="status")
    said = Known(state="held", confirmed_on=MID_YEAR)
    assert at_mid_year(title, said).cls == "year_end"
    assert at_year_end(title, said).cls == "met"


def test_da_dat_without_a_number_is_met_and_says_that_no_number_came() -> None:
    verdict = at_year_end(BHYT, Known(state="held"))
    assert verdict.cls == "met"
    assert verdict.assumption == "stated_without_figure"


def test_dang_lam_is_not_a_figure() -> None:
    assert at_mid_year(BHYT, Known(state="in_progress")).reason == "no_figure_yet"
    assert at_year_end(BHYT, Known(state="in_progress")).cls == "unreported"


def test_numbers_of_any_length_are_judged() -> None:
    huge = Decimal("9" * 60)
    assert at_year_end(VIEC_LAM, Known(state="value", value=huge)).cls == "exceeded"
    assert judge(VIEC_LAM, Known(value=huge, as_of=END), NEXT_YEAR, RULES).value == huge


def test_a_reduction_that_is_measured_itself_needs_no_opening_figure() -> None:
    births = target("year_end_review", "reduce_by", "0,05", unit="‰", measured="reduction")
    for reads in (None, "stock", "change"):
        assert at_year_end(births, figure("0,05", reads=reads)).cls == "met"


def test_on_the_last_day_an_estimate_does_not_decide() -> None:
    short = figure("171", as_of=END)
    assert judge(VIEC_LAM, short, END, RULES).cls == "not_met"
    assert judge(VIEC_LAM, replace(short, estimate=True), END, RULES).cls == "on_track"
    assert judge(VIEC_LAM, replace(short, estimate=True), NEXT_YEAR, RULES).cls == "not_met"
