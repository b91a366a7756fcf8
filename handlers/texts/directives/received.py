"""The words around ĐÃ NHẬN and Ý KIẾN."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot.domain.workdays import WARD_ZONE
from db.item_view import ItemView
from db.models import Directive
from db.ward_view import PersonView, WardView
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import moment

ALL = "Tất cả"
AROUND = " ,.;:-–"
RECEIVED = re.compile(
    r"(?:da |xin |em |toi |e |vang |da )*(?:da nhan|nhan viec|ro|da ro|nhan duoc|nhan ro|tiep nhan)"
    r"(?: (?:viec|duoc|roi|r|a|nhiem vu|chi dao|anh|chi|dong chi|thua|em|va|se|trien khai|thuc hien))*"
    r"(?: (?P<code>nv[ -]?\d{1,4})| (?P<all>tat ca|het))?"
)
"""Folded words, the whole of a message."""
HEARD = re.compile(
    r"(?!.*\b(?:lam|trien khai|thuc hien) (?:roi|xong))(?:(?:vang|da|u|uh|ok|oke|oki|okie|okay|okey|duoc|dc|yes)\b[ ,.!]*)+"
    r"(?:(?:roi|r|nhe|nha|a|ah|em|e|toi|anh|chi|sep|bac|chu|co|chau|dong chi|thua|lam|trien khai|thuc hien|se|xin|nhan|ngay"
    r"|luon|biet|hieu|hoan thanh dung han)\b[ ,.!]*)*"
)
"""Folded words, the whole of a message, that say "đã nhận" right below an order, and nothing elsewhere."""
SAYS_OPINION = re.compile(r"(?:em |toi |xin |co )*y kien\b[ :,]*")

ASKS_TIME = re.compile(
    r"\b(?:xin|de nghi|cho|mong|nho)(?: \w+){0,4}? (?:lui|doi|chuyen|gia han|gian|keo dai|hoan|den|sang|them)\b"
    r"|\b(?:lui|doi|gian|gia) han\b"
)
"""Folded words of an opinion that asks for another day."""


def nothing_waits(person: PersonView) -> str:
    return f"Không có nhiệm vụ mới nào đang chờ {you(person)} trả lời. Trả lời VIỆC để xem đầu việc."


def not_yours(item: ItemView, ward: WardView) -> str:
    owner = named(ward.people.get(item.owner_id or 0))
    return f"{item.key} {item.short_name} do {owner} phụ trách; trợ lý chưa ghi gì."


def which(person: PersonView) -> str:
    return f"Có nhiều nhiệm vụ đang chờ {you(person)} trả lời. Đề nghị chọn:"


def received(items: Sequence[ItemView], beside: Sequence[str]) -> str:
    """The receipt; `beside` is what becomes of what waited."""
    names = "; ".join(f"{item.key} {item.short_name}" for item in items)
    how = f"Báo tiến độ, ví dụ: {items[0].key} 50% đang thực hiện. Có khó khăn: VƯỚNG + lý do."
    return "\n".join([f"Đã ghi: đã nhận {names}.", *beside, how])


def received_before(item: ItemView, at: datetime) -> str:
    return f"{item.key} đã được ghi là đã nhận lúc {moment(at.astimezone(WARD_ZONE))}."


def which_opinion(item: ItemView, person: PersonView) -> str:
    return f"Đề nghị {you_short(person)} gửi ý kiến về {item.key} {item.short_name}, trợ lý chuyển ngay đến người giao. Ví dụ: xin bổ sung Trạm Y tế phối hợp"


def opinion_kept(item: ItemView, giver: PersonView | None, *, reached: bool) -> str:
    if giver is None:
        carried = "người giao không còn công tác tại phường; đề nghị báo Văn phòng."
    elif reached:
        carried = f"đã chuyển {named(giver)}."
    else:
        carried = f"{named(giver)} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
    return f"Đã ghi ý kiến về {item.key} {item.short_name}; {carried} Trong khi chờ, việc và hạn giữ nguyên."


def delivered(item: ItemView, words: str, by: PersonView, reader: PersonView) -> str:
    """The opinion, put before who gave the order."""
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Kính gửi"
    return (
        f"{opening} {you(reader)}: {named(by)} có ý kiến về {item.key} “{item.short_name}”: “{cut(words, 400)}”.\n"
        f"Việc và hạn giữ nguyên khi chưa có chỉ đạo khác. Đổi hạn: {item.key} phải xong trước + ngày."
    )


def line(row: Directive, ward: WardView) -> str:
    """One line about an order, for who looks at the item."""
    giver = ward.who(row.given_by_id)
    whose = "Chỉ đạo" if giver is not None and giver.has("chair", "leader") else "Giao việc"
    head = f"{whose}: {named(giver)}, {moment(row.at.astimezone(WARD_ZONE))}: “{cut(' '.join(row.words.split()), 160)}”"
    if row.made:
        by = ward.who(row.accepted_by_id)
        took = (
            f"{named(by)} đã nhận {moment(row.accepted_at.astimezone(WARD_ZONE))}"
            if row.accepted_at
            else "chưa trả lời đã nhận"
        )
        head = f"{head}; {took}"
    said = f" Ý kiến: “{cut('; '.join(row.opinion.splitlines()), 160)}”." if row.opinion else ""
    return capital(f"{head}.{said}")
