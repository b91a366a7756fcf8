"""Whose leave free words tell of: of who speaks, of who is named, of whom somebody acts for; or an order."""

from __future__ import annotations

from bot.domain.reading.dates import DateDoubt, DateReading
from bot.domain.reading.words import fold
from handlers import rights
from handlers.leave.words import Draft, read_draft
from handlers.naming import find_person
from handlers.texts.leave import said as leave_said
from handlers.texts.leave import written as texts
from handlers.turn import Turn, UserError


def _with_cue(words: str, start: int, end: int) -> str:
    """The days with the "từ", "đến" in front of them."""
    cue = leave_said.BEFORE_DAYS.search(fold(words[:start]))
    return words[cue.start() if cue else start : end]


def acts_for(turn: Turn, found: DateReading | DateDoubt, bare: str) -> Draft | None:
    """ "Anh Dũng thay tôi đến hết tuần": a leave of whom he acts for; None for other words.

    Raises UserError for somebody else's leave from who may not enter it.
    """
    folded = fold(bare).strip()
    said = leave_said.ACTS_FOR.fullmatch(folded) or leave_said.EMPOWERS.fullmatch(folded)
    if said is None:
        return None
    begins = fold(bare).find(folded)
    names = {name: bare[begins:][slice(*said.span(name))] for name in said.groupdict()}
    named = [turn.ward.roster.begins(name) for name in names.values() if not leave_said.is_speaker(name)]
    if not named or any(one is None or one.rest for one in named):
        return None
    whom = "" if leave_said.is_speaker(names.get("whom", "")) else names["whom"]
    person = find_person(turn, whom)[0] if whom else turn.person
    if person.id != turn.person.id and not rights.may(turn.person, "leave_for"):
        raise UserError(texts.only_the_clerk(person))
    typed = leave_said.as_typed(whom, _with_cue(turn.words, *found.span), names["who"])
    return read_draft(turn, typed, sure=False)


def is_of_another(turn: Turn, words: str) -> bool:
    """ "Nghỉ Minh từ …", "anh Minh nghỉ …" from who enters the leave of others."""
    said = leave_said.LEAVE.search(fold(words))
    if said is None or not rights.may(turn.person, "leave_for"):
        return False
    return any(_begins_with_name(turn, part) for part in (words[: said.start()], words[said.end() :]))


def require_own(turn: Turn, words: str) -> None:
    """Raise UserError for "anh Dũng đi công tác, chị Nga thay" from who may not enter it."""
    said = leave_said.LEAVE.search(fold(words))
    if said is None or rights.may(turn.person, "leave_for"):
        return
    name = leave_said.before_name(words[: said.start()])
    named = turn.ward.roster.begins(name)
    if named is not None and not named.rest and turn.person.id not in named.people:
        raise UserError(texts.only_the_clerk(find_person(turn, name)[0]))


def _begins_with_name(turn: Turn, words: str) -> bool:
    """True for somebody's name, with nothing but who acts and why behind it."""
    named = turn.ward.roster.begins(leave_said.before_name(words))
    return named is not None and leave_said.goes_on(named.rest)


def is_order(turn: Turn, words: str) -> bool:
    """True where more than a name follows "giao": "giao anh Dũng rà soát hộ nghèo" is work to be done."""
    acts = leave_said.SUBSTITUTE.search(fold(words))
    if acts is None:
        return False
    named = turn.ward.roster.begins(leave_said.before_name(words[acts.end() :]))
    return named is None or not leave_said.INSTEAD.fullmatch(fold(named.rest).strip(" .,;!"))
