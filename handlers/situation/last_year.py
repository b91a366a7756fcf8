"""What is known of the whole of last year, for who asks about one indicator of it."""

from __future__ import annotations

from bot.domain.periods import Period
from db.item_view import ItemView
from handlers.situation import periods
from handlers.standings.comparing import Compared, compared
from handlers.standings.standing import Standing, standing_of
from handlers.texts.situation import item as texts
from handlers.turn import Turn


def known(turn: Turn, item: ItemView) -> list[str]:
    """The whole of it; that nothing is known, where the card has no same time either."""
    whole = item.target.last_year if item.target else None
    now = standing_of(turn, item)
    if whole is not None:
        return [texts.all_last_year(now, turn.ward.year, whole)]
    beside = compared(turn.session, turn.office, [now]).get(item.key)
    told = beside is not None and beside.year_before is not None
    return [] if told else [texts.no_last_year(item, turn.ward.year)]


def beside_year(turn: Turn, one: Standing, period: Period, beside: Compared | None) -> list[str]:
    """The whole of last year below a year that is not over, whose figure is not compared with it yet."""
    whole = one.item.target.last_year if one.item.target else None
    told = beside is not None and beside.year_before is not None
    if period.kind != "year" or whole is None or told:
        return []
    return [texts.whole_last_year(one, turn.ward.year, whole)]


def of_item_named(turn: Turn, period: Period, words: str) -> ItemView | None:
    """The indicator that is named beside a period of last year, of which there is no plan here."""
    if not periods.is_before_plans(turn, period) or int(period.key[:4]) != turn.ward.year - 1:
        return None
    found = turn.ward.catalogue.find(words).sure
    item = turn.ward.items[found.key] if found is not None else None
    return None if item is None or item.is_task else item
