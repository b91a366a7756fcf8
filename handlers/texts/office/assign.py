"""The words of /phancong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you
from handlers.texts.numbers import count
from handlers.texts.reporting.said import sample
from handlers.texts.units import noun

LEVEL = re.compile(r"(?:(?P<ward>(?:toan|ca) phuong)|(?:tung|cac) (?:don vi|to|phan))[ :,-]+(?:cho )?(?=\S)")
"""Folded words in front of the person: a collected indicator itself, or what each unit reports."""
OF_WARD, OF_UNITS = "toàn phường", "từng đơn vị"
OFFERED = 6


def whom_of_unit(items: Sequence[ItemView], unit: str) -> str:
    """One person answers for an item, no unit does."""
    keys = ", ".join(item.key for item in items)
    return (
        f"{keys} giao {unit}: mỗi việc một người phụ trách. Chưa phân công. Đề nghị chọn người, hoặc gửi tên:"
    )


def usage(unowned: Sequence[ItemView]) -> str:
    sample = unowned[0].key if unowned else "NV-001"
    lines = [f"Phân công: PHÂN CÔNG + mã (một hoặc nhiều mã) + tên người. Ví dụ: PHÂN CÔNG {sample} Minh"]
    if unowned:
        lines.append(f"Chưa có người phụ trách: {count(len(unowned))} mục:")
        lines += [f"- {item.key} {item.short_name}" for item in unowned[:12]]
        if len(unowned) > 12:
            lines.append(f"… và {count(len(unowned) - 12)} mục khác.")
    return "\n".join(lines)


def who(items: Sequence[ItemView]) -> str:
    keys = " ".join(item.key for item in items)
    return f"Đề nghị ghi thêm tên người phụ trách; chưa phân công. Ví dụ: PHÂN CÔNG {keys} Minh"


def too_much(extra: str, items: Sequence[ItemView], person: PersonView) -> str:
    keys = " ".join(item.key for item in items)
    return (
        f"Trợ lý chưa rõ “{extra}”; chưa phân công. Mỗi lần một người, mã ghi trước tên. "
        f"Ví dụ: PHÂN CÔNG {keys} {person.given_name}"
    )


def which_units(items: Sequence[ItemView]) -> str:
    keys = " ".join(item.key for item in items)
    return f"Đề nghị ghi tên một đơn vị phối hợp; chưa ghi. Ví dụ: PHÂN CÔNG {keys} phối hợp Phòng VH-XH"


def no_such_unit(item: ItemView, name: str, units: Iterable[str]) -> str:
    known = "; ".join(units)
    return (
        f"Trợ lý chưa tìm thấy “{name}” trong danh sách đơn vị, người; chưa ghi. Đơn vị: {known}.\n"
        f"Ví dụ: PHÂN CÔNG {item.key} phối hợp Phòng VH-XH"
    )


def coordinates(
    items: Sequence[ItemView], units: Sequence[str], before: Sequence[str], told: Sequence[PersonView]
) -> str:
    """Which units coordinate now, in the place of those before, and who was told."""
    names = "; ".join(f"{item.key} {item.short_name}" for item in items)
    was = f" (trước đây: {', '.join(before)})" if before and list(before) != sorted(units) else ""
    who = f" Đã báo: {', '.join(named(one) for one in told)}." if told else ""
    now = ", ".join(units) or "không có đơn vị nào"
    return f"Đã ghi đơn vị phối hợp của {names}: {now}{was}; người phụ trách không đổi.{who}\nXem: TÌNH HÌNH {items[0].key}"


def told_coordinates(items: Sequence[ItemView], head: PersonView, by: PersonView) -> str:
    names = "; ".join(f"{item.key} {item.short_name}" for item in items)
    return f"Kính gửi {you(head)}: {named(by)} ghi đơn vị của {head.address} phối hợp thực hiện {names}.\nXem: TÌNH HÌNH {items[0].key}"


def only_reads(person: PersonView) -> str:
    return f"{capital(named(person))} chỉ theo dõi, không gửi báo cáo; chưa phân công."


def no_item(words: str) -> str:
    return f"Trợ lý chưa tìm thấy đầu việc “{words}”; chưa phân công. Trả lời PHÂN CÔNG để xem các mục chưa có người phụ trách."


def several(items: Sequence[ItemView], rest: str) -> str:
    names = "; ".join(f"{item.key} {item.short_name}" for item in items)
    return f"Có nhiều đầu việc gần giống: {names}. Chưa phân công. Đề nghị ghi mã, ví dụ: PHÂN CÔNG {items[0].key} {rest or 'Minh'}"


def own_unit_only(item: ItemView) -> str:
    return f"{item.key} {item.short_name}: trưởng đơn vị phân công đầu việc của đơn vị mình, cho người của đơn vị mình. Chưa phân công."


def assigned(
    items: Sequence[ItemView],
    person: PersonView,
    before: Mapping[str, PersonView | None],
    *,
    reached: bool | None,
) -> str:
    """Who answers for what now; `reached` None where there is nobody else to tell."""
    lines = [f"Đã phân công {named(person)} phụ trách:"]
    for item in items:
        old = before[item.key]
        was = f" (trước đây: {named(old)})" if old is not None and old.id != person.id else ""
        lines.append(f"- {item.key} {item.short_name}{was}")
    if reached is not None:
        tail = "đã được báo" if reached else "chưa liên kết trò chuyện nên chưa được báo"
        lines.append(f"{capital(named(person))} {tail}.")
    return "\n".join(lines)


def of_ward(collected: Sequence[ItemView]) -> str:
    return f"{', '.join(item.key for item in collected)} của toàn phường"


def of_units(shares: Sequence[ItemView]) -> str:
    return f"Phần của {count(len(shares))} {noun(shares)}"


def which_level(
    line: ItemView, shares: Sequence[ItemView], before: Sequence[PersonView | None], person: PersonView
) -> str:
    """Who answers for a collected indicator, and who reports its units' shares: which of them shall change?"""
    reporters = ", ".join(dict.fromkeys(named(one) for one in before[1:]))
    return (
        f"{line.key} {line.short_name} do {count(len(shares))} {noun(shares)} cùng báo cáo ({reporters}); "
        f"phụ trách chung: {named(before[0]) if before[0] else 'chưa có'}. "
        "Chưa ghi phân công mới.\n"
        f"{capital(named(person))} phụ trách chung cả phường, hay báo cáo phần của từng đơn vị?"
    )


def told(items: Sequence[ItemView], person: PersonView, by: PersonView) -> str:
    lines = [f"Kính gửi {you(person)}: {named(by)} phân công {person.address} phụ trách:"]
    lines += [f"- {item.key} {item.name if len(item.name) <= 150 else item.short_name}" for item in items]
    reported = [item for item in items if not item.parts]
    if reported:
        lines.append(f"Gửi số liệu hoặc tiến độ, ví dụ: {sample(reported[0], None)}")
    else:
        lines.append(f"Số liệu do các đơn vị gửi, trợ lý cộng. Xem: TÌNH HÌNH {items[0].key}")
    return "\n".join(lines)


def taken(items: Sequence[ItemView], former: PersonView, person: PersonView, by: PersonView) -> str:
    """To who answered for the items before."""
    names = "; ".join(f"{item.key} {item.short_name}" for item in items)
    does = "nhận" if by.id == person.id else f"đã phân công {named(person)}"
    return f"Kính gửi {you(former)}: {named(by)} {does} phụ trách {names}. Trợ lý không nhắc {former.address} các mục này nữa."
