"""Several orders in one message: a list of them, one behind the other, one sentence each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.directives.model import Directive
from bot.domain.directives.read import opens_work
from bot.domain.reading.words import fold

Read = Callable[[str], Directive | None]
"""How one order is read (`read_directive` with a ward's people)."""

MOST = 9
_MARK = re.compile(r"(?:^|\n)[ \t]*(?:\(?\d{1,2}[.)/:](?!\d)|[-+•*–—]|[a-h][.)])[ \t]*(?=\S)")
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[\s:;,]))\(?(\d)[.)/:](?!\d)[ \t]*(?=\D)")
_COUNTED = re.compile(
    r"[ ,]*(?<!\w)(?:0?[2-9]|hai|ba|bon|nam|may|cac|nhung|mot so)"
    r"(?: (?:viec|nhiem vu|noi dung|dau viec|chi dao))"
    r"(?: (?:sau|sau day|nay|nhu|gom|la))*(?= ?[:\n])"
)
_TITLE = re.compile(
    r"(?:(?:toi |nay |xin )?(?:giao(?: viec| nhiem vu)?|phan cong(?: nhiem vu)?|chi dao|yeu cau|yc|"
    r"de nghi|dn|giao ban)"
    r"(?: (?:cac|dong chi|anh chi|ca nhan|don vi|phong|ban|bo phan|can bo|sau|nhu|cu the|tuan nay|ngay mai|"
    r"hom nay))*)"
    r"[ :.,–-]*"
)
_HEAD_DAY = re.compile(r"[ ,]+(?:xong )?(?:truoc|han|trong|cham nhat|den het)\b.*$")
_PART = re.compile(
    r"(?:han|thoi han|nguoi|noi dung|san pham|moc|can cu|phoi hop|chu tri|thoi gian|dia diem|luu y|ghi chu)\b"
)
_NEXT = re.compile(
    r"(?:[,;.\n]|(?<=\w)(?= (?:va|con|dong thoi|ngoai ra)\b))\s*"
    r"(?:(?:va|con|dong thoi|ngoai ra|tiep theo|roi)[ ,:]+)*"
    r"(?=(?:giao|phan cong|yeu cau|yc|de nghi|chi dao|cu)\b)"
)
_ON = r"(?:(?:ngoai ra|dong thoi|tiep theo|con|va)[ ,:]+)*"
_SENTENCE = re.compile(rf"(?:(?<!\d)[.;]\s+|(?<=\d)\.\s+(?=\D)|;\s*|\s*\n\s*){_ON}")
_COMMA = re.compile(rf"(?:,\s*|\s+(?=con\s)){_ON}")
_EACH = r"(?:(?:tat ca|deu|cung|ca hai|cac viec)(?: viec)?[ ,]+)"
_BY = r"(?:xong|hoan thanh|han|trong|truoc|cham nhat)\b"
_ON_DAY = (
    r"(?:(?:sang|chieu|trua) )?(?:thu \w+|ngay \d\S*|mai|cuoi (?:tuan|thang)|hom nay|\d{1,2}/\d{1,2})"
    r"(?: (?:nay|toi|tuan sau|tuan nay))*(?: (?:phai )?(?:bao cao|bao|gui|nop|trinh|xong)(?: lai)?)?"
    r"(?: (?:toi|anh|chi|minh|het|nhe|nha))*"
)
_DAY_OF_ALL = re.compile(
    rf"{_EACH}*(?:{_BY}|bao cao\b).*\d.*|{_EACH}*{_BY}(?: \w+){{1,6}}|{_EACH}*{_ON_DAY}[ .!]*"
)
"""A last piece, in folded words, that is the day of all."""
_TOGETHER = re.compile(rf"[, ]+{_EACH}+(?P<day>{_BY}.*)$")
_ORDERS = re.compile(r"(?:giao|yeu cau|yc|phan cong|de nghi|chi dao|cu)\b")
_BESIDE = re.compile(r"(?:phoi hop|cung lam|cung thuc hien|ho tro|tham gia|lam cung)\b")
_EDGE = " \t\n,;"


@dataclass(frozen=True, slots=True)
class Part:
    """One of several orders: its own words, and what they order; None where they could not be read."""

    words: str
    order: Directive | None


def orders_in(text: str, read: Read) -> tuple[Part, ...]:
    """The orders of a message that gives two or more; () for one order, and for everything else.

    A part that is no order stands among them with None: what it says must not be lost.
    """
    listed = _entries(text)
    if listed is not None:
        head, entries = listed
        return _of_list(head, entries, read)
    for cut, timed in ((_NEXT, False), (_SENTENCE, False), (_COMMA, True)):
        pieces = _pieces(text, cut)
        if cut is _COMMA and len(pieces) > 2 and _DAY_OF_ALL.fullmatch(fold(pieces[-1])):
            *pieces, day = pieces
            day = _bare(day)
            pieces = [one if (told := read(one)) and told.timed else f"{one}, {day}" for one in pieces]
        parts = tuple(_of_pieces(pieces, read))
        sure = [one for one in parts if one.order is not None and (one.order.timed or not timed)]
        if len(sure) >= 2 and (len(sure) == len(parts) or cut is _SENTENCE):
            return parts
    return ()


def orders_of_each(pieces: Sequence[str], read: Read) -> tuple[Part, ...]:
    """The orders of pieces that each name somebody; () unless every one is an order, and one tells its day.

    A day behind the last one, "…, thứ 4 báo cáo", "cả hai xong trước thứ 5", is that of all that tell none.
    """
    if len(pieces) < 2:
        return ()
    last, comma, day = pieces[-1].rpartition(",")
    if comma and _DAY_OF_ALL.fullmatch(fold(day).strip()):
        pieces = [*pieces[:-1], last]
        pieces = [one if (told := read(one)) and told.timed else f"{one}, {_bare(day)}" for one in pieces]
    parts = [Part(one, read(one)) for one in pieces[:MOST]]
    people = {one.order.people for one in parts if one.order is not None and _whole(one.order)}
    timed = any(one.order is not None and one.order.timed for one in parts)
    return tuple(parts) if timed and len(people) == len(parts) else ()


def _bare(day: str) -> str:
    """The day of all without "cả hai", "tất cả"."""
    each = re.match(rf"\s*{_EACH}+", fold(day))
    return day[each.end() if each else 0 :].strip()


# --- lists ---------------------------------------------------------------------------------------------


def _entries(text: str) -> tuple[str, list[str]] | None:
    """What a list is headed by, and its entries; None where there is none."""
    folded = fold(text)
    marks = list(_MARK.finditer(folded))
    if len(marks) < 2:
        marks = _counted_up(folded)
    if len(marks) >= 2:
        ends = [one.start() for one in marks[1:]] + [len(text)]
        found = [text[one.end() : end].strip(_EDGE) for one, end in zip(marks, ends, strict=True)]
        return text[: marks[0].start()].strip(), found[:MOST]
    counted = _COUNTED.search(folded)
    if counted is None:
        return None
    behind = re.split(r"\s*[;\n]\s*", text[counted.end() :].strip(" :\n"))
    entries = [one.strip(_EDGE) for one in behind if one.strip(_EDGE)]
    return (text[: counted.end() + 1].strip(), entries[:MOST]) if len(entries) > 1 else None


def _counted_up(folded: str) -> list[re.Match[str]]:
    """ "… 1. dọn chợ 2. kiểm tra vỉa hè": numbers one above the other within a line."""
    found: list[re.Match[str]] = []
    for one in _NUMBERED.finditer(folded):
        if int(one[1]) == len(found) + 1:
            found.append(one)
    return found


def _of_list(head: str, entries: Sequence[str], read: Read) -> tuple[Part, ...]:
    """Each entry by itself, else as what who is named in the head has to do."""
    if any(_PART.match(fold(one)) for one in entries):
        return ()  # the parts of one order
    *before, last = entries
    entry, _, tail = last.partition("\n")
    if (together := _TOGETHER.search(fold(entry))) is not None:
        entry, tail = entry[: together.start()], entry[together.start("day") :]
    entries = [*(" ".join(one.split()) for one in before), entry.strip(_EDGE)]
    named, when = _lead(head)
    lead = read(f"{named} kiểm tra") if named and not _TITLE.fullmatch(fold(named)) else None
    if lead is not None and (not lead.people or fold(lead.what) != "kiem tra"):
        return ()  # the head says work: the list is what it consists of
    if lead is None and named and _TITLE.fullmatch(fold(named)) is None and not _orders(entries, read):
        return ()
    parts = [_entry(named if lead else "", one, tail.strip() or when, read) for one in entries]
    return tuple(parts) if any(one.order is not None for one in parts) else ()


def _lead(head: str) -> tuple[str, str]:
    """The head without "2 việc", and the day of all that stands in it."""
    counted = _COUNTED.search(fold(head))
    bare = head[: counted.start()] + head[counted.end() :] if counted else head
    day = _HEAD_DAY.search(fold(bare))
    return (bare[: day.start()], bare[day.start() :].strip(" ,:")) if day else (bare.strip(" :"), "")


def _orders(entries: Sequence[str], read: Read) -> bool:
    return all(_whole(read(one)) for one in entries)


def _entry(lead: str, words: str, tail: str, read: Read) -> Part:
    order = read(words)
    if lead and not (order is not None and order.people and order.strong):
        words = f"{lead} {words}"
        order = read(words)
    elif not _whole(order):
        order = read(f"giao {words}")
    if tail and order is not None and not order.timed:
        words = f"{words}, {tail}"
        order = read(words) or read(f"giao {words}")
    return Part(words, order if _whole(order) else None)


def _whole(order: Directive | None) -> bool:
    """True for an order that says what, and to whom; who works along on another one has none of his own."""
    if order is None or not order.what or not (order.people or order.stranger):
        return False
    return _BESIDE.match(fold(order.what)) is None and not order.codes and not order.reminds


# --- sentences -----------------------------------------------------------------------------------------


def _pieces(text: str, cut: re.Pattern[str]) -> list[str]:
    found, start = [], 0
    for one in cut.finditer(fold(text)):
        found.append(text[start : one.start()])
        start = one.end()
    return [one.strip(_EDGE) for one in (*found, text[start:]) if one.strip(_EDGE)]


def _of_pieces(pieces: Sequence[str], read: Read) -> Iterator[Part]:
    """Each piece as an order by itself, "giao" in front where only the first one says it."""
    before = None
    for words in pieces[:MOST]:
        order = read(words)
        if not _whole(order) and before is not None and not opens_work(words):
            order = read(f"giao {words}")
            sure = order is not None and order.people and (order.timed or opens_work(order.what))
            order = replace(order, stranger="") if order is not None and sure else None
        if before is not None and _BESIDE.search(fold(words)) and not _ORDERS.match(fold(words)):
            order = None  # "…, Hà phối hợp kiểm tra"
        before = order if _whole(order) else before
        yield Part(words, order if _whole(order) else None)
