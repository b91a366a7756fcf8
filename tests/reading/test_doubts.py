"""What is asked before anything is stored, and the readings that are offered."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.reading.model import Reading
from tests.reading.ward import one, said

# message, item asked about, its last value, reason, values of the choices
DOUBTS: list[tuple[str, str | None, str | None, str, list[str]]] = [
    ("88", None, None, "no_indicator", []),
    ("SDD 8,5", None, None, "which_indicator", ["8.5", "8.5"]),
    ("khai tử 23", "CT10", None, "which_indicator", []),
    ("hộ nghèo 6 hộ", None, None, "which_measure", ["6", "1"]),
    ("thu ns 177", None, None, "unit_missing", ["177000000"]),
    ("thu ns 1t2", None, None, "unit_ambiguous", ["1200000000", "1200", "1200000"]),
    ("bhyt 32 người", None, None, "unit_mismatch", []),
    ("bhxh 50%", None, None, "count_expected", []),
    ("xkld 100%", None, None, "count_expected", ["7"]),
    ("hồ sơ tthc 2,803", None, None, "thousands_slip", ["2803"]),
    ("dân số 12.5754", None, None, "malformed_number", ["125754"]),
    ("3,5 người", "CT04", None, "non_integer_count", ["35"]),
    ("-5", "CT04", None, "negative", ["5"]),
    ("40-45 người", "CT03", None, "range", ["40", "45"]),
    ("3 với 5", "CT04", None, "two_numbers", ["3", "5"]),
    ("vài người thôi", "CT03", None, "vague_quantity", []),
    ("cho em thêm ít hôm", "CT03", None, "vague_date", []),
    ("xin lùi đến 31/11", "CT03", None, "invalid_date", []),
    ("xin gia hạn thêm 3 ngày", "CT03", None, "deadline_unknown", []),
    ("5/12", None, None, "date_or_ratio", []),
    ("như kỳ trước", "CT03", "182", "refers_to_previous", ["182"]),
    ("chỉ tiêu giao 269", "CT03", None, "target_not_result", ["269"]),
    ("thêm 5 người", "CT03", "182", "delta_without_total", ["187", "5"]),
    ("bhyt 975%", None, None, "out_of_range", ["97.5", "9.75"]),
    ("201/269 đạt 75,7%", "CT03", None, "percent_mismatch", ["201"]),
    ("khu phố văn hóa 5/4", None, None, "over_denominator", ["4", "5"]),
    ("201/296", "CT03", None, "denominator_differs", ["201", "201"]),
    ("bhyt đạt 100% chỉ tiêu NQ (=99,64%)", None, None, "denominator_differs", ["99.64", "100"]),
    ("28", "CT03", "182", "decrease", ["210", "28"]),
    ("1820", "CT03", "182", "outlier", ["1820", "182"]),
    ("giao quân 12/13", None, None, "denominator_differs", ["12", "12"]),
]


@pytest.mark.parametrize(("text", "about", "last", "reason", "values"), DOUBTS)
def test_a_doubt_offers_the_readings_to_choose_from(
    text: str, about: str | None, last: str | None, reason: str, values: list[str]
) -> None:
    reading = one(text, about, last=last)
    assert reason in [doubt.reason for doubt in reading.doubts]
    doubt = next(doubt for doubt in reading.doubts if doubt.reason == reason)
    offered = [choice.value for choice in doubt.candidates]
    assert [value for value in map(Decimal, values) if value not in offered] == []
    assert all(
        not choice.doubts and choice.kind != "ambiguous" for choice in doubt.candidates if choice.value
    )


@pytest.mark.parametrize(("text", "about", "last", "reason", "values"), DOUBTS)
def test_an_answered_doubt_is_not_asked_again(
    text: str, about: str | None, last: str | None, reason: str, values: list[str]
) -> None:
    if reason not in ("decrease", "outlier", "denominator_differs", "which_measure", "percent_mismatch"):
        return
    first = one(text, about, last=last)
    assert first.item is not None
    again = one(text, about, last=last, settled=frozenset({(first.item, reason)}))
    assert reason not in [doubt.reason for doubt in again.doubts]


def test_own_items_are_offered_first() -> None:
    reading = one("SDD 8,5", own=frozenset({"CT06b"}))
    assert [choice.item for choice in reading.doubts[0].candidates] == ["CT06b", "CT06a"]


def test_a_figure_without_a_name_offers_the_own_items_that_it_fits() -> None:
    reading = one("98%", own=frozenset({"CT01", "CT03", "CT08"}))
    assert [choice.item for choice in reading.doubts[0].candidates] == ["CT01", "CT08"]
    assert [choice.kind for choice in reading.doubts[0].candidates] == ["percent", "percent"]


@pytest.mark.parametrize(
    "text", ["201/269 đạt 74,7%", "201/269 đạt 74,72%", "201/269 dat 74%", "201 người, 74,7%"]
)
def test_a_percentage_rounded_or_cut_off_is_no_contradiction(text: str) -> None:
    assert one(text, "CT03", last="182").doubts == ()


@pytest.mark.parametrize("text", ["sửa lại 28", "nhầm, 28 chứ không phải 182", "số đúng là 28"])
def test_a_correction_may_go_down(text: str) -> None:
    reading = one(text, "CT03", last="182")
    assert (reading.kind, reading.value, reading.doubts) == ("correction", Decimal(28), ())


def test_the_wrong_value_of_a_correction_is_kept() -> None:
    assert one("nhầm, 28 chứ không phải 182", "CT03").old_value == Decimal(182)


def test_a_level_may_fall_without_a_question() -> None:
    assert one("12.480", "CT16", last="12575").doubts == ()
    assert one("bhyt 96,5%", last=None).doubts == ()


def test_none_arose_is_not_a_typed_zero() -> None:
    none, zero = one("không phát sinh", "CT04"), one("0", "CT04")
    assert (none.value, none.none_arose, zero.value, zero.none_arose) == (Decimal(0), True, Decimal(0), False)


def test_none_arose_for_a_total_asks_whether_it_stays() -> None:
    reading = one("không phát sinh", "CT03", last="182")
    assert [(c.value, c.none_arose) for c in reading.doubts[0].candidates] == [
        (Decimal(182), False),
        (Decimal(0), True),
    ]


def test_each_item_of_a_list_has_its_own_doubts() -> None:
    bhyt, bhxh, unknown = said("bhyt 97,6%, bhxh 2,803, khai tử 12")
    assert (bhyt.item, bhyt.doubts) == ("CT01", ())
    assert [doubt.reason for doubt in bhxh.doubts] == ["thousands_slip"]
    assert [doubt.reason for doubt in unknown.doubts] == ["which_indicator"]


def test_a_name_in_the_text_beats_what_was_asked() -> None:
    assert one("bhyt 97,6", "CT03").item == "CT01"


def test_an_unknown_name_is_not_stored_for_what_was_asked() -> None:
    reading: Reading = one("khai tử 23", "CT10")
    assert reading.item is None
    assert reading.asks
