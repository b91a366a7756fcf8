"""The plan's number, quoted without a result: "chỉ tiêu 64", "cùng kỳ 38 người"."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import typed_unit
from bot.domain.reading.model import Doubt, Kind, Reading
from bot.domain.reading.part import Part
from bot.domain.reading.states import doings


def target_only(part: Part, state: doings.State) -> Reading | None:
    """Ask what the only number of a part is, where it is the plan's; None where none is quoted."""
    if part.item is not None and part.item.recognised and part.item.unit is None and state.status is not None:
        return None  # "dự kiến 20/12 được công nhận"
    quoted = next((q for q in part.segment.quantities if _is_quoted(part, q)), None)
    if quoted is None:
        return None
    unit = typed_unit(quoted, part.item) or (part.item.unit if part.item else None)
    span = part.span_of(quoted)
    base = part.reading("ambiguous", "target quoted without a result", unit=unit, span=span)
    if quoted.is_percent and quoted.qualifier == "approx":  # "ước cả năm 108,3%": asked, and known what
        base = replace(base, kind="percent", value=quoted.value, qualifier="approx")
    left = next((q for q in part.segment.quantities if q.role == "left" and q.start < quoted.start), None)
    reached = [quoted.value - left.value] if left and left.value < quoted.value else []
    kind: Kind = "percent" if unit == "%" else "figure"
    choices = tuple(replace(base, kind=kind, value=value) for value in (*reached, quoted.value))
    return part.of_item(replace(base, doubts=(Doubt("target_not_result", choices),)))


def _is_quoted(part: Part, quantity: Quantity) -> bool:
    """Tell "chỉ tiêu 64" and "cùng kỳ 38 người"; "em báo 182 hôm trước rồi" only says that it was sent."""
    if quantity.role == "past" and not part.segment.named:
        return part.found.words(quantity.start - 1, quantity.start)[:1] not in (["bao"], ["gui"], ["nop"])
    return quantity.role in ("target", "phased", "ceiling", "forecast")
