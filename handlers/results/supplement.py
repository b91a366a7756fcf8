"""What was missing of a result that came back is sent: is it whole now, and handed in again?"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import confirmations
from db.item_view import ItemView
from db.models import Confirmation
from handlers import rights
from handlers.subject import MOST_BYTES
from handlers.texts.results import supplement as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "NV-007 bổ sung biên bản": is that all? None where nothing came back, or more is said."""
    item = meant(turn, turn.words)
    if item is None:
        return None
    row = returned(turn, item)
    words = f"{item.key} xong, {turn.words}"
    done = words if len(words.encode()) <= MOST_BYTES else f"{item.key} xong"
    choices = (Choice(texts.DONE, done), Choice(texts.MORE, "/viec"))
    return [Reply(texts.is_it_all(item, row.words if row else None), choices=choices, items=(item.key,))]


def meant(turn: Turn, words: str) -> ItemView | None:
    """The task that came back and is spoken of: by name, else the only one that waits for this person."""
    if texts.SUPPLIES.search(fold(words)) is None or texts.SAYS_MORE.search(fold(words)):
        return None
    named = [turn.ward.items[one.key] for one in turn.ward.catalogue.find(words).items]
    tasks = named if len(named) == 1 else [one for one in turn.ward.duties(turn.person.id) if one.is_task]
    if not all(rights.may_speak(turn.ward, turn.person, one) for one in tasks):
        return None
    back = [one for one in tasks if returned(turn, one)]
    return back[0] if len(back) == 1 else None


def returned(turn: Turn, item: ItemView) -> Confirmation | None:
    """How a task came back that was not handed in again."""
    found = confirmations.checked(turn.session, [item.id], turn.now).get(item.id)
    return found.returned if found else None
