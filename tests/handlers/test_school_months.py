"""Indicators that schools report month by month: judged, compared and counted from September to May."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from bot.domain.periods import period_from_key
from bot.domain.targets import Target
from db.models import Item, TargetRow
from db.session import Sessions
from handlers.situation.counts import tallies
from handlers.standings.gained import gained
from handlers.standings.in_force import days_of_year
from tests.handlers.desk import Desk, moment

FLOW = Target(evaluation="cumulative", comparator=">=", value=Decimal(900), unit="học sinh")
CASES = Target(evaluation="event_free", comparator="=", value=Decimal(0), unit="vụ")


@pytest.fixture
def desk(sqlite_sessions: Sessions) -> Desk:
    """The BHXH indicator is a school's flow now, reported by month."""
    found = Desk(sqlite_sessions)
    school(found, "CT07b", "Học sinh giỏi", FLOW)
    return found


def school(desk: Desk, key: str, name: str, target: Target) -> None:
    clock = {"regime": "nam_hoc", "frequency": "month", "due_rule": "+2", "name": name}
    with desk.sessions.begin() as session:
        session.execute(update(Item).where(Item.key == key).values(**clock))
        own = select(Item.id).where(Item.key == key).scalar_subquery()
        session.execute(update(TargetRow).where(TargetRow.item_id == own).values(spec=target.to_json()))


def test_a_school_years_flow_is_held_against_nine_months(desk: Desk) -> None:
    desk.report("CT07b", "31/12/2025", "300", period="2025-12")
    target = desk.look("05/01/2026")["CT07b"].target
    assert target is not None
    assert (target.starts_on, target.ends_on) == (date(2025, 9, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("day", "period"),
    [
        ("05/01/2026", None),  # last year's plan was worked by when December was due
        ("31/01/2026", None),
        ("01/02/2026", "2026-01"),
        ("31/05/2026", "2026-04"),
        ("01/06/2026", "2026-05"),
        ("31/08/2026", "2026-05"),
        ("01/09/2026", "2026-05"),
        ("31/12/2026", "2026-05"),
    ],
)
def test_what_is_awaited_when(desk: Desk, day: str, period: str | None) -> None:
    awaited = desk.look(day)["CT07b"].period
    assert (awaited.key if awaited else None) == period


@pytest.mark.parametrize(
    ("day", "period"),
    [("31/08/2026", None), ("30/09/2026", None), ("01/10/2026", "2026-09"), ("31/12/2026", "2026-11")],
)
def test_what_names_the_next_school_year_is_awaited_in_autumn(
    desk: Desk, day: str, period: str | None
) -> None:
    school(desk, "CT07b", "Học sinh giỏi năm học 2026-2027", FLOW)
    standing = desk.look(day)["CT07b"]
    assert (standing.period.key if standing.period else None) == period
    assert standing.target is not None
    assert (standing.target.starts_on, standing.target.ends_on) == (date(2026, 9, 1), date(2027, 5, 31))


def test_an_end_in_the_next_year_names_its_school_year_too(desk: Desk) -> None:
    school(desk, "CT07b", "Học sinh giỏi", replace(FLOW, ends_on=date(2027, 5, 31)))
    period = desk.look("01/10/2026")["CT07b"].period
    assert period is not None
    assert period.key == "2026-09"


def test_a_case_of_the_autumn_breaks_its_school_year(desk: Desk) -> None:
    school(desk, "CT07b", "Tai nạn trong trường", CASES)
    desk.report("CT07b", "30/11/2025", "1", period="2025-11")
    desk.report("CT07b", "31/01/2026", "0", period="2026-01")
    verdict = desk.look("03/02/2026")["CT07b"].verdict
    assert verdict is not None
    assert verdict.cls == "not_met"


def test_only_a_school_years_item_looks_back_into_autumn(desk: Desk) -> None:
    ward = desk.ward(moment("03/02/2026"))
    assert days_of_year(ward.items["CT07a"], desk.office, ward) == (date(2026, 1, 1), date(2026, 12, 31))
    assert days_of_year(ward.items["CT07b"], desk.office, ward) == (date(2025, 6, 1), date(2026, 5, 31))


def test_what_a_month_brought_is_counted_from_september(desk: Desk) -> None:
    for key, value in (("2025-09", "90"), ("2025-10", "150"), ("2026-01", "400")):
        year, number = key.split("-")
        desk.report("CT07b", f"28/{number}/{year}", value, period=key)
    september, october = {"CT07b": Decimal(90)}, {"CT07b": Decimal(60)}
    told = {"2025-09": september, "2025-10": october, "2026-01": {}}  # nobody told of December
    for key, brought in told.items():
        month = period_from_key(key, desk.office.regimes["nd09"])
        own = period_from_key(key, desk.office.regimes["nam_hoc"])
        row = desk.look("03/02/2026", until=f"{own.end:%d/%m/%Y}")["CT07b"]
        with desk.sessions() as session:
            assert gained(session, desk.office, [row], month) == brought


def test_nobody_owed_the_autumn_and_the_summer(desk: Desk) -> None:
    with desk.sessions() as session:
        ward = desk.ward(moment("31/12/2026"))
        only = {"CT07b": ward.items["CT07b"]}
        found = tallies(session, moment("31/12/2026"), desk.office, replace(ward, items=only))
    assert {month: one.due for (_who, month), one in found.items()} == {
        f"2026-{number:02}": 1 for number in range(2, 7)
    }
