"""The words of QUÁ HẠN and CHỈ TIÊU: one line an item, what needs somebody's eye first."""

from __future__ import annotations

from datetime import date

from bot.domain.verdict import CLASSES
from db.ward_view import WardView
from handlers.situation.overview import Overview
from handlers.standings.standing import Standing
from handlers.texts.common import capital, in_text
from handlers.texts.numbers import count, past_day
from handlers.texts.situation import indicator_counts, short_item

LISTED = 20


def overdue(found: Overview, ward: WardView, *, presses: bool, asks: bool) -> str:
    """Tasks past their day, those past an intermediate one, then reports past theirs, the oldest first."""
    late = [one for one in found.missing if one not in found.overdue]
    rows = [*found.overdue, *found.late_stones, *sorted(late, key=lambda one: one.due or found.now)]
    scope = found.scope or in_text(ward.name)
    if not rows:
        return f"{capital(scope)}: không có mục nào quá hạn. Trả lời TÌNH HÌNH để xem chung."
    lines = [f"{capital(scope)}: quá hạn {count(len(rows))} mục."]
    lines += [f"- {short_item(one, ward)}{_since(one, ward.today)}" for one in rows[:LISTED]]
    if len(rows) > LISTED:
        lines.append(f"- … và {count(len(rows) - LISTED)} mục khác: trả lời CHƯA BÁO CÁO.")
    key = rows[0].item.key
    how = [f"Đôn đốc: ĐÔN ĐỐC {key}"] if presses else [f"Xem: TÌNH HÌNH {key}"]
    lines.append("; ".join([*how, *([f"yêu cầu giải trình: GIẢI TRÌNH {key}"] if asks else [])]))
    return "\n".join(lines)


def _since(one: Standing, today: date) -> str:
    return (
        f"; hạn {past_day(one.due.date(), today)}"
        if one.missing and one.due and one.task != "overdue"
        else ""
    )


def indicators(found: Overview, ward: WardView) -> str:
    """Every line of the plan with its class, what needs somebody's eye first."""
    rows = [one for one in found.all.values() if one.item.parent not in found.all and one.verdict is not None]
    order = {cls: place for place, cls in enumerate(CLASSES)}
    rows.sort(key=lambda one: order[one.verdict.cls] if one.verdict else 0)
    lines = indicator_counts(found)
    lines += [f"- {short_item(one, ward)}" for one in rows[:LISTED]]
    if len(rows) > LISTED:
        lines.append(f"- … và {count(len(rows) - LISTED)} chỉ tiêu khác: TÌNH HÌNH + tên lĩnh vực.")
    if rows:
        lines.append(f"Xem một chỉ tiêu: TÌNH HÌNH {rows[0].item.key}")
    return "\n".join(lines)
