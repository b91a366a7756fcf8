"""A code that last year's plan had for a task which goes on, and that this year's has for another."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import confirmations, figures
from db.item_view import ItemView
from db.ward_loading import PUT_RIGHT
from handlers import finding, rights
from handlers.texts import old_code as texts
from handlers.turn import Ask, Reply, Turn

KIND = "old_code"
NAMED = 2
"""With so many words of a name beside a code there is no doubt."""


def doubted(turn: Turn, text: str) -> Sequence[Reply] | None:
    """Which of the two is meant, asked of who has to do with the task of last year; None in no doubt.

    Picking is as sending the message again, with the task's new code, or with the other's name.
    """
    renamed = turn.ward.renamed
    if not renamed or turn.today.month > PUT_RIGHT:
        return None
    meant = [(code, old) for code in finding.codes_in(text) if (old := _of_last_year(turn, code)) is not None]
    if len(meant) != 1:
        return None
    code, task = meant[0]
    other = finding.by_code(turn.ward, code)
    if other is None or _is_named(text, task, other) or not _is_concerned(turn, task) or _is_over(turn, task):
        return None
    choices = (
        Choice(texts.label(task), text.replace(code, task.key)),
        Choice(texts.label(other), text.replace(code, f"{other.key} {other.short_name}")),
    )
    return [Reply(texts.which(task, other, turn.ward.year), choices=choices, ask=Ask(KIND, {}))]


def _of_last_year(turn: Turn, code: str) -> ItemView | None:
    return next((one for one in turn.ward.renamed if finding.was_coded(one, code)), None)


def _is_named(text: str, *items: ItemView) -> bool:
    """Whether the name of one of them stands there too, or its first words."""
    said = fold(text)
    return any(" ".join(fold(one.short_name).split()[:NAMED]) in said for one in items)


def _is_concerned(turn: Turn, task: ItemView) -> bool:
    answers = rights.answers_for(turn.ward, turn.person, task)
    return answers or turn.person.has("clerk") or turn.person in rights.deciders(turn.ward, task)


def _is_over(turn: Turn, task: ItemView) -> bool:
    """True for a task that nobody expects to be spoken of any more."""
    said = figures.latest_progress(turn.session, [task.id], turn.now).get(task.id)
    if said is None or said.state not in {"done", "cancelled"}:
        return False
    checked = confirmations.checked(turn.session, [task.id], turn.now).get(task.id)
    return checked is None or (checked.waiting is None and checked.returned is None)
