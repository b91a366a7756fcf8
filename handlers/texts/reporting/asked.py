"""What a question about a reading knows, and the sample answer below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.reading.model import Doubt, Reading
from bot.domain.yardstick import is_rate
from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount
from handlers.texts.reporting.choices import (
    typed,
    value_of,
)
from handlers.texts.reporting.said import sample


@dataclass(frozen=True, slots=True)
class Asked:
    """One doubt about one reading, and who is asked. `typed` is what it is about, `last` the value before."""

    ward: WardView
    item: ItemView | None
    reading: Reading
    doubt: Doubt
    person: PersonView
    typed: str
    last: Decimal | None

    @property
    def shown(self) -> str:
        """The value as it would be recorded, else as it was typed."""
        return value_of(self.item, self.reading) or typed(self.reading)

    @property
    def plan(self) -> str:
        return target_words(self.item.target) if self.item is not None else "số khác"

    @property
    def unit(self) -> str | None:
        return self.item.target.unit if self.item is not None and self.item.target is not None else None

    @property
    def before(self) -> str:
        """The last value in words; empty when there is none."""
        return amount(self.last, self.unit) if self.last is not None else ""


_BARE = re.compile(r"\d[\d.,]*\s*%?")
"""A number that may stand behind any name: "2 triệu" is no count of households."""


def own_sample(one: Asked) -> str:
    """A sample answer for an item of this person's: the name in front of what was typed, where that fits."""
    tasks = [each for each in one.ward.duties(one.person.id) if each.is_task]
    counted = [each for each in one.ward.duties(one.person.id) if _takes(each, one.reading)]
    counted.sort(key=lambda each: each.frequency not in {"week", "month"})
    if one.reading.value is not None and counted and _BARE.fullmatch(one.typed):
        name = counted[0].short_name
        return f"{counted[0].key if name[-1].isdigit() else name} {one.typed}"
    chosen = [*(tasks if one.reading.value is None else ()), *one.ward.duties(one.person.id)]
    return sample(chosen[0], None) if chosen else "BHXH 201"


def _takes(item: ItemView, reading: Reading) -> bool:
    """True for an item whose figure may look like what was typed."""
    if item.target is None or item.target.value is None or item.target.unit is None:
        return False
    return is_rate(item.target.unit) == (reading.kind == "percent" or reading.unit == "%")


def own_name(one: Asked) -> str:
    owned = [each for each in one.ward.duties(one.person.id) if each.frequency in {"week", "month"}]
    return (owned[0].key if owned[0].is_task else owned[0].short_name) if owned else "NV-001"
