"""An alarm begins when something has been wrong for long, and ends with a sign that it works again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.watch import NAMES, Name, News, Signs, news, silent_accounts, wrong
from bot.domain.workdays import WARD_ZONE

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=WARD_ZONE)


def ago(**parts: float) -> datetime:
    return NOW - timedelta(**parts)


WELL = Signs(awake=ago(days=5), born=ago(days=90), polls={"phuong": ago(seconds=20)}, backup=ago(hours=8))


def told(signs: Signs, *names: Name) -> list[tuple[str, bool]]:
    """What is told at NOW, when these were told an hour before."""
    return [(one.name, one.over) for one in news(signs, dict.fromkeys(names, ago(hours=1)), NOW)]


def test_nothing_is_told_while_all_is_well() -> None:
    assert wrong(WELL, NOW) == {}
    assert told(WELL) == []


@pytest.mark.parametrize(
    ("signs", "name", "since"),
    [
        (replace(WELL, polls={"phuong": ago(minutes=11)}), "poll", ago(minutes=11)),
        (replace(WELL, polls={"a": ago(minutes=1), "b": ago(minutes=30)}), "poll", ago(minutes=30)),
        (replace(WELL, polls={"phuong": None}), "poll", ago(days=5)),
        (replace(WELL, unsent=ago(minutes=16)), "outbox", ago(minutes=16)),
        (replace(WELL, backup=ago(days=2, hours=1)), "backup", ago(days=2, hours=1)),
        (replace(WELL, damaged=ago(minutes=1)), "damage", ago(minutes=1)),
    ],
)
def test_what_is_wrong_for_long_is_told_once_with_its_beginning(
    signs: Signs, name: Name, since: datetime
) -> None:
    assert list(news(signs, {}, NOW)) == [News(name, since, NOW)]
    assert told(signs, name) == []


@pytest.mark.parametrize(
    "signs",
    [
        replace(WELL, polls={"phuong": ago(minutes=10)}),
        replace(WELL, polls={}),
        replace(WELL, unsent=ago(minutes=15)),
        replace(WELL, backup=ago(days=2)),
        replace(WELL, backup=None),
    ],
)
def test_what_is_wrong_for_a_short_time_is_not_told(signs: Signs) -> None:
    assert told(signs) == []


def test_a_machine_that_was_off_is_not_blamed_for_the_night() -> None:
    off = replace(
        WELL,
        awake=ago(minutes=1),
        polls={"phuong": ago(hours=15)},
        unsent=ago(hours=15),
        backup=ago(days=4),
    )
    assert told(off) == []
    up_for_a_while = replace(off, awake=ago(minutes=16))
    assert told(up_for_a_while) == [("poll", False), ("outbox", False), ("backup", False)]


def test_a_restart_does_not_end_an_alarm_that_still_holds() -> None:
    restarted = replace(WELL, awake=ago(seconds=30), polls={"phuong": ago(hours=2)}, backup=ago(days=3))
    assert told(restarted, "poll", "backup") == []


def test_an_account_that_never_answered_stays_an_alarm() -> None:
    assert told(replace(WELL, polls={"phuong": None}), "poll") == []


def test_an_alarm_that_is_over_is_told_with_when_it_began() -> None:
    assert list(news(WELL, {"poll": ago(hours=1)}, NOW)) == [News("poll", ago(hours=1), NOW, over=True)]
    assert told(WELL, *NAMES) == [(name, True) for name in NAMES]


def test_the_accounts_that_are_silent_are_named() -> None:
    signs = replace(WELL, polls={"a": ago(minutes=1), "b": ago(minutes=30), "c": None})
    assert silent_accounts(signs, NOW) == ["b", "c"]


MOMENTS = st.one_of(st.none(), st.integers(0, 60 * 24 * 4).map(lambda minutes: ago(minutes=minutes)))


@settings(max_examples=60)
@given(MOMENTS, MOMENTS, MOMENTS, MOMENTS, MOMENTS)
def test_telling_settles_it_whatever_the_signs(
    awake: datetime | None,
    poll: datetime | None,
    unsent: datetime | None,
    backup: datetime | None,
    damaged: datetime | None,
) -> None:
    signs = Signs(awake, ago(days=5), {"phuong": poll}, unsent, backup, damaged)
    first = list(news(signs, {}, NOW))
    assert not any(one.over for one in first)
    assert list(news(signs, {one.name: one.since for one in first}, NOW)) == []
