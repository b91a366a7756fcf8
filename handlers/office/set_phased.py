"""/giaochitieu … phân kỳ: how much of a year's number is planned to be reached by the end of which month."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from bot.domain.reading import read
from bot.domain.reading.model import Context
from bot.domain.reading.words import fold
from bot.domain.targets import Target
from db.item_view import ItemView
from handlers.office import target_reading
from handlers.texts.office import set_phased as texts
from handlers.texts.office import set_target as target_texts
from handlers.turn import Turn, UserError

Phased = dict[int, Decimal]
"""By month (1 to 12), the cumulative value planned by its end."""
QUARTERS = 4


def is_meant(words: str) -> bool:
    """True for "CT08a phân kỳ tháng 3: 60; …"."""
    return texts.PHASED.search(words) is not None


def split(words: str) -> tuple[str, str]:
    """What stands in front of the steps, and the steps."""
    name, steps = texts.PHASED.split(words, maxsplit=1)
    return name, steps


def item_of(turn: Turn, words: str) -> tuple[ItemView, str]:
    """The indicator, and what is said of its number besides ("200 lao động").

    Raises UserError for none, several, or what is no cumulative flow.
    """
    if not words.strip():
        raise UserError(target_texts.nothing_found(turn.words))
    item, number = target_reading.item_and_rest(turn, words)
    if item.target is None or not item.target.is_total:
        raise UserError(texts.not_cumulative(item))
    return item, number.strip(" .,;:-")


def parse(turn: Turn, item: ItemView, steps: str, before: Mapping[int, Decimal]) -> Phased:
    """The steps; one alone leaves those `before` as they are. Raises UserError for what cannot be read."""
    if (bare := texts.BARE.fullmatch(fold(steps))) is not None:
        steps = texts.numbered(bare[1], by_month=len(texts.values(bare[1])) > QUARTERS)
    parts = [part for some in texts.STEPS.split(steps) for part in texts.BETWEEN.split(some)]
    phased = dict(_step(turn, item, part) for part in parts if part.strip(" .,:"))
    if not phased:
        raise UserError(texts.usage(item))
    if len(phased) == 1:  # "mức phân kỳ tháng 11 là 150" leaves the other months as they are
        phased = {**before, **phased}
    return dict(sorted(phased.items()))


def _step(turn: Turn, item: ItemView, part: str) -> tuple[int, Decimal]:
    """ "quý 3: 200" → (9, 200)."""
    said = texts.STEP.match(fold(part))
    month = texts.month_of(said) if said else None
    if said is None or month is None:
        raise UserError(texts.unreadable(part, item))
    key = item.parts[0] if item.collect else item.key  # messages know a collected line by its shares
    readings = read(f"{key} {part[said.end() :]}", turn.ward.catalogue, Context(turn.now, key))
    values = [one.value for one in readings if one.item == key and one.value is not None]
    if len(values) != 1:
        raise UserError(texts.unreadable(part, item))
    return month, values[0]


def doubts(phased: Phased, target: Target) -> list[str]:
    """What is odd about the steps, in words: they do not rise, or go beyond the year's number."""
    found = []
    values = list(phased.items())
    falls = [(late, early) for early, late in pairwise(values) if late[1] < early[1]]
    if falls:
        (month, value), (before, more) = falls[0]
        found.append(texts.falls(month, value, before, more, target))
    over = [(month, value) for month, value in values if target.value is not None and value > target.value]
    if over and target.value is not None:
        found.append(texts.beyond(*over[0], target))
    year = phased.get(12)
    if year is not None and target.value is not None and target.starts_on is None and year < target.value:
        found.append(texts.short(year, target))
    return found
