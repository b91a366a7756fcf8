"""What is answered to the questions of a request for more time: which item, until when, why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.reading import read
from bot.domain.reading.dates import find_date
from bot.domain.reading.model import Context
from bot.domain.reading.words import fold
from bot.domain.reasons import judged
from db.models import Question
from handlers import finding, reasoned
from handlers.extensions import withdrawing
from handlers.extensions.extend import due_day, from_words, go_on, need_day, own_items, request
from handlers.extensions.why import reason_in, says_why
from handlers.reporting.hearing import heard, is_report
from handlers.standings.standing import standing_of
from handlers.subject import take_item
from handlers.texts.extensions import asked as texts
from handlers.texts.extensions import heard as asked_heard
from handlers.turn import Reply, Turn


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """A choice was picked: the item, the day, or nothing at all."""
    data, payload = str(question.choices[place - 1][1]), question.payload
    if not data:
        return [Reply(texts.cancelled())]
    if payload["need"] == "item":
        return request(turn, turn.ward.items[data], str(payload.get("words", "")))
    one = standing_of(turn, turn.ward.items[payload["item"]])
    return go_on(turn, one, date.fromisoformat(data), str(payload.get("reason", "")))


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """What was typed in answer: the item, the day, the reason; None when it is about something else."""
    payload = question.payload
    if withdrawing.is_meant(turn.words):
        question.closed_at = turn.now
        return [Reply(texts.cancelled())]
    if _names_another(turn, payload.get("item")):
        return None
    if payload["need"] == "item":
        item, rest = take_item(turn, "giahan")
        words = " ".join(filter(None, (str(payload.get("words", "")), rest)))
        replies = None if item is None or is_report(turn) else request(turn, item, words)
    elif payload["need"] == "day":
        replies = _typed_day(turn, payload["item"], str(payload.get("reason", "")))
    else:
        replies = _typed_reason(turn, payload["item"], date.fromisoformat(payload["day"]))
    if replies is not None:
        question.closed_at = turn.now
    return replies


def _names_another(turn: Turn, key: str | None) -> bool:
    """True when the words name an item that was not asked about; "chờ Sở Xây dựng" gives a reason."""
    first = turn.ward.catalogue.find(" ".join(turn.words.split()[: reasoned.NAME_WORDS]))
    opens = bool(first.items) and first.span[0] == 0
    if judged(turn.words) == "reason" and not opens and not finding.codes_in(turn.words):
        return False
    return key is not None and any(one.named and one.item not in {None, key} for one in heard(turn))


def _typed_day(turn: Turn, key: str, reason: str) -> Sequence[Reply] | None:
    one = standing_of(turn, turn.ward.items[key])
    if is_report(turn):
        return None
    if find_date(turn.words, turn.now, due_day(one), expected=True) is None:
        known = read(turn.words, turn.ward.catalogue, Context(now=turn.now, own=own_items(turn)))
        if any(each.named or each.kind in {"question", "obstacle"} for each in known):
            return None
        return [need_day(one, texts.unclear_day(turn.person), reason)]
    return from_words(turn, one, f"{turn.words} {texts.BECAUSE} {reason}" if reason else turn.words)


def _typed_reason(turn: Turn, key: str, day: date) -> Sequence[Reply] | None:
    """The reason; another day without one replaces the day that was given."""
    if is_report(turn) or _asks_anew(turn, key):
        return None
    one = standing_of(turn, turn.ward.items[key])
    found = find_date(turn.words, turn.now, due_day(one), expected=True)
    if found is not None and not reason_in(turn.words, found.span):
        return from_words(turn, one, turn.words)
    reason = reason_in(turn.words, None)
    if reason and not says_why(turn.words):
        reason = turn.words.strip(texts.AROUND)  # an answer to "why?": its last words are no request
    if not reason:
        return None
    weighed = reasoned.weigh(turn, turn.words)
    return go_on(turn, one, day, reason) if weighed.is_reason else weighed.replies


def _asks_anew(turn: Turn, key: str) -> bool:
    """Tell another request for the item, and what is to be changed of it, from the reason for this one."""
    folded = fold(turn.words)
    if asked_heard.CHANGES.match(folded):
        return True
    named = any(one.named and one.item == key for one in heard(turn))
    return named and asked_heard.ASKS.search(folded) is not None
