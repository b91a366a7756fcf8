"""The rest of a rate is no rate; numbers that name a thing, and what is settled, are no figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.items import KnownItem
from bot.domain.reading import read
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.naming.aliases import Catalogue
from tests.reading.ward import NOW, count, rate

INSURED = rate("CT1", "BHYT", "97.5", ">", name="Tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 97,5%")
THIN = rate("CT2", "SDD nhẹ cân", "8.81", "<", "nhẹ cân", name="Tỷ lệ trẻ em suy dinh dưỡng nhẹ cân")
ALLEYS = count("CT3", "Thông thoáng hẻm", "tuyến hẻm", "2", "hẻm")
PENDING = count("CT4", "Bức xúc", "vụ việc", "0", "bức xúc", comparator="<=", cumulative=False)
FIRES = count("CT5", "Cháy nổ", "vụ", "0", "cháy nổ", comparator="<=")
MEMBERS = count("CT6", "BHXH", "người", None, "bhxh", assigned=True)


def said(text: str, item: KnownItem, **known: object) -> Reading:
    (reading,) = read(text, Catalogue([item]), Context(now=NOW, item=item.key, **known))  # type: ignore[arg-type]
    return reading


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("bhyt còn 5% chưa tham gia", "95"),
        ("bhyt chỉ còn 2,5% người dân chưa tham gia", "97.5"),
        ("bhyt con 5% chua tham gia", "95"),
        ("4% chưa tham gia bhyt", "96"),
        ("bhyt chưa tham gia còn 4%", "96"),
        ("bhyt thiếu 0,8% nữa là đạt", "96.7"),
        ("bhyt còn thiếu 1,2%", "96.3"),
        ("bhyt hụt 1,5", "96"),
        ("bhyt còn 0,5% nữa là đạt", "97.0"),
    ],
)
def test_the_rest_of_a_rate_is_asked_with_what_it_leaves(text: str, left: str) -> None:
    (doubt,) = said(text, INSURED).doubts
    assert [one.value for one in doubt.candidates] == [Decimal(left)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bhyt 97,1%, còn thiếu 0,4%", "97.1"),
        ("bhyt 97,6%, còn 2,4% chưa tham gia", "97.6"),
        ("bhyt mới 96,9%, chưa đạt", "96.9"),
        ("bhyt còn 97%", "97"),
        ("bhyt 95%, còn 5% đang vận động", "95"),
        ("bhyt 96,8% chưa đạt chỉ tiêu", "96.8"),
        ("bhyt 97,2%, chưa có số chính thức", "97.2"),
    ],
)
def test_a_rate_beside_its_rest_is_recorded(text: str, value: str) -> None:
    reading = said(text, INSURED)
    assert (reading.value, reading.doubts) == (Decimal(value), ())


@pytest.mark.parametrize("text", ["nhẹ cân 38 cháu", "3 cháu nhẹ cân mới", "nhẹ cân 12 em"])
def test_children_are_no_rate(text: str) -> None:
    assert [doubt.reason for doubt in said(text, THIN).doubts] == ["unit_mismatch"]


@pytest.mark.parametrize("text", ["nhẹ cân 8,2 em gửi anh", "nhẹ cân 8,2%, cháu báo", "nhẹ cân còn 8,2"])
def test_who_reports_counts_nobody(text: str) -> None:
    assert (said(text, THIN).value, said(text, THIN).doubts) == (Decimal("8.2"), ())


@pytest.mark.parametrize(
    "text", ["hẻm số 5 xong", "hem so 12 dang lam", "hẻm 3 vướng 2 hộ", "tuyến hẻm số 7 dân chưa đồng ý"]
)
def test_the_number_of_an_alley_is_no_figure(text: str) -> None:
    assert said(text, ALLEYS).value is None


@pytest.mark.parametrize(
    ("text", "value"), [("hẻm 1", 1), ("hẻm 2 rồi ạ", 2), ("hẻm 1 tuyến (hẻm 12 Lê Lợi)", 1), ("hẻm 2/2", 2)]
)
def test_alleys_are_counted(text: str, value: int) -> None:
    assert said(text, ALLEYS).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("còn tồn 1 vụ bức xúc", 1),
        ("bức xúc 2 vụ đã giải quyết cả 2", 0),
        ("1 vụ bức xúc ở tổ 4, đã hòa giải", 0),
        ("bức xúc 2 vụ, đang xử lý", 2),
        ("bức xúc 2 vụ chưa giải quyết xong", 2),
    ],
)
def test_what_is_settled_is_not_pending(text: str, value: int) -> None:
    reading = said(text, PENDING)
    assert (reading.value, reading.doubts) == (Decimal(value), ())


def test_what_happened_once_stays_though_it_is_dealt_with() -> None:
    assert said("cháy nổ 1 vụ, đã xử lý xong", FIRES).value == 1


@pytest.mark.parametrize("text", ["bhxh riêng tháng 9 là 25", "bhxh tháng 9 riêng 25 người"])
def test_a_month_alone_is_no_total(text: str) -> None:
    assert [doubt.reason for doubt in said(text, MEMBERS).doubts] == ["delta_without_total"]


@pytest.mark.parametrize(
    ("value", "doubted"), [("2870", True), ("870", True), ("300", False), ("600", False)]
)
def test_without_a_plan_the_own_last_figure_is_the_yardstick(value: str, doubted: bool) -> None:
    reading = said(f"bhxh {value}", MEMBERS, last={"CT6": Decimal(287)})
    assert [doubt.reason for doubt in reading.doubts] == ["outlier"] * doubted
