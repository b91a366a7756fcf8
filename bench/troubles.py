"""What goes wrong beside a kill, while people report and are reminded; counts what became of it all.

    python -m bench.troubles outage|pause|twice [--messages 2000] [--rate 15]

outage: PostgreSQL is stopped twice ("immediate") and started again, under three processes. pause: each of
three processes stands still (SIGSTOP) for longer than its time, and goes on. twice: two processes on one
PostgreSQL that each believe to be alone (ENGINE=local).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.load import Findings, Load
from bench.play import SEVERAL, Play, Trouble, wait
from bench.postgresql import Server, postgresql
from bench.process import leave_nothing_running
from tests.engine.program import Program

AWAY, STILL = 8.0, 45.0
"""Seconds that the database is away, and that a process stands still: longer than all that it may."""


def outage(server: Server, times: int = 2, away: float = AWAY) -> Trouble:
    """The database is stopped so often, and started again."""

    def happen(load: Load, _programs: list[Program]) -> None:
        for number in range(1, times + 1):
            _wait_for(load, number / (times + 1))
            server.stop()
            time.sleep(away)
            server.start()

    return happen


def pause(still: float = STILL) -> Trouble:
    """One process after the other stands still while the others go on."""

    def happen(load: Load, programs: list[Program]) -> None:
        for number, program in enumerate(programs, 1):
            _wait_for(load, number / (len(programs) + 1))
            program.pause()
            time.sleep(still)
            program.go_on()

    return happen


def nothing(_load: Load, _programs: list[Program]) -> None:
    """Where what is wrong is there from the beginning."""


def _wait_for(load: Load, part: float) -> None:
    wait(lambda: load.answered >= part, 600)


KINDS: dict[str, tuple[Callable[[Server], Trouble], int]] = {
    "outage": (outage, 3),
    "pause": (lambda _server: pause(), 3),
    "twice": (lambda _server: nothing, 2),
}


def play(kind: str, messages: int, rate: float, folder: Path, server: Server) -> Findings:
    """One of the troubles, on an empty database."""
    trouble, processes = KINDS[kind]
    settings = {} if kind == "twice" else SEVERAL
    return Play(messages, rate, processes, settings).run(folder, server.url, trouble(server))


def main() -> int:
    """Print what was found; 1 when something was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--rate", type=float, default=15.0, help="messages a second")
    options = parser.parse_args()
    leave_nothing_running()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="giaoban-trouble-") as name:
        folder = Path(name)
        with postgresql(folder / "data") as server:
            found = play(options.kind, options.messages, options.rate, folder, server)
    print(found)
    print(f"{options.kind}: {time.monotonic() - started:.0f} s")
    return 0 if found.kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
