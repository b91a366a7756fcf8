"""The question for each doubt, and the words of its choices. One reason code, one question."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bot.domain.reading.doubts.reasons import ADDED_BEFORE
from bot.domain.reading.figures.changes import AGAINST
from bot.domain.yardstick import is_rate
from db.item_view import known_item
from handlers.texts import changes, falls
from handlers.texts.common import capital, you_short
from handlers.texts.numbers import amount, number, short_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.asked import Asked, own_name, own_sample
from handlers.texts.reporting.choices import (
    DELIVERED,
    OF_DAY,
    SHORT_OF_PLAN,
    UNNAMED,
    exact,
    reduces,
    typed,
)
from handlers.texts.reporting.not_recorded import WORDED, is_figure, nothing, shortened
from handlers.texts.reporting.said import completion, sample

Say = Callable[[Asked], str]


def question(one: Asked) -> str:
    """What is asked about a reading: the facts, that nothing was recorded, and last how to answer."""
    said = QUESTIONS[one.doubt.reason](one)
    name = f"{one.item.short_name}: " if one.item is not None and one.doubt.reason not in UNNAMED else ""
    figure = one.reading.kind not in WORDED and is_figure(one.reading, one.doubt, one.item)
    return f"{capital(name + said)} {nothing(figure=figure)} {_how_to_answer(one)}"


def _how_to_answer(one: Asked) -> str:
    if len(one.doubt.candidates) == 1 and one.doubt.reason in CONFIRMED:
        return "Đề nghị xác nhận:"
    if one.doubt.candidates:
        return "Đề nghị chọn:"
    you = you_short(one.person)
    if one.doubt.reason in OF_DAY:
        name = f"{own_name(one)} xin gửi " if one.item is None else ""
        return f"Đề nghị {you} gửi ngày cụ thể, ví dụ: {name}đến 25/11."
    if one.item is not None:
        return f"Đề nghị {you} gửi lại, ví dụ: {sample(one.item, one.last)}"
    return f"Đề nghị {you} gửi kèm tên hoặc mã, ví dụ: {own_sample(one)}"


def _no_indicator(one: Asked) -> str:
    return f"trợ lý chưa rõ “{shortened(one.typed)}” là của đầu việc nào."


def _which_measure(one: Asked) -> str:
    unit = one.item.target.unit if one.item and one.item.target else None
    if one.item is not None and known_item(one.item).is_of_change:
        return changes.question(one.item, one.reading, one.doubt, shortened(one.typed), one.person)
    if one.reading.numerator is not None:
        return f"“{shortened(one.typed)}” là tỷ lệ so với kế hoạch, hay số đếm trên tổng số?"
    if one.item is not None and is_rate(unit):
        step = f"Nếu là mức giảm, {you_short(one.person)} gửi lại kèm chữ “giảm”."
        return f"{one.shown} là tỷ lệ hiện nay hay mức giảm? {step}"
    if unit is not None and unit.endswith("/năm") and one.doubt.candidates:
        return f"{one.shown} là số một tháng? Chỉ tiêu tính theo {unit}."
    if one.item is None or not reduces(one.item):
        return f"trợ lý chưa rõ {one.shown} là số lượng, số tiền hay tỷ lệ."
    if any(each.value is not None and each.value < 0 for each in one.doubt.candidates):
        return f"{you_short(one.person)} báo tăng {one.shown}, trong khi kế hoạch là giảm."
    more = falls.without_opening(one.item, one.shown, one.reading.value, one.person)
    if more and not one.doubt.candidates:
        return falls.cannot_reckon(one.item, one.shown, one.person)
    return f"{one.shown} là số đã giảm hay số còn lại?{more}"


def _which_period(one: Asked) -> str:
    periods = dict.fromkeys(period_words(each.period or "") for each in one.doubt.candidates)
    if one.reading.date is None and len(periods) > 1:
        return f"{one.shown} là số của {' hay '.join(periods)}?"
    if any(each.rule == DELIVERED for each in one.doubt.candidates):
        return f"báo cáo {''.join(periods)} đã gửi cấp trên, kỳ sau tính vào kế hoạch năm sau."
    if one.reading.date is None:
        return f"kỳ đang chờ số là {''.join(periods)}, nay đã sang năm học mới."
    until = short_day(one.reading.date)
    return f"số {you_short(one.person)} gửi tính đến {until}, sau ngày chốt của kỳ đang chờ."


def _unit_mismatch(one: Asked) -> str:
    unit = one.unit or "số lượng"
    if one.reading.unit in {None, unit}:  # "201 ha", of people
        return f"chỉ tiêu này tính theo {unit}; trợ lý chưa rõ đơn vị {you_short(one.person)} gửi."
    return f"chỉ tiêu này tính theo {unit}, {you_short(one.person)} gửi “{one.shown}”."


def _percent_mismatch(one: Asked) -> str:
    reading, you = one.reading, you_short(one.person)
    if one.item is not None and one.item.target is not None and known_item(one.item).is_of_change:
        return changes.otherwise(one.doubt, one.item.target, one.person)
    stated = amount(reading.percent_stated, "%") if reading.percent_stated is not None else "tỷ lệ khác"
    base = reading.denominator or (one.item.target.value if one.item and one.item.target else None)
    top = reading.numerator if reading.numerator is not None else reading.value
    if base and top is not None:
        share = f"{number(top)}/{number(base)} là {completion(top, base)}"
        return f"đề nghị {you} kiểm tra: {share}, {you} ghi {stated}."
    return f"đề nghị {you} kiểm tra tỷ lệ {stated}: không khớp với số đã gửi."


def _over_denominator(one: Asked) -> str:
    if one.reading.denominator is None:
        return f"{one.shown} lớn hơn tổng số ({one.plan})."
    return f"số thực hiện lớn hơn tổng số ({typed(one.reading)})."


def _denominator_differs(one: Asked) -> str:
    target = one.item.target if one.item is not None else None
    if target is not None and target.whole is not None:
        whole = amount(target.whole, target.unit)
        return f"mẫu số {number(one.reading.denominator or Decimal(0))} khác tổng số đang lưu ({whole})."
    if target is not None and target.is_against_last_year:
        return f"chưa đối chiếu được mẫu số {number(one.reading.denominator or Decimal(0))} với số cùng kỳ năm trước."
    if target is not None and target.value is None:
        return f"chưa có số giao để đối chiếu mẫu số {number(one.reading.denominator or Decimal(0))}."
    checked = one.reading.percent_consistent is False
    wrong = _percent_mismatch(one).removesuffix(".") + "; " if checked else ""
    return (
        f"{wrong}mẫu số {number(one.reading.denominator or Decimal(0))} khác kế hoạch đang lưu ({one.plan})."
    )


def _out_of_range(one: Asked) -> str:
    if one.reading.percent_stated is not None and one.reading.value is None:
        return f"tiến độ {amount(one.reading.percent_stated, '%')} vượt quá 100%."
    return f"{one.shown} vượt quá 100%, trong khi chỉ tiêu này không thể vượt."


def _decrease(one: Asked) -> str:
    before = f" ({one.before})" if one.before else ""
    if one.last is None and one.reading.period and len(one.doubt.candidates) == 1:
        return f"{one.shown} là số riêng của {period_words(one.reading.period)} hay lũy kế từ đầu năm?"
    if one.last is not None and one.reading.value is not None and one.reading.value >= one.last:
        period = f" của {period_words(one.reading.period)}" if one.reading.period else ""
        return f"{one.shown} là số riêng{period} hay lũy kế từ đầu năm? Lũy kế lần trước {one.before}."
    return f"{you_short(one.person)} gửi {exact(one.reading)}, thấp hơn lũy kế lần trước{before}."


def _outlier(one: Asked) -> str:
    if one.item is not None and reduces(one.item) and falls.is_more(one.item, one.reading.value):
        return falls.more_than_there_was(one.item, one.shown)
    target = one.item.target if one.item is not None else None
    if one.before and target is not None and target.value is target.low is target.reduce_low is None:
        return f"{one.shown} khác nhiều so với số trước ({one.before})."
    before = f"số lần trước ({one.before}) và kế hoạch" if one.before else "kế hoạch"
    planned = f" ({one.plan})" if one.item is not None and one.item.target is not None else ""
    return f"{one.shown} khác nhiều so với {before}{planned}."


def _delta(one: Asked) -> str:
    you, before = you_short(one.person), f"; lũy kế lần trước {one.before}" if one.before else ""
    if any(each.rule == SHORT_OF_PLAN for each in one.doubt.candidates):
        reached = amount(one.doubt.candidates[0].value or Decimal(0), one.unit)
        return f"{you} báo còn thiếu so với kế hoạch {one.plan}, tức là đã có {reached}{before}."
    if any(each.rule == ADDED_BEFORE for each in one.doubt.candidates):
        return f"lũy kế đang ghi {one.before} đã tính {exact(one.reading)} tăng trong kỳ này."
    if one.item is not None and one.item.target and one.item.target.is_against_last_year:
        way = "tăng" if one.reading.qualifier == "delta" else "giảm"
        known = any(each.rule == AGAINST for each in one.doubt.candidates)
        lacks = "" if known else "; chưa có số cùng kỳ năm trước"
        return f"{you} báo {way} {exact(one.reading)}, cần số từ đầu năm{before}{lacks}."
    if one.reading.qualifier == "delta":
        return f"{you} báo số tăng thêm ({one.shown}), cần số lũy kế{before}."
    return f"{you} báo số tăng hoặc giảm, cần số lũy kế{before}."


def _growth(one: Asked) -> str:
    value = one.doubt.candidates[1].value or Decimal(0)
    made, fell = amount(value, one.unit), one.last is not None and value < one.last
    before = f"số trước ({one.before})" if one.before else "số trước"
    changed = "trừ số giảm" if fell else "cộng số tăng trong kỳ"
    return f"{before} {changed} là {made}, khác {one.shown} {you_short(one.person)} gửi."


def _refers_to_previous(one: Asked) -> str:
    nothing = one.reading.none_arose or any(each.none_arose for each in one.doubt.candidates)
    said = "không phát sinh" if nothing else "không thay đổi"
    lacks = "" if one.doubt.candidates else ", nhưng chưa có số lần trước"
    return f"{you_short(one.person)} báo {said}{lacks}."


def _thousands_slip(one: Asked) -> str:
    ways = "có thể đọc hai cách" if len(one.doubt.candidates) > 1 else "đọc chưa chắc"
    return f"số “{one.typed}” có dấu trước ba chữ số, {ways}."


def _say(text: str) -> Say:
    """A question whose words do not depend on the reading."""

    def said(one: Asked) -> str:
        filled = text.replace("{anh}", you_short(one.person)).replace("{số}", one.shown)
        return filled.replace("{gõ}", shortened(one.typed))

    return said


CONFIRMED = frozenset(
    {
        "which_indicator",
        "no_indicator",
        "other_unit",
        "refers_to_previous",
        "delta_without_total",
        "target_not_result",
        "other_count",
        "unreached",
        "not_in_charge",
    }
)
"""Doubts whose only candidate is to be confirmed rather than picked."""
QUESTIONS: dict[str, Say] = {
    "no_indicator": _no_indicator,
    "which_indicator": _no_indicator,
    "other_unit": _say("đơn vị nêu trong tin không thuộc phần {anh} báo cáo. “{gõ}” là số của đơn vị nào?"),
    "which_measure": _which_measure,
    "which_period": _which_period,
    "unit_missing": _say("trợ lý chưa rõ đơn vị của “{gõ}”."),
    "unit_ambiguous": _say("trợ lý chưa rõ đơn vị của “{gõ}”."),
    "unit_mismatch": _unit_mismatch,
    "count_expected": _say("chỉ tiêu này cần số lượng, {anh} gửi tỷ lệ {số}."),
    "thousands_slip": _thousands_slip,
    "malformed_number": _say("trợ lý chưa đọc được số “{gõ}”."),
    "non_integer_count": _say("số lượng là số nguyên, {anh} gửi {số}."),
    "negative": _say("{anh} gửi số âm ({số})."),
    "range": _say("{anh} gửi một khoảng “{gõ}”, cần một số."),
    "two_numbers": _say("tin nhắn có hơn một số cho cùng một chỉ tiêu."),
    "vague_quantity": _say("chưa có con số cụ thể."),
    "vague_date": _say("chưa rõ {anh} hẹn ngày nào."),
    "invalid_date": _say("ngày này không có trong lịch."),
    "deadline_unknown": _say("đầu việc này chưa có hạn nên chưa tính được ngày."),
    "date_or_ratio": _say("“{gõ}” có thể là ngày hoặc tỷ lệ."),
    "refers_to_previous": _refers_to_previous,
    "none_or_number": _say(
        "{anh} đã gửi số, chưa rõ là số nào; nay báo không phát sinh hoặc không thay đổi."
    ),
    "target_not_result": _say("“{gõ}” giống số kế hoạch hoặc dự kiến hơn là kết quả."),
    "other_count": _say("“{gõ}” giống số của việc khác, nơi khác hoặc kỳ khác hơn là kết quả của chỉ tiêu."),
    "unreached": _say("“{gõ}” giống số còn thiếu, sắp làm hoặc đang làm hơn là kết quả."),
    "delta_without_total": _delta,
    "growth_mismatch": _growth,
    "out_of_range": _out_of_range,
    "percent_mismatch": _percent_mismatch,
    "over_denominator": _over_denominator,
    "denominator_differs": _denominator_differs,
    "decrease": _decrease,
    "unclear_words": _say("trợ lý chưa rõ “{gõ}” là vướng mắc, tiến độ hay nội dung khác."),
    "part_or_whole": _say("“{gõ}” là cả nhiệm vụ đã xong hay mới xong một phần?"),
    "done_or_noted": _say("trợ lý chưa rõ “{gõ}” là đã xong việc hay đã nhận tin."),
    "not_in_charge": _say(
        "mục này chưa phân công người phụ trách; trợ lý chưa rõ “{gõ}” có phải nội dung báo cáo."
    ),
    "outlier": _outlier,
}
