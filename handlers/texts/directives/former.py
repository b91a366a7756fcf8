"""The words for who had an item that is handed over."""

from __future__ import annotations

import re

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import cut, named

FROM = re.compile(r"(?:^|(?<= ))(?:tu(?: tay)?|cua|(?:dang )?do) ")
TO = re.compile(
    r"(?: (?:dang )?(?:phu trach|lam|theo doi|quan ly|giu))?,? (?=(?:sang|cho|qua|ve|thanh|toi)\b)"
)
"""Folded words between which stands who had it."""
ONESELF = re.compile(r"toi|em|minh|chau")
SOMEBODY = re.compile(r"(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c|dc) \w+(?: \w+){0,3}")
"""A form of address and a name, folded: somebody, also where the ward does not know him."""


def not_his(items: list[ItemView], owner: PersonView | None, said: str) -> str:
    """To who names somebody as the one in charge who is not."""
    charge = f"đang do {named(owner)} phụ trách" if owner is not None else "chưa có người phụ trách"
    names = ", ".join(f"{item.key} {item.short_name}" for item in items)
    return f"{names} {charge}, không phải {cut(said, 40)}; chưa thay đổi gì."


def hand_all_the_same(item: ItemView, person: PersonView) -> str:
    return f"Giao {named(person)} phụ trách {item.key}"


def see(item: ItemView) -> str:
    return f"Xem {item.key}"
