"""The tables of words: written so that they can match, each phrase under one idea."""

from __future__ import annotations

import doctest
from collections import Counter

import pytest

from bot.domain.reading import words
from bot.domain.reading.amounts import numbers
from bot.domain.reading.vocabulary import PHRASES, listed
from bot.domain.reading.vocabulary.generic import GENERIC, WEAK
from bot.domain.reading.vocabulary.intents import INTENTS
from bot.domain.reading.vocabulary.naming import DAY_CUES, DOCUMENTS, NAMED_BY, NAMING, PER, STREETS
from bot.domain.reading.vocabulary.spelling import SHORT_NAMES, TEENCODE
from bot.domain.reading.vocabulary.units import ALIKE, MEASURED, SOFT, UNITS

TABLES = [*PHRASES, *GENERIC, *WEAK, *NAMING, *NAMED_BY, *DAY_CUES, *DOCUMENTS, *PER, *STREETS, *SHORT_NAMES]


def test_phrases_are_written_without_marks_in_small_letters() -> None:
    wrong = [phrase for phrase in (*TABLES, *TEENCODE, *TEENCODE.values()) if words.fold(phrase) != phrase]
    assert wrong == []


def test_phrases_are_written_as_they_look_after_spelling_out() -> None:
    wrong = [phrase for phrase in PHRASES if any(word in TEENCODE for word in phrase.split())]
    assert [p for p in wrong if TEENCODE[next(w for w in p.split() if w in TEENCODE)] not in p] == []


def test_an_intent_lists_a_phrase_once() -> None:
    assert [p for phrases in INTENTS.values() for p, n in Counter(phrases).items() if n > 1] == []


def test_groups_of_units_name_known_units() -> None:
    assert {unit for group in ALIKE for unit in group} <= set(UNITS)
    assert set(UNITS) >= SOFT
    assert {"ha", "đồng", "%"} <= MEASURED


@pytest.mark.parametrize("module", [words, numbers, listed])
def test_examples_in_the_code_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
