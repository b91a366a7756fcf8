"""Whose time a request asks for that names no item for certain: of the own one that its words speak of."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.dates import find_date
from bot.domain.reading.model import Reading
from bot.domain.reading.naming.meant import meant
from handlers.extensions.why import says_why
from handlers.own_items.loose import LITTLE
from handlers.own_items.weighing import Own
from handlers.standings.standing import standings
from handlers.turn import Turn


def told(turn: Turn, asked: Sequence[Reading]) -> tuple[str | None, tuple[str, ...]]:
    """The item that is meant for certain, and those to be offered: of several those with a deadline."""
    own = Own.of(turn, reported=False)
    offered = [one.item or "" for each in asked for doubt in each.doubts for one in doubt.candidates]
    called = [key for key in dict.fromkeys(offered) if key in own.items and _are_called(asked)]
    found = own.ranked(_request(turn), called or None)
    sure = meant(found, own.items)
    keys = called or sure or tuple(one.key for one in found if one.weight >= LITTLE)
    likely = tuple(_dated(turn, keys)) or sure[:1] or tuple(keys)
    is_certain = len(likely) == 1 and bool(called or sure)
    return (likely[0] if is_certain else None), likely


def _are_called(asked: Sequence[Reading]) -> bool:
    """True where the words are a part of the names of several: of no name all own ones are offered."""
    return any(doubt.reason == "which_indicator" for one in asked for doubt in one.doubts)


def _request(turn: Turn) -> str:
    """The clause that holds the day; where it has no more than that, all in front of the reason."""
    why = says_why(turn.words)
    words = turn.words[: why.start()] if why else turn.words
    found = find_date(words, turn.now, expected=True)
    if found is None:
        return words
    start = max(words.rfind(sign, 0, found.span[0]) for sign in (", ", "; ", ". ", "\n")) + 1
    ends = [at for sign in (", ", "; ", ". ", "\n") if (at := words.find(sign, found.span[1])) >= 0]
    return words[start : min(ends, default=len(words))]


def _dated(turn: Turn, keys: Sequence[str]) -> list[str]:
    """Those that a report is owed of by a day."""
    items = [turn.ward.items[key] for key in keys]
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    return [key for key in keys if (one := found.get(key)) and one.due is not None and not one.reported]
