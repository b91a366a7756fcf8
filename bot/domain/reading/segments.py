"""Several items in one message: names of items first, separators second."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.reading.amounts.named import list_marks
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.sums import goes_on, part_kind
from bot.domain.reading.doubts.elsewhere import elsewhere
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.behind_code import without_passing
from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.naming.merging import SEPARATORS, STATUS, chosen, merged
from bot.domain.reading.naming.names import uncovered
from bot.domain.reading.naming.strangers import guessed, is_of_item, names_disease, unknown_name
from bot.domain.reading.scan import Scan
from bot.domain.reading.segment import Segment
from bot.domain.reading.states.doings import under_way
from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.words import words_of

_FEW = 4  # items to choose from
_JOINING = frozenset(("va", "con", "voi", "cung", "rieng"))


def segments(
    scan: Scan, catalogue: Catalogue, context_item: str | None, own: Collection[str] = ()
) -> list[Segment]:
    """Cut a scanned message into the parts that are about one item each, in order.

    `own` are the keys of the items of the person who wrote it.
    """
    mentions = without_passing(scan, catalogue, chosen(scan, catalogue, context_item), frozenset(own))
    mentions = merged(scan, catalogue, mentions)
    if (told := _told_in_order(scan, mentions)) is not None:
        return told
    separators = _separators(scan)
    cuts = [_cut(scan, separators, left, right) for left, right in pairwise(mentions)]
    bounds = [0, *cuts, len(scan.tokens)]
    parts = [
        Segment(start, end, m.keys, m.wider, named=True, mention=m)
        for start, end, m in zip(bounds, bounds[1:], mentions, strict=False)
    ] or [Segment(0, len(scan.tokens))]
    parts = _split_front(scan, catalogue, separators, parts)
    found = [piece for part in parts for piece in _split_unknown(scan, catalogue, separators, part)]
    for part in found:
        part.quantities = [q for q in scan.quantities if part.start <= q.start < part.end]
    return elsewhere(scan, catalogue, guessed(scan, catalogue, found, context_item), context_item, own)


def _told_in_order(scan: Scan, mentions: Sequence[Mention]) -> list[Segment] | None:
    """Read "bhyt, bhxh lần lượt là 98,9% và 214": as many numbers as names, in their order."""
    words = scan.words(0, len(scan.tokens))
    place = next((at for at, pair in enumerate(pairwise(words)) if pair == ("lan", "luot")), None)
    if place is None or len(mentions) < 2 or len(mentions) != len(scan.quantities):
        return None
    if mentions[-1].end > place or scan.quantities[0].start < place:
        return None
    return [
        Segment(q.start, q.end, m.keys, m.wider, named=True, mention=m, quantities=[q])
        for m, q in zip(mentions, scan.quantities, strict=True)
    ]


def _separators(scan: Scan) -> list[int]:
    """Return the places of commas, line ends, list marks …: never those inside a number."""
    inside = {place for q in scan.quantities for place in range(q.start, q.end)}
    marks = {
        start
        for start, _ in list_marks(
            scan.folded, {scan.tokens[m.start].start for m in scan.mentions}, scan.tokens[0].start
        )
    }
    return [
        place
        for place, token in enumerate(scan.tokens)
        if place not in inside
        and ((token.text in SEPARATORS and not _is_document_dash(scan, place)) or token.start in marks)
    ]


def _is_document_dash(scan: Scan, place: int) -> bool:
    tokens = scan.tokens
    return (
        tokens[place].text in "-."
        and place > 0
        and tokens[place - 1].end == tokens[place].start
        and (place + 1 < len(tokens) and tokens[place + 1].start == tokens[place].end)
    )


def _cut(scan: Scan, separators: Sequence[int], left: Mention, right: Mention) -> int:
    """Return where the part of `left` ends and that of `right` begins."""
    between = [place for place in separators if left.end <= place < right.start]
    after = _reports(scan, right.end, _next_stop(scan, separators, right.end))
    if not between:
        before_left = any(q.end <= left.start for q in scan.quantities if q.start >= left.start - 8)
        number_first = before_left and not after and _reports(scan, left.end, right.start)
        return left.end if number_first else _before_joining(scan, right.start, left.end)
    last = between[-1]
    counted = any(q.end == right.start and not q.is_percent and q.start > last for q in scan.quantities)
    if _reports(scan, last, right.start) and after and not counted:
        return _before_joining(scan, right.start, left.end)
    return _before_parts(scan, between)


def _before_parts(scan: Scan, between: Sequence[int]) -> int:
    """Return where a name's part begins: all of "xây mới 1, sửa chữa 2 căn nhà tình thương" is its own."""
    kinds = [part_kind(scan.words(place + 1, len(scan.tokens))) for place in between]
    first = len(between) - 1
    while first and kinds[-1] is not None and kinds[first - 1] == kinds[-1]:
        first -= 1
    return between[first]


def _before_joining(scan: Scan, place: int, stop: int) -> int:
    while place > stop and scan.tokens[place - 1].text in _JOINING:
        place -= 1
    return place


def _next_stop(scan: Scan, separators: Sequence[int], start: int) -> int:
    later = [p for p in separators if p >= start] + [m.start for m in scan.mentions if m.start >= start]
    return min(later, default=len(scan.tokens))


def _reports(scan: Scan, start: int, end: int) -> bool:
    return any(start <= q.start < end for q in scan.quantities) or any(
        scan.has(label, start, end) for label in STATUS
    )


def _split_front(
    scan: Scan, catalogue: Catalogue, separators: Sequence[int], parts: list[Segment]
) -> list[Segment]:
    """Give what is reported before the first name, up to a separator, a part of its own: "32/64, bhyt 97"."""
    first = parts[0]
    if first.mention is None:
        return parts
    before = [p for p in separators if p < first.mention.start]
    if not before or not _reports(scan, 0, before[-1]) or not _tells(scan, first.mention, first.end):
        return parts
    fronts = [q for q in scan.quantities if q.start < before[-1]]
    if not fronts and _is_done_of_unknown(scan, catalogue, before[-1]):  # "btc y tế xong; attp 100"
        return [Segment(0, before[-1], unknown=True), replace_start(first, before[-1]), *parts[1:]]
    if not fronts or _is_new_in_total(scan, fronts, first):
        return parts
    front = Segment(0, before[-1])
    return [front, replace_start(first, before[-1]), *parts[1:]]


def _tells(scan: Scan, mention: Mention, end: int) -> bool:
    """Tell whether something is told behind a name, "đang tiêm" too behind a code."""
    coded = mention.strength == "code" and bool(under_way(scan, mention.end, end))
    return coded or _reports(scan, mention.end, end)


def _is_done_of_unknown(scan: Scan, catalogue: Catalogue, end: int) -> bool:
    return scan.has("done", 0, end) and unknown_name(scan, catalogue, 0, end) is not None


def _is_new_in_total(scan: Scan, fronts: Sequence[Quantity], first: Segment) -> bool:
    """Tell "tháng này thêm 12 người, tổng bhxh 214" and "nhận 14 đơn, hòa giải thành 13": no item's own."""
    totals = [q for q in scan.quantities if first.start <= q.start < first.end and q.role == "total"]
    if bool(totals) and all(q.role in ("delta", "fall") for q in fronts):
        return True
    parts = [q for q in scan.quantities if first.start <= q.start < first.end and q not in fronts]
    whole = len(fronts) == len(parts) == 1 and fronts[0].role == "whole"
    return whole and not parts[0].is_percent and parts[0].value <= fronts[0].value


def replace_start(part: Segment, start: int) -> Segment:
    """Return the part beginning at another place."""
    return replace(part, start=start)


def _split_unknown(
    scan: Scan, catalogue: Catalogue, separators: Sequence[int], part: Segment
) -> list[Segment]:
    """Split off pieces that name something that is no item: "khai sinh 410, khai tử 119"."""
    if part.mention and part.mention.strength == "code" and catalogue.items[part.keys[0]].kind == "task":
        return [part]  # "NV-049 kiểm tra 12 cơ sở, nhắc nhở 2" tells of the work
    turns = _turns(scan)
    cuts = sorted({*separators, *turns}) if turns else separators
    starts = [place for place in cuts if part.start < place < part.end]
    after = part.mention.end if part.mention else part.start
    split: list[Segment] = []
    for start, end in pairwise([*starts, part.end]):
        if start < after:
            continue
        name = unknown_name(scan, catalogue, start + 1, end)
        if name is None or is_of_item(scan, catalogue, part, name) or goes_on(scan, part.start, start + 1):
            if split:
                split[-1].end = end
            continue
        keys = _called(scan, catalogue, name)
        guess = name[1] - name[0] == 1 and not catalogue.single(scan.words(*name))
        split.append(Segment(start, end, keys, keys, named=bool(keys), unknown=not keys, sure=not guess))
    return [replace(part, end=split[0].start), *split] if split else [part]


def _turns(scan: Scan) -> list[int]:
    """Return the places of the "còn" of "2/2 xong rồi còn chợ đêm thì đang làm"."""
    words = scan.words(0, len(scan.tokens))
    if "thi" not in words:
        return []
    turns = [place for place, word in enumerate(words) if word == "con"]
    return [place for place in turns if "thi" in words[place + 3 : place + 7]]


def _called(scan: Scan, catalogue: Catalogue, name: tuple[int, int]) -> tuple[str, ...]:
    """Return the item that a word stands for alone, where no other word beside it is strange to the item."""
    words = scan.words(*name)
    keys = () if names_disease(words) else catalogue.single(words)
    own = catalogue.every_word(keys[0]) | catalogue.words_of(keys[0]) if keys else set()
    strange = {words[at] for at in uncovered(words)} | {*words[:1]} - UNIT_WORDS
    if len(words) == 1 and not keys:
        return _shortly(catalogue, words[0])
    return keys if own >= strange else ()  # "hiến máu" is no "kiểu mẫu"


def _shortly(catalogue: Catalogue, word: str) -> tuple[str, ...]:
    """Return the indicators that "nước: 100" may be of: those that have the word in their short names."""
    short = ((key, item) for key, item in catalogue.items.items() if item.kind == "indicator")
    keys = tuple(key for key, item in short if word in words_of(item.short_name))
    return keys if len(keys) <= _FEW else ()


__all__ = ["Segment", "segments"]
