"""A closed period changed by the clerk, who decides on it anyway: recorded at once, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.periods import period_from_key
from db.models import Progress
from handlers.correcting import gone_out
from handlers.correcting.late import Late, closed_on
from handlers.deciding import late_figure
from handlers.reporting.figure_row import last_before, spoken
from handlers.reporting.outcome import Outcome
from handlers.reporting.recording import Recorded
from handlers.standings.deadlines import schedule_of
from handlers.standings.last_year import last_value
from handlers.standings.plan_year import in_plan_of
from handlers.texts.correcting import by_clerk as texts
from handlers.turn import Turn


def take(turn: Turn, one: Late, outcome: Outcome) -> None:
    """Record what the clerk says with its reason; what lacks that, or is an official's, has to wait."""
    if turn.person.has("clerk") and one.reason:
        outcome.recorded.append(recorded(turn, one))
    else:
        outcome.late.append(one)


def recorded(turn: Turn, one: Late) -> Recorded:
    """Write it down as granted, by whom and why, and the figure or word that it becomes."""
    row, item = one.row, one.item
    before, earlier = late_figure.recorded(turn, row), last_before(turn, item, row.as_of)
    row.state, row.decided_by_id, row.decided_at = "granted", turn.person.id, turn.now
    turn.session.add(row)
    turn.session.flush()
    with in_plan_of(turn, item):
        said, waits = late_figure.take_in(turn, row, item, before)
    period = period_from_key(row.period, schedule_of(item, turn.office).regime)
    if isinstance(said, Progress):
        turn.note("progress", item.key, after=f"{said.state}: {row.reason}")
        return Recorded(item, progress=said, period=period, late=row)
    turn.note("figure", item.key, before=spoken(before), after=f"{spoken(said)}: {row.reason}")
    previous = last_value(earlier)
    return Recorded(item, figure=said, period=period, before=before, previous=previous, waits=waits, late=row)


def told(turn: Turn, found: Sequence[Recorded]) -> list[str]:
    """Below the receipts: that the period was closed, why it was changed, where the old figures went."""
    lines, went = [], []
    for one in found:
        if one.late is not None and one.period is not None:
            lines.append(texts.changed(one.late, closed_on(turn, one.item, one.period)))
            went.append(gone_out.told(turn, one.item, one.period, one.before))
    return [*dict.fromkeys(lines), *filter(None, went)]
