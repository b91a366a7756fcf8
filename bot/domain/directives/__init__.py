"""A leader's order read from his own words: who is in charge, what is to be done, by when."""

from __future__ import annotations

from bot.domain.directives.called import called
from bot.domain.directives.due_told import due_told
from bot.domain.directives.model import Directive, KnownPerson, KnownUnit, Named, Recurrence, Stone
from bot.domain.directives.read import opens_work, read_directive
from bot.domain.directives.rest import says_no_object
from bot.domain.directives.roster import Roster
from bot.domain.directives.several import Part, orders_in, orders_of_each
from bot.domain.directives.shared import read_shared
from bot.domain.directives.spoken import read_spoken
from bot.domain.directives.stones import find_stones

__all__ = [
    "Directive",
    "KnownPerson",
    "KnownUnit",
    "Named",
    "Part",
    "Recurrence",
    "Roster",
    "Stone",
    "called",
    "due_told",
    "find_stones",
    "opens_work",
    "orders_in",
    "orders_of_each",
    "read_directive",
    "read_shared",
    "read_spoken",
    "says_no_object",
]
