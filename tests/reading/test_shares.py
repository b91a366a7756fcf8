"""Units' shares of one indicator: by the unit, by the indicator, by both; the own one when none is named."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from bot.domain.items import KnownItem
from bot.domain.reading import Catalogue, Context, read
from bot.domain.reading.naming.shares import names_another, share_names, unit_names
from bot.domain.workdays import WARD_ZONE

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=WARD_ZONE)
LINES = {"CT12": ("Thu gom rác", "rác"), "CT13": ("Nước sạch",)}


def share(line: str, number: int) -> KnownItem:
    unit = f"Tổ dân phố số {number}"
    return KnownItem(
        f"{line}.{number}",
        "indicator",
        f"{LINES[line][0]} – {unit}",
        f"{LINES[line][0]} – {unit}",
        share_names(LINES[line], unit),
        unit="hộ",
        comparator=">=",
        target=Decimal(130),
        share_of=line,
    )


CATALOGUE = Catalogue([share(line, number) for line in LINES for number in range(1, 13)])


@pytest.mark.parametrize(
    ("text", "item", "value"),
    [
        ("rác 114", "CT12.5", 114),
        ("TDP 5 rác 114 hộ", "CT12.5", 114),
        ("rac tdp5: 114", "CT12.5", 114),
        ("tổ 5 thu gom rác 114", "CT12.5", 114),
        ("rác tdp 12 98", "CT12.12", 98),
        ("nước sạch 118", "CT13.5", 118),
        ("CT12.5 114", "CT12.5", 114),
    ],
)
def test_the_own_share_is_meant_unless_another_unit_is_named(text: str, item: str, value: int) -> None:
    context = Context(now=NOW, own=frozenset({"CT12.5", "CT13.5"}))
    (reading,) = read(text, CATALOGUE, context)
    assert (reading.item, reading.value) == (item, Decimal(value))
    assert not reading.doubts


def test_who_reports_for_two_units_is_asked_which() -> None:
    context = Context(now=NOW, own=frozenset({"CT12.3", "CT12.4"}))
    (reading,) = read("rác 106", CATALOGUE, context)
    assert [one.item for one in reading.doubts[0].candidates] == ["CT12.3", "CT12.4"]


def test_a_unit_with_two_indicators_is_asked_which() -> None:
    context = Context(now=NOW, own=frozenset({"CT12.5", "CT13.5"}))
    (reading,) = read("tdp 5 114", CATALOGUE, context)
    assert [one.item for one in reading.doubts[0].candidates] == ["CT12.5", "CT13.5"]


def test_many_units_in_one_message() -> None:
    readings = read("rác tdp1 120, rác tdp2 98", CATALOGUE, Context(now=NOW))
    assert [(one.item, one.value) for one in readings] == [
        ("CT12.1", Decimal(120)),
        ("CT12.2", Decimal(98)),
    ]


def test_how_units_are_typed() -> None:
    assert unit_names("Tổ dân phố số 5") == ("to dan pho so 5", "to dan pho 5", "tdp 5", "to 5")
    assert "tieu hoc le loi" in unit_names("Trường Tiểu học Lê Lợi")
    assert unit_names("Trạm Y tế phường") == ("tram y te phuong",)


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("tdp 15 118 hộ", True),
        ("tổ 6: 118", True),
        ("tdp5 118", False),
        ("tổ dân phố số 05 118 hộ", False),
        ("rác 118", False),
    ],
)
def test_another_number_than_that_of_the_unit(text: str, another: bool) -> None:
    assert names_another(text, "Tổ dân phố số 5") == another
    assert not names_another(text, "Trường Tiểu học Lê Lợi")
