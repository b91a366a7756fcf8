"""How officials read what the program answers: what it says it recorded, what it asks, which choice fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.commands.simulating.record import Meaning, Sent, Utterance
from db.item_view import ItemView
from db.ward_view import WardView

AGAIN = ("Đã có từ trước", "Đã nhận từ trước")
"""Said of what was known already: it settles the matter, and nothing new is written down."""
RECORDED = ("Đã ghi nhận", "Đã nhận số liệu", "Đã nhận kết quả", "Đã sửa", "Đã ghi thêm nội dung", *AGAIN)
ORDERED = "Đã ghi nhận chỉ đạo"
"""Said of an order that is understood and waits for its ĐÚNG: no receipt."""
OBSTACLE = "vướng mắc"
STATE_WORDS = {
    "held": ("giữ vững", "duy trì", "hoàn thành", "công nhận"),
    "in_progress": ("đang thực hiện",),
    "none_arose": ("không phát sinh",),
    "words": ("“",),
    "done": ("hoàn thành", "kết quả"),
    "not_done": ("chưa thực hiện",),
}
_AMOUNT = re.compile(r"(-?\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:\s*(tỷ|triệu))?")
_SEVERAL = re.compile(r" \d+ (?:mục|tổ|đơn vị), .*:$")
_RATIO = re.compile(r"([\d.,]+)/([\d.,]+)")
_TOTAL = re.compile(r"lũy kế thành ([^)]*)")
_NUMBERED = re.compile(r"^(\d{1,2})[.)] (.+)$", re.MULTILINE)
_SCALE = {"tỷ": Decimal(10) ** 9, "triệu": Decimal(10) ** 6}
_ROMAN = ("I", "II", "III", "IV")


def amounts(text: str) -> list[Decimal]:
    """Every number in a text as it is printed in Vietnamese, money in đồng."""
    found = []
    for whole, part, scale in _AMOUNT.findall(text):
        plain = whole.replace(".", "") + (f".{part}" if part else "")
        found.append(Decimal(plain) * _SCALE.get(scale, Decimal(1)))
    return found


def receipts(text: str) -> list[str]:
    """What a text says was written down, a line for each thing; the heading of a list goes before each."""
    found: list[str] = []
    heading = ""
    for line in text.splitlines():
        if line.startswith(RECORDED) and not line.startswith(ORDERED):
            heading = line if _SEVERAL.search(line) else ""
            found += [] if heading else [line]
        elif heading and line.startswith("- "):
            found.append(f"{heading} {line[2:]}")
        else:
            heading = ""
    return found


def spoken_of(line: str, said: Sequence[Utterance], ward: WardView) -> Utterance | None:
    """Which of his own lines an official takes a line of the answer to be about: the longest name in it.

    Of an indicator and a task of the same name it is the task where the line has its code.
    """

    def fits(one: Utterance) -> tuple[bool, bool, int]:
        item = ward.items[one.item]
        return (
            re.search(rf"\b{re.escape(item.key)}\b", line) is not None,
            not item.is_task,
            len(item.short_name),
        )

    named = [one for one in said if mentions(line, ward.items[one.item])]
    return max(named, key=fits, default=None)


def mentions(line: str, item: ItemView) -> bool:
    """True when a line names the item: by name or code, a unit's share by its indicator and the unit."""
    unit = item.short_name.rpartition(" – ")[2]
    if item.share_of and item.share_of in line and re.search(rf"{re.escape(unit)}(?!\d)", line):
        return True
    return item.short_name in line or re.search(rf"\b{re.escape(item.key)}\b", line) is not None


def shows(line: str, meaning: Meaning) -> bool:
    """True when a line shows this value; of a label, when it is the value that it would record."""
    if meaning.state == "obstacle":
        return OBSTACLE in line
    if meaning.stone is not None:
        return f"mốc “{meaning.stone}” đã xong" in line
    if meaning.state in STATE_WORDS:
        return any(words in line for words in STATE_WORDS[meaning.state])
    if meaning.numerator is not None:
        pairs = [(amounts(part)[0], amounts(whole)[0]) for part, whole in _RATIO.findall(line)]
        return (meaning.numerator, meaning.denominator) in pairs
    return meaning.value in amounts(line)


def would_record(label: str, meaning: Meaning) -> bool:
    """True when the value that a choice would record is the one meant: the total it makes, or its last."""
    if (total := _TOTAL.search(label)) is not None:
        return meaning.value in amounts(total[1])
    bare = re.sub(r"\s*\([^)]*\)", "", label)
    if meaning.state != "value" or meaning.value is None:
        return shows(bare, meaning)
    if pairs := _RATIO.findall(bare):
        return amounts(pairs[-1][0])[0] == meaning.value
    found = amounts(bare)
    return bool(found) and found[-1] == meaning.value


def choices_of(sent: Sent) -> list[tuple[str, str]]:
    """(label, what to send) of every choice under a message: buttons, or the numbers of the last lines."""
    if sent.choices:
        return list(sent.choices)
    lines = sent.text.splitlines()
    numbered: list[tuple[str, str]] = []
    for line in reversed(lines):
        if (found := _NUMBERED.match(line)) is None:
            break
        numbered.insert(0, (found[2], found[1]))
    return numbered


def fitting_choice(
    sent: Sent, choices: Sequence[tuple[str, str]], said: Sequence[Utterance], ward: WardView
) -> tuple[str, Utterance] | None:
    """What to send to have the right value recorded, and about which line; None when nothing fits."""
    about = [one for one in said if mentions(sent.text, ward.items[one.item])] or list(said)
    for one in about:
        item = ward.items[one.item]
        for label, data in choices:
            elsewhere = any(mentions(label, ward.items[key]) for key in _others(ward, item, said))
            if would_record(label, one.meant) and not elsewhere:
                return data, one
            if mentions(label, item) and one.slip is None and not amounts(_unnamed(label, item)):
                return data, one
    return None


def _unnamed(label: str, item: ItemView) -> str:
    return label.replace(item.key, "").replace(item.short_name, "")


def _others(ward: WardView, item: ItemView, said: Sequence[Utterance]) -> list[str]:
    del said
    return [
        key
        for key, other in ward.items.items()
        if key != item.key
        and item.short_name not in other.short_name
        and key not in item.key
        and other.short_name not in item.short_name
    ]


def period_words(key: str) -> str:
    """A period's key as people say it: "tháng 6/2026"."""
    year, _, part = key.partition("-")
    if not part:
        return f"năm {year}"
    if part[0] == "W":
        return f"tuần {int(part[1:])}/{year}"
    if part[0] == "Q":
        return f"quý {_ROMAN[int(part[1:]) - 1]}/{year}"
    if part == "9M":
        return f"9 tháng năm {year}"
    if part == "NH":
        return f"năm học {int(year) - 1}-{year}"
    if part[:2] == "HK":
        return f"học kỳ {_ROMAN[int(part[2]) - 1]} năm học {int(year) - 1}-{year}"
    if part[0] == "H":
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    return f"tháng {int(part)}/{year}"
