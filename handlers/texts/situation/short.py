"""One item in one line, wherever lists show it."""

from __future__ import annotations

from datetime import date

from db.ward_view import WardView
from handlers.standings.standing import Standing
from handlers.texts.acting import answers
from handlers.texts.extensions.asked import last_state, mark
from handlers.texts.judging import CLASS_WORDS, NOT_APPLICABLE, TASK_WORDS, target_words
from handlers.texts.numbers import (
    count,
    past_day,
    percent,
    short_day,
)
from handlers.texts.periods import period_words
from handlers.texts.recurring import OFTEN
from handlers.texts.reporting import collecting
from handlers.texts.reporting.said import figure_words

REASONS = {
    "due_soon": "sắp đến hạn, chưa có số",
    "behind_pace": "chậm so với mức bình quân",
    "behind_phase": "chậm so với mức phân kỳ",
    "below_threshold": "dưới ngưỡng",
    "above_threshold": "trên mức cho phép",
    "backlog": "còn tồn đọng",
    "broken": "đã phát sinh",
    "off_level": "lệch mức kế hoạch",
    "lost": "không còn giữ được",
    "not_done": "lãnh đạo xác nhận chưa hoàn thành",
    "appraisal_waits": "chờ lãnh đạo xác nhận",
    "not_reduced": "chưa giảm đủ",
    "parts_missing": "chưa đủ số của các đơn vị",
}


def not_applicable(one: Standing) -> str:
    """That it does not concern the ward, and until when: "không áp dụng tháng 11/2026"."""
    said = next(said for said in one.item.not_applicable if said.covers(one.period))
    year = said.period.isdecimal()
    return f"{NOT_APPLICABLE}{' đến hết' if year else ''} {period_words(said.period)}"


def short_item(one: Standing, ward: WardView) -> str:
    """One line: code, name, figure against target, date, owner, class."""
    item = one.item
    owner = answers(item, ward, inner=True)
    if item.is_task:
        last = f", {last_state(one)}" if one.progress else ""
        return f"{item.key} {item.short_name}: {timing(one, ward.today)}{last}{mark(one)} ({owner})"
    if not one.applies:
        return f"{item.key} {item.short_name}: {not_applicable(one)} ({owner})"
    words = CLASS_WORDS[one.verdict.cls] if one.verdict else "chưa có chỉ tiêu"
    if item.parts and one.collected is None:
        return f"{item.key} {item.short_name}: {_parts_met(one)}{words}"
    reason = REASONS.get(one.verdict.reason if one.verdict else "", "")
    why = f" – {reason}" if reason else ""
    plan = f"; kế hoạch {target_words(one.target)}" if target_words(one.target) != words else ""
    return f"{item.key} {item.short_name}: {figure(one)}{plan}; {words}{why}{mark(one)} ({owner})"


def timing(one: Standing, today: date) -> str:
    """A task's class with its date: "quá hạn từ 31/3", "trong hạn (20/11)"."""
    if not one.applies:
        return not_applicable(one)
    if one.task == "recurring":
        return f"{TASK_WORDS[one.task]} {OFTEN[one.item.frequency]}"
    if one.task is None or one.due is None or one.period is not None:
        return TASK_WORDS[one.task] if one.task else ""
    if one.task == "overdue":
        until = f", bổ sung đến {short_day(one.due.date())}" if one.missed else ""
        return f"quá hạn từ {past_day(one.missed or one.due.date(), today)}{until}"
    return f"{TASK_WORDS[one.task]} ({short_day(one.missed or one.due.date())})"


def _parts_met(one: Standing) -> str:
    if one.verdict is None or not one.verdict.parts:
        return ""
    waiting = one.verdict.parts_unassigned
    beside = f"{count(waiting)} phần chưa có số giao, " if waiting else ""
    return f"{one.verdict.parts_met}/{one.verdict.parts} phần đạt, {beside}"


def figure(one: Standing) -> str:
    """The newest figure with its date: "182 người (67,7%), đến 14/10"."""
    row = one.figure
    if row is None:
        return f"chưa có số liệu{collecting.beside(one)}"
    unit = one.target.unit if one.target else None
    said = figure_words(row, one.target)
    ratio = one.verdict.ratio if one.verdict else None
    plain = unit not in {"%", "‰"} and row.numerator is None and row.state == "value"
    # "12 hộ" left of 14 is a reduction by 2: a share of that beside the 12 says nothing.
    of_it = one.verdict is not None and one.verdict.number == one.verdict.value
    share = f" ({percent(ratio)})" if ratio is not None and plain and of_it else ""
    estimate = ", số ước" if row.estimate else ""
    return f"{said}{share}{estimate}, đến {short_day(row.as_of)}{collecting.beside(one)}"
