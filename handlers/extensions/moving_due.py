""" "Sửa hạn NV-006 30/11" from who does not decide on it: it is asked for, and is no progress."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers import rights
from handlers.extensions import extend
from handlers.standings.standing import standing_of
from handlers.subject import single
from handlers.texts.directives.change import OTHER_DAY
from handlers.texts.extensions import moving_due as texts
from handlers.turn import Reply, Turn, UserError


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """A request for more time, in the words of who would set the day; None for everything else."""
    if (said := _other_day(turn)) is not None:
        return said
    if texts.ASKS.search(fold(turn.words)):
        return None
    found = turn.ward.catalogue.find(turn.words)
    item = turn.ward.items.get(found.sure.key) if found.sure and not found.guessed else None
    if item is None or not rights.may_speak(turn.ward, turn.person, item):
        return None
    start, end = found.span
    bare = _without_old_day(f"{turn.words[:start]} {turn.words[end:]}")
    day = find_date(bare, turn.now, expected=True)
    if day is None or turn.person in rights.deciders(turn.ward, item):
        return None
    begins, ends = day.span
    around = " ".join(f"{bare[:begins]} {bare[ends:]}".split())
    moves = texts.MOVES.fullmatch(fold(around))
    return _asked(turn, item, bare[begins:ends], around[slice(*moves.span("why"))]) if moves else None


def _without_old_day(words: str) -> str:
    old = texts.OLD_DAY.search(fold(words))
    return f"{words[: old.start()]}{words[old.end() :]}" if old else words


def _other_day(turn: Turn) -> Sequence[Reply] | None:
    """ "Sai hạn, 27/11 mới đúng" below the order that he got; None for other words."""
    if OTHER_DAY.fullmatch(fold(turn.words).strip()) is None:
        return None
    item, day = turn.ward.items.get(single(turn) or ""), find_date(turn.words, turn.now, expected=True)
    if item is None or day is None or not item.is_task or not rights.may_speak(turn.ward, turn.person, item):
        return None
    begins, ends = day.span
    return (
        None
        if turn.person in rights.deciders(turn.ward, item)
        else _asked(turn, item, turn.words[begins:ends], "")
    )


def _asked(turn: Turn, item: ItemView, day: str, why: str) -> Sequence[Reply]:
    """Raises UserError for a task without a day of its own, and for an earlier one."""
    deciders = rights.deciders(turn.ward, item)
    if item.is_task and item.due_on is None:
        raise UserError(texts.no_own_due(item, deciders))
    due, found = standing_of(turn, item).due, find_date(day, turn.now, expected=True)
    if due is not None and isinstance(found, DateReading) and turn.today <= found.due < due.date():
        raise UserError(texts.earlier(item, due, deciders, found.due))
    return extend.request(turn, item, f"{day} {why}".strip())
