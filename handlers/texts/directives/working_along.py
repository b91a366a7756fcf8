"""How a leader or the clerk says who works along on an item besides who is in charge; folded words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


ALONG = re.compile(
    r"\b(?:phoi hop|p/h|cung lam|lam cung|lam chung|ho tro|tham gia cung|phu trach cung|lam phu"
    r"|phu(?=\s*(?:$|[,.;]|nhe|nha|a\b|giup)))\b"
)
ADDS = re.compile(r"\b(?:them|bo sung|cho|de|dua|keo|cu|gom|voi|cung|con|giao|phan cong|nho)\b")
DROPS = re.compile(
    r"\b(?:bo|rut|cho|dua|thoi)\b.{0,40}\b(?:ra khoi|khoi)\b|\b(?:bo(?! sung)|thoi|khong can)\b.{0,40}\bphoi hop\b"
)
LEADS = re.compile(
    r"\s*(?:van |lai |la |lam |giu |thi )*(?:chu tri|lam chinh|chiu trach nhiem chinh|chinh|dau moi|cam chinh)\b"
)
"""Behind who stays, or is to be, in charge."""
ASKS = re.compile(r"\?|\b(?:chua|khong nhi|the nao|ai|nao|den dau|toi dau|ra sao)\b")
TELLS = re.compile(
    r"\b(?:da|dang|vua|roi|xong|hom qua|can phai|de nghi ubnd)\b|\d{1,2}[/:h]\d|\bhan\b|\btruoc\b|\bbao cao\b"
)
"""What tells of work done, or orders more than that."""
FILLERS = _words(
    """
    thi cho de nho giup ho gium minh toi a e em anh chi nhe nha nhen nghen nhiem vu dau viec cong con va voi cung
    la gom giao moi cu phan ghi don vi nua luon vao vo o tham gia them bo sung lam thuc hien trien khai di tai tu
    nay can phai phoi hop p/h ho tro phu chinh chu tri van giu lai trach thoi oi u ok oke gio dua keo rut ra khoi
    khong hai ba 2 3 doi cai ve dong d/c cau ong co bac nguoi ben het thay noi phuong cam chung trong do
    """
)
MOST_WORDS = 24
YES, NO = "Đúng, ghi", "Không thay đổi"


def asked(
    item: ItemView,
    owner: PersonView | None,
    units: Sequence[str],
    colleagues: Sequence[PersonView],
    *,
    drops: bool,
) -> str:
    what = f"bỏ {', '.join(units)} khỏi đơn vị phối hợp" if drops else f"ghi {', '.join(units)} phối hợp"
    own = f"\n{capital(_names(colleagues))} cùng đơn vị, không ghi riêng." if colleagues else ""
    return f"{item.key} {item.short_name} ({named(owner)} phụ trách): {what}? Chưa thay đổi gì.{own}"


def same_unit(item: ItemView, owner: PersonView | None, people: Sequence[PersonView]) -> str:
    """Units work along, and these are colleagues of who is in charge."""
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách, giữ nguyên. {capital(_names(people))} cùng "
        "đơn vị nên không ghi là đơn vị phối hợp; chưa ghi, chưa báo ai. Cần giao phần việc riêng, chọn:"
    )


def _names(people: Sequence[PersonView]) -> str:
    return ", ".join(map(named, people))


def is_not(item: ItemView, units: Sequence[str], people: Sequence[PersonView] = ()) -> str:
    who = ", ".join([*units, *map(named, people)])
    return f"{capital(who)} không được ghi phối hợp {item.key} {item.short_name}; không thay đổi gì."


def is_already(item: ItemView, units: Sequence[str]) -> str:
    return f"{', '.join(units)} đã được ghi phối hợp {item.key} {item.short_name}; không thay đổi gì."


def another_leads(item: ItemView, owner: PersonView | None, person: PersonView) -> str:
    return (
        f"{item.key} {item.short_name} hiện do {named(owner)} phụ trách, không phải {named(person)}; "
        "chưa thay đổi, chưa báo ai. Đề nghị chọn:"
    )


def put_in_charge(person: PersonView) -> str:
    return f"Phân công {named(person)} phụ trách"


def hands(item: ItemView, person: PersonView) -> str:
    """As it would be typed."""
    return f"{item.key} giao {person.name}"


def own_work(person: PersonView) -> str:
    return f"Giao {named(person)} phối hợp việc này"


def own_order(item: ItemView, owner: PersonView | None, person: PersonView) -> str:
    """As it would be typed: an order of his own, whose draft is shown."""
    return f"/giaoviec {person.name}: phối hợp với {named(owner)} thực hiện {item.short_name}"


def which(items: Sequence[ItemView]) -> str:
    names = "; ".join(f"{one.key} {one.short_name}" for one in items)
    return f"Phối hợp việc nào? Chưa thay đổi gì. Đề nghị nhắn kèm mã: {names}"


def kept(item: ItemView) -> str:
    return f"Đơn vị phối hợp của {item.key} {item.short_name} giữ nguyên."
