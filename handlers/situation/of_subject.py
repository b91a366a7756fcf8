"""What a question is about without a name: "công an báo mấy vụ tệ nạn", "đất công lấn chiếm tới đâu"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.naming.meant import meant, ranked
from db.item_view import ItemView
from handlers.situation import command
from handlers.texts.situation import by_topic as texts
from handlers.turn import Reply, Turn


def spoken_of(turn: Turn, names: Sequence[str], items: Sequence[ItemView] | None) -> list[ItemView]:
    """The one item that the words besides the names are about for certain.

    Of those named it is an indicator; among all that the ward has only a question of how it stands is of one.
    """
    if items is None and not texts.ASKS_STATE.search(texts.subject(turn.words)):
        return []
    text, catalogue = turn.words, turn.ward.whole_catalogue
    for name in names:
        text = text.replace(name, " ")
    among = [item for item in items if not item.is_task] if items else turn.ward.items.values()
    known = {item.key: catalogue.items[item.key] for item in among if item.key in catalogue.items}
    found = ranked(text, list(known.values()), catalogue.spell)
    return [turn.ward.items[key] for key in meant(found, known)]


def cards(turn: Turn, items: Sequence[ItemView]) -> Sequence[Reply]:
    """How they stand."""
    return [Reply("\n".join(command.item_lines(turn, items)))]
