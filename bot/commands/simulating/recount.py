"""The classes of all items at a moment, counted from the ledger alone: what /tinhhinh has to agree with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from bot.commands.simulating.plain import class_of
from bot.commands.simulating.plan import Plan, Reported, newest
from bot.commands.simulating.record import Entry
from bot.domain.periods import periods_of_year
from bot.domain.progress import Line, judge, judge_plan
from bot.domain.targets import Target
from bot.domain.tasks import STOPPED, TASK_CLASSES
from bot.domain.verdict import CLASSES, ItemClass, Known, Reads, State
from db.item_view import ItemView


def count(plan: Plan, reported: Reported, moment: datetime) -> dict[str, dict[str, int]]:
    """{"indicators": {class: count}, "tasks": {class: count}}: lines of the plan, each in one class."""
    ward, today = plan.ward, moment.date()
    indicators = [item for item in ward.items.values() if not item.is_task and item.target_on(today)]
    lines = [
        Line(item.key, target, _known(plan, reported, item, moment), item.parent)
        for item in indicators
        if (target := _target(plan, item, today)) is not None
    ]
    verdicts = judge_plan(lines, today, plan.office.rules)
    classes = {key: verdict.cls for key, verdict in verdicts.items()}
    rules = plan.office.rules
    for line in lines:
        cls = class_of(line.target, line.known, today, rules)
        if cls is not None and cls != classes[line.key]:
            classes[_top(line.key, ward.items)] = cls  # also of a part: the line's count is then off
    for item in indicators:
        if item.collect:
            classes[item.key] = _collected(plan, reported, item, moment)
    tops = Counter(classes[item.key] for item in indicators if item.parent is None)
    tasks = Counter(_task(plan, reported, item, moment) for item in ward.items.values() if item.is_task)
    return {
        "indicators": {cls: tops[cls] for cls in CLASSES},
        "tasks": {cls: tasks[cls] for cls in TASK_CLASSES},
    }


def _target(plan: Plan, item: ItemView, today: date) -> Target | None:
    """The target of a day; of a school year from its first month to its last."""
    target, regime = item.target_on(today), plan.office.regimes[item.regime]
    if target is None or not regime.own_year:
        return target
    months = periods_of_year(plan.year_of(item), "month", regime)
    return replace(target, starts_on=months[0].start, ends_on=months[-1].end)


def _top(key: str, items: Mapping[str, ItemView]) -> str:
    above = items[key].parent
    return _top(above, items) if above is not None else key


def _collected(plan: Plan, reported: Reported, line: ItemView, moment: datetime) -> ItemClass:
    """The class of what several units report: their newest figures added up, silent units in nobody's favour.

    Until every unit has given a figure, the sum can only be reached, or be behind the units' own parts.
    """
    ward, today, rules = plan.ward, moment.date(), plan.office.rules
    shares = [ward.items[key] for key in line.parts]
    told = {one.key: _counting(one, reported.before(one.key, moment)) for one in shares}
    latest = {key: entry for key, entry in told.items() if entry is not None}
    owed = plan.due(line, moment)
    there = [owed is None or reported.has(one, owed[0], moment) for one in shares]
    begun, whole = any(there), all(there)
    days = None
    if not begun and owed is not None and owed[1] >= moment:
        days = plan.days.between(today, owed[1].date())
    known = Known(missing=not whole and owed is not None and owed[1] < moment, days_to_due=days)
    if latest:
        total = sum((entry.meaning.value or Decimal(0) for entry in latest.values()), Decimal(0))
        quiet = all(entry.meaning.state == "none_arose" for entry in latest.values())
        known = replace(
            known,
            state="none_arose" if quiet else "value",
            value=total,
            as_of=min(entry.as_of for entry in latest.values()),
        )
    target = line.target_on(today)
    assert target is not None  # noqa: S101 - only lines with a target come here
    found = judge(target, known, today, rules)
    if not latest or len(latest) == len(shares) or found.cls in {"met", "exceeded"}:
        return found.cls
    if found.cls == "not_met":
        return "unreported"
    if found.cls != "at_risk" or found.reason == "due_soon":
        return found.cls
    parts = [one.target.value or Decimal(0) for one in shares if one.key in latest and one.target]
    own = judge(replace(target, value=sum(parts, Decimal(0))), known, today, rules)
    return "at_risk" if own.cls == "at_risk" else "unreported" if known.missing else "on_track"


def _task(plan: Plan, reported: Reported, item: ItemView, moment: datetime) -> str:
    """The class of a task: handed in counts, not confirmed; what came back is open.

    Its timeliness is judged a second time, by the moments of the ledger; `bot.domain.tasks` is not asked.
    """
    entries = reported.before(item.key, moment)
    last = entries[-1] if entries else None
    owed = plan.due(item, moment)
    dated = owed is not None and owed[0] is None
    if item.recurring and last is not None and (owed is None or last.period != owed[0]):
        last = None
    if last is not None and last.meaning.state in STOPPED:
        return last.meaning.state
    if item.recurring and not dated:
        return "recurring"
    due = owed[1] if owed is not None and dated else None
    done = [entry for entry in entries if entry.meaning.state == "done"]
    if done and done[-1] is last and not plan.dealings.came_back(item.key, last.at, moment):
        if due is None:
            return "done_no_due"
        late = last.typed > due or any(_past(plan, item, one) for one in done)
        return "done_late" if late else "done_on_time"
    if due is None:
        return "no_due"
    if plan.dealings.is_for_what_lacked(item.key, moment) and any(_past(plan, item, one) for one in done):
        return "overdue"
    left = plan.days.between(moment.date(), due.date())
    return "overdue" if moment > due else "due_soon" if left <= plan.office.rules.soon_days else "on_time"


def _past(plan: Plan, item: ItemView, entry: Entry) -> bool:
    """True for a task that was handed in after the deadline that held then."""
    owed = plan.due(item, entry.at)
    return owed is not None and owed[0] is None and owed[1] < entry.typed


def _known(plan: Plan, reported: Reported, item: ItemView, moment: datetime) -> Known:
    owed = plan.due(item, moment)
    has = owed is None or reported.has(item, owed[0], moment)
    missing = not has and owed is not None and owed[1] < moment
    days = None
    if not has and owed is not None and owed[1] >= moment:
        days = plan.days.between(moment.date(), owed[1].date())
    entry = _counting(item, reported.before(item.key, moment))
    if entry is None:
        return Known(missing=missing, days_to_due=days)
    meaning = entry.meaning
    last_month = periods_of_year(plan.year_of(item), "month", plan.office.regimes[item.regime])[-1]
    state = "value" if meaning.state == "ratio" else meaning.state
    return Known(
        state=cast("State", state),
        value=meaning.value,
        numerator=meaning.numerator,
        denominator=meaning.denominator,
        as_of=entry.as_of,
        reads=cast("Reads | None", meaning.reads),
        confirmed_on=entry.as_of if state == "held" else None,
        reviewed_on=entry.as_of if entry.as_of >= last_month.start else None,
        missing=missing,
        days_to_due=days,
    )


def _counting(item: ItemView, entries: Sequence[Entry]) -> Entry | None:
    """The newest word; of events, the worst of the year: it is not undone by a quiet month."""
    if not entries:
        return None
    last = newest(entries)
    target = item.target
    if target is None or target.evaluation != "event_free" or target.backlog:
        return last
    by_period = {entry.period: entry for entry in entries}
    events = [entry for entry in by_period.values() if entry.meaning.value]
    return max(events, key=lambda one: one.meaning.value or 0) if events else last
