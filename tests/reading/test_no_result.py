"""Numbers that are typed and are no result: not reached, what makes whole, earlier ones, our own words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.reading import Catalogue, Context, Reading, read
from tests.reading.ward import ITEMS, NOW, count, one, rate, said


def reasons(reading: Reading) -> list[str]:
    return [doubt.reason for doubt in reading.doubts]


def offered(reading: Reading) -> list[Decimal | None]:
    return [choice.value for doubt in reading.doubts for choice in doubt.candidates]


@pytest.mark.parametrize(
    "text",
    [
        "chưa đạt 269",
        "chua den 200",
        "bhxh chưa đủ 200",
        "chưa được 200",
        "không đạt 269",
        "bhxh chưa tới 190",
    ],
)
def test_what_was_not_reached_is_asked(text: str) -> None:
    assert reasons(one(text, "CT03", last="182")) == ["target_not_result"]


@pytest.mark.parametrize(
    "text", ["chưa đạt 201/269", "mới 201, chưa đạt 269", "201 chưa đạt", "chưa đạt, mới 201"]
)
def test_beside_it_the_result_is_read(text: str) -> None:
    reading = one(text, "CT03", last="182")
    assert (reading.value, reading.doubts) == (Decimal(201), ())


def test_below_a_number_is_no_number() -> None:
    assert reasons(one("bhxh dưới 200 người")) == ["vague_quantity"]


@pytest.mark.parametrize(
    "text", ["thiếu 3 nữa là đủ 269", "còn thiếu 3 người nữa mới đủ 269", "thieu 3 nguoi nua la dat 269"]
)
def test_what_makes_whole_is_asked_with_what_it_leaves(text: str) -> None:
    reading = one(text, "CT03", last="182")
    assert reasons(reading) == ["target_not_result"]
    assert offered(reading) == [266, 269]


@pytest.mark.parametrize(
    "text",
    [
        "hôm qua 200 nay 201", "đầu năm 150 người, đến nay 201 người", "hom qua duoc 200 gio 201",
        "lần trước 182 lần này 201", "thiếu 68 người mới đạt, hiện 201", "đợt trước 190 hiện tại 201",
    ],
)  # fmt: skip
def test_the_later_of_two_is_the_value(text: str) -> None:
    reading = one(text, "CT03", last="182")
    assert (reading.value, reading.doubts) == (Decimal(201), ())


@pytest.mark.parametrize("text", ["bhyt không phát sinh", "bhyt ko phat sinh j a", "bhyt k có ai"])
def test_a_rate_of_people_cannot_cease(text: str) -> None:
    reading = one(text, last="99.5", about="CT01")
    assert reasons(reading) == ["refers_to_previous"]
    assert offered(reading) == [Decimal("99.5")]
    assert reasons(one(text)) == ["refers_to_previous"]


def test_a_rate_of_cases_may() -> None:
    ward = Catalogue([rate("CT01", "Hòa giải thành", "90", ">"), rate("CT02", "Học sinh bỏ học", "1", "<")])
    for text in ("hòa giải không phát sinh vụ nào", "học sinh bỏ học không có em nào"):
        (reading,) = read(text, ward, Context(NOW))
        assert (reading.value, reading.none_arose, reading.doubts) == (Decimal(0), True, ())


def test_more_than_the_whole_is_never_offered_as_a_rate() -> None:
    reading = one("SDD nhẹ cân 40/38")
    assert reasons(reading)[0] == "over_denominator"
    (swapped,) = reading.doubts[0].candidates
    assert (swapped.numerator, swapped.denominator, swapped.value) == (Decimal(38), Decimal(40), Decimal(95))


INCOME = Catalogue([count("CT01", "Thu nhập bình quân", "đồng/người/năm", "64000000")])


def test_a_month_s_income_without_its_word_is_asked() -> None:
    (reading,) = read("5,2 triệu", INCOME, Context(NOW, "CT01"))
    assert reasons(reading) == ["which_measure"]
    assert offered(reading) == [62_400_000, 5_200_000]


def test_a_level_far_below_the_last_one_is_asked() -> None:
    assert reasons(one("dân số 1257", "CT16", last="12575")) == ["outlier"]


@pytest.mark.parametrize(
    ("text", "total"), [("thêm 5", 206), ("2 người dừng đóng", 199), ("giảm 2 người", 199)]
)
def test_a_change_is_reckoned_from_the_newest_figure(text: str, total: int) -> None:
    reading = one(text, "CT03", last="182", newest={"CT03": Decimal(201)})
    assert reasons(reading) == ["delta_without_total"]
    assert offered(reading)[0] == total


def test_a_day_that_may_be_a_part_of_a_whole_is_asked() -> None:
    assert reasons(one("bhxh 31/11 em gửi")) == ["date_or_ratio"]
    assert one("xklđ 9/7 em gửi chị").doubts == ()


def test_the_words_of_a_task_hold_a_neighbour_s_name() -> None:
    ward = Catalogue([*ITEMS, rate("CT20", "Hòa giải thành", "90", ">", "hòa giải")])
    (reading,) = read("NV-022 đã hòa giải 3 vụ", ward, Context(NOW))
    assert (reading.item, reading.kind, reading.doubts) == ("NV-022", "in_progress", ())
    both = read("NV-022 xong, hòa giải 95%", ward, Context(NOW))
    assert [(each.item, each.value) for each in both] == [("NV-022", None), ("CT20", 95)]


def test_a_part_of_another_name_does_not_take_what_was_asked() -> None:
    ward = Catalogue([*ITEMS, rate("CT20", "Phát triển dân số tự nhiên", "1.1", "<=")])
    (reading,) = read("phát triển mới 19 người nâng tổng số lên 201 người", ward, Context(NOW, "CT03"))
    assert (reading.item, reading.value, reading.doubts) == ("CT03", Decimal(201), ())


RECEIPT = (
    "Đã ghi nhận: BHXH tự nguyện, tháng 11/2026, số đến 14/11: 182 người (tăng 19 so với số trước). "
    "Kế hoạch 269 người, đạt 67,7%, còn thiếu 87 người.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        RECEIPT,
        f"dạ chị xem ạ\n{RECEIPT}Em cảm ơn",
        RECEIPT + "Cần sửa, anh trả lời SỬA + số đúng.",
        "Đã ghi nhận 02 mục, tháng 11/2026, số đến 14/11:\n- BHYT: 99,5%.\n- BHXH tự nguyện: 201 người.",
        "Nhắc việc: số liệu tháng 11/2026, chỉ tiêu “BHXH tự nguyện”. Lũy kế: 182/269. Ví dụ: BHXH 201",
    ],
)
def test_our_own_words_report_nothing(text: str) -> None:
    assert one(text, "CT03", last="201").kind == "question"


def test_what_is_typed_under_our_words_is_read() -> None:
    (reading,) = said(RECEIPT + "sửa 205", "CT03", last="182")
    assert (reading.kind, reading.value) == ("correction", Decimal(205))
    start, end = reading.span
    assert (RECEIPT + "sửa 205")[start:end] == "205"


def test_a_case_that_was_noted_is_a_figure() -> None:
    assert one("đã ghi nhận 3 lao động đi xklđ").value == 3


@pytest.mark.parametrize(
    "text", ["tuần sau sẽ có 210", "mai chốt xong chắc lên 205", "tháng sau lên 210", "sẽ tăng lên 210"]
)
def test_what_is_to_come_is_asked(text: str) -> None:
    assert reasons(one(text, "CT03", last="182"))[:1] == ["target_not_result"]


@pytest.mark.parametrize(
    "text",
    [
        "bhxh 201 tăng 10,4% so với kỳ trước", "bhxh 201, cùng kỳ 150, tăng 34%",
        "bhxh kh 269 th 201 đạt 74.7",
        "bhxh 201 trong đó nữ 77 chiếm 38,3%",
        "[18/11 10:20] Nguyễn Lan: bhxh 201\n[18/11 10:22] Trần Hà: ok",
    ],
)  # fmt: skip
def test_numbers_beside_the_value_are_not_held_against_it(text: str) -> None:
    reading = one(text, last="182")
    assert (reading.item, reading.value, reading.doubts) == ("CT03", Decimal(201), ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bhyt 97,2/97,5", "97.2"), ("bhyt đạt 97.2 trên 97.5", "97.2"), ("giảm sinh 0,06/0,05", "0.06"),
        ("KH\tTH\nBHYT\t97,5\t97,2", "97.2"), ("bhyt 9720/10000 người", "97.2"),
    ],
)  # fmt: skip
def test_a_rate_beside_its_plan_is_no_part_of_it(text: str, value: str) -> None:
    reading = one(text)
    assert (reading.value, reading.doubts) == (Decimal(value), ())


def test_a_whole_number_beside_the_plan_s_may_be_either() -> None:
    ward = Catalogue([rate("CT01", "GĐVH", "98")])
    (reading,) = read("gđvh 49/98", ward, Context(NOW))
    assert reasons(reading) == ["which_measure"]
    assert offered(reading) == [49, 50]
    for text in ("gđvh 49/98 hộ", "gđvh 49/98 đạt 50%"):
        (reading,) = read(text, ward, Context(NOW))
        assert (reading.value, reading.doubts) == (Decimal(50), ())


def test_one_fall_is_said_of_two() -> None:
    ward = Catalogue(
        [count(key, name, "hộ", "5", comparator="reduce_by") for key, name in
         (("CT01", "Giảm hộ nghèo"), ("CT02", "Giảm hộ cận nghèo"))]
    )  # fmt: skip
    found = read("giảm 1 hộ nghèo, 2 hộ cận nghèo", ward, Context(NOW))
    assert [(each.item, each.value, each.doubts) for each in found] == [
        ("CT01", Decimal(1), ()),
        ("CT02", Decimal(2), ()),
    ]


@pytest.mark.parametrize("text", ["chưa tính tổ 5 thì 186", "tổ 5 báo 190 người", "chưa kể tổ 3 là 190"])
def test_a_part_of_the_ward_is_asked(text: str) -> None:
    assert reasons(one(text, "CT03", last="182")) == ["vague_quantity"]


@pytest.mark.parametrize(
    "text", ["ước cả năm 255", "bhxh cả năm ước 269", "ước thực hiện cả năm bhxh 269/269"]
)
def test_a_year_s_estimate_is_asked(text: str) -> None:
    assert reasons(one(text, "CT03", last="182"))[:1] == ["target_not_result"]


@pytest.mark.parametrize("text", ["182+19=201", "201 rồi, hôm trước em báo 182 mà", "182 + 19 = 201 người"])
def test_what_others_make_is_the_value(text: str) -> None:
    reading = one(text, "CT03", last="182")
    assert (reading.value, reading.doubts) == (Decimal(201), ())


def test_what_was_said_before_is_no_new_report() -> None:
    assert one("em báo 182 hôm trước rồi mà", "CT03", last="182").value is None


def test_a_number_taken_off_a_total_is_reckoned() -> None:
    reading = one("sai rồi, trừ đi 2 nhé", "CT03", last="201")
    assert (reading.kind, reasons(reading)) == ("correction", ["delta_without_total"])
    assert offered(reading)[0] == 199


@pytest.mark.parametrize("text", ["bhyt đạt và vượt 97,5", "bhyt trên 97,5%"])
def test_the_plan_s_number_that_was_passed_is_asked(text: str) -> None:
    assert reasons(one(text)) == ["target_not_result"]


def test_what_is_still_to_come_is_left_out() -> None:
    reading = one("xklđ 6/7, dự kiến tháng 12 thêm 1")
    assert (reading.value, reading.period, reading.doubts) == (Decimal(6), None, ())


def test_a_broken_number_is_counted_in_nothing_whole() -> None:
    assert reasons(one("bhyt 96,4 tdp 88")) == ["two_numbers"]


def test_a_kind_is_not_the_whole() -> None:
    ward = Catalogue([count("CT01", "Thu các loại quỹ", "đồng", None, "các loại quỹ")])
    assert reasons(read("các loại quỹ: PCTT 40tr", ward, Context(NOW))[0]) == ["which_indicator"]
    (whole,) = read("các loại quỹ: 85tr", ward, Context(NOW))
    assert (whole.value, whole.doubts) == (Decimal(85_000_000), ())
