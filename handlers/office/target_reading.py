"""What the words of /giaochitieu say: which indicator, its new target, by which document, since when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bot.domain import assigning
from bot.domain.reading import read
from bot.domain.reading.amounts.numbers import parse_number
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.model import Context
from bot.domain.reading.vocabulary.units import UNITS
from bot.domain.reading.words import fold
from bot.domain.targets import Target
from bot.domain.yardstick import is_rate
from db.item_view import ItemView
from handlers import finding
from handlers.texts.office import set_target as texts
from handlers.texts.office import target_heard
from handlers.turn import Turn, UserError

ASSIGNED_ABOVE: Mapping[str, Any] = {
    "source": "assigned_later",
    "value": None,
    "low": None,
    "high": None,
    "phased": {},
}
"""What a target is until the level above has given its number."""
SOON = timedelta(days=31)
"""A day so near is meant, "từ 1/1" said at the end of December, and not that day of the plan's year."""
UNIT_OF: Mapping[str, str] = {"%": "%"} | {
    spelling: unit for unit, spellings in UNITS.items() for spelling in spellings
}
"""What a number may be counted in, by how it is typed."""
_RATE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?")
_HARMLESS = {"target_not_result", "outlier", "decrease", "out_of_range", "which_measure"}
"""Doubts about results; a target may be any number."""


@dataclass(frozen=True, slots=True)
class Basis:
    """By which document of which day a target is set, and the day from which it holds where that is said."""

    since: date | None = None
    document: str | None = None
    day: date | None = None

    def or_else(self, other: Basis) -> Basis:
        """This one, completed by another."""
        if self.document is None:
            return Basis(self.since or other.since, other.document, other.day)
        return Basis(self.since or other.since, self.document, self.day)


def split_basis(turn: Turn, words: str) -> tuple[str, Basis]:
    """The words without the document and the day from which the target holds, in either order."""
    words, since = split_since(turn, words.rstrip(" ,;"))
    words, document, day = split_document(turn, words)
    if since is None:
        words, since = split_since(turn, words)
    return words, Basis(since, document, day)


def split_since(turn: Turn, words: str) -> tuple[str, date | None]:
    """The words without the day from which the target holds, and that day, by default of the plan's year."""
    found = target_heard.SINCE.search(words)
    if found is None:
        return words, None
    if fold(found[1]) == "dau nam":
        return words[: found.start()], date(turn.ward.year, 1, 1)
    day = find_date(found[1], turn.now, expected=True)
    if not isinstance(day, DateReading):
        raise UserError(texts.unreadable_since(found[1]))
    stated = str(day.start.year) in found[1]
    soon = day.start.year > turn.ward.year and turn.today < day.start <= turn.today + SOON
    since = day.start if stated or soon else day.start.replace(year=turn.ward.year)
    return words[: found.start()], since


def split_document(turn: Turn, words: str) -> tuple[str, str | None, date | None]:
    """The words without the document, the document's number, its date."""
    found = target_heard.DOCUMENT.search(words)
    if found is None:
        return words, None, None
    document, rest = found[1].strip(), words[: found.start()].strip()
    if dated := target_heard.DATED.match(document):
        # A document is of the past: "5/1" said in November is last January's.
        day = find_date(dated[2], turn.now, expected=True, past=True)
        if not isinstance(day, DateReading) or day.start > turn.today:
            raise UserError(texts.unreadable_date(dated[2]))
        return rest, dated[1].strip(), day.start
    return rest, document, None


def item_and_rest(turn: Turn, words: str) -> tuple[ItemView, str]:
    """The indicator, and what is said of it. Raises UserError for none, several, or what takes no target."""
    code = (words.split() or [""])[0]
    line = finding.compound(turn.ward, code)
    if line is not None and not line.collect:
        raise UserError(texts.has_parts(line, [turn.ward.items[key] for key in line.parts]))
    named = line or finding.by_code(turn.ward, code)
    found = turn.ward.catalogue.find(words)
    start, end = found.span if named is None else (0, words.index(code) + len(code))
    hits = [turn.ward.items[one.key] for one in found.items] if named is None else [named]
    hits = finding.meant(turn.ward, turn.person, hits)
    hits = [one for one in hits if not one.is_task] or hits  # a task has no target
    if len(hits) != 1:
        raise UserError(texts.several(words, hits) if hits else texts.nothing_found(words))
    item = hits[0]
    if item.is_task:
        raise UserError(texts.not_an_indicator(item))
    return item, " ".join(f"{words[:start]} {words[end:]}".split())


def target(turn: Turn, item: ItemView, before: Target | None, words: str) -> Target:
    """What the words make of the target. Raises UserError, with the reason, for what can be read two ways."""
    if before is not None and (graded := assigning.with_grade(before, words)) is not None:
        return graded
    if before is not None and before.unit is None and _waits_for_number(before):
        before, words = _with_unit(item, before, words)
    if before is None or before.unit is None or before.is_event_free or before.is_narrative:
        raise UserError(texts.no_number(item))
    if (share := _of_what_is_assigned(before, words)) is not None:
        return replace(before, **ASSIGNED_ABOVE, percent_of_assigned=share)
    said = assigning.stated(words)
    if said.step and before.comparator != "reduce_by" and before.measured != "growth":
        raise UserError(texts.by_how_much(item, words))
    values = [_number(turn, item, one) for one in said.numbers]
    known = [value for value in values if value is not None]
    after = None
    if len(known) == len(values):
        after = (
            assigning.with_range(before, *known)
            if len(known) == 2
            else assigning.with_number(before, known[0], said.comparator)
        )
    if after is None:
        raise UserError(texts.number_unclear(item))
    return after


def _waits_for_number(before: Target) -> bool:
    """Tell "hoàn thành kế hoạch tiêm chủng", whose number comes from above, from what is told in words."""
    counted = before.is_total or before.evaluation == "level"
    return counted and before.source == "assigned_later" and before.value is None


def _with_unit(item: ItemView, before: Target, words: str) -> tuple[Target, str]:
    """The target with the unit that is said, and the number. UserError: none is, and the plan has none."""
    said = target_heard.COUNTED.fullmatch(words.strip())
    unit = UNIT_OF.get(fold(said[2])) if said is not None else None
    if said is None or unit is None:
        raise UserError(texts.unit_wanted(item))
    return replace(before, unit=unit), said[1]


def _of_what_is_assigned(before: Target, words: str) -> Decimal | None:
    """Of "100% chỉ tiêu trên giao" the 100; of "100%" too, where the number is assigned above. Form T28."""
    said = target_heard.OF_ASSIGNED.search(fold(words))
    if said is not None:
        return parse_number(said[1]).value if said[1] else Decimal(100)
    waits = before.source == "assigned_later" and before.value is None and not is_rate(before.unit)
    alone = target_heard.RATE_ALONE.fullmatch(fold(words)) if waits else None
    return parse_number(alone[1]).value if alone else None


def _number(turn: Turn, item: ItemView, words: str) -> Decimal | None:
    """The one number that the words say, in the item's unit; a collected sum's is read as a share's."""
    if item.collect == "ratio":  # its shares are reported in pairs, never as a rate
        rate = _RATE.fullmatch(words)
        return parse_number(rate[1]).value if rate and not parse_number(rate[1]).flaw else None
    key = item.parts[0] if item.collect else item.key
    readings = read(f"{key} {words}", turn.ward.catalogue, Context(now=turn.now, item=key))
    values = [
        one.value
        for one in readings
        if one.value is not None and one.item == key and not ({d.reason for d in one.doubts} - _HARMLESS)
    ]
    return values[0] if len(values) == 1 else None
