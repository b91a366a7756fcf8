"""The words about who works along on an order without answering for it."""

from __future__ import annotations

from collections.abc import Sequence

from db.ward_view import PersonView
from handlers.texts.common import capital, named


def with_people(what: str, along: Sequence[PersonView]) -> str:
    """The work with who is to work along on it."""
    return f"{what}; phối hợp: {', '.join(named(one) for one in along)}" if along else what


def works_along(along: Sequence[PersonView]) -> str:
    """Of several who were named one answers for the work; the others hear of it from him."""
    return f"{capital(', '.join(named(one) for one in along))} được ghi là phối hợp; trợ lý không báo riêng."
