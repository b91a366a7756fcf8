"""A closed period tells who answered for an item and until when it was due at its cut-off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot.commands.sample_ward import FILES
from bot.domain.periods import period_from_key
from bot.loading.applying import apply
from bot.loading.document import moved
from bot.loading.reading import read_documents
from db import audit
from db.models import Item, Ward
from db.session import Sessions
from handlers.situation import at_period
from handlers.situation.counts import tallies
from handlers.standings.standing import Standing
from tests.handlers.desk import Desk, moment
from tests.last_year import load_next_year

SOON = moment("20/11/2026")


@pytest.fixture
def desk(sqlite_sessions: Sessions) -> Desk:
    return Desk(sqlite_sessions)


def period_of(desk: Desk, key: str, on: datetime) -> dict[str, tuple[Standing, str | None]]:
    """What a summary made on a day says of each item, with who answers for it."""
    period = period_from_key(key, desk.office.regimes["nd09"])
    with desk.sessions() as session:
        ward = at_period.ward_of(session, on, desk.office, desk.ward(on), period)
        found = at_period.of_period(session, on, desk.office, ward, period)
        who = {key: ward.who(one.item.owner_id) for key, one in found.all.items()}
    return {key: (one, person.code if (person := who[key]) else None) for key, one in found.all.items()}


def load_file(
    desk: Desk, now: datetime, code: str, year: int = 2026, *, stop: bool = False, **words: Any
) -> None:
    """The sample plan again, with other words about one task, one more or (`stop`) without it."""
    document = moved(read_documents(list(FILES))[0], year)
    model = next((line for line in document.tasks if line.code == code), None)
    line = replace(model or replace(document.tasks[0], code=code, slug=None), **words)
    others = [one for one in document.tasks if one is not model]
    changed = replace(document, tasks=tuple(others) if stop else (*others, line), known=())
    with desk.sessions.begin() as session:
        found = apply(session, desk.office.rules, desk.office.regimes, changed, year, now)
        assert not found.problems, found.problems


def test_a_file_that_moves_a_day_and_a_person_leaves_closed_periods_as_they_were(desk: Desk) -> None:
    load_file(desk, SOON, "NV-007", owner="minh", due_on=date(2026, 11, 30))
    for key, owner, due in (("2026-11", "son", date(2026, 11, 20)), ("2026-12", "minh", date(2026, 11, 30))):
        one, who = period_of(desk, key, moment("20/12/2026"))["NV-007"]
        assert (who, one.due and one.due.date()) == (owner, due)


def test_a_line_that_a_file_adds_belongs_to_later_periods_only(desk: Desk) -> None:
    load_file(desk, SOON, "NV-099", name="Lắp đèn đường", due_on=date(2026, 12, 1))
    assert "NV-099" not in period_of(desk, "2026-11", moment("20/12/2026"))
    assert "NV-099" in period_of(desk, "2026-12", moment("20/12/2026"))


def test_what_a_file_stops_stays_in_the_periods_before(desk: Desk) -> None:
    load_file(desk, SOON, "NV-007", stop=True)
    assert "NV-007" in period_of(desk, "2026-11", moment("20/12/2026"))
    assert "NV-007" not in period_of(desk, "2026-12", moment("20/12/2026"))


def test_an_added_indicator_is_in_a_period_of_which_its_figure_is_known(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        ward_id = session.scalars(select(Ward.id)).one()
        audit.note(session, SOON, "load.add", "indicators 2026 CT07b", ward_id=ward_id)
    assert "CT07b" not in period_of(desk, "2026-11", moment("20/12/2026"))
    desk.report("CT07b", "14/11/2026", "201")
    assert "CT07b" in period_of(desk, "2026-11", moment("20/12/2026"))


def test_what_is_changed_in_next_years_plan_changes_nothing_of_this_years(desk: Desk) -> None:
    load_next_year(desk.sessions, moment("10/11/2026"))
    load_file(desk, SOON, "NV-007", 2027, owner="minh")
    assert period_of(desk, "2026-11", moment("20/12/2026"))["NV-007"][1] == "son"


@pytest.mark.parametrize(("on", "owner"), [("04/01/2027", "son"), ("01/02/2027", "minh")])
def test_in_january_a_code_is_of_the_plan_that_is_worked_by(desk: Desk, on: str, owner: str) -> None:
    """A change by chat names no year: the one of 04/01 is of 2026's NV-007, that of 01/02 of 2027's."""
    load_next_year(desk.sessions, moment("21/12/2026"))
    hand_on(desk, "NV-007", "son", "minh", moment(on))
    assert period_of(desk, "2026-11", moment("01/03/2027"))["NV-007"][1] == owner


def test_a_report_that_never_came_counts_for_who_owed_it(desk: Desk) -> None:
    before = tallies_of(desk, moment("20/11/2026"))
    hand_on(desk, "CT07b", "minh", "cuong", SOON)
    assert before
    assert tallies_of(desk, moment("21/11/2026")) == before


def hand_on(desk: Desk, key: str, giver: str, taker: str, now: datetime) -> None:
    """Somebody else answers for the item of 2026, and the log says so."""
    to = next(one for one in desk.ward(SOON).people.values() if one.code == taker)
    with desk.sessions.begin() as session:
        item = session.scalars(select(Item).where(Item.key == key).order_by(Item.id)).first()
        assert item is not None
        item.owner_id = to.id
        audit.note(session, now, "assign", key, ward_id=item.ward_id, before=giver, after=taker)


def tallies_of(desk: Desk, now: datetime) -> dict[tuple[str, str], int]:
    """How many reports of a month did not come, by who owed them."""
    ward = desk.ward(now)
    with desk.sessions() as session:
        found = tallies(session, now, desk.office, ward)
    return {(ward.people[who].code, month): one.missing for (who, month), one in found.items() if one.missing}
