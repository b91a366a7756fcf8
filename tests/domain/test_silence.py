"""When messages were lost, and when one was said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.silence import LATE, LONGEST, SETTLING, is_to_be_asked, said_at, silence
from bot.domain.workdays import WARD_ZONE

NOW = datetime(2026, 11, 16, 8, tzinfo=WARD_ZONE)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.mark.parametrize(
    ("silent", "keeps", "lost"),
    [
        (DAY, DAY, False),
        (DAY + MINUTE, DAY, True),
        (2 * MINUTE, timedelta(0), False),
        (4 * MINUTE, timedelta(0), True),
        (-DAY, timedelta(0), False),
        (LONGEST + DAY, DAY, False),
    ],
)
def test_something_is_lost_after_longer_than_the_platform_keeps_it(
    silent: timedelta, keeps: timedelta, lost: bool
) -> None:
    found = silence(NOW - silent, NOW, keeps)
    assert (found is not None) == lost
    if found is not None:
        assert (found.since, found.lost_until, found.until) == (NOW - silent, NOW - keeps, NOW)


def test_it_is_asked_about_after_a_while_and_not_for_ever() -> None:
    one = silence(NOW - 3 * DAY, NOW, DAY)
    assert one is not None
    asked = [
        is_to_be_asked(one, NOW + later) for later in (timedelta(0), SETTLING, LATE, LATE + MINUTE, -DAY)
    ]
    assert asked == [False, True, True, False, False]


@settings(max_examples=50)
@given(st.integers(-3000, 3000), st.none() | st.integers(0, 2880))
def test_what_is_said_was_said_before_it_came_and_no_longer_ago_than_it_was_kept(
    minutes: int, keeps: int | None
) -> None:
    kept = None if keeps is None else keeps * MINUTE
    found = said_at((NOW + minutes * MINUTE).astimezone(UTC), NOW, kept)
    assert NOW - (kept or timedelta(0)) - 2 * MINUTE <= found <= NOW
    assert found.utcoffset() == timedelta(hours=7)
    if kept is not None and -kept <= minutes * MINUTE <= timedelta(0):
        assert found == NOW + minutes * MINUTE
