"""An order's words in the form in which they are read: who first, how often behind; a morning's hour."""

from __future__ import annotations

import re
from datetime import time

from bot.domain.reading.words import fold

_CALLED_FIRST, _CALLED = re.compile(r"^\s*@(?=\w)"), re.compile(r"@(?=\w)")
_OFTEN = re.compile(
    r"(?:tu nay,? )?(?:(?:dinh ky|cu|vao|den) )*"
    r"(?P<day>(?:(?:sang|chieu|thu \w+|ngay \d{1,2}|chu nhat|t[2-7])[ ,]+)*"
    r"(?:hang|moi) (?:tuan|thang|quy))[ ,]+(?:thi )?(?=\D)"
)
"""How often, in front of who."""
_MORNING = re.compile(r"\b(?:sáng|trưa)\b|\b(?:sang|trua) (?:mai|nay|ngay|mot|kia|thu|t[2-7]|\d)")
MORNING_ENDS = time(11, 30)


_LATEST = re.compile(
    r"\b(?:(?:cham lam|(?:tre|muon) (?:lam|nhat))(?: (?:la|thi|den|toi|vao))?"
    r"|(?:deadline|han chot)(?: la)?|dl(?= ?\d))(?= )"
)


def latest_told(text: str) -> str:
    """A text in NFC with "chậm lắm là", "deadline" as "chậm nhất"."""
    begins, said = 0, list[str]()
    for one in _LATEST.finditer(fold(text)):
        said += [text[begins : one.start()], "chậm nhất" if text.lower() != fold(text) else "cham nhat"]
        begins = one.end()
    return "".join([*said, text[begins:]])


def tidied(text: str) -> str:
    """A text in NFC with "@Minh …" as an order to Minh, and how often behind the rest."""
    return _often_behind(_CALLED.sub("", _CALLED_FIRST.sub("giao ", latest_told(text))))


def _often_behind(text: str) -> str:
    """ "Từ nay thứ 2 hàng tuần anh Sơn báo cáo …" with how often behind the rest, as it is read."""
    plain = " ".join(text.split())
    often = _OFTEN.match(fold(plain))
    if often is None or plain.endswith("?"):
        return text
    return f"{plain[often.end() :]}, {plain[slice(*often.span('day'))]}"


def in_the_morning(said: str) -> time | None:
    """ "Trong sáng mai", "trước trưa mai" are over at noon; "sang tuần" is no morning."""
    return MORNING_ENDS if _MORNING.search(" ".join(said.lower().split())) else None
