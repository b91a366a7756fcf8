"""A leader's order read from his own words: who is in charge, what is to be done, by when."""

from __future__ import annotations

from bot.domain.directives.model import Directive, KnownPerson, KnownUnit, Recurrence
from bot.domain.directives.read import read_directive
from bot.domain.directives.roster import Roster

__all__ = ["Directive", "KnownPerson", "KnownUnit", "Recurrence", "Roster", "read_directive"]
