"""Pressing in whole sentences: "nhắc mọi người đi", "yêu cầu các phòng gửi số trước 16h hôm nay"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.directives.wording import in_the_morning
from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db import questions
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.pressing import chase, named_first, whom
from handlers.situation import pressed
from handlers.texts.common import named
from handlers.texts.leave import said as leave_said
from handlers.texts.pressing import chase_in_words as texts
from handlers.texts.pressing import named_first as named_first_texts
from handlers.turn import Ask, Reply, Turn, UserError

LONGEST = 300
"""Letters; what is longer tells more than whom to press."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to be pressed, in words that /dondoc takes, about which item and by when, as far as is said.

    Not `sure`: it may be more than a reminder, and is asked.
    """

    who: str
    item: str = ""
    until: str = ""
    sure: bool = True


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None where nobody is named: "nhắc nhở 3 hộ" is a report."""
    folded = fold(turn.words).strip(" .!")
    offered = turn.question.choices if turn.question is not None else ()
    if folded in whom.EVERYBODY and any(data == f"/{chase.ALL_PRESSED}" for _label, data in offered):
        turn.words = folded
        return chase.press(turn)
    if (told := _told(turn, folded)) is not None:
        return [told]
    if (but := _all_but(turn)) is not None:
        turn.words = whom.ALL
        return chase.press(turn, chase.How(but=tuple(but), again=texts.ONCE_MORE.search(folded) is not None))
    if (first := named_first.read(turn)) is not None:
        return _press_named_first(turn, first, again=texts.ONCE_MORE.search(folded) is not None)
    wish = meant(turn)
    if wish is None:
        return None
    if not wish.sure:
        return [_ask_all(wish)]
    how = chase.How(until=_moment(turn, wish.until), again=texts.ONCE_MORE.search(folded) is not None)
    items = _items(turn, wish)
    turn.words = wish.who
    if not items:
        return chase.press(turn, how)
    own = _of_those_named(turn, items)
    return chase.press_items(turn, own, how) if own else _of_another(turn, items)


def _press_named_first(turn: Turn, said: named_first.NamedFirst, *, again: bool) -> Sequence[Reply]:
    turn.words = ", ".join(one.name for one in said.people)
    replies = chase.press(turn, chase.How(until=_moment(turn, said.until), again=again))
    if not said.also:
        return replies
    first, *letters = replies
    return [replace(first, text=f"{first.text}\n{named_first_texts.not_told(said.also)}"), *letters]


def _all_but(turn: Turn) -> list[PersonView] | None:
    """Who is not to be pressed with everybody; None for other words, and where a name is not known."""
    said = turn.words.strip(" .!")
    found = texts.ALL_BUT.fullmatch(fold(said)) if len(said) <= LONGEST else None
    if found is None or not rights.may(turn.person, "press"):
        return None
    typed, named = turn.words, list[PersonView]()
    for turn.words in filter(None, map(str.strip, said[found.start("but") :].split(","))):
        if not whom.is_somebody(turn, turn.words):
            if texts.ADDRESSED.match(fold(turn.words)):
                named = []  # somebody whom the ward does not know
            break  # "…, họ gửi rồi"
        named += whom.people(turn)
    turn.words = typed
    return list(dict.fromkeys(named)) or None


def _told(turn: Turn, folded: str) -> Reply | None:
    """What is no pressing: a meeting, which nobody is told of; how often somebody was pressed."""
    if len(folded) > LONGEST or not rights.may(turn.person, "press") or finding.codes_in(folded):
        return None
    if texts.TO_GROUP.fullmatch(folded):
        return Reply(texts.not_to_group(turn.person))
    if texts.MEETING.fullmatch(folded):
        return Reply(texts.no_meetings(turn.person))
    asked = texts.HOW_OFTEN.fullmatch(folded)
    who = (asked["who"] or asked["who2"]) if asked is not None else ""
    named = turn.ward.roster.begins(leave_said.before_name(who)) if who else None
    if named is None or named.rest or len(named.people) != 1:
        return None
    return Reply(pressed.of_person(turn, turn.ward.people[named.people[0]]))


def _ask_all(wish: Wish) -> Reply:
    choices = (Choice(texts.PRESS_ALL, texts.to_all(wish.until)), Choice(texts.SEE_OWED, "/chuabaocao"))
    return Reply(texts.press_all(wish.until), choices, Ask(questions.MENU, {}))


def meant(turn: Turn) -> Wish | None:
    """What the words ask for; None for other words, and from who may press nobody."""
    said = _hour_last(texts.PRESSES.sub(texts.PRESS, turn.words.strip(" .!")))
    if len(said) > LONGEST:
        return None
    folded = fold(said)
    if not rights.may(turn.person, "press"):
        return None
    if not texts.OPENS.search(folded):
        return _of_all(said, folded)
    alone = texts.ONE_ALONE.fullmatch(folded)
    if alone is not None and whom.is_somebody(turn, who := said[slice(*alone.span("who"))]):
        return Wish(who)  # "nhắc anh Minh": no "mình"
    for pattern in (texts.WHO_OWES, texts.REMINDS, texts.TELLS, texts.REMINDS_OF, texts.CALLS):
        found = pattern.fullmatch(folded)
        wish = _wish(turn, said, found) if found is not None else None
        if wish is not None:
            return wish
    return _of_all(said, folded)


def _hour_last(said: str) -> str:
    """Without why somebody is pressed, and the hour last: "14h nay nộp" is "nộp trước 14h nay"."""
    if (why := texts.NO_ANSWER.search(fold(said)) or texts.WHY.search(fold(said))) is not None:
        said = said[: why.start()]
    hour = texts.HOUR_FIRST.search(fold(said))
    if hour is None or texts.OPENS.search(fold(said[: hour.start()])) is None:
        return said
    until = texts.before(said[slice(*hour.span("until"))])
    return f"{said[: hour.start()]}{said[hour.end() :]} {until}"


def _of_all(said: str, folded: str) -> Wish | None:
    """ "Các đồng chí khẩn trương hoàn thành báo cáo": everybody, if that is what is meant."""
    found = texts.WANTS_ALL.fullmatch(folded)
    if found is None or texts.POLICE.search(said) is not None:
        return None
    until = said[slice(*found.span("until"))].strip(" ,") if found["until"] else ""
    return Wish(whom.ALL, until=until, sure=False)


def _wish(turn: Turn, said: str, found: re.Match[str]) -> Wish | None:
    groups = {name: said[slice(*found.span(name))].strip(" ,") for name in found.groupdict() if found[name]}
    if whole := texts.WHOLE_UNIT.match(fold(groups["who"])):
        groups["who"] = groups["who"][whole.end() :]
    who = fold(groups["who"])
    police = texts.POLICE.search(groups["who"]) is not None
    groups["who"] = texts.POLICE.sub(texts.POLICE_NAME, groups["who"])
    if texts.OR_POLICE.match(who) and not police and not groups["who"].lower().startswith(texts.WHOLE):
        return Wish(whom.ALL, until=groups.get("until", ""), sure=False)
    if texts.OVERDUE_ONES.fullmatch(who):
        groups["who"] = whom.OVERDUE
    elif not police and (texts.EVERYBODY.fullmatch(who) or texts.LATE_ONES.fullmatch(who)):
        groups["who"] = who if who in whom.EVERYBODY else whom.ALL
    elif not whom.is_somebody(turn, groups["who"]):
        return None
    wish = Wish(groups["who"], groups.get("item", ""), groups.get("until", ""))
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
    if turn.words in whom.EVERYBODY:
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
