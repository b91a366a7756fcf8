"""The words about the leave of several people that is told in one message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from db.ward_view import PersonView
from handlers.texts.common import capital, named
from handlers.texts.leave.written import days
from handlers.texts.numbers import count

SPEAKER = re.compile(
    r"(?<!\w)(?:toi|em|tui)(?= (?:voi|va|cung|&)\b)|(?:(?<=voi )|(?<=va )|(?<=cung ))(?:toi|em|tui)\b"
)
"""Who speaks, told along with others."""
NAME = re.compile(
    r"\b(?:anh|chị|chi|ông|ong|bà|ba|cô|co|chú|chu|bác|bac|đ/c|đồng chí) (?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]*(?: (?=[A-ZĐÀ-Ỹ]))?)+"
)
"""Somebody who is called by a title and a name."""
_TITLE = r"(?:anh|chị|chi|ông|ong|bà|ba|cô|co|chú|chu|bác|bac|đ/c|a|c)"
_LISTED = re.compile(
    rf"(?<!nhờ )(?<!nho )(?<!giao )(?<!cho )(?<!để )(?<!thay )(?<!\w)({_TITLE} \w+),\s*(?={_TITLE} \w+ (?:và |va |với |cùng |,)?(?:{_TITLE} \w+ )?"
    r"(?:nghỉ|nghi|vắng|vang|đi|di|ốm|om|xin|được|bị|cùng|đều)\b)",
    re.IGNORECASE,
)
ASKS = re.compile(r"\?|\b(?:chưa|không|phải không|nào|ai|bao giờ|khi nào)[ .!]*$")
YES_ALL = re.compile(
    r"(?:dung|ok|ghi|dong y)(?: (?:roi|ghi|luon))*(?: (?:ca|het|tat ca))(?: (?:hai|ba|bon|luon|nhe))*"
)


def joined(words: str) -> str:
    """ "Chị Hương, anh Tuấn nghỉ …" with "và" between the names."""
    return _LISTED.sub(r"\1 và ", words)


def line(person: PersonView, substitute: PersonView | None, first: date, last: date, trouble: str) -> str:
    by = f"nhờ {named(substitute)} thay" if substitute else "chưa có người thay"
    said = f"- {capital(named(person))} nghỉ {days(first, last)}, {by}."
    return f"{said} {trouble}" if trouble else said


def which(lines: Sequence[str], people: int, unknown: Sequence[str]) -> str:
    head = f"Trợ lý hiểu là báo nghỉ {count(people)} người; chưa ghi:"
    return "\n".join(filter(None, (head, *lines, not_found(unknown), "Đề nghị chọn:")))


def not_found(names: Sequence[str]) -> str:
    return (
        f"Chưa tìm thấy {', '.join(names)} trong danh sách người; không ghi nghỉ của người này."
        if names
        else ""
    )


def all_of(people: int) -> str:
    return "Đúng cả hai" if people == 2 else f"Đúng cả {count(people)}"


def only(person: PersonView) -> str:
    return f"Chỉ ghi {named(person)}"


def each_alone(people: Sequence[PersonView]) -> str:
    names = ", ".join(map(named, people))
    first = people[0].given_name
    return (
        f"Trợ lý hiểu là báo nghỉ của {names}; chưa rõ ngày hoặc người thay của từng người, chưa ghi.\n"
        f"Đề nghị gửi mỗi người một tin. Ví dụ: NGHỈ {first} từ 23/11 đến 27/11 nhờ chị Lan"
    )


def not_this_one(person: PersonView, why: str, first: date, last: date) -> str:
    return (
        f"Chưa ghi nghỉ của {named(person)}: {why}\n"
        f"Đề nghị nhắn: NGHỈ {person.given_name} từ {first:%d/%m} đến {last:%d/%m} nhờ + người khác, hoặc KHÔNG AI THAY"
    )
