"""The simulation's own judging of plain targets: what it says by itself, and that the program agrees."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.simulating.plain import class_of
from bot.domain.progress import judge
from bot.domain.targets import Target
from bot.domain.verdict import ItemClass, Known
from tests.domain.judging import RULES, figure, target

MID_YEAR = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("wanted", "told", "expected"),
    [
        (target("level", ">", "97,5", unit="%", lower_better=False), "97,5", "at_risk"),
        (target("level", ">=", "80", unit="%", lower_better=False), "80,01", "exceeded"),
        (target("level", "<", "8,81", unit="%", lower_better=True), "8,8", "met"),
        (target("cumulative", ">=", "172", unit="lao động", lower_better=False), "68", "at_risk"),
        (target("cumulative", ">=", "172", unit="lao động", lower_better=False), "69", "on_track"),
    ],
)
def test_it_says_what_the_specification_says(wanted: Target, told: str, expected: ItemClass) -> None:
    assert class_of(wanted, figure(told, as_of=MID_YEAR), MID_YEAR, RULES) == expected


def test_it_leaves_what_is_not_plain() -> None:
    fewer = target("level", "reduce_by", reduce_low="2", unit="hộ")
    assert class_of(fewer, figure("1"), MID_YEAR, RULES) is None


plain_targets = st.builds(
    lambda evaluation, comparator, value, unit: target(
        evaluation, comparator, value, unit=unit, lower_better=comparator.startswith("<")
    ),
    st.sampled_from(["level", "cumulative"]),
    st.sampled_from([">", ">=", "<", "<="]),
    st.sampled_from(["7", "95", "100", "172", "97,5"]),
    st.sampled_from(["%", "người"]),
)


@given(
    wanted=plain_targets,
    day=st.integers(0, 371).map(lambda days: date(2026, 1, 1) + timedelta(days=days)),
    value=st.none() | st.decimals(0, 250, places=2),
    silence=st.sampled_from([{}, {"missing": True}, {"days_to_due": 2}, {"days_to_due": 9}]),
)
def test_the_program_says_the_same(
    wanted: Target, day: date, value: Decimal | None, silence: dict[str, Any]
) -> None:
    if value is None:
        known = Known(**silence)
    else:
        known = Known(state="value", value=value, as_of=min(day, date(2026, 12, 31)), **silence)
    mine = class_of(wanted, known, day, RULES)
    assert mine is None or mine == judge(wanted, known, day, RULES).cls
