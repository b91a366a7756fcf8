"""The words of /chuabaocao and /dondoc: names and facts, no blame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from db.ward_view import PersonView, WardView
from handlers.standing import Standing
from handlers.texts.common import capital, named
from handlers.texts.numbers import count, moment, short_day

PRESS_ALL = "Đôn đốc tất cả"
CHANNEL_NAMES = {"telegram": "Telegram", "zalo": "Zalo", "console": "màn hình thử"}
SHOWN = 4


def missing(owed: Mapping[int | None, Sequence[Standing]], ward: WardView, now: datetime) -> str:
    """Who has not reported what, the latest first."""
    total = sum(map(len, owed.values()))
    if not total:
        return f"Đến {moment(now)}, không còn mục nào chờ số liệu."
    by_person = {key: rows for key, rows in owed.items() if key is not None}
    lines = [f"Đến {moment(now)}, còn {count(total)} mục chưa gửi của {count(len(by_person))} người:"]
    for person_id, rows in sorted(by_person.items(), key=lambda pair: _earliest(pair[1], now)):
        lines.append(f"- {_person(ward.people[person_id], ward, rows, now)}")
    if unowned := owed.get(None):
        keys = ", ".join(one.item.key for one in unowned[:8])
        more = " …" if len(unowned) > 8 else ""
        lines.append(
            f"- Chưa phân công: {count(len(unowned))} mục ({keys}{more}). Giao bằng: PHÂN CÔNG + mã + tên"
        )
    lines.append("Đôn đốc: ĐÔN ĐỐC + tên, hoặc ĐÔN ĐỐC TẤT CẢ.")
    return "\n".join(lines)


def _person(person: PersonView, ward: WardView, rows: Sequence[Standing], now: datetime) -> str:
    unit = ward.unit_name(person.unit_id)
    where = f" ({unit})" if unit else ""
    shown = "; ".join(f"{one.item.key} {one.item.short_name}" for one in rows[:SHOWN])
    more = f"; … và {count(len(rows) - SHOWN)} mục" if len(rows) > SHOWN else ""
    return f"{capital(named(person))}{where}: {count(len(rows))} mục{_late(rows, now)} – {shown}{more}"


def _late(rows: Sequence[Standing], now: datetime) -> str:
    late = [one.due for one in rows if one.due is not None and one.due < now]
    if late:
        return (
            f", quá hạn {count((now.date() - min(late).date()).days)} ngày"
            if min(late).date() < now.date()
            else ", quá hạn hôm nay"
        )
    first = min((one.due for one in rows if one.due is not None), default=None)
    return f", hạn {short_day(first.date())}" if first else ""


def _earliest(rows: Sequence[Standing], now: datetime) -> datetime:
    return min((one.due for one in rows if one.due is not None), default=now)


def press_usage(people: Sequence[PersonView]) -> str:
    if not people:
        return nobody_owes()
    names = ", ".join(named(person) for person in people[:6])
    return f"Đang chờ số liệu của: {names}.\nĐôn đốc một người: ĐÔN ĐỐC + tên. Ví dụ: ĐÔN ĐỐC {people[0].given_name}"


def nobody_owes() -> str:
    return "Không có ai đang chờ gửi số liệu; chưa gửi đôn đốc."


def nothing_owed_by(person: PersonView) -> str:
    return f"{capital(named(person))} không có mục nào đang chờ số liệu; chưa gửi đôn đốc."


def unreachable(person: PersonView | None, channel: str) -> str:
    """To the clerk, once: a chat that takes no messages any more."""
    who = f"{capital(named(person))} ({person.name})" if person else "Nhóm của phường"
    name = CHANNEL_NAMES.get(channel, channel)
    return f"{who} không nhận được tin qua {name} (đã chặn hoặc đã xóa trò chuyện). Đề nghị nhắc mở lại, hoặc cấp mã mới: NGƯỜI MỜI + tên."


def pressed(reached: Sequence[tuple[PersonView, int]], lost: Sequence[PersonView]) -> str:
    """To whom it went, and who could not be reached."""
    lines = []
    if reached:
        names = ", ".join(f"{named(person)} ({count(rows)} mục)" for person, rows in reached)
        lines.append(f"Đã gửi đôn đốc tới {count(len(reached))} người: {names}.")
    if lost:
        names = ", ".join(named(person) for person in lost)
        lines.append(f"Chưa gửi được vì chưa liên kết trò chuyện: {names}. Đề nghị gọi trực tiếp.")
    return "\n".join(lines)
