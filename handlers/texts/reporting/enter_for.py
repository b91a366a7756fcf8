"""The words of /nhapthay: figures that one person enters for another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named
from handlers.texts.numbers import count

AGAIN = "Chưa đúng, gửi lại"

CORRECTS = re.compile(
    r"(?:sửa|sua|đính chính|dinh chinh)(?: lại| lai)?(?: số| so)?(?: liệu| lieu)? (?:thay|cho|của|cua) "
    r"(?P<who>[^\W\d]+(?: [^\W\d]+)?)(?: là| la| thành| thanh|:)? "
    r"(?P<said>\d[\d.,/]*(?: ?%| [^\W\d]+)?)[ .!]*",
    re.IGNORECASE,
)
"""A figure of somebody else's put right, without its item."""


TELLS = re.compile(
    r"(?:(?:thoi|a|em|da|nay|ne|vua|nay) ,?)*@ (?:(?:vua|moi|co|goi|dien) )*(?:doc|bao|noi|nhan)(?: (?:so|lieu|lai|tam|qua|cho|em|e|toi|minh|la|dien thoai|dt))* ?:? ?"
    r"(?P<said>\d[\d.,]*)(?:[ ,.]+(?:ghi|nhap|vao)(?: (?:giup|ho|gium|luon|tam|em|e|chi|toi|minh|di|da|nhe|nha|a|vao|so|lai|thay))*)?[ .!]*"
)
"""Folded words that tell what somebody ("@") said, a bare number."""


def usage(person: PersonView | None = None) -> str:
    who = person.given_name if person else "Minh"
    return f"Nhập thay: NHẬP THAY + tên người + số liệu. Ví dụ: NHẬP THAY {who} BHXH 201"


def label(person: PersonView) -> str:
    """One of several people of the same name."""
    return f"{capital(person.address)} {person.name} ({person.code})"


def which(people: Sequence[PersonView]) -> str:
    return (
        f"Có {count(len(people))} người cùng tên {people[0].given_name}. Nội dung chưa được ghi. "
        "Đề nghị chọn người được nhập thay:"
    )


def of_another(items: Sequence[ItemView], owners: str, named_instead: str) -> str:
    what = ", ".join(f"{item.key} {item.short_name}" for item in items)
    return f"{what} do {owners} phụ trách, không phải {named_instead}. Nội dung chưa được ghi."


def whole(person: PersonView, *others: PersonView) -> str:
    """How somebody is called, by the whole name beside another one of the same."""
    alike = any(named(one) == named(person) for one in others)
    return f"{person.address} {person.name}" if alike else named(person)


def instead(owners: Sequence[PersonView]) -> str:
    return f"Ghi thay {', '.join(map(named, owners))}"


def not_entered() -> str:
    return f"Chưa ghi gì. Đề nghị gửi lại: {usage().partition(': ')[2]}"
