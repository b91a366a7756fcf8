"""Of many backups the last of each day, week and month stay, as many as are set."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.rotation import Keep, kept
from bot.domain.workdays import WARD_ZONE

TODAY = datetime(2026, 11, 20, 2, 0, tzinfo=WARD_ZONE)
NIGHTLY = [TODAY - timedelta(days=number) for number in range(500)]


def test_after_many_nights_seven_days_four_weeks_and_twelve_months_stay() -> None:
    stay = sorted(kept(NIGHTLY, Keep(newest=1, days=7, weeks=4, months=12)), reverse=True)
    assert [f"{moment:%d/%m/%Y}" for moment in stay] == [
        *(f"{day:02d}/11/2026" for day in range(20, 13, -1)),
        "08/11/2026",
        "01/11/2026",
        "31/10/2026",
        "30/09/2026",
        "31/08/2026",
        "31/07/2026",
        "30/06/2026",
        "31/05/2026",
        "30/04/2026",
        "31/03/2026",
        "28/02/2026",
        "31/01/2026",
        "31/12/2025",
    ]


def test_of_a_day_with_several_the_last_one_stays() -> None:
    hours = [TODAY + timedelta(hours=number) for number in range(5)]
    assert kept(hours, Keep(newest=1)) == {hours[-1]}


def test_the_newest_stay_though_they_are_of_one_day() -> None:
    hours = [TODAY + timedelta(hours=number) for number in range(5)]
    assert kept(hours, Keep(newest=3)) == set(hours[-3:])


def test_gaps_do_not_count() -> None:
    rare = [TODAY - timedelta(days=40 * number) for number in range(6)]
    assert kept(rare, Keep(newest=1, days=6, weeks=0, months=0)) == set(rare)


@settings(max_examples=60)
@given(
    st.lists(st.integers(0, 60 * 24 * 800), max_size=80),
    st.builds(Keep, *(st.integers(0, 6) for _ in range(4))),
)
def test_the_newest_always_stays_and_never_more_than_are_set(minutes: list[int], keep: Keep) -> None:
    moments = [TODAY - timedelta(minutes=minute) for minute in minutes]
    stay = kept(moments, keep)
    assert stay <= set(moments)
    assert len(stay) <= max(keep.newest, 1) + keep.days + keep.weeks + keep.months
    assert not moments or max(moments) in stay
    assert kept(stay, keep) == stay
