"""What is asked about leave, and what is answered."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold
from db.ward_view import PersonView, WardView
from handlers.texts.acting import by_substitute, everybody_away
from handlers.texts.common import capital, named, you
from handlers.texts.leave.said import LEAVE
from handlers.texts.leave.written import days

WHO = re.compile(r"\b(?:ai|nhung ai|co ai|nguoi nao)\b")
_ASKS = re.compile(
    r"\b(?:phai|dung) (?:khong|ko|k)\b|\bco (?:xin |bao |di )?(?:nghi|vang)\b.*\b(?:khong|ko|chua)\b"
    r"|\b(?:ai|nguoi nao)(?: (?:dang|con|xin|co|se|bao|di))* (?:nghi|vang)\b"
    r"|\b(?:nghi|vang)(?: \w+){0,2} (?:may ngay|bao lau|bao nhieu ngay|(?:den|tu) (?:bao gio|khi nao|hom nao|ngay nao)"
    r"|(?:bao gio|khi nao|hom nao|ngay nao))\b"
)
ACTS_FOR = re.compile(
    r"(?:(?:hien|hom nay|thang nay|tuan nay|hien nay|vay|the|cho hoi)[ ,]+)*(?:ai|nguoi nao)(?: (?:dang|se|la nguoi|duoc giao))*"
    r" (?:lam |truc |nhan |xu ly |phu trach |di )?thay(?: (?:cho|mat|viec|the|phan viec cua))*(?: (?P<who>.{2,40}?))?"
    r"(?: (?:vay|the|a|ha|nhi|roi|di nghi|nghi|hom nay|luc nghi|khi nghi|vang))*"
)
"""Who acts for somebody, in folded words."""
_PARTICLE = re.compile(
    r"\w\s+(?:à|hả|hở|nhỉ|chăng)[\s.!…)]*$|\b(?:nghỉ|nghi|vắng|vang)\s+(?:a|ha|nhi|chưa|chua|không|khong|ko)\s*\?\s*$",
    re.IGNORECASE,
)
_ASKING = re.compile(r"\b(?:co|dang|xin|bao|hom nao|khi nao|bao gio|ngay nao|thi|se)\b")


def asks(words: str) -> bool:
    """True for a question about leave, not for "mai em nghỉ được không", which asks for it."""
    folded = fold(words)
    if LEAVE.search(folded) is None or re.search(r"\b(?:duoc|dc) (?:khong|ko|k)\b", folded):
        return False
    return _ASKS.search(folded) is not None or _PARTICLE.search(words) is not None


def without_asking(words: str) -> str:
    """The words in front of a name in a question, left out: "hôm nào anh Minh"."""
    folded = fold(words)
    return (
        " ".join(_ASKING.sub(lambda one: " " * len(one[0]), folded).split())
        if _ASKING.search(folded)
        else words
    )


def answer(person: PersonView | None, ward: WardView, reader: PersonView, *, enters: bool) -> str:
    """What is known of somebody's leave, or of everybody's, and how leave is entered by who may."""
    name = " + tên"
    if person is None:
        lines = everybody_away(ward) or ["Chưa có ai được ghi nghỉ."]
    else:
        who, name = (you(person), "") if person == reader else (named(person), f" {person.given_name}")
        rows = [one for one in ward.absences if one.person == person.id and one.last >= ward.today]
        lines = [
            f"{capital(who)} nghỉ {days(one.first, one.last)}, {by_substitute(one.substitute, ward)}."
            for one in rows
        ] or [f"{capital(who)}: chưa có ngày nghỉ nào được ghi."]
    if enters:
        lines.append(f"Ghi nghỉ: NGHỈ{name} + từ ngày đến ngày + NHỜ + tên người thay")
    return "\n".join(lines)
