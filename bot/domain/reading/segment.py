"""The part of a message that is about one item."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.naming.mention import Mention


@dataclass(slots=True)
class Segment:
    """The part of a message, from token `start` to `end`, that is about one item.

    `keys`: one, several candidates, or none. `named`: the text names it; `unknown`: the text names
    something that is no item of the ward; `sure` is false when it only resembles the names of `keys`.
    `elsewhere`: its words speak of one of `keys` rather than of the item that was told of last.
    """

    start: int
    end: int
    keys: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()
    named: bool = False
    unknown: bool = False
    sure: bool = True
    elsewhere: bool = False
    quantities: list[Quantity] = field(default_factory=list)
    mention: Mention | None = None
