"""How a leader wants something done and names nobody for it: folded words."""

from __future__ import annotations

import re

_AHEAD = (
    r"(?:(?:em|e|lan|bot|tro ly|oi|nay|nhe|da|u|uh|ok|the|vay|thoi|roi|a|nho|giup(?: toi)?|ho toi|phai(?! (?:xong|co))|hay|de nghi|yeu cau|cho|di"
    r"|toi (?:can|muon|de nghi|yeu cau)|khan(?: truong| cap)?|gap|hoa toc|ngay|mai|(?:chieu|sang|trua|toi) (?:nay|mai)|hom nay"
    r"|(?:dau |cuoi )?(?:tuan|thang) (?:nay|sau|toi)|trong tuan|cuoi (?:tuan|thang)|thu (?:hai|ba|tu|nam|sau|bay|\d)|truoc \S+)[ ,:.!-]+)*"
)
_DEED = (
    r"ra (?:soat|lai|het|tung|may|cac|nhung|xem|so)|chuan bi|lam (?:cai|mot|1|ban|bao cao|bc|ke hoach|to trinh|ho so|danh sach|bang"
    r"|viec voi|ro|luon|gap|ngay|giup|cho toi|sach|dut diem)|dep(?! qua| lam| day| that)|don (?:dep|sach|rac|ve|via|duong|het|cho|quang|lai)"
    r"|giai toa|thao do|xu ly|giai quyet|cuong che|tuan tra|ra quan|soan|viet|lap|len (?:ke hoach|phuong an|danh sach|lich|kich ban)"
    r"|xay dung (?:ke hoach|phuong an|de an|bao cao)|day nhanh|day manh|tang cuong|tap trung|to chuc|trien khai|hoan thanh|hoan thien"
    r"|khac phuc|chan chinh|xac minh|nam (?:tinh hinh|lai|chac)|khao sat|van dong|tuyen truyen|tham muu|de xuat|lien he|bo tri|sap xep"
    r"|thu xep|thong bao (?:cho|den|toi)|cu nguoi|xu li|xly|phai (?:xong|co)|phoi hop voi|doi chieu|quyet toan|sua chua|sua lai|quet don|phun|cat tia|nao vet|lap dat|lap lai|xem lai(?= giup)|coi lai(?= giup)"
)
_ASKED_TOO = (
    r"kiem tra|kiem dem|thong ke|tong hop|cap nhat|gui|nop|trinh|bao cao|bc|can(?: co)?|xem lai|lam|lay"
)
_BEGINS = r"(?:^|[,;.!:\n] *|\b(?:thi|nen|de|roi) )"
DEED = re.compile(rf"{_BEGINS}{_AHEAD}(?:{_DEED})\b|{_BEGINS}{_AHEAD}chot (?!so\b|ky\b|lai so\b|lieu\b)")
"""A clause begins so when something is to be done; nobody asks the assistant for it."""
ASKED_TOO = re.compile(rf"{_BEGINS}{_AHEAD}(?:{_ASKED_TOO})\b")
"""A clause begins so when something is to be done or shown: only a day by which makes it an order."""
BY_THEN = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|tre nhat|han) (?!do\b|day\b|mat\b|tien\b|khi\b)"
    r"|\b(?:sang|trua|chieu|toi(?= (?:nay|mai))|mai|thu (?:hai|ba|tu|nam|sau|bay|\d)|hom nay)\b(?: \w+){0,3}? (?:bao|bc|gui|nop|trinh|toi (?:can|hop|xem|ky)|can|hop|phai co)\b"
    r"|\b(?:bao|bao cao|gui|nop|trinh)(?: lai| cho)* (?:toi|tui|minh|anh|chi|co|chu)\b.*\b(?:sang|trua|chieu|toi (?:nay|mai)|thu (?:hai|ba|tu|nam|sau|bay|\d)|hom nay|mai|\d+ ?(?:h|gio))\b"
    r"|\b(?:xong|co) (?:trong|truoc|cham nhat)\b"
)
"""By when it is to be there."""
ASKS = re.compile(
    r"\?|\b(?:the nao|ra sao|bao nhieu|bao gio|khi nao|(?:toi|den) dau|o dau|tai sao|vi sao|la gi)\b|\bai (?:chua|con|dang|phu trach|lam|lo)\b"
    r"|\b(?:chua|khong|ko|k|nhi|ha|sao|gi)(?: (?:roi|vay|the|a|em|ta|day))*[ .!]*$"
)
TOLD = re.compile(
    r"\b(?:da|vua|dang|moi) (?:duoc )?(?!nguoi|ngay|tuan|thang)\w+.*\b(?:roi|xong)[ .!]*$|\b(?:xong|duoc) (?:ca |het )?roi\b"
    r"|\b(?:hom qua|hom truoc|hom no|tuan truoc|bua truoc|vua roi)\b.*\b(?:bao|noi|xong|roi)\b|\bcam on\b|\bvat va\b|\bsap toi (?:toi|minh) \b"
    r"|^(?:chac|co le|hinh nhu|nghe noi|neu|dan|ba con|thanh pho|tinh|cap tren)\b"
)
"""What was done or said, what may be: nothing is ordered by it."""
JUDGES = re.compile(
    r"\b(?<!cho )(?:kho|cham|lau|tot|vat va|tre|dung|phuc tap|duoc)(?: (?:lam|qua|that|day|the|ghe|phet|nhi))*[ .!]*$|\broi (?:thi|la|nhi)\b"
)
"""What is thought of it; by no day it is not ordered."""
CHANGES = re.compile(
    r"\b(?:huy|rut lai|thu hoi|doi han|lui han|gia han|tam dung|thoi khong|bo viec|phu trach thay|nghi phep|ban giao)\b"
)


def wants(folded: str) -> bool:
    """True of "rà lại mấy chỗ lấn chiếm, báo tôi thứ 4"; not of what was done, asked or only talked of."""
    if ASKS.search(folded) or TOLD.search(folded) or CHANGES.search(folded):
        return False
    timed = BY_THEN.search(folded) is not None
    if DEED.search(folded) is not None:
        return timed or JUDGES.search(folded) is None
    return timed and ASKED_TOO.search(folded) is not None
