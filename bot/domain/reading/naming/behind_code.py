"""Names that stand in the words of an item that was named before: a code wins over them."""

from __future__ import annotations

from collections.abc import Set as Keys
from itertools import takewhile

from bot.domain.reading.amounts.units import counts_heads, fits
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.naming.merging import SEPARATORS, STATUS
from bot.domain.reading.scan import Scan


def without_passing(
    scan: Scan, catalogue: Catalogue, mentions: list[Mention], own: Keys[str]
) -> list[Mention]:
    """Drop the names in the words of a task: "NV-011 đã hòa giải 3 vụ" is no rate of hòa giải.

    `own` are the keys of the items of the person who wrote it.
    """
    kept: list[Mention] = []
    for named in mentions:
        code = _governing(catalogue, kept)
        passing = code is not None and _is_in_passing(scan, catalogue, code, named, own)
        if not passing and not (kept and _is_of_others(scan, kept[-1], named, own)):
            kept.append(named)
    return kept


def _governing(catalogue: Catalogue, before: list[Mention]) -> Mention | None:
    """Return the name that stands last, where it is the code of a task."""
    last = before[-1] if before else None
    if last is None or last.strength != "code" or catalogue.items[last.keys[0]].kind != "task":
        return None
    return last


def _is_in_passing(scan: Scan, catalogue: Catalogue, code: Mention, named: Mention, own: Keys[str]) -> bool:
    """Tell "nv22 không còn hộ nghèo", "nv47 bhyt tăng 2%" from "nv9 xong bhxh 205", "nv13 bhyt 97"."""
    between = scan.words(code.end, named.start)
    if named.strength == "code":
        return False
    if named.keys == code.keys:
        return any(word.isalnum() for word in between)  # "nv56 xong, đã giao quân", not "NV-056: giao quân"
    if not SEPARATORS.isdisjoint(between):  # a few words of somebody else's task
        return named.strength == "part" and code.keys[0] in own and own.isdisjoint(named.keys)
    counted = next((q for q in scan.quantities if named.end <= q.start <= named.end + 2), None)
    items = [catalogue.items[key] for key in named.keys]
    if counted is not None and not any(
        fits(counted, item) and not counts_heads(counted, item) for item in items
    ):
        return True
    within = catalogue.every_word(code.keys[0]).issuperset(scan.words(named.start, named.end))
    told = _reports(scan, code.end, named.start)
    return not (told if within else told or counted) or not _reports(scan, named.end, _stop(scan, named.end))


def _is_of_others(scan: Scan, before: Mention, named: Mention, own: Keys[str]) -> bool:
    """Tell the end of "anct không có điểm nóng", "dqtv đạt 1,8% dân số", of which nothing is told."""
    between = scan.words(before.end, named.start)
    told = bool(between) and not {*SEPARATORS, "va", "voi"}.intersection(between)
    theirs = named.strength != "code" and own.isdisjoint(named.keys) and not own.isdisjoint(before.keys)
    return told and theirs and _stop(scan, named.end) == named.end


def _stop(scan: Scan, start: int) -> int:
    """Return where the clause ends that a place stands in."""
    ahead = scan.words(start, len(scan.tokens))
    return start + sum(1 for _ in takewhile(lambda word: word not in SEPARATORS, ahead))


def _reports(scan: Scan, start: int, end: int) -> bool:
    counted = any(start <= q.start < end for q in scan.quantities)
    return counted or any(scan.has(label, start, end) for label in STATUS)
