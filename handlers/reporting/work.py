"""/viec: my items, with what is due, the state, the last figure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.tasks import DONE, STOPPED
from db import figures, handovers
from handlers import rights
from handlers.pressing import explained
from handlers.standings.standing import Standing, standings
from handlers.texts.handover import agreed as handover_texts
from handlers.texts.obstacles import obstacle as obstacle_texts
from handlers.texts.pressing import explain as explain_texts
from handlers.texts.reporting import work as texts
from handlers.turn import Reply, Turn


def show(turn: Turn) -> Sequence[Reply]:
    """What waits for this person first, then the rest."""
    duties, away = turn.ward.duties(turn.person.id), turn.person.id in turn.ward.away
    if away:  # who acts is asked for them; who is away may still look, and report
        duties = [*turn.ward.owned(turn.person.id), *duties]
    duties = list({item.key: item for item in duties}.values())
    found = standings(turn.session, turn.now, turn.office, turn.ward, duties)
    owed = [one for one in found.values() if not one.reported or one.stone_late]
    done = [one for one in found.values() if one not in owed]
    off = sum(one.owner_id == turn.person.id and not one.parts for one in turn.ward.off.values())
    return [
        Reply(
            texts.work(turn.person, owed, done, turn.now, off, turn.ward, _beside(turn)),
            items=tuple(one.item.key for one in owed),
        )
    ]


def _beside(turn: Turn) -> list[str]:
    """What waits for this person beside reports: explanations, and what the unit works along on."""
    asked = explain_texts.among_work(explained.waiting(turn), turn.ward, turn.today)
    hindered = [
        (turn.ward.by_id[row.item_id], row)
        for row in figures.open_obstacles(turn.session, turn.ward.id, turn.now)
        if row.item_id in turn.ward.by_id
        and rights.answers_for(turn.ward, turn.person, turn.ward.by_id[row.item_id])
    ]
    along = texts.along(_along(turn), turn.ward)
    return [*asked, *obstacle_texts.among_work(hindered), *along, *_handed_on(turn)]


def _handed_on(turn: Turn) -> list[str]:
    """To whom the work went, of who has nothing left."""
    row = None if turn.ward.duties(turn.person.id) else handovers.last_done(turn.session, turn.person.id)
    return [handover_texts.handed_on(row, turn.ward)] if row is not None else []


def _along(turn: Turn) -> list[Standing]:
    """The open tasks of other owners on which the unit works along that this person heads, or heads today."""
    ward = turn.ward
    heads = (one for one in ward.with_role("unit_head") if rights.speaks_for(ward, turn.person, one.id))
    units = {ward.unit_name(one.unit_id) for one in heads}
    own = {item.id for item in ward.duties(turn.person.id)}
    items = [
        item
        for item in ward.items.values()
        if item.id not in own and units & {ward.unit_codes.get(code, code) for code in item.coordinating}
    ]
    found = standings(turn.session, turn.now, turn.office, ward, items).values()
    return [one for one in found if one.task not in DONE | STOPPED]
