"""Several items in one message, one told without its name: "thu 7,03 tỷ, các quỹ gom lại 297 triệu"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.naming.meant import meant
from bot.domain.reading.words import fold
from handlers.doubting.kept import NUMBERS
from handlers.own_items import which_figure
from handlers.own_items.loose import WORK, whole_names
from handlers.own_items.weighing import Own
from handlers.own_items.which_item import answers_nothing, of_its_own, settled
from handlers.reporting import clauses
from handlers.reporting.rereading import readings
from handlers.texts.reporting import heard_of_items as hears
from handlers.turn import Turn

_STOPS = ".;!\n"


How = Literal["named", "counted", "meant"]
"""How a clause tells of an item: by its name, by a number that is the item's, by other words."""


@dataclass(slots=True)
class Piece:
    """Clauses that tell of one own item, or of items of one name."""

    start: int
    end: int
    keys: tuple[str, ...]
    how: How


def told(turn: Turn) -> tuple[Reading, ...]:
    """The message read; a piece of it that speaks of another own item for certain is read by itself.

    Everything else is read without it, so that its number is no remark on, or rival of, another one's.
    """
    found = settled(turn, readings(turn))
    heard = {one.item for one in found if not one.doubts}
    pieces = [one for one in _pieces(turn) if heard.isdisjoint(one.keys)] if answers_nothing(turn) else []
    apart = [one for piece in pieces for one in _alone(turn, piece)]
    if not apart:
        return found
    words = turn.words
    turn.words = _without(words, [one for one, _found in apart])
    rest = settled(turn, readings(turn))
    turn.words = words
    return (*rest, *(reading for _piece, told in apart for reading in told))


def _pieces(turn: Turn) -> list[Piece]:
    """The pieces that may be read apart: none unless another item is called by its name, or meant."""
    own = Own.of(turn)
    cut = clauses.of(turn, turn.words)
    if not own.items or len(cut) < 2:
        return []
    pieces: list[Piece] = []
    for clause in cut:
        keys, how = _keys(own, clause)
        same = pieces and (not keys or not pieces[-1].keys or _alike(own, keys, pieces[-1].keys))
        if pieces and (same or not _begins(own, clause, keys, how)):
            pieces[-1].end = clause.start + len(clause.text)
            if not pieces[-1].keys:
                pieces[-1].keys, pieces[-1].how = keys, how
        else:
            pieces.append(Piece(clause.start, clause.start + len(clause.text), keys, how))
    called = {key for one in whole_names(own) for key in one.keys}
    told = [one for one in pieces if one.keys]
    apart = [one for one in told if one.how != "named" and called.isdisjoint(one.keys)]
    return apart if len(told) > 1 else []


def _keys(own: Own, clause: clauses.Clause) -> tuple[tuple[str, ...], How]:
    """The own items that a clause is about, and how it tells of them."""
    if clause.item is not None:
        return (clause.item,), "named"
    numbers = which_figure.numbers_of(own, clause)
    figure = which_figure.of(own, numbers, clause.text, clause.start) if numbers else None
    if figure is not None and figure.item is not None:
        return (figure.item,), "counted"
    return meant(own.ranked(clause.text), own.items), "meant"


def _alike(own: Own, keys: Sequence[str], others: Sequence[str]) -> bool:
    known = [key for key in others if key in own.items]
    return any(own.is_same(one, other) for one in keys if one in own.items for other in known)


def _begins(own: Own, clause: clauses.Clause, keys: Sequence[str], how: How) -> bool:
    """True where another item is spoken of from the first words on: "rác thì …", "nước ngoài 6".

    What was done besides stands behind a comma, too: "nhắc 4 xe đẩy, thu 2 cái biển".
    """
    before = own.turn.words[: clause.start].rstrip()
    text = hears.TURNS.sub("", fold(clause.text).strip(clauses.SIGNS), count=1)
    if how == "meant" and before[-1:] not in _STOPS and hears.TOPIC_FIRST.match(text) is None:
        return False
    head = " ".join(text.split()[: hears.FIRST_WORDS])
    return how == "named" or any(one.key in keys for one in own.ranked(head))


def _alone(turn: Turn, piece: Piece) -> Iterator[tuple[Piece, tuple[Reading, ...]]]:
    """A piece with what it tells as a message of its own, where that is certain, or asked of own items."""
    words = turn.words
    turn.words = " " * piece.start + words[piece.start : piece.end]
    found = of_its_own(turn, readings(turn))
    turn.words = words
    if found and all(_is_of(one, piece.keys) for one in found):
        detail = hears.DETAIL.match(fold(words[piece.start : piece.end]).strip(clauses.SIGNS)) is not None
        yield piece, tuple(_asked(one) if detail else one for one in found)


def _is_of(reading: Reading, keys: Collection[str]) -> bool:
    if reading.kind not in {*NUMBERS, *WORK}:
        return False
    offered = {one.item for doubt in reading.doubts for one in doubt.candidates} or {reading.item}
    return not offered.isdisjoint(keys)


def _asked(reading: Reading) -> Reading:
    """What is told as a part of another item's figure may be no figure of its own."""
    if reading.doubts or reading.kind not in NUMBERS:
        return reading
    return replace(reading, doubts=(Doubt("other_count", (reading,)),))


def _without(words: str, pieces: Sequence[Piece]) -> str:
    for piece in pieces:
        words = words[: piece.start] + " " * (piece.end - piece.start) + words[piece.end :]
    return words
