"""Numbers that a document assigns, told in a sentence: "thành phố giao 8 tỷ 200, NQ 45/NQ-HĐND"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import questions
from db.item_view import ItemView
from handlers import finding
from handlers.office import set_target
from handlers.texts.office import set_target as texts
from handlers.texts.office import target_heard
from handlers.turn import Ask, Reply, Turn

_DIGIT = re.compile(r"\d")


def told(turn: Turn) -> Sequence[Reply] | None:
    """One is shown to be confirmed, of several each is offered. None where a part names no indicator."""
    document = target_heard.DOCUMENT.search(turn.words)
    if document is None:
        return None
    before = turn.words[: document.start()]
    folded = fold(before)
    if target_heard.ASSIGNS.search(folded) is None or target_heard.IS_RESULT.search(folded):
        return None
    basis = target_heard.with_day(document[1].strip())
    found = [_given(turn, part) for part in target_heard.PARTS.split(before) if part.strip()]
    given = [one for one in found if one is not None]
    if not given or len(given) < len(found) or len({item.key for item, _number in given}) < len(given):
        return None
    typed = [f"{item.key} {number} {basis}" for item, number in given]
    if len(typed) == 1:
        turn.words = typed[0]
        return set_target.change(turn)
    choices = tuple(
        Choice(texts.one_of_several(item, number), f"/giaochitieu {said}")
        for (item, number), said in zip(given, typed, strict=True)
    )
    keys = tuple(item.key for item, _number in given)
    return [Reply(texts.one_at_a_time(typed), choices, Ask(questions.MENU, {}), items=keys)]


def _given(turn: Turn, part: str) -> tuple[ItemView, str] | None:
    """The indicator, and the number that is said of it."""
    folded = fold(part)
    for found in reversed(list(target_heard.ASSIGNS.finditer(folded))):
        part = f"{part[: found.start()]} {part[found.end() :]}"
    words = " ".join(part.split())
    coded = finding.by_code(turn.ward, words.split()[0]) if words else None
    if coded is not None:
        item, number = coded, words.split(maxsplit=1)[1:]
        rest = number[0] if number else ""
    else:
        named = turn.ward.catalogue.find(words)
        if named.guessed or named.sure is None:
            return None
        item = turn.ward.items[named.sure.key]
        rest = f"{words[: named.span[0]]} {words[named.span[1] :]}".strip()
    return None if item.is_task or item.parts or not _DIGIT.search(rest) else (item, rest)
