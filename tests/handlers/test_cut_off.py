"""What belongs to a period, of an item that is reported under another regime than the ward's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import update

from bot.commands.sample_ward import sample_office
from bot.domain.periods import period_from_key
from bot.domain.targets import Target
from db.models import Item
from db.session import Sessions
from handlers.situation.at_period import of_period
from tests.handlers.desk import Desk, moment


@pytest.fixture
def desk(sessions: Sessions) -> Desk:
    return Desk(sessions)


@pytest.mark.parametrize(("key", "value"), [("2026", "12600"), ("2026-12", "12600"), ("2026-11", "11900")])
def test_the_december_of_the_budget_ends_with_the_month(desk: Desk, key: str, value: str) -> None:
    desk.report("CT01", "30/11/2026", "11900", period="2026-11")
    desk.report("CT01", "31/12/2026", "12600", period="2026-12")
    now = moment("10/01/2027")
    period = period_from_key(key, desk.office.regimes["nd09"])
    with desk.sessions() as session:
        figure = of_period(session, now, desk.office, desk.ward(now), period).all["CT01"].figure
    assert figure is not None
    assert figure.value == Decimal(value)


@pytest.mark.parametrize(("key", "value"), [("2026", "530"), ("2026-12", "440")])
def test_the_year_of_what_is_reported_weekly_ends_with_its_last_week(
    desk: Desk, key: str, value: str
) -> None:
    with desk.sessions.begin() as session:
        session.execute(update(Item).where(Item.key == "CT08a").values(frequency="week"))
    desk.report("CT08a", "13/12/2026", "440", period="2026-W50")
    desk.report("CT08a", "03/01/2027", "530", period="2026-W53")
    now = moment("10/01/2027")
    period = period_from_key(key, desk.office.regimes["nd09"])
    with desk.sessions() as session:
        figure = of_period(session, now, desk.office, desk.ward(now), period).all["CT08a"].figure
    assert figure is not None
    assert figure.value == Decimal(value)


def test_a_period_is_summed_up_as_it_stood_when_the_ward_itself_has_its_reports_due(
    sqlite_sessions: Sessions,
) -> None:
    office = sample_office()
    preset = replace(office.rules.preset, due_rule="17")  # tháng 9 is due on the 17th, not on the 16th
    desk = Desk(sqlite_sessions, replace(office, rules=replace(office.rules, preset=preset)))
    now = moment("18/09/2026")
    period = period_from_key("2026-09", desk.office.regimes["nd09"])
    with desk.sessions() as session:
        found = of_period(session, now, desk.office, desk.ward(now), period).all
    assert found["CT08a"].verdict is not None
    assert found["CT08a"].verdict.cls == "unreported"


def test_an_item_that_ends_in_march_is_not_asked_for_in_april_nor_turned_by_what_is_told_later(
    sqlite_sessions: Sessions,
) -> None:
    desk = Desk(sqlite_sessions)
    spring = Target("cumulative", ">=", value=Decimal(120), unit="cây", ends_on=date(2026, 3, 31))
    desk.set_target("CT08a", "05/01/2026", spring)
    asked = desk.look("18/06/2026")["CT08a"]
    assert (asked.period and asked.period.key, asked.missing) == ("2026-04", True)  # the month of 31 March
    desk.report("CT08a", "14/04/2026", "90", period="2026-04")
    desk.report("CT08a", "14/09/2026", "125", period="2026-09")
    for day in ("18/06/2026", "18/09/2026", "05/01/2027"):
        one = desk.look(day)["CT08a"]
        assert (one.reported, one.missing) == (True, False)
        assert one.verdict is not None
        assert one.verdict.cls == "not_met"
        assert one.verdict.value == 90
