"""Where a figure of a closed period stands already: in which summary, in which report of the ward."""

from __future__ import annotations

from datetime import date

from bot.domain.periods import MONTHS, Period, period_containing
from bot.domain.sending import official_due
from bot.domain.workdays import local
from db import reminders
from db.item_view import ItemView
from db.models import Figure
from handlers.texts.correcting import by_clerk as texts
from handlers.turn import Turn


def told(turn: Turn, item: ItemView, period: Period, before: Figure | None) -> str:
    """Which summaries and which report upwards had the figure `before` it is changed; empty for none."""
    if before is None:
        return ""
    regime = turn.office.regimes[turn.rules.preset.regime]
    ending = [period_containing(period.end, kind, regime) for kind in MONTHS if regime.allows(kind)]
    ending = [one for one in ending if one.end == period.end]
    found = [(one.key, _summed_up_on(turn, one.key, before)) for one in ending]
    sent = [official_due(one, regime, turn.rules, turn.office.calendar) for one in ending]
    upwards = [day for day in sent if day is not None and local(before.at).date() <= day < turn.today]
    summaries = [(key, day) for key, day in found if day is not None]
    return texts.gone_out(item, before, summaries, max(upwards, default=None))


def _summed_up_on(turn: Turn, key: str, before: Figure) -> date | None:
    """The day on which the period's summary went out by itself, with this figure in it."""
    made = reminders.made(turn.session, turn.ward.id, key)
    sent = [at for (kind, _recipient), at in made.items() if kind == "summary" and at >= before.at]
    return local(max(sent)).date() if sent else None
