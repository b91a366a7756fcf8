"""/nguoi: people, who is not linked, invitation codes, cutting off a lost phone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import people
from db.invitations import invite
from db.models import Question
from db.ward_view import PersonView
from handlers import rights
from handlers.naming import find_person
from handlers.texts.office import people as texts
from handlers.turn import Ask, Reply, Turn

LONGEST_NAME = 5
GROUP = frozenset({"nhom", "nhom chung", "nhom phuong"})


def show(turn: Turn) -> Sequence[Reply]:
    """The list, or one person by name."""
    if turn.words:
        return [_one(turn, find_person(turn, turn.words)[0])]
    chats = people.chats(turn.session, turn.ward.id)
    linked = {chat.person_id for chat in chats}
    lost = linked - {chat.person_id for chat in chats if chat.unreachable_at is None}
    groups = len(people.group_chats(turn.session, turn.ward.id))
    return [Reply(texts.everybody(turn.ward, linked, lost, groups))]


def is_name(turn: Turn, words: str) -> bool:
    """False for "người cao tuổi 300", and for whatever else an official may begin with this word."""
    short = len(words.split()) <= LONGEST_NAME
    return short and is_no_figure(turn, words) and rights.may(turn.person, "people")


def is_no_figure(turn: Turn, words: str) -> bool:
    """False for "người mới tham gia BHXH 5", not for somebody's code."""
    named = turn.ward.roster.begins(words)
    is_person = named is not None and not named.rest
    return is_person or not any(letter.isdigit() for letter in words)


def give_code(turn: Turn) -> Sequence[Reply]:
    """/nguoimoi <người | nhóm>: a new invitation code; the one before ends."""
    if not turn.words:
        return [Reply(texts.code_usage())]
    days = turn.rules.invitation_days
    if fold(turn.words) in GROUP:
        code = invite(turn.session, turn.ward.id, None, turn.now, days)
        turn.note("invite", "group")
        return [Reply(texts.group_code(code, days))]
    person, _ = find_person(turn, turn.words)
    code = invite(turn.session, turn.ward.id, person.id, turn.now, days)
    turn.note("invite", person.code)
    return [Reply(texts.code(person, code, days))]


def cut_off(turn: Turn) -> Sequence[Reply]:
    """/nguoicat <người>: cut off a lost phone, after a yes. Who cuts himself off keeps this chat."""
    if not turn.words:
        return [Reply(texts.cut_usage())]
    person, _ = find_person(turn, turn.words)
    own = person.id == turn.person.id
    chats = [chat for chat in people.chats(turn.session, turn.ward.id) if chat.person_id == person.id]
    if len(chats) <= own:
        return [Reply(texts.nothing_to_cut(person, turn.ward, own=own))]
    choices = (Choice(texts.YES_CUT, "yes"), Choice(texts.NO_CUT, "no"))
    return [Reply(texts.ask_cut(person, own=own), choices=choices, ask=Ask("cut", {"person": person.id}))]


def answer_cut(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Cutting off was confirmed, or not."""
    person = turn.ward.people[question.payload["person"]]
    if place != 1:
        return [Reply(texts.not_cut(person))]
    here = turn.message.address if person.id == turn.person.id else None
    cut = people.cut(turn.session, person.id, turn.now, but=here)
    turn.note("cut", person.code)
    return [Reply(texts.cut(person, cut, turn.ward))]


def _one(turn: Turn, person: PersonView) -> Reply:
    chats = [chat for chat in people.chats(turn.session, turn.ward.id) if chat.person_id == person.id]
    choices = [Choice(texts.GIVE_CODE, f"/nguoimoi {person.code}")]
    if chats:
        choices.append(Choice(texts.CUT_OFF, f"/nguoicat {person.code}"))
    if person.id != turn.person.id:
        choices.append(Choice(texts.LEAVES, f"/nguoithoi {person.code}"))
    return Reply(texts.one(person, turn.ward, chats), choices=tuple(choices))
