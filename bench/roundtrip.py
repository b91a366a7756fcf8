"""CPU for each report of the whole program, HTTP to HTTP, beside a bare echo on python-telegram-bot."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from bench.process import StandIn, cpu, running, stand_in, until
from bench.ward import YEAR, fill, reports
from db import schema
from db.session import Sessions, make_sessions, open_engine

MONTH, ROUNDS, REPEATS = 5, 4, 3
"""Everybody reports every indicator so often, the figure a little different each time."""
RATE = 20
"""Messages a second: below what Telegram lets a bot send."""


def main() -> None:
    """Measure both in turn, several times; print the medians."""
    ours, echoes = [], []
    for repeat in range(REPEATS):
        ours.append(_ours())
        echoes.append(_echo())
        print(
            f"round {repeat + 1}: Giao ban {ours[-1]:.2f} ms, echo {echoes[-1]:.2f} ms a message", flush=True
        )
    mine, echo = statistics.median(ours), statistics.median(echoes)
    print(f"CPU a message   Giao ban {mine:.2f} ms   bare echo {echo:.2f} ms   ratio {mine / echo:.2f}")


def _ours() -> float:
    with tempfile.TemporaryDirectory(prefix="giaoban-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'ward.db'}"
        engine = open_engine(url)
        schema.upgrade(engine)
        sessions = make_sessions(engine)
        fill(sessions, MONTH - 1, channel="telegram", account="telegram")
        words = _words(sessions)
        engine.dispose()
        now = {"BOT_NOW": f"{YEAR}-{MONTH:02}-15T06:00", "DATABASE_URL": url, "LOG_LEVEL": "ERROR"}
        return _measure([sys.executable, "-m", "bot", "run"], now, words)


def _echo() -> float:
    words = [(chat, "BHXH tự nguyện 201") for chat in range(1, 36)] * ROUNDS
    return _measure([sys.executable, "-m", "bench.echo"], {}, words)


def _words(sessions: Sessions) -> list[tuple[int, str]]:
    """What people say, a little different in each round so that each is a figure of its own."""
    return [said for place in range(ROUNDS) for said in reports(sessions, MONTH, Decimal(place) / 1000)]


def _measure(command: list[str], environment: dict[str, str], words: list[tuple[int, str]]) -> float:
    """Milliseconds of CPU a message, from the first message to the last answer."""
    with (
        stand_in("42:abcdefghijklmnopqrstuvwxyz0123456789") as api,
        running(command, environment | api.environment()) as process,
    ):
        api.tell("say", chat=1, text="warm up")
        until(lambda: api.sent() > 0)
        before, sent = cpu(process.pid), api.sent()
        _say(api, words)
        until(lambda: api.sent() >= sent + len(words))
        return (cpu(process.pid) - before) / len(words) * 1000


def _say(api: StandIn, words: list[tuple[int, str]]) -> None:
    started = time.monotonic()
    for number, (chat, text) in enumerate(words):
        time.sleep(max(0.0, started + number / RATE - time.monotonic()))
        api.tell("say", chat=chat, text=text)


if __name__ == "__main__":
    main()
