"""What is told in words and has no number: whether it is done is for who decides on it to say (form T25)."""

from __future__ import annotations

import re
from typing import Literal

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers.doubting.kept import without_name
from handlers.reporting import in_name, which_period
from handlers.reporting.figure_row import line_of
from handlers.reporting.outcome import Outcome
from handlers.standings.appraising import appraisers, is_narrative
from handlers.texts.reporting import appraised as texts
from handlers.turn import Reply, Turn, UserError

Appraisal = Literal["held", "lost"]
"""The state of a figure that a leader's "hoàn thành" or "chưa hoàn thành" makes."""
KINDS = frozenset({"done", "not_done", "question"})
_YEAR = r"(?: ?[/-]? ?20\d\d)?"
_PERIOD = rf"(?:quy|(?:[69] )?thang|(?:ca )?nam)(?: dau| cuoi)?(?: nam)?(?: (?:i+v?|\d{{1,2}}))?{_YEAR}"
_BESIDE = rf"(?:(?:xac nhan|danh gia|cong nhan|ket luan|dong y|ghi nhan|la|muc|ky|{_PERIOD}) )*"
_RESULT = r"(?:hoan thanh|hoan tat|dat(?: yeu cau)?|xong)"
_GOOD = r"(?: (?:xuat sac|tot|nhiem vu|yeu cau|chi tieu|ke hoach|roi|nhe|nha|a|ah|em|anh|chi))*"
_DONE = re.compile(rf"{_BESIDE}(?:(?:da )?{_RESULT}|xac nhan|cong nhan|dong y){_GOOD}[.!]*")
_NOT_DONE = re.compile(rf"{_BESIDE}(?:chua|khong)(?: the| duoc)?(?: {_RESULT}\b{_GOOD}(?P<why>.*)|[.!]*)")


def appraisal(turn: Turn, reading: Reading, item: ItemView) -> Appraisal | None:
    """What who decides on a narrative indicator says of it; None for other words, and from anybody else."""
    if not is_narrative(item) or reading.kind not in KINDS or turn.person not in appraisers(turn.ward, item):
        return None
    said = fold(_said(turn, reading))
    if _DONE.fullmatch(said):
        return "held"
    return "lost" if _NOT_DONE.fullmatch(said) else None


def is_told(turn: Turn, reading: Reading, outcome: Outcome) -> bool:
    """Keep what a leader says of a narrative indicator, beside the words that he judges; False for no such.

    It is about what was told last, unless a period is named.
    """
    item = turn.ward.items.get(reading.item or "")
    said = appraisal(turn, reading, item) if item is not None else None
    if item is None or said is None:
        return False
    outcome.items.append(item.key)
    try:
        row = _about(turn, reading, item)
    except UserError as error:
        outcome.said.append(error.text)
        return True
    words = _why(turn, reading) or row.words
    known = (row.state, row.words) == (said, words)
    letters = [] if known else _keep(turn, item, row, said, words)
    outcome.said.append(texts.recorded(item, row, reached=bool(letters)))
    outcome.beside += letters
    return True


def _why(turn: Turn, reading: Reading) -> str | None:
    """The words of "chưa hoàn thành vì còn 1 vụ": they say more than that it is not done."""
    words = _said(turn, reading)
    found = _NOT_DONE.fullmatch(fold(words))
    return words if found is not None and (found["why"] or "").strip(" .!") else None


def _keep(turn: Turn, item: ItemView, row: Figure, said: Appraisal, words: str | None) -> list[Reply]:
    row.state, row.words = said, words
    turn.session.add(row)
    turn.session.flush()
    turn.note("appraisal", item.key, after=said)
    return in_name.of_appraisal(turn, item, row)


def _about(turn: Turn, reading: Reading, item: ItemView) -> Figure:
    """What was told, as a row that is in no session yet; without words where nobody told any.

    Raises UserError for a day or a period that is still to come.
    """
    reading = which_period.of_words(turn, reading, item)
    told = figures.latest(turn.session, [item.id]).get(item.id)
    if told is not None and not told.supplied and reading.period is None:
        key, as_of = told.period, told.as_of
    else:
        period, as_of = which_period.of_reading(turn, reading, item)
        if not which_period.is_closed(turn, item, period):  # a leader judges what is closed, too
            which_period.open_to(turn, reading, item)
        key, told = period.key, figures.of_period(turn.session, [item.id], period.key).get(item.id)
    return Figure(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=key,
        as_of=told.as_of if told is not None else as_of,
        state=told.state if told is not None else "words",
        words=told.words if told is not None else None,
        person_id=turn.person.id,
        entered_by_id=turn.person.id,
        channel=turn.message.address.channel,
        inbox_id=turn.inbox_id,
        reported_at=told.reported_at if told is not None else turn.said_at,
        corrects_id=told.id if told is not None else None,
        at=turn.now,
    )


def _said(turn: Turn, reading: Reading) -> str:
    """The words beside the item's name."""
    return " ".join(without_name(turn, reading.words or line_of(turn.words, reading)).split())
