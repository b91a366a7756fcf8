"""Several processes on one PostgreSQL: one is killed, then the database is; nothing is lost or disordered."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.load import Load
from bench.play import SEVERAL, Play, wait
from bench.postgresql import postgresql
from tests.engine.killable import HASTE
from tests.engine.program import Program


def test_what_dies_is_replaced_and_what_is_away_waited_for_without_anybody_doing_anything(
    tmp_path: Path,
) -> None:
    with tempfile.TemporaryDirectory(prefix="giaoban-pg-") as data, postgresql(Path(data)) as server:

        def happen(load: Load, programs: list[Program]) -> None:
            wait(lambda: all("bắt đầu chạy" in program.log for program in programs), 60)
            wait(lambda: load.answered > 0.3, 60)
            programs[0].kill()
            wait(lambda: load.answered > 0.6, 60)
            server.stop()
            server.start()

        play = Play(90, 9, 3, SEVERAL | {HASTE: "1"}, people=60, tick=4)
        found = play.run(tmp_path, server.url, happen)
    logs = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("log-*"))
    assert found.kept, f"{found}\n{logs}"
    assert found.reminded > 30
    assert found.doubled <= 2, found
