"""What a rate does not hold yet, told in front of it: "thiếu 3 bé chưa cân, tỷ lệ sdd tạm tính 10,5"."""

from __future__ import annotations

import re

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from handlers.doubting.kept import NUMBERS

_RATES = frozenset({"%", "‰"})
_COUNT = r"(?:khoang |hon |gan )?\d+ [a-z]+(?: [a-z]+){0,3}"
_LEFT = re.compile(
    rf"(?:(?:do|vi|tai|hien|dang|van|moi|con|em|da) )*(?:thieu|sot|vang|tru|chua (?:tinh|ke|gom)) {_COUNT}"
    rf"|(?:(?:hien|dang|van|con|co) )*{_COUNT} chua(?: [a-z]+){{1,5}}"
)
"""So many whom the figure that follows leaves out."""


def left_out(words: str, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings without that of those who are missing: a count of people is no rate of another item."""
    rates = [one for one in found if one.named and one.kind in NUMBERS and one.unit in _RATES]
    others = [one for one in found if one not in rates]
    if len(rates) != 1 or len(others) != 1 or (others[0].named and not others[0].doubts):
        return found
    first = re.split(r"[;\n]|[,.](?!\d)", words, maxsplit=1)[0]
    is_first = others[0].span[0] <= len(first) < rates[0].span[0]
    told = " ".join(fold(first).split()).strip(" .!-+*")
    return tuple(rates) if is_first and _LEFT.fullmatch(told) else found
