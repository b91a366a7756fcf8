"""What is offered to a leader who speaks of an item that he does not report on."""

from __future__ import annotations

import re
from datetime import date, datetime

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.standings.standing import Standing
from handlers.texts.acting import answers
from handlers.texts.common import cut, named
from handlers.texts.numbers import deadline, short_day

NEW_DUE = "hạn mới"
GIVE = "giao"
ORDERS = re.compile(
    r"\b(?:phai|can|nhanh|gap|khan|ngay|som|truoc|cham nhat|han|dut diem|day manh|tap trung|giao|chuyen|doi|thay"
    r"|tiep tuc|hang tuan|hang thang|hang quy|moi tuan|moi thang|oi)\b"
)
"""Folded words with which a leader wants something done, and a report does without."""
HANDS_OVER = re.compile(r"(?:giao|chuyen|phan cong)\b.+\b(?:cho|sang)\b(?!.*(?:\?|\b(?:chua|khong|nao|ai)$))")
"""How words begin that give an item to somebody: no question, although a name alone is one."""
CHARGE = re.compile(
    r"\b(?:phu trach|dam nhan|dam nhiem|ban giao|phan cong|giao .*\b(?:cho|sang)|chuyen|doi (?:sang|qua|lai|nguoi)|thay)\b"
    r"|\b(?:giao|de)\b.{1,30}\b(?:lo|lam|nhan|theo doi)\b"
)
"""Folded words about who is in charge."""
PROPOSES = re.compile(r"\bthay \w+(?: \w+)? bang \w+|\bsan bot\b")
""" "Thay Cường bằng Sơn ở việc … được không": who is in charge, also as a question."""
_DAY = (
    r"(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|thu (?:hai|ba|tu|nam|sau|bay|\d)(?: tuan (?:nay|sau|toi))?|mai)"
)
_AGAIN = r"(?:(?:a|thoi|thoi thi|nham(?: roi)?|khong|y toi(?: la)?|noi lai|(?:sua|doi)(?: lai)?(?: thanh| la)?|vay|the|ma)[ ,.:]+)"
_UNTIL = r"(?:(?:han|bo sung|xong|cho|lui|gia han)\b ?)*(?:den|toi|truoc|het|han|cham nhat)(?: la)?(?: het)?(?: ngay)?"
_WELL = r"(?: (?:nhe|nha|cung duoc|la duoc|thi hon|di|thoi|cho chac|vay))"
ONLY_UNTIL = re.compile(rf"{_AGAIN}*{_UNTIL} {_DAY}{_WELL}*|{_AGAIN}+{_DAY}{_WELL}*|{_DAY}{_WELL}+")
"""Folded words, the whole of a message, that only say until when."""
ONLY_SO_LONG = re.compile(
    rf"{_AGAIN}*(?:(?:dong y|nhat tri|chi|cho|duyet|lui|gia han|them) )+(?:\d{{1,2}}|mot|hai|ba|bon|nam|vai|may)"
    rf" (?:ngay|hom|tuan)(?: nua)?{_WELL}*"
)
"""The same for how long: of what was decided already, from which day is not said."""


def decided_already(one: Standing) -> str:
    """To how long, said after a deadline was decided."""
    now = f"hạn hiện tại {deadline(one.due)}" if one.due else "chưa có hạn"
    return (
        f"{one.item.key} {one.item.short_name}: {now}; không có đề nghị nào đang chờ, chưa thay đổi.\n"
        f"Đổi hạn: {one.item.key} {NEW_DUE.upper()} + ngày"
    )


def which(one: Standing, words: str, ward: WardView) -> str:
    item = one.item
    due = f", hạn {deadline(one.due)}" if one.due else ""
    said = cut(" ".join(words.split()), 80)
    charge = f"do {answers(item, ward)} phụ trách" if item.owner_id else "chưa phân công người phụ trách"
    return (
        f"“{said}”: {item.key} {item.short_name} {charge}{due}. Chưa thay đổi và chưa gửi đến ai.\n"
        "Kính đề nghị đồng chí chọn; giao việc mới: GIAO + người + việc + hạn."
    )


def no_item(code: str) -> str:
    return f"Kế hoạch không có {code.upper()}; chưa thay đổi và chưa gửi đến ai."


def give_to(person: PersonView, due: datetime | None) -> str:
    return f"Giao {named(person)} việc này{f', hạn {deadline(due)}' if due else ''}"


def set_day(day: date) -> str:
    return f"Đặt hạn {short_day(day)}"


def put_in_charge(person: PersonView) -> str:
    return f"Phân công {named(person)} phụ trách"


def press(owner: PersonView) -> str:
    return f"Đôn đốc {named(owner)}"


def ask_why(owner: PersonView) -> str:
    return f"Yêu cầu {named(owner)} giải trình"


def see(item: ItemView) -> str:
    return f"Xem {item.key}"
