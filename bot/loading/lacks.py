"""What a loaded plan still lacks or leaves in doubt: listed for the operator, never refused."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from bot.domain.targets import Target, from_json
from bot.loading.cells import folded
from bot.loading.writer import Writer
from db.models import Field, Item, TargetRow


def note_lacks(writer: Writer) -> None:
    """Items in use without owner, number or date; names that several of them share."""
    items = sorted((item for item in writer.items.values() if item.active), key=lambda item: item.sort)
    lines = {item.parent_id for item in items}
    collected = {item.id for item in items if item.collect is not None}
    people = {person.id for person in writer.people.values() if person.active}
    changes = writer.changes
    changes.lacks_owner = [
        item.key
        for item in items
        if item.owner_id not in people
        and (item.owner_id is not None or item.id not in lines or item.id in collected)
    ]
    changes.lacks_due = [
        item.key for item in items if item.kind == "task" and item.due_on is None and not item.recurring
    ]
    changes.lacks_field = [item.key for item in items if _is_without_field(item, collected)]
    newest = newest_targets(writer, items)
    changes.lacks_target = _without_number(newest)
    changes.warnings += _without_opening(newest)
    changes.warnings += _without_last_year(newest)
    changes.warnings += _shared_names(items, lines)
    changes.warnings += [
        f"lĩnh vực {one.name}: lãnh đạo phụ trách không còn trong danh sách Cán bộ, chưa có người thay"
        for one in writer.fields.values()
        if one.leader_id is not None and one.leader_id not in people
    ]
    changes.warnings += [
        open_without_decision(one)
        for code, one in writer.fields.items()
        if writer.rules.is_open_by_code(code, one.name)
    ]


def open_without_decision(field: Field) -> str:
    """What the operator is told of a field that `WardRules.is_open_by_code` finds."""
    return (
        f"lĩnh vực {field.name}: mã “{field.code}” không thuộc closed_fields của ward.toml, nên số liệu"
        " an ninh, quốc phòng được hỏi và nhận khi chưa có quyết định của Chủ tịch: thêm mã vào closed_fields"
    )


def _is_without_field(item: Item, collected: set[int]) -> bool:
    """True where nobody leads, and the reporting period is not the field's; not for a task with a leader."""
    has_leader = item.kind == "task" and (item.leader_id or item.decider_id) is not None
    return item.field_id is None and item.parent_id not in collected and not has_leader


def newest_targets(writer: Writer, items: list[Item]) -> dict[str, Target]:
    """The target that holds last, by the key of each item that has one, in the plan's order."""
    keys = {item.id: item.key for item in items}
    statement = (
        select(TargetRow).where(TargetRow.item_id.in_(keys)).order_by(TargetRow.valid_from, TargetRow.id)
    )
    newest = {keys[row.item_id]: from_json(row.spec) for row in writer.session.scalars(statement)}
    return {item.key: newest[item.key] for item in items if item.key in newest}


def _without_number(newest: dict[str, Target]) -> list[str]:
    return [
        key for key, target in newest.items() if target.source == "assigned_later" and target.value is None
    ]


def _without_opening(newest: dict[str, Target]) -> list[str]:
    """Reductions and growth of which nobody has given what they start from (target forms T12, T16)."""
    opening = {key: target for key, target in newest.items() if target.baseline is None}
    fallen = [
        key
        for key, target in opening.items()
        if target.comparator == "reduce_by" and target.evaluation != "vs_last_year"
        if target.measured != "reduction"
    ]
    grown = [key for key, target in opening.items() if target.measured == "growth"]
    said = ((fallen, "số đã giảm từ số còn lại"), (grown, "mức tăng từ số hiện có"))
    return [f"chưa có số đầu kỳ của {', '.join(keys)}: chưa tính được {what}" for keys, what in said if keys]


def _without_last_year(newest: dict[str, Target]) -> list[str]:
    """What is held against last year, of which nobody has given that (target forms T14, T29)."""
    keys = [
        key
        for key, target in newest.items()
        if target.evaluation == "vs_last_year" and target.last_year is None and not target.last_year_by
    ]
    return [f"chưa có số năm trước của {', '.join(keys)}: chưa so sánh được với cùng kỳ"] if keys else []


def _shared_names(items: list[Item], lines: set[int | None]) -> list[str]:
    """Names by which two items of one kind answer: the bot asks which is meant."""
    holders: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    spelt: dict[str, str] = {}
    for item in items:
        if item.id in lines:
            continue
        for name in {folded(name): name for name in (item.short_name, *item.aliases)}.values():
            spelt.setdefault(folded(name), name)
            holders[item.kind, folded(name)].append(item.key)
    return [
        f"“{spelt[name]}” là tên của {', '.join(keys)}: khi ai nhắn tên này, bot sẽ hỏi là đầu việc nào"
        for (_, name), keys in holders.items()
        if len(keys) > 1
    ]
