"""The words about a reason that was asked for: echoed where it may be none, put off."""

from __future__ import annotations

import re

from db.ward_view import PersonView
from handlers.texts.common import cut, you_short

YES, NO = "ĐÚNG", "Không phải, gửi lại"
SAID_YES = re.compile(
    r"(?:dung|chuan|phai|ok|oke|vang|u|uh|xac nhan)(?: (?:roi|r|a|day|vay|the|day a|anh|chi|em))*"
)
SAID_NO = re.compile(r"(?:khong|ko|k|sai|nham|chua|thoi|bo)(?: (?:phai|dung|a|nhe|dau|roi))*")
"""Folded words, the whole of a message, that answer an echo."""


def meant(words: str, *, opinion: bool) -> str:
    """The echo of what may be no reason; `opinion`: what a leader says to his decision."""
    what = "ý kiến" if opinion else "lý do"
    return (
        f"Ghi {what} là “{cut(words, 200)}”? Chưa ghi, chưa chuyển đến ai.\n"
        f"Trả lời ĐÚNG để ghi, hoặc gửi lại {what}."
    )


def put_off(words: str, person: PersonView) -> str:
    return (
        f"“{cut(words, 200)}” chưa nêu lý do nên chưa ghi, chưa chuyển đến ai. "
        f"Khi có nội dung, {you_short(person)} trả lời tại đây. Ví dụ: chờ văn bản hướng dẫn"
    )


def again(person: PersonView) -> str:
    return f"Chưa ghi gì. Đề nghị {you_short(person)} gửi lại nội dung."
