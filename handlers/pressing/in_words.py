"""Pressing in whole sentences: "nhắc mọi người đi", "yêu cầu các phòng gửi số trước 16h hôm nay"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.directives.wording import in_the_morning
from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db.item_view import ItemView
from handlers import finding, rights
from handlers.pressing import chase, whom
from handlers.texts import chase_in_words as texts
from handlers.texts.common import named
from handlers.turn import Reply, Turn, UserError

LONGEST = 300
"""Letters; what is longer tells more than whom to press."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to be pressed, in words that /dondoc takes, about which item and by when, as far as is said."""

    who: str
    item: str = ""
    until: str = ""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None where nobody is named: "nhắc nhở 3 hộ" is a report."""
    folded = fold(turn.words).strip(" .!")
    offered = turn.question.choices if turn.question is not None else ()
    if folded in chase.EVERYBODY and any(data == f"/{chase.ALL_PRESSED}" for _label, data in offered):
        turn.words = folded
        return chase.press(turn)
    wish = meant(turn)
    if wish is None:
        return None
    how = chase.How(until=_moment(turn, wish.until))
    items = _items(turn, wish)
    turn.words = wish.who
    if not items:
        return chase.press(turn, how)
    own = _of_those_named(turn, items)
    return chase.press_items(turn, own, how) if own else _of_another(turn, items)


def meant(turn: Turn) -> Wish | None:
    """What the words ask for; None for other words, and from who may press nobody."""
    said = turn.words.strip(" .!")
    if len(said) > LONGEST:
        return None
    folded = fold(said)
    if not texts.OPENS.search(folded) or not rights.may(turn.person, "press"):
        return None
    for pattern in (texts.WHO_OWES, texts.REMINDS, texts.TELLS, texts.CALLS):
        found = pattern.fullmatch(folded)
        wish = _wish(turn, said, found) if found is not None else None
        if wish is not None:
            return wish
    return None


def _wish(turn: Turn, said: str, found: re.Match[str]) -> Wish | None:
    groups = {name: said[slice(*found.span(name))].strip(" ,") for name in found.groupdict() if found[name]}
    who = fold(groups["who"])
    if texts.EVERYBODY.fullmatch(who) or texts.LATE_ONES.fullmatch(who):
        groups["who"] = who if who in chase.EVERYBODY else chase.ALL
    elif not whom.is_somebody(turn, groups["who"]):
        return None
    wish = Wish(**groups)
    return None if wish.item and not _items(turn, wish) else wish


def _items(turn: Turn, wish: Wish) -> list[ItemView]:
    """The items named behind "gửi số"; none where the words name something else beside."""
    if not wish.item:
        return []
    found = turn.ward.catalogue.find(wish.item)
    left = wish.item[: found.span[0]] + wish.item[found.span[1] :]
    if found.guessed or re.search(r"\w", left):
        return []
    return finding.meant(turn.ward, turn.person, [turn.ward.items[one.key] for one in found.items])


def _of_those_named(turn: Turn, items: Sequence[ItemView]) -> list[ItemView]:
    if turn.words in chase.EVERYBODY:
        return list(items)
    chosen = whom.people(turn)
    named_units = whom.units(turn.ward, turn.words)
    return [
        one
        for one in items
        if any(rights.answers_for(turn.ward, person, one) for person in chosen)
        or rights.unit_of(turn.ward, one) in named_units
    ]


def _of_another(turn: Turn, items: Sequence[ItemView]) -> Sequence[Reply]:
    owners = {one.key: turn.ward.people.get(one.owner_id or 0) for one in items}
    choices = tuple(
        Choice(texts.press_label(named(owner), one), f"/dondoc {one.key}")
        for one in items
        if (owner := owners[one.key]) is not None
    )
    return [Reply(texts.of_another(list(items), turn.ward), choices=choices)]


def _moment(turn: Turn, words: str) -> datetime | None:
    """The day or hour that was set. Raises UserError where it is over."""
    found = find_date(words, turn.now, expected=True) if words else None
    if not isinstance(found, DateReading):
        return None
    hour = found.time or in_the_morning(words) or turn.rules.preset.due_time
    until = datetime.combine(found.due, hour, WARD_ZONE)
    if until <= turn.now:
        raise UserError(texts.then_is_over(until))
    return until
