"""More time: read out of what is typed, decided once, and moving everything that hangs on the due day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from db import extensions
from db.models import Extension, Item, Person
from db.session import Sessions
from handlers.extensions.why import reason_in
from handlers.standings.duties import duty_of
from tests.handlers.desk import Desk, day, moment, stage


@pytest.mark.parametrize(
    ("words", "date_said", "reason"),
    [
        ("xin gia hạn đến 25/11 vì chờ hướng dẫn của Sở Xây dựng", "25/11", "chờ hướng dẫn của Sở Xây dựng"),
        ("vì mưa kéo dài, xin gia hạn đến 25/11", "25/11", "mưa kéo dài"),
        ("xin gia han den 25/11, ly do cho van ban so", "25/11", "cho van ban so"),
        ("gia hạn đến 25/11: chờ kinh phí", "25/11", "chờ kinh phí"),
        ("gia han den 25/11 cho van ban cua so", "25/11", "cho van ban cua so"),
        ("cho em gia hạn đến 25/11", "25/11", ""),
        ("do 2 cán bộ nghỉ ốm", None, "2 cán bộ nghỉ ốm"),
        ("chưa đủ hồ sơ", None, "chưa đủ hồ sơ"),
        ("xin gia hạn đến 25/11", "25/11", ""),
        ("cho em xin thêm 3 ngày ạ", "3 ngày", ""),
        ("em xin gửi chậm đến thứ 4", "thứ 4", ""),
        ("80% xin gia hạn đến 25/11", "25/11", ""),
        ("", None, ""),
    ],
)
def test_the_reason_is_what_is_no_part_of_the_request(words: str, date_said: str | None, reason: str) -> None:
    start = words.find(date_said) if date_said else -1
    span = (start, start + len(date_said)) if date_said else None
    assert reason_in(words, span) == reason


def ask(desk: Desk, key: str, until: str, period: str | None = None) -> int:
    """A request of the item's owner, made on 16/11."""
    with desk.sessions.begin() as session:
        item = session.scalars(select(Item).where(Item.key == key)).one()
        row = Extension(
            ward_id=item.ward_id,
            item_id=item.id,
            period=period,
            asked_by_id=item.owner_id,
            asked_at=moment("16/11/2026"),
            old_due=item.due_on or date(2026, 11, 17),
            asked_due=day(until),
            reason="chờ văn bản",
        )
        session.add(row)
        session.flush()
        return row.id


def decide(desk: Desk, row_id: int, on: str, due: str | None) -> bool:
    with desk.sessions.begin() as session:
        by = session.scalars(select(Person.id).where(Person.code == "dung")).one()
        row = session.get_one(Extension, row_id)
        return extensions.decide(session, row, by, moment(on), day(due) if due else None, None)


def test_a_request_is_decided_once(sessions: Sessions) -> None:
    desk = Desk(sessions)
    row = ask(desk, "NV-007", "25/11/2026")
    assert decide(desk, row, "17/11/2026", None)
    assert not decide(desk, row, "18/11/2026", "25/11/2026")
    with sessions() as session:
        assert session.get_one(Extension, row).state == "refused"


def test_a_granted_extension_moves_the_due_day_from_then_on(sessions: Sessions) -> None:
    desk = Desk(sessions)
    row = ask(desk, "NV-007", "25/11/2026")
    before = desk.look("16/11/2026")["NV-007"]
    assert before.extended.asked is not None
    assert decide(desk, row, "17/11/2026", "25/11/2026")
    after = desk.look("23/11/2026")["NV-007"]
    assert (before.due, after.due) == (
        moment("20/11/2026").replace(hour=16, minute=30),
        moment("25/11/2026").replace(hour=16, minute=30),
    )
    assert (after.task, after.missing, after.extended.times) == ("due_soon", False, 1)
    old, new = duty_of(before), duty_of(after)
    assert old is not None
    assert new is not None
    assert old.key != new.key, "its stages start anew"
    assert desk.look("16/11/2026")["NV-007"].due == before.due, "what was decided later did not hold then"


def test_a_task_done_within_its_extension_is_in_time(sqlite_sessions: Sessions) -> None:
    desk = Desk(sqlite_sessions)
    desk.progress("NV-007", "24/11/2026", "done")
    assert desk.look("26/11/2026")["NV-007"].task == "done_late"
    assert decide(desk, ask(desk, "NV-007", "25/11/2026"), "17/11/2026", "25/11/2026")
    assert desk.look("26/11/2026")["NV-007"].task == "done_on_time"


def test_an_extension_of_one_period_leaves_the_next_alone(sqlite_sessions: Sessions) -> None:
    desk = Desk(sqlite_sessions)
    assert decide(desk, ask(desk, "CT07b", "20/11/2026", "2026-11"), "17/11/2026", "20/11/2026")
    november, december = desk.look("18/11/2026")["CT07b"], desk.look("16/12/2026")["CT07b"]
    assert november.due is not None
    assert november.due.date() == date(2026, 11, 20)
    assert not november.missing
    assert december.period is not None
    assert (december.period.key, december.extended.times) == ("2026-12", 0)


def test_a_refusal_moves_nothing(sqlite_sessions: Sessions) -> None:
    desk = Desk(sqlite_sessions)
    row = ask(desk, "NV-007", "25/11/2026")
    assert decide(desk, row, "17/11/2026", None)
    one = desk.look("23/11/2026")["NV-007"]
    assert (one.task, one.extended.times, one.extended.asked) == ("overdue", 0, None)


def test_asking_anew_replaces_what_waits(sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sessions, tmp_path, people="Sơn, Dũng")
    played.say("Sơn", "xin gia hạn NV-007 đến 25/11 vì chờ văn bản")
    played.say("Sơn", "xin gia hạn NV-007 đến 27/11 vì chờ văn bản")
    with sessions() as session:
        rows = session.scalars(select(Extension).order_by(Extension.id)).all()
        assert [(row.state, row.asked_due.day) for row in rows] == [("replaced", 25), ("asked", 27)]
