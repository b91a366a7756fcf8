"""What becomes of a message that did not go out."""

from __future__ import annotations

import pytest

from bot.channels import SendError
from bot.engine.fate import ATTEMPTS, INTERRUPTED, LONGEST_PAUSE, SPENT_PAUSE, Fate, fate

AWAY = SendError("network")
PERHAPS = SendError("network", maybe_sent=True)
BLOCKED = SendError("blocked", permanent=True)
MALFORMED = SendError("bad_request", rejected=True)


@pytest.mark.parametrize(
    ("kind", "attempt", "error", "doubts", "expected"),
    [
        ("reply", 1, AWAY, 0, Fate("again", 2)),
        ("reply", 3, AWAY, 0, Fate("again", 8)),
        ("document", 1, AWAY, 0, Fate("again", 2)),
        ("reply", 1, PERHAPS, 0, Fate("again", 2)),
        ("reply", 50, PERHAPS, 0, Fate("again", LONGEST_PAUSE)),
        ("reply", 2, PERHAPS, 1, Fate("failed")),
        ("reply", 2, AWAY, 1, Fate("again", 4)),
        ("reminder", 1, PERHAPS, 0, Fate("again", 2)),
        ("reminder", 2, PERHAPS, 1, Fate("failed")),
        ("summary", 2, PERHAPS, 1, Fate("failed")),
        ("reminder", 9, AWAY, 0, Fate("again", 512)),
        ("document", 1, PERHAPS, 0, Fate("held")),
        ("reply", 1, SendError("flood", retry_after=17), 0, Fate("again", 17)),
        ("reminder", 9, INTERRUPTED, 8, Fate("again", 0)),
        ("document", 1, INTERRUPTED, 0, Fate("held")),
        ("reply", 3, SendError("quota", quota=True), 0, Fate("again", SPENT_PAUSE)),
        ("reply", 1, BLOCKED, 0, Fate("lost")),
        ("reply", 1, MALFORMED, 0, Fate("failed")),
        ("reply", ATTEMPTS, AWAY, 0, Fate("failed")),
    ],
)
def test_the_kind_the_attempt_and_the_error_decide(
    kind: str, attempt: int, error: SendError, doubts: int, expected: Fate
) -> None:
    assert fate(kind, attempt, error, doubts) == expected


@pytest.mark.parametrize("kind", ["reply", "reminder", "summary", "document"])
def test_trying_goes_on_for_about_a_day_with_pauses_that_have_a_ceiling(kind: str) -> None:
    pauses = [fate(kind, attempt, AWAY).pause for attempt in range(1, ATTEMPTS)]
    assert pauses == sorted(pauses)
    assert max(pauses) == LONGEST_PAUSE
    assert 20 < sum(pauses) / 3600 < 30
