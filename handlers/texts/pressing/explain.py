"""The words of /giaitrinh: a leader asks why, the owner answers, an objective reason is confirmed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from db.item_view import ItemView
from db.models import Explanation
from db.ward_view import PersonView, WardView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import count, hour, moment, short_day, weekday_day
from handlers.texts.situation.short import short_item

REQUESTS = re.compile(r"/?(?:yeu cau|de nghi)\b")
OF_UNIT = re.compile(
    r"(?:yeu cau|de nghi|bao|nhac|chi dao|giao|cho)\s+(?P<who>.+?)\s+(?:phai |can |co |lam )?(?:bao cao )?giai trinh\b"
    r"[ :,]*(?:ve |viec |vi sao )?(?P<what>.+)"
)
"""Folded words of who asks a unit to explain."""
AND = re.compile(r"(?:va|,|cung|&)\s+(?=\S)")
"""What stands between several items of which an explanation is asked."""
ORDERED = re.compile(r"giai trinh\b[ :,]*(?:ve )?")
EXPLAINS = re.compile(
    r"(?:(?:em|toi|anh|chi) |(?:(?:em|toi|anh|chi) )?(?:xin|xin phep|xin duoc|bao cao) )giai trinh\b"
    r"[ :,]*(?:nhu sau\b[ :,]*)?"
)
"""How folded words begin of who explains without the bare command."""
SIGNS = re.compile(r"[;\n]|[,.](?!\d)")
"""What may stand between an explanation and a figure."""
BECAUSE = re.compile(r"(?:vi|do|tai|boi|ly do|nguyen nhan)\b")
ABOUT = re.compile(r"^(?:(?:ve|viec|cho|chi tieu|nhiem vu|muc) )+")
"""What may stand between GIẢI TRÌNH and the name of the item."""
UNTIL = "đến"
BEFORE = re.compile(r"(?:den|truoc|cham nhat|trong|han|ngay|hom|mai|chieu|sang|thu|t\d|cn|\d)")
"""How folded words begin that name a day."""
LISTED = 12
CONFIRM = "Ghi nhận nguyên nhân khách quan"
QUOTED = re.compile(r"“(?P<said>.+)”\s*$", re.DOTALL)
NO_ITEM = re.compile(
    r"(?:(?:di|ngay|gap|ro|luon|cho|toi|anh|chi|minh|nhe|nha|xem|som|viec|nay|cai|do|muc)[ ,]*)*(?P<until>(?:truoc|den|trong|cham nhat|han|chieu|sang|trua|mai|hom|thu|\d).{1,30})?"
)
"""Folded words behind GIẢI TRÌNH that name no item."""
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


def asked(
    item: ItemView, row: Explanation, of: PersonView, to: PersonView | None, at: time | None = None
) -> str:
    """To who asks: `to` got it, `of` himself or who acts for him; `at` is the hour that was named."""
    due = f"{f'{hour(at)}, ' if at else ''}{weekday_day(row.due_on)}"
    if to is None:
        return (
            f"Đã ghi yêu cầu giải trình {item.key} {item.short_name}, hạn {due}. "
            f"{capital(named(of))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
        )
    return (
        f"Đã gửi {named(to)}{_in_place_of(of, to)} yêu cầu giải trình {item.key} {item.short_name}, hạn {due}. "
        "Có trả lời, trợ lý báo ngay."
    )


def _in_place_of(of: PersonView, to: PersonView) -> str:
    return f" (thay {named(of)})" if of.id != to.id else ""


def until(day: date, at: time | None) -> str:
    """The day and the hour of an order, as /giaitrinh reads them."""
    return f"{UNTIL} {f'{at:%Hh%M} ngày ' if at else ''}{day:%d/%m/%Y} "


def before(at: time | None, words: str) -> str:
    """The hour that a leader names, unless his words tell it; the day has a place of its own."""
    if at is None or re.search(rf"(?<!\d)0?(?:{at.hour}|{at.hour - 12})(?:\s*(?:h|g|giờ)|:)", words):
        return ""
    return f"trước {hour(at)}"


def request(one: Standing, row: Explanation, ward: WardView, by: str, of: PersonView) -> str:
    """`by`: who asks, in whose place."""
    item = one.item
    words = f"\nNội dung cần rõ: “{row.words}”." if row.words else ""
    return (
        f"[Giải trình] {capital(by)} đề nghị {you(of)} giải trình, hạn {weekday_day(row.due_on)}:\n"
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


def say_obstacle(item: ItemView) -> str:
    """To who explains what nobody asked about."""
    return (
        f"{nothing_asked(item)} Nội dung chưa được ghi. "
        f"Có khó khăn cần báo cáo lãnh đạo, trả lời: VƯỚNG {item.key} + lý do."
    )


def as_obstacle(item: ItemView) -> str:
    return f"Ghi là vướng mắc của {item.key}"


def only_leaders_ask(item: ItemView, owner: PersonView | None) -> str:
    """`owner`: whom the reader may press."""
    press = f" Nhắc {named(owner)}: ĐÔN ĐỐC {owner.given_name}." if owner else ""
    return f"Yêu cầu giải trình {item.key} {item.short_name} do lãnh đạo phụ trách đề nghị; chưa gửi yêu cầu nào.{press}"


def not_yours_to_ask(item: ItemView, deciders: Sequence[PersonView]) -> str:
    return f"Yêu cầu giải trình {item.key} {item.short_name} do {charge(deciders)} đề nghị; chưa gửi yêu cầu nào."


def charge(deciders: Sequence[PersonView]) -> str:
    return " hoặc ".join(named(one) for one in deciders[:2]) or "lãnh đạo phụ trách"


def receipt(item: ItemView, row: Explanation, readers: Sequence[PersonView], *, reached: bool) -> str:
    names = ", ".join(named(one) for one in readers) or named(None)
    carried = f"và chuyển {names}" if reached else f"({names} chưa liên kết trò chuyện)"
    return (
        f"Đã ghi nhận giải trình {item.key} {item.short_name} {carried}: “{cut(row.answer or '', 200)}”.\n"
        f"Cần bổ sung, gửi lại: GIẢI TRÌNH {item.key} + nội dung."
    )


def delivered(
    one: Standing, row: Explanation, ward: WardView, reader: PersonView, *, late: bool, with_file: bool
) -> str:
    item = one.item
    who = ward.people.get(row.answered_by_id or 0)
    after = f" (sau hạn {short_day(row.due_on)})" if late else ""
    file = f"Có ảnh, tệp gửi kèm: MINH CHỨNG {item.key}\n" if with_file else ""
    return (
        f"Kính báo cáo {you(reader)}: {named(who)} giải trình {item.key} {item.short_name}{after}:\n"
        f"“{cut(row.answer or '', 1000)}”\n{file}"
        f"Nếu do khách quan, trả lời: GIẢI TRÌNH {item.key} KHÁCH QUAN; nếu không: GIẢI TRÌNH {item.key} KHÔNG KHÁCH QUAN."
    )


def confirm_label(item: ItemView) -> str:
    return f"{item.key}: {CONFIRM[0].lower()}{CONFIRM[1:]}"


def unknown() -> str:
    return "Trợ lý không tìm thấy yêu cầu giải trình này."


def waiting_list(
    rows: Sequence[tuple[ItemView, Explanation]],
    marked: Sequence[tuple[ItemView, Explanation]],
    ward: WardView,
    today: date,
) -> str:
    """To who asks which explanations are still to come; then the reasons that were found to be objective."""
    lines = [
        f"Đang chờ giải trình {count(len(rows))} mục:"
        if rows
        else "Không có yêu cầu giải trình nào đang chờ trả lời."
    ]
    lines += [
        f"- {item.key} {item.short_name}: {named(ward.people.get(row.asked_of_id))}, "
        f"{named(ward.people.get(row.asked_by_id))} đề nghị, hạn {short_day(row.due_on)}"
        f"{' [quá hạn]' if row.due_on < today else ''}"
        for item, row in rows[:LISTED]
    ]
    lines += [f"- … và {count(len(rows) - LISTED)} mục khác."] if len(rows) > LISTED else []
    if marked:
        names = "; ".join(f"{item.key} {item.short_name}" for item, _row in marked)
        lines.append(f"Nguyên nhân khách quan đã ghi nhận ({count(len(marked))}): {names}.")
    return "\n".join(lines)


def line(row: Explanation, ward: WardView) -> str:
    """What stands under an item that is looked at: the last explanation."""
    who = ward.who(row.answered_by_id or row.asked_of_id)
    if row.answer is None and row.asked_of_id not in ward.people:
        return f"Giải trình: {named(who)} đã thôi công tác, chưa trả lời; hạn {short_day(row.due_on)}."
    if row.answer is None:
        return f"Giải trình: đang chờ {named(who)}, hạn {short_day(row.due_on)}."
    when = short_day(row.answered_at.date()) if row.answered_at else ""
    by = ward.people.get(row.objective_by_id or 0)
    confirmed_by = f" Nguyên nhân khách quan: {named(by)} ghi nhận." if by else ""
    return f"Giải trình ({named(who)}, {when}): “{cut(row.answer, 160)}”.{confirmed_by}"
