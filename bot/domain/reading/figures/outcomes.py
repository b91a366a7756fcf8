"""What became of a number of cases, told in counts: "7 vụ thành 6 không thành 1", "10 tin, xong 9"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.percentages import agrees, percentage
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import is_money, is_of_cases, is_part_of
from bot.domain.reading.amounts.wholes import of_whole
from bot.domain.reading.words import Token, words_of

_NOT_YET = frozenset(("khong", "chua", "dang", "con", "ton", "cho", "rot", "truot", "hong"))
_DONE = frozenset(("xong", "thanh", "duoc", "dat", "quyet", "dung"))
_SOLVED = frozenset(("xong", "thanh", "ly", "li", "quyet", "lam", "loi", "xu"))
"""The last word of how cases end, whatever the item is called: "12 đơn xử lý hết 12", "trả lời 11"."""
_ALL = frozenset(("ca", "het", "duoc", "la", "du", "luon", "toan", "bo"))
_ROLES = frozenset(("", "result", "whole", "total", "doing", "left"))
_NO = frozenset(("khong", "chua"))
_PLANS = frozenset(("kh", "hoach", "tieu", "giao", "toan"))
_ALL_OF_IT = 100
_THREE = 3
_FAR = 4
_ABSURD = 2
"""A rate so many times smaller than its plan is none."""


def outcome_of(
    quantities: Sequence[Quantity], item: KnownItem | None, tokens: Sequence[Token]
) -> Quantity | None:
    """The a/b of a rate: the cases there were come first, then those that ended as they should."""
    if item is None or item.unit != "%" or not item.bounded or item.comparator in ("<", "<=", "reduce_by"):
        return None
    counts = [q for q in quantities if not q.aside]
    if not all(_is_count(q) for q in counts) or not 1 < len(counts) <= _THREE:
        return None
    whole, *parts = counts
    if len(parts) > 1 and sum(part.value for part in parts) != whole.value:
        return None
    open_yet = [part for part in parts if _NOT_YET & set(_said(part, counts, tokens))]
    if _NOT_YET & set(_before(whole, counts, tokens)) or any(part.value > whole.value for part in parts):
        return None
    if len(parts) == len(open_yet) == 1:
        return _all_but(whole, parts[0], item, tokens)
    done = [part for part in parts if part not in open_yet]
    sure = len(parts) > 1 or (bool(done) and _is_of_cases(whole, done[0], item, tokens))
    return replace(done[0], over=whole, role="", flaw=None) if sure and len(done) == 1 else None


def in_parts(
    quantities: Sequence[Quantity], rate: Quantity, item: KnownItem | None, tokens: Sequence[Token]
) -> Quantity | None:
    """The a/b beside its percentage: "cân 655 cháu, 45 cháu SDD, chiếm 6,87%", "nhận 42 tin, xong 39, 95,8%".

    Two counts of one kind that make the percentage are its parts. Two that are told as parts and make another
    one are so too: which of the three numbers is wrong, only the person knows.
    """
    counts = [q for q in quantities if not q.aside and _is_count(q) and not q.is_rate]
    if item is None or item.unit != "%" or not item.bounded or rate.role in ("delta", "fall"):
        return None
    pairs = [
        replace(part, over=whole, role="", flaw=None)
        for part in counts
        for whole in counts
        if part.value < whole.value and is_part_of(part, whole) and _is_share(part, whole, rate)
    ]
    if len(pairs) == 1 and rate.value != _ALL_OF_IT:
        return pairs[0]
    told = of_whole(counts) or outcome_of(counts, item, tokens)
    if told is None or told.over is None or told.value > told.over.value:
        return None
    of_plan = _PLANS & {token.text for token in tokens[rate.end : rate.end + _FAR]}
    return told if not of_plan or _is_share(told, told.over, rate) else None


def _is_share(part: Quantity, whole: Quantity, rate: Quantity) -> bool:
    exact = percentage(part.value, whole.value)
    return exact is not None and agrees(rate.value, rate.step, exact)


def _all_but(whole: Quantity, rest: Quantity, item: KnownItem, tokens: Sequence[Token]) -> Quantity | None:
    """Read "5 vụ, không thành 1" as 4/5, "42 đơn, chưa giải quyết 2", "còn 2 đơn chưa xong" as 40/42."""
    denied = [one for one in _said(rest, [whole], tokens) if one not in _ALL][:_THREE]
    deed = bool(denied) and denied[0] in _deeds(item) and not _NO.isdisjoint(denied[1:])
    behind = [token.text for token in tokens[rest.end : rest.end + _FAR]]
    behind = behind[behind.index("chua") :] if "chua" in behind[:2] else []
    deed = deed or not _deeds(item).isdisjoint(behind)
    return (
        replace(rest, value=whole.value - rest.value, over=whole, role="result", flaw=None) if deed else None
    )


def others_of(
    main: Quantity | None, quantities: Sequence[Quantity], tokens: Sequence[Token]
) -> list[Quantity]:
    """The numbers that "nhận 8 giải quyết 7 đang xác minh 2" may be of, where the part is not done yet."""
    if main is None or main.over is None or main in quantities:
        return []
    if not _NOT_YET & set(_before(main, quantities, tokens)):
        return []
    return [q for q in quantities if q.role in _ROLES and q.start not in (main.start, main.over.start)]


def _is_count(quantity: Quantity) -> bool:
    whole = quantity.value == quantity.value.to_integral_value() and not quantity.is_percent
    plain = quantity.over is None and quantity.high is None and not is_money(quantity.unit)
    return whole and plain and quantity.role in _ROLES


def _before(quantity: Quantity, counts: Sequence[Quantity], tokens: Sequence[Token]) -> list[str]:
    """The words in front of a number, up to a pause or the number before it."""
    begin = max((one.end for one in counts if one.end <= quantity.start), default=0)
    words: list[str] = []
    for token in reversed(tokens[begin : quantity.start]):
        if not token.is_word:
            break
        words.append(token.text)
    return words[:_FAR]


def _said(quantity: Quantity, counts: Sequence[Quantity], tokens: Sequence[Token]) -> list[str]:
    """The words in front of a number; behind it where it begins its clause: "9 xong, 1 đang làm"."""
    if before := _before(quantity, counts, tokens):
        return before
    end = min((one.start for one in counts if one.start >= quantity.end), default=len(tokens))
    behind = [token.text if token.is_word else "" for token in tokens[quantity.end : end]]
    return behind[: behind.index("") if "" in behind else len(behind)][:_FAR]


def _deeds(item: KnownItem) -> frozenset[str]:
    of_cases = item.unit == "%" and is_of_cases(item)
    return _DONE.intersection(words_of(item.name)) | (_SOLVED if of_cases else {"xong", "thanh"})


def _is_of_cases(whole: Quantity, done: Quantity, item: KnownItem, tokens: Sequence[Token]) -> bool:
    """Tell "5 vụ thành 4" from two rates: the deed stands in front of the second, cases were counted."""
    said = [word for word in _said(done, [whole], tokens) if word not in _ALL]
    counted = whole.unit is not None or whole.soft is not None
    absurd = item.target is not None and max(whole.value, done.value) * _ABSURD < item.target
    return bool(said[:1]) and said[0] in _deeds(item) and (counted or absurd)
