"""Numbers, money, dates and hours as a Vietnamese office prints them."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_TRIEU = Decimal(10) ** 6
_TY = Decimal(10) ** 9
_TEN = Decimal(10)


def number(value: Decimal) -> str:
    """1250.5 → "1.250,5"; exact, without trailing zeros."""
    sign, text = ("-", f"{-value:f}") if value < 0 else ("", f"{value:f}")
    whole, _, part = text.partition(".")
    part = part.rstrip("0")
    groups = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{groups},{part}" if part else f"{sign}{groups}"


def count(value: Decimal | int) -> str:
    """A whole number in running text: 7 → "07", 12 → "12" (Decree 30/2020: numbers below 10 with a zero)."""
    exact = Decimal(value)
    return f"0{exact:f}" if exact == exact.to_integral_value() and 0 < exact < _TEN else number(exact)


def places(value: Decimal, digits: int) -> Decimal:
    """Rounded half up to `digits` decimals."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def percent(value: Decimal, digits: int = 1) -> str:
    """A share in per cent: "74,7%". A value short of 100 is never printed as 100."""
    shown = places(value, digits)
    while shown == 100 and value < 100 and digits < 4:
        digits += 1
        shown = places(value, digits)
    return f"{number(shown)}%"


def amount(value: Decimal, unit: str | None) -> str:
    """A value with its unit: "201 người", "99,7%", "1,25 tỷ đồng"."""
    if unit == "đồng":
        return money(value)
    if unit is not None and unit[:1] in {"%", "‰"}:
        return f"{number(value)}{unit}"
    return f"{number(value)} {unit}" if unit else number(value)


def apart(distance: Decimal, unit: str | None) -> str:
    """How far two values are apart: "68 người"; of percentages "0,5 điểm phần trăm"."""
    if unit is not None and unit.startswith("%"):
        return f"{number(distance)} điểm phần trăm"
    return amount(distance, unit)


def money(value: Decimal) -> str:
    """Đồng, in tỷ or triệu where that is exact with at most three decimals."""
    for scale, word in ((_TY, "tỷ đồng"), (_TRIEU, "triệu đồng")):
        scaled = value / scale
        if abs(scaled) >= 1 and scaled == places(scaled, 3):
            return f"{number(scaled)} {word}"
    return f"{number(value)} đồng"


def day(value: date) -> str:
    """17/11/2026; the months 1 and 2 with a zero (Decree 30/2020)."""
    return f"{value.day:02d}/{month_of(value)}/{value.year}"


def short_day(value: date) -> str:
    """17/11."""
    return f"{value.day:02d}/{month_of(value)}"


def past_day(value: date, today: date) -> str:
    """A day that is over: "31/3", of another year "31/3/2024"."""
    return short_day(value) if value.year == today.year else f"{short_day(value)}/{value.year}"


def month_of(value: date) -> str:
    return f"{value.month:02d}" if value.month <= 2 else str(value.month)


def weekday_day(value: date) -> str:
    """thứ Ba, 17/11/2026."""
    return f"{WEEKDAYS[value.weekday()]}, {day(value)}"


def weekday_short(value: date) -> str:
    """thứ Ba, 17/11."""
    return f"{WEEKDAYS[value.weekday()]}, {short_day(value)}"


def hour(value: time) -> str:
    """16 giờ 30."""
    return f"{value.hour} giờ {value.minute:02d}"


def moment(value: datetime) -> str:
    """7 giờ 31, 16/11/2026."""
    return f"{hour(value.timetz())}, {day(value.date())}"


def deadline(value: datetime) -> str:
    """16 giờ 30, thứ Ba, 17/11/2026."""
    return f"{hour(value.timetz())}, {weekday_day(value.date())}"
