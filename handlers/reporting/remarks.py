"""What is told of one period in words alone, side by side: "DVCTT 98%", and then "số hóa 100% hồ sơ"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold, words_of
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers.standings.appraising import appraisers
from handlers.texts.correcting.correct import CORRECTS
from handlers.turn import Turn

APART = "; "
"""What stands between two remarks of one row."""


def kept(turn: Turn, reading: Reading, item: ItemView, row: Figure, before: Figure | None) -> bool:
    """Put the remarks of the period into a new row's words; True where this one is told besides the others.

    A correction, or an edited message, puts only its own remark right.
    """
    if item.target is None or not item.target.is_narrative or not row.words:
        return False
    row.words = CORRECTS.sub("", row.words, count=1) or row.words
    told = _told(turn, item, row.period) if before is not None else []
    if not told or not (remarks := told[-1].words):
        return False
    if reading.kind == "correction":
        row.words = _put_right(remarks, _nearest(remarks, row.words), row.words)
        return False
    if (edited := _edited(turn, told)) is not None:
        row.words = _put_right(remarks, edited, row.words)
        return False
    if fold(row.words) in map(fold, remarks.split(APART)):
        row.words = remarks
        return False
    row.words = APART.join((remarks, row.words))
    return True


def _put_right(remarks: str, wrong: str, right: str) -> str:
    return APART.join(right if one == wrong else one for one in remarks.split(APART))


def _nearest(remarks: str, said: str) -> str:
    """The remark that shares most words with what puts one right; of several the last."""
    said_words = {*words_of(said)}
    return max(
        enumerate(remarks.split(APART)), key=lambda one: (len(said_words & {*words_of(one[1])}), one[0])
    )[1]


def _told(turn: Turn, item: ItemView, period: str) -> list[Figure]:
    """The rows of the period, without what a leader said of them: his words are no remark of the report."""
    rows = [one for one in figures.history(turn.session, item.id) if one.period == period and one.words]
    leaders = {one.id for one in appraisers(turn.ward, item)}
    return [one for one in rows if one.state == "words" or one.person_id not in leaders]


def _edited(turn: Turn, rows: Sequence[Figure]) -> str | None:
    """The remark that the edited message had told."""
    known: set[str] = set()
    for one in rows:
        told = (one.words or "").split(APART)
        if one.inbox_id in turn.replaces:
            return next((remark for remark in told if remark not in known), told[-1])
        known.update(told)
    return None
