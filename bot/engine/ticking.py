"""A beat of the clock, ward by ward."""

from __future__ import annotations

from bot.app import App
from bot.engine.patience import Work


async def tick(app: App, work: Work) -> None:
    """Ask what is owed in one ward after the other: in between, the thread of the database answers people."""
    wards = app.ticking()
    while await work(next, wards, None) is not None:
        pass
