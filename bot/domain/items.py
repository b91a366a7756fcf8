"""An item (đầu việc) as the reading of messages knows it: names, unit, target; nothing of the database."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.domain.targets import Measured, Target
from bot.domain.yardstick import is_rate

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
    `measured` says whether a reduction is told by what was reduced, by what is left, or either way (None);
    "growth" is a percentage over the opening stock. `compared`: with the same time last year.
    `share_of` is the code of the collected indicator that this is a unit's share of: all units' shares answer
    to the same name ("rác 114"), and the person's own is meant. `recognised`: it is to be completed or
    recognised by somebody else ("được công nhận"), and is reported by how far that has come.
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
    measured: Measured | None = None
    compared: bool = False
    share_of: str | None = None
    recognised: bool = False

    @classmethod
    def of(
        cls,
        key: str,
        kind: ItemKind,
        name: str,
        short_name: str,
        aliases: tuple[str, ...],
        target: Target | None,
    ) -> KnownItem:
        """Derive it from a line of a plan: key, names, and what the target says (`Target`)."""
        if target is None:
            return cls(key, kind, name, short_name, aliases)
        unit = target.unit
        none_allowed = target.is_event_free and target.value is None
        return cls(
            key,
            kind,
            name,
            short_name,
            aliases,
            # "% so với năm trước" is typed as "%".
            unit=unit.split()[0] if unit is not None and is_rate(unit) else unit,
            comparator="<=" if none_allowed else target.comparator,
            target=Decimal(0) if none_allowed else target.value,
            bounded=unit == "%" or target.whole is not None,
            cumulative=False if target.whole or target.backlog or is_level(target) else None,
            baseline=target.baseline,
            assigned=target.source == "assigned_later",
            measured=_measured(target),
            compared=target.is_against_last_year,
            recognised=target.is_milestone,
        )

    @property
    def is_of_change(self) -> bool:
        """True for a percentage by which something rises or falls: forms T14 and T16, and no level."""
        return is_rate(self.unit) and (self.measured == "growth" or self.compared)


def is_level(target: Target) -> bool:
    """What there is at a time ("dân số", "thu nhập bình quân") may fall, and is never added up.

    Of members who are to reach a number ("269 người tham gia") the month's may be told as well.
    """
    if target.evaluation == "level":
        return target.comparator in ("=", "<", "<=")
    return target.is_reviewed and target.comparator != "reduce_by"


def _measured(target: Target) -> Measured | None:
    """A percentage of what there was last year is always the change."""
    if target.comparator != "reduce_by":
        return "growth" if target.measured == "growth" else None
    compared = target.is_against_last_year and is_rate(target.unit)
    return "reduction" if compared else target.measured
