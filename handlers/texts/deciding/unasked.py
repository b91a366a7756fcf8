"""A leader decides what nobody has asked for, or takes back what he has not ordered: heard, and told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import cut, named, you
from handlers.texts.numbers import short_day

_OPENS = r"^(?:(?:u|uh|uhm|um|ok|oke|vang|thoi|roi|vay|duoc|dc|the|a|chi|toi|anh|minh|em|tui)[ ,.]+)*"
_DAY = r"(?:het )?(?:ngay )?(?:\d{1,2}\b|thu |mung |cuoi |mai\b|hom |tuan |thang |chu nhat|cn\b)"
DECIDES = re.compile(
    rf"{_OPENS}(?:(?:khong|ko|k|chua) )?(?:dong y|duyet|nhat tri|chap thuan|thong qua)\b(?!.*\b(?:chua|bao gio|khi nao)\b)"
    rf"|{_OPENS}(?:(?:khong|ko|k) )?cho (?:phep )?(?:lui|gia han|hoan|them)\b"
    rf"|\b(?:khong|ko|k) (?:cho )?(?:lui|gia han)\b"
)
"""How folded words decide."""
REFUSES = re.compile(
    rf"{_OPENS}(?:tu choi|bac)(?=(?: (?:nhe|nha|di|luon|thoi|em|het))*(?:[,.:]|$)| (?:de nghi|don|yeu cau|xin|viec xin|gia han|khong)\b)"
    r"(?!.*\b(?:sy|si|tiep nhan|ho so|lich|thang)\b)"
    rf"|{_OPENS}(?:khong|ko|k|kg|hong) (?:duoc|dc)\b.*\b(?:han (?:cu|do|cu ma)|dung han|han nao)\b"
    r"|\b(?:cu|giu|giu nguyen|theo|van)(?: (?:dung|y|nguyen|theo))* han cu\b|\bgiu nguyen (?:thoi )?han\b|\bhan nao (?:thi )?nop han (?:do|ay|nay)\b"
    rf"|{_OPENS}(?:khoi|dung) xin\b.*\bhan\b"
)
"""Folded words that refuse what somebody asks for, or would."""
GIVES_TIME = re.compile(
    rf"\b(?:lui|gia han|khat|hoan|doi)(?: (?:lai|han|cho|thoi|them|duoc|phep))* .{{0,40}}?\b(?:den|toi|qua|sang|them)\b"
    rf"|\bxin\b.{{2,40}}\b(?:chi|thi|thoi)\b.{{0,12}}\bcho\b|{_OPENS}cho .{{2,40}} (?:den|toi) {_DAY}"
    r"|\blui (?:han )?cho\b.{2,40}\bthem\b"
)
"""Folded words that give somebody more time."""
PUTS_OFF = re.compile(r"\b(?:lùi|lui|gia han|gia hạn|khất|hoãn|dời|cho|doi|xin)\b")
"""One of these as typed: "xây lụi", "đội", "đời" put nothing off."""
OTHER_DAY = re.compile(
    r"\b(?:len som hon|keo (?:len )?som|som hon)\b.*\d|\bthay vi (?:ngay )?\d|\b(?:sua|doi)(?: lai)? (?:thoi )?han\b"
    r"|\bhan\b.{2,60}\bkhong phai\b.{1,12}\bma la\b"
)
"""Folded words that set another day than the one that holds."""
NEW_DAY = re.compile(r"\b(?:ma la|chi cho|chi duoc|doi (?:thanh|sang|qua)|sua (?:thanh|la))\b")
OLD_DAY = re.compile(r"\bthay vi\b")
"""Behind the one, and in front of the other, stands the day that is to hold."""
BARE_DAY = re.compile(r"(?<=\bden |\btoi )(?=\d{1,2}(?: *$|[ ,.](?!\d|/)))")
MOVES_MEETING = re.compile(
    r"\b(?:hop|giao ban|hoi nghi|hoi y|sinh hoat)\b.{0,40}\b(?:lui|doi|hoan|chuyen)\b(?: (?:sang|den|toi|qua|lai|lich))+"
)
"""Folded words that put off a meeting."""
RETURNS = re.compile(
    rf"{_OPENS}tra (?:lai|ve) (?:(?:cai|ban|bai) )?(?:bc|bao cao|ket qua|ho so|ban|van ban|du thao|so)\b"
)
"""How folded words send back what was handed in."""
WITHDRAWS = re.compile(
    r"\b(?:rut lai|rut|thu hoi|huy|bo)\b.{0,20}\b(?:viec|cai|chi dao|y kien|nhiem vu)\b[^,.;]*\b(?:giao|noi|bao|luc nay)\b"
    r"|\b(?:cai |viec |chi dao )+(?:(?:toi|anh|chi|minh|tui|hom qua|hom truoc) )*giao\b.*\b(?:bo di|bo luon|thoi|huy|khoi|khong can)\b"
    r"|^(?:(?:thoi|em|lan|u|uh|a)[ ,]+)*(?:cai |viec |chi dao |nhiem vu )+(?:\w+ ){0,6}?giao\b.*\b(?:bo di|bo luon|huy di|huy luon|khoi lam|khong lam nua|khong can lam nua|thoi khong lam)(?=(?: (?:nhe|nha|em|luon|a|thoi|giup|cho|toi))*(?: *[,.;!]|$))"
    r"|^(?:(?:thoi|em|lan|u|uh|a)[ ,]+)*(?:bo|huy|xoa|rut) (?:cai |luon )*(?:viec|nhiem vu|vu) (?!(?:rieng|do|nay|kia)\b)(?:\w+ ){1,8}?(?:di|luon|nhe|nha)(?=(?: (?:nhe|nha|em|luon|a|thoi|giup|cho|toi))*(?: *[,.;!]|$))"
    r"|\b(?:rut (?:lai )?y kien)\b"
    r"|^(?:(?:thoi|em|lan|u|uh|a)[ ,]+)*(?:huy|thu hoi|rut|rut lai) (?:cai |luon )*(?:chi dao|lenh|viec da giao)\b(?! (?:cua )?(?:tinh|thanh pho|trung uong|cap tren|so)\b)"
    r"|\b(?:viec|vu|cai|chi dao)\b.{0,60}?\b(?:giao|bao|nho)\b[^,.;]{0,50}\b(?:thoi khong can|khong can (?:lam )?nua|thoi khong lam|(?<!khong )dung lai|khoi nua|thoi khoi)\b"
    r"|^(?:.{1,20} )?(?:khoi |khong (?:can |phai )+)(?:lam|nop|bao cao|gui|len)\b.*\b(?:nua|luon|di|nhe|nha|gop)\b"
)
"""Folded words that take back an order."""
CHANGES_GIVEN = re.compile(
    r"\b(?:cai|viec|chi dao)\b.{0,24}\bgiao\b.*\b(?:doi (?:lai|sang|qua|cho)|chuyen (?:lai|sang|qua|cho)|giao lai)\b"
)
"""Folded words that give to another what was ordered before."""
ASKS = re.compile(r"\?\s*$|\b(?:chua|duoc khong|dc khong|the nao|ra sao|bao gio)[ .!]*$")


def nothing_waits(reader: PersonView, of: Sequence[PersonView]) -> str:
    whose = f" của {' hoặc '.join(map(named, of))}" if of else ""
    return (
        f"Hiện không có đề nghị nào{whose} đang chờ ý kiến {you(reader)}; chưa thay đổi và chưa gửi đến ai."
    )


def what_waits(head: str) -> str:
    return f"{head}\nĐang chờ ý kiến, chọn để xem và quyết định:"


def which_is_meant(head: str, day: date) -> str:
    return f"{head}\nĐặt hạn {short_day(day)} cho mục nào? Kính đề nghị đồng chí chọn, hoặc nhắn: mã + HẠN MỚI + {day:%d/%m/%Y}"


def how_to_set(head: str) -> str:
    return f"{head}\nĐổi hạn một nhiệm vụ: mã + HẠN MỚI + ngày"


def set_day(item: ItemView, day: date) -> str:
    return f"{item.key} {cut(item.short_name, 50)}: đặt hạn {short_day(day)}"


def nothing_to_return(of: Sequence[PersonView]) -> str:
    whose = f" của {' hoặc '.join(map(named, of))}" if of else ""
    return (
        f"Hiện không có báo cáo, kết quả nào{whose} đang chờ xác nhận để trả lại; chưa gửi đến ai.\n"
        "Cần bổ sung, kính đề nghị đồng chí chọn, hoặc nhắn: GIAO + người + nội dung + hạn"
    )


REPLACED = re.compile(
    r"(?:[.;\n]|,(?= *(?:thay|doi)\b)) *(?P<rest>(?:thay|doi|chuyen|ma|giao|lam)\b.{6,})", re.DOTALL
)
"""What is to be done instead, behind what is taken back."""


def not_given(words: str) -> str:
    """Of an order beside: it is given by itself."""
    return f"“{cut(' '.join(words.split()), 80)}”: chưa giao đến ai; giao mới: GIAO + người + việc + hạn."


def nothing_given(to: Sequence[PersonView], kept: ItemView | None) -> str:
    whom = f" cho {' hoặc '.join(map(named, to))}" if to else ""
    stays = f" {kept.key} {kept.short_name} giữ nguyên." if kept is not None else ""
    return f"Không có việc nào đồng chí giao{whom} qua trợ lý mà chưa xong; không thay đổi gì, chưa gửi đến ai.{stays}"


def hand(item: ItemView, person: PersonView) -> str:
    return f"{item.key} {cut(item.short_name, 50)}: {named(person)} chủ trì"


def hands(item: ItemView, person: PersonView) -> str:
    """As it would be typed."""
    return f"{item.key} giao {person.name}"


def which_withdrawn() -> str:
    return "Việc nào đã giao? Chưa thay đổi gì. Kính đề nghị đồng chí chọn:"


def withdraw(item: ItemView) -> str:
    return f"Hủy {item.key} {cut(item.short_name, 50)}"


def sets_day(item: ItemView, day: date) -> str:
    """As it would be typed."""
    return f"{item.key} hạn mới {day:%d/%m/%Y}"


def cancels(item: ItemView) -> str:
    return f"hủy {item.key}"


DAY = "ngày "
SEE = "Xem"
