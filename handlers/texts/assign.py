"""The words of /phancong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db.ward_view import ItemView, PersonView
from handlers.texts.common import capital, named, you
from handlers.texts.numbers import count
from handlers.texts.report import sample


def usage(unowned: Sequence[ItemView]) -> str:
    lines = ["Phân công: PHÂN CÔNG + mã + tên người. Ví dụ: PHÂN CÔNG CT05 Minh; PHÂN CÔNG NV-001 NV-002 Lan"]
    if unowned:
        lines.append(f"Chưa có người phụ trách: {count(len(unowned))} mục:")
        lines += [f"- {item.key} {item.short_name}" for item in unowned[:12]]
        if len(unowned) > 12:
            lines.append(f"… và {count(len(unowned) - 12)} mục khác.")
    return "\n".join(lines)


def who() -> str:
    return "Đề nghị ghi thêm tên người phụ trách. Ví dụ: PHÂN CÔNG CT05 Minh"


def no_item(words: str) -> str:
    return f"Trợ lý chưa tìm thấy đầu việc trong “{words}”; chưa phân công. Ví dụ: PHÂN CÔNG CT05 Minh"


def several(items: Sequence[ItemView], rest: str) -> str:
    names = "; ".join(f"{item.key} {item.short_name}" for item in items)
    return f"Có nhiều đầu việc gần giống: {names}. Chưa phân công. Đề nghị ghi mã, ví dụ: PHÂN CÔNG {items[0].key} {rest or 'Minh'}"


def own_unit_only(item: ItemView) -> str:
    return f"{item.key} {item.short_name}: trưởng đơn vị phân công đầu việc của đơn vị mình, cho người của đơn vị mình. Chưa phân công."


def assigned(
    items: Sequence[ItemView], person: PersonView, before: Mapping[str, PersonView | None], *, reached: bool
) -> str:
    lines = [f"Đã phân công {named(person)} phụ trách:"]
    for item in items:
        old = before[item.key]
        was = f" (trước đây: {named(old)})" if old is not None and old.id != person.id else ""
        lines.append(f"- {item.key} {item.short_name}{was}")
    tail = "đã được báo" if reached else "chưa liên kết trò chuyện nên chưa nhận được tin"
    lines.append(f"{capital(named(person))} {tail}.")
    return "\n".join(lines)


def told(items: Sequence[ItemView], person: PersonView, by: PersonView) -> str:
    lines = [f"Kính gửi {you(person)}: {named(by)} phân công {person.address} phụ trách:"]
    lines += [f"- {item.key} {item.name if len(item.name) <= 150 else item.short_name}" for item in items]
    lines.append(f"Gửi số liệu hoặc tiến độ, ví dụ: {sample(items[0], None)}")
    return "\n".join(lines)
