"""A message read again, against the last figures of what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.domain.percent import tidy
from bot.domain.reading.model import Reading
from bot.domain.reading.words import words_of
from db.item_view import ItemView
from handlers.correcting import corrected
from handlers.correcting.reasons import without_reason
from handlers.doubting import in_order
from handlers.doubting.settling import checked
from handlers.reporting import shares, which_period
from handlers.reporting.clauses import read_all
from handlers.reporting.figure_row import last_before, line_of
from handlers.reporting.hearing import context_of, heard
from handlers.standings.last_year import as_reported
from handlers.standings.plan_year import go_back, stay_back
from handlers.texts.reporting import said as texts
from handlers.turn import Turn, UserError


def readings(turn: Turn) -> tuple[Reading, ...]:
    """The message read: once for the items it is about, and again against their last values."""
    found = heard(turn)
    if go_back(turn, found) or stay_back(turn, found):
        found = heard(turn)
    context = context_of(turn)
    if _corrects_the_last(turn, found):
        context = context_of(turn)
        found = read_all(turn, without_reason(turn), context)
    last, newest = _last_values(turn, found)
    if last or newest:
        context = replace(context, last=last, newest=newest, begins=_first_months(turn, last))
        found = read_all(turn, without_reason(turn), context)
    found = tuple(_own_of_several(turn, one) for one in in_order.told(turn, found))
    return shares.settled(turn, found)


def _own_of_several(turn: Turn, reading: Reading) -> Reading:
    """ "attp 100" of who has one ATTP while somebody else has the other: only the own can be meant.

    Not "attp thủy sản 100", which a word of the other's name is in. Of units' shares `shares` knows.
    """
    first = reading.doubts[0] if reading.doubts else None
    if first is None or first.reason != "which_indicator" or len(first.candidates) < shares.SEVERAL:
        return reading
    meant = [(one, turn.ward.items[one.item or ""]) for one in first.candidates]
    own = [pair for pair in meant if shares.may_send(turn, pair[1], turn.owner or turn.person)]
    if len(own) != 1 or any(item.share_of for _one, item in meant):
        return reading
    others = {word for pair in meant if pair not in own for word in _name_words(pair[1])}
    said = set(words_of(line_of(turn.words, reading)))
    return reading if said & others - _name_words(own[0][1]) else checked(turn, own[0][0], "which_indicator")


def _name_words(item: ItemView) -> set[str]:
    return {*words_of(item.short_name), *words_of(item.name)}


def _corrects_the_last(turn: Turn, found: Sequence[Reading]) -> bool:
    """ "Sửa 205" without a name: one of the figures of the message sent last is meant."""
    unnamed = len(found) == 1 and found[0].kind == "correction" and found[0].item is None
    if not unnamed or turn.message.reply_to:
        return False
    items = corrected.sent_together(turn)
    if not items:
        raise UserError(texts.nothing_to_correct(turn.person))
    turn.context_items = tuple(item.key for item in items)
    return True


def _first_months(turn: Turn, keys: Iterable[str]) -> dict[str, int]:
    """With which month the year of each of these items begins: a school year with September."""
    regimes = {key: turn.office.regimes[turn.ward.items[key].regime] for key in keys}
    return {key: regime.first_month for key, regime in regimes.items() if regime.own_year}


def _last_values(turn: Turn, found: Sequence[Reading]) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """The value of the newest figure about an earlier day, and about that day itself, by item."""
    last: dict[str, Decimal] = {}
    newest: dict[str, Decimal] = {}
    for reading in [*found, *(one for each in found for doubt in each.doubts for one in doubt.candidates)]:
        item = turn.ward.items.get(reading.item or "")
        if item is None or item.is_task or item.key in newest:
            continue
        _period, day = which_period.of_reading(turn, reading, item)
        for values, until in ((last, day), (newest, day + timedelta(days=1))):
            value = as_reported(item, last_before(turn, item, until))
            if value is not None:
                values[item.key] = tidy(value)
    return last, newest
