"""What takes the answers to each kind of question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from db import questions
from db.models import Question
from handlers import (
    reasoned,
)
from handlers.correcting import late, late_answered, offer_taken, offers
from handlers.deciding import command as deciding
from handlers.deciding.request import KIND as DECISION
from handlers.directives import by_title, praise, pressing, received, stopping, working_along
from handlers.directives import flow as directives
from handlers.directives.asking import KIND as DIRECTIVE
from handlers.evidence import taking as evidence
from handlers.extensions import answering as more_time
from handlers.extensions import extend
from handlers.handover import command as handover
from handlers.leave import command as leave
from handlers.leave import over as leave_over
from handlers.leave import several as leaves
from handlers.obstacles import mended, obstacle
from handlers.office import baseline, closing, days, depart, people, set_target, target_answered
from handlers.pressing import explain, explained, hand_in
from handlers.reporting import answering, asking, enter_for, not_applicable, steps
from handlers.turn import Reply, Turn

Answer = Callable[[Turn, Question, int], Sequence[Reply]]
Typed = Callable[[Turn, Question], Sequence[Reply] | int | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question: the `action` that an answer carries out, and what takes it.

    `answer` takes the number of a choice, `typed` words: a number from it is a choice, None means that
    something else was said. `asks_why`: a letter may take its place before the reason is given. `own_ok`: it
    tells itself an "ok" that is no answer. `passing`: only the next message answers it; below another answer
    "1" means something else, words are no reason to stop a task, and "270" is no target.
    """

    action: str
    answer: Answer | None = None
    typed: Typed | None = None
    asks_why: bool = False
    own_ok: bool = False
    passing: bool = False


KINDS: Mapping[str, Kind] = {
    extend.KIND: Kind("extend", more_time.answer, more_time.typed, asks_why=True),
    DECISION: Kind("decide", deciding.answer, deciding.answer_words),
    obstacle.KIND: Kind("obstacle", obstacle.answer, obstacle.typed),
    mended.KIND: Kind("obstacle", mended.answer, mended.typed),
    evidence.KIND: Kind("report", evidence.answer, evidence.typed),
    late.KIND: Kind("correct", late_answered.answer, late_answered.typed, asks_why=True),
    offers.KIND: Kind("report", offer_taken.answer),
    not_applicable.KIND: Kind("report", not_applicable.answer, not_applicable.typed),
    closing.KIND: Kind("reopen", closing.answer, closing.typed),
    explained.KIND: Kind("explain", typed=explain.typed, asks_why=True),
    set_target.KIND: Kind("set_target", set_target.answer, target_answered.typed, own_ok=True),
    baseline.KIND: Kind("set_target", baseline.answer),
    days.KIND: Kind("set_days", days.answer, days.typed),
    set_target.WRITTEN: Kind("set_target", typed=target_answered.after_writing, passing=True),
    leave.KIND: Kind("leave", leave.answer, leave.typed),
    leaves.KIND: Kind("leave", leaves.answer, leaves.typed),
    handover.KIND: Kind("hand_over", handover.answer, handover.typed),
    DIRECTIVE: Kind("directive", directives.answer, directives.typed),
    stopping.KIND: Kind("receive", stopping.answer, stopping.answered, passing=True),
    by_title.KIND: Kind("receive", by_title.answer, by_title.typed),
    working_along.KIND: Kind("receive", working_along.answer, working_along.typed),
    praise.KIND: Kind("directive", praise.answer),
    received.KIND: Kind("receive", typed=received.answered),
    reasoned.KIND: Kind("receive", reasoned.answer, reasoned.typed),
    asking.KIND: Kind("report", answering.answer, answering.typed, own_ok=True),
    enter_for.KIND: Kind("enter_for", enter_for.answer),
    "item": Kind("report", steps.picked),
    "cut": Kind("people", people.answer_cut),
    depart.KIND: Kind("people", depart.answer),
    leave_over.KIND: Kind("leave", leave_over.answer),
    pressing.KIND: Kind("press", pressing.answer),
    hand_in.KIND: Kind("press", hand_in.answer),
    explained.WHICH: Kind("explain", explained.picked),
}
PASSING = frozenset({questions.MENU, *(name for name, kind in KINDS.items() if kind.passing)})
ASKS_WHY = frozenset(name for name, kind in KINDS.items() if kind.asks_why)
