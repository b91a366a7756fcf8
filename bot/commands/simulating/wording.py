"""How officials type: a name and a value in many spellings, and the slips that fingers make."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from bot.commands.simulating.record import Meaning, Utterance
from bot.commands.simulating.truth import MONEY, RATES, is_flow
from bot.domain.reading.words import fold
from db.item_view import ItemView

SLIPS = 0.25
"""Share of figures that are mistyped, where a slip of that kind is possible at all."""
PLAUSIBLE = frozenset({"swap", "extra"})
"""Slips that make a number as good as any: the receipt shows it, and the official mends it."""
STATES = {
    "held": ("duy trì tốt", "đang duy trì", "vẫn duy trì"),
    "in_progress": ("đang thực hiện", "đang làm", "dang lam"),
    "recognised": ("xong", "đã hoàn thành", "da xong"),
    "none_arose": ("không phát sinh", "khong phat sinh", "ko phát sinh"),
    "words": ("giữ vững, ổn định", "on dinh, dam bao", "đảm bảo ổn định"),
    "done": ("xong", "đã xong", "hoàn thành"),
    "obstacle": ("vướng kinh phí", "vướng mặt bằng", "vuong do thieu nguoi"),
}


def utterance(
    item: ItemView, meant: Meaning, last: Decimal | None, random: Random, *, plain: bool = False
) -> Utterance:
    """One line about an item. `plain`: the clearest way there is, after a question that went wrong."""
    if not plain and random.random() < SLIPS and (found := _slipped(item, meant, last, random)):
        return found
    name = item.key if plain else _name(item, random)
    return Utterance(item.key, meant, f"{name} {_value(item, meant, random, plain=plain)}")


def correction(item: ItemView, meant: Meaning, random: Random) -> Utterance:
    """ "Sửa": the right value after one that was recorded wrongly."""
    return Utterance(item.key, meant, f"sửa {item.key} {_value(item, meant, random, plain=True)}")


# --- names and values ----------------------------------------------------------------------------


def _name(item: ItemView, random: Random) -> str:
    names = [item.key, item.short_name, item.short_name, fold(item.short_name)]
    if item.is_task:
        names = [item.key, item.key, item.key.lower(), item.key.replace("-", ""), item.short_name]
    return random.choice(names)


def _value(item: ItemView, meant: Meaning, random: Random, *, plain: bool) -> str:
    target = item.target
    unit = target.unit if target else None
    if meant.stone is not None:
        return _stone(item, meant.stone, random, plain=plain)
    if meant.state in STATES:
        words = STATES[meant.state]
        if meant.state == "held" and target is not None and target.evaluation == "milestone":
            words = STATES["recognised"]
        return words[0] if plain else random.choice(words)
    if meant.numerator is not None and meant.denominator is not None:
        return f"{meant.numerator:f}/{meant.denominator:f}"
    assert meant.value is not None  # noqa: S101 - every other state has words
    if unit == MONEY:
        return _money(meant.value, random, plain=plain)
    if unit in RATES:
        return f"{_comma(meant.value)}{unit}"
    if meant.reads == "change":
        return f"giảm {_comma(meant.value)} {unit}"
    return f"{_comma(meant.value)} {unit}" if plain or random.random() < 0.4 else _comma(meant.value)


def _stone(item: ItemView, name: str, random: Random, *, plain: bool) -> str:
    place = [stone.name for stone in item.milestones].index(name) + 1
    words = (f"mốc {place} xong", f"moc {place} da xong", f"mốc {name} đã xong")
    return words[0] if plain else random.choice(words)


def _money(value: Decimal, random: Random, *, plain: bool) -> str:
    if plain or random.random() < 0.6:
        return f"{_comma((value / 10**9).normalize())} tỷ"
    return f"{_dots(value / 10**6)} {random.choice(('triệu', 'tr', 'trieu'))}"


def _comma(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def _dots(value: Decimal) -> str:
    return f"{int(value):,}".replace(",", ".")


# --- slips ---------------------------------------------------------------------------------------

Slip = Callable[[ItemView, Decimal, Decimal | None], str | None]


def _slipped(item: ItemView, meant: Meaning, last: Decimal | None, random: Random) -> Utterance | None:
    """The line with one mistake in it; None when this figure cannot be mistaken that way."""
    if meant.value is None or meant.state != "value" or meant.reads is not None or item.is_task:
        return None
    found = {name: typed for name, slip in SLIP_KINDS.items() if (typed := slip(item, meant.value, last))}
    if not found:
        return None
    slip = random.choice(list(found))
    typed = found[slip]
    said = Meaning("value", Decimal(typed)) if slip in PLAUSIBLE else None
    return Utterance(item.key, meant, f"{item.key} {typed.replace('.', ',')}", slip, said)


def _mismatch(item: ItemView, value: Decimal, last: Decimal | None) -> str | None:
    """ "201/269 đạt 75,7 %" where it is 74,7 %."""
    del last
    goal = item.target.value if item.target else None
    if (
        not is_flow(item.target)
        or not goal
        or item.target is None
        or item.target.unit == MONEY
        or value > goal
    ):
        return None
    wrong = (value * 100 / goal + 1).quantize(Decimal("0.1"))
    return f"{value:f}/{goal:f} đạt {wrong:f}%"


def _increment(item: ItemView, value: Decimal, last: Decimal | None) -> str | None:
    """What came since last time, instead of the total."""
    if not is_flow(item.target) or last is None or (item.target and item.target.unit == MONEY):
        return None
    grown = value - last
    return f"{grown:f}" if 0 < grown < last and grown != value else None


def _digit(item: ItemView, value: Decimal, last: Decimal | None) -> str | None:
    """A digit too many, ten times beyond both the plan and the last figure."""
    typed = _too_long(item, value)
    known = [number for number in (last, item.target.value if item.target else None) if number]
    if typed is None or not known or typed < max(known) * 10 or typed - max(known) <= 10:
        return None
    return f"{typed:f}"


def _extra(item: ItemView, value: Decimal, last: Decimal | None) -> str | None:
    """A digit too many, where the plan leaves room for it: nobody but the official can see it."""
    typed = _too_long(item, value)
    if typed is None or typed < (last or 0) or _digit(item, value, last) is not None:
        return None
    return f"{typed:f}"


def _too_long(item: ItemView, value: Decimal) -> Decimal | None:
    if not is_flow(item.target) or item.target is None or item.target.unit == MONEY or item.target.whole:
        return None
    return value * 10 + 7


def _swap(item: ItemView, value: Decimal, last: Decimal | None) -> str | None:
    """Two digits in the wrong order, and a number as good as any."""
    digits = f"{value:f}"
    if not is_flow(item.target) or not digits.isdigit() or len(digits) < 2:
        return None
    if item.target and item.target.unit == MONEY:
        return None
    typed = digits[:-2] + digits[-1] + digits[-2]
    return typed if typed[0] != "0" and Decimal(typed) > max(value, last or value) else None


def _no_unit(item: ItemView, value: Decimal, last: Decimal | None) -> str | None:
    """Money in triệu without the word."""
    del last
    if item.target is None or item.target.unit != MONEY or value < 10**6:
        return None
    return f"{value / 10**6:f}".removesuffix(".0")


SLIP_KINDS: dict[str, Slip] = {
    "mismatch": _mismatch,
    "increment": _increment,
    "digit": _digit,
    "extra": _extra,
    "swap": _swap,
    "no_unit": _no_unit,
}
MUST_ASK = frozenset(SLIP_KINDS) - PLAUSIBLE
