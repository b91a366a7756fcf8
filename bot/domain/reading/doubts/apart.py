"""Numbers that are true of something else: what others order, what may come, another place, another count."""

from __future__ import annotations

import re
from typing import Literal

from bot.domain.reading.vocabulary.people import ANYBODY, GROUPS
from bot.domain.reading.words import fold

Apart = Literal["ordered", "ahead", "other", "unsure"]

_WHO = r"(?:ubnd|hdnd|tinh|thanh pho|tp|trung uong|cap tren|chu tich|lanh dao|(?:dang|tinh|thanh|quan) uy)"
_CIRCULAR = re.compile(
    r"^\W*(?:forwarded|fwd|fw|chuyen tiep)\b"
    r"|\b(?:kinh gui|de nghi|yeu cau|giao|nhac) (?:cac|toan the|tat ca|quy) (?!chi tieu|so)"
    r"|^\D*(?<!da )(?<!dung )(?<!theo )(?<!dat )"
    r"\b(?:phan (?:ky|ki|khai)|lo trinh|muc (?:phan bo|binh quan))\b"
    r"|\bphan bo (?:den |cho )?(?:quy|thang|t|q) ?\d"
    rf"|\b{_WHO}(?: \w+){{0,2}} (?:yeu cau|de nghi|chi dao|quy dinh|an dinh)\b"
    r"|\b(?:de nghi|yeu cau) (?:phai |can |phan dau )?(?:dat|nop|hoan thanh)\b"
)
_BY_THEN = re.compile(
    r"\btruoc (?:ngay |het ngay )?\d{1,2}[/.-]\d{1,2}\b(?! la\b)"
    r"|\b(?:cham nhat|han chot|muon nhat) (?:la |den )?(?:ngay )?\d"
)
_LATER = (
    r"(?:cuoi (?:thang|nam|quy|tuan)|(?:tuan|thang|quy|nam|ky) (?:sau|toi)|ngay mai|mai|sang nam|het nam)"
)
_MAY_BE = r"(?:chac|chac chan|co the|kha nang|hy vong|mong|se|co le|may ra|neu)"
_FORECAST = re.compile(rf"\b{_MAY_BE}\b.*\b{_LATER}\b|\b{_LATER}\b.*\b{_MAY_BE}\b|\b(?:tuan|thang|nam) sau\b")
_PLACE = re.compile(
    r"\b(?:phuong|xa|thi tran|to|khu pho) (?:ben|ban|khac|nguoi ta|lang gieng)\b"
    r"|\b(?:toan|ca) (?:tinh|thanh pho|tp|quoc|nuoc|quan|huyen)\b(?!.*\b(?:so voi|cao nhat)\b)"
)
_GROUP = re.compile(rf"\b(?:{'|'.join(sorted(GROUPS, key=len, reverse=True))})\b")
_OPPOSITES = (
    ("bat buoc", "tu nguyen"),
    ("tu nguyen", "bat buoc"),
    ("that nghiep", "tu nguyen"),
    ("trong nuoc", "xuat khau"),
    ("trong nuoc", "nuoc ngoai"),
    ("tu thuc", "cong lap"),
    ("cong lap", "tu thuc"),
    ("ngoai cong lap", "cong lap"),
    ("chi ngan sach", "thu ngan sach"),
    ("phat sinh moi", "thoat ngheo"),
    ("tai ngheo", "thoat ngheo"),
    ("nhe can", "thap coi"),
    ("can nang", "thap coi"),
    ("thap coi", "nhe can"),
    ("chieu cao", "nhe can"),
    *((kind, name) for kind in ("beo phi", "thua can", "gay com") for name in ("thap coi", "nhe can")),
)
_AGED = re.compile(
    r"\b\d+ (?:thang )?tuoi\b|\b(?:vao|hoc|khoi) lop \d+|\bkhoi \d+"
    r"|\b(?:mam non|mau giao|tieu hoc|thcs|thpt)\b"
)
_OF = re.compile(r"\W*(?:la |cua |cho |doi voi |o |tai |trong |rieng |so |cac )*$")
_PLACES = r"(?:to|tdp|to dan pho|kp|khu pho|khom|ap|thon)"
_ONE = rf"{_PLACES}(?: so)? ?(?:\d+|mot|hai|ba|bon|nam|sau|bay|tam|chin)\b(?! ?/)"
_ONE_UNIT = re.compile(rf"\b{_ONE}")
_ADDED = re.compile(rf"\bthem(?: duoc| ca| co)? {_ONE}.*\b(?:nen|vay|gio|thanh|nang|tong|len)\b")
"""What came to the others: "thêm được tổ 14 nên giờ là 18/20" tells of all of them."""
_OF_PLACES = re.compile(rf"\d ?/ ?\d+ {_PLACES}$|\d {_PLACES} ?/ ?\d+(?: {_PLACES})?$")
_CALLED_BY_PLACES = re.compile(rf"\b{_PLACES}\b")
_UNIT = re.compile(
    r"^\W*(?:da |vang )?(?:to|tdp|to dan pho|kp|khu pho|khom|ap|thon)(?: so)? ?"
    r"(?:\d+|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi(?: \w+)?)\b(?! ?/)"
)
_HAS = re.compile(
    r"^\W*(?:da |vang )?(?:(?:to|tdp|to dan pho|kp|khu pho)(?: so)? ?\d* ?)(?:\w+ )?(?:co|gom)"
    r"(?: tat ca| tong cong| tong so| tong)? ?$"
)
_OTHER_WORK = re.compile(
    r"\b(?:tu van|tuyen truyen cho|hoi nghi|hoi thao|toa dam|dang ky|giay moi|giay bao|to roi)\b"
)
_TOLD_OF = re.compile(r"\btuyen truyen\b.*\bcho(?: khoang| hon| gan| duoc)?\s*$")
_INVITED = re.compile(r"mời\b", re.IGNORECASE)
_THERE = re.compile(
    r"^\W*(?:\w+ ){0,3}?(?:tham du|du hop|den du|di hop|den hop|den nghe|co mat|(?:nop|gui|lam) ho so|tu van|"
    r"duoc moi)\b"
)
_THEN = re.compile(r"\bla (?:so )?(?:cua |lieu )?(?:thang|ky|tuan|quy|nam|dot) (?:truoc|ngoai|roi|trc)\b")
_TESTED = re.compile(r"\b(?:so tuyen|kham tuyen|du suc khoe|kham suc khoe|du dieu kien|trong nguon)\b")
_UNSURE = re.compile(
    r"\b(?:chua|khong|ko|k) chac\b|\bchac vay\b|\bdoan (?:vay|the|chung)\b|\bnho mang mang\b"
)
_BREAKS = ",;\n.!"


def apart(text: str, span: tuple[int, int], name: str, *, of_unit: bool) -> Apart | None:
    """Tell what a number of a message is, if no result of the item for which it was read.

    "ordered": a circular, or what is to be reached by a day. "ahead": what may be reached later. "other":
    another place's, another work's or an earlier time's. "unsure": a result of which its sender is not sure.
    `span` is where it stands in `text`, `name` the item's; `of_unit`: it is one unit's share, as "tổ 5" says.
    """
    folded, named = fold(text), fold(name)
    start = max(folded.rfind(sign, 0, span[0]) for sign in _BREAKS) + 1
    before, behind = folded[start : span[0]], folded[span[1] :].partition("\n")[0]
    if _CIRCULAR.search(folded) or _BY_THEN.search(behind):
        return "ordered"
    if _FORECAST.search(before):
        return "ahead"
    close = re.split(r"[;!]|[,.](?!\d)", behind, maxsplit=1)[0]
    if _is_other(before, close, text[start : span[0]], named, of_unit=of_unit):
        return "other"
    if not of_unit and _OF_PLACES.search(folded[slice(*span)]) and not _CALLED_BY_PLACES.search(named):
        return "other"  # "SDD cân xong 14/20 tổ" tells how far the work is
    share = folded[span[0] : span[1]].endswith(("%", "phan tram"))
    if _is_of_some(before, close if share else "", named, of_unit=of_unit):
        return "other"
    return "unsure" if _UNSURE.search(behind) else None


def is_opposite(text: str, span: tuple[int, int], name: str) -> bool:
    """Tell "bhxh bắt buộc 205" from the figure of "BHXH tự nguyện"; not of "nhẹ cân 8% còn thấp còi 10%"."""
    folded, named = fold(text), fold(name)
    start = max(folded.rfind(sign, 0, span[0]) for sign in _BREAKS) + 1
    said = f" {folded[start : span[0]]} "
    _before, other_side, behind = said.rpartition(" con ")
    return any(
        f" {one} " in said and one not in named and other in named and not (other_side and other in behind)
        for one, other in _OPPOSITES
    )


def _is_other(before: str, close: str, typed: str, named: str, *, of_unit: bool) -> bool:
    if _PLACE.search(before) or _THEN.search(close) or _THERE.search(close) or _TOLD_OF.search(before):
        return True
    if _UNIT.match(before) is not None and (not of_unit or _HAS.match(before)):
        return True
    tested = _TESTED.search(f"{before} {close}")  # of who may be called up, not of who was
    if tested is not None and "quan" in named.split() and tested[0] not in named:
        return True
    work = _OTHER_WORK.search(before)
    return (work is not None and work[0] not in named) or _INVITED.match(typed.strip()) is not None


def _is_of_some(before: str, close: str, named: str, *, of_unit: bool) -> bool:
    """Tell "bhyt học sinh 100%", "bhyt tổ 3 97%", "100% học sinh" from the figure of everybody."""
    before = _ADDED.sub(" ", before)
    groups, places = [*_GROUP.finditer(before)], [*_ONE_UNIT.finditer(before)]
    for pattern, hits in ((_GROUP, groups), (_ONE_UNIT, places)):
        hit = pattern.search(close)
        hits += [hit] if hit is not None and _OF.fullmatch(close[: hit.start()]) else []
    if not of_unit and any(hit[0] not in named for hit in places):
        return True
    if any(hit[0] not in named for hit in _AGED.finditer(before)):  # "bhyt trẻ 6 tuổi vào lớp 1 98%"
        return True
    return any(_is_strange(hit[0], named) for hit in groups)


def _is_strange(group: str, named: str) -> bool:
    """Tell the "học sinh" of "bhyt" from that of an item about pupils, the "hs" that are hồ sơ."""
    if group == "hs" and "ho so" in named:
        return False
    return not (set(group.split()) - ANYBODY) & set(named.split())
