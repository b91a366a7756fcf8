"""Reminders owed: tables of stages and messages, and any machine that is off for hours or days."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reminding import Duty, Kind, Owed, Stage, digest_owed, due_day_owed, stage_of
from bot.domain.ward import WardRules
from bot.domain.workdays import WARD_ZONE, WorkCalendar, local, may_send

RULES = WardRules(code="tan-an", name="Tân An")
CALENDAR = WorkCalendar(off=frozenset({date(2026, 11, 24)}))


def on(text: str) -> datetime:
    """A text like "17/11 16:30", in 2026, on the ward's clock."""
    when, clock = text.split()
    day, month = when.split("/")
    return datetime.combine(date(2026, int(month), int(day)), time.fromisoformat(clock), WARD_ZONE)


FIGURE = Duty("CT05", "2026-11", on("17/11 16:30"), "figure")
TASK = Duty("NV-022", None, on("20/11 16:30"), "task")


@pytest.mark.parametrize(
    ("due", "stages", "today", "stage"),
    [
        ("17/11", (2, 0), "12/11", None),
        ("17/11", (2, 0), "13/11", 2),  # Friday: two working days before Tuesday
        ("17/11", (2, 0), "16/11", 2),
        ("17/11", (2, 0), "17/11", 0),
        ("17/11", (2, 0), "18/11", "overdue"),
        ("20/11", (7, 3, 1, 0), "10/11", None),
        ("20/11", (7, 3, 1, 0), "11/11", 7),
        ("20/11", (7, 3, 1, 0), "17/11", 3),
        ("20/11", (7, 3, 1, 0), "19/11", 1),
        ("24/11", (7, 3, 1, 0), "20/11", 1),  # a day off: the last working day before is Monday
        ("24/11", (7, 3, 1, 0), "23/11", 0),
        ("24/11", (7, 3, 1, 0), "25/11", "overdue"),
        ("21/11", (0,), "20/11", 0),  # a Saturday
        ("21/11", (0,), "19/11", None),
    ],
)
def test_the_stage_that_a_duty_has_reached(
    due: str, stages: tuple[int, ...], today: str, stage: Stage | None
) -> None:
    duty = replace(TASK, due=on(f"{due} 16:30"))
    assert stage_of(duty, on(f"{today} 00:00").date(), CALENDAR, stages) == stage


def digest(
    now: str, *duties: Duty, told: dict[str, Stage] | None = None, sent: bool = False
) -> dict[str, Stage]:
    owed = digest_owed(duties, on(now), RULES, CALENDAR, already_sent_today=sent, told=told or {})
    return {one.duty.item: one.stage for one in owed}


@pytest.mark.parametrize(
    ("now", "owed"),
    [
        ("16/11 07:29", {}),
        ("16/11 07:30", {"CT05": 2, "NV-022": 7}),
        ("16/11 11:29", {"CT05": 2, "NV-022": 7}),  # the machine was off at half past seven
        ("16/11 12:00", {}),
        ("16/11 16:59", {"CT05": 2, "NV-022": 7}),
        ("16/11 17:00", {}),
        ("15/11 09:00", {}),  # Sunday
        ("18/11 07:30", {"CT05": "overdue", "NV-022": 3}),
        ("24/11 09:00", {}),  # a day off
    ],
)
def test_one_digest_in_the_sending_hours_says_what_has_come_up(now: str, owed: dict[str, Stage]) -> None:
    assert digest(now, FIGURE, TASK) == owed


def test_the_digest_names_what_is_due_first_before_the_rest() -> None:
    owed = digest_owed([TASK, FIGURE], on("16/11 07:30"), RULES, CALENDAR, already_sent_today=False, told={})
    assert owed == (Owed(FIGURE, 2), Owed(TASK, 7))


def test_a_second_digest_is_not_owed_on_the_same_day() -> None:
    assert digest("18/11 09:00", FIGURE, TASK, sent=True) == {}


def test_a_stage_is_told_once_and_what_is_overdue_every_working_day() -> None:
    assert digest("16/11 07:30", FIGURE, told={FIGURE.key: 2}) == {}
    assert digest("17/11 07:30", FIGURE, told={FIGURE.key: 2}) == {"CT05": 0}
    assert digest("18/11 07:30", FIGURE, told={FIGURE.key: 0}) == {"CT05": "overdue"}
    assert digest("19/11 07:30", FIGURE, told={FIGURE.key: "overdue"}) == {"CT05": "overdue"}


def test_a_reported_duty_is_not_reminded_of() -> None:
    assert digest("18/11 07:30", replace(FIGURE, reported=True)) == {}


def test_an_extension_starts_the_stages_anew() -> None:
    extended = replace(TASK, due=on("25/11 16:30"))
    assert digest("20/11 07:30", TASK, told={TASK.key: 0}) == {}
    assert digest("20/11 07:30", extended, told={TASK.key: 0}) == {"NV-022": 3}


def test_a_moment_in_another_time_zone_is_the_same_moment() -> None:
    duty = replace(FIGURE, due=FIGURE.due.astimezone(UTC))
    now = on("17/11 07:30").astimezone(UTC)
    owed = digest_owed([duty], now, RULES, CALENDAR, already_sent_today=False, told={FIGURE.key: 2})
    assert owed == (Owed(duty, 0),)


def afternoon(
    now: str, *duties: Duty, digest_at: str | None = "17/11 07:30", sent: bool = False
) -> list[str]:
    digest_sent_at = on(digest_at) if digest_at else None
    owed = due_day_owed(
        duties, on(now), RULES, CALENDAR, already_sent_today=sent, digest_sent_at=digest_sent_at
    )
    return [duty.item for duty in owed]


def test_the_afternoon_of_the_due_day_says_what_is_still_missing() -> None:
    assert afternoon("17/11 13:29", FIGURE, TASK) == []
    assert afternoon("17/11 13:30", FIGURE, TASK) == ["CT05"]
    assert afternoon("17/11 16:30", FIGURE, TASK) == ["CT05"]
    assert afternoon("17/11 16:31", FIGURE, TASK) == [], "late from now on: tomorrow's digest says so"
    assert afternoon("17/11 13:30", replace(FIGURE, reported=True)) == []
    assert afternoon("17/11 13:40", FIGURE, sent=True) == []
    assert afternoon("16/11 13:30", FIGURE) == []


def test_a_deadline_on_a_day_off_has_its_afternoon_on_the_last_working_day_before() -> None:
    assert afternoon("23/11 14:00", replace(TASK, due=on("24/11 16:30"))) == ["NV-022"]


def test_a_digest_that_was_as_late_as_the_afternoon_is_not_followed_by_another_message() -> None:
    assert afternoon("17/11 14:10", FIGURE, digest_at="17/11 14:00") == []
    assert afternoon("17/11 14:10", FIGURE, digest_at="16/11 14:00") == ["CT05"]
    assert afternoon("17/11 14:10", FIGURE, digest_at=None) == ["CT05"]


# --- any machine, any office ---------------------------------------------------------------------


@dataclass
class Sent:
    """What a person got, and what the reminder rows would remember."""

    digests: list[tuple[datetime, tuple[Owed, ...]]] = field(default_factory=list)
    afternoons: list[tuple[datetime, tuple[Duty, ...]]] = field(default_factory=list)
    told: dict[str, Stage] = field(default_factory=dict)

    def tick(self, duties: list[Duty], now: datetime) -> None:
        digest_at = next((at for at, _ in self.digests if at.date() == now.date()), None)
        owed = digest_owed(
            duties, now, RULES, CALENDAR, already_sent_today=digest_at is not None, told=self.told
        )
        if owed:
            self.digests.append((now, owed))
            self.told |= {one.duty.key: one.stage for one in owed}
            digest_at = now
        missing = due_day_owed(
            duties,
            now,
            RULES,
            CALENDAR,
            already_sent_today=any(at.date() == now.date() for at, _ in self.afternoons),
            digest_sent_at=digest_at,
        )
        if missing:
            self.afternoons.append((now, missing))


KINDS: tuple[Kind, ...] = ("figure", "task", "word")
START = on("09/11 00:00")
minutes = st.one_of(st.integers(1, 240), st.integers(240, 3 * 24 * 60))
ticks = st.lists(minutes, min_size=1, max_size=60).map(
    lambda gaps: [START + timedelta(minutes=sum(gaps[: n + 1])) for n in range(len(gaps))]
)
report_moments = st.none() | st.integers(0, 25 * 24 * 60).map(lambda n: START + timedelta(minutes=n))


@st.composite
def promises(draw: st.DrawFn) -> list[tuple[Duty, datetime | None]]:
    """Duties due within three weeks, each with the moment at which it will be reported, or never."""
    drawn = []
    for n in range(draw(st.integers(1, 5))):
        due = START + timedelta(days=draw(st.integers(0, 21)), hours=draw(st.sampled_from([9, 11, 16])))
        kind = draw(st.sampled_from(KINDS))
        period = None if kind == "task" else "2026-11"
        drawn.append((Duty(f"CT{n:02}", period, due, kind), draw(report_moments)))
    return drawn


def duties_at(now: datetime, promised: list[tuple[Duty, datetime | None]]) -> list[Duty]:
    return [replace(duty, reported=bool(at and at <= now)) for duty, at in promised]


def advance(stage: Stage) -> int:
    return -1 if stage == "overdue" else stage


@settings(max_examples=150)
@given(promises(), ticks)
def test_whenever_the_machine_runs_each_stage_is_told_once_or_overtaken_and_never_out_of_hours(
    promised: list[tuple[Duty, datetime | None]], moments: list[datetime]
) -> None:
    sent = Sent()
    for now in moments:
        duties = duties_at(now, promised)
        sent.tick(duties, now)
        if may_send(now, RULES.windows, CALENDAR):  # nothing that has come up is left untold
            for duty in duties:
                stage = stage_of(
                    duty,
                    now.date(),
                    CALENDAR,
                    RULES.task_stages if duty.kind == "task" else RULES.figure_stages,
                )
                assert duty.reported or sent.told.get(duty.key) == stage

    for messages in (sent.digests, sent.afternoons):
        assert all(may_send(at, RULES.windows, CALENDAR) for at, _ in messages)
        days = [at.date() for at, _ in messages]
        assert len(days) == len(set(days))
    for duty, reported_at in promised:
        stages = [(at, one.stage) for at, owed in sent.digests for one in owed if one.duty.key == duty.key]
        before_due = [advance(stage) for _, stage in stages if stage != "overdue"]
        assert before_due == sorted(set(before_due), reverse=True), "each once, in order"
        assert [advance(stage) for _, stage in stages] == sorted(
            (advance(stage) for _, stage in stages), reverse=True
        )
        told_at = [at for at, _ in stages] + [
            at for at, missing in sent.afternoons for one in missing if one.key == duty.key
        ]
        assert reported_at is None or all(at < reported_at for at in told_at)


@settings(max_examples=40)
@given(promises(), st.integers(3, 25))
def test_a_machine_that_is_never_off_tells_every_stage_at_half_past_seven(
    promised: list[tuple[Duty, datetime | None]], step: int
) -> None:
    sent = Sent()
    now = START
    while now < START + timedelta(days=14):
        sent.tick(duties_at(now, promised), now)
        now += timedelta(minutes=step)
    morning = timedelta(minutes=step)
    for at, _ in sent.digests:
        assert at - local(at).replace(hour=7, minute=30) < morning
    for at, _ in sent.afternoons:
        assert at - local(at).replace(hour=13, minute=30) < morning
