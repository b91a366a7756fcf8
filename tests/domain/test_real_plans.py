"""The four real plans, judged whole: every line in one class, whatever was or was not reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from bot.domain.percent import rounded
from bot.domain.progress import Line, judge_plan
from bot.domain.rollup import Counts, roll_up
from bot.domain.targets import Target
from bot.domain.verdict import Known, Reads
from bot.loading.document import moved
from bot.loading.reading import read_documents
from tests.domain.judging import END, MID_YEAR, NEXT_YEAR, RULES

PLANS = Path(__file__).parents[2] / "config" / "plans"
LINES = {"ngo-quyen": 11, "le-loi": 12, "phuong-2-cao-lanh": 17, "phuong-2-tay-ninh": 35}


@cache
def targets(name: str) -> list[tuple[str, Target, str | None]]:
    document, problems = read_documents([PLANS / f"{name}.yaml"])
    assert not problems
    found = []
    for line in moved(document, 2026).indicators:
        assert line.target is not None
        found.append((line.code, replace(line.target, ends_on=line.target.ends_on or END), line.parent))
    return found


def counts(name: str, today: date, known: Known | None) -> Counts:
    """Over the lines of the plan; with `known` None every indicator has just reached its target."""
    lines = [
        Line(code, target, _reached(target) if known is None else known, parent)
        for code, target, parent in targets(name)
    ]
    verdicts = judge_plan(lines, today, RULES)
    assert len(verdicts) == len(lines)
    return roll_up(verdicts[line.key] for line in lines if line.parent is None)


def _reached(target: Target) -> Known:
    mark = target.value if target.value is not None else target.low or target.reduce_low
    if mark is None:
        return Known(state="held", as_of=END)
    past = {">": Decimal("0.01"), "<": Decimal("-0.01")}.get(target.comparator or "", Decimal(0))
    reads: Reads | None = "change" if target.comparator == "reduce_by" else None
    return Known(state="value", value=rounded(mark + past), as_of=END, reads=reads)


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("today", [MID_YEAR, NEXT_YEAR])
@pytest.mark.parametrize(
    "known",
    [
        Known(),
        Known(missing=True),
        Known(state="none_arose"),
        Known(state="not_applicable"),
        Known(state="in_progress"),
        Known(state="lost"),
        Known(state="value", value=Decimal(0)),
        None,
    ],
)
def test_the_classes_sum_to_the_lines_of_the_plan(name: str, today: date, known: Known | None) -> None:
    assert counts(name, today, known).total == LINES[name]


@pytest.mark.parametrize("name", LINES)
def test_silence_is_neither_success_nor_failure(name: str) -> None:
    for today in (MID_YEAR, NEXT_YEAR):
        for known in (Known(), Known(missing=True)):
            assert counts(name, today, known).of("not_met", "met", "exceeded") == 0


@pytest.mark.parametrize("name", LINES)
def test_a_year_in_which_everything_was_reached_has_no_danger(name: str) -> None:
    found = counts(name, NEXT_YEAR, None)
    assert found.of("met", "exceeded", "unassigned", "watched") == found.total
    assert found.of("met", "exceeded") >= found.total // 2
