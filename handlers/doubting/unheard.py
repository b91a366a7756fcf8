"""Clauses that begin with a word of an own item's name, and of which nothing was read: said, not recorded."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.domain.reading.model import Reading
from bot.domain.reading.naming.meant import meant
from bot.domain.reading.vocabulary.fillers import FILLERS, POLITE
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import fold, is_syllable, words_of
from db.item_view import ItemView
from handlers.doubting.kept import NUMBERS
from handlers.own_items.weighing import Own
from handlers.reporting import clauses
from handlers.reporting.lines import spans
from handlers.texts.reporting import heard_of_items as hears
from handlers.texts.reporting import not_recorded
from handlers.turn import Turn

FIRST = 2
"""So many first words are a part of a name, unless both stand anywhere."""
_FILLERS = frozenset(word for phrase in FILLERS for word in phrase.split())
_COUNT = re.compile(r"\W*(?:\d{1,2}[.)/] *)?([a-z]{3,})(?: tn| bb)?:? \d")
_NONE = re.compile(
    r"\b(?:k|ko|khong|kg|hong)(?: (?:co|phat sinh|xay ra|con|de))+ (?P<what>[a-z][a-z ]*)$"
    r"|^\W*(?P<first>[a-z][a-z ]*?) (?:k|ko|khong|kg|hong) (?:co|phat sinh|xay ra)\b"
)
"""Of what it is said that none arose."""
_ANYTHING = frozenset(
    listed(
        """
        gi | them | vu | viec | nao | moi | su | cai | truong | hop | phat | sinh | so | lieu | thay | doi
        | kho | khan | vuong | mac | ca
        """
    )
)
_WHY = re.compile(r"\W*(?:vi|do|tai|boi|ly do|vuong|kho khan)\b")
"""How a reason begins: it is heard with what it explains."""


def left_out(turn: Turn, typed: str, found: Sequence[Reading], told: Collection[str]) -> list[str]:
    """What to say of them; `told` are words that something was said of already."""
    cut = clauses.of(turn, typed)
    heard = {one.item for one in found if one.item}
    if len(cut) < 2 or not heard:
        return []
    own = [item for item in turn.ward.duties((turn.owner or turn.person).id) if item.key not in heard]
    begun = {begin for one in found for begin, _end in spans(one)}
    told_in_words = fold(" ".join(one.words for one in found if one.kind not in NUMBERS))
    kept = fold(" ".join((*(one.words for one in found), *told)))
    unread = [
        clause.text.strip(clauses.SIGNS)
        for clause in cut
        if not any(clause.holds(at) for at in begun)
        and fold(clause.text).strip(clauses.SIGNS) not in kept
        and clause.item not in heard
        and _WHY.match(fold(clause.text)) is None
        and (clause.item or _is_of_own(turn, heard, own, clause.text))
    ]
    unread += [
        said
        for one in cut
        if fold(said := one.text.strip(clauses.SIGNS)) not in told_in_words
        and _none_of_unknown(turn, cut, heard, one)
    ]
    unread = list(dict.fromkeys(unread))
    return [not_recorded.clauses_left(unread)] if unread else []


def _is_of_own(turn: Turn, heard: Collection[str | None], own: Sequence[ItemView], text: str) -> bool:
    return _names_one(own, text) or _counts_unknown(turn, heard, text) or _speaks_of_other(turn, heard, text)


def _speaks_of_other(turn: Turn, heard: Collection[str | None], text: str) -> bool:
    """ "Cơ quan mình được công nhận chuẩn văn hóa rồi": it tells of an own item that nothing was heard of."""
    said = fold(text)
    if not hears.TELLS.search(said) or hears.REQUESTS.search(said) or hears.OF_PLAN.search(said):
        return False
    own = Own.of(turn)
    sure = meant(own.ranked(text), own.items)
    told = [key for key in heard if key in own.items]
    return bool(sure) and not any(own.is_same(one, key or "") for one in sure for key in told)


def _names_one(own: Sequence[ItemView], text: str) -> bool:
    """True where the first words, or all there are, stand side by side in a name, or are one."""
    said = [word for word in words_of(text) if word not in POLITE]
    first = "" if _FILLERS.issuperset(said[:FIRST]) else " ".join(said[:FIRST])
    return any(_is_named(item, first, whole=len(said) < FIRST) for item in own)


def _none_of_unknown(
    turn: Turn, cut: Sequence[clauses.Clause], heard: Collection[str | None], clause: clauses.Clause
) -> bool:
    """True of "không phát sinh tệ nạn" beside "không điểm nóng", where only the latter is an item's name."""
    others = [one for one in cut if one is not clause and one.item in heard and one.item is not None]
    found = _NONE.search(fold(clause.text).strip(clauses.SIGNS))
    if clause.item is not None or not others or found is None:
        return False
    said = set(words_of(found["what"] or found["first"])) - POLITE - _ANYTHING - _FILLERS
    called = {
        word
        for key in heard
        if key is not None and key in turn.ward.items
        for name in names(turn.ward.items[key])
        for word in words_of(name)
    }
    return bool(said) and said.isdisjoint(called)


def _counts_unknown(turn: Turn, heard: Collection[str | None], text: str) -> bool:
    """True of a number behind an abbreviation that no item told of has: "bhxh 287" of a plan without BHXH."""
    found = _COUNT.match(fold(text))
    if found is None or is_syllable(found[1]) or found[1] in _FILLERS:
        return False
    items = [turn.ward.items[key] for key in heard if key is not None and key in turn.ward.items]
    return not any(found[1] in words_of(name) for item in items for name in names(item))


def _is_named(item: ItemView, first: str, *, whole: bool) -> bool:
    known = [" ".join(words_of(name)) for name in names(item)]
    return bool(first) and any(first == name or (not whole and f" {first} " in f" {name} ") for name in known)


def names(item: ItemView) -> Sequence[str]:
    """All that an item is called."""
    return (item.name, item.short_name, *item.aliases)
