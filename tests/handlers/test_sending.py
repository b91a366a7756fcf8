"""The summary of a period names the day on which it goes upwards, and what is lacking in the days before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.periods import period_from_key
from bot.domain.ward import PeriodRules
from db.session import Sessions
from handlers.situation import sending
from tests.handlers.desk import Desk, moment


def desk_with(sessions: Sessions, official_due: str) -> Desk:
    desk = Desk(sessions)
    rules = replace(desk.office.rules, periods={"month": PeriodRules(official_due)})
    desk.office = replace(desk.office, rules=rules)
    return desk


def state(desk: Desk, on: str, key: str = "2026-11") -> str:
    now, period = moment(on), period_from_key(key, desk.office.regimes["nd09"])
    with desk.sessions() as session:
        return sending.state(session, now, desk.office, desk.ward(now), period)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("16/11/2026", "."),  # four working days before
        ("17/11/2026", " (còn 03 ngày làm việc); số liệu chưa đủ, còn"),
        ("20/11/2026", " (hôm nay); số liệu chưa đủ, còn"),
        ("21/11/2026", " (đã qua); số liệu chưa đủ, còn"),
        ("16/12/2026", "."),  # the next month is asked about: what came is what there is
    ],
)
def test_what_is_lacking_is_told_from_three_working_days_before(
    sqlite_sessions: Sessions, on: str, said: str
) -> None:
    desk = desk_with(sqlite_sessions, "20")
    assert state(desk, on).startswith(f"Hạn gửi cấp trên: thứ Sáu, 20/11/2026{said}")


def test_a_report_that_came_after_the_internal_due_is_not_lacking(sqlite_sessions: Sessions) -> None:
    desk = desk_with(sqlite_sessions, "20")
    before = lacking(state(desk, "19/11/2026"))
    desk.report("CT07b", "14/11/2026", "190", reported_at=moment("18/11/2026"), at=moment("18/11/2026"))
    assert lacking(state(desk, "19/11/2026")) == before - 1


def test_a_day_off_of_the_ward_does_not_move_the_day_of_its_superiors(
    sqlite_sessions: Sessions,
) -> None:
    desk, now = desk_with(sqlite_sessions, "+2"), moment("16/11/2026")
    period = period_from_key("2026-11", desk.office.regimes["nd09"])
    with desk.sessions() as session:
        ward = desk.ward(now)
        shut = replace(ward, calendar=ward.calendar.with_special(date(2026, 11, 17), works=False))
        said = [sending.state(session, now, desk.office, one, period) for one in (ward, shut)]
    assert all(one.startswith("Hạn gửi cấp trên: thứ Ba, 17/11/2026") for one in said)


def test_a_week_goes_nowhere(sqlite_sessions: Sessions) -> None:
    assert state(Desk(sqlite_sessions), "20/11/2026", "2026-W47") == ""


def lacking(said: str) -> int:
    found = re.search(r"còn (\d+) mục", said)
    assert found
    return int(found[1])


def test_a_day_upwards_that_is_off_is_said_with_the_last_working_day_before(sessions: Sessions) -> None:
    desk = desk_with(sessions, "22")
    assert "(ngày nghỉ: gửi chậm nhất thứ Sáu, 20/11)" in state(desk, "18/11/2026")
    assert "(ngày nghỉ: gửi chậm nhất hôm nay)" in state(desk, "20/11/2026")
    assert "(đã qua)" in state(desk, "23/11/2026")
