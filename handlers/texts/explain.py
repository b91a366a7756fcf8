"""The words of /giaitrinh: a leader asks why, the owner answers, an objective reason is confirmed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from db.item_view import ItemView
from db.models import Explanation
from db.ward_view import PersonView, WardView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import count, moment, short_day, weekday_day
from handlers.texts.situation import short_item

OBJECTIVE = re.compile(r"(?:do |la |ghi nhan )?(?:nguyen nhan )?khach quan\b")
"""Folded words with which a leader confirms an objective reason."""
AND = re.compile(r"(?:va|,|cung|&)\s+(?=\S)")
"""What stands between several items of which an explanation is asked."""
CONFIRMS = re.compile(
    r"(?:xac nhan|ghi nhan|cong nhan|dong y)?(?: la| do)? ?(?:nguyen nhan )?khach quan(?: cho| doi voi| cua| voi)? "
)
"""How folded words begin with which a leader confirms one, the item behind."""
ORDERED = re.compile(r"giai trinh\b[ :,]*(?:ve )?")
EXPLAINS = re.compile(
    r"(?:em |toi |anh |chi )?(?:xin|xin phep|xin duoc|bao cao) giai trinh\b[ :,]*(?:nhu sau\b[ :,]*)?"
)
"""How folded words begin of who explains without the bare command."""
ABOUT = re.compile(r"^(?:(?:ve|viec|cho|chi tieu|nhiem vu|muc) )+")
"""What may stand between GIẢI TRÌNH and the name of the item."""
UNTIL = "đến"
BEFORE = re.compile(r"(?:den|truoc|han|ngay|hom|mai|chieu|sang|thu|t\d|cn|\d)")
"""How folded words begin that name a day."""
CONFIRM = "Ghi nhận nguyên nhân khách quan"
HINDERS = re.compile(r"(?:(?:dang|bi|con|van|em|hien) )*(?:vuong(?: mac)?|kho khan)\b(?! gi)")
"""How folded words begin that tell of an obstacle."""
AROUND = " ,.;:-–"
GIVES_REASON = re.compile(r"\b(?:nen|chua|khong (?:gui|kip|co|lam|thu|nop)|cham|thieu|kip)\b")
"""Beside a leave, in folded words: it may be told as the reason."""


def explains_or_leaves(item: ItemView) -> str:
    return f"Nội dung này là giải trình {item.key} {item.short_name} hay báo nghỉ? Chưa ghi gì. Đề nghị chọn:"


def is_explanation(item: ItemView) -> str:
    return f"Giải trình {item.key}"


def days_away(first: date, last: date) -> str:
    """As /nghi takes them: "17/11/2026 đến 20/11/2026"."""
    return f"{first:%d/%m/%Y}" + (f" đến {last:%d/%m/%Y}" if last > first else "")


def take_leave(days: str) -> str:
    return f"Báo nghỉ {days}".strip()


def how_to_take_leave(days: str) -> str:
    return f"Chưa ghi giải trình. Báo nghỉ, trả lời: NGHỈ {days or '+ ngày'} nhờ + tên người thay"


def usage(*, asks: bool) -> str:
    if asks:
        return (
            "Yêu cầu giải trình: GIẢI TRÌNH + mã đầu việc + ngày (nếu có) + nội dung cần rõ. "
            "Ví dụ: GIẢI TRÌNH CT07b đến 25/11"
        )
    return (
        "Trả lời yêu cầu giải trình: GIẢI TRÌNH + mã đầu việc + nội dung. Hiện không có yêu cầu nào đang chờ."
    )


def owed(rows: Sequence[tuple[ItemView, Explanation]], ward: WardView) -> str:
    lines = [f"Đang chờ giải trình {count(len(rows))} mục:", *_rows(rows, ward)]
    return "\n".join([*lines, f"Trả lời: GIẢI TRÌNH {rows[0][0].key} + nội dung"])


def among_work(rows: Sequence[tuple[ItemView, Explanation]], ward: WardView, today: date) -> list[str]:
    """The same in /viec, with what is past its day."""
    if not rows:
        return []
    lines = _rows(rows, ward)
    late = [" [quá hạn]" if row.due_on < today else "" for _item, row in rows]
    return [
        f"Đang chờ giải trình {count(len(rows))} mục (GIẢI TRÌNH + mã + nội dung):",
        *(line + mark for line, mark in zip(lines, late, strict=True)),
    ]


def _rows(rows: Sequence[tuple[ItemView, Explanation]], ward: WardView) -> list[str]:
    return [
        f"- {item.key} {item.short_name}: {named(ward.people.get(row.asked_by_id))} đề nghị, hạn {short_day(row.due_on)}"
        for item, row in rows
    ]


def which(waiting: int) -> str:
    return f"Đang chờ giải trình {count(waiting)} mục; nội dung này chưa được ghi. Đề nghị chọn mục được giải trình:"


def nobody(item: ItemView) -> str:
    return f"{item.key} {item.short_name} chưa có người phụ trách; chưa gửi yêu cầu. Giao bằng: PHÂN CÔNG {item.key} + tên"


def own_item(item: ItemView) -> str:
    return f"{item.key} {item.short_name} do chính đồng chí phụ trách; chưa gửi yêu cầu nào."


def past_day(day: date) -> str:
    return f"Ngày {short_day(day)} đã qua; chưa gửi yêu cầu. Ví dụ: GIẢI TRÌNH CT07b đến 25/11"


def asked_already(item: ItemView, row: Explanation, of: PersonView | None) -> str:
    return (
        f"{capital(named(of))} đã được đề nghị giải trình {item.key} {item.short_name} lúc {moment(row.asked_at)}, "
        f"hạn {weekday_day(row.due_on)}; đang chờ trả lời."
    )


def asked(item: ItemView, row: Explanation, of: PersonView, to: PersonView | None) -> str:
    """To who asks: `to` got it, `of` himself or who acts for him."""
    if to is None:
        return (
            f"Đã ghi yêu cầu giải trình {item.key} {item.short_name}, hạn {weekday_day(row.due_on)}. "
            f"{capital(named(of))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
        )
    return (
        f"Đã gửi {named(to)}{_in_place_of(of, to)} yêu cầu giải trình {item.key} {item.short_name}, hạn {weekday_day(row.due_on)}. "
        "Có trả lời, trợ lý báo ngay."
    )


def _in_place_of(of: PersonView, to: PersonView) -> str:
    return f" (thay {named(of)})" if of.id != to.id else ""


def request(one: Standing, row: Explanation, ward: WardView, by: PersonView, of: PersonView) -> str:
    item = one.item
    words = f"\nNội dung cần rõ: “{row.words}”." if row.words else ""
    return (
        f"[Giải trình] {capital(named(by))} đề nghị {you(of)} giải trình, hạn {weekday_day(row.due_on)}:\n"
        f"{short_item(one, ward)}{words}\n"
        f"Trả lời ngay bằng một tin nhắn, hoặc: GIẢI TRÌNH {item.key} + nội dung."
    )


def content(item: ItemView, row: Explanation, person: PersonView) -> str:
    return (
        f"Giải trình {item.key} {item.short_name}, hạn {short_day(row.due_on)}: "
        f"đề nghị {you_short(person)} gửi nội dung bằng một tin nhắn."
    )


def nothing_asked(item: ItemView) -> str:
    return f"Không có yêu cầu giải trình nào về {item.key} {item.short_name} đang chờ trả lời."


def receipt(item: ItemView, row: Explanation, by: PersonView | None, *, reached: bool) -> str:
    carried = f"và chuyển {named(by)}" if reached else f"({named(by)} chưa liên kết trò chuyện)"
    return (
        f"Đã ghi nhận giải trình {item.key} {item.short_name} {carried}: “{cut(row.answer or '', 200)}”.\n"
        f"Cần bổ sung, gửi lại: GIẢI TRÌNH {item.key} + nội dung."
    )


def delivered(one: Standing, row: Explanation, ward: WardView, reader: PersonView, *, late: bool) -> str:
    item = one.item
    who = ward.people.get(row.answered_by_id or 0)
    after = f" (sau hạn {short_day(row.due_on)})" if late else ""
    return (
        f"Kính báo cáo {you(reader)}: {named(who)} giải trình {item.key} {item.short_name}{after}:\n"
        f"“{cut(row.answer or '', 1000)}”\n"
        f"Nếu do khách quan, trả lời: GIẢI TRÌNH {item.key} KHÁCH QUAN."
    )


def confirm_label(item: ItemView) -> str:
    return f"{item.key}: {CONFIRM[0].lower()}{CONFIRM[1:]}"


def nothing_to_confirm(item: ItemView) -> str:
    return f"{item.key} {item.short_name} chưa có giải trình nào để ghi nhận nguyên nhân khách quan."


def unknown() -> str:
    return "Trợ lý không tìm thấy yêu cầu giải trình này."


def confirmed_before(item: ItemView, row: Explanation, by: PersonView | None) -> str:
    when = f" lúc {moment(row.objective_at)}" if row.objective_at else ""
    return (
        f"{capital(named(by))} đã ghi nhận nguyên nhân khách quan đối với {item.key} {item.short_name}{when}."
    )


def confirmed(item: ItemView, of: PersonView | None, *, reached: bool) -> str:
    knows = f" Đã báo {named(of)}." if reached else ""
    return f"Đã ghi: {item.key} {item.short_name} có nguyên nhân khách quan.{knows}"


def told_confirmed(item: ItemView, by: PersonView) -> str:
    return f"{capital(named(by))} ghi nhận nguyên nhân khách quan đối với {item.key} {item.short_name}. Hạn và số liệu không thay đổi."


def line(row: Explanation, ward: WardView) -> str:
    """What stands under an item that is looked at: the last explanation."""
    who = ward.people.get(row.answered_by_id or row.asked_of_id)
    if row.answer is None:
        return f"Giải trình: đang chờ {named(who)}, hạn {short_day(row.due_on)}."
    when = short_day(row.answered_at.date()) if row.answered_at else ""
    by = ward.people.get(row.objective_by_id or 0)
    confirmed_by = f" Nguyên nhân khách quan: {named(by)} ghi nhận." if by else ""
    return f"Giải trình ({named(who)}, {when}): “{cut(row.answer, 160)}”.{confirmed_by}"
