"""Which own item a message is about that names none for certain: told for it, or asked with it in front."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.naming.meant import LEAD, Likely, meant
from bot.domain.reading.read import ONLY_NAMED
from bot.domain.reading.words import fold
from db.models import Question
from handlers.doubting.kept import asks
from handlers.own_items import which_figure
from handlers.own_items.loose import LITTLE, WORK, called_so, is_loose, weight_of, whole_names, without_staff
from handlers.own_items.weighing import RULE, Own
from handlers.reporting import asking, clauses
from handlers.reporting.hearing import context_of
from handlers.texts.reporting import heard_of_items as hears
from handlers.texts.reporting.choices import UNNAMED
from handlers.turn import Turn

MOST = 5
"""So many items are offered."""
LEAST_WORDS = 4
_LEFT_ALONE = frozenset({"question", "greeting", "extension", "correction"})


def settled(turn: Turn, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings with what names no own item for certain told of the one that its words speak of.

    A message that answers something is about what was asked, and several lines are read as a list.
    """
    return of_its_own(turn, found) if stands_alone(turn) else found


def of_its_own(turn: Turn, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The same of what is known to stand alone."""
    tells = _only_tells(turn, found)
    if not tells and any(one.kind in _LEFT_ALONE for one in found):
        return found
    own = Own.of(turn)
    if not own.items:
        return found
    if not found or tells:
        return _of_statement(own) or found
    found = tuple(without_staff(own, one) for one in found)
    loose = [one for one in found if is_loose(own, one)]
    if not loose:
        return _merged(own, found)
    if len(loose) == len(found):
        return _whole(own, loose) or found
    return _parts(own, found, loose)


def stands_alone(turn: Turn) -> bool:
    asked = context_of(turn).item is not None and not turn.answered
    return not asked and answers_nothing(turn)


def answers_nothing(turn: Turn) -> bool:
    """True of one line that is no reply, no correction, and nobody else's words."""
    asked = turn.question is not None and not _goes_on_to_report(turn, turn.question)
    answers = turn.message.reply_to or asked or turn.replaces or turn.message.forwarded
    return not (answers or "\n" in turn.words.strip())


def _goes_on_to_report(turn: Turn, question: Question) -> bool:
    """True of a whole statement after a question of which item words are: it answers nothing."""
    unanswered = question.kind == asking.KIND and question.answer is None
    return unanswered and question.payload.get("reason") in UNNAMED and len(turn.words.split()) >= LEAST_WORDS


# --- words


def _of_statement(own: Own) -> tuple[Reading, ...]:
    """What was not read as anything, told in words of the item that they speak of."""
    text = own.turn.words
    folded = fold(text)
    if len(text.split()) < LEAST_WORDS or not hears.TELLS.search(folded) or hears.REQUESTS.search(folded):
        return ()
    told = _worded(own, (), text, 0)
    return (told,) if told is not None else _asked(own, (), (), text)


def _only_tells(turn: Turn, found: Sequence[Reading]) -> bool:
    """True of "kđt: hồ sơ đã lên TP, tuần sau đoàn xuống": a name was heard, and no state that is known."""
    if not found or any(one.rule != ONLY_NAMED for one in found):
        return False
    folded = fold(turn.words)
    return hears.HAPPENED.search(folded) is not None and not asks(folded)


def _worded(own: Own, loose: Sequence[Reading], text: str, start: int) -> Reading | None:
    """The words told of the one own item that they speak of for certain."""
    found = own.ranked(text)
    sure = [key for key in meant(found, own.items) if own.takes(key, loose)]
    if not sure or hears.is_bare(text) or _names_others(own, sure):
        return None
    if _may_be_figure(own, loose, found, sure) or _may_be_kept(own, text, found, sure):
        return None
    return own.told(min(sure, key=lambda key: _order(own, key)), loose, text, start)


def _names_others(own: Own, sure: Collection[str]) -> bool:
    """True where another own item is called by its whole name besides."""
    called = [one.keys for one in whole_names(own) if own.views.keys() >= {*one.keys}]
    return any(len(keys) == 1 and keys[0] not in sure for keys in called)


def _may_be_kept(own: Own, text: str, found: Sequence[Likely], sure: Collection[str]) -> bool:
    """True where an own item that is to be kept is spoken of as well as the task that takes words."""
    if not hears.KEPT.search(fold(text)):
        return False
    others = [(own.views[one.key].target, one.weight) for one in found if one.key not in sure]
    return any(target is not None and target.is_kept and weight >= LITTLE for target, weight in others)


def _may_be_figure(
    own: Own, loose: Sequence[Reading], found: Sequence[Likely], sure: Collection[str]
) -> bool:
    """True where an own item that is counted is spoken of as much as the one that takes words."""
    if not any(one.value is not None and not one.none_arose for one in loose):
        return False
    least = max(weight_of(found, key) for key in sure) / LEAD
    return any(own.is_counted(one.key) and one.weight >= least for one in found)


def _order(own: Own, key: str) -> int:
    """Of an indicator and the task that is to reach it the indicator is told of."""
    target = own.views[key].target
    return 2 if target is None else 0 if target.is_narrative else 1


def _merged(own: Own, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Words that were cut between an item and one that has its name inside: all of one of them."""
    plain = all(one.kind in WORK - {"obstacle"} and one.value is None and not one.doubts for one in found)
    told = [one.item or "" for one in found]
    if len(found) < 2 or not plain or not own.views.keys() >= set(told):
        return found
    sure = meant(own.ranked(own.turn.words), own.items)
    if not sure or sure[0] not in told or not all(_holds(own, one, sure[0]) for one in told):
        return found
    return (replace(own.told(sure[0], found, own.turn.words, 0), doubts=()),)


def _holds(own: Own, key: str, inner: str) -> bool:
    """True where the name of one has that of the other inside."""
    name, other = fold(own.items[key].name), own.items[inner]
    return key == inner or fold(other.name) in name or fold(other.short_name) in name


# --- the message


def _whole(own: Own, loose: Sequence[Reading]) -> tuple[Reading, ...]:
    """The whole message as one report: a figure, else words, else the question which item is meant."""
    text = own.turn.words
    numbers = [one for one in loose if one.value is not None and not one.none_arose]
    if numbers and (figures := which_figure.told(own, numbers)):
        return figures
    if hears.is_bare(text) and any(doubt.candidates for one in loose for doubt in one.doubts):
        return ()
    if (worded := _worded(own, loose, text, 0)) is not None:
        return (worded,)
    return _asked(own, loose, numbers, text)


def _parts(own: Own, found: Sequence[Reading], loose: Sequence[Reading]) -> tuple[Reading, ...]:
    """The parts of a message that tells of other items besides; words of an item that is told of go to it."""
    heard = {one.item: one for one in found if one not in loose}
    made = dict(enumerate(found))
    for place, one in enumerate(found):
        if one not in loose:
            continue
        part = _part(own, one)
        if part.item not in heard or part is one:
            made[place] = part
        elif (whole := _as_one(heard[part.item], part)) is not None:
            made[found.index(heard[part.item])] = heard[part.item] = whole
            del made[place]
    return tuple(made.values())


def _as_one(heard: Reading, part: Reading) -> Reading | None:
    """Both told in the words of both; None where a number is told."""
    asks = any(doubt.candidates for doubt in heard.doubts)
    hinders = part.kind == "obstacle" or "obstacle" in (*heard.also, *part.also)
    if asks or hinders or heard.value is not None or part.value is not None:
        return None
    if heard.kind not in {*WORK - {"obstacle"}, "ambiguous"}:
        return None
    first, second = sorted((heard, part), key=lambda one: one.span[0])
    texts = [one.words for one in (first, second) if one.words]
    inside = [one for one in texts if not any(one != other and one in other for other in texts)]
    return replace(part, words="; ".join(dict.fromkeys(inside)), doubts=())


def _part(own: Own, reading: Reading) -> Reading:
    """A part of a message that tells of other items besides."""
    parts = clauses.of(own.turn, own.turn.words)
    clause = next((one for one in parts if one.holds(reading.span[0])), None)
    if clause is None:
        return reading
    if reading.value is not None and not reading.none_arose:
        told = which_figure.of(own, [reading], clause.text, clause.start)
    else:
        told = _worded(own, [reading], reading.words or clause.text, reading.span[0])
    return told if told is not None else reading


def _asked(own: Own, loose: Sequence[Reading], numbers: Sequence[Reading], text: str) -> tuple[Reading, ...]:
    """The question which item is meant, those in front that the words speak of most."""
    offered = {one.item: one for each in loose for doubt in each.doubts for one in doubt.candidates}
    order = [one.key for one in own.ranked(text) if one.weight >= LITTLE]
    if order and order[0] in offered and len(loose) == 1:
        return (_in_order(loose[0], order),)
    told = []
    for key in dict.fromkeys((*order, *(key for key in offered if key in own.items and order))):
        fitting = next((one for one in numbers if own.counts(one, key, text)), None)
        if key in offered and (fitting is not None or not numbers):
            told.append(offered[key])
        elif fitting is not None:
            told.append(which_figure.number_of(own.items[key], fitting))
        elif own.takes(key, loose):
            told.append(replace(own.told(key, loose, text, 0), named=False, doubts=()))
    if not told:
        return ()
    told += [offered[key] for key in offered if key not in own.items and key in called_so(own)]
    first = next((one for one in numbers if any(each.value is not None for each in told)), None)
    status = next((one.status for one in loose if one.status), None)
    asked = first or Reading("ambiguous", status=status, words=text, span=(0, len(text)), rule=RULE)
    doubt = Doubt("which_indicator", tuple(told[:MOST]))
    return (replace(asked, item=None, named=False, doubts=(doubt,)),)


def _in_order(reading: Reading, order: Sequence[str]) -> Reading:
    """The same question, with the items in front that the words speak of most."""
    places = {key: place for place, key in enumerate(order)}
    doubt, *others = reading.doubts
    likeliest = sorted(doubt.candidates, key=lambda one: places.get(one.item or "", len(places)))
    return replace(reading, doubts=(replace(doubt, candidates=tuple(likeliest)), *others))
