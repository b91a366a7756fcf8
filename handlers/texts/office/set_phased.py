"""The words of phased targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.domain.targets import Target
from db.item_view import ItemView
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount, day

PHASED = re.compile(r"\s+(?:phân kỳ|phân kì|phan ky|phan ki)\b\s*:?", re.IGNORECASE)
STEPS = re.compile(r"[;\n]|,(?=\s*(?:[^\W\d]|[69] ?th[áa]ng))")
IN_STEPS = re.compile(
    r"(?:(?<!da )(?<!dung )(?<!theo )(?<!dat )(?<!muc )(?<!so voi )(?<!hon )(?<!vuot )"
    r"\b(?:muc |so |ke hoach |chi tieu )*(?:phan (?:ky|ki|bo|khai)|lo trinh)"
    r"|^\W*chia\b.*\btheo (?:quy|thang)|^\W*(?:ke hoach|chi tieu|so giao|muc tieu)\b.* (?:cac|tung|theo) quy)\b"
)
"""Folded words that spread a year's number over its months: "phân kỳ việc làm: quý 1: 40; quý 2: 80"."""
FIRST_STEP = re.compile(
    r"\b(?:den |het )*(?:(?:thang|t) ?(?:1[0-2]|0?[1-9])|(?:quy|q) ?(?:[1-4]|iv|i{1,3})|[69] thang(?: dau nam)?"
    r"|ca nam|nam)\b(?: |:|=|-|la\b|dat\b|len\b|phai\b)*\d"
)
BARE_STEPS = re.compile(
    r"\b(quy|thang)\b\W*((?:\d[\d.,]*\d|\d)(?:(?: ?[;,] | )(?:\d[\d.,]*\d|\d)){2,11})\W*$"
)
BARE = re.compile(
    r"\W*(?:(?:cac|tung|theo|moi) )*(?:(?:4 |bon )?quy|(?:12 )?thang)?\W*"
    r"((?:\d[\d.,]*\d|\d)(?:(?: ?[;,] | ?[;/|-] ?| )(?:\d[\d.,]*\d|\d)){3}"
    r"(?:(?:(?: ?[;,] | ?[;/|-] ?| )(?:\d[\d.,]*\d|\d)){8})?)\W*"
)
"""Folded words that are four numbers or twelve: of the quarters, or of the months."""
BETWEEN = re.compile(
    r"(?<=[\w%])(?<!\b[69])\s+(?=(?:đến |den |hết |het )*(?:(?:tháng|thang|quý|quy) ?(?:\d|i{1,3}\b|iv\b)"
    r"|[tq]\d|[69] th[áa]ng\b|c[ảa] n[ăa]m\b))",
    re.IGNORECASE,
)
"""Where the next step begins when nothing but a space divides them."""
STEP = re.compile(
    r"\s*(?:den |het )?(?:(?:thang|t) ?(?P<month>1[0-2]|0?[1-9])|(?:quy|q) ?(?P<quarter>[1-4]|iv|i{1,3})"
    r"|(?P<many>6|9) thang(?: dau nam)?|(?P<year>ca nam|nam))\b\s*(?:[:=-]|(?:la|dat|len)\b)?\s*"
)
LAST_QUARTER = 9
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
YES = "Đúng, ghi phân kỳ này"


def numbered(several: str, *, by_month: bool) -> str:
    """The values "40, 80, 130, 172" with the quarter or the month in front of each."""
    word = "tháng" if by_month else "quý"
    return "; ".join(f"{word} {place}: {value}" for place, value in enumerate(values(several), 1))


def values(words: str) -> list[str]:
    """Numbers that follow one another: "40/80/130/172"."""
    return re.split(r" ?[;,/|-] | ?[;/|-] ?| ", words.strip())


def command_words(item: ItemView, steps: str) -> str:
    """What follows the command."""
    return f"{item.key} phân kỳ {steps}"


def month_of(said: re.Match[str]) -> int | None:
    """The month by whose end a step is to be reached: of a quarter its last."""
    if said["month"]:
        return int(said["month"])
    if said["quarter"]:
        quarter = said["quarter"]
        return 3 * (_QUARTERS.get(quarter) or int(quarter))
    return int(said["many"]) if said["many"] else 12


def usage(item: ItemView) -> str:
    return f"Phân kỳ (số lũy kế đến hết từng kỳ): GIAO CHỈ TIÊU {item.key} phân kỳ tháng 3: 60; tháng 6: 130; quý 3: 200 KH 12/KH-UBND ngày 05/01/2026"


def not_cumulative(item: ItemView) -> str:
    return f"{item.key} {item.short_name} không tính lũy kế trong năm nên không phân kỳ; chưa ghi."


def unreadable(part: str, item: ItemView) -> str:
    return f"Trợ lý chưa rõ “{part.strip()}”; chưa ghi. {usage(item)}"


def falls(month: int, value: Decimal, before: int, more: Decimal, target: Target) -> str:
    return (
        f"Tháng {month} ({amount(value, target.unit)}) thấp hơn tháng {before} ({amount(more, target.unit)}); "
        "phân kỳ là số lũy kế."
    )


def beyond(month: int, value: Decimal, target: Target) -> str:
    return f"Tháng {month} ({amount(value, target.unit)}) lớn hơn chỉ tiêu cả năm ({target_words(target)})."


def short(value: Decimal, target: Target) -> str:
    return f"Cả năm ({amount(value, target.unit)}) thấp hơn chỉ tiêu ({target_words(target)})."


def table(target: Target) -> list[str]:
    return [
        f"- đến hết tháng {month}: {amount(value, target.unit)}" for month, value in target.phased.items()
    ]


def confirm(
    item: ItemView, before: Target | None, target: Target, basis: str, since: date, odd: Sequence[str]
) -> str:
    """What is about to be set, as a table, with the number where that is another one; what is odd about it
    before the question.
    """
    head = (
        f"Phân kỳ {item.key} {item.short_name}, chỉ tiêu {_number(before, target)}, "
        f"áp dụng từ {day(since)}. {basis}"
    )
    ask = "Đề nghị kiểm tra, rồi xác nhận:" if odd else "Đề nghị xác nhận:"
    return "\n".join([head, *table(target), *_after_the_last(target), *odd, ask])


def _number(before: Target | None, target: Target) -> str:
    said, was = target_words(target), target_words(before)
    return said if said == was else f"{said} (hiện nay: {was})"


def _after_the_last(target: Target) -> list[str]:
    """How the year goes on behind steps that do not reach its last quarter."""
    last, goal = max(target.phased), target.value
    if last > LAST_QUARTER or target.starts_on is not None or goal is None or target.phased[last] >= goal:
        return []
    return [f"Sau tháng {last} chưa có phân kỳ: tính tăng đều đến {amount(goal, target.unit)} vào cuối năm."]


def changed(item: ItemView, before: Target | None, target: Target, since: date) -> str:
    number, was = target_words(target), target_words(before)
    what = "" if number == was else f"chỉ tiêu {number} (trước đó: {was}) và "
    lines = [f"Đã ghi {what}phân kỳ {item.key} {item.short_name} từ {day(since)}:", *table(target)]
    return "\n".join([*lines, f"Xem lại: TÌNH HÌNH {item.key}"])
