"""A look-up that one message needs in several places is made once, until its session writes something."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import Session

T = TypeVar("T")
_KEPT = "kept"


def once(session: Session, key: Hashable, look: Callable[[], T]) -> T:
    """What `look` found since the last write of this session, else what it finds now. Not to be changed.

    Rows that wait to be written are written first, as a query would do.
    """
    session.flush()
    kept: dict[Hashable, T] = session.info.setdefault(_KEPT, {})
    if key not in kept:
        kept[key] = look()
    return kept[key]


@event.listens_for(Session, "after_flush")
@event.listens_for(Session, "after_transaction_end")
def _forget(session: Session, _what: Any) -> None:
    """Something was written, or taken back: what was found may not be so any more."""
    session.info.pop(_KEPT, None)
