"""That nothing is left undone, "đơn ko tồn": of what is to have no backlog, not of what is dealt with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold, words_of
from handlers.own_items.weighing import RULE, Own
from handlers.own_items.which_item import answers_nothing
from handlers.reporting import clauses
from handlers.texts.reporting import heard_of_items as hears
from handlers.turn import Turn

_BACKLOG = "ton"


def told(turn: Turn, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings, and what a clause tells of the one own backlog that its words may be of."""
    if not answers_nothing(turn) or not hears.NO_BACKLOG.search(fold(turn.words)):
        return found
    own = Own.of(turn)
    said = [one for one in clauses.of(turn, turn.words) if hears.NO_BACKLOG.search(fold(one.text))]
    meant = _meant(own, said[0].text) if len(said) == 1 else None
    if meant is None or meant.key in {one.item for one in found}:
        return found
    words, span = said[0].text.strip(clauses.SIGNS), (said[0].start, said[0].start + len(said[0].text))
    none = Reading("figure", meant.key, named=True, value=Decimal(0), none_arose=True, unit=meant.unit)
    none = replace(none, words=words, span=span, rule=RULE)
    kept = [one for one in found if not (one.none_arose and said[0].holds(one.span[0]))]
    return (*kept, none)


def _meant(own: Own, text: str) -> KnownItem | None:
    """The one item to be without a backlog that has all in its names that the clause calls."""
    backlogs = [own.items[key] for key in own.items if own.is_counted(key) and _is_backlog(own.items[key])]
    called = set(words_of(hears.NO_BACKLOG.sub(" ", fold(text).replace("don thu", "don"))))
    called -= hears.AROUND_BACKLOG
    fitting = [item for item in backlogs if called <= _words(item)]
    return fitting[0] if len(fitting) == 1 else None


def _is_backlog(item: KnownItem) -> bool:
    return item.target == 0 and item.comparator == "<=" and _BACKLOG in _words(item)


def _words(item: KnownItem) -> set[str]:
    names: Sequence[str] = (item.name, item.short_name, *item.aliases)
    return {word for name in names for word in words_of(name)}
