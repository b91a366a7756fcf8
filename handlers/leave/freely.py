"""A leave told in a sentence: a clause of who is away, one of who acts; it is shown before it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.reading.words import fold
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.leave.stretch import stretch_in
from handlers.leave.words import Draft, checked, find_days
from handlers.situation.somebody import called
from handlers.texts.leave import freely as heard
from handlers.texts.leave import written as texts
from handlers.turn import Turn, UserError

_DAY = re.compile(r"[\dt]\d*(?:[/.-]\d+)*")
LEADS = ("chair", "leader")
REASON = 6
"""So many words of a clause beside may tell why."""


@dataclass(frozen=True, slots=True)
class _Named:
    people: tuple[PersonView, ...]
    rest: str


def read(turn: Turn) -> Draft | None:
    """None for what tells more than who is away, when and why, and who acts.

    Raises UserError for somebody else's leave from who may not enter it.
    """
    if finding.codes_in(turn.words) or heard.LATE.search(fold(turn.words)):
        return None
    clauses = [one for one in heard.CLAUSES.split(turn.words) if one.strip()]
    found = next(((one, away) for one in clauses if (away := _away(turn, one)) is not None), None)
    if found is None:
        return None
    clause, (person, strong) = found
    others = [one for one in clauses if one is not clause]
    acting = {one: who for one in others if (who := _acting(turn, one, person)) is not None}
    nobody = [one for one in others if heard.NOBODY.search(fold(one))]
    beside = [one for one in others if one not in acting and one not in nobody]
    if not all(_is_beside(turn, one, person) for one in beside):
        return None
    if not strong and any(heard.GOES_INSTEAD.search(fold(one)) for one in acting):
        return None
    stretch = stretch_in(", ".join([clause, *beside]), turn.now) or stretch_in(", ".join(acting), turn.now)
    if stretch is not None and stretch.last is not None and stretch.last < turn.today:
        return None  # what was, is told of something else
    told = bool(acting or nobody)
    if not (told or stretch) or not (strong or (told and stretch)):
        return None
    if person != turn.person and not rights.may(turn.person, "leave_for"):
        raise UserError(texts.only_the_clerk(person))
    draft = Draft(person.id, nobody=bool(nobody) and not acting, sure=False)
    if stretch is not None:
        draft = replace(draft, first=stretch.first, last=stretch.last, half=stretch.half)
    return _with_acting(turn, checked(turn, draft, typed_year=False), acting)


def _with_acting(turn: Turn, draft: Draft, acting: Mapping[str, PersonView]) -> Draft:
    people = list(dict.fromkeys(acting.values()))
    if len(people) > 1:
        said = "\n".join(filter(None, (draft.trouble, texts.one_acts(people))))
        return replace(draft, trouble=said, parted=tuple(one.id for one in people))
    if not people:
        return draft
    apart = [texts.not_apart(one) for one, who in acting.items() if _of_part(turn, one, who)]
    trouble = "\n".join(filter(None, (draft.trouble, *apart)))
    return replace(draft, substitute=people[0].id, trouble=trouble)


def _away(turn: Turn, clause: str) -> tuple[PersonView, bool] | None:
    """Who is away by a clause, and whether that is said whoever acts."""
    folded = fold(clause)
    for pattern in (heard.STRONG, heard.WEAK, heard.MEETS):
        for said in pattern.finditer(folded):
            typed = clause[said.start() :].split()[0].lower().strip(".,")
            named_behind = (behind := called(turn.ward.roster, clause[said.end() :])) and behind[0] <= 1
            known = typed in heard.TYPED and not named_behind  # "nghỉ Minh từ …"
            who = _subject(turn, clause[: said.start()]) if known else None
            if who is not None:
                return who, pattern is heard.STRONG
    return None


def _subject(turn: Turn, before: str) -> PersonView | None:
    """Who is named in front, else who speaks; None for any other subject."""
    named = _named(turn, before)
    if named is None or len(named.people) > 1:
        return None
    words = re.split(r"[\s:()]+", named.rest.strip())
    if any(_is_name(word, opens=place == 0) for place, word in enumerate(words)):
        return None
    for word in filter(None, map(fold, words)):
        if word not in heard.FILLERS | heard.DAY_WORDS and not _DAY.fullmatch(word):
            return None
    return named.people[0] if named.people else turn.person


def _is_name(word: str, *, opens: bool) -> bool:
    """True of "Nam", of whom the ward has nobody; "CN", "T2" are days."""
    capital_letter = word[:1].isupper() and not word.isupper()
    return capital_letter and (not opens or word.lower() in heard.NUMBERS)


def _acting(turn: Turn, clause: str, away: PersonView) -> PersonView | None:
    """The one whom a clause says to act; None where it says anything else of him."""
    folded = fold(clause)
    if away != turn.person and heard.SPEAKER_ACTS.fullmatch(folded.strip(" .!")):
        return turn.person
    named = _named(turn, clause)
    people = [one for one in named.people if one != away] if named is not None else []
    parted = away.has(*LEADS) and heard.PART.search(folded) is not None
    if named is None or len(people) != 1 or not (parted or heard.ACTS.search(folded)):
        return None
    stands_in = parted or people[0].has(*LEADS) or heard.STANDS_IN.search(folded)
    if away.has(*LEADS) and not stands_in:
        return None  # "Lan báo các phòng giúp" is an order
    part = heard.FIELD.match(folded) or (away.has(*LEADS) and heard.SEES_TO.search(folded))
    fields = _field_words(turn) if part else frozenset()
    most = heard.PART_WORDS if part else 0
    return people[0] if sum(one not in fields for one in _strange(turn, named.rest)) <= most else None


def _of_part(turn: Turn, clause: str, who: PersonView) -> bool:
    """True where a clause gives him one part of the work by name."""
    named = _named(turn, clause)
    if named is None or who not in named.people:
        return False
    words = re.findall(r"\w+", fold(named.rest))
    pairs = set(pairwise(words))
    fields = (re.findall(r"\w+", fold(field.name)) for field in turn.ward.fields.values())
    of_field = any(pairs.intersection(pairwise(one)) for one in fields)
    return of_field or bool(_strange(turn, named.rest))


def _strange(turn: Turn, rest: str) -> list[str]:
    """The words beside a name that say more than that he acts, and until when."""
    days = find_days(rest, turn.now)
    bare = f"{rest[: days.span[0]]} {rest[days.span[1] :]}" if days is not None else rest
    folded = fold(bare).strip()
    leads = heard.FIELD.match(folded)
    words = re.split(r"[\s:()!?]+", folded[leads.end() :] if leads else folded)
    return [one for one in words if one and one not in heard.ACTING]


def _field_words(turn: Turn) -> frozenset[str]:
    return frozenset(
        one for field in turn.ward.fields.values() for one in re.findall(r"\w+", fold(field.name))
    )


def _is_beside(turn: Turn, clause: str, away: PersonView) -> bool:
    """True of why somebody is away, and until when."""
    named = _named(turn, clause)
    if named is None or any(one != away for one in named.people):
        return False
    folded = fold(clause)
    return heard.OTHER.search(folded) is None and len(clause.split()) <= REASON


def _named(turn: Turn, words: str) -> _Named | None:
    """Who is named, and the other words; None where a name fits several."""
    people: dict[PersonView, None] = {}
    chair = heard.CHAIR.search(fold(words))
    if chair is not None and len(leading := turn.ward.with_role("chair")) == 1:
        people[leading[0]] = None
        words = f"{words[: chair.start()]} {words[chair.end() :]}"
    while (found := called(turn.ward.roster, words)) is not None:
        named = turn.ward.roster.begins(words[slice(*found)])
        if named is None or len(named.people) != 1:
            return None
        people[turn.ward.people[named.people[0]]] = None
        words = f"{words[: found[0]]} {words[found[1] :]}"
    return _Named(tuple(people), words)
