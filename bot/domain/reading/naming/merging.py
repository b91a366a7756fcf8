"""Names of items that stand together: which of them are one name, and which item that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.items import KnownItem
from bot.domain.reading.amounts.sums import names_several, part_kind
from bot.domain.reading.amounts.units import fits
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.naming.names import ACRONYMS, contract
from bot.domain.reading.scan import Scan

SEPARATORS = frozenset((",", ";", "\n", "+", ".", "-", "•", "*", "!", "|", "\t"))
_TITLED = frozenset(("chuan", "danh", "hieu", "tieu"))  # "tỷ lệ hộ đạt danh hiệu gia đình văn hóa"
STATUS = ("done", "not_done", "in_progress", "held", "none", "obstacle", "previous", "vague")


def chosen(scan: Scan, catalogue: Catalogue, context_item: str | None) -> list[Mention]:
    """Drop weak names ("kế hoạch", "chỉ tiêu") where something else is named or asked about.

    So is a part of a name whose number is counted as what was asked, and not as that item: "phát triển mới
    19 người", in answer to a question about people.
    """
    asked = catalogue.items.get(context_item or "")
    strong = [m for m in scan.mentions if m.strength != "weak" and not _is_quality(scan, m)]
    strong = [m for m in strong if not _is_deed(scan, m, strong)]
    if asked is not None:
        strong = [m for m in strong if m.strength != "part" or not _is_asked(scan, catalogue, m, asked)]
    return strong if strong or context_item else scan.mentions


def _is_quality(scan: Scan, mention: Mention) -> bool:
    """Tell the "quá hạn" of "không có đơn nào quá hạn" from the "nợ quá hạn" that it is a part of."""
    return mention.strength == "part" and scan.words(mention.start - 1, mention.start) == ["nao"]


def _is_deed(scan: Scan, mention: Mention, others: Sequence[Mention]) -> bool:
    """Tell the "sửa chữa" of "xây mới 1, sửa chữa 2 căn nhà tình thương", one part of what is named."""
    if mention.strength != "part" or part_kind(scan.words(mention.start, mention.end)) is None:
        return False
    named = any(one.strength != "part" and {*one.keys} & {*mention.keys} for one in others)
    return named and names_several(scan.words(0, len(scan.tokens)))


def _is_asked(scan: Scan, catalogue: Catalogue, mention: Mention, asked: KnownItem) -> bool:
    counted = next((q for q in scan.quantities if mention.end <= q.start <= mention.end + 2), None)
    if counted is None or (counted.unit or counted.soft) is None or asked.key in mention.keys:
        return False
    if not ACRONYMS.isdisjoint(contract(scan.words(mention.start, mention.end))[0]):
        return False  # "bhxh 100%" is of nothing else
    return fits(counted, asked) and not any(fits(counted, catalogue.items[key]) for key in mention.keys)


def merged(scan: Scan, catalogue: Catalogue, mentions: Sequence[Mention]) -> list[Mention]:
    merged: list[Mention] = []
    for mention in mentions:
        if merged and _is_one_name(scan, merged[-1], mention):
            merged[-1] = _together(scan, catalogue, merged[-1], mention)
        else:
            merged.append(mention)
    return [_extended(scan, catalogue, m) for m in merged]


def _is_one_name(scan: Scan, left: Mention, right: Mention) -> bool:
    """Tell that nothing is reported between two names: they are one ("SDD trẻ em thể nhẹ cân")."""
    if left.keys == right.keys and len(left.keys) == 1:
        return True
    if any(left.end <= q.start < right.start for q in scan.quantities):
        return False
    between = scan.words(left.end, right.start)
    rate_of = left.strength == "part" and between[:1] == ["dat"] and _TITLED.issuperset(between[1:])
    if not rate_of and any(scan.has(label, left.end, right.start) for label in STATUS):
        return False
    return not any(word in SEPARATORS or word == "va" for word in between)


def _together(scan: Scan, catalogue: Catalogue, left: Mention, right: Mention) -> Mention:
    words = scan.words(left.start, right.end)
    wider = tuple(dict.fromkeys((*left.wider, *right.wider)))
    both = replace(left, end=right.end, wider=wider, size=max(left.size, right.size) - 1)
    longer = catalogue.covered({*words, *contract(words)[0]}, both)
    beyond = tuple(key for key in longer if key not in left.keys)
    if beyond and right.strength == "part":
        return replace(both, keys=beyond)
    common = tuple(key for key in left.keys if key in right.keys)
    whole = replace(left, end=right.end)
    if common:
        return replace(whole, keys=common)
    for narrow, other in ((left, right), (right, left)):
        inside = tuple(key for key in narrow.wider if key in other.keys)
        if inside and narrow.strength == "part":
            return replace(whole, keys=inside)
    if right.strength == "part" and left.strength != "part":
        return whole
    if left.strength == "part" and right.strength != "part":
        return replace(right, start=left.start)
    return replace(whole, keys=tuple(dict.fromkeys((*left.keys, *right.keys))))


def _extended(scan: Scan, catalogue: Catalogue, mention: Mention) -> Mention:
    """Let the words that follow choose a longer name: "bhyt cho học sinh 98%" is not the ward's BHYT."""
    if len(mention.wider) < 2 or mention.strength not in ("name", "part"):
        return mention
    stop = min((q.start for q in scan.quantities if q.start >= mention.end), default=len(scan.tokens))
    stop = min(stop, mention.end + 6)
    words: list[str] = []
    for place in range(max(0, mention.start - 4), stop):
        word = scan.tokens[place].text
        if word in SEPARATORS:
            if place >= mention.end:
                break
            words = []
            continue
        words.append(word)
    longer = catalogue.covered({*words, *contract(words)[0]}, mention)
    return replace(mention, keys=longer) if longer else mention
