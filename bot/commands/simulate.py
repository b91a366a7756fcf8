"""`./giaoban simulate`: a year of the ward, played by invented officials before it goes live."""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from pathlib import Path
from typing import Any

from bot.commands.installation import ROOT, Installation

PLAN = ROOT / "config" / "plans" / "ngo-quyen.yaml"


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "simulate",
        description="Chạy thử cả năm với cán bộ đặt ra: trả lời, quên, gõ nhầm, hỏi, chặn; máy có lúc tắt. "
        "Không đụng đến dữ liệu thật, không gửi tin cho ai.",
    )
    parser.add_argument("--plan", type=Path, default=PLAN, metavar="TỆP", help="tệp kế hoạch (.yaml, .xlsx)")
    parser.add_argument("--people", type=int, default=60, metavar="SỐ", help="bao nhiêu người (mặc định 60)")
    parser.add_argument("--year", type=int, default=2026, metavar="NĂM", help="năm (mặc định 2026)")
    parser.add_argument("--seed", type=int, default=1, metavar="SỐ", help="số khác thì một năm khác")
    parser.add_argument("--weeks", type=int, metavar="SỐ", help="chỉ mấy tuần đầu năm")


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Play the year and tell what happened; 1 when something that must be true is not."""
    from bot.commands.sample_ward import sample_office
    from bot.commands.simulating.cast import read_plan, rules_for
    from bot.commands.simulating.play import simulate
    from bot.commands.simulating.telling import verdict, what_happened
    from bot.logs import configure

    configure("ERROR")
    gc.set_threshold(50_000, 50, 100)  # to look through what stays took 5 to 7 % of the time
    started = time.monotonic()
    document = read_plan(args.plan)
    office = rules_for(document, installation.offices, sample_office())
    with tempfile.TemporaryDirectory(prefix="giaoban-nam-") as folder:
        record = simulate(
            document,
            office,
            Path(folder),
            people=args.people,
            year=args.year,
            seed=args.seed,
            weeks=args.weeks,
            aside=True,
        )
    print(*what_happened(record), sep="\n")
    lines, good = verdict(record)
    print(*lines, sep="\n")
    print(f"{time.monotonic() - started:.0f} giây.")
    return 0 if good else 1
