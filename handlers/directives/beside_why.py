"""A leader asks for a reason and gives an order in one breath: each is its own draft, given by one tap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.directives import Directive, called, opens_work
from bot.domain.directives.words import words_in
from bot.domain.reading.words import fold
from handlers import finding, rights
from handlers.directives import addressed, several
from handlers.directives.reading import heard_anywhere, order_in, whole
from handlers.texts.directives import beside_why as heard
from handlers.texts.directives import draft as texts
from handlers.turn import Reply, Turn

LONGEST = 600


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Làm rõ vì sao thu tụt, đồng thời giao chị Hà lập phương án trước 27/11": two drafts; None for one of
    both alone, and from everybody else."""
    if not rights.may(turn.person, "directive_in_words") or turn.ward.plan_id is None:
        return None
    if len(turn.words) > LONGEST or heard.WHY.search(fold(turn.words)) is None or _has_code(turn):
        return None
    for front, behind in _parts(turn.words):
        for why, work in ((front, behind), (behind, front)):
            pair = _both(turn, why, work)
            if pair is not None:
                orders = [(pair[0], why), (pair[1], work)]
                return several.put(turn, orders if why == front else orders[::-1], turn.person)
    return None


def _has_code(turn: Turn) -> bool:
    return bool(finding.codes_in(turn.words))


def _parts(words: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a message in two, the last cut first."""
    for cut in reversed(list(heard.CUTS.finditer(fold(words)))):
        front, behind = words[: cut.start()].strip(" ,;"), words[cut.end() :].strip(" ,;")
        if len(front.split()) > 1 and len(behind.split()) > 1:
            yield front, behind


def _both(turn: Turn, why: str, work: str) -> tuple[Directive, Directive] | None:
    """What is to be explained, by whom, and what is to be done; None where it is not sure."""
    if heard.WHY.search(fold(why)) is None or heard.WHY.search(fold(work)) is not None:
        return None
    asked = _asked(turn, why)
    order = heard_anywhere(turn, work)
    orders = order is not None and bool(order.people) and (order.timed or order.strong)
    if not orders and asked and opens_work(work):
        order = order_in(turn, f"{texts.GIVE} {turn.ward.people[asked[0]].name}: {work}")
        orders = order is not None and order.timed
    if not orders or order is None or not order.what or len(order.people) != 1:
        return None
    people = asked or _in_charge(turn, why) or order.people
    return _explanation(turn, why, people, order), order


def _asked(turn: Turn, why: str) -> tuple[int, ...]:
    """Who is called beside the reason that is asked for."""
    typed, turn.words = turn.words, why
    people = addressed.people(turn)
    turn.words = typed
    return tuple(one.id for one in people) if len(people) == 1 else ()


def _in_charge(turn: Turn, why: str) -> tuple[int, ...]:
    item = finding.one_named(turn.ward, why)
    return (item.owner_id,) if item is not None and item.owner_id else ()


def _explanation(turn: Turn, why: str, people: tuple[int, ...], order: Directive) -> Directive:
    """By the day that it tells, else by that of the order beside it."""
    bare = _without_names(turn, why)
    read = order_in(turn, f"{texts.GIVE} {turn.ward.people[people[0]].name}: {bare}")
    read = read if read is not None and read.what and read.people == people else whole(turn, bare)
    asked = replace(read, people=people, unit=None, what=heard.to_explain(read.what))
    if asked.due is not None or asked.undated:
        return asked
    return replace(asked, due=order.due, at=order.at, due_words=order.due_words, days=order.days)


def _without_names(turn: Turn, why: str) -> str:
    words = words_in(why)
    for one in reversed(list(called(why, turn.ward.roster, words))):
        why = f"{why[: words[one.start].start]}{why[words[one.end - 1].end :]}"
    return heard.CALLS.sub("", " ".join(why.split())).strip(" ,;:")
