"""The command menus that channels offer: by what a person may do."""

from __future__ import annotations

from bot.domain.message import Command
from db.ward_view import PersonView
from handlers import rights
from handlers.texts.help import ABOUT, COMMANDS

FOR_EVERYBODY = frozenset({"viec", "baocao", "sua", "giahan", "vuong", "lichsu", "trogiup"})


def for_everybody() -> list[Command]:
    """What an official sees."""
    return [Command(name, ABOUT[name]) for name, _action in COMMANDS if name in FOR_EVERYBODY]


def for_person(person: PersonView) -> list[Command]:
    """What this person may do."""
    return [Command(name, ABOUT[name]) for name, action in COMMANDS if rights.is_offered(person, action)]
