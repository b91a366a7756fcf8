"""A sentence read in pieces that tells of one own item: all its words are of that, numbers and all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.scan import Scan, scan
from bot.domain.reading.states.pleas import pleas
from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.words import fold, words_of
from db.item_view import ItemView
from handlers.reporting.by_own_words import takes_words
from handlers.turn import Turn

AROUND = " ,;.\n-+*•"
WHOLE = "in one piece"
"""The rule of a reading that holds all words of its sentence."""
_ENDS = re.compile(r"[;\n]|\.(?=\s)|\.$")
_STATES = frozenset({"done", "in_progress", "not_done", "question", "obstacle"})
_NUMBERS = frozenset({"figure", "ratio", "percent", "correction"})
_UNKNOWN = frozenset({"no_indicator", "which_indicator", "two_numbers", "unit_mismatch", "date_or_ratio"})
_FEW = 2
_OPENING = POLITE | frozenset(
    words_of("con rieng ve cong tac viec phan cho vu khoan mang cai vi va thi da o")
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands between two full stops, and what was read in it."""

    start: int
    text: str
    found: tuple[Reading, ...]


def told(turn: Turn, words: str, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings, those of one sentence as one where they are pieces of it."""
    if not found or any(one.kind in {"extension", "greeting", "correction"} for one in found):
        return found
    made: list[Reading] = []
    for sentence in _sentences(words, found):
        whole = _whole(turn, sentence) if sentence.found else None
        made += [whole] if whole is not None else sentence.found
    return tuple(made)


def _sentences(words: str, found: Sequence[Reading]) -> Iterator[Sentence]:
    cuts = [0, *(at.end() for at in _ENDS.finditer(words)), len(words)]
    begins = {id(one): _place(words, one) for one in found}
    for start, end in pairwise(cuts):
        inside = [one for one in found if start <= begins[id(one)] < max(end, start + 1)]
        yield Sentence(start, words[start:end], tuple(inside))


def _place(words: str, reading: Reading) -> int:
    """Where a reading stands; that of a state without a place where its words do."""
    meant = (reading, *(one for doubt in reading.doubts for one in doubt.candidates))
    places = [one.span[0] for one in meant if one.span[1]]
    return min(places) if places else max(0, words.find(reading.words))


def _whole(turn: Turn, sentence: Sentence) -> Reading | None:
    seen = scan(sentence.text, turn.ward.whole_catalogue, awaited=False)
    mentions = {key: m for m in reversed(seen.mentions) for key in m.keys}
    if any(one.strength == "code" for one in seen.mentions):
        return None
    named = list(
        dict.fromkeys(one.item for one in sentence.found if one.item and (one.named or not one.doubts))
    )
    items = [item for key in named if (item := turn.ward.items.get(key)) is not None]
    own = {item.key for item in turn.ward.duties((turn.owner or turn.person).id)}
    mine = [item for item in items if item.key in own]
    if not mine or any(_is_figure(turn, one) for one in sentence.found):
        return None
    if pleas(seen, 0, len(seen.tokens)):
        far = any(one.kind == "done" or one.percent_stated is not None for one in sentence.found)
        return None if far else _hindered(sentence, mine)
    if len(sentence.found) == 1 and _is_cut(sentence, mine[0]):
        return replace(sentence.found[0], words=sentence.text.strip(AROUND))
    if len(sentence.found) < 2 or not all(takes_words(item) for item in mine):
        return None
    if any(one.kind == "obstacle" or "obstacle" in one.also for one in sentence.found):
        return None
    if len(mine) == 1:
        strays = [one for one in sentence.found if one.item != mine[0].key]
        return _in_words(sentence, mine[0]) if all(_is_stray(turn, one, own) for one in strays) else None
    opening = [item for item in mine if item.key in mentions and _opens(seen, mentions[item.key].start)]
    if len(opening) == len(mine) or any(_is_stated(one) for one in sentence.found):
        return None
    if opening and opening[0] is mine[0]:
        return _in_words(sentence, mine[0])
    return _one_of(sentence, mine, "in_progress")


def _is_cut(sentence: Sentence, item: ItemView) -> bool:
    """True where the words of a task begin in the middle of a clause, behind what is not just its name."""
    only = sentence.found[0]
    place = sentence.text.find(only.words) if only.words and not only.doubts else 0
    front = sentence.text[: max(place, 0)].rstrip()
    said = tuple(word for word in words_of(front) if word not in _OPENING)
    if not item.is_task or len(said) < _FEW or not front[-1].isalnum():
        return False
    names = [words_of(name) for name in (item.key, item.name, item.short_name, *item.aliases)]
    after = words_of(only.words)[:1]
    inside = bool(after) and any((said[-1], after[0]) in pairwise(name) for name in names)
    return inside or after == ("thi",) or not any({*said} <= {*name} for name in names)


def _hindered(sentence: Sentence, mine: Sequence[ItemView]) -> Reading | None:
    """What hinders, in all its words: of the one item that the sentence tells of, else asked."""
    if len(sentence.found) < 2 and sentence.found[0].kind == "obstacle" and sentence.found[0].doubts:
        return None
    return _one_of(sentence, mine, "obstacle")


def _one_of(sentence: Sentence, mine: Sequence[ItemView], kind: str) -> Reading:
    each = tuple(replace(_in_words(sentence, item), kind=kind) for item in mine)  # type: ignore[arg-type]
    each = tuple(replace(one, status=None) for one in each) if kind == "obstacle" else each
    if len(each) == 1:
        return each[0]
    return replace(
        each[0], item=None, named=False, kind="ambiguous", doubts=(Doubt("which_indicator", each),)
    )


def _in_words(sentence: Sentence, item: ItemView) -> Reading:
    """How the item goes; done where a piece says so and nothing is left over."""
    states = [one.status for one in sentence.found if one.item == item.key and one.status]
    done = states and all(state == "done" for state in states) and not item.is_task
    status = "done" if done else "in_progress"
    span = (sentence.start, sentence.start + len(sentence.text))
    words = sentence.text.strip(AROUND)
    return Reading(status, item.key, named=True, status=status, words=words, span=span, rule=WHOLE)  # type: ignore[arg-type]


def _is_figure(turn: Turn, reading: Reading) -> bool:
    """True of a number that may be an item's own, "bhyt 97%": the sentence is no mere words then."""
    if reading.value is None or reading.none_arose or not reading.item:
        return False
    item = turn.ward.items.get(reading.item)
    counted = item is not None and item.target is not None and item.target.unit is not None
    return counted and reading.kind in _NUMBERS and not {one.reason for one in reading.doubts} & _UNKNOWN


def _is_stray(turn: Turn, reading: Reading, own: set[str]) -> bool:
    """True of a number that no own item counts, and of a name in passing: "với bếp ăn trường mầm non"."""
    if reading.item and reading.item in own:
        return False
    if reading.item:
        return reading.value is None and reading.rule in {"name alone", "words of its own"}
    reasons = {doubt.reason for doubt in reading.doubts}
    if reading.value is None or not reasons <= _UNKNOWN:
        return False
    meant = [turn.ward.items.get(one.item or "") for doubt in reading.doubts for one in doubt.candidates]
    if meant and all(item is not None and item.is_task for item in meant):
        return True
    units = {
        fold(item.target.unit)
        for key in own
        if (item := turn.ward.items[key]).target is not None and item.target.unit is not None
    }
    return fold(reading.unit or "") not in units and (
        reading.unit is not None or _counts_others(turn, reading)
    )


def _counts_others(turn: Turn, reading: Reading) -> bool:
    """Tell the "2 quán" of other things from a bare "2"."""
    behind = words_of(turn.words[reading.span[1] :].partition(",")[0])
    return bool(behind) and behind[0].isalpha() and behind[0] not in UNIT_WORDS


def _is_stated(reading: Reading) -> bool:
    """True of what tells for certain how one of several goes: "rửa xe xong, hoa chưa"."""
    return reading.rule in {"own words", "in words"} or reading.kind in {"done", "not_done"}


def _opens(seen: Scan, place: int) -> bool:
    """True where a name stands at the head of its clause."""
    while place and seen.tokens[place - 1].is_word and seen.tokens[place - 1].text in _OPENING:
        place -= 1
    return place == 0 or not seen.tokens[place - 1].is_word
