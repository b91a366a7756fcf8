"""How a task is said to be added: folded words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.ward_view import PersonView
from handlers.texts.common import named

ADDS = re.compile(
    r"(?:(?:em|e|oi|nho|cho|giup|ho|gium|chi|anh|tro ly)[ ,]+)*(?:bo sung them|them|tao|bo sung|ghi them|nhap them)"
    r"(?: (?:vao|giup|ho|gium|cho|em|chi|anh))*(?: (?:mot|1|cai))* (?:viec|nhiem vu|dau viec|cong viec)(?: (?:moi|nua|nay|la|nhe|nha|nhen|gap|giup|ho|em|chi|a))*"
    r"(?: (?:cho|giao(?: cho)?) (?P<who>(?!ca\b)[^:,;\n]{2,30}?)(?= ?:))?(?: ?[:\-–,] ?| (?=giao\b))"
)
PARTS = re.compile(r"\s*[,;\n]\s+")
GIVES = re.compile(r"(?:giao|phan cong|de|nguoi lam|phu trach|chu tri)(?: (?:cho|la|viec))*[: ]+")
DOES = re.compile(
    r"(?:(?:chinh|lam|lam chinh|chu tri|phu trach|thuc hien|nhan|dau moi|lo|dam nhan|chiu trach nhiem)(?: chinh)?(?: (?:nhe|nha|a|di|giup))*)"
)
"""Folded words behind the name of who is in charge, the whole of a part: "chị Hà chính"."""
ALONG = re.compile(
    r"(?P<who>.{2,60}?),? (?:thi )?(?:cung )?(?:phoi hop|p/h|cung lam|ho tro)(?: (?:nhe|nha|a|cung|lam|thuc hien))*"
)
"""The same of those who work along: "chị với Mai phối hợp"."""
LISTED = re.compile(r"\s*[,+&]\s*|\s+(?:và|va|với|voi|cùng|cung|vs)\s+", re.IGNORECASE)
SPEAKER = re.compile(r"(?:chi|em|toi|minh|anh|a|c|e|tui)")


def along(people: Sequence[PersonView]) -> str:
    """Who works along, as the words of an order tell it."""
    return f"phối hợp: {', '.join(named(one) for one in people)}"
