"""One message into readings: each part is read or doubted by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.items import KnownItem
from bot.domain.reading import intents
from bot.domain.reading.amounts.units import is_of_cases
from bot.domain.reading.figures.of_part import figure_readings
from bot.domain.reading.figures.outcomes import outcome_of
from bot.domain.reading.figures.shared_whole import with_shared_whole
from bot.domain.reading.figures.spread import by_period
from bot.domain.reading.figures.values import report
from bot.domain.reading.model import Context, Doubt, Reading
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.part import Part
from bot.domain.reading.questions import end_of_report, is_question
from bot.domain.reading.quoted import without_own_words
from bot.domain.reading.scan import Scan, scan
from bot.domain.reading.segments import Segment, segments
from bot.domain.reading.states import doings
from bot.domain.reading.states.of_part import state_reading
from bot.domain.reading.states.progress import is_progress, is_reason, is_talk, told_of_recognition
from bot.domain.reading.states.promises import day_reading
from bot.domain.reading.states.whole import with_whole_words
from bot.domain.reading.states.work_state import obstacle_reading, work_reading
from bot.domain.reading.words import fold, normalise

ONLY_NAMED = "only named"
"""The rule of a message that names an item, says nothing that is known, and asks nothing for certain."""


def read(text: str, catalogue: Catalogue, context: Context) -> tuple[Reading, ...]:
    """Read a message: one Reading normally, several for several items, none for what says nothing.

    Text is Vietnamese as typed, with or without marks; spans are offsets in `words.normalise(text)`. Never
    raises. Nothing that has a doubt may be stored before the person has chosen.
    """
    if not text.strip():
        return ()
    said = without_own_words(text)
    if said != normalise(text):  # sent back, it asks how things stand, unless something is typed beside it
        beside = [one for one in read(said, catalogue, context) if one.kind != "greeting"]
        return tuple(beside) or (_question(scan(text, catalogue, awaited=False), context),)
    found = scan(text, catalogue, awaited=context.item is not None)
    if not found.tokens:
        return (Reading("greeting", rule="no words"),)
    if intents.is_wish(found):
        return (Reading("greeting", rule="wish"),)
    if is_question(found):
        return _in_front_of_question(found, catalogue, context) or (_question(found, context),)
    parts = [
        piece
        for part in with_shared_whole(found, segments(found, catalogue, context.item, context.own), catalogue)
        for piece in by_period(found, part, context.now)
    ]
    readings = _dated([Part.of(found, part, catalogue, context) for part in parts])
    alike = any(token.text == "deu" for token in found.tokens)
    readings = _shared(_headed(readings, found, parts), catalogue, alike=alike)
    if readings:
        return tuple(with_whole_words(readings, found, parts, catalogue))
    if found.mentions:
        return (replace(_question(found, context), rule=ONLY_NAMED),)
    return (Reading("greeting", rule="greeting"),) if intents.is_greeting(found) else ()


def _readings(part: Part) -> Iterator[Reading]:
    """Yield what a part says: nothing, one reading, or a figure and what stands beside it."""
    if intents.withdraws(part.found) and not part.segment.quantities:
        yield _withdrawn(part)
        return
    called = part.catalogue.every_word(part.item.key) if part.item else ()
    state = doings.told(part.found, part.start, part.end, called)
    facts = report(part.segment.quantities, part.item or _rate_meant(part), part.found.tokens)
    if part.item is not None and part.item.kind == "task":
        facts.main = facts.stated or facts.main  # "đạt 80%, đã làm việc với 12 hộ"
    promised = day_reading(part, facts.main) if facts.main is not None and facts.main.over else None
    if promised is not None:
        yield promised
    elif facts.main is None:
        reading = state_reading(part, state)
        if reading is not None:
            yield reading
    elif (recognition := told_of_recognition(part, facts.main, state)) is not None:
        yield recognition
    elif is_reason(part, facts.main):
        yield from filter(None, (state_reading(part, state),))
    elif is_talk(part, facts.main, state):
        yield obstacle_reading(part, state)
    elif is_progress(part, facts.main, state):
        whole = facts.main.is_percent and facts.main.value == 100
        counted = not whole and (part.item is None or part.item.unit is not None)
        yield work_reading(part, replace(state, status="in_progress") if counted else state)
    else:
        yield from figure_readings(part, facts, facts.main, state)


def _rate_meant(part: Part) -> KnownItem | None:
    """Return one of the rates that a name may mean, where two numbers may be a part and its whole."""
    items = [part.catalogue.items[key] for key in part.keys]
    alike = len(items) > 1 and all(item.unit == "%" and item.bounded for item in items)
    if len(part.segment.quantities) < 2:
        return None
    if not items:  # "tiếp nhận 9 đơn, giải quyết 9" of whose rate of cases it may be
        own = (item for key, item in part.catalogue.items.items() if key in part.context.own)
        items = [item for item in own if item.unit == "%" and item.bounded and is_of_cases(item)][:1]
        return next((one for one in items if _is_told_in_parts(part, one)), None)
    return next((one for one in items if _is_told_in_parts(part, one)), items[0]) if alike else None


def _is_told_in_parts(part: Part, item: KnownItem) -> bool:
    """Tell two numbers that are a rate's part and its whole."""
    return outcome_of(part.segment.quantities, item, part.found.tokens) is not None


def _in_front_of_question(found: Scan, catalogue: Catalogue, context: Context) -> tuple[Reading, ...]:
    """Read the report of "bhxh 210, đủ chưa chị", which asks about no figure."""
    end = end_of_report(found)
    told = read(found.text[:end], catalogue, context) if end is not None else ()
    return told if any(reading.value is not None for reading in told) else ()


def _question(found: Scan, context: Context) -> Reading:
    surest = sorted(found.mentions, key=lambda mention: mention.strength == "weak")
    named = [m.keys[0] for m in surest if len(m.keys) == 1]
    span = found.span(0, len(found.tokens))
    item = named[0] if named else context.item
    return Reading("question", item, named=bool(named), words=found.text.strip(), span=span, rule="question")


def _withdrawn(part: Part) -> Reading:
    span = part.found.span(part.start, part.end)
    doubts = () if part.item is not None else (Doubt("which_indicator"),)
    return part.reading(
        "correction", "takes back the last report", words=part.words(), span=span, doubts=doubts
    )


def _dated(parts: Sequence[Part]) -> list[Reading]:
    """Read the parts; a period in front of an item's name heads the items after it too.

    "Kết quả tháng 11: BHYT …; BHXH …", "tháng 10 bhyt 97,5, bhxh 190".
    """
    readings, heading = [], None
    for part in parts:
        said = list(_readings(part))
        heading = (part.heading if len(parts) > 1 else None) or heading
        if heading is not None:
            said = [r if r.period or r.value is None else replace(r, period=heading) for r in said]
        readings += said
    return readings


def _headed(readings: list[Reading], found: Scan, parts: Sequence[Segment]) -> list[Reading]:
    """Give all items the day of a heading: "số liệu đến 15/11: bhyt 97, bhxh 201"."""
    mention = parts[0].mention
    if len(readings) < 2 or mention is None or mention.start == 0:
        return readings
    heading = fold(found.text[: found.tokens[mention.start].start]).rstrip()
    first = readings[0]
    if first.date_role == "as_of" and re.search(r"\d", heading):
        readings = [_as_of(r, first) for r in readings]
    return readings


def _as_of(reading: Reading, first: Reading) -> Reading:
    if reading.date is not None or reading.value is None:
        return reading
    return replace(reading, date=first.date, date_role="as_of", date_alternatives=first.date_alternatives)


def _goes_on(reading: Reading) -> bool:
    """Tell "không có bội chi, tham nhũng": the none stands before the first name, and holds for all."""
    start, end = reading.span
    return reading.none_arose and (not reading.words or len(reading.words) > end - start)


def _about(item: str | None, reading: Reading) -> tuple[Doubt, ...]:
    """Return the doubts about a day, for another item: "bhyt và bhxh em gửi sau"."""
    if reading.kind != "extension":
        return ()
    return tuple(
        replace(doubt, candidates=tuple(replace(one, item=item) for one in doubt.candidates))
        for doubt in reading.doubts
    )


def _shared(readings: Sequence[Reading], catalogue: Catalogue, *, alike: bool) -> list[Reading]:
    """Give a name that stands alone what the next one has: "bhyt, bhxh chưa có số liệu".

    A figure is given on only after a question: "nước sạch, điện kế 99%"; unless it is said of all alike
    ("đều 99%").
    """
    shared: list[Reading] = []
    for place, reading in enumerate(readings):
        if reading.rule == "words of its own" and len(readings) > 1:
            continue
        if reading.rule != "name alone":
            shared.append(reading)
            continue
        following = next((r for r in readings[place + 1 :] if r.rule != "name alone"), None)
        if following is None and shared and _goes_on(shared[-1]):
            following = shared[-1]
        if following is None:
            continue
        same = replace(following, item=reading.item, doubts=_about(reading.item, following))
        own = catalogue.items[reading.item].unit if reading.item else None
        if following.value is None or following.none_arose:
            shared.append(replace(same, unit=own if following.none_arose else same.unit))
            continue
        of_one_unit = own is not None and own == following.unit
        if alike and of_one_unit:
            shared.append(same)
            continue
        doubt = Doubt("vague_quantity", (same,) if of_one_unit else ())
        shared.append(replace(reading, kind="ambiguous", doubts=(doubt,)))
    return shared
