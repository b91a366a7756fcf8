"""The figures of one part: its value, a/b, percentage, money beside a count, progress of a task."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.reading.amounts.kinds import all_kinds
from bot.domain.reading.amounts.percentages import agrees, percentage
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.sums import Parts, parts_told
from bot.domain.reading.amounts.units import alike, is_money, measure, typed_unit
from bot.domain.reading.doubts.candidates import with_value
from bot.domain.reading.doubts.otherwise import looks_like_day, no_figure
from bot.domain.reading.doubts.reasons import value_doubts
from bot.domain.reading.figures import nameless
from bot.domain.reading.figures.changes import change_told
from bot.domain.reading.figures.days import dated
from bot.domain.reading.figures.falls import (
    fallen_to,
    falls_below_nothing,
    is_reduced_or_left,
    measures,
    told_otherwise,
)
from bot.domain.reading.figures.growth import of_period_or_total
from bot.domain.reading.figures.pending import none_beside, settled
from bot.domain.reading.figures.rest import rest_told
from bot.domain.reading.figures.told_beside import rate_beside, sum_beside
from bot.domain.reading.figures.values import Report
from bot.domain.reading.model import Doubt, Kind, Reading, Reason
from bot.domain.reading.naming.choices import doubt_item, possible
from bot.domain.reading.part import Part
from bot.domain.reading.states import doings
from bot.domain.reading.states.of_part import state_reading
from bot.domain.reading.states.progress import task_readings
from bot.domain.reading.states.work_state import work_reading

# Doubts that leave nothing to store until the person has chosen.
_UNREADABLE: frozenset[Reason] = frozenset(
    (
        "no_indicator",
        "which_indicator",
        "which_measure",
        "unit_missing",
        "unit_ambiguous",
        "unit_mismatch",
        "thousands_slip",
        "malformed_number",
        "non_integer_count",
        "negative",
        "range",
        "two_numbers",
        "vague_quantity",
        "date_or_ratio",
        "refers_to_previous",
        "target_not_result",
    )
)

_WORDED = frozenset(("done", "not_done", "in_progress", "obstacle"))


def figure_readings(part: Part, report: Report, main: Quantity, state: doings.State) -> list[Reading]:
    """Read the figure that `main` holds, and what stands beside it that is a report of its own."""
    if part.item is not None and part.item.kind == "task":
        return task_readings(part, main, state)
    if part.item is None and not part.keys:
        return _nameless(part, report, main, state)
    rate = rate_beside(part, report)
    reading = dated(part, _figure(part, report, main, state), main, report.stated)
    reading = _doubted(part, reading, report, main) if part.item else _of_nobody(part, reading, report, main)
    others = [sum_beside(part, report.beside, reading)] if report.beside is not None else []
    return [reading, *others, *([rate] if rate is not None else [])]


def _figure(part: Part, report: Report, main: Quantity, state: doings.State) -> Reading:
    over = main.over or report.planned
    unit = typed_unit(main, part.item) or _planned_unit(part, main)
    status = state.status if state.status != "not_done" else None
    reading = part.reading(
        "ratio" if over else "percent" if unit == "%" else "figure",
        _rule(main, report),
        value=_stored(part, main),
        unit=unit,
        qualifier="delta" if main.role == "delta" else main.qualifier,
        span=part.span_of(main),
        status=status,
        also=(status,) if status else (),
        words=_aside(part, main),
    )
    if over:
        nothing = main.value == over.value == 0  # "đơn thư 0/0"
        reading = replace(reading, numerator=main.value, denominator=over.value, none_arose=nothing)
    if part.correcting or report.old is not None:
        old = _said_wrong(report.old, reading.value) if report.old else None
        reading = replace(reading, kind="correction", old_value=old)
    return _with_percentage(part, reading, report, main, over)


def _said_wrong(old: Quantity, value: Decimal | None) -> Decimal:
    """Return the wrong value: of "4583 mới đúng, 4,583 là sai" the decimal."""
    return old.others[0] if old.value == value and old.others else old.value


def _planned_unit(part: Part, main: Quantity) -> str | None:
    if part.item is None:
        return None
    return "đồng" if is_money(part.item.unit) and not main.is_percent else part.item.unit


def _stored(part: Part, main: Quantity) -> Decimal:
    """Return what is stored: a of a/b, or the rate that a of b people make."""
    over = main.over
    if over is None or measure(part.item) != "rate" or main.is_rate or over.is_rate:
        return main.value
    return percentage(main.value, over.value) or Decimal(0)


def _with_percentage(
    part: Part, reading: Reading, report: Report, main: Quantity, over: Quantity | None
) -> Reading:
    stated = report.stated
    if stated is None:
        return reading
    whole = over.value if over else part.item.target if part.item else None
    checkable = bool(whole) and (over is not None or measure(part.item) != "rate")
    exact = percentage(main.value, whole) if checkable and whole else None
    consistent = agrees(stated.value, stated.step, exact) if exact is not None else None
    return replace(reading, percent_stated=stated.value, percent_consistent=consistent)


def _rule(main: Quantity, report: Report) -> str:
    if main.over is not None:
        return "a of b"
    if report.planned is not None:
        return "result beside its target"
    if main.worded:
        return "number in words"
    if main.is_percent:
        return "percentage"
    return "sum of money" if is_money(main.unit) else "number"


def _aside(part: Part, main: Quantity) -> str:
    """Return what stands in brackets or after "trong đó": kept as it was typed."""
    if not any(q.aside and q.start > main.start for q in part.segment.quantities):
        return ""
    begin, end = part.found.span(main.end, part.end)
    return part.found.text[begin:end].strip(" ,;.()\n")


# --- doubts --------------------------------------------------------------------------------------


def _doubted(part: Part, reading: Reading, report: Report, main: Quantity) -> Reading:
    if (rest := rest_told(part, reading, main)) is not None:
        return replace(reading, doubts=(rest,))
    if (doubt := no_figure(part, reading, main)) is not None:
        return replace(reading, kind="ambiguous", doubts=(doubt,))
    if not part.segment.named and (rates := _other_rates(part, main)):
        others = doubt_item("which_indicator", reading, rates, part.catalogue, part.context, main)
        doubt = replace(others, candidates=(reading, *others.candidates))
        return replace(reading, kind="ambiguous", doubts=(doubt,))
    if (change := change_told(part, reading, report, main)) is not None:
        return change
    parts = None if part.is_settled("two_numbers") else parts_told(part)
    if parts is not None and parts.stated != parts.total:
        return _of_parts(part, reading, parts)
    if parts is not None:
        report.rivals, main = [], replace(main, value=parts.total, flaw=None)
        reading = with_value(reading, parts.total)
    return _with_doubts(part, reading, report, main)


def _with_doubts(part: Part, reading: Reading, report: Report, main: Quantity) -> Reading:
    """What is doubtful about the number itself."""
    assert part.item is not None  # noqa: S101 - the caller has an item
    if (sure := settled(part, reading, main) or none_beside(part, reading, main)) is not None:
        return sure
    if (total := all_kinds(part)) is not None:
        both = with_value(reading, total), with_value(reading, main.value)
        return replace(reading, kind="ambiguous", doubts=(Doubt("two_numbers", both),))
    reading = fallen_to(part, reading, main)
    exceeds = "vuot" in part.found.words(part.start, part.end)
    doubts = value_doubts(reading, report, main, part.item, part.context, exceeds=exceeds)
    if falls_below_nothing(part, main) and not part.is_settled("outlier"):
        doubts = (Doubt("outlier", (with_value(reading, main.value),)), *doubts)
    if (other := told_otherwise(part, main)) is not None and not part.is_settled("two_numbers"):
        told = with_value(reading, main.value), with_value(reading, other)
        doubts = (Doubt("two_numbers", told), *doubts)
    if not doubts and not part.is_settled("decrease") and not part.correcting:
        begins = part.context.begins.get(part.item.key, 1)
        doubt = of_period_or_total(reading, main, part.item, part.found.tokens, part.last, begins)
        doubts = (doubt,) if doubt is not None else ()
    if not part.is_settled("which_measure"):
        if _is_plan_word(part, main):
            doubts = (Doubt("which_measure"), *doubts)
        elif is_reduced_or_left(part, main):
            doubts = (Doubt("which_measure", measures(part, reading, main)), *doubts)
    return _called_ambiguous(replace(reading, doubts=doubts), main) if doubts else reading


def _of_parts(part: Part, reading: Reading, parts: Parts) -> Reading:
    """Ask about "12 nam 9 nữ": the sum comes first; below the last total, it is what the period brought."""
    last = part.last
    if parts.stated is None and last is not None and parts.total < last and part.item is not None:
        both = with_value(reading, last + parts.total), with_value(reading, parts.total)
        return replace(with_value(reading, parts.total), doubts=(Doubt("decrease", both),))
    values = dict.fromkeys((parts.total, *([parts.stated] if parts.stated is not None else parts.each)))
    choices = tuple(with_value(reading, value) for value in values)
    return replace(reading, kind="ambiguous", doubts=(Doubt("two_numbers", choices),))


def _other_rates(part: Part, main: Quantity) -> list[str]:
    """Return the person's rates that "đạt 85" may be of, when it does not go on from the count last told."""
    bare = main.unit is None and main.soft is None and main.over is None and not main.worded
    if not bare or main.value > 100 or measure(part.item) != "count":
        return []
    if part.found.words(main.start - 1, main.start) != ["dat"] or (part.last or main.value + 1) <= main.value:
        return []
    own = (item for key, item in part.catalogue.items.items() if key in part.context.own)
    return [item.key for item in own if item.unit == "%" and possible(main, item)]


def _is_plan_word(part: Part, main: Quantity) -> bool:
    """ "kh 1,2 tỷ": the plan's figure, or an item that is called "kế hoạch"?"""
    mention, item = part.segment.mention, part.item
    if mention is None or mention.strength != "weak" or item is None or main.over is not None:
        return False
    unit = typed_unit(main, item)
    counted = unit is not None and item.unit is not None and alike(unit, item.unit)
    return not counted and mention.start != main.end


def _called_ambiguous(reading: Reading, main: Quantity) -> Reading:
    """Call a reading ambiguous when its first doubt leaves nothing to store."""
    if not reading.doubts or reading.kind == "correction":
        return reading
    reason = reading.doubts[0].reason
    if reason == "two_numbers" and main.flaw == reason:  # "12 575" is one number, most likely
        return reading
    if reason == "which_measure" and not main.value:
        return reading  # "hộ nghèo: 0"
    bare = reason == "out_of_range" and not main.is_percent
    return replace(reading, kind="ambiguous") if reason in _UNREADABLE or bare else reading


def _nameless(part: Part, report: Report, main: Quantity, state: doings.State) -> list[Reading]:
    """Read numbers beside which no item is named: those that an own item can have, else words of work."""
    told = nameless.fitting(part)
    if main.over is not None and main not in part.segment.quantities:  # "nhận 9 đơn, giải quyết 9"
        return [nameless.whose_rate(part, main, _figure(part, report, main, state))]
    known = bool(part.context.own) and not part.segment.unknown and not part.correcting
    known = known and nameless.says_more(part, *part.segment.quantities)
    if not known or told == [main] or (main in told and not report.rivals):
        reading = dated(part, _figure(part, report, main, state), main, report.stated)
        return [_of_nobody(part, reading, report, main)]
    if not told:
        words = state_reading(part, state)
        if words is None and all(looks_like_day(q) for q in part.segment.quantities):
            return []  # "20/11 chị bận"
        words = words or work_reading(part, replace(state, status="in_progress"))
        if words.kind not in _WORDED:
            return [words]
        return [replace(words, words=part.text.strip(" ,;.-\n"), doubts=nameless.told_in_words(part, words))]
    return [nameless.whose(part, [(q, _figure(part, report, q, state)) for q in told])]


def _of_nobody(part: Part, reading: Reading, report: Report, main: Quantity) -> Reading:
    """Ask whose figure it is."""
    if report.rivals and not part.keys:
        return replace(reading, kind="ambiguous", doubts=(Doubt("two_numbers"),))
    reason = part.unknown_item
    if reason == "no_indicator" and looks_like_day(main):
        reason = "date_or_ratio"
    more = nameless.says_more(part, *part.segment.quantities)  # not "201", "5 ạ": of whatever is awaited
    keys = part.keys or (nameless.keys_of(part, main) if more else ())
    doubt = doubt_item(reason, reading, keys, part.catalogue, part.context, main)
    in_list = part.segment.unknown or part.start > 0 or part.end < len(part.found.tokens)
    kind: Kind = reading.kind if in_list or reading.kind == "correction" else "ambiguous"
    return replace(reading, kind=kind, doubts=(doubt,))
