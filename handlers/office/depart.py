"""/nguoithoi: somebody leaves the ward: no access any more, the items wait for others, figures stay."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from db import audit, explanations, handovers, leaves, people, posts
from db.models import Explanation, Leave, Question
from db.ward_loading import bump
from db.ward_view import PersonView
from handlers.deciding import registry
from handlers.handover import command as handover
from handlers.leave.writing import letter
from handlers.naming import find_person
from handlers.texts.handover import agreed as handover_texts
from handlers.texts.office import depart as texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = audit.DEPART


def ask(turn: Turn) -> Sequence[Reply]:
    """/nguoithoi <người>: what will happen, and whether it shall."""
    if not turn.words:
        return [Reply(texts.usage())]
    person, _ = find_person(turn, turn.words)
    _check(turn, person)
    items = turn.ward.in_charge_of(person.id)
    choices = [Choice(texts.YES, "yes"), Choice(texts.NO, "no")]
    posted = bool(items or person.fields) or person.has(*posts.ROLES)
    if posted and turn.person.has("clerk") and handovers.open_from(turn.session, person.id) is None:
        choices.append(Choice(texts.HAND_OVER, "hand over"))
    text = texts.ask(person, len(items))
    return [Reply(text, choices=tuple(choices), ask=Ask(KIND, {"person": person.id}))]


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """It was confirmed, or not. Raises UserError for somebody who has left meanwhile."""
    person = turn.ward.people.get(question.payload["person"])
    if person is None:
        raise UserError(texts.gone())
    data = question.choices[place - 1][1]
    if data == "hand over":
        return handover.offer(turn, person)
    if data != "yes":
        return [Reply(texts.stays(person))]
    _check(turn, person)
    items = turn.ward.in_charge_of(person.id)
    fields = [turn.ward.fields[code].name for code in sorted(person.fields)]
    for key in people.depart(turn.session, person.id, turn.now):
        turn.note("assign", key, before=person.code)
    turn.note(KIND, person.code, before=" ".join(sorted(person.roles)))
    acted = _no_longer_acts(turn, person)
    bump(turn.session, turn.ward.id)
    text = texts.gone_now(person, items, fields)
    waiting = [one for one in registry.waiting(turn.session, turn.ward) if one.asked_by_id == person.id]
    asked = [
        one for one in explanations.unanswered(turn.session, turn.ward.id) if one.asked_of_id == person.id
    ]
    if waiting or asked:
        lines = [registry.kind_of(one).line(turn.session, turn.ward, one) for one in waiting]
        text += "\n" + texts.still_waits(lines, asked, turn.ward)
    if acted:
        text += "\n" + texts.acted_for(acted, turn.ward)
    post = handovers.open_from(turn.session, person.id)
    if post is not None and post.state == "asked":
        text += "\n" + handover_texts.left_waiting(post, turn.ward)
    letters = _to_who_asked(turn, person, asked)
    letters += [
        letter(turn, away, texts.to_who_is_away(row, away, person, turn.today)) for row, away in acted
    ]
    return [Reply(text, items=tuple(item.key for item in items)), *letters]


def _to_who_asked(turn: Turn, person: PersonView, rows: Sequence[Explanation]) -> list[Reply]:
    """To each leader whose request for an explanation nobody will answer now."""
    found = [(turn.ward.substitute(row.asked_by_id), turn.ward.by_id.get(row.item_id)) for row in rows]
    return [
        letter(turn, to, texts.will_not_explain(person, item), (item.key,))
        for to, item in found
        if to is not None and item is not None and to.id != turn.person.id and turn.reaches(to)
    ]


def _no_longer_acts(turn: Turn, person: PersonView) -> list[tuple[Leave, PersonView]]:
    """The leave in which the person was to act, which has no substitute now, with who is away."""
    rows = leaves.acted_by(turn.session, person.id, turn.today)
    for row in rows:
        row.substitute_id = None
    return [(row, away) for row in rows if (away := turn.ward.people.get(row.person_id)) is not None]


def _check(turn: Turn, person: PersonView) -> None:
    """Nobody locks the door behind himself: someone must be left who can let others in."""
    if person.id == turn.person.id:
        raise UserError(texts.not_oneself())
