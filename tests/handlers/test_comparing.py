"""A figure beside the one of the period before, and of the same period a year before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from bot.domain.periods import period_containing, period_from_key
from bot.domain.targets import Target
from db.models import Figure, Item, Plan
from db.session import Sessions
from handlers.standings.comparing import activity, compared, moves
from handlers.standings.last_year import last_value
from handlers.texts.situation.comparing import change, happened, line, moved
from tests.handlers.desk import LOADED, Desk, day, moment


@pytest.fixture
def desk(sessions: Sessions) -> Desk:
    return Desk(sessions)


def said(desk: Desk, on: str, key: str) -> str | None:
    """What /tinhhinh says of the item beside its figure."""
    found = desk.look(on)
    with desk.sessions() as session:
        return line(found[key], compared(session, desk.office, found.values()).get(key))


def last_year(desk: Desk, key: str, period: str, value: str) -> None:
    """Last year's plan with the same item, and a figure of it; an older figure that it corrected before."""
    with desk.sessions.begin() as session:
        item = session.scalars(select(Item).where(Item.key == key)).one()
        plan = session.get_one(Plan, item.plan_id)
        then = Plan(
            ward_id=item.ward_id, year=plan.year - 1, title="2025", source_year=2025, loaded_at=LOADED
        )
        session.add(then)
        session.flush()
        twin = Item(
            ward_id=item.ward_id,
            plan_id=then.id,
            kind="indicator",
            key="CT99",
            slug=item.slug,
            sort=1,
            name=item.name,
            short_name=item.short_name,
        )
        session.add(twin)
        session.flush()
        for said_then in ("1", value):
            session.add(
                Figure(
                    ward_id=item.ward_id,
                    item_id=twin.id,
                    period=period,
                    as_of=date(2025, 11, 14),
                    value=Decimal(said_then),
                    reported_at=LOADED,
                    at=LOADED,
                )
            )
            session.flush()


def test_nothing_is_said_when_there_is_nothing_to_compare_with(desk: Desk) -> None:
    desk.report("CT07b", "14/11/2026", "201")
    assert said(desk, "18/11/2026", "CT07b") is None
    assert said(desk, "18/11/2026", "CT05a") is None


def test_the_period_before_is_named_with_its_day(desk: Desk) -> None:
    desk.report("CT07b", "14/10/2026", "182")
    desk.report("CT07b", "14/11/2026", "201")
    assert said(desk, "18/11/2026", "CT07b") == "Kỳ trước 182 người (14/10): tăng 19."


def test_the_year_before_comes_from_last_years_plan(desk: Desk) -> None:
    last_year(desk, "CT07b", "2025-11", "150")
    desk.report("CT07b", "14/11/2026", "201")
    assert said(desk, "18/11/2026", "CT07b") == "Cùng kỳ năm trước 150 người: tăng 34%."


def test_another_period_of_last_year_is_not_compared(desk: Desk) -> None:
    last_year(desk, "CT07b", "2025-10", "150")
    desk.report("CT07b", "14/11/2026", "201")
    assert said(desk, "18/11/2026", "CT07b") is None


def test_the_year_before_comes_from_the_sheet_of_known_figures(desk: Desk) -> None:
    target = desk.ward(moment("18/11/2026")).items["CT07b"].target or Target("cumulative")
    desk.set_target("CT07b", "01/02/2026", replace(target, last_year_by={11: Decimal(210)}))
    desk.report("CT07b", "14/11/2026", "201")
    assert said(desk, "18/11/2026", "CT07b") == "Cùng kỳ năm trước 210 người: giảm 4,3%."


def in_the_file(desk: Desk, on: str, period: str, key: str) -> tuple[Decimal | None, Decimal | None]:
    """What the file of a period puts beside the item: the period before, the same one last year."""
    rows = desk.look(on).values()
    with desk.sessions() as session:
        whole = period_from_key(period, desk.office.regimes["nd09"])
        beside = compared(session, desk.office, rows, whole)[key]
    return last_value(beside.before), beside.year_before


def test_beside_a_longer_period_stands_what_the_one_before_it_came_to(desk: Desk) -> None:
    for as_of, value in (("14/06/2026", "100"), ("14/08/2026", "140"), ("14/09/2026", "150")):
        desk.report("CT07b", as_of, value)
    assert in_the_file(desk, "16/9/2026", "2026-09", "CT07b") == (Decimal(140), None)
    assert in_the_file(desk, "16/9/2026", "2026-Q3", "CT07b") == (Decimal(100), None)


def test_beside_a_year_stands_the_whole_of_the_last_one(desk: Desk) -> None:
    target = desk.ward(moment("18/11/2026")).items["CT07b"].target or Target("cumulative")
    desk.set_target("CT07b", "01/01/2026", replace(target, last_year=Decimal(164)))
    desk.report("CT07b", "14/11/2026", "201")
    assert in_the_file(desk, "17/11/2026", "2026", "CT07b") == (None, None)
    desk.report("CT07b", "14/12/2026", "269")
    assert in_the_file(desk, "17/12/2026", "2026", "CT07b") == (None, Decimal(164))
    assert in_the_file(desk, "17/12/2026", "2026-12", "CT07b") == (Decimal(201), None)


@pytest.mark.parametrize(
    ("by", "unit", "words"),
    [
        ("0", "người", "không đổi"),
        ("0.7", "%", "tăng 0,7 điểm phần trăm"),
        ("-2", "% so với năm trước", "giảm 2 điểm phần trăm"),
        ("-1250000000", "đồng", "giảm 1,25 tỷ đồng"),
        ("-0.125", "‰", "giảm 0,13"),
    ],
)
def test_a_change_is_said_in_the_words_of_its_unit(by: str, unit: str, words: str) -> None:
    assert change(Decimal(by), unit) == words


def test_only_a_new_figure_makes_an_item_better_or_worse(desk: Desk) -> None:
    desk.report("CT07a", "14/10/2026", "99.2")
    desk.report("CT07b", "14/10/2026", "182")
    before = desk.overview("20/10/2026")
    desk.report("CT07a", "14/11/2026", "99.8")
    desk.report("CT08c", "14/11/2026", "1")
    after = desk.overview("18/11/2026")
    found = moves(before, after)
    assert [(one.item.key, old) for one, old in found.better] == [("CT07a", "at_risk")]
    assert found.worse == []
    assert moved(found) == ["So với kỳ trước tốt lên 01: BHYT (nguy cơ → vượt)."]
    assert [one.item.key for one, _old in moves(after, before).worse] == ["CT07a"]


def test_what_came_in_is_counted_by_item_and_period(desk: Desk) -> None:
    november = period_from_key("2026-11", desk.office.regimes["nd09"])
    desk.report("CT07b", "14/11/2026", "200")
    desk.report("CT07b", "14/11/2026", "201")
    desk.report("CT07a", "14/10/2026", "99.8")
    desk.progress("NV-007", "12/11/2026", "done")
    desk.progress("NV-015", "20/11/2026", "done")
    found = activity(desk.office, desk.overview("21/11/2026"), 2, november)
    assert (found.reported, found.done, found.late, found.given) == (1, 1, 0, 2)
    assert happened(found, "month") == [
        "Trong kỳ: nhận số liệu 01 chỉ tiêu thành phần; giao mới 02 nhiệm vụ; hoàn thành 01 nhiệm vụ."
    ]


def test_what_came_in_counts_for_the_period_as_the_item_reports_it(desk: Desk) -> None:
    september = period_from_key("2026-09", desk.office.regimes["nd09"])
    desk.report("CT07a", "31/08/2026", "99.8")
    desk.report("CT07b", "30/09/2026", "190")
    found = desk.overview("20/10/2026")
    own = {key: one._replace(item=replace(one.item, regime="calendar")) for key, one in found.all.items()}
    assert activity(desk.office, found, 0, september).reported == 1
    assert activity(desk.office, replace(found, all=own), 0, september).reported == 1
    assert activity(desk.office, replace(found, all={"CT07a": own["CT07a"]}), 0, september).reported == 0


def test_a_periodic_report_is_no_completed_task(desk: Desk) -> None:
    week = period_containing(day("18/11/2026"), "week", desk.office.regimes["nd09"])
    desk.progress("NV-007", "18/11/2026", "done")
    desk.progress("NV-013", "18/11/2026", "done")
    found = desk.overview("21/11/2026")
    again = {**found.all, "NV-013": found.all["NV-013"]._replace(task="recurring")}
    said_of_week = happened(activity(desk.office, replace(found, all=again), 0, week), "week")
    assert said_of_week == ["Trong tuần: hoàn thành 01 nhiệm vụ; báo cáo 01 nhiệm vụ định kỳ."]


def test_a_quiet_period_is_not_worth_a_line(desk: Desk) -> None:
    week = period_containing(day("18/11/2026"), "week", desk.office.regimes["nd09"])
    assert happened(activity(desk.office, desk.overview("21/11/2026"), 0, week), "week") == []
