"""ĐÃ NHẬN, or Ý KIẾN + nội dung, from who was put in charge; an opinion goes on at once."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db import declines, directives, figures, people
from db.item_view import ItemView
from db.models import Directive, Question
from handlers import finding, rights
from handlers.deciding import declined
from handlers.directives.giving import letter, note
from handlers.extensions import extend
from handlers.reporting.hearing import is_report
from handlers.standings.standing import standing_of
from handlers.texts.deciding import declined as declined_texts
from handlers.texts.directives import received as texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "opinion"
ALL = frozenset({"tat ca", "het"})
MOST = 8


def receive(turn: Turn) -> Sequence[Reply]:
    """/danhan [mã | tất cả]: the order has arrived."""
    rows = _meant(turn, turn.words)
    if fold(turn.words).strip() in ALL:
        rows = _waiting(turn)
    elif len(rows) > 1:
        return [_which(turn, rows, "danhan")]
    if not rows:
        return [Reply(texts.nothing_waits(turn.person))]
    items = [turn.ward.by_id[row.item_id] for row in rows]
    before = rows[0].accepted_at
    if before is not None:
        return [Reply(texts.received_before(items[0], before), items=(items[0].key,))]
    gone_on = []
    for row, item in zip(rows, items, strict=True):
        row.accepted_at, row.accepted_by_id = turn.now, turn.person.id
        waited = declines.settle(turn.session, item.id, "withdrawn", turn.now, turn.person.id)
        gone_on += [(item, waited)] if waited is not None else []
        note(turn, "directive_received", item.key, turn.person.code)
    beside = [declined_texts.waits_no_more(item) for item, _row in gone_on]
    letters = declined.gone_on(turn, [row for _item, row in gone_on])
    return [Reply(texts.received(items, beside), items=tuple(item.key for item in items)), *letters]


def opinion(turn: Turn) -> Sequence[Reply]:
    """/ykien [mã] <nội dung>: what the one in charge says to the order; the order stands meanwhile."""
    first, _, rest = turn.words.partition(" ")
    named = finding.by_code(turn.ward, first)
    rows, words = _meant(turn, first if named else ""), rest if named else turn.words
    if not rows:
        return [Reply(texts.nothing_waits(turn.person))]
    if len(rows) > 1:
        return [_which(turn, rows, "ykien")]
    if not words.strip():
        item = turn.ward.by_id[rows[0].item_id]
        ask = Ask(KIND, {"id": rows[0].id, "item": item.key})
        return [Reply(texts.which_opinion(item, turn.person), ask=ask, items=(item.key,))]
    return _pass_on(turn, rows[0], words.strip(texts.AROUND))


def typed(turn: Turn) -> Sequence[Reply] | None:
    """ "Đã nhận", "Rõ", "Ý kiến: …" from who has an order that waits, "ok" right below one; None when it is
    something else."""
    folded, said = fold(turn.words).strip(" .!,"), turn.words
    if found := texts.RECEIVED.fullmatch(folded):
        code = found["code"] or found["all"] or ""
        if _meant(turn, code) or _waiting(turn):
            turn.words = code
            return receive(turn)
    elif texts.HEARD.fullmatch(folded) and (key := _right_above(turn)):
        turn.words = key
        return receive(turn)
    elif found := texts.SAYS_OPINION.match(fold(said)):
        words = said[found.end() :].strip(texts.AROUND)
        if finding.by_code(turn.ward, words.partition(" ")[0]) or _meant(turn, ""):
            turn.words = words
            return opinion(turn)
    return None


def _right_above(turn: Turn) -> str:
    """The task that was spoken of last, whose order waits for a word; "" where there is none."""
    if len(turn.context_items) != 1:
        return ""
    key = turn.context_items[0]
    return key if any(turn.ward.by_id[row.item_id].key == key for row in _waiting(turn)) else ""


def answered(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The opinion that was asked for; None when the text is a report."""
    row = turn.session.get_one(Directive, question.payload["id"])
    if is_report(turn):
        return None
    question.closed_at = turn.now
    return _pass_on(turn, row, turn.words.strip(texts.AROUND))


# --- which order -------------------------------------------------------------------------------------------


def _waiting(turn: Turn) -> list[Directive]:
    """Orders to this person, or to whom he acts for, to which nothing was said yet: no word, no progress."""
    mine = [item.id for item in turn.ward.duties(turn.person.id)]
    reported = figures.latest_progress(turn.session, mine, turn.now)
    return [row for row in directives.unanswered(turn.session, mine) if row.item_id not in reported]


def _meant(turn: Turn, code: str) -> list[Directive]:
    """The orders that are meant: of the item named, of that of the message replied to, what waits, the last.

    Raises UserError for an item of somebody else.
    """
    item = finding.by_code(turn.ward, code) if code else None
    if item is None and not turn.message.reply_to and (waiting := _waiting(turn)):
        return waiting
    if item is None and len(turn.context_items) == 1:
        item = turn.ward.items.get(turn.context_items[0])
        item = item if item and rights.answers_for(turn.ward, turn.person, item) else None
    if item is None:
        return []
    if not rights.answers_for(turn.ward, turn.person, item):
        raise UserError(texts.not_yours(item, turn.ward))
    return [row for row in directives.of_item(turn.session, item.id) if row.made][:1]


def _which(turn: Turn, rows: Sequence[Directive], command: str) -> Reply:
    items = [turn.ward.by_id[row.item_id] for row in rows[:MOST]]
    choices = [Choice(f"{item.key} {item.short_name}", f"/{command} {item.key}") for item in items]
    if command == "danhan":
        choices.append(Choice(texts.ALL, "/danhan tat ca"))
    return Reply(texts.which(turn.person), choices=tuple(choices))


# --- the opinion -----------------------------------------------------------------------------------


def _pass_on(turn: Turn, row: Directive, words: str) -> Sequence[Reply]:
    """Keep the opinion with the order, and put it before who gave it, or who acts for him, at once."""
    item = turn.ward.by_id[row.item_id]
    row.opinion = f"{row.opinion}\n{words}" if row.opinion else words
    note(turn, "directive_opinion", item.key, words)
    if (asked := _for_time(turn, item, words)) is not None:
        return asked
    giver = turn.ward.acting(row.given_by_id)
    reached = giver is not None and bool(people.reachable_chats(turn.session, giver.id))
    replies = [Reply(texts.opinion_kept(item, giver, reached=reached), items=(item.key,))]
    if giver is not None and reached:
        replies.append(letter(turn, giver, texts.delivered(item, words, turn.person, giver), item.key))
    return replies


def _for_time(turn: Turn, item: ItemView, words: str) -> Sequence[Reply] | None:
    """ "Chợ đang sửa, xin lùi sang 24/11": more time is asked for, and decided on with a yes or a no."""
    said = texts.ASKS_TIME.search(fold(words))
    due = standing_of(turn, item).due
    found = find_date(words[said.start() :], turn.now, due and due.date(), expected=True) if said else None
    if due is None or not isinstance(found, DateReading) or found.due <= due.date():
        return None
    return extend.request(turn, item, words, found.due)


def lines(turn: Turn, item: ItemView) -> list[str]:
    """The newest order about an item: whose, when, received or not, what was said to it."""
    rows = directives.of_item(turn.session, item.id)
    return [texts.line(rows[0], turn.ward)] if rows else []
