"""What a period brought: the difference of totals for a flow, the newest value for a level, else nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.periods import period_from_key
from db import figures
from db.session import Sessions
from handlers.standings.gained import achieved, by_figure
from tests.handlers.desk import Desk


@pytest.fixture
def desk(sqlite_sessions: Sessions) -> Desk:
    return Desk(sqlite_sessions)


def brought(desk: Desk, period: str, on: str, until: str) -> Mapping[str, Decimal]:
    """What the file of a period says in its column "Thực hiện trong kỳ"."""
    rows = list(desk.look(on, until).values())
    with desk.sessions() as session:
        return achieved(session, desk.office, rows, period_from_key(period, desk.office.regimes["nd09"]))


def test_a_flow_brought_what_its_total_grew_by(desk: Desk) -> None:
    for as_of, total in (("14/09/2026", "120"), ("14/10/2026", "131"), ("14/11/2026", "145")):
        desk.report("CT08a", as_of, total)
    assert brought(desk, "2026-11", "17/11/2026", "14/11/2026")["CT08a"] == 14
    assert brought(desk, "2026-10", "17/10/2026", "14/10/2026")["CT08a"] == 11


def test_a_quarter_is_the_sum_of_its_months_and_the_year_the_total(desk: Desk) -> None:
    for as_of, total in (("14/06/2026", "70"), ("14/07/2026", "80"), ("14/09/2026", "120")):
        desk.report("CT08a", as_of, total)
    assert brought(desk, "2026-Q3", "17/09/2026", "14/09/2026")["CT08a"] == 50
    desk.report("CT08a", "14/12/2026", "172")
    assert brought(desk, "2026", "17/12/2026", "14/12/2026")["CT08a"] == 172


def test_a_rate_is_its_newest_value_in_the_period(desk: Desk) -> None:
    desk.report("CT07a", "14/10/2026", "99.2")
    assert "CT07a" not in brought(desk, "2026-11", "17/11/2026", "14/11/2026")
    desk.report("CT07a", "14/11/2026", "99.5")
    assert brought(desk, "2026-11", "17/11/2026", "14/11/2026")["CT07a"] == Decimal("99.5")


def test_a_month_without_a_figure_leaves_open_what_the_next_one_brought(desk: Desk) -> None:
    desk.report("CT08a", "14/09/2026", "120")
    desk.report("CT08a", "14/11/2026", "145")
    assert "CT08a" not in brought(desk, "2026-11", "17/11/2026", "14/11/2026")


def test_what_is_to_be_kept_or_only_stands_brings_nothing_that_adds_up(desk: Desk) -> None:
    desk.report("CT02", "14/11/2026")
    desk.report("CT07b", "14/11/2026", "201")
    assert not {"CT02", "CT07b"} & brought(desk, "2026-11", "17/11/2026", "14/11/2026").keys()


def test_of_what_must_not_happen_only_that_nothing_did_is_sure(desk: Desk) -> None:
    desk.report("CT08c", "14/11/2026", "0")
    desk.report("CT10b", "14/11/2026", "1")
    found = brought(desk, "2026-11", "17/11/2026", "14/11/2026")
    assert found["CT08c"] == 0
    assert "CT10b" not in found


def test_a_reduction_counts_from_the_beginning_of_the_year(desk: Desk) -> None:
    desk.report("CT06a1", "14/12/2026", "3", reads="change")
    assert brought(desk, "2026", "17/12/2026", "14/12/2026")["CT06a1"] == 3
    assert "CT06a1" not in brought(desk, "2026-12", "17/12/2026", "14/12/2026")


def test_in_a_history_the_newest_figure_of_each_period_says_it(desk: Desk) -> None:
    for as_of, total in (("14/10/2026", "131"), ("14/11/2026", "150"), ("14/11/2026", "145")):
        desk.report("CT08a", as_of, total)
    item = desk.look("17/11/2026")["CT08a"].item
    with desk.sessions() as session:
        rows = figures.history(session, item.id)
        found = by_figure(item, rows, desk.office.regimes[item.regime])
    assert found == {rows[-1].id: 14}


@pytest.mark.parametrize(("unit", "in_year"), [("hộ", "7"), ("%", None), ("% so với năm trước", None)])
def test_a_reduction_in_per_cent_is_no_count(desk: Desk, unit: str, in_year: str | None) -> None:
    target = desk.look("17/12/2026")["CT06a1"].target
    assert target is not None
    assert target.comparator == "reduce_by"
    desk.set_target("CT06a1", "01/01/2026", replace(target, unit=unit, measured="reduction"))
    desk.report("CT06a1", "14/12/2026", "7")
    said = brought(desk, "2026", "17/12/2026", "14/12/2026").get("CT06a1")
    assert said == (None if in_year is None else Decimal(in_year))
