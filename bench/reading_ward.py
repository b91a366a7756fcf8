"""A ward of 170 items, and messages to it, for measuring the reading of messages."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.commands.explaining import PLAN, plan_items
from bot.domain.items import KnownItem
from bot.domain.reading import Catalogue

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
ITEMS = 170
MESSAGES = Path(__file__).parent.parent / "tests" / "reading" / "unseen.jsonl"


def ward() -> Catalogue:
    """Return the items of the shipped plans, 170 of them under codes of their own."""
    items: dict[str, KnownItem] = {}
    for plan in sorted(PLAN.parent.glob("*.yaml")):
        if plan.stem.endswith(".people"):
            continue
        for item in plan_items(plan):
            items.setdefault(item.short_name, item)
    chosen = list(items.values())[:ITEMS]
    renamed = [_renamed(item, f"{item.key[:2]}{place:03}") for place, item in enumerate(chosen)]
    return Catalogue(renamed)


def _renamed(item: KnownItem, key: str) -> KnownItem:
    return KnownItem(
        key,
        item.kind,
        item.name,
        item.short_name,
        item.aliases,
        item.unit,
        item.comparator,
        item.target,
        item.bounded,
    )


def messages() -> list[str]:
    """Return the texts of the labelled messages."""
    return [json.loads(line)["text"] for line in MESSAGES.read_text(encoding="utf-8").splitlines()]
