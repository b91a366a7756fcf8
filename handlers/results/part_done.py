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
_LONG_AGO = re.compile(r"lau(?: lam| lac)?(?: (?:roi|r|nay)\b|$)")
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
_SAID_DONE = re.compile(r"\b(?:xong|hoan thanh|hoan tat)\b")
_PAUSE = re.compile(r"[,;:\n]|\.(?!\d)")
_WHOLE_STEPS = re.compile(
    r"\b(?:to chuc|giai quyet|xu ly|nghiem thu|ban giao|bao cao|tong ket|trien khai|thuc hien|cong viec"
    r"|nhiem vu|cong tac|co ban|toan bo|ket qua|tat ca|tham muu|phoi hop|tong hop)\b"
)
_EVERYBODY = re.compile(
    r"\b(?:cac|tat ca(?: cac)?|ca|toan|moi|100 ?%)(?: \d+)?"
    r" (?:truong|to dan pho|to|tdp|khu pho|kp|khom|ap|thon|phuong|don vi|nganh|bo phan|phong ban|co quan)\b"
)
""" "Các trường", "cả 17 tổ": all whose work it is have done it, which is no step of it."""
_AROUND = frozenset(
    listed(
        """
        lam | cung | deu | viec | het | ca | nay | gio | moi | vua | xong | thi | ve | ben | tinh | den |
        tron | nop | trinh | gui | bo | no | nhin | dung | han | som | truoc | van | cac | nhung | toan | tu |
        thay | vu | phan | khoan | mon | mang | chuyen | coi | nhu
        """
    )
)
"""Folded words in front of "xong" that name no step."""
_JOINTS = re.compile(r"[,;/]| va ")
_WHOLLY = re.compile(r"\b(?:xong|hoan thanh) (?:het|ca|tat ca|toan bo|100)\b")
_COUNTED = re.compile(r"\b(?:xong|hoan thanh)(?: duoc)? \d+ (?!gio|ngay|thang|phut)[a-z]")
_OF_A_TIME = re.compile(
    r"(?<!tu )(?<!tu dau )(?<!tu cuoi )(?<!tu giua )(?<!hoi )(?<!hoi cuoi )"
    r"\b(?:thang|quy|tuan|ky|dot) (?:\d+|[iv]+|nay|truoc|roi|vua roi)\b"
)


def doubted(reading: Reading, item: ItemView) -> Reading:
    """The reading with the doubt whether the whole task is done, where something strange to it is.

    A task without a deadline goes on after a step or a month of it: "khám tuyển xong", "xong tháng 8".
    """
    if reading.kind != "done" or reading.doubts:
        return reading
    going_on = replace(reading, kind="in_progress", status="in_progress", date=None, date_role=None)
    open_ended = item.due_on is None and not item.recurring
    step = _step(reading.words, item)
    if not open_ended and _WHOLLY.search(fold(reading.words)):
        step = None  # "12 hộ ký xong cả"
    if open_ended and (step or _goes_on(fold(reading.words))):
        return going_on
    if (what := _part(reading.words, item) or step) is None:
        return reading
    return replace(
        reading, words=reading.words or what, doubts=(Doubt("part_or_whole", (going_on, reading)),)
    )


def _goes_on(said: str) -> bool:
    """Tell "phát động rồi", "xong tháng 8", "kiểm tra xong 8 thửa" from "xong", "hoàn thành 100%"."""
    if not said or _SAID_DONE.search(said) is None:
        return bool(said)
    return _COUNTED.search(said) is not None or _OF_A_TIME.search(said) is not None


def _step(said: str, item: ItemView) -> str | None:
    """The clause in which something is done that the task is not called by: "sơ kết phong trào xong"."""
    folded = fold(said)
    done = _SAID_DONE.search(folded)
    if done is None:
        return None
    start = max((sign.end() for sign in _PAUSE.finditer(folded, 0, done.start())), default=0)
    front = _WHOLE_STEPS.sub(" ", _EVERYBODY.sub(" ", folded[start : done.start()]))
    around = _AROUND | POLITE | SPEAKERS | TIMES
    told = {word for word in words_of(front) if word.isalpha() and word not in around}
    strange = not told <= _own_words(item) or (bool(told) and _is_one_of_two(folded[: done.start()], item))
    return said[start : done.end()].strip() if strange else None


def _is_one_of_two(said: str, item: ItemView) -> bool:
    """Tell "rửa xe xong" from "giải tỏa xong" where car washers and flower sellers are to be cleared away."""
    told = set(words_of(said))
    head, *others = (words_of(part) for part in _JOINTS.split(fold(item.short_name)))
    if not others or not told.isdisjoint(head[:1]):
        return False
    return sum(not told.isdisjoint(part) for part in (head, *others)) == 1


def _own_words(item: ItemView) -> set[str]:
    """The words that the task, its product or its dates are called by."""
    dates = (one.name for one in item.milestones)
    title = item.name if item.due_on else ""  # what goes on is told at length: "… phấn đấu đăng ký …"
    names = (title, item.short_name, *item.aliases, item.product or "", *dates)
    return {word for name in names for word in words_of(name)}


def _part(said: str, item: ItemView) -> str | None:
    """What is done and is none of the words that the task, its product or its dates are called by."""
    found = _DONE.search(fold(said))
    if found is None or _LONG_AGO.match(found["what"]):
        return None
    own = _own_words(item)
    known = own | _WHOLE | POLITE | SPEAKERS | TIMES
    first, *others = words_of(found["what"]) or ("",)
    strange = first.isalpha() and first not in known and own.isdisjoint(others)
    return found["what"] if strange else None
