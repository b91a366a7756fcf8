"""The words of /nguoi."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from db.ward_view import PersonView, WardView
from handlers.texts.common import ROLE_NAMES, capital, named
from handlers.texts.numbers import count

GIVE_CODE = "Cấp mã mời"
CUT_OFF = "Cắt liên kết (mất máy, chuyển công tác)"
YES_CUT = "Cắt liên kết"
NO_CUT = "Giữ nguyên"


def everybody(ward: WardView, linked: Collection[int | None], lost: Collection[int | None]) -> str:
    """Who is linked, who is not, who cannot be reached."""
    waiting = [person for person in ward.people.values() if person.id not in linked]
    lines = [
        f"{count(len(ward.people))} người, {count(len(ward.people) - len(waiting))} đã liên kết trò chuyện."
    ]
    for person in ward.people.values():
        state = "chưa liên kết" if person.id not in linked else "đã liên kết"
        if person.id in lost:
            state = "không nhận được tin"
        lines.append(f"- {person.code} {person.name}, {roles(person)}: {state}")
    lines.append("Cấp mã mời: NGƯỜI MỜI + tên. Mất máy: NGƯỜI CẮT + tên.")
    return "\n".join(lines)


def one(person: PersonView, ward: WardView, channels: Sequence[str]) -> str:
    unit = ward.unit_name(person.unit_id)
    where = f", {unit}" if unit else ""
    state = f"đã liên kết ({', '.join(channels)})" if channels else "chưa liên kết"
    return f"{person.name} (mã {person.code}), {roles(person)}{where}: phụ trách {count(len(ward.owned(person.id)))} mục; {state}."


def roles(person: PersonView) -> str:
    return ", ".join(word for role, word in ROLE_NAMES.items() if role in person.roles) or "chưa có vai trò"


def code(person: PersonView, value: str, days: int) -> str:
    return (
        f"Mã mời của {named(person)}: {value[:4]} {value[4:]} (dùng một lần, trong {count(days)} ngày; mã cũ hết hiệu lực).\n"
        f"{capital(named(person))} mở trò chuyện với trợ lý và gửi mã này."
    )


def code_usage() -> str:
    return "Đề nghị ghi tên người. Ví dụ: NGƯỜI MỜI Minh; NGƯỜI CẮT Minh"


def ask_cut(person: PersonView) -> str:
    return f"Cắt mọi liên kết trò chuyện của {person.name}? Người đó không nhận và không gửi được gì cho đến khi có mã mời mới."


def cut(person: PersonView, number: int) -> str:
    return f"Đã cắt {count(number)} liên kết của {person.name}. Liên kết lại: NGƯỜI MỜI {person.given_name}"


def not_cut(person: PersonView) -> str:
    return f"Liên kết của {person.name} giữ nguyên."
