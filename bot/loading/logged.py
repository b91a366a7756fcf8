"""What loadings wrote into the audit log, read again: which item, and what stood there before."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.loading import item_sheets, sheets
from bot.loading.cells import Day
from bot.loading.writer import LOADED

ADDED, CHANGED, STOPPED = f"{LOADED}add", f"{LOADED}change", f"{LOADED}stop"
DAY = "hạn"
PEOPLE = {
    "phụ trách": "owner_id",
    "người báo cáo": "owner_id",
    "lãnh đạo phụ trách": "leader_id",
    "người duyệt": "decider_id",
}
"""Headings of the sheets of items under which people stand, and the columns of `db.models.Item`."""
_PARTS = "|".join(sheet.part for sheet in (item_sheets.INDICATORS, item_sheets.TASKS, sheets.SHARES))
_ITEM = re.compile(rf"(?:{_PARTS}) (\d{{4}}) (.+)")
_DETAIL = re.compile(rf"(?:^|; )({'|'.join([*PEOPLE, DAY])}): ([^;]*)")


def item_of(subject: str) -> tuple[int, str] | None:
    """The plan's year and the code of the item that a line is about; None for people, units and fields."""
    found = _ITEM.fullmatch(subject)
    return (int(found[1]), found[2]) if found else None


def stood_before(before: str, people: Mapping[str, int]) -> dict[str, object]:
    """By column of `db.models.Item`, what a change put an end to; `people` are ids by code."""
    told = dict(_DETAIL.findall(before))
    found: dict[str, object] = {
        column: people.get(told[heading]) for heading, column in PEOPLE.items() if heading in told
    }
    if DAY in told:
        found["due_on"] = Day().read(told[DAY], None) if told[DAY] else None
    return found
