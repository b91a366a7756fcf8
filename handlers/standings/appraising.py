"""What has no number waits for who decides on it to say whether it is done. Target form T25."""

from __future__ import annotations

from collections.abc import Iterable

from db.item_view import ItemView
from db.models import Figure
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.standings.standing import Standing


def is_narrative(item: ItemView) -> bool:
    """True for an indicator without a measure: "đảm bảo an ninh trật tự"."""
    return item.target is not None and item.target.is_narrative


def appraisers(ward: WardView, item: ItemView) -> list[PersonView]:
    """Who says whether a narrative indicator is done: who decides on it, and does not answer for it."""
    everybody = rights.deciders(ward, item)
    return [one for one in everybody if not rights.answers_for(ward, one, item)]


def awaits(ward: WardView, person: PersonView, item: ItemView, row: Figure | None) -> bool:
    """True where words of a narrative indicator wait for this person to say whether it is done."""
    told = row is not None and row.state == "words"
    return told and is_narrative(item) and person in appraisers(ward, item)


def waiting(ward: WardView, person: PersonView, found: Iterable[Standing]) -> list[ItemView]:
    """The indicators whose words wait for this person."""
    return [one.item for one in found if awaits(ward, person, one.item, one.figure)]
