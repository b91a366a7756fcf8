""" "Sửa số đầu thành 99,6", "sửa cả hai: 99,7 và 206": which of the figures just sent are put right."""

from __future__ import annotations

import re
from collections import defaultdict

from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from handlers.correcting.nearest import JUST_SENT
from handlers.texts.correcting.correct import CORRECT
from handlers.turn import Turn

_NUMBER = r"\d[\d.,]*(?:/\d[\d.,]*)?%?"
_QUICK = re.compile(r"\b(?:sua|nham|sai|dinh chinh|quay lai|tro lai|lay lai)\b")
_SAYS = r"(?:(?:da|em|toi|minh|cho|xin|phep|a|nham|sai|sua|dinh chinh|roi|lai|giup|quay|tro|lay)[ ,:]+)*"
_FIRST = r"(?:dau(?: tien)?|thu nhat|thu 1|tren)"
_SECOND = r"(?:sau|cuoi(?: cung)?|thu hai|thu 2|duoi)"
_ONE = re.compile(
    rf"{_SAYS}(?:so|muc|cai|con so) (?:(?P<first>{_FIRST})|(?P<last>{_SECOND}))[ ,:]+"
    rf"(?:(?:thanh|la|moi|dung|=)[ ,:]+)*(?P<said>{_NUMBER})(?: (?:nhe|a|nha))*"
)
_ALL = re.compile(
    rf"{_SAYS}(?:ca (?:hai|ba|2|3)(?: so| muc)?[ ,:]+)?(?:(?:thanh|la)[ ,:]+)?"
    rf"(?P<said>{_NUMBER}(?:(?: va |[,;] )\s*{_NUMBER})+)(?: (?:nhe|a|nha))*"
)
_BACK = re.compile(
    rf"(?:quay|tro|lay) lai (?:so (?:cu |truoc )?(?:la )?)?(?P<said>{_NUMBER})(?: (?:nhe|a|nha))*"
)


def sent_together(turn: Turn) -> list[ItemView]:
    """The items of the figures that came with the person's last message of figures, in its order."""
    own = turn.ward.duties((turn.owner or turn.person).id)
    sent = [row for row in figures.latest(turn.session, [item.id for item in own]).values() if row.inbox_id]
    newest = max(sent, key=lambda row: row.id).inbox_id if sent else None
    rows = sorted((row for row in sent if row.inbox_id == newest), key=lambda row: row.id)
    return [turn.ward.by_id[row.item_id] for row in rows]


def _just_sent(turn: Turn) -> list[ItemView]:
    """The items of the newest message of the last hours in which there were several figures."""
    own = {item.id: item for item in turn.ward.duties((turn.owner or turn.person).id)}
    messages: defaultdict[int, list[ItemView]] = defaultdict(list)
    for row in figures.sent_since(turn.session, own.keys(), turn.now - JUST_SENT):
        messages[row.inbox_id or 0].append(own[row.item_id])
    several = [items for number, items in sorted(messages.items()) if number and len(items) > 1]
    return several[-1] if several else []


def spelt(turn: Turn) -> str:
    """The words with the codes of what they put right, where they say which, or all of it in order."""
    folded = fold(turn.words).strip(" .!")
    if _QUICK.search(folded) is None or turn.message.edit:
        return turn.words
    if (back := _BACK.fullmatch(folded)) is not None:
        return f"{CORRECT} {back['said']}"
    one, every = _ONE.fullmatch(folded), _ALL.fullmatch(folded)
    items = _just_sent(turn) if one or every else []
    if one is not None and len(items) > 1 and (one["first"] or len(items) == 2 or "cuoi" in one["last"]):
        return f"{CORRECT} {items[0 if one['first'] else -1].key} {one['said']}"
    numbers = re.findall(_NUMBER, every["said"].replace(", ", " ; ")) if every is not None else []
    if len(items) > 1 and len(numbers) == len(items):
        return "\n".join(f"{CORRECT} {item.key} {said}" for item, said in zip(items, numbers, strict=True))
    return turn.words
