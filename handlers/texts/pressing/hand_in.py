"""The clerk tells everybody by when figures are handed in; what is heard, and what is answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain.periods import Period
from db.ward_view import PersonView
from handlers.texts.common import named, you
from handlers.texts.numbers import count, deadline, hour, short_day, weekday_day
from handlers.texts.periods import period_words

_SO = r"(?:so lieu|so|sl|bao cao|bc|bieu)"
_MONTH = r"(?:(?:thang|quy) |t)\d{1,2}"
HANDS_IN = re.compile(
    rf"\b(?:nop|gui|chot|bao|len|day)(?: \w+)?? {_SO}\b|\bhan (?:chot )?(?:nop|gui|chot|bao cao|bao)\b|\b{_SO}\b.{{0,24}}\b(?:nop|gui|chot)\b"
    rf"|\bhan (?:chot |cua )*(?:{_SO}|ky|{_MONTH})\b"
    r"|\bchot som?\b|\b(?:nop|gui) xong\b|\bthoi (?:han|gian) (?:nop|gui|chot)\b"
)
OF_PERIOD = re.compile(
    r"\b(?:(?:ky|thang|quy) (?:nay|\d{1,2}|toi|sau)|t\d{1,2}|ky (?:bao cao|so lieu)|ky nay|dot nay)\b"
)
EVERYBODY = re.compile(
    r"\b(?:ca nha|moi nguoi|cac dong chi|cac d/c|cac dc|cac anh chi|tat ca|toan the|anh chi em|ca phuong|cac phong|cac don vi|mn|ace|cac bac|cac ban|ca co quan)\b"
)
OWN = re.compile(
    r"\?|\b(?:em|toi|minh) (?:se |xin |da |vua |moi |chua |cam on )*(?:nop|gui|bao|chot)\b|\b(?:xin|cho (?:em|toi|minh)|da nop|da gui|chua nop|chua gui|ai|bao gio|khi nao)\b"
    r"|\b(?:chua|khong|ko)[ .!]*$"
)
"""With these it is told of oneself, or asked."""
_PERIOD = re.compile(
    r"\b(?:so lieu |so |bao cao |bc )?(?:cua )?(?:(?:thang|quy) (?:nay|\d{1,2}(?:/\d{4})?)|t\d{1,2})(?! ?/)\b"
)
EACH_PERIOD = re.compile(
    r"\b(?:hang|moi) (?:thang|tuan|quy|ky)\b|\btu (?:ky|thang|quy|nam) (?:sau|toi|nay)\b"
)
"""A rule of the ward, and no day of one period."""
_OLD_DAY = re.compile(r"\btu (?:ngay )?\d[\d/.-]*")
BARE_DAY = re.compile(
    r"\b(?:den|toi|sang|qua|truoc)(?: het)? (?P<day>[12]?\d|3[01])\b(?! ?(?:[/.:h-]|gio\b|ngay\b|nguoi\b|muc\b|thang\b|%))"
)
""" "Lùi đến 25": a day of the month without "ngày"."""
LATER = re.compile(r"\b(?:lui|doi|keo dai|gia han|them|hoan)\b")


def of_month(number: str) -> str:
    """ "25" as a day is named."""
    return f"ngày {number}"


def without_period(folded: str) -> str:
    """Folded words with blanks in the place of the period and of the day that held before."""
    for pattern in (_PERIOD, _OLD_DAY):
        folded = pattern.sub(lambda one: "." * len(one[0]), folded)
    return folded


def told(period: Period, due: datetime, day: date | None, at: time | None) -> str:
    by = f" trước {until(day, at)}" if day is not None else ""
    return (
        f"Trợ lý hiểu: mọi người gửi số liệu {period_words(period.key)}{by}. Chưa thay đổi và chưa gửi đến ai.\n"
        f"Hạn của kỳ này là {deadline(due)}, theo quy định của phường, không đổi qua tin nhắn; thêm ngày cho một mục: "
        "người phụ trách nhắn GIA HẠN, lãnh đạo quyết định. Đề nghị chọn:"
    )


def until(day: date, at: time | None) -> str:
    return f"{hour(at)}, {weekday_day(day)}" if at is not None else weekday_day(day)


def tell(people: int, day: date) -> str:
    return f"Báo {count(people)} người đề nghị gửi trước {short_day(day)}, hạn giữ nguyên"


def letter(period: Period, due: datetime, by: str, giver: PersonView, reader: PersonView) -> str:
    return (
        f"Kính gửi {you(reader)}: {named(giver)} đề nghị gửi số liệu {period_words(period.key)} trước {by}.\n"
        f"Hạn của kỳ giữ nguyên: {deadline(due)}. Đã gửi đủ thì không cần gửi lại. Xem mục của mình: VIỆC"
    )


def sent(people: int, lost: Sequence[PersonView]) -> str:
    left = ", ".join(map(named, lost))
    more = (
        f"\nChưa gửi được vì chưa liên kết hoặc không nhận được tin: {left}. Đề nghị báo trực tiếp."
        if lost
        else ""
    )
    return f"Đã báo {count(people)} người; hạn của kỳ giữ nguyên.{more}"


NOTHING = "Chưa gửi đến ai; hạn của kỳ giữ nguyên."
SEE_OWED, NO = "Xem ai chưa gửi", "Không gửi"
