"""What people typed to a ward's bot and it once misread: the item that is named, and what is said of it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import lru_cache

import pytest

from bot.commands.explaining import plan_items
from bot.commands.sample_ward import PLANS
from bot.domain.reading import Catalogue, Context, Reading, read
from bot.domain.workdays import WARD_ZONE

NOW = datetime(2026, 11, 17, 8, 0, tzinfo=WARD_ZONE)
LAST = {"CT07a": Decimal("99.2"), "CT07b": Decimal(182), "CT08a": Decimal(131), "CT08b": Decimal(4)}
OWN = frozenset({"CT07a", "CT07b", "CT08a", "CT08b", "NV-020", "NV-021", "NV-022"})


@lru_cache
def catalogue() -> Catalogue:
    return Catalogue(plan_items(PLANS / "ngo-quyen.yaml"))


def said(text: str, item: str | None = None) -> tuple[Reading, ...]:
    return read(text, catalogue(), Context(now=NOW, item=item, own=OWN, last=LAST))


def reasons(text: str, item: str | None = None) -> set[str]:
    return {doubt.reason for reading in said(text, item) for doubt in reading.doubts}


def test_two_months_in_one_message_are_two_figures_or_a_question() -> None:
    readings = said("bhxh thang 10 la 190, thang 11 la 201")
    stored = {(one.period, one.value) for one in readings if not one.doubts}
    assert stored <= {("2026-10", Decimal(190)), ("2026-11", Decimal(201))}


@pytest.mark.parametrize("text", ["viec lam 1.141", "vl moi 1141"])
def test_a_figure_far_beyond_plan_and_history_is_asked_about(text: str) -> None:
    assert "outlier" in reasons(text)


@pytest.mark.parametrize("text", ["hộ nghèo còn 3 hộ", "ho ngheo con 3 ho"])
def test_a_poor_household_is_not_a_nearly_poor_one(text: str) -> None:
    assert {one.item for one in said(text)} == {"CT06a1"}


@pytest.mark.parametrize("text", ["không phát sinh", "khong phat sinh", "ko ps"])
def test_none_arose_is_said_of_the_item_that_was_asked_about(text: str) -> None:
    assert {one.item for one in said(text, "CT08b")} == {"CT08b"}


@pytest.mark.parametrize("text", ["cơ quan văn hóa đạt", "co quan van hoa dat"])
def test_a_state_is_written_to_the_item_that_is_named(text: str) -> None:
    assert "CT07a" not in {one.item for one in said(text, "CT07a")}


@pytest.mark.parametrize("text", ["hồ sơ 12", "ho so 12"])
def test_a_figure_of_something_else_is_not_the_context_items(text: str) -> None:
    readings = said(text, "CT07b")
    assert all(one.item != "CT07b" or one.doubts for one in readings)


def test_poor_households_named_after_a_question_about_nearly_poor_ones() -> None:
    assert {one.item for one in said("hộ nghèo 1", "CT06a2")} == {"CT06a1"}


def test_none_arose_in_teencode_is_no_question() -> None:
    (reading,) = said("xkld ko ps")
    assert (reading.item, reading.none_arose) == ("CT08b", True)


def test_a_percentage_of_progress_is_kept_beside_the_words() -> None:
    (reading,) = said("NV-008 đang làm 80% đã trình")
    assert (reading.kind, reading.percent_stated) == ("in_progress", Decimal(80))


@pytest.mark.parametrize("text", ["vmdt da co quyet dinh cong nhan", "vmdt da duoc cong nhan theo QĐ 12"])
def test_a_recognition_is_no_question(text: str) -> None:
    (reading,) = said(text)
    assert reading.kind == "done"


def test_a_percentage_of_what_is_assigned_from_above_is_not_compared_with_a_count() -> None:
    readings = read("tuyen quan dat 100% chi tieu", catalogue(), Context(now=NOW, last={"CT10c": Decimal(9)}))
    assert [(one.item, one.kind, one.value, one.doubts) for one in readings] == [
        ("CT10c", "percent", Decimal(100), ())
    ]


@pytest.mark.parametrize("text", ["nv 20 ok r", "nv20 ok roi"])
def test_ok_said_of_a_task_is_no_question(text: str) -> None:
    (reading,) = said(text)
    assert reading.kind in {"done", "greeting", "ambiguous"}


@pytest.mark.parametrize("text", ["bhyt 85", "đạt 85%", "dat 85%"])
def test_a_high_rate_that_falls_by_more_than_five_points_is_asked_about(text: str) -> None:
    assert "outlier" in reasons(text, "CT07a")


def test_a_high_rate_that_falls_a_little_is_taken() -> None:
    assert not reasons("bhyt 98,5", "CT07a")


@pytest.mark.parametrize(
    "text",
    ["chỉ tiêu bhxh là 300", "chi tieu bhxh nam nay la 300", "kh bhxh năm nay 300", "chi tieu bhyt 99,7%"],
)
def test_a_target_told_before_the_name_is_no_result(text: str) -> None:
    assert reasons(text) == {"target_not_result"}


def test_a_result_told_of_an_indicator_by_that_word_is_one() -> None:
    assert not reasons("chỉ tiêu BHYT đạt 99,5%")
