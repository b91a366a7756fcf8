"""What is answered when a reason was asked for, of a figure for a closed period."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.answers import picked
from bot.domain.reading.words import fold
from db.models import Question
from handlers import finding, reasoned
from handlers.correcting import by_clerk
from handlers.correcting.late import WORDS, from_json, item_of, put
from handlers.doubting.settling import checked
from handlers.reporting import pending, replying, report
from handlers.reporting.hearing import heard, is_report
from handlers.reporting.outcome import Outcome
from handlers.standings.plan_year import is_of_last_year, marked_item
from handlers.texts.correcting import late as texts
from handlers.texts.correcting import take_back
from handlers.turn import Reply, Turn


def typed(turn: Turn, question: Question) -> Sequence[Reply] | int | None:
    """The reason was typed, or that there is none; None when the text is a report or question of its own."""
    labels = [str(label) for label, _data in question.choices]
    if (another := _another_number(turn, question)) is not None:
        question.closed_at, turn.words = turn.now, another
        return replying.reply(turn, report.taken_in(turn))
    slip = texts.SLIP.fullmatch(" ".join(fold(turn.words).split()).strip(" .!")) is not None
    if slip and not reasoned.is_sure(question):
        return [reasoned.echo(turn, question, turn.words)]
    meant = picked(turn.words, labels, readings=0) if not slip else None
    if meant in {"none", "drop"} or isinstance(meant, int):
        return meant if isinstance(meant, int) else len(labels)
    if _is_other(turn) or len(turn.words.split()) < WORDS:
        return None
    reason = texts.only_reason(turn.words)
    weighed = reasoned.weigh(turn, turn.words)
    if not weighed.is_reason:
        return weighed.replies
    question.closed_at = turn.now
    asked = [one for one in question.payload["late"] if one["item"] in turn.ward.items]
    found = [from_json(turn, one, reason) for one in asked]
    items = [marked_item(one.item, turn.ward) for one in found]
    if turn.person.has("clerk"):
        recorded = [by_clerk.recorded(turn, one) for one in found]
        return replying.reply(turn, Outcome(recorded=recorded, items=items))
    lines, letters = put(turn, found)
    return [Reply("\n".join(lines), items=tuple(items)), *letters]


def _is_other(turn: Turn) -> bool:
    """True of a question, a report or an order: no reason."""
    asks = any(one.kind == "question" for one in heard(turn))
    ordered = take_back.is_order(" ".join(fold(turn.words).split()))
    return asks or ordered or is_report(turn) or _opens_with_code(turn)


def _opens_with_code(turn: Turn) -> bool:
    """True of "NV-020 đang làm": a word on that; "NV-020 do tổ 3 báo muộn" tells why."""
    first, _, rest = fold(turn.words).strip().partition(" ")
    return finding.by_code(turn.ward, first) is not None and texts.OPENS_REASON.match(rest) is None


def _another_number(turn: Turn, question: Question) -> str | None:
    """ "Sửa 191", "191 người, tổ 3 gửi sót" about the one figure that is asked about: sent anew in full."""
    asked = question.payload["late"]
    item = item_of(turn, asked[0]) if len(asked) == 1 else None
    words = " ".join(turn.words.split())
    found = texts.ANOTHER.fullmatch(fold(words))
    if item is None or item.is_task or item.target is None or found is None or reasoned.is_sure(question):
        return None
    if found["unit"] not in {None, "%", fold(item.target.unit or "")}:
        return None  # "2 đợt, chưa tổng hợp"
    why = words[found.start("why") :] if found["why"] else None
    name = item.short_name if is_of_last_year(item, turn.ward) else item.key
    return texts.with_number(asked[0]["period"], name, words[slice(*found.span("said"))], why)


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """It was meant for the period that is asked about, or for none."""
    if question.choices[place - 1][1] != "instead":
        return [Reply(texts.left_out())]
    payload = question.payload
    turn.words = str(payload["words"])
    turn.owner = turn.ward.people.get(payload.get("owner") or 0)
    outcome = Outcome()
    reading = pending.from_json(payload["late"][0]["instead"])
    report.take(turn, checked(turn, reading, "which_period"), outcome)
    return replying.reply(turn, outcome)
