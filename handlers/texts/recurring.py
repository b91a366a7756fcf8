"""How often something comes back, and until when in each period: "hằng tuần, hạn 16 giờ 30 thứ Sáu"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from bot.domain.schedule import WEEKDAYS as CODES
from bot.domain.ward import Preset
from db.item_view import ItemView
from handlers.texts.numbers import WEEKDAYS, count, day, hour

Rule = Preset | ItemView
OFTEN = {
    "week": "hằng tuần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half": "6 tháng một lần",
    "nine_months": "kỳ 9 tháng",
    "year": "hằng năm",
}


def recurring(rule: Rule) -> str:
    """ "hằng tuần, hạn 16 giờ 30 thứ Sáu"."""
    return f"{OFTEN[rule.frequency]}, hạn {_due_in_period(rule)}"


def how_often(items: Iterable[ItemView]) -> str:
    """ "hằng tháng"; where they differ "hằng tuần 02, hằng tháng 28"; "" when none comes back."""
    counts = Counter(item.frequency for item in items)
    found = {said: counts[frequency] for frequency, said in OFTEN.items() if counts[frequency]}
    return ", ".join(said if len(found) == 1 else f"{said} {count(size)}" for said, size in found.items())


def each_period(rule: Rule, begins: datetime) -> str:
    """The same behind "hạn": "hằng tuần, 16 giờ 30 thứ Sáu, từ 20/11/2026"."""
    return f"{OFTEN[rule.frequency]}, {_due_in_period(rule)}, từ {day(begins.date())}"


def _due_in_period(rule: Rule) -> str:
    at = hour(rule.due_time)
    if rule.due_rule in CODES:
        return f"{at} {WEEKDAYS[CODES.index(rule.due_rule)]}"
    if rule.due_rule[0] in "+-":
        side = "trước" if rule.due_rule[0] == "-" else "sau"
        return f"{at}, {count(abs(int(rule.due_rule)))} ngày làm việc {side} khi hết kỳ"
    return f"{at} ngày {rule.due_rule}{'' if rule.frequency == 'month' else ' sau khi hết kỳ'}"
