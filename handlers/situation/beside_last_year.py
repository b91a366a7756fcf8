"""This year beside the last, asked without an item: the only indicator in money, else all that is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.domain.reading.amounts.units import is_money
from db.item_view import ItemView
from handlers.situation import command, last_year
from handlers.situation.parts import Part
from handlers.standings.comparing import compared
from handlers.standings.standing import standings
from handlers.texts.common import in_text
from handlers.texts.situation import beside_last_year as texts
from handlers.texts.situation import by_topic as asked_texts
from handlers.turn import Reply, Turn

Answer = Callable[[Turn], Sequence[Reply]]


def meant(turn: Turn, folded: str, part: Part | None) -> Answer | None:
    """What answers words of last year that name no item; None where nothing is set beside it."""
    if not asked_texts.BOTH_YEARS.search(folded):
        return None
    if asked_texts.MONEY.search(folded) and (item := in_money(turn)) is not None:
        return partial(_of_item, item=item)
    return partial(_of_all, part=part)


def in_money(turn: Turn) -> ItemView | None:
    """The only indicator of the ward that is told in money."""
    found = [one for one in turn.ward.items.values() if one.target and is_money(one.target.unit)]
    return found[0] if len(found) == 1 else None


def _of_item(turn: Turn, item: ItemView) -> Sequence[Reply]:
    lines = [*last_year.known(turn, item), *command.item_lines(turn, [item])]
    return [Reply("\n".join(lines))]


def _of_all(turn: Turn, part: Part | None) -> Sequence[Reply]:
    """A line for each indicator of which both years are known."""
    items, scope = part or (list(turn.ward.items.values()), in_text(turn.ward.name))
    found = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.with_parts(items)).values()
    counted = [one for one in found if not one.item.is_task and not one.item.parts]
    beside = compared(turn.session, turn.office, counted)
    rows = [(one, beside.get(one.item.key)) for one in counted]
    lines = [line for one, then in rows if (line := texts.line(one, then, turn.ward.year)) is not None]
    return [Reply(texts.both_years(scope, lines, len(counted), turn.ward.year))]
