"""What breaks "không để xảy ra" is counted in its very unit: one case is no outbreak (target form T21)."""

from __future__ import annotations

import pytest

from bot.domain.items import KnownItem
from bot.domain.reading import Catalogue, Context, read
from bot.domain.targets import Target
from tests.reading.scoring import without_marks
from tests.reading.ward import NOW


def event(key: str, name: str, unit: str, *, backlog: bool = False) -> KnownItem:
    """An event to be prevented, as a plan gives it: no number is assigned."""
    target = Target(evaluation="event_free", unit=unit, backlog=backlog)
    return KnownItem.of(key, "indicator", name, name, (), target)


WARD = Catalogue(
    [
        event("CT01", "Dịch bệnh gia súc", "ổ dịch"),
        event("CT02", "Đơn tồn đọng", "đơn", backlog=True),
        event("CT03", "Cháy nổ", "vụ"),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "dịch bệnh gia súc 1 ca",
        "dịch bệnh gia súc 3 con",
        "dịch bệnh gia súc 2 vụ",
        "đơn tồn đọng 3 vụ",
        "đơn tồn đọng 3 hồ sơ",
        "cháy nổ 2 căn",
        "cháy nổ 2 cái",
        "cháy nổ 3 người",
    ],
)
def test_another_unit_is_asked_about(text: str) -> None:
    for typed in (text, without_marks(text)):
        (reading,) = read(typed, WARD, Context(NOW))
        assert [doubt.reason for doubt in reading.doubts] == ["unit_mismatch"], typed


@pytest.mark.parametrize(
    "text",
    [
        "dịch bệnh gia súc 1",
        "dịch bệnh gia súc 1 ổ",
        "dịch bệnh gia súc 1 ổ dịch",
        "đơn tồn đọng 3 đơn",
        "cháy nổ 1 vụ việc",
        "cháy nổ 1 trường hợp",
        "cháy nổ 2 anh nhé",
    ],
)
def test_its_own_is_not(text: str) -> None:
    for typed in (text, without_marks(text)):
        (reading,) = read(typed, WARD, Context(NOW))
        assert reading.value is not None, typed
        assert not reading.asks, typed
