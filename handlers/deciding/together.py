"""Several requests decided in one message: "đồng ý hết, trừ NV-007", "duyệt NV-020, còn NV-007 thì không"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.reading.words import fold
from handlers import finding
from handlers.deciding.registry import kind_of
from handlers.deciding.request import Request
from handlers.texts.deciding import together as texts
from handlers.texts.deciding.waiting import AGREE, REFUSE, verdict_in
from handlers.turn import Turn

LEAVE = "leave"


class UnclearError(Exception):
    """The message is about several requests, and does not say plainly what is decided on each."""


def decisions(turn: Turn, waiting: Sequence[Request]) -> Mapping[str, str] | None:
    """What is decided on which request, by its reference: AGREE, REFUSE or LEAVE.

    None for words about one request or none. Raises UnclearError.
    """
    folded = fold(turn.words).strip(" .!")
    codes = dict.fromkeys(finding.codes_in(folded))
    verdict, beside = verdict_in(turn.words)
    several = len(codes) > 1
    if verdict is None:
        several = several or (bool(codes) and texts.REST.search(folded) is not None)
    else:
        several = several or texts.EXCEPT.search(folded) is not None
        several = several or (bool(codes) and texts.REST.match(fold(beside)) is not None)
    if not (waiting and several):
        return None
    try:
        return _read(turn, folded, waiting)
    except UnclearError:
        if verdict is None:
            return None
        raise


def _read(turn: Turn, folded: str, waiting: Sequence[Request]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    rest: str | None = None
    said: str | None = None
    for clause in filter(None, (one.strip() for one in texts.CLAUSES.split(folded))):
        codes = finding.codes_in(clause)
        said = _verdict(clause, said)
        for code in codes:
            found[_waiting(turn, code, waiting).ref] = said
        if texts.REST.search(finding.without_codes(clause)):
            rest = said
        elif not codes and said == LEAVE:
            raise UnclearError
    if rest is not None:
        found = {one.ref: rest for one in waiting} | found
    by_ref = {one.ref: one for one in waiting}
    if any(said != LEAVE and said not in kind_of(by_ref[ref]).UNDERSTOOD for ref, said in found.items()):
        raise UnclearError
    return found


def _verdict(clause: str, before: str | None) -> str:
    """What a clause decides; what stands without a verdict goes with the one before it."""
    excepted = texts.EXCEPT.search(clause) is not None
    left = texts.EXCEPT.sub(" ", texts.REST.sub(" ", finding.without_codes(clause)))
    left = " ".join(texts.FILLERS.sub(" ", left).split())
    for verdict, words in ((REFUSE, texts.REFUSED), (AGREE, texts.AGREED), (LEAVE, texts.LEFT)):
        if words.fullmatch(left):
            return verdict
    if left or (before is None and not excepted):
        raise UnclearError
    return LEAVE if excepted or before is None else before


def _waiting(turn: Turn, code: str, waiting: Sequence[Request]) -> Request:
    item = finding.by_code(turn.ward, code)
    about = [one for one in waiting if item is not None and item.key in one.keys]
    if len(about) != 1:
        raise UnclearError
    return about[0]
