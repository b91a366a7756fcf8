"""/lichsu: every figure of an indicator, corrections included, with who gave it."""

from __future__ import annotations

from collections.abc import Sequence

from db import figures
from db.ward_view import ItemView
from handlers import rights
from handlers.report import find_item
from handlers.texts import history as texts
from handlers.texts import situation as situation_texts
from handlers.turn import Reply, Turn, UserError


def show(turn: Turn) -> Sequence[Reply]:
    """The history of the indicator or task that the words name."""
    if not turn.words:
        return [Reply(texts.usage())]
    hit = find_item(turn, turn.words, "history")
    return hit if not isinstance(hit, ItemView) else [_history(turn, hit)]


def answer(turn: Turn, key: str) -> Sequence[Reply]:
    """One of several was picked."""
    return [_history(turn, turn.ward.items[key])]


def _history(turn: Turn, item: ItemView) -> Reply:
    own = rights.within_reach(turn.ward, turn.person, item)
    if not own and not rights.may(turn.person, "situation"):
        raise UserError(situation_texts.out_of_reach(item))
    if item.is_task:
        rows = figures.progress_of(turn.session, item.id)
        return Reply(texts.task(item, rows, turn.ward), items=(item.key,))
    return Reply(texts.indicator(item, figures.history(turn.session, item.id), turn.ward), items=(item.key,))
