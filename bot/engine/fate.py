"""What becomes of a message that did not go out: again later, never, or held for a person to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.channels import SendError

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 600.0
ATTEMPTS = 150
"""With pauses of up to ten minutes: about a day, as long as a platform keeps what people send."""

SPENT_PAUSE = 3600.0
"""Seconds until an account that has sent as much as it may tries again: who goes on trying is banned."""
INTERRUPTED = SendError("interrupted", maybe_sent=True, retry_after=0)
"""The program ended while the message was under way."""


@dataclass(frozen=True, slots=True)
class Fate:
    """`again` in `pause` seconds; `failed` for good; `held` for the clerk; `lost`: nobody is at that chat."""

    what: Literal["again", "failed", "held", "lost"]
    pause: float = 0.0


def fate(kind: str, attempt: int, error: SendError, doubts: int = 0) -> Fate:
    """Decide by the kind of message (reply, reminder, summary, document) and the attempt, from 1.

    A message that may have arrived is sent again once: `doubts` is how often that was so before. A document
    is held, because nobody can tell two of them apart. What was interrupted by the end of the program most
    often did not even begin to go out: it is sent again however often that happens.
    """
    if error.permanent:
        return Fate("lost")
    if error.rejected or attempt >= ATTEMPTS:
        return Fate("failed")
    if error.maybe_sent and kind == "document":
        return Fate("held")
    if error.maybe_sent and doubts and error is not INTERRUPTED:
        return Fate("failed")
    if error.quota:
        return Fate("again", SPENT_PAUSE)
    if error.retry_after is not None:
        return Fate("again", error.retry_after)
    return Fate("again", min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(attempt - 1, 10)))
