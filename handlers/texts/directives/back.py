"""The words right below the receipt of an order that take it back or name somebody else for it."""

from __future__ import annotations

import re

LABEL, TAKE_BACK, REASON = "Giao nhầm, rút lại", "rút lại", "giao nhầm"
_ROI = r"(?: (?:roi|vay|the|dau|rui|nhe|a))*"
_WRONG = (
    rf"(?:khong phai (?:la )?(?:cho )?[^,.;:]{{2,30}}|(?:a|ah|o|oi|chet|thoi|xin loi|khong|khong phai|(?:giao )?(?:nham|sai|lon)(?: (?:nguoi|viec|mat|cho))*){_ROI})"
    r"[ ,.;:–-]+"
)
_WORK = r"(?: (?:viec|nhiem vu|chi dao|lenh|noi dung|cai|giao viec))?"
_IT = r"(?: (?:vua|moi|nay|do|ay|roi|giao|xong|nua|di|nhe|luon|toi|giup|cho|a|lai))*"
TAKES_BACK = re.compile(
    rf"(?:{_WRONG})*(?:(?:rut|rut lai|rut ve|thu hoi|lay lai|huy giao|khong giao){_WORK}{_IT}"
    rf"|(?:huy|huy bo|bo|xoa|go)(?: (?:viec|nhiem vu|chi dao|lenh|cai)){_IT}"
    rf"|giao (?:nham|sai|lon)(?: (?:viec|mat|roi|a|cho|toi))*)"
)
"""Folded words, the whole of a message, that take back the order just given."""
OF_GIVEN = re.compile(r"\b(?:viec|nhiem vu|chi dao|lenh)\b.*\bgiao\b")
SAYS_WRONG = re.compile(r"\b(?:nham|sai|lon|rut|rut lai|thu hoi|lay lai|khong phai|khong giao|huy giao)\b")
"""Folded words that say why; "hủy việc đó đi" does not."""
TO_ANOTHER = re.compile(
    rf"(?:(?:{_WRONG})+|(?=(?:giao lai|chuyen|doi)\b))"
    r"(?:(?:viec|nhiem vu|cai)(?: \w+){0,5}? (?:la |thuoc |phai )*(?:cua|do|phan) |(?:cua|phan) "
    r"|(?:phai|doi|chuyen|giao|de|sua|la)(?: (?:lai|sang|cho|thanh|la|nguoi|viec|nay|moi))*[ :]+)*"
    r"(?P<who>\w.{1,40}?)(?:,? (?:chu|co|moi dung|moi phai|nhe|di|lam|thoi|a|phu trach|thuc hien|nhan))*"
)
"""Folded words, the whole of a message, that put somebody else in charge of it."""
