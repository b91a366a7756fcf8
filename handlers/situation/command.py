"""/tinhhinh: where the ward stands now, danger first; by field, unit, person, indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.message import Choice
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from db import explanations
from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers import finding, rights
from handlers.deciding.registry import counted, waiting_for
from handlers.directives import received
from handlers.office import closing
from handlers.reporting import work
from handlers.situation import summary
from handlers.situation.overview import by_field, overview
from handlers.standings.comparing import Compared, compared
from handlers.standings.standing import Standing, standing_of, standings
from handlers.texts import collecting as collecting_texts
from handlers.texts import common
from handlers.texts import comparing as comparing_texts
from handlers.texts import decide as decide_texts
from handlers.texts import explain as explain_texts
from handlers.texts import situation as texts
from handlers.texts import situation_item as item_texts
from handlers.texts import situation_lists as lists
from handlers.texts.common import named
from handlers.texts.report import period_span
from handlers.turn import Reply, Turn

ALL = frozenset({"", "toan phuong", "ca phuong", "chung"})
BUTTONS = 10


def show(turn: Turn) -> Sequence[Reply]:
    """The ward, or the part that the words name; a field leader's own fields come first."""
    words = fold(turn.words).strip(" ?.!")
    if words in ALL:
        mine = own_part(turn.ward, turn.person) if not words else None
        return [_overview(turn, *mine)] if mine else [_overview(turn, None, "")]
    if words in {"linh vuc", "theo linh vuc"}:
        return [_by_field(turn)]
    if words in {"nhiem vu", "qua han"}:
        found = overview(turn.session, turn.now, turn.office, turn.ward)
        return [Reply(texts.tasks(found, turn.ward))]
    if part := _part_named(turn.ward, words):
        items, scope = part
        return [_overview(turn, items, scope), _lines(turn, items)]
    if period := summary.period_named(turn):
        summary.require_begun(turn, period)
        found = summary.of_period(turn.session, turn.now, turn.office, turn.ward, period)
        scope = texts.in_period(period_span(period), turn.ward)
        return [Reply(texts.overview(replace(found, scope=scope), turn.ward, turn.person))]
    return [_items_named(turn)]


def of_ward(turn: Turn) -> Sequence[Reply]:
    """The whole ward, or the own part."""
    return [_overview(turn, *(own_part(turn.ward, turn.person) or (None, "")))]


def overdue(turn: Turn) -> Sequence[Reply]:
    """QUÁ HẠN: what is past its day and not there, of the ward or the own part; own items for who reports."""
    if not rights.may(turn.person, "situation"):
        return work.show(turn)
    items, scope = own_part(turn.ward, turn.person) or (None, "")
    found = overview(turn.session, turn.now, turn.office, turn.ward, items, scope)
    presses, asks = rights.may(turn.person, "press"), rights.may(turn.person, "ask_explanation")
    return [Reply(lists.overdue(found, turn.ward, presses=presses, asks=asks))]


def indicators(turn: Turn) -> Sequence[Reply]:
    """CHỈ TIÊU: every line of the plan, or of the own part, the worst first; own items for who reports."""
    if not rights.may(turn.person, "situation"):
        return work.show(turn)
    items, scope = own_part(turn.ward, turn.person) or (None, "")
    found = overview(turn.session, turn.now, turn.office, turn.ward, items, scope)
    return [Reply(lists.indicators(found, turn.ward))]


def is_asked(turn: Turn, words: str) -> bool:
    """False for "tình hình bhxh 201" from an official: a figure."""
    return rights.may(turn.person, "situation") or not finding.with_figure(turn.ward, words)


def _items_named(turn: Turn) -> Reply:
    """One item by its name or code; a compound line with its parts; which one, when several fit."""
    line = finding.compound(turn.ward, turn.words)
    if line is not None and not line.collect:
        return replace(_lines(turn, [line]), silent=False)
    found = [line] if line is not None else _named(turn)
    if len(found) > 1:
        return finding.which(found, "tinhhinh")
    if found:
        return Reply("\n".join(item_lines(turn, found)))
    return Reply(texts.no_such_part(turn.words, [one.name for one in turn.ward.fields.values()]))


def _named(turn: Turn) -> list[ItemView]:
    """The items that the words fit."""
    found = turn.ward.catalogue.find(turn.words).items
    return finding.meant(turn.ward, turn.person, [turn.ward.items[one.key] for one in found])


def answer_question(turn: Turn, reading: Reading) -> str:
    """ "bhyt được bao nhiêu rồi", "còn việc gì": answered, never stored."""
    item = turn.ward.items.get(reading.item or "") or _of_units(turn)
    if not reading.named:
        folded = fold(turn.words)
        if who := texts.ASKS_WHO.search(folded):
            return common.nothing_found(turn.words[who.start("what") :].rstrip(" ?."))
        item = None if texts.ASKS_FOR_WORK.search(folded) else item
    if item is None:
        owned = turn.ward.duties(turn.person.id)
        if not owned and rights.may(turn.person, "situation"):
            return _overview(turn, *(own_part(turn.ward, turn.person) or (None, ""))).text
        own = standings(turn.session, turn.now, turn.office, turn.ward, owned)
        return texts.own_state(turn.person, [one for one in own.values() if not one.reported])
    if not rights.within_reach(turn.ward, turn.person, item) and not rights.may(turn.person, "situation"):
        return texts.out_of_reach(item)
    lines = item_lines(turn, [item])
    if texts.ASKS_WHEN.search(fold(turn.words)):
        now = standings(turn.session, turn.now, turn.office, turn.ward, [item])[item.key]
        lines.insert(0, item_texts.due(now))
    return "\n".join(lines)


def _of_units(turn: Turn) -> ItemView | None:
    """What is asked about when the words fit the shares of many units: the own one, else the whole."""
    found = _named(turn)
    return found[0] if len(found) == 1 and (found[0].collect or found[0].share_of) else None


def reader_asks(turn: Turn) -> Sequence[Reply]:
    """Words from who may only read: the state of what they name; a figure is not taken."""
    found = turn.ward.catalogue.find(turn.words).sure
    if found is None or finding.with_figure(turn.ward, turn.words):
        return [Reply(texts.only_reads(turn.person))]
    return [Reply("\n".join(item_lines(turn, [turn.ward.items[found.key]])))]


def item_lines(turn: Turn, items: Sequence[ItemView]) -> list[str]:
    """One paragraph for each item: figure, date, who gave it, target, class, the last explanation."""
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    beside = compared(turn.session, turn.office, found.values())
    return [_paragraph(turn, one, beside.get(one.item.key)) for one in found.values()]


def _paragraph(turn: Turn, one: Standing, beside: Compared | None) -> str:
    against = comparing_texts.line(one, beside)
    explained = explanations.of_item(turn.session, one.item.id)[:1]
    said = [explain_texts.line(row, turn.ward) for row in explained]
    said += received.lines(turn, one.item)
    line = turn.ward.line_of(one.item)
    whole = [collecting_texts.of_ward(standing_of(turn, line))] if line is not None else []
    return "\n".join([item_texts.item(one, turn.ward), *([against] if against else []), *whole, *said])


def _overview(turn: Turn, items: Sequence[ItemView] | None, scope: str) -> Reply:
    found = overview(turn.session, turn.now, turn.office, turn.ward, items, scope)
    choices = [Choice(texts.BY_FIELD, "/tinhhinh linh vuc")]
    if rights.may(turn.person, "missing"):
        choices.append(Choice(texts.WHO_IS_MISSING, "/chuabaocao"))
    if found.task_total:
        choices.append(Choice(texts.TASKS, "/tinhhinh nhiem vu"))
    if scope:
        choices.append(Choice(texts.WHOLE_WARD, "/tinhhinh toan phuong"))
    text = texts.overview(found, turn.ward, turn.person)
    text = "\n".join([text, *closing.opened_now(turn.session, turn.now, turn.ward)])
    waiting = waiting_for(turn.session, turn.ward, turn.person) if rights.may(turn.person, "decide") else []
    if waiting:
        text += "\n" + decide_texts.waits_for(turn.person, counted(waiting))
        choices.append(Choice(decide_texts.WAITING, "/duyet"))
    return Reply(text, choices=tuple(choices))


def own_part(ward: WardView, person: PersonView) -> tuple[list[ItemView], str] | None:
    """The items of the fields that a leader is in charge of; of the own unit for a unit head."""
    if person.has("chair", "clerk", "observer"):
        return None
    if person.fields:
        own = [item for item in ward.items.values() if item.field in person.fields]
        return own, texts.own_fields(len(person.fields))
    if person.has("unit_head") and person.unit_id is not None:
        own = [item for item in ward.items.values() if rights.unit_of(ward, item) == person.unit_id]
        return own, ward.units[person.unit_id]
    return None


def _by_field(turn: Turn) -> Reply:
    """Fields with trouble first, in the plan's order otherwise."""
    rows = by_field(turn.session, turn.now, turn.office, turn.ward)
    rows.sort(key=lambda row: -(row[1].trouble + len(row[1].missing)))
    choices = tuple(Choice(name, f"/tinhhinh {name}"[:60]) for name, _found in rows)
    return Reply(texts.by_field(rows), choices=choices[:BUTTONS])


def _lines(turn: Turn, items: Sequence[ItemView]) -> Reply:
    every = turn.ward.with_parts(items)
    wanted = [one for one in every if turn.ward.line_of(one) not in every]
    found = standings(turn.session, turn.now, turn.office, turn.ward, wanted)
    shown = [texts.short_item(one, turn.ward) for one in found.values()]
    return Reply("\n".join(shown), silent=True)


def _part_named(ward: WardView, words: str) -> tuple[list[ItemView], str] | None:
    """The items of the field, unit or person that the folded words name."""
    for code, heading in ward.fields.items():
        if words == fold(heading.name) or (len(words) > 3 and fold(heading.name).startswith(words)):
            return [item for item in ward.items.values() if item.field == code], texts.in_field(heading.name)
    for unit_id, name in ward.units.items():
        if words == fold(name) or (len(words) > 3 and words in fold(name)):
            return [item for item in ward.items.values() if rights.unit_of(ward, item) == unit_id], name
    people = [person for person in ward.people.values() if _is_called(person, words)]
    return (ward.owned(people[0].id), named(people[0])) if len(people) == 1 else None


def _is_called(person: PersonView, words: str) -> bool:
    given = fold(person.given_name)
    return words in {
        fold(person.name),
        person.code.lower(),
        given,
        fold(f"{person.address} {person.given_name}"),
        f"dong chi {given}",
    }
