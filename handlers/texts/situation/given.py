"""The words of the list of a leader's own orders."""

from __future__ import annotations

from collections.abc import Sequence

from db.models import Directive
from db.ward_view import PersonView, WardView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, you
from handlers.texts.numbers import count, short_day
from handlers.texts.situation.short import short_item

LISTED = 20


def given(orders: Sequence[tuple[Standing, Directive]], ward: WardView, person: PersonView) -> str:
    """One line a task: how it stands, the day of the newest order, whether it was received."""
    if not orders:
        return f"{capital(you(person))} chưa có chỉ đạo nào được ghi trong thời gian này. Giao việc: GIAO + người + việc + hạn"
    late = sum(one.task == "overdue" for one, _row in orders)
    done = sum(one.reported for one, _row in orders)
    head = f"{capital(you(person))} đã giao, đôn đốc {count(len(orders))} nhiệm vụ: đã xong {count(done)}, quá hạn {count(late)}."
    lines = [head, *(f"- {short_item(one, ward)}; {_order(row)}" for one, row in orders[:LISTED])]
    if len(orders) > LISTED:
        lines.append(f"- … và {count(len(orders) - LISTED)} nhiệm vụ khác.")
    lines.append(
        f"Xem một nhiệm vụ: TÌNH HÌNH {orders[0][0].item.key}; đôn đốc: ĐÔN ĐỐC {orders[0][0].item.key}"
    )
    return "\n".join(lines)


def _order(row: Directive) -> str:
    day = short_day(row.at.date())
    if not row.made:
        return f"chỉ đạo {day}"
    return f"giao {day}, {'đã nhận' if row.accepted_at else 'chưa trả lời đã nhận'}"
