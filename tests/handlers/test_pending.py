"""A reading waits in a question and comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reading.model import Doubt, Kind, Qualifier, Reading
from handlers.reporting.pending import from_json, to_json

DECIMALS = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=4)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
READINGS = st.builds(
    Reading,
    kind=st.sampled_from(get_args(Kind)),
    item=st.none() | st.sampled_from(["CT05a", "NV-022"]),
    named=st.booleans(),
    value=DECIMALS,
    numerator=DECIMALS,
    denominator=DECIMALS,
    unit=st.none() | st.sampled_from(["người", "%", "‰", "đồng"]),
    none_arose=st.booleans(),
    percent_stated=DECIMALS,
    percent_consistent=st.none() | st.booleans(),
    date=st.none() | DAYS,
    date_role=st.none() | st.sampled_from(["due", "as_of", "done"]),
    date_alternatives=st.lists(DAYS, max_size=3).map(tuple),
    extend_days=st.none() | st.integers(1, 90),
    period=st.none() | st.sampled_from(["2026-11", "2026-Q4", "2026"]),
    qualifier=st.none() | st.sampled_from(get_args(Qualifier)),
    old_value=DECIMALS,
    also=st.lists(st.sampled_from(get_args(Kind)), max_size=2).map(tuple),
    words=st.text(max_size=40),
    span=st.tuples(st.integers(0, 50), st.integers(0, 50)),
    rule=st.text(max_size=10),
)


@settings(max_examples=150)
@given(READINGS)
def test_a_reading_comes_back_from_json_as_it_was(reading: Reading) -> None:
    assert from_json(json.loads(json.dumps(to_json(reading)))) == reading


def test_doubts_do_not_wait_with_the_reading() -> None:
    reading = Reading("figure", "CT07b", value=Decimal(28))
    doubted = replace(reading, doubts=(Doubt("decrease", (replace(reading, value=Decimal(210)),)),))
    assert from_json(to_json(doubted)) == reading


def test_what_says_nothing_takes_no_room() -> None:
    assert to_json(Reading("done")) == {"kind": "done"}


def test_money_keeps_every_digit() -> None:
    reading = Reading("figure", "CT01", value=Decimal("7512469825.00"), unit="đồng")
    assert to_json(reading)["value"] == "7512469825.00"
    assert from_json(to_json(reading)).value == Decimal("7512469825.00")


def test_a_field_of_a_newer_release_is_left_alone() -> None:
    assert from_json({"kind": "done", "mood": "good"}) == Reading("done")
