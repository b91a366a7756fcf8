"""Which item is meant: candidates narrowed by what was typed, and offered with the person's own first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import fits, measure, reduces, typed_unit
from bot.domain.reading.intents import is_correction
from bot.domain.reading.model import Context, Doubt, Kind, Reading, Reason
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.names import uncovered
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.scan import Scan
from bot.domain.reading.segments import Segment
from bot.domain.reading.vocabulary.generic import EVERYBODY
from bot.domain.reading.words import words_of

_EVERYBODY = Phrases.of({True: EVERYBODY})
MAX_CHOICES = 6


def narrowed(found: Scan, part: Segment, catalogue: Catalogue, context: Context) -> tuple[str, ...]:
    """Return the keys that the part may mean, after looking at the units typed and at whose items they are.

    A typed unit is evidence: "đăng ký rác 12 hộ" is not the rate of households. So is possibility: 97,4 %
    is not a rate that must stay below 2.
    """
    keys = _own_shares(part.keys, catalogue, context)
    main = next(
        (q for q in part.quantities if not q.aside and q.role not in ("target", "phased", "forecast")), None
    )
    if main is None:
        return _asked_of(found, keys, context)
    if any(catalogue.items[k].kind == "indicator" for k in keys):
        keys = tuple(k for k in keys if catalogue.items[k].kind == "indicator")
    typed = main.unit is not None or main.soft is not None
    inside = _fitting(part.mention.inside, main, catalogue) if part.mention else ()
    if inside:  # "vận động BHXH được 201 người"; a rate of the work or of the item is asked
        return (*keys, *inside) if main.is_percent else inside
    if len(keys) == 1:
        item = catalogue.items[keys[0]]
        if item.kind == "indicator" and measure(item) == "none":
            if item.recognised and part.mention and part.mention.strength in ("code", "name"):
                return keys  # "VMĐT đạt 8/9 tiêu chí" counts no "khu đô thị văn minh"
            return _fitting([k for k in part.wider if k != item.key], main, catalogue) or keys
        if _is_context_counted(found, main, item, part, catalogue, context) and not _of_everybody(
            found, part, main
        ):
            return (context.item or "",)
        if not typed or fits(main, item) or len(part.wider) < 2 or item.share_of:
            return keys
        others = [k for k in part.wider if k != keys[0] and fits(main, catalogue.items[k])]
        return (others[0],) if len(others) == 1 and measure(item) != "money" and main.unit != "đồng" else keys
    return _asked_of(found, _fitting(keys, main, catalogue) or keys, context)


def _is_context_counted(
    found: Scan, main: Quantity, item: KnownItem, part: Segment, catalogue: Catalogue, context: Context
) -> bool:
    """Tell "rác: 201/262 hộ" after a question about the households: the name belongs to both."""
    asked = catalogue.items.get(context.item or "")
    if asked is None or asked.key == item.key or measure(item) != "rate" or main.unit is None:
        return False
    mention = part.mention
    words = found.words(mention.start, mention.end) if mention is not None else []
    named = bool(words) and catalogue.every_word(asked.key).issuperset(words)
    return main.unit == asked.unit and (named or asked.key in part.wider)


def _of_everybody(found: Scan, part: Segment, main: Quantity) -> bool:
    """Tell "BHYT toàn dân 96,1%" from the "BHYT 96,1%" that answers for the pupils who were asked about."""
    return bool(_EVERYBODY.find(found.words(part.start, main.start)))


def _fitting(keys: Sequence[str], main: Quantity, catalogue: Catalogue) -> tuple[str, ...]:
    fitting = [item for item in map(catalogue.items.__getitem__, keys) if fits(main, item)]
    return tuple(item.key for item in fitting if possible(main, item)) or tuple(i.key for i in fitting)


def _asked_of(found: Scan, keys: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Among several candidates the item that was just asked about is meant, or is to be corrected."""
    if context.item not in keys or (context.answered and not is_correction(found, None)):
        return keys
    return (context.item,)


def of_one_word(found: Scan, part: Segment, catalogue: Catalogue, context: Context) -> tuple[str, ...]:
    """Return the own items that have a word in common which is no name: "rác 112" after one of them was told
    of may be a figure of each. None where the last one is meant.
    """
    if not context.answered or not part.quantities or is_correction(found, None):
        return ()
    counted = {place for q in part.quantities for place in range(q.start, q.end)}
    words = [
        found.tokens[place].text
        for place in range(part.start, part.end)
        if found.tokens[place].is_word and place not in counted
    ]
    said = {words[place] for place in uncovered(words)}
    keys = [key for key in catalogue.items if key in context.own]
    alike = tuple(key for key in keys if said <= set(words_of(catalogue.items[key].short_name)))
    fitting = _fitting(alike, part.quantities[0], catalogue)
    return fitting if said and len(fitting) > 1 and context.item in fitting else ()


def _own_shares(keys: tuple[str, ...], catalogue: Catalogue, context: Context) -> tuple[str, ...]:
    """Of the shares of many units, which answer to one name, the person's own are meant."""
    own = tuple(key for key in keys if key in context.own)
    return own if own and all(catalogue.items[key].share_of for key in keys) else keys


def possible(quantity: Quantity, item: KnownItem) -> bool:
    """Tell whether a value is thinkable: not 97,4 for a rate to be kept below 2, nor 17 of 11."""
    if measure(item) == "rate" and item.bounded and quantity.over is not None:
        return quantity.value <= quantity.over.value
    if measure(item) != "rate" or not item.target or quantity.over is not None:
        return True
    if item.comparator in ("<", "<=") and item.target <= 20:
        return quantity.value <= item.target * 5
    return item.target < 50 or quantity.value >= item.target / 5


def doubt_item(
    reason: Reason,
    reading: Reading,
    keys: Sequence[str],
    catalogue: Catalogue,
    context: Context,
    quantity: Quantity | None,
) -> Doubt:
    """Return the doubt with the same reading for each item that it may be about, own items first."""
    pool = list(keys) or [key for key in catalogue.items if key in context.own]
    if quantity is not None and not keys:
        pool = [key for key in pool if fits(quantity, catalogue.items[key])]
        pool = [key for key in pool if quantity.over is None or possible(quantity, catalogue.items[key])]
    pool.sort(key=lambda key: key not in context.own)
    if len(pool) > MAX_CHOICES:
        return Doubt(reason)
    return Doubt(reason, tuple(_for_item(reading, catalogue.items[key], quantity) for key in pool))


def _for_item(reading: Reading, item: KnownItem, quantity: Quantity | None) -> Reading:
    unit = (typed_unit(quantity, item) if quantity else None) or item.unit
    kind: Kind = reading.kind
    if kind == "figure" and unit == "%":
        kind = "percent"
    plain = replace(reading, kind=kind, item=item.key, unit=unit if quantity else reading.unit, doubts=())
    if plain.none_arose and reduces(item) and item.baseline is not None:  # "phường không còn hộ nghèo nào"
        return replace(plain, value=item.baseline, none_arose=False, unit=item.unit)
    return plain
