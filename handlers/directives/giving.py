"""The order was answered ĐÚNG: the task, the order in its own words, and the letters to who is concerned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from textwrap import shorten

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.domain.message import Choice
from db import directives, outbox, people
from db.models import Directive, Field, Item
from db.ward_loading import bump
from db.ward_view import PersonView
from handlers.directives import coming_back, with_file
from handlers.directives import draft as drafts
from handlers.directives.draft import Draft
from handlers.directives.hours import held_until
from handlers.texts.directives import back as back_texts
from handlers.texts.directives import draft as texts
from handlers.texts.directives import letters
from handlers.texts.numbers import deadline
from handlers.texts.recurring import each_period
from handlers.turn import Reply, Turn, UserError

MADE_IN_CHAT = "chat:"
"""How the slug of an item begins that a plan does not list (bot.loading.items keeps those)."""
SHORT = 60


def give(turn: Turn, draft: Draft) -> list[Reply]:
    """Make the task, tell everybody concerned. An order makes one task, however often it is confirmed."""
    if turn.ward.plan_id is None:
        raise UserError(texts.no_plan())
    if (before := _given(turn, draft)) is not None:
        return [Reply(texts.given_before(before))]
    person = turn.ward.people[draft.people[0]]
    item = _task(turn, draft, person)
    try:
        with turn.session.begin_nested():
            directives.add_task(turn.session, item)
            turn.session.add(row_of(turn, draft, item.id))
            turn.session.flush()
    except IntegrityError:
        # Confirmed twice in the same moment, in another process.
        raise UserError(texts.given_just_now()) from None
    with_file.keep(turn, draft, item.id)
    note(
        turn,
        "directive",
        item.key,
        f"{person.code} {draft.due or ' '.join(draft.recurrences) or '-'} {draft.what}",
    )
    bump(turn.session, turn.ward.id)
    return _told(turn, draft, item, person)


def _given(turn: Turn, draft: Draft) -> str | None:
    """The key of the task that this order made before; a list of orders makes one each."""
    made = (Item.plan_id == turn.ward.plan_id, Item.slug == _slug(draft))
    if (key := turn.session.scalar(select(Item.key).where(*made))) is not None:
        return key
    pressed = directives.from_messages(turn.session, [draft.inbox_id]) if not draft.place else None
    return turn.session.get_one(Item, pressed.item_id).key if pressed else None


def _slug(draft: Draft) -> str:
    return f"{MADE_IN_CHAT}{draft.inbox_id}{f'.{draft.place}' if draft.place else ''}"


def row_of(turn: Turn, draft: Draft, item_id: int, *, made: bool = True) -> Directive:
    """The order, in its own words."""
    return Directive(
        ward_id=turn.ward.id,
        item_id=item_id,
        given_by_id=draft.given_by,
        entered_by_id=turn.person.id,
        at=datetime.fromisoformat(draft.said_at),
        words=draft.words,
        made=made,
        inbox_id=None if draft.place else draft.inbox_id,
    )


def note(turn: Turn, action: str, key: str, after: str, before: str | None = None) -> None:
    """One line of the audit log."""
    turn.note(
        action,
        key,
        before=before,
        after=after,
    )


def _task(turn: Turn, draft: Draft, person: PersonView) -> Item:
    giver, preset = turn.ward.people[draft.given_by], turn.rules.task_preset
    preset = replace(preset, frequency="none") if draft.due else preset
    if draft.recurrence is not None:
        preset = coming_back.rule_of(turn, draft, draft.recurrence)
    return Item(
        ward_id=turn.ward.id,
        plan_id=turn.ward.plan_id,
        kind="task",
        key="",
        slug=_slug(draft),
        name=draft.what,
        short_name=shorten(draft.what, SHORT, placeholder=" …"),
        field_id=_field(turn, draft, giver),
        unit_id=draft.unit or person.unit_id,
        owner_id=person.id,
        frequency=preset.frequency,
        regime=preset.regime,
        due_rule=preset.due_rule,
        due_time=draft.at or f"{preset.due_time:%H:%M}",
        due_on=draft.day,
        recurring=draft.recurrence is not None,
        begins_on=coming_back.begins_on(turn, draft, preset),
        listed=False,
        leader_id=giver.id if giver.has("chair", "leader") else None,
        coordinating=directives.unit_codes(turn.session, draft.coordinating),
        milestones=[{"on": one.on.isoformat(), "name": one.name} for one in draft.milestones],
        product=draft.product,
        basis=draft.basis or letters.basis(giver, datetime.fromisoformat(draft.said_at)),
    )


def _field(turn: Turn, draft: Draft, giver: PersonView) -> int | None:
    """The field of the one item that the work names; else the only one that the leader is in charge of."""
    named = turn.ward.catalogue.find(draft.what)
    sure = turn.ward.items[named.sure.key].field if named.sure and not named.guessed else None
    code = sure or (next(iter(giver.fields)) if len(giver.fields) == 1 else None)
    if code is None or code in turn.rules.closed:
        return None
    return turn.session.scalar(select(Field.id).where(Field.ward_id == turn.ward.id, Field.code == code))


# --- who is told ---------------------------------------------------------------------------------------


def _told(turn: Turn, draft: Draft, item: Item, person: PersonView) -> list[Reply]:
    """The giver; the one in charge, or who acts for him; the heads of the units that work along; the leader
    in whose name the office wrote."""
    acting = turn.ward.acting(person.id) or person
    own = acting.id == turn.person.id
    reached = bool(people.reachable_chats(turn.session, acting.id))
    due = _due_words(turn, draft)
    held = held_until(turn, draft.words, drafts.moment(turn, draft) if draft.due else None)
    text = letters.given(item, due, person, acting, turn.ward, reached=None if own else reached, held=held)
    back = Choice(back_texts.LABEL, f"{back_texts.TAKE_BACK} {item.key}: {back_texts.REASON}")
    replies = [Reply(text, choices=(back,), items=(item.key,))]
    giver = turn.ward.people[draft.given_by]
    units = [turn.ward.units[one] for one in draft.coordinating if one in turn.ward.units]
    if not own:
        kinds = [str(one["kind"]) for one in draft.files]
        words = letters.letter(item, due, acting, giver, units, turn.ward, kinds)
        choices = (
            Choice(letters.RECEIVED, f"/danhan {item.key}"),
            Choice(letters.OPINION, f"/ykien {item.key}"),
            *(Choice(letters.SEE_FILES, f"/minhchung {item.key}") for _ in draft.files[:1]),
        )
        replies.append(letter(turn, acting, words, item.key, choices))
    replies += [
        letter(turn, head, letters.along(item, due, head, person, turn.ward), item.key)
        for head in _heads(turn, draft, {acting.id, person.id, turn.person.id})
    ]
    if giver.id != turn.person.id:
        replies.append(
            letter(turn, giver, letters.in_your_name(item, due, giver, person, turn.person), item.key)
        )
    return [replace(one, waits=one.to is not None) for one in replies] if held else replies


def _due_words(turn: Turn, draft: Draft) -> str | None:
    """By when it is due, once or each period; None where no day is set."""
    if draft.due:
        return deadline(drafts.moment(turn, draft))
    begins = coming_back.first(turn, draft)
    if draft.recurrence is None or begins is None:
        return None
    return each_period(coming_back.rule_of(turn, draft, draft.recurrence), begins[1])


def _heads(turn: Turn, draft: Draft, told: set[int]) -> list[PersonView]:
    heads = turn.ward.with_role("unit_head")
    return [one for one in heads if one.unit_id in draft.coordinating and one.id not in told]


def letter(turn: Turn, to: PersonView, text: str, key: str, choices: Sequence[Choice] = ()) -> Reply:
    """To somebody else; without a sound outside the sending hours, and never before what it is about."""
    waits = outbox.has_letter(turn.session, to.id, key)
    return Reply(text, choices=tuple(choices), to=to.id, items=(key,), silent=not turn.loud, waits=waits)
