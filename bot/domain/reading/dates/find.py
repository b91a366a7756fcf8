"""Finding the date in a text: every rule in turn, then what stands beside it, then which one is meant."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from bot.domain.reading.dates.absolute import read_written, written_out
from bot.domain.reading.dates.beside import framed
from bot.domain.reading.dates.counted import COUNTED_RULES, UNCERTAIN_RULES
from bot.domain.reading.dates.cues import is_cued, is_name, reports
from bot.domain.reading.dates.joining import choose, join
from bot.domain.reading.dates.lunar_days import LUNAR_RULES
from bot.domain.reading.dates.model import Workday
from bot.domain.reading.dates.numeric import NUMERIC_RULES
from bot.domain.reading.dates.rule import Anchor, Answer, Found, Rule
from bot.domain.reading.dates.short import read_short
from bot.domain.reading.dates.stretches import PART_RULES, STRETCH_RULES
from bot.domain.reading.dates.vague import VAGUE_RULES
from bot.domain.reading.dates.weekdays import DAY_RULES, WEEKDAY_RULES
from bot.domain.reading.dates.words import Plain, fold, one_of

# The order decides: the words that one rule has read are not read again by those after it.
RULES: tuple[Rule, ...] = (
    *VAGUE_RULES,
    *LUNAR_RULES,
    *PART_RULES,
    *UNCERTAIN_RULES,
    *WEEKDAY_RULES,
    *NUMERIC_RULES,
    *COUNTED_RULES,
    *STRETCH_RULES,
    *DAY_RULES,
)

# Something that a date can be made of: without it there is nothing to look for.
_SIGN = re.compile(
    r"\d ?[/.\-] ?\d|\d ?(?:h|g|nay)(?!\w)|(?<!\w)(?:[tq]|(?:den|hen|sang) )\d|"
    + one_of(
        """ngay, hom, bua, tuan, thang, quy, nam, thu, t, q, chu nhat, mai, mot, nay, qua, ram, tet,
        mung, tối, toi, chieu, trua, sáng, dem, gio, tieng, phut, gieng, chap, nua, trung thu,
        giao thua, tat nien, vu lan, tao, quoc khanh, tay, duong lich, buoi, khi, luc, som, thoi gian,
        chua, khong, ko, k, tu, de, tuy, lau, gan, it, may"""
    )
)


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
    expected = expected and not reports(plain.text)
    anchor = Anchor(now, deadline, calendar or weekdays_only, "past" if past else "future", plain.marked)
    found = _everything(plain, anchor, text) if _SIGN.search(plain.text) else []
    found = [replace(f, alone=is_cued(plain.text, f, now.date(), expected=expected)) for f in found]
    found = [f for f in join(plain.text, found) if f.alone]
    chosen = choose(plain.text, found) if found else None
    if chosen is None and expected:
        chosen = read_short(plain.text, anchor)
    written = written_out(plain.text) if expected else None
    if written and not (chosen and chosen.start <= written.start() and written.end() <= chosen.end):
        chosen = read_written(written, now)  # our own grammar has read none of it, or a part
    if chosen is None:
        return None
    return replace(chosen.answer, span=plain.span(chosen.start, chosen.end), rule=chosen.rule)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with what these spans hold blanked out, each letter by a zero."""
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], "\0" * (end - start)]
        done = end
    return "".join([*parts, text[done:]])


def _everything(plain: Plain, anchor: Anchor, typed: str) -> list[Found]:
    """Return what the rules find, from left to right, each with what stands beside it."""
    found = []
    left = plain.text
    for rule in RULES:
        taken = []
        for m in rule.pattern.finditer(left):
            answer = None if is_name(rule.name, m, plain, typed) else rule.build(m, anchor)
            if answer is not None:
                found.append(Found(m.start(), m.end(), answer, rule.name, rule.alone, m.start()))
                taken.append(m.span())
        left = _without(left, taken)
    return sorted((framed(f, left, marked=plain.marked) for f in found), key=lambda f: f.start)
