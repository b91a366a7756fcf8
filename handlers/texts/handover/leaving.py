"""The words of who leaves for good, and of a hand-over that is declined in a word."""

from __future__ import annotations

import re
from datetime import date

from db.ward_view import PersonView
from handlers.texts.common import capital, named
from handlers.texts.numbers import weekday_day

LEAVES = re.compile(
    r" (?:da |se |duoc |chuan bi |sap )*(?:nghi huu|nghi viec(?! rieng)|thoi viec|chuyen cong tac|luan chuyen|chuyen di|dieu dong"
    r"|chuyen (?:sang|ve) (?:phuong|xa|quan|thanh pho|so|don vi|co quan))\b"
)
TAKES = re.compile(
    r"[,;] ?(?P<who>(?:anh |chi |ong |ba |dong chi )?\w+(?: \w+){0,3}?) (?:se |len |vao )*(?:lam thay|thay|tiep nhan|nhan viec|nhan|phu trach|tiep quan)\b"
)
DECLINES = re.compile(
    r"(?:khong|ko|k|khong nhan|khong nhan dau|khong dong y|toi khong nhan|em khong nhan)(?: (?:a|dau|nhe|duoc))*"
)
"""Folded words, the whole of a message, of who is asked to take over."""
CALL_OFF = "hủy"
DECLINED = "không đồng ý"
LEAVES_OFFICE = "Thôi làm việc ở phường"


def asked(person: PersonView, day: date | None) -> str:
    since = f" từ {weekday_day(day)}" if day is not None else ""
    return (
        f"{capital(named(person))} thôi công việc hiện nay{since}: bàn giao đầu việc, chức vụ trước, rồi ghi thôi làm việc. "
        "Chưa ghi gì.\nĐề nghị chọn:"
    )


def typed(person: PersonView, taker: PersonView | None, day: date | None) -> str:
    """What the choice is as if it were typed."""
    to = f" cho {taker.name}" if taker is not None else ""
    return f"/bangiao {person.name}{to}" + (f" từ {day:%d/%m/%Y}" if day is not None else "")


def hand_over(person: PersonView, taker: PersonView | None) -> str:
    return f"Bàn giao việc của {named(person)}" + (f" cho {named(taker)}" if taker is not None else "")
