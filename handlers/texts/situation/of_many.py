"""What is answered about everybody: who sent, who has most, what nobody has, what rose, by when; no ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.domain.periods import Period
from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.standings.comparing import Compared
from handlers.standings.standing import Standing
from handlers.texts.common import capital, in_text, named
from handlers.texts.numbers import count, deadline, weekday_day
from handlers.texts.periods import period_span, period_words
from handlers.texts.situation.comparing import line as compared_line

SHOWN = 12


def no_ranks() -> str:
    """To who asks for the best or the worst of people, units, fields."""
    return (
        "Trợ lý không xếp hạng người, đơn vị. Xem số mục chưa gửi, quá hạn theo người và đơn vị: CHƯA BÁO CÁO; "
        "một đơn vị, lĩnh vực: TÌNH HÌNH + tên; số của từng tổ trong một chỉ tiêu: TÌNH HÌNH + tên chỉ tiêu."
    )


def counts_by_person() -> str:
    """To the clerk, who asks how often each person was late."""
    return (
        "Số báo cáo đúng hạn, quá hạn, chưa gửi, nhiệm vụ và gia hạn theo từng cán bộ, từng tháng: trang “Theo cán bộ” "
        "trong tệp của TỔNG HỢP + kỳ; trợ lý chỉ đếm, không xếp loại.\nVí dụ: TỔNG HỢP tháng 11"
    )


# --- by when -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Due:
    """How many reports on a period are due by a moment, and how many of them are not there; `days` to it."""

    period: Period
    due: datetime
    days: int
    size: int = 0
    lacking: int = 0


def left(days: int, due: datetime, now: datetime) -> str:
    """ "còn 02 ngày làm việc", "hôm nay", "đã qua"."""
    if due < now:
        return "đã qua"
    return "hôm nay" if due.date() == now.date() else f"còn {count(days)} ngày làm việc"


def until_when(scope: str, rows: Sequence[Due], now: datetime, official: str) -> str:
    """To who sees the ward: by when the reports are due within it, and its own upwards."""
    lines = [f"{capital(scope)}: hạn gửi trong phường"]
    lines += [
        f"- {period_span(one.period)}: {deadline(one.due)} ({left(one.days, one.due, now)}){_lacking(one)}."
        for one in rows
    ]
    lines += [official] if official else []
    lines.append("Ai chưa gửi: CHƯA BÁO CÁO; một đầu việc: TÌNH HÌNH + tên.")
    return "\n".join(lines)


def _lacking(one: Due) -> str:
    return f"; chưa gửi {count(one.lacking)}/{count(one.size)} mục" if one.size else ""


def official(period: Period, said: str) -> str:
    return f"Báo cáo {period_words(period.key)}: {said[:1].lower()}{said[1:]}"


def next_due(due: datetime, days: int, now: datetime, size: int) -> str:
    """In front of the own work of who reports."""
    return f"Hạn gần nhất: {deadline(due)} ({left(days, due, now)}), {count(size)} mục chưa gửi."


# --- who -----------------------------------------------------------------------------------------------


def came(first: date, last: date, found: Mapping[int | None, Sequence[ItemView]], ward: WardView) -> str:
    """What came in on some days, by who reported."""
    when = weekday_day(first) if first == last else f"{weekday_day(first)} – {weekday_day(last)}"
    if not found:
        return f"{capital(when)}: chưa nhận số liệu, tiến độ nào. Ai chưa gửi: CHƯA BÁO CÁO"
    size = sum(len(items) for items in found.values())
    lines = [f"{capital(when)}: nhận {count(size)} mục của {count(len(found))} người."]
    for who, items in list(found.items())[:SHOWN]:
        names = ", ".join(item.short_name for item in items[:6])
        more = f" và {count(len(items) - 6)} mục khác" if len(items) > 6 else ""
        lines.append(f"- {capital(named(ward.who(who)))}: {names}{more}")
    lines += [f"- … và {count(len(found) - SHOWN)} người khác."] if len(found) > SHOWN else []
    lines.append("Xem một đầu việc: TÌNH HÌNH + tên; ai chưa gửi: CHƯA BÁO CÁO")
    return "\n".join(lines)


def sent(scope: str, found: Mapping[PersonView, tuple[int, int]], unowned: int) -> str:
    """Who has sent all, a part, nothing of what is reported by period: (sent, all) by owner."""
    size = sum(whole for _part, whole in found.values()) + unowned
    if not size:
        return f"{capital(scope)}: không có kỳ báo cáo nào đang thu. Mục còn chờ: CHƯA BÁO CÁO"
    done = sum(part for part, _whole in found.values())
    lines = [f"{capital(scope)}, các kỳ báo cáo đang thu: đã gửi {count(done)}/{count(size)} mục."]
    every = [named(one) for one, (part, whole) in found.items() if part == whole]
    some = [
        f"{named(one)} ({count(part)}/{count(whole)})"
        for one, (part, whole) in found.items()
        if 0 < part < whole
    ]
    none = sum(part == 0 for part, _whole in found.values())
    for what, names in (("Đã gửi đủ", every), ("Đã gửi một phần", some)):
        if names:
            lines.append(f"{what}: {', '.join(names[:SHOWN])}{' …' if len(names) > SHOWN else ''}.")
    lines.append(f"Chưa gửi mục nào: {count(none)} người." if none else "Không ai chưa gửi mục nào.")
    lines += [f"Chưa có người phụ trách: {count(unowned)} mục."] if unowned else []
    lines.append("Ai chưa gửi: CHƯA BÁO CÁO; theo ngày: HÔM NAY AI GỬI SỐ")
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Load:
    """How many indicators and open tasks somebody answers for, and how many of these are not reported."""

    indicators: int
    tasks: int
    owed: int

    @property
    def all(self) -> int:
        return self.indicators + self.tasks


def loads(scope: str, found: Mapping[PersonView, Load], ward: WardView) -> str:
    """Who answers for how much; in the order that was asked for."""
    lines = [f"{capital(scope)}, số đầu việc đang phụ trách (chưa kể việc đã xong):"]
    lines += [
        f"- {capital(named(one))}{_unit(one, ward)}: {count(load.all)} – chỉ tiêu {count(load.indicators)}, "
        f"nhiệm vụ {count(load.tasks)}; chưa gửi {count(load.owed)}"
        for one, load in list(found.items())[:SHOWN]
    ]
    lines += [f"- … và {count(len(found) - SHOWN)} người khác."] if len(found) > SHOWN else []
    lines.append("Việc của một người: TÌNH HÌNH + tên")
    return "\n".join(lines)


def _unit(person: PersonView, ward: WardView) -> str:
    unit = ward.unit_name(person.unit_id)
    return f" ({unit})" if unit else ""


def nobodys(scope: str, items: Sequence[ItemView], *, assigns: bool) -> str:
    """What nobody answers for."""
    if not items:
        return f"{capital(scope)}: mọi đầu việc đều có người phụ trách."
    lines = [f"{capital(scope)}: {count(len(items))} đầu việc chưa có người phụ trách."]
    lines += [f"- {item.key} {item.short_name}" for item in items[: SHOWN + 8]]
    lines += [f"- … và {count(len(items) - SHOWN - 8)} mục khác."] if len(items) > SHOWN + 8 else []
    lines += [f"Phân công: PHÂN CÔNG {items[0].key} + tên"] if assigns else []
    return "\n".join(lines)


# --- what rose -----------------------------------------------------------------------------------------


ROSE, FELL, STAYED, CHANGED = "tăng", "giảm", "không đổi", "có thay đổi"
_WAYS = {
    ROSE: frozenset({"tang", "len", "di len"}),
    FELL: frozenset({"giam", "tut", "xuong", "di xuong"}),
    CHANGED: frozenset({"thay doi"}),
}


def way_meant(folded: str) -> str:
    """Which way a figure went that is asked about."""
    return next((way for way, words in _WAYS.items() if folded in words), STAYED)


def went(by: Decimal) -> str:
    return ROSE if by > 0 else FELL if by < 0 else STAYED


def moved(scope: str, rows: Sequence[tuple[Standing, Compared]], unknown: int, way: str) -> str:
    """Figures beside those of the period before, as far as both are known."""
    lines = [f"{capital(scope)}, so với kỳ trước của từng chỉ tiêu: {way} {count(len(rows))} chỉ tiêu."]
    for one, beside in rows[:SHOWN]:
        as_of = f" ({one.figure.as_of.day:02d}/{one.figure.as_of.month})" if one.figure else ""
        lines.append(
            f"- {one.item.key} {one.item.short_name}{as_of}: {compared_line(one, Compared(before=beside.before))}"
        )
    lines += [f"- … và {count(len(rows) - SHOWN)} chỉ tiêu khác."] if len(rows) > SHOWN else []
    if unknown:
        lines.append(f"Chưa so được {count(unknown)} chỉ tiêu: chưa có số của cả hai kỳ.")
    lines.append("Diễn biến của một chỉ tiêu: LỊCH SỬ + tên")
    return "\n".join(lines)


def of_ward(ward: WardView) -> str:
    return in_text(ward.name)
