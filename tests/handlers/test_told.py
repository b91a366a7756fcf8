"""A rank and a missing fall that are told in words hold a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.reading.words import fold
from bot.domain.targets import Target
from handlers.doubting.told import number_told

RANK = Target(evaluation="level", comparator="<=", value=Decimal(5), unit="hạng")
FALL = Target(evaluation="year_end_review", comparator="reduce_by", reduce_low=Decimal(2), unit="hộ")
COUNT = Target(evaluation="cumulative", comparator=">=", value=Decimal(172), unit="lao động")


@pytest.mark.parametrize(
    ("target", "line", "number"),
    [
        (RANK, "cải cách hành chính hạng 05/14", 5),
        (RANK, "cải cách hành chính xếp hạng thứ 6", 6),
        (RANK, "CCHC đứng thứ 5/14", 5),
        (RANK, "CCHC vị trí số 7 trên 14", 7),
        (RANK, "cải cách hành chính hạng mấy", None),
        (COUNT, "việc làm mới đứng thứ 5/14", None),
        (FALL, "hộ nghèo không giảm", 0),
        (FALL, "hộ nghèo chưa giảm được hộ nào", 0),
        (FALL, "hộ nghèo giảm", None),
        (COUNT, "việc làm mới không giảm", None),
    ],
)
def test_a_rank_and_no_fall_are_numbers(target: Target, line: str, number: int | None) -> None:
    assert number_told(target, fold(line)) == number
