"""A question that nothing else answers: how the narrowest thing that it names stands, in the period it names.

An item before who is in charge, a person or unit before a field, these before the own fields of who asks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.domain.periods import Period
from bot.domain.reading.words import fold
from handlers import finding, rights
from handlers.reporting.hearing import heard
from handlers.situation import (
    answering,
    asked_of,
    command,
    earlier,
    of_several,
    of_subject,
    periods,
    somebody,
)
from handlers.situation.parts import Part, fields_within, of_own_unit, own_part, part_named, units_within
from handlers.texts.situation import asked as asked_texts
from handlers.texts.situation import by_topic
from handlers.texts.situation import narrowest as texts
from handlers.texts.situation import of_many as of_many_texts
from handlers.texts.situation.asked_around import reports
from handlers.turn import Reply, Turn

Answer = Callable[[Turn], Sequence[Reply]]
MOST = 3
"""So many parts of the ward are told of."""


def meant(turn: Turn) -> Answer | None:
    """What answers the words; None where they ask nothing, or name nothing more than somebody."""
    if not rights.may(turn.person, "situation") or not _asks(turn):
        return None
    text = of_own_unit(turn.ward, turn.person, turn.words)
    names = somebody.who_named(turn, text)
    named = _parts(turn, text, names)
    if (answer := _compared(turn, named)) is not None:
        return answer
    if len(named) > 1 and texts.COMPARES.search(fold(text)):
        return partial(_now, named=named, ranked=True)
    if finding.one_named(turn.ward, text) is not None:
        return None
    within = [item for _name, part in named for item in part[0]]
    if items := of_subject.nearest(turn, names, within):
        return partial(answering.cards, items=items)
    return _of_parts(turn, named)


def _asks(turn: Turn) -> bool:
    """Who reports himself may report with the same words: of him nothing but a question is one."""
    if reports(turn.words) or not texts.asks(turn.words):
        return False
    reads = {one.kind for one in heard(turn)}
    return not turn.ward.duties(turn.person.id) or reads == {"question"}


def _parts(turn: Turn, text: str, names: Sequence[str]) -> list[tuple[str, Part]]:
    """Who is named, else which fields, else the own ones: each in words that name it, and its items.

    Fields are set beside a unit where one is to be the better.
    """
    named = [(name, part) for name in names if (part := part_named(turn.ward, name)) is not None]
    folded = fold(text)
    if not named or texts.COMPARES.search(folded):
        rest = text
        for name in names:
            rest = rest.replace(name, " ")
        named += [(heading.name, part) for heading, part in fields_within(turn.ward, rest)]
    named = named or units_within(turn.ward, text)
    own = own_part(turn.ward, turn.person) if texts.OWN.search(folded) else None
    return named or ([("", own)] if own is not None else [])


def _compared(turn: Turn, named: Sequence[tuple[str, Part]]) -> Answer | None:
    """ "Môi trường so với tháng 9", "quý 3 khá hơn quý 2 không": the part named, else what is the asker's."""
    folded = fold(turn.words)
    if not texts.COMPARES.search(folded) or len(named) > 1 or by_topic.LAST_YEAR.search(folded):
        return None
    if finding.listed(turn.ward, turn.person, turn.words) or finding.one_named(turn.ward, turn.words):
        return None
    part = named[0][1] if named else own_part(turn.ward, turn.person)
    if texts.PERIOD_BEFORE.search(folded):
        return partial(_beside_period_before, part=part) if part is not None and named else None
    found, _rest = periods.several(turn, turn.words)
    found = found if len(found) != 1 else of_several.with_the_running(turn, found[0])
    return partial(of_several.compared, named=found, part=part) if len(found) > 1 else None


def _of_parts(turn: Turn, named: Sequence[tuple[str, Part]]) -> Answer | None:
    """The parts in the period that is named; what happened in them; several of them one after the other."""
    if not named:
        return None
    folded = fold(turn.words)
    if texts.EVENTS.search(folded) and (events := of_subject.events(turn, named[0][1][0])):
        return partial(answering.cards, items=events)
    said = periods.beside(turn, turn.words)
    if said is not None and said[0].start <= turn.today:
        owed = said[0].end >= turn.today and asked_texts.ABOUT_OWED.search(folded)
        return None if owed else partial(in_period, period=said[0], named=named)
    if len(named) > 1 or (texts.OWN.search(folded) and _is_field(turn, named[0][0])):
        return partial(_now, named=named)
    return None if turn.ward.duties(turn.person.id) else partial(asked_of.about, named=named[0][0])


def _is_field(turn: Turn, name: str) -> bool:
    """True of the own fields, or of one that is named: "môi trường của tôi", but not "việc của anh Sơn"."""
    return not name or any(name == one.name for one in turn.ward.fields.values())


def in_period(turn: Turn, period: Period, named: Sequence[tuple[str, Part]]) -> Sequence[Reply]:
    """The parts, each by the words that name it, as they stood for the period."""
    running, said = periods.says_running(turn.words), list[Reply]()
    here = turn.ward
    for name, part in named[:MOST]:
        turn.ward = here
        state, *others = command.in_period(turn, period, name, live=running, part=part)
        said += [state] if len(named) > 1 else [state, *others]
    return said if len(named) == 1 else _together(said)


def _now(turn: Turn, named: Sequence[tuple[str, Part]], *, ranked: bool = False) -> Sequence[Reply]:
    """How each stands; `ranked`: which is the better was asked."""
    said = [command.overview_of(turn, *part) for _name, part in named[:MOST]]
    first = [Reply(of_many_texts.no_ranks())] if ranked else []
    return said if len(said) == 1 else _together([*first, *said])


def _beside_period_before(turn: Turn, part: Part) -> Sequence[Reply]:
    return [*earlier.with_period_before(turn, part=part), command.short_lines(turn, part[0])]


def _together(said: Sequence[Reply]) -> Sequence[Reply]:
    return [Reply("\n".join(one.text for one in said))]
