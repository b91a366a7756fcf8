"""The reminders and summaries that the rules make owed, worked out a second time. No handler is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.commands.simulating.dealing import Request
from bot.commands.simulating.leave import Away, acting
from bot.commands.simulating.plan import DAY, Plan, Reported
from bot.commands.simulating.record import GROUP, Record
from bot.domain.periods import Period, periods_of_year
from bot.domain.schedule import due_at
from bot.domain.ward import WardRules
from bot.domain.workdays import WARD_ZONE
from db.ward_view import ItemView

OVERDUE = -1
"""The last stage: past the due day."""
Duty = tuple[str, str | None, date]
"""What a stage is remembered by: the item, the period, the due day."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A reminder or summary that had to go out: kind, to whom, about which day or period, when, what."""

    kind: str
    chat: str
    subject: str
    at: datetime
    items: frozenset[str] = frozenset()


# --- reminders -----------------------------------------------------------------------------------


def reminders_owed(record: Record) -> list[Owed]:
    """Every digest and due-day message that had to go out, at the tick at which it had to."""
    plan = Plan.of(record)
    reported = Reported(plan, record.ledger)
    reach = _Reach(record)
    charge = _Charge(record, reach)
    deciding = _Deciding(record, plan, reach)
    told: defaultdict[str, dict[Duty, int]] = defaultdict(dict)
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
            if first and one is None and (also or code in asked):
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
    missing = _missing(plan, reported, items, tick)
    subject = tick.date().isoformat()
    if digest is None:
        news = {
            key: stage for key, stage in _stages(plan, missing, tick.date()) if _is_new(stage, told.get(key))
        }
        if news:
            told.update(news)
            return Owed("digest", code, subject, tick, frozenset(key for key, _period, _due in news))
    if not afternoon or ("due_day", code) in made or (digest and digest.at.time() >= rules.due_day_at):
        return None
    late = [item.key for item, _period, due in missing
            if tick <= due and plan.days.before(due.date(), 0) == tick.date()]  # fmt: skip
    return Owed("due_day", code, subject, tick, frozenset(late)) if late else None


def _missing(
    plan: Plan, reported: Reported, items: Sequence[ItemView], tick: datetime
) -> list[tuple[ItemView, str | None, datetime]]:
    found = []
    for item in items:
        owed = plan.due(item, tick)
        if owed is not None and not reported.has(item, owed[0], tick):
            found.append((item, *owed))
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


class _Charge:
    """Who is reminded of which items at a moment: their owners, or who acts while these are away."""

    def __init__(self, record: Record, reach: _Reach) -> None:
        self._record, self._reach = record, reach
        self._told: set[Away] = set()
        self._by_day: dict[date, dict[str, list[ItemView]]] = {}

    def _owned(self, day: date) -> dict[str, list[ItemView]]:
        """The items by the code of who answers for them; anew on the days on which posts change hands."""
        since = max((one.day for one in self._record.posts if one.day <= day), default=date.min)
        if since not in self._by_day:
            found: dict[str, list[ItemView]] = {code: [] for code in self._record.codes.values()}
            for item in self._record.ward.items.values():
                owner = self._record.owner(item.key, since)
                if owner is not None and not item.parts:
                    found[owner].append(item)
            self._by_day[since] = found
        return self._by_day[since]

    def at(self, tick: datetime) -> dict[str, list[ItemView]]:
        """The items by the code of who is reminded of them."""
        record = self._record
        if not any(one.covers(tick) for one in record.leaves):
            return self._owned(tick.date())
        found: dict[str, list[ItemView]] = {code: [] for code in record.codes.values()}
        for code, items in self._owned(tick.date()).items():
            who = acting(code, tick, record.leaves, record.ward, lambda one: self._reach.at(one, tick))
            if who is not None:
                found[who] += items
        return found

    def back(self, code: str, tick: datetime) -> bool:
        """True on the first morning after a leave, once: what happened meanwhile is told then."""
        mine = [one for one in self._record.leaves if one.person == code and one.since < tick]
        over = [one for one in mine if one.last < tick.date() and one not in self._told]
        self._told |= set(over)
        return bool(over)


class _Deciding:
    """For whose decision something has waited since before today: the morning's message says so."""

    def __init__(self, record: Record, plan: Plan, reach: _Reach) -> None:
        self._record, self._plan, self._reach = record, plan, reach
        self._deciders: dict[str, list[str]] = {}

    def at(self, tick: datetime) -> set[str]:
        """The codes of those who can be reached and are the first to decide on something."""
        waiting = [one for one in self._plan.dealings.waiting(tick) if one.since < tick.date()]
        told = (
            next((who for who in self._deciders_of(one) if self._reach.at(who, tick)), None)
            for one in waiting
        )
        return {who for who in told if who is not None}

    def _deciders_of(self, request: Request) -> list[str]:
        """Of a figure for a closed period the clerk, but not on the own one; of all else who leads."""
        if request.matter.kind != "late":
            return self._of(request.matter.item)
        clerks = [one.code for one in self._record.ward.with_role("clerk")]
        return [one for one in clerks if one != request.by] or clerks

    def _of(self, key: str) -> list[str]:
        """Who decides on an item: who leads it or its field, then the chair; nobody on the own work."""
        if key not in self._deciders:
            ward, codes = self._record.ward, self._record.codes
            item = ward.items[key]
            heading = ward.fields.get(item.field or "")
            leader = item.leader_id or (heading.leader_id if heading else None)
            chairs = [one.code for one in ward.with_role("chair")]
            found = list(dict.fromkeys([*([codes[leader]] if leader in codes else []), *chairs]))
            owner = codes.get(item.owner_id or 0)
            self._deciders[key] = [one for one in found if one != owner] or found
        return self._deciders[key]


class _Reach:
    """Who could be reached when."""

    def __init__(self, record: Record) -> None:
        self._changes: defaultdict[str, list[tuple[datetime, bool]]] = defaultdict(list)
        for moment, code, reachable in record.reach:
            self._changes[code].append((moment, reachable))

    def at(self, code: str, moment: datetime) -> bool:
        changes = [reachable for at, reachable in self._changes[code] if at < moment]
        return changes[-1] if changes else True


# --- summaries -----------------------------------------------------------------------------------


def summaries_owed(record: Record) -> list[Owed]:
    """Every summary that had to go out: each period once, to each leader, clerk and the group."""
    plan = Plan.of(record)
    heads = [person.code for person in record.ward.with_role("chair", "leader", "clerk")]
    found = []
    for kind in ("week", "month", "quarter", "half", "nine_months", "year"):
        for period, moment, until in _moments(plan, kind, record):
            tick = next((t for t in _open(record, plan) if moment <= t < until), None)
            if tick is not None:
                found += [Owed("summary", chat, period.key, tick) for chat in [*heads, GROUP]]
    return found


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
