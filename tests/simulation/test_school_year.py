"""The weeks in which a school year gives way to the next, played by invented officials: every check holds."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.commands.sample_ward import sample_office
from bot.commands.simulating.cast import read_plan
from bot.commands.simulating.checks import CHECKS
from bot.commands.simulating.play import simulate
from bot.commands.simulating.record import Record

NEVER = timedelta(0)
PLAN = Path(__file__).parents[1] / "plans" / "truong-hoc.yaml"


@pytest.fixture(scope="module", params=[date(2026, 5, 25), date(2026, 9, 28)], ids=["May", "September"])
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder: Path = tmp_path_factory.mktemp("school")
    plan = read_plan(PLAN)
    return simulate(
        plan, sample_office(), folder, people=4, year=2026, seed=4, begins=request.param, weeks=2, felt=NEVER
    )


def test_what_must_be_true_is(record: Record) -> None:
    assert {name: found for name, check in CHECKS.items() if (found := list(check(record)))} == {}
    assert {one.item for one in record.ledger} & {"CT01", "CT02", "CT03", "CT05"}
