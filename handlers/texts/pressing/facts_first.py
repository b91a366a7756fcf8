"""How a leader asks why an item stands so, or asks its owner how it stands: folded words."""

from __future__ import annotations

import re

from db.item_view import ItemView

WHY = re.compile(
    r"\b(?:(?:tai|vi|lam) ?)?sao\b(?! (?:y|luu|chep|ke|do)\b).*\b(?:chua|khong|ko|k|cham|lau|thap|van|tut|giam|mai|hoai|the|vay|moi|it|hut|kem"
    r"|dung yen|y nguyen|tre|thieu|te|yeu|con)\b"
    r"|\b(?:cham|lau|thap|tut|kem|te) (?:the|vay|qua|nhi)\b"
)
"""Folded words that ask why something stands so."""
WANTS_ANSWER = re.compile(r"\b(?:bao cao|bc|bao|giai trinh|giai thich|tra loi|noi ro|lam ro)\b")
"""Folded words by whose day an answer is wanted: "sáng nay tôi đi qua" sets none."""
ASKS_OWNER = re.compile(
    r"\b(?:chua|toi dau|den dau|the nao|ra sao|bao nhieu|may|xong khong|duoc khong)\b(?: (?:roi|vay|the|a|em|nhi))*[ ,?]*"
    r"(?:(?:anh|chi|ong|ba|co|chu|bac|em|dong chi|d/c)? ?\w+ (?:oi|nhi|vay))[ .!?]*$"
    r"|\w+ oi\b.*\b(?:chua|toi dau|den dau|the nao|ra sao|bao nhieu)\b(?: (?:roi|vay|the|a|em|nhi))*[ .!?]*$"
)
"""Folded words that ask somebody who is called: "tới đâu rồi ông Cường ơi"."""


def explain(item: ItemView, until: str, words: str) -> str:
    """The demand as it would be typed, his words whole."""
    return f"/giaitrinh {item.key} {until}“{words.strip()}”"
