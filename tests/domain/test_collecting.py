"""Collected indicators: sums, ratios of sums, what is missing, and what an incomplete sum may be called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.collecting import Collected, How, Part, collect, judge_collected
from bot.domain.progress import judge
from bot.domain.targets import Target
from bot.domain.verdict import Known, Verdict
from bot.domain.ward import WardRules

NOVEMBER = date(2026, 11, 14)
END = date(2026, 12, 31)
OCTOBER = date(2026, 10, 14)
RULES = WardRules("x", "X")
HOUSEHOLDS = Target("cumulative", ">=", value=Decimal(720), unit="hộ", lower_better=False)
WATER = Target("level", ">=", value=Decimal(98), unit="%", lower_better=False)


def number(
    unit: int, value: int | str, day: date = NOVEMBER, assigned: int | None = None, **said: bool
) -> Part:
    return Part(
        unit,
        Known("value", Decimal(value), as_of=day),
        said.get("reported", day == NOVEMBER),
        assigned=None if assigned is None else Decimal(assigned),
    )


def ratio(unit: int, top: int, base: int, day: date = NOVEMBER) -> Part:
    return Part(unit, Known("value", None, Decimal(top), Decimal(base), as_of=day), day == NOVEMBER)


def nothing(unit: int, assigned: int | None = None) -> Part:
    return Part(unit, assigned=None if assigned is None else Decimal(assigned))


def verdict_of(
    how: How, parts: list[Part], target: Target, today: date = date(2026, 11, 17), days: int | None = None
) -> Verdict:
    found = collect(how, parts)
    begun = bool(found.present)
    state = "none_arose" if found.nothing_arose else "value" if found.as_of else None
    known = Known(
        state,  # type: ignore[arg-type]
        found.value,
        found.numerator,
        found.denominator,
        as_of=found.as_of,
        missing=not begun and days is None,
        days_to_due=None if begun else days,
    )
    return judge_collected(found, target, known, lambda goal, value: judge(goal, value, today, RULES))


# --- adding up -----------------------------------------------------------------------------------------


def test_a_sum_counts_what_is_in_and_says_what_is_not() -> None:
    found = collect("sum", [number(1, 120), number(2, 98), number(3, 104, OCTOBER), nothing(4)])
    assert found.value == 322
    assert (found.present, found.missing) == ((1, 2), (3, 4))
    assert (found.older, found.silent) == ((3,), (4,))
    assert not found.complete
    assert found.as_of == OCTOBER, "a sum is as old as the oldest part in it"


def test_a_ratio_is_that_of_the_sums_and_not_the_mean_of_the_ratios() -> None:
    found = collect("ratio", [ratio(1, 10, 10), ratio(2, 30, 90)])
    assert (found.numerator, found.denominator) == (Decimal(40), Decimal(100))
    assert found.value is None


def test_nothing_reported_is_no_zero() -> None:
    found = collect("sum", [nothing(1), nothing(2)])
    assert (found.value, found.as_of, found.nothing_arose) == (None, None, False)
    assert found.missing == (1, 2)


def test_khong_phat_sinh_is_a_zero_that_is_told_apart() -> None:
    zero = Part(1, Known("none_arose", Decimal(0), as_of=NOVEMBER), True)
    assert collect("sum", [zero]).nothing_arose
    both = collect("sum", [zero, number(2, 5)])
    assert (both.value, both.nothing_arose, both.complete) == (Decimal(5), False, True)
    flow = Part(1, Known("none_arose", Decimal(90), as_of=NOVEMBER), True)
    assert collect("sum", [flow, number(2, 5)]).value == 95, "a flow stays where it was"


def test_a_unit_that_it_does_not_apply_to_is_out_of_the_count() -> None:
    out = Part(1, Known("not_applicable", as_of=NOVEMBER), True)
    found = collect("sum", [out, number(2, 5)])
    assert (found.units, found.complete, found.value) == ((2,), True, Decimal(5))


def test_an_unconfirmed_figure_is_not_in_the_sum_and_is_named() -> None:
    waits = Part(3, Known("value", Decimal(100), as_of=OCTOBER), True, confirmed=False)
    found = collect("sum", [number(1, 120), waits])
    assert found.value == 220, "the confirmed figure before it still counts"
    assert (found.unconfirmed, found.present, found.complete) == ((3,), (1,), False)


def test_a_percentage_alone_cannot_be_added_to_a_ratio() -> None:
    alone = Part(1, Known("value", Decimal(97), as_of=NOVEMBER), True)
    found = collect("ratio", [alone, ratio(2, 118, 120)])
    assert (found.numerator, found.denominator, found.silent) == (Decimal(118), Decimal(120), (1,))


PARTS = st.lists(
    st.builds(
        lambda value, late: (value, late),
        st.one_of(st.none(), st.integers(0, 10**9)),
        st.booleans(),
    ),
    min_size=1,
    max_size=9,
)


def built(rows: list[tuple[int | None, bool]]) -> list[Part]:
    return [
        nothing(unit) if value is None else number(unit, value, OCTOBER if late else NOVEMBER)
        for unit, (value, late) in enumerate(rows)
    ]


def totals(found: Collected) -> tuple[object, ...]:
    sets = (found.units, found.present, found.missing, found.older, found.silent)
    return (found.value, found.as_of, found.nothing_arose, *map(frozenset, sets))


@settings(max_examples=60)
@given(rows=PARTS, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_parts_does_not_matter(rows: list[tuple[int | None, bool]], seed: object) -> None:
    parts = built(rows)
    mixed = list(parts)
    seed.shuffle(mixed)  # type: ignore[attr-defined]
    assert totals(collect("sum", parts)) == totals(collect("sum", mixed))


@settings(max_examples=60)
@given(rows=PARTS, place=st.integers(0, 8), value=st.integers(0, 10**9))
def test_a_correction_changes_only_its_own_unit(
    rows: list[tuple[int | None, bool]], place: int, value: int
) -> None:
    parts = built(rows)
    place %= len(parts)
    before = collect("sum", parts)
    known = parts[place].known
    old = known.value if known and known.value is not None else Decimal(0)
    parts[place] = number(place, value)
    after = collect("sum", parts)
    assert after.value == (before.value or 0) - old + value
    assert set(after.missing) == set(before.missing) - {place}


@settings(max_examples=60)
@given(rows=PARTS)
def test_missing_stays_missing(rows: list[tuple[int | None, bool]]) -> None:
    found = collect("sum", built(rows))
    assert {*found.present, *found.missing} == set(found.units)
    assert found.silent == tuple(unit for unit, (value, _late) in enumerate(rows) if value is None)
    assert (found.value is None) == all(value is None for value, _late in rows)


# --- judging --------------------------------------------------------------------------------------------


def test_a_complete_sum_is_judged_like_any_other() -> None:
    behind = [number(unit, 20) for unit in range(6)]
    assert verdict_of("sum", behind, HOUSEHOLDS).cls == "at_risk"
    assert verdict_of("sum", [number(unit, 120) for unit in range(6)], HOUSEHOLDS).cls == "met"


def test_an_incomplete_sum_that_reaches_its_target_has_reached_it() -> None:
    parts = [number(1, 400), number(2, 330), nothing(3)]
    assert verdict_of("sum", parts, HOUSEHOLDS).cls == "exceeded"


def test_an_incomplete_sum_is_in_danger_only_by_the_parts_of_those_who_reported() -> None:
    fair = [number(unit, 110, assigned=120) for unit in range(3)]
    slow = [number(unit, 30, assigned=120) for unit in range(3)]
    silent = [nothing(unit, assigned=120) for unit in range(3, 6)]
    assert verdict_of("sum", [*fair, *silent], HOUSEHOLDS).cls == "on_track"
    assert verdict_of("sum", [*fair, *silent], HOUSEHOLDS).reason == "parts_missing"
    assert verdict_of("sum", [*slow, *silent], HOUSEHOLDS).cls == "at_risk"
    unassigned = [number(unit, 30) for unit in range(3)]
    assert verdict_of("sum", [*unassigned, *silent], HOUSEHOLDS).cls == "on_track"


def test_an_incomplete_ratio_is_never_met_and_may_be_in_danger() -> None:
    assert verdict_of("ratio", [ratio(1, 119, 120), nothing(2)], WATER).cls == "on_track"
    assert verdict_of("ratio", [ratio(1, 100, 120), nothing(2)], WATER).cls == "at_risk"
    assert verdict_of("ratio", [ratio(1, 119, 120), ratio(2, 90, 90)], WATER).cls == "exceeded"


def test_after_the_end_an_incomplete_sum_is_not_reported_rather_than_missed() -> None:
    later = date(2027, 1, 20)
    target = Target(
        "cumulative", ">=", value=Decimal(720), unit="hộ", lower_better=False, ends_on=date(2026, 12, 31)
    )
    parts = [number(1, 400, date(2026, 12, 14), reported=True), nothing(2)]
    assert verdict_of("sum", parts, target, later).cls == "unreported"
    assert verdict_of("sum", [parts[0], number(2, 10, date(2026, 12, 14))], target, later).cls == "not_met"


def test_one_event_breaks_it_however_many_are_silent() -> None:
    target = Target("event_free", "<=", value=Decimal(0), unit="vụ", lower_better=True)
    assert verdict_of("sum", [number(1, 1), nothing(2)], target).cls == "not_met"
    assert verdict_of("sum", [number(1, 0), nothing(2)], target).cls == "on_track"


def test_due_and_nothing_in_is_not_reported() -> None:
    assert verdict_of("sum", [nothing(1), nothing(2)], HOUSEHOLDS).cls == "unreported"
    assert verdict_of("sum", [nothing(1), nothing(2)], HOUSEHOLDS, days=1).cls == "at_risk"
    assert verdict_of("sum", [number(1, 300, assigned=360), nothing(2)], HOUSEHOLDS, days=1).cls == "on_track"


def test_where_no_unit_tells_of_the_period_that_fell_due_silence_is_no_progress() -> None:
    fair = [number(unit, 110, OCTOBER, assigned=120) for unit in range(3)]
    silent = [nothing(unit, assigned=120) for unit in range(3, 6)]
    assert verdict_of("sum", [*fair, *silent], HOUSEHOLDS).cls == "unreported"
    soon = verdict_of("sum", [*fair, *silent], HOUSEHOLDS, days=1)
    assert (soon.cls, soon.reason) == ("at_risk", "due_soon")
    begun = [number(0, 110, assigned=120), *fair[1:], *silent]
    assert verdict_of("sum", begun, HOUSEHOLDS).cls == "on_track"


@pytest.mark.parametrize("how", ["sum", "ratio"])
def test_no_units_at_all_add_up_to_nothing(how: How) -> None:
    found = partial(collect, how)([])
    assert (found.units, found.value, found.numerator, found.as_of) == ((), None, None, None)
