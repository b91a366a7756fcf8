"""A few hundred hostile updates over HTTP; the long version is bench/hostile.py."""

from __future__ import annotations

from pathlib import Path

from bench.hostile import run


def test_hostile_updates_escape_nowhere_and_change_nothing(tmp_path: Path) -> None:
    found = run(250, seed=7, folder=tmp_path)
    assert found.clean, found
    assert found.answers[400] > 4
    assert found.answers[200] > 200
