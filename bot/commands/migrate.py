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
    """Back up a database that holds something, then migrate it; and the queue's tables where there is one."""
    before = schema.current(installation.engine)
    if before is not None and before == schema.HEAD and not _queue_is_due(installation):
        print(f"Cơ sở dữ liệu đã ở phiên bản {before}.")
        return 0
    if before is not None:
        try:
            print(f"Đã sao lưu: {back_up(installation).path}")
        except BackupError as error:
            print(f"Chưa đổi gì, vì không sao lưu được: {said(error)}")
            return 1
    if before != schema.HEAD:
        schema.upgrade(installation.engine)
        print(f"Đã đưa cơ sở dữ liệu từ phiên bản {before or 'trống'} lên {schema.HEAD}.")
    if _queue_is_due(installation):
        from bot.engine import queue_schema

        queue_schema.upgrade(installation.engine)
        print(f"Đã đưa bảng của hàng đợi lên {queue_schema.wanted()}.")
    return 0


def _queue_is_due(installation: Installation) -> bool:
    """Whether the engine in use has tables of its own that are not there, or old."""
    if installation.settings.engine != "procrastinate":
        return False
    from bot.engine import queue_schema

    return queue_schema.current(installation.engine) != queue_schema.wanted()
