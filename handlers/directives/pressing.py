"""An order about what is there presses it; with another day it is asked whether that is the deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.directives import Directive
from bot.domain.message import Choice
from db import extensions, people
from db.item_view import ItemView
from db.models import Extension, Item, Question
from db.ward_loading import bump
from db.ward_view import PersonView
from handlers import rights
from handlers.directives import draft as drafts
from handlers.directives.draft import Draft
from handlers.directives.giving import letter, note, row_of
from handlers.pressing import chase
from handlers.standings.standing import Standing, standing_of
from handlers.texts.directives import press as texts
from handlers.turn import Ask, Reply, Turn

KIND = "directive_due"
SET, KEEP = "set", "keep"


def press(
    turn: Turn, order: Directive, words: str, giver: PersonView, items: Sequence[ItemView]
) -> Sequence[Reply] | None:
    """Press the items that an order names, or what the person owes; None when it is about something new."""
    items = list(items) or _owned(turn, order)
    if not items:
        return _press_person(turn, order)
    if len(items) > 1:
        return [reply for item in items for reply in chase.press_item(turn, item, chase.How(again=True))]
    item, draft = items[0], drafts.of_message(turn, order, words, giver)
    one = standing_of(turn, item)
    said = [texts.owned_by_another(item, turn.ward)] if _names_another(order, item) else []
    if draft.recurrences:
        said.append(texts.frequency_kept(item))
        if one.reported:
            return [Reply("\n".join(said), items=(item.key,))]
    if draft.due is None or one.reported or (one.due and one.due.date() == draft.day):
        return _pressed(turn, item, draft, said)
    if not item.is_task or item.recurring:
        return _pressed(turn, item, draft, [*said, texts.by_period(item)])
    deciders = rights.deciders(turn.ward, item)
    if turn.person not in deciders:
        return _pressed(turn, item, draft, [*said, texts.not_yours_to_set(item, deciders)])
    payload = {"item": item.key, "draft": draft.to_json()}
    due = drafts.moment(turn, draft)
    choices = (Choice(texts.set_label(due), SET), Choice(texts.KEEP, KEEP), Choice(texts.NEITHER, ""))
    text = "\n".join([*said, texts.which_due(one, due, draft)])
    return [Reply(text, choices=choices, ask=Ask(KIND, payload), items=(item.key,))]


def _owned(turn: Turn, order: Directive) -> list[ItemView]:
    """What the order reminds of: the person's own items that its words name."""
    found = turn.ward.catalogue.find(order.what) if order.what else None
    if found is None or found.guessed:
        return []
    named = [turn.ward.items[one.key] for one in found.items]
    return [item for item in named if item.owner_id in order.people]


def _press_person(turn: Turn, order: Directive) -> Sequence[Reply] | None:
    """ "Nhắc anh Minh": everything that he owes."""
    if not order.reminds or order.what or len(order.people) != 1:
        return None
    turn.words = turn.ward.people[order.people[0]].name
    return chase.press(turn)


def _names_another(order: Directive, item: ItemView) -> bool:
    return bool(order.people) and item.owner_id not in order.people


def _pressed(turn: Turn, item: ItemView, draft: Draft, said: Sequence[str]) -> Sequence[Reply]:
    first, *rest = chase.press_item(turn, item, chase.How(again=True))
    if rest:
        _keep(turn, item, draft)
    lines = [*said, first.text] if first.choices else [first.text, *said]
    return [replace(first, text="\n".join(lines), items=(item.key,)), *rest]


def _keep(turn: Turn, item: ItemView, draft: Draft) -> None:
    turn.session.add(row_of(turn, draft, item.id, made=False))
    note(turn, "directive_press", item.key, draft.words)


# --- the deadline ----------------------------------------------------------------------------------------


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """The day of the order becomes the deadline, or the item is only pressed, or neither."""
    item = turn.ward.items[question.payload["item"]]
    draft, data = drafts.from_json(question.payload["draft"]), question.choices[place - 1][1]
    if data == KEEP:
        return _pressed(turn, item, draft, [texts.kept(standing_of(turn, item))])
    if data != SET:
        return [Reply(texts.left_alone(item))]
    if turn.person not in rights.deciders(turn.ward, item):
        return [Reply(texts.not_yours_to_set(item, rights.deciders(turn.ward, item)))]
    if drafts.moment(turn, draft) <= turn.now:
        return [Reply(texts.over(drafts.moment(turn, draft)))]
    return set_due(turn, standing_of(turn, item), draft)


def set_due(turn: Turn, one: Standing, draft: Draft) -> Sequence[Reply]:
    """Set the deadline, keep the order, and tell who answers for the item."""
    item, due = one.item, drafts.moment(turn, draft)
    row = turn.session.get_one(Item, item.id)
    old, row.due_on = row.due_on, due.date()
    if draft.at:
        row.due_time = draft.at
    if one.extended.due is not None or one.checked.until is not None:
        turn.session.add(_granted(turn, one, draft, due.date()))
    extensions.replace(turn.session, (item.id, one.period.key if one.period else None), turn.now)
    _keep(turn, item, draft)
    note(turn, "directive_due", item.key, due.date().isoformat(), before=old.isoformat() if old else None)
    bump(turn.session, turn.ward.id)
    told = turn.ward.acting(item.owner_id)
    own = told is not None and told.id == turn.person.id
    reached = told is not None and bool(people.reachable_chats(turn.session, told.id))
    replies = [Reply(texts.due_set(one, due, told, own=own, reached=reached), items=(item.key,))]
    if told is not None and not own and reached:
        giver = turn.ward.people[draft.given_by]
        replies.append(letter(turn, told, texts.told_due(one, due, draft, told, giver), item.key))
    return replies


def _granted(turn: Turn, one: Standing, draft: Draft, day: date) -> Extension:
    """Another day than the task's own was set before, and would go on to hold: the leader's follows it."""
    return Extension(
        ward_id=turn.ward.id,
        item_id=one.item.id,
        period=None,
        asked_by_id=turn.person.id,
        asked_at=turn.now,
        old_due=one.due.date() if one.due else day,
        asked_due=day,
        reason=draft.words,
        inbox_id=draft.inbox_id,
        state="granted",
        decided_by_id=turn.person.id,
        decided_at=turn.now,
        decided_due=day,
    )
