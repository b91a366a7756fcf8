"""Whole questions of who leads, in folded words: about the ward, not about the item spoken of last."""

from __future__ import annotations

import re

_SOME = r"(?:co |con |nhung |cac |tinh hinh |danh sach |bao nhieu |xem )*"
_TASKS = r"(?:viec|cong viec|nhiem vu|nv|dau viec|muc|cai)"
_OF = r"(?: (?:cua|o|tai|thuoc) (?P<part>.{2,60}))?"
_WHEN = r"(?: (?:trong |vao )?(?:tuan|thang|quy|hom|ngay|mai|\d)[^,;:]{0,16}| nhat| chua| gi)?"
OVERDUE = re.compile(
    _SOME + r"(?:viec|nhiem vu|muc|cai|don vi|ai|gi|bao nhieu viec)(?: nao| gi)?"
    r"(?: dang| bi| da| con)* (?:qua|tre|cham) han(?: (?!cua |o |tai |thuoc ).{0,20})?" + _OF
)
INDICATORS = re.compile(
    r"(?:co |con |nhung |cac )*(?:(?:chi tieu|muc|cai)(?: nao| gi)|bao nhieu chi tieu)(?: dang| bi| con| co| da)*"
    r" (?:khong dat|chua dat|kho dat|cham|thap|nguy co|khong hoan thanh|chua hoan thanh|dat|vuot)"
    r"(?: (?!cua |o |tai |thuoc ).{0,20})?" + _OF
)
IN_DANGER = re.compile(
    _SOME + r"(?:chi tieu )(?:dang |bi |con |co )*(?:khong dat|chua dat|kho dat|cham|thap|nguy co)"
    r"(?: (?:khong|chua) (?:dat|hoan thanh)| cao)?" + _OF
)
"""The same without "nào": what an official says so may be a report."""
DUE_SOON = re.compile(
    _SOME + rf"(?:{_TASKS}|gi)?(?: nao| gi)? ?(?:dang |bi )*(?:sap |gan |chuan bi |se )?(?:den|toi) han"
    rf"{_WHEN}{_OF}"
)
DONE = re.compile(
    _SOME
    + rf"{_TASKS}(?: nao| gi)? (?:da |duoc |moi )*(?:hoan thanh|xong|hoan tat)(?: roi| chua| dung han)?{_OF}"
)
SURELY_MANY = re.compile(r"\b(?:nao|nhung|cac|bao nhieu|danh sach)\b")
HINDERED = re.compile(
    r"(?:(?:co |con |nhung |cac |tinh hinh |dang |xem |danh sach )*(?:vuong mac|kho khan)"
    r"(?: vuong mac)?(?: gi| nao| chua| khong| dang| co| hien nay)*"
    rf"|(?:ai|don vi nao|muc nao|viec nao|cho nao) (?:dang |con |bi |co |gap )*(?:vuong|kho khan)(?: gi| mac| khong)*){_OF}"
)
WAITING = re.compile(
    r"(?:co |con |nhung |cac |bao nhieu |ai )*(?:"
    r"(?:de nghi|yeu cau|xin gia han|gia han|ket qua)(?: nao| gi)? (?:dang |con )*(?:cho|chua)(?: toi| minh)?"
    r"(?: duyet| y kien| xac nhan| quyet dinh| phe duyet)*"
    r"|(?:gi|viec gi|muc nao|viec nao|cai gi) (?:dang |con |can |phai )*(?:cho |can )?(?:toi |minh )?"
    r"(?:duyet|y kien|quyet dinh|xac nhan)|(?:ai|nhung ai) (?:dang )?xin gia han)(?: khong| chua)?"
)
WARD = re.compile(
    r"(?:.{0,20} )?(?:phuong (?:minh|ta)|(?:ca|toan) phuong|tinh hinh chung|moi viec|cong viec chung)\b.{0,12}"
    r"\b(?:the nao|sao|ra sao|den dau|toi dau)(?: .{0,10})?"
)
PART = re.compile(
    r"(?P<part>.{2,60}?)(?: (?:da|dang|lam|thuc hien|bao cao|viec|cong viec|tinh hinh))*"
    r" (?:the nao|sao|ra sao|den dau|toi dau)(?: (?:roi|a|ha|nhi|vay|the))*"
)
"""How a unit, a person or a field is asked about."""
HOW = re.compile(
    r"(?:.{0,20} )?(?:cach|huong dan|(?:lam|phai lam) (?:sao|the nao|gi) (?:de )?)\b ?"
    r"(?:sua|gui|bao cao|xin|dung|nhan|su dung|nop|giao|duyet)\b.{0,30}"
)
SUMMARY = re.compile(
    r"(?:(?:cho|gui|xem|xuat|lap|lam|in|anh|toi|minh|em|xin) )*(?:bao cao|tong hop|file|excel|word)(?: excel| file)*\b"
)
"""What a summary of a period is asked for with."""
