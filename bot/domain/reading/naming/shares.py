"""What a unit's share of a collected indicator is called: by the unit, by the indicator, by both together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading.vocabulary.naming import SHORT_UNITS
from bot.domain.reading.words import fold, normalise, words_of

_NUMBERED = re.compile(
    r"\b(?:to dan pho|tdp|to|khu pho|kp|khom|thon|ap|lang) ?(?:so )?0*(\d{1,3})(?![\d%]|[.,/]\d)"
)

_FOLLOWED = re.compile(
    r"(?<=\d) (?=(?:to dan pho|tdp|to|khu pho|kp|khom|thon|ap)(?: so)? ?\d{1,3}(?: ?[:=-] ?| la | co | )\d)"
)


def unit_names(name: str) -> tuple[str, ...]:
    """What a unit is called in messages: "to dan pho so 5" is "tdp 5" and "tổ 5" too; without marks."""
    words = tuple(word for word in words_of(name) if word != "so")
    names = [" ".join(words_of(name)), " ".join(words)]
    for kind, shorts in SHORT_UNITS.items():
        size = len(kind.split())
        if " ".join(words[:size]) == kind and len(words) > size:
            names += [" ".join((short, *words[size:])).strip() for short in shorts]
    return tuple(dict.fromkeys(names))


def share_names(line: Sequence[str], unit: str) -> tuple[str, ...]:
    """The names of a share, from those of its indicator and its unit: "rác", "tdp 5", "rác tdp 5", …"""
    units = unit_names(unit)
    both = [joined for one in line for two in units for joined in (f"{one} {two}", f"{two} {one}")]
    return tuple(dict.fromkeys((*line, *units, *both)))


def names_another(text: str, unit: str) -> bool:
    """True when a text numbers a unit, and not this one: "tdp 15 118 hộ" of Tổ dân phố số 5."""
    said = {int(number) for number in _NUMBERED.findall(fold(text))}
    own = _NUMBERED.search(fold(unit))
    return own is not None and bool(said) and int(own[1]) not in said


def units_apart(text: str) -> str:
    """Set a comma between units' figures that follow one another: "tổ 1: 101 tổ 2: 95"."""
    tidy = normalise(text)
    places = [match.end() for match in _FOLLOWED.finditer(fold(tidy))]
    for place in reversed(places):
        tidy = f"{tidy[: place - 1]}, {tidy[place:]}"
    return tidy if places else text
