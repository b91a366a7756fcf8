"""What is heard in words that name no item: that they tell something, ask for it, or may say what hinders."""

from __future__ import annotations

import re

from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import fold

TELLS = re.compile(
    r"\d|\b(?:roi|xong|da|van|het|duoc|dc|vua|moi|dang|chua|r)\b"
    r"|\b(?:hang|giai|huy chuong|hc) (?:nhat|nhi|ba|tu|vang|bac|dong|khuyen khich)\b|\bvo dich\b"
)
HAPPENED = re.compile(
    r"\b(?:roi|xong|da|het|vua|moi|dang|r)\b(?! (?:gi|nao|chua|dau))"
    r"|\b(?:nhac|kiem tra|ktra|lap bb|lap bien ban|ra quan|don|dep|tang|tham|phat|to chuc|mo|cap|trao)"
    r" (?:duoc |them )?\d"
)
"""Folded words beside a name that tell what happened, or goes on."""
REQUESTS = re.compile(
    r"\?|\b(?:cho (?:em|anh|chi|minh) (?:xin|hoi|muon)|xin (?:mau|file|so dien thoai)|neu|cam on)\b"
)
KEPT = re.compile(r"\b(?:van|giu|duy tri|cong nhan lai)\b")
_RECOGNISED = re.compile(r"\bduoc (?:\w+ ){0,4}cong nhan\b|\bcong nhan dat\b|\b(?:qd|quyet dinh) cong nhan\b")
_NOT_YET = re.compile(r"\b(?:chua|sap|cho(?! (?:minh|ta|phuong minh|don vi)\b)|dang|neu|de nghi|ho so)\b")
NONE_OF = re.compile(r"\b(?:khong|ko|k|hk|hong|chua co)\b(?: \w+){1,6} nao\b")
""" "Không có công dân nào đến phản ánh": nothing that hinders."""
MAY_HINDER = re.compile(
    r"\b(?:thiếu|hỏng|hư|lỗi|(?<!xen )kẹt|nhờ|đề nghị|xin|kiến nghị|vướng|khó|trễ|sợ)\b"
    r"|\b(?:thieu|(?<!xen )ket|de nghi|xin|vuong|kho khan)\b"
    r"|\b(?:chưa|chua) (?:\w+ ){0,2}(?:cấp|chịu|duyệt|về|cap|chiu|duyet)\b"
)
"""Small letters as typed; where nothing was heard that hinders, it is asked whether this does."""
BEGS = re.compile(
    r"\W*(?:(?:em|e|nen|rat|kinh|phuong|tui) )*(?:de nghi|xin|nho|kien nghi|mong|can|de xuat)\b"
)
"""How a clause begins that begs help of somebody."""
SOMEBODY_DOES = re.compile(
    r"\W*ben (?:\w+ ){1,4}?(?:chua|dang|moi|bao|gui|chot|tra|se|hen|noi|con|van|keu|khong)\b(?!.*\d)"
)
"""How a clause begins that tells what others do, "bên BHXH chưa chốt": whatever they are called, no item."""
STAFF = re.compile(r"\d+ (?:\w+ ){0,3}vien\b")
""" "28 hòa giải viên" are people, and no share of what they do."""
STATES = frozenset(
    listed(
        "da | dang | van | con | chua | lam | xong | thuc | hien | hoan | thanh | dat | on | dinh | duy | tri"
    )
)
"""Folded words that tell how far something is, and of what nothing."""
PEOPLE = "người"
AUDIENCE = re.compile(
    r"\b(?:tap huan|tuyen truyen|tu van|du|nghe|moi|goi|hoi|nhac|phat|tang|tham|ra soat|kiem tra|ghi ten"
    r"|dang ky|so tuyen|kham|ho tro|cho|ky|hop)\b(?: \w+){0,4}? ?\d"
    r"|\d[\d.]* (?:\w+ ){0,2}(?:du|nghe|ghi ten|dang ky|tham gia hoi|toi nghe)\b"
)
"""Numbers of those to whom something was done: no count of the item unless the person says so."""
TOTAL = re.compile(r"\b(?:tong|luy ke|lk|cong don|don lai)\b(?: \w+){0,5}? ?\d")
""" "Tổng người tham gia giờ là 207": how many there are by now."""
SHARE = re.compile(r"\d[\d.,]*(?: ?/ ?\d| ?%)")
_BARE = 6
ENDS_IN_NUMBER = re.compile(r"\d(?: ?%| \w+)?\W*$")
OF_PLAN = re.compile(r"\b(?:giao|du toan|ke hoach|kh|chi tieu)\b")

FIRST_WORDS = 4
"""Among so many first words of a clause its item is spoken of, where it is another than before."""
TURNS = re.compile(r"^(?:(?:va|con|rieng|ngoai ra|them nua|trong (?:do|day|so do|so day|so)) )+")
DETAIL = re.compile(r"^(?:trong (?:do|day|so do|so day|so)|rieng|gom|chu yeu|bao gom)\b")
TOPIC_FIRST = re.compile(r"^(?:\w+ ){1,4}?thi\b|^(?:\w+ ?){1,4}:")
""" "Rác thì …", "chi: …": what the clause is about, said first."""

NO_BACKLOG = re.compile(
    r"\b(?:khong|ko|k|kg|hk|hong|chua|het)(?: con)?(?: co)? ton(?: dong)?\b(?! \d)"
    r"|\bton(?: dong)? ?[:=]? ?(?:0\b|khong$)"
)
AROUND_BACKLOG = frozenset(listed("nao | gi | con | thi | la | cai | het | roi | a | nhe | nay | thang | ky"))
""" "Không tồn đơn nào": what else a clause may say of a backlog without calling it."""


def is_recognised(folded: str) -> bool:
    """ "Được công nhận đạt chuẩn", and not "hồ sơ công nhận", "chưa được công nhận"."""
    return _RECOGNISED.search(folded) is not None and _NOT_YET.search(folded) is None


def is_bare(text: str) -> bool:
    """ "Hộ gia đình thể thao 35": a name and a number, which are no words of how it goes."""
    return len(text.split()) <= _BARE and ENDS_IN_NUMBER.search(fold(text)) is not None
