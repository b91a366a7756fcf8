"""What a number without a name can be a figure of: "27 quán ăn", "655 cháu" are no percentages."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import counts_heads, measure, typed_unit
from bot.domain.reading.scan import Scan
from bot.domain.reading.vocabulary.fillers import CLOSING, FILLERS, POLITE
from bot.domain.reading.vocabulary.units import HEADS

_ADDRESS = frozenset(("em", "con", "nhà", "cháu"))
_NO_NOUNS = (
    POLITE
    | CLOSING
    | frozenset(word for word in FILLERS if " " not in word)
    | frozenset(
        ("deu", "dc", "ke", "tinh", "theo", "hoi", "cao", "thap", "kem", "ngang", "tot", "van", "thui")
    )
)
_NOUNS = frozenset(("ổ", "đêm", "tổ", "lần", "phần", "tháng", "tuần", "ngày", "hộ", "bản", "phòng", "hố"))
"""What without its marks would be a word of no meaning: "ờ", "đếm"."""
_PEOPLE = frozenset(("ban", "be", "dua", "vi", "dc", "ng", "thanh", "chau"))
_LEFT_OUT = frozenset(("target", "phased", "forecast", "each", "why", "compared", "past", "old"))
_MOST = 100


def figures_of(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the numbers that may be figures at all: no price for each, no plan, nothing in brackets."""
    return [q for q in quantities if q.role not in _LEFT_OUT and not q.aside]


def counts_something(quantity: Quantity, found: Scan, own: frozenset[str]) -> bool:
    """Tell the "27" of "27 quán ăn" and of "3 trường" from "97 nhé": a noun says what is counted.

    `own` are the words of the item's names: "97 gia đình văn hóa" is the rate of these.
    """
    if quantity.is_percent or quantity.over is not None or quantity.step < 1:
        return False
    if quantity.unit is not None or (quantity.soft is not None and quantity.soft not in _ADDRESS):
        return True
    noun, typed = _behind(quantity, found)
    return quantity.soft is None and noun.isalpha() and (typed in _NOUNS or noun not in _NO_NOUNS | own)


def may_be_of(quantity: Quantity, item: KnownItem, found: Scan, own: frozenset[str]) -> bool:
    """Tell that a number is no count that is taken for a rate, nor one of something else than the item's.

    A count is no rate but as a part of its whole; "8 đêm" are no people, "22 bạn" may be.
    """
    if quantity.over is not None or typed_unit(quantity, item) == item.unit:
        return True
    if measure(item) == "rate":
        beyond = item.bounded and quantity.value > _MOST
        return not beyond and not counts_heads(quantity, item) and not counts_something(quantity, found, own)
    if quantity.unit is not None or quantity.soft is not None or not counts_something(quantity, found, own):
        return True
    return item.unit in HEADS and _behind(quantity, found)[0] in _PEOPLE


def _behind(quantity: Quantity, found: Scan) -> tuple[str, str]:
    """Return the word behind a number, folded and as it was typed."""
    if quantity.end >= len(found.tokens) or not found.tokens[quantity.end].is_word:
        return "", ""
    token = found.tokens[quantity.end]
    return token.text, found.text[token.start : token.end].lower()
