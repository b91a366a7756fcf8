"""Killed at its most delicate points, the program loses nothing; the long version is bench/torture.py."""

from __future__ import annotations

from pathlib import Path

from bench.torture import Torture

POINTS = ("accept.after", "receive.after", "settle.before", "send.after")


def test_killed_in_the_middle_of_its_work_it_loses_nothing_and_repeats_only_what_was_under_way(
    tmp_path: Path,
) -> None:
    torture = Torture(
        messages=60, kills=len(POINTS), seed=7, rate=12, points=POINTS, patience=8, people=60, tick=4
    )
    found = torture.run(tmp_path, f"sqlite:///{tmp_path / 'ward.db'}")
    assert found.kept, found
    assert found.reminded > 30
    # One for each kill; one more where the machine is so slow that a call of the platform seems to hang.
    assert found.doubled <= 2 * len(POINTS), found
    # A slow machine may not reach every point in the time that it gets.
    assert len(torture.killed.keys() & set(POINTS)) >= 3, torture.killed
