"""In which state of a ward nobody was owed anything: while that state lasts, a tick looks no further."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time

from sqlalchemy.orm import Session

from bot.domain import watch
from bot.domain.watch import Signs
from bot.domain.workdays import local, opened
from db.alarms import signs_of
from db.glance import Glance, Glances, WardGlance
from db.silences import is_noted
from handlers.turn import Office


@dataclass
class Quiet:
    """Remembers of each ward the state in which a close look found nothing to tell.

    Nothing but a change makes something owed between two of the hours that a day's rules name.
    """

    _glances: Glances = field(default_factory=Glances)
    _seen: Glance = field(default_factory=Glance)
    _states: dict[str, Hashable] = field(default_factory=dict)

    def look(self, session: Session) -> None:
        """Take in all wards, before any of them is looked at closely."""
        self._seen = self._glances.take(session)

    def lasts(self, code: str, office: Office, now: datetime) -> bool:
        """Whether there is nothing to look for in a ward."""
        ward = self._seen.wards.get(code)
        if ward is None or self._states.get(code) != self._state(ward, office, now):
            return False
        return not any(watch.news(self._signs(ward, office, now), ward.told, now))

    def note(self, code: str, office: Office, now: datetime) -> None:
        """A close look found nothing to tell in the ward as it was taken in.

        That says nothing while messages are fetched that came when the machine was off, or people are asked
        what they sent in vain: both end by the hour alone.
        """
        ward = self._seen.wards.get(code)
        if ward is None or any(is_noted(self._seen.pulses, account) for account in office.accounts):
            return
        if watch.is_caught_up(self._signs(ward, office, now), now):
            self._states[code] = self._state(ward, office, now)

    def _state(self, ward: WardGlance, office: Office, now: datetime) -> Hashable:
        here = local(now)
        passed = tuple(here.time() >= edge for edge in _edges(office, here))
        unread = tuple(self._seen.unread.get(account) for account in office.accounts)
        return (here.date(), passed, self._seen.pulses.get("awake"), unread, ward.state)

    def _signs(self, ward: WardGlance, office: Office, now: datetime) -> Signs:
        windows = office.rules.windows_on(local(now).date())
        return signs_of(self._seen.pulses, ward.unsent, office.accounts, opened(now, windows))


def _edges(office: Office, here: datetime) -> Iterator[time]:
    """The hours of a day at which something begins to be owed, or may be sent."""
    rules = office.rules
    yield from (rules.digest_at, rules.due_day_at, rules.escalate_at, rules.week_summary[1])
    for start, _end in rules.windows_on(here.date()):
        yield start
