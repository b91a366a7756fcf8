"""How a leader tells the day of work that he names by a word of its title, or points at; folded words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import cut, named
from handlers.texts.numbers import count, short_day


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


CLAUSES = re.compile(r"\s*(?:[,;:\n]+(?!\d)|[.!](?=\s|$))\s*")
_MOVES = r"(?:sua|doi|chuyen|dich|day|keo|rut|rut ngan|lui|hoan|gia|noi|dat|chinh|dieu chinh|cho|de|con|ra)"
_TO = r"(?:lai|han|thoi han|len|xuong|ve|som|ngan|them|dai|sang|qua|toi|den|thanh|la|con|vao|ngay|moi|cuoi|chot|cung|nop)"
SETS = re.compile(
    rf"\b(?:thoi )?(?:han|deadline)\b(?! (?:nao|che|hep))|\b{_MOVES} (?:{_TO} )*(?:toi|den|sang|qua|len|ve|con|thanh)\b"
    r"|\b(?:cho|lui|gia han|noi|hoan|keo dai)\b.{0,30}?\bthem (?=\d|mot|hai|ba|bon|nam|vai|may)|\brut ngan con\b"
)
"""Folded words that set a day, or give more of them."""
OLD_DAY = re.compile(
    r"\b(?:(?:chu )?(?:khong|ko|k|kg|hong|hok|dau) phai(?: la)?|thay vi|thay cho|khong la)(?: ngay| hom)? "
    r"(?:\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{2,4})?)?|thu \w+|t[2-7]|mung \d+|mai|cuoi \w+)(?: (?:nua|nhu cu|dau))*"
)
"""The day that does not hold: "chứ không phải 1/12"."""
WRITTEN = re.compile(r"(?<![\d/])\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?![\d/])")
MORE = re.compile(
    r"\b(?:them )?(?P<count>\d{1,2}|mot|hai|ba|bon|nam) (?P<unit>ngay|hom|bua|tuan|thang)(?: nua)?\b(?! (?:lam viec )?mot lan)"
)
COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}
UNIT_DAYS = {"tuan": 7, "thang": 30}
THIS = re.compile(
    r"\b(?:viec|vu|cai|muc|nhiem vu|dau viec) (?:nay|do|kia|ay|vua roi|tren|hom no|hom truoc)\b"
)
ASKS = re.compile(
    r"\?|\b(?:nao|bao gio|the nao|ra sao|dc khong|duoc khong|phai khong|den dau|may ngay)\b"
    r"|\b(?:xong|nop|lam|gui|co|duoc) chua\b"
)
FILLERS = _words(
    """
    sua doi chuyen dich day keo rut ngan lui hoan gia noi dat chinh dieu cho de con ra lai han thoi len xuong ve
    som hon them dai sang qua toi den thanh la vao ngay moi cuoi chot cung nop deadline tuan thang hom bua nua
    nhe nha nghe nghen nhen chua roi r nham dung chu ma di u uh uhm ok oke duoc dc ung a em anh chi ong ba co
    bac dong d/c tui minh t e c viec vu cai muc nhiem dau do nay kia ay tren thi cu phai xong khong ko k kg giup
    gium ho luon ghi mot hai bon nam vai may truoc lam cua tam phep quyet dinh
    """
)
"""Words beside a day, an item and a name that say no more than that the day is to hold."""
REASON_WORDS = 9
"""So many words of a clause beside may tell why."""


def chosen(words: str, day: date | None) -> str:
    """Several tasks may be meant, or one: which is asked."""
    when = f" {short_day(day)}" if day is not None else ""
    return (
        f"“{cut(' '.join(words.split()), 80)}”: chưa thay đổi và chưa gửi đến ai. Đặt hạn{when} cho việc nào?"
    )


def not_known(words: str) -> str:
    """Nothing tells which work is meant."""
    return (
        f"“{cut(' '.join(words.split()), 80)}”: trợ lý chưa rõ là việc nào; chưa thay đổi và chưa gửi đến ai.\n"
        "Đổi hạn một nhiệm vụ: mã + HẠN MỚI + ngày"
    )


def nothing_of(people: Sequence[PersonView]) -> str:
    whose = " hoặc ".join(map(named, people))
    return f"Chưa rõ đổi hạn việc nào của {whose}; chưa thay đổi và chưa gửi đến ai.\nĐổi hạn một nhiệm vụ: mã + HẠN MỚI + ngày"


def no_due(item: ItemView, days: int) -> str:
    """There is no day to which more of them could be added."""
    return (
        f"{item.key} {item.short_name} chưa có hạn nên chưa rõ thêm {count(days)} ngày từ ngày nào; chưa thay đổi gì.\n"
        f"Đặt hạn: {item.key} HẠN MỚI + ngày"
    )
