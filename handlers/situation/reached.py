"""How much of the plan is reached, now or in a period, without a total rate: "quý 3 đạt mấy phần trăm"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.domain.periods import Period
from bot.domain.reading.words import fold, words_of
from handlers import rights
from handlers.situation import at_period, command, lists, periods
from handlers.situation.overview import Overview, overview
from handlers.situation.parts import Part, own_part, part_named
from handlers.standings.standing import Standing
from handlers.subject import single
from handlers.texts.situation import reached as texts
from handlers.texts.situation.narrowest import OWN
from handlers.turn import Reply, Turn

Answer = Callable[[Turn], Sequence[Reply]]


def meant(turn: Turn) -> Answer | None:
    """What answers the words; None where they ask of an item, or who asks may not see the ward."""
    folded = fold(turn.words)
    if not rights.may(turn.person, "situation") or not texts.ASKS.search(folded):
        return None
    if texts.OTHERWISE.search(folded):
        return None
    if single(turn) is not None and not texts.OF_ALL.search(folded):
        return None
    named, rest = periods.several(turn, turn.words.strip(" .?!"))
    if own_part(turn.ward, turn.person) and (own := OWN.search(fold(rest))):
        rest = f"{rest[: own.start()]} {rest[own.end() :]}"
    left = " ".join(word for word in rest.split() if not texts.AROUND.issuperset(words_of(fold(word))))
    part = part_named(turn.ward, left) if left else own_part(turn.ward, turn.person)
    if len(named) > 1 or (left and part is None) or turn.ward.catalogue.find(turn.words).items:
        return None
    return partial(_show, period=named[0] if named else None, name=left, part=part)


def _show(turn: Turn, period: Period | None, name: str, part: Part | None) -> Sequence[Reply]:
    items = part[0] if part else None
    if period is None or period.end >= turn.today:
        state = overview(turn.session, turn.now, turn.office, turn.ward, items)
        return _told(lists.indicators(turn, part), state, None)
    periods.require_begun(turn, period)
    ward = at_period.ward_of(turn.session, turn.now, turn.office, turn.ward, period)
    state = at_period.of_period(turn.session, turn.now, turn.office, ward, period, items)
    return _told(list(command.in_period(turn, period, name, part=part)), state, period)


def _told(said: Sequence[Reply], state: Overview, period: Period | None) -> Sequence[Reply]:
    """The numbers asked for in front of the state."""
    leaves = [one for one in state.all.values() if not (one.item.is_task or one.item.parts)]
    without = sum(not _has_figure(one, period) for one in leaves)
    first = texts.reached(state, len(leaves), without, period)
    return [replace(said[0], text=f"{first}\n{said[0].text}"), *said[1:]]


def _has_figure(one: Standing, period: Period | None) -> bool:
    return one.figure is not None and (period is None or one.figure.as_of >= period.start)
