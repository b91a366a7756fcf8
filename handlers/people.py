"""/nguoi: people, who is not linked, invitation codes, cutting off a lost phone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from db import audit, people
from db.invitations import invite
from db.models import Question
from db.ward_view import PersonView
from handlers.report import find_person
from handlers.texts import people as texts
from handlers.turn import Ask, Reply, Turn


def show(turn: Turn) -> Sequence[Reply]:
    """The list, or one person by name."""
    if turn.words:
        return [_one(turn, find_person(turn, turn.words)[0])]
    chats = people.chats(turn.session, turn.ward.id)
    linked = {chat.person_id for chat in chats}
    lost = linked - {chat.person_id for chat in chats if chat.unreachable_at is None}
    return [Reply(texts.everybody(turn.ward, linked, lost))]


def give_code(turn: Turn) -> Sequence[Reply]:
    """/nguoimoi <người>: a new invitation code; the one before ends."""
    if not turn.words:
        return [Reply(texts.code_usage())]
    person, _ = find_person(turn, turn.words)
    code = invite(turn.session, turn.ward.id, person.id, turn.now, turn.rules.invitation_days)
    _audit(turn, "invite", person)
    return [Reply(texts.code(person, code, turn.rules.invitation_days))]


def cut_off(turn: Turn) -> Sequence[Reply]:
    """/nguoicat <người>: cut off a lost phone, after a yes."""
    if not turn.words:
        return [Reply(texts.code_usage())]
    person, _ = find_person(turn, turn.words)
    choices = (Choice(texts.YES_CUT, "yes"), Choice(texts.NO_CUT, "no"))
    return [Reply(texts.ask_cut(person), choices=choices, ask=Ask("cut", {"person": person.id}))]


def answer_cut(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Cutting off was confirmed, or not."""
    person = turn.ward.people[question.payload["person"]]
    if place != 1:
        return [Reply(texts.not_cut(person))]
    cut = people.cut(turn.session, person.id, turn.now)
    _audit(turn, "cut", person)
    return [Reply(texts.cut(person, cut))]


def _one(turn: Turn, person: PersonView) -> Reply:
    chats = [chat for chat in people.chats(turn.session, turn.ward.id) if chat.person_id == person.id]
    choices = [Choice(texts.GIVE_CODE, f"/nguoimoi {person.code}")]
    if chats:
        choices.append(Choice(texts.CUT_OFF, f"/nguoicat {person.code}"))
    return Reply(texts.one(person, turn.ward, [chat.channel for chat in chats]), choices=tuple(choices))


def _audit(turn: Turn, action: str, person: PersonView) -> None:
    audit.note(
        turn.session,
        turn.now,
        action,
        person.code,
        ward_id=turn.ward.id,
        person_id=turn.person.id,
        inbox_id=turn.inbox_id,
    )
