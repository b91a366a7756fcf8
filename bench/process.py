"""A program of its own to measure: its CPU time and memory, and the stand-in beside it. Linux only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


class StandIn:
    """The stand-in of Telegram in a process of its own, and what one bot account did there."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.token = token
        self._http = httpx.Client(trust_env=False, timeout=10)

    def tell(self, act: str, **fields: Any) -> Any:
        """Call a public function of the account (tests.standin.telegram.Account)."""
        return self._http.post(f"{self.url}/standin/{self.token}/{act}", json=fields).json()

    def sent(self) -> int:
        """How many messages of the bot have arrived."""
        return int(self.tell("count", method="sendMessage", status=200))

    def environment(self) -> dict[str, str]:
        """The settings that make a program talk to it."""
        return {"TELEGRAM_TOKEN": self.token, "TELEGRAM_API_BASE": self.url}


@contextmanager
def stand_in(token: str, *options: str) -> Iterator[StandIn]:
    """A stand-in on a free port, until the end of the block."""
    with running([sys.executable, "-m", "tests.standin.telegram", "--port", "0", *options], {}) as process:
        assert process.stdout is not None
        yield StandIn(process.stdout.readline().decode().strip(), token)


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program until the end of the block; then it is asked to end."""
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


def cpu(pid: int) -> float:
    """Seconds of CPU that a process has used so far, in all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid: int) -> float:
    """MiB that a process has held at most."""
    return _status(pid, "VmHWM")


def memory_now(pid: int) -> float:
    """MiB that a process holds."""
    return _status(pid, "VmRSS")


def _status(pid: int, name: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


def leave_nothing_running() -> None:
    """When this measurement is asked to end, let it end what it has started."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


def until(holds: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something holds; TimeoutError when it does not."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)
