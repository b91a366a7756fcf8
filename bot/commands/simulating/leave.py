"""Leave in the simulated year: who takes it, and who acts for whom at a moment, worked out a second time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from bot.domain.workdays import WARD_ZONE
from db.ward_view import PersonView, WardView

OFTEN, ALONE, LONGEST = 0.4, 0.25, 9
"""Share of the officials who take leave, share of these without a substitute, and its days."""
FORETOLD = "[Thay]"
"""How a letter begins that says what falls due while somebody else is away: nothing to report yet."""
ASKS_WHO, NOBODY = "Ai thay", "Chưa có người thay"


@dataclass(frozen=True, slots=True)
class Away:
    """A leave: the codes of who is away and who acts; `since` is when it was recorded."""

    person: str
    substitute: str | None
    first: date
    last: date
    since: datetime

    def covers(self, moment: datetime) -> bool:
        """True when the person is away at a moment, as far as the program knew then."""
        return self.since < moment and self.first <= moment.date() <= self.last


def planned(ward: WardView, begins: datetime, ends: datetime, seed: int) -> list[tuple[datetime, Away]]:
    """When who says that he will be away: on the day before, in the morning."""
    workers = [one for one in ward.people.values() if works(one)]
    found = []
    for person in workers:
        random = Random(f"{seed}:leave:{person.code}")  # noqa: S311 - a simulation, not a secret
        if random.random() < OFTEN:
            found.append(_leave(person, workers, begins, ends, random))
    return found


def works(person: PersonView) -> bool:
    """True for who carries work out and leads nobody."""
    return person.has("official", "unit_head") and not person.has("chair", "leader", "clerk")


def _leave(
    person: PersonView, workers: Sequence[PersonView], begins: datetime, ends: datetime, random: Random
) -> tuple[datetime, Away]:
    days = max(4, (ends - begins).days - LONGEST)
    first = (begins + timedelta(days=random.randint(3, days))).date()
    last = first + timedelta(days=random.randint(0, LONGEST - 1))
    near = [one.code for one in workers if one.unit_id == person.unit_id and one != person]
    substitute = random.choice(near) if near and random.random() > ALONE else None
    said = datetime.combine(first - timedelta(days=1), time(9, random.randint(0, 59)), WARD_ZONE)
    return said, Away(person.code, substitute, first, last, said)


def words(away: Away, ward: WardView) -> str:
    """How it is said."""
    names = {one.code: f"{one.address} {one.name}" for one in ward.people.values()}
    who = f"nhờ {names[away.substitute]}" if away.substitute else "không nhờ ai"
    return f"/nghi từ {away.first:%d/%m/%Y} đến {away.last:%d/%m/%Y} {who}"


def acting(
    code: str, moment: datetime, leaves: Iterable[Away], ward: WardView, reached: Callable[[str], bool]
) -> str | None:
    """Who is reminded in a person's place: nobody away, nobody out of reach; None when there is nobody."""
    away: Mapping[str, Away] = {one.person: one for one in leaves if one.covers(moment)}
    who = _last_of(code, away)
    if code not in away or (who is not None and reached(who)):
        return who
    home = next(one.unit_id for one in ward.people.values() if one.code == code)
    heads = [one for one in ward.with_role("unit_head") if home is not None and one.unit_id == home]
    there = (one.code for one in [*heads, *ward.with_role("clerk")])
    return next((one for one in there if one not in away and reached(one)), None)


def substitute(code: str, moment: datetime, leaves: Iterable[Away]) -> str | None:
    """Who has a person's rights: himself, or while he is away his substitute; None: nobody is named."""
    return _last_of(code, {one.person: one for one in leaves if one.covers(moment)})


def _last_of(code: str, away: Mapping[str, Away]) -> str | None:
    """From substitute to substitute to somebody who is there."""
    passed: set[str] = set()
    who: str | None = code
    while who is not None and who in away and who not in passed:
        passed.add(who)
        who = away[who].substitute
    return None if who in passed else who
