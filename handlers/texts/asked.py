"""Whole questions of who leads, in folded words: about the ward, not about the item spoken of last."""

from __future__ import annotations

import re

OVERDUE = re.compile(
    r"(?:co |con |nhung |cac )*(?:viec|nhiem vu|muc|cai|don vi|ai|gi|bao nhieu viec)(?: nao| gi)?"
    r"(?: dang| bi| da| con)* (?:qua|tre|cham) han(?: .{0,20})?"
)
NOT_REACHED = re.compile(
    r"(?:co |con |nhung |cac )*(?:chi tieu|muc|cai)(?: nao| gi)(?: dang| bi| con| co)*"
    r" (?:khong dat|chua dat|kho dat|cham|thap|nguy co|khong hoan thanh|chua hoan thanh)(?: .{0,20})?"
)
WARD = re.compile(
    r"(?:.{0,20} )?(?:phuong (?:minh|ta)|(?:ca|toan) phuong|tinh hinh chung|moi viec|cong viec chung)\b.{0,12}"
    r"\b(?:the nao|sao|ra sao|den dau|toi dau)(?: .{0,10})?"
)
HOW = re.compile(
    r"(?:.{0,20} )?(?:cach|huong dan|(?:lam|phai lam) (?:sao|the nao|gi) (?:de )?)\b ?"
    r"(?:sua|gui|bao cao|xin|dung|nhan|su dung|nop|giao|duyet)\b.{0,30}"
)
SUMMARY = re.compile(
    r"(?:(?:cho|gui|xem|xuat|lap|lam|in|anh|toi|minh|em|xin) )*(?:bao cao|tong hop|file|excel|word)(?: excel| file)*\b"
)
"""What a summary of a period is asked for with."""
