"""Of which year's plan a target is: one that holds from next January on is next year's, not this one's."""

from __future__ import annotations

from datetime import date

from bot.domain.reading.words import fold
from db import plans
from db.item_view import ItemView
from handlers.standings.plan_year import of_year
from handlers.texts.office import set_target as texts
from handlers.texts.office import target_heard
from handlers.turn import Turn, UserError

_SOON = (12, 15)
"""From this day on a target is as likely to be the next year's: the reporting year of NĐ 09/2019 begins."""


def split_year(turn: Turn, words: str) -> tuple[str, date | None]:
    """The words without "năm 2027", and the day from which what is said of the next year holds."""
    found = target_heard.OF_YEAR.search(fold(words))
    if found is None or int(found["year"]) != turn.ward.year + 1:
        return words, None
    left = f"{words[: found.start()]} {words[found.end() :]}"
    return " ".join(left.split()), date(turn.ward.year + 1, 1, 1)


def item_on(turn: Turn, item: ItemView, since: date) -> ItemView:
    """The item of the plan of that day's year, which the turn is then about. UserError where there is none.

    A year of its own (a school year) goes on over the turn of the year.
    """
    year = since.year
    if year <= turn.ward.year or turn.office.regimes[item.regime].own_year:
        return item
    if not plans.exists(turn.session, turn.ward.id, year):
        raise UserError(texts.no_plan_yet(item, since))
    found = next_year(turn, item)
    if found is None:
        raise UserError(texts.not_in_plan(item, year))
    turn.ward = of_year(turn, year)
    return found


def next_year(turn: Turn, item: ItemView) -> ItemView | None:
    """The item that the next year's plan has under this name, where that plan is there already."""
    if not plans.exists(turn.session, turn.ward.id, turn.ward.year + 1):
        return None
    ward = of_year(turn, turn.ward.year + 1)
    return next((one for one in ward.items.values() if one.name == item.name), None)


def may_be_next(turn: Turn, item: ItemView, since: date) -> ItemView | None:
    """That item, where the target that is set may well be its: said late in the year, or after it."""
    year, today = turn.ward.year, turn.today
    late = today.year > year or (today.year == year and (today.month, today.day) >= _SOON)
    return next_year(turn, item) if late and since.year <= year else None
