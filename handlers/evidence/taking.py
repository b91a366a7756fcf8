"""A photo or a file with "xong NV-031", or soon after it: taken in for the task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import PurePath

from bot.domain.message import Choice, SentFile
from bot.domain.reading.words import fold, tokenise
from db import evidence, figures
from db.item_view import ItemView
from db.models import Evidence, Question
from handlers import finding, rights
from handlers.results import supplement
from handlers.standings.standing import standings
from handlers.texts import evidence as texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "evidence"
_WHOLE = frozenset({"code", "name"})
LARGEST = 20 * 1024 * 1024
"""Bytes; platforms give no more."""
SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".heic", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx"}
)
SOON = timedelta(minutes=15)
"""How long after "xong" a photo without a word is about the same task."""
OFFERED = 6


def taken(turn: Turn, file: SentFile) -> Sequence[Reply]:
    """A file without words: of the task that was just spoken of, else it is asked which one."""
    refused = refused_of(turn, file)
    if refused:
        return [refused]
    item = about(turn)
    if item is not None:
        return _put(turn, item, [file])
    question = turn.question
    if question is not None and question.kind == KIND:
        # The rest of an album: one answer is for all of it.
        question.payload = {"files": [*question.payload["files"], asdict(file)]}
        return []
    return [_which(turn, file)]


def about(turn: Turn) -> ItemView | None:
    """The task that a file is about: named in its caption, of the message replied to, or just reported."""
    named = _named(turn)
    if turn.message.text and len(named) == 1:
        # "Báo cáo của anh Minh" is no task of nobody's that is called "Báo cáo …": that one needs its code.
        meant = named[0].owner_id is not None or finding.codes_in(turn.message.text)
        return named[0] if named[0].is_task and meant else None
    if turn.message.text and (back := supplement.meant(turn, turn.message.text)) is not None:
        return back
    if len(turn.context_items) == 1 and turn.message.reply_to:
        replied = turn.ward.items.get(turn.context_items[0])
        return replied if replied is not None and replied.is_task else None
    return None if turn.message.text else _just_spoken_of(turn)


def _named(turn: Turn) -> list[ItemView]:
    """What the caption names: of items that are not the person's own only a whole name or a code does so."""
    folded = fold(turn.message.text)
    mentions = turn.ward.catalogue.mentions(tokenise(folded), folded)
    whole = {key for one in mentions if one.strength in _WHOLE for key in one.keys}
    found = [turn.ward.items[one.key] for one in turn.ward.catalogue.find(turn.message.text).items]
    own = turn.ward.duties(turn.person.id)
    return [item for item in found if item.key in whole or item in own]


def _just_spoken_of(turn: Turn) -> ItemView | None:
    """The task that this person said something of within the last minutes, or sent a file for."""
    since = turn.said_at - SOON
    before = evidence.last_of(turn.session, turn.person.id, since)
    said = figures.last_progress_by(turn.session, turn.person.id, since)
    newest = max((one for one in (before, said) if one is not None), key=lambda one: one.at, default=None)
    item = turn.ward.by_id.get(newest.item_id) if newest else None
    return item if item is not None and _may_show(turn, item) else None


def before_words(turn: Turn, file: SentFile) -> bool:
    """A file under a caption that names a task: kept before the caption is read; whether it was."""
    item = None if refused_of(turn, file) else about(turn)
    if item is None or not _may_show(turn, item):
        return False
    add(turn, item.id, file)
    return True


def after_words(turn: Turn, file: SentFile) -> Sequence[Reply]:
    """The same where only reading the caption tells the task; else it is asked."""
    if turn.file_taken:
        return []
    refused = refused_of(turn, file)
    if refused is not None:
        return [refused]
    said = [turn.ward.by_id.get(one) for one in figures.from_messages(turn.session, [turn.inbox_id])]
    tasks = [item for item in said if item is not None and _may_show(turn, item)]
    for item in tasks:
        add(turn, item.id, file)
    if tasks:
        return []
    return [Reply(texts.with_tasks_only())] if said else [_which(turn, file)]


def refused_of(turn: Turn, file: SentFile) -> Reply | None:
    """What is said of a file that is too large or of no known kind; None for any other."""
    if (file.size or 0) > LARGEST:
        return Reply(texts.too_large(turn.person))
    if file.kind == "file" and PurePath(file.name).suffix.lower() not in SUFFIXES:
        return Reply(texts.not_taken(turn.person))
    return None


def _may_show(turn: Turn, item: ItemView) -> bool:
    """True for who answers for the task, or enters for somebody who does."""
    if not item.is_task:
        return False
    return item.owner_id is None or rights.may_speak(turn.ward, turn.person, item)


def _put(turn: Turn, item: ItemView, files: Sequence[SentFile]) -> Sequence[Reply]:
    """Nothing is said yet: that they are kept is said when they are."""
    if not _may_show(turn, item):
        raise UserError(texts.not_own(item, turn.ward.people.get(item.owner_id or 0)))
    for file in files:
        add(turn, item.id, file)
    return []


def add(turn: Turn, item_id: int, file: SentFile) -> None:
    """Keep that the task has this file; it is fetched from the platform soon after."""
    address = turn.message.address
    turn.session.add(
        Evidence(
            ward_id=turn.ward.id,
            item_id=item_id,
            person_id=turn.person.id,
            inbox_id=turn.inbox_id,
            at=turn.now,
            name=file.name[:200],
            kind=file.kind,
            size=file.size or 0,
            account=address.account,
            chat=address.chat,
            file_id=file.id,
            not_before=turn.now,
        )
    )


def _which(turn: Turn, file: SentFile) -> Reply:
    """Ask for the task: those that are open first."""
    own = [item for item in turn.ward.duties(turn.person.id) if item.is_task]
    found = standings(turn.session, turn.now, turn.office, turn.ward, own)
    order = sorted(found.values(), key=lambda one: (one.reported, one.due is None, one.item.sort))
    choices = [Choice(f"{one.item.key} {one.item.short_name}", one.item.key) for one in order[:OFFERED]]
    if not own:
        return Reply(texts.which(turn.person, any_task=False))
    choices.append(Choice(texts.CANCEL, ""))
    ask = Ask(KIND, {"files": [asdict(file)]})
    return Reply(texts.which(turn.person, any_task=bool(own)), choices=tuple(choices), ask=ask)


def answer(turn: Turn, question: Question, number: int) -> Sequence[Reply]:
    """The task was picked, or that the file is about none."""
    key = str(question.choices[number - 1][1])
    if not key:
        return [Reply(texts.cancelled())]
    return _put(turn, turn.ward.items[key], _files(question))


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The task was typed; None when the text is about something else, or says something of the task."""
    found = turn.ward.catalogue.find(turn.words)
    if len(found.items) != 1 or not turn.ward.items[found.items[0].key].is_task:
        return None
    question.closed_at = turn.now
    said = _put(turn, turn.ward.items[found.items[0].key], _files(question))
    start, end = found.span
    return None if (turn.words[:start] + turn.words[end:]).strip(" .,;:") else said


def _files(question: Question) -> list[SentFile]:
    return [SentFile(**one) for one in question.payload["files"]]
