"""What makes a task clear: product, who works together, who confirms, basis, intermediate dates."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.texts.common import capital, named, you
from handlers.texts.numbers import day, deadline, short_day
from handlers.texts.recurring import recurring


def facts(item: ItemView, ward: WardView, reached: Collection[str] = ()) -> list[str]:
    """One sentence for each thing that the plan says of a task; `reached` names intermediate dates."""
    units = [_unit(code, ward) for code in item.coordinating]
    leader = ward.leader_of(item)
    decider = next(iter(rights.deciders(ward, item)), None)
    confirms = decider is not None and decider.id != item.owner_id and not item.recurring
    said = [
        f"{capital(over_from(item))}." if item.carried else "",
        f"Sản phẩm: {item.product}." if item.product else "",
        f"Phối hợp: {'; '.join(units)}." if units else "",
        f"Lãnh đạo phụ trách: {named(leader)}." if leader and leader != decider else "",
        f"Người xác nhận: {named(decider)}." if confirms else "",
        f"Căn cứ: {item.basis}." if item.basis else "",
        f"Định kỳ: {recurring(item)}." if item.recurring else "",
    ]
    stones = "; ".join(
        f"{short_day(stone.on)} {stone.name}{' (đã xong)' if stone.name in reached else ''}"
        for stone in item.milestones
    )
    return [one for one in [*said, f"Mốc: {stones}." if stones else ""] if one]


def over_from(item: ItemView) -> str:
    """ "chuyển tiếp từ năm 2026 (NV-012, hạn cũ 30/11/2026)"."""
    one = item.carried
    if one is None:
        return ""
    old = f", hạn cũ {day(one.due)}" if one.due else ""
    return f"chuyển tiếp từ năm {one.year} ({one.key}{old})"


def _unit(code: str, ward: WardView) -> str:
    """A unit by its code, or as it was written in the plan."""
    return ward.unit_codes.get(code, code)


def given(
    item: ItemView,
    person: PersonView,
    by: PersonView,
    ward: WardView,
    due: datetime | None,
    reached: Collection[str] = (),
) -> str:
    """To who answers for a task from now on: everything that he needs to know of it; `due` is its own day."""
    lines = [
        f"Kính gửi {you(person)}: {named(by)} phân công {person.address} phụ trách nhiệm vụ {item.key}: {item.name}.",
        *facts(item, ward, reached),
    ]
    if due is not None:
        lines.append(f"Hạn: {deadline(due)}.")
    lines.append(f"Gửi tiến độ, kết quả, ví dụ: {item.key} đang làm, đã trình dự thảo")
    return "\n".join(lines)


def decides(items: Sequence[ItemView], person: PersonView) -> str:
    """To the clerk: who decides on these from now on."""
    keys = ", ".join(f"{item.key} {item.short_name}" for item in items)
    return f"Đã ghi: {named(person)} duyệt gia hạn, xác nhận hoàn thành {keys}."


def cannot_decide(person: PersonView) -> str:
    return f"{named(person).capitalize()} chỉ theo dõi, không duyệt được; chưa ghi."


def clerk_only() -> str:
    return "Người duyệt do Văn phòng đặt; chưa ghi."


# --- intermediate dates ----------------------------------------------------------------------------


def stone_reached(item: ItemView, name: str, left: Sequence[str]) -> str:
    after = f" Mốc tiếp theo: {left[0]}." if left else " Không còn mốc nào."
    return (
        f"Đã ghi nhận {item.key} {item.short_name}: mốc “{name}” đã xong.{after}\n"
        f"Khi hoàn thành cả nhiệm vụ, trả lời: {item.key} xong"
    )


def stone_reached_before(item: ItemView, name: str) -> str:
    return (
        f"{item.key} {item.short_name}: mốc “{name}” đã được báo xong từ trước.\n"
        f"Khi hoàn thành cả nhiệm vụ, trả lời: {item.key} xong"
    )


def which_stone(item: ItemView, open_: Sequence[str]) -> str:
    if not open_:
        return f"{item.key} {item.short_name} không còn mốc nào chờ báo cáo."
    return (
        f"{item.key} {item.short_name}: mốc nào đã xong? Đang chờ: {'; '.join(open_)}. Chưa ghi.\n"
        f"Ví dụ: {item.key} mốc 1 xong"
    )
