"""One difficulty cut in two: by a name inside its clause, or by the name of whom help is begged of."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.reading.model import Reading
from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.words import fold, tokenise
from handlers.own_items.loose import WORK, whole_names
from handlers.own_items.weighing import Own
from handlers.own_items.which_item import answers_nothing
from handlers.reporting.in_one_piece import WHOLE
from handlers.texts.correcting.offers import may_hinder
from handlers.texts.reporting import heard_of_items as hears
from handlers.turn import Turn

AROUND = " ,.;:-"


def told(turn: Turn, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings, two that tell one difficulty as one of them."""
    plain = len(found) == 2 and not any(one.doubts or one.value is not None for one in found)
    if not plain or found[1].kind != "obstacle" or not answers_nothing(turn):
        return found
    own = Own.of(turn)
    whole = _named_inside(own, *found) or _begged_of_others(own, *found)
    return (whole,) if whole is not None else found


def _named_inside(own: Own, first: Reading, second: Reading) -> Reading | None:
    """ "Hộ cận nghèo chưa chịu mua bhyt, nói mãi không được": all of what is called by its whole name."""
    called = {key: one for one in whole_names(own) for key in one.keys if len(one.keys) == 1}
    if first.kind != "obstacle" or first.item in called or second.item not in called:
        return None
    start, end = _place(own, first), _place(own, second) + len(second.words)
    if own.turn.words[start + len(first.words) : _begin(own, called[second.item])].strip():
        return None  # a pause, or other words, stand in front of the name
    return replace(second, words=own.turn.words[start:end].strip(AROUND))


def _begged_of_others(own: Own, first: Reading, second: Reading) -> Reading | None:
    """ "…, quân thì mỏng, đề nghị dân quân tăng cường": who is to help has an item, and is not told of it."""
    called = {key for one in whole_names(own) for key in one.keys}
    others = second.item is not None and second.item not in own.views and second.item not in called
    if not others or first.item not in own.views or first.kind not in WORK or not first.words:
        return None
    if hears.BEGS.match(fold(second.words)) is None:
        return None
    start, end = _place(own, first), _place(own, second) + len(second.words)
    words, rule = own.turn.words[start:end].strip(AROUND), WHOLE if may_hinder(first.words) else second.rule
    return replace(second, item=first.item, named=first.named, words=words, span=first.span, rule=rule)


def _place(own: Own, reading: Reading) -> int:
    return max(own.turn.words.find(reading.words), 0)


def _begin(own: Own, mention: Mention) -> int:
    return tokenise(fold(own.turn.words))[mention.start].start
