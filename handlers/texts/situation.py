"""The words of /tinhhinh: numbers first, what is in danger first, one phone screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.tasks import TASK_CLASSES
from bot.domain.verdict import CLASSES, ItemClass
from db.ward_view import ItemView, PersonView, WardView
from handlers.overview import Overview
from handlers.standing import Standing
from handlers.texts.common import named, you, you_short
from handlers.texts.judging import CLASS_WORDS, TASK_WORDS, target_words, value_words
from handlers.texts.numbers import count, day, deadline, moment, percent, short_day
from handlers.texts.report import STATE_WORDS, TASK_STATE_WORDS, sample

BY_FIELD = "Theo lĩnh vực"
WHO_IS_MISSING = "Ai chưa gửi số liệu"
TASKS = "Nhiệm vụ"
WHOLE_WARD = "Toàn phường"
SHOWN = 6

REASONS = {
    "due_soon": "sắp đến hạn, chưa có số",
    "behind_pace": "chậm so với mức bình quân",
    "below_threshold": "dưới ngưỡng",
    "above_threshold": "trên mức cho phép",
    "backlog": "còn tồn đọng",
    "broken": "đã phát sinh",
    "missed": "không đạt kế hoạch",
    "off_level": "lệch mức kế hoạch",
    "lost": "không còn giữ được",
    "not_reduced": "chưa giảm đủ",
}


def overview(found: Overview, ward: WardView, reader: PersonView) -> str:
    """The whole of /tinhhinh for one reader."""
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Tình hình gửi"
    scope = f" ({found.scope})" if found.scope else f" {ward.name}"
    lines = [f"{opening} {you(reader)}, tình hình{scope} đến {moment(found.now)}:", *counts(found)]
    lines += danger(found, ward)
    if found.obstacles:
        lines.append(f"Vướng mắc ({count(len(found.obstacles))}):")
        for item, row in found.obstacles[:3]:
            who = ward.people.get(row.person_id or 0)
            lines.append(
                f"- {item.short_name}: “{cut(row.words, 80)}” ({named(who)}, {short_day(row.at.date())})"
            )
    lines.append(freshness(found))
    return "\n".join(lines)


def counts(found: Overview) -> list[str]:
    """The totals by class; only classes that have somebody in them, and they sum to the total."""
    indicators = found.indicators
    lines = [f"Chỉ tiêu: {count(indicators.total)} – {_classes(indicators.by_class)}."]
    if found.task_total:
        said = [f"{TASK_WORDS[cls]} {count(found.tasks[cls])}" for cls in TASK_CLASSES if found.tasks[cls]]
        lines.append(f"Nhiệm vụ: {count(found.task_total)} – {', '.join(said)}.")
    return lines


def _classes(by_class: Mapping[ItemClass, int]) -> str:
    return (
        ", ".join(f"{CLASS_WORDS[cls]} {count(by_class[cls])}" for cls in CLASSES if by_class[cls])
        or "chưa có"
    )


def danger(found: Overview, ward: WardView) -> list[str]:
    """What needs a leader's eye, the worst first, cut to one screen."""
    failed = [one for one in found.danger if one.verdict is not None and one.verdict.cls == "not_met"]
    worst = [*failed, *found.overdue, *(one for one in found.danger if one not in failed)]
    lines = ["Cần quan tâm:", *(f"- {short_item(one, ward)}" for one in worst[:SHOWN])]
    if not worst:
        lines = ["Chưa có mục nào dưới ngưỡng hoặc quá hạn."]
    if len(worst) > SHOWN:
        lines.append(f"- … và {count(len(worst) - SHOWN)} mục khác.")
    if found.due_soon:
        lines.append(f"Sắp đến hạn, đang chờ số: {_names(found.due_soon)}.")
    return lines


def _names(rows: Sequence[Standing]) -> str:
    shown = ", ".join(one.item.short_name for one in rows[:4])
    return f"{shown} và {count(len(rows) - 4)} mục khác" if len(rows) > 4 else shown


def freshness(found: Overview) -> str:
    """How old the numbers are, and how many are still awaited."""
    newest = f"Số mới nhất đến {day(found.newest)}" if found.newest else "Chưa có số liệu nào"
    if not found.missing:
        return f"{newest}; không thiếu mục nào đã đến hạn."
    unowned = sum(1 for one in found.missing if one.item.owner_id is None)
    text = f"{newest}; quá hạn chưa gửi {count(len(found.missing))} mục của {count(len(found.missing_people))} người"
    return f"{text}, {count(unowned)} mục chưa phân công." if unowned else f"{text}."


def short_item(one: Standing, ward: WardView) -> str:
    """One line: code, name, figure against target, date, owner, class."""
    item = one.item
    owner = named(ward.people.get(item.owner_id or 0))
    if item.is_task:
        due = f", hạn {short_day(item.due_on)}" if item.due_on else ""
        last = f", {TASK_STATE_WORDS[one.progress.state]}" if one.progress else ""
        return (
            f"{item.key} {item.short_name}: {TASK_WORDS[one.task] if one.task else ''}{due}{last} ({owner})"
        )
    words = CLASS_WORDS[one.verdict.cls] if one.verdict else "chưa có chỉ tiêu"
    if item.parts:
        met = (
            f" {one.verdict.parts_met}/{one.verdict.parts} phần" if one.verdict and one.verdict.parts else ""
        )
        return f"{item.key} {item.short_name}:{met} {words}"
    reason = REASONS.get(one.verdict.reason if one.verdict else "", "")
    why = f" – {reason}" if reason else ""
    return f"{item.key} {item.short_name}: {figure(one)}; kế hoạch {target_words(item.target)}; {words}{why} ({owner})"


def figure(one: Standing) -> str:
    """The newest figure with its date: "182 người đến 14/10 (67,7%)"."""
    row = one.figure
    if row is None:
        return "chưa có số liệu"
    unit = one.item.target.unit if one.item.target else None
    if row.state in STATE_WORDS:
        said = STATE_WORDS[row.state]
    else:
        said = value_words(
            row.value, row.numerator, row.denominator, "%" if row.state == "of_assigned" else unit
        )
    ratio = one.verdict.ratio if one.verdict else None
    share = (
        f" ({percent(ratio)})"
        if ratio is not None and unit not in {"%", "‰"} and row.numerator is None
        else ""
    )
    return f"{said}{share}, đến {short_day(row.as_of)}"


def item(one: Standing, ward: WardView) -> str:
    """A paragraph about one item, for who asks about it by name."""
    subject = one.item
    owner = ward.people.get(subject.owner_id or 0)
    lines = [f"{subject.key} {subject.short_name}", f"Phụ trách: {named(owner)}."]
    if subject.is_task:
        due = f"hạn {day(subject.due_on)}" if subject.due_on else "không hạn"
        last = (
            f"; gần nhất: {TASK_STATE_WORDS[one.progress.state]} ({short_day(one.progress.at.date())})"
            if one.progress
            else "; chưa có báo cáo"
        )
        return "\n".join([*lines, f"{TASK_WORDS[one.task] if one.task else ''}, {due}{last}."])
    lines.append(f"Kế hoạch: {target_words(subject.target)}. Thực hiện: {figure(one)}.")
    if one.figure is not None:
        giver = ward.people.get(one.figure.entered_by_id or 0)
        source = (
            f"{named(giver)} gửi {short_day(one.figure.at.date())}" if giver else "số đã có khi nhập kế hoạch"
        )
        lines.append(f"Nguồn: {source}.")
    if one.verdict is not None:
        reason = REASONS.get(one.verdict.reason, "")
        lines.append(f"Đánh giá: {CLASS_WORDS[one.verdict.cls]}{f' ({reason})' if reason else ''}.")
    return "\n".join(lines)


def by_field(rows: Sequence[tuple[str, Overview]]) -> str:
    lines = ["Tình hình theo lĩnh vực (chỉ tiêu nguy cơ, không đạt; nhiệm vụ quá hạn; chưa gửi số):"]
    for name, found in rows:
        lines.append(
            f"- {name}: {count(found.indicators.total)} chỉ tiêu, {count(found.task_total)} nhiệm vụ; "
            f"cần quan tâm {len(found.danger) + len(found.overdue)}, chưa gửi {len(found.missing)}"
        )
    lines.append("Xem một lĩnh vực: TÌNH HÌNH + tên lĩnh vực.")
    return "\n".join(lines)


def tasks(found: Overview, ward: WardView) -> str:
    lines = counts(found)[-1:]
    rows = [one for one in found.all.values() if one.task in {"overdue", "due_soon", "on_time"}]
    lines += [f"- {short_item(one, ward)}" for one in rows[:12]]
    if found.tasks["no_due"]:
        lines.append(f"{count(found.tasks['no_due'])} nhiệm vụ không hạn được hỏi tiến độ hằng tháng.")
    return "\n".join(lines)


def no_such_part(words: str, fields: Sequence[str]) -> str:
    return (
        f"Trợ lý chưa tìm thấy “{words}” trong lĩnh vực, đơn vị, người hay chỉ tiêu.\n"
        f"Lĩnh vực đang có: {'; '.join(fields)}.\nVí dụ: TÌNH HÌNH BHYT"
    )


def out_of_reach(item: ItemView) -> str:
    return f"{item.short_name} ngoài phạm vi tài khoản này được xem. Nếu cần cho công việc, đề nghị liên hệ Văn phòng."


def own_state(person: PersonView, owed: Sequence[Standing]) -> str:
    if not owed:
        return f"{you_short(person).capitalize()} không còn mục nào đang chờ số liệu."
    lines = [f"{you_short(person).capitalize()} còn {count(len(owed))} mục chờ số liệu:"]
    for one in owed[:8]:
        due = f", hạn {deadline(one.due)}" if one.due else ""
        lines.append(f"- {one.item.key} {one.item.short_name}{due}")
    lines.append(f"Ví dụ trả lời: {sample(owed[0].item, owed[0].figure.value if owed[0].figure else None)}")
    return "\n".join(lines)


def cut(text: str, size: int) -> str:
    """A text at most `size` letters long, cut between words."""
    if len(text) <= size:
        return text
    return text[:size].rsplit(" ", 1)[0] + " …"
