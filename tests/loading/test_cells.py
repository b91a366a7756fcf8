"""Cells: what officers write in them, and what is refused rather than guessed."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.targets import Target
from bot.loading import words
from bot.loading.cells import ByMonth, CellError, Day, DueRule, Figure, Hour, Number, Phone
from bot.loading.targets import cells_of, target_of
from handlers.texts.judging import target_words

AMOUNTS = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=4)
MAYBE_AMOUNT = st.none() | AMOUNTS


@settings(max_examples=100)
@given(AMOUNTS)
def test_a_number_is_read_back_exactly(value: Decimal) -> None:
    assert Number().read(Number().show(value), None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("99,7", "99.7"),
        ("8.06", "8.06"),
        ("97,5%", "97.5"),
        ("0,05‰", "0.05"),
        ("428.000.000", "428000000"),
        ("1.303.500,5", "1303500.5"),
        ("1 250", "1250"),
        ("02", "2"),
    ],
)
def test_a_number_is_read_as_plans_print_it(text: str, value: str) -> None:
    assert Number().read(text, None) == Decimal(value)


@pytest.mark.parametrize("text", ["1.049", "12.575", "-3.000"])
def test_a_number_that_can_be_read_two_ways_is_refused_with_both(text: str) -> None:
    with pytest.raises(CellError, match="hai cách") as refused:
        Number().read(text, None)
    assert text.replace(".", "") in refused.value.todo
    assert text.replace(".", ",") in refused.value.todo


@pytest.mark.parametrize("text", ["khoảng 5", "5 người", "1,2,3", "", "12/7"])
def test_what_is_not_a_number_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        Number().read(text, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/3/2026", date(2026, 3, 31)),
        ("2026-03-31", date(2026, 3, 31)),
        ("27/11", date(2024, 11, 27)),
        ("quý I", date(2024, 3, 31)),
        ("trong quý III năm 2026", date(2026, 9, 30)),
        ("cuối quý 4", date(2024, 12, 31)),
        ("6 tháng đầu năm", date(2024, 6, 30)),
        ("9 tháng", date(2024, 9, 30)),
        ("tháng 2", date(2024, 2, 29)),
        ("Cuối năm", date(2024, 12, 31)),
        ("trong năm 2025", date(2025, 12, 31)),
    ],
)
def test_a_date_may_be_a_part_of_the_plan_year(text: str, day: date) -> None:
    assert Day().read(text, 2024) == day


@pytest.mark.parametrize("text", ["31/2/2026", "sớm nhất", "quý 5", "tháng 13", "32/1"])
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        Day().read(text, 2026)


def test_a_day_without_a_year_needs_the_plan_year() -> None:
    with pytest.raises(CellError):
        Day().read("27/11", None)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("sau 2 ngày", "+2"),
        ("+3", "+3"),
        ("sau 05 ngày làm việc", "+5"),
        ("ngày 17", "17"),
        ("05", "5"),
        ("thứ sáu", "fri"),
        ("t2", "mon"),
        ("Chủ nhật", "sun"),
    ],
)
def test_a_due_rule_is_said_in_words(text: str, rule: str) -> None:
    assert DueRule().read(text, None) == rule
    assert DueRule().read(DueRule().show(rule), None) == rule


@pytest.mark.parametrize("text", ["ngày 32", "thứ 9", "đúng hạn"])
def test_an_unknown_due_rule_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        DueRule().read(text, None)


@pytest.mark.parametrize("text", ["16:30", "16h30", "16 giờ 30", "16:30:00"])
def test_an_hour_is_read_in_its_usual_forms(text: str) -> None:
    assert Hour().read(text, None) == time(16, 30)


def test_a_phone_number_gets_back_the_zero_that_a_spreadsheet_ate() -> None:
    assert Phone().read("912345678", None) == "0912345678"
    assert Phone().read("0912 345 678", None) == "0912345678"
    with pytest.raises(CellError):
        Phone().read("số máy bàn", None)


def test_a_known_figure_is_a_number_or_a_state() -> None:
    assert Figure().read("182", None) == Decimal(182)
    assert Figure().read("Đang duy trì", None) == "held"


def test_planned_values_by_month() -> None:
    planned = {3: Decimal(40), 6: Decimal("90.5")}
    assert ByMonth().read("6: 90,5; 3: 40", None) == planned
    assert ByMonth().show(planned) == "3: 40; 6: 90,5"
    with pytest.raises(CellError):
        ByMonth().read("13: 5", None)


def test_choices_need_no_accents_and_an_unknown_one_is_answered_with_the_list() -> None:
    assert words.FREQUENCY.read("Quy", None) == "quarter"
    assert words.COMPARATOR.read("≥", None) == ">="
    with pytest.raises(CellError) as refused:
        words.FREQUENCY.read("thỉnh thoảng", None)
    assert "tuần; tháng; quý" in refused.value.todo


@settings(max_examples=150)
@given(
    evaluation=st.sampled_from(list(words.EVALUATION.words.values())),
    comparator=st.none() | st.sampled_from(list(words.COMPARATOR.words.values())),
    source=st.sampled_from(list(words.SOURCE.words.values())),
    value=MAYBE_AMOUNT,
    reduce_low=MAYBE_AMOUNT,
    reduce_high=MAYBE_AMOUNT,
    lower_better=st.none() | st.booleans(),
    measured=st.sampled_from(list(words.MEASURED.words.values())),
    backlog=st.booleans(),
    prorated=st.booleans(),
)
def test_every_target_can_be_written_in_cells_and_read_back(**said: object) -> None:
    if said["reduce_low"] is not None and said["reduce_high"] is None:
        said["reduce_high"] = said["reduce_low"]  # a blank end is the same end
    target = Target(**said)  # type: ignore[arg-type]
    assert target_of(cells_of(target)) == target


def test_what_must_not_happen_needs_no_number_from_above() -> None:
    target = target_of({"evaluation": "event_free", "unit": "vụ"})
    assert target.source == "fixed"
    assert target_words(target) == "không để xảy ra"


def test_a_reduction_is_told_by_what_was_reduced_or_by_what_is_left_unless_the_plan_says_otherwise() -> None:
    said = {"evaluation": "year_end_review", "comparator": "reduce_by", "reduce_low": 2, "unit": "hộ"}
    assert target_of(said).measured == "reduction_or_stock"
    assert target_of({**said, "measured": "level"}).measured == "level"
    assert target_of({**said, "evaluation": "vs_last_year"}).measured == "level"
    assert target_of({**said, "evaluation": "vs_last_year", "unit": "%"}).measured == "reduction_or_stock"
    assert target_of({"evaluation": "level", "comparator": "<="}).measured == "level"
