""" "Tháng này nộp số trước 22/11 nhé cả nhà" from the clerk: the deadline stands, a letter is offered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain.message import Choice
from bot.domain.periods import Period
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from bot.domain.schedule import due_at
from bot.domain.workdays import WARD_ZONE
from db import people
from db.models import Question
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.pressing import missing
from handlers.situation import periods, somebody
from handlers.texts.periods import period_words
from handlers.texts.pressing import hand_in as texts
from handlers.turn import Ask, Reply, Turn

KIND = "hand_in"
LONGEST = 200
TELL, SEE = 1, 2


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """What stands and whom a letter would reach, before anything is sent; None for other words, and from who
    is no clerk."""
    if not is_meant(turn):
        return None
    found = _day(turn)
    if found is None and not texts.LATER.search(fold(turn.words)):
        return None
    named = periods.beside(turn, turn.words)
    period = named[0] if named is not None else periods.in_question(turn, "")
    day, at = (found.due, found.time) if found is not None else (None, None)
    text = texts.told(period, _due(turn, period), day, at)
    concerned = _concerned(turn, period)
    over = day is None or datetime.combine(day, at or turn.rules.preset.due_time, WARD_ZONE) <= turn.now
    if day is None or over or not concerned:
        return [Reply(text, (Choice(texts.SEE_OWED, "/chuabaocao"),))]
    said = {"period": period.key, "day": day.isoformat(), "at": f"{at:%H:%M}" if at is not None else ""}
    choices = (texts.tell(len(concerned), day), texts.SEE_OWED, texts.NO)
    return [Reply(text, tuple(Choice(one, "") for one in choices), Ask(KIND, said))]


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """One letter to each who reports in the period, or to nobody."""
    if place == SEE:
        turn.words = ""
        return missing.show(turn)
    if place != TELL:
        return [Reply(texts.NOTHING)]
    period = periods.in_question(turn, period_words(question.payload["period"]))
    hour = time.fromisoformat(question.payload["at"]) if question.payload["at"] else None
    by = texts.until(date.fromisoformat(question.payload["day"]), hour)
    concerned, due = _concerned(turn, period), _due(turn, period)
    reached = [one for one in concerned if people.reachable_chats(turn.session, one.id)]
    letters = [
        Reply(texts.letter(period, due, by, turn.person, one), to=one.id, silent=not turn.loud)
        for one in reached
    ]
    return [Reply(texts.sent(len(reached), [one for one in concerned if one not in reached])), *letters]


def _due(turn: Turn, period: Period) -> datetime:
    return due_at(period, turn.rules.preset.due_rule, turn.rules.preset.due_time, turn.ward.calendar)


def _concerned(turn: Turn, period: Period) -> list[PersonView]:
    """Who reports on something in such a period, or acts for who does; not who speaks."""
    items = [one for one in turn.ward.items.values() if one.owner_id and not one.parts]
    owners = dict.fromkeys(one.owner_id for one in items if one.frequency == period.kind)
    acting = [turn.ward.acting(one) or turn.ward.people.get(one or 0) for one in owners]
    return list(dict.fromkeys(one for one in acting if one is not None and one != turn.person))


def is_meant(turn: Turn) -> bool:
    """True of the clerk's words about when everybody hands in, or a period is handed in."""
    folded = fold(turn.words)
    if not (turn.person.has("clerk") and rights.may(turn.person, "press")) or len(folded) > LONGEST:
        return False
    of_all = texts.EVERYBODY.search(folded)
    of_period = texts.OF_PERIOD.search(folded) and not somebody.who_named(turn, turn.words)
    if not (of_all or of_period) or not texts.HANDS_IN.search(folded) or texts.OWN.search(folded):
        return False
    return texts.EACH_PERIOD.search(folded) is None and not _names_item(turn)


def of_everybody(turn: Turn) -> bool:
    """True where "gia hạn nộp số tháng 11 cho mọi người" asks for nobody's own time."""
    return is_meant(turn) and texts.EVERYBODY.search(fold(turn.words)) is not None


def _day(turn: Turn) -> DateReading | None:
    bare = texts.without_period(fold(turn.words))
    if (number := texts.BARE_DAY.search(bare)) is not None:
        return _read_day(turn, texts.of_month(number["day"]))
    blank = "".join("." if left == "." else typed for typed, left in zip(turn.words, bare, strict=True))
    return _read_day(turn, blank)


def _read_day(turn: Turn, words: str) -> DateReading | None:
    found = find_date(words, turn.now, expected=True)
    if not isinstance(found, DateReading) or found.start != found.end or found.due < turn.today:
        return None
    return found


def _names_item(turn: Turn) -> bool:
    found = turn.ward.catalogue.find(turn.words)
    return bool(finding.codes_in(turn.words)) or (found.sure is not None and not found.guessed)
