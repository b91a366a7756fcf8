"""The question for each doubt, and the words of its choices. One reason code, one question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.reading.model import Doubt, Reading
from bot.domain.yardstick import is_rate
from db.ward_view import ItemView, PersonView, WardView
from handlers.texts.common import capital, you_short
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount, number, short_day
from handlers.texts.report import HELD_WORDS, completion, period_words, sample


@dataclass(frozen=True, slots=True)
class Asked:
    """One doubt about one reading, and who is asked."""

    item: ItemView | None
    reading: Reading
    doubt: Doubt
    person: PersonView

    @property
    def shown(self) -> str:
        """The value as it would be recorded, else as it was typed."""
        return value_of(self.item, self.reading) or _typed(self.reading)

    @property
    def plan(self) -> str:
        return target_words(self.item.target) if self.item is not None else "số khác"


Say = Callable[[Asked], str]
WORDED = frozenset({"extension", "obstacle", "done", "not_done", "in_progress"})
"""Kinds of readings that are no figure."""


def question(
    ward: WardView, item: ItemView | None, reading: Reading, doubt: Doubt, person: PersonView
) -> str:
    """What is asked about a reading: the facts, that nothing was recorded, and last how to answer."""
    said = QUESTIONS[doubt.reason](Asked(item, reading, doubt, person))
    name = f"{item.short_name}: " if item is not None and doubt.reason not in UNNAMED else ""
    nothing = "Nội dung chưa được ghi." if reading.kind in WORDED else "Số liệu chưa được ghi."
    return f"{capital(name + said)} {nothing} {_how_to_answer(ward, item, reading, doubt, person)}"


def _how_to_answer(
    ward: WardView, item: ItemView | None, reading: Reading, doubt: Doubt, person: PersonView
) -> str:
    if len(doubt.candidates) == 1 and doubt.reason in CONFIRMED:
        return "Đề nghị xác nhận:"
    if doubt.candidates:
        return "Đề nghị chọn:"
    you = you_short(person)
    if doubt.reason in {"vague_date", "invalid_date", "deadline_unknown"}:
        name = f"{_own_name(ward, person)} xin gửi " if item is None else ""
        return f"Đề nghị {you} gửi ngày cụ thể, ví dụ: {name}đến 25/11."
    if item is not None:
        return f"Đề nghị {you} gửi lại, ví dụ: {sample(item, None)}"
    return f"Đề nghị {you} gửi kèm tên hoặc mã, ví dụ: {_own_sample(ward, person, reading)}"


def _own_sample(ward: WardView, person: PersonView, reading: Reading) -> str:
    """A sample answer for an item of this person's, of the kind that was typed."""
    owned = ward.owned(person.id)
    counted = [one for one in owned if one.target is not None and one.target.value is not None]
    counted.sort(key=lambda one: one.frequency not in {"week", "month"})
    tasks = [one for one in owned if one.is_task]
    chosen = [*(tasks if reading.value is None else counted), *owned]
    return sample(chosen[0], None) if chosen else "BHXH 201"


def _own_name(ward: WardView, person: PersonView) -> str:
    owned = [one for one in ward.owned(person.id) if one.frequency in {"week", "month"}]
    return (owned[0].key if owned[0].is_task else owned[0].short_name) if owned else "NV-001"


def choice(ward: WardView, item: ItemView | None, reading: Reading, doubt: Doubt, candidate: Reading) -> str:
    """The label of one candidate: enough to pick it without reading the question again."""
    about = ward.items.get(candidate.item or "")
    shown = value_of(about, candidate)
    if doubt.reason in {"which_indicator", "no_indicator"} and about is not None:
        return f"{about.key} {about.short_name}: {shown}" if shown else f"{about.key} {about.short_name}"
    if doubt.reason == "decrease":
        if candidate.value != reading.value:
            return f"{_exact(reading)} là số phát sinh trong kỳ, lũy kế thành {shown}"
        return f"Lũy kế đúng là {shown}"
    if doubt.reason == "delta_without_total":
        return f"Lũy kế {'đúng là' if candidate.value == reading.value else 'thành'} {shown}"
    if doubt.reason == "which_period":
        day = f", số đến {short_day(candidate.date)}" if candidate.date else ""
        return f"Ghi {shown} cho {period_words(candidate.period or '')}{day}"
    if doubt.reason == "which_measure" and about is not None and _reduces(about):
        return _reduction(about, reading, candidate)
    if doubt.reason == "done_or_noted":
        return capital(shown) if candidate.kind == "done" else "Mới nhận tin, chưa xong"
    if about is not None and item is not None and about.key != item.key:
        return f"{about.short_name}: {shown}"
    return f"Ghi {shown}" if shown else "Đúng"


def _reduces(item: ItemView) -> bool:
    return item.target is not None and item.target.measured == "reduction_or_stock"


def _reduction(item: ItemView, reading: Reading, candidate: Reading) -> str:
    """ "Giảm 3 hộ", or "Còn 3 hộ (giảm 9 hộ so với đầu kỳ)" where the opening stock is known."""
    unit = item.target.unit if item.target else None
    reduced = amount(candidate.value or Decimal(0), unit)
    if candidate.value == reading.value:
        return f"Giảm {reduced}"
    return f"Còn {amount(reading.value or Decimal(0), unit)} (giảm {reduced} so với đầu kỳ)"


def value_of(item: ItemView | None, reading: Reading) -> str:
    """The value of a reading as it would be recorded."""
    unit = reading.unit or (item.target.unit if item and item.target else None)
    if reading.numerator is not None and reading.denominator is not None:
        pair = f"{number(reading.numerator)}/{number(reading.denominator)}"
        if reading.denominator == 0:
            return pair
        return f"{pair} ({completion(reading.numerator, reading.denominator)})"
    if reading.none_arose:
        return "không phát sinh"
    if reading.value is not None:
        return amount(reading.value, "%" if reading.kind == "percent" else unit)
    if reading.kind == "done" and item is not None and item.target is not None:
        return HELD_WORDS.get(item.target.evaluation, "đạt")
    return {"done": "đã xong", "in_progress": "đang thực hiện", "not_done": "chưa thực hiện"}.get(
        reading.kind, ""
    )


RETYPE = "Số chưa đúng, gửi lại"
"""The choice that none of the readings is right."""


def other_plan(item: ItemView) -> str:
    """The choice that the plan's own number is another one."""
    return f"Kế hoạch không phải {target_words(item.target)}"


def plan_stays(item: ItemView, person: PersonView, value: Decimal | None) -> str:
    return (
        f"Số liệu {item.short_name} chưa được ghi. Kế hoạch đang lưu là {target_words(item.target)}; nếu đã được "
        f"điều chỉnh, đề nghị {you_short(person)} báo Văn phòng cập nhật. "
        f"Gửi số thực hiện không kèm kế hoạch, ví dụ: {sample(item, value)}"
    )


def _typed(reading: Reading) -> str:
    if reading.numerator is not None and reading.denominator is not None:
        return f"{number(reading.numerator)}/{number(reading.denominator)}"
    if reading.value is not None:
        return number(reading.value)
    return reading.words


def _exact(reading: Reading) -> str:
    """A number as it was typed, money in the words of money."""
    money = reading.unit == "đồng" and reading.value is not None and reading.numerator is None
    return amount(reading.value or Decimal(0), "đồng") if money else _typed(reading)


def _no_indicator(one: Asked) -> str:
    typed = _typed(one.reading)
    return f"trợ lý chưa rõ “{typed}” là của đầu việc nào." if typed else "trợ lý chưa rõ là đầu việc nào."


def _which_measure(one: Asked) -> str:
    unit = one.item.target.unit if one.item and one.item.target else None
    if one.item is not None and is_rate(unit):
        step = f"Nếu là mức giảm, {you_short(one.person)} gửi lại kèm chữ “giảm”."
        return f"{one.shown} là tỷ lệ hiện nay hay mức giảm? {step}"
    if unit is not None and unit.endswith("/năm") and one.doubt.candidates:
        return f"{one.shown} là số một tháng? Chỉ tiêu tính theo {unit}."
    if one.item is None or not _reduces(one.item):
        return f"trợ lý chưa rõ {one.shown} là số lượng, số tiền hay tỷ lệ."
    if one.item.target is not None and one.item.target.baseline is None:
        return (
            f"{one.shown} là số đã giảm hay số còn lại? Chưa có số đầu kỳ nên chưa tính được từ số còn lại; nếu "
            f"là số còn lại, {you_short(one.person)} gửi số đã giảm hoặc báo Văn phòng nhập số đầu kỳ."
        )
    return f"{one.shown} là số đã giảm hay số còn lại?"


def _which_period(one: Asked) -> str:
    until = f" đến {short_day(one.reading.date)}" if one.reading.date else ""
    return f"số {you_short(one.person)} gửi tính{until}, sau ngày chốt của kỳ đang chờ."


def _unit_mismatch(one: Asked) -> str:
    unit = one.item.target.unit if one.item and one.item.target and one.item.target.unit else "số lượng"
    return f"chỉ tiêu này tính theo {unit}, {you_short(one.person)} gửi “{one.shown}”."


def _percent_mismatch(one: Asked) -> str:
    reading, you = one.reading, you_short(one.person)
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
    return f"số thực hiện lớn hơn tổng số ({_typed(one.reading)})."


def _denominator_differs(one: Asked) -> str:
    if one.item is not None and one.item.target is not None and one.item.target.value is None:
        return f"chưa có số giao để đối chiếu mẫu số {number(one.reading.denominator or Decimal(0))}."
    return f"mẫu số {number(one.reading.denominator or Decimal(0))} khác kế hoạch đang lưu ({one.plan})."


def _out_of_range(one: Asked) -> str:
    if one.reading.percent_stated is not None and one.reading.value is None:
        return f"tiến độ {amount(one.reading.percent_stated, '%')} vượt quá 100%."
    return f"{one.shown} vượt quá 100%, trong khi chỉ tiêu này không thể vượt."


def _decrease(one: Asked) -> str:
    """With the total before: what a candidate that adds the typed number to it gives away."""
    unit = one.item.target.unit if one.item and one.item.target else None
    typed = one.reading.value or Decimal(0)
    totals = [two.value - typed for two in one.doubt.candidates if two.value not in {None, typed}]
    before = f" ({amount(totals[0], unit)})" if totals else ""
    return f"{you_short(one.person)} gửi {_exact(one.reading)}, thấp hơn lũy kế lần trước{before}."


def _say(text: str) -> Say:
    """A question whose words do not depend on the reading."""

    def said(one: Asked) -> str:
        filled = text.replace("{anh}", you_short(one.person)).replace("{gõ}", _typed(one.reading))
        return filled.replace("{số}", one.shown)

    return said


CONFIRMED = frozenset(
    {"which_indicator", "no_indicator", "refers_to_previous", "delta_without_total", "target_not_result"}
)
"""Doubts whose only candidate is to be confirmed rather than picked."""
UNNAMED = frozenset({"no_indicator", "which_indicator"})
QUESTIONS: dict[str, Say] = {
    "no_indicator": _no_indicator,
    "which_indicator": _no_indicator,
    "which_measure": _which_measure,
    "which_period": _which_period,
    "unit_missing": _say("trợ lý chưa rõ đơn vị của “{gõ}”."),
    "unit_ambiguous": _say("trợ lý chưa rõ đơn vị của “{gõ}”."),
    "unit_mismatch": _unit_mismatch,
    "count_expected": _say("chỉ tiêu này cần số lượng, {anh} gửi tỷ lệ {số}."),
    "thousands_slip": _say("số {anh} gửi có dấu trước ba chữ số, có thể đọc hai cách."),
    "malformed_number": _say("trợ lý chưa đọc được con số này."),
    "non_integer_count": _say("số lượng là số nguyên, {anh} gửi {số}."),
    "negative": _say("{anh} gửi số âm ({số})."),
    "range": _say("{anh} gửi một khoảng, cần một số."),
    "two_numbers": _say("tin nhắn có hơn một số cho cùng một chỉ tiêu."),
    "vague_quantity": _say("chưa có con số cụ thể."),
    "vague_date": _say("chưa rõ {anh} hẹn ngày nào."),
    "invalid_date": _say("ngày này không có trong lịch."),
    "deadline_unknown": _say("đầu việc này chưa có hạn nên chưa tính được ngày."),
    "date_or_ratio": _say("“{gõ}” có thể là ngày hoặc tỷ lệ."),
    "refers_to_previous": _say("{anh} báo không thay đổi."),
    "target_not_result": _say("nội dung này giống chỉ tiêu giao hơn là kết quả."),
    "delta_without_total": _say("{anh} báo số tăng thêm ({số}), cần số lũy kế."),
    "out_of_range": _out_of_range,
    "percent_mismatch": _percent_mismatch,
    "over_denominator": _over_denominator,
    "denominator_differs": _denominator_differs,
    "decrease": _decrease,
    "done_or_noted": _say("trợ lý chưa rõ “{gõ}” là đã xong việc hay đã nhận tin."),
    "outlier": _say("{số} khác nhiều so với số lần trước và kế hoạch."),
}
