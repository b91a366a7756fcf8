"""Told to be over, in other words than "hết vướng": "phần mềm chạy lại rồi" after "vướng phần mềm lỗi"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.model import Reading
from bot.domain.reading.states.overcome import tells_end
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.words import fold, words_of
from db import figures
from db.item_view import ItemView
from db.models import Obstacle, Question
from handlers import rights
from handlers.obstacles import obstacle
from handlers.reporting import one_item
from handlers.reporting.by_own_words import takes_words
from handlers.reporting.hearing import heard
from handlers.reporting.outcome import Outcome
from handlers.reporting.replying import reply
from handlers.texts.obstacles import obstacle as texts
from handlers.turn import Ask, Reply, Turn

KIND = obstacle.OVER
OFFERED = 5
_COMMON = POLITE | {
    *words_of("vuong mac kho khan chua khong thieu co duoc da roi con van va cua cho nen vi do lai cac")
}
_YES = re.compile(
    r"(?:da |vang |u )*(?:dung|het|het vuong|roi|vang|phai|xong|ok)(?: roi| a| nhe| em| anh| chi)*"
)


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """Ask whether an obstacle is over of which the words tell that; None where they report something else."""
    if "\n" in turn.words or not tells_end(fold(turn.words)):
        return None
    told = heard(turn)
    if any(one.value is not None or one.kind in {"question", "extension", "obstacle"} for one in told):
        return None
    named = {one.item for one in told if one.named}
    rows = [(item, row) for item, row in _open(turn) if not named or item.key in named]
    rows = [(item, row) for item, row in rows if _shared(turn.words, row.words)][:OFFERED]
    return [_asked(turn, rows)] if rows else None


def _open(turn: Turn) -> list[tuple[ItemView, Obstacle]]:
    """The open obstacles of what the person may speak for."""
    rows = figures.open_obstacles(turn.session, turn.ward.id, turn.now)
    found = [(turn.ward.by_id[row.item_id], row) for row in rows if row.item_id in turn.ward.by_id]
    return [(item, row) for item, row in found if rights.may_speak(turn.ward, turn.person, item)]


def _shared(words: str, others: str) -> bool:
    """True for two texts that speak of the same: "phần mềm", not only "đã", "có"."""
    return not _COMMON.issuperset({*words_of(words)} & {*words_of(others)})


def _asked(turn: Turn, rows: Sequence[tuple[ItemView, Obstacle]]) -> Reply:
    keys = dict.fromkeys(item.key for item, _row in rows)
    choices = [Choice(texts.over(turn.ward.items[key]), key) for key in keys]
    choices.append(Choice(texts.not_over(kept=takes_words(rows[0][0])), ""))
    payload = {"item": rows[0][0].key, "words": turn.words}
    return Reply(texts.is_it_over(rows, turn.person), tuple(choices), Ask(KIND, payload), tuple(keys))


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """It is over, and the words say why; or it is not, and they tell how the work goes."""
    key, words = str(question.choices[place - 1][1]), str(question.payload["words"])
    if key:
        return obstacle.closed(turn, turn.ward.items[key], words)
    item = turn.ward.items[question.payload["item"]]
    if not takes_words(item):
        return [Reply(texts.stays_open(item), items=(item.key,))]
    outcome = Outcome()
    told = Reading("in_progress", item.key, status="in_progress", words=words, named=True)
    one_item.take(turn, told, item, outcome)
    return reply(turn, outcome)


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """ "Hết rồi" where only one was asked about; None for anything else."""
    if len(question.choices) != 2 or not _YES.fullmatch(fold(turn.words).strip(" .!,")):
        return None
    question.closed_at = turn.now
    return answer(turn, question, 1)
