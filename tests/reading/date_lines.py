"""The table dates.txt: what is typed, when, and what has to be read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 20, 10, tzinfo=ZONE)  # a Friday
DEADLINE = date(2026, 11, 25)
DAY = r"\d\d/\d\d/\d{4}"
HEADING = re.compile(rf"\[({DAY} \d\d:\d\d)(?:, hạn ({DAY}))?\]")


@dataclass(frozen=True)
class Line:
    """A line of dates.txt: what is typed, when, and what has to be read."""

    text: str
    now: datetime
    deadline: date | None
    expected: str


def day_of(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=ZONE).date()


def lines() -> list[Line]:
    now, deadline, found = NOW, None, []
    for row in (Path(__file__).parent / "dates.txt").read_text(encoding="utf-8").splitlines():
        if heading := HEADING.fullmatch(row):
            now = datetime.strptime(heading[1], "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
            deadline = day_of(heading[2]) if heading[2] else None
        elif row and not row.startswith("#"):
            text, expected = row.split(" = ")
            found.append(Line(text, now, deadline, expected))
    return found


def without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in letters if not unicodedata.combining(c))
