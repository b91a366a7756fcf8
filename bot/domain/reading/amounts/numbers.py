"""Numbers as the plans print them and as people type them, exact, with what is doubtful about each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.reading.model import Reason
from bot.domain.reading.vocabulary.units import DIGITS
from bot.domain.reading.words import Token

_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3}){2,}")
_MIXED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+")
_LONGEST = 15  # digits: a longer number is an account or a telephone, not a figure
_TENS, _HUNDREDS, _THOUSANDS = "muoi", "tram", ("nghin", "ngan")
_POINTS = frozenset(("phay", "cham"))
_ODD = frozenset(("linh", "le"))
YEARS_BEHIND = frozenset(("nay", "qua", "truoc", "ngoai", "roi", "toi", "hoc"))  # behind "năm", a year
_DIGIT_OF = {str(value): word for word, value in DIGITS.items()}
_SCALES = {"nghin": 1000, "ngan": 1000, "trieu": 10**6, "ty": 10**9, "ti": 10**9}
NUMBER_WORDS = frozenset((*DIGITS, *_SCALES, "muoi", "chuc", "tram", *_ODD, "ruoi", *_POINTS))


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number. `decimals` is how many were typed; `flaw` why it must be asked, `others` what else it
    may be. `grouped` is true when a dot was read as a thousands mark once ("1.302"): with a unit that can be
    half it may also be a decimal.
    """

    value: Decimal
    decimals: int = 0
    flaw: Reason | None = None
    others: tuple[Decimal, ...] = ()
    grouped: bool = False


def parse_number(text: str) -> Number:
    """Read digits with their dots and commas.

    >>> parse_number("7.512.469").value, parse_number("97,5").value, parse_number("88.5").value
    (Decimal('7512469'), Decimal('97.5'), Decimal('88.5'))
    >>> parse_number("2,803").flaw, parse_number("12.5754").flaw
    ('thousands_slip', 'malformed_number')
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) > _LONGEST:
        return Number(Decimal(digits), 0, "malformed_number")
    if text == digits:
        return Number(Decimal(digits))
    if _MIXED.fullmatch(text):
        whole, _, fraction = text.replace(",", ".").rpartition(".")
        return _decimal(whole.replace(".", ""), fraction)
    if len(text) == len(digits) + 1:
        return _with_one_mark(text, digits)
    if _GROUPS.fullmatch(text):
        return Number(Decimal(digits))
    return Number(Decimal(digits), 0, "malformed_number")


def _with_one_mark(text: str, digits: str) -> Number:
    """Read a number with one dot or comma: by how many digits follow it."""
    mark = "." if "." in text else ","
    head, _, tail = text.partition(mark)
    if len(tail) < 3 or head == "0":
        return _decimal(head, tail)
    if mark == ",":
        if len(tail) != 3:
            return _decimal(head, tail)
        return Number(Decimal(digits), 0, "thousands_slip", (Decimal(f"{head}.{tail}"),))
    if _GROUPS.fullmatch(text):
        return Number(Decimal(digits), grouped=True)
    return Number(Decimal(digits), 0, "malformed_number", (Decimal(f"{head}.{tail}"),))


def _decimal(whole: str, fraction: str) -> Number:
    return Number(Decimal(f"{whole}.{fraction}"), len(fraction))


def number_in_words(tokens: Sequence[Token], start: int) -> tuple[Number, int] | None:
    """Read a number in words at `start`: "hai trăm mười", "tám mươi tám phẩy năm", "một trăm hai" (120).

    Telephones write "2 trăm mười" too. Returns the number and the place after it. A single word counts as
    one here; whether "năm" or "ba" is a number at all is for the caller to judge by what follows.
    """
    words = [t.text if t.is_word else "" for t in tokens[start : start + 16]]
    words[:1] = [_DIGIT_OF.get(tokens[start].text, words[0])]
    if words[:1] in (["lam"], ["tu"]):  # "lăm" and "tư" only follow "mươi"; "làm", "từ" are everywhere
        return None
    if (spelt := _one_by_one(words)) is not None:
        return Number(Decimal(spelt)), start + 3
    whole, place = _whole(words)
    if place == 0:
        return None
    if words[place : place + 1] and words[place] in _POINTS:
        digits, after = _digits(words, place + 1)
        if digits:
            return _decimal(str(whole), digits), start + after
    if place == 2 and words[2:3] == ["ruoi"] and _are_digits(words[:2]):
        return _decimal(str(whole), "5"), start + 3  # "chín chín rưỡi"
    return Number(Decimal(whole)), start + place


def tail_in_words(tokens: Sequence[Token], start: int) -> tuple[str, int] | None:
    """Return the digits that "chín", "tư", "hai trăm" behind "5 tỷ" stand for, and the place after."""
    words = [t.text if t.is_word else "" for t in tokens[start : start + 6]]
    value, used = _below_thousand(words, inside=False)
    second = words[1] if used == 1 and 0 < value < 10 and len(words) > 1 else ""
    if DIGITS.get(second) and second != "nam":  # "chín hai", but "một năm"
        return f"{value}{DIGITS[second]}", start + 2
    return (str(value), start + used) if value else None


def _are_digits(words: Sequence[str]) -> bool:
    return all(DIGITS.get(word) for word in words)


def _one_by_one(words: Sequence[str]) -> int | None:
    """Read "hai không sáu", "hai linh sáu": 206."""
    if len(words) < 3 or words[1] not in ("khong", "linh") or not _are_digits((words[0], words[2])):
        return None
    return DIGITS[words[0]] * 100 + DIGITS[words[2]]


def _digits(words: Sequence[str], place: int) -> tuple[str, int]:
    """Read what stands after "phẩy": digit by digit ("không năm") or as a number ("hai mươi lăm")."""
    zeros = ""
    while words[place : place + 1] == ["khong"]:
        zeros, place = zeros + "0", place + 1
    value, used = _below_thousand(words[place:], inside=False)
    if not used:
        return zeros, place
    digits, place = zeros + str(value), place + used
    while used == 1 and (digit := _goes_on(words, place)):
        digits, place = digits + digit, place + 1
    return digits, place


def _goes_on(words: Sequence[str], place: int) -> str:
    """Return the 8 of "phẩy sáu tám"; none of "phẩy tám năm nay", "phẩy năm hai mươi hộ"."""
    digit = _last_digit(words, place)
    following = words[place + 1] if place + 1 < len(words) else ""
    begins = following in (_TENS, "chuc", _HUNDREDS, *_POINTS)
    return "" if begins or not digit else str(digit)


def _whole(words: Sequence[str]) -> tuple[int, int]:
    """Read "hai mươi mốt nghìn ba trăm": groups below a thousand, each with its scale."""
    total, place, scale = 0, 0, 10**12
    while True:
        group, used = _below_thousand(words[place:], inside=place > 0)
        if not used:
            return total, place
        after = words[place + used] if place + used < len(words) else ""
        step = _SCALES.get(after, 1)
        if step >= scale:
            return total, place
        if step == 1 and 1000 < scale < 10**12:
            return total, place  # what "bảy tỷ chín" goes on with depends on what follows
        if step == 1 and place and used == 1 and group < 10 and scale < 10**12:
            return total + group * scale // 10, place + used  # "hai nghìn hai"
        total += group * step
        place += used + (step > 1)
        if step == 1:
            return total, place
        if words[place : place + 1] == ["ruoi"]:
            return total + step // 2, place + 1
        scale = step
        if words[place : place + 1] and words[place] in _ODD and _has_scale(words, place + 1):
            place += 1  # "bảy tỷ lẻ năm triệu"


def _has_scale(words: Sequence[str], place: int) -> bool:
    used = _below_thousand(words[place:], inside=True)[1]
    return bool(used) and words[place + used : place + used + 1] != [] and words[place + used] in _SCALES


def _below_thousand(words: Sequence[str], *, inside: bool) -> tuple[int, int]:
    """Read up to 999. `inside` allows "linh hai" and "không trăm" that only follow a larger group."""
    value, place = _tens(words)
    if words[:1] == [_HUNDREDS] and _are_digits(words[1:3]) and len(words) > 2:
        value, place = 1, 0  # "trăm tư hai"
    elif not place:
        return (0, 0)
    if words[place : place + 1] != [_HUNDREDS] or value > 9 or (value == 0 and not inside):
        return value, place
    value, place = value * 100, place + 1
    if words[place : place + 1] == ["ruoi"]:
        return value + 50, place + 1
    if words[place : place + 1] and words[place] in _ODD:
        digit = DIGITS.get(words[place + 1]) if place + 1 < len(words) else None
        return (value + digit, place + 2) if digit else (value, place)
    rest, used = _tens(words[place:])
    if not used:
        return value, place
    following = words[place + used] if place + used < len(words) else ""
    if rest >= 10 or used > 1 or following in _SCALES:
        return value + rest, place + used
    digit = _last_digit(words, place + used)
    if not rest:  # "hai trăm không sáu" is 206, "hai trăm không phải" a denial
        return (value + digit, place + used + 1) if digit else (value, place)
    return value + rest * 10 + digit, place + used + bool(digit)  # "một trăm hai" is 120


def _last_digit(words: Sequence[str], place: int) -> int:
    """Return the 2 of "một trăm bốn hai", 0 where no digit follows: "mười năm nay"."""
    following, after = (*words[place : place + 2], "", "")[:2]
    return 0 if following == "nam" and after in YEARS_BEHIND else DIGITS.get(following, 0)


def _is_spoken_short(words: Sequence[str]) -> bool:
    """Tell "chín tám phần trăm" and "chín chín phẩy tám" from "hai ba người": about two or three."""
    if len(words) < 3 or words[1] not in DIGITS or not DIGITS[words[0]] or not DIGITS[words[1]]:
        return False
    return words[2] in (*_POINTS, "ruoi") or words[2:4] == ["phan", "tram"]


def _tens(words: Sequence[str]) -> tuple[int, int]:
    """Read up to 99: "mười lăm", "hai mươi mốt", "ba chục", "năm"."""
    if not words:
        return 0, 0
    if words[0] == _TENS:
        digit = _last_digit(words, 1)
        return 10 + digit, 1 + (digit > 0)
    if words[0] not in DIGITS:
        return 0, 0
    value = DIGITS[words[0]]
    if _is_spoken_short(words):  # "chín tám" is 98
        return value * 10 + DIGITS[words[1]], 2
    if words[1:2] == ["lam"] and value:  # "bốn lăm" is 45
        return value * 10 + 5, 2
    if words[1:2] == ["tu"] and value > 1 and _SCALES.keys() & words[2:3]:  # "năm tư tỷ" is 54 of them
        return value * 10 + 4, 2
    if words[1:2] == ["mot"] and value > 1:  # "bảy mốt" is 71
        return value * 10 + 1, 2
    if len(words) < 2 or words[1] not in (_TENS, "chuc") or not value:
        return value, 1
    digit = _last_digit(words, 2)
    return value * 10 + digit, 2 + (digit > 0)
