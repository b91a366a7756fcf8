"""The words with which a task that is there is changed: its deadline, who is in charge of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import named
from handlers.texts.numbers import deadline

CODE = r"(?P<code>nv[ -]?\d{1,4}|ct[ -]?\d{1,4}[a-z]?\d?)"
SETS_DAY = re.compile(
    r"\b(?:(?:lui|doi|sua|dat|dat lai|chuyen|dieu chinh|thay doi|roi|hoan|keo dai|rut ngan)(?: lai| thoi)* han"
    r"|(?<!qua )(?<!tre )(?:han|deadline)\b(?:(?! (?:gui|nop|bao)\b)[ ,:]+\S+){0,12}?[ ,:]+(?<!dang )(?<!phai )(?:doi|sua|chuyen|dieu chinh|thay doi|day|rut|rut ngan)"
    r"(?: (?:lai|som|thoi))*(?: (?:thanh|sang|den|toi|qua|ve|xuong|la|con|vao|ngay))+\b"
    r"|han moi|gia han|lui|keo dai|hoan(?! (?:thanh|tat|toan|thien))|them (?:\d+|mot|hai|ba|vai) (?:tuan|ngay|thang))\b"
)
"""Folded words with which somebody sets a deadline."""
_DAY = r"[ :]*(?:ngay )?(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|thu \w+(?: tuan (?:sau|toi|nay))?|cuoi (?:thang|tuan)(?: nay)?|het thang)(?: (?:nhe|nha|thoi|a|di|moi xong))*[ .!]*"
UNTIL_DAY = re.compile(rf"(?:cho |thoi )?{CODE}[ ,:]*(?:den|toi|lui den|cho den)\b{_DAY}")
DUE_DAY = re.compile(rf"{CODE}[ ,:]*(?:thoi )?han(?: (?:la|den|chot|cuoi|cung))*\b{_DAY}")
"""Folded words, the whole of a message: another day for an item, and nothing else."""
_OOPS = r"(?:(?:a|ah|o|oi|chet|thoi|xin loi|nham|lon|sai|ghi|khong phai|khong)(?: (?:han|ngay|roi|mat|the|vay))*[ ,.;:–-]+)"
_INSTEAD = r"(?:(?:sua|doi|lui|chuyen|chinh|dieu chinh|de)(?: (?:lai|thoi))* )?(?:(?:thoi|han|den|toi|sang|thanh|la|phai|chot|cuoi|moi) )*"
OTHER_DAY = re.compile(
    r"(?=.*\b(?:han|sai|nham|lon|moi (?:dung|phai)|sua|doi|lui|khong phai|chuyen)\b)"
    rf"(?:{_OOPS})*{_INSTEAD}{_DAY}(?:(?:moi (?:dung|phai)|chu|thoi|nhe|a|ngay)[ .!]*)*"
)
"""Folded words, the whole of a message below the order just given: its day was wrong."""
MORE_TIME = re.compile(r"\b(?:gia han|lui|keo dai|hoan(?! (?:thanh|tat|toan|thien))|them)\b")
ASKS = re.compile(r"\b(?:xin|de nghi|mong|cho (?:em|toi|minh|phep em)|duoc khong)\b")
"""With these it is asked for, not set."""
_GIVES = r"(?:(?:ban )?giao(?: lai)?|chuyen(?: giao)?(?: lai)?|phan cong(?: lai)?|doi nguoi(?: phu trach)?|thay nguoi(?: phu trach)?)"
_TO = r"(?: (?:cho|sang|qua|thanh|la|bang|ve|:))*"
_DOES = r"(?: (?:phu trach|lam|thuc hien|chu tri|theo doi|nhe|nha|di|nhan|thay|dam nhiem|dam nhan|tiep))*"
GIVES = "giao"
HANDS_OVER = (
    re.compile(rf"(?:nay |hay )?{_GIVES}(?: nhiem vu| viec)? {CODE}{_TO} (?P<who>.+?){_DOES}[ .!]*"),
    re.compile(
        rf"(?:viec |vu |nhiem vu )?{CODE}(?: nay| thi)*,? (?:(?:em|toi|minh|anh|chi) )?(?:se )?{_GIVES}{_TO} (?P<who>.+?){_DOES}[ .!]*"
    ),
    re.compile(rf"doi(?: nhiem vu| viec| vu)? {CODE}(?: (?:sang|cho|qua|ve))+ (?P<who>.+?){_DOES}[ .!]*"),
    re.compile(
        rf"(?:viec |vu )?{CODE} de (?:cho )?(?P<who>.+?) (?:lam|xu ly|lo|nhan|phu trach)(?: nhe| nha| di)*[ .!]*"
    ),
    re.compile(
        rf"(?:giao cho |de |giao )?(?P<who>.+?) (?:phu trach|chu tri|nhan|dam nhiem|dam nhan) {CODE}(?: nhe| nha| di)*[ .!]*"
    ),
)
"""Folded words, the whole of a message, that put somebody else in charge of an item."""
BOTH_AGREE = re.compile(r"\bban giao\b")
"""Folded words of a hand-over to which both have to agree, unless who decides on the item says so."""
ALONG = re.compile(
    r"(?:giao|cu|phan cong|dieu|de|them|bo sung|nho)(?: them)?(?: cho)? (?P<who>.+?) (?:vao )?(?:ho tro|lam cung|cung lam|phoi hop|giup|lam chung|tham gia)"
    rf"(?: (?:voi|cung|cho))?(?: (?!nv|ct).{{2,20}}?)?(?: (?:lam|viec|nhiem vu|thuc hien))? {CODE}(?: nhe| nha| di)*[ .!]*"
)
"""Folded words, the whole of a message, by which somebody is to work along on an item."""
_CODES = r"(?P<codes>(?:nv|ct)[ -]?\d{1,4}[a-z]?\d?(?:(?: ?[,;+&] ?| (?:va|voi|cung) | )(?:nv|ct)[ -]?\d{1,4}[a-z]?\d?)+)"
HANDS_SEVERAL = (
    re.compile(rf"(?:con )?{_CODES}(?: thi)?,? {_GIVES}{_TO} (?P<who>.+?){_DOES}[ .!]*"),
    re.compile(rf"{_GIVES}(?: nhiem vu| viec)? {_CODES}{_TO} (?P<who>.+?){_DOES}[ .!]*"),
)
"""The same of several items at once."""


def works_along(item: ItemView, owner: PersonView | None, person: PersonView) -> str:
    """No colleague is written into an item beside who is in charge of it: units are."""
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách. Chưa ghi {named(person)} cùng làm, chưa báo ai.\n"
        f"Đơn vị phối hợp: PHÂN CÔNG {item.key} PHỐI HỢP + đơn vị. "
        f"Việc riêng cho {named(person)}: GIAO {named(person)} + nội dung + hạn"
    )


def no_day(item: ItemView) -> str:
    return (
        f"Chưa rõ hạn mới của {item.key} {item.short_name}; hạn giữ nguyên. Ví dụ: {item.key} hạn mới 25/12"
    )


def not_yours_to_hand(item: ItemView, deciders: Sequence[PersonView]) -> str:
    who = f" do {named(deciders[0])} hoặc Văn phòng quyết định" if deciders else " do Văn phòng phân công"
    return f"Người phụ trách {item.key} {item.short_name}{who}; chưa thay đổi gì."


def same_day(one: Standing) -> str:
    due = f" đang là {deadline(one.due)}" if one.due else ""
    return f"Hạn của {one.item.key} {one.item.short_name}{due}; không có gì thay đổi."


def same_person(item: ItemView, person: PersonView) -> str:
    return f"{item.key} {item.short_name} đang do {named(person)} phụ trách; không có gì thay đổi."
