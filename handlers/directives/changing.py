"""Who decides on an item sets its deadline or who is in charge of it, in words and at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.directives.words import words_in
from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.deciding import extension
from handlers.directives import pressing, stopping
from handlers.directives.draft import Draft, moment
from handlers.directives.former import Former, taken_out
from handlers.naming import find_person
from handlers.office import assign
from handlers.standings.standing import Standing, standing_of
from handlers.subject import FARTHEST
from handlers.texts.deciding.waiting import UNTIL
from handlers.texts.directives import change as texts
from handlers.texts.directives import former as former_texts
from handlers.texts.directives import press as press_texts
from handlers.texts.handover.said import is_called
from handlers.texts.office import assign as assign_texts
from handlers.turn import Reply, Turn, UserError


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """A new deadline or another person for an item that is named by its code; None for everything else."""
    return _along(turn) or _handed_over(turn) or _other_day(turn) or _new_deadline(turn)


def _along(turn: Turn) -> Sequence[Reply] | None:
    """ "Giao Cường hỗ trợ Sơn làm NV-007": it is said how, and nobody is pressed for it."""
    said = texts.ALONG.fullmatch(fold(turn.words)) if _codes(turn) else None
    item = finding.by_code(turn.ward, said["code"]) if said else None
    leads = rights.may(turn.person, "directive") or rights.may(turn.person, "assign")
    if said is None or item is None or not leads:
        return None
    person = _one(turn, turn.words[said.start("who") : said.end("who")])
    if person is None or person.id == item.owner_id:
        return None
    owner = turn.ward.people.get(item.owner_id or 0)
    return [Reply(texts.works_along(item, owner, person), items=(item.key,))] if owner else None


# --- the deadline --------------------------------------------------------------------------------------


def _new_deadline(turn: Turn) -> Sequence[Reply] | None:
    folded = fold(turn.words)
    due = texts.DUE_DAY.fullmatch(folded) is not None
    said = due or texts.SETS_DAY.search(folded) or texts.UNTIL_DAY.fullmatch(folded)
    if not said or texts.ASKS.search(folded):
        return None
    items = {item.key: item for word in _codes(turn) if (item := finding.by_code(turn.ward, word))}
    if len(items) != 1:
        return None
    item = next(iter(items.values()))
    if due and turn.person in rights.deciders(turn.ward, item):
        return None  # asked whether the day becomes the deadline, or is only pressed for
    return set_deadline(turn, item, turn.words)


def _other_day(turn: Turn) -> Sequence[Reply] | None:
    """ "Sai hạn, 27/11 mới đúng" below the order just given; None for other words."""
    if _codes(turn) or texts.OTHER_DAY.fullmatch(fold(turn.words).strip()) is None:
        return None
    item = stopping.given_last(turn)
    return set_deadline(turn, item, turn.words) if item is not None else None


def _codes(turn: Turn) -> list[str]:
    return finding.codes_in(turn.words)


def set_deadline(turn: Turn, item: ItemView, words: str) -> Sequence[Reply] | None:
    """The deadline that the words set; None from who does not decide on the item."""
    deciders = rights.deciders(turn.ward, item)
    if turn.person not in deciders:
        leads = rights.may(turn.person, "directive_in_words")
        foreign = leads and not rights.may_speak(turn.ward, turn.person, item)
        return [Reply(press_texts.not_yours_to_set(item, deciders), items=(item.key,))] if foreign else None
    stopping.require_open(turn, item)
    one, bare = standing_of(turn, item), finding.without_codes(words)
    found = find_date(bare, turn.now, one.due.date() if one.due else None, expected=True)
    if not isinstance(found, DateReading):
        return [Reply(texts.no_day(item), items=(item.key,))]
    at = f"{found.time:%H:%M}" if found.time else None
    said_at = turn.said_at.isoformat()
    draft = Draft(words, turn.inbox_id, turn.person.id, said_at, due=found.due.isoformat(), at=at)
    due = moment(turn, draft)
    if found.due - turn.today > FARTHEST:
        due = due.replace(year=due.year - 1)  # "10/11", said on 16/11
    if due <= turn.now:
        return [Reply(press_texts.over(due), items=(item.key,))]
    return _decided(turn, one, found.due, draft)


def _decided(turn: Turn, one: Standing, day: date, draft: Draft) -> Sequence[Reply]:
    """A request that waits is granted until that day; more time is granted; else the deadline is set."""
    item = one.item
    if one.due is not None and one.due == moment(turn, draft):
        return [Reply(texts.same_day(one), items=(item.key,))]
    asked = [row for row in extension.about(turn.session, turn.ward, item) if row.open]
    if asked:
        return extension.decide(turn, asked[0], UNTIL, f"{day:%d/%m/%Y}")
    later = one.due is not None and day > one.due.date()
    if later and not one.reported and (one.period is not None or texts.MORE_TIME.search(fold(draft.words))):
        return extension.grant(turn, one, day, draft.words)
    if not item.is_task or item.recurring:
        return [Reply(press_texts.by_period(item), items=(item.key,))]
    return pressing.set_due(turn, one, draft)


# --- who is in charge ----------------------------------------------------------------------------------


def _handed_over(turn: Turn) -> Sequence[Reply] | None:
    if texts.BOTH_AGREE.search(fold(turn.words)) and not rights.may(turn.person, "directive_in_words"):
        return None  # handlers.handover asks both
    former, words = taken_out(turn, turn.words)
    if (named := _item_and_taker(turn, words, with_self=former is not None)) is not None:
        item, person = named
        return _not_the_formers(turn, [item], person, former) or _hand(turn, item, person)
    return _several_handed_over(turn, words, former)


def _item_and_taker(turn: Turn, words: str, *, with_self: bool = False) -> tuple[ItemView, PersonView] | None:
    """`with_self`: "sang tôi" names who speaks, since somebody else is named who gives it."""
    for pattern in texts.HANDS_OVER:
        said = pattern.fullmatch(fold(words))
        item = finding.by_code(turn.ward, said["code"]) if said else None
        name = words[said.start("who") : said.end("who")] if said else ""
        if item is None:
            continue
        if with_self and former_texts.ONESELF.fullmatch(fold(name)) and not is_called(name):
            return item, turn.person
        if (person := _one(turn, name)) is not None:
            return item, person
    return None


def _not_the_formers(
    turn: Turn, items: Sequence[ItemView], person: PersonView, former: Former | None
) -> Sequence[Reply] | None:
    """Who is named as in charge is not: it is said, and nothing handed over. None where it is right, and from
    who may not hand it over."""
    wrong = [item for item in items if former is not None and not former.has(turn, item)]
    if former is None or not wrong or wrong[0].owner_id == person.id:
        return None
    if not (rights.may(turn.person, "assign") or turn.person in rights.deciders(turn.ward, wrong[0])):
        return None
    owner = turn.ward.people.get(wrong[0].owner_id or 0)
    same = [item for item in wrong if item.owner_id == wrong[0].owner_id]
    text, keys = former_texts.not_his(same, owner, former.said), tuple(item.key for item in same)
    if len(items) > 1:
        return [Reply(text, items=keys)]
    choices = (
        Choice(former_texts.hand_all_the_same(wrong[0], person), f"{keys[0]} {texts.GIVES} {person.name}"),
        Choice(former_texts.see(wrong[0]), f"/tinhhinh {keys[0]}"),
    )
    return [Reply(text, choices, items=keys)]


def taker(turn: Turn, words: str) -> PersonView | None:
    """Who is to be in charge, by words with a code."""
    named = _item_and_taker(turn, words)
    return named[1] if named is not None else None


def sets_day(words: str) -> bool:
    """True for words that set an item's deadline."""
    folded = fold(words)
    said = texts.SETS_DAY.search(folded) or texts.UNTIL_DAY.fullmatch(folded)
    return said is not None and texts.ASKS.search(folded) is None


def _several_handed_over(turn: Turn, words: str, former: Former | None) -> Sequence[Reply] | None:
    """ "NV-001, NV-003 giao anh Sơn"; None from who may not hand out every one of them.

    Raises UserError for a code that no item has: nothing is handed out then.
    """
    said = next(filter(None, (pattern.fullmatch(fold(words)) for pattern in texts.HANDS_SEVERAL)), None)
    if said is None:
        return None
    named = {code: finding.by_code(turn.ward, code) for code in finding.codes_in(said["codes"])}
    person = _one(turn, words[said.start("who") : said.end("who")])
    if person is None:
        return None
    unknown = next((code for code, item in named.items() if item is None), None)
    if unknown is not None and rights.may(turn.person, "assign"):
        raise UserError(assign_texts.no_item(unknown.upper()))
    known = [item for item in named.values() if item is not None and not item.parts]
    if len(known) < len(named):
        return None
    if (wrong := _not_the_formers(turn, known, person, former)) is not None:
        return wrong
    if all(turn.person in rights.deciders(turn.ward, item) for item in known):
        return assign.hand_out(turn, known, person)
    return assign.by_head(turn, known, person) if rights.may(turn.person, "assign") else None


def _one(turn: Turn, words: str) -> PersonView | None:
    """The one person whom the words name, and nothing else. Raises UserError for one of several."""
    named = turn.ward.roster.begins(words)
    if named is not None and not named.rest:
        return find_person(turn, words)[0]
    said = words_in(words)
    who = turn.ward.roster.who(said, 0)
    if who is None or who.end != len(said) or len(who.people) != 1:
        return None
    return turn.ward.people[who.people[0]]


def hand(turn: Turn, item: ItemView, words: str) -> Sequence[Reply] | None:
    """Put the one whom the words name, and nothing else, in charge of an item; None for other words."""
    person = _one(turn, words)
    return _hand(turn, item, person) if person is not None else None


def _hand(turn: Turn, item: ItemView, person: PersonView) -> Sequence[Reply] | None:
    deciders = rights.deciders(turn.ward, item)
    same = item.owner_id == person.id
    if item.parts or (same and fold(turn.words).startswith(texts.GIVES)):
        return None  # "giao NV-007 cho anh Sơn", whose it is: he is pressed
    if same and (turn.person in deciders or rights.may(turn.person, "assign")):
        return [Reply(texts.same_person(item, person), items=(item.key,))]
    if turn.person in deciders:
        return assign.hand_out(turn, [item], person)
    if rights.may(turn.person, "assign"):
        return assign.by_head(turn, [item], person)
    if rights.may(turn.person, "directive_in_words"):
        return [Reply(texts.not_yours_to_hand(item, deciders), items=(item.key,))]
    return None
