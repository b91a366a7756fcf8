"""By when the giver of an order wants to hear of it: "…, thứ 6 báo cáo tôi"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from bot.domain.directives.due_days import due_day
from bot.domain.directives.rest import EDGE, Rest
from bot.domain.directives.wording import in_the_morning
from bot.domain.reading.dates import DateReading, Workday, find_date
from bot.domain.reading.words import fold

_REPORTED = re.compile(
    r"(?:(?<=[,;.])|(?<=\s))(?P<before>[^,;.]*?)"
    r"(?P<verb>(?:va\s+)?(?:bao\s+cao|bc|bao|gui|nop|trinh)(?:\s+(?:lai|ket\s+qua|cho|len|ve))*"
    r"\s+(?:toi|tui|minh|anh|chi|lanh\s+dao|chu\s+tich|thuong\s+truc|t))\b(?P<after>[^,;.]*)[ .!]*$"
)
"""Folded words, at the end of an order, by when its giver wants to hear."""
_REPORTED_THEN = re.compile(
    r",\s*(?P<before>(?:(?:sang|chieu|trua) )?(?:thu \w+|ngay \d\S*|mai|\d{1,2}/\d{1,2})[^,;.]*?)"
    r"(?P<verb>(?:bao cao|bc|bao|nop|trinh)(?: (?:lai|ket qua))*)(?P<after>)[ .!]*$"
)
""" "…, thứ 4 báo cáo"."""


def to_report(rest: Rest, now: datetime, calendar: Workday | None) -> DateReading | None:
    """The day of "…, thứ 6 báo cáo tôi", "…, báo cáo tôi chiều mai", cut out with these words.

    None where another day is said besides.
    """
    left = rest.left()
    said = _REPORTED.search(fold(left)) or _REPORTED_THEN.search(fold(left))
    if said is None:
        return None
    bare = left[: said.start()] + " " * len(said[0])
    for name in ("after", "before"):
        start, end = said.span(name)
        found = find_date(left[start:end], now, calendar=calendar, expected=True)
        if not isinstance(found, DateReading) or found.due < now.date():
            continue
        inside = left[start:end][: found.span[0]].strip(EDGE) if name == "after" else ""
        behind = left[start:end][found.span[1] :].strip(EDGE)
        first = start + found.span[0] if name == "before" else said.start("verb")
        whom = said["after"].strip(EDGE) if name == "before" else ""  # "thứ 6 báo cáo anh Tuấn"
        if inside or behind or whom or find_date(bare, now, calendar=calendar) is not None:
            return None
        spoken = replace(found, span=(start + found.span[0], start + found.span[1]))
        rest.cut.append((first, said.end("verb") if name == "before" else end))
        morning = in_the_morning(left[slice(*spoken.span)])
        return replace(spoken, due=due_day(spoken, calendar), time=spoken.time or morning)
    return None
