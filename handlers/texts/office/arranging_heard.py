"""How a clerk says what she wants arranged: folded words that are no report."""

from __future__ import annotations

import re

PERSON, UNIT = "@", "#"
"""Stand for a colleague and a unit by name."""
CLAUSES = re.compile(r"(?<!\d)[,;:]+(?!\d)|[,;:]\s|[\n.!?]+(?!\d)")
"""Between the clauses of a message: "1.234", "8,5" stay whole."""
_OPENS = (
    r"(?:(?:em|e|oi|a|tro ly|bot|nho|cho|giup|gium|dum|ho|hay|thoi|nay|bua nay|hom nay|gio|bay gio|con|va|thi|cai|vu|"
    r"lai|voi|tam|tu nay|luon|minh|toi)[ ,:]+)*"
)
_HELP = r"(?: (?:giup|gium|dum|ho|lai|luon|them|nho|voi|cho|tin|ngay|gap))*"
_MANY = r"(?:tat ca|ca nhom|ca phuong|moi nguoi|nhom|het|anh em|(?:cac |may |nhung )?(?:truong|pho|don vi|phong|dong chi)|ai chua)"
_FOR_ME = r"(?: (?:giup|gium|dum|ho))* (?:cho )?(?:em|e|chi|anh|minh|toi|a|c)\b"
_WRITTEN = r"(?:tin(?: nhan)?|thu|van ban|cong van|giay|danh sach|ds|bang|bieu|to trinh|loi)\b"
_HIGH = r"(?:doi|lui|day|keo|chuyen|sua|gia|dieu chinh|dich)"
PRESS, STOP_PRESSING, OWNER, DECIDER, DUE, TAKEN_BACK, TASK = (
    *("press", "stop", "owner", "decider", "due", "taken", "task"),
)
DAYS, LEAVE, PERIOD, BASIS, LIST, DUTY, VERDICT, DONE, CLOSE, TITLE, DROP = (
    *("days", "leave", "period", "basis", "list", "duty", "verdict", "done", "close", "title", "drop"),
)
KINDS = (
    (
        STOP_PRESSING,
        re.compile(
            rf"{_OPENS}(?:rut|ngung|thoi|bo|dung|huy|khoi)(?: (?:lai|loi|viec|tin|cai|lich))* (?:nhac|don doc|giuc)\b"
        ),
    ),
    (
        PRESS,
        re.compile(
            rf"{_OPENS}(?:(?:gui )?(?:loi |tin )?(?:nhac|don doc|giuc)|hoi tham){_HELP} (?:(?:ca |het |tat ca )?[@#]|{_MANY})"
            rf"|{_OPENS}(?:bao|noi|nhan)(?: (?:voi|giup|gium|ho|lai|cho))* [@#]"
            r"|.*\bnhac(?: (?:luon|ca|them|cung))+ @"
            r"|(?:.*\b)?(?:bao|nhan|thong bao)(?: (?:voi|cho|giup|gium|toi|den))* (?:moi nguoi|anh em|ca (?:phong|nhom|phuong)|cac (?:phong|don vi))\b"
            r"|(?=.*\b(?:moi nguoi|anh em|ca nha|cac don vi|cac phong)\b).*\b(?:phai|nho|can|de nghi) (?:gui|nop|bao cao)\b"
            rf"|.*\b(?:sang|chieu|mai|gio|h|hom|thu \w+) (?:nho )?nhac{_HELP} (?:[@#]|{_MANY})"
        ),
    ),
    (DECIDER, re.compile(r".*\bnguoi (?:duyet|xac nhan|phe duyet)\b.*@")),
    (
        OWNER,
        re.compile(
            rf"{_OPENS}(?:.{{0,30}} )?doi (?:ten )?nguoi\b"
            rf"|{_OPENS}(?:chuyen|giao|ban giao|doi|de|thay)\b(?! \d).*\b(?:sang|cho|qua|tu|bang|thanh) @"
            rf"|{_OPENS}giao @"
            r"|(?!.*(?:\b(?:xong|hoan thanh|dang)\b|\d ?%)).*\b(?:do|de|nay la) @ (?:phu trach|lam|theo doi|dam nhan|lo|quan ly)\b"
            rf"|{_OPENS}@ (?:chu|lam thay|phu trach|nhan thay|thay)\b(?!.*\d)"
            r"|(?!.*(?:\b(?:xong|hoan thanh|dang|da)\b|\d ?%)).{0,40}\b(?:chuyen|giao|doi|de|thay)(?: (?:lai|het|luon|bang|thanh))*"
            r" @ (?:phu trach|lam|theo doi|dam nhan|lo|quan ly|chu tri)\b"
            r"|(?!.*\bda\b).{0,60}\b(?:ban giao|chuyen giao|giao lai)(?: (?:lai|het|luon|toan bo|ca))* (?:sang|cho|qua) @"
        ),
    ),
    (
        DUE,
        re.compile(
            rf"(?=.*(?<!qua )(?<!gioi )(?<!ngan )(?<!trung )(?<!dai )\bhan\b(?! han))(?:.*\bhan\b.*\b{_HIGH}(?: (?:lai|thoi))? (?:tu|sang|len|xuong|den|toi|thanh|qua|ve)\b"
            rf"|{_OPENS}{_HIGH} (?:lai )?han\b)"
            r"|.*\bchot so\b(?=.*\b(?:hang thang|moi thang|cac thang|ky sau|cac ky|tu nay|tu thang|tu ky)\b)(?!.*\b(?:may|gio nao|ngay nao)\b)"
        ),
    ),
    (
        TASK,
        re.compile(
            rf"{_OPENS}(?:them|tao|bo sung)(?: (?:vao|giup|cho|em|chi|ho))*(?: (?:mot|1|cai|moi))* (?:viec|nhiem vu|dau viec|cong viec)\b(?! lam\b)"
        ),
    ),
    (
        DUTY,
        re.compile(
            rf"{_OPENS}(?:lich )?truc (?:le|tet|dem|ban|cuoi tuan|thu|ngay|\d)\b|"
            r"(?=.*\b(?:ai|nao|gi|may|xem|xin|cho (?:em|e|chi|toi|minh))\b).*\b(?:lich truc|truc ban|(?:ai|nguoi) truc|phan cong truc|truc (?:cuoi tuan|le|tet|dem))\b"
        ),
    ),
    (
        DAYS,
        re.compile(
            r".*\b(?:lam bu|nghi (?:le|bu|hoan doi)|(?:lich|ngay) nghi(?= .*\b(?:chua|khong|ko)\b))\b"
        ),
    ),
    (
        DROP,
        re.compile(
            rf"{_OPENS}(?:bo|xoa|loai|huy) (?:bot|bo)(?: (?:di|giup|luon|ho))*(?: (?:mot|1|hai|2|cac|nhung|may))? (?:cai|viec|muc|ma|dong|nhiem vu|dau viec)\b"
            rf"|{_OPENS}(?:bo|xoa|loai|huy|gop)(?: (?:bot|giup|luon|di|cai|mot|1|cac|nhung|may))* (?:viec|nhiem vu|dau viec|muc) (?:trung|lap|thua)\b"
        ),
    ),
    (
        LEAVE,
        re.compile(
            r"(?=.*\b(?:tu|den|ngay|hom|tuan|thang|mai|thay)\b)(?:.* )?@ (?:(?:se|xin|bao|duoc|phai|sap|con|dang|bi) )*"
            r"(?:nghi(?! quyet)|vang|di (?:hoc|cong tac|tap huan|vien|phep|nuoc ngoai)|nam vien|om)\b"
        ),
    ),
    (
        DONE,
        re.compile(
            r"(?=.*\b(?:xong|hoan thanh|lam roi|gui roi)\b).*\b(?:sao|van|cu|con)\b.*\b(?:no|nhac|qua han|treo|bao tre|chua xong)\b"
        ),
    ),
    (
        TITLE,
        re.compile(
            r"(?:.*\b)?(?:doi|sua|cap nhat) (?:lai )?(?:chuc (?:danh|vu)|vai tro)\b"
            r"|.*@ (?:(?:se|moi|duoc|da|vua) )*(?:len|bo nhiem|thang chuc|giu chuc|nhan chuc|chuyen len)(?: (?:chuc|lam|lam chuc))*"
            r" (?:(?:pho|quyen) )*(?:giam doc|truong|phong|chu tich|tram truong|chi huy|bi thu)\b"
        ),
    ),
    (PERIOD, re.compile(rf"{_OPENS}(?:mo|dong)(?: lai)? (?:ky|thang|quy)\b")),
    (
        BASIS,
        re.compile(
            r"(?=.*\b(?:qd|quyet dinh|nq|nghi quyet|cv|cong van|van ban|can cu)\b)"
            r".*\b(?:so|la) \S+ (?:chu|thay vi) (?:khong|ko|k|kg|hong)?"
        ),
    ),
    (
        VERDICT,
        re.compile(
            r".*\b(?:duyet|phe duyet) (?:giup|gium|dum|ho|luon|cho (?:chi|em|anh|toi|minh)\b|(?:gia han|ket qua).*@)"
        ),
    ),
    (
        LIST,
        re.compile(
            rf"{_OPENS}(?:(?:in|soan|thao|viet|lap|xuat|lam|lay)(?:{_FOR_ME}|(?: (?:giup|gium|ho))+)|soan {_WRITTEN}|in (?:danh sach|ds|bang|bieu)"
            rf"|(?:gui|day|chuyen|up)(?: lai)? (?:ban|bang|file|so lieu|bieu|tong hop|bao cao)\b.*\b(?:cho [@#]|len (?:thanh pho|tp|so|tinh|cong|nhom|he thong))"
            r"|(?!.*\b(?:da|roi|xong|dang)\b).{0,40}\bgui (?:lai |giup |ban |file )*(?:tong hop|bao cao)\b"
            r".*\bcho (?:ca |cac |may |hai |ba |\d )*(?:sep|lanh dao|chu tich|pho chu tich|thuong truc|moi nguoi)\b"
            rf"|liet ke|(?:cho|xin)(?: (?:em|chi|anh|minh|toi|e|c))? (?:cai|ban|ds|danh sach|bang|(?:xin )?(?:so dien thoai|sdt|so may|zalo|file|ban|mau|link))\b)"
        ),
    ),
)
"""What a clause asks to have arranged; with names as `PERSON` and `UNIT`."""
DUE_WORDS = frozenset(
    (
        "cho",
        "de",
        "toi",
        "den",
        "sang",
        "lui",
        "gia",
        "han",
        "het",
        "ngay",
        "thi",
        "nhe",
        "nha",
        "moi",
        "them",
        "doi",
        "xin",
        "la",
        "thoi",
        "phep",
    )
)
"""All that is said beside a task and a day where the day is to be its deadline."""
CLOSES = re.compile(
    r"(?=.*\b(?:xong|hoan thanh|ket thuc)\b)(?!.*\b(?:chua|khong|ko|k) (?:xong|hoan thanh)\b).*\bdong"
    r"(?: (?:di|giup|ho|lai|luon|viec|nhiem vu|no|cho|em|chi|anh|minh|nhe|nha|a|gium|dum|duoc roi))+[ .!]*$"
)
"""Folded words that want a task closed that somebody says is done."""
RIGHT = re.compile(r"\b(?:dung ra (?:la|phai la)|phai la|sua (?:lai )?thanh|dung la)\s+(?P<new>\d[^,;]*)$")
OF_PERIOD = re.compile(r"\b(?:ky|thang) (?P<month>\d{1,2})\b")
MOVED = re.compile(r"\b(?:doi|chuyen|lui)\b.*\b(?:qua|sang|thanh|den)\b")
FROM_DAY = re.compile(r"\btu (?:ngay )?(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)")
DATED = re.compile(r"\d[/.-]\d")
WORKED = re.compile(r"\b(?:lam bu|di lam|lam viec)\b")
NOT_SO = re.compile(
    r"\b(?:khong|ko|k|kg|khoi)(?: (?:phai|can|di|duoc))* (?:lam bu|di lam|nghi)\b|\b(?:bo|huy|rut|xoa)\b|\bnham\b"
)
"""Said of a day that is to be so no longer."""
_WRONG = re.compile(r"\b(?:go|ghi|nhap|bam|danh|bao|gui|ghi so|nhap so) (?:nham|lon|sai|lom|lo)\b")
_DROPS = re.compile(
    r"\b(?:bo|xoa|huy|rut)(?: (?:so|cai|giup|ho|do|nay|lai|luon|gium|em|cho))* ?(?:di|nhe|nha|giup|gium|luon|em|a|voi|$)"
)
_RIGHT = re.compile(
    r"\b(?:dung (?:la|ra)|moi dung|sua (?:thanh|lai|la)|phai la|thanh \d|chu (?:khong|ko|k)\b)"
)


GOES_ON = re.compile(r"(?:bao|noi|nhan|de|cho|doi|gui|nop|truoc|den|trong)\b")
"""How a clause begins that says what somebody is to be told: no report."""


def is_dropped(folded: str) -> bool:
    """True of a number that was a slip and is to go; with the right one beside it, it is a correction."""
    return bool(_WRONG.search(folded) and _DROPS.search(folded) and not _RIGHT.search(folded))
