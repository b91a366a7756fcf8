"""What only the ward's own data can tell of a reading: doubts that are none, and one that it cannot see."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot.domain.percent import percent
from bot.domain.reading import read
from bot.domain.reading.doubts.history import against_history
from bot.domain.reading.model import Context, Doubt, Reading
from bot.domain.reading.read import ONLY_NAMED
from bot.domain.reading.words import fold
from bot.domain.yardstick import is_rate
from db import figures
from db.item_view import ItemView
from handlers.correcting import since_sent, which_year
from handlers.doubting import as_change, graded, happened_again, not_graded, own_number, told, unit_kept
from handlers.doubting.kept import ASKS, NUMBERS, kept_or_lost, without_name
from handlers.doubting.money import is_other_measure
from handlers.doubting.short_of_plan import short_of_plan
from handlers.doubting.stated_share import contradicted
from handlers.reporting import asking, happened_on, which_period
from handlers.reporting.figure_row import grade_said, last_before, line_of
from handlers.standings.last_year import last_value
from handlers.texts.reporting.choices import UNNAMED
from handlers.turn import Turn

BY_HISTORY = frozenset(
    {"decrease", "outlier", "delta_without_total", "growth_mismatch", "refers_to_previous"}
)
"""Doubts whose choices name the last value: who picks one has seen it."""
AGAINST_COUNTS = frozenset({"count_expected", "outlier", "decrease"})
"""Doubts that measure a percentage against counts."""
BESIDE = "money and count of one item"
"""The rule of a reading that goes with another one of the same item."""
_NOT_YET = re.compile(r"\bchua co( gi)?( a| ah| anh| chi| em)*[.!]?$")
""" "Chưa có" at the end: the figure has not come. "Chưa có ai" is a none, and so is "TNXH chưa có"."""
_SINCE = re.compile(r"\b(them|moi|nua|khac)\b")
RANKED = ("dat", "loai", "danh hieu", "xep", "cham", "cong nhan")


def sure(turn: Turn, reading: Reading) -> Reading:
    """The reading with what only the ward's own data can tell: doubts that are none, and one that is."""
    item = turn.ward.items.get(reading.item or "")
    if item is None or item.is_task:
        return reading
    reading = happened_on.in_its_period(turn, reading, item)
    if happened_on.is_ahead(turn, reading):
        return replace(reading, doubts=())  # refused: its day has not come
    if which_period.is_elsewhere(turn, reading, item):
        owed = which_period.of_last_year(turn, reading, item)
        return replace(reading, doubts=(owed,) if owed else ())
    return _settled(turn, reading, item)


def _settled(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    reading = not_graded.yet(turn, unit_kept.kept(turn, reading, item), item)
    if item.target is not None and item.target.is_kept:
        reading = kept_or_lost(turn, reading, item.target)
    event_free = item.target is not None and item.target.is_event_free
    if reading.none_arose and not event_free and _NOT_YET.search(fold(reading.words)):
        return replace(reading, kind="not_done", value=None, none_arose=False, doubts=())
    reading = told.in_words(turn, graded.told(turn, as_change.resolved(turn, reading, item), item), item)
    if is_other_measure(reading, item) and reading.rule != BESIDE:
        return replace(reading, doubts=(Doubt("unit_mismatch"),))
    reading = _of_longer_period(turn, _with_grade(turn, reading, item), item)
    reading = _of_own_number(turn, _none_since(turn, reading, item), item)
    if not reading.doubts:
        doubt = _unsure_when(turn, reading, item) if reading.kind in NUMBERS else None
        return (
            replace(reading, doubts=(doubt,))
            if doubt
            else _worded(turn, short_of_plan(turn, reading, item), item)
        )
    doubt = reading.doubts[0]
    if doubt.reason in AGAINST_COUNTS and _is_share_of_assigned(item, reading):
        return replace(reading, doubts=())
    if doubt.reason == "refers_to_previous" and not doubt.candidates:
        before = _as_before(turn, reading, item)
        return replace(reading, doubts=(Doubt(doubt.reason, (before,)),)) if before else reading
    if doubt.reason == "refers_to_previous" and _is_flow(item):
        return _none_arose(turn, reading, doubt, item)
    if doubt.reason == "denominator_differs":
        reading, doubt = _of_count(reading, doubt, item)
        if doubt.reason == "denominator_differs" and (counted := _of_whole(doubt, item)) is not None:
            return checked(turn, counted, doubt.reason)
    known = asking.remembered(turn, reading, doubt)
    return known or _by_older_plan(turn, reading, doubt, item) or reading


def _of_own_number(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """ "287/300" where no number was assigned yet, held against what was reported before."""
    told = own_number.as_told(reading, item.target, turn.words)
    return told if told is reading or told.doubts else checked(turn, told, "denominator_differs")


def _of_whole(doubt: Doubt, item: ItemView) -> Reading | None:
    """ "120/124" of a unit that has 124 households and is to reach 122: the b is its whole, no target."""
    whole = item.target.whole if item.target is not None else None
    fitting = [one for one in doubt.candidates if whole is not None and one.denominator == whole]
    return fitting[0] if len(fitting) == 1 else None


def _by_older_plan(turn: Turn, reading: Reading, doubt: Doubt, item: ItemView) -> Reading | None:
    """What an a/b says whose b is the target that held on the figure's day, before it was changed."""
    if doubt.reason != "denominator_differs" or not doubt.candidates:
        return None
    _period, day = which_period.of_reading(turn, reading, item)
    target = item.target_on(day)
    older = target is not None and target != item.target and target.value == reading.denominator
    return doubt.candidates[0] if older else None


def _unsure_when(turn: Turn, reading: Reading, item: ItemView) -> Doubt | None:
    asks = (which_period.unsure, which_year.unsure, since_sent.unsure, happened_again.unsure)
    return next((doubt for ask in asks if (doubt := ask(turn, reading, item)) is not None), None)


def _none_arose(turn: Turn, reading: Reading, doubt: Doubt, item: ItemView) -> Reading:
    """ "Không phát sinh" of a flow: none in this period, and the total stays where it was.

    After a figure of the same period it may also say that nothing came since: "không phát sinh thêm" does.
    """
    zero = next((one for one in doubt.candidates if one.none_arose), None)
    period, day = which_period.of_reading(turn, reading, item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    before = last_value(last_before(turn, item, day))
    if zero is None or row is None or row.supplied or row.state == "none_arose":
        return zero or reading
    if last_value(row) in {None, before, Decimal(0)}:
        return zero or reading
    kept = replace(
        zero, value=last_value(row), numerator=row.numerator, denominator=row.denominator,
        none_arose=False, words="", doubts=(),
    )  # fmt: skip
    choices = (kept,) if _SINCE.search(fold(reading.words)) else (kept, zero)
    return replace(reading, doubts=(Doubt(doubt.reason, choices),))


def _none_since(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """The same where nothing is known of an earlier period: what this one has is not lost in silence."""
    event_free = item.target is not None and item.target.is_event_free
    picked = turn.question is not None and turn.question.answer is not None
    if not reading.none_arose or reading.doubts or event_free or picked or turn.replaces:
        return reading
    return _none_arose(turn, reading, Doubt("refers_to_previous", (reading,)), item)


def _of_count(reading: Reading, doubt: Doubt, item: ItemView) -> tuple[Reading, Doubt]:
    """Of a count the b is not stored: one candidate for its a is enough."""
    target = item.target
    alone = tuple(one for one in doubt.candidates if one.numerator is None)[:1]
    if target is None or target.whole is not None or is_rate(target.unit) or not alone:
        return reading, doubt
    doubt = Doubt(doubt.reason, alone)
    return replace(reading, doubts=(doubt, *reading.doubts[1:])), doubt


def _is_flow(item: ItemView) -> bool:
    return item.target is not None and item.target.is_total


def _worded(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """A name with words after it is a report where words are what is wanted: a narrative, a grade."""
    line = line_of(turn.words, reading)
    if reading.kind != "question" or item.target is None or ASKS.search(fold(line)):
        return reading
    if not_graded.is_open(item, line) or (reading.rule in {"question", ONLY_NAMED} and not reading.named):
        return reading  # "hôm nay họp ở đâu nhỉ", after a reminder
    folded = fold(line)
    bare = folded in {fold(name) for name in (item.key, item.name, item.short_name, *item.aliases)}
    graded = grade_said(item.target, line) is not None and any(word in folded for word in RANKED)
    graded = graded or _is_graded(turn, line, item)
    if graded or (item.target.is_narrative and not bare):
        return replace(reading, kind="done", words="")
    return reading


def _of_longer_period(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """ "Quý 4 là 30" of a monthly figure adds to what there was before it, not to the last month."""
    named = which_period.longer(turn, reading, item)
    if named is None or [doubt.reason for doubt in reading.doubts] != ["decrease"] or reading.value is None:
        return reading
    before = last_value(last_before(turn, item, named.start))
    *_, alone = reading.doubts[0].candidates
    added = (replace(alone, value=before + reading.value),) if before is not None else ()
    return replace(reading, doubts=(Doubt("decrease", (*added, alone)),))


def _with_grade(turn: Turn, reading: Reading, item: ItemView) -> Reading:
    """ "Huấn luyện dân quân khá" is no vague quantity."""
    vague = [doubt.reason for doubt in reading.doubts] == ["vague_quantity"] and reading.value is None
    graded = vague and _is_graded(turn, line_of(turn.words, reading), item)
    return replace(reading, kind="done", doubts=()) if graded else reading


def _is_graded(turn: Turn, line: str, item: ItemView) -> bool:
    """Tell "CT10g xuất sắc", "quân sự: xuất sắc" from the bare name "quân sự xuất sắc"."""
    said = line.partition(":")[2] or without_name(turn, line)
    asks = ASKS.search(fold(line)) or not_graded.is_open(item, line)
    return not asks and grade_said(item.target, said) is not None


def _is_share_of_assigned(item: ItemView, reading: Reading) -> bool:
    """ "Đạt 100% chỉ tiêu giao", of a number that was not entered yet (target form T10)."""
    target = item.target
    assigned = target is not None and target.source == "assigned_later" and target.value is None
    share = reading.kind == "percent" and target is not None and not is_rate(target.unit)
    return assigned and share and len(reading.doubts) == 1


def checked(turn: Turn, candidate: Reading, reason: str) -> Reading:
    """A reading that was picked, doubted by what its question did not look at yet."""
    item = turn.ward.items.get(candidate.item or "")
    if item is None or item.is_task or candidate.kind not in NUMBERS or reason in BY_HISTORY:
        return candidate
    _period, day = which_period.of_reading(turn, candidate, item)
    last = last_value(last_before(turn, item, day))
    if reason in UNNAMED:
        return _named(turn, candidate, item, last)
    if reason == "percent_mismatch" and (doubt := _of_another_plan(candidate, item)):
        return asking.remembered(turn, candidate, doubt) or replace(candidate, doubts=(doubt,))
    known = turn.ward.whole_catalogue.items.get(item.key)
    if known is None or candidate.kind == "correction" or candidate.none_arose:
        return candidate
    rate = completion(candidate) if is_rate(known.unit) and not known.is_of_change else None
    doubt = against_history(candidate if rate is None else replace(candidate, value=rate), known, last)
    if doubt is None:
        return candidate
    # Of a/b there is one reading: the a and the b that were picked.
    return replace(candidate, doubts=(doubt if rate is None else Doubt(doubt.reason, (candidate,)),))


def _of_another_plan(reading: Reading, item: ItemView) -> Doubt | None:
    """ "220/439" against a plan of 269 that is right as a percentage: the b of a count is not stored."""
    target = item.target
    if target is None or target.value is None or target.whole is not None or is_rate(target.unit):
        return None
    if reading.denominator is None or reading.denominator == target.value:
        return None
    return Doubt("denominator_differs", (replace(reading, numerator=None, denominator=None),))


def completion(reading: Reading) -> Decimal | None:
    """The percentage that a/b make; None without a b."""
    if reading.numerator is None or not reading.denominator:
        return None
    return percent(reading.numerator, reading.denominator)


def _named(turn: Turn, candidate: Reading, item: ItemView, last: Decimal | None) -> Reading:
    """The value that was typed without a name, read as one of the item that was picked for it."""
    start, end = candidate.span
    if start == end:
        return candidate
    known = {item.key: last} if last is not None else {}
    context = Context(turn.now, item.key, own=frozenset({item.key}), last=known)
    again = read(turn.words[start:end], turn.ward.catalogue, context)
    if len(again) != 1 or not again[0].doubts:
        return contradicted(candidate, turn.ward.whole_catalogue.items.get(item.key))
    if candidate.denominator is not None and again[0].denominator is None:
        return candidate  # "kiểm tra 25 cơ sở, 24 đạt": the words between make a/b of it
    typed = own_number.as_told(again[0], item.target, turn.words[start:end])
    if not typed.doubts:
        return _in_place(candidate, typed)
    doubt = typed.doubts[0]
    choices = tuple(_in_place(candidate, one) for one in doubt.candidates)
    return replace(_in_place(candidate, typed), doubts=(Doubt(doubt.reason, choices),))


def _in_place(typed: Reading, reading: Reading) -> Reading:
    """With the day, the period and the place in the message of the reading that it was a part of."""
    return replace(reading, date=typed.date, date_role=typed.date_role, period=typed.period, span=typed.span)


def _as_before(turn: Turn, reading: Reading, item: ItemView) -> Reading | None:
    """ "Không thay đổi" of what has no number: what was said last, to be confirmed."""
    row = figures.latest(turn.session, [item.id]).get(item.id)
    if row is None:
        return None
    kinds = {"held": "done", "in_progress": "in_progress"}
    if row.state in kinds:
        return replace(reading, kind=kinds[row.state], doubts=())  # type: ignore[arg-type]
    if row.state == "none_arose":
        unit = item.target.unit if item.target else None
        return replace(reading, kind="figure", value=row.value, none_arose=True, unit=unit, doubts=())
    return None
