"""What is told when a photo or a file is there at last, takes longer, or could not be had (bot.filing)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from db import confirmations, evidence, people
from db.item_view import ItemView
from db.models import Confirmation, Evidence
from db.ward_view import PersonView, WardView
from handlers.deciding import completion, registry
from handlers.texts import evidence as texts
from handlers.turn import Reply

TOLD_AFTER = 3
"""Tries without success after which the sender is told that it takes longer."""


def place(folder: Path, sha256: str) -> Path:
    """Where a file lies: under its hash, so that the same one lies there once."""
    return folder / sha256[:2] / sha256


def kept(session: Session, ward: WardView, row: Evidence) -> Sequence[Reply]:
    """To the sender, when the last of several is there; to who has the completion before him already."""
    item = ward.by_id.get(row.item_id)
    if item is None or evidence.still_waiting(session, row):
        return []
    total = evidence.counted(session, [row.item_id]).get(row.item_id, {})
    said = [Reply(texts.kept(item, total, again=row.state == "again"), items=(item.key,), silent=True)]
    waits, to = _before_decider(session, ward, item)
    if row.state == "kept" and waits is not None and to is not None and waits.asked_at < row.at:
        choice = Choice(texts.SHOW, f"/minhchung {item.key}")
        note = texts.added(item, ward.who(row.person_id), total)
        said.append(Reply(note, to=to.id, choices=(choice,), items=(item.key,), silent=True))
    return said


def _before_decider(
    session: Session, ward: WardView, item: ItemView
) -> tuple[Confirmation | None, PersonView | None]:
    """The completion that waits, and who has it before him."""
    waits = confirmations.of_item(session, item.id, "completion")[-1:]
    if not waits or waits[0].state != "asked":
        return None, None
    request = completion.request_of(session, waits[0], ward)
    deciders = registry.kind_of(request).deciders(ward, request)
    return waits[0], next((one for one in deciders if people.reachable_chats(session, one.id)), None)


def delayed(ward: WardView, row: Evidence) -> Sequence[Reply]:
    """To the sender: it takes longer."""
    return [Reply(texts.delayed(ward.by_id.get(row.item_id), row.kind))]


def lost(session: Session, ward: WardView, row: Evidence) -> Sequence[Reply]:
    """To the sender: it could not be had, and has to be sent again; to who was told that it was coming."""
    item = ward.by_id.get(row.item_id)
    said = [Reply(texts.lost(item, row.kind))]
    waits, to = _before_decider(session, ward, item) if item is not None else (None, None)
    if item is not None and waits is not None and to is not None and waits.asked_at >= row.at:
        note = texts.not_coming(item, row.kind, ward.who(row.person_id))
        said.append(Reply(note, to=to.id, items=(item.key,), silent=True))
    return said
