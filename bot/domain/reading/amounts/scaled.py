"""The scale behind a number: "1,2 tỷ", "7 tỷ hai trăm triệu", "128tr5", "5 nghìn"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from decimal import Decimal

from bot.domain.reading.amounts.numbers import NUMBER_WORDS, YEARS_BEHIND, number_in_words, tail_in_words
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.units import ANEW, BEHIND_COUNT, CLOSING, OFTEN_NO_DIGITS, SCALES, UNITS
from bot.domain.reading.words import Token

SPELT_UNITS = Phrases.of({unit: spellings for unit, spellings in UNITS.items() if spellings})
_LEAST_WITH_TAIL = 6
_MONEY = frozenset(("tr", "trieu", "trd", "ty", "ti", "tyd", "ngd"))


class Scaled:
    """The tokens of a message, and how a number among them goes on. `named`: places that hold no number."""

    def __init__(self, tokens: Sequence[Token], named: Set[int]) -> None:
        self.tokens, self.named = tokens, named
        self.words = [t.text for t in tokens]

    def text(self, place: int) -> str:
        """Return the word at a place, "" outside the message."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def touches(self, left: int, right: int) -> bool:
        """Tell whether nothing stands between two tokens."""
        return self.tokens[left].end == self.tokens[right].start

    def scale(self, quantity: Quantity) -> None:
        """Read "1,2 tỷ", "7 tỷ 512tr", "128tr5", "1 tỷ rưỡi", "5 nghìn"; "1t2" is asked."""
        word, after = self.text(quantity.end), self.text(quantity.end + 1)
        if word == "t" and self.touches(quantity.end - 1, quantity.end):
            self._ambiguous_scale(quantity)
            return
        spoken = SCALES.get(self.text(quantity.end - 1), 0) if quantity.worded else 0
        if spoken >= _LEAST_WITH_TAIL and word not in SCALES:  # "bảy tỷ 2"
            self._compound(quantity, spoken)
            return
        power = SCALES.get(word)
        if power is None or (word, after) in (("ty", "le"), ("tram", "y"), ("ti", "em"), ("ti", "nua")):
            return
        small = power < 3 and (
            quantity.worded or (after not in SCALES and not self._counts(quantity.end + 1))
        )
        if small:  # "2 trăm" is a number before a unit only: "2 trạm" is not
            return
        quantity.end += 1
        quantity.scale = power
        self._apply(quantity, power)
        if power < 3 and after in SCALES:
            self.scale(quantity)
            return
        self._compound(quantity, power)
        if word in _MONEY:
            quantity.unit = "đồng"

    def _counts(self, place: int) -> bool:
        return unit_at(self.words, place) is not None

    def _apply(self, quantity: Quantity, power: int) -> None:
        factor = Decimal(10) ** power
        if quantity.flaw == "thousands_slip" and power >= 9:  # "7,512 tỷ" is a decimal
            quantity.value, quantity.flaw, quantity.others = quantity.others[0], None, ()
            quantity.step = Decimal("0.001")
        quantity.value = _plain(quantity.value * factor)
        quantity.step *= factor
        quantity.others = tuple(_plain(other * factor) for other in quantity.others)

    def _compound(self, quantity: Quantity, power: int) -> None:
        place = quantity.end
        following = self.text(place)
        if following == "ruoi":
            quantity.value += Decimal(10) ** power / 2
            quantity.end += 1
            return
        if following in ("le", "linh") and self.text(place + 1).isdecimal():  # "312 triệu lẻ 5 trăm nghìn"
            place, following = place + 1, self.text(place + 1)
        if not following.isdecimal():
            self._compound_in_words(quantity, power)
            self._tail_in_words(quantity, SCALES.get(self.text(quantity.end - 1), 0))
            return
        if place in self.named or self.text(place + 1) in ("%", "‰") or self._is_over(place + 1):
            return
        lower, end = self._scale_words(place + 1)
        if lower and lower < power:
            quantity.value += Decimal(following) * Decimal(10) ** lower
            quantity.step = Decimal(10) ** lower
            quantity.end = end
            self._compound(quantity, lower)
        elif not lower and self._is_fraction(place, following):
            self._add_fraction(quantity, following, power)
            quantity.end = place + 1

    def _is_over(self, place: int) -> bool:
        """Tell the 15/20 of "7 tỷ 15/20 tổ" from "7 tỷ 980 / dự toán 9 tỷ", "7 tỷ 980/9 tỷ 1"."""
        if self.text(place) != "/":
            return False
        is_money = SCALES.get(self.text(place + 2), 0) >= _LEAST_WITH_TAIL
        return self.text(place + 1)[:1].isdecimal() and not is_money

    def _compound_in_words(self, quantity: Quantity, power: int) -> None:
        """Read "7 tỷ hai trăm triệu", "7 tỷ lẻ năm triệu", "7 tỷ không trăm sáu mươi (triệu)"."""
        place = quantity.end
        noughts = (self.text(place), self.text(place + 1)) == ("khong", "tram")
        place += 2 if noughts else 0
        place += self.text(place) in ("le", "linh")
        read = number_in_words(self.tokens, place) if self.text(place) in NUMBER_WORDS else None
        if read is None or not self.named.isdisjoint(range(place, read[1])):
            return
        value = read[0].value
        if noughts and value < 1000 <= 10 ** (power - 3):
            value *= 10 ** (power - 3)
        if 1000 <= value < 10**power:
            quantity.value += value
            quantity.end = read[1]

    def _add_fraction(self, quantity: Quantity, digits: str, power: int) -> None:
        """Add the 5 of "1 tỷ 5"; "1 tỷ 25" is 25 triệu or 1,25 tỷ."""
        part = Decimal(10) ** (power - len(digits))
        whole, quantity.value = quantity.value, quantity.value + Decimal(digits) * part
        quantity.step = part
        if len(digits) == 2 and not self.touches(quantity.end - 1, quantity.end):
            quantity.flaw = "unit_ambiguous"
            quantity.others = (whole + Decimal(digits) * Decimal(10) ** (power - 3),)

    def _tail_in_words(self, quantity: Quantity, power: int) -> None:
        """Read "5 tỷ chín", "7 tỷ hai trăm"; where more is said behind it may be a number of its own."""
        place, read = quantity.end, tail_in_words(self.tokens, quantity.end)
        if read is None or power < _LEAST_WITH_TAIL or not self.named.isdisjoint(range(place, read[1])):
            return
        digits, end = read
        often = end == place + 1 and self.text(place) in OFTEN_NO_DIGITS
        if self._is_counted_apart(place, end, often=often):
            return
        whole, after = quantity.value, self.text(end)
        self._add_fraction(quantity, digits, power)
        if not self._closes(end) and (often or after not in ANEW):
            quantity.flaw, quantity.others = "unit_ambiguous", (*quantity.others, whole)
        quantity.end = end

    def _closes(self, place: int) -> bool:
        """Tell whether an amount is over: nothing follows, a pause, "đồng", "rồi ạ"."""
        return not self.text(place)[:1].isalnum() or self.text(place) in CLOSING

    def _is_counted_apart(self, place: int, end: int, *, often: bool) -> bool:
        """Tell "5 tỷ ba hộ", "5 tỷ năm ngoái", "5 tỷ sau khi" from what may be tenths."""
        after = self.text(end)
        if often and self.text(place) == "nam" and after in YEARS_BEHIND:
            return True
        if self._closes(end):
            return False
        if often:
            return after not in ANEW
        return after in BEHIND_COUNT or self._counts(end) or self.tokens[end].kind == "number"

    def _scale_words(self, place: int) -> tuple[int, int]:
        """Return the power of ten that words such as "trăm nghìn" make together, and the place after them."""
        power = 0
        while self.text(place) in SCALES:
            power, place = power + SCALES[self.text(place)], place + 1
        return power, place

    def _is_fraction(self, place: int, digits: str) -> bool:
        """Tell the 5 of "128tr5", "1 tỷ 5" and "1 tỷ 250" from a number of its own ("1 tỷ 5 hộ")."""
        if self.touches(place - 1, place):
            return len(digits) <= 3
        return len(digits) <= 3 and not self._counts(place + 1)

    def _ambiguous_scale(self, quantity: Quantity) -> None:
        base, place = quantity.value, quantity.end + 1
        if self.text(place).isdecimal() and self.touches(place - 1, place):
            base += Decimal(f"0.{self.text(place)}")
            place += 1
        quantity.end = place
        quantity.flaw, quantity.value = "unit_ambiguous", base * 10**9
        quantity.others = (base * 1000, base * 10**6)


def _plain(value: Decimal) -> Decimal:
    """Return a whole number without a decimal part: 1,2 × 10⁹ is 1200000000, not 1200000000.0."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def unit_at(words: Sequence[str], place: int) -> str | None:
    """Return the unit that begins at a place."""
    hit = SPELT_UNITS.at(words, place) if place < len(words) else None
    return hit[0] if hit else None
