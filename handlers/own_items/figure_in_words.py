"""A figure in words told of a task, "vận động trẻ vào lớp 1 được 176/178": of the own indicator, or words?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.words import fold
from handlers.own_items import which_figure
from handlers.own_items.loose import LITTLE, weight_of, whole_names
from handlers.own_items.weighing import Own
from handlers.own_items.which_item import stands_alone
from handlers.reporting import clauses
from handlers.reporting.hearing import context_of
from handlers.texts.reporting import heard_of_items as hears
from handlers.turn import Turn

MOST = 2
"""So many figures are offered."""
_TOLD = frozenset({"in_progress", "done"})


def doubted(turn: Turn, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings, those that may be of a task or of an indicator asked about, the figure in front.

    Words behind a code are the task's, whatever they hold.
    """
    told = [one for one in found if one.kind in _TOLD and not one.doubts and one.words]
    if not told or not stands_alone(turn):
        return found
    own = Own.of(turn)
    told = [one for one in told if one.item in own.views and own.views[one.item].is_task]
    if not told or any(one.strength == "code" for one in whole_names(own)):
        return found
    heard = {one.item for one in found}
    return tuple(_asked(own, one, heard) if one in told else one for one in found)


def _asked(own: Own, task: Reading, heard: set[str | None]) -> Reading:
    figures = [one for key in _related(own, task) if key not in heard and (one := _figure(own, key, task))]
    if not figures:
        return task
    offered = (*figures[:MOST], replace(task, named=False))
    return replace(figures[0], item=None, named=False, doubts=(Doubt("which_indicator", offered),))


def _related(own: Own, task: Reading) -> list[str]:
    """The own counted indicators of which the words say what they say of the task."""
    found = own.ranked(task.words)
    said = next((one.said for one in found if one.key == task.item), frozenset())
    least = max(2 * LITTLE, weight_of(found, task.item or "") / 2)
    return [
        one.key
        for one in found
        if own.is_counted(one.key) and one.weight >= least and not said.isdisjoint(one.said)
    ]


def _figure(own: Own, key: str, task: Reading) -> Reading | None:
    """What one clause says of an indicator if it is of that: a share, a percentage, or a total."""
    context = replace(context_of(own.turn), item=key)
    for text, start in _pieces(own, task):
        for one in clauses.read_all(own.turn, text, context):
            if one.item == key and one.value is not None and _tells(own, one, text):
                return which_figure.moved(replace(one, named=False, doubts=()), start)
    return None


def _pieces(own: Own, task: Reading) -> Iterator[tuple[str, int]]:
    """Each clause, and its share without the words in front, which may be the task's whole name."""
    begin = max(own.turn.words.find(task.words), 0)
    for clause in clauses.of(own.turn, task.words):
        yield clause.text, begin + clause.start
        share = hears.SHARE.search(clause.text)
        if share is not None and not hears.AUDIENCE.search(fold(clause.text)):
            yield clause.text[share.start() :], begin + clause.start + share.start()


def _tells(own: Own, reading: Reading, text: str) -> bool:
    folded = fold(text)
    dated = any(doubt.reason == "date_or_ratio" for doubt in reading.doubts)
    if dated or reading.none_arose or not own.counts(reading, reading.item or "", text):
        return False
    if hears.TOTAL.search(folded):
        return True
    share = reading.unit == "%" or reading.numerator is not None
    return share and not hears.AUDIENCE.search(folded)
