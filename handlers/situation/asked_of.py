"""Asked about somebody or a unit: what is owed, what is late, which tasks; "cho tôi số …" of something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.domain.reading.words import fold
from handlers import rights
from handlers.pressing import missing
from handlers.situation import history, lists, of_several, periods
from handlers.situation.parts import of_own_unit, part_named, several_named
from handlers.texts.handover import said as handover_said
from handlers.texts.situation import asked as texts
from handlers.texts.situation import asked_of as item_texts
from handlers.turn import Reply, Turn

Answer = Callable[[Turn], Sequence[Reply]]
MOST = 3
"""So many of those named are told of."""


def meant(turn: Turn) -> Answer | None:
    """What answers the words; None where they name nobody, or who asks may not see it."""
    if not rights.may(turn.person, "situation"):
        return None
    said = of_own_unit(turn.ward, turn.person, turn.words.strip())
    folded = fold(said).rstrip(" .?!")
    for pattern, answer in (
        (texts.LATE_OF, _late),
        (texts.OWED_IN, _owed),
        (texts.OWED_BY, _owed),
        (texts.SENT_BY, _sent),
        (texts.WORK_OF, _state),
    ):
        found = pattern.fullmatch(folded)
        group = "who" if found and found["who"] else "doer"
        who = said[found.start(group) : found.end(group)].strip() if found else ""
        if fold(who) == "minh" and not handover_said.is_called(f"{turn.words} {who}"):
            continue  # "mình gửi gì rồi"
        if who and part_named(turn.ward, who):
            return partial(answer, named=who)
        if who and several_named(turn.ward, who):
            return partial(_state, named=who)
    if found := texts.FIGURE_OF.fullmatch(folded):
        what = said[found.start("what") : found.end("what")]
        if item_texts.ASKS_HISTORY.search(folded) and (item := turn.ward.catalogue.find(what).sure):
            return partial(_history, key=item.key)
        said_of = periods.beside(turn, what)
        if said_of is not None and part_named(turn.ward, said_of[1]):
            return partial(_state, named=what)
        named = turn.ward.catalogue.find(what)
        if (named.items and not named.guessed) or part_named(turn.ward, what):
            return partial(_state, named=what)
    return None


def about_all(turn: Turn, names: Sequence[str]) -> Sequence[Reply]:
    """The same of each that is named, one after the other."""
    if len(names) < 2:
        return about(turn, names[0])
    words, said = turn.words, list[str]()
    for name in names[:MOST]:
        turn.words = words
        said.append(about(turn, name)[0].text)
    return [Reply("\n".join(said))]


def _history(turn: Turn, key: str) -> Sequence[Reply]:
    turn.words = key
    return history.show(turn)


def about(turn: Turn, named: str) -> Sequence[Reply]:
    """What a question is about that names somebody: what is late, what is owed, else how it stands."""
    folded = fold(turn.words)
    if part_named(turn.ward, named) is None:
        return _state(turn, named)
    if texts.LATE.search(folded):
        return _late(turn, named)
    return _owed(turn, named) if texts.ABOUT_OWED.search(folded) else _state(turn, named)


def _late(turn: Turn, named: str) -> Sequence[Reply]:
    return lists.overdue(turn, part_named(turn.ward, named))


def _owed(turn: Turn, named: str) -> Sequence[Reply]:
    items, _scope = part_named(turn.ward, named) or ([], "")
    seen = rights.may(turn.person, "missing") and any(
        rights.presses(turn.ward, turn.person, one) for one in items
    )
    if not seen:
        return _state(turn, named)
    turn.words = named
    return missing.show(turn)


def _sent(turn: Turn, named: str) -> Sequence[Reply]:
    """What came from somebody; "gửi chưa" asks for what has not."""
    folded = fold(turn.words).rstrip(" .?!").split()
    return _state(turn, named) if "gi" in folded and folded[-1] != "chua" else _owed(turn, named)


def _state(turn: Turn, named: str) -> Sequence[Reply]:
    turn.words = named
    return of_several.show(turn)
