"""The ladder through the real App: in order, each rung once, one message a day; silent after the report."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.domain.ward import PeriodRules
from bot.domain.workdays import WARD_ZONE
from db.models import Person, Reminder
from db.session import Sessions
from tests.driver import Stage
from tests.handlers.desk import stage

RUNGS = ("person", "unit_head", "leader", "chair")


def days(played: Stage, first: str, count: int, off: frozenset[int] = frozenset()) -> None:
    """Feel a tick at the hours of the rules on each of `count` days, and send what it made.

    The machine is off on some. What is never sent is taken back in the evening, and told to nobody.
    """
    begins = datetime.strptime(first, "%d/%m/%Y").replace(tzinfo=WARD_ZONE)
    for offset in range(count):
        for hour, minute in ((7, 30), (13, 29), (13, 30), (16, 0)):
            if offset not in off:
                at = begins + timedelta(days=offset, hours=hour, minutes=minute)
                if at > played.clock.now():
                    played.clock.set(at)
                    played.app.tick()
                    played.spoken()


def told(sessions: Sessions) -> dict[str, list[tuple[str, date]]]:
    """Who was told of each matter, on which day: the owner by the digest, the others on the ladder."""
    found: defaultdict[str, list[tuple[str, date]]] = defaultdict(list)
    with sessions() as session:
        for row in session.scalars(select(Reminder).order_by(Reminder.id)):
            for key, said in row.stages.items():
                if row.kind == "escalation":
                    found[key].append((str(said), row.at.date()))
                elif said == "overdue" and "person" not in [who for who, _day in found[key]]:
                    found[key].append(("person", row.at.date()))
    return found


def test_every_matter_climbs_in_order_and_each_rung_is_told_once(sessions: Sessions, tmp_path: Path) -> None:
    days(stage(sessions, tmp_path, people="tất cả"), "16/11/2026", 16)
    climbed = told(sessions)
    assert any([who for who, _day in rows] == list(RUNGS) for rows in climbed.values())
    for key, rows in climbed.items():
        places = [RUNGS.index(who) for who, _day in rows]
        assert places == sorted(places), key
        assert max(Counter(who for who, _day in rows if who != "unit_head").values()) == 1, key


def test_a_machine_that_was_off_climbs_one_rung_a_day(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="tất cả")
    days(played, "16/11/2026", 16, off=frozenset(range(1, 10)))
    for key, rows in told(sqlite_sessions).items():
        escalated = [when for who, when in rows if who not in {"person", "unit_head"}]
        assert len(escalated) == len(set(escalated)), key


def test_one_message_for_each_recipient_and_day(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    days(stage(sqlite_sessions, tmp_path, people="tất cả"), "16/11/2026", 12)
    with sqlite_sessions() as session:
        rows = session.scalars(select(Reminder).where(Reminder.kind == "escalation")).all()
        made = Counter((row.recipient, row.subject) for row in rows)
    assert max(made.values()) == 1
    assert {subject for _who, subject in made} <= {
        f"2026-11-{day:02}" for day in (16, 17, 18, 19, 20, 23, 25, 26, 27)
    }, "working days only"


def test_nothing_is_told_after_the_report(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="tất cả", begins="20/11/2026")
    days(played, "23/11/2026", 1)
    assert "unit_head" in [who for who, _day in told(sqlite_sessions)["NV-007 - 2026-11-20"]]
    played.say("Sơn", "nv-007 xong")
    days(played, "25/11/2026", 8)
    assert [who for who, _day in told(sqlite_sessions)["NV-007 - 2026-11-20"]] == ["person", "unit_head"]


def test_who_cannot_be_reached_is_passed_over(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Sơn, Hùng", begins="20/11/2026")
    days(played, "23/11/2026", 8)
    assert [who for who, _day in told(sqlite_sessions)["NV-007 - 2026-11-20"]] == ["person", "chair"]


def test_an_extension_starts_the_ladder_anew(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Sơn, Cường, Dũng, Hùng", begins="20/11/2026")
    played.say("Sơn", "xin gia hạn NV-007 đến 25/11 vì chờ kinh phí")
    played.say("Dũng", "đồng ý")
    days(played, "23/11/2026", 4)
    climbed = told(sqlite_sessions)
    assert "NV-007 - 2026-11-20" not in climbed
    assert [who for who, _day in climbed["NV-007 - 2026-11-25"]] == ["person", "unit_head"]


def test_a_chair_on_leave_is_not_told_and_who_acts_for_him_is(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    played = stage(sqlite_sessions, tmp_path, people="tất cả")
    played.say("Hùng", "/nghi từ 17/11/2026 đến 11/12/2026 nhờ đồng chí Dũng")
    played.spoken()
    days(played, "17/11/2026", 12)
    with sqlite_sessions() as session:
        ids = {row.code: f"person:{row.id}" for row in session.scalars(select(Person))}
        rows = session.scalars(select(Reminder).where(Reminder.kind == "escalation")).all()
    as_chair = {row.recipient for row in rows if "chair" in row.stages.values()}
    assert ids["hung"] not in {row.recipient for row in rows}
    assert ids["dung"] in as_chair


def test_the_ladder_begins_after_the_grace(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="tất cả")
    (code, office), *_ = played.app.offices.items()
    rules = replace(office.rules, periods={"month": PeriodRules(grace=1)})
    played.app.offices.update({code: replace(office, rules=rules)})  # type: ignore[attr-defined]
    days(played, "17/11/2026", 8)
    climbed = told(sqlite_sessions)
    on = dict(climbed["CT07b 2026-11 2026-11-17"])
    assert on["person"] == date(2026, 11, 18), "the owner is reminded by the due itself"
    assert on["unit_head"] == date(2026, 11, 19)
    assert on["leader"] == date(2026, 11, 23)
    assert dict(climbed["NV-007 - 2026-11-20"])["unit_head"] == date(2026, 11, 23), (
        "no grace for a task's day"
    )
