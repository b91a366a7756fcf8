"""The words of the choices of a question about a doubt."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import get_args

from bot.domain.percent import is_beside_plan
from bot.domain.reading.amounts.units import reduces as is_reduction
from bot.domain.reading.dates.model import DateReason
from bot.domain.reading.doubts.reasons import ADDED_BEFORE, SINCE_SENT
from bot.domain.reading.figures.changes import AGAINST
from bot.domain.reading.model import Doubt, Reading
from db.item_view import ItemView, known_item
from db.ward_view import WardView
from handlers.texts import changes
from handlers.texts.common import capital, cut
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount, number, short_day, weekday_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import HELD_WORDS, completion

SHOWN = 60
SHORT_OF_PLAN = "short of the plan"
"""The rule of a reading that takes from the plan what is said to be lacking."""
DELIVERED = "of the year's last period, delivered"
"""The rule of a reading of a period that went up and has none after it in its plan."""
AS_WORDS = "of an event, as words"
"""The rule of a reading that keeps a counted event in the words it was told in."""
OF_DAY = frozenset(get_args(DateReason))
UNNAMED = frozenset({"no_indicator", "which_indicator", "other_unit"})
"""Doubts about the item: once it is known, the value is still to be checked against it."""
RETYPE = "Số chưa đúng, gửi lại"
OTHERWISE = "Không phải, gửi lại"
"""The choice that none of the readings is right: of a number, and of words."""
ASKS_TO_PICK = ("Đề nghị chọn", "Đề nghị xác nhận")
"""What stands above choices, where a channel has no buttons."""
NOT_RECORDED = {
    "unclear_words": "Nội dung khác, không ghi",
    "target_not_result": "Là số kế hoạch hoặc dự kiến, không ghi",
    "other_count": "Là số khác, không ghi",
    "unreached": "Chưa phải kết quả, không ghi",
    "not_in_charge": "Không ghi (chỉ hỏi, nhắc)",
}
"""The last choice of the questions whether something is a report at all, by their reason."""
TOLD_AS_TOTAL = frozenset({"delta_without_total", "decrease", "growth_mismatch", "refers_to_previous"})
"""Doubts about the number reached so far: of a reduction too it is called by its total."""
OF_WORDS = {
    "obstacle": "Ghi là vướng mắc",
    "done": "Ghi là đã hoàn thành",
    "not_done": "Ghi là chưa hoàn thành",
}
"""What unclear words may be recorded as, besides how far the work is."""


def none_of_them(reason: str, *, figure: bool = True) -> str:
    """The last choice of a question: none of its readings."""
    if reason in OF_DAY:
        return "Ngày khác, gửi lại"
    if reason in NOT_RECORDED:
        return NOT_RECORDED[reason]
    return RETYPE if figure else OTHERWISE


def other_plan(item: ItemView) -> str:
    """The choice that the plan's own number is another one."""
    return f"Kế hoạch không phải {target_words(item.target)}"


def choice(ward: WardView, item: ItemView | None, reading: Reading, doubt: Doubt, candidate: Reading) -> str:
    """The label of one candidate: enough to pick it without reading the question again.

    What explains it stands behind a bracket or a comma: an answer in words is compared with what is in front
    (bot.domain.reading.answers).
    """
    about = ward.items.get(candidate.item or "")
    shown = "ghi nội dung" if candidate.rule == AS_WORDS else value_of(about, candidate)
    if doubt.reason in UNNAMED and about is not None:
        shown = "vướng mắc" if candidate.kind == "obstacle" else shown
        return f"{about.key} {about.short_name}: {shown}" if shown else f"{about.key} {about.short_name}"
    if doubt.reason in OF_DAY and candidate.date is not None:
        return f"Đến {weekday_day(candidate.date)}"
    if doubt.reason == "which_measure" and about is not None and reduces(about):
        return _reduction(about, reading, candidate)
    if about is not None and doubt.reason not in TOLD_AS_TOTAL and candidate.value and reduces(about):
        shown = f"giảm {shown}"
    if doubt.reason in LABELS:
        return LABELS[doubt.reason](reading, candidate, shown)
    if about is not None and (item is None or about.key != item.key):
        return f"{about.short_name}: {shown}"
    return f"Ghi {shown}" if shown else "Đúng"


def _decrease(reading: Reading, candidate: Reading, shown: str) -> str:
    if candidate.rule == SINCE_SENT:
        return f"Thêm {exact(reading)} vào số đã gửi (lũy kế thành {shown})"
    if candidate.value != reading.value:
        return f"{exact(reading)} là số phát sinh trong kỳ (lũy kế thành {shown})"
    return f"Lũy kế đúng là {shown}"


def _delta(reading: Reading, candidate: Reading, shown: str) -> str:
    if candidate.rule == AGAINST:
        way = "Tăng" if reading.qualifier == "delta" else "Giảm"
        return f"{way} {exact(reading)} so với cùng kỳ năm trước (lũy kế là {shown})"
    if candidate.rule == ADDED_BEFORE:
        return f"Đã cộng rồi, lũy kế vẫn {shown}"
    if candidate.value == reading.value:
        return f"Lũy kế đúng là {shown}"
    if reading.qualifier == "delta":
        return f"Thêm {exact(reading)} trong kỳ (lũy kế thành {shown})"
    return f"Lũy kế thành {shown}"


def _growth(reading: Reading, candidate: Reading, shown: str) -> str:
    typed_so = candidate.value == reading.value
    return f"Ghi {shown} (như đã gửi)" if typed_so else f"Ghi {shown} (tính từ số trước)"


def _previous(_reading: Reading, candidate: Reading, shown: str) -> str:
    if candidate.none_arose:
        return f"Ghi {shown}"
    return f"Giữ nguyên {shown}" if candidate.value is not None else f"Vẫn {shown}"


def _result(_reading: Reading, candidate: Reading, shown: str) -> str:
    if candidate.rule == AS_WORDS:
        return f"Giữ số đã gửi, ghi thêm “{cut(candidate.words, SHOWN)}”"
    if candidate.kind == "obstacle":
        return OF_WORDS["obstacle"]
    return f"Kết quả thực hiện là {shown}"


def _period(_reading: Reading, candidate: Reading, shown: str) -> str:
    day = f", số đến {short_day(candidate.date)}" if candidate.date else ""
    return f"Ghi {shown} cho {period_words(candidate.period or '')}{day}"


def _part_or_whole(_reading: Reading, candidate: Reading, _shown: str) -> str:
    return "Cả nhiệm vụ đã xong" if candidate.kind == "done" else "Mới xong một phần, đang làm tiếp"


def _done_or_noted(_reading: Reading, candidate: Reading, shown: str) -> str:
    return capital(shown) if candidate.kind == "done" else "Mới nhận tin, chưa xong"


def _words(_reading: Reading, candidate: Reading, shown: str) -> str:
    if candidate.kind == "done" and shown in HELD_WORDS.values():
        return f"Ghi là {shown}"
    return OF_WORDS.get(candidate.kind, "Ghi là tiến độ, đang thực hiện")


def _reported(_reading: Reading, candidate: Reading, shown: str) -> str:
    words = f"“{cut(candidate.words, SHOWN)}”" if candidate.value is None and candidate.words else shown
    return f"Ghi là báo cáo: {words or 'đang thực hiện'}"


LABELS: dict[str, Callable[[Reading, Reading, str], str]] = {
    "decrease": _decrease,
    "delta_without_total": _delta,
    "growth_mismatch": _growth,
    "refers_to_previous": _previous,
    "target_not_result": _result,
    "other_count": _result,
    "unreached": _result,
    "which_period": _period,
    "part_or_whole": _part_or_whole,
    "done_or_noted": _done_or_noted,
    "unclear_words": _words,
    "not_in_charge": _reported,
}


def reduces(item: ItemView) -> bool:
    """True for what is either reduced by so many, or has so many left."""
    known = known_item(item)
    return is_reduction(known) and not known.is_of_change


def _reduction(item: ItemView, reading: Reading, candidate: Reading) -> str:
    """ "Đã giảm 3 hộ", or "Còn lại 3 hộ (giảm 9 hộ so với đầu kỳ)" where the opening stock is known."""
    unit = item.target.unit if item.target else None
    reduced = amount(candidate.value or Decimal(0), unit)
    if candidate.value == reading.value:
        return f"Đã giảm {reduced}"
    if candidate.value is not None and candidate.value < 0:
        return f"Ghi tăng {amount(-candidate.value, unit)} so với đầu kỳ"
    return f"Còn lại {amount(reading.value or Decimal(0), unit)} (giảm {reduced} so với đầu kỳ)"


def value_of(item: ItemView | None, reading: Reading) -> str:
    """The value of a reading as it would be recorded."""
    unit = reading.unit or (item.target.unit if item and item.target else None)
    a, b = reading.numerator, reading.denominator
    if item and item.target and reading.value is not None and known_item(item).is_of_change:
        return changes.shown(reading.value, a, b, item.target)
    plan = item.target.value if item and item.target else None
    is_rate = unit in {"%", "‰"} and reading.value == a
    if a is not None and b is not None and not (is_rate and is_beside_plan(a, b, plan)):
        pair = f"{number(a)}/{number(b)}"
        return pair if b == 0 else f"{pair} ({completion(a, b)})"
    if reading.none_arose:
        return "không phát sinh"
    if reading.value is not None:
        return amount(reading.value, "%" if reading.kind == "percent" else unit)
    if reading.kind == "in_progress" and reading.percent_stated is not None:
        return f"đang thực hiện {number(reading.percent_stated)}%"
    if reading.kind == "done" and item is not None and item.target is not None:
        if item.target.grade is not None and reading.words in {*item.target.scale, item.target.grade}:
            return reading.words
        return HELD_WORDS.get(item.target.evaluation, "đạt")
    return {"done": "đã xong", "in_progress": "đang thực hiện", "not_done": "chưa thực hiện"}.get(
        reading.kind, ""
    )


def typed(reading: Reading) -> str:
    """The number of a reading, without its unit."""
    if reading.numerator is not None and reading.denominator is not None:
        return f"{number(reading.numerator)}/{number(reading.denominator)}"
    if reading.value is not None:
        return number(reading.value)
    return reading.words


def exact(reading: Reading) -> str:
    """A number as it was typed, money in the words of money."""
    money = reading.unit == "đồng" and reading.value is not None and reading.numerator is None
    return amount(reading.value or Decimal(0), "đồng") if money else typed(reading)
