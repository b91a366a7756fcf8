"""A leave is recorded: who acts is told with what falls due, and who acted before that he does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, time

from bot.domain.acting import Absence
from bot.domain.schedule import due_at, periods_of_plan
from bot.domain.workdays import WARD_ZONE
from db import leaves, people
from db.item_view import ItemView
from db.models import Leave
from db.ward_loading import bump
from db.ward_view import PersonView, WardView
from handlers.standings.deadlines import schedule_of
from handlers.standings.standing import Standing, standings
from handlers.texts.leave import written as texts
from handlers.texts.leave.written import Reports
from handlers.turn import Reply, Turn

LAST_MINUTE = time(23, 59)


def write(turn: Turn, absence: Absence, *, half: bool) -> Sequence[Reply]:
    """Record it; the same once more is no second one."""
    person = turn.ward.people[absence.person]
    same = _same(turn, absence)
    if same is not None:
        return [Reply(texts.written_before(person, same, turn.ward))]
    earlier = _earlier(turn, absence)
    row = Leave(
        ward_id=turn.ward.id,
        person_id=person.id,
        substitute_id=absence.substitute,
        first=absence.first,
        last=absence.last,
        entered_by_id=turn.person.id,
        at=turn.now,
        inbox_id=turn.inbox_id,
    )
    turn.session.add(row)
    turn.session.flush()
    note(turn, row, person, "leave")
    bump(turn.session, turn.ward.id)
    return _told(turn, row, person, turn.ward.with_absence(absence, absence.first), earlier, half=half)


def note(turn: Turn, row: Leave, person: PersonView, action: str) -> None:
    """Who is away when, and who acts, in the audit log."""
    substitute = turn.ward.people.get(row.substitute_id or 0)
    turn.note(
        action,
        person.code,
        after=f"{row.first.isoformat()} {row.last.isoformat()} {substitute.code if substitute else '-'}",
    )


def _same(turn: Turn, absence: Absence) -> Leave | None:
    rows = leaves.open_of(turn.session, absence.person, turn.today)
    said = (absence.substitute, absence.first, absence.last)
    return next((row for row in rows if (row.substitute_id, row.first, row.last) == said), None)


def _earlier(turn: Turn, absence: Absence) -> list[Leave]:
    """Other leave of the same person that shares days with this one."""
    rows = leaves.open_of(turn.session, absence.person, turn.today)
    return [row for row in rows if row.first <= absence.last and row.last >= absence.first]


def _told(
    turn: Turn, row: Leave, person: PersonView, ward: WardView, earlier: Sequence[Leave], *, half: bool
) -> Sequence[Reply]:
    """The receipt, and letters to who acts, who acted before, and who is away; `ward` is of the first day."""
    substitute = ward.people.get(row.substitute_id or 0)
    passed_on = _acts_for(ward, person)
    late, due = _open_ones(turn, row, [person, *passed_on])
    keys = tuple(dict.fromkeys(ones[0].item.key for ones in (*late, *due)))
    acting = ward.acting(person.id, people.reachable(turn.session, ward.id))
    text = texts.receipt(row, person, turn.person, ward, acting, late, due, earlier, passed_on, half=half)
    replies = [Reply(text, items=keys)]
    if substitute is not None:
        said = texts.to_substitute(row, person, substitute, late, due, turn.person)
        replies.append(letter(turn, substitute, said, keys))
    for former in dict.fromkeys(one.substitute_id for one in earlier):
        if former is not None and former != row.substitute_id and former in ward.people:
            view = ward.people[former]
            replies.append(letter(turn, view, texts.no_longer(row, person, view, substitute)))
    if person.id != turn.person.id:
        replies.append(letter(turn, person, texts.to_person(row, person, turn.person, ward)))
    return replies


def _acts_for(ward: WardView, person: PersonView) -> list[PersonView]:
    """Who is away on that day and has this person as substitute."""
    rows = [one for one in ward.away.values() if one.substitute == person.id]
    return [ward.people[one.person] for one in rows if one.person in ward.people]


def _open_ones(turn: Turn, row: Leave, of: Sequence[PersonView]) -> tuple[list[Reports], list[Reports]]:
    """What these people owe already, and what they have to report between the first and the last day.

    Looked at as it stands now, and as it would on each day of the leave on which reports fall due: of a long
    leave more than one period does, and on its last day the next one may be asked about.
    """
    items = turn.ward.with_parts([item for one in of for item in turn.ward.owned(one.id)])
    leaves = [item for item in items if not item.parts]
    late: dict[tuple[str, datetime], Standing] = {}
    due: dict[tuple[str, datetime], Standing] = {}
    for moment in (turn.now, *_evenings(turn, row, leaves)):
        for one in standings(turn.session, moment, turn.office, turn.ward, leaves).values():
            if one.due is None or one.reported:
                continue
            if one.due < turn.now:
                late.setdefault((one.item.key, one.due), one)
            elif row.first <= one.due.date() <= row.last:
                due.setdefault((one.item.key, one.due), one)
    return _by_item(late), _by_item(due)


def _evenings(turn: Turn, row: Leave, items: Sequence[ItemView]) -> list[datetime]:
    """The ends of the days on which reports on these items fall due, and of the last day."""
    days = {
        due_at(period, one.due_rule, one.due_time, turn.ward.calendar).date()
        for one in {schedule_of(item, turn.office) for item in items}
        for period in periods_of_plan(turn.ward.year, one)
    }
    within = sorted({day for day in days if row.first <= day < row.last} | {row.last})
    ends = (datetime.combine(day, LAST_MINUTE, WARD_ZONE) for day in within)
    return [moment for moment in ends if moment > turn.now]


def _by_item(found: Mapping[tuple[str, datetime], Standing]) -> list[Reports]:
    """The reports of each item together, in the order of their days; what is due first comes first."""
    items: defaultdict[str, list[Standing]] = defaultdict(list)
    for (key, _due), one in sorted(found.items(), key=lambda pair: (pair[0][1], pair[1].item.sort)):
        items[key].append(one)
    return list(items.values())


def letter(turn: Turn, to: PersonView, text: str, items: tuple[str, ...] = ()) -> Reply:
    """A message to somebody else; without a sound outside the sending hours."""
    return Reply(text, to=to.id, items=items, silent=not turn.loud)
