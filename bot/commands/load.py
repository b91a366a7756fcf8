"""`./giaoban load`: a plan, its people and first figures from workbooks or YAML; or an empty workbook."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.commands.asking import agreed
from bot.commands.installation import Installation
from config.errors import ConfigError

if TYPE_CHECKING:
    from bot.loading.changes import Action, Changes
    from bot.loading.document import PlanDocument
    from handlers.turn import Office

SHOWN = 40
"""How many changed lines are printed."""
LISTED = 12
"""How many codes of a list are printed."""
_ACTIONS: dict[Action, str] = {"add": "Thêm", "change": "Đổi", "stop": "Ngừng"}


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "load",
        description="Nạp kế hoạch, cán bộ, số đã có từ tệp Excel (.xlsx) hoặc YAML; nhiều tệp thì nạp chung."
        " Mẫu: config/plans; cách ghi: docs/plan-format.md.",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="TỆP", help="tệp .xlsx hoặc .yaml")
    parser.add_argument("--year", type=int, metavar="NĂM", help="chuyển kế hoạch sang năm này")
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem sẽ thay đổi gì, không ghi")
    parser.add_argument("--yes", action="store_true", help="không hỏi lại trước khi đổi những gì đã có")
    parser.add_argument(
        "--carry-over", action="store_true", help="chuyển nhiệm vụ năm trước chưa xong sang kế hoạch năm nay"
    )
    parser.add_argument("--ward", metavar="MÃ", help="phường nào (với --carry-over, khi có nhiều phường)")
    parser.add_argument("--template", type=Path, metavar="TỆP", help="ghi một tệp Excel trống để điền")


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Write the template, or load the files. 0: done, or nothing to do; 1: problems, or not agreed to."""
    if args.template:
        return _write_template(args.template)
    if args.carry_over:
        return _carry_over(args, installation)
    if not args.files:
        raise ConfigError(["load: cần tên tệp để nạp, hoặc --template TỆP để lấy tệp mẫu"])
    from bot.loading.document import PlanDocument
    from bot.loading.reading import read_documents

    document, problems = read_documents(args.files)
    if problems:
        return _refuse(problems)
    if document == PlanDocument():
        print("Chưa nạp: tệp chưa có dòng nào được điền (dòng có mã “ví dụ” là dòng mẫu, không được nạp).")
        return 1
    return _load(args, document, installation)


def _write_template(path: Path) -> int:
    from bot.loading.template import write_template

    if path.suffix.lower() != ".xlsx":
        raise ConfigError([f"--template: {path}: cần tên tệp .xlsx"])
    if path.exists():
        raise ConfigError([f"--template: đã có tệp {path}, không ghi đè"])
    write_template(path)
    print(f"Đã ghi tệp mẫu {path}. Điền xong: ./giaoban load {path}")
    return 0


def _carry_over(args: argparse.Namespace, installation: Installation) -> int:
    """Show last year's open tasks, and put them into this year's plan when that is agreed to.

    While last year's plan is still worked by, that waits for its last day: until then people go on with it.
    """
    from sqlalchemy import select

    from bot.loading.carrying import carry_over, open_tasks, want
    from db import plans
    from db.models import Ward

    codes, now = list(installation.offices), installation.clock.now()
    code = args.ward or (codes[0] if len(codes) == 1 else None)
    if code not in codes:
        raise ConfigError([f"--ward: cần một trong {', '.join(codes)}"])
    year = args.year or now.year
    with installation.sessions.begin() as session:
        ward = session.scalars(select(Ward).where(Ward.code == code)).one_or_none()
        found = open_tasks(session, ward.id, year - 1, now) if ward else []
        if ward is None or not found:
            print(f"Không có nhiệm vụ nào của năm {year - 1} chưa xong, chưa chuyển.")
            return 0
        print(f"{ward.name}: {len(found)} nhiệm vụ năm {year - 1} chưa xong:")
        print(*(f"  {row.key} {row.name[:80]}" for row in found), sep="\n")
        if args.dry_run or not (args.yes or agreed(f"Chuyển sang kế hoạch năm {year}? (có/không) ")):
            print("Chưa ghi gì.")
            return 0 if args.dry_run else 1
        if not plans.exists(session, ward.id, year):
            raise ConfigError([f"chưa có kế hoạch năm {year}: nạp kế hoạch trước, rồi chuyển"])
        office = installation.offices[code]
        worked_by = plans.worked_by(session, ward.id, now.date(), office.calendar, office.regimes)
        if worked_by is not None and worked_by.year < year:
            want(session, ward.id, year, now)
            print(f"Kế hoạch năm {worked_by.year} còn dùng; nhiệm vụ nào khi ấy chưa xong sẽ tự chuyển")
            print(f"vào ngày đầu dùng kế hoạch năm {year} (khi hết hạn báo cáo của năm {worked_by.year}).")
            return 0
        pairs = carry_over(session, ward.id, year, now, office.rules.task_preset)
    print(*(f"  {old.key} → {new.key}" for old, new in pairs), "Đã chuyển.", sep="\n")
    if undated := [new.key for old, new in pairs if old.due_on and not new.due_on]:
        print(f"Hạn cũ đã qua, chờ hạn mới: {', '.join(undated)}.")
        print("Lãnh đạo phụ trách hoặc Văn phòng đặt bằng DUYỆT; hoặc nạp tệp có cột mã và cột hạn.")
    return 0


def _load(args: argparse.Namespace, document: PlanDocument, installation: Installation) -> int:
    from bot.loading.applying import plan_changes

    office, now = _office(document, installation), installation.clock.now()
    with installation.sessions() as session:
        changes = plan_changes(session, office.rules, office.regimes, document, args.year, now)
    if changes.problems:
        return _refuse(changes.problems)
    print(*described(changes), sep="\n")
    past = changes.year < now.year
    if past:
        print(f"Kế hoạch này của năm {changes.year}, nay là năm {now.year}: hạn và kỳ đều đã qua.")
        print(f"Chuyển sang năm nay: thêm --year {now.year}")
    if args.dry_run or not changes.changes:
        print("Xem thử, chưa ghi gì." if args.dry_run else "Không có gì thay đổi.")
        return 0
    if not args.yes and not _agreed(changes, past=past):
        print("Chưa ghi gì.")
        return 1
    return _write(args, document, installation, changes)


def _write(
    args: argparse.Namespace, document: PlanDocument, installation: Installation, shown: Changes
) -> int:
    """Write what was shown, and nothing else: somebody may have changed the ward in the meantime."""
    from bot.loading.applying import apply

    office, now = _office(document, installation), installation.clock.now()
    with installation.sessions() as session:
        if apply(session, office.rules, office.regimes, document, args.year, now).changes != shown.changes:
            print("Dữ liệu của phường vừa thay đổi; chưa ghi gì, chạy lại lệnh này.")
            return 1
        session.commit()
    print("Đã nạp.")
    return 0


def _office(document: PlanDocument, installation: Installation) -> Office:
    """The rules of the document's ward; a file that names no ward is for the only one."""
    offices = installation.offices
    if document.ward_code in offices:
        return offices[document.ward_code]
    if len(offices) == 1:
        return next(iter(offices.values()))
    raise ConfigError([f"mã phường trong tệp: cần một trong {', '.join(offices)}"])


def _agreed(changes: Changes, *, past: bool) -> bool:
    """Asked about a year that is over, and what is there already: a first load takes nothing away."""
    if not past and all(change.action == "add" for change in changes.changes):
        return True
    return agreed("Ghi những thay đổi này? (có/không) ")


def _refuse(problems: Sequence[object]) -> int:
    print(f"Chưa nạp: {len(problems)} chỗ cần sửa.")
    for problem in problems:
        print(f"  {problem}")
    return 1


def described(changes: Changes) -> Iterator[str]:
    """What will change, what the plan lacks and what to look at, as lines."""
    yield f"{changes.ward}, kế hoạch năm {changes.year}"
    for action, word in _ACTIONS.items():
        sheets = dict.fromkeys(change.sheet for change in changes.changes if change.action == action)
        counts = [f"{changes.count(action, sheet)} {sheet.lower()}" for sheet in sheets]
        if counts:
            yield f"{word}: {', '.join(counts)}"
        if action != "add":
            yield from _lines_of(changes, action)
    if changes.unchanged:
        same = ", ".join(f"{count} {sheet.lower()}" for sheet, count in changes.unchanged.items())
        yield f"Giữ nguyên: {same}"
    yield from _list("Chưa có người phụ trách", changes.lacks_owner)
    yield from _list("Chưa có số giao", changes.lacks_target)
    yield from _list("Nhiệm vụ chưa có hạn", changes.lacks_due)
    yield from _list(
        "Chưa có lĩnh vực, nên không có lãnh đạo phụ trách và theo kỳ báo cáo chung", changes.lacks_field
    )
    if changes.warnings:
        yield "Lưu ý:"
        yield from (f"  {warning}" for warning in changes.warnings)


def _lines_of(changes: Changes, action: Action) -> Iterator[str]:
    listed = [change for change in changes.changes if change.action == action]
    found = [change for change in listed if not change.is_order]
    for change in found[:SHOWN]:
        details = "; ".join(
            f"{detail.heading}: {detail.before or '(trống)'} → {detail.after or '(trống)'}"
            for detail in change.details
        )
        yield f"  {change.code} {change.name[:60]}" + (f": {details}" if details else "")
    if len(found) > SHOWN:
        yield f"  … và {len(found) - SHOWN} dòng nữa"
    if moved := [change.code for change in listed if change.is_order]:
        yield f"  Thứ tự theo tệp: {_some(moved)}"


def _list(title: str, keys: Iterable[str]) -> Iterator[str]:
    codes = list(keys)
    if codes:
        more = " (xem đủ: /kehoach)" if len(codes) > LISTED else ""
        yield f"{title} ({len(codes)}): {_some(codes)}{more}"


def _some(codes: Sequence[str]) -> str:
    return ", ".join([*codes[:LISTED], *(["…"] if len(codes) > LISTED else [])])
