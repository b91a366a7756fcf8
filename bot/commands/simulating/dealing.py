"""What waits for a leader's decision in the simulated year, and what was decided: a book of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Kind = Literal["completion", "extension", "late"]
Verdict = Literal["confirmed", "returned", "granted", "refused", "recorded", "rejected", "replaced"]
MOVES = frozenset({"returned", "granted"})
"""Verdicts with which another day holds."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What can be asked only once at a time: a kind of request about an item, of one period or of none."""

    kind: Kind
    item: str
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a request, when; `until` is the day that holds from then on."""

    verdict: Verdict
    at: datetime
    until: date | None = None


@dataclass
class Request:
    """Somebody has asked at `at`; `decided` is None while it waits.

    `since` is the day on which it was typed; `by` the code of who asked, where it matters who decides.
    """

    matter: Matter
    at: datetime
    since: date
    by: str | None = None
    decided: Decision | None = None

    def waits(self, moment: datetime) -> bool:
        """True when it had been asked before a moment, and not been decided before it."""
        return self.at < moment and (self.decided is None or self.decided.at >= moment)


@dataclass
class Dealings:
    """Every request of the year, in the order in which they were made."""

    requests: list[Request] = field(default_factory=list)
    _decided: defaultdict[str, list[Request]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, requests: Iterable[Request]) -> Dealings:
        """The book of these requests."""
        made = cls(list(requests))
        for one in made.requests:
            if one.decided is not None:
                made._decided[one.matter.item].append(one)
        return made

    def ask(self, matter: Matter, at: datetime, since: date | None = None, by: str | None = None) -> None:
        """A request; the one before it about the same matter no longer waits."""
        if (before := self.open(matter)) is not None:
            self._settle(before, Decision("replaced", at))
        self.requests.append(Request(matter, at, since or at.date(), by))

    def decide(self, kind: Kind, item: str, decision: Decision) -> bool:
        """The request about an item is decided; False when none was open."""
        found = [one for one in self.requests if one.decided is None]
        for one in found:
            if (one.matter.kind, one.matter.item) == (kind, item):
                self._settle(one, decision)
                return True
        return False

    def _settle(self, request: Request, decision: Decision) -> None:
        request.decided = decision
        self._decided[request.matter.item].append(request)

    def open(self, matter: Matter) -> Request | None:
        """The request about a matter that nobody has decided."""
        return next((one for one in self.requests if one.matter == matter and one.decided is None), None)

    def waiting(self, moment: datetime) -> Sequence[Request]:
        """What had been asked and not been decided before a moment."""
        return [one for one in self.requests if one.waits(moment)]

    def day(self, item: str, period: str | None, planned: date, moment: datetime) -> date:
        """The day on which it is due, as it stood just before a moment: the newest decision that moved it."""
        newest = self._moved(item, period, moment)
        return newest.until or planned if newest else planned

    def is_for_what_lacked(self, item: str, moment: datetime) -> bool:
        """True when the day of a task is one for what its result lacked: that extends nothing."""
        newest = self._moved(item, None, moment)
        return newest is not None and newest.verdict == "returned"

    def _moved(self, item: str, period: str | None, moment: datetime) -> Decision | None:
        if item not in self._decided:
            return None
        found = [
            one.decided
            for one in self._decided[item]
            if one.matter.period == period and one.decided is not None and one.decided.at < moment
            if one.decided.verdict in MOVES and one.decided.until is not None
        ]
        return max(found, key=lambda one: one.at, default=None)

    def came_back(self, item: str, since: datetime, moment: datetime) -> bool:
        """True when what was handed in at `since` had been returned before a moment."""
        return any(
            one.decided is not None and one.decided.verdict == "returned" and since <= one.decided.at < moment
            for one in self._decided[item]
        )
