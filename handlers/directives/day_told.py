""" "Việc rác để đến 10/12", "việc đó cho thêm 3 ngày", of a leader: a day of work, asked before it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.directives import called
from bot.domain.directives.words import words_in
from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.deciding.verdicts import choose, mine
from handlers.directives import addressed, by_a_word, by_title
from handlers.standings.standing import standing_of, standings
from handlers.subject import FARTHEST, single
from handlers.texts.deciding import unasked as unasked_texts
from handlers.texts.directives import day_told as texts
from handlers.texts.directives import meant as meant_texts
from handlers.texts.directives import press as press_texts
from handlers.turn import Reply, Turn

OFFERED = 6
LONGEST = 160


@dataclass(frozen=True, slots=True)
class _Told:
    """A day, or how many more of them, and what stands beside."""

    day: date | None
    more: int
    beside: str


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The question whether the day is to hold; None for other words, and from who leads nothing."""
    if not rights.may(turn.person, "directive_in_words") or len(turn.words) > LONGEST:
        return None
    folded = fold(turn.words)
    if finding.codes_in(folded) or texts.ASKS.search(folded) or not texts.SETS.search(folded):
        return None
    told = _told(turn)
    if told is None:
        return None
    people = addressed.people(turn)
    items = _items(turn, _left(turn, told.beside), people)
    return _asked(turn, told, items, people) if items is not None else None


# --- what is said ----------------------------------------------------------------------------------------


def _told(turn: Turn) -> _Told | None:
    """The clause with the day; None where another one says more than why."""
    clauses = [one for one in texts.CLAUSES.split(turn.words) if one.strip()]
    found = [(one, told) for one in clauses if (told := _day_of(turn, one)) is not None]
    if len(found) != 1:
        return None
    clause, told = found[0]
    others = [one for one in clauses if one is not clause]
    return told if all(_fills(one) or _is_why(turn, one) for one in others) else None


def _day_of(turn: Turn, clause: str) -> _Told | None:
    words = clause
    if (old := texts.OLD_DAY.search(fold(words))) is not None:
        words = f"{words[: old.start()]} {words[old.end() :]}"
    day = find_date(words, turn.now, expected=True)
    if not isinstance(day, DateReading) and (written := texts.WRITTEN.search(words)) is not None:
        day = find_date(written[0], turn.now, expected=True)
        begins, ends = written.span()
    elif isinstance(day, DateReading):
        begins, ends = day.span
    if isinstance(day, DateReading):
        known = turn.today < day.due <= turn.today + FARTHEST
        return _Told(day.due, 0, f"{words[:begins]} {words[ends:]}") if known else None
    more = texts.MORE.search(fold(words))
    if more is None:
        return None
    number = texts.COUNTS.get(more["count"]) or int(more["count"])
    days = number * texts.UNIT_DAYS.get(more["unit"], 1)
    return _Told(None, days, f"{words[: more.start()]} {words[more.end() :]}")


def _fills(clause: str) -> bool:
    return all(word in texts.FILLERS for word in re.findall(r"[\w/]+", fold(clause)))


def _is_why(turn: Turn, clause: str) -> bool:
    """True of a reason, which calls nobody and tells no figure."""
    short = len(clause.split()) <= texts.REASON_WORDS and not any(letter.isdigit() for letter in clause)
    return short and not any(called(clause, turn.ward.roster)) and not unasked_texts.ASKS.search(clause)


def _left(turn: Turn, beside: str) -> str:
    """What is said of the work: beside the day, without who is called."""
    words = words_in(beside)
    for one in reversed(list(called(beside, turn.ward.roster))):
        beside = f"{beside[: words[one.start].start]} {beside[words[one.end - 1].end :]}"
    return beside


# --- of what ---------------------------------------------------------------------------------------------


def _items(turn: Turn, left: str, people: Sequence[PersonView]) -> list[ItemView] | None:
    """What may be meant, [] where nothing tells; None where the words say more than that."""
    found = turn.ward.catalogue.find(left)
    if found.sure is not None and not found.guessed:
        begins, ends = found.span
        return [turn.ward.items[found.sure.key]] if _fills(f"{left[:begins]} {left[ends:]}") else None
    if texts.THIS.search(fold(turn.words)):
        last = turn.ward.items.get(single(turn) or "")
        return ([last] if last is not None else []) if _fills(left) else None
    if _fills(left):
        return _open_of(turn, people) if people else None
    return by_a_word.meant(turn, left, people, texts.FILLERS) or None


def _open_of(turn: Turn, people: Sequence[PersonView]) -> list[ItemView]:
    ids = {one.id for one in people}
    items = [one for one in turn.ward.items.values() if one.owner_id in ids and one.is_task]
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    return [one for one in items if not found[one.key].reported]


# --- what is asked ---------------------------------------------------------------------------------------


def _asked(
    turn: Turn, told: _Told, items: Sequence[ItemView], people: Sequence[PersonView]
) -> Sequence[Reply]:
    if len(items) == 1:
        return [_one(turn, told, items[0])]
    days = {one.key: _due(turn, told, one) for one in items if _may_be_set(turn, one)}
    choices = [
        Choice(
            unasked_texts.set_day(turn.ward.items[key], day),
            unasked_texts.sets_day(turn.ward.items[key], day),
        )
        for key, day in days.items()
        if day is not None
    ]
    if choices:
        return [Reply(texts.chosen(turn.words, told.day), tuple(choices[:OFFERED]))]
    if waiting := mine(turn):
        return [Reply(unasked_texts.what_waits(texts.not_known(turn.words)), choose(turn, waiting))]
    see = tuple(Choice(meant_texts.work_of(one), f"/tinhhinh {one.name}") for one in people)
    return [Reply(texts.nothing_of(people) if people else texts.not_known(turn.words), see)]


def _one(turn: Turn, told: _Told, item: ItemView) -> Reply:
    deciders = rights.deciders(turn.ward, item)
    if turn.person not in deciders:
        return Reply(press_texts.not_yours_to_set(item, deciders), items=(item.key,))
    one = standing_of(turn, item)
    if (not item.is_task or item.recurring) and one.period is None:
        return Reply(press_texts.by_period(item), items=(item.key,))
    day = _due(turn, told, item)
    if day is None:
        return Reply(texts.no_due(item, told.more), items=(item.key,))
    said = by_title.asked(turn, item, unasked_texts.sets_day(item, day))
    return said[0] if said else Reply(texts.not_known(turn.words), items=(item.key,))


def _may_be_set(turn: Turn, item: ItemView) -> bool:
    return item.is_task and not item.recurring and turn.person in rights.deciders(turn.ward, item)


def _due(turn: Turn, told: _Told, item: ItemView) -> date | None:
    """The day that is told, or so many days behind the one that holds."""
    if told.day is not None:
        return told.day
    due = standing_of(turn, item).due
    return max(due.date(), turn.today) + timedelta(days=told.more) if due is not None else None
