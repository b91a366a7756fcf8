""" "Nhầm, của NV-019", "lộn, là của trường chuẩn": what was just recorded is told to be of another item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers import finding
from handlers.correcting import offer_taken
from handlers.correcting.offers import Row
from handlers.correcting.taken_back import JUST_SENT
from handlers.own_items.weighing import Own
from handlers.reporting.speaking import owner_spoken_for
from handlers.texts.correcting import of_another as texts
from handlers.texts.correcting import take_back as words
from handlers.texts.reporting.receipt import WORDED
from handlers.texts.reporting.said import not_own_item
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """Words go over to the item that is named; of a number it is told how. None where nothing was recorded.

    What was said of several items at once is sent anew. UserError: the item named is somebody else's.
    """
    found = texts.OF_ANOTHER.fullmatch(" ".join(fold(turn.words).split()).strip(" .!,"))
    named = _called(turn, found["what"]) if found is not None and turn.owner is None else []
    recorded = sorted(_just_recorded(turn), key=lambda one: one[1].at) if named else []
    named = [item for item in named if recorded and recorded[-1][0].key != item.key]
    if not named:
        return None
    (here, row), item = recorded[-1], named[0]
    several = [one for one, each in recorded if each.inbox_id == row.inbox_id]
    if len(named) > 1:
        choices = tuple(Choice(texts.label(one), texts.typed(one)) for one in named)
        return [Reply(texts.which_one(here), choices, items=tuple(one.key for one in named))]
    owner_spoken_for(turn, item, not_own_item)
    if len(several) > 1 or item.key not in Own.of(turn).views:
        return [Reply(texts.send_again(several, item), items=tuple(one.key for one in several))]
    if isinstance(row, Figure) and row.state not in WORDED:
        choice = Choice(words.TAKE_BACK, words.typed(here))
        return [Reply(texts.send_number(here, row, item), (choice,), items=(here.key,))]
    return offer_taken.moved(turn, here, row, item)


def _called(turn: Turn, said: str) -> list[ItemView]:
    """The items that the words name: by a code, or by a name that they are and no more; own ones first."""
    if len(codes := finding.codes_in(said)) == 1 and len(said) - len(codes[0]) <= 1:
        coded = finding.by_code(turn.ward, said.strip())
        return [coded] if coded is not None else []
    hit = turn.ward.catalogue.find(said)
    beside = said[: hit.span[0]] + said[hit.span[1] :]
    if not hit.items or hit.guessed or len(beside) > texts.MOST_BESIDE or any(map(str.isdigit, beside)):
        return []
    own = {one.key for one in turn.ward.duties(turn.person.id)}
    named = [turn.ward.items[one.key] for one in hit.items if one.key in turn.ward.items]
    return [one for one in named if one.key in own] or named[:1]


def _just_recorded(turn: Turn) -> Iterator[tuple[ItemView, Row]]:
    """The last word on each own item that this person sent within the last hours."""
    own = {item.id: item for item in turn.ward.duties(turn.person.id)}
    rows: list[Row] = [*figures.latest(turn.session, own).values()]
    rows += figures.latest_progress(turn.session, own, turn.now).values()
    rows += figures.open_obstacles(turn.session, turn.ward.id, turn.now)
    for row in rows:
        item = own.get(row.item_id)
        fresh = turn.now - row.at <= JUST_SENT and row.person_id == turn.person.id
        if item is not None and fresh and not item.share_of:
            yield item, row
