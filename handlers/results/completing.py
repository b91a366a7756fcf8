"""A task said to be done: put before who confirms it, unless the ward lets it count at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot.domain.reading.model import Reading
from bot.domain.reading.states.statement import WORDS
from db import confirmations, figures
from db.item_view import ItemView
from db.models import Confirmation, Progress
from db.ward_view import PersonView
from handlers import rights
from handlers.deciding import carry, completion
from handlers.deciding.request import Request
from handlers.standings.standing import standing_of
from handlers.texts.results import complete as texts
from handlers.turn import Reply, Turn

WORDY = 2
"""More words than these beside "xong" tell something of the result."""


def confirmed_by(turn: Turn, item: ItemView) -> Sequence[PersonView]:
    """Who confirms the task when it is done; nobody where it counts at once.

    What comes back each period is not confirmed each time, and nobody confirms the own work.
    """
    if not turn.rules.confirm_completion or not item.is_task or item.recurring:
        return []
    everybody = rights.deciders(turn.ward, item)
    return [one for one in everybody if not rights.answers_for(turn.ward, one, item)]


def waiting(turn: Turn, item: ItemView) -> Confirmation | None:
    """The completion of a task that waits for a decision."""
    found = confirmations.checked(turn.session, [item.id], turn.now).get(item.id)
    return found.waiting if found else None


def confirmed(turn: Turn, item: ItemView) -> Confirmation | None:
    """The confirmation of a task's result, where nothing was said of it since: only who decided undoes it."""
    rows = () if item.recurring else confirmations.of_item(turn.session, item.id, "completion")
    if not rows or rows[-1].state != "confirmed":
        return None
    told = figures.latest_progress(turn.session, [item.id], turn.now).get(item.id)
    return rows[-1] if told is not None and told.id == rows[-1].progress_id else None


def says_the_same(before: Progress, words: str) -> bool:
    """True when "xong" is said again, and nothing beside it that was not said before."""
    return len(words.split()) <= WORDY or words == (before.words or "")


def beside(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """Words that say neither xong nor chưa, while "xong" waits: they go with it, and take nothing back."""
    waits = waiting(turn, item) if reading.rule == WORDS else None
    if waits is None:
        return reading
    before = turn.session.get_one(Progress, waits.progress_id)
    words = "; ".join(filter(None, (before.words, reading.words)))
    return replace(reading, kind="done", status="done", words=words)


def is_late(turn: Turn, item: ItemView) -> bool:
    """Whether the task is past its deadline, by the hour, as it is handed in now.

    Once late, a day for what lacked does not make it timely.
    """
    one = standing_of(turn, item)
    if one.missed is not None:
        return True
    dated = one.due is not None and one.period is None
    return dated and one.due is not None and one.due < turn.said_at


def put(turn: Turn, item: ItemView, row: Progress, *, late: bool) -> Confirmation:
    """Have a completion wait for its decision."""
    asked = Confirmation(
        ward_id=turn.ward.id, item_id=item.id, progress_id=row.id, asked_at=turn.now, state="asked", late=late
    )
    turn.session.add(asked)
    turn.session.flush()
    return asked


def letters(turn: Turn, asked: Sequence[Confirmation]) -> list[Reply]:
    """Each completion to the first of those who may decide and can be reached; several in one letter."""
    found: dict[PersonView, list[Request]] = {}
    for request in (completion.request_of(turn.session, row, turn.ward) for row in asked):
        if (to := carry.reached(turn, request)) is not None:
            found.setdefault(to, []).append(request)
    return [
        carry.letter(turn, requests[0], to)
        if len(requests) == 1
        else completion.letter_of_several(turn, requests, to)
        for to, requests in found.items()
    ]


class Told(Protocol):
    """What was taken in of a task; `taken_back` is its completion that waited, where it is not done now."""

    @property
    def item(self) -> ItemView: ...
    @property
    def progress(self) -> Progress | None: ...
    @property
    def taken_back(self) -> Confirmation | None: ...


def taken_back(turn: Turn, told: Sequence[Told]) -> list[Reply]:
    """To who was asked to confirm it: the official says now that a task is not done."""
    replies = []
    for one in told:
        to = next((who for who in confirmed_by(turn, one.item) if turn.reaches(who)), None)
        if one.taken_back is not None and one.progress is not None and to is not None:
            owner = turn.ward.people.get(one.progress.person_id or 0)
            text = texts.taken_back(one.item, one.progress, owner, to)
            replies.append(Reply(text, to=to.id, items=(one.item.key,), silent=not turn.loud))
    return replies
