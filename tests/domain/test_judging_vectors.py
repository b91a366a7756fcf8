"""Messages of four wards as they end in a figure, and the verdict that the plan's words call for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.rollup import band, bands
from bot.domain.targets import Target
from bot.domain.verdict import Known
from tests.domain.judging import at_mid_year, at_year_end, figure, target

# Phường 2 (Cao Lãnh)
CL_BHYT = target("level", ">", "97,5", unit="%", lower_better=False)
CL_XKLD = target("cumulative", ">=", "7", unit="lao động", lower_better=False)
CL_SDD = target("level", "<", "8,81", unit="%", lower_better=True)
CL_DAN_SO = target("year_end_review", "<", "0,73", unit="%", lower_better=True)
CL_DON_THU = target("level", ">", "98", unit="%", lower_better=False)
CL_HOA_GIAI = target("level", ">", "90", unit="%", lower_better=False)
CL_TIN_BAO = target("level", ">=", "90", unit="%", lower_better=False)
CL_NHA = target("cumulative_no_target", source="conditional", condition="nếu có", unit="căn")
# Nhơn Hưng
NH_THU = target("cumulative", ">=", "428.000.000", unit="đồng", lower_better=False)
NH_BHYT = target("level", ">=", "93", unit="%", lower_better=False)
NH_THCS = target("level", "between", low="97", high="98", unit="%", lower_better=False)
NH_CHIEU_CAO = target("level", "<=", "15", unit="%", lower_better=True, ambiguous=True)
NH_HO_NGHEO = target(
    "year_end_review",
    "reduce_by",
    reduce_low="1",
    reduce_high="1",
    baseline="7",
    unit="hộ",
    lower_better=True,
    measured="reduction_or_stock",
)
# Ngô Quyền
NQ_HO_NGHEO = target("year_end_review", "<=", "0,08", unit="%", lower_better=True)
NQ_GIAM_SINH = target(
    "year_end_review", "reduce_by", "0,05", unit="‰", lower_better=False, measured="reduction"
)
NQ_THI_DUA = target("year_end_review", "between", low="1", high="2", unit="người", lower_better=False)
# Phường 2 (Tây Ninh)
TN_CAN_NGHEO = replace(NH_HO_NGHEO, reduce_low=Decimal(2), reduce_high=Decimal(2), baseline=None)
TN_CAN_NANG = target("level", "<=", "8,06", baseline="8,16", unit="%", lower_better=True)
TN_GIAO_QUAN = target(
    "cumulative", ">=", source="assigned_later", percent_of_assigned="100", unit="công dân", prorated=False
)
# Lê Lợi
LL_SDD = target("level", "<", "7,1", unit="%", lower_better=True)
LL_BHXH = target("level", ">=", source="assigned_later", percent_of_assigned="100", unit="người")


def stays_short_until_the_end(judged: Target, known: Known) -> bool:
    """Not called "không đạt" before the item's own end, and called so after it."""
    return at_mid_year(judged, known).cls == "at_risk" and at_year_end(judged, known).cls == "not_met"


def test_bhyt_97_5_is_not_above_97_5() -> None:
    assert stays_short_until_the_end(CL_BHYT, figure("97,5"))


def test_bhyt_97_6_reaches_the_threshold() -> None:
    assert at_mid_year(CL_BHYT, figure("97,6")).reason == "reached"


def test_xkld_04_of_07_in_december_is_missed_at_57_14_per_cent() -> None:
    verdict = at_year_end(CL_XKLD, figure(ratio="4/7"))
    assert verdict.cls == "not_met"
    assert verdict.ratio is not None
    assert round(verdict.ratio, 2) == Decimal("57.14")
    assert band(verdict.ratio) == "not_met"


def test_xkld_4_in_june_is_under_way_and_not_prorated() -> None:
    verdict = at_mid_year(CL_XKLD, figure("4"))
    assert verdict.cls == "on_track"
    assert verdict.reason == "by_milestone"
    assert verdict.expected is None


def test_sdd_40_of_454_prints_as_8_81_which_is_not_below_8_81() -> None:
    assert stays_short_until_the_end(CL_SDD, figure(ratio="40/454"))


def test_population_growth_of_0_72_is_below_0_73() -> None:
    verdict = at_year_end(CL_DAN_SO, figure("0,72"))
    assert verdict.cls == "met"
    assert verdict.ratio is None, "0,72/0,73 is not completion"


def test_don_thu_0_of_0_is_khong_phat_sinh() -> None:
    assert at_year_end(CL_DON_THU, figure(ratio="0/0")).cls == "none_arose"


def test_90_per_cent_meets_90_tro_len_and_not_tren_90() -> None:
    assert at_year_end(CL_TIN_BAO, figure("90")).cls == "met"
    assert at_year_end(CL_HOA_GIAI, figure("90")).cls == "not_met"


def test_hoa_giai_4_of_4_is_exceeded() -> None:
    assert at_mid_year(CL_HOA_GIAI, figure(ratio="4/4")).cls == "exceeded"


def test_no_household_for_a_house_is_neutral() -> None:
    assert at_year_end(CL_NHA, Known(state="none_arose")).cls == "none_arose"


def test_428_million_is_exactly_the_plan() -> None:
    verdict = at_year_end(NH_THU, figure("428.000.000"))
    assert verdict.cls == "met"
    assert verdict.ratio == 100


def test_bhyt_88_of_93_is_in_the_band_above_90() -> None:
    verdict = at_year_end(NH_BHYT, figure("88"))
    assert verdict.cls == "not_met"
    assert verdict.ratio is not None
    assert round(verdict.ratio, 2) == Decimal("94.62")
    assert bands([verdict]) == {"exceeded": 0, "met": 0, "near": 1, "not_met": 0}


def test_thcs_97_4_is_inside_97_98() -> None:
    assert at_year_end(NH_THCS, figure("97,4")).cls == "met"


def test_one_household_fewer_and_six_left_mean_the_same() -> None:
    fewer, left = figure("1", reads="change"), figure("6", reads="stock")
    assert at_mid_year(NH_HO_NGHEO, fewer).cls == at_mid_year(NH_HO_NGHEO, left).cls == "year_end"
    assert at_mid_year(NH_HO_NGHEO, left).value == 6, "the figure is kept until the review"
    assert at_year_end(NH_HO_NGHEO, fewer).cls == at_year_end(NH_HO_NGHEO, left).cls == "met"
    assert at_year_end(NH_HO_NGHEO, left).number == 1


def test_chieu_cao_14_8_is_met_with_the_assumption_shown() -> None:
    verdict = at_mid_year(NH_CHIEU_CAO, figure("14,8"))
    assert verdict.cls == "met"
    assert verdict.assumption == "read_as_ceiling"


def test_ho_ngheo_0_08_also_as_2_of_2400() -> None:
    assert at_year_end(NQ_HO_NGHEO, figure("0,08")).cls == "met"
    assert at_year_end(NQ_HO_NGHEO, figure(ratio="2/2.400")).cls == "met"


def test_giam_sinh_0_05_per_mille() -> None:
    assert at_year_end(NQ_GIAM_SINH, figure("0,05")).cls == "met"


def test_three_chien_si_thi_dua_exceed_one_to_two() -> None:
    assert at_year_end(NQ_THI_DUA, figure("3")).cls == "exceeded"
    assert at_year_end(NQ_THI_DUA, figure("2")).cls == "met"


def test_con_3_ho_can_ngheo_cannot_be_judged_without_the_opening_figure() -> None:
    verdict = at_year_end(TN_CAN_NGHEO, figure("3", reads="stock"))
    assert verdict.cls == "watched"
    assert verdict.reason == "baseline_unknown"
    assert verdict.value == 3
    assert at_year_end(TN_CAN_NGHEO, figure("2", reads="change")).cls == "met"


def test_sdd_can_nang_8_06_is_at_most_8_06() -> None:
    assert at_year_end(TN_CAN_NANG, figure("8,06")).cls == "met"


def test_giao_quan_100_per_cent_is_taken_as_the_officials_word() -> None:
    verdict = at_mid_year(TN_GIAO_QUAN, Known(percent_of_assigned=Decimal(100)))
    assert verdict.cls == "met"
    assert verdict.assumption == "self_reported"


def test_sdd_7_1_is_not_below_7_1() -> None:
    assert stays_short_until_the_end(LL_SDD, figure("7,1"))


def test_bhxh_32_is_kept_while_the_number_is_not_assigned() -> None:
    verdict = at_year_end(LL_BHXH, figure("32"))
    assert verdict.cls == "unassigned"
    assert verdict.value == 32
