"""`./giaoban read`: what the assistant understands of a message, for a person or for a program."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.commands.choosing import add_ward_argument
from config.errors import ConfigError

if TYPE_CHECKING:
    from bot.commands.installation import Installation
    from bot.domain.items import KnownItem


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "read",
        description="Xem trợ lý hiểu một tin nhắn thế nào. Không ghi nội dung tin nhắn: đọc từng dòng JSON"
        " (id, text, context, reference_time) từ đầu vào, trả về từng dòng JSON.",
        epilog='Ví dụ: ./giaoban read "bhxh 201/269"',
    )
    parser.add_argument("text", nargs="*", metavar="TIN", help="nội dung tin nhắn cần giải thích")
    parser.add_argument(
        "--indicators",
        type=Path,
        metavar="TỆP",
        help="danh mục chỉ tiêu (JSON) hoặc tệp kế hoạch (YAML) thay cho kế hoạch mẫu",
    )
    add_ward_argument(parser)
    parser.add_argument("--dates", action="store_true", help="mỗi dòng là câu trả lời cho “đến ngày nào?”")


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Explain the message given, or read lines of JSON from standard input until it ends."""
    if args.dates:
        from bot.commands.read_dates import date_line

        return _answer(date_line)
    if args.text:
        from bot.commands.explaining import explain

        items, plan = (_items(args.indicators), "") if args.indicators else _in_use(args, installation)
        print(*explain(" ".join(args.text), items, installation.clock.now()), *filter(None, [plan]), sep="\n")
        return 0
    from bot.domain.reading.corpus import CorpusReader

    if sys.stdin.isatty():
        print(
            'Đang chờ các dòng JSON từ bàn phím; xem một tin nhắn: ./giaoban read "bhxh 201"', file=sys.stderr
        )
    return _answer(CorpusReader(_items(args.indicators)).predict)


def _answer(answer: Any) -> int:
    """Write the answer to each line of standard input. ConfigError: a line is not of the form expected."""
    for number, line in enumerate(_lines(sys.stdin), 1):
        try:
            said = answer(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise ConfigError([f"dòng {number} không đúng dạng: {error}"]) from error
        print(json.dumps(said, ensure_ascii=False), flush=True)
    return 0


def _lines(source: Iterable[str]) -> Iterator[str]:
    return (line for line in source if line.strip())


def _in_use(args: argparse.Namespace, installation: Installation) -> tuple[list[KnownItem], str]:
    """The items of the plan that the assistant uses, else of the one that ships; which of them it is."""
    from bot.commands.loaded_plan import loaded

    found = loaded(installation, args.ward)
    if found is not None:
        return found.items, f"Theo kế hoạch đang dùng của {found.ward}."
    return _items(None), "Theo kế hoạch mẫu config/plans/ngo-quyen.yaml: chưa nạp kế hoạch của phường nào."


def _items(path: Path | None) -> list[KnownItem]:
    """The items of a registry or plan file, else of the plan that ships with the product."""
    if path is None or path.suffix in (".yaml", ".yml"):
        from bot.commands.explaining import PLAN, plan_items

        return plan_items(path or PLAN)
    from bot.domain.reading.corpus import CorpusReader

    try:
        return list(CorpusReader.of(json.loads(path.read_text(encoding="utf-8"))).registry)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError([f"--indicators: không đọc được {path}: {error}"]) from error
