"""A request for more time taken back by who asked: "thôi không xin gia hạn NV-020 nữa"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import extensions
from db.item_view import ItemView
from db.models import Extension
from handlers import finding, rights
from handlers.deciding import carry, extension
from handlers.texts.extensions import withdraw as texts
from handlers.turn import Reply, Turn


def is_meant(words: str) -> bool:
    """True for words that take a request back, and say no more than of which item."""
    bare = " ".join(fold(finding.without_codes(words)).split()).strip(" .,!")
    return texts.WITHDRAWS.fullmatch(bare) is not None


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What this person has asked for is taken back; of several it is asked which. None for other words."""
    if not is_meant(turn.words):
        return None
    named = {item for code in finding.codes_in(turn.words) if (item := finding.by_code(turn.ward, code))}
    waiting = [
        (row, turn.ward.by_id[row.item_id])
        for row in extensions.waiting(turn.session, turn.ward.id)
        if row.item_id in turn.ward.by_id
        and rights.answers_for(turn.ward, turn.person, turn.ward.by_id[row.item_id])
    ]
    found = [(row, item) for row, item in waiting if not named or item in named]
    if len(found) == 1:
        return _withdrawn(turn, *found[0])
    if not found:
        return [Reply(texts.nothing_asked())]
    choices = tuple(Choice(texts.label(item), texts.typed(item)) for _row, item in found)
    return [Reply(texts.which(turn.person), choices=choices)]


def _withdrawn(turn: Turn, row: Extension, item: ItemView) -> Sequence[Reply]:
    """The old deadline holds; who was to decide is told, so that he does not decide on it."""
    to = carry.reached(turn, extension.request_of(row, turn.ward))
    if not extensions.withdraw(turn.session, row, turn.now):
        return [Reply(texts.nothing_asked())]
    turn.note("extension_withdrawn", item.key, before=row.asked_due.isoformat())
    replies = [Reply(texts.receipt(item, row, to), items=(item.key,))]
    if to is not None and to != turn.person:
        said = texts.told(item, turn.person, to)
        replies.append(Reply(said, to=to.id, items=(item.key,), silent=not turn.loud))
    return replies
