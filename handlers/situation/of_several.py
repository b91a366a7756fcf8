"""A question that names several items, or several periods: each is answered, none is dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.domain.periods import Period, following
from bot.domain.reading.words import fold, words_of
from db.item_view import ItemView
from handlers import finding, rights
from handlers.situation import at_period, command, periods
from handlers.situation.overview import Overview
from handlers.situation.parts import Part, own_part, part_named
from handlers.standings.comparing import moves
from handlers.standings.last_year import last_value
from handlers.standings.standing import Standing, standings
from handlers.texts.common import in_text
from handlers.texts.situation import asked_of
from handlers.texts.situation import comparing as comparing_texts
from handlers.texts.situation import item as item_texts
from handlers.texts.situation import of_several as texts
from handlers.texts.situation import screen as screen_texts
from handlers.turn import Reply, Turn, UserError

Answer = Callable[[Turn], Sequence[Reply]]
BLOCKS = 3
"""So many cards are shown; of more, a line each."""
MOST = 6
"""Periods that are set side by side."""


def show(turn: Turn) -> Sequence[Reply]:
    """/tinhhinh of what may be several items or periods."""
    if part_named(turn.ward, turn.words) or finding.compound(turn.ward, turn.words):
        return command.show(turn)
    if answer := _of_periods(turn):
        return answer(turn)
    items = finding.listed(turn.ward, turn.person, turn.words)
    if said := told(turn, items):
        return [Reply(said)]
    return command.show(turn)


def meant(turn: Turn) -> Answer | None:
    """ "So sánh tháng 9 với tháng 10": of the ward, a part or items that are named; None for other words."""
    folded = fold(turn.words)
    if not texts.ASKS.search(folded) or not rights.may(turn.person, "situation"):
        return None
    if not texts.COMPARES.match(folded):
        return _of_periods(turn)
    found = turn.ward.catalogue.find(turn.words)
    items = finding.listed(turn.ward, turn.person, turn.words) or [
        turn.ward.items[one.key] for one in found.items[:1] if found.sure and not found.guessed
    ]
    said = told(turn, items)
    return (lambda _turn: [Reply(said)]) if said else _of_periods(turn)


def _of_periods(turn: Turn) -> Answer | None:
    named, rest = periods.several(turn, turn.words.strip(" .?!"))
    if len(named) < 2:
        return None
    left = " ".join(word for word in rest.split() if not texts.AROUND.issuperset(words_of(fold(word))))
    part = part_named(turn.ward, left) if left else own_part(turn.ward, turn.person)
    return partial(compared, named=named[:MOST], part=part) if part or not left else None


def told(turn: Turn, items: Sequence[ItemView]) -> str | None:
    """Each of the items that the words name, in each of the periods; None for one item in one period.

    `items` are those named, or the one that is meant without a name.
    """
    named = _periods_named(turn)
    if not items or (len(items) < 2 and len(named) < 2):
        return None
    seen = [one for one in items if rights.within_reach(turn.ward, turn.person, one, "history")]
    hidden = [screen_texts.out_of_reach(one) for one in items if one not in seen]
    if len(named) > 1:
        blocks = _by_period(turn, seen, named[:MOST]) if seen else []
    elif len(seen) > BLOCKS:
        blocks = [command.short_lines(turn, seen, _over(turn, named)).text]
    else:
        period = _over(turn, named)
        blocks = command.item_lines(turn, seen) if period is None else _of_period(turn, seen, period)
    if asked_of.ASKS_WHEN.search(fold(turn.words)):
        now = standings(turn.session, turn.now, turn.office, turn.ward, seen)
        blocks = [*dict.fromkeys(item_texts.due(one) for one in now.values()), *blocks]
    return "\n".join([*blocks, *hidden])


def _periods_named(turn: Turn) -> list[Period]:
    """Those named; with one month alone that something is compared with, the month that is asked about."""
    named, _rest = periods.several(turn, turn.words)
    if len(named) != 1 or named[0].kind != "month" or not texts.COMPARES.match(fold(turn.words)):
        return named
    now = periods.in_question(turn, "")
    return named if now.start <= named[0].start else [*named, now]


def with_the_running(turn: Turn, named: Period) -> list[Period]:
    """A period and the one that it is set beside: the month that is asked about, else the one that runs."""
    is_month = named.kind == "month"
    now = periods.in_question(turn, "") if is_month else periods.this(turn, named.kind)
    return [named, now] if named.start < now.start else [named]


def _over(turn: Turn, named: Sequence[Period]) -> Period | None:
    """The one period named that is over; of one that runs, how it stands now is told."""
    return named[0] if named and named[0].end < turn.today else None


def _by_period(turn: Turn, items: Sequence[ItemView], named: Sequence[Period]) -> list[str]:
    """A card for each item and period, else a line; of one item, how far two periods that are apart differ.

    Beside the period before a card says so itself.
    """
    if len(items) * len(named) > BLOCKS:
        return [line for one in named for line in _short(turn, items, one)]
    lines = [line for one in named for line in _of_period(turn, items, one)]
    if len(items) == 1 and len(named) == 2 and _are_apart(turn, named[0], named[1]):
        lines += _moved(turn, items[0], named[0], named[1])
    return lines


def _are_apart(turn: Turn, first: Period, last: Period) -> bool:
    """True for two months, two quarters that do not follow one another."""
    return first.kind == last.kind and following(first, turn.office.regimes[turn.rules.preset.regime]) != last


def _of_period(turn: Turn, items: Sequence[ItemView], period: Period) -> list[str]:
    here = turn.ward
    try:
        periods.require_begun(turn, period)
        return command.then_lines(turn, items, period)
    except UserError as error:
        return [error.text]
    finally:
        turn.ward = here


def _short(turn: Turn, items: Sequence[ItemView], period: Period) -> list[str]:
    here = turn.ward
    try:
        periods.require_begun(turn, period)
        return [command.short_lines(turn, items, period).text]
    except UserError as error:
        return [error.text]
    finally:
        turn.ward = here


def _moved(turn: Turn, item: ItemView, first: Period, last: Period) -> list[str]:
    """How far the figure of one period is from the other's; nothing where one has none of its own."""
    by = _difference(item, _figure(turn, item, first), _figure(turn, item, last), first, last)
    return [texts.difference(last, first, by)] if by is not None else []


def _difference(
    item: ItemView, was: Standing | None, now: Standing | None, first: Period, last: Period
) -> str | None:
    """ "Tăng 19": between two figures of which each is of its own period; None for others."""
    if was is None or now is None or was.figure is None or now.figure is None:
        return None
    before, after = last_value(was.figure), last_value(now.figure)
    if before is None or after is None or was.figure.as_of < first.start or now.figure.as_of < last.start:
        return None
    return comparing_texts.change(after - before, item.target.unit if item.target else None)


def _figure(turn: Turn, item: ItemView, period: Period) -> Standing | None:
    if item.is_task or period.start > turn.today or periods.is_before_plans(turn, period):
        return None
    ward = at_period.ward_of(turn.session, turn.now, turn.office, turn.ward, period)
    found = at_period.of_period(turn.session, turn.now, turn.office, ward, period, [item])
    return found.all.get(item.key)


def compared(turn: Turn, named: Sequence[Period], part: Part | None) -> Sequence[Reply]:
    """The totals of each period, and what is better or worse in each than in the one before it.

    Of a part of the ward how far each of its figures moved besides.
    """
    for one in named:
        periods.require_begun(turn, one)
    items, scope = part or (None, in_text(turn.ward.name))
    lines, states = [texts.head(named, scope)], list[Overview]()
    for one in named:
        ward = at_period.ward_of(turn.session, turn.now, turn.office, turn.ward, one)
        found = at_period.of_period(turn.session, turn.now, turn.office, ward, one, items)
        lines += texts.period_counts(found, one)
        lines += [f"- {line}" for line in comparing_texts.moved(moves(states[-1], found))] if states else []
        states.append(found)
    lines += _figures(states, named, scope) if part is not None else []
    return [Reply("\n".join([*lines, texts.how_to_see(named[-1])]))]


def _figures(states: Sequence[Overview], named: Sequence[Period], scope: str) -> list[str]:
    """The figures of a part at the end of the first and of the last of the periods."""
    first, last = states[0].all, states[-1].all
    rows = [one for one in last.values() if not (one.item.is_task or one.item.parts or one.item.share_of)]
    if not rows:
        return [texts.without_indicators(scope)]
    shown = [
        (one, by)
        for one in rows
        if (by := _difference(one.item, first.get(one.item.key), one, named[0], named[-1])) is not None
    ]
    return texts.figures(shown, len(rows) - len(shown))
