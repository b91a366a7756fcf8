"""The hour and the part of day beside a date: "15h30 ngày 30/9", "chiều thứ 6", "trước 17 giờ"."""

from __future__ import annotations

import re
from datetime import time

_PART = r"sang|sáng|trua|chieu|tối|toi|dem|khuya"
_SHOWN = {
    "sang": "sáng",
    "sáng": "sáng",
    "trua": "trưa",
    "chieu": "chiều",
    "toi": "tối",
    "tối": "tối",
    "dem": "đêm",
    "khuya": "đêm",
    "sa": "sáng",  # how phones write it: "2:30 CH"
    "ch": "chiều",
    "am": "sáng",
    "pm": "chiều",
}
_NEXT_DAY_WORD = r"(?= (?:nay|mai|mot|qua|kia))"
_FIRST_OFFICE_HOUR = 6  # "3h" without a part of day is in the afternoon

CLOCK = (
    r"(?P<hour>2[0-4]|[01]?[0-9]) ?(?:(?:h|g|gio)"
    r"(?: ?(?P<minute>[0-5]?[0-9])(?: ?(?:phut|ph|p)(?!\w)|'|(?![\w/]))"
    r"|(?P<half> ?ruoi)| kem (?P<less>[0-9]{1,2})(?: ?phut| ?p)?)?|:(?P<colon>[0-5][0-9])(?::[0-5][0-9])?"
    r"|(?P<past>ruoi)(?= (?:sang|sáng|chieu|tối|toi)))(?!\w)"
    rf"(?: (?P<ampm>sang|sáng|trua|chieu|tối|dem|sa|ch|am|pm|toi{_NEXT_DAY_WORD})"
    r"(?! (?:tuan|thang|ngay|thu)))?"
)
_MODIFIERS = {
    "truoc": "trước",
    "sau": "sau",
    "het": "hết",
    "noi trong": "trong",
    "trong": "trong",
    "noi": "trong",
    "tu": "từ",
    "ke tu": "từ",
    "khoang": "khoảng",
    "tam": "khoảng",
    "chung": "khoảng",
    "co": "khoảng",
    "cham nhat": "chậm nhất",
    "muon nhat": "chậm nhất",
    "tre nhat": "chậm nhất",
    "khong qua": "chậm nhất",
    "ko qua": "chậm nhất",
    "k qua": "chậm nhất",
}
_MODIFIER = "|".join(sorted(_MODIFIERS, key=len, reverse=True))

BEFORE = re.compile(
    rf"(?:(?<!\w)(?P<mod>{_MODIFIER})(?: la)? )?(?:(?:vao )?luc |vao )?(?<!\w)(?:{CLOCK} ?,? ?)?"
    rf"(?:(?<!\w)(?:dau gio |cuoi gio |dau |cuoi |giua )?(?:buoi )?(?P<part>{_PART}) ?,? ?)?"
    r"(?:(?:vao |cua |trong |cuoi )?(?:ngay |hom |bua )?)$"
)
AFTER = re.compile(
    rf" ?,? ?(?:(?:vao luc|vao|luc|truoc|khoang|tam|-) )?(?:{CLOCK}|(?:buoi )?"
    rf"(?P<part>sang|sáng|trua|chieu|tối|dem)(?!\w| (?:tuan|thang|ngay|thu|den|toi|dau|cuoi|\0)))"
)
ALONE = re.compile(rf"(?<![\w/.,])(?:(?P<mod>{_MODIFIER}) )?(?:luc )?{CLOCK}")


def time_of(m: re.Match[str], part: str | None) -> time | None:
    """Return the hour that CLOCK matched: "5h chiều" is 17:00, "9 giờ kém 15" 8:45, "24h" the day's end."""
    if m["hour"] is None:
        return None
    hour, minute = int(m["hour"]), int(m["minute"] or m["colon"] or (30 if m["half"] or m["past"] else 0))
    if hour == 24:
        return time(23, 59)
    hour = _in_part(hour, _SHOWN.get(m["ampm"] or part or ""))
    minutes = hour * 60 + minute - int(m["less"] or 0)
    return time(minutes // 60 % 24, minutes % 60)


def _in_part(hour: int, part: str | None) -> int:
    if hour >= 12 or part == "sáng":
        return hour
    if part in ("chiều", "tối"):
        return hour + 12
    if part == "trưa":
        return hour if hour >= 10 else hour + 12
    if part == "đêm":
        return hour + 12 if hour >= 8 else hour
    return hour + 12 if 0 < hour < _FIRST_OFFICE_HOUR else hour


def part_of(m: re.Match[str]) -> str | None:
    """Return the part of day beside a date, with its marks."""
    return _SHOWN.get(m["part"] or m["ampm"] or "")


def modifier_of(m: re.Match[str]) -> str | None:
    """Return the word before a date that narrows it, with its marks."""
    return _MODIFIERS.get(m["mod"] or "")
