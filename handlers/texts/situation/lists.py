"""The words of lists of items: late, due soon, done, hindered, every indicator; one line an item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from bot.domain.verdict import CLASSES
from db.ward_view import WardView
from handlers.situation.overview import Overview
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, in_text, named
from handlers.texts.numbers import count, past_day, short_day
from handlers.texts.recurring import how_often
from handlers.texts.situation.screen import danger_of_indicators
from handlers.texts.situation.short import short_item
from handlers.texts.situation.totals import indicator_counts, task_counts

LISTED = 20
_REACHED = frozenset({"met", "exceeded", "none_arose", "watched"})
_LATER = frozenset({"year_end", "unassigned"})


def overdue(found: Overview, ward: WardView, *, presses: bool, asks: bool) -> str:
    """Tasks past their day, those past an intermediate one, then reports past theirs, the oldest first."""
    late = [one for one in found.missing if one not in found.overdue]
    rows = [*found.overdue, *found.late_stones, *sorted(late, key=lambda one: one.due or found.now)]
    scope = found.scope or in_text(ward.name)
    if not rows:
        return f"{capital(scope)}: không có mục nào quá hạn. Trả lời TÌNH HÌNH để xem chung."
    lines = [f"{capital(scope)}: quá hạn {count(len(rows))} mục."]
    lines += [f"- {short_item(one, ward)}{_since(one, ward.today)}" for one in rows[:LISTED]]
    if len(rows) > LISTED:
        lines.append(f"- … và {count(len(rows) - LISTED)} mục khác: trả lời CHƯA BÁO CÁO.")
    key = rows[0].item.key
    how = [f"Đôn đốc: ĐÔN ĐỐC {key}"] if presses else [f"Xem: TÌNH HÌNH {key}"]
    lines.append("; ".join([*how, *([f"yêu cầu giải trình: GIẢI TRÌNH {key}"] if asks else [])]))
    return "\n".join(lines)


def _since(one: Standing, today: date) -> str:
    return (
        f"; hạn {past_day(one.due.date(), today)}"
        if one.missing and one.due and one.task != "overdue"
        else ""
    )


def indicators(found: Overview, ward: WardView) -> str:
    """Every line of the plan with its class, what needs somebody's eye first."""
    rows = [one for one in found.all.values() if one.item.parent not in found.all and one.verdict is not None]
    order = {cls: place for place, cls in enumerate(CLASSES)}
    rows.sort(key=lambda one: order[one.verdict.cls] if one.verdict else 0)
    lines = indicator_counts(found) if rows else [_no_indicators(found), *task_counts(found)]
    lines += [f"- {short_item(one, ward)}" for one in rows[:LISTED]]
    if len(rows) > LISTED:
        lines.append(f"- … và {count(len(rows) - LISTED)} chỉ tiêu khác: TÌNH HÌNH + tên lĩnh vực.")
    if rows:
        lines.append(f"Xem một chỉ tiêu: TÌNH HÌNH {rows[0].item.key}")
    return "\n".join(lines)


def _no_indicators(found: Overview) -> str:
    return f"{capital(found.scope)}: không có chỉ tiêu." if found.scope else "Kế hoạch không có chỉ tiêu."


def not_reached(found: Overview, ward: WardView, *, without_year_end: bool) -> str:
    """Those that are neither reached nor only watched, one by one, also the parts of a line; the worst first.

    What is judged at the year's end, or has no number assigned, stands behind, as a number where it is not asked for.
    """
    order = {cls: place for place, cls in enumerate(CLASSES)}
    every = [(order[one.verdict.cls], one.verdict.cls, one) for one in found.all.values() if one.verdict]
    single = [row for row in every if not row[2].item.parts and row[1] not in _REACHED]
    rows = [one for _place, cls, one in sorted(single, key=lambda row: row[0]) if cls not in _LATER]
    later = [one for _place, cls, one in single if cls in _LATER]
    scope = capital(found.scope or in_text(ward.name))
    head = f"chưa đạt mức kế hoạch {count(len(rows))} chỉ tiêu (tính từng thành phần)."
    lines = [f"{scope}: {head}" if rows else f"{scope}: không có chỉ tiêu nào đang dưới mức kế hoạch."]
    lines += [f"- {short_item(one, ward)}" for one in rows[:LISTED]]
    if len(rows) > LISTED:
        lines.append(f"- … và {count(len(rows) - LISTED)} chỉ tiêu khác.")
    if later:
        names = "" if without_year_end else f": {', '.join(one.item.short_name for one in later[:LISTED])}"
        lines.append(f"Cuối năm mới đánh giá hoặc chưa có số giao: {count(len(later))}{names}.")
    lines.append(f"Xem một chỉ tiêu: TÌNH HÌNH {rows[0].item.key}" if rows else "Xem chung: TÌNH HÌNH")
    return "\n".join(lines)


def due_soon(found: Overview, rows: Sequence[Standing], last: date, ward: WardView) -> str:
    """Tasks with a day of their own, one by one; what is due by period, as numbers."""
    scope = capital(found.scope or in_text(ward.name))
    dated = [one for one in rows if one.period is None]
    by_day: Counter[tuple[date, str]] = Counter(
        (one.due.date(), "tiến độ" if one.item.is_task else "số liệu")
        for one in rows
        if one.period is not None and one.due is not None
    )
    head = f"{scope}: đến hạn từ nay đến {short_day(last)}"
    if not rows:
        return f"{head}: không có mục nào. Trả lời TÌNH HÌNH để xem chung."
    lines = [f"{head}: {count(len(dated))} nhiệm vụ có hạn riêng."]
    lines += [f"- {short_item(one, ward)}" for one in dated[:LISTED]]
    if len(dated) > LISTED:
        lines.append(f"- … và {count(len(dated) - LISTED)} nhiệm vụ khác.")
    by_period = [f"{short_day(day)}: {count(size)} mục {what}" for (day, what), size in by_day.items()]
    lines += [f"Theo kỳ báo cáo, chưa gửi: {'; '.join(by_period)}."] if by_period else []
    lines.append(f"Xem một nhiệm vụ: TÌNH HÌNH {dated[0].item.key}" if dated else "Xem chung: TÌNH HÌNH")
    return "\n".join(lines)


def done(found: Overview, rows: Sequence[Standing], ward: WardView, since: date | None = None) -> str:
    """The tasks that are done, the newest first; `since` a day that was named."""
    when = f" từ {short_day(since)}" if since else ""
    if not rows:
        scope = capital(found.scope or in_text(ward.name))
        return f"{scope}: chưa có nhiệm vụ nào hoàn thành{when}. Trả lời TÌNH HÌNH để xem chung."
    lines = task_counts(found)
    lines += [f"Hoàn thành{when}: {count(len(rows))}."] if since else []
    lines += [f"- {short_item(one, ward)}" for one in rows[:LISTED]]
    if len(rows) > LISTED:
        lines.append(f"- … và {count(len(rows) - LISTED)} nhiệm vụ khác.")
    lines.append(f"Xem một nhiệm vụ: TÌNH HÌNH {rows[0].item.key}")
    return "\n".join(lines)


def hindered(found: Overview, ward: WardView) -> str:
    """Every open difficulty with who told of it and when."""
    scope = capital(found.scope or in_text(ward.name))
    if not found.obstacles:
        return f"{scope}: không có vướng mắc nào đang chờ giải quyết. Trả lời TÌNH HÌNH để xem chung."
    lines = [f"{scope}: {count(len(found.obstacles))} vướng mắc đang chờ giải quyết."]
    for item, row in found.obstacles[:LISTED]:
        told = f"{named(ward.who(row.person_id))}, {short_day(row.at.date())}"
        lines.append(f"- {item.key} {item.short_name}: “{cut(row.words, 200)}” ({told})")
    if len(found.obstacles) > LISTED:
        lines.append(f"- … và {count(len(found.obstacles) - LISTED)} mục khác.")
    lines.append(f"Cho ý kiến và đóng: HẾT VƯỚNG {found.obstacles[0][0].key} + ý kiến")
    return "\n".join(lines)


def in_danger(found: Overview, ward: WardView, shown: int = LISTED) -> str:
    """The indicators whose number is bad, the worst first, and those whose number is awaited."""
    lines = [*indicator_counts(found), *danger_of_indicators(found, ward, shown)]
    if found.danger:
        lines.append(f"Yêu cầu giải trình: GIẢI TRÌNH {found.danger[0].item.key}")
    return "\n".join(lines)


def by_field(rows: Sequence[tuple[str, Overview]]) -> str:
    """One line a field, those with trouble first."""
    lines = ["Tình hình theo lĩnh vực (cần quan tâm: chỉ tiêu nguy cơ, không đạt và nhiệm vụ quá hạn):"]
    for name, found in rows:
        said = [_field_size(found)]
        if found.trouble:
            said.append(f"cần quan tâm {count(found.trouble)}")
        if found.missing:
            said.append(f"quá hạn chưa gửi {count(len(found.missing))}")
        lines.append(f"- {name}: {'; '.join(said)}")
    if twice := _in_two_fields([found for _name, found in rows]):
        lines.append(f"Nêu ở hai lĩnh vực, cả phường tính một lần: {', '.join(twice)}.")
    lines.append("Xem một lĩnh vực: TÌNH HÌNH + tên lĩnh vực.")
    return "\n".join(lines)


def _in_two_fields(fields: Sequence[Overview]) -> list[str]:
    """Keys of what is counted in the field of its line, too."""
    seen: Counter[str] = Counter()
    for found in fields:
        trouble = (*found.danger, *found.overdue, *found.late_stones)
        seen.update({one.item.key for one in (*trouble, *found.missing)})
    return [key for key, times in seen.items() if times > 1]


def _field_size(found: Overview) -> str:
    """How many lines of the plan, parts of other fields' lines and tasks a field holds."""
    lines = found.indicators.total - found.parts
    sizes = ((lines, "chỉ tiêu"), (found.parts, "chỉ tiêu thành phần"), (found.task_total, "nhiệm vụ"))
    return ", ".join(f"{count(size)} {what}" for size, what in sizes if size)


def tasks(found: Overview, ward: WardView) -> str:
    """The tasks with a date, the earliest first; the others as a number."""
    lines = task_counts(found)
    rows = [one for one in found.all.values() if one.task in {"overdue", "due_soon", "on_time"}]
    rows.sort(key=lambda one: one.due or found.now)
    lines += [f"- {short_item(one, ward)}" for one in rows[:12]]
    if len(rows) > 12:
        lines.append(f"- … và {count(len(rows) - 12)} nhiệm vụ khác.")
    if undated := [one.item for one in found.all.values() if one.task == "no_due"]:
        lines.append(f"{count(len(undated))} nhiệm vụ không hạn được hỏi tiến độ {how_often(undated)}.")
    if coming_back := [one.item for one in found.all.values() if one.task == "recurring"]:
        lines.append(f"{count(len(coming_back))} nhiệm vụ định kỳ: {how_often(coming_back)}.")
    lines.append("Xem một nhiệm vụ: TÌNH HÌNH + mã, ví dụ: TÌNH HÌNH NV-001")
    return "\n".join(lines)
