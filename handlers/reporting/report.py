"""What an official types: figures, "xong", "vướng …" are recorded; what can be read two ways is asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.model import Reading
from bot.domain.reading.naming.shares import units_apart
from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from handlers import guard, rights
from handlers.correcting import corrected, nearest, of_last_year
from handlers.correcting.reasons import reason_given
from handlers.deciding.registry import counted, waiting_for
from handlers.doubting import (
    apart,
    beside_figure,
    graded,
    none_instead,
    to_come,
    twice,
    unclear,
    unheard,
)
from handlers.doubting.money import is_other_measure
from handlers.doubting.settling import sure
from handlers.extensions import foreseen
from handlers.obstacles import hindered, in_front, perhaps_hindered, told_once, trouble_lines
from handlers.office import target_told
from handlers.own_items import backlog, beside, figure_in_words, one_trouble
from handlers.reporting import (
    all_of_them,
    appraised,
    by_own_words,
    hearing,
    in_question,
    lines,
    one_item,
    own_names,
    shares,
    steps,
    which_period,
)
from handlers.reporting.asking import Asked
from handlers.reporting.outcome import Outcome
from handlers.reporting.replying import reply
from handlers.reporting.speaking import owner_spoken_for
from handlers.situation import answering
from handlers.standings.last_year import last_value
from handlers.standings.plan_year import in_plan_told
from handlers.texts.deciding import waiting as decide_texts
from handlers.texts.office import set_target as target_texts
from handlers.texts.reporting import not_recorded
from handlers.texts.reporting import said as texts
from handlers.texts.reporting import steps as step_texts
from handlers.turn import Reply, Turn, UserError

PRAISE = 3
"""So many words at most are a nod, "ok tốt lắm"."""


def free_text(turn: Turn) -> Sequence[Reply]:
    """Read a message and do what it says; one reply for everything in it."""
    if steps.is_skip(turn):
        onwards = steps.after(turn, [steps.pending(turn)["item"]])  # type: ignore[index]
        return [onwards] if onwards else [Reply(step_texts.skipped())]
    return all_of_them.in_words(turn) or reply(turn, taken_in(turn))


def taken_in(turn: Turn) -> Outcome:
    """What the message says, taken in."""
    outcome = Outcome()
    outcome.said += hearing.without_unknown_codes(turn)
    typed = turn.words = corrected.spelt(turn)
    turn.words, hindering = trouble_lines.set_apart(turn, units_apart(lines.without_plans(typed)))
    told = one_trouble.told(turn, beside.told(turn))
    settled = backlog.told(turn, figure_in_words.doubted(turn, told))
    heard = lines.own(turn, graded.of_an_own_item(turn, settled))
    found, off = guard.without_closed(turn.ward, told_once.of_one_item(turn, heard))
    if off:
        outcome.said.append(guard.of_closed(off, turn.ward))
    once, double = twice.told_apart(turn, found)
    for reading in in_front.of_trouble(turn, once):
        take(turn, reading, outcome)
    outcome.asked += double
    if not found and not off:
        _unread(turn, outcome)
    said = hindered.ask_whose(turn, outcome, hindering)
    kept = [*said, *filter(None, [reason_given(turn)]), *outcome.words]
    left = lines.left_out(typed, found, kept)
    outcome.said += left or ([] if off else unheard.left_out(turn, typed, found, kept))
    return outcome


def _unread(turn: Turn, outcome: Outcome) -> None:
    """Words in which nothing is reported: asked about; or how the item that they begin with is, told."""
    if (asked := unclear.about_one_item(turn)) is not None:
        outcome.asked.append(asked)
        return
    for item in own_names.begun(turn, turn.words):
        outcome.items.append(item.key)
        last = last_value(figures.latest(turn.session, [item.id]).get(item.id))
        outcome.said.append(texts.number_wanted(item, "", turn.person, last))


def take(turn: Turn, reading: Reading, outcome: Outcome) -> None:
    """Do what one reading says, or note why it must be asked about; of last year's, by last year's plan."""
    here = turn.ward
    with in_plan_told(turn, reading) as is_of_last_year:
        if not is_of_last_year:
            _take(turn, reading, outcome)
            return
        told = Outcome()
        if (there := of_last_year.of_plan(reading, here, turn.ward)) is not None:
            _take(turn, there, told)
        else:
            told.said.append(of_last_year.not_there(turn, reading, here))
        of_last_year.brought(turn, told, here, outcome)


def _take(turn: Turn, reading: Reading, outcome: Outcome) -> None:
    reading = foreseen.of_task(turn, reading)
    reading = in_question.asked_of_others(
        turn, own_names.doubted(turn, nearest.doubted(turn, apart.doubted(turn, sure(turn, reading))))
    )
    reading = none_instead.doubted(turn, reading)
    reading = perhaps_hindered.doubted(turn, target_told.doubted(turn, beside_figure.doubted(turn, reading)))
    item = turn.ward.items.get(reading.item or "")
    told = (
        appraised.is_told,
        beside_figure.is_all_sent,
        _not_theirs,
        _is_unchanged,
        _is_computed,
        _is_off_scale,
        to_come.is_told,
        _lacks_number,
    )
    if any(is_told(turn, reading, outcome) for is_told in told):
        return
    asks_for_day = reading.kind == "extension" and item is not None
    if reading.doubts and not asks_for_day:
        outcome.asked.append(Asked(reading, reading.doubts[0]))
        hindered.at_once(turn, reading, outcome)
    elif reading.kind == "greeting":
        hello = "chao" in fold(turn.words).split()
        outcome.said.append(thanked(turn, hello=hello))
    elif item is not None and _is_praise(turn, reading, item):
        outcome.said.append(thanked(turn, hello=False))
    elif reading.kind == "question":
        outcome.said += [answering.answer(turn, reading), *in_question.unrecorded(turn, reading)]
        outcome.items += _shown(turn, reading, item)
    elif item is not None and (beside := unclear.of_something_else(turn, reading, item)) is not None:
        outcome.asked += [beside] if isinstance(beside, Asked) else []
    elif item is not None and is_other_measure(reading, item):
        outcome.said.append(not_recorded.goes_with_it(item, reading))
    elif item is not None:
        try:
            one_item.take(turn, reading, item, outcome)
        except UserError as error:
            # Nothing was written for this item yet; the others of the message go on.
            outcome.said.append(error.text)


def _lacks_number(turn: Turn, reading: Reading, outcome: Outcome) -> bool:
    """Of "bhyt ổn định", said of an own item that is counted: its number is asked for."""
    item = turn.ward.items.get(reading.item or "")
    if reading.kind != "question" or item is None or item.target is None:
        return False
    if not by_own_words.is_statement(turn.words) or not rights.may_speak(turn.ward, turn.person, item):
        return False
    outcome.items.append(item.key)
    last = last_value(figures.latest(turn.session, [item.id]).get(item.id))
    outcome.said.append(texts.number_wanted(item, "", turn.person, last))
    return True


def _shown(turn: Turn, reading: Reading, item: ItemView | None) -> list[str]:
    """The item whose card is shown: a reply to it is about it."""
    own = item is not None and rights.may_speak(turn.ward, turn.person, item)
    return [item.key] if item is not None and own and reading.named else []


def thanked(turn: Turn, *, hello: bool) -> str:
    """The answer to a kind word, or to a greeting: what waits for who says it."""
    decides = rights.may(turn.person, "decide")
    waiting = counted(waiting_for(turn.session, turn.ward, turn.person)) if decides else []
    more = decide_texts.waits_for(turn.person, waiting) if waiting else None
    return texts.thanks(turn.person, steps.awaited(turn), hello=hello, more=more)


def _is_praise(turn: Turn, reading: Reading, item: ItemView) -> bool:
    """ "Tốt", "được rồi" of who reads about an item that somebody else answers for: no report of it."""
    short = not reading.named and reading.kind in apart.WORK and len(turn.words.split()) <= PRAISE
    return short and item.owner_id != turn.person.id and not rights.may_speak(turn.ward, turn.person, item)


def _not_theirs(turn: Turn, reading: Reading, outcome: Outcome) -> bool:
    """True when this person may not report on the item: said at once, not after a question."""
    item = turn.ward.items.get(reading.item or "")
    if item is None or not reading.doubts:
        return False
    try:
        owner_spoken_for(turn, item, texts.not_own_item)
    except UserError as error:
        plans = reading.doubts[0].reason == "target_not_result" and turn.person.has("chair", "leader")
        outcome.said.append(target_texts.clerk_sets(item, turn.words, turn.person) if plans else error.text)
        return True
    return False


def _is_unchanged(turn: Turn, reading: Reading, outcome: Outcome) -> bool:
    """ "Không thay đổi" of what this period has a figure of already: nothing to ask, nothing to write."""
    item = turn.ward.items.get(reading.item or "")
    doubt = reading.doubts[0] if reading.doubts else None
    if item is None or item.is_task or doubt is None:
        return False
    if doubt.reason != "refers_to_previous" or len(doubt.candidates) > 1:
        return False
    period, _day = which_period.of_reading(turn, reading, item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    if row is None or row.supplied:
        return False
    outcome.items.append(item.key)
    outcome.said.append(texts.unchanged(item, row))
    return True


def _is_computed(turn: Turn, reading: Reading, outcome: Outcome) -> bool:
    """True for the ward's own number of what its units report: told, not recorded."""
    outcome.said += (said := shares.of_sum(turn, reading))
    return bool(said)


def _is_off_scale(turn: Turn, reading: Reading, outcome: Outcome) -> bool:
    """True for a grade that the item's scale does not have: said, not recorded."""
    outcome.said += (said := graded.off_the_scale(turn, reading))
    return bool(said)
