"""Who acts for a person on a day: himself, or while he is away his substitute."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Absence:
    """`person` is away from `first` to `last`, both included; `substitute` acts for him (None: nobody named).

    People are ids. Of two absences of a person that share a day the one with the higher `id` holds.
    """

    id: int
    person: int
    substitute: int | None
    first: date
    last: date

    def covers(self, day: date) -> bool:
        """True when the person is away on this day."""
        return self.first <= day <= self.last


def away_on(absences: Iterable[Absence], day: date) -> dict[int, Absence]:
    """Who is away on a day, and by which absence."""
    current = sorted((one for one in absences if one.covers(day)), key=lambda one: one.id)
    return {one.person: one for one in current}


def substitute_of(
    person: int, away: dict[int, Absence], reachable: Collection[int] | None = None
) -> int | None:
    """Who acts for a person: himself when he is there, else his substitute, or that one's, and so on.

    None when nobody was named, when the chain comes back to somebody who is away, or when who stands at its
    end cannot be reached (`reachable` None: everybody can).
    """
    passed: set[int] = set()
    while (absence := away.get(person)) is not None:
        passed.add(person)
        if absence.substitute is None or absence.substitute in passed:
            return None
        person = absence.substitute
    lost = passed and reachable is not None and person not in reachable
    return None if lost else person
