"""What is heard in words of work: that they tell only of a day to come."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold

_NO_PLAN = "".join(
    rf"(?<!\b{one} )" for one in ("ke hoach", "lich", "chuong trinh", "nhiem vu", "cho", "cua", "tu", "truoc")
)
_AHEAD = re.compile(
    rf"{_NO_PLAN}\b(?:tuan|thang|dot|bua|hom|chieu|sang|chu nhat|cn|thu (?:\w+)|t[2-7]) (?:sau|toi)\b"
    r"|\b(?:ngay|sang|trua|chieu|toi) mai\b|(?<!anh )(?<!chi )\bmai (?:em|anh|chi|moi|se|di|lam|hop|ra|tiep)\b"
    r"|\b(?:se|du kien|du dinh|sap toi|sap sua|chuan bi sang|it bua nua|may bua nua|vai bua nua|bua nao)\b"
)
"""A day ahead, in folded words: "kế hoạch tuần sau" is work of today."""
_MEANT = re.compile(r"\b(?:sắp(?! (?:xếp|đặt|nhỏ|lại))|định(?! (?:kỳ|mức|hướng|giá|danh|cư)))(?= \w)")
_HERE = (
    "đã|rồi|xong|vừa|đang|hôm qua|hôm nay|hôm trước|hôm bữa|sáng nay|chiều qua|tuần rồi|tuần này|tuần qua|tháng này"
    "|được|đc|dc|nay|giờ|hết|đủ|ổn|đạt|vẫn|giữ|duy trì|có|chưa"
)
_PLAIN = re.compile(rf"\b(?:{fold(_HERE)}|r)\b")
_MARKED = re.compile(rf"\b(?:{_HERE}|r)\b")
_COUNTED = re.compile(
    r"\b(?:hom|ngay) \d+|\b(?:lap|phat|nhac|xu ly|kiem tra|don|to chuc|tuyen truyen|cap|trao|tang|van dong|ra quan"
    r"|ky|mo) \d"
)
"""Anything that goes on or is there: beside it a day to come is a remark."""


def is_to_come(words: str) -> bool:
    """ "Tuần sau em mới dán bảng", "sắp ra quân"; not "đã dán bảng, tuần sau đoàn xuống"."""
    typed, folded = words.lower(), fold(words)
    here = _PLAIN.search(folded) if typed.isascii() else _MARKED.search(typed)
    if here or _COUNTED.search(folded):
        return False
    return _AHEAD.search(folded) is not None or _MEANT.search(typed) is not None
