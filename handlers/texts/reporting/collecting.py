"""The words of collected indicators: how complete a sum is, whose part is missing, what each unit gave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.collecting import Collected
from db.item_view import ItemView
from db.models import Figure
from db.ward_view import PersonView
from handlers.standings.collecting import counts_meanwhile
from handlers.standings.last_year import last_value
from handlers.texts.common import named, you, you_short
from handlers.texts.judging import class_words, value_words
from handlers.texts.numbers import amount, count, percent, short_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import figure_words, sample
from handlers.texts.units import called, noun, unit_of

if TYPE_CHECKING:
    from handlers.reporting.recording import Recorded
    from handlers.standings.standing import Standing

SHOWN = 15
WARD = re.compile(r"\b(?:toan|ca) phuong\b")
"""Folded words that say that a number is the ward's."""
TOTAL = re.compile(rf"{WARD.pattern}|\btong(?: so| cong)?\b")
"""The same where no unit is named."""


def complete(one: Standing) -> str:
    """ "09/12 tổ"."""
    if one.collected is None:
        return ""
    return so_many(one.collected, [share.item for share in one.shares])


def so_many(found: Collected, shares: Iterable[ItemView]) -> str:
    """How many of the units have given a figure of the period: "09/12 tổ"."""
    return f"{len(found.present):02d}/{len(found.units):02d} {noun(shares)}"


def beside(one: Standing) -> str:
    """What goes after a figure: of the ward's sum, how many units are in it; of a unit's, what it waits for."""
    if one.collected is None:
        return waits(one)
    kind, older = noun(share.item for share in one.shares), len(one.collected.older)
    return f" ({complete(one)}{f'; {count(older)} {kind} theo số kỳ trước' if older else ''})"


def received(units: str) -> str:
    return f"Phường đã nhận {units}."


def lacking(one: Standing) -> list[str]:
    """Who is missing by name, and whose figure waits for the unit's head."""
    if one.collected is None:
        return []
    names = {share.item.unit_id: unit_of(share.item) for share in one.shares}
    awaited = f"Chưa gửi số {period_words(one.period.key)}" if one.period else "Chưa có số kỳ này"
    said = [
        (awaited, one.collected.missing),
        ("Chưa được trưởng đơn vị xác nhận, chưa tính vào tổng", one.collected.unconfirmed),
    ]
    return [f"{what}: {', '.join(names[unit] for unit in units)}." for what, units in said if units]


def by_unit(one: Standing) -> list[str]:
    """A line for each unit: its newest figure against what it was assigned."""
    rows = [f"- {unit_of(share.item)}: {_given(share)}" for share in one.shares]
    more = [f"- … và {count(len(rows) - SHOWN)} đơn vị khác."] if len(rows) > SHOWN else []
    return ["Từng đơn vị:", *rows[:SHOWN], *more]


def _given(share: Standing) -> str:
    row, target = share.figure, share.target
    if row is None:
        return "chưa có số liệu"
    goal = (target.whole if target.whole is not None else target.value) if target else None
    part = f"/{amount(goal, target.unit)}" if target and goal is not None and row.denominator is None else ""
    ratio = share.verdict.ratio if share.verdict else None
    if target and target.whole and row.value is not None:
        ratio = row.value * 100 / target.whole
    reached = f" ({percent(ratio)})" if ratio is not None and part else ""
    said = figure_words(row, target)
    if part and row.state == "value" and target is not None and target.unit:
        said = said.removesuffix(f" {target.unit}")
    return f"{said}{part}{reached}, đến {short_day(row.as_of)}{waits(share)}"


def waits(share: Standing) -> str:
    """ " (chờ xác nhận)", of a unit's figure that does not count yet; which one counts meanwhile."""
    if share.withheld is None:
        return ""
    what, counted = "bị trả lại" if share.withheld.returned else "chờ xác nhận", counts_meanwhile(share)
    return f" ({what}{f'; đang tính {figure_words(counted, share.target)}' if counted else ''})"


def of_ward(one: Standing) -> str:
    """The ward's value beside a unit's own: "Toàn phường: 537/720 hộ (74,6%), 05/06 tổ."."""
    row, target = one.figure, one.target
    if row is None:
        return f"Toàn phường: chưa có số liệu ({complete(one)})."
    ratio = one.verdict.ratio if one.verdict else None
    reached = f", đạt {percent(ratio)} kế hoạch" if ratio is not None else ""
    judged = f", {class_words(one.verdict)}" if one.verdict and ratio is None else ""
    return f"Toàn phường: {figure_words(row, target)}{reached}{judged}{beside(one)}."


def history(
    line: ItemView,
    rows: Sequence[tuple[Figure, Collected]],
    items: Sequence[ItemView],
    gained: Mapping[str, Decimal],
) -> str:
    """The ward's value after each period, how many units had reported for it, what it `gained` in it."""
    said = [f"Lịch sử {line.key} {line.short_name}, tổng của các đơn vị:"]
    said += [] if rows else ["Chưa có số liệu."]
    for last, found in rows[-SHOWN:]:
        target = line.target_on(last.as_of)
        unit = target.unit if target else None
        value = value_words(found.value, found.numerator, found.denominator, unit)
        in_time = so_many(found, items)
        more = f"; trong kỳ {amount(gained[last.period], unit)}" if last.period in gained else ""
        said.append(f"- {period_words(last.period)}: {value} ({in_time}){more}")
    said.append(f"Xem một đơn vị: LỊCH SỬ + {line.short_name} + tên đơn vị, ví dụ: LỊCH SỬ {items[0].key}")
    return "\n".join(said)


# --- receipts ------------------------------------------------------------------------------------------


def receipt(
    recorded: Recorded, said: str, units: str, owner: PersonView | None, reader: PersonView, heads: str
) -> str:
    """What a unit gave, as recorded; how many `units` the ward has now (tone: as short as to any other)."""
    figure = _figure(recorded)
    own = owner is None or owner.id == reader.id
    instead = "" if own else f" (thay {named(owner)})"
    head = f"{_verb(recorded)} số liệu của {unit_of(recorded.item)}{instead}"
    about = f"{recorded.item.share_of}, {period_words(figure.period)}, số đến {short_day(figure.as_of)}"
    thanks = f" Trân trọng cảm ơn {you(reader)}." if own and not recorded.known else ""
    return f"{head}: {about}: {said}{heads} {received(units)}{thanks}"


def several(rows: Sequence[tuple[Recorded, str]], units: str, heads: str) -> list[str]:
    """What several units gave in one message, under one heading."""
    first = _figure(rows[0][0])
    kind = noun(recorded.item for recorded, _said in rows)
    head = (
        f"Đã nhận số liệu của {count(len(rows))} {kind}, {rows[0][0].item.share_of}, "
        f"{period_words(first.period)}, số đến {short_day(first.as_of)}:"
    )
    return [head, *(f"- {unit_of(one.item)}: {said}" for one, said in rows), f"{received(units)}{heads}"]


def how_to_correct(person: PersonView, recorded: Recorded) -> str:
    last = last_value(recorded.figure)
    return f"Cần sửa, {you_short(person)} gửi lại tên đơn vị + số đúng, ví dụ: {sample(recorded.item, last)}"


def _verb(recorded: Recorded) -> str:
    if recorded.known:
        return "Đã có từ trước, giữ nguyên"
    return "Đã sửa" if recorded.before is not None else "Đã nhận"


def _figure(recorded: Recorded) -> Figure:
    assert recorded.figure is not None  # noqa: S101 - asked for a figure
    return recorded.figure


def is_computed(line: Standing, typed: str, *, enters: bool) -> str:
    """To who sent the ward's number: what it is made of, how far it is, what is missing."""
    kind, share = noun(one.item for one in line.shares), line.shares[0]
    how = (
        f"Gửi số của từng {kind}, ví dụ: {sample(share.item, last_value(share.figure))}"
        if enters
        else f"Số của {kind} nào chưa đúng, đề nghị {kind} đó gửi lại. Xem: LỊCH SỬ {line.item.key}"
    )
    said = f"{line.item.short_name} của phường tính từ số của từng {kind}; “{' '.join(typed.split())}” chưa được ghi."
    return "\n".join([said, of_ward(line), *lacking(line), how])


# --- what is asked -------------------------------------------------------------------------------------


def both_numbers_wanted(item: ItemView, person: PersonView) -> str:
    """A percentage of a ratio that is added up: the two numbers are needed."""
    return (
        f"{item.short_name}: tỷ lệ của phường tính từ tổng các đơn vị, nên cần đủ hai số. Số liệu chưa được ghi. "
        f"Đề nghị {you_short(person)} gửi số thực hiện và tổng số, ví dụ: {called(item)} 118/120"
    )
