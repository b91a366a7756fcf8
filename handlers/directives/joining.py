"""Who is to work along on the order just given: "à thêm chị Hà nữa", "cử thêm Phòng Kinh tế phối hợp"."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from bot.domain.reading.words import fold
from db import directives
from db.item_view import ItemView
from db.models import Item
from db.ward_loading import bump
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.directives import along, stopping
from handlers.directives.draft import Draft
from handlers.directives.giving import SHORT, letter, note
from handlers.texts.directives import along as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """Write down who works along on the order of the receipt right above, and tell; None for other words."""
    if not rights.may(turn.person, "directive") or finding.codes_in(turn.words):
        return None
    item = stopping.given_last(turn) if texts.BESIDE.search(fold(turn.words)) else None
    owner = turn.ward.people.get(item.owner_id or 0) if item is not None else None
    if item is None or owner is None:
        return None
    draft = Draft(
        turn.words,
        turn.inbox_id,
        turn.person.id,
        turn.said_at.isoformat(),
        people=(owner.id,),
        what=item.name,
    )
    changed = along.with_others(turn, draft, turn.words)
    if changed is None or changed.people != draft.people:
        return None
    stopping.require_open(turn, item)
    _write(turn, item, changed)
    return _told(turn, item, owner, changed)


def _write(turn: Turn, item: ItemView, changed: Draft) -> None:
    row = turn.session.get_one(Item, item.id)
    codes = directives.unit_codes(turn.session, changed.coordinating)
    row.name, row.short_name = changed.what, shorten(changed.what, SHORT, placeholder=" …")
    row.coordinating = list(dict.fromkeys([*row.coordinating, *codes]))
    note(turn, "directive_joined", item.key, "; ".join([changed.what, *codes]), before=item.name)
    bump(turn.session, turn.ward.id)


def _told(turn: Turn, item: ItemView, owner: PersonView, changed: Draft) -> Sequence[Reply]:
    """The giver, who is in charge, and the heads of the units."""
    people = changed.what.partition(texts.ALONG)[2]
    names = [*filter(None, [people]), *(turn.ward.units[one] for one in changed.coordinating)]
    heads = [one for one in turn.ward.with_role("unit_head") if one.unit_id in changed.coordinating]
    told = [one for one in dict.fromkeys((turn.ward.acting(owner.id) or owner, *heads)) if turn.reaches(one)]
    told = [one for one in told if one.id != turn.person.id]
    replies = [Reply(texts.joined(item, owner, names, told), items=(item.key,))]
    return replies + [letter(turn, one, texts.told_joined(item, owner, names, one), item.key) for one in told]
