"""How a task is said to be added: folded words."""

from __future__ import annotations

import re

ADDS = re.compile(
    r"(?:(?:em|e|oi|nho|cho|giup|ho|gium|chi|anh|tro ly)[ ,]+)*(?:them|tao|bo sung|ghi them|nhap them)"
    r"(?: (?:vao|giup|ho|gium|cho|em|chi|anh))*(?: (?:mot|1|cai))* (?:viec|nhiem vu|dau viec|cong viec)(?: (?:moi|nua|nay|la))*"
    r"(?: ?[:\-–,] ?| (?=giao\b))"
)
PARTS = re.compile(r"\s*[,;\n]\s+")
GIVES = re.compile(r"(?:giao|phan cong|de|nguoi lam|phu trach|chu tri)(?: (?:cho|la|viec))*[: ]+")
