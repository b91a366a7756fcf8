"""The words of who is named to act for somebody, and says that he cannot."""

from __future__ import annotations

import re

from db.models import Leave
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.leave.written import days
from handlers.texts.numbers import short_day

_NOT = r"(?:khong|ko|k|kg|chua|chang|xin khong|xin tu choi|tu choi|ban|khong nhan|chiu)"
REFUSES = re.compile(
    rf"\b{_NOT} (?:\w+ ){{0,2}}?(?:the |co the |nhan |dam nhan |lam |di |nhan lam |truc |nhan viec |nhan loi )*thay\b"
    r"(?P<rest>(?: (?!vi\b|do\b)[\w/]+)*)(?:,? (?:vi|do)\b.*)?$"
)
"""How folded words end of who does not act: "em không làm thay được đâu"."""
FILLERS = frozenset(
    [
        "cho",
        "anh",
        "chi",
        "em",
        "ong",
        "ba",
        "co",
        "chu",
        "bac",
        "dong",
        "duoc",
        "dc",
        "noi",
        "dau",
        "roi",
        "a",
        "nhe",
        "nha",
        "lam",
        "viec",
        "toi",
        "minh",
    ]
)
"""Words behind "thay" that name no object; "chưa thay được biển" says something else."""


def noted(row: Leave, away: PersonView, substitute: PersonView, *, reached: bool) -> str:
    told = f"Đã báo {named(away)}" if reached else f"Đề nghị báo {named(away)} hoặc Văn phòng"
    return (
        f"{told}: {named(substitute)} không thay được {days(row.first, row.last)}. "
        f"Nội dung này không ghi vào đầu việc nào. Cho đến khi có người khác thay, việc của {named(away)} "
        "vẫn được nhắc ở đây."
    )


def told(row: Leave, away: PersonView, substitute: PersonView, words: str, to: PersonView) -> str:
    """`to` is who is away, or who wrote the leave down for him."""
    whose = "" if to == away else f"{named(away)} "
    stretch = f"từ {short_day(row.first)} đến {short_day(row.last)}"
    if row.first == row.last:
        stretch = short_day(row.first)
    return (
        f"{capital(named(substitute))} báo không thay được {you(to) if to == away else named(away)} nghỉ "
        f"{days(row.first, row.last)}: “{words}”. Đề nghị {you_short(to)} báo người khác thay.\n"
        f"Trả lời: NGHỈ {whose}{stretch} nhờ + tên"
    )
