""" "Nhờ chị Hương làm NV-001 hộ": somebody else is to do one's own item; asked, and no progress of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding
from handlers.subject import day_meant
from handlers.texts.handover import said as handover_said
from handlers.texts.handover import taking_over as texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None for other words, and for somebody else's item."""
    folded = fold(turn.words)
    if texts.QUICK.search(folded) is None or texts.FOR_ME.search(folded) is None:
        return None
    item, bare = _item(turn)
    if item is None or item.owner_id != turn.person.id:
        return None
    found = find_date(bare, turn.now, expected=True)
    begins, ends = found.span if found else (len(bare), len(bare))
    left = " ".join(f"{handover_said.without_from(bare[:begins])} {bare[ends:]}".split())
    person = _person(turn, left)
    if person is None or person == turn.person:
        return None
    is_day = isinstance(found, DateReading) and found.start == found.end  # "từ tuần sau" is asked about
    day = day_meant(found, turn.today) if is_day else None
    choice = Choice(texts.hands_over(item, person, day), texts.typed(item, person, day))
    return [Reply(texts.asked_own(item, person, turn.person), choices=(choice,), items=(item.key,))]


def _item(turn: Turn) -> tuple[ItemView | None, str]:
    """The one item that is named, by code or name, and the words without it."""
    if codes := finding.codes_in(turn.words):
        return (finding.by_code(turn.ward, codes[0]) if len(codes) == 1 else None), finding.without_codes(
            turn.words
        )
    hit = turn.ward.catalogue.find(turn.words)
    start, end = hit.span
    item = turn.ward.items.get(hit.sure.key) if hit.sure is not None else None
    return item, f"{turn.words[:start]} {turn.words[end:]}"


def _person(turn: Turn, words: str) -> PersonView | None:
    """Who is to do it, where every other word says no more than that."""
    said = texts.BY_ANOTHER.fullmatch(fold(words).strip(handover_said.AROUND))
    if said is None or not (said["asks"] or said["takes"] or said["helps"]):
        return None
    start = fold(words).find(said[0])
    begins, ends = (start + place for place in said.span("who"))
    found = turn.ward.roster.begins(words[begins:ends].strip())
    known = found is not None and not found.rest and len(found.people) == 1
    return turn.ward.people.get(found.people[0]) if found is not None and known else None
