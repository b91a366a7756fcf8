"""The question for each doubt, and the words of its choices. One reason code, one question."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bot.domain.reading.model import Doubt, Reading
from db.ward_view import ItemView, PersonView, WardView
from handlers.texts.common import capital, you, you_short
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount, number
from handlers.texts.report import completion, sample

NOT_RECORDED = "Số liệu chưa được ghi."
Say = Callable[[ItemView | None, Reading, PersonView], str]


def question(
    ward: WardView, item: ItemView | None, reading: Reading, doubt: Doubt, person: PersonView
) -> str:
    """What is asked about a reading, in one or two sentences; the choices follow."""
    del ward
    said = QUESTIONS[doubt.reason](item, reading, person)
    name = f"{item.short_name}: " if item is not None and doubt.reason not in UNNAMED else ""
    return f"{capital(name + said)} {NOT_RECORDED}"


def choice(ward: WardView, item: ItemView | None, reading: Reading, doubt: Doubt, candidate: Reading) -> str:
    """The label of one candidate: enough to pick it without reading the question again."""
    about = ward.items.get(candidate.item or "")
    shown = value_of(about, candidate)
    if doubt.reason in {"which_indicator", "no_indicator"} and about is not None:
        return f"{about.key} {about.short_name}: {shown}" if shown else f"{about.key} {about.short_name}"
    if doubt.reason == "decrease":
        if candidate.value != reading.value:
            return f"{_typed(reading)} là số phát sinh trong kỳ, lũy kế thành {shown}"
        return f"Lũy kế đúng là {shown}"
    if doubt.reason == "delta_without_total":
        return f"Lũy kế thành {shown}"
    if about is not None and item is not None and about.key != item.key:
        return f"{about.short_name}: {shown}"
    return f"Ghi {shown}" if shown else "Đúng"


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
    return {"done": "đã xong", "in_progress": "đang thực hiện", "not_done": "chưa thực hiện"}.get(
        reading.kind, ""
    )


def retype(doubt: Doubt) -> str:
    """The last choice: none of the readings."""
    return (
        "Kế hoạch đã thay đổi hoặc số chưa đúng, gửi lại"
        if doubt.reason == "denominator_differs"
        else "Số chưa đúng, gửi lại"
    )


def _typed(reading: Reading) -> str:
    if reading.value is not None:
        return number(reading.value)
    if reading.numerator is not None and reading.denominator is not None:
        return f"{number(reading.numerator)}/{number(reading.denominator)}"
    return "nội dung này"


def _no_indicator(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    del item
    return f"Trợ lý chưa rõ “{_typed(reading)}” là của đầu việc nào. Đề nghị {you_short(person)} gửi kèm tên, ví dụ: BHXH 201."


def _which_indicator(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    del item
    return f"{capital(you(person))} gửi “{_typed(reading)}”; có hơn một đầu việc phù hợp. Đề nghị chọn:"


def _unit_missing(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    del item, person
    return f"trợ lý chưa rõ đơn vị của “{_typed(reading)}”. Đề nghị chọn:"


def _unit_mismatch(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    unit = item.target.unit if item and item.target and item.target.unit else "số lượng"
    return f"chỉ tiêu này tính theo {unit}, {you_short(person)} gửi “{value_of(item, reading) or _typed(reading)}”. Đề nghị kiểm tra đơn vị."


def _thousands_slip(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    del item, reading
    return f"số {you_short(person)} gửi có dấu phẩy trước ba chữ số, có thể đọc hai cách. Đề nghị chọn:"


def _malformed(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    del item, reading
    return f"trợ lý chưa đọc được con số này. Đề nghị {you_short(person)} gõ lại, ví dụ 1.250 hoặc 1.250,5."


def _percent_mismatch(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    stated = amount(reading.percent_stated, "%") if reading.percent_stated is not None else "tỷ lệ khác"
    base = reading.denominator or (item.target.value if item and item.target else None)
    top = reading.numerator if reading.numerator is not None else reading.value
    if base and top is not None:
        return (
            f"đề nghị {you_short(person)} kiểm tra: {number(top)}/{number(base)} là "
            f"{completion(top, base)}, {you_short(person)} ghi {stated}."
        )
    return f"đề nghị {you_short(person)} kiểm tra tỷ lệ {stated}: không khớp với số đã gửi."


def _over_denominator(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    del item
    return f"số thực hiện lớn hơn tổng số ({_typed(reading)}). Đề nghị {you_short(person)} kiểm tra."


def _denominator_differs(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    plan = target_words(item.target) if item else "kế hoạch"
    return f"mẫu số {number(reading.denominator or Decimal(0))} khác kế hoạch ({plan}). Đề nghị {you_short(person)} chọn:"


def _decrease(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    del item
    return f"{you_short(person)} gửi {_typed(reading)}, thấp hơn lũy kế kỳ trước. Đề nghị chọn:"


def _outlier(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    return f"{value_of(item, reading)} khác nhiều so với số kỳ trước và kế hoạch. Đề nghị {you_short(person)} kiểm tra."


def _out_of_range(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    return f"{value_of(item, reading)} vượt quá 100%, trong khi chỉ tiêu này không thể vượt. Đề nghị {you_short(person)} kiểm tra."


def _previous(item: ItemView | None, reading: Reading, person: PersonView) -> str:
    del item, reading
    return f"{you_short(person)} báo không thay đổi. Đề nghị xác nhận số:"


def _say(text: str) -> Say:
    """A question whose words do not depend on the reading."""

    def said(item: ItemView | None, reading: Reading, person: PersonView) -> str:
        hint = f" Ví dụ: {sample(item, None)}" if item is not None and "{vd}" in text else ""
        typed = value_of(item, reading) or _typed(reading)
        return text.replace("{vd}", hint).replace("{anh}", you_short(person)).replace("{so}", typed)

    return said


UNNAMED = frozenset({"no_indicator", "which_indicator"})
QUESTIONS: dict[str, Say] = {
    "no_indicator": _no_indicator,
    "which_indicator": _which_indicator,
    "which_measure": _say("trợ lý chưa rõ {so} là số lượng, số tiền hay tỷ lệ. Đề nghị chọn:"),
    "unit_missing": _unit_missing,
    "unit_ambiguous": _unit_missing,
    "unit_mismatch": _unit_mismatch,
    "count_expected": _say("chỉ tiêu này cần số lượng, {anh} gửi tỷ lệ {so}. Đề nghị gửi số lượng.{vd}"),
    "thousands_slip": _thousands_slip,
    "malformed_number": _malformed,
    "non_integer_count": _say("số lượng phải là số nguyên, {anh} gửi {so}. Đề nghị kiểm tra."),
    "negative": _say("{anh} gửi số âm ({so}). Đề nghị kiểm tra."),
    "range": _say("{anh} gửi một khoảng; đề nghị chọn một số:"),
    "two_numbers": _say("tin nhắn có hơn một số cho cùng một chỉ tiêu. Đề nghị chọn:"),
    "vague_quantity": _say("đề nghị {anh} gửi con số cụ thể.{vd}"),
    "vague_date": _say("đề nghị {anh} cho biết ngày cụ thể, ví dụ: đến 25/11."),
    "invalid_date": _say("ngày này không có trong lịch. Đề nghị {anh} gửi lại ngày."),
    "deadline_unknown": _say(
        "đầu việc này chưa có hạn nên chưa tính được ngày. Đề nghị {anh} gửi ngày cụ thể."
    ),
    "date_or_ratio": _say("{so} có thể là ngày hoặc tỷ lệ. Đề nghị chọn:"),
    "refers_to_previous": _previous,
    "target_not_result": _say("nội dung này giống chỉ tiêu giao hơn là kết quả. Đề nghị {anh} xác nhận:"),
    "delta_without_total": _say("{anh} báo số tăng thêm. Đề nghị xác nhận số lũy kế:"),
    "out_of_range": _out_of_range,
    "percent_mismatch": _percent_mismatch,
    "over_denominator": _over_denominator,
    "denominator_differs": _denominator_differs,
    "decrease": _decrease,
    "outlier": _outlier,
}
