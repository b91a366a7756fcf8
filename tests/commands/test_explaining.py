"""What a message was read as is explained to a person, whatever it was read as."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import get_args

import pytest

from bot.commands.explaining import KINDS, REASONS, RULES, explain, plan_items
from bot.domain.reading import Catalogue, Context, read
from bot.domain.reading.model import Kind, Reason
from bot.domain.workdays import WARD_ZONE

READING = Path(__file__).parents[1] / "reading"
NOW = datetime(2026, 11, 16, 10, tzinfo=WARD_ZONE)
ITEMS = plan_items()
SAID = tuple(
    str(json.loads(line)["text"])
    for name in ("unseen.jsonl", "adversarial.jsonl")
    for line in (READING / name).read_text(encoding="utf-8").splitlines()
)


def test_every_kind_and_every_reason_has_its_words() -> None:
    assert set(KINDS) == set(get_args(Kind))
    assert set(REASONS) == set(get_args(Reason))


def test_every_rule_by_which_a_text_was_read_has_its_words() -> None:
    catalogue = Catalogue(ITEMS)
    context = Context(NOW, own=frozenset(catalogue.items))
    rules = {reading.rule for text in SAID for reading in read(text, catalogue, context)}
    assert rules - {""} <= set(RULES)
    assert len(rules) > len(RULES) / 2


@pytest.mark.parametrize("text", ["nv22 xin nghỉ không báo cáo tháng này", "bhyt 12.540 người"])
def test_what_is_not_clear_is_explained_with_its_reason(text: str) -> None:
    assert any(line.strip().startswith("Sẽ hỏi lại: ") for line in explain(text, ITEMS, NOW))
