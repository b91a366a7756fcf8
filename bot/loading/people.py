"""Units, people and fields of a document, written over those of the ward."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.loading import sheets
from bot.loading.changes import Detail
from bot.loading.document import Line, PersonLine, PlanDocument
from bot.loading.words import ROLE
from bot.loading.writer import Writer
from db.models import Field, Person, Role, Unit


def write_units(writer: Writer) -> None:
    """Units in the order of the document; those that a full list no longer has are stopped."""
    for place, line in enumerate(writer.document.units):
        values = said(name=line.name, sort=place if line.name else None, active=True, confirms=line.confirms)
        fresh = Unit(ward_id=writer.ward.id, code=line.code)
        writer.units[line.code] = writer.put(
            sheets.UNITS, line.code, writer.units.get(line.code), fresh, values
        )
    for code in left_out(writer.document, writer.document.units, writer.units):
        writer.stop(sheets.UNITS, code, writer.units[code])


def write_people(writer: Writer) -> None:
    """People and their roles; those that a full list no longer has are stopped, admins apart."""
    for line in writer.document.people:
        _write_person(writer, line)
    for code in left_out(writer.document, writer.document.people, writer.people):
        writer.stop(sheets.PEOPLE, code, writer.people[code])
    _note_kept(writer)


def _note_kept(writer: Writer) -> None:
    """Say that who is not in a file without a plan stays."""
    listed = {line.code for line in writer.document.people}
    kept = [code for code, row in writer.people.items() if row.active and code not in listed]
    if listed and kept and not writer.document.title:
        writer.changes.warnings.append(
            f"tệp không có tên kế hoạch chỉ bổ sung: {len(kept)} người không có trong tệp được giữ nguyên;"
            " ai đã thôi công tác thì nhắn NGƯỜI THÔI + tên"
        )


def left_out(
    document: PlanDocument, lines: Sequence[Line], rows: Mapping[str, Unit] | Mapping[str, Person]
) -> list[str]:
    """Codes in use that a full list (one with names, in the file of a whole plan) no longer has.

    Never an admin, who may have been invited before any list existed: a list cannot lock the house.
    """
    if not document.title or not any(line.name for line in lines):
        return []
    listed = {line.code for line in lines}
    return [code for code, row in rows.items() if row.active and code not in listed and not _is_admin(row)]


def _is_admin(row: Unit | Person) -> bool:
    return isinstance(row, Person) and "admin" in {role.name for role in row.roles}


def _write_person(writer: Writer, line: PersonLine) -> None:
    values = said(
        name=line.name,
        address=line.address or ("đồng chí" if line.code not in writer.people else None),
        title=line.title,
        phone=line.phone,
        unit_id=writer.units[line.unit].id if line.unit else None,
        active=True,
    )
    known = writer.people.get(line.code)
    fresh = Person(ward_id=writer.ward.id, code=line.code)
    row = writer.put(sheets.PEOPLE, line.code, known, fresh, values)
    writer.people[line.code] = row
    roles = line.roles if line.roles or known else ("official",)
    if roles is not None:
        _write_roles(writer, row, set(roles), is_new=known is None)


def _write_roles(writer: Writer, row: Person, roles: set[str], *, is_new: bool) -> None:
    before = {role.name for role in row.roles}
    if before == roles:
        return
    row.roles = [role for role in row.roles if role.name in roles] + [
        Role(name=name) for name in sorted(roles - before)
    ]
    if not is_new:
        writer.note(
            "change", sheets.PEOPLE, row.code, row.name, Detail("vai trò", _words(before), _words(roles))
        )


def write_fields(writer: Writer) -> None:
    """Fields in the order of the document, with their leaders."""
    for place, line in enumerate(writer.document.fields):
        values = said(
            name=line.name,
            leader_id=writer.people[line.leader].id if line.leader else None,
            sort=place if line.name else None,
        )
        fresh = Field(ward_id=writer.ward.id, code=line.code)
        writer.fields[line.code] = writer.put(
            sheets.FIELDS, line.code, writer.fields.get(line.code), fresh, values
        )


def said(**values: Any) -> dict[str, Any]:
    """Only what the file says: None means that it does not."""
    return {name: value for name, value in values.items() if value is not None}


def _words(roles: set[str]) -> str:
    return "; ".join(sorted(ROLE.show(role) for role in roles))
