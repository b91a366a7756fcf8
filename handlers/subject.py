"""What a command is about: the item, the day, and the words that are left beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.message import Choice
from bot.domain.reading.dates import DateDoubt, DateReading
from bot.domain.reading.words import fold
from db import outbox
from db.item_view import ItemView
from handlers import finding
from handlers.texts import common
from handlers.texts.extensions import asked as texts
from handlers.texts.extensions import heard
from handlers.turn import Turn, UserError

FARTHEST = timedelta(days=300)
MOST_BYTES = 64
"""What a choice may carry (bot.domain.message.Choice)."""


def take_item(turn: Turn, command: str) -> tuple[ItemView | None, str]:
    """The item named in the words, or that of the message replied to; None when there is none.

    Raises UserError with the choices when several fit: picking one is as typing the command again with it.
    """
    first, _, rest = turn.words.partition(" ")
    if item := finding.by_code(turn.ward, first):
        parts = [turn.ward.items[key] for key in item.parts if not item.collect] or [item]
        return _the_one(parts, command, rest.strip()), rest.strip()
    found = turn.ward.catalogue.find(turn.words)
    if not found.items:
        return _replied_to(turn), turn.words
    start, end = found.span
    rest = " ".join((turn.words[:start] + " " + turn.words[end:]).split())
    items = [turn.ward.items[one.key] for one in found.items]
    return _the_one(finding.meant(turn.ward, turn.person, items), command, rest), rest


def single(turn: Turn) -> str | None:
    """The one item that a message without a name is about."""
    about = turn.context_items
    return about[0] if len(about) == 1 and about[0] in turn.ward.items else None


def day_meant(found: DateReading | DateDoubt | None, today: date) -> date | None:
    """The day that was read; "14/11" said on 17/11 is a day that has passed, not next year's."""
    if not isinstance(found, DateReading):
        return None
    day = found.due
    if day - today <= FARTHEST or (day.month, day.day) == (2, 29):
        return day
    return day.replace(year=day.year - 1)


def without_day(words: str, day: tuple[int, int]) -> str:
    """The words without a date, and without the "đến", "trước" in front of it."""
    start, end = day
    before = heard.LEADS_TO_DAY.sub("", fold(words[:start]))
    return " ".join(f"{words[: len(before)]} {words[end:]}".split()).strip(texts.AROUND)


def _the_one(items: Sequence[ItemView], command: str, rest: str) -> ItemView:
    if len(items) == 1:
        return items[0]
    choices = [_choice(item, command, rest) for item in items[: finding.MOST]]
    raise UserError(common.which_item(), tuple(choices))


def _choice(item: ItemView, command: str, rest: str) -> Choice:
    """What is left of a long text does not fit into a button: the item alone, then."""
    whole = f"/{command} {item.key} {rest}".strip()
    fits = len(whole.encode()) <= MOST_BYTES
    return Choice(f"{item.key} {item.short_name}", whole if fits else f"/{command} {item.key}")


def _replied_to(turn: Turn) -> ItemView | None:
    address, reply_to = turn.message.address, turn.message.reply_to
    about = outbox.about(turn.session, address.account, address.chat, reply_to) if reply_to else []
    return turn.ward.items.get(about[0]) if len(about) == 1 else None
