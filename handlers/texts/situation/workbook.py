"""The words of the Excel file: sheet names, columns, cells."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date, datetime
from decimal import Decimal

from bot.domain.percent import percent
from bot.domain.periods import Period
from bot.domain.reading.words import fold
from bot.domain.targets import Target
from db.ward_view import WardView
from handlers.situation.counts import Tallies
from handlers.situation.overview import Overview
from handlers.standings.comparing import Compared
from handlers.standings.last_year import last_value
from handlers.standings.standing import Standing
from handlers.texts.acting import source
from handlers.texts.common import capital, named
from handlers.texts.extensions.asked import last_state, mark
from handlers.texts.judging import TASK_WORDS, class_words, target_words
from handlers.texts.numbers import day, moment, places, weekday_day
from handlers.texts.periods import period_span
from handlers.texts.recurring import OFTEN
from handlers.texts.reporting.collecting import complete, waits
from handlers.texts.situation.short import figure
from handlers.texts.situation.totals import before_plan, is_before_plan
from handlers.texts.units import unit_of

INDICATORS = "Chỉ tiêu"
TASKS = "Nhiệm vụ"
_GIVEN = (("Người gửi", 24), ("Gửi lúc", 22))
_FIELD, _UNIT, _NOTE = ("Lĩnh vực", 22), ("Cơ quan chủ trì", 24), ("Ghi chú", 26)
OBJECTIVE = "nguyên nhân khách quan (đã xác nhận)"
INDICATOR_COLUMNS = (
    ("Mã", 9),
    ("Chỉ tiêu", 48),
    _FIELD,
    ("ĐVT", 11),
    ("Kế hoạch", 18),
    ("Mức giao (số)", 15),
    ("Thực hiện trong kỳ", 15),
    ("Thực hiện", 15),
    ("Số liệu (như đã báo)", 26),
    ("Đến ngày", 12),
    ("So với kế hoạch (%)", 12),
    ("Kỳ trước", 15),
    ("Cùng kỳ năm trước", 15),
    ("So với cùng kỳ (%)", 12),
    ("Đánh giá", 18),
    _UNIT,
    ("Phụ trách", 18),
    *_GIVEN,
    _NOTE,
)
SHARES = "Chi tiết đơn vị"
SHARE_COLUMNS = (
    ("Mã", 9),
    ("Chỉ tiêu", 30),
    ("Đơn vị", 30),
    ("ĐVT", 11),
    ("Chỉ tiêu giao", 14),
    ("Thực hiện", 15),
    ("Mẫu số", 11),
    ("Số liệu (như đã báo)", 26),
    ("Đến ngày", 12),
    ("So với chỉ tiêu giao (%)", 12),
    ("Đã gửi kỳ này", 14),
    ("Phụ trách", 18),
    *_GIVEN,
)
TASK_COLUMNS = (
    ("Mã", 9),
    ("Nhiệm vụ", 60),
    _FIELD,
    ("Hạn", 12),
    ("Tình trạng", 20),
    ("Tiến độ gần nhất", 34),
    _UNIT,
    ("Phụ trách", 18),
    *_GIVEN,
    _NOTE,
)


def title(ward: WardView, period: Period, now: datetime) -> str:
    return f"{ward.name}: tổng hợp {period_span(period)}, lập lúc {moment(now)}"


def below_title(found: Overview, ward: WardView, due: date | None) -> list[str]:
    """When the report goes upwards (`due`), and whether the plan came only after its period."""
    said = [f"Hạn gửi cấp trên: {weekday_day(due)}"] if due else []
    said += [capital(before_plan(ward))] if is_before_plan(found, ward) else []
    return [". ".join(said)] if said else []


def indicator_row(
    one: Standing, ward: WardView, beside: Compared, achieved: Decimal | None, note: str | None = None
) -> list[str | Decimal | int | None]:
    """An indicator against its plan: `achieved` within the period, and what it has come to altogether.

    `note`: how it was changed after the period had been closed.
    """
    item, row, then = one.item, one.figure, beside.year_before
    value = last_value(row)
    ratio = one.verdict.ratio if one.verdict else None
    return [
        item.key,
        item.name,
        _field(one, ward),
        one.target.unit if one.target else None,
        target_words(one.target) if not item.parts or item.collect else None,
        _number(one.target),
        achieved,
        value,
        figure(one) if not item.parts or item.collect else None,
        day(row.as_of) if row else None,
        places(ratio, 2) if ratio is not None else None,
        last_value(beside.before),
        then,
        places(percent(value, then), 2) if value is not None and then else None,
        class_words(one.verdict) if one.verdict else None,
        _unit(one, ward),
        named(ward.people.get(item.owner_id or 0)) if not item.parts or item.collect else None,
        *_given(one, ward),
        _note(one, note),
    ]


def _field(one: Standing, ward: WardView) -> str | None:
    heading = ward.fields.get(one.item.field or "")
    return heading.name if heading else None


def _unit(one: Standing, ward: WardView) -> str | None:
    """The unit in charge: the item's own, else that of who answers for it."""
    owner = ward.people.get(one.item.owner_id or 0)
    return ward.unit_name(one.item.unit_id or (owner.unit_id if owner else None))


def _number(target: Target | None) -> Decimal | None:
    """The plan as a number to calculate with; None for a range, a grade, what is not assigned."""
    if target is None:
        return None
    if target.reduce_low is not None:
        return target.reduce_low if target.reduce_low == target.reduce_high else None
    return target.value


def _given(one: Standing, ward: WardView) -> list[str | Decimal | int | None]:
    """Who said it and when; a collected indicator's value, the units that it is made of."""
    row = one.progress if one.item.is_task else one.figure
    if row is None:
        return [None, None]
    by = f"các đơn vị ({complete(one)})" if one.collected else source(row, ward)
    return [by.removesuffix(" gửi"), moment(row.at)]


def _sent(one: Standing, period: Period) -> str | None:
    """Whether a unit told of the period; nothing where it was not asked to, and has told of another one."""
    if one.figure is None or not one.reported:
        return f"chưa{waits(one)}"
    return f"có{waits(one)}" if one.period is not None or one.figure.as_of in period else None


def share_row(one: Standing, ward: WardView, period: Period) -> list[str | Decimal | int | None]:
    """A unit's share: what was assigned to it, what it gave, whether that is of the period and counts."""
    item, row, target = one.item, one.figure, one.target
    ratio = one.verdict.ratio if one.verdict else None
    whole = target.whole if target else None
    return [
        item.key,
        item.share_of,
        unit_of(item),
        target.unit if target else None,
        target.value if target else None,
        last_value(row) if row is None or row.numerator is None else row.numerator,
        row.denominator if row and row.denominator is not None else whole,
        figure(one),
        day(row.as_of) if row else None,
        places(ratio, 2) if ratio is not None else None,
        _sent(one, period),
        named(ward.people.get(item.owner_id or 0)),
        *_given(one, ward),
    ]


def _note(one: Standing, note: str | None) -> str | None:
    return "; ".join(filter(None, [OBJECTIVE if one.objective else None, note])) or None


def task_row(one: Standing, ward: WardView, note: str | None = None) -> list[str | Decimal | int | None]:
    item, row = one.item, one.progress
    last = None
    if row is not None:
        last = (
            f"{last_state(one)}, {day(row.at.date())}" + (f": {row.words}" if row.words else "") + mark(one)
        )
    return [
        item.key,
        item.name,
        _field(one, ward),
        _due(one),
        TASK_WORDS[one.task] if one.task else None,
        last,
        _unit(one, ward),
        named(ward.people.get(item.owner_id or 0)),
        *_given(one, ward),
        _note(one, note),
    ]


def _due(one: Standing) -> str | None:
    """The day that holds, with what was granted; of a task that comes back, how often it does."""
    if one.item.due_on is not None and one.due is not None:
        return day(one.due.date())
    return OFTEN[one.item.frequency] if one.item.recurring else None


COUNTS = "Theo cán bộ"
COUNT_COLUMNS = (
    ("Đơn vị", 34),
    ("Họ tên", 26),
    ("Tháng", 10),
    ("Báo cáo đến hạn", 11),
    ("Gửi đúng hạn", 11),
    ("Gửi quá hạn", 11),
    ("Chưa gửi", 11),
    ("Nhiệm vụ xong đúng hạn", 13),
    ("Nhiệm vụ xong quá hạn", 13),
    ("Nhiệm vụ quá hạn, chưa xong", 13),
    ("Trong đó có nguyên nhân khách quan (đã xác nhận)", 16),
    ("Đề nghị gia hạn", 11),
    ("Được gia hạn", 11),
)


def counts_heading(ward: WardView) -> str:
    """Of the plan's whole year, whatever period the file is of."""
    return f"{ward.name}: theo cán bộ, từng tháng của kế hoạch năm {ward.year}"


def count_rows(found: Tallies, ward: WardView) -> list[list[str | Decimal | int | None]]:
    """One row a person and month, by unit and name: no score, no rank."""
    people = {person_id: ward.who(person_id) for person_id, _month in found}
    rows = [
        [ward.unit_name(who.unit_id) or "", who.name, month, *astuple(found[person_id, month])]
        for person_id, month in found
        if (who := people[person_id]) is not None
    ]
    return sorted(rows, key=lambda row: tuple(fold(str(cell)) for cell in row[:3]))
