""" "Quân sự xuất sắc": the name of an item, which is the title to be reached too; offered to be recorded."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from handlers.reporting import which_period
from handlers.reporting.figure_row import grade_said
from handlers.reporting.hearing import heard
from handlers.situation.command import item_lines
from handlers.subject import MOST_BYTES
from handlers.texts.reporting import not_recorded as texts
from handlers.turn import Reply, Turn

_REACHED = frozenset(("dat", "duoc", "la"))
"""With these the words tell of the title, whatever the item is called."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """How the item stands, and one tap to record the title; None for other words, or where one is there."""
    graded = [one for one in turn.ward.duties(turn.person.id) if one.target and one.target.grade]
    said = fold(turn.words).strip(" .!")
    meant = [one for one in graded if said in {fold(one.name), fold(one.short_name), *map(fold, one.aliases)}]
    if len(meant) != 1 or not _REACHED.isdisjoint(said.split()) or not _is_only_named(turn, meant[0]):
        return None
    item = meant[0]
    title = grade_said(item.target, turn.words)
    period, _day = which_period.of_reading(turn, heard(turn)[0], item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    if title is None or (row is not None and not row.supplied):
        return None
    lines = [*item_lines(turn, [item]), texts.may_be_title(item, title, period)]
    typed = f"{item.key}: {title}"
    choices = (Choice(texts.title_label(title), typed),) if len(typed.encode()) <= MOST_BYTES else ()
    return [Reply("\n".join(lines), choices=choices, items=(item.key,))]


def _is_only_named(turn: Turn, item: ItemView) -> bool:
    """True where the words were heard as a question about the item, and as nothing else."""
    readings = heard(turn)
    return bool(readings) and all(one.kind == "question" and one.item == item.key for one in readings)
