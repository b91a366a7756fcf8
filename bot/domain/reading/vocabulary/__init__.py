"""The words that the reading of messages knows. Plain lists, written without marks: add a phrase, no code.

Every phrase stands as it looks without marks and in small letters ("khong phat sinh"): people type with and
without marks, so marks never decide. `tests/reading` fails when a phrase is written otherwise.
"""

from __future__ import annotations

from bot.domain.reading.vocabulary.fillers import FILLERS
from bot.domain.reading.vocabulary.intents import INTENTS
from bot.domain.reading.vocabulary.roles import NOW, QUALIFIERS, ROLES, THEN
from bot.domain.reading.vocabulary.slips import TAKEN_OFF, TAKING_OFF
from bot.domain.reading.vocabulary.units import UNITS

_SAID = [phrases for label, phrases in INTENTS.items() if label != "harmless"]  # those may be in names

_COUNTED = (*ROLES.values(), *QUALIFIERS.values(), *UNITS.values())

# Every phrase that a report is made of, apart from the names of items, and every word in them.
PHRASES: tuple[str, ...] = tuple(
    phrase for phrases in (*_SAID, *_COUNTED, FILLERS, THEN, NOW, TAKEN_OFF, TAKING_OFF) for phrase in phrases
)
LANGUAGE: frozenset[str] = frozenset(word for phrase in PHRASES for word in phrase.split())
UNIT_WORDS: frozenset[str] = frozenset(phrase.split()[0] for phrases in UNITS.values() for phrase in phrases)
