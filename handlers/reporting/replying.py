"""What is answered to a message in which something was reported, or nothing that could be read."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.correcting import by_clerk, late, left_behind, offers
from handlers.deciding import declined
from handlers.doubting import as_picked
from handlers.obstacles import obstacle
from handlers.reporting import asking, in_name, shares, steps
from handlers.reporting.outcome import Outcome
from handlers.reporting.receipts import how_to_correct, receipts
from handlers.results import completing
from handlers.standings.plan_year import marked
from handlers.texts.correcting import offers as offer_texts
from handlers.texts.deciding import declined as declined_texts
from handlers.texts.reporting import said as texts
from handlers.turn import Reply, Turn


def reply(turn: Turn, outcome: Outcome) -> Sequence[Reply]:
    """One reply for what became of a message, and the next step of /baocao."""
    asked = [one.asked for one in outcome.recorded if one.asked is not None and not one.known]
    gone_on = [one.declined for one in outcome.recorded if one.declined is not None]
    beside = [
        *outcome.beside,
        *obstacle.letters(turn, outcome.recorded),
        *completing.letters(turn, asked),
        *completing.taken_back(turn, outcome.recorded),
        *in_name.of_completions(turn, outcome.recorded),
        *in_name.of_corrections(turn, outcome.recorded),
        *in_name.of_entries(turn, outcome.recorded),
        *shares.letters(turn, outcome.recorded),
        *late.overtaken(turn, outcome.recorded),
        *declined.gone_on(turn, gone_on),
    ]
    if not (outcome.recorded or outcome.said or outcome.asked or outcome.late):
        if beside:
            left = obstacle.left_behind(turn)
            return [Reply("\n".join(left)), *beside] if left else beside
        return [Reply(texts.not_understood(turn.person, steps.awaited(turn)))]
    said = [*receipts(turn, outcome.recorded), *by_clerk.told(turn, outcome.recorded), *outcome.said]
    said += late.taken_back(outcome.recorded)
    said += [declined_texts.waits_no_more(one.item) for one in outcome.recorded if one.declined is not None]
    if outcome.recorded:
        offers.lapse(turn)
    if outcome.recorded or outcome.asked or outcome.late:
        # Whoever goes on to report has left the question behind: its numbers must not be taken later.
        about = [one.reading.item for one in outcome.asked if one.reading.item]
        said += [*asking.left_behind(turn, [*outcome.items, *about]), *obstacle.left_behind(turn)]
    put, letters = late.put(turn, outcome.late)
    said, beside = [*said, *put], [*beside, *letters]
    unexplained = [one for one in outcome.late if not one.reason]
    said += left_behind.of_late(turn, outcome.late) if outcome.asked or unexplained else []
    if outcome.asked:
        said += late.how_to_explain(turn, unexplained)
        return [asking.ask(turn, [as_picked.told(turn, one) for one in outcome.asked], said), *beside]
    if unexplained:
        return [late.ask_why(turn, unexplained, said), *beside]
    said += how_to_correct(turn, outcome.recorded)
    items = marked(turn.ward, dict.fromkeys(outcome.items))
    if not outcome.recorded:
        return [Reply("\n".join(said), ask=steps.resumed(turn), items=items), *beside]
    if (onwards := steps.after(turn, outcome.settled)) is not None:
        return [Reply("\n".join(said), items=items), onwards, *beside]
    return [_receipt(turn, outcome, said, items), *beside]


def _receipt(turn: Turn, outcome: Outcome, said: Sequence[str], items: tuple[str, ...]) -> Reply:
    """What was taken in, and below it what may have been meant instead."""
    offer = offers.below(turn, outcome)
    if offer is None:
        return Reply("\n".join(said), items=items)
    text = "\n".join([*said, offer_texts.if_not_right(turn.person)])
    return Reply(text, offer.choices, offer.ask, items)
