"""What belongs to a period, of an item that is reported under another regime than the ward's."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.periods import period_from_key
from db.session import Sessions
from handlers.situation.summary import of_period
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
