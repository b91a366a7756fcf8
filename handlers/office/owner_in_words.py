""" "Từ 1/12 ATTP chuyển sang anh Sơn theo QĐ 67": no target and no progress, but who is in charge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db import questions
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.handover import worded
from handlers.situation.somebody import called
from handlers.texts.office import owner_heard as texts
from handlers.turn import Ask, Reply, Turn

LONGEST = 200


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """Asked, with day and paper; None for a clause that says more, or has neither."""
    if not rights.may(turn.person, "assign") or len(turn.words) > LONGEST:
        return None
    if texts.DOCUMENT.search(fold(turn.words)) is None and worded.asked_for(turn) is not None:
        return None  # handlers.handover.command
    for clause in texts.CLAUSES.split(turn.words):
        if (found := _item(turn, clause)) is not None:
            return _read(turn, *found)
    return None


def _read(turn: Turn, item: ItemView, rest: str) -> Sequence[Reply] | None:
    paper = texts.DOCUMENT.search(fold(rest))
    by = rest[slice(*paper.span())] if paper is not None else ""
    rest = rest.replace(by, " ") if by else rest
    when, rest = _from_day(turn, rest)
    masked, people = _masked(turn, rest)
    if texts.TO.search(masked) is None and (to_me := texts.TO_ME.search(masked)) is not None:
        people.insert(masked[: to_me.start()].count("@"), turn.person)
        masked = texts.TO_ME.sub(r"\g<gives>@", masked, count=1)
    to = texts.TO.search(masked)
    words = re.split(r"[\s:()?–-]+", masked)
    if to is None or any(word and word not in texts.KNOWN for word in words):
        return None
    taker = people[masked[: to.end()].count("@") - 1]
    if taker.id == item.owner_id or not (when or by):
        return None
    if not turn.person.has("clerk") and not rights.within_reach(turn.ward, turn.person, item, "assign"):
        return None
    return [_asked(turn, item, taker, when, by)]


def _asked(turn: Turn, item: ItemView, taker: PersonView, when: date | None, by: str) -> Reply:
    owner = turn.ward.people.get(item.owner_id or 0)
    choices = [Choice(texts.at_once(taker), f"/phancong {item.key} {taker.code}")]
    if when is not None and owner is not None and when > turn.today:
        choices.insert(0, Choice(texts.from_day(taker, when), texts.hands_over(item, taker, when)))
    return Reply(
        texts.asked(item, owner, taker, when, by), tuple(choices), Ask(questions.MENU, {}), items=(item.key,)
    )


def _item(turn: Turn, clause: str) -> tuple[ItemView, str] | None:
    """The one item of a clause, and the words around it."""
    if codes := finding.codes_in(clause):
        item = finding.by_code(turn.ward, codes[0]) if len(codes) == 1 else None
        return (item, finding.without_codes(clause)) if item is not None and not item.parts else None
    found = turn.ward.catalogue.find(clause)
    if found.sure is None or found.guessed:
        return _of_giver(turn, clause)
    return turn.ward.items[found.sure.key], f"{clause[: found.span[0]]} {clause[found.span[1] :]}"


def _of_giver(turn: Turn, clause: str) -> tuple[ItemView, str] | None:
    """An item by less than its name, in front of all else: of somebody who is named, from a day on."""
    folded = fold(clause)
    if texts.FROM_NOW.search(folded) is None and texts.FROM.search(folded) is None:
        return None
    first = next((word for word in re.finditer(r"\S+", folded) if word[0] in texts.KNOWN), None)
    found = turn.ward.catalogue.find(clause[: first.start()]) if first is not None else None
    item = turn.ward.items[found.items[0].key] if found is not None and len(found.items) == 1 else None
    if first is None or item is None or item.owner_id not in {one.id for one in _masked(turn, clause)[1]}:
        return None
    return item, clause[first.start() :]


def _from_day(turn: Turn, words: str) -> tuple[date | None, str]:
    if (now := texts.FROM_NOW.search(fold(words))) is not None:
        return turn.today, f"{words[: now.start()]} {words[now.end() :]}"
    said = texts.FROM.search(fold(words))
    if said is None:
        return None, words
    behind = words[said.end() :]
    if said["month"] is not None and (month := texts.MONTH.match(behind)):
        behind = f"1/{behind[month.end() :].lstrip()}"
        words = f"{words[: said.end()]}{behind}"
    found = find_date(behind, turn.now, expected=True)
    if not isinstance(found, DateReading) or found.span[0] > 0:
        return None, words
    return found.start, f"{words[: said.start()]} {behind[found.span[1] :]}"


def _masked(turn: Turn, words: str) -> tuple[str, list[PersonView]]:
    """The folded words with "@" for who is named, and who that is, in their order."""
    people = []
    while (found := called(turn.ward.roster, words)) is not None:
        named = turn.ward.roster.begins(words[slice(*found)])
        if named is None or len(named.people) != 1:
            break
        people.append(turn.ward.people[named.people[0]])
        words = f"{words[: found[0]]} @ {words[found[1] :]}"
    return " ".join(fold(words).split()), people
