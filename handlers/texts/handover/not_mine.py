"""The words of who says that an item is not his any more, and of whom that is put before."""

from __future__ import annotations

import re

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import deadline

_NOT = r"(?:khong|ko|k|kg|chang|dau)"
_ME = (
    r"(?:em|toi|minh|tui|chau|chung (?:em|toi|minh)|ben (?:em|toi|minh)"
    r"|(?:phong|bo phan|don vi|to|tram|truong|ban) (?:em|toi|minh|nay|chung (?:em|toi|minh)))"
)
_OURS = (
    r"(?:tram|truong|phong|don vi|ban|to|doi|bo phan|van phong|cong an|quan su)(?: (?:a|ah|nhe|dau|anh|chi))*"
)
_WORK = r"(?:(?:phan|viec|cong viec|nhiem vu|trach nhiem|linh vuc|chuc nang|mang|muc|chi tieu|dau viec|cua|do|ve|ben) )*"
_IT = r"(?: (?:phan|viec|nhiem vu|chi tieu|muc|mang|linh vuc|dau viec|cai) (?:nay|do|tren))?"
SAYS = re.compile(
    rf"\b{_NOT} (?:con )?(?:thuoc|phai(?: la)?|la|do) {_WORK}{_ME}\b(?! (?:khong|chua|bao|gui|co|se|da|dang|quen)\b)"
    rf"|\b{_NOT} (?:con )?thuoc {_WORK}(?:phu trach|quan ly|theo doi) (?:cua )?{_ME}\b"
    rf"|\b{_NOT} (?:con )?(?:thuoc|phai(?: la)?) (?:phan |viec |nhiem vu |cong viec |trach nhiem )+(?:cua |ben ){_OURS}$"
    rf"|\b{_ME} (?:{_NOT} con|{_NOT}|het|thoi) (?:phu trach|quan ly|theo doi)\b{_IT}"
    rf"|\b{_ME} {_NOT} con lam{_IT} nua\b"
    r"|\b(?:da |duoc )?chuyen (?:giao )?(?:(?:sang|cho|qua|ve) )?(?:\w+ ){1,6}?(?:lam|phu trach|theo doi|quan ly|nhan) (?:roi|rui|r)\b"
    r"|\b(?:giao|phan cong|nhac|hoi) nham(?: (?:nguoi|cho|em|toi|minh|phong|roi|r|a|viec nay))*$"
    r"|\bgui nham (?:nguoi|cho|phong)(?: (?:em|toi|minh|roi|r|a|viec nay))*$"
)
"""Folded words that say so."""
ANOTHERS = re.compile(
    r"\b(?:viec|cai|muc|phan|chi tieu|nhiem vu) (?:nay|do|kia) (?:la )?"
    r"(?:(?:da )?(?:giao|phan cong|ban giao)(?: lai)? cho|cua|(?:do|thuoc)(?: ve)?)"
    r" (?P<who>\w+(?: \w+){0,3}?)(?: (?:roi|rui|lam|phu trach|theo doi|ma|chu|co|a))*$"
)
"""Folded words that an item is somebody else's: a name stands in them."""
QUICK = re.compile(r"giao|cua|thuoc|phai|phu trach|quan ly|theo doi|nham|chuyen|con lam")
"""What is in all of them: a cheap look before the words are taken apart."""
OTHERWISE = re.compile(
    r"\b(?:vuong|gia han|dang lam|da lam|hoan thanh|xong|nghi phep|ai|may|bao nhieu)\b|\?\s*$"
)
"""Folded words beside it that make it a report, a difficulty or a question."""
AROUND = " ,.;:-–"


def which_item(person: PersonView) -> str:
    return f"{capital(you(person))} báo đầu việc nào không thuộc phần mình? Chưa chuyển ai. Đề nghị chọn, hoặc gửi mã."


def typed(item: ItemView) -> str:
    """What picking an item is the same as."""
    return f"{item.key} không thuộc phần tôi"


def somebody_elses(item: ItemView, owner: PersonView | None) -> str:
    who = f"do {named(owner)} phụ trách" if owner else "chưa phân công người phụ trách"
    return f"{item.key} {item.short_name} {who}; không có gì thay đổi."


def passed_on(one: Standing, person: PersonView, to: PersonView | None, *, reached: bool) -> str:
    """The receipt: before whom it is put, what holds meanwhile, how to hand over oneself."""
    item = one.item
    due = f" (hạn {deadline(one.due)})" if one.due and not one.reported else ""
    if to is None:
        put = "chưa có người phân công để chuyển; đề nghị báo Văn phòng."
    elif reached:
        put = f"đã chuyển {named(to)} xem xét phân công lại."
    else:
        put = f"{named(to)} phân công được nhưng chưa liên kết trò chuyện; đề nghị báo trực tiếp."
    return (
        f"{item.key} {item.short_name}: {put} Trong khi chờ, {you_short(person)} vẫn phụ trách, hạn giữ nguyên{due}.\n"
        f"Bàn giao thẳng cho người nhận: BÀN GIAO {item.key} CHO + tên"
    )


def put_before(one: Standing, words: str, by: PersonView, reader: PersonView) -> str:
    """To who assigns: who says so of what, in which words, and how to answer."""
    item = one.item
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Kính gửi"
    return (
        f"{opening} {you(reader)}: {named(by)} báo {item.key} {item.short_name} không thuộc phần mình phụ trách: "
        f"“{cut(words, 300)}”.\nĐầu việc và hạn giữ nguyên khi chưa phân công lại. Trả lời: PHÂN CÔNG {item.key} + tên"
    )


def again(item: ItemView, to: PersonView) -> str:
    return f"{item.key} {item.short_name}: đã chuyển {named(to)} hôm nay; đầu việc và hạn giữ nguyên khi chưa phân công lại."
