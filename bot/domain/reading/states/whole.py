"""The words of progress on a task, whole: what no other reading of the line holds belongs to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.reading.model import Reading
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.naming.merging import SEPARATORS
from bot.domain.reading.scan import Scan
from bot.domain.reading.segment import Segment
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.words import words_of

_STATES = frozenset(("done", "in_progress", "not_done"))
_SAID = ("done", "held", "in_progress", "not_done", "obstacle", "extension")
_STATED = ("not_done", "in_progress")
_STRIPPED = " ,;.:-\n"


def with_whole_words(
    readings: Sequence[Reading], found: Scan, parts: Sequence[Segment], catalogue: Catalogue
) -> list[Reading]:
    """Return the readings; the only task of a line keeps all words of it that tell something.

    "nv13 230 người tham gia, thu gom 2,5 tấn rác": both; "nv22: 141 người có việc, xkld 5, không có tệ nạn":
    with the figure that is another item's, as the third part is of none.
    """
    return [_whole(one, readings, found, parts, catalogue) for one in readings]


def _whole(
    reading: Reading, readings: Sequence[Reading], found: Scan, parts: Sequence[Segment], catalogue: Catalogue
) -> Reading:
    if reading.kind not in _STATES or not _is_task(reading, catalogue) or reading.doubts:
        return reading
    start, end = _line(found, reading)
    beside = [one for one in readings if start <= one.span[0] < end and one is not reading]
    own = next((part for part in parts if _holds(found, part, reading)), None)
    mention = own.mention if own is not None else None
    coded = mention is not None and mention.strength == "code"
    if any(_is_task(one, catalogue) for one in beside) or (beside and not coded):
        return reading
    named = mention is not None and mention.strength in ("code", "name")
    if mention is None or not named:
        opens = mention is not None and found.text[start : found.tokens[mention.start].start].strip() == ""
        pause = found.text.find(",", start, end)
        stated = [found.tokens[a].start for label in _STATED for a, _ in found.marks.get(label, ())]
        # "rửa xe xong, hoa chưa"
        cut_short = opens and not beside and pause > 0 and any(pause < place < end for place in stated)
    else:
        name = found.tokens[mention.start].start
        if name < start or _tells(found, start, name):
            return reading
        cut_short = found.text[start:name].rstrip().endswith(":")  # "em báo cáo tuần: nv21 …"
        start = found.tokens[_behind_name(found, mention, catalogue) - 1].end
    text = found.text[start:end].strip(_STRIPPED)
    names = [] if mention is None or named else [m for m in found.mentions if m.start == mention.start]
    spoken = [word for m in names[:1] for word in found.words(m.start, m.end)]
    kept = {*words_of(reading.words), *spoken}
    lost = any(_lost(found, parts, reading, kept, start, end))
    return replace(reading, words=text) if text and (lost or cut_short) else reading


def _behind_name(found: Scan, mention: Mention, catalogue: Catalogue) -> int:
    """Return the place behind the code, or the name after it: "NV-007 xong phần rửa xe" has only a part."""
    code = next((m for m in found.mentions if m.start == mention.start and m.strength == "code"), mention)
    item = catalogue.items[mention.keys[0]]
    words = words_of(" ".join(found.words(code.end, mention.end)).strip(_STRIPPED))
    names = (words_of(name) for name in (item.name, item.short_name, *item.aliases))
    return mention.end if words in names else code.end


def _is_task(reading: Reading, catalogue: Catalogue) -> bool:
    item = catalogue.items.get(reading.item or "")
    return item is not None and item.kind == "task"


def _line(found: Scan, reading: Reading) -> tuple[int, int]:
    start = found.text.rfind("\n", 0, reading.span[0]) + 1
    end = found.text.find("\n", reading.span[0])
    return start, len(found.text) if end < 0 else end


def _holds(found: Scan, part: Segment, reading: Reading) -> bool:
    start, end = found.span(part.start, part.end)
    return start <= reading.span[0] < max(end, start + 1)


def _tells(found: Scan, start: int, end: int) -> bool:
    """Tell "đang làm nv10" from "em báo cáo tuần: nv21 …": something is said in front of the code."""
    marks = [found.tokens[a].start for label in _SAID for a, _ in found.marks.get(label, ())]
    return any(
        start <= place < end for place in (*marks, *(found.tokens[q.start].start for q in found.quantities))
    )


def _lost(
    found: Scan, parts: Sequence[Segment], reading: Reading, words: set[str], start: int, end: int
) -> Iterator[bool]:
    """Tell of each word between two offsets whether neither `words` nor another reading hold it."""
    kept = words | POLITE | ({"dat"} if any(q.is_percent for q in found.quantities) else set())
    shares = {at for q in found.quantities if q.is_percent for at in range(q.start, q.end)}
    for place, token in enumerate(found.tokens):
        if start <= token.start < end and token.is_word and token.text not in kept and place not in shares:
            other = next(
                (p for p in parts if p.start <= place < p.end and not _holds(found, p, reading)), None
            )
            yield other is None or not _speaks_of(found, other, place)


def _speaks_of(found: Scan, part: Segment, place: int) -> bool:
    """Tell the clause of another item's name or number from one behind it, "xkld 5, không có tệ nạn"."""
    stops = [at for at in range(part.start, part.end) if found.tokens[at].text in SEPARATORS]
    begin = max((at for at in stops if at < place), default=part.start)
    end = min((at for at in stops if at > place), default=part.end)
    named = any(begin <= m.start < end for m in found.mentions if m is part.mention)
    return named or any(begin <= q.start < end for q in part.quantities)
