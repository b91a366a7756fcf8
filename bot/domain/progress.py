"""Judging an indicator: its target and what is known of it, on a day, put it in exactly one class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain import pace
from bot.domain.case import Case
from bot.domain.composite import combine
from bot.domain.measure import Measurement
from bot.domain.targets import Target
from bot.domain.verdict import Assumption, ItemClass, Known, Reason, Verdict
from bot.domain.ward import WardRules
from bot.domain.yardstick import is_rate

__all__ = ["Known", "Line", "Verdict", "judge", "judge_plan"]

_APPRAISED = frozenset({"held", "lost"})
"""States of a narrative indicator of which a leader said hoàn thành or chưa (target form T25)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of a plan; `parent` is the key of the compound line that it is part of."""

    key: str
    target: Target
    known: Known
    parent: str | None = None


def judge_plan(lines: Iterable[Line], today: date, rules: WardRules) -> dict[str, Verdict]:
    """The verdict of every indicator by key, compound lines from their parts.

    A part with parts of its own ("172 lao động, trong đó XKLĐ 05 người") counts beside them. Lines without
    a parent are the ones that the plan lists: count those, and only those.
    """
    children: dict[str, list[Line]] = {}
    lines = list(lines)
    for line in lines:
        if line.parent is not None:
            children.setdefault(line.parent, []).append(line)
    verdicts: dict[str, Verdict] = {}
    for line in lines:
        if line.key not in verdicts:
            _judge_line(line, children, verdicts, today, rules)
    return verdicts


def _judge_line(
    line: Line,
    children: Mapping[str, Sequence[Line]],
    verdicts: dict[str, Verdict],
    today: date,
    rules: WardRules,
) -> list[Verdict]:
    """Judge a line and all under it; gives back what counts as a part of the line above."""
    under = [
        verdict
        for child in children.get(line.key, ())
        for verdict in _judge_line(child, children, verdicts, today, rules)
    ]
    own = verdicts[line.key] = judge(line.target, line.known, today, rules, under)
    return [own] if line.target.evaluation == "composite" else [own, *under]


def judge(
    target: Target, known: Known, today: date, rules: WardRules, parts: Sequence[Verdict] = ()
) -> Verdict:
    """The one class of an indicator on a day, why, and the numbers to show. Never raises.

    Source: target-forms §2 (T01 to T32) and §5. `parts` are the verdicts of a compound line's parts.
    "Không đạt" is said only after the item's own end, or of an event that breaks the target for good.
    """
    if target.evaluation == "composite" and known.state != "not_applicable":
        return combine(parts)
    case = Case(target, known, today, rules)
    return _aside(case) or _judged(case)


# --- what is not judged --------------------------------------------------------------------------


def _aside(case: Case) -> Verdict | None:
    """The verdict of an item that is not measured against a target now, or None."""
    target, known = case.target, case.known
    if known.state == "not_applicable":
        return Verdict("watched", "not_applicable")
    if _neutral(case):
        counted = None if case.nothing_arose else case.measured.value
        return _unless_missing(case, Verdict("none_arose", "none_arose", value=counted))
    if target.source == "assigned_later" and not _has_number(target) and case.measured.assumption is None:
        return Verdict("unassigned", "number_not_assigned", value=case.measured.value)
    if target.source == "conditional" and known.state in (None, "value") and not case.measured.value:
        return _unless_missing(case, Verdict("watched", "condition_waiting"))
    if target.is_narrative and (known.missing or known.state not in _APPRAISED):
        return _unless_missing(case, Verdict("watched", "appraisal_waits" if known.state else "no_target"))
    if not _measurable(target, case.measured):
        return _unless_missing(case, Verdict("watched", "no_target", value=case.measured.value))
    return _unknowable(case)


def _neutral(case: Case) -> bool:
    """True when "không phát sinh" closes the item: not where it is what is wanted, or falls short of it.

    No event is what "không để xảy ra" asks for; a fixed amount to reach is not reached by the year's end.
    """
    target = case.target
    if target.source == "conditional" and case.known.state == "none_arose":
        return case.standing not in ("met", "exceeded")  # no further case: nobody fell short (form T23)
    if not case.nothing_arose or target.evaluation in ("event_free", "vs_last_year"):
        return False
    quota = target.evaluation in ("cumulative", "level") and target.source == "fixed"
    return not (quota and case.ended and _has_number(target) and not is_rate(target.unit))


def _unless_missing(case: Case, verdict: Verdict) -> Verdict:
    """What was said of an earlier period does not answer for the one that is due."""
    if not case.known.missing:
        return verdict
    counted = verdict.reason not in ("no_target", "appraisal_waits", "condition_waiting")
    return replace(verdict, cls="unreported", reason="figure_missing" if counted else "word_missing")


def _has_number(target: Target) -> bool:
    numbers = (target.value, target.low, target.high, target.whole, target.reduce_low)
    return target.grade is not None or any(number is not None for number in numbers)


def _measurable(target: Target, measured: Measurement) -> bool:
    """False for plain counts: targets that by nature have nothing to compare with."""
    if target.evaluation == "cumulative_no_target":
        return False
    if target.evaluation in ("cumulative", "level"):
        return _has_number(target) or measured.assumption is not None
    return True


def _unknowable(case: Case) -> Verdict | None:
    """A figure that nothing known can be compared with: kept and shown, not judged."""
    if _waits_for_review(case):
        return None
    gap = case.measured.gap
    if case.known.grade and case.graded is None and case.measured.mark is None:
        gap = "scale_unknown"
    review = case.target.is_reviewed and not case.ended
    cls: ItemClass = "year_end" if review else "watched"
    return _unless_missing(case, Verdict(cls, gap, value=case.measured.value)) if gap else None


# --- what is judged ------------------------------------------------------------------------------


def _judged(case: Case) -> Verdict:
    cls = _class(case)
    number, mark = case.measured.number, case.measured.mark
    verdict = Verdict(cls, _reason(case, cls), value=case.measured.value, assumption=_assumption(case))
    if number is None or mark is None:
        return verdict
    return replace(
        verdict,
        number=number,
        ratio=mark.completion(number),
        expected=case.expected,
        shortfall=mark.shortfall(number),
        below=number < mark.mark,
    )


def _class(case: Case) -> ItemClass:
    standing, evaluation = case.standing, case.target.evaluation
    if _waits_for_review(case):
        return "year_end"
    if standing == "missed" and evaluation == "event_free" and not case.target.backlog:
        return "not_met"
    # What a flow has reached, or a decision recognised, is not lost by silence.
    lasting = case.flow or evaluation == "milestone"
    if lasting and (standing == "met" or standing == "exceeded"):
        return standing
    return _at_end(case) if case.ended else _under_way(case)


def _waits_for_review(case: Case) -> bool:
    """Known at the year's end only (target-forms §5): what falls short weeks before it is no red flag yet."""
    reviewed = case.known.reviewed_on
    if not case.target.is_reviewed or case.ended:
        return False
    if reviewed is None or case.standing in ("met", "exceeded"):
        return reviewed is None
    return reviewed < pace.ends_on(case.target, case.day).replace(day=1)


def _at_end(case: Case) -> ItemClass:
    if case.known.missing or case.standing == "silent":
        return _silence(case)
    if case.standing == "open" or case.standing == "missed":
        return "not_met"
    return case.standing


def _under_way(case: Case) -> ItemClass:
    if case.standing == "missed" or case.behind:
        return "at_risk"
    maintained = case.target.is_kept
    if case.known.missing or (maintained and case.standing == "silent"):
        return _silence(case)
    if _early(case) and (case.standing == "met" or case.standing == "exceeded"):
        return case.standing
    return "at_risk" if case.due_soon else "on_track"


def _silence(case: Case) -> ItemClass:
    return "unconfirmed" if case.target.is_kept else "unreported"


def _early(case: Case) -> bool:
    """Levels and reviewed results are met as soon as they are; what must last the year is not."""
    return case.target.evaluation in ("level", "year_end_review")


def _assumption(case: Case) -> Assumption | None:
    measured = case.measured
    if measured.assumption is not None or measured.mark is None:
        return measured.assumption
    if measured.number is None:
        return "stated_without_figure" if case.known.state == "held" else None
    if not case.target.ambiguous:
        return None
    return "read_as_ceiling" if measured.mark.side == "ceiling" else "read_as_floor"


# --- why -----------------------------------------------------------------------------------------


def _reason(case: Case, cls: ItemClass) -> Reason:
    match cls:
        case "not_met":
            return "broken" if case.target.is_event_free and not case.ended else "missed"
        case "at_risk":
            return _danger(case)
        case "on_track":
            return _going(case)
        case "unreported":
            return "figure_missing"
        case "unconfirmed":
            return "not_confirmed"
        case "year_end":
            return "review_waiting"
        case _:
            return "reached"


def _danger(case: Case) -> Reason:
    if case.standing != "missed":
        behind: Reason = "behind_phase" if case.target.phased else "behind_pace"
        return behind if case.behind else "due_soon"
    match case.target.evaluation:
        case "event_free":
            return "backlog"
        case "vs_last_year":
            return "not_reduced"
        case "maintain" | "milestone":
            return "lost"
        case "narrative":
            return "not_done"
    mark = case.measured.mark
    if mark is None or mark.side == "floor":
        return "below_threshold"
    return "above_threshold" if mark.side == "ceiling" else "off_level"


def _going(case: Case) -> Reason:
    if case.standing == "silent":
        return "no_figure_yet"
    match case.target.evaluation:
        case "event_free" | "maintain" | "narrative":
            return "holding"
        case "vs_last_year":
            return "reduced"
        case "cumulative":
            return _pace(case)
        case _:
            return "in_progress"


def _pace(case: Case) -> Reason:
    number = case.measured.number
    if not case.flow:
        return "under_ceiling"
    if case.expected is None or number is None:
        return "by_milestone"
    return "slow" if number < case.expected else "on_pace"
