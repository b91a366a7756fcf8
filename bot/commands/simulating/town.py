"""The people of the ward and what is under way among them: all of a stage that is not in its database."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.commands.simulating.acts import Act, Plans
from bot.commands.simulating.official import Official
from bot.commands.simulating.plan import Plan, Reported
from bot.commands.simulating.posts import Post
from bot.commands.simulating.record import Entry, Said
from bot.commands.simulating.surroundings import Surroundings
from bot.commands.simulating.truth import Truth
from bot.domain.message import Incoming
from db.ward_view import PersonView


@dataclass
class Town:
    """The people and what is under way among them: everything of a stage that is not in its database."""

    officials: dict[str, Official]
    truth: Truth
    plan: Plan
    reported: Reported
    agenda: list[tuple[datetime, int, str, Act]] = field(default_factory=list)
    blocked: set[str] = field(default_factory=set)
    held: list[tuple[Said, Incoming]] = field(default_factory=list)
    begun: set[str] = field(default_factory=set)
    helpers: Sequence[PersonView] = ()
    posts: list[Post] = field(default_factory=list)
    post: Post | None = None
    troubles: set[tuple[str, str]] = field(default_factory=set)
    late: dict[str, Entry] = field(default_factory=dict)
    count: int = 0
    acted: datetime | None = None

    def plan_for(self, code: str, plans: Plans) -> None:
        """Put acts on the agenda, to the minute."""
        for when, act in plans:
            self.count += 1
            minute = when.replace(second=0, microsecond=0)
            heapq.heappush(self.agenda, (minute, self.count, code, act))

    @property
    def around(self) -> Surroundings:
        return Surroundings(self.plan, self.truth, self.reported, self.helpers, self.posts)
