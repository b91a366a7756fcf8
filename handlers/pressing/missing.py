"""/chuabaocao: who has not reported what, by name, how late."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers import rights
from handlers.pressing import whom
from handlers.pressing.owed import owed_by
from handlers.standings.standing import Standing
from handlers.subject import MOST_BYTES
from handlers.texts.pressing import chase as texts
from handlers.turn import Reply, Turn


def show(turn: Turn, part: Collection[ItemView] | None = None) -> Sequence[Reply]:
    """Who owes what that is due or overdue, the latest first; then what nobody answers for; of a `part`."""
    owed = owed_by(turn) if part is None else _of_part(owed_by(turn), part)
    if (period := whom.period(turn, turn.words)) is not None:
        owed = _of_period(owed, period)
    elif turn.words and fold(turn.words).strip() not in whom.EVERYBODY:
        chosen = whom.people(turn)
        known = {turn.ward.people[key]: rows for key, rows in owed.items() if key is not None}
        rows = {person: list(known.get(person, ())) for person in chosen}
        rows |= whom.owed_for_units(turn, known, chosen)
        return [Reply(texts.details(rows, turn.ward, turn.now))]
    to_press = any(person_id is not None for person_id in owed) and rights.may(turn.person, "press")
    # Not to all at once: a "1" that was meant for an earlier list must not reach ten people.
    units = texts.units_left(owed, turn.ward, turn.now)
    typed = [(name, f"/chuabaocao {name}") for name in units]
    choices = tuple(Choice(name, said) for name, said in typed if len(said.encode()) <= MOST_BYTES)
    choices += (Choice(texts.PRESS, "/dondoc"),) if to_press else ()
    return [Reply(texts.missing(owed, turn.ward, turn.now), choices=choices)]


def _of_period(owed: dict[int | None, list[Standing]], period: str) -> dict[int | None, list[Standing]]:
    """What is owed for a period; everything where nothing is owed for that one."""
    found = {
        key: mine
        for key, rows in owed.items()
        if (mine := [one for one in rows if one.period is not None and one.period.key == period])
    }
    return found or owed


def _of_part(
    owed: Mapping[int | None, list[Standing]], part: Collection[ItemView]
) -> dict[int | None, list[Standing]]:
    mine = {key: [one for one in rows if one.item in part] for key, rows in owed.items()}
    return {key: rows for key, rows in mine.items() if rows}
