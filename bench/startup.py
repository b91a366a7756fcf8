"""How long `bot run` takes until it asks Telegram for its name, and what memory it holds after a report."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from bench.process import cpu, memory, running, stand_in, until
from bench.ward import YEAR, fill
from db import schema
from db.session import make_sessions, open_engine

TIMES = 7


def main() -> None:
    """Print the medians."""
    rounds = [_start() for _ in range(TIMES)]
    seconds, busy, held = (statistics.median(values) for values in zip(*rounds, strict=True))
    print(f"start-up   {seconds:5.2f} s wall   {busy:5.2f} s CPU")
    print(f"memory     {held:5.0f} MiB, the most it held until the digests were out and a report answered")


def _start() -> tuple[float, float, float]:
    """Seconds until the first call of the Bot API, seconds of CPU until then, MiB at the end."""
    with (
        tempfile.TemporaryDirectory(prefix="giaoban-bench-") as folder,
        stand_in("42:abcdefghijklmnopqrstuvwxyz0123456789") as api,
    ):
        url = f"sqlite:///{Path(folder) / 'ward.db'}"
        engine = open_engine(url)
        schema.upgrade(engine)
        fill(make_sessions(engine), 4, channel="telegram", account="telegram")
        engine.dispose()
        settings = {"DATABASE_URL": url, "BOT_NOW": f"{YEAR}-05-15T08:00", "LOG_LEVEL": "ERROR"}
        started = time.perf_counter()
        with running([sys.executable, "-m", "bot", "run"], settings | api.environment()) as process:
            until(lambda: api.tell("count", method="getMe") > 0)
            seconds, busy = time.perf_counter() - started, cpu(process.pid)
            until(lambda: api.sent() > 0)
            before = len(api.tell("texts", chat=4))
            api.tell("say", chat=4, text="viec")
            until(lambda: len(api.tell("texts", chat=4)) > before)
            return seconds, busy, memory(process.pid)


if __name__ == "__main__":
    main()
