"""A question whose place another takes in its chat: what was sent and waits on it is said to be left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.models import Question
from db.ward_view import WardView
from handlers import reasoned
from handlers.correcting import late
from handlers.deciding.request import KIND as DECISION
from handlers.evidence import taking as evidence
from handlers.extensions import extend
from handlers.obstacles import mended, obstacle
from handlers.pressing import explained
from handlers.reporting import asking, enter_for, not_applicable
from handlers.texts.reporting import not_recorded

HOLDING = frozenset(
    {
        asking.KIND,
        late.KIND,
        obstacle.KIND,
        mended.KIND,
        evidence.KIND,
        extend.KIND,
        not_applicable.KIND,
        enter_for.KIND,
        explained.WHICH,
        DECISION,
    }
)
"""Kinds of questions on which something waits that was sent; an order goes on waiting by itself."""


def told(ward: WardView, question: Question | None, person_id: int | None, kind: str) -> str | None:
    """What is said above a question of this kind, which takes the place of one that is open; else None.

    One of the same kind goes on with what was asked, and the echo of a reason comes back to it. One without
    choices had told that nothing was recorded, and what to send.
    """
    if question is None or question.person_id != person_id or question.kind not in HOLDING:
        return None
    if not question.choices or kind in {question.kind, reasoned.KIND}:
        return None
    if question.payload.get("files"):
        return not_recorded.file_left(question.asked_at)
    if question.kind == asking.KIND:
        return not_recorded.left_behind(*asking.held_up(ward, question))
    quoted = _quoted(question.payload)
    item = asking.item_of(ward, question) if question.kind != late.KIND else None  # that may be last year's
    return not_recorded.left_behind((item, quoted)) if quoted else None


def _quoted(payload: Mapping[str, Any]) -> str:
    return str(payload.get("words") or payload.get("reason") or "")
