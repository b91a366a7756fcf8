"""/giaitrinh: a leader asks why an item stands so; the owner answers."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.directives import Directive
from bot.domain.directives.words import words_in
from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading
from bot.domain.reading.words import fold
from bot.domain.reasons import judged
from db import explanations
from db.item_view import ItemView
from db.models import Explanation, Question
from handlers import finding, reasoned, rights
from handlers.leave.words import find_days
from handlers.pressing import explained, objective
from handlers.pressing.ask_why import ask_why
from handlers.pressing.explained import answer, hindered, unnamed, waiting
from handlers.reporting.hearing import heard, is_figure, is_report
from handlers.reporting.report import free_text
from handlers.situation import explained_list
from handlers.subject import MOST_BYTES, take_item
from handlers.texts.extensions import heard as asked_heard
from handlers.texts.leave import said as leave_said
from handlers.texts.pressing import explain as texts
from handlers.texts.situation import asked
from handlers.turn import Reply, Turn

SHORT = 6
"""So many words with a name and a number are a report, even one that is asked about."""
WORDS = 4
"""An answer without its command has at least so many words: "201" answers something else."""


def show(turn: Turn) -> Sequence[Reply]:
    """/giaitrinh <đầu việc> [đến ngày] [nội dung] from a leader; with the answer from who owes one."""
    first, _, rest = turn.words.partition(" ")
    if first.startswith("#") and first[1:].isdigit():
        return objective.confirm(turn, turn.session.get(Explanation, int(first[1:])))
    listed = asked.EXPLANATIONS.fullmatch(fold(turn.message.text).strip(" .?!"))
    if listed and rights.may(turn.person, "situation"):
        return explained_list.show(turn)
    if not first:
        return [Reply(_listed(turn))]
    if (said := unnamed(turn)) is not None:
        return said
    item, rest = take_item(turn, "giaitrinh")
    if item is None:
        return [Reply(_listed(turn))]
    row = _owed(turn, item) or _owed_of_last_year(turn, item)
    if row is not None:
        return answer(turn, row, rest)
    if not rights.may(turn.person, "ask_explanation"):
        return [_not_asked(turn, item, rest)]
    if (confirms := objective.said(rest)) is not None:
        return objective.decide(turn, objective.explained_last_year(turn, item) or item, confirms=confirms)
    return _ask_each(turn, item, rest)


def _not_asked(turn: Turn, item: ItemView, words: str) -> Reply:
    """From who may not ask, about what nobody asked: what he can say instead."""
    if texts.REQUESTS.match(fold(turn.message.text)):
        presses = rights.may(turn.person, "press") and rights.presses(turn.ward, turn.person, item)
        owner = turn.ward.people.get(item.owner_id or 0)
        return Reply(texts.only_leaders_ask(item, owner if presses else None), items=(item.key,))
    if not (words and rights.may_speak(turn.ward, turn.person, item)):
        return Reply(texts.nothing_asked(item), items=(item.key,))
    choices = tuple(
        Choice(label, data)
        for label, data in [(texts.as_obstacle(item), f"/vuong {item.key} {words}")]
        if len(data.encode()) <= MOST_BYTES
    )
    return Reply(texts.say_obstacle(item), choices=choices, items=(item.key,))


def names_item(turn: Turn, words: str) -> bool:
    """False for a leader's "giải trình đi", which is about what was spoken of last."""
    bare = texts.NO_ITEM.fullmatch(fold(words).strip(" .!")) is not None
    return not (bare and rights.may(turn.person, "ask_explanation"))


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Xác nhận nguyên nhân khách quan bhxh", from a leader; "em xin giải trình do …" from who owes it."""
    explains = texts.EXPLAINS.match(fold(turn.words))
    if explains is not None and (rows := waiting(turn)):
        turn.words = turn.words[explains.end() :]
        if len(rows) == 1 and (beside := _beside_figure(turn)) is not None:
            return _both(turn, rows[0][1], *beside)
        return show(turn)
    return objective.in_words(turn)


def of_unit(turn: Turn) -> Sequence[Reply] | None:
    """ "Yêu cầu Phòng Kinh tế giải trình NV-007 trước 15h ngày 17/11": asked of who answers for the item."""
    asks = texts.OF_UNIT.fullmatch(fold(turn.words))
    if asks is None or not rights.may(turn.person, "ask_explanation"):
        return None
    who = turn.words[asks.start("who") : asks.end("who")]
    said = words_in(who)
    found = turn.ward.roster.who(said, 0)
    what = turn.words[asks.start("what") :]
    if found is None or found.unit is None or found.end != len(said):
        return None
    if not turn.ward.catalogue.find(what).items:
        return None
    turn.words = what
    return show(turn)


def of_order(turn: Turn, order: Directive) -> Sequence[Reply] | None:
    """ "Yêu cầu anh Minh giải trình vì sao BHYT thấp, trước thứ Sáu": no new task; None for other orders."""
    asks = texts.ORDERED.match(fold(order.what))
    if asks is None or not rights.may(turn.person, "ask_explanation"):
        return None
    found = turn.ward.catalogue.find(order.what)
    named = [] if found.guessed else [turn.ward.items[one.key] for one in found.items]
    items = [one for one in named if one.owner_id in order.people]
    until = texts.until(order.due, order.at) if order.due else ""
    if len(items) > 1:
        return [finding.which(items, "giaitrinh", suffix=until)]
    if not items:
        return None
    item = items[0]
    beside = f"{order.what[: found.span[0]]} {order.what[found.span[1] :]}"[asks.end() :]
    says_more = finding.without_codes(beside).strip(texts.AROUND)
    return ask_why(turn, item, turn.words.strip() if says_more else "", (order.due, order.at))


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


def _owed_of_last_year(turn: Turn, item: ItemView) -> Explanation | None:
    """The same of the item that last year's plan had under this name, while nobody has answered."""
    before = next((one for one in turn.ward.earlier.values() if one.name == item.name), None)
    row = _owed(turn, before) if before is not None else None
    return row if row is not None and row.answer is None else None


def _ask_each(turn: Turn, item: ItemView, rest: str) -> Sequence[Reply]:
    """ "Giải trình bhxh và bhyt": one letter for each item that is named."""
    items = [item]
    while found := texts.AND.match(fold(rest)):
        turn.words = rest[found.end() :]
        other, left = take_item(turn, "giaitrinh")
        if other is None:
            break
        items, rest = [*items, other], left
    return [reply for one in items for reply in ask_why(turn, one, rest)]


# --- answering -----------------------------------------------------------------------------------------


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The explanation was typed; None when the text is a report, or too short to be one."""
    row = turn.session.get_one(Explanation, question.payload["id"])
    if (explains := texts.EXPLAINS.match(fold(turn.words))) is not None:
        turn.words = turn.words[explains.end() :]
    if row.answer is None and (beside := _beside_figure(turn)) is not None:
        question.closed_at = turn.now
        return _both(turn, row, *beside)
    short = len(turn.words.split()) < WORDS and not texts.BECAUSE.match(fold(turn.words))
    if row.answer is not None or is_report(turn) or short:
        return None
    item = turn.ward.in_force(row.item_id)
    if item is None or _is_of_another(turn, item) or _is_doubted(turn):
        return None
    if _is_leave(turn):
        return [explained.or_leave(turn, row)] if texts.GIVES_REASON.search(fold(turn.words)) else None
    weighed = reasoned.weigh(turn, turn.words)
    if not weighed.is_reason:
        return weighed.replies
    question.closed_at = turn.now
    return [*answer(turn, row, turn.words), *hindered(turn, item)]


def _beside_figure(turn: Turn) -> tuple[str, str] | None:
    """Cut "do dân chưa có điều kiện, bhxh 205" into the explanation and the report; None for other words."""
    cuts = [found.start() for found in texts.SIGNS.finditer(turn.words)]
    for first, second in ((turn.words[:at], turn.words[at + 1 :]) for at in cuts):
        if is_figure(turn, second) and judged(first) == "reason":
            return first.strip(texts.AROUND), second.strip(texts.AROUND)
        if is_figure(turn, first) and texts.BECAUSE.match(fold(second).strip()):
            return second.strip(texts.AROUND), first.strip(texts.AROUND)
    return None


def _both(turn: Turn, row: Explanation, explanation: str, figure: str) -> Sequence[Reply]:
    said = answer(turn, row, explanation)
    turn.words = figure
    return [*said, *free_text(turn)]


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
        if folded.startswith(fold(codes[0])) or asked_heard.ASKS.search(folded):
            return True
    hindered = texts.HINDERS.match(fold(turn.words)) is not None
    return hindered and any(one.named and one.item != item.key for one in heard(turn))


def _is_doubted(turn: Turn) -> bool:
    """Tell a short figure that would be asked about, "ước cả năm bhxh 250"."""
    return len(turn.words.split()) <= SHORT and any(one.named and one.doubts for one in heard(turn))
