"""The plan, its indicators and tasks, written over those of the ward."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from textwrap import shorten
from typing import Any

from bot.domain.ward import Preset
from bot.loading import item_sheets, sheets
from bot.loading.aliases import aliases_of
from bot.loading.cells import folded
from bot.loading.columns import Sheet
from bot.loading.document import IndicatorLine, ItemLine, TaskLine
from bot.loading.people import said
from bot.loading.writer import Writer
from db.models import Item, Plan

MADE_IN_CHAT = "chat:"
"""How the slug of an item begins that a person made by chat: a plan that does not list it keeps it."""
ALIKE = 0.4


def write_plan(writer: Writer) -> None:
    """The plan of the year, when the document is one (it has a title)."""
    document = writer.document
    if not document.title or document.year is None:
        return
    fresh = Plan(
        ward_id=writer.ward.id,
        year=document.year,
        source_year=writer.source_year or document.year,
        loaded_at=writer.now,
    )
    writer.plan = writer.put(sheets.PLAN, str(document.year), writer.plan, fresh, {"title": document.title})


def write_items(writer: Writer) -> None:
    """Indicators, then tasks; a plan stops those that it no longer lists, save what was made by chat."""
    document = writer.document
    for place, line in enumerate(document.items):
        write_item(writer, line, place if document.title else None, _sheet_of(line))
    for line in document.indicators:
        _write_parent(writer, line)
    if document.title:
        listed = {line.code for line in document.items}
        shares = shares_among(writer.items.values())
        for code, row in writer.items.items():
            stays = code in listed or row.id in shares or row.slug.startswith(MADE_IN_CHAT)
            if row.active and not stays:
                writer.stop(_sheet(row.kind), code, row)


def shares_among(rows: Iterable[Item]) -> set[int]:
    """Ids of the items that are units' shares of collected indicators: the sheet Thu thập says which."""
    rows = list(rows)
    lines = {row.id for row in rows if row.collect}
    return {row.id for row in rows if row.parent_id in lines}


def write_item(writer: Writer, line: ItemLine, place: int | None, sheet: Sheet) -> None:
    """One line over the item with its code, or as a new item; `place` is where it stands, None as before."""
    known = writer.items.get(line.code)
    _warn_of_another_name(writer, line, known)
    values = _values(writer, line, known)
    if place is not None:
        values["sort"] = place
    kind = "indicator" if isinstance(line, IndicatorLine) else "task"
    fresh = Item(ward_id=writer.ward.id, plan_id=writer.plan.id if writer.plan else None, kind=kind)
    fresh.key, fresh.slug, fresh.sort = line.code, line.slug or folded(line.code), place or len(writer.items)
    writer.items[line.code] = writer.put(sheet, line.code, known, fresh, values)


def _values(writer: Writer, line: ItemLine, known: Item | None) -> dict[str, Any]:
    # Owner, unit and date that the file leaves blank may have been given by chat: they stay.
    own: dict[str, Any] = {}
    if isinstance(line, TaskLine):
        own = {
            "due_on": line.due_on,
            "product": line.product,
            "coordinating": _coordinating(writer, line),
            "basis": line.basis,
            "milestones": _milestones(line),
            "recurring": _recurring(line),
        }
    elif isinstance(line, IndicatorLine):
        own = {"listed": _listed(line), "collect": line.collect}
    return said(
        name=line.name,
        short_name=line.short_name
        or (shorten(line.name, 80, placeholder="…") if line.name and not known else None),
        aliases=aliases_of(writer, line, known),
        field_id=writer.fields[line.field].id if line.field else None,
        unit_id=writer.units[line.unit].id if line.unit else None,
        owner_id=writer.people[line.owner].id if line.owner else None,
        leader_id=writer.people[line.leader].id if line.leader else None,
        decider_id=writer.people[line.decider].id if line.decider else None,
        focal=line.focal if line.focal is not None or not line.name else False,
        active=True if line.name else None,
        note=line.note,
        **own,
        **_timing(writer, line),
    )


def _timing(writer: Writer, line: ItemLine) -> dict[str, Any]:
    """When it is reported: what the line says, and for a full line the ward's preset for the rest."""
    preset = preset_of(writer, line) if line.name else None
    due_time = line.due_time or (preset and preset.due_time)
    return {
        "frequency": line.frequency or (preset and preset.frequency),
        "regime": line.regime or (preset and preset.regime),
        "due_rule": line.due_rule or (preset and preset.due_rule),
        "due_time": f"{due_time:%H:%M}" if due_time else None,
    }


def preset_of(writer: Writer, line: ItemLine) -> Preset:
    """What a blank "kỳ báo cáo" means: a compound line is reported by its parts, a year-end review once a
    year, a task with a date by that date; everything else as the ward's file says for the field."""
    rules = writer.rules
    if isinstance(line, TaskLine):
        return replace(rules.task_preset, frequency="none") if line.due_on else rules.task_preset
    preset = rules.presets.get(line.field or "", rules.preset)
    evaluation = line.target.evaluation if isinstance(line, IndicatorLine) and line.target else None
    if evaluation == "composite":
        return replace(preset, frequency="none")
    return replace(preset, frequency="year") if evaluation == "year_end_review" else preset


def _listed(line: IndicatorLine) -> bool | None:
    if line.listed is not None or not line.name:
        return line.listed
    return line.parent is None


def _coordinating(writer: Writer, line: TaskLine) -> list[str] | None:
    """The units by their codes, however the file names them; who is no unit of the ward as it is written."""
    if line.coordinating is None:
        return None
    codes = {folded(said): code for code, row in writer.units.items() for said in (row.name, code)}
    return [codes.get(folded(said), said) for said in line.coordinating]


def _milestones(line: TaskLine) -> list[dict[str, str]] | None:
    if line.milestones is None:
        return None
    return [{"on": on.isoformat(), "name": name} for on, name in line.milestones]


def _recurring(line: TaskLine) -> bool | None:
    """A task without a date that names its own period comes back in each; None where nothing is said."""
    if line.frequency is None and not line.name:
        return None
    return line.frequency not in {None, "none"} and line.due_on is None


def _write_parent(writer: Writer, line: IndicatorLine) -> None:
    """The compound line that it is part of; after all lines, because a part may stand before its line."""
    if line.parent and writer.items[line.code].parent_id != writer.items[line.parent].id:
        writer.items[line.code].parent_id = writer.items[line.parent].id


def _warn_of_another_name(writer: Writer, line: ItemLine, known: Item | None) -> None:
    if known is None or not line.name or known.name == line.name:
        return
    if SequenceMatcher(None, folded(known.name), folded(line.name)).ratio() < ALIKE:
        writer.changes.warnings.append(
            f"{line.code}: tên đổi hẳn; số liệu cũ vẫn thuộc mã này, đầu việc khác thì dùng mã mới"
        )


def _sheet_of(line: ItemLine) -> Sheet:
    return item_sheets.INDICATORS if isinstance(line, IndicatorLine) else item_sheets.TASKS


def _sheet(kind: str) -> Sheet:
    return item_sheets.INDICATORS if kind == "indicator" else item_sheets.TASKS
