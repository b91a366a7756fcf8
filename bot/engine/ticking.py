"""A beat of the clock, one decision at a time."""

from __future__ import annotations

from bot.app import App
from bot.engine.patience import Work


async def tick(app: App, work: Work) -> None:
    """Decide what is owed, one thing after the other; in between, people are answered."""
    decisions = app.ticking()
    while await work(next, decisions, None) is not None:
        pass
