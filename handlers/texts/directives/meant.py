"""What is offered to a leader in whose words neither an order nor a question was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import cut, named

FEWEST = 5
"""Words; what is shorter gives no work."""
ASIDE = re.compile(
    r"\b(?:khong|ko|k|chua) (?:co |can |hoi |dinh )*(?:viec |chuyen |y )?gi (?:dau|ca|het)(?: (?:a|nhe|em|nha))*$"
    r"|^(?:(?:hom nay|nhan|nhan dip|nhan ngay|nhan dip ngay|nhan dip le|sang nay|sap|\d{1,2}[/.]\d{1,2}|ngay|le|em|a)[ ,]+)*(?:xin |gui loi )?chuc\b"
    r"|^(?:(?:da|u|roi|ok|duoc|vay|thoi|tot)[ ,.!]+)*(?:cam on|ghi nhan|chuc|hoan nghenh|bieu duong|khen|co len|tot lam)\b"
)
"""How folded words begin that ask for nothing."""
PRAISES = re.compile(
    r"\b(?:lam tot|tot lam|tot day|gioi lam|gioi day|lam (?:duoc|on|ok) (?:lam|day|do|phet)|duoc day|kha lam|dang khen|khen"
    r"|cu the (?:ma )?(?:duy tri|phat huy|lam)|tiep tuc phat huy|hoan nghenh|bieu duong|cam on|chuc mung|chuc (?:cac|moi|anh|chi|suc))\b"
)
"""Folded words that praise, thank or wish."""
BESIDE = re.compile(
    r"\b(?:(?<!nha )giao(?! vien| duc)|nho (?!moi)|phai|hay|cu nguoi|bao cao|gui|nop|truoc (?:ngay|thu|\d)|han|xong)\b|\?|\b(?:chua|bao nhieu|the nao|may|sao|ai|nao|nhat|xep hang|so voi)\b"
)
"""Folded words beside that order or ask."""
AWAY = re.compile(
    r"\b(?<!cac )(?<!moi )(?:toi|tui|minh|anh|chi) (?:se |phai |dang )?(?:di|nghi(?! la| rang| can| nen| phai)|vang|ban|co (?:lich )?hop|(?:du )?hop|cong tac|tap huan)\b"
    r"(?!.*\b(?:giao|cho|nho|bao)\b)"
)
"""Folded words that tell of oneself, and give nothing to anybody."""
_SPEAKS = r"\b(?:toi|tui|minh|anh|chi)\b(?: (?:se|phai|dang|lai|o|co))*"
NOT_NOW = re.compile(
    rf"{_SPEAKS} (?:hop|lich hop|ban|tiep (?:dan|doan|khach)|kin lich|lai xe|ve que|di (?!kiem tra|xem)|khong nghe may"
    r"|tren (?:quan|tinh|thanh pho|thanh uy|so)\b|moi (?:ve|doc|xem|nghe|tra loi))"
)
"""Folded words of who speaks and cannot be reached now."""
REACHED = re.compile(
    r"\b(?:co (?:gi|chi|viec gi|van de gi)|viec gi|gap|ai (?:can|trinh|gap|hoi))\b(?: \S+){0,4}? (?:nhan|goi|hoi|bao|de|qua|lien he|alo|gap)\b"
    r"|\b(?:dung|khoi) goi\b|\bkhong nghe may\b|\bmoi (?:doc|xem|tra loi|nghe)\b|\blat (?:nua )?(?:tra loi|goi)\b"
)
"""The same of how, or when, he can be."""
ORDERED = re.compile(r"\b(?:giao|phai|nop|xong|han|bao cao|kiem tra|chuan bi)\b|\?")
GIVE = "Giao thành việc"
STATE = "Xem tình hình"


def which(words: str) -> str:
    said = cut(" ".join(words.split()), 120)
    return (
        f"Trợ lý chưa rõ ý đồng chí: “{said}”. Chưa ghi và chưa gửi đến ai.\n"
        "Kính đề nghị đồng chí chọn, hoặc nhắn: GIAO + người + việc + hạn."
    )


WHO_THEN = re.compile(
    r"\bai (?:phu trach|lam|theo doi|lo|quan)\b(?P<what>[^?.!]*?)(?: (?:nhi|vay|the|ha|a|day|do))*[?.!]\s*(?P<order>(?:lam|lap|soan|chuan bi|cho|len|gui|bao|viet|tham muu|xay dung|ra)\b.{8,})$"
)
"""Folded words that ask who does something, and order it in the next sentence."""


def in_charge(items: Sequence[tuple[ItemView, PersonView]]) -> str:
    said = "; ".join(f"{item.key} {item.short_name} do {named(owner)} phụ trách" for item, owner in items)
    return f"{said}. Chưa giao việc và chưa gửi đến ai."


def says_away(words: str) -> bool:
    """True of "tôi đi cơ sở"; not of "tôi nghĩ …"."""
    return AWAY.search(fold(words)) is not None and "nghĩ" not in words.lower()


def says_not_now(words: str) -> bool:
    """True of "sáng mai tôi họp, có gì nhắn Lan": no leave, no order, no question."""
    folded = fold(words)
    return all(one.search(folded) for one in (NOT_NOW, REACHED)) and ORDERED.search(folded) is None


def away() -> str:
    """Being away without a substitute is no leave that is kept."""
    return "Trợ lý chưa ghi đồng chí vắng ngày nào và chưa báo đến ai. Cần người thay: NGHỈ + từ ngày đến ngày + NHỜ + tên."


def work_of(person: PersonView) -> str:
    return f"Xem việc của {named(person)}"
