"""Orders told as people talk: "mái nhà xe bị tốc, Tuấn xuống xem rồi chiều cho chị biết"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.directives import spoken_words as heard
from bot.domain.directives import vocabulary as say
from bot.domain.directives.called import Called, called
from bot.domain.directives.due_told import Told, due_told
from bot.domain.directives.model import Directive
from bot.domain.directives.read import BASIS
from bot.domain.directives.rest import EDGE, Rest
from bot.domain.directives.roster import Roster
from bot.domain.directives.wording import latest_told
from bot.domain.directives.words import Word, words_in
from bot.domain.reading.dates import Workday
from bot.domain.reading.words import fold, normalise

_STOPS = frozenset((".", "!", "?", ";", "\n", ":", "-", ",", ")"))
_SENTENCE = re.compile(r"(?<=[.!?;\n])(?!\d)\s*")
_FEWEST = 2
"""Words that a deed takes at least."""


@dataclass(frozen=True, slots=True)
class _Actors:
    """People who are called together, from word `start` to word `end`, and how they stand to the deed."""

    people: tuple[Called, ...]
    start: int
    end: int
    leads: bool = False
    along: bool = False
    listens: bool = False


def read_spoken(
    text: str, roster: Roster, now: datetime, calendar: Workday | None = None
) -> tuple[Directive, ...]:
    """The orders that a message tells whom it calls to do; () for a question, a decision, a remark."""
    tidy = latest_told(normalise(text))
    words = words_in(tidy)
    if heard.OTHERWISE.search(fold(tidy)) or heard.PUTS_OFF.search(tidy.lower()):
        return ()
    everybody = list(called(tidy, roster, words))
    actors = list(_actors(tidy, words, everybody))
    if not actors or _gives_to_others(tidy, words, actors):
        return ()
    bare = _without(tidy, words, actors)
    if not _orders(bare, actors, now, calendar):
        return ()
    told = due_told(bare, now, calendar)
    doing = [one for one in actors if not (one.leads or one.along or one.listens)]
    if len(doing) > 1 and len(doing) == len(actors):
        return tuple(_of_each_clause(tidy, words, actors, now, calendar, told))
    order = _order(tidy, words, actors, told)
    if order is None:
        return ()
    if len(order.people) > 1 and (heard.EACH.search(fold(tidy)) or all(one.listens for one in actors)):
        return tuple(replace(order, people=(one,), unit=None) for one in order.people)
    return (order,)


# --- who acts ------------------------------------------------------------------------------------------


def _actors(text: str, words: Sequence[Word], everybody: Sequence[Called]) -> Iterator[_Actors]:
    groups = list(_groups(words, everybody))
    for group in groups:
        start, end = group[0].start, group[-1].end
        behind = _behind(text, words, end)
        folded = fold(behind)
        actors = _Actors(group, start, end)
        opens = _opens(text, words, start)
        last = start > 0 and words[start - 1].text in heard.BEFORE_ENDS and group[-1].who.unit is None
        if (
            (last and heard.ENDS.match(folded))
            or heard.CALLS.match(folded)
            or (folded.lstrip().startswith(":") and opens)
        ):
            yield replace(actors, listens=True)
        elif opens and heard.LEADS.match(folded):
            yield replace(actors, leads=True)
        elif opens and heard.ALONG.match(folded):
            yield replace(actors, along=True)
        elif opens and not heard.TELLS.match(folded.lstrip()) and heard.ACTS.match(folded.lstrip()):
            yield actors
    both = heard.BOTH.search(fold(text)) if len(everybody) == 2 else None
    if both is not None and both.start() > words[everybody[1].end - 1].start:
        yield _Actors(tuple(everybody), everybody[0].start, everybody[1].end, leads=True)
    if len(everybody) == 1 and (said := heard.PRONOUN.search(fold(text))) is not None:
        one = everybody[0]
        if text.find(text[said.start() : said.end()]) > words[one.end - 1].start:
            yield _Actors((one,), one.start, one.end, leads=True)


def _opens(text: str, words: Sequence[Word], start: int) -> bool:
    """True at the beginning of a clause, behind its day too."""
    if start == 0 or words[start - 1].text in _STOPS or words[start - 1].text in heard.BEFORE_ACTOR:
        return True
    begins = next((at for at in range(start, 0, -1) if words[at - 1].text in _STOPS), 0)
    front = fold(text[words[begins].start : words[start].start])
    return heard.DAY_AHEAD.fullmatch(front) is not None


def _gives_to_others(text: str, words: Sequence[Word], actors: Sequence[_Actors]) -> bool:
    starts = {words[one.start].start for one in actors}
    gives = heard.GIVES.finditer(fold(text))
    return any(not any(0 <= start - one.end() <= 1 + len("cho ") for start in starts) for one in gives)


def _groups(words: Sequence[Word], everybody: Sequence[Called]) -> Iterator[tuple[Called, ...]]:
    """Those called together: "Chú Dũng với cô Nga"."""
    group: list[Called] = []
    for one in everybody:
        if group and not all(word.text in heard.JOINING for word in words[group[-1].end : one.start]):
            yield tuple(group)
            group = []
        group.append(one)
    if group:
        yield tuple(group)


def _behind(text: str, words: Sequence[Word], place: int) -> str:
    """The text behind a word, to the end of its sentence."""
    if place >= len(words):
        return ""
    rest = text[words[place - 1].end :]
    return _SENTENCE.split(rest, maxsplit=1)[0]


# --- whether it orders -----------------------------------------------------------------------------------


def _orders(bare: str, actors: Sequence[_Actors], now: datetime, calendar: Workday | None) -> bool:
    """True where what is not asked says that something is to be done: by when, for whom, or with a "nhé"."""
    clauses = [one for sentence in _SENTENCE.split(bare) for one in _not_asked(sentence)]
    said = fold(", ".join(clauses))
    if len(said.split()) < _FEWEST or bare.strip().endswith("?"):
        return False
    if any(one.leads for one in actors):
        return True
    listens = all(one.listens for one in actors)
    unsure = "" if listens else heard.FOR_ME.sub(" ", said)
    urged = heard.TO_ME.search(unsure or said) or heard.URGES.search(said)
    told = due_told(", ".join(clauses), now, calendar)
    timed = urged or told.due or (told.days and heard.FOR_ME.search(said))
    acts = not listens or heard.ACTS.search(said) or heard.MUST.search(said)
    return bool(timed and acts)


def _not_asked(sentence: str) -> Iterator[str]:
    if sentence.strip().endswith("?"):
        return
    for clause in re.split(r"(?<!\d),(?!\d)", sentence):
        said = [word for word in words_in(clause) if word.typed not in say.PARTICLES and word.text.isalnum()]
        asks = bool(said) and said[-1].typed in say.ASKING
        if not asks and not (heard.ASKS.search(fold(clause)) and not heard.TO_ME.search(fold(clause))):
            yield clause


# --- what it orders ---------------------------------------------------------------------------------------


def _without(text: str, words: Sequence[Word], actors: Sequence[_Actors]) -> str:
    """The text with those who are only called to listen left out."""
    for one in reversed([one for one in actors if one.listens]):
        start, end = words[one.start].start, words[one.end - 1].end
        calls = heard.CALLS.match(fold(text[end:]))
        text = f"{text[:start]}{text[end + (calls.end() if calls else 0) :]}"
    return text


def _order(text: str, words: list[Word], actors: Sequence[_Actors], told: Told) -> Directive | None:
    """One order: who leads, else all who act; units that work along."""
    leads = [one for one in actors if one.leads] or [one for one in actors if not one.along]
    if not leads:
        return None
    who = [one.who for actor in leads for one in actor.people]
    along = {one.who.unit for actor in actors if actor.along for one in actor.people}
    rest = Rest(text, words, 0)
    for actor in actors:
        _cut_actor(rest, actor)
    basis = rest.take(BASIS)
    what = _tidy(rest.left())
    if all(word.text in say.NO_WORK for word in words_in(what) if word.text.isalnum()):
        return None
    people = tuple(dict.fromkeys(one for each in who for one in each.people))
    units = {one for one in along if one is not None}
    return _with_day(
        Directive(
            people=people,
            unit=who[0].unit if len(who) == 1 else None,
            coordinating=tuple(sorted(units)),
            what=what,
            basis=basis,
        ),
        told,
    )


def _cut_actor(rest: Rest, actor: _Actors) -> None:
    """Cut who is called in front of all, who leads, the unit that works along: they stand beside the work."""
    end = rest.words[actor.end - 1].end
    behind = fold(rest.text[end:])
    if actor.listens:
        calls = heard.CALLS.match(behind)
        rest.cut.append((rest.words[actor.start].start, end + (calls.end() if calls else 0)))
    elif actor.leads:
        said = heard.LEADS.match(behind)
        rest.cut.append((rest.words[actor.start].start, end + said.end())) if said else None
    elif actor.along and all(one.who.unit is not None for one in actor.people):
        said = heard.ALONG.match(behind)
        rest.cut.append((rest.words[actor.start].start, end + (said.end() if said else 0)))
    elif all(word.text in heard.BEFORE_ACTOR for word in rest.words[: actor.start]) and not actor.along:
        rest.cut.append((0, end))


def _of_each_clause(
    text: str,
    words: list[Word],
    actors: Sequence[_Actors],
    now: datetime,
    calendar: Workday | None,
    whole: Told,
) -> Iterator[Directive]:
    """ "Chị Hà chuẩn bị báo cáo còn chị Lan bố trí phòng họp": each his own deed behind what they share."""
    front = _tidy(re.sub(r"\s+(?:thì|thi)\s*$", "", text[: words[actors[0].start].start]))
    ends = [words[one.start].start for one in actors[1:]] + [len(text)]
    for actor, end in zip(actors, ends, strict=True):
        own = _tidy(
            re.sub(r"\s+(?:còn|và|thì|con|va|thi)$", "", text[words[actor.end - 1].end : end].strip())
        )
        told = due_told(own, now, calendar)
        what = f"{front}: {own[:1].lower()}{own[1:]}" if front else own
        people = tuple(dict.fromkeys(one for each in actor.people for one in each.who.people))
        unit = actor.people[0].who.unit if len(actor.people) == 1 else None
        order = Directive(people=people, unit=unit, what=what)
        yield _with_day(order, told if told.due or told.days else whole)


def _tidy(left: str) -> str:
    """Words as they were typed, without what was cut between them."""
    said = re.sub(r"\s+([,.;:])", r"\1", " ".join(left.split()))
    said = re.sub(r"([,;:.])[,;:. ]*(?=[,;:.])", "", said).strip(EDGE)
    return said[:1].upper() + said[1:]


def _with_day(order: Directive, told: Told) -> Directive:
    return replace(order, due=told.due, at=told.at, due_words=told.words, days=told.days)
