"""The words when somebody says who does a colleague's item from now on: "em Sơn nghỉ ốm, nv7 để em làm"."""

from __future__ import annotations

import re
from datetime import date

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you_short
from handlers.texts.numbers import short_day

_SELF = r"(?:em|toi|minh)"
_WHO = rf"(?P<who>{_SELF}|(?:anh|chi|ong|ba|co|chu|bac|dong chi|em)? ?\w+(?: \w+)?)"
_DOES = r"(?:lam|nhan|phu trach|theo doi|xu ly|dam nhan|dam nhiem)"
_TAIL = r"(?: (?:tiep|ho|giup|luon|nhe|nha|a|cho|viec nay))*"
SAYS = (
    re.compile(rf"(?P<before>.*?)(?:thi )?\b(?:de|nho) (?:cho )?{_WHO} (?:se )?{_DOES}(?: thay)?{_TAIL}"),
    re.compile(rf"(?P<before>.*?)(?:(?<=[\w,;]) )?{_WHO} (?:se )?(?:lam|nhan|theo doi|xu ly) thay{_TAIL}"),
    re.compile(
        rf"(?P<before>.*\b(?:nghi|om|benh|di vang|vang|cong tac|thai san)\b.*[ ,;])(?:giao (?:cho )?)?{_WHO} (?:se )?{_DOES}{_TAIL}"
    ),
)
"""Folded words, the whole of a message."""
QUICK = re.compile(rf"\b{_DOES}\b")
ONESELF = re.compile(_SELF)
AWAY = re.compile(r"\b(?:nghi|om|benh|di vang|vang mat|thai san)\b")


FOR_ME = re.compile(r"\b(?:nho|de|do|giup|ho|dum|thay|nhan)\b")
_BEGINS = r"(?:(?:da|thua|bao cao|em|toi|minh|xin|phep|viec|nhiem vu|nay|thi|tuan nay|hom nay)[ ,:]+)*"
_OTHER = r"(?P<who>(?:anh|chi|ong|ba|co|chu|bac|dong chi|em)? ?\w+(?: \w+){0,3}?)"
_FOR = r"(?: (?:ho|giup|thay|dum|cho|em|toi|minh|tiep|luon|viec|nay|nhe|nha|a|roi|rui|nhiem vu)[ ,.]*)*"
BY_ANOTHER = re.compile(
    rf"{_BEGINS}(?:(?P<asks>de|nho|do) (?:cho )?)?{_OTHER} (?:se |da )*(?:(?P<takes>nhan )?{_DOES})"
    rf"(?P<helps> (?:ho|giup|thay|dum))?{_FOR}"
)
"""Folded words without the item and the day."""


def asked_own(item: ItemView, person: PersonView, owner: PersonView) -> str:
    return (
        f"{item.key} {item.short_name}: bàn giao cho {named(person)}? Chưa ghi gì, chưa báo {named(person)}.\n"
        f"Chỉ làm giúp thì {you_short(owner)} vẫn phụ trách và báo cáo, ví dụ: {item.key} đang làm"
    )


def hands_over(item: ItemView, person: PersonView, day: date | None) -> str:
    return f"Bàn giao {item.key} cho {named(person)}" + (f" từ {short_day(day)}" if day else "")


def typed(item: ItemView, person: PersonView, day: date | None) -> str:
    """What picking it is the same as."""
    return f"/bangiao {item.key} cho {person.name}" + (f" từ {day:%d/%m/%Y}" if day else "")


def asked(item: ItemView, owner: PersonView, person: PersonView, *, away: bool) -> str:
    leave = (
        f"\n{capital(named(owner))} nghỉ: {named(owner)} hoặc Văn phòng báo NGHỈ + ngày + NHỜ + tên."
        if away
        else ""
    )
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách. Đổi người phụ trách sang {named(person)}? "
        f"Chưa ghi gì.{leave}"
    )


def not_yours(item: ItemView, owner: PersonView, person: PersonView, *, away: bool) -> str:
    leave = f" {capital(named(owner))} nghỉ, trả lời NGHỈ + ngày + NHỜ + tên." if away else ""
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách; chưa ghi gì, chưa đổi sang {named(person)}. "
        f"Đổi người do trưởng đơn vị hoặc Văn phòng phân công: PHÂN CÔNG {item.key} + tên.{leave}"
    )


def label(item: ItemView, person: PersonView) -> str:
    return f"Phân công {item.key} cho {named(person)}"
