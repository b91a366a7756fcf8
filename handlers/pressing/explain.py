"""/giaitrinh: a leader asks why an item stands so; the owner answers; an objective reason is confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.directives import Directive
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db import explanations, people
from db.item_view import ItemView
from db.models import Explanation, Question
from db.ward_view import PersonView
from handlers import finding, reasoned, rights
from handlers.leave.words import find_days
from handlers.pressing import explained
from handlers.pressing.explained import KIND, answer, hindered, letter, note, unnamed, waiting
from handlers.reporting.hearing import heard, is_report
from handlers.standings.standing import standing_of
from handlers.subject import day_meant, take_item, without_day
from handlers.texts import explain as texts
from handlers.texts import extend as extend_texts
from handlers.texts import leave_said
from handlers.turn import Ask, Reply, Turn, UserError

SHORT = 6
"""So many words with a name and a number are a report, even one that is asked about."""
WORDS = 4
"""An answer without its command has at least so many words: "201" answers something else."""


def show(turn: Turn) -> Sequence[Reply]:
    """/giaitrinh <đầu việc> [đến ngày] [nội dung] from a leader; with the answer from who owes one."""
    first, _, rest = turn.words.partition(" ")
    if first.startswith("#") and first[1:].isdigit():
        return _confirm(turn, turn.session.get(Explanation, int(first[1:])))
    if not first:
        return [Reply(_listed(turn))]
    if (said := unnamed(turn)) is not None:
        return said
    item, rest = take_item(turn, "giaitrinh")
    if item is None:
        return [Reply(_listed(turn))]
    row = _owed(turn, item)
    if row is not None:
        return answer(turn, row, rest)
    if not rights.may(turn.person, "ask_explanation"):
        return [Reply(texts.nothing_asked(item))]
    if texts.OBJECTIVE.match(fold(rest)):
        answered = [one for one in explanations.of_item(turn.session, item.id) if one.answer]
        if not answered:
            raise UserError(texts.nothing_to_confirm(item))
        return _confirm(turn, answered[0])
    return _ask_each(turn, item, rest)


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Xác nhận nguyên nhân khách quan bhxh", from a leader; "em xin giải trình do …" from who owes it."""
    explains = texts.EXPLAINS.match(fold(turn.words))
    if explains is not None and waiting(turn):
        turn.words = turn.words[explains.end() :]
        return show(turn)
    said = texts.CONFIRMS.match(fold(turn.words))
    if said is None or not rights.may(turn.person, "ask_explanation"):
        return None
    item = turn.words[said.end() :]
    if not turn.ward.catalogue.find(item).items:
        return None
    turn.words = f"{item} {texts.CONFIRM}"
    return show(turn)


def of_order(turn: Turn, order: Directive) -> Sequence[Reply] | None:
    """ "Yêu cầu anh Minh giải trình vì sao BHYT thấp, trước thứ Sáu": no new task; None for other orders."""
    asks = texts.ORDERED.match(fold(order.what))
    if asks is None or not rights.may(turn.person, "ask_explanation"):
        return None
    found = turn.ward.catalogue.find(order.what)
    named = [] if found.guessed else [turn.ward.items[one.key] for one in found.items]
    items = [one for one in named if one.owner_id in order.people]
    until = f"{texts.UNTIL} {order.due:%d/%m/%Y} " if order.due else ""
    if len(items) > 1:
        return [finding.which(items, "giaitrinh", suffix=until)]
    if not items:
        return None
    item = items[0]
    beside = f"{order.what[: found.span[0]]} {order.what[found.span[1] :]}"[asks.end() :]
    says_more = finding.without_codes(beside).strip(texts.AROUND)
    return _ask(turn, item, until + (order.what[asks.end() :] if says_more else ""))


def _listed(turn: Turn) -> str:
    rows = waiting(turn)
    if rows:
        return texts.owed(rows, turn.ward)
    return texts.usage(asks=rights.may(turn.person, "ask_explanation"))


def _owed(turn: Turn, item: ItemView) -> Explanation | None:
    """What this person owes for the item; an answer given before may be added to."""
    rows = explanations.of_item(turn.session, item.id)
    mine = [one for one in rows if rights.is_asked(turn.ward, turn.person, one.asked_of_id)]
    return next((one for one in mine if one.answer is None), mine[0] if mine else None)


# --- asking --------------------------------------------------------------------------------------------


def _ask_each(turn: Turn, item: ItemView, rest: str) -> Sequence[Reply]:
    """ "Giải trình bhxh và bhyt": one letter for each item that is named."""
    items = [item]
    while found := texts.AND.match(fold(rest)):
        turn.words = rest[found.end() :]
        other, left = take_item(turn, "giaitrinh")
        if other is None:
            break
        items, rest = [*items, other], left
    return [reply for one in items for reply in _ask(turn, one, rest)]


def _ask(turn: Turn, item: ItemView, words: str) -> Sequence[Reply]:
    owner = turn.ward.people.get(item.owner_id or 0)
    if owner is None:
        raise UserError(texts.nobody(item))
    if rights.answers_for(turn.ward, turn.person, item):
        raise UserError(texts.own_item(item))
    waiting = [one for one in explanations.of_item(turn.session, item.id) if one.answer is None]
    if waiting:
        of = turn.ward.people.get(waiting[0].asked_of_id)
        return [Reply(texts.asked_already(item, waiting[0], of), items=(item.key,))]
    day, words = _day(turn, words)
    return _write(turn, item, owner, day, words)


def _day(turn: Turn, words: str) -> tuple[date, str]:
    """The day by which an explanation is due, and the words without it."""
    folded = fold(words)
    found = find_date(words, turn.now, expected=bool(texts.BEFORE.match(folded))) if words else None
    day = day_meant(found, turn.today)
    if day is None or found is None:
        return turn.ward.calendar.add_workdays(turn.today, turn.rules.explain_days), words.strip(texts.AROUND)
    if day < turn.today:
        raise UserError(texts.past_day(day))
    return day, without_day(words, found.span)


def _write(turn: Turn, item: ItemView, owner: PersonView, day: date, words: str) -> Sequence[Reply]:
    one = standing_of(turn, item)
    row = Explanation(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=one.period.key if one.period else None,
        asked_by_id=turn.person.id,
        asked_of_id=owner.id,
        asked_at=turn.now,
        due_on=day,
        words=words or None,
    )
    turn.session.add(row)
    turn.session.flush()
    note(turn, "explanation_asked", item, f"{day.isoformat()} {words}".strip())
    acting = turn.ward.acting(owner.id, people.reachable(turn.session, turn.ward.id))
    to = acting if turn.reaches(acting) else None
    replies = [Reply(texts.asked(item, row, owner, to), items=(item.key,))]
    if to is not None:
        text = texts.request(one, row, turn.ward, turn.person, to)
        ask = Ask(KIND, {"id": row.id, "item": item.key})
        replies.append(letter(turn, to, text, item, ask=ask))
    return replies


# --- answering -----------------------------------------------------------------------------------------


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The explanation was typed; None when the text is a report, or too short to be one."""
    row = turn.session.get_one(Explanation, question.payload["id"])
    if row.answer is not None or is_report(turn) or len(turn.words.split()) < WORDS:
        return None
    item = turn.ward.by_id[row.item_id]
    if _is_of_another(turn, item) or _is_doubted(turn):
        return None
    if _is_leave(turn):
        return [explained.or_leave(turn, row)] if texts.GIVES_REASON.search(fold(turn.words)) else None
    weighed = reasoned.weigh(turn, turn.words)
    if not weighed.is_reason:
        return weighed.replies
    question.closed_at = turn.now
    return [*answer(turn, row, turn.words), *hindered(turn, item)]


def _is_leave(turn: Turn) -> bool:
    """True for "mai em xin nghỉ một ngày": a day to come, and who speaks is away."""
    days = find_days(turn.words, turn.now) if leave_said.LEAVE.search(fold(turn.words)) else None
    if days is None or (isinstance(days, DateReading) and days.end < turn.today):
        return False
    bare = f"{turn.words[: days.span[0]]} {turn.words[days.span[1] :]}"
    said = leave_said.LEAVE.search(fold(bare))
    return said is not None and not leave_said.before_name(bare[: said.start()])


def _is_of_another(turn: Turn, item: ItemView) -> bool:
    """Tell "vướng NV-022: …", "nv-020 xin gia hạn …" from an explanation that only resembles another name."""
    codes = finding.codes_in(turn.words)
    if codes and (finding.by_code(turn.ward, codes[0]) or item) != item:
        folded = fold(turn.words).strip()
        if folded.startswith(fold(codes[0])) or extend_texts.ASKS.search(folded):
            return True
    hindered = texts.HINDERS.match(fold(turn.words)) is not None
    return hindered and any(one.named and one.item != item.key for one in heard(turn))


def _is_doubted(turn: Turn) -> bool:
    """Tell a short figure that would be asked about, "ước cả năm bhxh 250"."""
    return len(turn.words.split()) <= SHORT and any(one.named and one.doubts for one in heard(turn))


# --- an objective reason -------------------------------------------------------------------------------


def _confirm(turn: Turn, row: Explanation | None) -> Sequence[Reply]:
    """A leader confirms it: a mark that stays on the item and the period."""
    rights.require(turn.person, "ask_explanation")
    if row is None or row.ward_id != turn.ward.id or row.item_id not in turn.ward.by_id:
        raise UserError(texts.unknown())
    item = turn.ward.by_id[row.item_id]
    if row.objective_at is not None:
        by = turn.ward.people.get(row.objective_by_id or 0)
        return [Reply(texts.confirmed_before(item, row, by), items=(item.key,))]
    row.objective_by_id, row.objective_at = turn.person.id, turn.now
    note(turn, "objective_reason", item, row.answer or "")
    of = turn.ward.people.get(row.asked_of_id)
    reached = turn.reaches(of)
    replies = [Reply(texts.confirmed(item, of, reached=reached), items=(item.key,))]
    if of is not None and reached:
        replies.append(letter(turn, of, texts.told_confirmed(item, turn.person), item))
    return replies
