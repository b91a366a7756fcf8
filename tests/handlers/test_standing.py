"""Where items stand, from rows of both databases: what counts, what is left out, what waits."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.targets import Target
from bot.domain.verdict import Verdict
from db.session import Sessions
from handlers.standings.standing import Standing
from tests.handlers.desk import Desk, moment


@pytest.fixture
def desk(sessions: Sessions) -> Desk:
    return Desk(sessions)


def verdict(one: Standing) -> Verdict:
    assert one.verdict is not None
    return one.verdict


# --- totals --------------------------------------------------------------------------------------


def test_classes_sum_to_the_lines_that_the_plan_lists(desk: Desk) -> None:
    desk.report("CT07a", "14/11/2026", "99.8")
    desk.report("CT08c", "14/3/2026", "1")
    found = desk.overview("18/11/2026")
    lines = [one for one in desk.ward(moment("18/11/2026")).items.values() if not one.parent]
    assert found.indicators.total == sum(not one.is_task for one in lines) == 11
    assert sum(found.indicators.by_class.values()) == 11
    assert sum(found.tasks.values()) == sum(one.is_task for one in lines) == 34


def test_parts_of_a_field_count_beside_the_lines_that_are_not_in_it(desk: Desk) -> None:
    found = desk.look("18/11/2026")
    parts = Counter(one.item.parent for one in found.values() if one.item.parent)
    assert parts["CT04"] == 7
    assert verdict(found["CT04"]).parts <= 7


# --- compound lines ------------------------------------------------------------------------------


def test_a_compound_line_inside_another_counts_there_as_one_part(desk: Desk) -> None:
    reduction = Target("year_end_review", "reduce_by", unit="hộ", measured="reduction_or_stock")
    for key, by in (("CT06a1", 2), ("CT06a2", 5)):
        bounds = replace(reduction, reduce_low=Decimal(by), reduce_high=Decimal(by))
        desk.set_target(key, "01/02/2026", bounds)
        desk.report(key, "10/12/2026", "2", period="2026", reads="change")
    desk.report("CT06b", "10/12/2026", "0.07", period="2026")
    found = desk.look("05/01/2027")
    assert verdict(found["CT06a1"]).cls == "met"
    assert (
        verdict(found["CT06a2"]).cls == verdict(found["CT06a"]).cls == verdict(found["CT06"]).cls == "not_met"
    )
    assert (verdict(found["CT06"]).parts_met, verdict(found["CT06"]).parts) == (1, 2)


def test_parts_without_a_number_are_left_out_of_their_line(desk: Desk) -> None:
    desk.report("CT06b", "10/12/2026", "0.07", period="2026")
    line = verdict(desk.look("15/12/2026")["CT06"])
    assert (line.cls, line.parts_met, line.parts) == ("met", 1, 1)


# --- events --------------------------------------------------------------------------------------


def test_an_event_is_not_undone_by_a_later_zero(desk: Desk) -> None:
    desk.report("CT08c", "14/3/2026", "1")
    desk.report("CT08c", "14/4/2026", "0")
    desk.report("CT08c", "14/5/2026", "0", state="none_arose")
    assert verdict(desk.look("20/5/2026")["CT08c"]).cls == "not_met"


def test_an_event_that_was_corrected_to_zero_did_not_happen(desk: Desk) -> None:
    desk.report("CT08c", "14/3/2026", "1")
    desk.report("CT08c", "14/3/2026", "0")
    desk.report("CT08c", "14/4/2026", "0")
    assert verdict(desk.look("20/4/2026")["CT08c"]).cls == "on_track"


def test_the_month_with_the_most_events_is_the_one_shown(desk: Desk) -> None:
    desk.report("CT08c", "14/3/2026", "2")
    desk.report("CT08c", "14/4/2026", "10")
    desk.report("CT08c", "14/5/2026", "9")
    figure = desk.look("20/5/2026")["CT08c"].figure
    assert figure is not None
    assert figure.value == Decimal(10)


def test_an_event_stays_known_when_its_year_is_over(desk: Desk) -> None:
    desk.report("CT08c", "14/3/2026", "1")
    desk.report("CT08c", "14/12/2026", "0")
    assert verdict(desk.look("05/01/2027")["CT08c"]).cls == "not_met"


# --- a cut-off -----------------------------------------------------------------------------------


def test_a_cut_off_leaves_later_figures_out(desk: Desk) -> None:
    desk.report("CT07a", "14/10/2026", "99.2")
    desk.report("CT07a", "14/11/2026", "99.8")
    then, now = desk.look("18/11/2026", until="14/10/2026")["CT07a"], desk.look("18/11/2026")["CT07a"]
    assert (verdict(then).value, verdict(then).cls) == (Decimal("99.2"), "at_risk")
    assert (verdict(now).value, verdict(now).cls) == (Decimal("99.8"), "exceeded")


def test_a_cut_off_knows_the_events_before_it_and_not_those_after_it(desk: Desk) -> None:
    desk.report("CT08c", "14/3/2026", "1")
    desk.report("CT08c", "14/6/2026", "3")
    desk.report("CT10b", "14/6/2026", "1")
    then = desk.look("20/4/2026", until="14/4/2026")
    assert then["CT08c"].figure is not None
    assert then["CT08c"].figure.value == Decimal(1)
    assert verdict(then["CT08c"]).cls == "not_met"
    assert then["CT10b"].figure is None


def test_a_past_moment_is_judged_by_the_target_that_held_then(desk: Desk) -> None:
    before = desk.ward(moment("01/2/2026")).items["CT07b"].target
    assert before is not None
    desk.report("CT07b", "14/10/2026", "269")
    desk.set_target("CT07b", "10/11/2026", replace(before, value=Decimal(300)))
    then, now = desk.look("18/10/2026")["CT07b"], desk.look("18/11/2026")["CT07b"]
    assert (verdict(then).cls, then.target) == ("met", before)
    assert verdict(now).cls == "at_risk"
    assert now.target is not None
    assert now.target.value == Decimal(300)


def test_what_was_said_of_a_task_after_a_moment_is_not_known_then(desk: Desk) -> None:
    desk.progress("NV-007", "19/11/2026", "done")
    assert desk.look("18/11/2026")["NV-007"].task == "due_soon"
    assert desk.look("19/11/2026")["NV-007"].task == "done_on_time"


# --- what is asked for ---------------------------------------------------------------------------


def test_a_task_with_a_date_is_awaited_until_it_is_done(desk: Desk) -> None:
    assert not desk.look("18/11/2026")["NV-007"].reported
    desk.progress("NV-007", "18/11/2026", "in_progress")
    assert not desk.look("18/11/2026")["NV-007"].reported
    late = desk.look("23/11/2026")["NV-007"]
    assert (late.missing, late.task) == (True, "overdue")
    desk.progress("NV-007", "23/11/2026", "done")
    done = desk.look("23/11/2026")["NV-007"]
    assert (done.reported, done.missing, done.task) == (True, False, "done_late")


def test_a_figure_is_missing_from_its_deadline_on(desk: Desk) -> None:
    assert not desk.look("17/11/2026")["CT07a"].missing
    assert desk.look("18/11/2026")["CT07a"].missing
    desk.report("CT07a", "14/11/2026", "99.8")
    assert not desk.look("18/11/2026")["CT07a"].missing


# --- what is known -------------------------------------------------------------------------------


def test_a_confirmation_holds_until_the_next_one_is_due(desk: Desk) -> None:
    assert verdict(desk.look("01/2/2026")["CT02"]).cls == "unconfirmed"
    desk.report("CT02", "14/9/2026", period="2026-Q3")
    assert verdict(desk.look("10/12/2026")["CT02"]).cls == "on_track"
    assert verdict(desk.look("18/12/2026")["CT02"]).cls == "unconfirmed"


def test_a_status_that_was_lost_is_in_danger_at_once(desk: Desk) -> None:
    desk.report("CT02", "14/9/2026", period="2026-Q3", state="lost")
    assert verdict(desk.look("20/9/2026")["CT02"]).cls == "at_risk"


@pytest.mark.parametrize(
    ("as_of", "estimate", "expected"),
    [
        ("14/6/2026", False, "year_end"),
        ("14/11/2026", False, "year_end"),
        ("20/11/2026", True, "year_end"),
        ("20/11/2026", False, "exceeded"),
    ],
)
def test_a_review_counts_from_the_last_month_on_and_never_as_an_estimate(
    desk: Desk, as_of: str, estimate: bool, expected: str
) -> None:
    desk.report("CT05a", as_of, "98.5", period="2026", estimate=estimate)
    assert verdict(desk.look("25/11/2026")["CT05a"]).cls == expected


def test_a_reviewed_item_is_judged_after_the_year_by_its_last_figure(desk: Desk) -> None:
    desk.report("CT05a", "14/6/2026", "97", period="2026")
    assert verdict(desk.look("05/01/2027")["CT05a"]).cls == "unreported"
    desk.report("CT05a", "14/12/2026", "97", period="2026")
    assert verdict(desk.look("05/01/2027")["CT05a"]).cls == "not_met"


def test_last_years_total_is_compared_only_when_the_year_is_over(desk: Desk) -> None:
    target = Target("vs_last_year", "reduce_by", unit="vụ", last_year=Decimal(10), lower_better=True)
    desk.set_target("CT08b", "01/02/2026", target)
    desk.report("CT08b", "14/6/2026", "4")
    assert (verdict(desk.look("16/6/2026")["CT08b"]).reason) == "last_year_unknown"
    desk.report("CT08b", "14/12/2026", "8")
    assert verdict(desk.look("05/01/2027")["CT08b"]).cls in {"met", "exceeded"}


def test_the_same_month_of_last_year_is_compared_as_soon_as_it_is_known(desk: Desk) -> None:
    by_month = {6: Decimal(6), 9: Decimal(9)}
    target = Target("vs_last_year", "reduce_by", unit="vụ", lower_better=True, last_year_by=by_month)
    desk.set_target("CT08b", "01/02/2026", target)
    desk.report("CT08b", "14/6/2026", "4")
    assert verdict(desk.look("16/6/2026")["CT08b"]).number == Decimal(2)
    desk.report("CT08b", "14/8/2026", "7")
    assert verdict(desk.look("16/8/2026")["CT08b"]).reason == "last_year_unknown"
    desk.report("CT08b", "14/9/2026", "11")
    assert verdict(desk.look("16/9/2026")["CT08b"]).cls == "at_risk"


def test_a_share_of_what_was_assigned_is_kept_apart_from_a_number(desk: Desk) -> None:
    desk.report("CT10c", "14/3/2026", "100", state="of_assigned", period="2026-Q1")
    one = verdict(desk.look("20/3/2026")["CT10c"])
    assert (one.value, one.assumption) == (None, "self_reported")
