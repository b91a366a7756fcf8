"""How it is said that units work along on an item, or no longer: folded words."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold

CLAUSES = re.compile(r"\s*[,;\n]+\s*|\.\s+")
ALONG = re.compile(r"\b(?:phoi hop|p/h|cung (?:lam|thuc hien|trien khai|tham gia))\b")
"""Without it in one of the clauses nobody is said to work along. A clause is read with "~" in its place."""
ADDS = re.compile(
    r"(?:(?:thi|cho|nho|de|giup|ho|gium|minh|a|e|em|chi|nhe|nha|nhiem vu|dau viec|viec|vu|cong viec|con|va|voi|cung|la|gom|"
    r"giao|moi|cu|phan cong|ghi|ghi them|don vi|nua|luon|vao|o|tham gia|them|bo sung|~|lam|thuc hien|trien khai|"
    r"di|phuong|tai|tu nay|roi|can|phai|[,:;.–-])\s*)*"
)
"""All that a clause says beside the item and the units: words of any report ("kiểm tra 3 hộ") are none of these."""
DROPS = re.compile(
    r"(?:(?:thi|cho|nho|giup|ho|gium|minh|a|e|em|chi|nhe|nha|con|va|voi|di|nua|cua|don vi|ten|phuong|lam|vao|ra|khoi|"
    r"bo|rut|xoa|thoi|khong can|khong|ngung|~|cung|thuc hien|[,:;.–-])\s*)*"
)
_ALSO = re.compile(r"\bca (?=(?:ben |anh |chi )?(?:quan|tram|phong|cong|trung|ban|y te|van)\b)")
NOBODY = re.compile(
    r"(?:(?:thi|cho|nho|giup)\s)*(?:them|bo sung)\s+(?P<who>[^~\d]{2,60}?)\s*~(?:\s*(?:nhe|nha|voi|luon|nua|[.!]))*"
)
"""Somebody is put to an item, and nothing besides is said: "thêm Trung tâm văn hóa ~"."""
_OUT = re.compile(r"\b(?:bo|rut|xoa|thoi|khong can|khong|ngung)\b")
_IN = re.compile(r"\b(?:them|bo sung)\b|~")


def masked(words: str) -> str:
    """The words with "~" for working along, and without what reads like a unit ("cả quân sự")."""
    found = ALONG.search(fold(words))
    words = words if found is None else f"{words[: found.start()]}~{words[found.end() :]}"
    also = _ALSO.search(fold(words))
    return words if also is None else f"{words[: also.start()]}{words[also.end() :]}"


def adds(rest: str) -> bool:
    """True of all that stands beside item and units, when it puts them to it."""
    return ADDS.fullmatch(rest) is not None and _IN.search(rest) is not None


def drops(rest: str) -> bool:
    """True when it takes them from it."""
    return DROPS.fullmatch(rest) is not None and _OUT.search(rest) is not None and "~" in rest
