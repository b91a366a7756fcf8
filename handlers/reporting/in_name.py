"""What was said in somebody's name, told to him: a request, a finished task, a difficulty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from db import people
from db.item_view import ItemView
from db.models import Extension, Figure, Obstacle
from db.ward_view import PersonView
from handlers import rights
from handlers.reporting.recording import Recorded
from handlers.standings.plan_year import is_of_last_year, marked_item
from handlers.texts.reporting import appraised, not_applicable
from handlers.texts.reporting import in_name as texts
from handlers.turn import Reply, Turn


def of_request(turn: Turn, item: ItemView, row: Extension) -> list[Reply]:
    """More time was asked for."""
    return _to_owner(turn, item, texts.request(item, row, turn.person, _owner(turn, item)))


def of_not_applicable(turn: Turn, item: ItemView) -> list[Reply]:
    """It was said not to concern the ward."""
    return _to_owner(turn, item, not_applicable.in_name(item, turn.person, _owner(turn, item)))


def of_obstacle(turn: Turn, item: ItemView, row: Obstacle) -> list[Reply]:
    """A difficulty was told."""
    return _to_owner(turn, item, texts.obstacle(item, row, turn.person, _owner(turn, item)))


def of_completions(turn: Turn, recorded: Sequence[Recorded]) -> list[Reply]:
    """Tasks were said to be done."""
    done = [one.item for one in recorded if one.progress and one.progress.state == "done" and not one.known]
    return [
        said
        for item in done
        for said in _to_owner(turn, item, texts.completion(item, turn.person, _owner(turn, item)))
    ]


def of_corrections(turn: Turn, recorded: Sequence[Recorded]) -> list[Reply]:
    """Figures that the owner himself had sent were replaced by others."""
    said = []
    for one in recorded:
        row, before = one.figure, one.before
        replaced = row is not None and before is not None and row is not before and not one.known
        if row is None or before is None or not replaced or one.same_value or before.supplied:
            continue
        if before.entered_by_id == one.item.owner_id:
            owner = _owner(turn, one.item)
            late = one.late is not None or is_of_last_year(one.item, turn.ward)
            text = texts.correction(one.item, row, before, turn.person, owner, late=late, why=_why(one))
            said += _to_owner(turn, one.item, text)
    return said


def of_entries(turn: Turn, recorded: Sequence[Recorded]) -> list[Reply]:
    """Figures were entered that the owner had not sent himself: those of one owner in one letter."""
    entered: defaultdict[int | None, list[Recorded]] = defaultdict(list)
    for one in recorded:
        row, before = one.figure, one.before
        if row is None or one.known or (before is not None and (row is before or one.same_value)):
            continue
        if before is None or before.supplied or before.entered_by_id != one.item.owner_id:
            entered[one.item.owner_id].append(one)
    return [said for ones in entered.values() for said in _of_entries(turn, ones)]


def _of_entries(turn: Turn, ones: Sequence[Recorded]) -> list[Reply]:
    items = [one.item for one in ones]
    rows = [(one.item, one.figure) for one in ones if one.figure is not None]
    late = ones[0].late is not None or is_of_last_year(items[0], turn.ward)
    why = list(dict.fromkeys(filter(None, map(_why, ones))))
    text = texts.entered(rows, turn.person, _owner(turn, items[0]), late=late, why="; ".join(why))
    keys = tuple(marked_item(item, turn.ward) for item in items)
    return [replace(said, items=keys, silent=True, waits=True) for said in _to_owner(turn, items[0], text)]


def _why(one: Recorded) -> str:
    """Why a closed period was changed; empty for what needed no reason."""
    return one.late.reason if one.late is not None else ""


def of_appraisal(turn: Turn, item: ItemView, row: Figure) -> list[Reply]:
    """A leader said whether a narrative indicator is done."""
    return _to_owner(turn, item, appraised.told(item, row, turn.person))


def _owner(turn: Turn, item: ItemView) -> PersonView | None:
    return turn.ward.people.get(item.owner_id or 0)


def _to_owner(turn: Turn, item: ItemView, text: str) -> list[Reply]:
    """To the owner, or who acts for him; nothing where that is who spoke."""
    if item.owner_id is None or rights.is_asked(turn.ward, turn.person, item.owner_id):
        return []
    to = turn.ward.acting(item.owner_id, people.reachable(turn.session, turn.ward.id))
    if to is None or to == turn.person or not turn.reaches(to):
        return []
    return [Reply(text, to=to.id, items=(marked_item(item, turn.ward),), silent=not turn.loud)]
