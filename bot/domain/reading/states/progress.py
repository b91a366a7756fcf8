"""Numbers that count work, or what stands in its way, and are no figure of the item."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.reading import intents
from bot.domain.reading.amounts.day_numbers import is_day
from bot.domain.reading.amounts.quantities import unit_at
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import alike, fits, is_money, measure, typed_unit
from bot.domain.reading.dates import DateDoubt, DateReading, find_date
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.naming.choices import doubt_item
from bot.domain.reading.naming.names import every_word
from bot.domain.reading.part import Part, with_due
from bot.domain.reading.states import doings
from bot.domain.reading.states.not_yet import is_recognised, is_unfinished
from bot.domain.reading.states.pleas import pleas
from bot.domain.reading.states.share_of_work import is_of_work
from bot.domain.reading.states.statement import WORDS
from bot.domain.reading.states.work_state import work_reading
from bot.domain.reading.vocabulary.work import STEPS_TAKEN

_PAUSES = frozenset(("va", ",", ".", ";", "(", ":", "-", "\n"))
_ALL = frozenset(("het", "du", "ca", "tat", "toan", "tron"))  # "xong cả 12 hộ"


def is_talk(part: Part, main: Quantity, state: doings.State) -> bool:
    """Tell "loa hỏng 9 cái chưa có kinh phí sửa": a number inside an obstacle, not a figure of the item."""
    if not state.obstacle or part.segment.unknown or part.segment.elsewhere:
        return False
    unit = typed_unit(main, part.item)
    whole = main.value == main.value.to_integral_value()  # no households in "vướng phần mềm, 99,7"
    counted = unit is not None or whole
    if counted and doings.is_refused(part.found, main.start, main.end):
        return True
    planned = part.item.unit if part.item else None
    if main.is_percent or main.over:
        return False
    if planned is None or (unit is None and main.soft is not None):
        return True
    return unit is not None and not is_money(unit) and not alike(unit, planned)


def is_reason(part: Part, main: Quantity) -> bool:
    """Tell the number in "xin dời đến 10/12 vì chờ nghiệm thu 2 công trình": why time is asked for.

    Of what is told in words it needs no "vì": "cho em tới 27/11, 2 hộ cuối đang dọn".
    """
    if not intents.asks_for_time(part.found, part.start, main.start):
        return False
    before = part.found.words(part.start, main.start)
    in_words = part.item is not None and measure(part.item) == "none" and not part.item.assigned
    in_words = in_words or not (part.keys or main.over or main.is_percent)
    return not {"vi", "do", "tai"}.isdisjoint(before) or (in_words and "," in before)


def told_of_recognition(part: Part, main: Quantity, state: doings.State) -> Reading | None:
    """Read "chuẩn y tế được 85 điểm", "kđt kiểu mẫu đạt 15/19 tiêu chí": how far a recognition has come.

    What is recognised has no figure of points or criteria; None for what counts what was recognised.
    """
    item = part.item
    if item is None or not item.recognised or (main.is_percent and main.value == 100):
        return None
    if state.obstacle and state.status is None and pleas(part.found, part.start, part.end):
        return None
    behind = f"{' '.join(part.found.words(main.start, main.end + 2))} "
    marked = " tieu chi " in behind or " diem " in behind
    if item.unit is not None and not (marked or main.is_percent):
        return None
    recognised = state.status == "done" and is_recognised(part.found.words(*state.place)) and not marked
    how = state if recognised else doings.State("in_progress", place=(main.start, main.end))
    reading = replace(
        work_reading(part, how), words=part.beside_code(), rule="how far a recognition has come"
    )
    if marked or main.is_percent or main.over or state.status is not None:
        return reading
    return replace(reading, doubts=(Doubt("unit_missing", (reading,)),))


def is_progress(part: Part, main: Quantity, state: doings.State) -> bool:
    """Tell "đã rà soát xong 3 tổ, còn 2 tổ": a number that counts the work, not in the item's unit."""
    unit, item = typed_unit(main, part.item), part.item
    if item is not None and item.kind == "indicator" and measure(item) == "none":
        return main.is_percent and state.status is not None and not item.assigned
    if item is None and part.segment.unknown and unit is not None and state.status is not None:
        return True
    if state.status is None or item is None or item.kind == "task" or unit is None or item.unit is None:
        return False
    if main.is_percent and main.value == 100 and state.status == "done" and measure(item) == "count":
        return True  # "hoàn thành 100%"
    counted = main.over is None and not main.is_percent and not is_money(unit)
    return counted and measure(item) == "count" and not alike(unit, item.unit)


def task_readings(part: Part, main: Quantity, state: doings.State) -> list[Reading]:
    """Read how far a task is by its number, and the time that is asked for beside it."""
    work = progress(part, main, state)
    if others := _own_counted(part, main):
        counted = part.reading("figure", "number", value=main.value, unit=main.unit, span=part.span_of(main))
        known = doubt_item("which_indicator", counted, others, part.catalogue, part.context, main)
        doubt = replace(known, candidates=(*known.candidates, replace(work, doubts=())))
        return [replace(work, kind="ambiguous", status=None, doubts=(doubt,))]
    if not _is_of_another(part, main, state):
        return [work, *_more_time(part, main)]
    doubt = Doubt("which_indicator", (replace(work, doubts=()),))
    keys, _ = part.catalogue.guess(part.found.words(part.start, main.start))
    others = [key for key in keys if fits(main, part.catalogue.items[key])]
    if others:
        counted = part.reading("figure", "number", value=main.value, unit=main.unit, span=part.span_of(main))
        known = doubt_item("which_indicator", counted, others, part.catalogue, part.context, main)
        doubt = replace(doubt, candidates=(*known.candidates, *doubt.candidates))
    return [replace(work, kind="ambiguous", status=None, doubts=(doubt,))]


def _own_counted(part: Part, main: Quantity) -> list[str]:
    """Return the person's indicators that "thu 7,2 tỷ", "201 người" may be of, after words about a task."""
    if part.segment.named or main.unit is None or main.is_percent or main.over is not None:
        return []
    alone = all(not t.is_word for t in part.found.tokens[part.start : main.start])
    own = [item for key, item in part.catalogue.items.items() if key in part.context.own]
    counted = [item for item in own if item.kind == "indicator" and item.unit and fits(main, item)]
    if is_money(main.unit):
        return [item.key for item in counted if is_money(item.unit)]
    return [item.key for item in counted if alone and item.unit == main.unit]


def _is_of_another(part: Part, main: Quantity, state: doings.State) -> bool:
    """Tell "quỹ đền ơn đáp nghĩa 45tr" and "hộ gia đình thể thao 35" from work that is done.

    In front of the part of a task's name stands what is counted, and the task does not speak of it.
    """
    mention = part.segment.mention
    if mention is None or mention.strength == "code" or part.item is None:
        return False
    if is_money(main.unit):
        return True
    words = part.found.words(part.start, mention.start)
    counted = unit_at(words, 0) is not None and not main.is_percent and state.status is None
    return counted and mention.strength == "part" and words[0] not in every_word(part.item)


def progress(part: Part, main: Quantity, state: doings.State) -> Reading:
    """A percentage of a task is progress: "NV-022 80% đã trình dự thảo"; of something else, words."""
    status = state.status or "in_progress"
    share = main.is_percent and not main.over
    percent = main.value if share and is_of_work(part, main) else None
    if share and percent is None:
        return _told_of_rate(part, main, state)
    if percent is not None and main.role == "left":
        percent = 100 - percent  # "còn 20% nữa là xong"
    if percent is not None:
        status = "done" if percent == 100 else "in_progress"
    elif main.over is not None and main.value < main.over.value:
        status = "in_progress"  # "xong 3/5 tổ"
    elif status == "done" and (
        _tells_of_step(part, main, state) or is_unfinished(part, state.place, counted=True)
    ):
        status = "in_progress"
    day = _day_of(part, main) if status == "done" else None
    impossible = percent is not None and not 0 <= percent <= 100
    reading = part.reading(
        status,
        "progress of a task",
        status=status,
        words=_told(part, main),
        percent_stated=percent,
        date=day,
        date_role="done" if day else None,
        span=part.span_of(main),
        also=("obstacle",) if state.obstacle else (),
        doubts=(Doubt("out_of_range"),) if impossible else (),
    )
    bare = percent is None and main.over is None and state.status is None
    bare = bare and len(part.segment.quantities) == 1  # "giải quyết 230 hồ sơ, đúng hạn 230" tells of work
    return _without_unit(reading, main) if bare and _told(part, main).isdigit() else reading


def _told_of_rate(part: Part, main: Quantity, state: doings.State) -> Reading:
    """Return the words of "giải quyết 320 hồ sơ, đúng hạn 100%": a rate is no share of the work.

    "Xong, đúng hạn 100%" says both.
    """
    done = state.status == "done" and _is_paused(part, main, state)
    said = state if done else replace(state, status="in_progress", place=(main.start, main.end))
    said_by = "state of work" if done else WORDS
    return replace(work_reading(part, said), words=part.beside_code(), rule=said_by)


def _tells_of_step(part: Part, main: Quantity, state: doings.State) -> bool:
    """Tell "NV-007 xong 12 hộ", "8 hộ đã ký" from "xong hết 12 hộ", "12 hộ xong cả", "NV-013 2 đợt, xong"."""
    if " ".join(part.found.words(*state.place)) in STEPS_TAKEN:
        return True
    counted = main.over is None and bool(main.unit or main.soft)
    paused = _is_paused(part, main, state)  # "xong, 120 hộ tham gia"
    return counted and not paused and _ALL.isdisjoint(part.found.words(part.start, part.end))


def _is_paused(part: Part, main: Quantity, state: doings.State) -> bool:
    """Tell whether the number and the state of work stand in two clauses."""
    between = sorted((*state.place, main.start, main.end))[1:3]
    return not _PAUSES.isdisjoint(part.found.words(*between))


def _without_unit(reading: Reading, main: Quantity) -> Reading:
    """Ask about "NV-021 50": is it a percentage of the work?"""
    share = replace(reading, percent_stated=main.value)
    if main.value == 100:
        share = replace(share, kind="done", status="done")
    return replace(reading, doubts=(Doubt("unit_missing", (share,) if main.value <= 100 else ()),))


def _day_of(part: Part, main: Quantity) -> date | None:
    """Return the day of "khám tuyển 18/11 xong": 18 of 11 is no part of a whole."""
    over = main.over
    if over is None or main.value <= over.value or not is_day(str(main.value), str(over.value)):
        return None
    day = find_date(f"ngày {main.value}/{over.value}", part.context.now, past=True, expected=True)
    return day.due if isinstance(day, DateReading) else None


def _more_time(part: Part, main: Quantity) -> list[Reading]:
    """Return the request for time that stands beside a task's progress: "80%, xin gia hạn đến 25/11"."""
    place = _request(part, main)
    if place is None:
        return []
    begin, end = part.found.span(place, part.end)
    due = part.due() or DateDoubt("vague_date")
    words = part.found.text[begin:end]
    reading = part.reading("extension", "promise of a day", words=words, span=(begin, end))
    if isinstance(due, DateReading):
        return [with_due(reading, due)]
    doubt = Doubt(due.reason, tuple(with_due(reading, choice) for choice in due.candidates))
    return [replace(reading, extend_days=due.extend_days, doubts=(doubt,))]


def _request(part: Part, main: Quantity) -> int | None:
    """Return where more time is asked for after a number."""
    asked = [a for a, b in part.found.marks.get("extension", ()) if main.end <= a and b <= part.end]
    return asked[0] if asked and intents.asks_for_time(part.found, asked[0], part.end) else None


def _told(part: Part, main: Quantity) -> str:
    """Return the words of progress, without the request for time behind them."""
    place, words = _request(part, main), part.words()
    if place is None:
        return words
    begin, end = part.found.span(place, part.end)
    return words.removesuffix(part.found.text[begin:end].rstrip(" ,;.:-\n")).rstrip(" ,;.:-\n")
