"""What is said below a target that waits for a yes, or was just set: yes, no, another number or document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.words import fold
from db import questions
from db.item_view import ItemView
from db.models import Question
from handlers import once_more
from handlers.office import set_target, target_reading
from handlers.texts import yes_no
from handlers.texts.office import set_target as texts
from handlers.texts.office import target_heard
from handlers.turn import Reply, Turn

YES, NO = 1, 2


def typed(turn: Turn, question: Question) -> Sequence[Reply] | int | None:
    """A yes, a no, or what is to be mended, which is shown again; None for what is about something else."""
    folded = fold(turn.words).strip(" .,!")
    if yes_no.YES.fullmatch(folded):
        return _shown_again(turn, question) if once_more.is_passed(turn, question) else YES
    if yes_no.NO.fullmatch(folded):
        return NO
    return _mended(turn, question)


def after_writing(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """ "Nhầm, 270 chứ không phải 280" right below a target that was set; one digit or two may be a choice."""
    return None if turn.words.strip(" .").isdigit() and len(turn.words) <= 2 else _mended(turn, question)


def taken_up(turn: Turn) -> Sequence[Reply] | None:
    """ "Ok", said after something else was asked: the target that was not confirmed is shown again."""
    asked_now = turn.question is not None and turn.question.closed_at is None
    if asked_now or not yes_no.YES.fullmatch(fold(turn.words).strip(" .,!")):
        return None
    row = next(iter(set_target.left(turn)), None)
    return _shown_again(turn, row) if row is not None else None


def _shown_again(turn: Turn, question: Question) -> Sequence[Reply]:
    questions.settle(question, turn.now)
    shown = set_target.confirm(turn, set_target.proposed(turn, question.payload))
    return [replace(shown, text=f"{texts.NOT_YET}\n{shown.text}")]


def _mended(turn: Turn, question: Question) -> Sequence[Reply] | None:
    one = set_target.proposed(turn, question.payload)
    lead = target_heard.MENDS_LEAD.match(fold(turn.words))
    words = f" {turn.words[lead.end() if lead else 0 :]}"
    words, since = target_reading.split_since(turn, words)
    words, document, day = target_reading.split_document(turn, words)
    if since is None:
        words, since = target_reading.split_since(turn, words)
    number = _number_alone(turn, one.item, words)
    if number is None or not (number or document or since):
        return None
    since = set_target.from_day(one.item, since or day or one.since)
    after = one.after
    if number:
        if one.phased:
            return None
        after = target_reading.target(turn, one.item, one.item.target_on(since), number)
    questions.settle(question, turn.now)
    basis = (document, day) if document else (one.document, one.document_date)
    return [set_target.confirm(turn, set_target.Proposed(one.item, after, since, *basis, one.phased))]


def _number_alone(turn: Turn, item: ItemView, words: str) -> str | None:
    """The new number's words, "" where there is none; None for words that say anything besides."""
    found = turn.ward.catalogue.find(words)
    if found.items and not found.guessed:
        if [one.key for one in found.items] != [item.key]:
            return None
        words = f"{words[: found.span[0]]} {words[found.span[1] :]}"
    words = words.strip(" .,:;")
    if refused := target_heard.NOT_BUT.search(fold(words)):
        words = f"{words[: refused.start()]} {words[refused.end() :]}".strip(" .,:;")
    return words if not words or target_heard.NUMBER_ALONE.fullmatch(fold(words)) else None
