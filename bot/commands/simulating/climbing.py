"""The ladder, worked out a second time: who had to hear when of what stays undone. No handler is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.commands.simulating.charge import Charge, Deciding, Reach
from bot.commands.simulating.dealing import Request
from bot.commands.simulating.duties import awaited
from bot.commands.simulating.owed import Duty, Owed
from bot.commands.simulating.plan import Plan, Reported
from bot.commands.simulating.record import Record, Sent
from bot.domain.periods import kind_of
from bot.domain.ward import WardRules

WAITS = "Chờ ý kiến đồng chí: "
"""How a line begins that names a request: its item's code follows."""
OWNER, DECIDER = "owner", "decider"
Step = tuple[str, int, Sequence[str]]
"""A rung, after how many working days it may be told, and who stands on it."""


@dataclass(frozen=True, slots=True)
class Climb:
    """One message of the ladder: to whom, when, the overdue items and those of requests that wait."""

    chat: str
    at: datetime
    overdue: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()


def climbs_sent(record: Record) -> list[Climb]:
    """The messages of the ladder that went out, or were lost on somebody who had blocked the assistant."""
    return [
        Climb(sent.chat, sent.at, frozenset(sent.items), frozenset(_requests_in(sent)))
        for sent in [*record.sent, *record.undelivered]
        if sent.key.startswith("escalation:person:")
    ]


def _requests_in(sent: Sent) -> Iterator[str]:
    for line in sent.text.splitlines():
        if line.startswith(WAITS):
            yield line.removeprefix(WAITS).split()[0]


@dataclass
class _Ladder:
    """What has been told of each matter so far: the rung and when."""

    told: defaultdict[object, list[tuple[str, datetime]]] = field(default_factory=lambda: defaultdict(list))

    def climb(self, matter: object, days: int, steps: Sequence[Step], hour: datetime) -> Sequence[str]:
        """Who is told now; nobody who heard of it on a lower rung, and no rung before the one below it.

        `days` are the working days since the due day, less the grace; a rung on which nobody can be reached
        is none.
        """
        heard = dict(self.told[matter])
        below: set[str] = set()
        free: list[tuple[str, int, list[str]]] = []
        for rung, after, people in steps:
            there = [one for one in people if one not in below]
            below |= set(there)
            if there:
                free.append((rung, after, there))
        passed = [place for place, (rung, _after, _people) in enumerate(free) if rung in heard]
        place = passed[-1] + 1 if passed else 0
        if place == len(free) or days < free[place][1]:
            return ()
        if passed and heard[free[passed[-1]][0]] >= hour:
            return ()
        rung, _after, people = free[place]
        if rung == OWNER:
            return ()
        self.told[matter].append((rung, hour))
        return people


def climbs_owed(record: Record, digests: Sequence[Owed]) -> list[Climb]:
    """Every message of the ladder that had to go out; `digests` are the mornings' messages that were owed."""
    plan, reach = Plan.of(record), Reach(record)
    reported = Reported(plan, record.ledger)
    charge, deciding = Charge(record, reach), Deciding(record, plan, reach)
    ladder, mornings = _Ladder(), iter(sorted(digests, key=lambda one: one.at))
    morning = next(mornings, None)
    found: list[Climb] = []
    for tick in _hours(record, plan):
        while morning is not None and morning.at <= tick:
            for duty in morning.overdue:
                ladder.told[duty].append((OWNER, morning.at))
            morning = next(mornings, None)
        hour = tick.replace(
            hour=record.rules.escalate_at.hour, minute=record.rules.escalate_at.minute, second=0
        )
        overdue: defaultdict[str, set[str]] = defaultdict(set)
        for duty, steps in _overdue(record, plan, reported, charge, reach, tick):
            days = plan.days.between(duty[2], tick.date()) - _grace(record.rules, duty[1])
            for one in ladder.climb(duty, days, steps, hour):
                overdue[one].add(duty[0])
        waiting: defaultdict[str, set[str]] = defaultdict(set)
        for request in plan.dealings.waiting(tick):
            days = plan.days.between(request.since, tick.date())
            steps = _deciders(record, deciding, reach, request, tick)
            for one in ladder.climb(id(request), days, steps, hour):
                waiting[one].add(request.matter.item)
        found += [
            Climb(code, tick, frozenset(overdue[code]), frozenset(waiting[code]))
            for code in overdue.keys() | waiting.keys()
        ]
    return found


def _hours(record: Record, plan: Plan) -> Iterator[datetime]:
    """The tick of each working day at which the ladder is looked at."""
    looked: date | None = None
    for tick in record.ticks:
        if tick.date() != looked and plan.days.is_open(tick) and tick.time() >= record.rules.escalate_at:
            looked = tick.date()
            yield tick


def _overdue(
    record: Record, plan: Plan, reported: Reported, charge: Charge, reach: Reach, tick: datetime
) -> Iterator[tuple[Duty, list[Step]]]:
    """What is past its due day, with the owner, the unit's head, the leader in charge and the chair."""
    items = [item for item in record.ward.items.values() if not item.parts]
    late: set[str] = set()
    for item, period, due in awaited(plan, reported, items, tick):
        if due >= tick or item.key in late:
            continue  # of a task that is late itself its intermediate dates say nothing more
        late.add(item.key)
        owner = charge.owner(item, tick)
        people = {
            "unit_head": charge.heads(item, tick),
            "leader": charge.leader(item),
            "chair": charge.chairs,
        }
        steps = [(OWNER, 1, [owner] if owner else [])]
        steps += [(rung.who, rung.after, people[rung.who]) for rung in record.rules.ladder]
        yield (item.key, period, due.date()), [_there(step, reach, tick) for step in steps]


def _grace(rules: WardRules, period: str | None) -> int:
    own = rules.periods.get(kind_of(period)) if period else None
    return own.grace if own else 0


def _deciders(
    record: Record, deciding: Deciding, reach: Reach, request: Request, tick: datetime
) -> list[Step]:
    """Who decides on a request; then, where the ladder goes up to the chair, who else could."""
    soon, everybody = record.rules.decision_days, deciding.deciders(request)
    there = [one for one in everybody if reach.at(one, tick)]
    last = [rung.after for rung in record.rules.ladder if rung.who == "chair" and rung.after > soon]
    return [(DECIDER, soon, there[:1]), *(("chair", after, there) for after in last)]


def _there(step: Step, reach: Reach, tick: datetime) -> Step:
    rung, after, people = step
    return rung, after, [one for one in people if reach.at(one, tick)]
