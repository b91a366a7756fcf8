"""Words for verdicts: classes of items, how far along, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from bot.domain.rollup import Band, roll_up
from bot.domain.targets import Target
from bot.domain.tasks import TaskClass
from bot.domain.verdict import CLASSES, ItemClass, Verdict
from handlers.texts.numbers import amount, count, number, percent

CLASS_WORDS: dict[ItemClass, str] = {
    "not_met": "không đạt",
    "at_risk": "nguy cơ",
    "unreported": "chưa báo cáo",
    "on_track": "đang thực hiện",
    "met": "đạt",
    "exceeded": "vượt",
    "unconfirmed": "chưa xác nhận",
    "unassigned": "chưa có số giao",
    "none_arose": "không phát sinh",
    "year_end": "chờ đánh giá cuối năm",
    "watched": "chỉ theo dõi",
}

NOT_APPLICABLE = "không áp dụng"
"""Of what stands among those that are only watched since it does not concern the ward."""

BAND_WORDS: dict[Band, str] = {
    "exceeded": "vượt",
    "met": "đạt",
    "near": "đạt từ 90% trở lên",
    "not_met": "không đạt",
}

TASK_WORDS: dict[TaskClass, str] = {
    "overdue": "quá hạn",
    "due_soon": "sắp đến hạn",
    "on_time": "trong hạn",
    "no_due": "không hạn",
    "recurring": "định kỳ",
    "done_on_time": "xong đúng hạn",
    "done_late": "xong quá hạn",
    "done_no_due": "xong (không hạn)",
    "paused": "tạm dừng",
    "cancelled": "đã hủy",
}

_COMPARATOR_WORDS = {
    ">": "trên ",
    "<": "dưới ",
    ">=": "",
    "<=": "không quá ",
    "=": "",
    "maintain": "duy trì ",
}


def class_words(verdict: Verdict) -> str:
    """The class of an item in words; what does not concern the ward is called so."""
    return NOT_APPLICABLE if verdict.reason == "not_applicable" else CLASS_WORDS[verdict.cls]


def classes_words(verdicts: Iterable[Verdict], within: Mapping[ItemClass, str] | None = None) -> list[str]:
    """How many are in which class, danger first, each with what is said `within` it: "nguy cơ 03"."""
    found = list(verdicts)
    aside = sum(one.reason == "not_applicable" for one in found)
    by_class = dict(roll_up(found).by_class)
    by_class["watched"] -= aside
    said = [
        f"{CLASS_WORDS[cls]} {count(by_class[cls])}{(within or {}).get(cls, '')}"
        for cls in CLASSES
        if by_class[cls]
    ]
    return [*said, f"{NOT_APPLICABLE} {count(aside)}"] if aside else said


def target_words(target: Target | None) -> str:
    """The target in a few words: "269 người", "trên 97,5%", "01–02 người", "chưa có số giao"."""
    if target is None:
        return "chưa có chỉ tiêu"
    if target.is_event_free:
        return "không để tồn đọng" if target.backlog else "không để xảy ra"
    if target.low is not None and target.high is not None:
        if target.unit == "đồng":
            return f"{amount(target.low, target.unit)} – {amount(target.high, target.unit)}"
        return f"{number(target.low)}–{amount(target.high, target.unit)}"
    if target.comparator == "reduce_by" and target.reduce_low is not None:
        top = target.reduce_high
        low = f"{number(target.reduce_low)}–" if top is not None and top != target.reduce_low else ""
        return f"giảm {low}{amount(top if top is not None else target.reduce_low, target.unit)}"
    if target.value is not None and target.measured == "growth":
        return f"tăng {amount(target.value, target.unit)}"
    if target.value is not None:
        return _COMPARATOR_WORDS.get(target.comparator or "", "") + amount(target.value, target.unit)
    return _unnumbered(target)


def _unnumbered(target: Target) -> str:
    if target.source == "assigned_later":
        return "chưa có số giao"
    if target.grade:
        return target.grade
    if target.is_kept:
        return "duy trì"
    if target.is_milestone:
        return "hoàn thành"
    if target.comparator == "reduce_by":
        return "giảm so với cùng kỳ" if target.is_against_last_year else "giảm"
    return target.text or "theo dõi"


def value_words(
    value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None, unit: str | None
) -> str:
    """A reported value as it is shown: "201 người", "40/454 (8,81%)", "3/4 khu phố"."""
    if numerator is not None and denominator is not None:
        pair = f"{number(numerator)}/{number(denominator)}"
        if unit in {"%", "‰"}:
            return f"{pair} ({share(numerator, denominator, unit)})"
        return f"{pair} {unit}" if unit else pair
    return amount(value, unit) if value is not None else "chưa có số liệu"


def share(numerator: Decimal, denominator: Decimal, unit: str = "%") -> str:
    """A share at two decimals, computed: "8,81%"."""
    if denominator == 0:
        return "không phát sinh"
    if unit == "‰":
        return f"{number(round(numerator * 1000 / denominator, 2))}‰"
    return percent(numerator * 100 / denominator, 2)
