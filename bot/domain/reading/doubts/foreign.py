"""Words before a number that are not of the item it is taken for: "thể thao 35" after gia đình văn hóa."""

from __future__ import annotations

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.naming.names import uncovered
from bot.domain.reading.part import Part
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.fillers import BEFORE_NUMBERS, CLOSING
from bot.domain.reading.vocabulary.kindred import KINDS
from bot.domain.reading.vocabulary.spelling import SHORT_NAMES

_SHORT = frozenset(SHORT_NAMES.values())
_KINDS = Phrases.of({True: KINDS})
_STOPS = frozenset((",", ";", "\n", ".", "(", ")"))


def names_something_else(part: Part, main: Quantity) -> bool:
    """Tell whether a number follows the name of something that is not the item: "nhẹ cân 8,1", "nước 118".

    Without an item's name, what counts are the words from the head of the clause to the number; of two parts
    of names that stand together ("hộ gia đình thể thao 35") only one may be the item's.
    """
    if part.item is None or main.flaw is not None:
        return False
    if _is_of_other_kind(part, main):
        return True
    mention = part.segment.mention
    if mention is not None:
        own = _own(part) | _SHORT
        joined = mention.strength == "part" and len(mention.keys) > 1
        return joined and not own.issuperset(part.found.words(mention.start, mention.end))
    return follows_strange_words(part, main.start)


def _is_of_other_kind(part: Part, main: Quantity) -> bool:
    """Tell "6 ca tay chân miệng" from "6 ca sốt xuất huyết"."""
    if part.segment.named:
        return False
    after = part.found.words(main.end, min(part.end, main.end + 6))
    hits = ((place, _KINDS.at(after, place)) for place in range(min(2, len(after))))  # behind a soft unit
    return any(hit is not None and not _own(part).issuperset(after[at : hit[1]]) for at, hit in hits)


def follows_strange_words(part: Part, stop: int) -> bool:
    """Tell whether words that are not the item's stand in front of a place: "tngt không phát sinh"."""
    if part.item is None or part.segment.named:
        return False
    own = _own(part) | BEFORE_NUMBERS
    tokens, start = part.found.tokens, stop
    counted = {place for q in part.found.quantities for place in range(q.start, q.end)}
    while start > part.start and start - 1 not in counted and tokens[start - 1].text not in _STOPS:
        start -= 1
    run = [place for place in range(start, stop) if tokens[place].is_word]
    words = [tokens[place].text for place in run]
    if words[:1] == ["theo"]:
        return False  # "theo công an 205": who says it
    strange = {run[at] for at in uncovered(words) if words[at] not in own}
    # "Nhẹ" without its mark is a particle, and none begins a clause.
    return bool(strange - part.found.named) or (len(words) > 1 and words[0] in CLOSING)


def _own(part: Part) -> frozenset[str]:
    key = part.item.key if part.item is not None else ""
    return part.catalogue.every_word(key) | part.catalogue.words_of(key)
