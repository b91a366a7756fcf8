"""A year is played by two processes: one of them feels a week of it minute by minute."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FAILS = "from bot.commands.simulating import beside\nbeside.begin(lambda: 1 / 0)()"


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    # A process of its own: to copy one that runs many tests in threads is not safe.
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_command_plays_the_week_in_another_process_and_tells_what_happened() -> None:
    done = _python("-m", "bot", "simulate", "--weeks", "1", "--people", "4")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "[tốt] nhảy giờ khớp từng phút" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process is not copied")
def test_what_fails_there_fails_here() -> None:
    done = _python("-c", FAILS)
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    assert "RuntimeError: the work beside has failed" in done.stderr
