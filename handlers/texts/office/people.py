"""The words of /nguoi."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from db.models import Chat
from db.ward_view import PersonView, WardView
from handlers.texts.acting import everybody_away, leave_of
from handlers.texts.common import ROLE_NAMES, capital, named, typed
from handlers.texts.numbers import count
from handlers.texts.pressing.chase import CHANNEL_NAMES

GIVE_CODE = "Cấp mã mời"
CUT_OFF = "Cắt liên kết (mất máy)"
LEAVES = "Thôi công tác tại phường"
YES_CUT = "Cắt liên kết"
NO_CUT = "Giữ nguyên"


def everybody(
    ward: WardView, linked: Collection[int | None], lost: Collection[int | None], groups: int
) -> str:
    """Who is not linked, who cannot be reached, who is."""
    people = list(ward.people.values())
    waiting = [person for person in people if person.id not in linked]
    silent = [person for person in people if person.id in lost]
    reached = [person for person in people if person.id in linked and person.id not in lost]
    lines = [f"{count(len(people))} người, {count(len(people) - len(waiting))} đã liên kết trò chuyện."]
    for heading, rows in (
        ("Chưa liên kết", waiting),
        ("Không nhận được tin", silent),
        ("Đã liên kết", reached),
    ):
        if rows:
            names = "; ".join(f"{person.name} ({roles(person)})" for person in rows)
            lines.append(f"{heading} ({count(len(rows))}): {names}.")
    lines += everybody_away(ward)
    lines.append(f"Nhóm của phường: {'đã liên kết' if groups else 'chưa liên kết'}.")
    lines.append(
        "Xem một người: NGƯỜI + tên. Cấp mã mời: NGƯỜI MỜI + tên (hoặc NHÓM). Mất máy: NGƯỜI CẮT + tên. "
        "Chuyển đi, nghỉ hưu: NGƯỜI THÔI + tên."
    )
    return "\n".join(lines)


def one(person: PersonView, ward: WardView, chats: Sequence[Chat]) -> str:
    """One person: roles, unit, how many items, where he or she can be reached."""
    unit = ward.unit_name(person.unit_id)
    where = f", {unit}" if unit else ""
    title = f", {person.title}" if person.title else ""
    said = [f"{CHANNEL_NAMES.get(chat.channel, chat.channel)}{_lost(chat)}" for chat in chats]
    state = f"đã liên kết ({', '.join(said)})" if said else "chưa liên kết"
    away = "".join(f" {line}." for line in leave_of(person, ward))
    return (
        f"{person.name}{title}{where} (mã {person.code}).\n"
        f"Vai trò: {roles(person)}. Phụ trách {count(len(ward.in_charge_of(person.id)))} mục. Trò chuyện: {state}.{away}"
    )


def _lost(chat: Chat) -> str:
    return ", không nhận được tin" if chat.unreachable_at is not None else ""


def roles(person: PersonView) -> str:
    return ", ".join(word for role, word in ROLE_NAMES.items() if role in person.roles) or "chưa có vai trò"


def code(person: PersonView, value: str, days: int) -> str:
    return (
        f"Mã mời của {named(person)}: {value[:4]} {value[4:]} (dùng một lần, trong {count(days)} ngày; mã cũ hết hiệu lực).\n"
        f"{capital(named(person))} mở trò chuyện với trợ lý và gửi mã này."
    )


def group_code(value: str, days: int) -> str:
    return (
        f"Mã mời của nhóm: {value[:4]} {value[4:]} (dùng một lần, trong {count(days)} ngày; mã cũ hết hiệu lực).\n"
        f"Thêm trợ lý vào nhóm của phường, rồi gửi trong nhóm: /start {value}"
    )


def code_usage() -> str:
    return "Cấp mã mời: NGƯỜI MỜI + tên. Ví dụ: NGƯỜI MỜI Minh; cho nhóm của phường: NGƯỜI MỜI NHÓM"


def cut_usage() -> str:
    return "Cắt liên kết của máy bị mất: NGƯỜI CẮT + tên. Ví dụ: NGƯỜI CẮT Minh"


def nothing_to_cut(person: PersonView, ward: WardView, *, own: bool) -> str:
    if own:
        return f"{capital(named(person))} chỉ có trò chuyện này; không có liên kết nào khác để cắt."
    return f"{person.name} chưa có liên kết nào. Cấp mã mời: NGƯỜI MỜI {typed(person, ward)}"


def ask_cut(person: PersonView, *, own: bool) -> str:
    if own:
        return "Cắt mọi liên kết khác của chính mình? Chỉ trò chuyện này còn dùng được."
    return f"Cắt mọi liên kết trò chuyện của {person.name}? Người đó không nhận và không gửi được gì cho đến khi có mã mời mới."


def cut(person: PersonView, number: int, ward: WardView) -> str:
    return f"Đã cắt {count(number)} liên kết của {person.name}. Liên kết lại: NGƯỜI MỜI {typed(person, ward)}"


def not_cut(person: PersonView) -> str:
    return f"Liên kết của {person.name} giữ nguyên."
