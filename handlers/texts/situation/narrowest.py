"""How a question is recognised whatever it asks: folded words."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold
from handlers.texts.situation import by_topic

_BETTER = r"(?:kha|tot|tang|len|on|tien bo|cai thien|manh|cao|nhieu)(?: (?:hon|len|them))?"
_WORSE = r"(?:kem|xau|te|giam|tut|xuong|sut|yeu|thap|it|lui)(?: (?:hon|di|xuong))?"
COMPARES = re.compile(
    rf"\bso (?:voi|sanh)\b|\b{_BETTER} hay (?:la )?{_WORSE}\b|\b{_WORSE} hay (?:la )?{_BETTER}\b"
    r"|\b(?:kha|tot|tien bo|cai thien|kem|xau|te|on) hon\b"
)
""" "So với tháng 9", "khá lên hay kém đi"."""
PERIOD_BEFORE = re.compile(
    r"\bso (?:voi|sanh(?: voi)?) (?:hoi |cai )?(?:thang|ky|lan|quy|tuan) (?:truoc|roi|vua roi|vua qua|qua)\b"
)
"""The period before, without its number."""
_MORE = re.compile(
    r"\b(?:bao nhieu|may|sao|dau|nao|gi|ai|chua|khong|ko|k|kg)\b(?=.*\b(?:hay|ma|vay|the|nhi)\b)"
    r"|\bhay (?:lai|van|chua|khong|ko|la|cu)\b|^(?:sao|tai sao|vi sao|lam sao|ua|the|roi)\b.*\b(?:sao|chua|khong|ko|van|lai)\b"
)
"""Words of a question that need not stand at its end."""
OWN = re.compile(
    r"\b(?:ben|khoi|mang|phan|linh vuc|nganh|cua|viec|chi tieu)(?: cua)? (?:toi|tui|tao|minh|anh|chi|co|chu|bac)\b"
)
"""Said by who looks after a part, of that."""
_EVENT = r"(?:vu|vu viec|su viec|su co|diem nong|o dich)"
EVENTS = re.compile(
    rf"\b{_EVENT} (?:nao|gi)\b|\bco {_EVENT} (?:khong|ko|k|kg|chua|hong)\b"
    rf"|\b(?:may|bao nhieu|bn) {_EVENT}(?: (?:roi|vay|the|a|nhi|khong|ko|em))*[ .?!]*$"
)
"""Whether something happened that is not to."""


_BRIEF = re.compile(
    r"\b(?:tom (?:tat|gon|luoc|lai)|diem (?:qua|lai)|noi (?:qua|nhanh)|cho (?:toi|anh|chi|minh) (?:xem|biet))\b"
)
"""A part is to be told of in short."""
_DENIES = re.compile(r"\b(?:gi|ai|nao) dau(?: (?:a|em|nhe|nha|ma))*[ .!]*$")
""" "Chị không có việc gì đâu"."""


def asks(words: str) -> bool:
    """True of a question or a comparison in which nothing is wished for."""
    said = by_topic.subject(words)
    if by_topic.WISHES.search(said) or _DENIES.search(said):
        return False
    folded = fold(words)
    found = (
        by_topic.QUESTION.search(said),
        COMPARES.search(folded),
        _MORE.search(said),
        _BRIEF.search(folded),
    )
    return any(found)
