"""What became of the readings of one message."""

from __future__ import annotations

from dataclasses import dataclass, field

from handlers.correcting.late import Late
from handlers.reporting.asking import Asked
from handlers.reporting.recording import Recorded
from handlers.turn import Reply


@dataclass(slots=True)
class Outcome:
    """What became of the readings of one message. `items` are those it was about.

    `late` are figures for closed periods: not recorded, put before the clerk. `beside` are requests for more
    time, with what goes to who decides on them.
    """

    recorded: list[Recorded] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    late: list[Late] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    beside: list[Reply] = field(default_factory=list)

    @property
    def settled(self) -> list[str]:
        """Keys of the items on which something was taken in."""
        return [one.item.key for one in self.recorded]

    @property
    def words(self) -> list[str]:
        """What was kept in words, as it was typed."""
        rows = (one.figure or one.progress or one.obstacle for one in self.recorded)
        return [row.words for row in rows if row is not None and row.words]
