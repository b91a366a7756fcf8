"""Which of a person's items words are about, told by how much of its names and its topics they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.domain.items import KnownItem
from bot.domain.reading.vocabulary import PHRASES
from bot.domain.reading.vocabulary.common_pairs import COMMON, VERBS, WRITTEN_OUT
from bot.domain.reading.vocabulary.generic import DRAWN_UP, GENERIC
from bot.domain.reading.vocabulary.spelling import SHORT_NAMES
from bot.domain.reading.vocabulary.topics import TOPICS
from bot.domain.reading.words import Token, fold, in_names, is_syllable, normalise, tokenise, words_of

Feature = tuple[str, ...]
"""What a text and an item have in common: two words side by side, an abbreviation, a topic."""
Features = Mapping[Feature, float]
SHORT, LONG, ABOUT, SINGLE = 2.0, 1.0, 2.0, 0.5
"""What two words of a short name, two of a full one, a topic, and a single word say for an item."""
SURE = 2.0
LEAD = 1.5
SIDES = frozenset(("thu", "chi"))
"""Of a budget these tell one item from the other; "thứ", "chị" are typed so too without marks."""
_SIDE = re.compile(
    r"\b(?:(?:tong|so|bao|tien|khoan|ben|viec|cong) (thu|chi)\b|(thu|chi)"
    r"(?= (?:duoc|dc|dat|den|tu|het|la|them|ns|nsnn|ngan|luy|lk|thuong|quy|toi)\b| ?\d))"
)
_DRAWN_UP = re.compile(rf"\bxay dung(?= (?:va |cac |nhung |\d+ )?(?:{'|'.join(DRAWN_UP)})\b)")
"""What is drawn up or brought about, and not built: "xây dựng kế hoạch", "xây dựng nếp sống"."""
_SHORTENED = Counter(SHORT_NAMES.values())
_LONG = {
    short: tuple(long.split())
    for long, short in SHORT_NAMES.items()
    if _SHORTENED[short] == 1 and "," not in long and "bao gio" not in long
} | {short: tuple(long.split()) for short, long in WRITTEN_OUT.items()}
"""What is written short in a message or a name; what is short for two things stays as it is."""
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Likely:
    """An item, how much speaks for it, and what."""

    key: str
    weight: float
    said: frozenset[Feature]


def ranked(text: str, items: Sequence[KnownItem], spell: Callable[[list[Token]], None]) -> list[Likely]:
    """The items that the words speak of, the likeliest first."""
    said = _said(text, spell)
    held = {
        item.key: {one: weight for one, weight in features(item).items() if one in said} for item in items
    }
    shared = Counter(one for item in _lines(items) for one in held[item.key])
    found = [
        Likely(key, sum(weight / max(1, shared[one]) for one, weight in common.items()), frozenset(common))
        for key, common in held.items()
        if common
    ]
    return sorted(found, key=lambda one: -one.weight)


def meant(found: Sequence[Likely], items: Mapping[str, KnownItem]) -> tuple[str, ...]:
    """The item of which the words speak for certain, with those of its name; none where unsure."""
    if not found or found[0].weight < SURE:
        return ()
    first = items[found[0].key]
    same = [one.key for one in found if is_same(first, items[one.key])]
    others = [one for one in found if one.key not in same]
    return tuple(same) if all(_is_ahead(found[0], one) for one in others) else ()


def _is_ahead(first: Likely, other: Likely) -> bool:
    """True where the words say much more for the first, or all that they say for the other and more."""
    return first.weight >= LEAD * other.weight or (other.said <= first.said and other.weight < first.weight)


def is_same(one: KnownItem, other: KnownItem) -> bool:
    """True of an indicator and the task that is to reach it: one is called what the other is."""
    if one.key == other.key:
        return True
    names, others = ({fold(each) for each in (item.name, item.short_name)} for item in (one, other))
    return not names.isdisjoint(others)


def _lines(items: Sequence[KnownItem]) -> list[KnownItem]:
    lines: list[KnownItem] = []
    for item in items:
        if not any(is_same(item, one) for one in lines):
            lines.append(item)
    return lines


@lru_cache(maxsize=4096)
def features(item: KnownItem) -> Features:
    """All that may be said of an item, and how much it tells."""
    found: dict[Feature, float] = {}
    names = [(item.name, LONG), *((name, SHORT) for name in (item.short_name, *item.aliases))]
    for name, weight in names:
        words = written_out(words_of(name))
        told = {**_pairs(words, weight), **_letters(words, weight)}
        told |= _single(words) if weight == SHORT else {}
        found |= {one: max(each, found.get(one, 0)) for one, each in told.items()}
    called = f" {' | '.join(_built(_plain(name)) for name, _weight in names)} "
    about = (topic for topic in TOPICS if any(f" {_plain(one)} " in called for one in topic))
    return found | {("topic", topic[0]): ABOUT for topic in about}


def _pairs(words: Sequence[str], weight: float) -> dict[Feature, float]:
    """Words side by side; of what is done everywhere they say half. "5 người" is what is to be reached."""
    pairs = list(pairwise(words))
    common = [pair in COMMON for pair in pairs]
    joins = [before and after for before, after in zip([False, *common], [*common[1:], False], strict=False)]
    told = [pair for at, pair in enumerate(pairs) if not (common[at] or joins[at] or pair[0].isdigit())]
    return {pair: weight / 2 if pair in VERBS else weight for pair in told}


def _letters(words: Sequence[str], weight: float) -> dict[Feature, float]:
    """What is short for something, and the first letters of words side by side: "kdt" of "khu đô thị"."""
    found: dict[Feature, float] = {
        (word,): weight for word in words if not is_syllable(word) and not word[0].isdigit()
    }
    for start in range(len(words)):
        for end in range(start + 2, min(start + _LONGEST, len(words)) + 1):
            letters = "".join(word[0] for word in words[start:end])
            if letters.isalpha() and not is_syllable(letters):
                found[(letters,)] = weight
    return found


def _single(words: Sequence[str]) -> dict[Feature, float]:
    """Words that are common nowhere, and the two sides of a budget."""
    sides: dict[Feature, float] = {("side", word): SHORT for word in words if word in SIDES}
    rare = (word for word in words if is_syllable(word) and len(word) > 2)
    return sides | {(word,): SINGLE for word in rare if word not in GENERIC and word not in PHRASES}


@lru_cache(maxsize=1024)
def _plain(phrase: str) -> str:
    return " ".join(written_out(words_of(phrase)))


def _said(text: str, spell: Callable[[list[Token]], None]) -> set[Feature]:
    tidy = normalise(text)
    tokens = tokenise(fold(tidy))
    spell(tokens)
    words = written_out([in_names(one) for one in tokens])
    heard = {
        ("topic", called[0])
        for called, said in TOPICS.items()
        if any(_is_heard(one, tidy, words) for one in (*called, *said))
    }
    sides = {("side", one) for one in _sides(tidy)}
    return {*pairwise(words), *((word,) for word in words), *heard, *sides}


def _sides(text: str) -> set[str]:
    if text.lower() != fold(text):
        return {*SIDES} & {*re.findall(r"\w+", text.lower())}
    return {side for found in _SIDE.finditer(fold(text)) for side in found.groups() if side}


def _is_heard(phrase: str, text: str, words: Sequence[str]) -> bool:
    plain = _plain(phrase)
    if f" {plain} " not in f" {_built(' '.join(words))} ":
        return False
    if " " in plain or not is_syllable(plain):
        return True
    typed = re.findall(r"\w+", text.lower())
    if text.lower() == fold(text):
        return plain not in GENERIC and plain in typed
    return phrase in typed


def _built(words: str) -> str:
    return _DRAWN_UP.sub("lap", words)


def written_out(words: Sequence[str]) -> list[str]:
    """The words with what is short for several written out: "thcs", "pcgd"."""
    return [part for word in words for part in _LONG.get(word, (word,))]
