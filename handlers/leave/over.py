"""A leave is over: called off, back early, or its last day has passed; what happened meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.workdays import ONE_DAY
from db import leaves
from db.models import Leave, Question
from db.ward_loading import bump
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.leave.writing import letter, note
from handlers.naming import find_person
from handlers.texts.leave import over as texts
from handlers.texts.leave import said as leave_said
from handlers.texts.leave import written as leave_texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "leave_over"


def end(turn: Turn) -> Sequence[Reply]:
    """/dilamlai, "nghỉ hủy [người]": what runs or comes is ended; which one, when there are several."""
    person = _whose(turn)
    rows = leaves.open_of(turn.session, person.id, turn.today)
    if not rows:
        raise UserError(texts.nothing_to_end(person))
    current = [row for row in rows if row.first <= turn.today]
    if len(rows) == 1 or len(current) == 1:
        return _end(turn, (current or list(rows))[0], person)
    choices = [Choice(texts.end_label(row), str(row.id)) for row in rows]
    return [Reply(texts.which_to_end(), choices=tuple(choices), ask=Ask(KIND, {}))]


def back_on(turn: Turn, day: date) -> Sequence[Reply] | None:
    """ "Mai em đi làm lại": the leave ends the evening before, as it may do anyhow; None for who has none."""
    begun = [row for row in leaves.open_of(turn.session, turn.person.id, turn.today) if row.first < day]
    if not begun:
        return None
    row = max(begun, key=lambda one: (one.last, one.id))
    if row.last < day:
        longer = turn.ward.calendar.workdays_between(row.last, day) > 1
        return [Reply(texts.ends_anyhow(row, turn.person, day if longer else None))]
    row.last = day - ONE_DAY
    note(turn, row, turn.person, "leave_shortened")
    bump(turn.session, turn.ward.id)
    replies = [Reply(texts.shortened(row, turn.person, day))]
    substitute = turn.ward.people.get(row.substitute_id or 0)
    if substitute is not None:
        replies.append(letter(turn, substitute, texts.to_substitute_until(row, turn.person, substitute)))
    return replies


def _whose(turn: Turn) -> PersonView:
    name = leave_said.before_name(turn.words)
    if not name:
        return turn.person
    person, _rest = find_person(turn, name)
    if person.id != turn.person.id and not rights.may(turn.person, "leave_for"):
        raise UserError(leave_texts.only_the_clerk(person))
    return person


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Which of several was picked."""
    row = turn.session.get_one(Leave, int(question.choices[place - 1][1]))
    person = turn.ward.people.get(row.person_id)
    if person is None or row.ended_at is not None:
        raise UserError(texts.nothing_to_end(turn.person))
    return _end(turn, row, person)


def _end(turn: Turn, row: Leave, person: PersonView) -> Sequence[Reply]:
    """End it from today on; who comes back early is told what happened meanwhile."""
    started = row.first < turn.today
    row.ended_at = turn.now
    own = person.id == turn.person.id
    text = texts.back_early(row, person) if started else texts.called_off(row, person)
    replies = [Reply(text)]
    if started and own:
        row.told_at = turn.now
        replies.append(Reply(_meanwhile(turn.session, turn.ward, row, person)))
    note(turn, row, person, "leave_ended")
    bump(turn.session, turn.ward.id)
    substitute = turn.ward.people.get(row.substitute_id or 0)
    if substitute is not None and substitute.id != turn.person.id:
        said = texts.to_substitute_over(row, person, substitute, started=started)
        replies.append(letter(turn, substitute, said))
    if not own:
        replies.append(letter(turn, person, texts.to_person_over(row, person, turn.person)))
    return replies


# --- the first morning -----------------------------------------------------------------------------------


def first_morning(session: Session, ward: WardView, person: PersonView, now: datetime) -> list[str]:
    """What happened while a person was away, for his first digest after it; then it is told."""
    row = leaves.untold(session, ward.id, now.date()).get(person.id)
    if row is None:
        return []
    row.told_at = now
    return [_meanwhile(session, ward, row, person)]


def _meanwhile(session: Session, ward: WardView, row: Leave, person: PersonView) -> str:
    items = [item.id for item in ward.owned(person.id)]
    led = [item.id for item in ward.items.values() if ward.leader_of(item) == person]
    said = leaves.said_meanwhile(session, row, items)
    decided = leaves.decided_meanwhile(session, row, [*items, *led])
    return texts.meanwhile(row, person, ward, said, decided)
