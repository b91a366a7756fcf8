"""A year's number spread over its months in plain words: "phân kỳ việc làm: quý 1: 40; …". Never a result."""

from __future__ import annotations

from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers import finding
from handlers.texts.office import set_phased as texts
from handlers.turn import Turn


def meant(turn: Turn) -> tuple[ItemView, str] | None:
    """The indicator, and the same as it follows /giaochitieu; None where nothing is spread.

    A level that a result is compared with ("việc làm 141, mức phân kỳ 158") spreads nothing.
    """
    folded = fold(turn.words)
    said = texts.IN_STEPS.search(folded)
    if said is None or any(sign.isdigit() for sign in finding.without_codes(turn.words[: said.start()])):
        return None
    first, bare = texts.FIRST_STEP.search(folded, _after_code(turn.words)), texts.BARE_STEPS.search(folded)
    numbered = texts.numbered(bare[2], by_month=bare[1] == "thang") if bare is not None else None
    steps = numbered or (turn.words[first.start() :] if first else None)
    found = turn.ward.catalogue.find(turn.words)
    items = finding.meant(turn.ward, turn.person, [turn.ward.items[one.key] for one in found.items])
    if steps is None or found.guessed or len(items) != 1 or items[0].is_task:
        return None
    return items[0], texts.command_words(items[0], steps)


def _after_code(words: str) -> int:
    """Where the first code of an item ends: its digits are no month."""
    codes = finding.codes_in(words)
    return words.index(codes[0]) + len(codes[0]) if codes else 0
