"""The reminders that the rules make owed, worked out a second time. No handler is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from bot.commands.simulating.charge import Charge, Deciding, Reach
from bot.commands.simulating.owed import Duty, Owed
from bot.commands.simulating.plan import DAY, Plan, Reported
from bot.commands.simulating.record import Record
from bot.commands.simulating.summing import days_owed, summaries_owed
from bot.domain.workdays import WARD_ZONE
from db.item_view import ItemView

OVERDUE = -1
"""The last stage: past the due day."""


@lru_cache(maxsize=1)
def reminders_owed(record: Record) -> Sequence[Owed]:
    """Every digest and due-day message that had to go out, at the tick at which it had to.

    Several checks ask for it, once the year is over.
    """
    plan = Plan.of(record)
    reported = Reported(plan, record.ledger)
    reach = Reach(record)
    charge = Charge(record, reach)
    deciding = Deciding(record, plan, reach)
    told: defaultdict[str, dict[Duty, int]] = defaultdict(dict)
    daily = {(one.chat, one.subject): one.at for one in days_owed(record, summaries_owed(record))}
    found: list[Owed] = []
    made: dict[tuple[str, str], Owed] = {}
    today: date | None = None
    for tick in record.ticks:
        if tick.date() != today:
            today, made = tick.date(), {}
        if not plan.days.is_open(tick) or tick.time() < record.rules.digest_at:
            continue
        asked = deciding.at(tick)
        for code, items in charge.at(tick).items():
            if not reach.at(code, tick):
                continue
            one = _owed(plan, reported, code, items, tick, made, told[code])
            first = ("digest", code) not in made and (one is None or one.kind == "digest")
            also = first and charge.back(code, tick)
            summed_up = daily.get((code, tick.date().isoformat()), tick + DAY) <= tick
            if first and one is None and (also or (code in asked and not summed_up)):
                one = Owed("digest", code, tick.date().isoformat(), tick)
            if one is not None:
                made[one.kind, code] = one
                found.append(one)
    return found


def _owed(
    plan: Plan,
    reported: Reported,
    code: str,
    items: Sequence[ItemView],
    tick: datetime,
    made: Mapping[tuple[str, str], Owed],
    told: dict[Duty, int],
) -> Owed | None:
    rules, digest = plan.office.rules, made.get(("digest", code))
    afternoon = tick.time() >= rules.due_day_at
    if digest is not None and (not afternoon or ("due_day", code) in made):
        return None
    missing = awaited(plan, reported, items, tick)
    subject = tick.date().isoformat()
    if digest is None:
        news = {
            key: stage for key, stage in _stages(plan, missing, tick.date()) if _is_new(stage, told.get(key))
        }
        if news:
            told.update(news)
            late = frozenset(duty for duty, stage in news.items() if stage == OVERDUE)
            return Owed("digest", code, subject, tick, frozenset(key for key, _period, _due in news), late)
    if not afternoon or ("due_day", code) in made or (digest and digest.at.time() >= rules.due_day_at):
        return None
    today = [
        item.key
        for item, _period, due in missing
        if tick <= due and plan.days.before(due.date(), 0) == tick.date()
    ]
    return Owed("due_day", code, subject, tick, frozenset(today)) if today else None


def awaited(
    plan: Plan, reported: Reported, items: Iterable[ItemView], tick: datetime
) -> list[tuple[ItemView, str | None, datetime]]:
    """What is still to be reported of these items, in which period, until when."""
    found = []
    for item in items:
        owed = plan.due(item, tick)
        if owed is not None and not reported.has(item, owed[0], tick):
            found.append((item, *owed))
        stone = reported.next_stone(item, tick) if item.milestones else None
        if stone is not None and (owed is None or stone.on != owed[1].date()):
            found.append((item, None, datetime.combine(stone.on, item.due_time, WARD_ZONE)))
    return found


def _stages(
    plan: Plan, missing: Sequence[tuple[ItemView, str | None, datetime]], today: date
) -> Iterator[tuple[Duty, int]]:
    rules = plan.office.rules
    for item, period, moment in missing:
        due = moment.date()
        dated_task = item.is_task and period is None
        steps = rules.task_stages if dated_task else rules.figure_stages
        if today > due:
            yield (item.key, period, due), OVERDUE
        elif reached := [step for step in steps if today >= plan.days.before(due, step)]:
            yield (item.key, period, due), min(reached)


def _is_new(stage: int, before: int | None) -> bool:
    """Told once; what is overdue is told every day."""
    return stage == OVERDUE or before is None or (before != OVERDUE and stage < before)
