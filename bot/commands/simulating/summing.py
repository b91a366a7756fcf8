"""The summaries that the rules make owed, worked out a second time. No handler is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from bot.commands.simulating.charge import Reach
from bot.commands.simulating.owed import Owed
from bot.commands.simulating.plan import DAY, Plan
from bot.commands.simulating.record import GROUP, Record
from bot.domain.periods import Period, periods_of_year
from bot.domain.schedule import due_at
from bot.domain.ward import WardRules
from bot.domain.workdays import WARD_ZONE


def summaries_owed(record: Record) -> list[Owed]:
    """Every summary that had to go out to leaders, clerk and group: of what ends together the longest."""
    plan = Plan.of(record)
    heads = [person.code for person in record.ward.with_role("chair", "leader", "clerk")]
    longest = {}
    for kind in ("week", "month", "quarter", "half", "nine_months", "year"):
        for period, moment, until in _moments(plan, kind, record):
            longest[kind == "week", period.end, moment] = period, moment, until
    ticks = _open(record, plan)
    found = []
    for period, moment, until in longest.values():
        tick = next((t for t in ticks if moment <= t < until), None)
        if tick is not None:
            found += [Owed("summary", chat, period.key, tick) for chat in [*heads, GROUP]]
    return found


def days_owed(record: Record, longer: Iterable[Owed]) -> list[Owed]:
    """Every day's summary that had to go out: to the leaders who want it, not beside a longer one."""
    plan, reach = Plan.of(record), Reach(record)
    busy = {(one.chat, one.at.date()): one.at for one in sorted(longer, key=lambda one: one.at, reverse=True)}
    told: set[tuple[str, date]] = set()
    found = []
    for tick in _open(record, plan):
        if tick.time() < record.rules.digest_at:
            continue
        for code in wanting(record, tick):
            place = code, tick.date()
            other = busy.get(place)
            if place in told or not reach.at(code, tick) or (other is not None and other <= tick):
                continue
            told.add(place)
            found.append(Owed("day", code, tick.date().isoformat(), tick))
    return found


def wanting(record: Record, tick: datetime) -> list[str]:
    """Who gets the day's summary on the day of a tick: switched on before the hour at which it goes out."""
    hour = datetime.combine(tick.date(), record.rules.digest_at, WARD_ZONE)
    last = {one.person: one for one in record.switched if one.at < tick}
    return [code for code, one in last.items() if one.wants and one.at < hour]


def _moments(plan: Plan, kind: str, record: Record) -> Iterator[tuple[Period, datetime, datetime]]:
    """Each period of a kind with the moment of its summary and the moment from which it is worth nothing."""
    rules, regime = record.rules, record.office.regimes[record.rules.preset.regime]
    years = (plan.ward.year - 1, plan.ward.year, plan.ward.year + 1)
    timed = [
        (period, moment)
        for year in years
        for period in periods_of_year(year, kind, regime)
        if (moment := _summary_moment(plan, period, rules)) is not None
    ]
    grace = rules.week_summary_days if kind == "week" else rules.period_summary_days
    for place, (period, moment) in enumerate(timed):
        if moment < record.begins or moment > record.ends:
            continue
        last = plan.days.after(moment.date(), grace)
        until = datetime.combine(last + DAY, time(0), WARD_ZONE)
        if place + 1 < len(timed):
            until = min(until, timed[place + 1][1])
        yield period, moment, until


def _summary_moment(plan: Plan, period: Period, rules: WardRules) -> datetime | None:
    if period.kind != "week":
        due = due_at(period, rules.preset.due_rule, rules.preset.due_time, plan.ward.calendar).date()
        return datetime.combine(plan.days.after(due, 1), rules.digest_at, WARD_ZONE)
    weekday, hour = rules.week_summary
    day = period.start + weekday * DAY
    if not plan.days.works(day):
        day = plan.days.before(period.end, 0)
    return datetime.combine(day, hour, WARD_ZONE) if day >= period.start else None


def _open(record: Record, plan: Plan) -> list[datetime]:
    return [tick for tick in record.ticks if plan.days.is_open(tick)]
