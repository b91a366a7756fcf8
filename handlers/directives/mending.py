"""SỬA hạn 25/11; người: Lan; nội dung: …: parts of an order mended in words, one or several in a message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.directives import Directive, find_stones, read_directive
from bot.domain.directives.due_days import days_of, is_over
from bot.domain.directives.recurring import Recurring, find_recurring, with_recurring
from bot.domain.directives.words import words_in
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from handlers.directives import along
from handlers.directives import draft as drafts
from handlers.directives.draft import Draft
from handlers.texts.directives import draft as texts
from handlers.texts.directives import heard
from handlers.texts.directives.along import beside
from handlers.turn import Turn

PARTS = {
    "han": "when",
    "thoi han": "when",
    "nguoi": "who",
    "giao cho": "who",
    "chu tri": "who",
    "don vi": "who",
    "noi dung": "what",
    "viec": "what",
    "phoi hop": "along",
    "san pham": "product",
    "moc": "stones",
    "can cu": "basis",
}


def mended(turn: Turn, draft: Draft, words: str) -> Draft | None:
    """The draft with what the words change; None when they say no part of it."""
    parts = list(parts_in(words))
    changed: Draft | None = draft if parts else None
    for part, said in parts:
        changed = _mend(turn, changed, part, said) if changed else None
    return changed


def guessed(turn: Turn, draft: Draft, words: str) -> Draft:
    """What "SỬA + words" changes without naming a part: another order, a day, a person, else the work."""
    order = None if along.with_others(turn, draft, words) else _read(turn, words)
    if order is not None:
        fresh = drafts.with_order(turn, replace(draft, words=texts.with_mended(draft.words, words)), order)
        return drafts.on_same_day(draft, fresh) if not order.timed else fresh
    if joined := along.with_others(turn, draft, words):
        return joined
    for part in ("when", "who"):
        if changed := _mend(turn, draft, part, words):
            return changed
    return replace(draft, what=words[:1].upper() + words[1:])


def to_another(turn: Turn, draft: Draft, words: str) -> Draft | None:
    """ "Không phải, giao chị Lan chứ", "chị Lan mới đúng": the draft with only another person."""
    said = heard.TO_ANOTHER.fullmatch(fold(words).strip(" .!"))
    if said is None:
        return None
    start = len(words) - len(words.lstrip(" .!"))
    return with_person(turn, draft, words[start + said.start("who") : start + said.end("who")])


def parts_in(words: str) -> Iterator[tuple[str, str]]:
    """What is said of which part: "hạn 25/11, người: Lan"."""
    found = list(heard.PART.finditer(fold(words)))
    if not found or fold(words)[: found[0].start()].strip(" ,;:"):
        return
    for place, opening in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(words)
        yield PARTS[opening[1]], words[opening.end() : end].strip(" ,;:\n")


def _read(turn: Turn, words: str) -> Directive | None:
    return read_directive(words, turn.ward.roster, turn.said_at, turn.ward.calendar.is_workday)


def _mend(turn: Turn, draft: Draft, part: str, said: str) -> Draft | None:
    if part == "when":
        return on_day(turn, draft, said)
    if part == "who":
        return with_person(turn, draft, said)
    if not said:
        return None
    if part == "along":
        return _with_units(turn, draft, said) or along.with_others(turn, draft, beside(said))
    if part == "stones":
        return _with_stones(turn, draft, said)
    if part == "what":
        return replace(draft, what=said[:1].upper() + said[1:])
    return replace(draft, product=said) if part == "product" else replace(draft, basis=said)


def on_day(turn: Turn, draft: Draft, said: str) -> Draft | None:
    """The draft due on the day that the words say, or never; None when they say no day."""
    if heard.NO_DUE.fullmatch(fold(said).strip(" .")):
        return replace(draft, due=None, at=None, due_words="", days=(), undated=True, recurrences=())
    workday = turn.ward.calendar.is_workday
    found = find_date(said, turn.said_at, expected=True, calendar=workday)
    recurring = _recurring(turn, draft, said)
    if len(said.split()) > texts.DAY_WORDS or not (isinstance(found, DateReading) or recurring):
        return None
    order = Directive(due_words=said)
    if recurring is not None:
        return drafts.with_day(turn, draft, with_recurring(order, recurring))
    if not isinstance(found, DateReading):
        return None
    if is_over(found, said, turn.today):
        return drafts.with_day(turn, draft, order)
    return drafts.with_day(turn, draft, replace(order, due=found.due, at=found.time))


def _recurring(turn: Turn, draft: Draft, said: str) -> Recurring | None:
    """How it comes back by the words; "thứ Năm" alone, of what comes back each week, may be that day of each
    week or the one day: both are candidates."""
    workday = turn.ward.calendar.is_workday
    found = find_recurring(said, turn.said_at, workday)
    if found is not None or draft.recurrence is None:
        return found
    same = find_recurring(said, turn.said_at, workday, draft.recurrence.frequency)
    once = find_date(said, turn.said_at, expected=True, calendar=workday)
    if same is None or same.days or same.day_at is None:
        return None
    days = days_of(once, turn.today, workday)
    return replace(same, days=days)


def with_person(turn: Turn, draft: Draft, said: str) -> Draft | None:
    """The draft with who is named, when the words name nothing else; several candidates are asked about."""
    words = words_in(said)
    who = turn.ward.roster.who(words, 0)
    people = drafts.able(turn.ward, who.people) if who else ()
    if who is None or not people or any(word.text.isalnum() for word in words[who.end :]):
        return None
    return replace(draft, people=people, stranger="", unit=who.unit)


def _with_stones(turn: Turn, draft: Draft, said: str) -> Draft | None:
    """The intermediate dates that the words name, beside those of other days."""
    found = find_stones(f"{texts.STONES} {said}", turn.said_at, turn.ward.calendar.is_workday)
    named = {one.stone.on: one.stone for one in found}
    kept = {one.on: one for one in draft.milestones} | named
    return replace(draft, stones=drafts.kept(kept.values())) if named else None


def _with_units(turn: Turn, draft: Draft, said: str) -> Draft | None:
    """Who works along: every unit that the words name."""
    words, units, place = words_in(said), turn.ward.roster.units, 0
    found: list[int] = []
    while place < len(words):
        hit = units.all_at(words, place) or units.at(words, place)
        found += hit[0] if hit else ()
        place = hit[1] if hit else place + 1
    along = tuple(one for one in dict.fromkeys(found) if one != draft.unit)
    return replace(draft, coordinating=along) if along else None
