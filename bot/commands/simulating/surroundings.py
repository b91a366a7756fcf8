"""What everybody in the simulated ward knows or can look up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.commands.simulating.plan import Plan, Reported
from bot.commands.simulating.posts import Post
from bot.commands.simulating.truth import Truth
from db.ward_view import PersonView


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What everybody in the ward knows or can look up: the plan, how things stand, what is reported.

    `helpers` are those to whom leaders give orders, `posts` what has changed hands.
    """

    plan: Plan
    truth: Truth
    reported: Reported
    helpers: Sequence[PersonView]
    posts: Sequence[Post]

    def gives_away(self, code: str, key: str, now: datetime) -> bool:
        """True when the item was this person's, and is somebody else's now."""
        return any(one.giver == code and one.moves(key, now.date()) for one in self.posts)
