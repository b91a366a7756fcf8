"""`./giaoban backup`: a copy of the database that has been opened and checked."""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url

from bot.clock import SystemClock
from bot.commands.installation import Installation

KEPT = 14


class BackupError(Exception):
    """Why there is no copy, or no good one: a Vietnamese sentence."""


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "backup",
        description="Sao lưu khi chương trình vẫn chạy, mở bản sao ra kiểm tra, xóa bớt bản cũ.",
    )
    parser.add_argument("--keep", type=int, default=KEPT, metavar="SỐ", help=f"giữ mấy bản (mặc định {KEPT})")
    parser.add_argument("--to", type=Path, metavar="THƯ_MỤC", help="thư mục khác, ví dụ ổ đĩa ngoài")


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Make one copy and say where it is."""
    try:
        copy = back_up(installation, args.to, args.keep)
    except BackupError as error:
        print(error)
        return 1
    print(f"Đã sao lưu và kiểm tra: {copy} ({copy.stat().st_size / 1e6:.1f} MB)")
    return 0


def folder_of(installation: Installation) -> Path:
    """Where copies are kept unless told otherwise."""
    return installation.root / "data" / "backups"


def copies_in(folder: Path) -> list[Path]:
    """The copies in a folder, oldest first."""
    return sorted([*folder.glob("giaoban-*.db"), *folder.glob("giaoban-*.dump")], key=lambda path: path.stem)


def back_up(installation: Installation, folder: Path | None = None, keep: int = KEPT) -> Path:
    """Copy the database into `folder` and check the copy; of all copies there the newest `keep` stay.

    Raise BackupError when it cannot be made or does not open. An unfinished copy never has a final name.
    """
    folder = folder or folder_of(installation)
    url = make_url(installation.database_url)
    is_sqlite = url.get_backend_name() == "sqlite"
    moment = f"{SystemClock().now():%Y%m%d-%H%M%S-%f}"
    copy = folder / f"giaoban-{moment}.{'db' if is_sqlite else 'dump'}"
    unfinished = copy.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished.touch(mode=0o600)
        (_copy_sqlite if is_sqlite else _copy_postgresql)(url, unfinished)
        unfinished.replace(copy)
    except OSError as error:
        raise BackupError(f"Không ghi được vào {folder}: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    for old in copies_in(folder)[: -max(keep, 1)]:
        old.unlink()
    return copy


def _copy_sqlite(url: URL, copy: Path) -> None:
    source = Path(url.database or "")
    if not source.is_file():
        raise BackupError(f"Chưa có cơ sở dữ liệu {source}: ./giaoban migrate")
    try:
        with closing(sqlite3.connect(source, isolation_level=None)) as database:
            database.execute("VACUUM INTO ?", (str(copy),))
        with closing(sqlite3.connect(copy)) as database:
            verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        raise BackupError(f"Không sao lưu được {source}: {error}") from error
    if verdict != "ok":
        raise BackupError(f"Bản sao của {source} không toàn vẹn, đã bỏ: {verdict}")


def _copy_postgresql(url: URL, copy: Path) -> None:
    pg_dump, pg_restore = shutil.which("pg_dump"), shutil.which("pg_restore")
    if not pg_dump or not pg_restore:
        raise BackupError("Máy chưa có pg_dump để sao lưu PostgreSQL: sudo apt install postgresql-client")
    env = os.environ | {"PGPASSWORD": url.password or ""}
    address = url.set(drivername="postgresql", password=None).render_as_string()
    _call([pg_dump, "--format=custom", f"--file={copy}", f"--dbname={address}"], env)
    _call([pg_restore, "--list", str(copy)], env)


def _call(command: list[str], env: dict[str, str]) -> None:
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise BackupError(f"{Path(command[0]).name}: {done.stderr.strip()}")
