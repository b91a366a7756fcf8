"""Intermediate dates in an order: "mốc 20/11: dự thảo; 25/11: trình ký"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.directives.model import Stone
from bot.domain.reading.dates import DateReading, Workday, find_date
from bot.domain.reading.words import fold

_DAY = r"(?:ngay |truoc |den )?(?P<day>\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)(?![\d/])"
_NAME = (
    r"(?P<name>[a-z][^,;.:()\n]*?)"
    r"(?=\s*(?:[,;.)\n]|$| (?:thoi )?han | (?:xong |hoan thanh |bao cao )?truoc | cham nhat ))(?: ?\))?"
)
_BEHIND = _DAY.replace("<day>", "<behind>")
_FIRST = re.compile(
    r"(?:^|[,;.:\n(-]|(?<!\w)(?:co|voi|theo|gom|trong do|va))\s*(?:(?P<all>cac|nhung) )?"
    r"moc(?: thoi gian)?(?: \d)?[ :]+"
    rf"(?:{_DAY} ?[:,-]? ?{_NAME}|(?P<before>[a-z][^,;.:\n\d]*?)[ :]+{_BEHIND})"
)
_NEXT = re.compile(rf"\s*[,;](?: va)? ?{_DAY} ?(?P<sure>[:-])? ?{_NAME}")
_FARTHEST = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Found:
    """One intermediate date, and the place of its words in the text."""

    stone: Stone
    span: tuple[int, int]


def find_stones(text: str, now: datetime, calendar: Workday | None = None) -> Iterator[Found]:
    """Every intermediate date behind the word "mốc", in the order of the text.

    Without that word again a further one needs its colon, or "các mốc" in front: "mốc 20/11 dự thảo, 30/11
    báo cáo" may end with the deadline. A day that is over is none.
    """
    folded = fold(text)
    found, listed = _FIRST.search(folded), False
    while found is not None:
        said = found.groupdict()
        listed = listed or said.get("all") is not None
        turned = said.get("behind") is not None
        name = text[slice(*found.span("before" if turned else "name"))].strip()
        day = _day(said["behind" if turned else "day"], now, calendar)
        if day is not None and name:
            yield Found(Stone(day, name), found.span())
        following = _NEXT.match(folded, found.end())
        if following is None or not (listed or following["sure"]):
            following = _FIRST.search(folded, found.end())
        found = following


def _day(said: str, now: datetime, calendar: Workday | None) -> date | None:
    found = find_date(said, now, calendar=calendar, expected=True)
    if not isinstance(found, DateReading) or found.due < now.date():
        return None
    return found.due if found.due - now.date() <= _FARTHEST or re.search(r"\d{4}", said) else None
