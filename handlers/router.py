"""Where a message goes: an answer to a question, a command, or words to be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import timedelta

from bot.domain.message import SentFile
from bot.domain.reading.words import fold
from db import figures, inbox, outbox, questions
from db.models import Question
from handlers import guard, old_code, once_more, rights, start
from handlers.commands import Command, find_command, spelt_apart
from handlers.correcting import correct, offers
from handlers.directives import flow as directives
from handlers.evidence import taking as evidence
from handlers.in_words import IN_WORDS, UNASKED
from handlers.pressing import in_words as pressing
from handlers.question_kinds import ASKS_WHY, KINDS, PASSING
from handlers.reporting import asking, listed, report
from handlers.situation import asked
from handlers.situation import command as situation
from handlers.texts import common
from handlers.texts import help as help_texts
from handlers.turn import Reply, Turn, UserError

MAX_LENGTH = 4000
REMEMBERED = timedelta(days=3)
"""How long a bare "201" still answers what was asked last."""

SHOWING = frozenset({"tinhhinh", "chuabaocao", "quahan", "chitieu", "tonghop", "lichsu", "viec"})
"""Commands that change nothing and reach nobody."""
STILL_MEANT = timedelta(hours=4)
"""How long "vì …" answers a question why whose place another took."""
_BECAUSE = re.compile(r"(?:da |em |thua )*(?:vi|do|tai|ly do|boi)\b")
_PICK = re.compile(r"q(\d{1,18})\.(\d{1,3})")
_NUMBER = re.compile(r"(?:chon\s+|so\s+)?(\d{1,2})[.)]?")


def answer(turn: Turn) -> Sequence[Reply]:
    """The replies to one message of a known person. Raises UserError for what the person must mend."""
    message = turn.message
    if len(message.text) > MAX_LENGTH:
        return [Reply(common.too_long())]
    if message.choice is not None:
        return _pressed(turn, message.choice)
    if message.contact is not None:
        return start.again(turn)
    if message.edit and (said := directives.edited(turn)) is not None:
        return said
    if message.edit and rights.may(turn.person, "correct"):
        return correct.edited(turn)
    if message.file is not None and rights.may(turn.person, "report"):
        return _with_file(turn, message.file)
    if not message.text.strip():
        return [Reply(common.not_read(message.attachment))] if message.attachment else []
    return _typed(turn, unicodedata.normalize("NFC", message.text).strip())


def _with_file(turn: Turn, file: SentFile) -> Sequence[Reply]:
    """A photo or a file, and what stands under it. What is wrong with the words does not lose the file."""
    text = unicodedata.normalize("NFC", turn.message.text).strip()
    question = turn.question = questions.open_question(turn.session, turn.message.address, turn.now)
    turn.context_items = _context(turn, question)
    if not text:
        return evidence.taken(turn, file)
    is_kept = evidence.before_words(turn, file)
    try:
        with turn.session.begin_nested():
            said = _typed(turn, text)
    except UserError as error:
        said = [Reply(error.text, error.choices)]
    return said if is_kept else [*said, *evidence.after_words(turn, file)]


def _pressed(turn: Turn, data: str) -> Sequence[Reply]:
    picked = _PICK.fullmatch(data)
    if picked is None:
        return _typed(turn, data)
    question = turn.session.get(Question, int(picked[1]))
    address = turn.message.address
    if question is None or (question.account, question.chat) != (address.account, address.chat):
        return [Reply(common.expired_choice())]
    if question.person_id not in {None, turn.person.id}:
        return [Reply(common.not_yours())]
    if question.closed_at is not None or question.expires_at <= turn.now:
        return [Reply(common.expired_choice())]
    return _take(turn, question, int(picked[2]))


def _typed(turn: Turn, text: str) -> Sequence[Reply]:
    question = turn.question = questions.open_question(turn.session, turn.message.address, turn.now)
    if question is not None and question.person_id in {None, turn.person.id}:
        place = _place(text, question.choices)
        if place is not None and not (_NUMBER.fullmatch(fold(text)) and once_more.is_passed(turn, question)):
            return _take(turn, question, place)
        if place is not None or _is_only_heard(turn, question, text):
            return [once_more.ask(turn, question, text)]
    question = _passed(turn, question)
    turn.words, late = spelt_apart(text), question is None and _answers_too_late(turn, text)
    text = turn.words
    if (said := [Reply(common.expired_choice())] if late else old_code.doubted(turn, text)) is not None:
        return said
    command, words = find_command(text)
    if command is not None and _is_meant(turn, command, text, words):
        rights.require(turn.person, command.action)
        closed = guard.closed(turn.ward, words) if command.action != "people" else None
        if closed is not None:
            return [Reply(closed)]
        turn.words = words
        return command.run(turn)
    if text.startswith("/") and command is None:
        return [Reply(help_texts.unknown_command(text.split()[0]))]
    if start.brings_code(turn):
        return start.again(turn)
    turn.context_items = _context(turn, question)
    turn.words = listed.spelt(turn, question)
    said = _taken_over(turn, question) or _because(turn, question) or _answered(turn, question)
    return _read(turn, turn.words) if said is None else said


def _passed(turn: Turn, question: Question | None) -> Question | None:
    """What may be answered in words: no offer, as what was recorded stands and nothing waits.

    What only the next message answers is closed by it.
    """
    if question is not None and question.kind in PASSING:
        question.closed_at = turn.now
    if question is not None and question.kind == offers.KIND:
        turn.question = None
    return turn.question


def _because(turn: Turn, question: Question | None) -> Sequence[Reply] | None:
    """ "Vì chờ công an", after a letter took the place of the question why."""
    if turn.message.reply_to or not _BECAUSE.match(fold(turn.words)):
        return None
    if question is not None and question.kind in ASKS_WHY:
        return None
    older = questions.displaced(
        turn.session, turn.message.address, ASKS_WHY, turn.now - STILL_MEANT, turn.now
    )
    if older is None or older.payload.get("need", "reason") != "reason":
        return None
    turn.question = older
    said = _answered(turn, older)
    if said is not None:
        questions.settle(older, turn.now)
    turn.question = question
    return said


def _taken_over(turn: Turn, question: Question | None) -> Sequence[Reply] | None:
    """ "1" after a letter without choices took the place of a question with some: that is put again."""
    text = turn.words
    if question is None or question.choices or not _NUMBER.fullmatch(fold(text)):
        return None
    kinds = (asking.KIND,)
    older = questions.displaced(turn.session, turn.message.address, kinds, turn.now - STILL_MEANT, turn.now)
    if older is None or older.closed_at != question.asked_at or _place(text, older.choices) is None:
        return None
    return [once_more.ask(turn, older, text)]


def _read(turn: Turn, text: str) -> Sequence[Reply]:
    """Words that are no command: a report, a question, a request for more time."""
    if (closed := guard.closed(turn.ward, text)) is not None:
        return [Reply(closed)]
    if not rights.may(turn.person, "report"):
        return situation.reader_asks(turn)
    for take in IN_WORDS:
        said = take(turn)
        if said is not None:
            return said
    directives.passed_over(turn)
    return report.free_text(turn)


def _answered(turn: Turn, question: Question | None) -> Sequence[Reply] | None:
    """What is answered in words: the open question, or what waits for a decision.

    A list that is asked for ("việc nào sắp đến hạn") is no answer: it must not become somebody's reason; nor
    does "nhắc tất cả gửi số trước 15h" set the day of an order.
    """
    if asked.meant(turn) is not None or pressing.meant(turn) is not None:
        return None
    kind = KINDS.get(question.kind) if question is not None and question.person_id == turn.person.id else None
    if question is not None and kind is not None and kind.typed is not None:
        said = kind.typed(turn, question) if rights.may(turn.person, kind.action) else None
        if isinstance(said, int):
            return _take(turn, question, said)
        if said is not None:
            return said
    for action, take_up in UNASKED:
        said = take_up(turn) if rights.may(turn.person, action) else None
        if said is not None:
            return said
    return None


def _is_meant(turn: Turn, command: Command, text: str, words: str) -> bool:
    """True unless what follows an opening makes it something else ("người mới tham gia BHXH 5")."""
    return text.startswith("/") or not words or command.fits(turn, words)


def _take(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Give the picked choice to who asked; the question is closed, so that a second tap does nothing."""
    if not 1 <= place <= len(question.choices):
        return [Reply(common.pick_a_number(len(question.choices)))]
    kind = KINDS.get(question.kind)
    if kind is not None and kind.answer is not None:
        # Asked of a clerk, answered by who is none any more: the role counts when the answer comes.
        rights.require(turn.person, "enter_for" if question.payload.get("owner") else kind.action)
        question.closed_at, question.answer = turn.now, place
        return kind.answer(turn, question, place)
    question.closed_at, question.answer = turn.now, place
    said = _typed(turn, picked := question.choices[place - 1][1])
    if question.kind == questions.MENU and _only_shows(turn, picked):
        question.closed_at, question.answer, question.asked_at = None, None, turn.now
    return said


def _only_shows(turn: Turn, picked: str) -> bool:
    """True for who looks at one list of a menu after the other: its numbers go on to hold."""
    command, _words = find_command(picked)
    return command is not None and command.name in SHOWING and rights.may(turn.person, "situation")


def _place(text: str, choices: Sequence[Sequence[str]]) -> int | None:
    """Which choice was typed: by its number, or by its words."""
    folded = fold(text)
    if found := _NUMBER.fullmatch(folded):
        place = int(found[1])
        return place if 1 <= place <= len(choices) else None
    labels = [fold(label) for label, _data in choices]
    return labels.index(folded) + 1 if folded in labels else None


def _is_only_heard(turn: Turn, question: Question, text: str) -> bool:
    """True for an "ok" that would settle the question, but may be said of what came in between."""
    kind = KINDS.get(question.kind)
    settles = kind is not None and kind.typed is not None and not kind.own_ok
    return (
        settles
        and bool(question.choices)
        and once_more.is_only_heard(text)
        and once_more.is_passed(turn, question)
    )


def _answers_too_late(turn: Turn, text: str) -> bool:
    """True for the number of a choice that is gone, when nothing was said since: it is no figure."""
    if _NUMBER.fullmatch(fold(text)) is None:
        return False
    address = turn.message.address
    last = questions.last_with_choices(turn.session, address, turn.now - REMEMBERED)
    if last is None or _place(text, last.choices) is None:
        return False
    said = outbox.last_said_at(turn.session, address.account, address.chat)
    return said is not None and said <= (last.closed_at or last.asked_at)


def _context(turn: Turn, question: Question | None) -> tuple[str, ...]:
    """Keys of the items that a message without a name is about: replied to, else asked about."""
    address = turn.message.address
    if turn.message.reply_to:
        about = outbox.about(turn.session, address.account, address.chat, turn.message.reply_to)
        if about := about or _reported_by(turn, turn.message.reply_to):
            return tuple(about)
    if question is not None and (key := question.payload.get("item")):
        plan = question.payload.get("plan", turn.ward.year)
        return (str(key) if plan == turn.ward.year else f"{plan}:{key}",)
    items, kind = outbox.last_about(turn.session, address.account, address.chat, turn.now - REMEMBERED)
    turn.answered = kind == "reply"
    return tuple(items)


def _reported_by(turn: Turn, message_id: str) -> list[str]:
    """Keys of what an own earlier message reported: people answer themselves to correct a number."""
    earlier = inbox.of_message(turn.session, turn.message.address, message_id)
    ids = dict.fromkeys(figures.from_messages(turn.session, earlier))
    items = [item for item_id in ids if (item := turn.ward.in_force(item_id)) is not None]
    return [one.key if one.id in turn.ward.by_id else f"{turn.ward.year - 1}:{one.key}" for one in items]
