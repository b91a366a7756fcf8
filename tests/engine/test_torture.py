"""Killed at every named point, the program loses nothing; the long version is bench/torture.py."""

from __future__ import annotations

from pathlib import Path

from bench.torture import Torture
from tests.engine.killable import POINTS


def test_killed_at_every_step_it_loses_nothing_and_says_nothing_twice_but_what_was_under_way(
    tmp_path: Path,
) -> None:
    torture = Torture(messages=160, kills=len(POINTS), seed=7, rate=12)
    found = torture.run(tmp_path, f"sqlite:///{tmp_path / 'ward.db'}")
    assert found.clean, found
    assert set(torture.killed) == set(POINTS), torture.killed
