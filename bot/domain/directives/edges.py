"""What belongs to the day or the haste of an order and stands at the edge of its work."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from bot.domain.reading.dates import DateReading, Workday
from bot.domain.reading.words import fold

_NOT = r"(?:dung|khong|ko|k|kg|cho)(?: (?:co|de|duoc|nen))*(?: (?:no|lau|tre|cham|muon|keo dai))?"
_INTO = r"(?:lo )?(?:sang|den|toi)"
_STEPS = re.compile(r"(?:sang|den|toi|qua) ")
NOT_INTO = re.compile(rf"(?<!\w){_NOT} {_INTO} *$")
_OTHERS = frozenset(("dựng", "dụng", "dừng", "cho", "chỗ", "sáng"))
"""Typed like these they are other words: "xây dựng sáng 26"."""
BEFORE_DAY = re.compile(
    rf"(?<!\w)(?:{_NOT} (?:{_INTO}|qua|lo|hon)|(?:thoi |ky )?han (?:chot|cuoi(?: cung)?)(?: la| den| vao)?"
    r"|(?:truoc|sau) khi(?: het)?|trong vong|toi da|cham nhat (?:la|den|toi|vao|trong)|khan truong"
    r"|gap(?: rut)?|hoa toc|(?:xong|hoan thanh|lam xong|thoi han)(?: truoc| trong| den| vao| la)?)[ :]*$"
)
"""Folded words right in front of a day that belong to it."""
_ONE_DAY = re.compile(
    r"(?:(?:sang|trua|chieu|toi|vao|ngay) )*"
    r"(?:thu \w+|chu nhat|cn|t[2-7]|mai|mot|nay|cuoi tuan|hom nay|\d\S*)"
    r"(?: (?:nay|toi|sau|mai|tuan (?:nay|sau|toi)))*"
)
BEHIND_WORK = re.compile(
    r"[ ,;.:–-]*(?:(?<=[,;.:–-])|(?<=[,;.:–-] )) *(?:(?:rat|viec nay|cai nay|day la viec|day|lam) )?(?:can )?"
    r"(?:khan(?: cap| truong)?|gap|hoa toc|rat gap|ngay|lien|som)"
    r"(?: (?:nhe|nha|nghen|day|do|a|lam|roi|luon|giup toi))*[ .!,]*$"
)
"""Folded words of haste behind the work, parted from it by a comma."""


def day_begins(text: str, start: int) -> int:
    """Where the words begin that lead to the day which stands at `start`."""
    lead = BEFORE_DAY.search(_up_to(text, start))
    return min(lead.start(), start) if lead else start


def _up_to(text: str, start: int) -> str:
    """The folded words in front of a day, with the "sang" that it may begin with."""
    step = _STEPS.match(fold(text), start)
    return fold(text[: step.end() if step else start])


def not_into(found: DateReading, text: str, calendar: Workday | None) -> DateReading:
    """ "Đừng để sang tháng 12": the last working day before it; the day as it is behind other words."""
    said = NOT_INTO.search(_up_to(text, found.span[0]))
    if said is None or _OTHERS & frozenset(text[said.start() : said.end()].lower().split()):
        return found
    day = found.start - timedelta(days=1)
    while calendar is not None and not calendar(day):
        day -= timedelta(days=1)
    return replace(found, start=day, end=day, due=day, alternatives=())


def day_at_end(left: str, said: str) -> tuple[int, int] | None:
    """Where a day stands at the end of what is left of an order; None for a day inside, and for a stretch,
    which may be what it is of ("số thu tháng này")."""
    at = left.rfind(said) if said and _ONE_DAY.fullmatch(fold(said)) else -1
    return (at, at + len(said)) if at > 0 and not left[at + len(said) :].strip(" ,.;!") else None


def without_haste(work: str) -> str:
    """The work without ", gấp", ", khẩn nhé" behind it."""
    said = BEHIND_WORK.search(fold(work))
    return work[: said.start()] if said and said.start() else work
