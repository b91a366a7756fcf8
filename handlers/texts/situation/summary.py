"""The words of a period's summary: to leaders and clerk by name, to the group by unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from bot.domain.periods import Period
from db.ward_view import PersonView, WardView
from handlers.situation.overview import Overview
from handlers.texts.common import cut, in_text, named, you
from handlers.texts.judging import classes_words
from handlers.texts.numbers import count, moment, short_day
from handlers.texts.periods import period_span, period_words
from handlers.texts.situation.screen import danger
from handlers.texts.situation.totals import counts, freshness, unappraised, year_result, year_so_far

NOW_WORDS = "hiện nay"
NOW_BEHIND = re.compile(
    r"(?:^| )(?:tinh |cho )?(?:den )?(?:hien nay|hien tai|bay gio|luc nay|nay)$(?<!thang nay)(?<!quy nay)(?<!tuan nay)(?<!nam nay)"
)
""" "Tháng 11 hiện nay": as it stands now, though its days are over."""
SIDE_BY_SIDE = re.compile(r"(?<=\d) +(?=(?:thang|quy|t)\b ?\d|t\d)")
""" "Tháng 10 tháng 11": between two periods."""
BETWEEN = frozenset({"va", "voi", "cung", "lan", "cac", "hai", "ca"})
WHOLE_WORDS = "đầy đủ"
OF_TODAY = re.compile(r"(?:trong |cuoi |dau )?(?:ngay(?: hom nay| nay)?|hom nay|sang nay|chieu nay)(?: nay)?")
"""Folded words that are no period of a plan, but today."""
WHOLE = re.compile(r"\b(?:day du|chi tiet)\W*$")
WHOLE_LABEL, LATE, LINES = "Xem đầy đủ", "Quá hạn", "Chỉ tiêu"
ON_A_SCREEN = 3
"""So many items that need attention, and difficulties, stand on the first screen."""


def today(label: str, *, past: bool) -> str:
    """ "Quá hạn hiện nay": below the summary of a period that is long `past`."""
    return f"{label} hiện nay" if past else label


def summary(
    found: Overview,
    ward: WardView,
    period: Period,
    reader: PersonView,
    now: datetime,
    changed: Sequence[str] = (),
    state: Sequence[str] = (),
) -> str:
    """The ward for a period: whether it is closed and when it goes upwards (`state`), totals, what changed, what needs attention, then by field."""
    lines = [*_head(found, ward, period, reader, now, state), *changed, *danger(found, ward)]
    if found.obstacles:
        lines += ["Vướng mắc:", *_obstacles(found, ward, 6)]
    lines += _by_field(found, ward)
    lines += [freshness(found, ward), _more(reader)]
    return "\n".join(lines)


def screen(
    found: Overview,
    ward: WardView,
    period: Period,
    reader: PersonView,
    now: datetime,
    changed: Sequence[str] = (),
    state: Sequence[str] = (),
) -> str:
    """The same, as much of it as one screen of a phone takes; the file beside it has everything."""
    lines = [*_head(found, ward, period, reader, now, state), *changed, *danger(found, ward, ON_A_SCREEN)]
    if found.obstacles:
        lines += [f"Vướng mắc ({count(len(found.obstacles))}):", *_obstacles(found, ward, 1)]
    return "\n".join([*lines, freshness(found, ward)])


def how_to_see_all(period: Period) -> str:
    """Below one screen that nothing can be chosen from."""
    whole = f"TỔNG HỢP {period_words(period.key)} {WHOLE_WORDS}".upper()
    return f"Xem đầy đủ: {whole}; hoặc QUÁ HẠN, CHỈ TIÊU, CHƯA BÁO CÁO"


def _head(
    found: Overview,
    ward: WardView,
    period: Period,
    reader: PersonView,
    now: datetime,
    state: Sequence[str],
) -> list[str]:
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Kính gửi"
    runs = ", kỳ chưa kết thúc" if period.kind != "week" and period.end >= now.date() else ""
    head = f"{opening} {you(reader)}: tổng hợp {period_span(period)}{runs}, {in_text(ward.name)}, lập lúc {moment(now)}."
    result = year_result(found, ward)
    if period.kind == "year" and period.end < now.date() and period.end.year == ward.year:
        result = result or year_so_far(found, ward)
    waiting = unappraised(found) if period.kind == "year" else []
    return [" ".join(filter(None, [head, *state])), *result, *counts(found), *waiting]


def _obstacles(found: Overview, ward: WardView, shown: int) -> list[str]:
    lines = [
        f"- {item.key} {item.short_name}: “{cut(row.words, 120)}” ({named(ward.who(row.person_id))}, {short_day(row.at.date())})"
        for item, row in found.obstacles[:shown]
    ]
    more = len(found.obstacles) - shown
    return [*lines, *([f"- … và {count(more)} vướng mắc khác."] if more > 0 else [])]


def _more(reader: PersonView) -> str:
    """What can be typed next; each of it is a command."""
    if reader.has("chair", "leader"):
        return "Trả lời: QUÁ HẠN, CHỈ TIÊU, GIA HẠN hoặc TÌNH HÌNH + tên lĩnh vực, đơn vị, chỉ tiêu."
    return "Trả lời: QUÁ HẠN, CHỈ TIÊU, CHƯA BÁO CÁO hoặc TÌNH HÌNH + tên lĩnh vực, đơn vị, chỉ tiêu."


def _by_field(found: Overview, ward: WardView) -> list[str]:
    lines = []
    for code, heading in ward.fields.items():
        rows = [one for one in found.all.values() if one.item.field == code and one.item.parent is None]
        if said := classes_words(one.verdict for one in rows if one.verdict is not None):
            lines.append(f"- {heading.name}: {', '.join(said)}.")
    return ["Theo lĩnh vực (chỉ tiêu):", *lines] if lines else []


def for_group(
    found: Overview,
    ward: WardView,
    now: datetime,
    *,
    names: bool,
    period: Period | None = None,
    week: Sequence[str] = (),
) -> str:
    """Counts by unit; names only where the leader turned that on. `week`: what it brought, what comes next."""
    head = f"Tình hình {in_text(ward.name)} đến {moment(now)}:"
    if period:
        head = f"Tổng hợp {period_span(period)}, {in_text(ward.name)}, lập lúc {moment(now)}:"
    lines = [head, *counts(found)]
    if found.missing:
        units: Counter[str] = Counter()
        for one in found.missing:
            owner = ward.people.get(one.item.owner_id or 0)
            where = ward.unit_name(one.item.unit_id or (owner.unit_id if owner else None)) or "chưa phân công"
            units[f"{where} ({named(owner)})" if names and owner else where] += 1
        said = "; ".join(f"{unit} {count(number)}" for unit, number in sorted(units.items()))
        lines.append(f"Quá hạn chưa gửi: {said}.")
        lines += week
        lines.append("Kính đề nghị các đồng chí quan tâm gửi đúng hạn; nội dung chi tiết đã gửi riêng.")
    else:
        lines += ["Các đơn vị đã gửi đủ báo cáo đến hạn.", *week]
    return "\n".join(lines)


def not_begun(period: Period) -> str:
    return f"Kỳ {period_span(period)} chưa bắt đầu."


def no_plan_of(period: Period, year: int) -> str:
    """A year whose plan the ward never kept here; what was told of it stands with each indicator."""
    return (
        f"Trợ lý không có kế hoạch năm {period.key[:4]}, chỉ có từ năm {year}; chưa tổng hợp được {period_span(period)}.\n"
        f"Số cả năm {year - 1} của một chỉ tiêu: TÌNH HÌNH + tên chỉ tiêu + NĂM {year - 1}, ví dụ: TÌNH HÌNH BHYT NĂM {year - 1}"
    )


def shorter_too(shorter: Sequence[Period]) -> str:
    """What ends together with the period that is summed up, and can be asked for by itself."""
    names = ", ".join(period_words(one.key) for one in shorter)
    return f"Cùng kết thúc: {names}. Xem riêng: TỔNG HỢP {period_words(shorter[0].key)}"


def which_period(words: str) -> str:
    return f"Trợ lý chưa rõ kỳ “{words}”. Ví dụ: TỔNG HỢP tuần này; TỔNG HỢP tháng 11; TỔNG HỢP quý 3; TỔNG HỢP năm"
