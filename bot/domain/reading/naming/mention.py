"""A place in a text that names an item, and what a command or a new alias is found to mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.domain.items import KnownItem

Strength = Literal["code", "name", "part", "weak"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names an item: tokens from `start` to `end`, and the keys it may mean.

    `keys` has one key when the name is sure. `wider` are the keys of all items that the words belong to:
    a typed unit may show that one of those is meant ("đăng ký rác 12 hộ"). `size` counts the words of the
    name, long forms shortened. `inside` are indicators whose names stand inside the name of a task
    ("Vận động BHXH tự nguyện"), or around it ("Giảm nghèo"): a figure is theirs.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    strength: Strength
    wider: tuple[str, ...] = ()
    size: int = 1
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a command names: the items it may mean (one: sure) and where the words stand in the text.

    `guessed`: the words only resemble their names.
    """

    items: tuple[KnownItem, ...] = ()
    span: tuple[int, int] = (0, 0)
    guessed: bool = False

    @property
    def sure(self) -> KnownItem | None:
        """The item, when there is only one candidate."""
        return self.items[0] if len(self.items) == 1 else None


@dataclass(frozen=True, slots=True)
class Collision:
    """Why an alias cannot be taken: `other` (None for an ordinary word) already answers to it."""

    reason: Literal["taken", "ordinary_word", "empty"]
    other: KnownItem | None = None
