"""A task is cancelled, paused, taken up again with a reason; who got it may decline it with one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from bot.domain.tasks import STOPPED
from db import confirmations, declines, directives, extensions, figures, people
from db.item_view import ItemView
from db.models import Progress, Question
from db.ward_loading import bump
from db.ward_view import PersonView
from handlers import finding, reasoned, rights
from handlers.deciding import carry, declined
from handlers.directives.giving import letter
from handlers.reporting.hearing import is_report
from handlers.reporting.progress_row import progress_said
from handlers.reporting.recording import close_obstacles
from handlers.texts.directives import stop as texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "stop"
DECLINED = "declined"
STATES = tuple(texts.SAID)
NO = 2
"""What `reasoned.said_yes` returns for a no."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Hủy NV-007 vì …", "tạm dừng …", "tiếp tục …"; "từ chối NV-007 …" from who answers for it."""
    for state, pattern in texts.SAID.items():
        if (meant := _meant(turn, pattern)) is not None:
            own = rights.answers_for(turn.ward, turn.person, meant[0])
            if own and state == "cancelled" and not may(turn, meant[0]):
                return None  # who answers for a task takes back what he reported on it
            return _change(turn, meant[0], state, meant[1])
    meant = _meant(turn, texts.DECLINES)
    if meant is None or not rights.answers_for(turn.ward, turn.person, meant[0]):
        return None
    return decline(turn, *meant)


def _meant(turn: Turn, pattern: re.Pattern[str]) -> tuple[ItemView, str] | None:
    """The task that the words name, and the reason that they give."""
    said = pattern.fullmatch(fold(turn.words).strip(" .!"))
    groups = said.groupdict() if said else {}
    code = next((name for name in groups if name.startswith("code") and groups[name]), None)
    item = _named(turn, groups[code]) if code else None
    if said is None or item is None or not item.is_task:
        return None
    at = next((name for name in groups if name.startswith("why") and groups[name]), None)
    return item, turn.words.lstrip()[slice(*said.span(at))].strip(texts.AROUND) if at else ""


def is_said(turn: Turn, state: str, words: str) -> bool:
    """True for words, with a code, that stop a task so, or take it up again."""
    typed, turn.words = turn.words, words
    said = _meant(turn, texts.SAID[state]) is not None
    turn.words = typed
    return said


def _named(turn: Turn, said: str) -> ItemView | None:
    """The task with a code; of "vừa giao" the one that was the last thing spoken of, if he ordered it."""
    if finding.looks_like_code(said):
        return finding.by_code(turn.ward, said)
    return given_last(turn)


def given_last(turn: Turn) -> ItemView | None:
    """The task that was the last thing spoken of, if this person ordered it or wrote the order."""
    item = turn.ward.items.get(turn.context_items[0]) if len(turn.context_items) == 1 else None
    orders = directives.of_item(turn.session, item.id) if item is not None else []
    made = [row for row in orders if row.made]
    own = any(row.entered_by_id == turn.person.id for row in made)
    return (
        item
        if own or any(rights.speaks_for(turn.ward, turn.person, row.given_by_id) for row in made)
        else None
    )


def require_open(turn: Turn, item: ItemView) -> None:
    """Raise UserError when the item is a task that was stopped: nothing is taken in of it."""
    row = _last_word(turn, item) if item.is_task else None
    if row is not None and row.state in STOPPED:
        raise UserError(texts.nothing_taken(item, row, turn.ward))


def answered(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The reason was typed, or ĐÚNG to a cancellation; None for a question, a report, an order."""
    if texts.KEEPS.fullmatch(fold(turn.words).strip(" .!")):
        return answer(turn, question, len(question.choices))
    if question.payload.get("reason"):
        sure = texts.SURE.fullmatch(fold(turn.words).strip(" .!")) is not None
        place = 1 if sure else reasoned.said_yes(turn.words)
        return answer(turn, question, place) if place else None
    if reasoned.said_yes(turn.words) == NO:
        return answer(turn, question, len(question.choices))
    reason = turn.words.strip(texts.AROUND)
    if len(reason.split()) < 2 or finding.codes_in(reason) or is_report(turn):
        return None
    if texts.ORDERS.match(fold(reason)):
        return None
    weighed = reasoned.weigh(turn, reason)
    if not weighed.is_reason:
        return weighed.replies
    item, state = turn.ward.items[question.payload["item"]], str(question.payload["state"])
    return decline(turn, item, reason) if state == DECLINED else _change(turn, item, state, reason)


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """It is cancelled, or let be: the last choice."""
    if place < len(question.choices):
        item, reason = turn.ward.items[question.payload["item"]], str(question.payload["reason"])
        return _change(turn, item, "cancelled", reason, sure=True)
    return [Reply(texts.kept(turn.ward.items[question.payload["item"]]))]


# --- stopped, and taken up again -----------------------------------------------------------------------


def _change(turn: Turn, item: ItemView, state: str, reason: str, *, sure: bool = False) -> Sequence[Reply]:
    """The new state, once it is said why; what is to be cancelled is echoed before it is (`sure`)."""
    if not may(turn, item):
        raise UserError(texts.not_yours(item, rights.deciders(turn.ward, item)))
    before = _last_word(turn, item)
    was = before.state if before is not None and before.state in STOPPED else "not_done"
    if was == state:
        return [Reply(texts.same(item, before, turn.ward), items=(item.key,))]
    if state in STOPPED and not reason:
        return [_ask(item, state, texts.why(item, state))]
    if state == "cancelled" and not sure:
        return [_ask_whether(turn, item, reason)]
    _write(turn, item, state, reason or texts.RESUMED)
    return _told(turn, item, state, reason)


def cancel(turn: Turn, item: ItemView, reason: str) -> Sequence[Reply]:
    """Ask whether it is to be cancelled for this reason. Raises UserError for who may not."""
    return _change(turn, item, "cancelled", reason)


def _last_word(turn: Turn, item: ItemView) -> Progress | None:
    """What was last said of a task."""
    return figures.latest_progress(turn.session, [item.id], turn.now).get(item.id)


def may(turn: Turn, item: ItemView) -> bool:
    """Who decides on the task, who gave the order that made it, and the clerk."""
    if rights.may(turn.person, "stop") or turn.person in rights.deciders(turn.ward, item):
        return True
    orders = directives.of_item(turn.session, item.id)
    return any(row.made and rights.speaks_for(turn.ward, turn.person, row.given_by_id) for row in orders)


def _write(turn: Turn, item: ItemView, state: str, words: str) -> None:
    """A word of progress about no period: a report on the current one is not taken for sent."""
    turn.session.add(progress_said(turn, item, "", state, words, turn.person.id))
    turn.session.flush()
    confirmations.replace(turn.session, item.id, turn.now)
    if state in STOPPED:
        extensions.replace_all(turn.session, item.id, turn.now)
        declines.settle(turn.session, item.id, "granted", turn.now, turn.person.id)
    if state == "cancelled":
        close_obstacles(turn, item)
    bump(turn.session, turn.ward.id)
    turn.note(f"task_{state}" if state in STOPPED else "task_resumed", item.key, after=words)


def _told(turn: Turn, item: ItemView, state: str, reason: str) -> Sequence[Reply]:
    owner = turn.ward.acting(item.owner_id)
    owner = None if owner is not None and owner.id == turn.person.id else owner
    reached = _reached(turn, owner)
    replies = [Reply(texts.receipt(item, state, reason, owner, reached=reached), items=(item.key,))]
    if owner is not None and reached:
        replies.append(letter(turn, owner, texts.told(item, state, reason, turn.person, owner), item.key))
    return replies


def _reached(turn: Turn, person: PersonView | None) -> bool:
    return person is not None and bool(people.reachable_chats(turn.session, person.id))


def _ask(item: ItemView, state: str, text: str) -> Reply:
    ask = Ask(KIND, {"item": item.key, "state": state})
    return Reply(text, choices=(Choice(texts.KEEP, ""),), ask=ask, items=(item.key,))


def _ask_whether(turn: Turn, item: ItemView, reason: str) -> Reply:
    ask = Ask(KIND, {"item": item.key, "state": "cancelled", "reason": reason})
    choices = (Choice(texts.CANCEL, "yes"), Choice(texts.KEEP, ""))
    return Reply(texts.whether(item, reason, turn.person), choices=choices, ask=ask, items=(item.key,))


# --- declined --------------------------------------------------------------------------------------------


def decline(turn: Turn, item: ItemView, reason: str) -> Sequence[Reply]:
    """It waits for who decides on the task (`handlers.deciding.declined`), and stands meanwhile."""
    require_open(turn, item)
    if not reason:
        return [_ask(item, DECLINED, texts.why_declined(item, turn.person))]
    made = [row for row in directives.of_item(turn.session, item.id) if row.made][:1]
    for row in made:
        said = texts.declined(reason)
        row.opinion = f"{row.opinion}\n{said}" if row.opinion else said
    turn.note("task_declined", item.key, after=reason)
    request = declined.put(turn, item, reason)
    deciders = declined.deciders(turn.ward, request)
    to = carry.reached(turn, request) or (deciders[0] if deciders else None)
    reached = _reached(turn, to)
    replies = [Reply(texts.passed_on(item, to, reached=reached), items=(item.key,))]
    if to is not None and reached:
        replies.append(carry.letter(turn, request, to))
    return replies
