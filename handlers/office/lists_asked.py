"""Lists and summaries that the clerk asks for: what lacks a day or an owner, who has not sent, a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.periods import Period
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.pressing import missing
from handlers.reporting.hearing import heard
from handlers.situation import narrowest, periods, somebody, summary
from handlers.situation.asked import in_passing
from handlers.situation.parts import fields_within, part_named
from handlers.texts.office import lists_asked as texts
from handlers.texts.periods import period_words
from handlers.texts.situation import asked as asked_texts
from handlers.turn import Reply, Turn

LONGEST = 200


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The list or the summary that the clerk wants; None for other words, and from others."""
    said = _asked_for(turn)
    return in_passing(turn, said) if said is not None else None


def _asked_for(turn: Turn) -> Sequence[Reply] | None:
    folded = fold(turn.words).strip(" .?!")
    if not turn.person.has("clerk") or len(folded) > LONGEST or not rights.may(turn.person, "missing"):
        return None
    if texts.asks_lack(folded) and (lack := texts.lack_meant(folded)) is not None and not _reports(turn):
        return [Reply(_lacking(turn, lack))]
    if texts.BY_UNIT.search(folded):
        return [Reply(_by_unit(turn))]
    if (owing := texts.NOT_SENT.fullmatch(folded)) is not None:
        turn.words = texts.month(owing["when"] or "")
        return missing.show(turn)
    if texts.wants_summary(folded) and (named := periods.beside(turn, texts.month(turn.words))) is not None:
        return None if _reports(turn) else _of_period(turn, *named, folded)
    wanted = texts.SUMMED_UP.fullmatch(folded)
    return _summed_up(turn, texts.month(wanted["when"]), wanted["tail"]) if wanted is not None else None


def _of_period(turn: Turn, period: Period, rest: str, folded: str) -> Sequence[Reply] | None:
    """The period's summary, or the state of the fields and the unit that are named; None for more words."""
    if texts.AROUND.issuperset(texts.words_of(fold(rest))):
        return _summed_up(turn, period_words(period.key), folded)
    named = [(heading.name, part) for heading, part in fields_within(turn.ward, rest)]
    return narrowest.in_period(turn, period, named) if named else None


def _reports(turn: Turn) -> bool:
    """True where something is told of an item besides."""
    return any(one.item and one.kind != "question" and (one.named or one.doubts) for one in heard(turn))


def _lacking(turn: Turn, lack: str) -> str:
    """What lacks it, by who is in charge; of those who are named, or of the fields of a leader."""
    names = somebody.who_named(turn, turn.words)
    part = part_named(turn.ward, names[0]) if len(names) == 1 else None
    among = part[0] if part is not None else list(turn.ward.items.values())
    found: dict[PersonView | None, list[ItemView]] = {}
    for item in among:
        if item.answered_for and not item.share_of and texts.LACKS[lack](item):
            found.setdefault(turn.ward.people.get(item.owner_id or 0), []).append(item)
    return texts.lacking(lack, found, part[1] if part is not None else "")


def _by_unit(turn: Turn) -> str:
    """How many indicators and tasks each unit has."""
    counted: dict[str, list[ItemView]] = {name: [] for name in turn.ward.units.values()}
    for item in turn.ward.items.values():
        unit = turn.ward.unit_name(rights.unit_of(turn.ward, item))
        if item.answered_for and not item.share_of:
            counted.setdefault(unit or texts.NO_UNIT, []).append(item)
    return texts.by_unit({name: items for name, items in counted.items() if items})


def _summed_up(turn: Turn, period: str, beside: str) -> Sequence[Reply]:
    """The summary with its file; what is missing in a message of its own where that is asked for."""
    first, *others = summary.show_of(turn, period)
    if texts.AS_WORD.search(beside):
        first = replace(first, text=f"{asked_texts.no_word_file()}\n{first.text}")
    if not texts.MISSING.search(beside):
        return [first, *others]
    turn.words = period
    return [first, *others, *missing.show(turn)]
