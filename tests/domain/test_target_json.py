"""A target is stored as a JSON object with decimals as text, and comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.domain.targets import Target, from_json
from tests.domain.judging import target
from tests.domain.test_targets import ROWS


def test_every_form_of_target_comes_back_as_it_was_stored() -> None:
    for row in ROWS:
        assert from_json(json.loads(json.dumps(row.target.to_json()))) == row.target


def test_decimals_are_text_and_defaults_are_left_out() -> None:
    stored = target("event_free", "<=", "0", ends_on=date(2026, 12, 31), unit="điểm nóng").to_json()
    assert stored == {
        "evaluation": "event_free",
        "comparator": "<=",
        "value": "0",
        "unit": "điểm nóng",
        "ends_on": "2026-12-31",
    }


def test_phases_scales_and_switches_survive() -> None:
    full = Target(
        "cumulative",
        value=Decimal("1E+3"),
        phased={3: Decimal("10.5"), 12: Decimal(1000)},
        scale=("đạt", "khá"),
        prorated=False,
        starts_on=date(2025, 9, 1),
    )
    assert from_json(json.loads(json.dumps(full.to_json()))) == full
    assert full.to_json()["value"] == "1000"


def test_a_field_of_a_newer_release_is_left_alone() -> None:
    stored = {**Target("level").to_json(), "colour": "red"}
    assert from_json(stored) == replace(Target("level"))
