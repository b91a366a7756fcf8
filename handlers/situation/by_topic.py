"""A question in no known words, by its subject: what is due, late, not sent, in danger, below the plan.

Looked at after all that is known word by word, and of who looks after others' work alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.domain.reading.words import fold
from handlers import finding, rights
from handlers.office import people
from handlers.pressing import missing
from handlers.reporting.hearing import heard
from handlers.situation import (
    answering,
    beside_last_year,
    command,
    lists,
    not_planned,
    of_many,
    of_subject,
    periods,
    somebody,
    summary,
    unofficial,
)
from handlers.situation.parts import Part, of_own_unit, own_part, part_named
from handlers.subject import single
from handlers.texts.office.arranging_heard import CLAUSES
from handlers.texts.periods import period_words
from handlers.texts.situation import by_topic as texts
from handlers.texts.situation.asked_around import reports
from handlers.turn import Reply, Turn

Answer = Callable[[Turn], Sequence[Reply]]
LONGEST = 200
"""Letters; what is longer asks no such question."""


def meant(turn: Turn) -> Answer | None:
    """What answers the words; None where they ask nothing of the kind, or name an item."""
    folded = texts.subject(turn.words)
    if len(folded) > LONGEST or not texts.ASKS.search(folded) or texts.WISHES.search(folded):
        return None
    if not rights.may(turn.person, "situation") or not _asks(turn):
        return None
    if (answer := _of_list(turn, folded)) is not None:
        return answer
    if _names_item(turn) or (single(turn) is not None and not texts.OF_MANY.search(folded)):
        return None
    return _of_work(turn, folded)


def _asks(turn: Turn) -> bool:
    """Who reports himself may report with the same words: of him nothing but a question is one."""
    if reports(turn.words):
        return False
    if turn.person.has("chair", "leader", "clerk", "observer"):
        return True
    return {one.kind for one in heard(turn)} == {"question"}


def _names_item(turn: Turn) -> bool:
    found = turn.ward.catalogue.find(turn.words)
    items = [turn.ward.items[one.key] for one in found.items] if not found.guessed else []
    called = any(finding.is_called(turn.ward, one, turn.words) for one in items)
    return bool(finding.codes_in(turn.words)) or called


def _of_list(turn: Turn, folded: str) -> Answer | None:
    """What is asked of the office's own lists."""
    if texts.UNLINKED.search(folded) and texts.ASSISTANT.search(folded) and rights.may(turn.person, "people"):
        return _everybody
    if not texts.DUE.search(folded) and (answer := not_planned.meant(turn)) is not None:
        return answer
    if texts.LINK.search(folded) and rights.may(turn.person, "people"):
        names = somebody.all_named(turn, turn.words)
        return partial(_one_of_us, name=names[0]) if len(names) == 1 else None
    if texts.WHOLE_LIST.search(folded) and rights.may(turn.person, "summary"):
        return _whole_list
    if texts.CUT_OFF.search(folded) and not _names_item(turn):
        return of_many.ward_due
    if texts.TO_DECIDE.search(folded) and rights.may(turn.person, "decide") and not _names_item(turn):
        return lists.waiting
    if (texts.SENT_ON.search(folded) or texts.ALL_SENT.search(folded)) and not _names_item(turn):
        return of_many.sent_on
    if texts.ESTIMATES.search(folded) and not _names_item(turn):
        return partial(unofficial.show, part=own_part(turn.ward, turn.person))
    return None


def _whole_list(turn: Turn) -> Sequence[Reply]:
    """The file of the month that is asked about has every item, with who answers for it."""
    first, *others = summary.show_of(turn, "")
    return [replace(first, text=f"{texts.whole_list()}\n{first.text}"), *others]


def _one_of_us(turn: Turn, name: str) -> Sequence[Reply]:
    turn.words = name
    return people.show(turn)


def _everybody(turn: Turn) -> Sequence[Reply]:
    turn.words = ""
    return people.show(turn)


def _of_work(turn: Turn, folded: str) -> Answer | None:
    """The list that the subject of the words is answered with, of whom they name, else of the own part."""
    names = somebody.all_named(turn, of_own_unit(turn.ward, turn.person, turn.words))
    part = part_named(turn.ward, names[0]) if names else own_part(turn.ward, turn.person)
    if names and texts.OF_LEADER.search(folded) and _leads(turn, names[0]):
        return None
    if items := of_subject.spoken_of(turn, names, part[0] if names and part else None):
        return partial(answering.cards, items=items)
    if texts.DUE.search(folded) and not texts.LEFT.search(folded):
        return partial(_due, part=part)
    if texts.DONE.search(folded) and (said := periods.beside(turn, turn.words)) is not None:
        return partial(command.in_period, period=said[0], words=names[0] if names else "", part=part)
    if texts.LAST_YEAR.search(folded):
        return beside_last_year.meant(turn, folded, part)
    if texts.IN_MONEY.search(folded) and not names and (item := beside_last_year.in_money(turn)) is not None:
        return partial(answering.cards, items=[item])
    if _asks_who_owes(turn, folded, named=bool(names)):
        return partial(_missing, names=names)
    return _of_part(folded, part)


def _of_part(folded: str, part: Part | None) -> Answer | None:
    """The list of a part of the ward that the subject of the words asks for."""
    of_indicators = texts.INDICATORS.search(folded) is not None
    below = texts.NOT_REACHED.search(folded) is not None
    if (
        of_indicators
        and (part is not None or texts.AT_YEAR_END.search(folded))
        and not below
        and texts.BY_CLASS.search(folded)
    ):
        return partial(lists.indicators, part=part)
    if of_indicators and texts.IN_DANGER.search(folded):
        return partial(lists.in_danger, part=part)
    if of_indicators and below:
        return partial(_below, part=part, without=texts.WITHOUT_YEAR_END.search(folded) is not None)
    if not texts.HOW_MANY.search(folded):
        return None
    if texts.LATE.search(folded):
        return partial(lists.overdue, part=part)
    reached = texts.REACHED.search(folded) and texts.MANY.search(folded)
    return partial(lists.indicators, part=part) if reached else None


def _asks_who_owes(turn: Turn, folded: str, *, named: bool) -> bool:
    """True of "ai chưa nộp", "ông nào trễ nhất", "anh Minh còn gì chưa gửi"."""
    if not rights.may(turn.person, "missing") or texts.NOT_ASSIGNED.search(folded):
        return False
    owed = texts.NOT_SENT.search(folded) is not None
    if texts.LEFT.search(folded) and texts.OWED.search(folded):
        return True
    if texts.WHO.search(folded):
        return owed or texts.LATE.search(folded) is not None
    return owed and (named or texts.LISTED.search(folded) is not None)


def _leads(turn: Turn, name: str) -> bool:
    who = turn.ward.roster.begins(name)
    people = who.people if who is not None else ()
    return len(people) == 1 and bool(turn.ward.people[people[0]].fields)


def _missing(turn: Turn, names: Sequence[str]) -> Sequence[Reply]:
    said = periods.beside(turn, turn.words)
    period = period_words(said[0].key) if said else ""
    typed, turn.words = turn.words, ", ".join(names) if names else period
    own = own_part(turn.ward, turn.person) if texts.OWN.search(fold(typed)) and not names else None
    return missing.show(turn, own[0] if own else None)


def _due(turn: Turn, part: Part | None) -> Sequence[Reply]:
    """By the clause that asks for it: "tuần sau đến hạn những gì, thứ ba nghỉ thì …"."""
    clauses = [one for one in CLAUSES.split(turn.words) if texts.DUE.search(fold(one))]
    turn.words = clauses[0] if clauses else turn.words
    return lists.due_soon(turn, part)


def _below(turn: Turn, part: Part | None, *, without: bool) -> Sequence[Reply]:
    return lists.not_reached(turn, part, without_year_end=without)
