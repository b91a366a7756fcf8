"""What the number of an item may be instead: a day, the figure of a kind of it, or of a day to come."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.reading.amounts.day_numbers import is_day
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import is_money, measure
from bot.domain.reading.doubts.ahead import is_ahead
from bot.domain.reading.doubts.candidates import with_value
from bot.domain.reading.doubts.foreign import names_something_else
from bot.domain.reading.doubts.shortened import whose_is
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.naming.counted import counts_something
from bot.domain.reading.part import Part
from bot.domain.reading.states import doings
from bot.domain.reading.vocabulary import LANGUAGE
from bot.domain.reading.vocabulary.courtesy import SPEAKERS
from bot.domain.reading.words import fold, words_of

_BETWEEN = 2  # words between a name and its number
_REACHED = frozenset(("dat", "duoc", "co", "chi", "la", "xong"))
_GRADES = frozenset(("gioi", "kha"))
_VOWELS = frozenset("aeiouy")


def no_figure(part: Part, reading: Reading, main: Quantity) -> Doubt | None:
    """Return the doubt that a number of a known item is something else's, a day, or yet to come."""
    named = part.segment.named
    other = names_something_else(part, main) or (not named and _is_opposite(part, main))
    if other and not named:
        return whose_is(part, reading, main)
    if other or is_of_a_kind(part, main) or _counts_others(part, main):
        return Doubt("which_indicator", (reading,))
    bare_day = not named and measure(part.item) == "rate" and looks_like_day(main)
    if bare_day or is_promised(part, main):
        return Doubt("date_or_ratio", (reading,))
    if len(part.segment.quantities) > 1 and (of_each := _of_each_name(part)):
        settled = part.is_settled("two_numbers")
        return None if settled else Doubt("two_numbers", tuple(with_value(reading, one) for one in of_each))
    if is_ahead(part, reading, main) and not part.is_settled("target_not_result"):
        return Doubt("target_not_result", (replace(reading, period=None),))
    return None


def _counts_others(part: Part, main: Quantity) -> bool:
    """Tell "2 nhóm trẻ hổng cho vô" and "khá giỏi 86%" from "97 nhé" beside the name of a rate."""
    item = part.item
    if item is None or measure(item) != "rate":
        return False
    before = part.found.words(main.start - 1, main.start)
    if main.is_percent and before and before[0] in _GRADES - part.catalogue.every_word(item.key):
        return True
    if main.unit is not None or main.soft is not None:
        return False
    return counts_something(main, part.found, part.catalogue.every_word(item.key))


def _of_each_name(part: Part) -> list[Decimal]:
    """Return the sum and the numbers of "nhà tình thương 1, nhà tình nghĩa 1" of an item of both."""
    item = part.item
    if item is None or measure(item) != "count":
        return []
    short, told = {*words_of(item.short_name)}, dict[frozenset[str], Decimal]()
    for mention in part.found.mentions:
        name = frozenset(part.found.words(mention.start, mention.end))
        behind = (q for q in part.segment.quantities if 0 <= q.start - mention.end <= _BETWEEN)
        counted = next((q for q in behind if q.role in ("", "result") and not q.over and not q.is_rate), None)
        if counted is not None and item.key in mention.keys and name <= short:
            told[name] = counted.value
    if len(told) < 2 or any(one < other for one in told for other in told):
        return []
    return list(dict.fromkeys((sum(told.values(), Decimal(0)), *told.values())))


def _is_opposite(part: Part, main: Quantity) -> bool:
    """Tell "chi 290tr" in answer to what was collected: "thu" and "chi" are different items."""
    item = part.item
    first = fold(item.short_name).split()[0] if item is not None and is_money(item.unit) else ""
    other = {"thu": "chi", "chi": "thu"}.get(first)
    before = part.found.tokens[main.start - 1] if main.start > part.start else None
    return other is not None and before is not None and before.text == other and is_money(main.unit)


def looks_like_day(main: Quantity) -> bool:
    over = main.over
    if over is None or main.step != 1 or over.step != 1 or main.unit is not None or main.soft is not None:
        return False
    return is_day(str(main.value), str(over.value))


def is_promised(part: Part, main: Quantity) -> bool:
    """Tell "31/11 em gửi", which may be a day, from "7/5 em gửi" of a plan of 5."""
    over = main.over
    if over is None or (part.item is not None and part.item.target == over.value):
        return False
    spoken = "em" in (main.soft, over.soft)  # counted in "em" as it seems
    if not looks_like_day(replace(main, soft=None, over=replace(over, soft=None)) if spoken else main):
        return False
    end = main.end - spoken
    after = part.found.words(end, end + 3)
    if main.value > over.value and after[:1] == ["moi"] and after[1:2] and after[1] not in _REACHED:
        return True  # "20/12 mới bàn giao"
    if main.value > over.value and after[:1] in (["nop"], ["gui"], ["bao"], ["trinh"]):
        return True
    return bool(SPEAKERS.intersection(after[:1])) and not doings.PROMISES.isdisjoint(after[1:])


def is_of_a_kind(part: Part, main: Quantity) -> bool:
    """Tell "các loại quỹ: PCTT 40tr": letters between name and number that are neither name nor word."""
    mention = part.segment.mention
    if mention is None or part.item is None or main.start <= mention.end:
        return False
    word = part.found.tokens[main.start - 1].text
    colon = ":" in part.found.words(mention.end, main.start - 1)
    known = LANGUAGE | part.catalogue.every_word(part.item.key)
    return colon and len(word) > 2 and word.isalpha() and _VOWELS.isdisjoint(word) and word not in known
