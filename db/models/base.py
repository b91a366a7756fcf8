"""Shared metadata of the tables: naming of constraints, types of columns."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import JSON, MetaData, String
from sqlalchemy.orm import DeclarativeBase

from db.types import Exact, Moment

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Shared metadata: a naming convention, so that migrations can name every constraint."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {
        Decimal: Exact,
        datetime: Moment,
        str: String(200),
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }
