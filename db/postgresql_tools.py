"""pg_dump and pg_restore: found in the version that the server needs, called without showing a password."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, Engine

PLACES = Path("/usr/lib/postgresql")
"""Where Debian keeps the tools of each version."""


class ToolError(Exception):
    """A tool is missing (`code` "no_tool", `detail` its name and version) or has failed ("tool_failed")."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def server_version(engine: Engine) -> int:
    """The server's major version."""
    with engine.connect() as connection:
        return int((connection.dialect.server_version_info or (0,))[0])


def find(name: str, version: int) -> str:
    """The tool's path, not older than the server, or ToolError: an older pg_dump refuses a newer server."""
    folders = [*os.get_exec_path(), *map(str, sorted(PLACES.glob("*/bin"), reverse=True))]
    for path in filter(None, (shutil.which(name, path=folder) for folder in folders)):
        if _version(path) >= version:
            return path
    raise ToolError("no_tool", f"{name} {version}")


def call(path: str, url: URL, *arguments: str) -> None:
    """Run a tool on a database. Raise ToolError with what it said; never with the password."""
    address = url.set(drivername="postgresql", password=None).render_as_string()
    _run([path, f"--dbname={address}", *arguments], {"PGPASSWORD": url.password} if url.password else {})


def restore(path: str, url: URL, dump: Path) -> None:
    """Restore a dump into a database that has no schema "public"; all of it, or ToolError."""
    call(path, url, "--no-owner", "--no-privileges", "--single-transaction", str(dump))


def read_through(path: str, dump: Path) -> None:
    """Read a dump to its end, to know that it can be read. Raise ToolError."""
    _run([path, f"--file={os.devnull}", str(dump)], {})


def _version(path: str) -> int:
    said = subprocess.run([path, "--version"], capture_output=True, encoding="utf-8", errors="replace")  # noqa: S603
    found = re.search(r"(\d+)", said.stdout)
    return int(found[1]) if found else 0


def _run(command: list[str], secret: dict[str, str]) -> None:
    # An argument list, no shell; the password goes by the environment, which other users cannot read.
    done = subprocess.run(  # noqa: S603
        command, env=os.environ | secret, capture_output=True, encoding="utf-8", errors="replace"
    )
    if done.returncode:
        raise ToolError("tool_failed", f"{Path(command[0]).name}: {done.stderr.strip()}")
