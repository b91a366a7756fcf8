"""The words of /chuabaocao and /dondoc: names and facts, no blame."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.standings.duties import by_day, due_now
from handlers.standings.standing import Standing
from handlers.texts.acting import is_away
from handlers.texts.common import capital, named, typed, you_short
from handlers.texts.numbers import count, hour, moment, past_day, short_day

PRESS = "Đôn đốc"
ADDRESSED = re.compile(r"^(?:anh|chi|ong|ba|dong chi|d/c|em|co|chu|bac) (?=\w)")
PRESS_ALL = "Đôn đốc tất cả"
PRESS_AGAIN = "Đôn đốc lại"
NOBODY_NAMED = re.compile(r"(?:(?:di|ngay|gap|nhe|nha|luon|thoi|a|lien|giup|toi|cho)\s*)*")
"""Folded words behind "đôn đốc" that name nobody."""
AGAIN = re.compile(r"\s*lai\s+")
CHANNEL_NAMES = {"telegram": "Telegram", "zalo": "Zalo", "console": "màn hình thử"}
SIDE = re.compile(
    r"^(?:(?:mấy|may|các|cac) )?(?:(?:anh em|anh|chị|chi|ông|ong) )?(?:bên|ben|phía|phia) ", re.IGNORECASE
)
"""In front of a unit: "bên công an", "mấy anh bên quân sự"."""
LISTED = re.compile(
    r"\s*[,;+&]\s*|\s+(?:và|va|với|voi|vs|cùng|cung)\s+"
    r"|(?-i:(?<!đồng)(?<!dong)\s+(?=(?:a|c|anh|chị|chi|ông|ong|bà|cô|chú|đ/c|d/c|đồng chí|dong chi)\s+\w))",
    re.IGNORECASE,
)
"""What stands between the names of a list; "a Sơn a Cường" are two, "Vi Anh Tuấn" is one."""

FEW = 12
"""Up to so many items are named in full; more are told by their codes, to stay on one screen."""

SHOWN = 8
PEOPLE, LATEST, UNITS = 12, 5, 6
"""Up to so many people are named; of more only so many, the latest; the others by so many units."""
NO_UNIT = "Không thuộc đơn vị"
_Owes = tuple[PersonView, Sequence[Standing]]


def missing(owed: Mapping[int | None, Sequence[Standing]], ward: WardView, now: datetime) -> str:
    """Who has not reported what, the latest first."""
    everything = [one for rows in owed.values() for one in rows]
    if not everything:
        return f"Đến {moment(now)}, không còn mục nào chờ số liệu."
    stones = sum(one.stone_late for one in everything)
    late = sum(_is_late(one, now) for one in everything) - stones
    overdue = f", quá hạn {count(late)}" if late else ""
    overdue += f", quá hạn mốc {count(stones)}" if stones else ""
    lines = [f"Đến {moment(now)}, chưa gửi {count(len(everything))} mục{overdue}:"]
    by_person = _in_order(owed, ward, now)
    short = len(everything) > FEW
    shown = by_person if len(by_person) <= PEOPLE else by_person[:LATEST]
    lines += [f"- {_person(person, ward, rows, now, short=short)}" for person, rows in shown]
    lines += _by_unit(by_person[len(shown) :], ward, now)
    if unowned := owed.get(None):
        lines.append(
            f"- Chưa phân công: {count(len(unowned))} mục – {_items(unowned, short=True)}. "
            "Giao bằng: PHÂN CÔNG + mã + tên"
        )
    if short:
        lines.append("Xem tên đầu việc của một người: CHƯA BÁO CÁO + tên.")
    lines.append("Đôn đốc: ĐÔN ĐỐC + tên, hoặc ĐÔN ĐỐC TẤT CẢ.")
    return "\n".join(lines)


def _by_unit(rest: Sequence[_Owes], ward: WardView, now: datetime) -> list[str]:
    """Those for whom the screen has no room, counted by unit."""
    units = _units(rest, ward)
    lines = [
        f"- {unit}: còn {count(people)} người, {count(len(rows))} mục{_late(rows, ward, now)}"
        for unit, (people, rows) in list(units.items())[:UNITS]
    ]
    if more := list(units.values())[UNITS:]:
        lines.append(
            f"- … và {count(len(more))} đơn vị khác: {count(sum(len(rows) for _n, rows in more))} mục"
        )
    return lines


def _units(rest: Sequence[_Owes], ward: WardView) -> dict[str, tuple[int, list[Standing]]]:
    """How many people of which unit owe what, the unit that owes most first."""
    found: dict[str, tuple[int, list[Standing]]] = {}
    for person, rows in rest:
        unit = ward.unit_name(person.unit_id) or NO_UNIT
        people, known = found.get(unit, (0, []))
        found[unit] = (people + 1, [*known, *rows])
    return dict(sorted(found.items(), key=lambda pair: -len(pair[1][1])))


def _in_order(owed: Mapping[int | None, Sequence[Standing]], ward: WardView, now: datetime) -> list[_Owes]:
    """Who owes what, the latest first."""
    rows = [(ward.people[key], rows) for key, rows in owed.items() if key is not None]
    return sorted(rows, key=lambda pair: _earliest(pair[1], now))


def units_left(owed: Mapping[int | None, Sequence[Standing]], ward: WardView, now: datetime) -> list[str]:
    """The units to choose from where not everybody is named."""
    by_person = _in_order(owed, ward, now)
    if len(by_person) <= PEOPLE:
        return []
    return [unit for unit in _units(by_person[LATEST:], ward) if unit != NO_UNIT][:UNITS]


def details(owed: Mapping[PersonView, Sequence[Standing]], ward: WardView, now: datetime) -> str:
    """What the people asked about owe, one line an item."""
    lines = []
    for person, rows in owed.items():
        if not rows:
            lines.append(f"{capital(named(person))} không có mục nào đang chờ số liệu.")
            continue
        lines.append(f"{_name(person, ward)}: {count(len(rows))} mục:")
        lines += [f"- {one.item.key} {one.item.short_name}{_when(one, ward, now)}" for one in rows]
    waiting = [person for person, rows in owed.items() if rows]
    if waiting:
        lines.append(f"Đôn đốc: ĐÔN ĐỐC {typed(waiting[0], ward)}")
    return "\n".join(lines) or "Đơn vị này chưa có cán bộ nào."


def _person(
    person: PersonView, ward: WardView, rows: Sequence[Standing], now: datetime, *, short: bool
) -> str:
    late = _late(rows, ward, now)
    return f"{_name(person, ward)}: {count(len(rows))} mục{late} – {_items_by_day(rows, now, short=short)}"


def _name(person: PersonView, ward: WardView) -> str:
    unit = ward.unit_name(person.unit_id)
    beside = ", ".join(filter(None, (unit, is_away(person, ward))))
    return f"{capital(named(person))}{f' ({beside})' if beside else ''}"


def _items(rows: Sequence[Standing], *, short: bool) -> str:
    shown = [_item(one, short=short) for one in rows[:SHOWN]]
    more = f" và {count(len(rows) - SHOWN)} mục khác" if len(rows) > SHOWN else ""
    return (", " if short else "; ").join(shown) + more


def _item(one: Standing, *, short: bool) -> str:
    return one.item.key if short else f"{one.item.key} {one.item.short_name}"


def _items_by_day(rows: Sequence[Standing], now: datetime, *, short: bool) -> str:
    """What is late or due first, as the line says; what has another day behind that day."""
    ordered = by_day(rows)
    said, day = "", _day(ordered[0], now)
    for place, one in enumerate(ordered[:SHOWN]):
        if (own := _day(one, now)) != day:
            said, day = f"{said}; {own}: ", own
        elif place:
            said += ", " if short else "; "
        said += _item(one, short=short)
    return said + (f" và {count(len(rows) - SHOWN)} mục khác" if len(rows) > SHOWN else "")


def _day(one: Standing, now: datetime) -> str:
    due = due_now(one)
    if due is None:
        return "không hạn"
    return "quá hạn" if due < now else f"hạn {short_day(due.date())}"


def _late(rows: Sequence[Standing], ward: WardView, now: datetime) -> str:
    late = [one for one in rows if _is_late(one, now)]
    if not late:
        days = sorted({one.due.date() for one in rows if one.due is not None})
        return f", hạn {'gần nhất ' if len(days) > 1 else ''}{short_day(days[0])}" if days else ""
    said = {_how_late(one, ward, now) for one in late}
    which = "" if len(late) == len(rows) else f" {count(len(late))} mục,"
    longest = "" if len(said) == 1 else " lâu nhất"
    return f", quá hạn{which}{longest} {_how_late(_oldest(late), ward, now)}"


def _when(one: Standing, ward: WardView, now: datetime) -> str:
    due = due_now(one)
    if due is None:
        return ""
    stone = f"mốc “{one.milestone.name}” " if one.stone_late and one.milestone else ""
    if _is_late(one, now):
        return f": {stone}quá hạn {_how_late(one, ward, now)} (hạn {past_day(due.date(), now.date())})"
    return f": hạn {short_day(due.date())}"


def _how_late(one: Standing, ward: WardView, now: datetime) -> str:
    due = due_now(one)
    days = ward.calendar.workdays_between(due.date(), now.date()) if due else 0
    return f"{count(days)} ngày làm việc" if days else "từ hôm nay"


def _oldest(rows: Sequence[Standing]) -> Standing:
    return min(rows, key=lambda one: due.timestamp() if (due := due_now(one)) else 0)


def _is_late(one: Standing, now: datetime) -> bool:
    due = due_now(one)
    return due is not None and due < now


def _earliest(rows: Sequence[Standing], now: datetime) -> datetime:
    return min((due for one in rows if (due := due_now(one)) is not None), default=now)


def press_usage(owed: Mapping[PersonView, Sequence[Standing]], ward: WardView) -> str:
    if not owed:
        return nobody_owes()
    shown = ", ".join(f"{named(person)} ({count(len(rows))})" for person, rows in owed.items())
    first = typed(next(iter(owed)), ward)
    return (
        f"Đang chờ số liệu của: {shown}.\n"
        f"Đôn đốc một người: ĐÔN ĐỐC + tên; cả đơn vị: ĐÔN ĐỐC + tên đơn vị. Ví dụ: ĐÔN ĐỐC {first}"
    )


def nobody_to_press(item: ItemView) -> str:
    return f"{item.key} {item.short_name} chưa phân công ai phụ trách; chưa gửi đôn đốc. Phân công: PHÂN CÔNG {item.key} + tên"


def not_due_yet(item: ItemView) -> str:
    return f"{item.key} {item.short_name} chưa đến kỳ gửi, chưa có số liệu; chưa gửi đôn đốc. Xem: TÌNH HÌNH {item.key}"


def nothing_to_press(item: ItemView) -> str:
    return f"{item.key} {item.short_name} đã được báo cáo, không còn chờ; chưa gửi đôn đốc. Xem: TÌNH HÌNH {item.key}"


def own_fields_only() -> str:
    return "Chỉ gồm các lĩnh vực đồng chí phụ trách. Cả phường: ĐÔN ĐỐC CẢ PHƯỜNG"


def nobody_owes() -> str:
    return "Không có ai đang chờ gửi số liệu; chưa gửi đôn đốc."


def nobody_overdue() -> str:
    return "Không có ai đang quá hạn; chưa gửi đôn đốc."


def unreachable(person: PersonView | None, channel: str) -> str:
    """To the clerk, once: a chat that takes no messages any more."""
    who = f"{capital(named(person))} ({person.name})" if person else "Nhóm của phường"
    name = CHANNEL_NAMES.get(channel, channel)
    return f"{who} không nhận được tin qua {name} (đã chặn hoặc đã xóa trò chuyện). Đề nghị nhắc mở lại, hoặc cấp mã mới: NGƯỜI MỜI + tên."


def before(found: Mapping[PersonView, tuple[datetime, PersonView | None]], ward: WardView) -> str:
    """Who was pressed today about the same already: that is enough, unless somebody insists."""
    if not found:
        return ""
    said = "; ".join(
        f"{named(person)} lúc {hour(at.time())} ({named(by)})" for person, (at, by) in found.items()
    )
    first = typed(next(iter(found)), ward)
    return f"Hôm nay đã đôn đốc: {said}; chưa gửi thêm. Cần gửi lại: ĐÔN ĐỐC LẠI {first}"


def pressed(
    *,
    reached: Mapping[PersonView, int],
    lost: Sequence[PersonView],
    own: int,
    by: PersonView,
    instead: Mapping[PersonView, PersonView],
    idle: Sequence[PersonView],
    outside: Sequence[PersonView],
) -> str:
    """To whom it went, and why not to the others."""
    lines = []
    if reached:
        names = ", ".join(f"{named(person)} ({count(rows)} mục)" for person, rows in reached.items())
        lines.append(f"Đã gửi đôn đốc tới {count(len(reached))} người: {names}.")
    if instead:
        pairs = [
            f"{named(person)} đang nghỉ, {named(acting)} nhận thay" for person, acting in instead.items()
        ]
        lines.append(f"{capital('; '.join(pairs))}.")
    if lost:
        names = ", ".join(named(person) for person in lost)
        lines.append(
            f"Chưa gửi được vì chưa liên kết hoặc không nhận được tin: {names}. Đề nghị gọi trực tiếp."
        )
    if own:
        lines.append(f"{capital(you_short(by))} còn {count(own)} mục của mình: trả lời VIỆC để xem.")
    if idle:
        names = capital(", ".join(named(person) for person in idle))
        lines.append(f"{names} không có mục nào đang chờ số liệu; chưa gửi đôn đốc.")
    if outside:
        names = capital(", ".join(named(person) for person in outside))
        lines.append(f"{names} thuộc đơn vị khác; chưa gửi đôn đốc. Nếu cần, đề nghị liên hệ Văn phòng.")
    return "\n".join(lines)
