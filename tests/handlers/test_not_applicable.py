"""What does not concern the ward: which words say so, for which periods it holds, who is counted for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.commands.sample_ward import sample_office
from bot.domain.periods import Period
from bot.domain.reading.words import fold
from db.item_view import NotApplicable
from db.models import NotApplicableRow, Ward
from db.session import Sessions
from db.ward_loading import load
from handlers.situation.counts import tallies
from handlers.texts.reporting import not_applicable as texts
from tests.driver import Stage, parse
from tests.handlers.desk import day, moment, stage

SAY_SO = (
    "CT05 không áp dụng",
    "chỉ tiêu này không áp dụng cho phường",
    "bhyt k ap dung",
    "không thuộc phạm vi của phường",
    "nội dung này nằm ngoài phạm vi",
    "việc làm n/a",
    "phường không thuộc đối tượng thực hiện",
    "phường mình không phải thực hiện chỉ tiêu này",
    "chỉ tiêu này không dành cho phường",
)
SAY_NOT = (
    "3 hộ không thuộc đối tượng",
    "áp dụng quyết định mới",
    "không phát sinh",
    "phường không phải họp",
    "đã mở rộng phạm vi",
)


@pytest.mark.parametrize("words", SAY_SO)
def test_words_that_say_so(words: str) -> None:
    assert texts.QUICK.search(fold(words))
    assert texts.SAYS.search(fold(words))


@pytest.mark.parametrize("words", SAY_NOT)
def test_words_that_do_not(words: str) -> None:
    assert not texts.SAYS.search(fold(words))


NOVEMBER = Period("month", "2026-11", day("15/10/2026"), day("14/11/2026"))
OCTOBER = Period("month", "2026-10", day("15/09/2026"), day("14/10/2026"))
QUARTER = Period("quarter", "2026-Q4", day("15/09/2026"), day("14/12/2026"))
NEXT_YEAR = Period("month", "2027-01", day("15/12/2026"), day("14/01/2027"))


@pytest.mark.parametrize(
    ("said", "holds", "not_for"),
    [
        ("2026-11", (NOVEMBER,), (OCTOBER, QUARTER, NEXT_YEAR, None)),
        ("2026", (NOVEMBER, QUARTER, None), (OCTOBER, NEXT_YEAR)),
    ],
)
def test_it_holds_for_its_period_or_from_its_day_on_for_the_year(
    said: str, holds: tuple[Period | None, ...], not_for: tuple[Period | None, ...]
) -> None:
    found = NotApplicable(said, NOVEMBER.start)
    assert all(found.covers(period) for period in holds)
    assert not any(found.covers(period) for period in not_for)


def missing(sessions: Sessions) -> int:
    """How many reports had come due without one, of everybody, on 20 November."""
    now, office = moment("20/11/2026"), sample_office()
    with sessions() as session:
        ward = load(session, session.scalars(select(Ward.id)).one(), now.date(), office.calendar)
        return sum(one.missing for one in tallies(session, now, office, ward).values())


def test_nobody_is_counted_as_lacking_it(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    made = stage(sqlite_sessions, tmp_path, "Minh, Nga")
    before = missing(sqlite_sessions)
    made.say("Minh", "bhxh tự nguyện không áp dụng")
    assert missing(sqlite_sessions) == before
    made.say("Nga", "đồng ý")
    assert missing(sqlite_sessions) == before - 1


def test_a_unit_that_it_does_not_concern_is_taken_out_of_the_sum(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    text = "@ người: Hòa, Nga, Hùng\n@ tổ dân phố\n[16/11/2026 12:00]\n"
    made = Stage(sqlite_sessions, parse(text), tmp_path)
    made.move_to("16/11/2026 12:00")
    assert "06 tổ" in str(made.say("Hùng", "tình hình rác"))
    made.say("Hòa", "rác không áp dụng cho tổ 5")
    made.say("Hùng", "đồng ý")
    assert "05 tổ" in str(made.say("Hùng", "tình hình rác"))


def test_two_requests_of_two_periods_wait_side_by_side(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    made = stage(sqlite_sessions, tmp_path, "Minh, Nga")
    for words in ("bhyt không áp dụng", "tháng 12 bhyt không áp dụng", "bhyt tháng này không áp dụng"):
        made.say("Minh", words)
    with sqlite_sessions() as session:
        waiting = session.scalars(
            select(NotApplicableRow.period).where(NotApplicableRow.state == "asked")
        ).all()
    assert sorted(waiting) == ["2026-11", "2026-12"]
