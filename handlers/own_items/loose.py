"""What was read of no own item for certain: of none, of somebody else, of one with less of the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.amounts.units import measure
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.naming.documents import is_document
from bot.domain.reading.naming.meant import LEAD, Likely, meant, ranked
from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.naming.names import uncovered
from bot.domain.reading.words import Token, fold, tokenise
from handlers import rights
from handlers.doubting.kept import NUMBERS
from handlers.own_items.weighing import RULE, Own
from handlers.texts.reporting import heard_of_items as hears
from handlers.texts.reporting.choices import UNNAMED

LITTLE = 0.5
"""What the words must say of an item for it to be offered."""
FAR = 4
"""So many times as much said of another item leaves one that has next to nothing of the words."""
WORK = frozenset({"done", "in_progress", "not_done", "obstacle"})
_UNSURE = UNNAMED - {"other_unit"}
_WHOLE = frozenset({"code", "name"})


def is_loose(own: Own, reading: Reading) -> bool:
    """True of what names no item, or one that has less of the words than an own one."""
    if _is_of_units(own, reading):
        return False
    if _is_of_others(own, reading):
        return False
    if reading.item is None or any(doubt.reason in _UNSURE for doubt in reading.doubts[:1]):
        return reading.kind in {*NUMBERS, *WORK, "ambiguous"} and not _names_all(own, reading)
    if not reading.named and own.turn.answered:
        return reading.kind in {*NUMBERS, *WORK, "ambiguous"} and _is_astray(own, reading.item)
    if reading.item in own.views:
        return _is_outdone(own, reading)
    item = own.turn.ward.items.get(reading.item)
    owned = item is not None and (item.owner_id is not None or _is_called_whole(own, item.key))
    mine = item is not None and owned and rights.may_speak(own.turn.ward, own.turn.person, item)
    return not mine and _is_of_other(own, reading)


def _is_of_units(own: Own, reading: Reading) -> bool:
    """True where units' shares of an indicator may be meant: of these `reporting.shares` knows."""
    keys = [reading.item, *(one.item for doubt in reading.doubts for one in doubt.candidates)]
    items = [own.turn.ward.items[key] for key in keys if key and key in own.turn.ward.items]
    other = any(doubt.reason == "other_unit" for doubt in reading.doubts)
    return other or any(item.share_of or item.collect for item in items)


def _is_of_others(own: Own, reading: Reading) -> bool:
    """True of "ANCT, TTATXH đang làm" where each item of that name is somebody else's."""
    keys = {one.item or "" for doubt in reading.doubts for one in doubt.candidates}
    return bool(keys) and keys.isdisjoint(own.views) and all(_is_called_only(own, key) for key in keys)


def _is_astray(own: Own, last: str) -> bool:
    """True where the words say nothing of the item told of last, and speak of another for certain."""
    if any(last in one.keys for one in whole_names(own)):
        return False
    found = own.ranked(own.turn.words)
    return bool(meant(found, own.items)) and weight_of(found, last) < LITTLE


def _names_all(own: Own, reading: Reading) -> bool:
    """ "Bhyt bhxh 201": the message calls each of the items that it may be of."""
    meant_too = {one.item for doubt in reading.doubts for one in doubt.candidates}
    called = {key for one in whole_names(own) for key in one.keys if len(one.keys) == 1}
    return len(meant_too) > 1 and meant_too <= called


def _is_outdone(own: Own, reading: Reading) -> bool:
    """Tell "đạt chuẩn tiếp cận pháp luật" from the item that has only the "pháp luật" of it."""
    key = reading.item or ""
    if any(key in one.keys for one in whole_names(own)):
        return False
    if _is_far_outdone(own, reading):
        return True
    if not (reading.rule == RULE or (reading.kind == "done" and own.is_counted(key))):
        return False
    found = own.ranked(_text(own, reading))
    first = meant(found, own.items)
    if not first or any(own.is_same(one, key) for one in first):
        return False
    return found[0].weight >= 2 * weight_of(found, key)


def _is_far_outdone(own: Own, reading: Reading) -> bool:
    """Tell "ký xong chương trình phối hợp" from the item of which it says "chương trình" and no more."""
    if reading.kind not in WORK or reading.value is not None or not reading.words:
        return False
    found = own.ranked(reading.words)
    little = weight_of(found, reading.item or "")
    return bool(meant(found, own.items)) and little <= 2 * LITTLE and found[0].weight >= FAR * little


def _is_of_other(own: Own, reading: Reading) -> bool:
    """True where the words speak as much of an own item as of the other's, which is no closed one."""
    catalogue = own.turn.ward.whole_catalogue
    other = catalogue.items.get(reading.item or "")
    if other is None or other.key in own.turn.ward.off or _is_called_only(own, other.key):
        return False
    text = _text(own, reading)
    found, theirs = own.ranked(text), weight_of(ranked(text, [other], catalogue.spell), other.key)
    return bool(found) and found[0].weight >= max(2 * LITTLE, theirs / LEAD)


def _is_called_only(own: Own, key: str) -> bool:
    """True of a code, and of words that are another's name and at most a state: "tnxh không"."""
    named = [one for one in whole_names(own) if key in one.keys]
    if not named or any(one.strength == "code" for one in named):
        return bool(named)
    called = {at for one in whole_names(own) for at in range(one.start, one.end)}
    words = [one.text for one in tokenise(fold(own.turn.words))]
    left = [word for at, word in enumerate(words) if at not in called]
    return not uncovered([word for word in left if word not in hears.STATES])


def whole_names(own: Own) -> list[Mention]:
    """Where the message calls items by their codes, whole names, or the number of their document."""
    folded = fold(own.turn.words)
    tokens = tokenise(folded)
    found = own.turn.ward.whole_catalogue.mentions(tokens, folded)
    return [one for one in found if one.strength in _WHOLE or _is_document(tokens, one)]


def _is_document(tokens: Sequence[Token], mention: Mention) -> bool:
    said = " ".join(one.text for one in tokens[mention.start : mention.end])
    return len(mention.keys) == 1 and is_document(said)


def _is_called_whole(own: Own, key: str) -> bool:
    return any(key in one.keys for one in whole_names(own))


def called_so(own: Own) -> set[str]:
    """What the message has a part of a name of, other people's items too."""
    folded = fold(own.turn.words)
    found = own.turn.ward.whole_catalogue.mentions(tokenise(folded), folded)
    return {key for one in found for key in one.keys}


def weight_of(found: Sequence[Likely], key: str) -> float:
    return next((one.weight for one in found if one.key == key), 0.0)


def _text(own: Own, reading: Reading) -> str:
    said = own.turn.words
    return reading.words if len(reading.words) > len(said) // 2 else said


def without_staff(own: Own, reading: Reading) -> Reading:
    """A count of staff that are called by what they do is told of no item's rate."""
    item = own.items.get(reading.item or "")
    if item is None or measure(item) != "rate" or reading.numerator is not None:
        return reading
    if hears.STAFF.match(fold(own.turn.words)[reading.span[0] :]) is None:
        return reading
    asked = (Doubt("which_indicator"),)
    return replace(reading, kind="figure", item=None, named=False, unit=hears.PEOPLE, doubts=asked)
