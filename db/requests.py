"""Which kinds of requests wait in a ward: one look, since most often none does."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db import confirmations, declines, extensions, handovers, late_figures, not_applicable

_WAITING: Final[Mapping[str, Select[Any]]] = {
    "extension": extensions.WAITING,
    "completion": confirmations.WAITING["completion"],
    "unit_figure": confirmations.WAITING["figure"],
    "late_figure": late_figures.WAITING,
    "not_applicable": not_applicable.WAITING,
    "handover": handovers.WAITING,
    "decline": declines.WAITING,
}
_LOOK = select(*(rows.order_by(None).exists().label(kind) for kind, rows in _WAITING.items()))


def waiting_kinds(session: Session, ward_id: int) -> Set[str]:
    """Those of the kinds above that have a row waiting."""
    row = session.execute(_LOOK, {"ward": ward_id}).mappings().one()
    return {kind for kind, some in row.items() if some}
