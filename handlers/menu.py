"""The command menus that channels offer: by what a person may do."""

from __future__ import annotations

from bot.domain.message import Command
from db.ward_view import PersonView
from handlers import rights
from handlers.texts.help import COMMANDS


def for_everybody() -> list[Command]:
    """What an official sees."""
    return [Command(one.name, one.about) for one in COMMANDS if one.everybody]


def for_person(person: PersonView) -> list[Command]:
    """What this person may do."""
    return [Command(one.name, one.about) for one in COMMANDS if rights.is_offered(person, one.action)]
