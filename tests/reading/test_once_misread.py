"""What was once misread: leavers, units in headings, days inside names, two things at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

import pytest

from bot.commands.explaining import plan_items
from bot.commands.sample_ward import PLANS
from bot.domain.reading import Catalogue, Context, Reading, read
from tests.reading.ward import NOW, count, one


@lru_cache
def catalogue(plan: str) -> Catalogue:
    return Catalogue(plan_items(PLANS / f"{plan}.yaml"))


OWN = frozenset({"CT07a", "CT07b", "CT10d", "NV-013"})


def said(plan: str, text: str, item: str | None = None, last: str | None = None) -> tuple[Reading, ...]:
    values = {item: Decimal(last)} if item and last else {}
    return read(text, catalogue(plan), Context(NOW, item, last=values, own=OWN))


def reasons(readings: Sequence[Reading]) -> set[str]:
    return {doubt.reason for reading in readings for doubt in reading.doubts}


@pytest.mark.parametrize(
    "text",
    ["2 người dừng đóng BHXH", "2 nguoi dung dong bhxh", "bhxh có 2 người nghỉ đóng", "bhxh ngung dong 2 ng"],
)
def test_people_who_leave_are_no_total(text: str) -> None:
    assert reasons(said("ngo-quyen", text)) == {"delta_without_total"}


def test_people_who_leave_are_taken_from_the_last_total() -> None:
    (reading,) = said("ngo-quyen", "2 người dừng đóng BHXH", "CT07b", "201")
    assert [choice.value for choice in reading.doubts[0].candidates] == [199, 2]


@pytest.mark.parametrize("text", ["200 hộ dùng nước sạch", "bỏ học 0,3%"])
def test_users_and_leavers_by_name_are_no_fall(text: str) -> None:
    assert "delta_without_total" not in reasons(said("phuong-2-tay-ninh", text))


@pytest.mark.parametrize(
    "text",
    [
        "Thu NS (triệu đồng): 312",
        "thu ns (trieu dong) 312",
        "Thu NS (tr.đ): 312",
        "ĐVT: triệu đồng\nThu NS: 312",
        "Thu ngân sách\ttriệu đồng\t312",
    ],
)
def test_money_counted_in_the_unit_of_its_heading(text: str) -> None:
    (reading,) = said("le-loi", text)
    assert (reading.item, reading.value, reading.doubts) == ("CT01a", Decimal(312_000_000), ())


def test_the_unit_of_a_heading_is_the_moneys_alone() -> None:
    money, people = said("le-loi", "ĐVT: triệu đồng\nThu NS: 312\nBHXH: 214")
    assert (money.value, people.value) == (Decimal(312_000_000), Decimal(214))


INCOME = Catalogue(
    [count("CT01", "Thu nhập bình quân", "đồng/người/năm", "64000000", cumulative=False),
     count("CT02", "Thu ngân sách", "đồng", "428000000")]
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ["thu nhập bình quân 5,2 triệu/tháng", "thu nhap binh quan 5,2tr/nguoi/thang"]
)
def test_a_monthly_income_is_asked_with_the_year_that_it_makes(text: str) -> None:
    (reading,) = read(text, INCOME, Context(NOW))
    assert [doubt.reason for doubt in reading.doubts] == ["which_measure"]
    assert reading.doubts[0].candidates[0].value == Decimal(62_400_000)


def test_a_yearly_income_is_taken() -> None:
    (reading,) = read("thu nhập bình quân 62,4 triệu/người/năm", INCOME, Context(NOW))
    assert (reading.value, reading.doubts) == (Decimal(62_400_000), ())


@pytest.mark.parametrize("text", ["Ngày thứ 5 ba không duy trì tốt", "ngay thu 5 ba khong duy tri tot"])
def test_a_day_inside_a_name_is_no_day(text: str) -> None:
    (reading,) = said("le-loi", text)
    assert (reading.item, reading.kind, reading.date) == ("CT10d", "done", None)


def test_a_day_beside_such_a_name_is_one() -> None:
    (reading,) = said("le-loi", "Ngày thứ 5 ba không thứ 2 em báo")
    assert (reading.kind, reading.date) == ("extension", date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("sửa nv-015 đã trình dự thảo", "in_progress"),
        ("sửa nv-015 chưa xong", "not_done"),
        ("sua nv 15 xong roi", "done"),
        ("nhầm, nv-015 chưa xong", "not_done"),
    ],
)
def test_the_state_of_a_task_is_put_right_by_telling_it(text: str, kind: str) -> None:
    (reading,) = said("ngo-quyen", text)
    assert (reading.item, reading.kind, reading.doubts) == ("NV-015", kind, ())


@pytest.mark.parametrize("item", [None, "NV-020"])
def test_households_are_counted_by_an_indicator_not_by_a_task_of_that_name(item: str | None) -> None:
    (reading,) = said("ngo-quyen", "giảm nghèo 3 hộ", item)
    assert [choice.item for choice in reading.doubts[0].candidates] == ["CT06a1", "CT06a2"]


@pytest.mark.parametrize("text", ["rồi ạ", "roi a", "rồi", "Dạ rồi chị"])
def test_already_said_of_a_task_is_asked(text: str) -> None:
    (reading,) = said("ngo-quyen", text, "NV-013")
    assert [doubt.reason for doubt in reading.doubts] == ["done_or_noted"]
    assert reading.doubts[0].candidates[0].kind == "done"


@pytest.mark.parametrize("text", ["rồi ạ", "dạ rồi"])
def test_already_said_of_nothing_is_an_acknowledgement(text: str) -> None:
    assert [reading.kind for reading in said("ngo-quyen", text)] in ([], ["greeting"])


@pytest.mark.parametrize("text", ["CT09a 0,1%", "sdd cân nặng 0,1", "bỏ học giảm 0,1%"])
def test_a_small_step_of_a_level_is_asked(text: str) -> None:
    assert reasons(said("phuong-2-tay-ninh", text)) == {"which_measure"}


@pytest.mark.parametrize("text", ["SDD chiều cao giảm 0,09%", "CT09b 9,8%", "bỏ học 0,3%"])
def test_a_step_that_the_plan_states_and_a_level_are_taken(text: str) -> None:
    assert not reasons(said("phuong-2-tay-ninh", text))


def test_a_percentage_of_work_and_more_time_are_both_kept() -> None:
    work, time = said("ngo-quyen", "NV-007 80% xin gia hạn đến 25/11 vì chờ mặt bằng")
    assert (work.kind, work.item, work.percent_stated) == ("in_progress", "NV-007", Decimal(80))
    assert (time.kind, time.item, time.date) == ("extension", "NV-007", date(2026, 11, 25))
    assert time.words.endswith("vì chờ mặt bằng")


@pytest.mark.parametrize("text", ["han nop bhxh khi nao", "hạn bhxh là hôm nào", "bhxh nop ngay nao"])
def test_a_question_about_a_deadline_is_one(text: str) -> None:
    (reading,) = said("ngo-quyen", text)
    assert (reading.kind, reading.item) == ("question", "CT07b")


@pytest.mark.parametrize("text", ["nv-020 như kỳ trước", "nv-020 không thay đổi", "NV20 van vay a"])
def test_a_task_without_change_is_under_way(text: str) -> None:
    (reading,) = said("ngo-quyen", text)
    assert (reading.item, reading.kind, reading.doubts) == ("NV-020", "in_progress", ())


@pytest.mark.parametrize("last", [None, "201"])
def test_a_small_number_reached_may_be_another_items_rate(last: str | None) -> None:
    (reading,) = said("ngo-quyen", "đạt 85", "CT07b", last)
    (doubt,) = reading.doubts
    assert doubt.reason == "which_indicator"
    items = [choice.item for choice in doubt.candidates]
    assert items[0] == "CT07b"
    assert "CT07a" in items


@pytest.mark.parametrize(
    ("text", "last"), [("đạt 85", "80"), ("85 người", None), ("được 85", None), ("đạt 285", None)]
)
def test_a_number_that_goes_on_from_the_last_one_is_that_items(text: str, last: str | None) -> None:
    readings = said("ngo-quyen", text, "CT07b", last)
    assert "which_indicator" not in reasons(readings)


# --- taught by messages to the wards of the shipped plans ------------------------------------------


def test_stages_of_one_thing_are_asked_about() -> None:
    (reading,) = said("phuong-2-tay-ninh", "gia đình văn hóa 93%")
    assert [choice.item for choice in reading.doubts[0].candidates] == ["CT05b", "CT21a", "CT21b"]


def test_a_stage_that_is_named_is_not() -> None:
    (reading,) = said("phuong-2-tay-ninh", "bình xét gđvh 95,4%")
    assert (reading.item, reading.doubts) == ("CT21b", ())


def test_a_total_and_what_is_new_in_it_are_one_report() -> None:
    (reading,) = said("ngo-quyen", "tháng này thêm 12 người, tổng bhxh 214")
    assert (reading.item, reading.value, reading.doubts) == ("CT07b", Decimal(214), ())


@pytest.mark.parametrize(
    "text",
    [
        "[10:15, 20/11/2026] Hà VHXH: bhyt 98,9%",
        "Hà VHXH, 20/11/2026 10:15\nbhyt 98,9%",
        "Fwd: bhyt 98,9%",
        "Lan VP 10:15\nbhyt 98,9%",
    ],
)
def test_who_said_it_when_is_no_figure(text: str) -> None:
    (reading,) = said("ngo-quyen", text)
    assert (reading.item, reading.value, reading.date, reading.doubts) == ("CT07a", Decimal("98.9"), None, ())


@pytest.mark.parametrize("text", ["ổ dịch k có", "không có ổ dịch nào"])
def test_an_event_is_named_by_what_is_counted(text: str) -> None:
    (reading,) = said("phuong-2-cao-lanh", text)
    assert (reading.item, reading.value, reading.none_arose) == ("CT15", Decimal(0), True)


def test_one_event_is_counted() -> None:
    (reading,) = said("phuong-2-cao-lanh", "có 1 ổ dịch sxh ở khóm 3")
    assert (reading.item, reading.value, reading.doubts) == ("CT15", Decimal(1), ())


def test_two_short_months_have_a_figure_each() -> None:
    readings = said("phuong-2-cao-lanh", "bhyt t10 97,2 t11 97,8")
    assert [(one.period, one.value) for one in readings] == [
        ("2026-10", Decimal("97.2")), ("2026-11", Decimal("97.8")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("plan", "text"), [("phuong-2-tay-ninh", "hs bỏ học 3 em"), ("phuong-2-cao-lanh", "KNTC 10 đơn")]
)
def test_a_count_of_what_is_measured_in_per_cent_is_asked(plan: str, text: str) -> None:
    assert reasons(said(plan, text)) == {"unit_mismatch"}


def test_a_fall_in_per_cent_of_last_year_is_a_rate() -> None:
    (reading,) = said("phuong-2-tay-ninh", "PPHS kéo giảm 7,5% so cùng kỳ")
    assert (reading.item, reading.value, reading.doubts) == ("CT34", Decimal("7.5"), ())


def test_the_second_name_may_leave_out_its_first_word() -> None:
    readings = said("phuong-2-tay-ninh", "sdd cn 8,1 cc 9,9")
    assert {one.item: one.value for one in readings} == {"CT09a": Decimal("8.1"), "CT09b": Decimal("9.9")}


def test_new_and_repaired_houses_are_two_numbers_of_one_item() -> None:
    (reading,) = said("phuong-2-tay-ninh", "Nhà tình nghĩa sửa 3 căn, xây mới 1 căn")
    assert [doubt.reason for doubt in reading.doubts] == ["two_numbers"]


@pytest.mark.parametrize("text", ["đề án 06 duy trì tốt", "de an 06 duy tri tot", "đề án 6 vẫn duy trì"])
def test_a_document_that_is_an_item_is_named_by_its_number(text: str) -> None:
    (reading,) = said("le-loi", text)
    assert (reading.item, reading.kind) == ("CT11", "done")


def test_a_pasted_table_has_the_plan_and_the_result() -> None:
    text = "Chỉ tiêu\tĐVT\tKH\tTH\nBHXH tự nguyện\tngười\t269\t214\nViệc làm mới\tlao động\t172\t158"
    readings = said("ngo-quyen", text)
    assert [(one.item, one.numerator, one.denominator, one.doubts) for one in readings] == [
        ("CT07b", Decimal(214), Decimal(269), ()), ("CT08a", Decimal(158), Decimal(172), ()),
    ]  # fmt: skip


def test_numbers_in_two_columns_without_a_heading_are_asked() -> None:
    (reading,) = said("ngo-quyen", "BHXH tự nguyện\tngười\t260\t214")
    assert reasons([reading]) == {"two_numbers"}


def test_figures_told_in_order_belong_to_the_names_in_order() -> None:
    readings = said("ngo-quyen", "Bhyt,bhxh lần lượt là 98,9% và 214 người")
    assert [(one.item, one.value, one.doubts) for one in readings] == [
        ("CT07a", Decimal("98.9"), ()), ("CT07b", Decimal(214), ()),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["xử lý 12 trường hợp", "kiểm tra 12 cơ sở"])
def test_what_is_counted_everywhere_names_no_event(text: str) -> None:
    assert {reading.item for reading in said("phuong-2-tay-ninh", text)} <= {None}


@pytest.mark.parametrize("text", ["Tết xong em nộp NV-025", "họp xong em gửi nv 25"])
def test_a_promise_for_after_something_else_is_not_done(text: str) -> None:
    (reading,) = said("ngo-quyen", text)
    assert (reading.kind, [doubt.reason for doubt in reading.doubts]) == ("extension", ["vague_date"])


@pytest.mark.parametrize(("text", "value"), [("bảy mốt", 71), ("hai mươi mốt", 21), ("bốn lăm", 45)])
def test_short_tens_are_read(text: str, value: int) -> None:
    (reading,) = said("ngo-quyen", f"bhxh {text} người")
    assert reading.value == value


@pytest.mark.parametrize("text", ["dạ chỉ tiêu bhxh năm nay 269 người", "Dạ chi tieu bhxh nam nay 269 nguoi"])
def test_a_polite_opening_takes_no_word_of_the_report(text: str) -> None:
    assert reasons(said("ngo-quyen", text)) == {"target_not_result"}


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("khong giam duoc ho ngheo nao", "CT06a1"),
        ("hộ cận nghèo không giảm hộ nào", "CT06a2"),
        ("không giảm được hộ nghèo nào cả", "CT06a1"),
        ("chưa để xảy ra điểm nóng", "CT10b"),
        ("chưa để phát sinh tệ nạn xã hội", "CT08c"),
        ("chua xay ra diem nong", "CT10b"),
    ],
)
def test_what_did_not_happen_is_none_and_no_difficulty(text: str, item: str) -> None:
    (reading,) = said("ngo-quyen", text)
    assert (reading.item, reading.kind, reading.none_arose, reading.doubts) == (item, "figure", True, ())


@pytest.mark.parametrize(("text", "kind"), [("không giảm được vì dân không chịu", "obstacle")])
def test_what_cannot_be_done_is_a_difficulty(text: str, kind: str) -> None:
    (reading,) = said("ngo-quyen", text, "CT06a1")
    assert reading.kind == kind


@pytest.mark.parametrize("weekday", ["thứ hai 30/11", "thứ ba 24/11", "thứ năm 26/11", "thu sau 27/11"])
def test_a_day_behind_its_weekday_in_words_is_no_ratio(weekday: str) -> None:
    read = one(f"bhxh cho em lùi tới {weekday}")
    assert (read.kind, read.value) == ("extension", None)


@pytest.mark.parametrize("text", ["xin dời số bhxh qua 27/11 nha", "xin doi so bhxh qua 27/11"])
def test_a_day_for_a_number_puts_no_number_right(text: str) -> None:
    assert one(text).kind == "extension"


@pytest.mark.parametrize("text", ["đổi số bhxh thành 205", "xin đổi số bhxh 205", "bhxh sai, 205"])
def test_a_number_is_put_right(text: str) -> None:
    assert (one(text).kind, one(text).value) == ("correction", Decimal(205))


def test_a_share_of_last_year_names_no_period() -> None:
    told = one("thu ngân sách lũy kế đạt 7.312.650.000 đồng, bằng 92% số thu cả năm 2025")
    assert (told.value, told.period) == (Decimal(7_312_650_000), None)


def test_what_breaks_no_rule_puts_nothing_right() -> None:
    assert said("ngo-quyen", "chứng từ soát đủ, không khoản nào sai chế độ") == ()
