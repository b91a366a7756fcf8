"""Decisions in free words: by code or name, another day, and what was granted and is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.models import Extension
from handlers.deciding import extension, freely
from handlers.deciding.registry import counted
from handlers.deciding.request import Request
from handlers.deciding.verdicts import choose, decide, decide_one, mine, one_of
from handlers.subject import MOST_BYTES, single
from handlers.texts.deciding import freely as freely_texts
from handlers.texts.deciding import together as together_texts
from handlers.texts.deciding import waiting as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What is decided by code or by name; None for other words."""
    waiting = mine(turn)
    found = freely.decisions(turn, waiting)
    if not found:
        return _of_several(turn, waiting)
    if len(found) == 1:
        return _one_of_them(turn, found[0])
    return _each(turn, found)


def _each(turn: Turn, found: Sequence[freely.Decided]) -> Sequence[Reply]:
    """The receipts in one message; then what is left to ask, of one at a time."""
    receipts: list[Reply] = []
    letters: list[Reply] = []
    asks: list[freely.Decided] = []
    for one in found:
        said = _at_once(turn, one)
        if said is None:
            asks.append(one)
        else:
            receipts.append(said[0])
            letters += said[1:]
    left = mine(turn) if len(asks) != 1 else []
    lines = [one.text for one in receipts] + ([texts.left(counted(left))] if left else [])
    keys = tuple(key for one in receipts for key in one.items)
    replies = [*([Reply("\n".join(lines), items=keys)] if receipts else []), *letters]
    if len(asks) == 1:
        return [*replies, *_one_of_them(turn, asks[0])]
    if asks:
        requests = [request for one in asks for request in one.requests]
        replies.append(Reply(together_texts.one_by_one(turn.person), choices=choose(turn, requests)))
    return replies


def _at_once(turn: Turn, one: freely.Decided) -> Sequence[Reply] | None:
    """What came of it; None where something has to be asked first."""
    if len(one.requests) > 1 or not one.sure:
        return None
    said = decide_one(turn, one.requests[0], one.verdict, one.words)
    return None if said[0].ask is not None else said


def _of_several(turn: Turn, waiting: Sequence[Request]) -> Sequence[Reply] | None:
    """ "Cái đầu thì được", "bác hết": each is asked about; what was granted and is taken back, too."""
    folded = fold(turn.words).strip(" .!")
    if not waiting:
        return _recalled(turn) if freely_texts.RECALLS.fullmatch(folded) else None
    if freely_texts.ALL_REFUSED.fullmatch(folded):
        return [Reply(together_texts.one_by_one(turn.person), choices=choose(turn, waiting))]
    decides = texts.verdict_in(turn.words)[0] or any(word in freely_texts.SAYS for word in folded.split())
    if len(waiting) > 1 and decides and freely_texts.ORDINAL.fullmatch(folded):
        return [Reply(texts.which(turn.person), choices=choose(turn, waiting))]
    return None


def _recalled(turn: Turn) -> Sequence[Reply] | None:
    item = turn.ward.items.get(single(turn) or "")
    row = extension.granted(turn, item) if item is not None else None
    return [_asks_day(item, row, row.old_due)] if item is not None and row is not None else None


def other_day(turn: Turn, words: str) -> Sequence[Reply] | None:
    """Another day for what was granted already, of which was spoken last."""
    item = turn.ward.items.get(single(turn) or "")
    row = extension.granted(turn, item) if item is not None else None
    if item is None or row is None:
        return None
    day = extension.day_in(turn, row, words)
    return [_asks_day(item, row, day)] if day is not None and day >= turn.today else None


def _asks_day(item: ItemView, row: Extension, day: date) -> Reply:
    text = freely_texts.other_day(item, row.decided_due or row.asked_due, day)
    typed_again = freely_texts.other_day_typed(item, day)
    return Reply(
        text, choices=(Choice(freely_texts.other_day_label(item, day), typed_again),), items=(item.key,)
    )


def _one_of_them(turn: Turn, one: freely.Decided) -> Sequence[Reply]:
    if one.sure or len(one.requests) > 1:
        return one_of(turn, one.requests, one.verdict, one.words)
    request = one.requests[0]
    typed_again = f"/duyet #{request.ref} tra lai {one.words}"
    if len(typed_again.encode()) > MOST_BYTES:
        return decide(turn, request, one.verdict, "")
    choices = (
        Choice(freely_texts.return_label(request.item.key, one.words), typed_again),
        Choice(freely_texts.keep_label(), f"/duyet #{request.ref}"),
    )
    text = freely_texts.is_returned(request.item.key, request.item.short_name, one.words)
    return [Reply(text, choices=choices, items=request.keys)]


def verdict_in(words: str) -> tuple[str | None, str]:
    """As `texts.verdict_in`; also another day in free words: "chỉ cho đến thứ ba", "cho thêm 3 ngày"."""
    verdict, rest = texts.verdict_in(words)
    if verdict in {texts.REFUSE, texts.RETURN}:
        return verdict, rest
    folded = fold(words).strip(" .!")
    if freely_texts.MORE_DAYS.fullmatch(folded):
        return texts.UNTIL, words.strip()
    if verdict is None and (only := freely_texts.ONLY_DAY.match(folded)):
        return texts.UNTIL, words[only.end() :].strip(texts.AFTER)
    return verdict, rest
