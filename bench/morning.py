"""200 people reminded at once, while the stand-in enforces Telegram's limits: 30 a second, 1 to a chat."""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete

from bench.process import running, stand_in, until
from bench.ward import YEAR, fill
from bot.domain.message import Address, Outgoing
from bot.domain.workdays import WARD_ZONE
from db import outbox, schema
from db.models import Chat
from db.session import Sessions, make_sessions, open_engine

PEOPLE = 200
NOW = datetime(YEAR, 5, 15, 10, tzinfo=WARD_ZONE)
GOAL = 1.25 * PEOPLE / 30


def main() -> int:
    """Print how many arrived in which time, and how often the platform refused; 1 where that is too bad."""
    with (
        tempfile.TemporaryDirectory(prefix="giaoban-bench-") as folder,
        stand_in("42:abcdefghijklmnopqrstuvwxyz0123456789", "--limits") as api,
    ):
        url = f"sqlite:///{Path(folder) / 'ward.db'}"
        engine = open_engine(url)
        schema.upgrade(engine)
        sessions = make_sessions(engine)
        fill(sessions, 4, channel="telegram", account="telegram")
        _remind(sessions)
        engine.dispose()
        settings = {"DATABASE_URL": url, "BOT_NOW": NOW.isoformat(), "LOG_LEVEL": "ERROR"}
        with running([sys.executable, "-m", "bot", "run"], settings | api.environment()):
            until(lambda: api.sent() > 0)
            started = time.monotonic()
            until(lambda: api.sent() >= PEOPLE)
            seconds = time.monotonic() - started
        refused = int(api.tell("count", method="sendMessage", status=429))
        delivered = api.sent()
    print(f"delivered {delivered} of {PEOPLE} in {seconds:.1f} s (goal {GOAL:.1f} s), {refused} answers 429")
    return 0 if delivered == PEOPLE and not refused and seconds <= GOAL else 1


def _remind(sessions: Sessions) -> None:
    with sessions.begin() as session:
        session.execute(delete(Chat))  # whom the clock would remind as well
        for chat in range(1001, 1001 + PEOPLE):
            message = Outgoing(Address("telegram", "telegram", str(chat)), "[Hạn 17/11] 03 mục cần gửi")
            outbox.put(session, message, key=f"reminder:{chat}", kind="reminder", now=NOW)


if __name__ == "__main__":
    raise SystemExit(main())
