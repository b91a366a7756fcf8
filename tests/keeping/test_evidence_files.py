"""The photos and files of tasks go where the copies of the database go, and come back from there."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.evidence_files import mirror, write_whole
from handlers.evidence.arrived import place


def keep(folder: Path, content: bytes) -> Path:
    path = place(folder, hashlib.sha256(content).hexdigest())
    write_whole(path, content)
    return path


def test_only_what_is_lacking_is_copied_and_all_of_it_comes_back(tmp_path: Path) -> None:
    here, there, again = tmp_path / "here", tmp_path / "there", tmp_path / "again"
    first, second = keep(here, b"one"), keep(here, b"two")
    assert mirror(here, there) == 2
    assert mirror(here, there) == 0
    assert mirror(there, again) == 2
    assert {path.name for path in again.rglob("*") if path.is_file()} == {first.name, second.name}
    assert place(again, first.name).read_bytes() == b"one"


def test_what_is_unfinished_or_not_asked_for_stays(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    wanted = keep(here, b"one")
    keep(here, b"two")
    wanted.with_suffix(".part").write_bytes(b"half")
    assert mirror(here, there, {wanted.name}) == 1
    assert [path.name for path in there.rglob("*") if path.is_file()] == [wanted.name]


def test_nothing_there_is_nothing_to_copy(tmp_path: Path) -> None:
    assert mirror(tmp_path / "none", tmp_path / "there") == 0
