"""The words that compare a figure with an earlier one: "tăng 19", "giảm 0,7 điểm phần trăm"."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.percent import percent as share
from bot.domain.percent import rounded
from bot.domain.verdict import ItemClass
from bot.domain.yardstick import is_rate
from handlers.standings.comparing import Activity, Compared, Moves
from handlers.standings.last_year import last_value
from handlers.standings.standing import Standing
from handlers.texts import changes
from handlers.texts.judging import CLASS_WORDS, class_words
from handlers.texts.numbers import amount, count, number, percent, short_day

NAMED = 4


def line(one: Standing, beside: Compared | None) -> str | None:
    """ "Kỳ trước 182 người (14/10): tăng 19. Cùng kỳ năm trước 150 người: tăng 34%."; None without any."""
    value, unit = last_value(one.figure), one.target.unit if one.target else None
    if beside is None or value is None:
        return None
    said = []
    before = last_value(beside.before)
    if before is not None and beside.before is not None:
        way = f"{changes.word(before)} " if beside.before.reads == "change" else ""
        size = abs(before) if way else before
        shown = f"{way}{_amount(size, unit)} ({short_day(beside.before.as_of)})"
        alike = one.figure is not None and one.figure.reads == beside.before.reads
        said.append(f"Kỳ trước {shown}: {change(value - before, unit)}." if alike else f"Kỳ trước {shown}.")
    if beside.year_before is not None:
        then = beside.year_before
        said.append(f"Cùng kỳ năm trước {_amount(then, unit)}: {_growth(value, then, unit)}.")
    return " ".join(said) or None


def change(by: Decimal, unit: str | None) -> str:
    """ "tăng 19", "giảm 0,7 điểm phần trăm", "không đổi"; the unit of a count is clear from beside it."""
    if not by:
        return "không đổi"
    word = "tăng" if by > 0 else "giảm"
    if unit is not None and unit.lstrip().startswith("%"):
        return f"{word} {number(rounded(abs(by)))} điểm phần trăm"
    return f"{word} {amount(abs(by), unit) if unit == 'đồng' else number(rounded(abs(by)))}"


def _amount(value: Decimal, unit: str | None) -> str:
    return amount(rounded(value) if is_rate(unit) else value, unit)


def _growth(value: Decimal, then: Decimal, unit: str | None) -> str:
    """Counts grow by per cent, rates by points; from zero there is no per cent."""
    if is_rate(unit) or not then or value == then:
        return change(value - then, unit)
    word = "tăng" if value > then else "giảm"
    return f"{word} {percent(abs(share(value - then, then)))}"


def moved(found: Moves) -> list[str]:
    """What got better and what got worse since the period before, by name; nothing when nothing has."""
    said = []
    for word, rows in (("xấu đi", found.worse), ("tốt lên", found.better)):
        if rows:
            names = "; ".join(_moved(one, old) for one, old in rows[:NAMED])
            more = f" và {count(len(rows) - NAMED)} chỉ tiêu khác" if len(rows) > NAMED else ""
            said.append(f"So với kỳ trước {word} {count(len(rows))}: {names}{more}.")
    return said


def _moved(one: Standing, old: ItemClass) -> str:
    new = class_words(one.verdict) if one.verdict else CLASS_WORDS[old]
    return f"{one.item.short_name} ({CLASS_WORDS[old]} → {new})"


def happened(found: Activity, kind: str) -> list[str]:
    """ "Trong tuần: nhận số liệu 27 chỉ tiêu; giao mới 02 nhiệm vụ; hoàn thành 05 nhiệm vụ (quá hạn 01)."."""
    sizes = ((found.reported - found.parts, "chỉ tiêu"), (found.parts, "chỉ tiêu thành phần"))
    figures = ", ".join(f"{count(size)} {what}" for size, what in sizes if size)
    said = [f"nhận số liệu {figures}"] if figures else []
    if found.given:
        said.append(f"giao mới {count(found.given)} nhiệm vụ")
    if found.done:
        late = f" (quá hạn {count(found.late)})" if found.late else ""
        said.append(f"hoàn thành {count(found.done)} nhiệm vụ{late}")
    if found.periodic:
        said.append(f"báo cáo {count(found.periodic)} nhiệm vụ định kỳ")
    when = "tuần" if kind == "week" else "kỳ"
    return [f"Trong {when}: {'; '.join(said)}."] if said else []
