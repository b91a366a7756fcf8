"""The words of an order that presses what is there: whose it is, whether its day becomes the deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.directives.draft import Draft
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import deadline, short_day
from handlers.texts.reporting.said import sample

KEEP = "Giữ hạn, chỉ đôn đốc"
NEITHER = "Không đôn đốc"


def set_label(due: datetime) -> str:
    return f"Đặt hạn {short_day(due.date())}"


def which_due(one: Standing, due: datetime, draft: Draft) -> str:
    item = one.item
    now = f"hạn hiện tại {deadline(one.due)}" if one.due and one.period is None else "hiện không có hạn riêng"
    return (
        f"“{cut(draft.words, 160)}”: {item.key} {item.short_name} {now}. "
        f"Đặt hạn mới {deadline(due)}? Chưa thay đổi và chưa gửi đến ai.\nKính đề nghị đồng chí chọn:"
    )


def owned_by_another(item: ItemView, ward: WardView) -> str:
    owner = named(ward.people.get(item.owner_id or 0))
    return f"{item.key} do {owner} phụ trách. Đổi người: GIAO {item.key} CHO + tên."


def by_period(item: ItemView) -> str:
    kind = "việc định kỳ" if item.is_task else "chỉ tiêu"
    return f"{item.key} là {kind}, hạn theo kỳ báo cáo; hạn giữ nguyên."


def frequency_kept(item: ItemView) -> str:
    """The order says how often: of what is there already, that stands in the plan."""
    return f"Kỳ báo cáo của {item.key} giữ nguyên; đổi kỳ trong tệp kế hoạch (báo Văn phòng)."


def not_yours_to_set(item: ItemView, deciders: Sequence[PersonView]) -> str:
    who = f" do {named(deciders[0])} quyết định" if deciders else " do Chủ tịch quyết định"
    return f"Hạn của {item.key}{who}; hạn giữ nguyên."


def kept(one: Standing) -> str:
    return f"Hạn giữ nguyên: {deadline(one.due)}." if one.due else "Hạn giữ nguyên."


def left_alone(item: ItemView) -> str:
    return f"{item.key} giữ nguyên; chưa gửi đôn đốc đến ai."


def over(due: datetime) -> str:
    return f"{capital(deadline(due))} đã qua; hạn giữ nguyên, chưa gửi đến ai."


def due_set(one: Standing, due: datetime, told: PersonView | None, *, own: bool, reached: bool) -> str:
    was = f" (trước đây {short_day(one.due.date())})" if one.due and one.period is None else ""
    said = f"Đã đặt hạn {one.item.key} {one.item.short_name}: {deadline(due)}{was}."
    if told is None:
        return f"{said} Đầu việc chưa phân công nên chưa báo đến ai."
    if own:
        return said
    return f"{said} {capital(named(told))} {'đã được báo.' if reached else 'chưa liên kết trò chuyện nên chưa được báo.'}"


def told_due(one: Standing, due: datetime, draft: Draft, reader: PersonView, giver: PersonView) -> str:
    """To who answers for the item."""
    item = one.item
    was = f" (trước đây: {short_day(one.due.date())})" if one.due and one.period is None else ""
    return (
        f"[Đôn đốc] Kính gửi {you(reader)}: {you(giver)} chỉ đạo về {item.key} “{item.short_name}”: "
        f"“{cut(draft.words, 200)}”.\nHạn mới: {deadline(due)}{was}.\n"
        f"Đề nghị {you_short(reader)} cập nhật tiến độ. Ví dụ: {sample(item, None)}"
    )
