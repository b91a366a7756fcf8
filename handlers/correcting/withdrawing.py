"""A word on a task, or a difficulty, taken back by who told it: what it brought about is undone, and told."""

from __future__ import annotations

from db import confirmations, figures
from db.item_view import ItemView
from db.models import Obstacle, Progress
from handlers.obstacles import obstacle
from handlers.reporting.progress_row import progress_said
from handlers.results import completing
from handlers.texts.obstacles import obstacle as obstacle_texts
from handlers.texts.results import complete as complete_texts
from handlers.turn import Reply, Turn


def take_back_progress(turn: Turn, item: ItemView, row: Progress, why: str) -> list[Reply]:
    """By a row of its own: what was said of the task before it holds again."""
    waits = completing.waiting(turn, item)
    owner = row.person_id or turn.person.id
    back = progress_said(turn, item, row.period, figures.WITHDRAWN, why, owner)
    back.corrects_id = row.id
    turn.session.add(back)
    if row.state == "done":
        _reopen(turn, row)
    turn.session.flush()
    turn.note("progress_withdrawn", item.key, before=row.state, after=why)
    if waits is None or waits.progress_id != row.id:
        return []
    confirmations.replace(turn.session, item.id, turn.now)
    to = next((who for who in completing.confirmed_by(turn, item) if turn.reaches(who)), None)
    if to is None:
        return []
    text = complete_texts.withdrawn(item, turn.ward.who(owner), to, why)
    return [Reply(text, to=to.id, items=(item.key,), silent=not turn.loud)]


def _reopen(turn: Turn, row: Progress) -> None:
    """What was said to be over with the task, and only with it, stands in the way again."""
    for one in figures.closed_obstacles(turn.session, row.item_id, row.at):
        if one.closed_by_id == row.entered_by_id and one.closing is None:
            one.closed_at, one.closed_by_id = None, None


def take_back_obstacle(turn: Turn, item: ItemView, row: Obstacle, why: str) -> list[Reply]:
    """It is closed, and why; those whom it was told to are told this, too."""
    row.closed_at, row.closed_by_id, row.closing = turn.now, turn.person.id, why
    turn.session.flush()
    turn.note("obstacle_withdrawn", item.key, before=row.words, after=why)
    return [
        Reply(
            obstacle_texts.withdrawn(item, row, turn.person, to),
            to=to.id,
            items=(item.key,),
            silent=not turn.loud,
        )
        for to in obstacle.told(turn, item)
    ]
