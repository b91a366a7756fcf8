"""How an order begins: a verb and who ("giao Phòng VH-XH …"), who and a verb ("anh Tú làm …"), a code."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.directives import vocabulary as say
from bot.domain.directives.model import Who
from bot.domain.directives.roster import Roster
from bot.domain.directives.words import Word, phrase_at

CODE = re.compile(r"(?<!\w)(?:nv|ct)[ -]?\d{1,4}[a-z]?\d?(?!\w)")
"""Codes of items as plans give them."""
_ENDS = frozenset((".", "!", "?", ";", "\n"))
_SOON = 7
"""How far behind "giao" the verb of doing may stand when who is between them is not known."""
_CLEAR = frozenset(
    phrase
    for phrase in say.DOING
    if len(phrase) > 1 or phrase[0] in {"lam", "lap", "bc", "gui", "nop", "trinh", "viet", "soan"}
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where an order begins, who it names, and where the rest of its words begin.

    `urged`: a word says that it is an order ("phải", "ơi"); without one a sentence that opens with a name
    may be a report. `verb`: it opens with a verb of ordering; `strong`: with one that can only order.
    """

    start: int
    rest: int
    who: tuple[Who, ...] = ()
    stranger: tuple[int, int] | None = None
    verb: bool = False
    strong: bool = False
    reminds: bool = False
    urged: bool = False
    later: bool = False


def openings(words: Sequence[Word], roster: Roster) -> Iterator[Opening]:
    """Every order that a message begins: at its start, and behind each stop or comma."""
    for place in _starts(words):
        found = _verb_first(words, place, roster, after_comma=_behind_comma(words, place))
        if found is None and not _behind_comma(words, place):
            found = _who_first(words, place, roster) or _code_first(words, place)
        if found is not None:
            yield found


def _starts(words: Sequence[Word]) -> Iterator[int]:
    yield 0
    for place, word in enumerate(words[:-1]):
        if word.text in _ENDS or word.text in {",", ":", "-", ")"}:
            yield place + 1


def _behind_comma(words: Sequence[Word], place: int) -> bool:
    return place > 0 and words[place - 1].text not in _ENDS


def _skip(words: Sequence[Word], place: int, phrases: Collection[say.Phrase]) -> int:
    while step := phrase_at(words, place, phrases):
        place += step
    return place


def _verb_first(words: Sequence[Word], start: int, roster: Roster, *, after_comma: bool) -> Opening | None:
    place = start
    while place < len(words) and words[place].text in say.LEADING and not _verb_at(words, place, roster)[0]:
        place += 1
    size, strong, reminds = _verb_at(words, place, roster)
    if not size:
        return None
    place = _skip(words, place + size, say.TO | {(":",)})
    people = _listed(words, place, roster)
    if people:
        rest = people[-1].end
        return Opening(start, rest, people, verb=True, strong=strong, reminds=reminds, urged=True)
    if after_comma:
        return None
    codes = _code_at(words, place)
    if codes or (strong and _is_clear(words, place)):
        return Opening(start, place, verb=True, reminds=reminds, urged=True, later=True)
    return _to_stranger(words, start, place) if strong else None


def _verb_at(words: Sequence[Word], place: int, roster: Roster) -> tuple[int, bool, bool]:
    """The words that a verb of ordering takes; whether it orders by itself; whether it reminds."""
    size = phrase_at(words, place, say.STRONG | say.WEAK | say.REMINDING)
    if not size:
        return 0, False, False
    verb = tuple(word.text for word in words[place : place + size])
    follows = words[place + size].text if place + size < len(words) else ""
    if follows in say.NOT_AFTER.get(" ".join(verb), ()) and roster.who(words, place + size) is None:
        return 0, False, False
    return size, verb in say.STRONG, verb in say.REMINDING


def _listed(words: Sequence[Word], place: int, roster: Roster) -> tuple[Who, ...]:
    """Who is named, and who is named along with him: "Phòng VH-XH, Trạm Y tế"."""
    found: list[Who] = []
    who = roster.who(words, place)
    while who is not None:
        found.append(who)
        at = who.end
        while at < len(words) and words[at].text in say.CONNECTIVES:
            at += 1
        who = roster.who(words, at) if at > found[-1].end else None
    return tuple(found)


def _is_clear(words: Sequence[Word], place: int) -> bool:
    return phrase_at(words, place, _CLEAR) > 0


def _to_stranger(words: Sequence[Word], start: int, place: int) -> Opening | None:
    """ "Giao Phòng Nội vụ rà soát …": somebody whom the ward's list does not have."""
    for at in range(place + 1, min(place + _SOON, len(words))):
        before = words[at - 1]
        if before.text in _ENDS or before.text == "," or before.typed in say.ASKING:
            return None
        if _is_clear(words, at):
            return Opening(start, at, stranger=(place, at), verb=True, urged=True, later=True)
    return None


def _who_first(words: Sequence[Word], start: int, roster: Roster) -> Opening | None:
    """ "Anh Tú làm báo cáo …", "Phòng VH-XH chủ trì, phối hợp …", "Minh ơi, …"."""
    who = roster.who(words, start, opens=True)
    if who is None:
        return None
    place, urged = who.end, False
    while step := phrase_at(words, place, say.AUXILIARY):
        urged = urged or tuple(word.text for word in words[place : place + step]) in say.PRESSING
        place += step
    sees_to = place > who.end and words[place - 1].text == "lo"
    if not sees_to and not does(words, place) and not phrase_at(words, place, say.COORDINATION):
        return None
    return Opening(start, place, (who,), urged=urged)


def does(words: Sequence[Word], place: int) -> bool:
    """True where a verb of doing stands."""
    marked = place < len(words) and words[place].typed in say.DOING_MARKED
    return marked or phrase_at(words, place, say.DOING) > 0


def _code_first(words: Sequence[Word], start: int) -> Opening | None:
    """ "NV-022 phải xong trước thứ Sáu"."""
    size = _code_at(words, start)
    if size and phrase_at(words, start + size, say.PRESSED):
        return Opening(start, start + size, verb=True, reminds=True, urged=True)
    return None


def _code_at(words: Sequence[Word], place: int) -> int:
    """How many words an item's code takes here: "NV", "-", "022"."""
    for size in (4, 3, 2):
        said = "".join(word.text for word in words[place : place + size])
        if len(words) - place >= size and CODE.fullmatch(said):
            return size
    return 0
