""" "Không thuộc mình nữa", said of an item: put before who assigns it; nothing changes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db import audit
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.directives import stopping
from handlers.extensions.named_together import named_together
from handlers.standings.standing import standing_of
from handlers.subject import single
from handlers.texts.handover import not_mine as texts
from handlers.turn import Reply, Turn

OFFERED = 6
NOTED = "not_mine"
"""What the audit log calls it."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "Việc làm không thuộc mình nữa", "chuyển công an làm rồi"; None for other words."""
    folded = fold(turn.words)
    if texts.QUICK.search(folded) is None:
        return None
    if texts.SAYS.search(folded.strip(" .!")) is None and not _of_another(turn):
        return None
    items, bare = _named(turn)
    if texts.OTHERWISE.search(fold(bare)) or any(letter.isdigit() for letter in bare):
        return None
    if not items:
        return [_which(turn)] if turn.ward.duties(turn.person.id) else None
    return [reply for item in items for reply in _said(turn, item)]


def _of_another(turn: Turn) -> bool:
    """ "Việc này giao cho Tuấn rồi mà", "cái này của anh Cường mà": a colleague is named."""
    said = texts.ANOTHERS.search(fold(turn.words).strip(" .!"))
    if said is None:
        return False
    start = fold(turn.words).find(said[0]) + said.start("who") - said.start()
    found = turn.ward.roster.begins(turn.words[start:])
    return found is not None and turn.person.id not in found.people and len(found.people) == 1


def _named(turn: Turn) -> tuple[list[ItemView], str]:
    """The items that the words name, else the one that was spoken of last; and the words without names."""
    coded = [finding.by_code(turn.ward, code) for code in finding.codes_in(turn.words)]
    keys = dict.fromkeys(key for item in coded if item is not None for key in item.parts or (item.key,))
    named, bare = named_together(turn, finding.without_codes(turn.words))
    if not keys and not named and (key := single(turn)) is not None:
        return [turn.ward.items[key]], bare
    return [turn.ward.items[key] for key in keys] or named, bare


def _which(turn: Turn) -> Reply:
    own = turn.ward.duties(turn.person.id)[:OFFERED]
    choices = tuple(Choice(f"{one.key} {one.short_name}", texts.typed(one)) for one in own)
    return Reply(texts.which_item(turn.person), choices)


def _said(turn: Turn, item: ItemView) -> Sequence[Reply]:
    """A task is declined; of an indicator who assigns it is told, once a day."""
    if not rights.answers_for(turn.ward, turn.person, item):
        owner = turn.ward.people.get(item.owner_id or 0)
        return [Reply(texts.somebody_elses(item, owner), items=(item.key,))]
    words = turn.words.strip(texts.AROUND)
    if item.is_task:
        return stopping.decline(turn, item, words)
    one, to = standing_of(turn, item), _assigning(turn, item)
    today = datetime.combine(turn.today, time.min, WARD_ZONE)
    if to is not None and audit.done_since(turn.session, turn.ward.id, NOTED, item.key, today):
        return [Reply(texts.again(item, to), items=(item.key,))]
    turn.note(NOTED, item.key, after=words)
    reached = turn.reaches(to)
    replies = [Reply(texts.passed_on(one, turn.person, to, reached=reached), items=(item.key,))]
    if to is not None and reached:
        text = texts.put_before(one, words, turn.person, to)
        replies.append(Reply(text, to=to.id, items=(item.key,), silent=not turn.loud))
    return replies


def _assigning(turn: Turn, item: ItemView) -> PersonView | None:
    """Who puts somebody else in charge: the unit's head, else the clerk; the first who can be reached."""
    every = [*rights.heads_of(turn.ward, item), *rights.clerks(turn.ward)]
    others = [one for one in every if one != turn.person]
    return next((one for one in others if turn.reaches(one)), others[0] if others else None)
