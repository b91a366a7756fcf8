"""The words about who works along on an order without answering for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you

ALONG = "; phối hợp: "
BESIDE = re.compile(
    r"\b(?:phoi hop|cung (?:lam|thuc hien|trien khai|phoi hop)|cung|them|tham gia|ho tro|ca hai|bo sung)\b"
)
"""Folded words that say that somebody works along."""
ADDS = re.compile(r"(?:(?:a|u|ah|oi|giao|cu|cho|nho|phan cong)[ ,]+)*(?:them|bo sung|phoi hop)\b")
"""How folded words begin that only add somebody to an order of which something is still asked."""
LEADS = frozenset({("chu", "tri"), ("phu", "trach"), ("lam", "chinh"), ("chiu", "trach", "nhiem")})
JOINS = sorted(
    LEADS
    | {("thuc", "hien"), ("trien", "khai"), ("phan", "cong")}
    | {
        (one,)
        for one in (
            *",;.:",
            *[
                "va",
                "voi",
                "ca",
                "nua",
                "lam",
                "la",
                "con",
                "thi",
                "giao",
                "cho",
                "de",
                "nham",
                "nhe",
                "a",
                "nguoi",
                "cu",
                "nho",
                "ah",
                "oi",
            ],
        )
    },
    key=len,
    reverse=True,
)
"""Folded words between and behind the names of who is to work on one thing together, the longer ones first."""


def beside(who: str) -> str:
    """Who is named under "phối hợp:", in one piece with it."""
    return f"phối hợp {who}"


def is_along(what: str, person: PersonView) -> bool:
    """True when the work says already that this person works along."""
    return named(person) in what.partition(ALONG)[2]


def with_people(what: str, along: Sequence[PersonView]) -> str:
    """The work with who is to work along on it."""
    names = ", ".join(named(one) for one in along)
    if not names:
        return what
    return f"{what}, {names}" if ALONG in what else f"{what}{ALONG}{names}"


def joined(item: ItemView, owner: PersonView, names: Sequence[str], told: Sequence[PersonView]) -> str:
    """To who adds somebody to an order that was given."""
    heard = (
        f" Đã báo {', '.join(named(one) for one in told)}."
        if told
        else " Chưa báo ai; đề nghị báo trực tiếp."
    )
    return f"Đã ghi {item.key} do {named(owner)} chủ trì, phối hợp: {', '.join(names)}.{heard}"


def told_joined(item: ItemView, owner: PersonView, names: Sequence[str], reader: PersonView) -> str:
    return (
        f"Kính gửi {you(reader)}: {item.key} {item.name.partition(ALONG)[0]} do {named(owner)} chủ trì, "
        f"phối hợp: {', '.join(names)}. Xem: TÌNH HÌNH {item.key}"
    )


def works_along(along: Sequence[PersonView]) -> str:
    """Of several who were named one answers for the work; the others hear of it from him."""
    return f"{capital(', '.join(named(one) for one in along))} được ghi là phối hợp; trợ lý không báo riêng."
