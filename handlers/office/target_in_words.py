"""What is meant as another target, not as a result: "nâng chỉ tiêu BHYT lên 99,9". It is never a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import questions
from db.item_view import ItemView
from handlers import finding, rights
from handlers.office import phased_in_words, set_target, target_given
from handlers.texts.office import set_target as texts
from handlers.texts.office import target_heard
from handlers.turn import Ask, Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """For who sets targets the same as /giaochitieu, which asks for a yes; the others are told who does.

    "Sửa chỉ tiêu BHXH 205" from an official corrects his figure.
    """
    sets, folded = rights.may(turn.person, "set_target"), fold(turn.words)
    if target_heard.ADDS.match(folded):
        return [Reply(texts.by_the_plan(sets=sets))]
    if (spread := phased_in_words.meant(turn)) is not None:
        return _spread(turn, *spread, sets=sets)
    if sets and not target_heard.CHANGES.match(folded) and (given := target_given.told(turn)) is not None:
        return given
    if sets and (asked := _target_or_result(turn) or _changed(turn)) is not None:
        return [asked]
    found = target_heard.CHANGES.match(folded) or (target_heard.MENDS.match(folded) if sets else None)
    if found is None or _is_reached(turn.words):
        return None
    rest = turn.words[found.end() :].strip()
    item = _indicator_with_number(turn, rest)
    if item is None:
        return None
    if not sets:
        return [Reply(texts.clerk_sets(item, turn.words, turn.person))]
    turn.words = rest
    return set_target.change(turn)


def _spread(turn: Turn, item: ItemView, words: str, *, sets: bool) -> Sequence[Reply]:
    """A year's number spread over its months: the table to be confirmed, or who sets it."""
    if not sets:
        return [Reply(texts.clerk_sets(item, turn.words, turn.person))]
    turn.words = words
    return set_target.change(turn)


def _target_or_result(turn: Turn) -> Reply | None:
    """The question which of both is meant, where the words may be either."""
    words, folded = turn.words.strip(), fold(turn.words.strip())
    said, document = target_heard.EITHER.match(folded), target_heard.BY_DOCUMENT.search(folded)
    if said is not None and "dat" not in words[: said.end()].lower().split():
        said = None  # typed with its mark, it is one of both
    if (said is None and document is None) or (target_heard.CHANGES.match(folded) and not _is_reached(words)):
        return None
    start = said.end() if said is not None else 0
    item = _indicator_with_number(turn, words[start : document.start() if document else None].strip())
    if item is None:
        return None
    given = target_heard.GIVEN_BY.match(folded, start)
    typed = (
        f"/giaochitieu {words[given.end() if given else start :].strip()}",
        words[start : document.start() if document else None],
    )
    choices = tuple(
        Choice(label, one.strip())
        for label, one in zip((texts.AS_TARGET, texts.AS_RESULT), typed, strict=True)
    )
    return _either(item, choices)


def _changed(turn: Turn) -> Reply | None:
    """The same question of "… đổi thành 3 hộ", said of another's indicator."""
    words, folded = turn.words.strip(), fold(turn.words.strip())
    to = target_heard.CHANGED_TO.search(folded)
    if to is None or target_heard.CHANGES.match(folded) or target_heard.OF_RESULT.search(folded):
        return None
    bare = f"{words[: to.start()].strip()} {words[to.end() :].strip()}"
    item = _indicator_with_number(turn, bare)
    if item is None or rights.answers_for(turn.ward, turn.person, item):
        return None
    said = ((texts.AS_TARGET, f"/giaochitieu {bare}"), (texts.AS_RESULT, bare))
    return _either(item, tuple(Choice(label, one) for label, one in said))


def _either(item: ItemView, choices: tuple[Choice, ...]) -> Reply:
    # As a question: a document's number makes the words longer than a button's may be.
    return Reply(texts.either(item), choices, Ask(questions.MENU, {}), items=(item.key,))


def _is_reached(words: str) -> bool:
    """ "Đạt chỉ tiêu BHXH 300" is a result; "đặt chỉ tiêu" is typed the same where there are no marks."""
    first = words.split()[0].lower()
    return fold(first) == fold(texts.SETS) and first != texts.SETS


def _indicator_with_number(turn: Turn, words: str) -> ItemView | None:
    """The indicator, the first of several, of which the words say a number."""
    first, _, rest = words.partition(" ")
    if (line := finding.compound(turn.ward, first)) is not None:
        return line if _DIGIT.search(rest) else None
    found = turn.ward.catalogue.find(words)
    beside = words[: found.span[0]] + words[found.span[1] :]
    if found.guessed or not found.items or not _DIGIT.search(beside):
        return None
    item = turn.ward.items[found.items[0].key]
    return None if item.is_task else item


_DIGIT = re.compile(r"\d")
