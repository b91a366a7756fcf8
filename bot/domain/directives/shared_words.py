"""What makes parts of one work of clauses that each name somebody; folded words."""

from __future__ import annotations

import re


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


CUT = re.compile(r"\s*(?:[,;:\n]+(?!\d)|[.!](?=\s|$))\s*|\s+(?=(?:còn|con|và|va)\s+\S)", re.IGNORECASE)
"""Between two clauses, in a text as typed."""
LEADS_TO = re.compile(r"(?:(?:con|va|thi|rieng|giao|phan cong|nho|de)\s+)+(?:cho\s+)?")
"""In front of who is called at the beginning of a clause."""
JOINED = re.compile(r"(?:va|voi|cung|,|moi nguoi|moi|ca hai|hai|tung)\b")
"""Behind a name: what follows is of several."""
NO_PART = re.compile(
    r"^(?:ban|vang|nghi|benh|nhan|duoc|dc|het|mat|ok|on|tot|kem|yeu|qua|rat|hay|se|thay|kiem|phu|chuyen"
    r"|ban giao|ve|sang|qua)\b"
    r"|\b(?:thay cho|lam thay|phu trach thay|phoi hop|chu tri|ban giao|vo phoi hop|vao phoi hop)\b"
    r"|^\W*\d[\d.,/% ]*\w{0,6}$"
)
"""A part that is none: why somebody is away, how he works, his figure, who leads."""
_EACH = r"\b(?:moi|tung) (?:nguoi|dong chi|d/c|ng|don vi|anh|chi|phong|ben|em|dua|ong|ba)\b"
EACH = re.compile(_EACH)
TO_ALL = re.compile(
    rf"{_EACH}|\b(?:ca hai|hai (?:anh|chi|em|dong chi|nguoi)|tat ca|xong het|du het)\b"
    r"|\b(?:gui|bao|nop|trinh|cho) (?:cho |lai |ve )?(?:toi|tui|chi|anh|minh)\b"
)
"""A clause that is said to all of them."""
_WEEKDAY = r"(?:(?:thứ|thu) (?:hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bay|[2-7])|t[2-7]|mai|\d{1,2}/\d{1,2})"
DAY_AT_END = re.compile(
    rf"\s+(?:(?:cho|vao|vào|trước|trong) )?(?:(?:sáng|chiều|trưa|tối|sang|chieu|toi) )?{_WEEKDAY}"
    r"(?: tuần (?:sau|này))?$",
    re.IGNORECASE,
)
"""The day of all behind the last part, as typed."""
TAIL = re.compile(r"(?:,? (?:nhé|nha|nhe|nghen|nhen|ạ|đi|luôn))+$", re.IGNORECASE)
FILLERS = _words(
    """
    bao cao bc gui nop trinh xong het cho toi tui chi anh minh em can co tren ban du la phai cung nhe nha
    nghen day sang chieu trua han truoc cham nhat vao luc gio h ngay deu ca hai lai ve trong tu den
    mot luot tap
    """
)
"""Words of a clause that says by when, and to whom."""
