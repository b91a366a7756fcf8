"""What a part says without a figure: a state of work, an obstacle, a promised day, none, as last time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading import intents
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import cannot_cease, measure, reduces
from bot.domain.reading.doubts.foreign import follows_strange_words
from bot.domain.reading.doubts.quoted_target import target_only
from bot.domain.reading.model import Doubt, Kind, Reading
from bot.domain.reading.part import Part
from bot.domain.reading.states import doings, statement
from bot.domain.reading.states.nothing import is_missing, is_narrowed, none_of_any
from bot.domain.reading.states.overcome import event_missed
from bot.domain.reading.states.promises import promise
from bot.domain.reading.states.work_state import obstacle_reading, work_reading
from bot.domain.reading.vocabulary.fillers import POLITE

_ASKS_FOR_DAY = frozenset(("xin", "cho", "nghi", "den", "toi", "sang", "qua", "gia", "lai", "han"))
_BECAUSE = frozenset(("vi", "do", "tai"))
_WELL = frozenset(("tot", "thuong", "dam", "hieu", "dinh"))  # "tốt", "bình thường": nothing is recognised yet


def state_reading(part: Part, state: doings.State) -> Reading | None:
    """Read a part without a figure; None when it says nothing. The first rule that answers decides."""
    for rule in _RULES:
        reading = rule(part, state)
        if reading is not None:
            return reading
    return None


def _corrected(part: Part, state: doings.State) -> Reading | None:
    if not part.correcting and not any(q.role == "old" for q in part.segment.quantities):
        return None
    if state.status is not None and part.item is not None and measure(part.item) == "none":
        return None  # "sửa NV-015 chưa xong": the state that is told is the right one
    doubts = (Doubt("vague_quantity"),)
    return part.reading("correction", "correction without a number", words=part.words(), doubts=doubts)


def _as_last_time(part: Part, state: doings.State) -> Reading | None:
    if not part.has("previous"):
        return None
    if part.item is not None and measure(part.item) == "none" and state.obstacle and not state.status:
        return obstacle_reading(part, state)  # "vẫn vướng mặt bằng như tháng trước"
    if part.item is not None and part.item.kind == "task":
        return replace(work_reading(part, doings.State("in_progress")), rule="as last time")
    base = part.reading("ambiguous", "as last time", words=part.words())
    choices: tuple[Reading, ...] = ()
    if part.item is not None and part.last is not None:
        kind: Kind = "percent" if part.item.unit == "%" else "figure"
        choices = (replace(base, kind=kind, value=part.last, unit=part.item.unit, words=""),)
    return part.of_item(replace(base, doubts=(Doubt("refers_to_previous", choices),)))


def _put_off(part: Part, state: doings.State) -> Reading | None:
    """Read "chủ nhật xanh tuần này hoãn vì mưa": what was to be done is put off, and no time is asked for."""
    if part.item is None or part.item.kind != "task":
        return None
    words = part.found.words(part.start, part.end)
    if "hoan" not in words or not _ASKS_FOR_DAY.isdisjoint(words) or _BECAUSE.isdisjoint(words):
        return None
    place = part.start + words.index("hoan")
    if part.found.words(place + 1, place + 2) in (["thanh"], ["thien"], ["tat"]):
        return None
    obstacle = replace(state, status="in_progress", obstacle=True, place=(place, place + 1))
    return replace(work_reading(part, obstacle), words=part.words())


def _none_arose(part: Part, state: doings.State) -> Reading | None:
    place = doings.none_arose(part.found, part.start, part.end)
    status = None if place == none_of_any(part.found, part.start, part.end) else state.status
    if place is None or status is not None or state.obstacle:
        return None
    if is_missing(part.found, part.start, place):
        return work_reading(part, doings.State("not_done", place=place))
    none = _nothing(part, place)
    if follows_strange_words(part, place[0]):
        doubt = Doubt("which_indicator", (replace(none, doubts=()),))
        return replace(none, kind="ambiguous", doubts=(doubt,))
    measured = part.catalogue.every_word(part.item.key) if part.item else frozenset()
    counted = part.item is not None and part.item.unit is not None and part.item.target != 0
    other = counted and not measured.issuperset(event_missed(part.found.words(place[1], place[1] + 5)))
    if not (other or is_narrowed(part.found, place, measured)):
        return none  # "bhxh không có vi phạm" counts no people
    return replace(none, kind="ambiguous", doubts=(Doubt("vague_quantity", (none,)),))


def _nothing(part: Part, place: tuple[int, int]) -> Reading:
    """A 0 said in words. Of a total that is more than 0 it may mean that nothing was added: asked."""
    item = part.item
    unit = item.unit if item else None
    if measure(item) == "rate" and "don" in part.found.words(place[0], place[1] + 1):
        unit = "đơn"  # "không có đơn khiếu nại": the rate cannot be measured
    zero = part.reading(
        "figure",
        "none arose",
        value=Decimal(0),
        unit=unit,
        none_arose=True,
        span=part.found.span(*place),
        words=part.words(),
        period=part.period(),
    )
    if item is not None and _leaves_none(part, item, place):
        return _all_reduced(zero, item)
    return part.of_item(zero if part.is_settled("refers_to_previous") else _or_unchanged(part, zero))


def _leaves_none(part: Part, item: KnownItem, place: tuple[int, int]) -> bool:
    """Tell "không còn hộ nghèo nào" of what is to be reduced from "không giảm được hộ nào"."""
    said = {*part.found.words(part.start, part.end)}
    return reduces(item) and said.isdisjoint(("giam", "thoat", "sinh")) and place[1] > place[0]


def _all_reduced(zero: Reading, item: KnownItem) -> Reading:
    """Ask whether none is left, so that the whole opening stock was reduced, or none was reduced."""
    left = replace(zero, value=item.baseline, none_arose=False)
    choices = (left, zero) if item.baseline is not None else (zero,)
    return replace(zero, kind="ambiguous", none_arose=False, doubts=(Doubt("which_measure", choices),))


def _or_unchanged(part: Part, zero: Reading) -> Reading:
    item = part.item
    same = replace(zero, value=part.last, none_arose=False)
    if item is not None and cannot_cease(item):
        known = () if part.last is None else (replace(same, kind="percent"),)
        return replace(zero, doubts=(Doubt("refers_to_previous", known),))
    grows = item is not None and measure(item) != "rate" and item.cumulative is not False
    return replace(zero, doubts=(Doubt("refers_to_previous", (same, zero)),)) if part.last and grows else zero


def _of_work(part: Part, state: doings.State) -> Reading | None:
    return None if state.status is None else work_reading(part, state)


def _held_up(part: Part, state: doings.State) -> Reading | None:
    return obstacle_reading(part, state) if state.obstacle else None


def _untroubled(part: Part, state: doings.State) -> Reading | None:
    """Read "không có khó khăn gì", "phần mềm chạy lại rồi" of an item as work under way."""
    going_on = replace(state, status="in_progress")
    return work_reading(part, going_on) if state.untroubled and part.item is not None else None


def _held(part: Part, state: doings.State) -> Reading | None:
    """Read "vẫn duy trì" as done, for what is only to be kept; of a task it tells of the work so far."""
    going_on = replace(state, status="in_progress")
    if part.item is not None and part.item.kind == "task" and state.held:
        return work_reading(part, going_on)
    if part.item is not None and part.item.recognised and _WELL.intersection(part.found.words(*state.place)):
        return work_reading(part, going_on)
    kept = measure(part.item) == "none" if part.item else len(part.keys) > 1
    kept = kept or part.found.words(part.start, part.end) == ["dat"]
    return _of_work(part, replace(state, status="done")) if state.held and kept else None


def _remaining(part: Part, state: doings.State) -> Reading | None:
    """Read "còn 2 hộ nữa" as work under way."""
    del state
    left: Quantity | None = next((q for q in part.segment.quantities if q.role == "left"), None)
    if left is None or part.item is None:
        return None
    return _of_work(part, doings.State("in_progress", place=(left.start, left.end)))


def _vague(part: Part, state: doings.State) -> Reading | None:
    del state
    told = part.has("vague") or any(q.over for q in part.segment.quantities)  # "được hơn 1/2 rồi"
    if not told or not part.keys:
        return None
    if part.item is not None and part.item.kind == "task":  # "làm được một nửa rồi"
        return work_reading(part, doings.State("in_progress"))
    doubts = (Doubt("vague_quantity"),)
    return part.of_item(
        part.reading("ambiguous", "quantity without a number", words=part.words(), doubts=doubts)
    )


def _name_alone(part: Part, state: doings.State) -> Reading | None:
    """Take a bare name as a question; "không để xảy ra điểm nóng" is a name that reports."""
    del state
    mention = part.segment.mention
    if part.item is None or mention is None:
        return None
    event_free = part.item.target == 0 and part.item.comparator == "<="
    begin = mention.start - (event_free and mention.start > part.start)
    called = part.item.kind == "task" and not event_free  # "xây dựng không phép" is what a task deals with
    if "khong" in part.found.words(begin, mention.end) and not called:
        return _nothing(part, (begin, mention.end))
    rest = [t for t in part.found.tokens[mention.end : part.end] if t.is_word]
    if [t.text for t in rest] == ["khong"]:  # "tngt không, sxh 2 ca"
        return _perhaps_asked(part, _nothing(part, (mention.start, part.end)))
    told = [t.text for t in part.found.tokens[mention.end : part.end] if t.is_word and t.text not in POLITE]
    if part.item.kind == "task" and intents.is_left_out(rest):
        return _unclear(part)
    tells = len(told) > 3 or (len(told) > 1 and (rest[0].text == "da" or bool(event_missed(told))))
    if part.item.kind == "task" and tells:
        return work_reading(part, doings.State("in_progress"))  # "NV-034 đã lên lịch trực lễ"
    if part.item.kind == "task" and part.has("greeting"):  # "nv 20 ok r"
        return part.reading("greeting", "task acknowledged")
    if part.item.kind == "task" and statement.tells(part):
        return replace(work_reading(part, doings.State("in_progress")), rule=statement.WORDS)
    return part.reading("question", "words of its own" if part.is_a_line else "name alone")


def _told_of_several(part: Part, state: doings.State) -> Reading | None:
    """Ask which is meant of several that "lụt bão không thiệt hại" tells of, where words are what is told."""
    del state
    several = part.item is None and len(part.keys) > 1
    if not several or any(measure(part.catalogue.items[key]) != "none" for key in part.keys):
        return None
    return work_reading(part, doings.State("in_progress")) if statement.tells(part) else None


def _unclear(part: Part) -> Reading:
    hindered = obstacle_reading(part, doings.State(obstacle=True))
    under_way = work_reading(part, doings.State("in_progress"))
    doubt = Doubt("unclear_words", (hindered, under_way))
    return replace(under_way, kind="ambiguous", status=None, doubts=(doubt,))


def _perhaps_asked(part: Part, none: Reading) -> Reading:
    """Ask about "bội chi không" alone, which may be a question; "tnxh không" of one word is an answer."""
    words = [token for token in part.found.tokens if token.is_word]
    mention = part.segment.mention
    coded = mention is not None and mention.strength == "code"
    awaited = part.item is not None and part.context.item == part.item.key
    alone = part.start == 0 and part.end == len(part.found.tokens) and len(words) > 2
    if awaited or coded or none.doubts or not alone:
        return none
    return replace(none, kind="question", doubts=(Doubt("refers_to_previous", (none,)),))


def _already(part: Part, state: doings.State) -> Reading | None:
    """Ask what a bare "rồi ạ" means after a question about a task: that it is done, or that it was noted."""
    del state
    if part.item is None or measure(part.item) != "none" or part.segment.named:
        return None
    if part.found.words(part.start, part.end) not in (["roi"], ["da", "roi"], ["roi", "do"]):
        return None
    span = part.found.span(part.start, part.end)
    done = part.reading("done", "state of work", status="done", words=part.words(), span=span)
    noted = replace(done, kind="greeting", status=None)
    return replace(done, doubts=(Doubt("done_or_noted", (done, noted)),))


_RULES: tuple[Callable[[Part, doings.State], Reading | None], ...] = (
    _corrected,
    _as_last_time,
    target_only,
    _put_off,
    promise,
    _none_arose,
    _of_work,
    _held_up,
    _held,
    _remaining,
    _vague,
    _untroubled,
    _name_alone,
    _told_of_several,
    _already,
)
