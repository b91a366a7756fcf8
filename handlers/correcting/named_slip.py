""" "Gửi nhầm bhyt", "cái bhyt lúc nãy sai": which figure is meant is named, the right one is not told yet."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from handlers import finding, rights
from handlers.correcting import taken_back
from handlers.reporting import asking
from handlers.texts.correcting import take_back as words
from handlers.texts.reporting import said as texts
from handlers.turn import Reply, Turn

MOST = 4
"""So many names at most are looked for in one message."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The own figures that are named, each to be taken back or put right; what is not recorded is told so."""
    if words.SLIPPED.search(fold(turn.words)) is None or (named := _named(turn)) is None:
        return None
    items, rest = named
    slip, order = words.SLIP_OF.fullmatch(f"{rest} "), words.TAKES_OF.fullmatch(f"{rest} ")
    if not (slip or order) or not all(rights.may_speak(turn.ward, turn.person, item) for item in items):
        return None
    if (asked := asking.open_about(turn)) is not None and asked in {item.key for item in items}:
        return None  # what is asked about is not recorded yet
    if items[0].is_task:
        told = figures.latest_progress(turn.session, [items[0].id], turn.now).get(items[0].id)
        return [Reply(texts.progress_not_taken_back(items[0], told), items=(items[0].key,))]
    at_once = order is not None and "so" in order["beside"].split()
    return taken_back.offered(turn, items, at_once=at_once)


def _named(turn: Turn) -> tuple[list[ItemView], str] | None:
    """The items that are named, and the folded words beside their names; None where there are none."""
    text = turn.words
    items: dict[str, ItemView] = {}
    for _ in range(MOST):
        hit = turn.ward.catalogue.find(text)
        if not hit.items or hit.guessed:
            break
        found = finding.meant(turn.ward, turn.person, [turn.ward.items[one.key] for one in hit.items])
        items |= {item.key: item for item in found}
        start, end = hit.span
        text = f"{text[:start]} , {text[end:]}"
    rest = " ".join(fold(text).replace(",", " ").split()).strip(" .!")
    return (list(items.values()), rest) if items else None
