"""`./giaoban migrate`: bring the database to the schema of this version."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.backup import back_up, said
from bot.commands.installation import Installation
from db import schema
from db.backup import BackupError


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    subparsers.add_parser(
        "migrate",
        description="Đưa cơ sở dữ liệu lên phiên bản của chương trình; sao lưu trước khi đổi.",
    )


def run(args: argparse.Namespace, installation: Installation) -> int:  # noqa: ARG001 - every command takes both
    """Back up a database that holds something, then migrate it."""
    before = schema.current(installation.engine)
    if before == schema.HEAD:
        print(f"Cơ sở dữ liệu đã ở phiên bản {before}.")
        return 0
    if before is not None:
        try:
            print(f"Đã sao lưu: {back_up(installation).path}")
        except BackupError as error:
            print(f"Chưa đổi gì, vì không sao lưu được: {said(error)}")
            return 1
    schema.upgrade(installation.engine)
    print(f"Đã đưa cơ sở dữ liệu từ phiên bản {before or 'trống'} lên {schema.HEAD}.")
    return 0
