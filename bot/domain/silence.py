"""Times in which nothing was heard of a platform: what it has not kept, and when a message was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.workdays import local

SHORT = timedelta(minutes=3)
"""A restart: on a channel that keeps nothing, too short to ask everybody about."""
LONGEST = timedelta(days=60)
"""Nobody knows what he sent so long ago; and a clock that shows 1970 or 2038 is wrong."""
SETTLING = timedelta(minutes=10)
"""What the platform has kept is handled by then, and a clock that was wrong has most often been set."""
LATE = timedelta(days=3)
"""After that it is not asked any more: what is owed has been reminded of in other ways."""
SLACK = timedelta(minutes=2)
"""Two clocks that are right may differ by so much."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing was heard from `since` to `until`; what was sent before `lost_until` was not kept."""

    since: datetime
    lost_until: datetime
    until: datetime

    @property
    def key(self) -> str:
        """Unique within a ward."""
        return f"{self.since:%y%m%d%H%M}-{self.until:%y%m%d%H%M}"


def silence(heard: datetime, now: datetime, keeps: timedelta) -> Silence | None:
    """What was lost when the platform, which keeps messages for `keeps`, was last heard at `heard`."""
    if not max(keeps, SHORT) < now - heard <= LONGEST:
        return None
    return Silence(heard, now - keeps, now)


def is_to_be_asked(one: Silence, now: datetime) -> bool:
    """Whether it is time to ask for what was lost."""
    return SETTLING <= now - one.until <= LATE


def said_at(sent_at: datetime, received_at: datetime, keeps: timedelta | None) -> datetime:
    """When a person sent a message: what the platform says, where that can be; else when it came in.

    A report is in time by when it was sent, though the assistant was off over the deadline. It cannot have
    been sent after it came, nor longer before than the platform keeps it (None: it says nothing of the past).
    """
    if keeps is None or not -SLACK <= received_at - sent_at <= keeps + SLACK:
        return local(received_at)
    return local(min(sent_at, received_at))
