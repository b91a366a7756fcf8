"""The second door: a tick of the clock. What is owed in each ward is decided and put in the outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.delivery import Delivery
from bot.wards import Wards
from db import pulse, reminders
from db.session import Sessions
from db.ward_view import WardView
from handlers import carrying_out, clockwork
from handlers.decision import Owed, together
from handlers.quiet import Quiet
from handlers.turn import Office

log = structlog.get_logger()

TURN = timedelta(seconds=45)
"""For how long a ward is left to the process that has it, where several feel the same minute."""


@dataclass
class Ticks:
    """Ticks of all wards. `shared`: other processes feel the clock too, and each ward is looked at by one."""

    sessions: Sessions
    wards: Wards
    clock: Clock
    deliver: Callable[[Session, WardView, datetime], Delivery]
    out: Path
    shared: bool = False
    _quiet: Quiet = field(default_factory=Quiet)
    _last: datetime | None = None

    def once(self) -> Iterator[int]:
        """One tick, decision by decision: how many messages each made.

        Between two of them messages may be handled: a hundred mornings take longer than an answer may.
        """
        now = self.clock.now()
        if self._last is None or not timedelta(0) <= now - self._last <= pulse.STOPPED:
            self._mark(pulse.wake, now)
        with self.sessions() as session:
            self._quiet.look(session)
        for code, office in self.wards.offices.items():
            if not self._quiet.lasts(code, office, self.clock.now()) and self._is_ours(code):
                yield 0
                yield from self._tick_of(code, office, self.clock.now())
        self.beat(now)

    def beat(self, now: datetime) -> None:
        """A tick is over."""
        self._mark(lambda session, moment: pulse.beat(session, "tick", moment), now)
        self._last = now

    def _is_ours(self, code: str) -> bool:
        """Where others tick too, the first to come has the ward: they share the work of a morning.

        That saves work only. The keys of what is decided keep it from being said twice.
        """
        if not self.shared:
            return True
        now = self.clock.now()
        with suppress(IntegrityError), self.sessions.begin() as session:
            return pulse.claim(session, f"tick:{code}", now - TURN, now)
        return False

    def _tick_of(self, code: str, office: Office, now: datetime) -> Iterator[int]:
        """One ward. One decision that fails is logged, and the others go on."""
        for alike in together(self._decisions(code, office, now)):
            yield self._decide(code, office, now, alike)

    def _decide(self, code: str, office: Office, now: datetime, alike: Sequence[Owed]) -> int:
        """Each decision is its own transaction; a period is summed up in one for all who are told of it."""
        try:
            with self.sessions.begin() as session:
                return self._carry_out(session, code, office, now, alike)
        except IntegrityError:
            log.info("decided elsewhere", ward=code, decision=alike[0].key)
        except Exception:
            log.exception("tick failed", ward=code, decision=alike[0].key)
        # Together or not at all: what one of them ran into is not to keep the others from it.
        return sum(self._decide(code, office, now, [one]) for one in alike) if len(alike) > 1 else 0

    def _mark(self, write: Callable[[Session, datetime], None], now: datetime) -> None:
        """Write when something happened; of two processes that do it at the same moment one is enough."""
        with suppress(IntegrityError), self.sessions.begin() as session:
            write(session, now)

    def _decisions(self, code: str, office: Office, now: datetime) -> Sequence[Owed]:
        """What is owed, once what has waited for longer than it says anything is taken back."""
        try:
            with self.sessions.begin() as session:
                ward = self.wards.find(session, code, now)
                if ward is None:
                    return []
                ward.index_names()
                reminders.take_back(session, ward.id, now)
                found = clockwork.owed(session, now, office, ward)
        except Exception:
            log.exception("tick failed", ward=code)
            return []
        if not found:
            self._quiet.note(code, office, now)
        return found

    def _carry_out(
        self, session: Session, code: str, office: Office, now: datetime, alike: Sequence[Owed]
    ) -> int:
        ward = self.wards.get(session, code, now)
        delivery = self.deliver(session, ward, now)
        made = 0
        for decision, replies in carrying_out.carry_out(session, now, office, ward, alike, self.out):
            for place, reply in enumerate(replies):
                key = f"{decision.key}:{place}"
                made += delivery.put(reply, key=key, kind=decision.sends, not_after=decision.not_after)
        return made
