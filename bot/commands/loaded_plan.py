"""The plan that a ward of this installation uses, where one has been loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url, select

from bot.commands.choosing import chosen_ward, office_of
from bot.commands.installation import Installation
from bot.domain.items import KnownItem
from config.errors import ConfigError
from db import schema
from db.models import Ward
from db.ward_loading import load


@dataclass(frozen=True, slots=True)
class Loaded:
    """A ward's name, and the items that its plan has now."""

    ward: str
    items: list[KnownItem]


def loaded(installation: Installation, code: str | None) -> Loaded | None:
    """The plan in use; None where none was loaded. No database is made.

    ConfigError: the ward must be named, or its settings are wrong.
    """
    if not _has_database(installation):
        return None
    with installation.sessions() as session:
        if code is None and session.scalars(select(Ward.id)).first() is None:
            return None
        row = chosen_ward(session, code)
        office, today = office_of(row, installation), installation.clock.now().date()
        ward = load(session, row.id, today, office.calendar, office.rules.closed, office.regimes)
        return Loaded(ward.name, list(ward.catalogue.items.values()))


def _has_database(installation: Installation) -> bool:
    try:
        url = make_url(installation.database_url)
    except ConfigError:
        return False
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return False
    return schema.current(installation.engine) == schema.HEAD
