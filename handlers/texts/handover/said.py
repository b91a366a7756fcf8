"""How people say that they hand over a post, or single items."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold

_NAMED = r"(?= (?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c)\b)"
FOR = re.compile(rf"\b(?:cho|sang(?: cho)?|qua cho|ve cho|(?:qua|ve){_NAMED})\b")
"""What stands between who gives and who takes, in folded words."""
NOT_OF_WORK = re.compile(
    r"(?:cac |cho )*(?:don vi|ho|nha|nguoi|dan|ba con|chu (?:dau tu|ho|nha)|cong ty|truong|to|khu|ben|thi cong|xa|phuong"
    r"|so|ubnd|hoi|doan)\b|.*\d"
)
"""How folded words begin of whom a house or a plot of land is handed over to."""
HANDS_OVER = re.compile(r"\b(?:(?P<sure>ban giao)|chuyen(?: giao)?(?: lai)?|giao lai|nhuong(?: lai)?)\b")
"""Folded words of who hands something over."""
LEADS = re.compile(
    r"^(?:(?:da|thua|bao cao|em|toi|minh|chau|xin|phep|xin phep|de nghi|duoc|muon|mong|cho|nay|hom nay|ke tu|tu|ngay"
    r"|se|can|[\d/.-]+)[ ,:.]+)*"
)
"""Folded words in front of what is handed over, or of the verb, that say nothing of it."""
TAKES = re.compile(
    r"(?:(?:phu trach|lam|thuc hien|theo doi|tiep nhan|nhan|tiep|dam nhiem|dam nhan|thay|giup|nhe|nha|a|di|voi"
    r"|duoc khong|dong chi)[ .,!?]*)*"
)
"""Folded words behind the name of who takes it."""
POST = re.compile(
    r"\b(?:chuc (?:vu|danh|trach)|vi tri|cong viec|cong tac|cac|nhung|cai|toan bo|tat ca|het|moi|ca|lai|chi(?! tieu)|phan"
    r"|dau viec|nhiem vu|chi tieu|viec|muc|ma|so|dang lam|dang phu trach|phu trach|la|va|cung|voi|dot nay|xin|de nghi|muon|mong|duoc|toi|em|minh|se)\b"
)
"""Folded words for everything that somebody answers for, and fillers between the names of single items."""
COUNT = re.compile(
    r"\b(?:(?P<digits>\d{1,2})|mot|hai|ba|bon|nam|may) (?=(?:chi tieu|nhiem vu|dau viec|viec|muc|ma)\b)"
)
"""How many are handed over, in front of them: "02 chỉ tiêu BHXH, BHYT"."""
REST_STAYS = re.compile(
    r"[ ,.;(]+(?:con )?(?:(?:cac|nhung|may|toan bo|tat ca) )*(?:chi tieu|nhiem vu|dau viec|viec|muc|phan|noi dung)? ?(?:khac|con lai)"
    r"(?: (?:cua (?:anh|chi|ong|ba|d/c|dong chi) \w+|thi|van|deu|cu|tam))* (?:giu(?: nguyen)?|nhu cu|khong (?:doi|thay doi)|de nguyen)\b[ \w.)!]*$"
)
""" "…, các việc khác giữ nguyên": nothing is handed over by it."""
_WITH_POST = re.compile(r"\b(?:chuc (?:vu|danh|trach)|vi tri)\b")
_ONLY_ITEMS = re.compile(r"\bchi\b(?! tieu)")
WHOSE = re.compile(r"\b(?:cua|do)\b")
OWN = re.compile(r"(?:toi|em|minh|chau|ca nhan|ban than|ca nhan toi)?(?: (?:dang )?phu trach)?")
AND = re.compile(r"[,;+&]|\b(?:va|cùng|và|với|cung|voi)\b", re.IGNORECASE)
ADDRESSED = re.compile(r"(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c)\b")
AROUND = " ,.;:-–"
_FROM = re.compile(r"\b(?:(?:ke|bat dau) )?(?:tu|ke tu|bat dau)(?: ngay)?\s*$|\bngay\s*$")
COMPLETE = re.compile(r"hoan (?:tat|thanh)\b\s*[:,]?\s*")
CALL_OFF = re.compile(r"(?:huy|bo|thoi)\b\s*")
CALLS_OFF = re.compile(
    r"(?:(?:thoi|huy|bo|khong|chua|tam dung|dung)[ ,]*)+(?:can |muon |viec )*ban giao(?: (?:nua|vu|lai|nay|do|di|nhe|a|dau))*"
)
"""Folded words, the whole of a message: "thôi chưa bàn giao nữa"."""
DROPS = re.compile(rf"{CALL_OFF.pattern}|{CALLS_OFF.pattern}")
"""The same of a hand-over that is still asked about."""
BESIDE_DAY = re.compile(
    r"(?:(?:ke|bat dau|tu|ngay|hom|la|thi|vao|cho|em|toi|sua|doi|lai|thanh|sang|nham|khong|phai|chu|moi dung|nhe|nha|a|thoi|di|luon)[ ,.!]*)*"
)
"""Folded words beside the day that was asked for."""
SETTLES = re.compile(r"(?:huy|bo|thoi) *|hoan (?:tat|thanh)\b.*")
"""What may be said of the hand-over that waits, without its number."""

FROM_FIRST = frozenset(("", "từ", "đầu"))
"""What stands in front of a week, month, quarter from whose first day on somebody takes over."""


def is_called(words: str) -> bool:
    """Tell "Minh", a name, from "mình": a capital, or no mark where other words have theirs."""
    name = words.strip(AROUND).split()[-1:]
    return name == ["Minh"] or (name == ["minh"] and not words.isascii())


def without_from(words: str) -> str:
    """Words in front of a day without their last "từ ngày"."""
    return words[: len(_FROM.sub("", fold(words)))]


def without_leads(words: str) -> str:
    """ "Xin NV-022" is "NV-022"."""
    leads = LEADS.match(fold(words))
    return words[leads.end() :] if leads else words


def how_whole(folded: str) -> bool | None:
    """With the post ("chức vụ"), without it ("chỉ đầu việc"), or it was not said."""
    if _WITH_POST.search(folded):
        return not _ONLY_ITEMS.search(folded)
    return False if _ONLY_ITEMS.search(folded) else None
