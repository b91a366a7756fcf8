"""Numbers with what belongs to them: scale, money, unit, the b of a/b, the end of a range."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal

from bot.domain.reading.amounts.numbers import NUMBER_WORDS, number_in_words, parse_number
from bot.domain.reading.amounts.places import names_place
from bot.domain.reading.amounts.quantity import Quantity, quantity_of
from bot.domain.reading.amounts.scaled import SPELT_UNITS, Scaled, unit_at
from bot.domain.reading.amounts.units import are_apart, is_part_of
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.naming import PER
from bot.domain.reading.vocabulary.units import CHILDREN, COUNTED, DIGITS, HEADS, OUT_OF, SOFT
from bot.domain.reading.words import Token

_OUT_OF = Phrases.of({True: OUT_OF})
_CALLED = frozenset(("anh", "chi", "chu", "bac", "co", "ong"))
_LEAST_MONEY = 1000
_SAID_OF_PART = 3  # words
_TENFOLD = frozenset(("chuc", "muoi", "tram", "nghin", "ngan", "trieu", "ty"))


def quantities(
    tokens: Sequence[Token], named: Set[int], *, words_too: bool, marked: Set[int] = frozenset()
) -> list[Quantity]:
    """Return the quantities from left to right. `words_too`: a lone word ("ba") may be a number.

    `marked` are the places of words that their marks make numbers: "sáu", not "sau".
    """
    reader = _Reader(tokens, named, marked, words_too=words_too)
    found: list[Quantity] = []
    place = 0
    while place < len(tokens):
        quantity = reader.whole(place)
        if quantity is not None:
            found.append(quantity)
        place = quantity.end if quantity else place + 1
    return found


class _Reader(Scaled):
    """Reads one quantity at a place of the tokens."""

    def __init__(
        self, tokens: Sequence[Token], named: Set[int], marked: Set[int], *, words_too: bool
    ) -> None:
        super().__init__(tokens, named)
        self.words_too, self.marked = words_too, marked

    def whole(self, place: int) -> Quantity | None:
        """Read a, a/b or a–b at `place`."""
        first = self.operand(place)
        if first is None:
            return None
        return self._ratio(first) or self._range(first) or first

    def operand(self, place: int) -> Quantity | None:
        if place >= len(self.tokens) or place in self.named:
            return None
        is_number = self.tokens[place].kind == "number"
        quantity = self._digits(place) if is_number and not self._goes_on(place) else self._in_words(place)
        if quantity is None:
            return None
        self.scale(quantity)
        self._unit(quantity)
        return self._usable(quantity)

    def _usable(self, quantity: Quantity) -> Quantity | None:
        """Drop lone number words that are ordinary words: "năm nay", "ba Tư", "cho tam dong qua"."""
        if quantity.worded and quantity.unit == "đồng" and quantity.value < _LEAST_MONEY:
            return None
        if not quantity.worded or quantity.end - quantity.start > 1 + (quantity.soft is not None):
            return quantity
        if quantity.start in self.marked and self._are_counted(quantity):
            return quantity
        bare = quantity.soft is None or quantity.soft in COUNTED
        return quantity if quantity.unit is not None or (self.words_too and bare) else None

    def _are_counted(self, quantity: Quantity) -> bool:
        """Tell "sáu em" from "sau em", "năm em", and "bốn căn" from "một lần nữa"."""
        return quantity.soft in CHILDREN or (quantity.soft in COUNTED and quantity.value > 1)

    def _goes_on(self, place: int) -> bool:
        """Tell "2 trăm mười", "1 trăm bốn hai" from "2 trạm", "2 trăm hộ"."""
        if len(self.words[place]) != 1 or self.text(place + 1) != "tram" or place + 1 in self.named:
            return False
        after = self.text(place + 2)
        if after in ("linh", "le"):
            return self.text(place + 3) in DIGITS
        return place + 2 not in self.named and (after in DIGITS or after in ("muoi", "ruoi"))

    def _digits(self, place: int) -> Quantity:
        quantity = quantity_of(place, place + 1, parse_number(self.words[place]))
        if self.text(place + 1) in ("phay", "cham") and self.text(place + 2).isdecimal():  # "99 phẩy 8"
            quantity = quantity_of(
                place, place + 3, parse_number(f"{self.words[place]},{self.text(place + 2)}")
            )
        self._join_groups(quantity)
        before = self.text(place - 1) if place - 1 not in self.named else ""
        if before == "am" or (before == "-" and self.touches(place - 1, place) and self._opens(place - 1)):
            quantity.value, quantity.flaw, quantity.others = -quantity.value, "negative", (quantity.value,)
        return quantity

    def _join_groups(self, quantity: Quantity) -> None:
        """Read "12 575" and "7 512 469 825": groups of three after a space; not the 100 of "15/15 100%"."""
        text, end = self.words[quantity.start], quantity.end
        while (
            text.isdecimal()
            and len(self.words[quantity.start]) <= 3
            and not self.words[quantity.start].startswith("0")
            and end < len(self.tokens)
            and end not in self.named
            and self.text(end).isdecimal()
            and len(self.text(end)) == 3
            and self.text(end + 1)[:1] != "%"
            and self.tokens[end].start == self.tokens[end - 1].end + 1
        ):
            text, end = text + self.text(end), end + 1
        if end == quantity.end:
            return
        if end == quantity.end + 1:
            quantity.flaw, quantity.others = "two_numbers", (quantity.value, Decimal(self.text(end - 1)))
        quantity.value, quantity.end = Decimal(text), end

    def _in_words(self, place: int) -> Quantity | None:
        if not self._may_be_number(place):
            return None
        if self.words[place] == "tam" and self.text(place + 1) in DIGITS and self.text(place + 2) in _TENFOLD:
            return None  # "tầm bốn chục người"
        read = number_in_words(self.tokens, place)
        if read is None or any(p in self.named for p in range(place, read[1])):
            return None
        if self.text(place - 1) in ("thu", "thang", "quy", "hom") and read[0].value < _LEAST_MONEY:
            return None  # "thứ bảy", but "thu bảy tỷ"
        if read[1] == place + 1 and self.words[place] == "khong":
            return None
        if names_place(self.words, place) and unit_at(self.words, read[1]) in (None, *SOFT):
            return None  # "tổ ba còn 4"
        if read[1] == place + 1 and self.text(place - 1) in _CALLED:
            return None  # "anh Tâm", "chị Ba", but "có một trăm hộ", "báo anh hai mươi hộ"
        quantity = quantity_of(place, read[1], read[0])
        quantity.worded = True
        return quantity

    def _may_be_number(self, place: int) -> bool:
        return self.words[place] in NUMBER_WORDS or self.tokens[place].kind == "number"

    def _opens(self, place: int) -> bool:
        """True for a minus sign: nothing, or a space, in front."""
        return place == 0 or (self.tokens[place - 1].kind != "number" and not self.touches(place - 1, place))

    def _unit(self, quantity: Quantity) -> None:
        place = quantity.end
        sign = self.text(place)
        if sign and sign[0] in "%‰":
            quantity.unit, quantity.end = sign[0], place + 1
            return
        if self.text(quantity.start - 1)[:1] == "‰" and quantity.unit is None:
            quantity.unit = "‰"
        hit = self._unit_phrase(place)
        if hit is None:
            self._per(quantity)
            return
        unit, end = hit
        if (unit == "tổ" and self.text(end).isdecimal()) or (unit == "sổ" and self.text(end) == "voi"):
            return  # "114 hộ tổ 5" has a place in it; "19 so với tháng trước" no books
        if unit == "con" and (
            quantity.value % 1  # "99,3 còn tranh chấp" counts no animals
            or self.text(end).isdecimal()
            or self.text(end) in ("lai", "thieu", "no", "khoang")
        ):
            return
        if sign == "d" and not (self.touches(place - 1, place) or quantity.value >= 1000):
            return
        if quantity.unit == "đồng" and unit != "đồng":
            if quantity.scale < 6 or unit in SOFT:
                return
            quantity.unit = None
        if unit in SOFT:
            quantity.soft = unit
        else:
            quantity.unit = unit
        quantity.end = end
        self._per(quantity)

    def _unit_phrase(self, place: int) -> tuple[str, int] | None:
        """Return the unit that begins at a place, and where it ends: "1 hộ so với đầu năm" has no "hồ sơ"."""
        known = place < len(self.words) and place not in self.named
        hit = SPELT_UNITS.at(self.words, place) if known else None
        if hit is not None and hit[0] == "hồ sơ" and self.text(hit[1]) == "voi":
            return "hộ", hit[1] - 1
        if hit is not None and hit[0] == "đồng" and self.text(hit[1]) == "chi":  # "2 đồng chí"
            return "người", hit[1] + 1
        return hit

    def _per(self, quantity: Quantity) -> None:
        """Swallow what a price or an average is per: "64 triệu/người/năm"."""
        while self.text(quantity.end) == "/" and self.text(quantity.end + 1) in PER:
            quantity.per = (*quantity.per, self.text(quantity.end + 1))
            quantity.end += 2

    def _ratio(self, first: Quantity) -> Quantity | None:
        place = self._slash_behind(first)
        if self.text(place) == "/":
            after = place + 1
        else:
            hit = _OUT_OF.at(self.words, place) if place < len(self.words) else None
            if hit is None:
                return None
            after = hit[1]
        second = self.operand(after)
        if second is None or are_apart(first, second):
            return None
        if self.text(place) == "trong" == self.text(after - 1) and not is_part_of(first, second):
            return None
        if first.unit is None and not first.scale and second.scale:
            first = replace(first, value=first.value * 10**second.scale, step=first.step * 10**second.scale)
            first.scale = second.scale
        unit, soft = first.unit or second.unit, first.soft or second.soft
        return replace(first, end=second.end, over=second, unit=unit, soft=soft)

    def _slash_behind(self, first: Quantity) -> int:
        """Return where the b begins, behind the number or words of it: "3 em nghỉ ngang / 1.246 em"."""
        place = first.end
        while place < len(self.tokens) and self.tokens[place].is_word and place - first.end < _SAID_OF_PART:
            place += 1
        counted = (first.unit or first.soft) in HEADS and self.text(place) == "/"
        second = self.operand(place + 1) if counted else None
        people = second is not None and (second.unit or second.soft) in HEADS
        return place if people and second is not None and second.value >= first.value else first.end

    def _range(self, first: Quantity) -> Quantity | None:
        place = first.end
        dash = self.text(place) == "-" and place + 1 < len(self.tokens)
        if not dash and self.text(place) not in ("den", "toi", "hoac", "hay"):
            return None
        if self.text(place) in ("hoac", "hay") and self.text(place + 1) == "la":
            place += 1
        if dash and self.touches(place - 1, place) != self.touches(place, place + 1):
            uneven = self.tokens[place + 1].kind == "number" and first.value < 10**9
            if not uneven or self.touches(place, place + 1):
                return None
        second = self.operand(place + 1)
        if second is None or second.value <= first.value or are_apart(first, second):
            return None
        if not first.scale and second.scale:
            first = replace(first, value=first.value * 10**second.scale, scale=second.scale)
        unit, soft = first.unit or second.unit, first.soft or second.soft
        return replace(first, end=second.end, high=second.value, flaw="range", unit=unit, soft=soft)


__all__ = ["quantities", "unit_at"]
