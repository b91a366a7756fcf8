"""An item (đầu việc) as the reading of messages knows it: names, unit, target; nothing of the database."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ItemKind = Literal["indicator", "task"]


@dataclass(frozen=True, slots=True)
class KnownItem:
    """One indicator or task that a message may mean.

    `key` is its code in chat ("CT05", "NV-022"), unique in a ward. `unit` is the plan's own word
    ("người", "%", "‰", "đồng", "điểm nóng"), None for what is not counted (duy trì, đạt chuẩn, tasks).
    `comparator` is one of > >= < <= = between reduce_by maintain, None where nothing is compared.
    `bounded`: the value cannot exceed 100 % or the whole (BHYT %, n/n khu phố). `cumulative` is False for a
    count that may fall (dân số, tổng đàn, n/n khu phố): a smaller figure is then not asked about. `baseline`
    is the opening stock of a reduction ("giảm 01 hộ nghèo" from 7), where the ward gave it.
    `assigned`: the upper level gives the number, so that "đạt 100 %" of it is a report ("giao quân 100 %").
    `share_of` is the code of the collected indicator that this is a unit's share of: all units' shares answer
    to the same name ("rác 114"), and the person's own is meant.
    """

    key: str
    kind: ItemKind
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    unit: str | None = None
    comparator: str | None = None
    target: Decimal | None = None
    bounded: bool = False
    cumulative: bool | None = None
    baseline: Decimal | None = None
    assigned: bool = False
    share_of: str | None = None
