""" "Sửa số BHXH anh Minh, 182 thành 201", of a figure of an earlier period: of which one it is is asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading import read
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from handlers import rights
from handlers.reporting import which_period
from handlers.texts.correcting import old_to_new as texts
from handlers.texts.correcting.correct import CORRECT
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None where the old number is not the newest figure; of the period that is awaited it is read on."""
    words = turn.words.strip(" .!")
    said = texts.OLD_TO_NEW.fullmatch(fold(words))
    if said is None:
        return None
    hit = turn.ward.catalogue.find(words[slice(*said.span("what"))])
    item = turn.ward.items.get(hit.sure.key) if hit.sure is not None and not hit.guessed else None
    if item is None or item.is_task or item.parts or item.owner_id == turn.person.id:
        return None
    row = figures.latest(turn.session, [item.id]).get(item.id)
    if row is None or not rights.may_speak(turn.ward, turn.person, item):
        return None
    old, new = (_figure(turn, item, words[slice(*said.span(name))]) for name in ("old", "new"))
    if old is None or new is None or old.value != row.value:
        return None
    period, day = which_period.of_reading(turn, new, item)
    number, same = words[slice(*said.span("new"))], period.key == row.period
    if same and day == row.as_of:
        turn.words = f"{CORRECT} {item.key} {number}"
        return None
    choices = (
        Choice(texts.put_right(row, same=same), texts.puts_right(item, row, number, same=same)),
        Choice(texts.newer(period, day, same=same), texts.is_newer(item, number)),
    )
    return [Reply(texts.which(item, row, number), choices, items=(item.key,))]


def _figure(turn: Turn, item: ItemView, number: str) -> Reading | None:
    found = read(f"{item.key} {number}", turn.ward.catalogue, Context(now=turn.said_at, item=item.key))
    told = [one for one in found if one.value is not None and one.item == item.key]
    return told[0] if len(told) == 1 else None
