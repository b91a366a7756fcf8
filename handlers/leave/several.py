"""Several people's leave in one message: each is read by itself, all are shown before any is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.acting import Absence
from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.models import Question
from handlers import finding
from handlers.leave import freely, substitutes
from handlers.leave.command import NEW, is_all_off, put
from handlers.leave.several_said import Away, groups, subjects
from handlers.leave.words import Draft, from_json
from handlers.leave.writing import write
from handlers.texts import yes_no
from handlers.texts.leave import several as texts
from handlers.texts.leave import written
from handlers.turn import Ask, Reply, Turn

KIND = "leaves"
ALL, NONE = "all", ""
LONGEST = 400


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None where one person is away. Raises UserError for others' leave from who may not enter it."""
    if len(turn.words) > LONGEST or finding.codes_in(turn.words) or texts.ASKS.search(turn.words.lower()):
        return None
    words = texts.joined(turn.words)
    found = subjects(turn, words)
    people = {one.person for away in found for one in away.people}
    unknown = [name for away in found for name in away.unknown]
    if len(people) + len(unknown) < 2 or not people:
        return None
    drafts = [_read(turn, said) for said in groups(words, found)]
    whole = [one for one in drafts if one is not None and one.first is not None and one.last is not None]
    if len(whole) < len(drafts) or len({one.person for one in whole}) < len(people):
        return _cannot(turn, found)
    if len(whole) == 1:
        return put(turn, replace(whole[0], trouble=texts.not_found(unknown)))
    return [_asked(turn, whole, unknown)]


def _cannot(turn: Turn, found: Sequence[Away]) -> Sequence[Reply] | None:
    """Where it is not said of each from when to when; None for what may be no leave at all."""
    if not all(away.strong for away in found):
        return None
    people = dict.fromkeys(one.person for away in found for one in away.people)
    return [Reply(texts.each_alone([turn.ward.people[one] for one in people]))]


def _read(turn: Turn, said: str) -> Draft | None:
    typed, turn.words = turn.words, said
    try:
        return freely.read(turn)
    finally:
        turn.words = typed


def _asked(turn: Turn, drafts: Sequence[Draft], unknown: Sequence[str]) -> Reply:
    lines = []
    for one in drafts:
        person, acting = turn.ward.people[one.person], turn.ward.people.get(one.substitute or 0)
        if one.first is not None and one.last is not None:
            lines.append(texts.line(person, acting, one.first, one.last, one.trouble))
            if is_all_off(turn, one.first, one.last):
                lines.append(written.off_anyhow(one.first, one.last))
    people = [turn.ward.people[one.person] for one in drafts]
    choices = [Choice(texts.all_of(len(drafts)), ALL)]
    choices += [Choice(texts.only(one), str(place)) for place, one in enumerate(people)]
    text = texts.which(list(dict.fromkeys(lines)), len(drafts), unknown)
    payload = {"drafts": [one.to_json() for one in drafts]}
    return Reply(text, (*choices, Choice(written.NO, NONE)), Ask(KIND, payload))


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """All are written, or one, or none."""
    data = str(question.choices[place - 1][1])
    if data == NONE:
        return [Reply(written.not_written())]
    drafts = [from_json(one) for one in question.payload["drafts"]]
    chosen = drafts if data == ALL else [drafts[int(data)]]
    return [reply for one in chosen for reply in _written(turn, one)]


def typed(turn: Turn, question: Question) -> int | None:
    """A yes is of all, a no of none; None for other words."""
    folded = fold(turn.words).strip(" .,!")
    if yes_no.YES.fullmatch(folded) or texts.YES_ALL.fullmatch(folded):
        return 1
    return len(question.choices) if yes_no.NO.fullmatch(folded) else None


def _written(turn: Turn, draft: Draft) -> Sequence[Reply]:
    if draft.first is None or draft.last is None:
        return []
    absence = Absence(NEW, draft.person, draft.substitute, draft.first, draft.last)
    if wrong := substitutes.wrong(turn, absence, still=False):
        return [Reply(texts.not_this_one(turn.ward.people[draft.person], wrong[0], draft.first, draft.last))]
    return write(turn, absence, half=draft.half)
