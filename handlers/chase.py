"""/chuabaocao and /dondoc: who has not reported what, by name, how late; press them with one word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import people
from db.ward_view import PersonView
from handlers import rights
from handlers.report import find_person
from handlers.standing import Standing, standings
from handlers.texts import chase as texts
from handlers.texts import work as work_texts
from handlers.turn import Reply, Turn

EVERYBODY = frozenset({"tat ca", "het", "moi nguoi"})


def missing(turn: Turn) -> Sequence[Reply]:
    """Who owes what that is due or overdue, the latest first; then what nobody answers for."""
    owed = _owed(turn)
    text = texts.missing(owed, turn.ward, turn.now)
    choices = (
        (Choice(texts.PRESS_ALL, "/dondoc tat ca"),) if any(owed) and rights.may(turn.person, "press") else ()
    )
    return [Reply(text, choices=choices)]


def press(turn: Turn) -> Sequence[Reply]:
    """Remind one person, or all who owe something, now; say to whom it went."""
    owed = {person_id: rows for person_id, rows in _owed(turn).items() if person_id is not None}
    words = fold(turn.words).strip()
    if not words:
        return [
            Reply(
                texts.press_usage(_names(turn, owed)),
                choices=(Choice(texts.PRESS_ALL, "/dondoc tat ca"),) if owed else (),
            )
        ]
    if words not in EVERYBODY:
        person, _rest = find_person(turn, turn.words)
        if person.id not in owed:
            return [Reply(texts.nothing_owed_by(person))]
        owed = {person.id: owed[person.id]}
    if not owed:
        return [Reply(texts.nobody_owes())]
    return _send(turn, owed)


def _send(turn: Turn, owed: dict[int, list[Standing]]) -> Sequence[Reply]:
    letters, reached, lost = [], [], []
    for person_id, rows in owed.items():
        person = turn.ward.people[person_id]
        if not people.reachable_chats(turn.session, person_id):
            lost.append(person)
            continue
        text = work_texts.press(person, rows, turn.person, turn.now)
        letters.append(Reply(text, to=person_id, items=tuple(one.item.key for one in rows)))
        reached.append((person, len(rows)))
    return [Reply(texts.pressed(reached, lost)), *letters]


def _owed(turn: Turn) -> dict[int | None, list[Standing]]:
    """What is asked about and not there, by owner, of the part of the ward that this person sees."""
    items = [
        item
        for item in turn.ward.items.values()
        if not item.parts and rights.within_reach(turn.ward, turn.person, item)
    ]
    found: defaultdict[int | None, list[Standing]] = defaultdict(list)
    for one in standings(turn.session, turn.now, turn.office, turn.ward, items).values():
        if not one.reported and one.due is not None and _is_due(one, turn):
            found[one.item.owner_id].append(one)
    return dict(found)


def _is_due(one: Standing, turn: Turn) -> bool:
    """Figures are asked for from the end of their period on; dated tasks within the first stage."""
    if one.due is None or one.due <= turn.now:
        return True
    if one.period is not None:
        return one.period.end < turn.today or one.item.frequency == "week"
    days = turn.ward.calendar.workdays_between(turn.today, one.due.date())
    return days <= max(turn.rules.task_stages, default=0)


def _names(turn: Turn, owed: dict[int, list[Standing]]) -> list[PersonView]:
    return [turn.ward.people[person_id] for person_id in owed]
