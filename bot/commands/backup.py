"""`./giaoban backup`: a copy of the database that has been restored on trial and compared."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from bot.commands.installation import Installation
from bot.domain.rotation import Keep
from bot.evidence_files import FOLDER, mirror
from db import backup
from db.backup import BackupError, Copy

# What went wrong, for the operator; the codes are those of BackupError.
WORDS = {
    "no_database": "Chưa có cơ sở dữ liệu {}: ./giaoban migrate",
    "unreadable": "Không sao lưu được {}",
    "damaged": "Bản sao không toàn vẹn, đã bỏ: {}",
    "differs": "Khôi phục thử không khớp số dòng ở bảng {}; đã bỏ bản sao, chạy lại lệnh này",
    "unwritable": "Không ghi được vào {}",
    "no_tool": "Máy chưa có {} (hoặc bản mới hơn) để sao lưu PostgreSQL: sudo apt install postgresql-client",
    "tool_failed": "{}",
    "other_kind": "{} không phải bản sao của loại cơ sở dữ liệu đang dùng (DATABASE_URL)",
}


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "backup",
        description="Sao lưu khi chương trình vẫn chạy, khôi phục thử bản sao để kiểm tra, xóa bớt bản cũ. "
        "Trợ lý đang chạy thì mỗi đêm tự làm việc này.",
    )
    parser.add_argument("--to", type=Path, metavar="THƯ_MỤC", help="thư mục khác, ví dụ ổ đĩa ngoài")


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Make one copy and say where it is."""
    try:
        copy = back_up(installation, args.to)
    except BackupError as error:
        print(said(error))
        return 1
    size = copy.path.stat().st_size / 1e6
    tried = (
        "đã khôi phục thử" if copy.restored else "đã đọc thử (chưa được quyền tạo cơ sở dữ liệu để khôi phục)"
    )
    print(f"Đã sao lưu: {copy.path} ({size:.1f} MB, {copy.rows} dòng, {tried})")
    return 0


def said(error: BackupError) -> str:
    """What went wrong, as a sentence."""
    return WORDS[error.code].format(error.detail)


def folder_of(installation: Installation) -> Path:
    """Where copies are kept unless told otherwise."""
    return installation.settings.backup_dir or installation.root / "data" / "backups"


def keep_of(installation: Installation) -> Keep:
    """How many copies stay."""
    days, weeks, months = installation.settings.kept_backups
    return Keep(days=days, weeks=weeks, months=months)


def back_up(installation: Installation, folder: Path | None = None) -> Copy:
    """Copy the database, check the copy, delete what need not stay. Raise BackupError.

    The name of a copy bears the computer's time, whatever BOT_NOW says: copies are sorted by it.
    """
    folder, now = folder or folder_of(installation), SystemClock().now()
    copy = backup.make(installation.database_url, folder, now)
    backup.rotate(folder, keep_of(installation), now)
    mirror(installation.evidence, folder / FOLDER)
    return copy
