""" "Sao bhxh thấp thế, yêu cầu giải trình": an explanation demanded in a sentence of a leader's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.domain.directives import due_told
from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db import explanations, outbox
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.extensions.named_together import named_together
from handlers.pressing import ask_why, whom
from handlers.situation import command as situation
from handlers.subject import single
from handlers.texts.pressing import demanded as texts
from handlers.texts.pressing import explain as explain_texts
from handlers.turn import Reply, Turn

OFFERED = 6


@dataclass(frozen=True, slots=True)
class Demand:
    """Of whom, as he is named ("" for nobody), and what is said beside: the complaint, the item, the day."""

    who: str
    people: tuple[int, ...]
    units: tuple[int, ...]
    complaint: str
    behind: str
    asks: bool

    @property
    def words(self) -> str:
        """All that is said beside."""
        return f"{self.complaint} {self.behind}".strip()

    def is_of(self, turn: Turn, item: ItemView) -> bool:
        """True where nobody else is named than who is in charge."""
        if not self.who:
            return True
        return item.owner_id in self.people or rights.unit_of(turn.ward, item) in self.units


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The request goes out for each item that is named; None for other words, and from who reports on it."""
    if (answered := _told(turn)) is not None:
        return answered
    demand = _read(turn)
    if demand is None:
        return None
    items = _items(turn, demand.words)[0]
    if len(fitting := [] if items else _fitting(turn, demand)) > 1:
        return [finding.which(fitting, "giaitrinh")]
    items = items or fitting or _told_last(turn)
    if not rights.may(turn.person, "ask_explanation"):
        return _only_leaders(turn, items) if demand.asks else None
    items = [one for one in items if not one.parts]
    if not items:
        return _which(turn, demand)
    for item in items:
        owner = turn.ward.people.get(item.owner_id or 0)
        if owner is not None and not demand.is_of(turn, item):
            return [_of_another(item, owner, demand)]
    if (said := _not_his_to_ask(turn, items)) is not None:
        return said
    day, at, behind = _until(turn, demand.behind)
    if day is None:
        by = due_told(turn.words, turn.said_at, turn.ward.calendar.is_workday)
        day, at = by.due, by.at
    bare = _items(turn, f"{demand.complaint} {behind}".strip())[1]
    says_more = texts.EMPTY.sub("", fold(bare)).strip(texts.AROUND)
    words = turn.words.strip() if says_more else ""
    return [reply for one in items for reply in ask_why.ask_why(turn, one, words, (day, at))]


def _not_his_to_ask(turn: Turn, items: Sequence[ItemView]) -> Sequence[Reply] | None:
    """How they stand, and who may ask, to a leader who does not decide on any of them."""
    if any(rights.asks_why(turn.ward, turn.person, one) for one in items):
        return None
    if any(rights.answers_for(turn.ward, turn.person, one) or one.owner_id is None for one in items):
        return None
    first = [explain_texts.not_yours_to_ask(one, rights.deciders(turn.ward, one)) for one in items]
    lines = [*situation.item_lines(turn, items), *dict.fromkeys(first)]
    return [Reply("\n".join(lines), items=tuple(one.key for one in items))]


def _told_last(turn: Turn) -> list[ItemView]:
    """The item whose card was the last thing shown here, else the one that was spoken of, if he may ask."""
    address = turn.message.address
    text = outbox.last_text(turn.session, address.account, address.chat) or ""
    code = finding.code_first(text)
    shown = finding.by_code(turn.ward, code) if code is not None else None
    told = shown or turn.ward.items.get(single(turn) or "")
    is_his = told is not None and (told.owner_id is None or rights.asks_why(turn.ward, turn.person, told))
    return [told] if told is not None and is_his else []


def _items(turn: Turn, words: str) -> tuple[list[ItemView], str]:
    """The items that are named, also behind "vì sao", and the words without their names."""
    items, bare = named_together(turn, words)
    found = turn.ward.catalogue.find(words)
    if items or not found.items or found.guessed:
        return items, bare
    start, end = found.span
    sure = [turn.ward.items[found.sure.key]] if found.sure is not None else []
    return sure, f"{words[:start]} {words[end:]}"


def _fitting(turn: Turn, demand: Demand) -> list[ItemView]:
    """Of several that a name fits, those of who is named."""
    found = turn.ward.catalogue.find(demand.words)
    named = [] if found.guessed else [turn.ward.items[one.key] for one in found.items]
    return [one for one in named if demand.is_of(turn, one)] or named


def _until(turn: Turn, words: str) -> tuple[date | None, time | None, str]:
    """The day by which it is demanded, its hour, and the words without them."""
    blank = finding.blanked(words)
    for cue in texts.UNTIL.finditer(fold(blank)):
        found = find_date(blank[cue.start() :], turn.now, expected=True)
        if not isinstance(found, DateReading) or fold(blank[cue.end() : cue.start() + found.span[0]]).strip():
            continue
        ends = cue.start() + found.span[1]
        day, at, _left = ask_why.day_in(turn, words[cue.start() : ends])
        return day, at, f"{words[: cue.start()]} {words[ends:]}".strip(texts.AROUND)
    return ask_why.day_in(turn, words)


def _told(turn: Turn) -> Sequence[Reply] | None:
    """ "Bhxh đã giải trình chưa", from who may ask for it: what came of it."""
    asks = texts.ASKS_WHETHER.search(fold(turn.words))
    if asks is None or not rights.may(turn.person, "ask_explanation"):
        return None
    items = [one for one in _items(turn, turn.words)[0] if not one.parts]
    if len(items) != 1:
        return None
    rows = explanations.of_item(turn.session, items[0].id)
    text = explain_texts.line(rows[0], turn.ward) if rows else explain_texts.nothing_asked(items[0])
    head = f"{items[0].key} {items[0].short_name}. " if rows else ""
    return [Reply(head + text, items=(items[0].key,))]


def _read(turn: Turn) -> Demand | None:
    """The demand; None where an explanation is only spoken of, or asked about."""
    folded = fold(turn.words)
    alone = texts.EXPLAIN_ALONE.search(folded)
    said = alone or texts.EXPLAINS.search(folded)
    if said is None or texts.OTHERWISE.search(folded):
        return None
    before, behind = turn.words[: said.start()].rstrip(), turn.words[said.end() :]
    asks = texts.ASKS.search(fold(before))
    clause = asks or texts.CLAUSE.search(fold(before))
    who = before[slice(*clause.span("who"))].strip() if clause is not None else ""
    people, units = _named(turn, who)
    named = bool(who and (people or units))
    if asks is not None and who and not named:
        return None
    first = asks.start() if asks is not None else len(before)
    complaint = before[: clause.start("who")] if named and clause is not None and not asks else before[:first]
    urged = alone is not None or asks is not None or named or said["urges"] or texts.COMPLAINS.search(folded)
    if not urged:
        return None
    return Demand(
        who if named else "",
        people,
        units,
        complaint.strip(texts.AROUND),
        behind.strip(texts.AROUND),
        asks is not None,
    )


def _named(turn: Turn, who: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The people, or the units, that the words name, and nothing else."""
    named = turn.ward.roster.begins(who) if who else None
    if named is not None and not named.rest:
        return named.people, ()
    return (), tuple(whom.units(turn.ward, who)) if who else ()


def _only_leaders(turn: Turn, items: Sequence[ItemView]) -> Sequence[Reply] | None:
    """To the clerk, or a unit's head, who may press for it."""
    if len(items) != 1 or not rights.may(turn.person, "press"):
        return None
    item = items[0]
    if rights.answers_for(turn.ward, turn.person, item):
        return None
    owner = turn.ward.people.get(item.owner_id or 0)
    presses = owner is not None and rights.presses(turn.ward, turn.person, item)
    return [Reply(explain_texts.only_leaders_ask(item, owner if presses else None), items=(item.key,))]


def _of_another(item: ItemView, owner: PersonView, demand: Demand) -> Reply:
    choices = (
        Choice(texts.ask_owner(owner), f"/giaitrinh {item.key}"),
        Choice(texts.see(item), f"/tinhhinh {item.key}"),
    )
    return Reply(texts.not_his(item, owner, demand.who), choices, items=(item.key,))


def _which(turn: Turn, demand: Demand) -> Sequence[Reply]:
    """No item is named: those of who is named are offered."""
    charged = [one for person in demand.people for one in turn.ward.in_charge_of(person)][:OFFERED]
    choices = finding.which(charged, "giaitrinh").choices if charged else ()
    return [Reply(texts.which(demand.who), choices)]
