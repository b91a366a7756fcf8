""" "NV-022 được, NV-020 chưa, thiếu danh sách", "cho Sơn đến 25": what is decided, by code or by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.reading.words import fold
from handlers import finding
from handlers.deciding.registry import kind_of
from handlers.deciding.request import Request
from handlers.texts.deciding import freely as texts
from handlers.texts.deciding.waiting import AFTER, AGREE, REFUSE, RETURN, UNTIL
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Decided:
    """What one clause decides; of several `requests` it is asked which. `sure`: not only what is lacking."""

    requests: tuple[Request, ...]
    verdict: str
    words: str = ""
    sure: bool = True


def decisions(turn: Turn, waiting: Sequence[Request]) -> list[Decided]:
    """What each clause decides; nothing, where one of them is not understood or names no request."""
    if not waiting or "?" in turn.words:
        return []
    found: list[Decided] = []
    for clause in _clauses(turn.words):
        one = _decided(turn, clause, waiting)
        if one is not None:
            found.append(one)
        elif found and texts.REST.match(fold(clause)):
            if not _is_left(clause):
                return []
        elif found and not _subject(turn, clause, waiting)[0]:
            found[-1] = replace(found[-1], words=", ".join(filter(None, (found[-1].words, clause))))
        else:
            return []
    return found


def names_another(turn: Turn, words: str, waiting: Sequence[Request]) -> bool:
    """True for "đồng ý cho Lan", who has asked for nothing that waits."""
    opens = texts.OPENS.match(fold(words))
    named = turn.ward.roster.begins(words[opens.end() :] if opens else words)
    if named is None or texts.FILLERS.fullmatch(fold(named.rest).strip(AFTER)) is None:
        return False
    return {one.asked_by_id for one in waiting}.isdisjoint(named.people)


def _clauses(words: str) -> list[str]:
    parts, begins = [], 0
    for gap in texts.CLAUSES.finditer(fold(words)):
        parts.append(words[begins : gap.start()])
        begins = gap.end()
    return [one for part in (*parts, words[begins:]) if (one := part.strip(f"{AFTER}!"))]


def _is_left(clause: str) -> bool:
    """True for "còn lại để sau"."""
    rest = texts.REST.match(fold(clause))
    return rest is not None and texts.LATER.fullmatch(fold(clause)[rest.end() :].strip(AFTER)) is not None


def _decided(turn: Turn, clause: str, waiting: Sequence[Request]) -> Decided | None:
    requests, rest = _subject(turn, clause, waiting)
    if requests:
        return _behind(requests, rest)
    for verdict, opening in texts.FIRST:
        if said := opening.match(fold(clause)):
            requests, rest = _subject(turn, clause[said.end() :].strip(AFTER), waiting, by_code=False)
            if not requests:
                return None
            if verdict == AGREE and (until := texts.UNTIL_DAY.match(fold(rest))):
                return _fitting(requests, UNTIL, rest[until.end() :])
            whole = texts.FILLERS.fullmatch(fold(rest)) is not None
            return _fitting(requests, verdict, "") if whole else None
    return None


def _behind(requests: tuple[Request, ...], rest: str) -> Decided | None:
    link = texts.LINKS.match(fold(rest))
    rest = rest[link.end() :] if link else rest
    folded = fold(rest)
    if until := texts.UNTIL_DAY.match(folded):
        return _fitting(requests, UNTIL, rest[until.end() :])
    for verdict, opening in texts.VERDICTS:
        if said := opening.match(folded):
            return _fitting(requests, verdict, rest[said.end() :].strip(AFTER))
    if texts.LACKS.match(folded):
        one = _fitting(requests, RETURN, rest)
        return replace(one, sure=False) if one is not None and one.verdict == RETURN else None
    return None


def _fitting(requests: tuple[Request, ...], verdict: str, words: str) -> Decided | None:
    """The verdict as the requests take it: what is no completion is refused, not returned."""
    for said in (verdict, REFUSE) if verdict == RETURN else (verdict,):
        understood = tuple(one for one in requests if said in kind_of(one).UNDERSTOOD)
        if understood:
            return Decided(understood, said, words.strip(f"{AFTER}!"))
    return None


def _subject(
    turn: Turn, clause: str, waiting: Sequence[Request], *, by_code: bool = True
) -> tuple[tuple[Request, ...], str]:
    """The requests whose item or asker a clause begins with, and the words behind."""
    opens = texts.OPENS.match(fold(clause))
    words = clause[opens.end() :] if opens else clause
    coded = finding.code_first(words) if by_code else None
    if coded is not None:
        item = finding.by_code(turn.ward, coded)
        about = tuple(one for one in waiting if item is not None and item.key in one.keys)
        return about, words[len(coded) :]
    named = turn.ward.roster.begins(words, marked=fold(turn.words) != turn.words.lower())
    asked = {one.asked_by_id for one in waiting}
    if named is None or asked.isdisjoint(named.people):
        return (), clause
    return tuple(one for one in waiting if one.asked_by_id in named.people), named.rest
