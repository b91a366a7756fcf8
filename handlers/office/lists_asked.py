""" "Việc nào chưa có hạn", "list ai chưa gửi số t11", "sếp đòi báo cáo tháng 11, còn thiếu gì không"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.pressing import missing
from handlers.situation import summary
from handlers.texts.office import lists_asked as texts
from handlers.texts.situation import asked as asked_texts
from handlers.turn import Reply, Turn

LONGEST = 200


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The list or the summary that the clerk wants; None for other words, and from others."""
    folded = fold(turn.words).strip(" .?!")
    if not turn.person.has("clerk") or len(folded) > LONGEST or not rights.may(turn.person, "missing"):
        return None
    if texts.UNDATED.fullmatch(folded):
        return [Reply(texts.undated(_undated(turn)))]
    if (owing := texts.NOT_SENT.fullmatch(folded)) is not None:
        turn.words = texts.month(owing["when"] or "")
        return missing.show(turn)
    wanted = texts.SUMMED_UP.fullmatch(folded)
    return _summed_up(turn, texts.month(wanted["when"]), wanted["tail"]) if wanted is not None else None


def _undated(turn: Turn) -> dict[PersonView | None, list[ItemView]]:
    found: dict[PersonView | None, list[ItemView]] = {}
    for item in turn.ward.items.values():
        if item.is_task and item.due_on is None and item.answered_for:
            found.setdefault(turn.ward.people.get(item.owner_id or 0), []).append(item)
    return found


def _summed_up(turn: Turn, period: str, beside: str) -> Sequence[Reply]:
    """The summary with its file; what is missing in a message of its own where that is asked for."""
    first, *others = summary.show_of(turn, period)
    if texts.AS_WORD.search(beside):
        first = replace(first, text=f"{asked_texts.no_word_file()}\n{first.text}")
    if not texts.MISSING.search(beside):
        return [first, *others]
    turn.words = period
    return [first, *others, *missing.show(turn)]
