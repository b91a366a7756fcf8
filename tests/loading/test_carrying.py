"""Last year's open tasks go over into this year's plan: once, with all that is known of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.ward import Preset
from bot.domain.workdays import WARD_ZONE
from bot.loading.carrying import carry_over, is_wanted, open_tasks, want
from db import extensions, figures
from db.models import Confirmation, Extension, Item, Obstacle, Person, Progress, Ward
from db.session import Sessions
from tests.loading.plans import load, small

NOW = datetime(2027, 1, 4, 8, tzinfo=WARD_ZONE)


@pytest.fixture
def loaded(sqlite_sessions: Sessions, tmp_path: Path) -> Sessions:
    """Two years' plans; of last year's tasks NV-001 is done, and NV-002 is open."""
    document = small(tmp_path)
    with sqlite_sessions.begin() as session:
        load(session, document, now=NOW.replace(year=2026))
        done = session.scalars(select(Item).where(Item.key == "NV-001")).one()
        said = {"period": "2026-03", "reported_at": NOW, "at": NOW}
        session.add(Progress(ward_id=done.ward_id, item_id=done.id, state="done", **said))
        again = replace(document, title="Kế hoạch năm 2027", year=2027)
        applied = load(session, again, now=NOW)
        assert [one for one in applied.warnings if "--carry-over" in one and one.startswith("1 ")]
    return sqlite_sessions


def test_what_is_open_goes_over_once_with_all_that_is_known_of_it(loaded: Sessions) -> None:
    with loaded.begin() as session:
        ward = session.scalars(select(Ward)).one()
        ((old, new),) = carry_over(session, ward.id, 2027, NOW, Preset())
        assert (old.key, new.key, new.name, new.carried_from_id) == ("NV-002", "NV-003", old.name, old.id)
        assert "NV-002 năm 2026" in str(new.note)
        assert carry_over(session, ward.id, 2027, NOW, Preset()) == []


def test_what_came_back_for_something_missing_is_open(loaded: Sessions) -> None:
    with loaded.begin() as session:
        ward, said = session.scalars(select(Ward)).one(), session.scalars(select(Progress)).one()
        asked = {"asked_at": NOW, "decided_at": NOW, "state": "returned"}
        session.add(Confirmation(ward_id=ward.id, item_id=said.item_id, progress_id=said.id, **asked))
        session.flush()
        assert [row.key for row in open_tasks(session, ward.id, 2026, NOW)] == ["NV-001", "NV-002"]


@pytest.mark.parametrize(("state", "left"), [("cancelled", []), ("paused", ["NV-002"])])
def test_what_was_cancelled_stays_behind_and_what_was_paused_goes_over(
    loaded: Sessions, state: str, left: list[str]
) -> None:
    with loaded.begin() as session:
        ward = session.scalars(select(Ward)).one()
        stop(session, "NV-002", state)
        assert [row.key for row in open_tasks(session, ward.id, 2026, NOW)] == left


def test_what_was_cancelled_after_it_came_back_stays_behind(loaded: Sessions) -> None:
    with loaded.begin() as session:
        ward, said = session.scalars(select(Ward)).one(), session.scalars(select(Progress)).one()
        asked = {"asked_at": NOW, "decided_at": NOW, "state": "returned"}
        session.add(Confirmation(ward_id=ward.id, item_id=said.item_id, progress_id=said.id, **asked))
        stop(session, "NV-001", "cancelled")
        assert [row.key for row in open_tasks(session, ward.id, 2026, NOW)] == ["NV-002"]


def stop(session: Session, key: str, state: str) -> None:
    """As HỦY and TẠM DỪNG write it down: a word of progress about no period."""
    old = session.scalars(select(Item).where(Item.key == key).order_by(Item.id)).first()
    assert old is not None
    words = {"period": "", "reported_at": NOW, "at": NOW, "words": "trùng việc"}
    session.add(Progress(ward_id=old.ward_id, item_id=old.id, state=state, **words))
    session.flush()


def test_loading_the_plan_again_leaves_them_there(loaded: Sessions, tmp_path: Path) -> None:
    with loaded.begin() as session:
        ward = session.scalars(select(Ward)).one()
        ((_old, new),) = carry_over(session, ward.id, 2027, NOW, Preset())
        again = replace(small(tmp_path), title="Kế hoạch năm 2027", year=2027)
        assert load(session, again, now=NOW).changes == []
        assert new.active


def test_without_a_plan_of_the_year_there_is_nowhere_to_go(loaded: Sessions) -> None:
    with loaded.begin() as session, pytest.raises(LookupError):
        carry_over(session, session.scalars(select(Ward.id)).one(), 2030, NOW, Preset())


def test_a_day_that_is_over_is_left_behind_and_one_that_lies_ahead_stays(loaded: Sessions) -> None:
    with loaded.begin() as session:
        ward = session.scalars(select(Ward)).one()
        old = session.scalars(select(Item).where(Item.key == "NV-002").order_by(Item.id)).first()
        assert old is not None
        old.due_on, old.frequency = date(2026, 11, 30), "none"
        past, ahead = {"on": "2026-10-15", "name": "dự thảo"}, {"on": "2027-01-29", "name": "trình ký"}
        old.milestones = [past, ahead]
        ((_old, new),) = carry_over(session, ward.id, 2027, NOW, Preset())
        assert (new.due_on, new.frequency, new.milestones) == (None, "month", [ahead])


def test_the_day_until_which_more_time_was_granted_counts(loaded: Sessions) -> None:
    with loaded.begin() as session:
        ward = session.scalars(select(Ward)).one()
        old = session.scalars(select(Item).where(Item.key == "NV-002").order_by(Item.id)).first()
        assert old is not None
        old.due_on, old.frequency = date(2026, 11, 30), "none"
        minh = session.scalars(select(Person).where(Person.code == "minh")).one()
        until = date(2027, 2, 26)
        session.add(
            Extension(
                ward_id=ward.id,
                item_id=old.id,
                asked_by_id=minh.id,
                asked_at=NOW,
                old_due=old.due_on,
                asked_due=until,
                reason="chờ hướng dẫn",
                state="granted",
                decided_by_id=minh.id,
                decided_at=NOW,
                decided_due=until,
            )
        )
        session.flush()
        ((record, new),) = carry_over(session, ward.id, 2027, NOW, Preset())
        assert (new.due_on, new.frequency) == (date(2026, 11, 30), "none")
        more = extensions.extended(session, [record.id, new.id], NOW)
        assert [(one.due, one.times) for one in more.values()] == [(until, 0), (until, 0)]


def test_the_code_stays_where_the_new_plan_has_no_other_task_of_that_code(loaded: Sessions) -> None:
    with loaded.begin() as session:
        ward = session.scalars(select(Ward)).one()
        model = session.scalars(select(Item).where(Item.key == "NV-002").order_by(Item.id)).first()
        assert model is not None
        for key in ("NV-003", "NV-007"):
            row = {"kind": "task", "slug": key, "sort": 9, "name": key, "short_name": key}
            session.add(Item(ward_id=ward.id, plan_id=model.plan_id, key=key, **row))
        session.flush()
        pairs = carry_over(session, ward.id, 2027, NOW, Preset())
        assert [(old.key, new.key) for old, new in pairs] == [
            ("NV-002", "NV-008"),
            ("NV-003", "NV-003"),
            ("NV-007", "NV-007"),
        ]


def test_what_waits_and_what_is_open_goes_on_with_the_task_and_stays_once(loaded: Sessions) -> None:
    with loaded.begin() as session:
        ward = session.scalars(select(Ward)).one()
        task = session.scalars(select(Item).where(Item.key == "NV-002").order_by(Item.id)).first()
        minh = session.scalars(select(Person).where(Person.code == "minh")).one()
        assert task is not None
        task.due_on, task.frequency = date(2027, 2, 1), "none"
        known = {"ward_id": ward.id, "item_id": task.id}
        said = {"period": "", "reported_at": NOW, "at": NOW, "percent": 70, "milestone": "dự thảo"}
        session.add(Progress(**known, state="in_progress", **said))
        session.add(Obstacle(**known, words="chưa có mẫu biểu", at=NOW))
        before = NOW - timedelta(days=1)
        asked = {"asked_by_id": minh.id, "asked_at": before, "old_due": date(2027, 2, 1)}
        session.add(Extension(**known, **asked, asked_due=date(2027, 3, 1), reason="chờ mẫu"))
        session.flush()
        ((old, new),) = carry_over(session, ward.id, 2027, NOW, Preset())
        later = NOW + timedelta(days=1)
        words = figures.latest_progress(session, [old.id, new.id], later)
        assert {key: one.percent for key, one in words.items()} == {old.id: 70, new.id: 70}
        assert figures.milestones_reached(session, [new.id], later) == {new.id: {"dự thảo"}}
        assert [row.item_id for row in figures.open_obstacles(session, ward.id, later)] == [new.id]
        assert [row.item_id for row in extensions.waiting(session, ward.id)] == [new.id]
        assert extensions.extended(session, [old.id], before)[old.id, None].asked is not None


def test_a_task_goes_over_from_year_to_year(loaded: Sessions, tmp_path: Path) -> None:
    with loaded.begin() as session:
        ward = session.scalars(select(Ward)).one()
        ((first, _task),) = carry_over(session, ward.id, 2027, NOW, Preset())
        load(session, replace(small(tmp_path), title="Kế hoạch năm 2028", year=2028), now=NOW)
        (*_others, (second, task)) = carry_over(session, ward.id, 2028, NOW, Preset())
        assert (second.carried_from_id, task.carried_from_id) == (first.id, second.id)


def test_what_is_wanted_before_the_year_turns_is_only_noted(loaded: Sessions) -> None:
    with loaded.begin() as session:
        ward = session.scalars(select(Ward)).one()
        want(session, ward.id, 2027, NOW)
        assert (is_wanted(session, ward.id, 2027), is_wanted(session, ward.id, 2028)) == (True, False)
        assert [row.key for row in open_tasks(session, ward.id, 2026, NOW)] == ["NV-002"]
