"""An explanation is asked for: of whom, by when, in the leader's own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db import explanations, people
from db.item_view import ItemView
from db.models import Explanation
from db.ward_view import PersonView
from handlers import rights
from handlers.pressing.explained import KIND, letter, note
from handlers.standings.standing import standing_of
from handlers.subject import day_meant, without_day
from handlers.texts.acting import in_name_of
from handlers.texts.pressing import explain as texts
from handlers.turn import Ask, Reply, Turn, UserError


def ask_why(
    turn: Turn, item: ItemView, words: str, until: tuple[date | None, time | None] | None = None
) -> Sequence[Reply]:
    """Ask who answers for an item; `until`: the day and hour, where they are not looked for in the words."""
    owner = turn.ward.people.get(item.owner_id or 0)
    if owner is None:
        raise UserError(texts.nobody(item))
    if rights.answers_for(turn.ward, turn.person, item):
        raise UserError(texts.own_item(item))
    if not rights.asks_why(turn.ward, turn.person, item):
        raise UserError(texts.not_yours_to_ask(item, rights.deciders(turn.ward, item)))
    rows = explanations.of_item(turn.session, item.id)
    waiting = [one for one in rows if one.answer is None and one.asked_of_id in turn.ward.people]
    mine = [one for one in waiting if rights.speaks_for(turn.ward, turn.person, one.asked_by_id)]
    if mine:
        of = turn.ward.people.get(mine[0].asked_of_id)
        return [Reply(texts.asked_already(item, mine[0], of), items=(item.key,))]
    day, at, words = _until(turn, words) if until is None else (*until, words)
    if day is None:
        day = (
            waiting[0].due_on
            if waiting
            else turn.ward.calendar.add_workdays(turn.today, turn.rules.explain_days)
        )
    return _write(turn, item, owner, day, at, words)


def _until(turn: Turn, words: str) -> tuple[date | None, time | None, str]:
    """As `day_in`; what stands in quotation marks is kept whole."""
    quoted = texts.QUOTED.search(words)
    if quoted is None:
        return day_in(turn, words)
    day, at, _rest = day_in(turn, words[: quoted.start()])
    return day, at, quoted["said"].strip()


def day_in(turn: Turn, words: str) -> tuple[date | None, time | None, str]:
    """The day by which an explanation is due, its hour, and the words without them."""
    folded = fold(words)
    found = find_date(words, turn.now, expected=bool(texts.BEFORE.match(folded.strip()))) if words else None
    day = day_meant(found, turn.today)
    if day is None or found is None:
        return None, None, words.strip(texts.AROUND)
    if day < turn.today:
        raise UserError(texts.past_day(day))
    at = found.time if isinstance(found, DateReading) else None
    return day, at, without_day(words, found.span)


def _write(
    turn: Turn, item: ItemView, owner: PersonView, day: date, at: time | None, words: str
) -> Sequence[Reply]:
    one = standing_of(turn, item)
    row = Explanation(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=one.period.key if one.period else None,
        asked_by_id=turn.person.id,
        asked_of_id=owner.id,
        asked_at=turn.now,
        due_on=day,
        words=" ".join(filter(None, (texts.before(at, words), words))) or None,
    )
    turn.session.add(row)
    turn.session.flush()
    note(turn, "explanation_asked", item, f"{day.isoformat()} {words}".strip())
    acting = turn.ward.acting(owner.id, people.reachable(turn.session, turn.ward.id))
    to = acting if turn.reaches(acting) else None
    replies = [Reply(texts.asked(item, row, owner, to, at), items=(item.key,))]
    if to is not None:
        place = rights.decides_for(turn.ward, turn.person, item)
        text = texts.request(one, row, turn.ward, in_name_of(turn.person, place), to)
        ask = Ask(KIND, {"id": row.id, "item": item.key})
        replies.append(letter(turn, to, text, item, ask=ask))
    return replies
