"""The work of the night: is the database whole, a backup, what is to be forgotten."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy.exc import IntegrityError

from bot.domain.rotation import AGAIN, Keep, backup_owed
from bot.evidence_files import FOLDER, mirror
from db import backup, integrity, people, pulse, retention
from db.backup import BackupError
from db.session import Sessions

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Raw:
    """How long a ward keeps the words of messages, and the bot accounts that speak for it."""

    days: int
    accounts: Collection[str]


@dataclass
class Nightly:
    """Owed once a day; a machine that is off at night does it when it is on. `wards` are by code, `out` is
    where files are made that people are sent, `evidence` holds the photos and files of tasks.

    It works in a thread of its own, so that nobody waits for it: SQLite lets one read while others write.
    """

    sessions: Sessions
    url: str
    folder: Path
    keep: Keep
    wards: Mapping[str, Raw]
    out: Path
    evidence: Path | None = None
    _thread: threading.Thread | None = field(default=None, repr=False)

    def __call__(self, now: datetime) -> None:
        """At each tick: begin the work when it is owed and nobody has taken it on."""
        if (self._thread is None or not self._thread.is_alive()) and self._taken_on(now):
            self._thread = threading.Thread(target=self.work, args=(now,), name="nightly", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Until the work under way is done."""
        if self._thread is not None:
            self._thread.join()

    def work(self, now: datetime) -> None:
        """All of it, each part by itself: one that fails is logged, and the others go on.

        A damaged database is not backed up: good copies are not rotated out for bad ones.
        """
        if self._attempt("integrity check", self._is_whole, now):
            self._attempt("backup", self._back_up, now)
        self._attempt("retention", self._forget, now)

    def _taken_on(self, now: datetime) -> bool:
        try:
            with self.sessions.begin() as session:
                done, tried = pulse.last(session, "backup"), pulse.last(session, "nightly")
                return backup_owed(done, tried, now) and pulse.claim(session, "nightly", now - AGAIN, now)
        except IntegrityError:
            return False

    def _attempt(self, part: str, work: Callable[[datetime], bool], now: datetime) -> bool:
        try:
            return work(now)
        except BackupError as error:
            log.error("nightly work failed", part=part, code=error.code, detail=error.detail)
        except Exception:
            log.exception("nightly work failed", part=part)
        return False

    def _is_whole(self, now: datetime) -> bool:
        with self.sessions.begin() as session:
            damage = integrity.damage(session)
            if damage is None:
                pulse.forget(session, "damage")
                return True
            pulse.first(session, "damage", now)
        log.error("database damaged", found=damage)
        return False

    def _back_up(self, now: datetime) -> bool:
        copy = backup.make(self.url, self.folder, now)
        deleted = backup.rotate(self.folder, self.keep, now)
        files = mirror(self.evidence, self.folder / FOLDER) if self.evidence else 0
        with self.sessions.begin() as session:
            pulse.beat(session, "backup", now)
        log.info("backed up", rows=copy.rows, restored=copy.restored, deleted=len(deleted), files=files)
        return True

    def _forget(self, now: datetime) -> bool:
        for code, raw in self.wards.items():
            with self.sessions() as session:
                ward_id = people.ward_id(session, code)
            if ward_id is not None:
                before = now - timedelta(days=raw.days)
                retention.forget_messages(self.sessions, ward_id, raw.accounts, before)
        retention.forget_questions(self.sessions, now)
        retention.forget_codes(self.sessions, now)
        retention.forget_files(self.sessions, self.out, now)
        return True
