"""What of a task is said to be done: the task, or something that it is not called by, "xong móng"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.vocabulary.courtesy import SPEAKERS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.vocabulary.naming import TIMES
from bot.domain.reading.words import fold, words_of
from db.item_view import ItemView

_DONE = re.compile(
    r"\b(?:xong|hoan thanh|hoan tat)\b(?: (?:xong|duoc|roi|viec|cong viec|cong tac|phan viec|nhiem vu))*"
    r" (?P<what>[^\n,;.:()\[\]–-]+)"
)
_WHOLE = frozenset(
    listed(
        """
        het | ca | toan | tat | tron | deu | 100 | luon | theo | dung | truoc | sau | trong | luc |
        vao | tu | va | nhung | thi | voi | o | tai | cho | nay | chieu | sang | toi | trua | dem |
        som | muon | kip | tre | han | tien | do | ke | hoach | nhu | duoc | that | hoan | thanh |
        tot | ok | cung | vi | de | gio | h | bao | cao | ket | qua | xin | cam | on | kinh | moi |
        vua | hqua | xuoi | day | du | dep | gon | ghe | nhanh | chong | nhe | nhi | ha | sep | lanh |
        dao | dong | chi | dc | viec | cong | nhiem | vu | so | cac | con | khong | chua | da |
        dang | se | giao | phan | ma | la | tren | duoi | ben | ve | tuy
        """
    )
)
"""Folded words behind "xong" that name no part: how, when, for whom, all of it."""


def doubted(reading: Reading, item: ItemView) -> Reading:
    """The reading with the doubt whether the whole task is done, where something strange to it is."""
    if reading.kind != "done" or reading.doubts or (what := _part(reading.words, item)) is None:
        return reading
    going_on = replace(reading, kind="in_progress", status="in_progress", date=None, date_role=None)
    return replace(
        reading, words=reading.words or what, doubts=(Doubt("part_or_whole", (going_on, reading)),)
    )


def _part(said: str, item: ItemView) -> str | None:
    """What is done and is none of the words that the task, its product or its dates are called by."""
    found = _DONE.search(fold(said))
    if found is None:
        return None
    names = (
        item.name,
        item.short_name,
        *item.aliases,
        item.product or "",
        *(m.name for m in item.milestones),
    )
    own = {word for name in names for word in words_of(name)}
    known = own | _WHOLE | POLITE | SPEAKERS | TIMES
    first, *others = words_of(found["what"]) or ("",)
    strange = first.isalpha() and first not in known and own.isdisjoint(others)
    return found["what"] if strange else None
