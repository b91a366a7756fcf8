"""`./giaoban copy --to URL`: everything into another database, SQLite or PostgreSQL, counted and compared."""

from __future__ import annotations

import argparse
from typing import Any

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from bot.commands.installation import Installation
from config.errors import ConfigError
from config.settings import database_address
from db.alone import InUseError, alone
from db.copying import CopyError, copy
from db.session import open_engine

# Why nothing was copied, for the operator; the codes are those of CopyError.
WORDS = {
    "not_empty": "cơ sở dữ liệu đích đã có dữ liệu (bảng {}); cần một cơ sở dữ liệu trống",
    "schema": "phiên bản cơ sở dữ liệu là {}, khác chương trình: ./giaoban migrate",
    "differs": "bảng {} chép sang không khớp",
}


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "copy",
        description="Chép toàn bộ dữ liệu sang một cơ sở dữ liệu trống, loại nào cũng được, rồi đối chiếu "
        "từng bảng. Dừng trợ lý trước khi chép; chép xong thì sửa DATABASE_URL.",
    )
    parser.add_argument(
        "--to", required=True, metavar="URL", help="postgresql://người:mật_khẩu@máy/tên hoặc sqlite:///tệp.db"
    )


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Copy, compare, and say how much that was; 1 when nothing was kept."""
    try:
        url = database_address(args.to)
    except ValueError as error:
        raise ConfigError([f"--to: {error}"]) from None
    shown = make_url(url).render_as_string(hide_password=True)
    target = open_engine(url)
    try:
        with alone(installation.database_url):
            counts = copy(installation.engine, target)
    except CopyError as error:
        print(f"Chưa chép gì: {WORDS[error.code].format(error.detail)}")
        return 1
    except InUseError as error:
        print(f"Chưa chép gì: trợ lý đang chạy trên {error}; dừng trợ lý rồi chạy lại lệnh này.")
        return 1
    except DBAPIError as error:
        print(f"Chưa chép gì: {str(error.orig).strip().splitlines()[0]}")
        return 1
    finally:
        target.dispose()
    for name, number in counts.items():
        if number:
            print(f"  {name}: {number}")
    print(f"Đã chép {sum(counts.values())} dòng sang {shown}, đối chiếu từng bảng đều khớp.")
    print("Việc tiếp theo: sửa DATABASE_URL trong .env, rồi ./giaoban check. Dữ liệu cũ vẫn còn nguyên.")
    return 0
