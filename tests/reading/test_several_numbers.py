"""Messages with more than one number: which is the figure, of what, for which period."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.reading import Catalogue, Context, Reading, read
from tests.reading.ward import NOW, count, one, said


def figures(text: str, about: str | None = None, **around: str) -> list[tuple[str | None, str, str | None]]:
    """Return item, value and period of each figure that may be stored."""
    return [(r.item, str(r.value), r.period) for r in said(text, about, **around) if not r.doubts]


def choices(reading: Reading) -> list[Decimal | None]:
    return [choice.value for doubt in reading.doubts for choice in doubt.candidates]


@pytest.mark.parametrize(
    "text",
    [
        "bhxh thang 10 la 190, thang 11 la 201",
        "BHXH tháng 10: 190; tháng 11: 201",
        "bhxh 190 tháng 10, 201 tháng 11",
        "bhxh tháng 10 được 190 người còn tháng 11 được 201 người",
    ],
)
def test_each_period_has_its_own_figure(text: str) -> None:
    assert figures(text) == [("CT03", "190", "2026-10"), ("CT03", "201", "2026-11")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("bhxh tháng trước 190, tháng này 201", "2026-11"),
        ("bhxh 201 (tháng 10 là 190)", None),
        ("bhxh tháng 11 tăng 10 so với tháng 10 là 201", "2026-11"),
        ("bhxh năm ngoái 150, năm nay 201", None),
        ("sửa kỳ 10 bhxh 201", "2026-10"),
    ],
)
def test_the_period_of_another_number_is_not_the_figure_s(text: str, period: str | None) -> None:
    assert figures(text) == [("CT03", "201", period)]


def test_a_period_in_front_of_a_name_heads_the_names_after_it() -> None:
    assert figures("tháng 10 bhyt 97,6, bhxh 190; tháng 11 bhyt 97,8, bhxh 201") == [
        ("CT01", "97.6", "2026-10"),
        ("CT03", "190", "2026-10"),
        ("CT01", "97.8", "2026-11"),
        ("CT03", "201", "2026-11"),
    ]


@pytest.mark.parametrize("text", ["2. bhyt: 99,8%", "3) bhyt 99,8", "12) bhyt 99,8%", "2/ bhyt 99,8%"])
def test_a_list_may_be_sent_from_any_of_its_lines(text: str) -> None:
    assert figures(text) == [("CT01", "99.8", None)]


def test_a_number_in_front_of_other_words_is_no_list_mark() -> None:
    assert figures("5. em gửi nhé", "CT04") == [("CT04", "5", None)]


@pytest.mark.parametrize(
    "text", ["bhyt đạt 99,8% (12.450/12.475 người)", "bhyt 12.450/12.475 người, đạt 99,8%"]
)
def test_a_b_beside_a_rate_is_kept_with_it(text: str) -> None:
    reading = one(text)
    assert (reading.numerator, reading.denominator) == (Decimal(12450), Decimal(12475))
    assert (reading.percent_stated, reading.percent_consistent, reading.doubts) == (Decimal("99.8"), True, ())


def test_a_count_in_brackets_is_the_figure_beside_its_percentage() -> None:
    reading = one("bhxh đạt 74,7% (201/269)")
    assert (reading.value, reading.denominator) == (Decimal(201), Decimal(269))
    assert reading.percent_consistent


def test_an_item_of_its_own_is_read_among_details() -> None:
    assert figures("bhxh 201 người, trong đó xkld 5") == [("CT03", "201", None), ("CT04", "5", None)]
    assert figures("hồ sơ TTHC 4.583 hồ sơ, trong đó đúng hạn 4.500") == [("CT10", "4583", None)]


@pytest.mark.parametrize(
    "text",
    [
        "phấn đấu đến cuối năm BHXH đạt 269 người",
        "mục tiêu vận động 269 người@CT03",
        "thành phố giao bhxh 269",
    ],
)
def test_a_target_at_the_head_of_a_clause_is_no_result(text: str) -> None:
    words, _, about = text.partition("@")
    assert [doubt.reason for doubt in one(words, about or None).doubts] == ["target_not_result"]


def test_a_result_beside_its_target_makes_a_ratio() -> None:
    for text in ("phấn đấu bhxh 269, hiện được 201", "trong tổng số 269 người bhxh đã vận động được 201"):
        reading = one(text)
        assert (reading.numerator, reading.denominator) == (Decimal(201), Decimal(269))
        assert not reading.doubts


@pytest.mark.parametrize(
    "text", ["xkld 4 người, mỗi người 50tr", "xkld 4 người, chi phí 50tr/người", "xkld 4, bình quân mỗi tổ 2"]
)
def test_what_each_one_costs_or_has_is_no_figure(text: str) -> None:
    assert figures(text) == [("CT04", "4", None)]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("thêm 10 người", [192, 10]),
        ("giảm 2 người", [180, 2]),
        ("vượt 10 người", [279, 10]),
        ("182 rồi, nay thêm 10", [192, 182]),
    ],
)
def test_a_change_is_asked_with_the_total_it_makes(text: str, offered: list[int]) -> None:
    reading = one(text, "CT03", last="182")
    assert [doubt.reason for doubt in reading.doubts] == ["delta_without_total"]
    assert choices(reading) == offered


def test_what_was_added_is_in_a_total_that_holds_it() -> None:
    assert figures("192, thêm 10", "CT03", last="182") == [("CT03", "192", None)]
    assert figures("201, thêm 19 so với tháng trước", "CT03") == [("CT03", "201", None)]


def test_the_level_after_a_fall_is_the_figure() -> None:
    assert figures("bhyt giảm còn 97,6") == [("CT01", "97.6", None)]
    assert figures("bhxh giảm 2 còn 180") == [("CT03", "180", None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thu ns 1 tỷ 250", 1_250_000_000),
        ("thu ns 312 triệu lẻ 5 trăm nghìn", 312_500_000),
        ("thu ns 312 triệu 500 nghìn", 312_500_000),
        ("thu ns 7 tỷ 512tr", 7_512_000_000),
        ("thu ns 7 tỷ 980 / dự toán 9 tỷ 1", 7_980_000_000),
        ("thu ns 7 tỷ 980/9 tỷ 1", 7_980_000_000),
        ("thu ns 7 tỷ 15/20 đơn vị", 7_000_000_000),
    ],
)
def test_the_parts_of_a_sum_of_money_are_added(text: str, value: int) -> None:
    assert one(text).value == value


def test_a_decimal_counts_no_animals() -> None:
    assert figures("bhyt 99,3 còn tranh chấp 3 vụ, dân chưa chịu ký")[0][:2] == ("CT01", "99.3")


def test_comrades_are_counted_as_people() -> None:
    assert one("bhyt 9 anh em").asks
    assert not one("bhxh 190 anh em").asks


def test_two_figures_after_a_billion_may_be_tens_of_millions() -> None:
    reading = one("thu ns 1 tỷ 25")
    assert [doubt.reason for doubt in reading.doubts] == ["unit_ambiguous"]
    assert choices(reading) == [1_250_000_000, 1_025_000_000]


def test_spending_is_no_answer_about_revenue() -> None:
    assert one("chi 290tr", "CT05").asks
    assert not one("thu 290tr", "CT05").asks


def test_a_unit_of_something_else_is_asked_about() -> None:
    assert [doubt.reason for doubt in one("đã xong 2 ha", "CT04").doubts] == ["unit_mismatch"]


def test_per_mille_is_no_per_cent() -> None:
    assert [doubt.reason for doubt in one("bhyt 99,8‰").doubts] == ["unit_mismatch"]


def test_a_day_is_no_rate() -> None:
    assert [doubt.reason for doubt in one("12/12", "CT01").doubts] == ["date_or_ratio"]


@pytest.mark.parametrize(("text", "value"), [("chín tám phần trăm", "98"), ("99 phẩy 8", "99.8")])
def test_spoken_rates_are_read(text: str, value: str) -> None:
    assert str(one(text, "CT01").value) == value


def test_about_two_or_three_is_not_twenty_three() -> None:
    assert one("hai ba người", "CT04").asks


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hộ nghèo: 6 hộ, giảm 1 hộ so với đầu năm", "1"),
        ("hộ nghèo 05 hộ (giảm 2)", "2"),
        ("hộ nghèo 5 hộ, đã giảm được 2 hộ", "2"),
    ],
)
def test_what_is_left_may_stand_before_what_was_reduced(text: str, value: str) -> None:
    assert figures(text) == [("CT07", value, None)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("hộ nghèo: 2 hộ, giảm 1 hộ", ["1", "5"]),
        ("bhyt 97 6", ["97.6", "97", "6"]),
        ("bhxh 2o5", ["205", "2", "5"]),
    ],
)
def test_what_does_not_fit_is_asked_with_what_may_be_meant(text: str, values: list[str]) -> None:
    reading = one(text)
    assert reading.doubts
    assert [str(value) for value in choices(reading)] == values


@pytest.mark.parametrize("text", ["bhxh nhầm 209 thành 290", "bhxh ghi nhầm 209 thành 290"])
def test_what_was_mistaken_for_something_is_right(text: str) -> None:
    assert [str(reading.value) for reading in said(text)] == ["209"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("xklđ đăng ký 6", "6"),
        ("bhxh ký 9 người", "9"),
        ("bhxh dang ky 9", "9"),
        ("bhxh ky 9 nguoi", "9"),
    ],
)
def test_who_signs_names_no_period(text: str, value: str) -> None:
    assert figures(text)[-1][1:] == (value, None)


def test_a_period_has_its_number() -> None:
    assert figures("bhxh kỳ 9 195") == [("CT03", "195", "2026-09")]


def test_a_percentage_of_growth_is_no_sum_of_money() -> None:
    doubt = one("thu ns tăng 5% so với cùng kỳ").doubts[0]
    assert (doubt.reason, doubt.candidates) == ("delta_without_total", ())


@pytest.mark.parametrize(
    "text",
    [
        "phấn đấu 220 người BHXH, BHYT 97,7%",
        "Phương hướng tháng 12: phấn đấu 220 người BHXH, BHYT 97,7%",
        "Nhiệm vụ tháng tới: BHXH 220, BHYT 97,7",
    ],
)
def test_what_is_to_come_holds_for_the_whole_line(text: str) -> None:
    assert not figures(text)


def test_a_line_that_comes_back_to_now_has_a_result() -> None:
    assert figures("phấn đấu BHXH 220, hiện nay BHYT đạt 97,5") == [("CT01", "97.5", None)]


def test_the_plan_of_the_year_beside_a_result_is_not_it() -> None:
    assert figures("bhyt 97,2, cả năm 97,5") == [("CT01", "97.2", None)]
    assert figures("bhxh 205 năm nay 269") == [("CT03", "205", None)]
    assert figures("xklđ đăng ký 8 người, đã đi 5") == [("CT04", "5", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bhxh tháng trước 205", [("CT03", "205", "2026-10")]),
        ("bhyt có 970 người tham gia trên tổng 1.000 dân", [("CT01", "97", None)]),
        ("hộ nghèo 5 xuống 3", []),
        ("bhxh +3", []),
    ],
)
def test_numbers_are_what_stands_around_them(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("nhà tình thương 1, nhà tình nghĩa 1", ["2", "1"]),
        ("nhà tình thương 1 căn, nhà tình nghĩa 2 căn", ["3", "1", "2"]),
    ],
)
def test_two_names_of_one_item_have_a_number_each(text: str, values: list[str]) -> None:
    homes = count("CT12", "Nhà tình thương, tình nghĩa", "căn", None, "nhà tình thương", "nhà tình nghĩa")
    (reading,) = read(text, Catalogue([homes]), Context(NOW))
    assert [str(value) for value in choices(reading)] == values


def test_what_is_sent_late_asks_for_no_time() -> None:
    readings = said("em gửi bù tháng 10: bhyt 97,5, bhxh 205")
    assert [(one.item, one.period, one.also) for one in readings] == [
        ("CT01", "2026-10", ()),
        ("CT03", "2026-10", ()),
    ]
