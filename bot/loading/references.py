"""Codes that point nowhere: every reference of a document, against its own lines and what the ward has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from bot.domain.schedule import is_due_rule
from bot.loading import item_sheets, sheets
from bot.loading.cells import DueRule, folded
from bot.loading.document import ItemLine, Line, PlanDocument, Problem, ShareLine
from bot.loading.items import preset_of
from bot.loading.people import left_out
from bot.loading.words import FREQUENCY
from bot.loading.writer import Writer
from db.models import Field, Person, Unit

_POINTERS = {
    "unit": sheets.UNITS,
    "owner": sheets.PEOPLE,
    "leader": sheets.PEOPLE,
    "decider": sheets.PEOPLE,
    "field": sheets.FIELDS,
}

_HEADINGS = {
    "unit": "đơn vị",
    "owner": "phụ trách",
    "leader": "lãnh đạo",
    "decider": "người duyệt",
    "field": "lĩnh vực",
}


def check_references(writer: Writer, shares: Iterable[str] = ()) -> list[Problem]:
    """Unknown units, people, fields, parents, regimes; lines without a name that amend nothing.

    `shares` are the codes of units' shares, which the sheet Số đã có may name.
    """
    document = writer.document
    items = {*writer.items, *(line.code for line in document.items)}
    return [
        *_nameless(writer),
        *_pointers(writer),
        *_parents_and_known(document, items, {*items, *shares}),
        *(problem for line in document.items for problem in _schedule(writer, line)),
    ]


def _pointers(writer: Writer) -> Iterator[Problem]:
    document = writer.document
    known = names_in_use(writer)
    lines: tuple[Line | ShareLine, ...] = (
        *document.people,
        *document.fields,
        *document.items,
        *document.shares,
    )
    for line in lines:
        for name, sheet in _POINTERS.items():
            code = getattr(line, name, None)
            if code is not None and code not in known[sheet.part]:
                yield _not_in_use(writer, line, name, code, known[sheet.part])


def names_in_use(writer: Writer) -> dict[str, dict[str, str]]:
    """What a line may point to: names by code, by part. Who has left is no longer among the people, nor who
    leaves with this file, whose full list does not have him.
    """
    document = writer.document
    return {
        "units": _in_use(document, document.units, writer.units),
        "people": _in_use(document, document.people, writer.people),
        "fields": _names(writer.fields) | _names({line.code: line for line in document.fields}),
    }


def _in_use(
    document: PlanDocument, lines: Sequence[Line], rows: Mapping[str, Unit] | Mapping[str, Person]
) -> dict[str, str]:
    gone = left_out(document, lines, rows)
    stay = {code: row for code, row in rows.items() if row.active and code not in gone}
    return _names(stay) | _names({line.code: line for line in lines})


def _names(rows: Mapping[str, Line] | Mapping[str, Unit | Person] | Mapping[str, Field]) -> dict[str, str]:
    return {code: row.name or code for code, row in rows.items()}


def _not_in_use(
    writer: Writer, line: Line | ShareLine, name: str, code: str, known: dict[str, str]
) -> Problem:
    """Says who it was, where the ward knew him; else which of the known codes looks like it, and whose."""
    sheet, heading = _POINTERS[name], _HEADINGS[name]
    if isinstance(line, ShareLine) and name == "owner":
        heading = "người báo cáo"
    rows: Mapping[str, Unit | Person] = writer.people if sheet is sheets.PEOPLE else writer.units
    if sheet is not sheets.FIELDS and code in rows:
        what = f"mã “{code}” ({rows[code].name}) không còn trong danh sách {sheet.title}"
        return Problem(
            line.at, heading, what, f"ghi mã khác, để trống, hoặc thêm lại vào trang {sheet.title}"
        )
    todo = f"thêm vào trang {sheet.title}"
    if near := _named(code, known) or get_close_matches(code, list(known), n=1):
        todo = f"nếu là {known[near[0]]} thì ghi “{near[0]}”; không thì {todo}"
    return Problem(line.at, heading, f"không có mã “{code}” ở trang {sheet.title}", todo)


def _named(said: str, known: Mapping[str, str]) -> list[str]:
    """The one code whose name, or a part of it, was written in its place, or that was spelt otherwise."""
    words = folded(said)
    spelt = [code for code in known if folded(code) == words]
    named = [code for code, name in known.items() if f" {words} " in f" {folded(name)} "]
    return next((found for found in (spelt, named) if len(found) == 1), [])


def _parents_and_known(
    document: PlanDocument, items: Collection[str], reported: Collection[str]
) -> Iterator[Problem]:
    for line in document.indicators:
        if line.parent is not None and line.parent not in items:
            yield _unknown(line, "thuộc", line.parent, item_sheets.INDICATORS.title, items)
    for figure in document.known:
        if figure.code not in reported:
            yield _unknown(figure, "mã", figure.code, item_sheets.INDICATORS.title, reported)


def _unknown(line: object, heading: str, code: str, title: str, known: Collection[str]) -> Problem:
    near = get_close_matches(code, list(known), n=1)
    todo = f"sửa thành “{near[0]}”" if near else f"thêm vào trang {title}"
    return Problem(line.at, heading, f"không có mã “{code}” ở trang {title}", todo)  # type: ignore[attr-defined]


def _nameless(writer: Writer) -> Iterator[Problem]:
    """A line with a code alone amends what is there; what is not there yet needs its name."""
    document = writer.document
    parts: list[tuple[tuple[Line, ...], Collection[str]]] = [
        (document.units, writer.units),
        (document.people, writer.people),
        (document.fields, writer.fields),
    ]
    if document.items and writer.plan is None and not document.title:
        what = f"chưa có kế hoạch năm {writer.changes.year} để bổ sung"
        yield Problem(document.at, "tên kế hoạch", what, "nạp kế hoạch trước, hoặc nạp cùng một lần")
    else:
        parts.append((document.items, writer.items))
    for lines, existing in parts:
        for line in lines:
            if line.name is None and line.code not in existing:
                what = f"“{line.code}” chưa có trong phường và dòng này không có tên"
                yield Problem(line.at, "tên", what, "ghi tên, hoặc nạp cùng tệp kế hoạch")


def _schedule(writer: Writer, line: ItemLine) -> Iterator[Problem]:
    """A regime that nobody defined; a due rule that such a period cannot have."""
    if line.regime is not None and line.regime not in writer.regimes:
        todo = f"dùng một trong: {', '.join(writer.regimes)}"
        yield Problem(line.at, "cách tính kỳ", f"không có cách tính kỳ “{line.regime}”", todo)
    preset = preset_of(writer, line)
    rule, frequency = line.due_rule or preset.due_rule, line.frequency or preset.frequency
    regime = writer.regimes.get(line.regime or preset.regime)
    if line.name and regime is not None and not regime.allows(frequency):
        what = f"“{regime.name}” không có kỳ “{FREQUENCY.show(frequency)}”"
        yield Problem(line.at, "kỳ báo cáo", what, "dùng tuần, tháng, 6 tháng (học kỳ) hoặc năm")
    if line.name and frequency != "none" and not is_due_rule(rule, frequency):
        yield Problem(
            line.at,
            "hạn nộp",
            f"kỳ “{FREQUENCY.show(frequency)}” không có hạn “{DueRule().show(rule)}”",
            "tuần: “thứ Sáu” hoặc “sau 2 ngày”; kỳ khác: “ngày 17” (1 đến 28) hoặc “sau 2 ngày”",
        )
