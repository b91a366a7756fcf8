""" "Thêm 1 việc: xây dựng kế hoạch Tết, giao anh Cường, hạn 10/12": a task, shown before it is given."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.directives import Directive
from bot.domain.directives.model import Named
from bot.domain.reading.words import fold
from handlers import rights
from handlers.directives import flow
from handlers.directives.reading import order_in
from handlers.texts.directives import adding as texts
from handlers.texts.directives import draft as draft_texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The draft of the order, as /giaoviec makes it; None for other words, and from who gives no work."""
    added = texts.ADDS.match(fold(turn.words))
    if added is None or not rights.may(turn.person, "directive"):
        return None
    said, what = turn.words[added.start("who") : added.end("who")] if added["who"] else "", list[str]()
    who = said if turn.ward.roster.begins(said) is not None else ""
    for part in filter(None, map(str.strip, texts.PARTS.split(turn.words[added.end() :]))):
        charge = None if who else _in_charge(turn, part)
        if charge is not None:
            who = charge.said
            what += [] if texts.DOES.fullmatch(fold(charge.rest).strip(" .!")) else [charge.rest]
        else:
            what.append(_along(turn, part) or part)
    what = [one for one in what if one.strip(" .!")]
    if not what:
        return None
    words = ", ".join(what)
    order = order_in(turn, f"{draft_texts.GIVE} {who}: {words}" if who else f"{draft_texts.GIVE} {words}")
    order = order or Directive(what=words[:1].upper() + words[1:])
    return flow.take(turn, order, turn.words, turn.person)


def _in_charge(turn: Turn, part: str) -> Named | None:
    """Who is named as in charge: "giao anh Cường", "chị Hà chính"."""
    gives = texts.GIVES.match(fold(part))
    named = turn.ward.roster.begins(part[gives.end() if gives is not None else 0 :])
    if named is None or not named.people:
        return None
    does = texts.DOES.fullmatch(fold(named.rest).strip(" .!")) is not None
    return named if gives is not None or does else None


def _along(turn: Turn, part: str) -> str:
    """ "Phối hợp: chị Lan, chị Mai" of who works along, who speaks too; "" where somebody is not known."""
    said = texts.ALONG.fullmatch(fold(part).strip(" .!"))
    people = []
    for name in texts.LISTED.split(part[slice(*said.span("who"))]) if said is not None else ():
        named = turn.ward.roster.begins(name)
        if texts.SPEAKER.fullmatch(fold(name).strip()):
            people.append(turn.person)
        elif named is None or named.rest or len(named.people) != 1:
            return ""
        else:
            people.append(turn.ward.people[named.people[0]])
    return texts.along(people) if people else ""
