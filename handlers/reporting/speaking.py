"""In whose name somebody speaks of an item: the owner's."""

from __future__ import annotations

from collections.abc import Callable

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.turn import Turn, UserError

Refusal = Callable[[ItemView, PersonView, PersonView], str]
"""What is said of an item and its owner to the person who may not speak for it."""


def owner_spoken_for(turn: Turn, item: ItemView, refusal: Refusal) -> PersonView:
    """The owner of an item; of one without an owner who writes, or for whom he writes.

    Raises UserError, with what `refusal` says, where somebody may not speak for the owner.
    """
    owner = turn.ward.people.get(item.owner_id or 0)
    if owner is None or owner.id == turn.person.id:
        return turn.owner or turn.person
    if rights.may_speak(turn.ward, turn.person, item):
        return owner
    raise UserError(refusal(item, owner, turn.person))
