"""What is heard of targets, in folded words."""

from __future__ import annotations

import re

DOCUMENT = re.compile(
    r"(?:\s|^)(?:theo\s+)?((?:QĐ|QD|Quyết định|Quyet dinh|NQ|Nghị quyết|Nghi quyet|(?:KH|Kế hoạch|Ke hoach)(?!\s+(?:(?:cấp|cap|trên|tren|được|duoc)\s+)*giao\b)"
    r"|CV|Công văn|Cong van|TB|Thông báo|Thong bao)\b.*|(?:số|so)\s+\d+\s*/.*)$",
    re.IGNORECASE,
)
"""The document at the end of the words: "QĐ 12/QĐ-UBND ngày 05/11/2026"."""
DATED = re.compile(r"^(.*?)[,;]?\s+ng[àa]y\s+(.+)$", re.IGNORECASE)
SINCE = re.compile(
    r"[,;]?\s+(?:(?:áp dụng|ap dung|có hiệu lực|co hieu luc|hiệu lực|hieu luc)\s+)?(?:kể |ke )?t[ừu]\s+"
    r"(?:ng[àa]y\s+)?(\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?|\d{1,2}-\d{1,2}-\d{4}|đầu năm|dau nam)\s*$",
    re.IGNORECASE,
)
"""The day at the end of the words from which the target holds: "áp dụng từ 1/12"."""
OF_YEAR = re.compile(r"\b(?:(?:cho|cua|ke hoach|trong|tu) )*nam (?P<year>20\d\d)\b")
"""Folded words for the year of whose plan a target is: "năm 2027"."""
OF_ASSIGNED = re.compile(
    r"(?:(?:dat )?(\d{1,3}(?:[.,]\d+)?) ?% ?(?:so voi |cua )?|\btheo )"
    r"(?:(?:chi tieu|so|ke hoach|kh|muc|phan|cap|tren|duoc|da|thanh pho|tinh|quan doi|tp) )*giao\b"
)
"""Folded words for a part of what the level above assigns: "100% chỉ tiêu trên giao"."""
COUNTED = re.compile(r"(?:là |thành )?(\d[\d.,]*) ?(%|\D+?)")
"""A number and what it is counted in."""
RATE_ALONE = re.compile(r"(?:dat )?(\d{1,3}(?:[.,]\d+)?) ?%")
_TARGET = r"(?:chi tieu|so giao|ke hoach(?: giao)?|muc (?:giao|tieu))"
CHANGES = re.compile(
    r"(?:(?:em|toi|xin|(?:kinh )?de nghi|van phong) )*"
    r"(?:(?:dieu chinh|nang|ha|tang|giam|dat|doi|thay doi|giao)(?: (?:lai|tang|giam))?) "
    rf"{_TARGET}\b(?: (?:cua|ve|cho)\b)?"
)
"""Folded words that begin another target, not a result."""
EITHER = re.compile(rf"(?:(?:em|chi|toi|giao)(?: \w+){{0,3}} )?dat(?: duoc)? {_TARGET}\b")
"""Typed without marks, "đạt chỉ tiêu" and "đặt chỉ tiêu" look the same."""
GIVEN_BY = re.compile(
    r"(?:(?:thanh pho|tp|tinh|trung uong|cap tren|tren|ubnd|hdnd|so|nam nay|phuong|duoc|da|moi|vua) )*"
    r"giao(?: (?:cho|phuong|xuong|them|moi|chi tieu|so|du toan|ta|minh))* "
)
"""Folded words in front of a target: who assigned it."""
BY_DOCUMENT = re.compile(
    r"\b(?:theo|can cu) (?:qd|quyet dinh|nq|nghi quyet|cv|cong van|tb|thong bao)(?: so)? ?\d"
)
"""From who sets targets a number by a document is rather a target."""
CHANGED_TO = re.compile(
    r"\b(?:doi|thay doi|dieu chinh)(?: (?:lai|tang|giam))? (?:thanh|len|xuong|ve|con|la)\b(?=\D{0,12}\d)"
)
"""From who sets targets and reports for others "… đổi thành 3 hộ" may be either."""
OF_RESULT = re.compile(r"\b(?:nhap (?:thay|ho|giup)|so lieu|ket qua|thuc hien|bao cao|han)\b")
OF_TARGET = re.compile(r"\b(?:chi tieu|giao|ke hoach|muc tieu|nghi quyet|quyet dinh|nq|qd)\b")
OF_FORECAST = re.compile(r"\b(?:du kien|uoc|uoc dat|phan dau|co the dat|kha nang|quyet tam)\b")
"""Folded words beside a number that is the plan's; beside one that is only expected."""
MENDS = re.compile(rf"(?:sua|chinh sua|chinh)(?: lai)? {_TARGET}\b")
"""From who sets targets; an official's corrects what he reported."""
ADDS = re.compile(r"(?:them|bo sung|tao|bo|bo bot|xoa|huy|loai bo)(?: (?:mot|1))? chi tieu\b")
MENDS_LEAD = re.compile(
    r"(?:(?:a|o|ah|da|thoi|xin loi|nham|nham roi|go nham|khong|ko|chua dung|sai|sai roi|sua|sua lai|nhap lai|ghi lai|y la|y em la"
    r"|phai la|dung ra|dung la|la|thanh|so giao|chi tieu|so dung|moi dung|theo|can cu)\b[ ,.:;]*)+"
)
"""Folded words in front of what mends it."""
NOT_BUT = re.compile(
    r"[ ,]*(?:chu )?(?:khong|ko|k|cha) phai (?:la )?\d[\d.,]*(?: ?(?:%|\w+))?(?: (?:ma|dau|nhe|a))?(?: la)?"
    r"|[ ,]*moi (?:dung|phai)(?: (?:nhe|a))?"
)
""" "… chứ không phải 280" beside the number that is meant."""
NUMBER_ALONE = re.compile(
    r"(?:(?:tren|duoi|hon|khong (?:qua|duoi|tren)|it nhat|toi da|tu|khoang|dat|len|xuong|[<>≥≤]=?) ?)*"
    r"\d[\d.,]*(?: ?(?:%|ty|ti|tr|trieu|nguoi|ho|lao dong|vu|xa|truong|cong dan|(?!va\b|chua\b|con\b)[a-z]+)){0,2}"
    r"(?: tro (?:len|xuong))?(?: (?:nhe|a|nha|thoi))*"
)
ASSIGNS = re.compile(
    r"(?:\b(?:nam nay|nam 20\d\d|thanh pho|tp|tinh|cap tren|tren|hdnd|ubnd|phuong|da|duoc|chi tieu|so|la) )*"
    r"\bgiao\b(?! quan)(?: (?:cho|phuong|minh|ta|la|chi tieu|so|xuong|moi))*"
)
"""Folded words that say of a number that it was assigned, with by whom."""
IS_RESULT = re.compile(
    r"\d ?/ ?\d|\b(?:dat|thuc hien|ket qua|bao cao|nhap (?:thay|ho|giup))\b|\bgiao (?:cho )?(?:anh|chi|dong chi|phong|don vi)\b"
)
"""Folded words beside a number that is rather a result, or work that is given."""
PARTS = re.compile(r"[;\n]|,(?!\d)|\s(?:và|va|còn|con)\s", re.IGNORECASE)
"""Between the indicators of one document."""
_UNDATED = re.compile(r"(?<!ngày)(?<!ngay)(?<!Ngày)[ ,(]+(\d{1,2}/\d{1,2}/\d{4})\)?$")


def with_day(document: str) -> str:
    """The document with "ngày" in front of its day, where that is said without: "NQ 45/NQ-HĐND 12/12/2025"."""
    return _UNDATED.sub(r" ngày \1", document)
