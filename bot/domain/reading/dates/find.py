"""Finding the date in a text: every rule in turn, then what stands beside it, then which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.domain.reading.dates import beside
from bot.domain.reading.dates.counted import COUNTED_RULES, UNCERTAIN_RULES
from bot.domain.reading.dates.joining import choose, join
from bot.domain.reading.dates.lunar_days import LUNAR_RULES
from bot.domain.reading.dates.model import DateReading, Workday
from bot.domain.reading.dates.numeric import NUMERIC_RULES
from bot.domain.reading.dates.rule import Anchor, Answer, Found, Rule
from bot.domain.reading.dates.short import read_short
from bot.domain.reading.dates.stretches import STRETCH_RULES, WEEKDAY_OF_MONTH
from bot.domain.reading.dates.vague import VAGUE_RULES
from bot.domain.reading.dates.weekdays import DAY_RULES, WEEKDAY_RULES
from bot.domain.reading.dates.words import Plain, fold

# The order decides: the words that one rule has read are not read again by those after it.
RULES: tuple[Rule, ...] = (
    *VAGUE_RULES,
    *LUNAR_RULES,
    *UNCERTAIN_RULES,
    WEEKDAY_OF_MONTH,
    *WEEKDAY_RULES,
    *NUMERIC_RULES,
    *COUNTED_RULES,
    *STRETCH_RULES,
    *DAY_RULES,
)

# Something that a date can be made of: without it there is nothing to look for.
_SIGN = re.compile(
    r"\d ?[/.\-] ?\d|\d ?(?:h|g|nay)(?!\w)|(?<!\w)[tq]\d|(?<!\w)(?:ngay|hom|bua|tuan|thang|quy|nam|thu|t|q|"
    r"chu nhat|mai|mot|nay|qua|ram|tet|mung|gio|tieng|phut|gieng|chap|nua|trung thu|giao thua|tat nien|"
    r"vu lan|tao|quoc khanh|buoi|khi|luc|som|chua|khong|ko|k|tu|de|tuy|lau|sap|gan|it|may)(?!\w)"
)
_AFTER_NAME = re.compile(
    r"(?<!\w)(?:quang truong|duong|pho|chợ|cau|truong|khu|khu pho|to|khom|ap|qd|nq|nd|tt|ct|de an|nghi quyet|"
    r"quyet dinh|nghi dinh|thong tu|chi thi|hem|ngo|doan|tdp|phuong|muc|so nha|cum|kenh)(?: so)? $"
)
_CUE = re.compile(
    r"(?<!\w)(?:ngay|den|toi|han|truoc|sau|lui|xin|nop|hen|doi|sang|(?<!ket )(?<!hieu )qua|vao|hom|bua|nhat|"
    r"trong|het|luc|khoang|tam|hoan|cham|tre)"
    r"(?: (?:het|ngay|vao|la|lai|den|toi|em|e|a|cuoi|han|du kien|cho|nop|ve))*[ :]*$"
)
_DONE = re.compile(
    r"(?<!\w)(?:xong|gui|bao|bao cao|hoan thanh|tra|trinh|hop)(?: (?:tu|vao|hom|luc|duoc|roi|r))* $"
)
_SPEAKER = (
    r"(?:thi|la|se|moi|em|e|minh|toi|tôi|chung em|ben em|don vi|phong|duoc|dc|co|phai|a|xin|cho|phep|co gang)"
)
_PROMISE = re.compile(
    rf"[ ,.:]*(?:{_SPEAKER}[ ,]+)*"
    r"(?:nop|gui|bao|tra|xong|hoan thanh|trinh|lam|bo sung|cap nhat|nha|nhe|nghen)(?!\w)"
)
_PROMISE_OF_FIGURES = re.compile(rf"[ ,]*(?:{_SPEAKER}[ ,]+)+(?:nop|gui|trinh)(?!\w)")
_ASKED = re.compile(r"(?<!\w)(?:xin|gia han|lui|doi|hoan|hen|cho em|cho e|han|nop)(?!\w)")
# An answer that gives figures is no answer to "đến ngày nào?": in it a date needs its cue.
_REPORT = re.compile(
    r"\d ?(?:[%‰]|(?:phan tram|tr|trieu|ty|nghin|k|d|dong|vnd)(?!\w))|(?<!\w)(?:dat|duoc|dc) (?:khoang )?\d|\d{3}/|"
    r"(?<!\w)(?:may|bao nhieu) (?:chi tieu|muc|nhiem vu|dau viec|nguoi|ho)(?!\w)"
)
# What may stand before "30/11" in an answer; after another word it is a ratio ("XKLĐ 4/7").
_ANSWERING = re.compile(
    r"(?:^|[^\w ]|(?<!\w)(?:\d{1,2}|da|vang|thua|anh|chi|em|e|a|c|bac|co|chu|sep|minh|xin|cho|hen|la|ma|de|phai|se|"
    r"chac|khoang|tam|chung|co the|du kien|vao|luc|hom|bua|duoc|dc|ngay|den|toi|han|truoc|sau|het|tu|nhat|lui|doi|"
    r"chuyen|sang|sáng|qua|thanh|nop|gui|xong|bao cao|bc|trinh|hoan thanh|bo sung|deadline|dl|trua|chieu|tối|h|g|gio|"
    r"hai|ba|nam|sau|sáu|bay|nhat|nay|mai|mot|tuan|thang|kip|va|hoac|hay|lai|gia han|moi|thi|han chot|cuoi cung)) ?$"
)
_EDGES = ("đầu", "giữa", "cuối", "hết")


def weekdays_only(day: date) -> bool:
    """Return whether a day is Monday to Friday: the working days when no calendar is given."""
    return day.weekday() < 5


def read_date(
    text: str, now: datetime, deadline: date | None = None, *, calendar: Workday | None = None
) -> Answer | None:
    """Read a text that answers "đến ngày nào?". None: it speaks of no date.

    `now` is the moment of the message, `deadline` the day from which "thêm 3 ngày" counts, `calendar` says
    whether a day is a working day (default Monday to Friday). Among several meanings the coming one is
    taken; a day in the past is read as such when the words say so ("hôm qua", "5/10/2025").
    """
    return find_date(text, now, deadline, expected=True, calendar=calendar)


def find_date(
    text: str,
    now: datetime,
    deadline: date | None = None,
    *,
    expected: bool = False,
    past: bool = False,
    calendar: Workday | None = None,
) -> Answer | None:
    """Find the date in a free message: only where a cue allows it, or where one is `expected`.

    With `past`, days without a year are the last such ones ("xong ngày 15/11"). Otherwise as `read_date`.
    """
    plain = fold(text)
    expected = expected and not _REPORT.search(plain.text)
    anchor = Anchor(now, deadline, calendar or weekdays_only, "past" if past else "future", plain.marked)
    found: list[Found] = []
    if _SIGN.search(plain.text):
        found = [beside.framed(f, plain) for f in _everything(plain, anchor, text)]
        found = sorted((f for f in found if _cued(plain.text, f, expected=expected)), key=lambda f: f.start)
    chosen = choose(plain.text, join(plain.text, found)) if found else None
    if chosen is None and expected:
        chosen = read_short(plain.text, anchor)
    return _located(chosen, plain) if chosen else None


def _everything(plain: Plain, anchor: Anchor, typed: str) -> Iterator[Found]:
    left = plain.text
    for rule in RULES:
        for m in rule.pattern.finditer(left):
            if rule.name.startswith("day_month") and _AFTER_NAME.search(plain.text[: m.start()]):
                continue
            if rule.name == "tomorrow" and _is_name(plain, m, typed):
                continue
            answer = rule.build(m, anchor)
            if answer is None:
                continue
            yield Found(m.start(), m.end(), answer, rule.name, rule.alone, m.start())
            left = left[: m.start()] + "\0" * (m.end() - m.start()) + left[m.end() :]


def _is_name(plain: Plain, m: re.Match[str], typed: str) -> bool:
    """Return whether "mai" is written as a woman's name: with a capital inside a sentence."""
    start = plain.starts[m.end() - 3]
    return m.start() > 0 and typed[start].isupper() and not typed.isupper()


def _cued(text: str, f: Found, *, expected: bool) -> bool:
    """Return whether the words around let this be a date."""
    before = text[: f.core]
    if f.alone or (expected and (not f.rule.startswith("day_month") or _ANSWERING.search(before))):
        return True
    asked = bool(_ASKED.search(before))
    if f.rule == "no_day":
        return asked and bool(_CUE.search(before))
    if f.rule.startswith(("day_month", "day_range")):
        if f.rule == "day_month_dotted" and not asked and not text.startswith("ngay ", f.core):
            return False
        return (
            bool(_CUE.search(before))
            or text.startswith("ngay ", f.core)
            or bool(_PROMISE_OF_FIGURES.match(text, f.end))
        )
    if f.rule == "day_of_month" and text.startswith("ngay ", f.core):
        return True
    if _CUE.search(before) or text.startswith(("den ", "toi "), f.core):
        return True
    if (
        isinstance(f.answer, DateReading)
        and f.answer.start < f.answer.end
        and f.answer.modifier not in _EDGES
    ):
        return False  # "tháng này nộp mấy chỉ tiêu?" names a period, not a day
    return bool(_DONE.search(text[: f.start]) or _PROMISE.match(text, f.end))


def _located(found: Found, plain: Plain) -> Answer:
    span = plain.span(found.start, found.end)
    return replace(found.answer, span=span, rule=found.rule)
