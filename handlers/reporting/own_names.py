"""Whose item a message is about when it names none for certain: its first words, whose letter came last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.words import fold, tokenise, words_of
from bot.domain.targets import Target
from db import questions
from db.item_view import ItemView
from handlers import rights
from handlers.doubting.kept import NUMBERS
from handlers.doubting.money import is_other_measure
from handlers.reporting import by_own_words
from handlers.reporting.figure_row import line_of
from handlers.texts.reporting.choices import UNNAMED
from handlers.turn import Turn

LEAST = 2
"""So many first words at least are a part of a name."""
MOST = 6
_POLITE = POLITE - {"nha"}  # "nhà trường"
_WHOLE = frozenset({"code", "name"})
_STATES = frozenset({"done", "not_done", "in_progress", "obstacle", "ambiguous"})


def called(turn: Turn, words: str) -> list[ItemView]:
    """The person's own items whose names hold the first words: "khu đô thị" of "Khu đô thị văn minh …"."""
    said = _said(words)
    own = turn.ward.duties((turn.owner or turn.person).id)
    held = {item.key: _held(item, said) for item in own}
    found = [item for item in own if held[item.key] >= LEAST]
    return sorted(found, key=lambda item: -held[item.key])[:MOST]


def begun(turn: Turn, words: str) -> list[ItemView]:
    """The own indicators of which the words begin with the most of a name."""
    own = [item for item in called(turn, words) if not item.is_task]
    said = _said(words)
    return [item for item in own if _held(item, said) == _held(own[0], said)][:LEAST]


def _said(words: str) -> list[str]:
    return [word for word in words_of(words) if word not in _POLITE]


def _held(item: ItemView, said: Sequence[str]) -> int:
    """How many of the first words stand side by side in one of the item's names."""
    names = [f" {name} " for name in _names(item)]
    sizes = range(min(MOST, len(said)), LEAST - 1, -1)
    return next((size for size in sizes if any(f" {' '.join(said[:size])} " in name for name in names)), 0)


def _names(item: ItemView) -> Sequence[str]:
    return [" ".join(words_of(name)) for name in (item.name, item.short_name, *item.aliases)]


def doubted(turn: Turn, reading: Reading) -> Reading:
    """The reading with the question which item is meant, where its own words speak against its item.

    An item that is named for certain stays, and so does what was replied to, picked or is asked about.
    """
    if turn.message.reply_to or (turn.question is not None and turn.question.answer is not None):
        return reading
    return _not_of_others(turn, _of_first_words(turn, _of_nothing_known(turn, _of_letter(turn, reading))))


def _of_nothing_known(turn: Turn, reading: Reading) -> Reading:
    """ "Thư viện ổn định", after talk of an item that is called otherwise: asked whether it is meant."""
    item = turn.ward.items.get(reading.item or "")
    if reading.kind != "done" or reading.named or reading.doubts or item is None or item.target is None:
        return reading
    if not item.target.is_told_as_it_goes:
        return reading
    clause = _clause_of(turn.words, reading).partition("\n")[0]
    return (
        replace(reading, doubts=(Doubt("no_indicator", (reading,)),))
        if by_own_words.is_of_another(item, clause)
        else reading
    )


def _of_first_words(turn: Turn, reading: Reading) -> Reading:
    """ "Khu đô thị đang trình hồ sơ" after talk about another item; "công an đạt tiên tiến" of the police."""
    item = turn.ward.items.get(reading.item or "")
    mine = item is None or _may_report(turn, item)
    surely = mine and (reading.value is not None or (item is not None and reading.named))
    asked = any(one.candidates and one.reason not in UNNAMED for one in reading.doubts)
    if surely or asked or reading.kind not in {*_STATES, *NUMBERS}:
        return reading
    own = called(turn, _clause_of(turn.words, reading))
    if not own or item in own:
        return _of_nobody(turn, reading) if not mine else reading
    offered = tuple(told for one in own if (told := _told_of(one, reading, turn.words)) is not None)
    return replace(reading, item=None, doubts=(Doubt("which_indicator", offered),)) if offered else reading


def _of_nobody(turn: Turn, reading: Reading) -> Reading:
    """ "Hộ kinh doanh mới 5 hộ", of which a part of another's item's name reminds, in another unit: asked."""
    if [doubt.reason for doubt in reading.doubts[:1]] != ["unit_mismatch"]:
        return reading
    folded = fold(turn.words)
    named = turn.ward.whole_catalogue.mentions(tokenise(folded), folded)
    whole = any(reading.item in one.keys and one.strength in _WHOLE for one in named)
    return reading if whole else replace(reading, item=None, named=False, doubts=(Doubt("no_indicator"),))


def _clause_of(text: str, reading: Reading) -> str:
    """What a reading stands in, from the sign before it on."""
    start = max(text.rfind(sign, 0, reading.span[0]) for sign in ("\n", ", ", ";"))
    return text[start + 1 :]


def _told_of(item: ItemView, reading: Reading, text: str) -> Reading | None:
    """The same told of an item; "vẫn như cũ" of an indicator is that it is kept; a grade, of one."""
    if item.target is not None and item.target.grade is not None and reading.kind == "done":
        grade = _ends_like(item.target, fold(line_of(text, reading)))
        return replace(reading, item=item.key, named=False, words=grade, doubts=()) if grade else None
    if reading.value is not None and not reading.none_arose:
        return _number_of(item, reading, text)
    if reading.kind != "ambiguous":
        return replace(reading, item=item.key, named=False, doubts=())
    state = reading.status or ("in_progress" if item.is_task else "done")
    return replace(reading, item=item.key, named=False, kind=state, status=state, doubts=())


def _number_of(item: ItemView, reading: Reading, text: str) -> Reading | None:
    """A number told of an item that counts such; of a task, words of how it goes."""
    words = line_of(text, reading).strip(" ,;.-")
    if item.is_task:
        return Reading(
            "in_progress", item.key, status="in_progress", words=words, span=reading.span, rule="own words"
        )
    unit = item.target.unit if item.target is not None else None
    counted = unit is not None and (reading.unit is None or fold(unit) == fold(reading.unit))
    kind = "figure" if reading.kind == "ambiguous" else reading.kind
    return replace(reading, item=item.key, named=False, kind=kind, unit=unit, doubts=()) if counted else None


def _ends_like(target: Target, folded: str) -> str | None:
    """The grade of the scale of which at least the last two words are said: "tiên tiến"."""
    scale = dict.fromkeys((*target.scale, *filter(None, (target.grade,))))
    return next((one for one in scale if " ".join(words_of(one)[-LEAST:]) in folded), None)


def _of_letter(turn: Turn, reading: Reading) -> Reading:
    """Words without a name, after a letter about somebody else's item: "12" of a head who was told of it."""
    item = turn.ward.items.get(reading.item or "")
    told = item is not None and item.key in turn.context_items and not (reading.named or reading.doubts)
    if item is None or not told or reading.kind not in {*NUMBERS, *_STATES}:
        return reading
    if own := _of_own(turn, reading, item):
        return replace(reading, item=None, doubts=(Doubt("which_indicator", own),))
    asked = turn.answered or turn.question is not None
    if asked or rights.is_asked(turn.ward, turn.person, item.owner_id):
        return reading
    return replace(reading, doubts=(Doubt("no_indicator", (reading,)),))


def _of_own(turn: Turn, reading: Reading, item: ItemView) -> tuple[Reading, ...]:
    """The same told of own items that have the first word in their names, and a letter's item has not.

    "Chợ không có vi phạm" of who answers for a market, after a letter about a colleague's item.
    """
    first = next(iter(turn.words.lower().split()), "")
    asked = turn.question is not None and turn.question.kind != questions.MENU
    if asked or turn.owner is not None or item.owner_id == turn.person.id or len(first) < LEAST:
        return ()
    if first in _first_words(item) or fold(first) in _POLITE:
        return ()
    own = [one for one in turn.ward.duties(turn.person.id) if first in _first_words(one)]
    if reading.none_arose:
        return tuple(replace(reading, item=one.key, named=False, doubts=()) for one in own)
    told = (_told_of(one, reading, turn.words) for one in own if reading.value is None)
    return tuple(one for one in told if one is not None)


def _first_words(item: ItemView) -> set[str]:
    """The words of an item's short names, as they are written."""
    return {word for name in (item.short_name, *item.aliases) for word in re.findall(r"\w+", name.lower())}


def _not_of_others(turn: Turn, reading: Reading) -> Reading:
    """Guesses of which none is the person's to report on, in a measure it can have: what is his instead."""
    doubt = reading.doubts[0] if reading.doubts else None
    if doubt is None or doubt.reason not in UNNAMED or reading.named or not doubt.candidates:
        return reading
    if any(_may_be(turn, one) for one in doubt.candidates) or not _named(turn).isdisjoint(_keys(doubt)):
        return reading
    return replace(reading, doubts=(replace(doubt, candidates=_counted_alike(turn, reading)),))


def _named(turn: Turn) -> set[str]:
    """The keys of the items that the message names, in whole or in part."""
    folded = fold(turn.words)
    return {key for one in turn.ward.whole_catalogue.mentions(tokenise(folded), folded) for key in one.keys}


def _keys(doubt: Doubt) -> list[str]:
    return [one.item for one in doubt.candidates if one.item]


def _may_be(turn: Turn, reading: Reading) -> bool:
    item = turn.ward.items.get(reading.item or "")
    return item is not None and _may_report(turn, item) and not is_other_measure(reading, item)


def _may_report(turn: Turn, item: ItemView | None) -> bool:
    return item is not None and rights.may_speak(turn.ward, turn.person, item)


def _counted_alike(turn: Turn, reading: Reading) -> tuple[Reading, ...]:
    """The same of the person's own items that are counted in the unit typed."""
    if reading.kind not in {*NUMBERS, "ambiguous"} or reading.value is None or reading.unit is None:
        return ()
    own = turn.ward.duties((turn.owner or turn.person).id)
    alike = [
        one for one in own if one.target is not None and fold(one.target.unit or "") == fold(reading.unit)
    ]
    plain = replace(reading, kind="figure", doubts=())
    return tuple(replace(plain, item=one.key) for one in alike)
