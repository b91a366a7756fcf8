"""Who is in charge of a field or a unit: how it is asked for, and what is answered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import FieldView, PersonView, WardView
from handlers.texts.common import capital, named
from handlers.texts.numbers import count

_WHO = r"(?:ai|(?:nguoi|can bo|dong chi|dc|d/c|lanh dao|pho chu tich|pct|don vi|phong|anh|chi|ong|ba)(?: chuyen mon)? nao)"
_CARES = (
    r"(?:phu trach|theo doi|quan ly|chiu trach nhiem|dam nhiem|lo|nam|chi dao|truc tiep lam|lam|tham muu"
    r"|duoc giao|duoc phan cong)"
)
_BEFORE = r"(?:(?:cho hoi|cho biet|hoi|the|vay|con|hien|hien nay|hien tai|gio|bay gio)[ ,]+)*"
_TAIL = r"(?: (?:vay|the|a|ha|hien nay|hien tai|bay gio|day|nhi|em|roi|ta|nhe|nao|phuong minh|cua phuong))*"
_FIELD = r"(?:linh vuc|mang|nganh|khoi)"
_LEAD = rf"(?:(?:{_FIELD}|cong tac|phan viec|phan|van de|chuyen|vu|viec|ve|cho|toan bo)(?: (?:ve|cua))* )*"
ASKED = re.compile(
    rf"{_BEFORE}{_WHO}(?: (?:la|nguoi|dang|se|duoc|giao|phan cong|truc tiep))*? {_CARES}(?: chinh)? (?P<after>{_LEAD}(?P<after_bare>.{{2,60}}?)){_TAIL}"
    rf"|{_BEFORE}(?P<before>{_LEAD}(?P<before_bare>.{{2,60}}?)),?(?: (?:thi|la|do|dang|hien|giao|duoc|cho))* {_WHO}"
    rf"(?: (?:la|nguoi|dang|se|truc tiep))*? {_CARES}(?: chinh)?{_TAIL}"
)
""" "Ai phụ trách đất đai", "mảng y tế do đồng chí nào theo dõi"."""
OF_FIELD = re.compile(rf"{_FIELD}\b")
""" "Lĩnh vực …": no item is meant."""
BRIEF = 3
"""So many items of one person are named."""


def of_field(field: FieldView, ward: WardView, items: Sequence[ItemView]) -> str:
    """The leader of a field, and who answers for what in it."""
    leader = ward.people.get(field.leader_id or 0)
    head = f"Lĩnh vực {field.name}: {named(leader)}{' phụ trách' if leader else ''}{_away(leader, ward)}."
    if not items:
        return f"{head}\nLĩnh vực này chưa có đầu việc nào trong kế hoạch."
    return "\n".join([head, *_owners(items, ward)])


def of_unit(name: str, heads: Sequence[PersonView], ward: WardView, items: Sequence[ItemView]) -> str:
    """Who heads a unit, and who answers for what in it."""
    led = ", ".join(f"{named(one)}{_away(one, ward)}" for one in heads)
    head = f"{name}: {led} phụ trách." if heads else f"{name}: chưa có trưởng đơn vị trong danh sách."
    return "\n".join([head, *_owners(items, ward)])


def of_items(words: str, items: Sequence[ItemView], ward: WardView) -> str:
    """What has the words in its name, where no field is called so."""
    return "\n".join([f"Đầu việc có “{words}”:", *_owners(items, ward)])


def more(name: str) -> str:
    return f"Xem cả lĩnh vực: TÌNH HÌNH {name}"


def _owners(items: Sequence[ItemView], ward: WardView) -> list[str]:
    owned: dict[int, list[ItemView]] = {}
    for item in sorted(items, key=lambda one: ward.who(one.owner_id) is None):
        owned.setdefault(item.owner_id if item.owner_id and ward.who(item.owner_id) else 0, []).append(item)
    return [_owner(ward.who(key), own, ward) for key, own in owned.items()]


def _owner(owner: PersonView | None, items: Sequence[ItemView], ward: WardView) -> str:
    shown = "; ".join(f"{one.key} {one.short_name}" for one in items[:BRIEF])
    rest = f"; … và {count(len(items) - BRIEF)} mục khác" if len(items) > BRIEF else ""
    unit = ward.unit_name(owner.unit_id) if owner else None
    who = capital(named(owner)) + (f" ({unit})" if unit else "")
    return f"- {who}: {shown}{rest}"


def _away(person: PersonView | None, ward: WardView) -> str:
    """Who acts for somebody who is away today."""
    absence = ward.away.get(person.id) if person else None
    if absence is None:
        return ""
    acting = ward.people.get(absence.substitute or 0)
    return f" (đang nghỉ{f', {named(acting)} thay' if acting else ''})"
