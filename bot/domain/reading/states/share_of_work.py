"""Whether a percentage beside a task tells how far the task is, or of something else: "đúng hạn 98%"."""

from __future__ import annotations

from itertools import takewhile

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.naming.merging import SEPARATORS
from bot.domain.reading.part import Part
from bot.domain.reading.states.statement import behind_name
from bot.domain.reading.vocabulary.courtesy import ADDRESSED, SPEAKERS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.vocabulary.naming import TIMES

_OF_WORK = frozenset(listed("tien do | cong viec | khoi luong | nhiem vu | phan viec | viec"))
"""What is measured when the work is: "tiến độ 60%", "80% khối lượng"."""
_WORKING = frozenset(
    listed(
        """
        dat | duoc | dang | lam | xong | hoan | thanh | thuc | hien | trien | khai | khoang | gan | hon |
        tam | uoc | chung | moi | van | cung | thi | len | toi | den | o | muc | tren | cong | tac | tien |
        do | khoi | luong | viec | nhiem | vu | co | so | bao | cao | het | ca | ban | phan | nua | con |
        tat | tu | sua | lai | thanh | phai | chi | nhich | them | tong
        """
    )
)
"""Folded words in front of a percentage that name nothing: "đã làm được khoảng 60%"."""
_DOING = frozenset(("lam", "xong", "hien", "cong", "khai"))
_BEHIND = frozenset(
    listed(
        """
        da | dang | va | voi | con | nhung | ma | thi | cho | doi | vi | do | vuong | roi | xong | hoan |
        nua | la | xin | gia | ke | kh | tien | khoi | cong | nhiem | viec | de | se | phan | sau | truoc |
        tuan | thang | so | den | tinh | ra | nghia | theo | nhe | nghe | ok | het | ca | chua | van | cung |
        chac
        """
    )
)
"""Folded words with which something new begins behind it: "80% đã trình dự thảo", "100% kế hoạch"."""
_NOT_BEGUN = frozenset((("chua", "xong"), ("chua", "lam"), ("chua", "hoan"), ("chua", "thuc")))


def is_of_work(part: Part, share: Quantity) -> bool:
    """Tell "nv22 80% đã trình", "tiến độ 60%" from "tỷ lệ sdd 8,02%", "98% hồ sơ đúng hạn", "trực 100%"."""
    front = _front(part, share)
    mention = part.segment.mention
    if not front and mention is not None and mention.strength == "part" and mention.end == share.start:
        return False  # "thu gom rác 98%"
    if any(" ".join(front[-size:]) in _OF_WORK for size in (1, 2)):
        return True
    known = _WORKING | POLITE | SPEAKERS | ADDRESSED | (TIMES - {"thu"})
    if front[-1:] and front[-1] in _DOING and part.item is not None:
        known |= part.catalogue.every_word(part.item.key)  # "nv5 kẻ vạch đang làm 20%"
    return all(word in known or word.isdigit() for word in front) and _ends(part, share)


def _front(part: Part, share: Quantity) -> list[str]:
    """Return the words of the clause in front, without the code or the whole name of the task."""
    mention = part.segment.mention
    start = part.start if mention is None or mention.start >= share.start else behind_name(part)
    words = part.found.words(start, share.start)
    clause = [*takewhile(lambda word: word not in SEPARATORS, reversed(words))]
    return [word for word in reversed(clause) if word.isalnum()]


def _ends(part: Part, share: Quantity) -> bool:
    """Tell "80%", "80% đã trình dự thảo" from "80% hộ dân", and "còn 5% chưa xong" from "… chưa tham gia"."""
    after = part.found.words(share.end, share.end + 2)
    if not after or not after[0].isalpha():
        return True
    if after[0] == "chua":
        return tuple(after) in _NOT_BEGUN
    return after[0] in _BEHIND | POLITE | SPEAKERS | ADDRESSED
