"""Work told in front of what hinders it, in one breath: "ra quân 3 buổi, vướng thiếu xe" is both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.reading import read
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.scan import scan
from bot.domain.reading.states.obstacles import obstacles_told
from db.item_view import ItemView
from handlers.obstacles.trouble import AROUND, PAUSE, begun
from handlers.reporting.by_own_words import takes_words
from handlers.reporting.in_one_piece import WHOLE
from handlers.texts.obstacles import heard as trouble
from handlers.turn import Turn

_ENDS = (",", ";", ".", "\n", "-", "–")


def of_trouble(turn: Turn, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings, with the work that an obstacle swallowed as a reading of its own in front of it."""
    for reading in readings:
        item = turn.ward.items.get(reading.item or "")
        parts = _parts(turn, reading, item) if item is not None and not reading.doubts else None
        yield from parts or (reading,)


def _parts(turn: Turn, reading: Reading, item: ItemView) -> tuple[Reading, ...] | None:
    if reading.kind != "obstacle" or reading.rule == WHOLE or not takes_words(item):
        return None
    starts = begun(turn, reading.words, item) or _first_clause(turn, reading.words)
    front = reading.words[: starts[0]].rstrip() if starts else ""
    said = front.strip(AROUND)
    if not said or not front.endswith(_ENDS):
        return None
    work, behind = _work(turn, reading, item, said), reading.words[starts[0] :].strip(AROUND)
    if work is None:
        return None
    if work.kind == "in_progress" and trouble.is_rest_of_cases(behind):
        return (replace(work, words=reading.words),)
    return work, replace(reading, words=behind)


def _first_clause(turn: Turn, words: str) -> list[int]:
    """Where the clause begins in which trouble is told first: "xử lý 3 vụ, | còn 1 vụ chưa chấp hành"."""
    found = scan(words, turn.ward.whole_catalogue, awaited=False)
    hits = obstacles_told(found, 0, len(found.tokens))
    if not hits:
        return []
    place = min(found.tokens[start].start for start, _end in hits)
    return [max((at.end() for at in PAUSE.finditer(words, 0, place)), default=0)]


def _work(turn: Turn, reading: Reading, item: ItemView, said: str) -> Reading | None:
    """What the words tell of the item; None where they tell of trouble too. What is hindered is not done."""
    told = read(said, turn.ward.whole_catalogue, Context(now=turn.said_at, item=item.key))
    if any(one.kind == "obstacle" or "obstacle" in one.also for one in told):
        return None
    status = told[0].status if len(told) == 1 else None
    if status is None and not _counts(turn, said):
        return None  # "chủ nhà không ở đây, khó quá" tells only what hinders
    state = "in_progress" if status is None or (status == "done" and item.is_task) else status
    work = replace(reading, kind=state, status=state, words=said, also=(), doubts=())
    narrative = item.is_task or (item.target is not None and item.target.is_narrative)
    return work if narrative or state != "in_progress" else None


def _counts(turn: Turn, said: str) -> bool:
    """Tell "ra quân 3 buổi" from "nhà trong hẻm 12", where the number is a name."""
    seen = scan(said, turn.ward.whole_catalogue, awaited=False)
    return any(q.start not in seen.named for q in seen.quantities)
