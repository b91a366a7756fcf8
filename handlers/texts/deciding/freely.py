"""The words of a decision that names its request first, or who asked: "nv22 được", "cho Sơn đến 25 thôi"."""

from __future__ import annotations

import re
from datetime import date

from db.item_view import ItemView
from handlers.texts.deciding.waiting import AGREE, REFUSE, RETURN
from handlers.texts.numbers import short_day, weekday_day

CLAUSES = re.compile(r"[,;\n]+\s*|\.\s+|\s+(?=(?:con|rieng|nhung)\b)")
OPENS = re.compile(
    r"(?:(?:ok|oke|u|um|thoi|vang|the|con|rieng|nhung|va|cho|voi|cai|viec|de nghi|cua|phan|truong hop)[ :]+)*"
)
"""Folded words in front of a code or a name."""
LINKS = re.compile(r"[ :–-]*(?:(?:thi|la|nay)\b[ :]*)*")
"""What stands between the name and what is decided."""
_TAIL = r"(?: (?:duoc|dc|dong y|duyet|nhat tri|cho|luon|roi|nhe|nha|a|di|thoi|dau|ok|em|anh|chi|gia han|truoc|da|hoan thanh))*"
_WHY = r"(?:$|[ ]*[:–-]+[ ]*| (?=(?:vi|do|con|thieu|phai|can)\b))"
_DAYS = r"(?:\d{1,2}|mot|hai|ba|bon|nam|vai|may) (?:ngay|hom|bua|tuan)\b"
_GIVES = r"(?:(?:ok|duoc|dc|dong y|nhung|ma|chi|thoi|cho|gia han|lui|hoan|doi|keo dai|them|toi da|sang|han|ra|lai|den)[ ,]+)*"
UNTIL_DAY = re.compile(
    rf"{_GIVES}(?:(?:den|toi|het)\b(?: het)?(?: ngay)?\s*(?=\d|thu\b|cn\b|chu nhat|mai\b|cuoi\b|het\b|ngay\b|tuan\b|thang\b|t\d)|(?={_DAYS}))"
)
MORE_DAYS = re.compile(
    rf"(?:(?:ok|duoc|dc|u|thoi|dong y|nhung|chi|toi da),? )*(?:(?:chi )?(?:cho|gia han|lui|hoan)(?: them| lai| thoi)*|them)"
    rf" {_DAYS}(?: (?:nua|thoi|nhe|nha|a|di|dc|duoc))*"
)
""" "Cho thêm 3 ngày": folded words, the whole of a message."""
ONLY_DAY = re.compile(
    r"(?:(?:ok|oke|duoc|dc|u|um|thoi|dong y|nhat tri),? )*(?:nhung |ma )?(?:chi |thoi |toi da )*"
    r"(?:(?:(?:gia han|cho|hoan|lui|doi)(?: (?:lai|han|thoi))* )?(?:den|toi)|(?:hoan|lui|doi)(?: han)? sang)\b"
)
"""How folded words begin that grant less, or later: "chỉ cho đến thứ ba", "hoãn đến thứ tư tuần sau"."""
VERDICTS = (
    (RETURN, re.compile(rf"(?:chua|lam lai|tra lai|bo sung)\b{_TAIL}(?: (?:dat|xong))?{_WHY}")),
    (REFUSE, re.compile(rf"(?:khong|ko|k|kg|bac|tu choi)\b{_TAIL}{_WHY}")),
    (
        AGREE,
        re.compile(
            rf"(?:dong y|duoc|dc|ok|oke|okay|duyet|nhat tri|cho|xac nhan|chap thuan|thong qua){_TAIL}$"
        ),
    ),
)
"""Folded words behind a code or a name; what is left are the words of the decision."""
FIRST = (
    (
        REFUSE,
        re.compile(r"(?:khong|ko|k|kg|chua) (?:dong y|duyet|cho|nhat tri|chap thuan)\b|bac\b|tu choi\b"),
    ),
    (AGREE, re.compile(r"(?:(?:ok|u|thoi|rieng) )*(?:dong y|duyet|nhat tri|chap thuan|ok|oke|duoc|cho)\b")),
)
"""The same in front of a name: "đồng ý cho chị Hương"."""
LACKS = re.compile(
    r"(?:van |con |chua du |thieu |can )*(?:thieu|chua co|chua du|can bo sung|phai bo sung|lam lai|bo sung)\b"
)
ORDINAL = re.compile(
    r"(?:.{0,24} )?(?:cai|viec|de nghi|muc|yeu cau) (?:dau(?: tien)?|thu (?:nhat|hai|ba|\d)|cuoi(?: cung)?|so \d)\b.{0,24}"
)
""" "Cái đầu thì được": which one that is depends on the list."""
SAYS = frozenset({"duoc", "dc", "ok", "khong", "chua", "dong", "duyet", "cho", "bac"})
ALL_REFUSED = re.compile(r"(?:bac|tu choi|bac bo) (?:het|tat ca|ca|toan bo)\b.{0,12}")
RECALLS = re.compile(
    r"(?:(?:rut lai|thoi|huy|doi y|nghi lai),? )*(?:khong|ko|huy|bo|thu hoi|rut|rut lai) (?:viec |quyet dinh )?(?:gia han|cho gia han|dong y)"
    r"(?: (?:nua|do|nay|vua roi|di|nhe|a))*"
)
""" "Rút lại, không gia hạn nữa", of who granted it."""
REST = re.compile(r"(?:(?:cac |nhung )?(?:cai|viec|de nghi|muc) )?(?:con lai|khac)\b")
LATER = re.compile(
    r"(?:thi |la |cu )*(?:de sau|de do|de day|xem sau|tinh sau|tu tu|khoan|chua|de toi xem|doi)(?: .{0,12})?"
)
FILLERS = re.compile(r"(?:(?:thoi|nhe|nha|a|di|truoc|da|luon|dong chi|em|anh|chi)[ .!]*)*")


def return_label(code: str, words: str) -> str:
    return f"{code}: trả lại, {words}"


def keep_label() -> str:
    return "Không phải ý kiến về đề nghị này"


def is_returned(code: str, name: str, words: str) -> str:
    return f"{code} {name} đang chờ xác nhận hoàn thành. Trả lại để bổ sung: “{words}”? Chưa ghi quyết định."


def other_day(item: ItemView, due: date, day: date) -> str:
    """More time was granted before: another day is a change, which is asked."""
    return f"Hạn {item.key} {item.short_name} đang là {short_day(due)} (đã gia hạn). Đổi sang {weekday_day(day)}? Chưa thay đổi."


def other_day_typed(item: ItemView, day: date) -> str:
    return f"{item.key} hạn mới {day:%d/%m/%Y}"


def other_day_label(item: ItemView, day: date) -> str:
    return f"Đổi hạn {item.key} sang {short_day(day)}"


def asked_by_nobody() -> str:
    return "Người được nêu tên không có đề nghị nào đang chờ; chưa ghi quyết định. Đang chờ:"
