"""Receipts: what was recorded, exactly, for which period, and where it stands against the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.targets import Target
from bot.domain.verdict import Verdict
from bot.domain.yardstick import is_rate
from db.item_view import ItemView
from db.models import Figure, Progress
from db.ward_view import PersonView
from handlers.standings.last_year import last_value
from handlers.texts.common import named, you_short
from handlers.texts.correcting.late import again
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount, apart, count, day, number, percent, places, short_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import TASK_STATE_WORDS, figure_words, sample
from handlers.texts.told import says_more, told

if TYPE_CHECKING:
    from handlers.reporting.recording import Recorded

WORDED = frozenset({"held", "in_progress", "lost", "grade", "words"})
"""States of a figure that is no number."""
_REACHED = {"met": "đạt", "exceeded": "vượt"}
_UNKNOWN = {
    "baseline_unknown": "Chưa có số đầu kỳ để so sánh.",
    "last_year_unknown": "Chưa có số cùng kỳ năm trước để so sánh.",
    "scale_unknown": "Chưa có thang xếp loại để so sánh.",
}


def figure_receipt(recorded: Recorded, owner: PersonView | None, reader: PersonView) -> str:
    """What goes before `figure_line`: "Đã ghi nhận: BHXH tự nguyện, tháng 11/2026, số đến 14/11: "."""
    figure = _figure(recorded)
    return f"{_verb(recorded)}{_instead(owner, reader)}: {recorded.item.short_name}, {_about(figure)}: "


def _instead(owner: PersonView | None, reader: PersonView) -> str:
    return f" (thay {named(owner)})" if owner is not None and owner.id != reader.id else ""


def several(lines: Sequence[str], first: Recorded) -> list[str]:
    """Receipts for one period and day under one heading, so that these are said once."""
    head = f"Đã ghi nhận {count(len(lines))} mục, {_about(_figure(first))}:"
    return [head, *(f"- {line}" for line in lines)]


def figure_line(recorded: Recorded, verdict: Verdict | None, judged: Target | None = None) -> str:
    """What was recorded, what it replaces, and the plan: without period and day.

    The verdict is told beside the target by which it was `judged`: today's, also of a figure of last month.
    """
    figure = _figure(recorded)
    target = recorded.item.target_on(figure.as_of)
    estimate = ", số ước" if figure.estimate else ""
    words = f" – “{more}”" if (more := told(figure)) else ""
    said = (
        f"{figure_words(figure, target)}{_left(figure, target)}{words}{_change(recorded, target)}{estimate}."
    )
    plan = _against_plan(verdict, figure, judged, _since(recorded, judged)) if verdict is not None else ""
    return f"{said} {plan}".rstrip()


def _since(recorded: Recorded, judged: Target | None) -> str:
    """ " (từ 24/11)": the target was set after the figure's day, whose period goes by the one before it."""
    rows = reversed(recorded.item.targets[1:])
    since = next((since for since, target in rows if target == judged), None)
    return f" (từ {short_day(since)})" if since is not None and since > _figure(recorded).as_of else ""


def _left(figure: Figure, target: Target | None) -> str:
    """ ", còn 12 hộ": what a reduction leaves, as officials say it too."""
    if target is None or target.baseline is None or target.comparator != "reduce_by" or figure.value is None:
        return ""
    compared = target.is_against_last_year or figure.reads != "change" or figure.state != "value"
    left = target.baseline - figure.value
    return "" if compared or left < 0 else f", còn {amount(left, target.unit)}"


def newer_stays(recorded: Recorded, newest: Figure) -> str:
    """An earlier period was reported, or one after the item's own end: its state still follows another figure."""
    target = recorded.item.target_on(newest.as_of)
    counts = f"{figure_words(newest, target)}, đến {short_day(newest.as_of)}"
    if target is not None and target.ends_on is not None and _figure(recorded).as_of > newest.as_of:
        return (
            f"Chỉ tiêu kết thúc ngày {short_day(target.ends_on)}: kết quả vẫn là {counts}. "
            f"Cần sửa kết quả, gửi: SỬA KỲ {newest.as_of.month} {recorded.item.key} + số + lý do."
        )
    return f"Số mới nhất vẫn là {counts}."


def progress_receipt(
    recorded: Recorded, owner: PersonView | None, reader: PersonView, due: date | None, today: date
) -> str:
    """What was said of a task, against its due day as it stands now (None: it has none)."""
    item, row = recorded.item, recorded.progress
    assert row is not None  # noqa: S101 - asked for what was recorded
    about = "" if item.due_on is not None else f", tiến độ {period_words(row.period)}"
    return (
        f"Đã ghi nhận{_instead(owner, reader)} {item.key} {item.short_name}{about}: "
        f"{_progress(row)}{_timing(row, due, today)}."
    )


def _progress(row: Progress) -> str:
    share = f" {amount(row.percent, '%')}" if row.percent is not None else ""
    words = f" – “{row.words}”" if says_more(row.words) else ""
    return f"{TASK_STATE_WORDS[row.state]}{share}{words}"


def _timing(row: Progress, due: date | None, today: date) -> str:
    if due is None:
        return ""
    if row.state != "done":
        return f" (hạn {day(due)})"
    return f" (sau hạn {day(due)})" if today > due else f" (trong hạn {day(due)})"


def obstacle_receipt(item: ItemView, words: str, owner: PersonView | None, reader: PersonView) -> str:
    return (
        f"Đã ghi nhận{_instead(owner, reader)} vướng mắc của {item.key} {item.short_name}: “{words}”. "
        "Nội dung này được báo cáo lãnh đạo; hạn hiện tại vẫn được tính cho đến khi có ý kiến."
    )


def how_to_correct(person: PersonView, recorded: Recorded) -> str:
    """The last line: how to put right what was recorded."""
    item = recorded.item
    if recorded.late is not None:
        return f"Cần sửa, {you_short(person)} gửi: {again(recorded.late.period, item)}"
    if recorded.progress is not None:
        said = "chưa xong" if recorded.progress.state == "done" else "xong"
        return f"Cần sửa, {you_short(person)} gửi lại, ví dụ: {item.key} {said}"
    figure = _figure(recorded)
    if figure.state in WORDED:
        return f"Cần sửa, {you_short(person)} gửi lại tên + nội dung đúng."
    return f"Cần sửa, {you_short(person)} trả lời SỬA + số đúng."


def when_it_is_over(person: PersonView, item: ItemView, last: Decimal | None) -> str:
    """The last line after a difficulty: how to report all the same."""
    example = f"{item.key} xong" if item.is_task else sample(item, last)
    return f"Khi có kết quả, {you_short(person)} gửi, ví dụ: {example}"


# --- where a figure stands ---------------------------------------------------------------------------


def _figure(recorded: Recorded) -> Figure:
    assert recorded.figure is not None  # noqa: S101 - asked for a figure
    return recorded.figure


def _verb(recorded: Recorded) -> str:
    if recorded.known:
        return "Đã có từ trước, giữ nguyên"
    if recorded.same_value:
        return "Đã ghi thêm nội dung, giữ nguyên số"
    return "Đã sửa" if recorded.before is not None else "Đã ghi nhận"


def _about(figure: Figure) -> str:
    number_of = "đến" if figure.state in WORDED else "số đến"
    return f"{period_words(figure.period)}, {number_of} {short_day(figure.as_of)}"


def _change(recorded: Recorded, target: Target | None) -> str:
    """ "(tăng 19 so với số trước)", or what was sent before within the same period."""
    figure = _figure(recorded)
    if recorded.before is not None:
        before = figure_words(recorded.before, target)
        if before != figure_words(figure, target):
            return f" ({'số đã có' if recorded.before.supplied else 'số gửi trước'}: {before})"
        return " (số gửi trước là số ước)" if recorded.before.estimate and not figure.estimate else ""
    now = last_value(figure) if figure.state == "value" and figure.reads is None else None
    if now is None or recorded.previous is None or recorded.known:
        return ""
    if now == recorded.previous:
        return " (không thay đổi)"
    word = "tăng" if now > recorded.previous else "giảm"
    by = abs(now - recorded.previous)
    unit = target.unit if target else None
    shown = amount(by, unit) if unit == "đồng" else number(places(by, 2) if is_rate(unit) else by)
    points = " điểm phần trăm" if unit == "%" else ""
    return f" ({word} {shown}{points} so với số trước)"


def _against_plan(verdict: Verdict, figure: Figure, target: Target | None, since: str = "") -> str:
    """Where the figure stands against the plan, in facts: how much is reached, how much is lacking."""
    if target is None or verdict.cls == "unassigned" or verdict.assumption == "self_reported":
        return _by_own_number(figure, target)
    if verdict.cls == "watched":
        return _UNKNOWN.get(verdict.reason, "")
    if target.is_event_free:
        return _events(verdict, target)
    if target.is_kept and figure.state == "held":
        return ""
    if figure.reads == "change" and target.reduce_low is not None and target.comparator != "reduce_by":
        return _against_fall(verdict, target.reduce_low, target.unit)
    assumed = " (hiểu là mức trần)" if verdict.assumption == "read_as_ceiling" else ""
    colon = "" if target.unit is not None else ":"
    plan = f"Kế hoạch{colon} {target_words(target)}{since}{assumed}"
    if verdict.cls == "year_end":
        return f"{plan}; đánh giá vào cuối năm."
    if verdict.number is None:
        return (
            f"{plan}{';' if colon else ':'} {_REACHED[verdict.cls]}."
            if verdict.cls in _REACHED
            else f"{plan}."
        )
    return f"{plan}{_distance(verdict, target)}."


def _by_own_number(figure: Figure, target: Target | None) -> str:
    """The share of an a/b whose b is the official's own, as nobody has set the number yet (forms T10, T28)."""
    a, b = figure.numerator, figure.denominator
    if target is None or a is None or not b or is_rate(target.unit):
        return "Chưa có số giao để so sánh."
    return f"Đạt {percent(a * 100 / b, 2)} số giao {amount(b, target.unit)} (tự báo cáo, chưa nhập số giao)."


def _against_fall(verdict: Verdict, wanted: Decimal, unit: str | None) -> str:
    """A step down that was told of a level: against the step that the plan names, not against the level."""
    plan = f"Kế hoạch giảm {amount(wanted, unit)}"
    if not verdict.shortfall:
        return f"{plan}: {_REACHED[verdict.cls]}." if verdict.cls in _REACHED else f"{plan}."
    return f"{plan}, còn thiếu {apart(verdict.shortfall, unit)}."


def _events(verdict: Verdict, target: Target) -> str:
    plan, happened = f"Kế hoạch {target_words(target)}", verdict.number or Decimal(0)
    if not happened:
        return f"{plan}: đang giữ được."
    shown = amount(happened, target.unit)
    return f"{plan}: còn {shown}." if target.backlog else f"{plan}: trong năm đã phát sinh {shown}."


def _distance(verdict: Verdict, target: Target) -> str:
    """ ", đạt 74,7%, còn thiếu 68 người", ": vượt", ": cao hơn 0,5 điểm phần trăm"."""
    rate = is_rate(target.unit)
    reached = _REACHED.get(verdict.cls)
    counted = verdict.ratio is not None and target.value is not None and not rate
    share = f", đạt {percent(verdict.ratio)}" if verdict.ratio is not None and counted else ""
    if reached is not None:
        return f"{share}: {reached}" if reached == "vượt" or not share else share
    if not verdict.shortfall:
        short = verdict.cls in {"at_risk", "not_met"} or _is_at_strict_mark(verdict, target)
        return ": đúng bằng mức này, chưa đạt" if short else share
    lacking = apart(verdict.shortfall, target.unit)
    if verdict.ratio is None and (target.comparator == "=" or not verdict.below):
        return f": {'thấp' if verdict.below else 'cao'} hơn {lacking}"
    pace = ""
    if verdict.expected is not None and verdict.number is not None and verdict.number < verdict.expected:
        planned = "mức phân kỳ đến nay" if target.phased else "mức bình quân đến nay khoảng"
        pace = f"; {planned} {_round_amount(verdict.expected, target.unit)}"
    return f"{share or ':'}{',' if share else ''} còn thiếu {lacking}{pace}"


def _is_at_strict_mark(verdict: Verdict, target: Target) -> bool:
    """True of 2 where "trên 2" is asked for: nothing is lacking, and it is not reached."""
    return target.comparator in {">", "<"} and verdict.number is not None and verdict.number == target.value


def _round_amount(value: Decimal, unit: str | None) -> str:
    return amount(places(value, -6), unit) if unit == "đồng" else number(places(value, 0))
