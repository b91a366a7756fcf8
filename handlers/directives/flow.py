"""From a leader's words to a task: what he says is read, echoed, mended, and given when he answers ĐÚNG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.domain.directives import Directive, opens_work
from bot.domain.directives.words import words_in
from bot.domain.reading.words import fold
from bot.domain.reasons import judged
from db import directives, inbox
from db.models import Item, Question
from db.ward_view import PersonView
from handlers import finding, once_more, rights
from handlers.directives import along, coming_back, mending, not_taken, pressing, several, with_file
from handlers.directives import draft as drafts
from handlers.directives.asking import (
    ALL,
    DROP,
    DROP_ALL,
    KIND,
    MEND,
    UNDATED,
    YES,
    go_on,
    last_letter,
    next_waiting,
    settle,
    waiting,
)
from handlers.directives.draft import Draft
from handlers.directives.giving import give
from handlers.directives.reading import heard_anywhere, on_behalf, order_in, whole
from handlers.pressing import explain
from handlers.reporting.hearing import heard
from handlers.texts.directives import along as along_texts
from handlers.texts.directives import draft as texts
from handlers.texts.directives import heard as draft_heard
from handlers.texts.directives import several as several_texts
from handlers.turn import Ask, Reply, Turn, UserError

PASSED = "passed"
"""In the payload of an order's question: something was said since that was not understood."""
LONGEST = 1500
"""An order is a message, not a document: what is longer goes by paper."""
ASIDE = frozenset({"question", "greeting"})


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """A leader's free text, when it is an order; None for everything else.

    Whoever else types like a leader is told so: his words must not be read as something that they are not.
    """
    leads = rights.may(turn.person, "directive_in_words")
    if not leads and not draft_heard.ORDERS.search(fold(turn.words)):
        return None
    if leads and (said := several.taken(turn, turn.words, turn.person, partial(heard_anywhere, turn))):
        return said
    order = heard_anywhere(turn, turn.words) if leads else order_in(turn, turn.words)
    if order is None:
        return None
    if not leads:
        others = order.strong and order.people and turn.person.id not in order.people
        return [not_taken.told(turn)] if others else None
    return take(turn, order, turn.words, turn.person)


def is_no_order(turn: Turn, _words: str) -> bool:
    """False for a leader's order that begins like a command: "phân công anh Minh rà soát …", "đôn đốc NV-022
    xong trước thứ Sáu"; the names after "đôn đốc" alone are the command's."""
    if not rights.may(turn.person, "directive_in_words"):
        return True
    order = order_in(turn, turn.words)
    return order is None or (order.reminds and not order.due and not order.what)


def command(turn: Turn) -> Sequence[Reply]:
    """/giaoviec <người hoặc đơn vị> <việc> <hạn>; from the clerk also "theo chỉ đạo của …"."""
    if not turn.words:
        return [Reply(texts.usage(turn.person))]
    words, giver = on_behalf(turn, turn.words)
    if said := several.taken(
        turn, f"{texts.GIVE} {words.lstrip(' :,')}", giver, partial(heard_anywhere, turn)
    ):
        return said
    order = order_in(turn, f"{texts.GIVE} {words}") or whole(turn, words)
    return take(turn, order, turn.words, giver)


def take(turn: Turn, order: Directive, words: str, giver: PersonView) -> Sequence[Reply]:
    """An order was read: it presses what is there, or its draft is gone on with."""
    if turn.ward.plan_id is None:
        raise UserError(texts.no_plan())
    if len(words) > LONGEST:
        raise UserError(texts.too_long())
    if order.several:
        raise UserError(texts.one_at_a_time())
    items = [item for code in order.codes if (item := finding.by_code(turn.ward, code))]
    if giver == turn.person and (said := explain.of_order(turn, order)) is not None:
        return said
    if (items or order.reminds) and (said := pressing.press(turn, order, words, giver, items)) is not None:
        return said
    draft = with_file.added(turn, drafts.of_message(turn, order, words, giver))
    left = waiting(turn)
    before = drafts.from_json(left.payload["draft"]) if left else None
    return [go_on(turn, draft, texts.left_behind(before) if before else "")]


# --- answers -------------------------------------------------------------------------------------------


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """A choice was picked: the person, the day, ĐÚNG, SỬA, or no order at all."""
    draft, data = drafts.from_json(question.payload["draft"]), str(question.choices[place - 1][1])
    if data == YES and turn.message.choice is None and question.payload.get(PASSED):
        return [go_on(turn, draft, texts.still_waiting())]
    return _answered(turn, draft, question.payload["need"], data)


def _answered(turn: Turn, draft: Draft, need: str, data: str) -> Sequence[Reply]:
    if data == DROP:
        return [Reply(texts.dropped(draft)), *several.after(turn, draft)]
    if data == DROP_ALL:
        dropped = [draft, *map(drafts.from_json, draft.then)]
        return [Reply(several_texts.dropped_all(dropped)), *next_waiting(turn)]
    if data == ALL:
        return several.give_all(turn, draft, partial(_holds, turn))
    if data == YES:
        return _confirmed(turn, draft)
    if data == MEND:
        payload = {"need": "confirm", "draft": draft.to_json()}
        return [Reply(texts.how_to_mend(turn.person), ask=Ask(KIND, payload))]
    if need == "who":
        return [_of_one(turn, draft, int(data))]
    if data == UNDATED:
        return [go_on(turn, replace(draft, undated=True, days=(), due_words="", recurrences=()))]
    if ":" in data:
        return [go_on(turn, replace(draft, recurrences=(data,), days=()))]
    return [go_on(turn, replace(draft, due=data, days=(), recurrences=()))]


def _of_one(turn: Turn, draft: Draft, person_id: int) -> Reply:
    """One of several answers for it; who else was called by name works along, and hears of it from him."""
    said = {word.text for word in words_in(draft.words)}
    others = [turn.ward.people[one] for one in draft.people if one != person_id]
    chosen = turn.ward.people[person_id].name.split()[-1]
    along = [one for one in others if one.name.split()[-1] != chosen]
    along = [one for one in along if fold(one.name.split()[-1]) in said and not draft.coordinating]
    what = along_texts.with_people(draft.what, along)
    changed = replace(draft, people=(person_id,), stranger="", what=what)
    return go_on(turn, changed, along_texts.works_along(along) if along else "")


def _confirmed(turn: Turn, draft: Draft) -> Sequence[Reply]:
    """Given, when everything still holds: the person is there, the day has not passed meanwhile."""
    if draft.recurrence is not None and coming_back.first(turn, draft) is None:
        return [go_on(turn, draft)]
    people = drafts.able(turn.ward, draft.people)
    if not _holds(turn, draft):
        past = _is_past(turn, draft)
        changed = replace(draft, people=people, due=None if past else draft.due, days=())
        return [go_on(turn, changed, texts.no_longer(past=past))]
    return [*give(turn, draft), *several.after(turn, draft)]


def _holds(turn: Turn, draft: Draft) -> bool:
    return drafts.able(turn.ward, draft.people) == draft.people and not _is_past(turn, draft)


def _is_past(turn: Turn, draft: Draft) -> bool:
    return draft.due is not None and drafts.moment(turn, draft) <= turn.now


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """ĐÚNG, SỬA …, the missing part in words; None when the text is about something else."""
    draft, need = drafts.from_json(question.payload["draft"]), str(question.payload["need"])
    folded = fold(turn.words).strip(" .!")
    data = next((data for data, words in texts.SAID.items() if words.fullmatch(folded)), None)
    data = several.said_of_all(draft, folded) or data
    if need != "when" and draft_heard.NO.fullmatch(folded):
        data = DROP
    if data == YES and question.payload.get(PASSED):
        settle(turn, question)
        return [go_on(turn, draft, texts.still_waiting())]
    if data is not None:
        settle(turn, question)
        asks_again = data == YES and need != "confirm"
        return [go_on(turn, draft)] if asks_again else _answered(turn, draft, need, data)
    changed = _changed(turn, draft, need)
    if changed is None:
        return None
    settle(turn, question)
    return [go_on(turn, changed)]


def _changed(turn: Turn, draft: Draft, need: str) -> Draft | None:
    """The draft with what was typed: a part that it names, or the one that was asked for."""
    mend = draft_heard.MENDS.match(fold(turn.words))
    words = turn.words[mend.end() :].strip(" ,:;") if mend else turn.words
    if need == "confirm" or along_texts.ADDS.match(fold(words)):
        changed = along.with_others(turn, draft, words) or mending.to_another(turn, draft, words)
        if changed is not None:
            return changed
    if not mend and _talks(turn, words) and not (need == "what" and opens_work(words)):
        return None
    if (changed := mending.mended(turn, draft, words)) is not None:
        return changed
    if mend:
        return mending.guessed(turn, draft, words)
    if heard_anywhere(turn, words) is not None or draft_heard.BEGINS.match(fold(words)):
        return None  # another order
    if need == "who":
        return mending.with_person(turn, draft, words)
    if need == "when":
        return mending.on_day(turn, draft, words)
    return _work(turn, draft, words) if need == "what" else None


def _talks(turn: Turn, words: str) -> bool:
    """Tell "việc của anh Sơn tới đâu rồi", "việc này gấp lắm" from "nội dung: …", which mends the work."""
    folded = fold(words)
    if draft_heard.NAMES_PART.match(folded):
        return False
    asks = any(one.kind == "question" for one in heard(turn)) or draft_heard.ASKS.search(folded) is not None
    return asks or draft_heard.COMMENTS.match(folded) is not None


def _work(turn: Turn, draft: Draft, words: str) -> Draft | None:
    """The draft with the work that was asked for, and its day where one is said; None for a report."""
    if not opens_work(words):
        if any(one.named and one.kind != "question" for one in heard(turn)):
            return None
        if _talks(turn, words) or judged(words) in {"other", "postponed"}:
            return None
    order = order_in(turn, f"{texts.GIVE} {words}")
    if order is None or not order.what:
        return replace(draft, what=words[:1].upper() + words[1:])
    changed = replace(draft, what=order.what)
    return drafts.with_day(turn, changed, order) if order.timed else changed


def edited(turn: Turn) -> Sequence[Reply] | None:
    """An order was edited on the phone: what waits is read anew; what was given is not changed by it."""
    if not rights.may(turn.person, "directive_in_words"):
        return None
    earlier = inbox.earlier(turn.session, turn.message)
    row = directives.from_messages(turn.session, earlier)
    if row is not None:
        return [Reply(texts.given_already(turn.session.get_one(Item, row.item_id).key))]
    turn.words = turn.message.text.strip()
    question = waiting(turn)
    if question is not None and question.payload["draft"]["inbox_id"] in earlier:
        settle(turn, question)
    return in_words(turn)


def taken_up(turn: Turn) -> Sequence[Reply] | None:
    """ĐÚNG, SỬA …, typed after something else was asked in between: the newest order that waits is meant."""
    if not rights.may(turn.person, "directive") or not draft_heard.SETTLES.match(fold(turn.words)):
        return None
    question = waiting(turn)
    if question is None:
        return None
    if draft_heard.CONFIRMS.fullmatch(fold(turn.words).strip(" .!")):
        letter = last_letter(turn)
        if letter is not None:
            return None if letter >= question.asked_at else next_waiting(turn)
    return typed(turn, question)


def passed_over(turn: Turn) -> None:
    """Something else is left to be read as a report: a ĐÚNG behind it may be said of that, not of the order
    that waits."""
    if not rights.may(turn.person, "directive"):
        return
    kinds = {one.kind for one in heard(turn)}
    if kinds and kinds <= ASIDE:
        return
    if (question := waiting(turn)) is not None:
        question.payload = {**question.payload, PASSED: True}


def only_heard(turn: Turn) -> Sequence[Reply] | None:
    """ "Ok", "dạ" typed after something else was said: no order is given, the newest is echoed again."""
    if not rights.may(turn.person, "directive") or not once_more.is_only_heard(turn.words):
        return None
    question = waiting(turn)
    return next_waiting(turn) if question is not None and question.expires_at > turn.now else None
