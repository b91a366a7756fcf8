"""One line of `check`: how a part is, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`state` is "tốt", "cần xem" or "lỗi"."""

    state: str
    part: str
    words: str

    @property
    def is_broken(self) -> bool:
        """Whether it keeps the assistant from its work."""
        return self.state == "lỗi"

    def __str__(self) -> str:
        """ "[tốt]      Cơ sở dữ liệu: …": the states stand under each other."""
        return f"{f'[{self.state}]':<10} {self.part}: {self.words}"


def good(part: str, words: str) -> Finding:
    """It is as it should be."""
    return Finding("tốt", part, words)


def look(part: str, words: str) -> Finding:
    """It works, but somebody should look at it."""
    return Finding("cần xem", part, words)


def broken(part: str, words: str) -> Finding:
    """It does not work."""
    return Finding("lỗi", part, words)
