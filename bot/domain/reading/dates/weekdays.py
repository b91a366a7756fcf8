"""Rules for days of the week and day words: "thứ 6 tuần sau", "cn", "ngày mai", "mốt", "hôm qua"."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.domain.reading.dates.model import DateDoubt, one_day
from bot.domain.reading.dates.rule import Anchor, Answer, Build, rule
from bot.domain.reading.dates.spans import week
from bot.domain.reading.dates.words import COUNTED

_NAMES = {"hai": 0, "ba": 1, "tu": 2, "bon": 2, "nam": 3, "sau": 4, "sáu": 4, "bay": 5}
WEEKDAY = r"(?:(?:thu|t)[ .]?(?P<n>[2-7])|thu (?P<name>hai|ba|tu|bon|nam|sau|sáu|bay)|(?P<sunday>chu nhat))"
WEEK_WORDS = r"nay|sau nua|toi nua|sau|toi|ke tiep|ke|tiep theo|tiep|truoc|vua roi|vua qua|roi|qua"
_OF_WEEK = (
    rf" (?:(?:dau |giua |cuoi |cua |trong )?tuan (?P<week>{WEEK_WORDS})|(?P<go>(?:sang|qua) tuan)|"
    r"(?P<own>nay|sau nua|sau|toi|vua roi|vua qua|roi|qua|truoc(?! ?[0-9]| luc| gio)))"
)


def week_shift(word: str) -> int:
    """Return how many weeks (or months, quarters, years) a word such as "sau" or "trước" shifts."""
    if word == "nay":
        return 0
    if word.endswith("nua"):
        return 2
    return -1 if word in ("truoc", "vua roi", "vua qua", "roi", "qua", "ngoai") else 1


def weekday_of(m: re.Match[str]) -> int:
    """Return the weekday (Monday 0) that a weekday rule has matched."""
    if m["sunday"]:
        return 6
    return int(m["n"]) - 2 if m["n"] else _NAMES[m["name"]]


def _weekday_of_week(m: re.Match[str], anchor: Anchor) -> Answer:
    weekday, today = weekday_of(m), anchor.today
    ahead = (weekday - today.weekday()) % 7
    if m["own"] == "toi":
        return one_day(today + timedelta(days=ahead or 7))
    if m["own"] == "nay":
        return one_day(today + timedelta(days=ahead))
    if m["own"] and week_shift(m["own"]) < 0:
        return one_day(today - timedelta(days=-ahead % 7 or 7))
    return one_day(week(today, week_shift(m["week"] or m["own"] or "sau"))[0] + timedelta(days=weekday))


def _weekday(m: re.Match[str], anchor: Anchor) -> Answer:
    """Return the next such weekday; on the day itself next week's, with today as the other reading."""
    ahead = (weekday_of(m) - anchor.today.weekday()) % 7
    if anchor.lean == "past":
        return one_day(anchor.today - timedelta(days=-ahead % 7))
    day = anchor.today + timedelta(days=ahead or 7)
    return one_day(day) if ahead else one_day(day, anchor.today)


def _shifted(days: int, other: int | None = None) -> Build:
    """Return the reading of a day word; `other` is what it may mean too when typed without marks."""

    def build(_m: re.Match[str], anchor: Anchor) -> Answer:
        day = anchor.today + timedelta(days=days)
        if other is None or anchor.marked:
            return one_day(day)
        return one_day(day, anchor.today + timedelta(days=other))

    return build


def _some_day(_m: re.Match[str], anchor: Anchor) -> Answer:
    """Return the days that "bữa kia" may be when something is promised for it."""
    ahead = (one_day(anchor.today + timedelta(days=days)) for days in (2, 3))
    return DateDoubt("vague_date", tuple(ahead))


def _any_day(_m: re.Match[str], _anchor: Anchor) -> Answer:
    return DateDoubt("vague_date")


_PARTS = ("sang", "sáng", "trua", "chieu", "toi", "tối", "dem", "khuya")
_AFTER_PART = "(?:" + "|".join(f"(?<={part} )" for part in _PARTS) + ")"
_AFTER_DAY = "(?:" + "|".join(f"(?<={word} )" for word in (*_PARTS, "ngay", "bua", "hom")) + ")"
_NO_NAME = "".join(f"(?<!{word} )" for word in ("thuong", "hoa", "khuyen", "ban", "cay", "khu pho"))
_NO_WOMAN = "".join(f"(?<!{word} )" for word in ("chi", "co", "ba", "anh", "be", "em"))
_NOT_OLD_FIGURE = "".join(f"(?<!{word} )" for word in ("so lieu", "bao cao", "so", "bc"))
_PROMISED = r"(?= (?:em|e|minh|ben em|chung em) (?:se )?(?:gui|nop|bao|trinh|xong|dua|chuyen|chot|up)(?!\w))"
_NOT_DONE = r"(?!.*\b(?:roi|da)\b)"
_SOME = ("vai", "may", "it", "hai", "ba", "bon", "nam")
_UNCOUNTED = r"(?<!\d )" + "".join(f"(?<!{word} )" for word in _SOME)
_SPEAKER = r"(?= (?:em|e|minh|se|nha|nhe)(?!\w))"

_BEFORE = ("(?<=" + said + " )" for said in (r"\dh", "gio", "truoc", "den"))
_BEFORE_REPORT = f"(?:{_AFTER_PART}|{'|'.join(_BEFORE)})"
"""In front of a weekday with a report: "sáng thứ 4 báo cáo"; "thu 4 báo cáo" collects four."""

WEEKDAY_RULES = (
    rule("weekday_of_week", WEEKDAY + _OF_WEEK, _weekday_of_week, "thứ 6 tuần sau", alone=True),
    rule("weekday", rf"{WEEKDAY}(?![/.\-]?\d){COUNTED}", _weekday, "thứ 6"),
    rule("weekday", rf"{_BEFORE_REPORT}{WEEKDAY}(?= (?:bao cao|bc)(?!\w))", _weekday, "sáng thứ 4 báo cáo"),
)

DAY_RULES = (
    rule(
        "rest_of_today",
        r"(?:trong|het|cuoi|noi trong) (?:ngay|buoi|gio|buoi sang|buoi chieu)"
        r"(?! ?\0| \d| (?:mai|mot|kia|hom|sang|sáng|trua|chieu|tối|toi)(?!\w))|"
        r"(?:ti|chut|lat|xiu|mot lat|mot chut) nua|ngay bay gio",
        _shifted(0),
        "cuối ngày",
    ),
    rule("today", r"(?:ngay )?(?:hom|bua) nay", _shifted(0), "hôm nay"),
    rule("today", rf"(?:sáng|trua|chieu|tối|toi|dem){_PROMISED}", _shifted(0), "tối em gửi"),
    rule("today", rf"{_AFTER_PART}nay", _shifted(0), "chiều nay"),
    rule("tomorrow", rf"{_AFTER_DAY}mai", _shifted(1), "ngày mai", alone=True),
    rule(
        "tomorrow",
        rf"{_NO_NAME}(?:{_NO_WOMAN}mai|mai{_SPEAKER}|(?<=em )mai)(?! mot| kia)",
        _shifted(1),
        "mai",
    ),
    rule("day_after", rf"{_AFTER_DAY}mot", _shifted(2), "ngày mốt", alone=True),
    rule("day_after", rf"(?:(?<=hoac )|(?<=hay ))mot|(?<!\d )mot(?:{_SPEAKER}|$)", _shifted(2), "mốt em gửi"),
    rule("day_after", r"ngay kia", _shifted(2, 3), "ngày kia", alone=True),
    rule("third_day", r"ngay kìa", _shifted(3), "ngày kìa", alone=True),
    rule("yesterday", rf"{_NOT_OLD_FIGURE}(?:ngay )?(?:hom|bua) qua", _shifted(-1), "hôm qua"),
    rule("yesterday", rf"{_AFTER_PART}qua(?! (?:em|e|minh) )", _shifted(-1), "tối qua", alone=True),
    rule("no_day", rf"(?:hom|bua) kia{_PROMISED}{_NOT_DONE}", _some_day, "bữa kia em gửi", alone=True),
    rule("no_day", rf"{_UNCOUNTED}(?:hom|bua) nua", _any_day, "bữa nữa em đưa", alone=True),
    rule("before_yesterday", r"(?:hom|bua) kia", _shifted(-2, -3), "hôm kia"),
    rule("third_day_ago", r"(?:hom|bua) kìa", _shifted(-3), "hôm kìa"),
)
