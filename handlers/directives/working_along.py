""" "Vụ chợ thêm Cường vô phối hợp, Sơn vẫn chính": who works along on an item, asked before it is so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.directives import called
from bot.domain.directives.words import words_in
from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.models import Question
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.directives import by_a_word
from handlers.office import coordinating
from handlers.texts import yes_no
from handlers.texts.directives import working_along as texts
from handlers.turn import Ask, Reply, Turn

KIND = "work_along"
YES, NO = 1, 2
MOST = 3


@dataclass(frozen=True, slots=True)
class _Said:
    """Who is named besides who is to be in charge, and what is left of the words."""

    people: tuple[PersonView, ...]
    units: tuple[int, ...]
    leads: PersonView | None
    left: str


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The question whether it is to be written so; None for a report, an order, and from others."""
    leads = rights.may(turn.person, "directive_in_words") or turn.person.has("clerk")
    folded = fold(turn.words)
    if not leads or len(folded.split()) > texts.MOST_WORDS or texts.ASKS.search(folded):
        return None
    drops = texts.DROPS.search(folded) is not None
    if not (drops or (texts.ALONG.search(folded) and _adds(folded))) or texts.TELLS.search(folded):
        return None
    said = _said(turn)
    if said is None or not (said.people or said.units):
        return None
    items = _items(turn, said)
    if len(items) > 1:
        return [Reply(texts.which(items[: MOST + 1]))] if len(items) <= MOST + 1 else None
    return _proposed(turn, items[0], said, drops=drops) if items else None


def _adds(folded: str) -> bool:
    return texts.ADDS.search(folded) is not None or texts.LEADS.search(folded) is not None


# --- what is said ----------------------------------------------------------------------------------------


def _said(turn: Turn) -> _Said | None:
    """None where a name fits several."""
    text = turn.words
    words, found = words_in(text), list(called(text, turn.ward.roster))
    people, units, leads = dict[PersonView, None](), dict[int, None](), None
    for one in found:
        if len(one.who.people) != 1 and one.who.unit is None:
            return None
        if one.who.unit is not None:
            units[one.who.unit] = None
            continue
        person = turn.ward.people[one.who.people[0]]
        if texts.LEADS.match(fold(text[words[one.end - 1].end :])):
            leads = person
        else:
            people[person] = None
    for one in reversed(found):
        text = f"{text[: words[one.start].start]} {text[words[one.end - 1].end :]}"
    return _Said(tuple(people), tuple(units), leads, text)


def _items(turn: Turn, said: _Said) -> list[ItemView]:
    """What they work on: by its code, its name, or a word of it; [] where the words say more."""
    if codes := finding.codes_in(said.left):
        item = finding.by_code(turn.ward, codes[0]) if len(codes) == 1 else None
        bare = finding.without_codes(said.left)
        return [item] if item is not None and not item.parts and _fills(bare) else []
    found = turn.ward.catalogue.find(said.left)
    begins, ends = found.span
    if found.sure is not None and not found.guessed and _fills(f"{said.left[:begins]} {said.left[ends:]}"):
        return [turn.ward.items[found.sure.key]]
    named = [*said.people, *([said.leads] if said.leads is not None else [])]
    return by_a_word.meant(turn, said.left, named, texts.FILLERS)


def _fills(words: str) -> bool:
    return all(one in texts.FILLERS for one in re.findall(r"[\w/]+", fold(words)))


# --- what is proposed ------------------------------------------------------------------------------------


def _proposed(turn: Turn, item: ItemView, said: _Said, *, drops: bool) -> Sequence[Reply] | None:
    owner = turn.ward.people.get(item.owner_id or 0)
    if not coordinating.may_set(turn, item) or owner is None:
        return None
    if said.leads is not None and said.leads != owner and not drops:
        return [_another_leads(turn, item, said.leads, owner)]
    others = [one for one in said.people if one != owner]
    units = [*said.units, *(one.unit_id for one in others if one.unit_id is not None)]
    foreign = tuple(dict.fromkeys(one for one in units if one != owner.unit_id))
    colleagues = [one for one in others if one.unit_id == owner.unit_id]
    if not foreign:
        return [_of_own_unit(item, owner, colleagues, drops=drops)] if colleagues else None
    names = [turn.ward.units[one] for one in foreign]
    has = [
        one for one in names if one in {turn.ward.unit_codes.get(code, code) for code in item.coordinating}
    ]
    if drops != bool(has) and (drops or len(has) == len(names)):
        text = texts.is_not(item, names) if drops else texts.is_already(item, names)
        return [Reply(text, items=(item.key,))]
    ask = Ask(KIND, {"item": item.key, "units": list(foreign), "drops": drops})
    text = texts.asked(item, owner, names, colleagues, drops=drops)
    return [Reply(text, (Choice(texts.YES, "yes"), Choice(texts.NO, "no")), ask, items=(item.key,))]


def _another_leads(turn: Turn, item: ItemView, person: PersonView, owner: PersonView) -> Reply:
    choices = [Choice(texts.put_in_charge(person), texts.hands(item, person))]
    may = turn.person in rights.deciders(turn.ward, item) or rights.may(turn.person, "assign")
    return Reply(texts.another_leads(item, owner, person), tuple(choices if may else ()), items=(item.key,))


def _of_own_unit(item: ItemView, owner: PersonView, people: Sequence[PersonView], *, drops: bool) -> Reply:
    if drops:
        return Reply(texts.is_not(item, (), people), items=(item.key,))
    choices = tuple(Choice(texts.own_work(one), texts.own_order(item, owner, one)) for one in people[:MOST])
    return Reply(texts.same_unit(item, owner, people), choices, items=(item.key,))


# --- answers ---------------------------------------------------------------------------------------------


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """It is written, where he still may, or let be."""
    item = turn.ward.items[question.payload["item"]]
    if place != YES or not coordinating.may_set(turn, item):
        return [Reply(texts.kept(item), items=(item.key,))]
    return coordinating.change(turn, [item], question.payload["units"], drops=question.payload["drops"])


def typed(turn: Turn, _question: Question) -> int | None:
    """A yes or a no; None for other words."""
    folded = fold(turn.words).strip(" .,!")
    if yes_no.YES.fullmatch(folded):
        return YES
    return NO if yes_no.NO.fullmatch(folded) else None
