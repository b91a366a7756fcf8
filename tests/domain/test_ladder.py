"""The ladder climbs in order, one rung at a time, and stops at a report; on any calendar of absences."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ladder import Rung, days_late, rung_owed
from bot.domain.ward import WardRules
from bot.domain.workdays import WARD_ZONE, WorkCalendar

RULES = WardRules(code="tan-an", name="Tân An")
CALENDAR = WorkCalendar(off=frozenset({date(2026, 11, 24)}))
RUNGS = (Rung("person", 1), *RULES.ladder)
DUE = date(2026, 11, 17)


def at(day: date, clock: time = RULES.escalate_at) -> datetime:
    return datetime.combine(day, clock, WARD_ZONE)


def morning(day: date) -> datetime:
    return at(day, RULES.digest_at)


@pytest.mark.parametrize(
    ("due", "today", "late"),
    [
        (17, 17, 0),
        (17, 18, 1),
        (17, 16, -1),
        (20, 23, 1),  # over a weekend
        (21, 23, 1),  # due on a Saturday
        (23, 25, 1),  # 24/11 is off
        (17, 26, 6),
    ],
)
def test_lateness_is_counted_in_working_days(due: int, today: int, late: int) -> None:
    assert days_late(date(2026, 11, due), date(2026, 11, today), CALENDAR) == late


@pytest.mark.parametrize(
    ("late", "told", "owed"),
    [
        (0, {}, None),
        (1, {}, "person"),
        (1, {"person": 0}, "unit_head"),
        (2, {"person": 1, "unit_head": 1}, None),
        (3, {"person": 2, "unit_head": 2}, "leader"),
        (4, {"person": 3, "unit_head": 3, "leader": 1}, None),
        (5, {"person": 4, "unit_head": 4, "leader": 2}, "chair"),
        (9, {"person": 8, "unit_head": 8, "leader": 6, "chair": 4}, None),
        (9, {"person": 8, "leader": 6}, "chair"),  # a head who came later is left out
        (9, {}, "person"),  # a machine that was off: from the bottom
        (9, {"person": 0}, "unit_head"),
    ],
)
def test_the_next_rung_is_told_when_its_day_has_come(
    late: int, told: dict[str, int], owed: str | None
) -> None:
    today = date(2026, 11, 30)
    moments = {who: morning(today - timedelta(days=ago)) for who, ago in told.items()}
    assert rung_owed(RUNGS, late, moments, at(today)) == owed


def test_who_was_told_at_noon_has_until_the_next_day() -> None:
    today = date(2026, 11, 18)
    late_digest = {"person": at(today) + timedelta(minutes=3)}
    assert rung_owed(RUNGS, 1, late_digest, at(today)) is None
    assert rung_owed(RUNGS, 2, late_digest, at(today + timedelta(days=1))) == "unit_head"


def test_a_rung_that_nobody_stands_on_is_left_out() -> None:
    rungs = (Rung("person", 1), Rung("chair", 5))
    told = {"person": morning(DUE)}
    assert rung_owed(rungs, 4, told, at(date(2026, 11, 23))) is None
    assert rung_owed(rungs, 5, told, at(date(2026, 11, 25))) == "chair"


@st.composite
def ladders(draw: st.DrawFn) -> tuple[Rung, ...]:
    """Some of the rungs, with rising numbers of days."""
    who = draw(st.lists(st.sampled_from(["unit_head", "leader", "chair"]), unique=True))
    ordered = [one for one in ("unit_head", "leader", "chair") if one in who]
    days = sorted(draw(st.sets(st.integers(1, 12), min_size=len(ordered), max_size=len(ordered))))
    return (Rung("person", 1), *map(Rung, ordered, days))


@settings(max_examples=150)
@given(
    rungs=ladders(),
    off=st.sets(st.integers(0, 45)),
    late_digests=st.sets(st.integers(0, 45)),
    reported=st.integers(0, 60),
)
def test_any_life_of_a_duty_climbs_in_order_and_stops_at_the_report(
    rungs: tuple[Rung, ...], off: set[int], late_digests: set[int], reported: int
) -> None:
    """Each day: the morning's digest (or a late one), then the ladder; machine off on some days."""
    told: dict[str, datetime] = {}
    heard: list[tuple[str, date, int]] = []
    for offset in range(46):
        today = DUE + timedelta(days=offset)
        late = days_late(DUE, today, CALENDAR)
        if offset in off or offset >= reported or not CALENDAR.is_workday(today):
            continue
        if late >= 1 and "person" not in told:
            told["person"] = at(today, time(15)) if offset in late_digests else morning(today)
            heard.append(("person", today, late))
        while (who := rung_owed(rungs, late, told, at(today))) and who != "person":
            told[who] = at(today)
            heard.append((who, today, late))
    names = [who for who, _day, _late in heard]
    after = {rung.who: rung.after for rung in rungs}
    assert names == [rung.who for rung in rungs][: len(names)]
    assert all(late >= after[who] for who, _day, late in heard)
    days = [day for who, day, _late in heard if who != "person"]
    assert len(days) == len(set(days)), "one rung a day"
    assert all(day < DUE + timedelta(days=reported) for _who, day, _late in heard)
    if not off and not late_digests and reported > 45:
        assert names == [rung.who for rung in rungs], "in the end everybody was told"
