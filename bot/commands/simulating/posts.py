"""A post that changes hands once in the simulated year: who hands what to whom, from which day on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from bot.domain.workdays import WARD_ZONE
from db.ward_view import PersonView

LETTER, AGREED = "[Bàn giao]", "Hai bên đã đồng ý bàn giao"
ASKED = re.compile(r"^Từ .* tiếp nhận ")
"""How the letter to both sides begins, the word that both have agreed, and the receipt of who asked."""
AHEAD = 3
"""Working days from the day on which it is asked to the day from which it holds."""


@dataclass(frozen=True, slots=True)
class Post:
    """From `day` on the items are the taker's; `giver` and `taker` are codes."""

    giver: str
    taker: str
    day: date
    items: frozenset[str] = frozenset()

    def moves(self, key: str, day: date) -> bool:
        """True when the item is the taker's on a day."""
        return day >= self.day and key in self.items


def planned(
    givers: Sequence[PersonView],
    helpers: Sequence[PersonView],
    days: Sequence[date],
    outages: Iterable[tuple[datetime, datetime]],
    random: Random,
) -> tuple[datetime, Post, str] | None:
    """When the clerk asks for which post to be handed over, and his words; None where nobody is there for it.

    One of the `givers`, who have something to hand over, gives to another of the `helpers`.
    `days` are the working days that are played. The machine is on from the asking to the change.
    """
    off = {start.date() + timedelta(days=n) for start, end in outages for n in range((end - start).days + 2)}
    places = [
        place for place in range(len(days) - AHEAD - 1) if off.isdisjoint(days[place : place + AHEAD + 1])
    ]
    if len(helpers) < 2 or not givers or not places:
        return None
    giver = random.choice(givers)
    taker = random.choice([one for one in helpers if one != giver])
    at = random.choice(places)
    asked, starts = days[at], days[at + AHEAD]
    names = [f"{one.address} {one.name}" for one in (giver, taker)]
    when = datetime.combine(asked, time(9, random.randint(0, 59)), WARD_ZONE)
    words = f"/bangiao {names[0]} cho {names[1]} từ {starts:%d/%m/%Y}"
    return when, Post(giver.code, taker.code, starts), words
