"""What is heard of more time, in folded words."""

from __future__ import annotations

import re

LEADS_TO_DAY = re.compile(r"(?:\b(?:cho|han|chi|den|toi|truoc|ngay|het)\b\s*)+$")
"""Folded words in front of a day."""
ASKS_WHAT_WAITS = re.compile(
    r"(?:nao|gi|dang|con)\b.{0,12}\b(?:cho|chua duyet|duyet)\b|(?:cho|chua) (?:duyet|y kien)"
)
"""How folded words after "gia hạn" go on that ask for the requests that wait."""
ASKS = re.compile(
    r"\b(gia han|(lui|doi|keo dai|gian) (thoi )?han|xin (them|lui|khat)|xin den|cho (em )?khat)\b"
)
"""Folded words that ask for more time, wherever they stand in a message."""
FORECASTS = re.compile(r"^(?!.*\b(?:han|xin|lui|de nghi|hen)\b).*\b(?:du bao|du kien|uoc|lieu|kha nang)\b")
"""Folded words of a leader that ask how far something will come, and for no more time."""
HINDERS = re.compile(r"\b(cho|doi|vuong|chua|thieu|ket|khong (biet|ro|du|kip))\b")
"""Makes a reason of what sounds like a question: “chưa biết khi nào có kinh phí”."""
FOR_ALL = re.compile(
    r"\b(?:het|tat ca|toan bo|ca phong|ca to|moi viec|cac viec)\b(?! (?:ngay|tuan|thang|nam|quy|han|\d))"
)
"""Folded words that ask for more time for everything."""
CHANGES = re.compile(r"(?:doi|sua|huy|xoa|bo) (?:ten|nguoi|viec|nhiem vu|chi tieu|noi dung|nv|ct)\b")
"""How folded words begin that change an item: no reason for more time."""
NOD_DAY = re.compile(
    r"\b(?:gat(?: dau)?|dong y|duyet(?: mieng)?|nhat tri|thong qua|chap thuan|ok|oke|da cho|cho phep|chot)(?: (?:roi|r|tu|hoi|ngay|luc|vao|mieng|cho))*"
    r"(?P<day> (?:(?:sang|trua|chieu|toi) )?(?:(?:hom )?qua|hom (?:kia|truoc|no|bua|roi|nay)|nay|bua (?:truoc|qua|no)|(?:ngay |hom )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?))\b"
)
"""Folded words of who agreed, with the day of that: no deadline."""
OF_STONE = re.compile(r"\bgia han (?:cho |cua )?(?:cac )?moc\b|\bmoc (?:so )?\d{1,2}\b")
"""Folded words about an intermediate date of a task."""
ONLY_DAY = re.compile(
    r"(?:den|toi|han|cho den)?(?: ngay)? ?\d{1,2} ?[/.-] ?\d{1,2}(?:[/.-]\d{2,4})?(?: nhe| a| nha)?"
)
"""A day that stands alone, folded."""
WANTS_TIME = re.compile(
    r"\b(?:xin|gia han|lui|khat|hoan|doi|cho (?:em|e|anh|chi|toi|tui|minh))\b|^\W*(?:da )?(?:den|toi)\b"
)
"""Folded words that ask for time, or answer until when; others only tell when something comes."""
ASKS_WHO = re.compile(
    r"(?:nhung |con |co )?(?:ai|don vi nao|phong nao|nguoi nao|to nao|may nguoi|bao nhieu nguoi)\b"
)
"""Who asks for somebody asks for no time: "ai nộp muộn nhất tháng 10"."""
KEEPS_DUE = re.compile(
    r"\b(?:khong|ko|k|kg|hong|dung|khoi|thoi) (?:(?:duoc|cho|co|xin|can|phai) )*(?:lui|gia han|doi han|hoan|keo dai|khat)\b"
    r"|\b(?:giu nguyen|giu|van giu|theo) (?:dung )?(?:thoi )?han\b|\bhan (?:van )?(?:giu nguyen|nhu cu|khong doi)\b"
)
"""Folded words that a deadline stays: they ask for no more time."""
AROUND_DUE = frozenset(
    (
        *(
            "han",
            "thoi",
            "ngay",
            "den",
            "toi",
            "nua",
            "ca",
            "nha",
            "viec",
            "nay",
            "cu",
            "dung",
            "do",
            "van",
            "la",
        ),
        *(
            "moi",
            "nguoi",
            "cua",
            "cho",
            "ve",
            "chot",
            "nhu",
            "so",
            "lieu",
            "bao",
            "cao",
            "ky",
            "thi",
            "em",
            "khong",
        ),
    )
)
"""Words beside these that say nothing more."""
