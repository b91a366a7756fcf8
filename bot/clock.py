"""The only reader of the computer's clock: everything else is handed `now`."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.workdays import WARD_ZONE


class Clock(Protocol):
    """Tells the moment, aware, in the ward's time zone."""

    def now(self) -> datetime:
        """The present moment."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(WARD_ZONE)


class StartedAt:
    """A clock that showed `start` when it was made, and has run since (BOT_NOW, for demonstrations)."""

    def __init__(self, start: datetime) -> None:
        self._start = start.astimezone(WARD_ZONE)
        self._made = time.monotonic()

    def now(self) -> datetime:
        """`start` and the time that has passed since."""
        return self._start + timedelta(seconds=time.monotonic() - self._made)


class SetClock:
    """A clock that stands still until it is moved, for tests and the demo."""

    def __init__(self, now: datetime) -> None:
        self.set(now)

    def now(self) -> datetime:
        """The moment it was set to."""
        return self._now

    def set(self, now: datetime) -> None:
        """Show `now`, which must know its time zone."""
        if now.tzinfo is None:
            raise ValueError("a moment must know its time zone")
        self._now = now.astimezone(WARD_ZONE)

    def advance(self, by: timedelta) -> None:
        """Move on by `by`."""
        self._now += by
