"""/lichsu: every figure of an indicator, corrections included, with who gave it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db import figures, late_figures, reopenings, targets
from db.item_view import ItemView
from db.models import Figure, LateFigure
from handlers import finding, rights
from handlers.situation import periods, task_history
from handlers.standings import collecting
from handlers.standings.gained import by_figure, of_units_by_period
from handlers.standings.plan_year import ward_in
from handlers.texts import common
from handlers.texts.correcting import by_clerk as by_clerk_texts
from handlers.texts.correcting import late as late_texts
from handlers.texts.office import closing as closing_texts
from handlers.texts.reporting import collecting as collecting_texts
from handlers.texts.situation import history as texts
from handlers.texts.situation import screen as situation_texts
from handlers.turn import Reply, Turn, UserError


def show(turn: Turn) -> Sequence[Reply]:
    """The history of the indicator or task that the words name; of a compound line, which part."""
    if not turn.words:
        return [Reply(texts.usage())]
    if (named := periods.beside(turn, turn.words)) and int(named[0].key[:4]) != turn.ward.year:
        turn.ward = ward_in(turn.session, turn.today, turn.office, turn.ward, named[0])
        turn.words = named[1]
    line = finding.compound(turn.ward, turn.words)
    if line is not None and line.collect:
        return [_collected(turn, line)]
    if line is not None:
        parts = [one for one in turn.ward.with_parts([line]) if not one.parts]
        return [finding.which(parts, "lichsu", line)]
    items = [turn.ward.items[one.key] for one in turn.ward.catalogue.find(turn.words).items]
    found = finding.meant(turn.ward, turn.person, items)
    if not found:
        raise UserError(common.nothing_found(turn.words))
    if len(found) == 1 and found[0].collect:
        return [_collected(turn, found[0])]
    return [_history(turn, found[0]) if len(found) == 1 else finding.which(found, "lichsu")]


def of_item(turn: Turn, item: ItemView) -> Reply:
    """The history of one item. Raises UserError for what this person may not see."""
    return _collected(turn, item) if item.collect else _history(turn, item)


def _collected(turn: Turn, line: ItemView) -> Reply:
    """What the units' shares added up to, period by period; each unit's own under its code."""
    rows, shares = collecting.history(turn.session, turn.ward, line), collecting.shares_of(turn.ward, line)
    counted = collecting.counted_rows(turn.session, turn.ward, line)
    gained = of_units_by_period(line, shares, counted, turn.office.regimes[line.regime])
    return Reply(collecting_texts.history(line, rows, shares, gained))


def _history(turn: Turn, item: ItemView) -> Reply:
    """Raises UserError for what this person may not see."""
    if not rights.within_reach(turn.ward, turn.person, item, "history"):
        raise UserError(situation_texts.out_of_reach(item))
    if item.is_task:
        return Reply(task_history.told(turn, item))
    rows = figures.history(turn.session, item.id)
    gained = by_figure(item, rows, turn.office.regimes[item.regime])
    gone = figures.taken_back(turn.session, item.id, Figure)
    rows = sorted([*rows, *gone], key=lambda row: (row.as_of, row.id))
    given = targets.of_item(turn.session, item.id)
    granted = late_figures.granted(turn.session, [row.id for row in rows])
    sent = {key: one.at for key, one in granted.items()}
    marks = _marks(turn, rows, granted) | {row.id: texts.taken_back(by) for row, by in gone.items()}
    said = texts.indicator(item, rows, turn.ward, marks, sent, gained, given)
    before = next((one for one in turn.ward.earlier.values() if one.name == item.name), None)
    return Reply(said if before is None else f"{said}\n{texts.year_before(before, turn.ward.year - 1)}")


def _marks(turn: Turn, rows: Sequence[Figure], granted: Mapping[int, LateFigure]) -> dict[int, str]:
    """Which figures came after their period was closed, and who had let them: by the figure's id."""
    marks: dict[int, str] = {}
    periods = {row.period for row in rows}
    for one in reopenings.of_periods(turn.session, turn.ward.id, sorted(periods)):
        again = [row for row in rows if row.period == one.period and one.at <= row.at < reopenings.ended(one)]
        marks |= {row.id: closing_texts.mark(turn.ward.who(one.opened_by_id)) for row in again}
    return marks | {key: _mark(turn, one) for key, one in granted.items()}


def _mark(turn: Turn, one: LateFigure) -> str:
    """Who let a figure of a closed period be changed, and why; the clerk who entered it let herself."""
    if one.decided_by_id == one.entered_by_id:
        return by_clerk_texts.mark(one)
    return late_texts.mark(turn.ward.who(one.decided_by_id), one)
