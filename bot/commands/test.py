"""`./giaoban test`: lint, format, types, contracts between packages, then the tests."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bot.commands.installation import Installation

CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
    "mypy": ["-m", "mypy", "-n", "auto", "bot", "handlers", "db", "config", "tests", "bench", "giaoban"],
}

WORKERS = str((os.cpu_count() or 1) + 1)
"""One more than there are cores: some tests only wait for a process that they have killed or begun."""

COMPILE_ANEW = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, each of the many processes that tests start would compile the whole program anew."""


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "test", description="Kiểm tra mã nguồn: ruff, lint-imports, mypy, rồi các bài kiểm thử."
    )
    parser.add_argument(
        "pytest", nargs=argparse.REMAINDER, help="cho pytest, đường dẫn trước: tests/domain -k quý"
    )


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Run every check, whichever fails, so that one run tells all; the closing line of the tests is last."""
    failed = [name for name, command in CHECKS.items() if not _passes(name, command, installation.root)]
    if failed:
        print(f"Chưa đạt: {', '.join(failed)}. Các bài kiểm thử vẫn chạy tiếp.", flush=True)
    tests = subprocess.run(
        # Neighbours stay in one process, where they share what was made for the first of them.
        [sys.executable, "-m", "pytest", "-n", WORKERS, "--dist", "worksteal", *args.pytest],
        cwd=installation.root,
        env={name: value for name, value in os.environ.items() if name != COMPILE_ANEW},
    )
    return tests.returncode or int(bool(failed))


def _passes(name: str, command: list[str], root: Path) -> bool:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, *command],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if done.returncode:
        print(done.stdout.strip())
    verdict = "lỗi" if done.returncode else "tốt"
    print(f"{name}: {verdict} ({time.monotonic() - started:.1f} giây)", flush=True)
    return done.returncode == 0
