"""Which of two years' plans is worked by: December's reports come in in January."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from bot.commands.sample_ward import WARD, sample_office
from bot.domain.workdays import WARD_ZONE
from db import plans
from db.models import Ward
from db.session import Sessions
from db.ward_loading import WardViews, load
from tests.last_year import load_next_year
from tests.wards import fill

LOADED = datetime(2026, 12, 21, 8, tzinfo=WARD_ZONE)


@pytest.fixture
def two_years(sessions: Sessions) -> Sessions:
    fill(sessions, sample_office(), LOADED)
    load_next_year(sessions, LOADED)
    return sessions


def _year_on(sessions: Sessions, *days: date) -> list[int]:
    office = sample_office()
    views = WardViews(office.calendar, office.rules.closed, office.regimes)
    with sessions() as session:
        found = [views.get(session, WARD, day) for day in days]
        return [one.year for one in found if one is not None]


def test_the_old_plan_stays_until_the_last_report_on_its_year_is_due(two_years: Sessions) -> None:
    """The budget's December ends on the 31st and is due on 5 January."""
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 5), date(2027, 1, 6), date(2027, 2, 1)]
    assert _year_on(two_years, *days) == [2026, 2026, 2026, 2027, 2027]


def test_without_a_new_plan_the_old_one_goes_on(sessions: Sessions) -> None:
    fill(sessions, sample_office(), LOADED)
    assert _year_on(sessions, date(2027, 1, 5), date(2027, 6, 1)) == [2026, 2026]


def test_the_day_from_which_a_plan_is_used_is_the_first_that_it_is_worked_by(two_years: Sessions) -> None:
    office = sample_office()
    with two_years() as session:
        ward = session.scalars(select(Ward)).one()
        used = [
            plans.used_from(session, ward.id, year, office.calendar, office.regimes)
            for year in (2026, 2027, 2028)
        ]
    assert used == [date(2026, 1, 1), date(2027, 1, 6), None]


def test_the_plan_of_any_year_can_be_looked_into(two_years: Sessions) -> None:
    office, day = sample_office(), date(2027, 1, 20)
    with two_years() as session:
        ward = session.scalars(select(Ward)).one()
        assert plans.exists(session, ward.id, 2026)
        assert not plans.exists(session, ward.id, 2025)
        assert load(session, ward.id, day, office.calendar, year=2026).year == 2026
        with pytest.raises(LookupError):
            load(session, ward.id, day, office.calendar, year=2025)
