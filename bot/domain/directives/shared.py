"""Each his part of one work: "Minh chuẩn bị phần lao động, Tuấn phần giáo dục, thứ Năm nộp"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.directives import shared_words as heard
from bot.domain.directives import spoken_words as spoken
from bot.domain.directives import vocabulary as say
from bot.domain.directives.called import Called, called
from bot.domain.directives.due_told import Told, due_told
from bot.domain.directives.model import Directive
from bot.domain.directives.rest import EDGE
from bot.domain.directives.roster import Roster
from bot.domain.directives.wording import latest_told
from bot.domain.directives.words import Word, phrase_at, words_in
from bot.domain.reading.dates import Workday, find_date
from bot.domain.reading.words import fold, normalise

MOST_WORDS = 14
"""A part has at most so many words; more are a work of its own."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One clause, and who is called at its beginning, with the words behind him."""

    text: str
    who: Called | None = None
    part: str = ""


def read_shared(
    text: str, roster: Roster, now: datetime, calendar: Workday | None = None
) -> tuple[Directive, ...]:
    """The order to each of two or more who get a part and a day together; () for everything else.

    Only the first may be told what to do with it: the others do the same.
    """
    tidy = latest_told(normalise(text))
    folded = fold(tidy)
    if tidy.strip().endswith("?") or spoken.OTHERWISE.search(folded) or spoken.PUTS_OFF.search(tidy.lower()):
        return ()
    pieces = list(_pieces(tidy, roster))
    shares = [one for one in pieces if one.who is not None]
    people = {one.who.who.people for one in shares if one.who is not None}
    if len(shares) < 2 or len(people) < len(shares) or not all(_is_part(one, roster) for one in shares):
        return ()
    shares, beside = _with_what_goes_on(pieces, now)
    told = _common_day("; ".join(beside), now, calendar) or _common_day(tidy, now, calendar)
    if told is None and heard.EACH.search(folded) is None:
        return ()
    return tuple(_orders(shares, beside, told or Told(), now))


# --- the clauses -----------------------------------------------------------------------------------------


def _pieces(text: str, roster: Roster) -> Iterator[_Piece]:
    words = words_in(text)
    everybody = list(called(text, roster, words))
    starts = {words[one.start].start: one for one in everybody}
    begins = 0
    for at in [*(gap.span() for gap in heard.CUT.finditer(text)), (len(text), len(text))]:
        piece = text[begins : at[0]]
        lead = heard.LEADS_TO.match(fold(piece))
        own = starts.get(begins + (lead.end() if lead else 0))
        yield _piece(text, words, piece, own, begins)
        begins = at[1]


def _piece(text: str, words: Sequence[Word], piece: str, own: Called | None, begins: int) -> _Piece:
    end = begins + len(piece)
    if own is None or len(own.who.people) != 1:
        return _Piece(piece.strip(EDGE))
    part = text[words[own.end - 1].end : end].strip(EDGE)
    if not part or heard.JOINED.match(fold(part)):
        return _Piece(piece.strip(EDGE))
    return _Piece(piece.strip(EDGE), own, part)


def _is_part(piece: _Piece, roster: Roster) -> bool:
    """True of words behind a name that say a part of some work, and neither ask nor tell."""
    folded = fold(piece.part)
    if len(folded.split()) > MOST_WORDS or not re.search(r"[^\W\d_]{2}", folded):
        return False
    if spoken.TELLS.match(folded) or heard.NO_PART.search(folded) or spoken.ASKS.search(folded):
        return False
    if spoken.LEADS.match(f" {folded}") or spoken.ALONG.match(f" {folded}"):
        return False
    return all(one.who.unit is not None for one in called(piece.part, roster))


def _with_what_goes_on(pieces: Sequence[_Piece], now: datetime) -> tuple[list[_Piece], list[str]]:
    """The parts, each with the clauses that go on in it; and what is said to all."""
    shares: list[_Piece] = []
    beside: list[str] = []
    for one in pieces:
        if one.who is not None:
            shares.append(one)
        elif not shares or heard.TO_ALL.search(fold(one.text)) or find_date(one.text, now, expected=True):
            beside.append(one.text)
        elif one.text:
            shares[-1] = replace(shares[-1], part=f"{shares[-1].part}, {one.text}")
    return shares, [one for one in beside if one]


# --- the orders ------------------------------------------------------------------------------------------


def _common_day(text: str, now: datetime, calendar: Workday | None) -> Told | None:
    """The one day that words name: the draft is shown before it is given."""
    told = due_told(text, now, calendar)
    if told.due is None and len(told.days) == 1:
        return replace(told, due=told.days[0], days=())
    return told if told.due or told.days else None


def _orders(
    shares: Sequence[_Piece], beside: Sequence[str], told: Told, now: datetime
) -> Iterator[Directive]:
    remarks = [_remark(one) for one in beside if not _is_only_day(one, now)]
    for one in shares:
        if one.who is None:
            continue
        own = heard.TAIL.sub("", _with_verb(shares[0].part, one.part))
        said = heard.DAY_AT_END.sub("", own) if told.due else own
        what = f"{said[:1].upper()}{said[1:]}".strip(EDGE)
        what = f"{what} ({'; '.join(remarks)})" if remarks else what
        yield Directive(
            people=one.who.who.people,
            unit=one.who.who.unit,
            what=what,
            due=told.due,
            at=told.at,
            due_words=told.words,
            days=told.days,
        )


def _remark(said: str) -> str:
    """What is said to all, without their names: "chị Mai với chị Hà mỗi người một trang"."""
    each = heard.EACH.search(fold(said))
    return said[each.start() :] if each is not None else said


def _with_verb(first: str, part: str) -> str:
    """ "Phần giáo dục" behind "chuẩn bị phần lao động": what is to be done with it is said once."""
    words, own = words_in(first), words_in(part)
    size = phrase_at(words, 0, say.DOING)
    if not size or size >= len(words) or words[size].text != own[0].text:
        return part
    return f"{first[: words[size - 1].end]} {part}"


def _is_only_day(said: str, now: datetime) -> bool:
    """True of a clause that tells by when, to whom, and nothing else."""
    found = find_date(said, now, expected=True)
    if found is None:
        return all(word in heard.FILLERS for word in re.findall(r"\w+", fold(said)))
    begins, ends = found.span
    return all(word in heard.FILLERS for word in re.findall(r"\w+", fold(f"{said[:begins]} {said[ends:]}")))
