"""The words of /lichsu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from bot.domain.targets import from_json
from db.item_view import ItemView
from db.models import Figure, Progress, TargetRow
from db.ward_view import WardView
from handlers.texts.acting import source
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount, count, day, moment, short_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import figure_words
from handlers.texts.told import told

SHOWN = 24


def usage() -> str:
    return "Xem lịch sử: LỊCH SỬ + tên hoặc mã chỉ tiêu. Ví dụ: LỊCH SỬ BHXH"


def indicator(
    item: ItemView,
    rows: Sequence[Figure],
    ward: WardView,
    marks: Mapping[int, str],
    sent: Mapping[int, datetime],
    gained: Mapping[int, Decimal],
    given: Sequence[TargetRow],
) -> str:
    """Every figure; `marks` are said of some of them, by their id, when they were `sent` where that was before
    they were recorded, what was `gained` in the period; which targets were `given`, if more than one.
    """
    lines = [f"Lịch sử {item.key} {item.short_name} (kế hoạch {target_words(item.target_on(ward.today))}):"]
    lines += [_given(row) for row in given] if len(given) > 1 else []
    if not rows:
        lines.append("Chưa có số liệu.")
    lines += _earlier(len(rows))
    for row in rows[-SHOWN:]:
        said = figure_words(row, item.target_on(row.as_of))
        said += f" – “{more}”" if (more := told(row)) else ""
        note = (", số ước" if row.estimate else "") + (" (sửa)" if row.corrects_id else "")
        note += marks.get(row.id, "")
        note += f"; trong kỳ {_gained(gained[row.id], item, row)}" if row.id in gained else ""
        lines.append(
            f"- {period_words(row.period)}, đến {short_day(row.as_of)}: {said}{note} – {_by(row, ward, sent.get(row.id, row.at))}"
        )
    return "\n".join(lines)


def taken_back(by: Figure | Progress) -> str:
    """What is said of what its sender took back; why, where its period was closed, or where it went."""
    return f" (đã rút {moment(by.at)}{f'; lý do: “{by.words}”' if by.words else ''})"


def _given(row: TargetRow) -> str:
    """A target, since when it holds, by which document."""
    dated = f" ngày {day(row.document_date)}" if row.document_date else ""
    by = f" ({row.document}{dated})" if row.document else ""
    target = from_json(row.spec)
    phased = f", phân kỳ {count(len(target.phased))} mốc" if target.phased else ""
    return f"- kế hoạch từ {day(row.valid_from)}: {target_words(target)}{phased}{by}"


def year_before(item: ItemView, year: int) -> str:
    """How to see what the plan before had of it."""
    return f"Năm {year}: LỊCH SỬ {item.key} NĂM {year}"


def _gained(value: Decimal, item: ItemView, row: Figure) -> str:
    target = item.target_on(row.as_of)
    return amount(value, target.unit if target else None)


def _earlier(rows: int) -> list[str]:
    return [f"(không hiện {count(rows - SHOWN)} dòng cũ hơn)"] if rows > SHOWN else []


def _by(row: Figure, ward: WardView, at: datetime) -> str:
    said = source(row, ward)
    return said if ward.who(row.entered_by_id) is None else f"{said} {moment(at)}"
