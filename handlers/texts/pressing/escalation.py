"""The words of the ladder: to unit heads, leaders and the chair; to who owes an explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.item_view import ItemView
from db.models import Explanation
from db.ward_view import PersonView, WardView
from handlers.standings.standing import Standing
from handlers.texts.acting import answers
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.extensions.asked import beside
from handlers.texts.numbers import count, day, moment, past_day, short_day

REQUEST, EXPLANATION = "request ", "explanation "
"""How matters that are no items are remembered; the reference, or the number of the row, follows."""
DECIDE = "Xem đề nghị chờ ý kiến"
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Fact:
    """An overdue item: since when, working days late, how often its owner was reminded, what stands in the way."""

    one: Standing
    due: date
    late: int
    reminded: int
    obstacle: str | None
    decider: PersonView | None


@dataclass(frozen=True, slots=True)
class Told:
    """What one person is told: as who (`rungs`), and of what.

    `waiting` are requests for this reader's decision, `stalled` those to which others have not agreed.
    """

    reader: PersonView
    overdue: Sequence[Fact]
    waiting: Sequence[str]
    stalled: Sequence[str]
    unexplained: Sequence[Explanation]
    rungs: frozenset[str]


def message(told: Told, ward: WardView, now: datetime) -> str:
    """Everything for one person, in one message."""
    own = [row for row in told.unexplained if _owes(row, told.reader, ward)]
    asked = [row for row in told.unexplained if row not in own]
    lines = [_to_explain(row, told.reader, ward) for row in own]
    if told.overdue or told.waiting or told.stalled or asked:
        lines.append(f"Kính báo cáo {you(told.reader)}, đến {moment(now)}:")
    if told.overdue:
        lines.append(f"{_whose(told, ward)} có {count(len(told.overdue))} mục quá hạn:")
        lines += [f"{place}. {_fact(fact, ward)}" for place, fact in enumerate(told.overdue[:SHOWN], start=1)]
        if len(told.overdue) > SHOWN:
            lines.append(f"… và {count(len(told.overdue) - SHOWN)} mục khác: trả lời CHƯA BÁO CÁO.")
    lines += [f"Chờ ý kiến đồng chí: {line}." for line in told.waiting]
    lines += [f"{line}." for line in told.stalled]
    lines += [_unanswered(row, ward) for row in asked]
    return "\n".join([*lines, *_how_to_answer(told)])


def _owes(row: Explanation, reader: PersonView, ward: WardView) -> bool:
    """True when the reader was asked, or acts for who was."""
    acting = ward.acting(row.asked_of_id)
    return acting is not None and acting.id == reader.id


def _whose(told: Told, ward: WardView) -> str:
    if told.rungs & {"leader", "chair"}:
        return "Lĩnh vực phụ trách" if told.reader.has("leader") else ward.name
    return ward.unit_name(told.reader.unit_id) or "Đơn vị"


def _fact(fact: Fact, ward: WardView) -> str:
    one = fact.one
    owner = ward.people.get(one.item.owner_id or 0)
    stone = f"mốc “{one.milestone.name}” " if one.stone_late and one.milestone else ""
    waits = ""
    if one.extended.asked is not None and fact.decider is not None:
        waits = f" (chờ ý kiến {named(fact.decider)} từ {short_day(one.extended.asked.asked_at.date())})"
    obstacle = f"; vướng mắc: “{cut(fact.obstacle, 60)}”" if fact.obstacle else ""
    return (
        f"{one.item.key} {one.item.short_name} – {answers(one.item, ward)}: {stone}quá hạn {count(fact.late)} ngày làm việc "
        f"(hạn {past_day(fact.due, ward.today)}){_reminded(fact, owner)}{beside(one)}{waits}{obstacle}"
    )


def _reminded(fact: Fact, owner: PersonView | None) -> str:
    if owner is None:
        return ""
    if not fact.reminded:
        return "; chưa nhắc được qua trợ lý"
    return f"; đã nhắc {count(fact.reminded)} lần"


def _item(row: Explanation, ward: WardView) -> ItemView:
    """What is to be explained, of the plan or of last year's."""
    return ward.earlier[row.item_id] if row.item_id in ward.earlier else ward.by_id[row.item_id]


def _unanswered(row: Explanation, ward: WardView) -> str:
    item, who = _item(row, ward), ward.people.get(row.asked_of_id)
    return f"Chưa nhận được giải trình {item.key} {item.short_name} của {named(who)} (hạn {day(row.due_on)})."


def _to_explain(row: Explanation, reader: PersonView, ward: WardView) -> str:
    item, by = _item(row, ward), ward.people.get(row.asked_by_id)
    return (
        f"[Hạn giải trình {short_day(row.due_on)}] {capital(named(by))} đề nghị {you(reader)} giải trình "
        f"{item.key} {item.short_name}; trợ lý chưa nhận được.\n"
        f"Trả lời: GIẢI TRÌNH {item.key} + nội dung."
    )


def _how_to_answer(told: Told) -> list[str]:
    said = []
    if told.overdue:
        said.append("ĐÔN ĐỐC + tên")
        if told.rungs & {"leader", "chair"}:
            said.append("GIẢI TRÌNH + mã")
    if told.waiting:
        said.append("DUYỆT")
    if not said:
        return ["Không còn cần thì bỏ, ví dụ: BÀN GIAO HỦY"] if told.stalled else []
    return [f"Kính đề nghị {you_short(told.reader)} cho ý kiến. Trả lời: {', '.join(said)}."]


def press_label(person: PersonView) -> str:
    return f"Đôn đốc {named(person)}"


def press_all_label(people: int) -> str:
    return f"Đôn đốc cả {count(people)} người"
