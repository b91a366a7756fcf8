"""Who is away by a message that tells of several, and the words of each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.directives import called
from bot.domain.directives.words import words_in
from bot.domain.reading.words import fold
from handlers.texts.leave import freely as heard
from handlers.texts.leave import several as texts
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody who is away, and how he is called."""

    person: int
    said: str


@dataclass(frozen=True, slots=True)
class Away:
    """A clause of a message, from `start` to `end`: who is away by it, who is called and unknown to the ward.

    `front` and `behind` are what stands around all of them."""

    start: int
    end: int
    people: tuple[Subject, ...]
    unknown: tuple[str, ...]
    front: str
    behind: str
    strong: bool


def subjects(turn: Turn, words: str) -> list[Away]:
    """The clauses by which somebody is away, in their order."""
    found, start = list[Away](), 0
    for gap in [*heard.CLAUSES.finditer(fold(words)), None]:
        end = gap.start() if gap is not None else len(words)
        if (one := _away(turn, words, start, end)) is not None:
            found.append(one)
        start = gap.end() if gap is not None else end
    return found


def _away(turn: Turn, words: str, start: int, end: int) -> Away | None:
    clause = words[start:end]
    strong = heard.STRONG.search(fold(clause))
    said = strong or heard.WEAK.search(fold(clause))
    if said is None:
        return None
    before, tokens = clause[: said.start()], words_in(clause[: said.start()])
    spans = list[tuple[int, int, int | None]]()
    for one in called(before, turn.ward.roster, tokens):
        if len(one.who.people) == 1 and one.who.unit is None:
            spans.append((tokens[one.start].start, tokens[one.end - 1].end, one.who.people[0]))
    if (speaks := texts.SPEAKER.search(fold(before))) is not None:
        spans.append((*speaks.span(), turn.person.id))
    taken = [(first, last) for first, last, _who in spans]
    for name in texts.NAME.finditer(before):
        if not any(first < name.end() and name.start() < last for first, last in taken):
            spans.append((name.start(), name.end(), None))
    if not spans:
        return None
    spans.sort()
    return Away(
        start,
        end,
        tuple(Subject(who, before[one:two]) for one, two, who in spans if who is not None),
        tuple(before[one:two] for one, two, who in spans if who is None),
        words[start : start + spans[0][0]],
        words[start + spans[-1][1] : end],
        strong is not None,
    )


def groups(words: str, found: Sequence[Away]) -> list[str]:
    """The words of each who is away, with what is said behind of who acts."""
    said = list[str]()
    for place, away in enumerate(found):
        ends = found[place + 1].start if place + 1 < len(found) else len(words)
        rest = words[away.end : ends].rstrip(" ,;.\n")
        said += [f"{away.front}{one.said}{away.behind}{rest}" for one in away.people]
    return said
