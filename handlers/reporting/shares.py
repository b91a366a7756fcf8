"""Units' shares of collected indicators in what people send: whose it is, whether it counts, the receipt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.naming.shares import names_another
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.deciding import carry, unit_figure
from handlers.doubting.kept import NUMBERS
from handlers.doubting.settling import checked
from handlers.reporting.figure_row import line_of
from handlers.standings import collecting
from handlers.standings.standing import Standing, standing_of, standings
from handlers.texts.reporting import collecting as texts
from handlers.turn import Reply, Turn

if TYPE_CHECKING:
    from handlers.reporting.recording import Recorded

NOTHING_YET = ("chua co", "chua bao", "chua gui", "chua nop")
"""Folded words that are no 0 beside a unit's name: its figure has not come."""
SEVERAL = 2


# --- what is meant -------------------------------------------------------------------------------------


def settled(turn: Turn, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with what only units' shares need: the indicator named once holds for the units after it,
    another's unit is asked about, "tổ 3 chưa có" is no figure.
    """
    found: list[Reading] = []
    line = _line_before(turn)
    for one in readings:
        reading = _not_another_unit(turn, _not_zero(turn, _of_line(turn, one, line)))
        reading = _of_two(turn, _of_whole(turn, reading))
        item = turn.ward.items.get(reading.item or "")
        line = item.parent if item is not None and item.share_of else line
        found.append(reading)
    return tuple(found)


def _line_before(turn: Turn) -> str | None:
    """The collected indicator that was spoken of before this message."""
    items = [turn.ward.items[key] for key in turn.context_items if key in turn.ward.items]
    lines = {one.parent if one.share_of else None for one in items}
    return lines.pop() if len(lines) == 1 else None


def _of_line(turn: Turn, reading: Reading, line: str | None) -> Reading:
    """ "rác tdp1 120, tdp2 98": the second unit's figure is one of rác too."""
    known = line is None or reading.item is not None
    if known or not reading.doubts or reading.doubts[0].reason != "which_indicator":
        return reading
    fitting = [one for one in reading.doubts[0].candidates if turn.ward.items[one.item or ""].parent == line]
    if len(fitting) != 1 or (turn.answered and fitting[0].item in turn.context_items):
        return reading  # "rác 112" after one of two indicators with "rác" was told of
    return checked(turn, fitting[0], "which_indicator")


def _of_whole(turn: Turn, reading: Reading) -> Reading:
    """118/125 where the plan has 120 households in the unit: asked, the plan is not changed by a report."""
    item = turn.ward.items.get(reading.item or "")
    whole = item.target.whole if item is not None and item.share_of and item.target else None
    if whole is None or reading.doubts or reading.denominator in {None, whole}:
        return reading
    alone = replace(reading, kind="figure", value=reading.numerator, numerator=None, denominator=None)
    return replace(reading, doubts=(Doubt("denominator_differs", (alone,)),))


def _of_two(turn: Turn, reading: Reading) -> Reading:
    """ "Nước sạch 127" of a ratio that is added up: whichever percentage it is, both numbers are needed."""
    item = turn.ward.items.get(reading.item or "")
    line = turn.ward.line_of(item) if item is not None and item.share_of else None
    too_much = [doubt.reason for doubt in reading.doubts] == ["out_of_range"] and reading.denominator is None
    added_up = line is not None and line.collect == "ratio"
    return replace(reading, kind="percent", doubts=()) if added_up and too_much else reading


def _not_zero(turn: Turn, reading: Reading) -> Reading:
    item = turn.ward.items.get(reading.item or "")
    if item is None or not item.share_of or not reading.none_arose:
        return reading
    if not fold(reading.words).startswith(NOTHING_YET):
        return reading
    return replace(reading, kind="not_done", value=None, none_arose=False, doubts=())


def _not_another_unit(turn: Turn, reading: Reading) -> Reading:
    """A unit that is not this person's: who reports for it is named; one that there is not is asked about."""
    candidates = [one.item for doubt in reading.doubts[:1] for one in doubt.candidates]
    named = [reading.item] if reading.item else candidates
    meant = [turn.ward.items[key] for key in named if key is not None and key in turn.ward.items]
    if not meant or reading.kind not in {*NUMBERS, "ambiguous"} or not all(one.share_of for one in meant):
        return reading
    if len(meant) == 1 and _names_another(turn, meant[0]):
        # "tdp 15", "rác tdp 15": no such unit; the one spoken of before is not meant by it.
        return replace(reading, item=None, doubts=(Doubt("other_unit", (replace(reading, doubts=()),)),))
    who = turn.owner or turn.person
    own_keys = {one.key for one in meant if may_send(turn, one, who)}
    if own_keys:
        return _offering(reading, own_keys)
    if len(meant) == 1 and turn.ward.acting(meant[0].owner_id) is not None:
        return replace(reading, item=meant[0].key)  # who reports for that unit is named
    lines = {one.parent for one in meant}
    own = [one for one in turn.ward.duties(who.id) if one.share_of and one.parent in lines]
    offered = tuple(replace(reading, item=one.key, doubts=()) for one in own)
    return replace(reading, item=None, doubts=(Doubt("other_unit", offered),)) if own else reading


def _offering(reading: Reading, keys: Collection[str]) -> Reading:
    """The reading with choices only of the units for which this person may send."""
    if not reading.doubts:
        return reading
    first = reading.doubts[0]
    offered = tuple(one for one in first.candidates if one.item in keys)
    return replace(
        reading, doubts=(replace(first, candidates=offered or first.candidates), *reading.doubts[1:])
    )


def _names_another(turn: Turn, item: ItemView) -> bool:
    return names_another(turn.words, turn.ward.unit_name(item.unit_id) or "")


def may_send(turn: Turn, item: ItemView, who: PersonView) -> bool:
    """Tell whether the item is this person's, or one that who types may speak for."""
    if item.owner_id is None or rights.may_speak(turn.ward, who, item):
        return True
    return rights.may_speak(turn.ward, turn.person, item)


def of_sum(turn: Turn, reading: Reading) -> list[str]:
    """What is said to who types the ward's own number of a collected indicator: it is computed.

    Nothing for other readings, and where a unit's figure may be meant: its sender's, or the clerk's.
    """
    meant = _shares_meant(turn, reading)
    line = turn.ward.line_of(meant[0]) if meant else None
    if line is None or any(one.parent != line.key for one in meant):
        return []
    enters = any(rights.may_speak(turn.ward, turn.person, one) for one in meant)
    said = fold(line_of(turn.words, reading))
    if (texts.TOTAL if len(meant) > 1 else texts.WARD).search(said) is None and (enters or len(meant) == 1):
        return []
    start, end = reading.span
    return [texts.is_computed(standing_of(turn, line), turn.words[start:end] or turn.words, enters=enters)]


def _shares_meant(turn: Turn, reading: Reading) -> list[ItemView]:
    """The units' shares that a figure may be of."""
    if reading.kind not in {*NUMBERS, "ambiguous"}:
        return []
    of_name = [one for one in reading.doubts if one.reason == "which_indicator"]
    keys = [reading.item, *(one.item for doubt in of_name for one in doubt.candidates)]
    return [turn.ward.items[key] for key in dict.fromkeys(keys) if key is not None and key in turn.ward.items]


# --- what is taken in -----------------------------------------------------------------------------------


def letters(turn: Turn, recorded: Sequence[Recorded]) -> list[Reply]:
    """Each figure that waits, to the first of the unit's heads who can be reached."""
    rows = [one.waits for one in recorded if one.waits is not None and not one.known]
    return carry.letters(turn, (unit_figure.request_of(turn.session, row, turn.ward) for row in rows))


# --- what is answered -----------------------------------------------------------------------------------

Row = tuple["Recorded", str]


def receipts(turn: Turn, rows: Sequence[Row]) -> list[str]:
    """Receipts for units' figures: those of one indicator, period and day under one heading."""
    groups: defaultdict[tuple[str, str, date], list[Row]] = defaultdict(list)
    for one, said in rows:
        if one.figure is not None:
            groups[one.item.parent or "", one.figure.period, one.figure.as_of].append((one, said))
    lines = _lines(turn, groups)
    found: list[str] = []
    for (key, period, _day), group in groups.items():
        heads, units = _heads(turn, [one for one, _said in group]), _units(turn, lines[key], period)
        if len(group) >= SEVERAL:
            found += texts.several(group, units, heads)
        else:
            one, said = group[0]
            owner = turn.ward.people.get(one.figure.person_id or 0) if one.figure else None
            found.append(texts.receipt(one, said, units, owner, turn.person, heads))
    return found


def _lines(turn: Turn, groups: Mapping[tuple[str, str, date], object]) -> Mapping[str, Standing]:
    wanted = [turn.ward.items[key] for key in dict.fromkeys(group[0] for group in groups)]
    return standings(turn.session, turn.now, turn.office, turn.ward, wanted)


def _units(turn: Turn, line: Standing, period: str) -> str:
    """How many units have told of a period: the one in question, or an earlier one that was put right."""
    if line.period is None or line.period.key == period:
        return texts.complete(line)
    told = collecting.history(turn.session, turn.ward, line.item)
    then = next((found for last, found in told if last.period == period), None)
    return texts.so_many(then, collecting.shares_of(turn.ward, line.item)) if then else texts.complete(line)


def _heads(turn: Turn, rows: Sequence[Recorded]) -> str:
    waiting = [(one.item, one.figure) for one in rows if one.waits is not None and one.figure is not None]
    return unit_figure.waits_for(turn.ward, waiting) if waiting else ""
