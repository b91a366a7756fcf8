"""Plain targets judged a second time, from the words of the specification; the program is not asked.

Target-forms §2 (T01 to T07) and §5: a level against its mark, an amount to reach against its mark and pace.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.targets import Target
from bot.domain.verdict import ItemClass, Known
from bot.domain.ward import WardRules

_FLOORS, _CEILINGS = frozenset({">", ">="}), frozenset({"<", "<="})


def class_of(target: Target, known: Known, today: date, rules: WardRules) -> ItemClass | None:
    """The class of a level or an amount with one number in its plan; None of every other target."""
    mark, floor = target.value, target.comparator in _FLOORS
    is_plain = target.source == "fixed" and target.whole is None and target.measured == "level"
    if mark is None or not is_plain or target.comparator not in _FLOORS | _CEILINGS or target.ambiguous:
        return None
    if target.evaluation == "level" and known.state in {None, "value"}:
        return _level(target, mark, _number(target, known), known, today, rules)
    if target.evaluation == "cumulative" and floor and known.state in {None, "value"}:
        return _amount(target, mark, _number(target, known), known, today, rules)
    return None


def _number(target: Target, known: Known) -> Decimal | None:
    if known.value is not None or known.numerator is None or not known.denominator:
        return known.value
    return known.numerator * 100 / known.denominator if (target.unit or "").startswith("%") else None


def _level(
    target: Target, mark: Decimal, number: Decimal | None, known: Known, today: date, rules: WardRules
) -> ItemClass:
    """The newest figure against the threshold, at two decimals; never a share of the year."""
    floor = target.comparator in _FLOORS
    if number is None:
        return "unreported" if known.missing or _is_over(target, known, today) else _waiting(known, rules)
    apart = _printed(number) - _printed(mark) if floor else _printed(mark) - _printed(number)
    strict = target.comparator in {">", "<"}
    if apart < 0 or (strict and not apart):
        over = _is_over(target, known, today)
        return "at_risk" if not over else "unreported" if known.missing else "not_met"
    if known.missing:
        return "unreported"
    step = _step(target, mark) if strict else Decimal(0)
    best = (target.unit or "").startswith("%") and mark >= 100
    return "exceeded" if floor and not best and apart > step else "met"


def _amount(
    target: Target, mark: Decimal, number: Decimal | None, known: Known, today: date, rules: WardRules
) -> ItemClass:
    """What is reached stays so; short of it is under way before the end, or behind its pace."""
    strict = target.comparator == ">"
    if number is not None and (number > mark or (number == mark and not strict)):
        return "exceeded" if number > mark + (_step(target, mark) if strict else 0) else "met"
    if _is_over(target, known, today):
        return "unreported" if known.missing or number is None else "not_met"
    if number is not None and known.as_of is not None and mark >= rules.small_target and target.prorated:
        passed, months = _months(target, known.as_of)
        if number * months * 100 < mark * passed * rules.risk_percent:
            return "at_risk"
    return "unreported" if known.missing else _waiting(known, rules)


def _months(target: Target, day: date) -> tuple[int, int]:
    """How many months of the target's year are over on a day, and how many it has: 12, or a school's 9."""
    first = target.starts_on
    if first is None or target.ends_on is None:
        return day.month - 1 + (day.day >= 14), 12
    passed, months = (
        (one.year - first.year) * 12 + one.month - first.month + ended
        for one, ended in ((day, day.day >= 14), (target.ends_on, True))
    )
    return min(passed, months), months


def _step(target: Target, mark: Decimal) -> Decimal:
    """The next printed amount: of a rate at two decimals, of a count in the last place of its plan."""
    rate = (target.unit or "").startswith(("%", "‰"))
    return Decimal("0.01") if rate else Decimal(1).scaleb(min(0, int(mark.as_tuple().exponent)))


def _waiting(known: Known, rules: WardRules) -> ItemClass:
    soon = known.days_to_due is not None and known.days_to_due <= rules.soon_days
    return "at_risk" if soon else "on_track"


def _is_over(target: Target, known: Known, today: date) -> bool:
    last = target.ends_on or date(today.year, 12, 31)
    return today > last or (today == last and known.as_of is not None and known.as_of >= last)


def _printed(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)
