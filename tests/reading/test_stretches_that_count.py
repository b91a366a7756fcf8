"""A number behind "tháng", "kỳ" or a street's word: "cháy nổ trong tháng 1 vụ", and none in "10,5 tháng"."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.reading import Catalogue, Context, read
from tests.reading.scoring import without_marks
from tests.reading.ward import NOW, count

WARD = Catalogue(
    [
        count("CT01", "Bạo lực học đường", "vụ", "0", comparator="<="),
        count("CT02", "Cháy nổ", "vụ", "0", comparator="<="),
        count("CT03", "Việc làm mới", "lao động", "172"),
        count("CT04", "Bê tông hóa đường", "km", "5"),
    ]
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bạo lực học đường 1", 1),
        ("bạo lực học đường 0 vụ", 0),
        ("bê tông hóa đường 3 km", 3),
        ("cháy nổ trong tháng 1 vụ", 1),
        ("cháy nổ tháng 2 vụ ạ", 2),
        ("việc làm mới phát sinh trong kỳ 8", 8),
        ("việc làm mới tháng 10 có 150 lao động", 150),
        ("việc làm mới tháng 10 150", 150),
        ("việc làm mới 10,5 tháng được 150 lao động", 150),
        ("10.5 tháng việc làm mới 150", 150),
        ("việc làm mới 150 sau 9,5 tháng", 150),
        ("bê tông hóa đường trong 1,5 năm được 4,5 km", Decimal("4.5")),
        ("bê tông hóa đường 2,5 tháng 11", Decimal("2.5")),
        ("bê tông hóa đường 2,5 năm nay", Decimal("2.5")),
        ("việc làm mới tháng 10", None),
        ("việc làm mới kỳ 2", None),
    ],
)
def test_the_only_number_with_its_unit_is_a_figure(text: str, value: Decimal | int | None) -> None:
    for typed in (text, without_marks(text)):
        (reading,) = read(typed, WARD, Context(NOW))
        assert reading.value == value, typed
