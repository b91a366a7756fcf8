"""When the summaries go out by themselves, and to whom: "thứ 6 gửi tổng hợp tuần cho cả 3 sếp"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.domain.message import Choice
from bot.domain.periods import Period, following, period_containing, previous
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from bot.domain.summaries import summary_at
from db import reminders
from handlers import rights
from handlers.reporting.hearing import heard
from handlers.situation.asked import in_passing
from handlers.texts.office import sent_by_itself as texts
from handlers.texts.periods import period_words
from handlers.turn import Reply, Turn

LONGEST = 160


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None for other words, for what reports on an item, and from who is no clerk."""
    if not is_meant(turn) or any(one.named and one.kind != "question" for one in heard(turn)):
        return None
    coming = dict.fromkeys(_next(turn, kind, day) for kind in ("week", "month") for day in _days(turn))
    receivers = [one for one in turn.ward.with_role(*turn.rules.summary_to) if one != turn.person]
    text = texts.told(
        [one for one in coming if one is not None],
        list(_gone(turn)),
        receivers,
        group="group" in turn.rules.summary_to,
    )
    return in_passing(turn, [Reply(text, tuple(_choice(turn, kind) for kind in ("week", "month")))])


def is_meant(turn: Turn) -> bool:
    """True of the clerk's words about a summary that goes, or went, to the leaders."""
    if not turn.person.has("clerk") or not rights.may(turn.person, "summary"):
        return False
    return len(turn.words) <= LONGEST and texts.is_meant(fold(turn.words).strip(" .?!"))


def _days(turn: Turn) -> list[date]:
    """Today, and the day for which it is wanted."""
    day = find_date(turn.words, turn.now, expected=True)
    is_day = isinstance(day, DateReading) and day.start == day.end and day.due > turn.today
    return [turn.today, day.due] if is_day and isinstance(day, DateReading) else [turn.today]


def _next(turn: Turn, kind: str, day: date) -> tuple[Period, datetime] | None:
    """The first period from that day on whose summary is to come."""
    regime = turn.office.regimes[turn.rules.preset.regime]
    period = previous(period_containing(day, kind, regime), regime)
    for _more in range(3):
        moment = summary_at(period, turn.rules, turn.ward.calendar)
        if moment is not None and moment >= turn.now and moment.date() >= day:
            return period, moment
        period = following(period, regime)
    return None


def _gone(turn: Turn) -> Iterator[tuple[Period, datetime]]:
    """The last week's and the last month's summary that went out, and when."""
    regime = turn.office.regimes[turn.rules.preset.regime]
    for kind in ("week", "month"):
        period = period_containing(turn.today, kind, regime)
        for one in (period, previous(period, regime)):
            made = reminders.made(turn.session, turn.ward.id, one.key)
            if at := [moment for (what, _who), moment in made.items() if what == "summary"]:
                yield one, min(at)
                break


def _choice(turn: Turn, kind: str) -> Choice:
    regime = turn.office.regimes[turn.rules.preset.regime]
    words = period_words(period_containing(turn.today, kind, regime).key)
    if kind == "month":
        preset = previous(period_containing(turn.today, kind, regime), regime)
        words = period_words(preset.key)
    return Choice(texts.see(words), f"/tonghop {words}")
