"""What each person had to report and did, by month: recounted from the rows, told without any rating."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from bot.domain.reading.words import fold
from bot.domain.ward import PeriodRules
from db import audit
from db.models import Explanation, Extension, Item, Person
from db.session import Sessions
from handlers.situation.counts import Tally, tallies
from handlers.turn import Office
from tests.handlers.desk import Desk, day, moment, stage

NOW = moment("20/11/2026")


@pytest.fixture
def desk(sqlite_sessions: Sessions) -> Desk:
    return Desk(sqlite_sessions)


def person_id(desk: Desk, name: str) -> int:
    with desk.sessions() as session:
        return session.scalars(select(Person.id).where(Person.name.endswith(name))).one()


def counted(desk: Desk, name: str, month: str, now: datetime = NOW) -> Tally:
    with desk.sessions() as session:
        found = tallies(session, now, desk.office, desk.ward(now))
    return found.get((person_id(desk, name), month), Tally())


def with_grace(desk: Desk, working_days: int) -> Office:
    rules = replace(desk.office.rules, periods={"month": PeriodRules(grace=working_days)})
    return replace(desk.office, rules=rules)


def change(before: Tally, after: Tally) -> Tally:
    return Tally(*(new - old for old, new in zip(astuple(before), astuple(after), strict=True)))


def reported(desk: Desk, as_of: str, at: datetime, **more: object) -> None:
    desk.report("CT07b", as_of, "180", reported_at=at, person_id=person_id(desk, "Minh"), **more)


def test_a_report_counts_in_the_month_of_its_deadline(desk: Desk) -> None:
    before = counted(desk, "Minh", "2026-10")
    assert (before.due, before.missing, before.in_time) == (before.missing, before.missing, 0)
    reported(desk, "14/10/2026", moment("16/10/2026", 16))
    assert change(before, counted(desk, "Minh", "2026-10")) == Tally(missing=-1, in_time=1)


def test_a_correction_does_not_make_a_report_late(desk: Desk) -> None:
    before = counted(desk, "Minh", "2026-10")
    reported(desk, "14/10/2026", moment("15/10/2026"))
    reported(desk, "14/10/2026", moment("19/10/2026"))
    assert change(before, counted(desk, "Minh", "2026-10")) == Tally(missing=-1, in_time=1)


def test_a_report_after_the_deadline_is_late_unless_more_time_was_granted(desk: Desk) -> None:
    before = {month: counted(desk, "Minh", month) for month in ("2026-10", "2026-11")}
    reported(desk, "14/11/2026", moment("18/11/2026"))
    assert change(before["2026-11"], counted(desk, "Minh", "2026-11")) == Tally(missing=-1, late=1)
    minh = person_id(desk, "Minh")
    with desk.sessions.begin() as session:
        item = session.scalars(select(Item).where(Item.key == "CT07b")).one()
        session.add(
            Extension(
                ward_id=item.ward_id,
                item_id=item.id,
                period="2026-11",
                asked_by_id=minh,
                asked_at=moment("16/11/2026"),
                old_due=day("17/11/2026"),
                asked_due=day("19/11/2026"),
                reason="chờ số",
                state="granted",
                decided_at=moment("17/11/2026"),
                decided_due=day("19/11/2026"),
            )
        )
    more = change(before["2026-11"], counted(desk, "Minh", "2026-11"))
    assert more == Tally(missing=-1, in_time=1, asked=1, granted=1)
    assert counted(desk, "Minh", "2026-10") == before["2026-10"]


def test_a_day_that_a_leader_set_himself_is_nobodys_request(desk: Desk) -> None:
    chair = person_id(desk, "Hùng")
    with desk.sessions.begin() as session:
        item = session.scalars(select(Item).where(Item.key == "NV-007")).one()
        by = {"asked_by_id": chair, "decided_by_id": chair}
        at = {"asked_at": NOW, "decided_at": NOW}
        until = day("30/11/2026")
        days = {"old_due": day("20/11/2026"), "asked_due": until, "decided_due": until}
        where = {"ward_id": item.ward_id, "item_id": item.id}
        session.add(Extension(**where, **by, **at, **days, reason="NV-007 hạn 30/11", state="granted"))
    assert counted(desk, "Hùng", "2026-11") == Tally()
    extended = desk.look("21/11/2026")["NV-007"].extended
    assert (extended.due, extended.times) == (until, 0)


@pytest.mark.parametrize(
    ("at", "became"),
    [
        (moment("18/11/2026", 16) + timedelta(minutes=30), Tally(missing=-1, in_time=1)),
        (moment("18/11/2026", 16) + timedelta(minutes=31), Tally(missing=-1, late=1)),
    ],
)
def test_a_report_is_in_time_to_the_last_minute_of_its_grace(desk: Desk, at: datetime, became: Tally) -> None:
    desk.office = with_grace(desk, 1)
    before = counted(desk, "Minh", "2026-11")
    reported(desk, "14/11/2026", at)
    assert change(before, counted(desk, "Minh", "2026-11")) == became


def test_what_is_within_its_grace_is_not_missing_yet(desk: Desk) -> None:
    assert counted(desk, "Minh", "2026-11").missing
    desk.office = with_grace(desk, 4)
    assert counted(desk, "Minh", "2026-11") == Tally()


def test_a_figure_of_the_middle_of_a_period_is_no_report_of_it(desk: Desk) -> None:
    before = counted(desk, "Minh", "2026-10")
    reported(desk, "20/9/2026", moment("21/9/2026"), period="2026-10")
    assert counted(desk, "Minh", "2026-10") == before


def test_what_fell_due_is_in_time_late_or_missing(desk: Desk) -> None:
    reported(desk, "14/10/2026", moment("19/10/2026"))
    with desk.sessions() as session:
        found = tallies(session, NOW, desk.office, desk.ward(NOW)).values()
    assert all(one.due == one.in_time + one.late + one.missing for one in found)


def test_nothing_was_due_before_a_task_began(desk: Desk) -> None:
    before = counted(desk, "Minh", "2026-10"), counted(desk, "Minh", "2026-11")
    with desk.sessions.begin() as session:
        item = session.scalars(select(Item).where(Item.key == "NV-022")).one()
        assert (item.frequency, item.due_on) == ("month", None)
        item.begins_on = day("17/11/2026")
    after = counted(desk, "Minh", "2026-10"), counted(desk, "Minh", "2026-11")
    assert change(before[0], after[0]) == Tally(due=-1, missing=-1)
    assert before[1] == after[1]


@pytest.mark.parametrize("state", ["cancelled", "paused"])
def test_nothing_is_due_of_a_task_after_it_was_stopped(desk: Desk, state: str) -> None:
    before = counted(desk, "Minh", "2026-10"), counted(desk, "Minh", "2026-11")
    desk.progress("NV-022", "20/10/2026", state, period="")
    after = counted(desk, "Minh", "2026-10"), counted(desk, "Minh", "2026-11")
    assert before[0] == after[0], "what fell due before it was stopped stays"
    assert change(before[1], after[1]) == Tally(due=-1, missing=-1)
    desk.progress("NV-022", "10/11/2026", "not_done", period="")
    assert counted(desk, "Minh", "2026-11") == before[1], "taken up again"


def test_a_task_that_is_overdue_and_not_done_counts_for_who_had_it_when_it_fell_due(desk: Desk) -> None:
    before, later = counted(desk, "Sơn", "2026-11"), moment("25/11/2026")
    then = counted(desk, "Sơn", "2026-11", later)
    assert (before.tasks_open, then.tasks_open) == (0, 1)
    son = person_id(desk, "Sơn")
    desk.progress("NV-007", "24/11/2026", "in_progress", person_id=son)
    assert counted(desk, "Sơn", "2026-11", later).tasks_open == 1
    desk.progress("NV-007", "24/11/2026", "done", person_id=son)
    done = counted(desk, "Sơn", "2026-11", later)
    assert (done.tasks_open, done.tasks_late) == (0, 1)


def test_what_was_handed_over_after_its_deadline_stays_with_who_had_it_then(desk: Desk) -> None:
    now = moment("25/11/2026")
    before = counted(desk, "Sơn", "2026-11", now)
    ids = [person_id(desk, name) for name in ("Sơn", "Cường")]
    with desk.sessions.begin() as session:
        son, cuong = (session.get_one(Person, one) for one in ids)
        for item in session.scalars(select(Item).where(Item.owner_id == son.id)):
            item.owner_id = cuong.id
            audit.note(
                session,
                moment("24/11/2026"),
                "assign",
                item.key,
                ward_id=item.ward_id,
                before=son.code,
                after=cuong.code,
            )
    assert before.tasks_open
    assert before.missing
    assert counted(desk, "Sơn", "2026-11", now) == before


@pytest.mark.parametrize("key", ["CT07b", "NV-007"])
def test_an_objective_reason_that_was_confirmed_is_told_beside_what_is_late(desk: Desk, key: str) -> None:
    now, chair = moment("25/11/2026"), person_id(desk, "Hùng")
    who = "Minh" if key == "CT07b" else "Sơn"
    before = counted(desk, who, "2026-11", now)
    with desk.sessions.begin() as session:
        item = session.scalars(select(Item).where(Item.key == key)).one()
        asked = {
            "asked_by_id": chair,
            "asked_of_id": item.owner_id,
            "asked_at": NOW,
            "due_on": day("23/11/2026"),
        }
        period = "2026-11" if key == "CT07b" else None
        marked = {"objective_by_id": chair, "objective_at": NOW}
        session.add(Explanation(ward_id=item.ward_id, item_id=item.id, period=period, **asked, **marked))
    assert change(before, counted(desk, who, "2026-11", now)) == Tally(objective=1)


def test_a_task_that_was_stopped_is_nobodys_done_task(desk: Desk) -> None:
    before, son = counted(desk, "Sơn", "2026-11"), person_id(desk, "Sơn")
    desk.progress("NV-007", "10/11/2026", "done", person_id=son)
    assert change(before, counted(desk, "Sơn", "2026-11")).tasks_in_time == 1
    desk.progress("NV-007", "12/11/2026", "cancelled", period="", person_id=son)
    assert counted(desk, "Sơn", "2026-11") == before


def test_the_clerks_file_has_the_counts_and_the_chairs_has_not(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Lan, Hùng, Minh", begins="16/11/2026")
    played.move_to("tắt máy đến 18/11/2026 12:00")
    played.say("Minh", "bhxh tháng 11 201")
    played.say("Lan", "/tonghop tháng 11")
    played.move_to("18/11/2026 12:01")
    played.say("Hùng", "/tonghop tháng 11")
    clerks, chairs = sorted(tmp_path.rglob("*.xlsx"))
    pages = openpyxl.load_workbook(clerks)
    assert "Theo cán bộ" not in openpyxl.load_workbook(chairs).sheetnames
    head, *rows = list(pages["Theo cán bộ"].iter_rows(min_row=3, values_only=True))
    assert head[:4] == ("Đơn vị", "Họ tên", "Tháng", "Báo cáo đến hạn")
    minh = next(row for row in rows if str(row[1]).endswith("Minh") and row[2] == "2026-11")
    due, *kinds = (int(str(cell)) for cell in minh[3:7])
    assert kinds == [0, 1, due - 1]
    keys = [tuple(fold(str(cell)) for cell in row[:3]) for row in rows]
    assert keys == sorted(keys)
