"""The reading half of the target forms' test vectors: what each message of a real plan says or is asked."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands import explaining
from bot.domain.reading import Catalogue, Context, Reading, read
from tests.reading.ward import count, item, rate

NOW = datetime(2026, 12, 10, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PLANS = Path(explaining.PLAN).parent

# Nhơn Hưng's own targets of that year; it had none for BHXH or trees.
NHON_HUNG = Catalogue(
    [
        count("CT01", "Thu ngân sách", "đồng", "428000000", "thu"),
        rate("CT02", "BHYT", "93"),
        rate("CT03", "Huy động THCS", "97", "between", "THCS"),
        rate("CT04", "Bỏ học THCS", "2", "<"),
        item("CT05", "Phổ cập THCS"),
        rate("CT06", "SDD chiều cao", "15", "<=", "suy dinh dưỡng chiều cao"),
        count("CT07", "Giảm hộ nghèo", "hộ", "1", "hộ nghèo", comparator="reduce_by", baseline=Decimal(7)),
        count("CT08", "Hồ sơ TTHC", "hồ sơ", None, "hồ sơ"),
        count("CT09", "Cây phân tán", "cây", "4500", "cây"),
    ]
)


def plan(name: str) -> Catalogue:
    """The items of a plan that ships with the product."""
    items = explaining.plan_items(PLANS / f"{name}.yaml")
    return Catalogue(items)


WARDS = {
    "CL": plan("phuong-2-cao-lanh"),
    "NQ": plan("ngo-quyen"),
    "TN": plan("phuong-2-tay-ninh"),
    "LL": plan("le-loi"),
    "NH": NHON_HUNG,
}


def one(ward: str, text: str) -> Reading:
    readings = read(text, WARDS[ward], Context(NOW))
    assert len(readings) == 1, readings
    return readings[0]


@pytest.mark.parametrize(
    ("ward", "text", "name", "value"),
    [
        ("CL", "BHYT 97,5%", "BHYT", "97.5"),
        ("CL", "bhyt 97.6", "BHYT", "97.6"),
        ("CL", "XKLĐ 04/07", "XKLĐ", "4"),
        ("CL", "xkld 4", "XKLĐ", "4"),
        ("CL", "tăng dân số 0,72", "Tăng dân số tự nhiên", "0.72"),
        ("CL", "tin báo 90%", "Xử lý tin báo, tố giác", "90"),
        ("CL", "hòa giải 90%", "Hòa giải thành", "90"),
        ("NH", "thu ngân sách 428 triệu", "Thu ngân sách", "428000000"),
        ("NH", "BHYT 88%/93%", "BHYT", "88"),
        ("NH", "THCS 97,4%", "Huy động THCS", "97.4"),
        ("NH", "giảm 1 hộ nghèo", "Giảm hộ nghèo", "1"),
        ("NH", "giảm tỷ lệ SDD chiều cao 14,8", "SDD chiều cao", "14.8"),
        ("NQ", "hộ nghèo 0,08%", "Tỷ lệ hộ nghèo", "0.08"),
        ("NQ", "mức giảm sinh 0,05‰", "Mức giảm tỷ lệ sinh", "0.05"),
        ("NQ", "mức giảm sinh 0.05%0", "Mức giảm tỷ lệ sinh", "0.05"),
        ("NQ", "chiến sĩ thi đua 3", "Chiến sĩ thi đua cơ sở", "3"),
        ("TN", "SDD cân nặng 8,06", "SDD cân nặng", "8.06"),
        ("TN", "giao quân 100%", "Giao quân", "100"),
        ("LL", "SDD 7.1", "SDD trẻ <5 tuổi", "7.1"),
    ],
)
def test_a_figure_is_read_for_its_item(ward: str, text: str, name: str, value: str) -> None:
    reading = one(ward, text)
    assert reading.item is not None
    assert WARDS[ward].items[reading.item].short_name == name
    assert (reading.value, reading.doubts) == (Decimal(value), ())


@pytest.mark.parametrize(
    ("ward", "text", "reason"),
    [
        ("NH", "thu 177.000.000/340.000.000", "denominator_differs"),
        ("NH", "BHXH tự nguyện 118/119", "no_indicator"),
        ("NH", "hồ sơ 2,803", "thousands_slip"),
        ("NH", "cây 11.800/4.500 đạt 226,22%", "percent_mismatch"),
        ("NH", "hộ nghèo 6", "which_measure"),
        ("TN", "còn 3 hộ cận nghèo", "which_measure"),
        ("LL", "dân số 12,575", "thousands_slip"),
        ("LL", "bhxh 32/64", "denominator_differs"),
        ("NQ", "hộ nghèo 2/2.400", "which_indicator"),
    ],
)
def test_what_can_be_read_two_ways_is_asked(ward: str, text: str, reason: str) -> None:
    assert reason in [doubt.reason for doubt in one(ward, text).doubts]


def test_reduced_and_left_are_both_offered_where_the_opening_stock_is_known() -> None:
    doubt = one("NH", "hộ nghèo 6").doubts[0]
    assert [choice.value for choice in doubt.candidates] == [6, 1]


def test_a_part_of_a_rate_is_computed() -> None:
    reading = one("CL", "SDD nhẹ cân 40/454")
    assert reading.value is not None
    assert round(reading.value, 2) == Decimal("8.81")
    assert (reading.numerator, reading.denominator) == (Decimal(40), Decimal(454))


@pytest.mark.parametrize("text", ["đơn thư 0/0", "nhà tình thương: không có đối tượng"])
def test_none_arose_is_told_apart(text: str) -> None:
    assert one("CL", text).none_arose


def test_a_date_in_the_name_of_a_square_is_no_figure() -> None:
    readings = read("Quảng trường 03/2 đã giải tỏa", WARDS["NQ"], Context(NOW))
    assert [reading.value for reading in readings] == [None]
