"""A leader is not content with an explanation, or does not want the one any more that he asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import explanations, questions
from db.item_view import ItemView
from db.models import Explanation
from handlers import finding, rights
from handlers.pressing.explained import KIND, WHICH, letter, note
from handlers.texts.pressing import second_thoughts as texts
from handlers.turn import Reply, Turn

ASKED_WITHIN = timedelta(days=400)
"""So far back a question may have been put that no longer waits for an answer."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Lý do chưa thuyết phục" right below an explanation; "bỏ yêu cầu giải trình ATTP"."""
    if not rights.may(turn.person, "ask_explanation"):
        return None
    folded = fold(turn.words).strip(" .!")
    if (taken_back := texts.TAKES_BACK.fullmatch(folded)) is not None:
        return _taken_back(turn, turn.words[taken_back.start("what") :].strip() if taken_back["what"] else "")
    if texts.REJECTS.fullmatch(folded) is None:
        return None
    item = _explained(turn)
    if item is None:
        return None
    choices = (
        Choice(texts.AGAIN, f"/giaitrinh {item.key} {texts.more_wanted(turn.words)}"),
        Choice(texts.DENY, f"/giaitrinh {item.key} {texts.NOT_OBJECTIVE}"),
        Choice(texts.see(item), f"/tinhhinh {item.key}"),
    )
    return [Reply(texts.what_then(item, turn.words, turn.person), choices, items=(item.key,))]


def _explained(turn: Turn) -> ItemView | None:
    """The item that was spoken of last, where its explanation has come."""
    about = [turn.ward.items[key] for key in turn.context_items if key in turn.ward.items]
    if len(about) != 1:
        return None
    return about[0] if any(one.answer for one in explanations.of_item(turn.session, about[0].id)) else None


def _taken_back(turn: Turn, what: str) -> Sequence[Reply]:
    """The request that is not answered yet, once it is sure which."""
    waiting = list(_waiting(turn, what))
    if not waiting:
        return [Reply(texts.nothing_waits())]
    if len({item.key for item, _row in waiting}) > 1:
        choices = tuple(Choice(f"{item.key} {item.short_name}", texts.take_back(item)) for item, _ in waiting)
        return [Reply(texts.which(), choices)]
    item = waiting[0][0]
    _no_longer_asked(turn, {row.id for _item, row in waiting})
    for _item, row in waiting:
        turn.session.delete(row)
    turn.session.flush()
    note(turn, "explanation_withdrawn", item, waiting[0][1].words or "")
    of = turn.ward.acting(waiting[0][1].asked_of_id)
    reached = turn.reaches(of)
    replies = [Reply(texts.withdrawn(item, of, reached=reached), items=(item.key,))]
    if of is not None and reached:
        replies.append(letter(turn, of, texts.told_withdrawn(item, turn.person), item))
    return replies


def _no_longer_asked(turn: Turn, ids: set[int]) -> None:
    """No later message answers what is not asked any more."""
    for kind in (KIND, WHICH):
        for question in questions.left_open(turn.session, turn.ward.id, kind, turn.now - ASKED_WITHIN):
            if ids & {question.payload.get("id"), *question.payload.get("ids", ())}:
                questions.settle(question, turn.now)


def _waiting(turn: Turn, what: str) -> Iterator[tuple[ItemView, Explanation]]:
    """What this person asked for and nobody has answered; where words name something, of that."""
    coded = [item for code in finding.codes_in(what) if (item := finding.by_code(turn.ward, code))]
    named = coded or [turn.ward.items[one.key] for one in turn.ward.catalogue.find(what).items]
    keys = {item.key for item in named}
    for row in explanations.unanswered(turn.session, turn.ward.id):
        item = turn.ward.by_id.get(row.item_id)
        mine = rights.speaks_for(turn.ward, turn.person, row.asked_by_id)
        if item is not None and mine and (not what or item.key in keys):
            yield item, row
