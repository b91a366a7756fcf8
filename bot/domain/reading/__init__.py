"""Text into what was meant: `read` a message against the `Catalogue` of a ward's items, in a `Context`."""

from __future__ import annotations

from bot.domain.reading.model import Context, Doubt, Kind, KnownItem, Reading, Reason
from bot.domain.reading.naming.aliases import Catalogue, alias_collision
from bot.domain.reading.naming.mention import Collision, Found
from bot.domain.reading.read import read

__all__ = [
    "Catalogue",
    "Collision",
    "Context",
    "Doubt",
    "Found",
    "Kind",
    "KnownItem",
    "Reading",
    "Reason",
    "alias_collision",
    "read",
]
