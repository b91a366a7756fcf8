"""The photos and files of tasks: each lies under its hash, so that what is there already stays as it is."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

FOLDER = "minh-chung"
"""Beside the copies of the database, and in an export."""


def write_whole(path: Path, content: bytes) -> None:
    """All of it or nothing stands at `path`; the same content may stand there already."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def mirror(source: Path, target: Path, only: Collection[str] | None = None) -> int:
    """Copy what `target` lacks (of the hashes in `only`, where given); how many files that was."""
    copied = 0
    for file in source.glob("??/*"):
        wanted = only is None or file.name in only
        copy = target / file.parent.name / file.name
        if not wanted or file.suffix or copy.exists():
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        unfinished = copy.with_suffix(".part")
        shutil.copyfile(file, unfinished)
        unfinished.replace(copy)
        copied += 1
    return copied
