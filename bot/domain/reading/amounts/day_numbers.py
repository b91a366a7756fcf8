"""Numbers that stand for a day, a month, a quarter or a year: "đến 15/11", "ngày 14", "tháng 11"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.reading.vocabulary.courtesy import SPEAKERS
from bot.domain.reading.vocabulary.naming import ASKING, DAY_CUES, HANDED_IN, NOW_LASTING, TODAY
from bot.domain.reading.vocabulary.units import SCALES
from bot.domain.reading.words import Token

_LONG_CUES = frozenset((("han", "chot"), ("thoi", "diem")))
_DOTTED_DAY = re.compile(r"([0-3]?\d)[.-]([01]?\d)")
_MOVING = frozenset(("tang", "giam", "nang", "keo"))  # "tăng từ 10/11 lên 11/11"
_WEEKDAYS = frozenset(("hai", "ba", "tu", "nam", "sau", "bay"))
_YEAR = re.compile(r"20[23]\d")
_PLANNED = frozenset((("chi", "tieu"), ("ke", "hoach"), ("nhiem", "vu")))
_OF_YEAR = frozenset(("cua", "la", "do", "theo", "duoc", "dc", ":", "tp", "tinh"))
_POLITE = frozenset(("a", "nha", "nhe", "anh", "chi", "duoc", "moi"))


def is_named_day(tokens: Sequence[Token], index: int) -> bool:
    """Tell "đến 15/11", "ngày 14", "tháng 11", "quý 3", "năm 2026" from figures."""
    if index == 0 or (index == 1 and tokens[0].text == "da"):  # "25.11 em gửi báo cáo"
        speaker, *said = [t.text for t in tokens[index + 1 : index + 4]] or [""]
        if speaker in SPEAKERS and not ASKING.isdisjoint(said) and _DOTTED_DAY.fullmatch(tokens[index].text):
            return True
    if index == 0:
        return False
    cue, text = _cue(tokens, index), tokens[index].text
    following = [t.text for t in tokens[index + 1 : index + 4]]
    if following[:1] == ["/"] and len(following) > 1 and text.isdigit() and following[1].isdigit():
        counted = (
            len(following) > 2 and following[2][0].isalpha() and following[2] in ("nguoi", "ho", "can", "khu")
        )
        impossible = cue == "ngay" and len(text) == 2 and text < "40"  # "ngày 32/12" is asked about
        moved = cue == "qua" and any(t.text in ASKING for t in tokens[:index])  # "dời qua 10/12"
        since = cue == "tu" and _MOVING.isdisjoint(t.text for t in tokens[max(0, index - 4) : index])
        told = (
            moved
            or since
            or _follows_weekday(tokens, index)
            or (cue in DAY_CUES and not _is_so_far(tokens, index, part=int(text) <= int(following[1])))
        )
        return told and (is_day(text, following[1]) or impossible) and not counted
    dotted = _DOTTED_DAY.fullmatch(text) if _awaits_day(tokens, cue) else None
    if dotted is not None:
        return is_day(dotted[1], dotted[2]) and following[:1] != ["%"]
    if not text.isdigit() or following[:1] in (["/"], ["%"]):
        return False
    if cue in ("den", "toi", "sang", "qua", "hen") and _is_put_off(tokens, index):
        return True
    limits = {"ngay": 31, "mung": 30, "thang": 12, "quy": 4, "tuan": 53, "ky": 12, "hk": 2}
    if cue == "/" and index > 1 and tokens[index - 2].kind == "word":
        return 1990 <= int(text) <= 2100  # "quý I/2027"
    if cue in limits:  # "thu quỹ 3 triệu" without marks is no quarter
        money = following[:1] in ([scale] for scale in SCALES) or _is_short_money(tokens, index)
        return 0 < int(text) <= limits[cue] and not money
    return (cue == "nam" and 1990 <= int(text) <= 2100) or _is_year_of_plan(tokens, index)


def _is_year_of_plan(tokens: Sequence[Token], index: int) -> bool:
    """Tell "chỉ tiêu giao quân 2027 của TP là 11" from "kế hoạch 2027 hộ": a year, no number of a plan."""
    behind = tokens[index + 1 : index + 2]
    before = [t.text for t in tokens[max(0, index - 8) : index]]
    of_plan = any((one, other) in _PLANNED for one, other in pairwise(before))
    told = any(t.text[:1].isdigit() for t in tokens[index + 2 :])
    return of_plan and told and _YEAR.fullmatch(tokens[index].text) is not None and behind[0].text in _OF_YEAR


def _is_short_money(tokens: Sequence[Token], index: int) -> bool:
    """Tell the 1 of "8 tháng 1t2" from a month."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and following.text == "t" and tokens[index].end == following.start


def _cue(tokens: Sequence[Token], index: int) -> str:
    """Return the word in front of a number: "hạn chót 10/12", "thời điểm 15/11" have more than one."""
    cue = tokens[index - 1].text
    before = tokens[index - 2].text if index > 1 else ""
    if cue == "ky" and before in ("dang", "cung", "dau"):
        return f"{before} ky"  # "cùng kỳ 7 vụ"
    return before if (before, cue) in _LONG_CUES else cue


def _is_so_far(tokens: Sequence[Token], index: int, *, part: bool) -> bool:
    """Tell "đến nay 4/6", "đợt này 4/4" from "hôm nay 4/6"; "nay 4/6" may be a `part` of a whole."""
    if tokens[index - 1].text != "nay":
        return False
    before = tokens[index - 2].text if index > 1 else ""
    return before in NOW_LASTING or (before not in TODAY and part)


def _is_put_off(tokens: Sequence[Token], index: int) -> bool:
    """Tell "hẹn đến 25", "xin dời sang 28 nhé", "cho em tới 25": time was asked for, or a day promised."""
    asked = {"xin", "lui", "hoan", "khat", "doi", "hen", "han"}.intersection(t.text for t in tokens[:index])
    after = tokens[index + 1 : index + 2]
    ends = not after or not after[0].is_word or after[0].text in _POLITE or after[0].text in SPEAKERS
    promised = ends and not HANDED_IN.isdisjoint(t.text for t in tokens[index + 2 : index + 4])
    granted = index > 2 and tokens[index - 2].text in SPEAKERS and tokens[index - 3].text == "cho"
    last = bool(after) and after[0].text == "moi"  # "chắc phải đến 28 mới có"
    until = granted or bool(asked) or promised or last
    return until and ends and 0 < int(tokens[index].text) <= 31


def _follows_weekday(tokens: Sequence[Token], index: int) -> bool:
    """Tell "thứ 4 tuần sau (25/11)" and "thứ năm 26/11" from "thứ 4, 3/5 tổ họp"."""
    before = [t.text for t in tokens[max(0, index - 6) : index]]
    if before[-2:-1] == ["thu"] and before[-1] in _WEEKDAYS:
        return True
    if before[-1:] != ["("]:
        return False
    while before and before[-1] in ("(", "tuan", "sau", "toi", "nay", "nua"):
        before.pop()
    return before[-2:-1] == ["thu"] or before[-2:] == ["chu", "nhat"] or before[-1:] == ["cn"]


def _awaits_day(tokens: Sequence[Token], cue: str) -> bool:
    """Tell "ngày 27.11" and "xin đến 27.11" from "nâng lên đến 27.11 %"."""
    if cue in ("ngay", "han"):
        return True
    return cue in ("den", "toi", "sang", "truoc") and any(t.text in ASKING for t in tokens)


def is_day(day: str, month: str) -> bool:
    """Tell whether "15", "11" is meant as a day of a month; "30/2" is, and is asked about."""
    if len(day) > 2 or len(month) > 2:
        return False
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12
