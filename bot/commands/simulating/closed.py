"""A figure for a closed period in the simulated year: what is sent, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from random import Random

from bot.commands.simulating.plan import Plan, Reported
from bot.commands.simulating.record import Entry, Meaning, Utterance
from bot.commands.simulating.truth import MONEY, is_flow

PUT = re.compile(r"^Kỳ .* đã chốt .* chưa được ghi, đã trình ")
"""How an answer begins that puts a figure before the clerk."""
REASONS = ("tổ dân phố gửi sót", "lý do: cộng sót một tổ", "vì đơn vị gửi bổ sung")


def forgotten(
    plan: Plan, reported: Reported, owned: Sequence[str], now: datetime, random: Random
) -> Utterance | None:
    """One more in a closed month, of a count that has grown since; None where there is nothing of it."""
    found = [one for key in owned if (one := _one_more(plan, reported, key, now)) is not None]
    if not found:
        return None
    entry, value = random.choice(found)
    month = int(entry.period.partition("-")[2])
    text = f"sửa kỳ {month} {entry.item} {value:f} {random.choice(REASONS)}"
    return Utterance(entry.item, Meaning("value", value), text)


def _one_more(plan: Plan, reported: Reported, key: str, now: datetime) -> tuple[Entry, Decimal] | None:
    item, entries = plan.ward.items[key], list(reported.before(key, now))
    target = item.target
    if target is None or not is_flow(target) or target.unit == MONEY:
        return None
    if item.frequency != "month" or item.share_of:
        return None
    newest = {entry.period: entry for entry in entries if entry.meaning.value is not None}
    periods = sorted(newest)[-2:]
    if len(periods) < 2:
        return None
    last, newer = (newest[period] for period in periods)
    value = (last.meaning.value or Decimal(0)) + 1
    return (last, value) if value <= (newer.meaning.value or 0) else None
