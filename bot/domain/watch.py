"""What has been wrong for long: one message when that is so, one when it is over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal, get_args

Name = Literal["poll", "outbox", "backup", "damage"]
NAMES: tuple[Name, ...] = get_args(Name)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long is long. `settling`: a machine that was off gets this long to catch up before it is blamed,
    and `fetching` to hear what people have sent meanwhile before it reminds them.
    """

    poll: timedelta = timedelta(minutes=10)
    outbox: timedelta = timedelta(minutes=15)
    backup: timedelta = timedelta(days=2)
    settling: timedelta = timedelta(minutes=15)
    fetching: timedelta = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Signs:
    """The moments from which it is judged how the assistant is; None is "never", or "nothing".

    `awake` is when it last came to life, `born` when it first did. `polls` are the last answers of the
    platform by bot account, `unsent` is the oldest message that waits to go out, `unasked` the oldest of
    those that wait for the sending hours (at the earliest: when these began), `backup` the last good copy
    (before the first one: when copies began to be owed), `damaged` when the database was found damaged.
    """

    awake: datetime | None = None
    born: datetime | None = None
    polls: Mapping[str, datetime | None] = field(default_factory=dict)
    unsent: datetime | None = None
    unasked: datetime | None = None
    backup: datetime | None = None
    damaged: datetime | None = None


@dataclass(frozen=True, slots=True)
class News:
    """To be told now: `name` is wrong since `since`, or that is `over`. `at` is the moment of telling."""

    name: Name
    since: datetime
    at: datetime
    over: bool = False

    @property
    def key(self) -> str:
        """Unique within a ward."""
        return f"alarm:{self.name}:{self.at:%y%m%d%H%M}:{'over' if self.over else 'on'}"

    @property
    def sends(self) -> str:
        """The kind of outbox row."""
        return "reminder"

    @property
    def not_after(self) -> None:
        """It says something for as long as it is wrong."""


def wrong(signs: Signs, now: datetime, limits: Limits = Limits()) -> dict[Name, datetime]:
    """What is wrong now, and since when. Silence before the machine came to life does not count."""
    awake = signs.awake
    silent = [_later(last, awake) for last in signs.polls.values()]
    since: dict[Name, datetime | None] = {
        "poll": _longer(silent, now, limits.poll),
        "outbox": _longer(
            [one and _later(one, awake) for one in (signs.unsent, signs.unasked)], now, limits.outbox
        ),
        "backup": _longer([signs.backup], now, limits.backup),
        "damage": signs.damaged,
    }
    if awake is not None and now - awake <= limits.settling:
        since["backup"] = None
    return {name: moment for name, moment in since.items() if moment is not None}


def is_caught_up(signs: Signs, now: datetime, limits: Limits = Limits()) -> bool:
    """Whether what waited at the platforms while the machine was off is fetched, or cannot be."""
    awake = signs.awake
    if awake is None or now - awake > limits.fetching:
        return True
    return all(last is not None and last >= awake for last in signs.polls.values())


def silent_accounts(signs: Signs, now: datetime, limits: Limits = Limits()) -> list[str]:
    """The bot accounts from whose platform nothing has come for long."""
    return [
        account
        for account, last in signs.polls.items()
        if _longer([_later(last, signs.awake)], now, limits.poll)
    ]


def news(signs: Signs, told: Mapping[Name, datetime], now: datetime) -> Iterator[News]:
    """What to tell, when `told` is what was told and is not over, with since when.

    That a machine has just come to life does not end an alarm: only a sign that it works does.
    """
    begun, still = wrong(signs, now), wrong(replace(signs, awake=signs.born), now)
    for name in NAMES:
        if name in begun and name not in told:
            yield News(name, begun[name], now)
        elif name in told and name not in still:
            yield News(name, told[name], now, over=True)


def _later(moment: datetime | None, other: datetime | None) -> datetime | None:
    return max((one for one in (moment, other) if one is not None), default=None)


def _longer(moments: Collection[datetime | None], now: datetime, limit: timedelta) -> datetime | None:
    """The oldest of the moments that lie further back than `limit`."""
    return min((one for one in moments if one is not None and now - one > limit), default=None)
