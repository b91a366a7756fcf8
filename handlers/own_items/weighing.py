"""A person's own items, as the words of a message are compared with them: how much is said of which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.units import alike, is_money, measure
from bot.domain.reading.model import Doubt, Kind, Reading
from bot.domain.reading.naming.meant import Likely, is_same, ranked
from bot.domain.reading.words import fold, words_of
from db.item_view import ItemView
from handlers.texts.reporting import heard_of_items as hears
from handlers.turn import Turn

RULE = "own words"


@dataclass(frozen=True, slots=True)
class Own:
    """The items that the person of a turn is asked about; not those that no period's report is owed of."""

    turn: Turn
    items: dict[str, KnownItem]
    views: dict[str, ItemView]

    @classmethod
    def of(cls, turn: Turn, *, reported: bool = True) -> Own:
        own = turn.ward.duties((turn.owner or turn.person).id)
        awaited = (item for item in own if item.frequency != "none" or item.due_on or not reported)
        views = {item.key: item for item in awaited}
        return cls(turn, {key: turn.ward.whole_catalogue.items[key] for key in views}, views)

    def ranked(self, text: str, keys: Sequence[str] | None = None) -> list[Likely]:
        """The own items, or some of them, that a text speaks of, the likeliest first."""
        items = [self.items[key] for key in (self.items if keys is None else keys)]
        return ranked(text, items, self.turn.ward.whole_catalogue.spell)

    def is_same(self, one: str, other: str) -> bool:
        return is_same(self.items[one], self.items[other])

    def is_counted(self, key: str) -> bool:
        """True of an indicator that a number is reported of."""
        target = self.views[key].target
        return target is not None and not target.is_told_in_words

    def counts(self, reading: Reading, key: str, text: str, *, strict: bool = False) -> bool:
        """Tell whether a number may be of an item: by its unit, or (not `strict`) without one."""
        item, unit = self.items[key], reading.unit
        if not self.is_counted(key):
            return False
        how = measure(item)
        if reading.kind == "percent" or unit in {"%", "‰"}:
            of_plan = item.target is None and hears.OF_PLAN.search(fold(text)) is not None
            return how == "rate" or of_plan
        if how == "none":  # "tiêm chủng": of so many as are assigned, whatever they are called
            return item.assigned and not strict and not is_money(unit)
        if how == "money":
            return is_money(unit)
        if unit is None:
            return not strict and (how == "count" or reading.numerator is not None)
        if how == "rate":
            return reading.numerator is not None and not is_money(unit) and self._is_called(key, unit)
        return not is_money(unit) and item.unit is not None and alike(unit, item.unit)

    def _is_called(self, key: str, unit: str) -> bool:
        """ "15/17 tổ" of the rate of what is called "tổ dân phố văn hóa"."""
        item = self.items[key]
        names = {word for name in (item.name, item.short_name, *item.aliases) for word in words_of(name)}
        return names.issuperset(words_of(unit))

    def takes(self, key: str, loose: Sequence[Reading]) -> bool:
        """True of a task, of what is told in words, and of anything for what hinders it."""
        target, said = self.views[key].target, self.turn.words
        if target is None or hinders(loose, said) or target.is_narrative:
            return True
        kept = hears.KEPT.search(fold(said)) is not None or hears.is_recognised(fold(said))
        told = kept or any(one.kind == "done" for one in loose)
        return told and (target.is_kept or target.is_milestone)

    def told(self, key: str, loose: Sequence[Reading], text: str, start: int) -> Reading:
        """The words told of an item; doubted where they may be what hinders it."""
        words, span, is_task = text.strip(" ,;.-"), (start, start + len(text)), self.views[key].is_task
        hindered = Reading("obstacle", key, named=True, words=words, span=span, rule=RULE)
        if hinders(loose, text):
            return hindered
        finished = bool(loose) and all(one.kind == "done" for one in loose)
        recognised = hears.is_recognised(fold(text))
        done = recognised or (finished if is_task else not self.items[key].recognised)
        kind: Kind = "done" if done else "in_progress"
        told = Reading(kind, key, named=True, words=words, span=span, rule=RULE)
        told = replace(told, status="done" if done else "in_progress")
        if hears.MAY_HINDER.search(text.lower()) and not hears.NONE_OF.search(fold(text)):
            return replace(told, doubts=(Doubt("unclear_words", (hindered, told)),))
        return told


def hinders(loose: Sequence[Reading], text: str) -> bool:
    """True where what hinders was heard, and not only that nobody came with a complaint."""
    return any(one.kind == "obstacle" for one in loose) and not hears.NONE_OF.search(fold(text))
