"""How everybody and everything is asked about, in folded words: who sent, who has most, what nobody has, what
rose, by when.
"""

from __future__ import annotations

import re

_ASKED = r"(?:(?:cho hoi|cho biet|cho xem|xem|liet ke|hien|hien nay|the|con|co|dang|da) )*"
_TAIL = r"(?: (?:khong|ko|k|chua|roi|vay|the|a|ha|nhi|day|nhe|nua|nao|gi|nhat|ta|di|voi))*"
_ITEMS = r"(?:viec|cong viec|nhiem vu|dau viec|chi tieu|muc|cai)"
_PLACES = r"(?:ai|can bo nao|nguoi nao|dong chi nao|don vi nao|phong nao|to nao|bo phan nao)"
_DAY = r"(?:hom qua|hom nay|sang nay|chieu nay|tuan nay|tuan truoc|thang nay|thang truoc|ky nay)"
_SENT = r"(?:gui|nop|bao cao)(?: (?:so lieu|so|bao cao|tien do|gi|du|day du|xong|dung han|len))*"

DAYS_NAMED = re.compile(r"\b(?:hom (?:qua|nay)|(?:sang|chieu) nay|tuan (?:nay|truoc))\b")

WHEN = re.compile(
    r"\b(?:khi nao|bao gio|luc nao|(?:ngay|hom) (?:nao|may)|may gio|bao lau|may ngay|bao nhieu ngay)\b|^han\b|\bmay$"
)
SENDS = re.compile(r"\b(?:nop|gui|bao cao)\b")
DUE_WORDS = frozenset(
    [
        "khi",
        "nao",
        "bao",
        "gio",
        "luc",
        "ngay",
        "hom",
        "may",
        "lau",
        "nhieu",
        "han",
        "cuoi",
        "chot",
        "thoi",
        "nop",
        "gui",
        "so",
        "lieu",
        "cao",
        "thang",
        "nay",
        "ky",
        "quy",
        "nam",
        "tuan",
        "con",
        "nua",
        "la",
        "thi",
        "moi",
        "phai",
        "can",
        "den",
        "toi",
        "het",
        "cho",
        "len",
        "ve",
        "tinh",
        "cap",
        "tren",
        "thanh",
        "pho",
        "phuong",
        "van",
        "phong",
        "huyen",
        "uy",
        "ban",
        "ubnd",
        "cua",
        "minh",
        "toi",
        "em",
        "anh",
        "chi",
        "oi",
        "a",
        "nhi",
        "vay",
        "the",
        "ha",
        "roi",
        "tong",
        "hop",
        "duoc",
        "truoc",
        "sau",
        "may",
        "cham",
        "nhat",
        "tien",
        "do",
        "cac",
        "ket",
        "qua",
        "nhung",
        "gi",
        "ai",
        "cho",
        "hoi",
        "biet",
        "xin",
        "kip",
        "ko",
        "k",
        "khong",
        "chua",
    ]
)
"""Of these words and a number consists a question for the day by which reports are due."""
SPAN = re.compile(
    r"(?=.*\b(?:thang|quy|ky|nam|tuan)\b).*\b(?:tu|bat dau)(?: (?:vao|tinh|tu))*(?: (?:ngay|hom))?(?: (?:nao|may|bao nhieu|dau))\b.*"
)
"""From which day to which a period counts: "tháng 11 tính từ ngày nào tới ngày nào"."""
SPAN_WORDS = DUE_WORDS | {
    "tu",
    "bat",
    "dau",
    "vao",
    "lay",
    "chi",
    "tieu",
    "so",
    "sao",
    "i",
    "ii",
    "iii",
    "iv",
}
SENT = re.compile(
    rf"{_ASKED}(?:(?P<when>{_DAY}),? )?(?:da |co |nhung |cac )*{_PLACES}(?: (?:da|vua|moi|dang|co))* {_SENT}"
    rf"(?: (?P<then>{_DAY}))?{_TAIL}"
    rf"|{_ASKED}(?:(?P<day>{_DAY}),? )?(?:da |co )*(?:nhan|nhan duoc|them|moi) (?:duoc |them )*"
    rf"(?:nhung |cac |bao nhieu |may )*(?:so lieu|so|bao cao)(?: (?:nao|gi|moi|cua ai))*(?: (?P<that>{_DAY}))?{_TAIL}"
)
NOT_SENT = re.compile(r"\bchua (?:gui|nop|bao cao|co)\b")
MOST = re.compile(
    rf"{_ASKED}{_PLACES}(?: (?:dang|co|om|lam|giu|phu trach|duoc giao|nhan))* (?:qua )?(?P<size>nhieu|it) {_ITEMS}{_TAIL}"
    rf"|(?:moi nguoi|tung nguoi|moi can bo|tung can bo)(?: (?:dang|co|phu trach|lam|giu))* (?:bao nhieu|may) {_ITEMS}{_TAIL}"
)
NOBODY = re.compile(
    rf"{_ASKED}(?:nhung |cac |so |bao nhieu )*{_ITEMS}(?: (?:nao|gi))?(?: (?:con|dang|ma|van))*"
    r" (?:chua|khong|ko)(?: (?:duoc|co|ai|nguoi|can bo|phan cong|giao|cho|nhan|lam|theo doi|phu trach|chiu trach nhiem))+"
    rf"{_TAIL}|{_ASKED}{_ITEMS}(?: nao)? (?:bo trong|vo chu){_TAIL}"
    rf"|{_ASKED}(?:con )?chua (?:phan cong|giao)(?: (?:duoc|cho ai))* (?:nhung |cac )?{_ITEMS}(?: (?:nao|gi))?{_TAIL}"
)
LACKS = re.compile(
    rf"{_ASKED}(?:nhung |cac |bao nhieu |may )*(?:chi tieu|muc|cai)(?: (?:nao|gi))?(?: (?:con|dang|ma|van))* (?:chua|khong|thieu)(?: (?:co|duoc))*"
    rf" (?:giao so|so giao|so ke hoach|chi tieu giao|muc giao|so duoc giao){_TAIL}|{_ASKED}ke hoach (?:con )?(?:thieu|chua co)(?: (?:gi|nhung gi|muc nao)){_TAIL}"
)
"""What the plan lacks: numbers that were never assigned."""
MOVED = re.compile(
    rf"{_ASKED}(?:nhung |cac |bao nhieu )*(?:chi tieu|so|muc|so lieu|cai)(?: (?:nao|gi))?(?: (?:dang|da|bi|co|duoc|con|ma))*"
    r" (?P<way>tang|giam|tut|len|xuong|di xuong|di len|thay doi|khong doi|khong tang|dung yen)"
    rf"(?: (?:nhieu|manh|it|nhat|len|xuong|lai))*(?: (?:so (?:voi|sanh)|hon|tu)(?: voi)?(?: (?:ky|thang|lan|quy))+(?: (?:truoc|roi))?)?{_TAIL}"
)
ANY = re.compile(r"\b(?:nao|nhung|cac|gi|bao nhieu)\b")
BEST = re.compile(
    rf"{_ASKED}(?:{_PLACES}|to dan pho nao|linh vuc nao|tdp nao)(?: (?:dang|lam|dat|thuc hien|bao cao|co|ket qua|la|bi))*"
    r" (?:tot|kem|gioi|yeu|te|thap|cao|xuat sac|nhanh|han che|dung dau|dung cuoi|doi so)(?: (?:nhat|hon|ca))*"
    rf"{_TAIL}|xep (?:hang|loai)(?!.*(?:\b(?:xong|da)\b|\broi (?:a|nhe|nha|em|anh|chi)\b|\d ?[/%])).{{0,40}}"
    r"|(?:can bo|nguoi|dong chi)?(?: ?nao|ai) (?:hay|thuong|thuong xuyen|luon|bi)(?: (?:gui|nop|bao cao|lam))*"
    r" (?:cham|tre|muon|qua han)(?: (?:han|nhat|hon))*(?: .{0,20})?"
)
COUNTS = re.compile(
    r"(?:cho|gui|xem|lap|thong ke|xuat|dem|tong hop|so lan|so luong|bang)\b.{0,40}"
    r"\b(?:theo (?:tung )?can bo|(?:cua )?(?:tung|moi) (?:can bo|nguoi))(?: .{0,25})?"
)
"""Folded words that ask how often each person was late: counted for the clerk, rated for nobody."""
