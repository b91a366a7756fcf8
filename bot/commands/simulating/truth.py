"""How things really stand in the simulated ward: what an official means when he reports on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from bot.commands.simulating.record import Meaning
from bot.domain.targets import Target
from db.item_view import ItemView, Milestone

RATES = frozenset({"%", "‰"})
MONEY = "đồng"
UNTOLD_GOAL = {MONEY: Decimal(8_000_000_000)}
"""What a target that the upper level has not given yet turns out to be, by unit; 90 for the rest."""


class Truth:
    """One seed, one world: the same item stands the same on the same day, whoever asks."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def of(self, item: ItemView, day: date) -> Meaning:
        """What there is to report of an item on a day."""
        random = Random(f"{self._seed}:{item.key}")  # noqa: S311 - a simulation, not a secret
        if item.is_task:
            return self._task(item, day, random)
        target = item.target_on(day)
        if target is None:
            return Meaning("in_progress")
        return self._indicator(item, target, day, random)

    def reached(self, item: ItemView, stone: Milestone, day: date) -> bool:
        """Whether an intermediate date of a task is reached on a day: some days before or after it."""
        random = Random(f"{self._seed}:{item.key}:{stone.name}")  # noqa: S311 - a simulation, not a secret
        return (day - stone.on).days >= random.choice((-4, -1, 0, 0, 2, 9))

    def _indicator(self, item: ItemView, target: Target, day: date, random: Random) -> Meaning:
        match target.evaluation:
            case "event_free":
                happened = random.random() < 0.3 and day >= _some_day(day.year, random)
                today = Random(f"{self._seed}:{item.key}:{day.month}").random() < 0.5  # noqa: S311
                return Meaning("value", Decimal(1)) if happened and today else _nothing()
            case "maintain" if target.unit is None:
                return Meaning("held")
            case "milestone":
                return Meaning("held" if day >= _some_day(day.year, random) else "in_progress")
            case "narrative":
                return Meaning("words")
        if target.unit is None or target.grade is not None:
            return Meaning("in_progress")
        if target.unit in RATES or target.unit.startswith("%"):
            return self._rate(item, target, day, random)
        if target.measured == "reduction_or_stock" or target.comparator == "reduce_by":
            reduced = Decimal(1 + int(_share(day) * random.randint(0, 3)))
            reads = "change" if target.measured == "reduction_or_stock" else None
            return Meaning("value", reduced, reads=reads)
        return Meaning("value", _flow(target, day, random))

    def _rate(self, item: ItemView, target: Target, day: date, random: Random) -> Meaning:
        """Near the target, a tenth or so to either side; some are told as a part of a whole."""
        goal = target.value or target.high or target.low or target.reduce_low or Decimal(5)
        monthly = Random(f"{self._seed}:{item.key}:{day.year}:{day.month}")  # noqa: S311
        places = max(1, -int(goal.as_tuple().exponent))
        step = Decimal(1).scaleb(-places)
        value = (goal * Decimal(str(monthly.uniform(0.985, 1.01)))).quantize(step)
        if goal <= 100:
            value = min(value, Decimal(100))
        if target.unit == "%" and goal >= 50 and random.random() < 0.4:
            whole = Decimal(random.randint(180, 900))
            part = (whole * value / 100).to_integral_value()
            return Meaning("ratio", numerator=min(part, whole), denominator=whole)
        falls = target.comparator == "reduce_by" or target.evaluation == "vs_last_year"
        reads = "change" if falls and target.measured == "reduction_or_stock" else None
        return Meaning("value", value, reads=reads)

    def _task(self, item: ItemView, day: date, random: Random) -> Meaning:
        """A dated task is done some days before or after its date; one without a date goes on.

        What comes back each week is done in most of them.
        """
        if item.recurring:
            this_week = Random(f"{self._seed}:{item.key}:{day.isocalendar().week}")  # noqa: S311
            return Meaning("done" if this_week.random() < 0.8 else "in_progress")
        if item.due_on is None:
            return Meaning("in_progress")
        days = random.choice((-9, -5, -2, -1, 0, 0, 3, 8))
        return Meaning("done" if (day - item.due_on).days >= days else "in_progress")


def is_flow(target: Target | None) -> bool:
    """True for a count that only grows: what an increment can be mistaken for."""
    if target is None or target.unit is None or target.unit.startswith(("%", "‰")):
        return False
    return target.evaluation in {"cumulative", "level"}


def _flow(target: Target, day: date, random: Random) -> Decimal:
    """What has come together since 1 January: never less than before."""
    unit = target.unit or ""
    goal = target.value or target.high or target.whole or UNTOLD_GOAL.get(unit, Decimal(90))
    whole_year = Decimal(str(random.uniform(0.75, 1.15)))
    curve = Decimal(str(_share(day) ** random.uniform(0.8, 1.2)))
    step = Decimal(10_000_000) if unit == MONEY else Decimal(1)
    amount = (goal * whole_year * curve / step).to_integral_value() * step
    if target.whole is not None:
        amount = min(amount, target.whole)
    return amount


def _nothing() -> Meaning:
    return Meaning("none_arose", Decimal(0))


def _share(day: date) -> float:
    return day.timetuple().tm_yday / 366


def _some_day(year: int, random: Random) -> date:
    return date(year, random.randint(2, 12), random.randint(1, 28))
