"""Words in front of a number that are no name, and speak of another item than the one told of last."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import fits, is_money, measure
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.names import every_word, kindred
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.scan import Scan
from bot.domain.reading.segment import Segment
from bot.domain.reading.vocabulary.elsewhere import OTHER_AMOUNTS
from bot.domain.reading.vocabulary.fillers import BEFORE_NUMBERS, FILLERS, POLITE
from bot.domain.reading.vocabulary.intents import INTENTS
from bot.domain.reading.vocabulary.roles import NOW, OF_MONEY, QUALIFIERS, ROLES, THEN
from bot.domain.reading.vocabulary.units import HEADS, LEADING, PAPERS, UNITS
from bot.domain.reading.words import fold, words_of

_BREAKS = frozenset((",", ";", ":", ".", "(", ")", "\n"))
_STATES = [INTENTS[label] for label in ("done", "not_done", "in_progress", "none")]
_PLAIN = {
    phrase
    for said in (FILLERS, POLITE, BEFORE_NUMBERS, NOW, THEN, *QUALIFIERS.values(), *ROLES.values(), *_STATES)
    for phrase in said
    if not phrase.endswith(OF_MONEY)  # "đã giải ngân" too
}
_UNITS = {spelling: unit for unit in LEADING for spelling in UNITS[unit]}
_UNITS |= {fold(said): said for said in OTHER_AMOUNTS}
_TABLE = Phrases({tuple(phrase.split()): _UNITS.get(phrase, "") for phrase in (*_PLAIN, *_UNITS)})


def elsewhere(
    scan: Scan, catalogue: Catalogue, parts: list[Segment], asked: str | None, own: Collection[str]
) -> list[Segment]:
    """Look whether what names nothing speaks of another item than `asked`; `own` are the person's items."""
    item = catalogue.items.get(asked or "")
    for part in parts:
        if part.named or (item is None and not part.unknown) or (item is not None and item.kind == "task"):
            continue
        main = next((q for q in part.quantities if not q.aside), None)
        keys = _Number(catalogue, own, main, None if part.unknown else item).told_of(scan, part)
        if keys is None or not (keys or part.unknown or not scan.has("obstacle", part.start, part.end)):
            continue
        part.keys, part.elsewhere, part.unknown, part.sure = keys, bool(keys), not keys, False
    return parts


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that no name stands beside, or a none ("không phát sinh"), after talk about `item`."""

    catalogue: Catalogue
    own: Collection[str]
    main: Quantity | None
    item: KnownItem | None

    def told_of(self, scan: Scan, part: Segment) -> tuple[str, ...] | None:
        """Return the items that the words around the number may be of, `item` as the last of them.

        None where they say nothing against `item`; empty where they do, and name no item: "hồ sơ 300" after
        what counts people, "giải ngân 35%" after another rate. Behind the number, and in front of a none,
        only what is called so speaks: "2 dịch bệnh" where an item is called "dịch bệnh gia súc".
        """
        front, behind = _around(scan, part, self.main) if self.main else (_before_none(scan, part), ())
        item = self.item
        known = every_word(item) | kindred(item) | {*words_of(item.unit or "")} if item else frozenset()
        if item is not None and self._counts_papers(item, known):
            return ()
        for places, leads in ((front, self.main is not None), (behind, False)):
            for phrase, unit in _telling(scan, places):
                keys = None if known.issuperset(phrase) else self._meant(phrase, unit, leads=leads)
                if keys is not None:
                    return keys
        return None

    def _counts_papers(self, item: KnownItem, known: Collection[str]) -> bool:
        """Tell "đã cấp 500 thẻ", "210 lượt" from the people of the item."""
        said = (self.main.unit or self.main.soft) if self.main is not None else None
        return said in PAPERS and item.unit in HEADS and fold(said or "").split()[0] not in known

    def _meant(self, phrase: Sequence[str], unit: str, *, leads: bool) -> tuple[str, ...] | None:
        named = _called(self.catalogue, phrase, self.own)
        items = self.catalogue.items
        counted = [key for key in self.own if leads and unit and items[key].unit == unit]
        keys = dict.fromkeys((*named, *counted))
        fitting = [key for key in keys if self.main is None or fits(self.main, items[key])]
        item = self.item
        if not leads or item is None or self._may_be_said(phrase, unit, item):
            nearer = item is not None and self.main is not None and not fitting and fits(self.main, item)
            if not named or nearer:  # "giải ngân 410 triệu" of money, where a rate is called so
                return None
        last = [item.key] if item is not None else []
        return (*dict.fromkeys((*(fitting or keys), *last)),) if keys else ()

    def _may_be_said(self, phrase: Sequence[str], unit: str, item: KnownItem) -> bool:
        """Tell whether words that name nothing may stand in front of the item's own number."""
        if " ".join(phrase) in OF_MONEY:
            return is_money(item.unit)
        if not unit or unit == item.unit or (unit in HEADS and item.unit in HEADS):
            return True
        main = self.main
        if main is None or (main.unit is not None and main.unit == item.unit):
            return True  # "đã phát giấy mời 125 hộ"
        return measure(item) == "rate" and (main.over is not None or main.is_rate)


def _around(scan: Scan, part: Segment, main: Quantity) -> tuple[Sequence[int], Sequence[int]]:
    """Return the places of the words in front of a number and behind it, up to a pause."""
    tokens, start, end = scan.tokens, main.start, main.end
    if start > part.start and tokens[start - 1].text in (":", "="):
        start -= 1
    while start > part.start and tokens[start - 1].text not in _BREAKS:
        start -= 1
    while end < part.end and tokens[end].is_word:
        end += 1
    return [p for p in range(start, main.start) if tokens[p].is_word], range(main.end, end)


def _before_none(scan: Scan, part: Segment) -> list[int]:
    """Return the places of the words in front of "không phát sinh"."""
    first = min((a for a, _ in scan.marks.get("none", ()) if part.start <= a < part.end), default=part.start)
    return [place for place in range(part.start, first) if scan.tokens[place].is_word]


def _telling(scan: Scan, places: Sequence[int]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the runs of words that no report is made of, and the units, each with the unit that it is."""
    words = [scan.tokens[place].text for place in places]
    run: list[str] = []
    at = 0
    while at < len(words):
        hit = _TABLE.at(words, at)
        if hit is None:
            run.append(words[at])
            at += 1
            continue
        if run:
            yield tuple(run), ""
            run = []
        unit, end = hit
        if unit and _is_unit(scan, places[at:end], unit, alone=len(words) == 1):
            yield tuple(words[at:end]), unit
        at = end
    if run:
        yield tuple(run), ""


def _is_unit(scan: Scan, places: Sequence[int], unit: str, *, alone: bool) -> bool:
    """Tell the "thẻ" of "thẻ 500" from "thế 500"; without marks it stands alone, and is no ordinary word."""
    tokens = [scan.tokens[place] for place in places]
    typed = " ".join(scan.text[token.start : token.end].lower() for token in tokens)
    plain = " ".join(token.text for token in tokens)
    if typed == plain:
        return len(tokens) > 1 or (alone and plain not in _PLAIN)
    return typed == unit or (len(tokens) > 1 and _UNITS[plain] == unit)


def _called(catalogue: Catalogue, phrase: Sequence[str], own: Collection[str]) -> list[str]:
    """Return the indicators that have two of these words side by side in their names: own ones, or any."""
    pairs = set(pairwise(phrase))
    keys = [
        key
        for key, item in catalogue.items.items()
        if item.kind == "indicator" and pairs and not pairs.isdisjoint(_pairs(item))
    ]
    return [key for key in keys if key in own] or keys


@lru_cache(maxsize=4096)
def _pairs(item: KnownItem) -> frozenset[tuple[str, str]]:
    names = (item.name, item.short_name, *item.aliases)
    return frozenset(pair for name in names for pair in pairwise(words_of(name)))
