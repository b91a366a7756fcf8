"""What a message wants, by its words: a correction, something taken back, more time, a greeting."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.items import KnownItem
from bot.domain.reading.scan import Scan
from bot.domain.reading.states.obstacles import PARTICLES, hits
from bot.domain.reading.states.overcome import is_denied
from bot.domain.reading.vocabulary.slips import AMENDED
from bot.domain.reading.vocabulary.units import DIGITS
from bot.domain.reading.words import Token, fold

_BEFORE_NUMBERS = frozenset(("dung la", "so dung la", "so dung", "khong phai", "thay bang", *AMENDED))
_TURNING = frozenset(("sua", "chinh", "doi", "thay"))
_BEFORE_SLIPS = frozenset(
    ("cho", "xin", "ay", "chet", "oi", "vang", ",", "thang", "ky", "quy", "loi", "ua", "ui", "hihi")
)
_DENYING = frozenset(("khong dung", "chua dung"))
_LATER = frozenset(
    (
        "dau",
        "giua",
        "cuoi",
        "het",
        "them",
        "ngay",
        "sang",
        "qua",
        "den",
        "toi",
        "tuan",
        "thang",
        "thu",
        "mai",
        "chieu",
    )
)
_TOLD_ME = frozenset(  # how one is told, or by what
    (
        *("goi", "nhan", "gui", "bao", "chuyen", "dua", "alo", "dien", "phone", "noi", "hoi", "tin"),
        *("zalo", "mail", "email", "gmail", "sdt", "facebook", "fb", "telegram", "nhom", "fax"),
    )
)
_ASKED_TO_LAST = frozenset(
    ("xin", "cho", "duoc", "nghi", "phep", "em", "anh", "chi", "minh", "can", "phai", "muon")
)
_TERMS = frozenset(("thoi", "han", "tien"))
_ENDS = frozenset((",", ".", ";", "-", "\n", "!"))
_WRONGDOING = frozenset(("che", "quy", "pham", "phep", "muc", "tham", "luat", "nguyen"))
"""Behind "sai": "sai chế độ", "sai quy định", "sai phạm"."""
REQUESTS = frozenset(("gia", "lui", "khat", "hoan", "doi", "tre", "cham", "them", "muon", "bu", "keo"))


def is_correction(scan: Scan, item: KnownItem | None) -> bool:
    """Tell "sửa lại 36/64", "nhầm, 36 chứ không phải 32" from "sửa nhà tình thương 4 căn"."""
    if any(_corrects(scan, a, b, item) for a, b in scan.marks.get("correction", ())):
        return True
    return _turns_into(scan)


def _turns_into(scan: Scan) -> bool:
    """Tell "đổi bhxh thành 58" from "chuyển đổi thành 45 ha"."""
    first = next((t.text for t in scan.tokens if t.text not in PARTICLES), "")
    return first in _TURNING and any(
        scan.tokens[q.start - 1].text == "thanh" for q in scan.quantities if q.start
    )


def _corrects(scan: Scan, start: int, end: int, item: KnownItem | None) -> bool:
    phrase = " ".join(scan.words(start, end))
    before = scan.words(max(0, start - 2), start)
    after = scan.words(end, end + 1)
    polite = (
        start == 1 and scan.text[scan.tokens[0].start : scan.tokens[0].end].lower() == "da"
    )  # "dạ", not "đã"
    if ("da" in before[-1:] and not polite) or "dang" in before[-1:] or after == ["chua"]:
        return False
    if phrase in _BEFORE_NUMBERS:
        return bool(after) and scan.tokens[end].kind == "number"
    if phrase in _DENYING and not _is_denied(scan, end):
        return False
    if phrase == "moi phai" and after and after[0] not in _ENDS:
        return False  # "mới phải đóng"
    if _is_of_something_else(scan, start, end):
        return False
    opens = all(word in PARTICLES or word.isdigit() or word in _BEFORE_SLIPS for word in before)
    if phrase in ("sua", "sua lai") and item is not None and "sua" in fold(item.name):
        return phrase == "sua lai" and not _counts_work(scan, end)
    typed = scan.text[scan.tokens[end - 1].start : scan.tokens[end - 1].end].lower()
    if typed in ("lớn", "lợn"):
        return False
    if phrase in ("sua", "dieu chinh", "lon", "gui lai", "bao lai"):
        return opens and (start < 3 or phrase != "lon")
    return True


def _is_of_something_else(scan: Scan, start: int, end: int) -> bool:
    """Tell "chuyển đổi số", "sai chế độ", "dời số bhxh qua 27/11" from "số sai", "đổi số bhxh thành 58"."""
    first, after = scan.tokens[start].text, scan.words(end, end + 1)
    if first == "sai":
        return not _WRONGDOING.isdisjoint(after)
    if first != "doi":
        return False
    if scan.words(max(0, start - 1), start) == ["chuyen"]:
        return True
    if scan.words(start, end) == ["doi", "lai"] and not _LATER.isdisjoint(after):
        return True  # "dời lại thêm 4 ngày"
    typed = scan.text[scan.tokens[start].start : scan.tokens[start].end].lower()
    behind = frozenset(scan.words(end, len(scan.tokens)))
    moved = not behind.isdisjoint(("qua", "sang")) and "thanh" not in behind
    return end - start > 1 and (typed == "dời" or (typed == "doi" and moved))


def _is_denied(scan: Scan, end: int) -> bool:
    """Tell "118 không đúng, 148 mới đúng" from "chưa đúng tiến độ", "không dùng tiền mặt"."""
    last, after = scan.tokens[end - 1], scan.words(end, end + 1)
    typed = scan.text[last.start : last.end].lower()
    ends = not after or after[0] in _ENDS or scan.tokens[end].kind == "number"
    return typed in ("đúng", "dung") and ends and bool(scan.quantities)


def _counts_work(scan: Scan, place: int) -> bool:
    """Tell "sửa lại 3 căn nhà", which is the work, from "sửa lại 3", which puts a number right."""
    return any(q.start == place and (q.unit or q.soft) for q in scan.quantities)


def withdraws(scan: Scan) -> bool:
    """Tell "hủy báo cáo lúc nãy của em" from "huy động học sinh"."""
    for start, end in scan.marks.get("withdraw", ()):
        alone = end - start == 1
        if not alone or (start < 3 and scan.words(end, end + 1) not in (["dong"], ["chuong"], ["hieu"])):
            return True
    return False


def asks_for_time(scan: Scan, start: int, end: int) -> bool:
    """Tell an asked-for extension ("xin gia hạn", "cho em thêm 3 ngày") from a mere "xin".

    "Mới" at the head is just now, "mới xong sáng nay"; behind a day it waits for it, "mai mới xong".
    """
    asked = [
        hit for hit in hits(scan, "extension", start, end) if hit[0] > start or not is_just_now(scan, start)
    ]
    return any(
        b - a > 1 or scan.tokens[a].text in REQUESTS or _is_appointed(scan, a)
        for a, b in asked
        if scan.words(a, b) != ["xin", "phep"]
        and not _is_told_me(scan, a, b)
        and not _is_sent_late(scan, b)
        and not _is_no_delay(scan, (a, b), start)
        and not _lasts(scan, (a, b))
    )


def _lasts(scan: Scan, hit: tuple[int, int]) -> bool:
    """Tell "vụ gây bức xúc kéo dài", which goes on and on, from "kéo dài thêm 3 ngày", "cho em kéo dài"."""
    if scan.words(*hit) != ["keo", "dai"]:
        return False
    before, after = scan.words(max(0, hit[0] - 2), hit[0]), scan.words(hit[1], hit[1] + 2)
    asked = not _ASKED_TO_LAST.isdisjoint(before) or not (_LATER | _TERMS).isdisjoint(after)
    number = any(quantity.start == hit[1] for quantity in scan.quantities)
    return bool(before) and not asked and not number


def _is_no_delay(scan: Scan, hit: tuple[int, int], start: int) -> bool:
    """Tell "không có hồ sơ trễ hạn", "3 hồ sơ trễ hạn" from "em xin trễ hạn 2 ngày"."""
    if scan.words(*hit) != ["tre", "han"]:
        return False
    counted = scan.words(max(0, hit[0] - 2), hit[0])
    return is_denied(scan, hit, start) or counted == ["ho", "so"] or counted[-1:] in (["don"], ["vu"], ["bi"])


def is_all_for_now(scan: Scan, start: int, end: int) -> bool:
    """Tell "em mới gửi bhyt thôi" from "tuần sau mới gửi"."""
    words = [word for word in scan.words(start, end) if word.isalpha()]
    waits = any(scan.tokens[a].text == "moi" for a, _ in hits(scan, "extension", start, end))
    return waits and words[-1:] == ["thoi"]


def _is_sent_late(scan: Scan, end: int) -> bool:
    """Tell "em gửi bù tháng 11: bhyt 99,5", which comes late with its figures, from "mai em gửi bù"."""
    return scan.words(end - 1, end) == ["bu"] and any(q.start >= end for q in scan.quantities)


def _is_told_me(scan: Scan, start: int, end: int) -> bool:
    """Tell "gọi cho em qua 0939…", "gửi mẫu cho em qua zalo" from "cho em qua thứ 2"."""
    if scan.tokens[start].text != "cho":
        return False
    return not _TOLD_ME.isdisjoint(scan.words(start - 1, start) + scan.words(end, end + 1))


def _is_appointed(scan: Scan, place: int) -> bool:
    """Tell "hẹn 12/12 đủ" from the particle of "xong rồi hen"."""
    following = scan.tokens[place + 1 : place + 2]
    return scan.tokens[place].text == "hen" and bool(following) and following[0].kind == "number"


def is_just_now(scan: Scan, start: int) -> bool:
    """Tell "mới làm xong sáng nay" from "mai mới xong"."""
    return scan.words(start, start + 1) == ["moi"]


def is_wish(scan: Scan) -> bool:
    """Tell "chúc chị 20/10 vui vẻ", "chúc mừng năm mới 2027": their numbers report nothing."""
    words = scan.words(0, 3)
    if scan.mentions or "chuc" not in words or not scan.has("greeting"):
        return False
    place = words.index("chuc")
    wished = scan.tokens[place]
    other = "to" in words[max(0, place - 1) : place] or words[0] in DIGITS  # "tổ chức 45 cuộc"
    return scan.text[wished.start : wished.end].lower() in ("chúc", "chuc") and not other


def is_greeting(scan: Scan) -> bool:
    """Tell thanks and acknowledgements: "dạ", "nhận được rồi", an emoji, a telephone number to call."""
    if not any(t.is_word for t in scan.tokens):
        return True
    greetings = [hit for hit in scan.marks.get("greeting", ()) if not _has_done(scan, hit)]
    praised = bool(greetings) and all(scan.words(a, b) == ["tot"] for a, b in greetings)
    return bool(greetings) and not (praised and ("ket", "qua") in pairwise(t.text for t in scan.tokens))


def _has_done(scan: Scan, hit: tuple[int, int]) -> bool:
    """Tell the "đã" of "cà phê lều đã dẹp" from a "dạ"."""
    token = scan.tokens[hit[0]]
    return (
        hit[1] - hit[0] == 1 and scan.text[token.start : token.end].lower() == "đã" and len(scan.tokens) > 1
    )


def is_left_out(rest: Sequence[Token]) -> bool:
    """Tell "xin nghỉ không báo cáo tháng này": who reports nothing says nothing of the work."""
    words = f" {' '.join(token.text for token in rest)} "
    return " xin nghi " in words or " khong bao cao " in words or " khoi bao cao " in words
