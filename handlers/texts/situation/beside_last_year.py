"""The words of this year's figures beside the last year's."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.yardstick import is_rate
from handlers.standings.comparing import Compared
from handlers.standings.last_year import last_value
from handlers.standings.standing import Standing
from handlers.texts.common import capital
from handlers.texts.numbers import amount, count, short_day
from handlers.texts.situation.comparing import change

LISTED = 20


def line(one: Standing, beside: Compared | None, year: int) -> str | None:
    """ "CT07a BHYT: 99,2% (14/10); cả năm 2025 99,5%: giảm 0,3 điểm phần trăm"; None without both."""
    value, unit = last_value(one.figure), one.target.unit if one.target else None
    if value is None or one.figure is None or one.figure.reads == "change":
        return None
    head = f"{one.item.key} {one.item.short_name}: {amount(value, unit)} ({short_day(one.figure.as_of)})"
    if beside is not None and beside.year_before is not None:
        then = beside.year_before
        return f"{head}; cùng kỳ {year - 1} {amount(then, unit)}: {change(value - then, unit)}"
    whole = one.target.last_year if one.target else None
    if whole is None:
        return None
    apart = (
        change(value - whole, unit)
        if is_rate(unit) or value >= whole
        else f"còn kém {amount(whole - value, unit)}"
    )
    return f"{head}; cả năm {year - 1} {amount(whole, unit)}: {apart}"


def both_years(scope: str, lines: Sequence[str], counted: int, year: int) -> str:
    """Those with both years, one line each; how many have not."""
    if not lines:
        return f"{capital(scope)}: chưa có số năm {year - 1} để so sánh."
    head = f"{capital(scope)}: {count(len(lines))} chỉ tiêu có số cả năm {year} và năm {year - 1}."
    said = [head, *(f"- {one}" for one in lines[:LISTED])]
    if len(lines) > LISTED:
        said.append(f"- … và {count(len(lines) - LISTED)} chỉ tiêu khác.")
    if counted > len(lines):
        said.append(f"Chưa đủ số hai năm: {count(counted - len(lines))} chỉ tiêu.")
    return "\n".join([*said, "Tệp Excel có cột cùng kỳ năm trước: TỔNG HỢP + kỳ"])
