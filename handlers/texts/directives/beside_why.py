"""How a leader asks for a reason beside an order: folded words."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold

WHY = re.compile(
    r"\b(?:giai trinh|giai thich|lam ro|noi ro|bao cao ro|cho (?:toi |anh |chi )?biet) ?(?:ly do|nguyen nhan|vi sao|tai sao|sao)?\b"
    r"|\b(?:(?:vi|tai|do|lam) ?)sao\b|\bsao\b(?= .*\b(?:chua|cham|thap|it|tut|giam|thieu|tre|kem|khong|the|vay|hoai|mai)\b)"
    r"|\b(?:ly do|nguyen nhan)\b"
)
"""Words that ask why something stands so."""
CUTS = re.compile(
    r"(?:[,;.?!\n]+\s*|\s+(?=(?:dong thoi|ngoai ra|roi|va) ))(?:(?:dong thoi|ngoai ra|roi|va|con)[ ,]+)*"
)
"""What stands between the reason that is asked for and the order."""
_BEGINS = re.compile(r"(?:(?:yeu cau|de nghi|phai|hay|can)[ ,:]+)+(?=giai|lam ro|noi ro|neu|bao cao)")
_EXPLAINS = re.compile(r"\b(?:giai trinh|giai thich|lam ro|noi ro|neu|bao cao|xem)\b")
CALLS = re.compile(r"^\s*(?:ơi|oi)\b", re.IGNORECASE)


def to_explain(what: str) -> str:
    """The work of who has to explain."""
    begins = _BEGINS.match(fold(what))
    bare = what[begins.end() if begins else 0 :]
    bare = bare if _EXPLAINS.search(fold(bare)) else f"giải trình {bare[:1].lower()}{bare[1:]}"
    return bare[:1].upper() + bare[1:]
