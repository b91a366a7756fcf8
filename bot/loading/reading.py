"""Reading plan documents: files of either kind, laid over each other, into one document with its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bot.loading.checks import check_lines
from bot.loading.document import Place, PlanDocument, Problem
from bot.loading.sheets import SHEETS
from bot.loading.tables import Row, Tables, document_of, merged


def read_documents(paths: Sequence[Path]) -> tuple[PlanDocument, list[Problem]]:
    """What the files say together (later ones over earlier ones), and every problem in them at once.

    A document with problems is not to be loaded.
    """
    tables = merged([_tables_of(path) for path in paths])
    document, problems = document_of(tables)
    return document, _in_order([*problems, *check_lines(document)])


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    """One problem a cell, from the first sheet to the last and from top to bottom."""
    sheets = {sheet.title: place for place, sheet in enumerate(SHEETS)}
    first: dict[tuple[Place, str], Problem] = {}
    for problem in problems:
        first.setdefault((problem.place, problem.column), problem)
    return sorted(
        first.values(), key=lambda one: (one.place.file, sheets.get(one.place.sheet, -1), one.place.row)
    )


def _tables_of(path: Path) -> Tables:
    reader = _reader(path.suffix.lower())
    problem = None
    if reader is None:
        problem = Problem(
            Place(path.name, "", 0), "", "không đọc được loại tệp này", "dùng tệp .xlsx hoặc .yaml"
        )
    elif not path.is_file():
        problem = Problem(Place(str(path), "", 0), "", "không tìm thấy tệp", "kiểm tra lại đường dẫn")
    if problem or reader is None:
        return Tables(Row(Place(path.name, "", 0), {}), problems=[problem] if problem else [])
    return reader(path)


def _reader(suffix: str) -> Callable[[Path], Tables] | None:
    # Imported only when such a file is read: openpyxl and yaml have no place in the bot's start-up.
    if suffix in {".yaml", ".yml"}:
        from bot.loading import yaml_file

        return yaml_file.read_tables
    if suffix in {".xlsx", ".xlsm"}:
        from bot.loading import workbook

        return workbook.read_tables
    return None
