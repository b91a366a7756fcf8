"""Tell "số tháng 9 của bhyt là 99,1", whose figure is of a period, from "so (với) tháng 9", a comparison."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"(?:^|\W)so(?: cua)? $")
_MARKED = re.compile(r"\bsố(?: của)?\s+$", re.IGNORECASE)
_COMPARES = re.compile(
    r"\d|\b(?:so|voi|hon|bang|kem|tang|giam|cao|thap|nhu|giu|nguyen|lay|theo|cung ky|khong doi|doi chieu)\b"
)
"""Words in front of a figure that is only compared with."""
_TELLS = re.compile(r" (?:cua|la|thanh|sua)\b| ?[:=]")


def names_figure(typed: str, before: str, after: str) -> bool:
    """Whether the word "số" in front of a period says whose figure is told: `typed` and `before` are what
    stands there, as it was typed and folded; without marks what comes `after` has to bear it out.
    """
    line = before.rpartition("\n")[2]
    noun = _FIGURE.search(line)
    if noun is None or _COMPARES.search(line[: noun.start()]):
        return False
    return _MARKED.search(typed) is not None or (typed.isascii() and _TELLS.match(after) is not None)
