""" "Thêm 1 việc: xây dựng kế hoạch Tết, giao anh Cường, hạn 10/12": a task, shown before it is given."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.directives import Directive
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
    who, what = "", list[str]()
    for part in texts.PARTS.split(turn.words[added.end() :]):
        gives = texts.GIVES.match(fold(part))
        named = turn.ward.roster.begins(part[gives.end() :]) if gives is not None else None
        if named is not None and named.people and not who:
            who = named.said
            what += [named.rest] if named.rest.strip(" .!") else []
        elif part.strip():
            what.append(part.strip())
    if not what:
        return None
    words = ", ".join(what)
    order = order_in(turn, f"{draft_texts.GIVE} {who}: {words}" if who else f"{draft_texts.GIVE} {words}")
    order = order or Directive(what=words[:1].upper() + words[1:])
    return flow.take(turn, order, turn.words, turn.person)
