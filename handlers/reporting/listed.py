"""The numbers of the assistant's own last list: "1. 99,5 2. 205", "mục 3 142", "6 xong" name its items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from bot.domain.reading import read
from bot.domain.reading.model import Context
from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.words import fold
from db import outbox
from db.item_view import ItemView
from db.models import Question
from handlers.texts.reporting.choices import ASKS_TO_PICK
from handlers.turn import Turn

REMEMBERED = timedelta(days=1)
MESSAGES = 30
"""So many of the last messages are looked through for a list."""
_LINE = re.compile(r"^\s*(\d{1,2})\. ((?:CT|NV)[-\w.]*\w)\b(?!:)", re.MULTILINE)
_LEAD = r"(?:muc|cau|dong|stt|phan|(?:chi tieu|nhiem vu|viec|dau viec|muc|cau|dong)? ?so|chi tieu|nhiem vu|#)"
_QUICK = re.compile(rf"\s*(?:{_LEAD} ?)?\d{{1,2}}(?!\d)")
_WITH_LEAD = re.compile(
    rf"(?:^|[\n;,]\s*|\s){_LEAD} ?(\d{{1,2}})(?![\d%]|[.,/]\d) ?[.):/]?\s*(?:la |:|=)?\s*"
)
_MARKED = re.compile(r"(?:^|[\n;,\s])(\d{1,2}) ?[.):/-] (?:la |=)?\s*|(?:^|\n)\s*(\d{1,2})[:)]\s*")
_BARE = re.compile(r"(\d{1,2}) (?=\d)(?!\d{3}$)(?P<said>\d[\d.,]*(?:/\d+)? ?%?)")
_UNITS = UNIT_WORDS - {"dang", "da", "chua", "con", "moi"}  # "đang làm", "đảng viên"
_NOTHING = ("chua", "khong phat sinh", "khong co", "nhu")
"""How folded words begin that an indicator takes without a number."""
_DONE_TO = ("co ban ", "to chuc ")
"""How folded words of progress begin whose first word is a unit's too: "cơ sở", "tổ"."""
_STATE = re.compile(
    r"(?P<places>\d{1,2}(?: ?[,;&+] ?\d{1,2}| va \d{1,2}| \d{1,2})*),? (?P<said>(?!va\b)[a-z][\w ,.]*)"
)


def spelt(turn: Turn, question: Question | None) -> str:
    """The words with codes for the numbers of the list that was sent last, where they are meant."""
    words = turn.words.strip()
    folded = fold(words)
    answers = question is not None and bool(question.choices) and _BARE.fullmatch(folded) is not None
    if turn.message.edit or answers or _QUICK.match(folded) is None:
        return turn.words
    items = _last_list(turn)
    if not items:
        return turn.words
    entries = list(_entries(turn, words, items))
    if not entries or any(_says_otherwise(turn, said) for _item, said in entries):
        return turn.words
    return "\n".join(f"{item.key} {said}" for item, said in entries)


def _last_list(turn: Turn) -> dict[int, ItemView]:
    """The items by their numbers, of the newest message with a list and without choices."""
    here = turn.message.address
    for text, choices in outbox.last_texts(
        turn.session, here.account, here.chat, turn.now - REMEMBERED, MESSAGES
    ):
        found = {int(number): code for number, code in _LINE.findall(text)}
        items = {number: turn.ward.items[code] for number, code in found.items() if code in turn.ward.items}
        if items and not choices and not any(asks in text for asks in ASKS_TO_PICK):
            return items
    return {}


def _entries(turn: Turn, words: str, items: dict[int, ItemView]) -> Iterator[tuple[ItemView, str]]:
    """What is said of which item; nothing where a number is none of the list's."""
    folded = fold(words)
    if said := _of_tasks(turn, words, folded, items):
        yield from said
        return
    if (bare := _BARE.fullmatch(folded)) is not None:
        places = [(int(bare[1]), bare.start("said"), len(words))]
    else:
        pattern = _WITH_LEAD if _WITH_LEAD.match(folded) else _MARKED
        found = list(pattern.finditer(folded))
        if not found or found[0].start() > 0:
            return
        ends = [*(one.start() for one in found[1:]), len(words)]
        places = [
            (int(one[one.lastindex or 1]), one.end(), end) for one, end in zip(found, ends, strict=True)
        ]
    numbers = [number for number, _start, _end in places]
    if numbers != sorted(set(numbers)) or not items.keys() >= set(numbers):
        return
    told = [(items[number], words[start:end].strip(" ,;\n")) for number, start, end in places]
    if all(said for _item, said in told):
        yield from told


def _of_tasks(turn: Turn, words: str, folded: str, items: dict[int, ItemView]) -> list[tuple[ItemView, str]]:
    """ "6 xong", "5,6,7 đang làm"; not "3 giải học sinh giỏi", which tells of no state."""
    found = _STATE.fullmatch(folded)
    if found is None or _counts(found["said"]):
        return []
    numbers = [int(number) for number in re.findall(r"\d+", found["places"])]
    said = words[found.start("said") :].strip()
    about = Context(now=turn.now, item=items[numbers[0]].key) if numbers[0] in items else None
    if len(numbers) == 1 and about is not None and not read(said, turn.ward.catalogue, about):
        return []
    meant = [items[number] for number in numbers if number in items]
    fits = all(item.is_task for item in meant) or found["said"].startswith(_NOTHING)
    return [(item, said) for item in meant] if fits and len(meant) == len(numbers) else []


def _counts(folded: str) -> bool:
    """Tell "hội nghị", "người" from what is done."""
    return folded.split()[0] in _UNITS and not folded.startswith(_DONE_TO)


def _says_otherwise(turn: Turn, said: str) -> bool:
    """True of "BHYT: 99,5", whose number is the list's own, and of "người" behind a figure."""
    if _counts(fold(said)):
        return True
    found = turn.ward.whole_catalogue.find(said)
    return bool(found.items) and not found.guessed
