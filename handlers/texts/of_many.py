"""Questions about everybody and everything, in folded words, and what is answered: who sent, who has most,
what nobody has, what rose, by when; no ranks."""

from __future__ import annotations

import re
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
from handlers.texts.comparing import line as compared_line
from handlers.texts.numbers import count, deadline, weekday_day
from handlers.texts.report import period_span, period_words

SHOWN = 12

_ASKED = r"(?:(?:cho hoi|cho biet|cho xem|xem|liet ke|hien|hien nay|the|con|co|dang|da) )*"
_TAIL = r"(?: (?:khong|ko|k|chua|roi|vay|the|a|ha|nhi|day|nhe|nua|nao|gi|nhat|ta|di|voi))*"
_ITEMS = r"(?:viec|cong viec|nhiem vu|dau viec|chi tieu|muc|cai)"
_PLACES = r"(?:ai|can bo nao|nguoi nao|dong chi nao|don vi nao|phong nao|to nao|bo phan nao)"
_DAY = r"(?:hom qua|hom nay|sang nay|chieu nay|tuan nay|tuan truoc|thang nay|thang truoc|ky nay)"
_SENT = r"(?:gui|nop|bao cao)(?: (?:so lieu|so|bao cao|tien do|gi|du|day du|xong|dung han|len))*"

WHEN = re.compile(
    r"\b(?:khi nao|bao gio|luc nao|(?:ngay|hom) (?:nao|may)|may gio|bao lau|may ngay|bao nhieu ngay)\b|^han\b"
)
SENDS = re.compile(r"\b(?:nop|gui|bao cao)\b")
DUE_WORDS = frozenset(
    [
        "khi",
        "nao",
        "bao",
        "gio",
        "luc",
        "ngay",
        "hom",
        "may",
        "lau",
        "nhieu",
        "han",
        "cuoi",
        "chot",
        "thoi",
        "nop",
        "gui",
        "so",
        "lieu",
        "cao",
        "thang",
        "nay",
        "ky",
        "quy",
        "nam",
        "tuan",
        "con",
        "nua",
        "la",
        "thi",
        "moi",
        "phai",
        "can",
        "den",
        "toi",
        "het",
        "cho",
        "len",
        "ve",
        "tinh",
        "cap",
        "tren",
        "thanh",
        "pho",
        "phuong",
        "van",
        "phong",
        "huyen",
        "uy",
        "ban",
        "ubnd",
        "cua",
        "minh",
        "toi",
        "em",
        "anh",
        "chi",
        "oi",
        "a",
        "nhi",
        "vay",
        "the",
        "ha",
        "roi",
        "tong",
        "hop",
        "duoc",
        "truoc",
        "sau",
        "may",
        "cham",
        "nhat",
        "tien",
        "do",
        "cac",
        "ket",
        "qua",
        "nhung",
        "gi",
        "ai",
        "cho",
        "hoi",
        "biet",
        "xin",
    ]
)
"""Of these words and a number consists a question for the day by which reports are due."""
SENT = re.compile(
    rf"{_ASKED}(?:(?P<when>{_DAY}),? )?(?:da |co |nhung |cac )*{_PLACES}(?: (?:da|vua|moi|dang|co))* {_SENT}"
    rf"(?: (?P<then>{_DAY}))?{_TAIL}"
    rf"|{_ASKED}(?:(?P<day>{_DAY}),? )?(?:da |co )*(?:nhan|nhan duoc|them|moi) (?:duoc |them )*"
    rf"(?:nhung |cac |bao nhieu |may )*(?:so lieu|so|bao cao)(?: (?:nao|gi|moi|cua ai))*(?: (?P<that>{_DAY}))?{_TAIL}"
)
NOT_SENT = re.compile(r"\bchua (?:gui|nop|bao cao|co)\b")
MOST = re.compile(
    rf"{_ASKED}{_PLACES}(?: (?:dang|co|om|lam|giu|phu trach|duoc giao|nhan))* (?:qua )?(?P<size>nhieu|it) {_ITEMS}{_TAIL}"
    rf"|(?:moi nguoi|tung nguoi|moi can bo|tung can bo)(?: (?:dang|co|phu trach|lam|giu))* (?:bao nhieu|may) {_ITEMS}{_TAIL}"
)
NOBODY = re.compile(
    rf"{_ASKED}(?:nhung |cac |so |bao nhieu )*{_ITEMS}(?: (?:nao|gi))?(?: (?:con|dang|ma|van))*"
    r" (?:chua|khong|ko)(?: (?:duoc|co|ai|nguoi|can bo|phan cong|giao|cho|nhan|lam|theo doi|phu trach|chiu trach nhiem))+"
    rf"{_TAIL}|{_ASKED}{_ITEMS}(?: nao)? (?:bo trong|vo chu){_TAIL}"
)
MOVED = re.compile(
    rf"{_ASKED}(?:nhung |cac |bao nhieu )*(?:chi tieu|so|muc|so lieu|cai)(?: (?:nao|gi))?(?: (?:dang|da|bi|co|duoc|con|ma))*"
    r" (?P<way>tang|giam|tut|len|xuong|di xuong|di len|thay doi|khong doi|khong tang|dung yen)"
    rf"(?: (?:nhieu|manh|it|nhat|len|xuong|lai))*(?: (?:so (?:voi|sanh)|hon|tu)(?: voi)?(?: (?:ky|thang|lan|quy))+(?: (?:truoc|roi))?)?{_TAIL}"
)
ANY = re.compile(r"\b(?:nao|nhung|cac|gi|bao nhieu)\b")
BEST = re.compile(
    rf"{_ASKED}(?:{_PLACES}|to dan pho nao|linh vuc nao|tdp nao)(?: (?:dang|lam|dat|thuc hien|bao cao|co|ket qua|la|bi))*"
    r" (?:tot|kem|gioi|yeu|te|thap|cao|xuat sac|nhanh|han che|dung dau|dung cuoi|doi so)(?: (?:nhat|hon|ca))*"
    rf"{_TAIL}|xep hang.{{0,40}}"
)


def no_ranks() -> str:
    """To who asks for the best or the worst of people, units, fields."""
    return (
        "Trợ lý không xếp hạng người, đơn vị. Xem số mục chưa gửi, quá hạn theo người và đơn vị: CHƯA BÁO CÁO; "
        "một đơn vị, lĩnh vực: TÌNH HÌNH + tên; số của từng tổ trong một chỉ tiêu: TÌNH HÌNH + tên chỉ tiêu."
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
