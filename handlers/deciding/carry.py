"""Putting a request before who decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from db.ward_view import PersonView
from handlers.deciding.registry import kind_of
from handlers.deciding.request import Request
from handlers.turn import Reply, Turn


def reached(turn: Turn, request: Request) -> PersonView | None:
    """The first of the deciders who can be reached; None when nobody can."""
    deciders = kind_of(request).deciders(turn.ward, request)
    return next((one for one in deciders if turn.reaches(one)), None)


def letter(turn: Turn, request: Request, to: PersonView) -> Reply:
    """The request to who decides; without a sound outside the sending hours."""
    return replace(kind_of(request).letter(turn, request, to), to=to.id, silent=not turn.loud)


def letters(turn: Turn, requests: Iterable[Request]) -> list[Reply]:
    """Each request to the first of its deciders who can be reached."""
    return [letter(turn, one, to) for one in requests if (to := reached(turn, one)) is not None]
