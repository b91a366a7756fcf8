"""The plug board: `python -m bot COMMAND …` finds the command's module and hands it the installation."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from bot.commands.command_line import speak_vietnamese
from bot.commands.failures import in_words
from bot.commands.installation import Installation
from config.errors import ConfigError

COMMANDS = {
    "demo": "chạy thử một ngày làm việc, không cần tài khoản nào",
    "simulate": "chạy thử cả năm với cán bộ đặt ra, kiểm tra mọi quy tắc",
    "run": "chạy trợ lý trên các kênh đã thiết lập",
    "check": "kiểm tra thiết lập, cơ sở dữ liệu, kết nối",
    "load": "nạp kế hoạch, danh sách cán bộ",
    "invite": "cấp mã mời cho một người, mọi người, quản trị hoặc nhóm chung",
    "people": "danh sách cán bộ, ai chưa kết nối",
    "status": "tình hình thực hiện kế hoạch",
    "read": "xem trợ lý hiểu một tin nhắn thế nào",
    "migrate": "đưa cơ sở dữ liệu lên phiên bản của chương trình",
    "backup": "sao lưu cơ sở dữ liệu",
    "restore": "khôi phục một bản sao lưu",
    "export": "lấy toàn bộ dữ liệu của một phường ra tệp",
    "copy": "chép sang cơ sở dữ liệu khác (SQLite, PostgreSQL)",
    "test": "kiểm tra mã nguồn",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; return its exit code."""
    os.umask(0o077)  # what the program writes holds people's names, numbers and words
    said = list(sys.argv[1:] if arguments is None else arguments)
    args = _parser(said[0] if said else "").parse_args(said)
    try:
        result = import_module(f"bot.commands.{args.command}").run(args, Installation())
    except ConfigError as error:
        return _refused(error.problems)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if words := in_words(error):
            return _refused([words])
        raise
    return int(result)


def _refused(problems: Sequence[str]) -> int:
    print("Chưa chạy được:", *(f"  {problem}" for problem in problems), sep="\n", file=sys.stderr)
    return 1


def _parser(command: str) -> argparse.ArgumentParser:
    """The whole table of commands, of which only `command` is imported."""
    speak_vietnamese()
    parser = argparse.ArgumentParser(
        prog="./giaoban", description="Giao ban: trợ lý nhắc việc, nhận số liệu, tổng hợp của UBND phường."
    )
    subparsers = parser.add_subparsers(dest="command", metavar="LỆNH", required=True, title="lệnh")
    for name, about in COMMANDS.items():
        if name == command:
            import_module(f"bot.commands.{name}").add_parser(subparsers)
        else:
            subparsers.add_parser(name, help=about)
    return parser


if __name__ == "__main__":
    sys.exit(main())
