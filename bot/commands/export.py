"""`./giaoban export`: everything of a ward, as a workbook to read and as JSON lines for a program."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.commands.choosing import add_ward_argument, chosen_ward
from bot.commands.installation import Installation
from bot.evidence_files import FOLDER, mirror

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bot.loading.records import Records
    from db.models import Ward


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "export",
        description="Lấy toàn bộ dữ liệu của một phường ra hai tệp: Excel (kế hoạch, cán bộ, số liệu, "
        "tiến độ, vướng mắc, mọi quyết định, nhật ký; ai, lúc nào; số lượng theo cán bộ từng tháng) và "
        "JSON (mọi bảng, mỗi dòng một bản ghi).",
    )
    add_ward_argument(parser)
    parser.add_argument("--to", type=Path, metavar="THƯ_MỤC", help="thư mục, mặc định out/")


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Write both files, which only the operator may read, and say where they are."""
    from sqlalchemy import select

    from bot.loading.exporting import document_of
    from bot.loading.records import records_of
    from bot.loading.template import write_workbook
    from db import contents
    from db.models import Evidence, Plan
    from db.ward_rows import rows_of

    folder = args.to or installation.out
    folder.mkdir(parents=True, exist_ok=True)
    with installation.sessions() as session:
        ward = chosen_ward(session, args.ward)
        name = f"xuat-{ward.code}-{installation.clock.now():%Y%m%d-%H%M%S}"
        plans = select(Plan).where(Plan.ward_id == ward.id).order_by(Plan.year.desc())
        document = document_of(session, ward, session.scalars(plans).first())
        workbook, lines = _private(folder / f"{name}.xlsx"), _private(folder / f"{name}.jsonl")
        write_workbook(
            document, workbook, [*records_of(session, ward.id), *_counted(session, ward, installation)]
        )
        count = 0
        with lines.open("w", encoding="utf-8") as file:
            for table, row in rows_of(session, ward.id):
                file.write(f'{{"table": {json.dumps(table)}, "row": {contents.as_json(row)}}}\n')
                count += 1
        kept = select(Evidence.sha256).where(Evidence.ward_id == ward.id, Evidence.state == "kept")
        shown = folder / name / FOLDER
        files = mirror(installation.evidence, shown, {str(one) for one in session.scalars(kept)})
    print(f"{workbook}\n{lines} ({count} dòng)")
    if files:
        print(f"{shown} ({files} ảnh, tệp kèm nhiệm vụ; tên tệp là mã băm, ghi ở bảng evidence)")
    print("Hai tệp có số điện thoại và nội dung tin nhắn của cán bộ: giữ như tài liệu nội bộ.")
    return 0


def _counted(session: Session, row: Ward, installation: Installation) -> list[Records]:
    """What each person had to report and did, by month; nothing of a ward that has no rules any more."""
    from bot.loading.records import Records
    from db.ward_loading import load
    from handlers.situation.counts import tallies
    from handlers.texts.situation.workbook import COUNT_COLUMNS, COUNTS, count_rows

    now, office = installation.clock.now(), installation.offices.get(row.code)
    if office is None:
        return []
    ward = load(session, row.id, now.date(), office.calendar, office.rules.closed, office.regimes)
    return [Records(COUNTS, COUNT_COLUMNS, count_rows(tallies(session, now, office, ward), ward))]


def _private(path: Path) -> Path:
    path.touch(mode=0o600)
    return path
