"""Who only sounds as if he did not go along: "tiếp dân không ai đến", "thành phố chưa họp xét"."""

from __future__ import annotations

import re

from bot.domain.reading.scan import Scan
from bot.domain.reading.vocabulary.trouble import EVENTS
from bot.domain.reading.vocabulary.work import OTHERS, RELUCTANT

_SAID = frozenset(f"{who} {how}" for who in OTHERS for how in RELUCTANT)
_RECEIVED = frozenset(("tiep", "don"))
"""In front of "dân" these make it what is done, not who: "tiếp dân"."""
_ABOVE = re.compile(r"(?:cap tren|thanh pho) ")
_JUDGING = re.compile(
    r"(?:hop|xet|binh (?:xet|bau|chon)|cham|tham dinh|phuc tra|kiem tra|danh gia|nghiem thu|ve|xuong"
    r"|cong nhan|len lich|cong bo|tong ket|so ket|bo phieu|(?:ra|co) (?:lich|qd|quyet dinh|kq|ket qua))\b"
)
"""What those above do with what is ready: until then the work waits, and nothing stands in its way."""
_COMPLAINING = re.compile(
    r"(?:co |con |phai |he |ai )*"
    rf"(?:y kien|thac mac|phan anh|phan nan|than phien|keu|nop thieu|no|{'|'.join(EVENTS)})\b"
)
"""Whoever does not do this goes along: "dân không ý kiến gì"."""


def only_sounds(scan: Scan, hit: tuple[int, int]) -> bool:
    """Tell "tiếp dân không ai đến", "thành phố chưa họp xét", "dân không ý kiến gì" from "dân không chịu"."""
    said, after = " ".join(scan.words(*hit)), " ".join(scan.words(hit[1], hit[1] + 5))
    if said not in _SAID:
        return False
    if _RECEIVED.intersection(scan.words(max(0, hit[0] - 1), hit[0])):
        return True
    if said.endswith(" chua") and _ABOVE.match(said):
        return _JUDGING.match(after) is not None
    return said.endswith(" khong") and _COMPLAINING.match(after) is not None
