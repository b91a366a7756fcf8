"""What one item is called: its names, the parts of them, and the single words that may mean it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.items import KnownItem
from bot.domain.reading.naming.names import (
    Words,
    beginnings,
    called_too,
    clauses,
    contract,
    declared,
    kindred,
    parts_of,
)
from bot.domain.reading.vocabulary import LANGUAGE
from bot.domain.reading.vocabulary.generic import ALONE, GENERIC
from bot.domain.reading.words import words_of


@dataclass(frozen=True, slots=True)
class Forms:
    """`own` is what the ward itself calls the item for short; `names` mean it, `parts` and `singles` may.

    `phrases` are what it is declared to be called, with the number of words each has when it is shortened;
    `said` are all their words and those that are said beside them.
    """

    own: frozenset[Words]
    names: tuple[Words, ...]
    parts: tuple[Words, ...]
    singles: tuple[str, ...]
    phrases: Mapping[Words, int]
    said: frozenset[str]


@lru_cache(maxsize=2048)
def forms_of(item: KnownItem) -> Forms:
    """Everything an item is called. A plan in which one task is new has all the others as they were."""
    own = frozenset(words_of(name) for name in (item.short_name, *item.aliases))
    names: dict[Words, None] = {}
    parts: dict[Words, None] = {}
    singles: dict[str, None] = {}
    phrases = declared(item)
    for phrase in (*phrases, *called_too(item, phrases)):
        short = contract(phrase)[0]
        swallowed = len(short) == 1 < len(phrase)  # "suy dinh dưỡng" is less than "SDD nhẹ cân"
        for form in (phrase, short, ("".join(short),)):  # "BHXHTN" is typed without a space
            (parts if form == short and swallowed else names)[form] = None
        parts |= dict.fromkeys(beginnings(phrase) if phrase in own else ())
        singles |= dict.fromkeys(word for word in (*phrase, *short) if _may_stand_alone(word))
    for clause in clauses(item):
        parts |= dict.fromkeys(parts_of(contract(clause)[0]))
    lengths = {form: len(contract(phrase)[0]) for phrase in phrases for form in (phrase, contract(phrase)[0])}
    said = frozenset(word for form in lengths for word in form) | kindred(item)
    return Forms(own, tuple(names), tuple(parts), tuple(singles), lengths, said)


def _may_stand_alone(word: str) -> bool:
    if word in GENERIC and word not in ALONE:
        return False
    return len(word) > 2 and (word not in LANGUAGE or word in ALONE)
