"""A leader decides where nothing of the kind waits: it is told, and what he may set himself is offered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.deciding.verdicts import choose, mine
from handlers.directives import addressed, by_title
from handlers.standings.standing import standings
from handlers.subject import FARTHEST
from handlers.texts.deciding import unasked as texts
from handlers.texts.directives import meant as meant_texts
from handlers.texts.directives import press as press_texts
from handlers.texts.pressing import chase_in_words as chase_texts
from handlers.turn import Reply, Turn

OFFERED = 6
LONGEST = 200


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What there is to decide, or to set; None for other words, and from who decides nothing."""
    folded = fold(turn.words).strip(" .!")
    if not rights.may(turn.person, "directive_in_words") or turn.ward.duties(turn.person.id):
        return None
    if len(folded) > LONGEST or finding.codes_in(folded) or texts.ASKS.search(turn.words.lower()):
        return None
    if texts.MOVES_MEETING.search(folded):
        return [Reply(chase_texts.no_meetings(turn.person))]
    returns = texts.RETURNS.search(folded) is not None
    if not (returns or _decides(turn, folded)):
        return None
    if (said := by_title.in_words(turn)) is not None:
        return said
    people = addressed.people(turn)
    refuses = texts.REFUSES.search(folded) is not None
    if not (people or refuses) and turn.context_items and not _named(turn):
        return None  # of what was spoken of last
    if returns:
        return [Reply(texts.nothing_to_return(people), tuple(addressed.orders(turn, people)))]
    return [_told(turn, people)]


def _decides(turn: Turn, folded: str) -> bool:
    if texts.DECIDES.search(folded) or texts.REFUSES.search(folded) or texts.OTHER_DAY.search(folded):
        return True
    gives = texts.GIVES_TIME.search(folded) is not None
    return gives and texts.PUTS_OFF.search(turn.words.lower()) is not None


def _told(turn: Turn, people: Sequence[PersonView]) -> Reply:
    head, waiting = texts.nothing_waits(turn.person, people), mine(turn)
    if waiting:
        return Reply(texts.what_waits(head), choose(turn, waiting))
    day, named = _day(turn), _named(turn)
    tasks = [one for one in named or _of(turn, people) if _may_be_set(turn, one)]
    if day is None or not tasks:
        lines = [press_texts.by_period(one) for one in named if not one.is_task or one.recurring]
        timed = texts.GIVES_TIME.search(fold(turn.words)) or texts.OTHER_DAY.search(fold(turn.words))
        text = texts.how_to_set(head) if timed and not lines else "\n".join([head, *lines])
        see = tuple(Choice(meant_texts.work_of(one), f"/tinhhinh {one.name}") for one in people)
        return Reply(text, see, items=tuple(one.key for one in named))
    choices = [Choice(texts.set_day(one, day), texts.sets_day(one, day)) for one in tasks[:OFFERED]]
    return Reply(texts.which_is_meant(head, day), tuple(choices))


def _day(turn: Turn) -> date | None:
    """The day that is to hold: of two the one behind "chỉ cho", in front of "thay vì"."""
    words = turn.words
    if (new := texts.NEW_DAY.search(fold(words))) is not None:
        words = words[new.start() :]
    elif (old := texts.OLD_DAY.search(fold(words))) is not None:
        words = words[: old.start()]
    bare = texts.BARE_DAY.search(fold(words))
    words = f"{words[: bare.start()]}{texts.DAY}{words[bare.start() :]}" if bare is not None else words
    found = find_date(words, turn.now, expected=True, calendar=turn.ward.calendar.is_workday)
    if not isinstance(found, DateReading) or found.due <= turn.today or found.due - turn.today > FARTHEST:
        return None
    return found.due


def _named(turn: Turn) -> list[ItemView]:
    found = turn.ward.catalogue.find(turn.words)
    return [turn.ward.items[one.key] for one in found.items[:OFFERED]] if not found.guessed else []


def _of(turn: Turn, people: Sequence[PersonView]) -> list[ItemView]:
    """Their tasks that are not done, what is due first in front."""
    ids = {one.id for one in people}
    items = [one for one in turn.ward.items.values() if one.owner_id in ids and one.is_task]
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    left = [one for one in items if not found[one.key].reported]
    far = turn.now + timedelta(days=3650)
    return sorted(left, key=lambda one: found[one.key].due or far)


def _may_be_set(turn: Turn, item: ItemView) -> bool:
    return item.is_task and not item.recurring and turn.person in rights.deciders(turn.ward, item)
