"""A hand-over in plain words: which items or which post, who gives, who takes, from when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.reading.dates import DateDoubt, DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.directives.former import taken_out
from handlers.naming import find_person
from handlers.subject import day_meant
from handlers.texts.handover import agreed as texts
from handlers.texts.handover import said as handover_said
from handlers.turn import Turn, UserError


@dataclass(frozen=True, slots=True)
class Said:
    """What the words say of a hand-over: no `items` for all of them, `whole` as in `command.Draft`."""

    giver: PersonView | None = None
    taker: PersonView | None = None
    day: date | None = None
    items: tuple[ItemView, ...] = ()
    whole: bool | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """What stands in front of the "cho": items, a post, whose."""

    giver: PersonView | None = None
    items: tuple[ItemView, ...] = ()
    whole: bool | None = None


def read(turn: Turn, words: str) -> Said | None:
    """The words behind "bàn giao", when each of them is understood. Raises UserError where several fit."""
    stays = handover_said.REST_STAYS.search(fold(words))
    former, words = taken_out(turn, words[: stays.start()] if stays else words)
    said = _read(turn, words)
    counted = handover_said.COUNT.search(fold(words))
    if said is not None and counted and counted["digits"] and int(counted["digits"]) != len(said.items):
        return None  # "chuyển 2 việc của anh Sơn": not all of them, and not said which
    if said is None or former is None or said.giver is not None:
        return said
    if said.items and all(former.has(turn, item) for item in said.items):
        return said
    return replace(said, giver=turn.ward.people[former.people[0]]) if len(former.people) == 1 else None


def _read(turn: Turn, words: str) -> Said | None:
    found = find_date(finding.blanked(words), turn.now, expected=True)
    begins, ends = found.span if found else (len(words), len(words))
    bare = f"{handover_said.without_from(words[:begins])} {words[ends:]}".strip()
    day = first_day(found, turn.today)
    for split in reversed(list(handover_said.FOR.finditer(fold(bare)))):
        taker = _person(turn, bare[split.end() :])
        given = _given(turn, bare[: split.start()])
        if taker is not None and given is not None:
            return Said(given.giver, taker, day, given.items, given.whole)
        if (said := _taker_first(turn, bare[: split.start()], bare[split.end() :], day)) is not None:
            return said
    return None if handover_said.FOR.search(fold(bare)) else _without_taker(turn, bare, day)


def first_day(found: DateReading | DateDoubt | None, today: date) -> date | None:
    """From when somebody takes over: of "từ đầu tháng 12", "từ tuần sau" the first day, not the last."""
    if isinstance(found, DateReading) and found.start < found.end:
        return max(found.start, today) if (found.modifier or "") in handover_said.FROM_FIRST else found.due
    return day_meant(found, today)


def _taker_first(turn: Turn, before: str, behind: str, day: date | None) -> Said | None:
    """ "Bàn giao lại cho chị Mai chức vụ của tôi": what is handed over stands behind who takes it."""
    named = turn.ward.roster.begins(behind.strip(handover_said.AROUND))
    if named is None or not named.rest.strip(handover_said.AROUND):
        return None
    given = _given(turn, f"{before} {named.rest}")
    if given is None:
        return None
    taker = find_person(turn, behind.strip(handover_said.AROUND))[0]
    return Said(given.giver, taker, day, given.items, given.whole)


def _without_taker(turn: Turn, bare: str, day: date | None) -> Said | None:
    """ "Bàn giao anh Tuấn từ 19/11": him the work goes to, unless who speaks hands over for others."""
    person = _person(turn, bare) if bare else None
    if person is not None:
        gives = rights.may(turn.person, "assign")
        return Said(giver=person, day=day) if gives else Said(taker=person, day=day)
    given = _given(turn, bare)
    known = given is not None and (given.items or given.whole is not None)
    return Said(given.giver, None, day, given.items, given.whole) if given is not None and known else None


def asked_for(turn: Turn) -> Said | None:
    """The same in a sentence ("NV-022 xin bàn giao cho anh Tuấn"): of items, to somebody by name."""
    folded = fold(turn.words)
    verb = handover_said.HANDS_OVER.search(folded)
    if verb is None or not handover_said.FOR.search(folded, verb.end()):
        return None
    said = read(turn, f"{turn.words[: verb.start()]} {turn.words[verb.end() :]}")
    if said is None or said.taker is None:
        return None
    assigns = rights.may(turn.person, "assign")
    if not said.items:
        return said if assigns and said.giver is not None else None
    own = all(item.owner_id == turn.person.id for item in said.items)
    # With a day it is no new owner at once, as handlers.directives.changing has it.
    return said if own or verb["sure"] or (assigns and said.day is not None) else None


def may_be_person(turn: Turn, words: str) -> bool:
    """True where nobody is named, or somebody whom the ward does not know: "anh Xuân"."""
    left = handover_said.POST.sub(" ", fold(words)).strip(handover_said.AROUND)
    return (
        not left
        or turn.ward.roster.begins(words) is not None
        or handover_said.ADDRESSED.match(left) is not None
    )


def _person(turn: Turn, words: str) -> PersonView | None:
    """Who is named, if nothing but "phụ trách", "nhé" follows."""
    words = words.strip(handover_said.AROUND)
    named = turn.ward.roster.begins(words)
    if named is None or handover_said.TAKES.fullmatch(fold(named.rest)) is None:
        return None
    return find_person(turn, words)[0]


def _given(turn: Turn, words: str) -> _Given | None:
    """The items or the post in front of the "cho"; None where a word of them is not known."""
    called = handover_said.is_called(words)
    name = words.strip(handover_said.AROUND).rpartition(" ")[2]
    words = handover_said.without_leads(words)
    folded = fold(words)
    whose = handover_said.WHOSE.search(folded)
    giver = None
    if whose is not None and (called or not handover_said.OWN.fullmatch(folded[whose.end() :].strip())):
        giver = _person(turn, words[whose.end() :])
        if giver is None:
            return None
    words = words[: whose.start()] if whose else words
    rest = handover_said.POST.sub(" ", fold(words)).strip(handover_said.AROUND)
    if not rest and giver is None and called and (person := _person(turn, name)) is not None:
        return _Given(person)
    if not rest:
        return _Given(giver, whole=handover_said.how_whole(fold(words)))
    if giver is None and (behind := _behind_post(turn, words)) is not None:
        return behind
    items = _items(turn, words)
    return _Given(giver, tuple(items)) if items else None


def _behind_post(turn: Turn, words: str) -> _Given | None:
    """ "Chị Yến", "chức vụ chị Yến": who is named, with nothing but the post in front."""
    tokens = words.split()
    for place in range(len(tokens)):
        before = fold(" ".join(tokens[:place]))
        if handover_said.POST.sub(" ", before).strip(handover_said.AROUND):
            continue
        if (person := _person(turn, " ".join(tokens[place:]))) is not None:
            return _Given(person, whole=handover_said.how_whole(before))
    return None


def _items(turn: Turn, words: str) -> list[ItemView]:
    """The items named, by code or by the whole of a name; none where a word is left over."""
    coded = [finding.by_code(turn.ward, code) for code in finding.codes_in(words)]
    found = {item.key: item for item in coded if item is not None}
    if len(found) < len(coded):
        return []
    bare = finding.without_codes(words)
    if (count := handover_said.COUNT.search(fold(bare))) is not None:
        bare = f"{bare[: count.start()]} {bare[count.end() :]}"
    for part in handover_said.AND.split(bare):
        if not handover_said.POST.sub(" ", fold(part)).strip(handover_said.AROUND):
            continue
        named = turn.ward.catalogue.find(part)
        left = fold(part[: named.span[0]] + " " + part[named.span[1] :])
        if not named.items or named.guessed or handover_said.POST.sub(" ", left).strip(handover_said.AROUND):
            return []
        if not any(one.key in found for one in named.items):
            found |= _one_of(turn, [turn.ward.items[one.key] for one in named.items])
    return list(found.values())


def _one_of(turn: Turn, items: list[ItemView]) -> dict[str, ItemView]:
    """Of what a name fits, what is one's own; an indicator before a task that has its name inside."""
    own = [item for item in items if item.owner_id == turn.person.id] or items
    if len(own) > 1:
        raise UserError(texts.which(own))
    return {own[0].key: own[0]}
