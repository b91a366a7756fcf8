"""What the words of a leave say: who is away, from which day to which, who acts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.reading.dates import DateDoubt, DateReading, find_date
from bot.domain.reading.words import fold
from db.ward_view import PersonView
from handlers import rights
from handlers.leave.days_listed import days_listed, last_after, without_length
from handlers.naming import find_person
from handlers.texts.leave import said as leave_said
from handlers.texts.leave import written as texts
from handlers.turn import Turn, UserError

FAR = timedelta(days=200)
"""A day without a year that lies further ahead than this is more likely one that is past."""

_ONE_DAY = re.compile(
    r"(?<=\bnghi )(?:(?:mot|1|nua) (?:ngay|buoi|hom)\b(?! (?:sau|nua|toi|truoc|\d))"
    r"|\d{1,2} (?:ngay|hom)(?= \d{1,2} ?(?:,|&|va\b|den\b|toi\b|-)))"
)
"""How long "mai em nghỉ một ngày", "nghỉ 2 ngày 26, 27/11" is: no second day beside those that are named."""
_DAY = re.compile(r"\d{1,2}\s*[/.-]\s*\d")
_FROM = re.compile(r"\btu (?:ngay )?\d")


@dataclass(frozen=True, slots=True)
class Draft:
    """A leave as far as it is known. `nobody`: expressly without a substitute.

    `sure`: it was said as a command, or confirmed. `half`: a part of a day was named; the whole day counts.
    `still`: the substitute is wanted although he is away on some of the days.
    `trouble` is what is wrong with what was said, for the next question; `days` are what it may mean.
    `beside` are the folded words behind the substitute's name; `parted` who was named for a part of the work
    each.
    """

    person: int
    first: date | None = None
    last: date | None = None
    substitute: int | None = None
    nobody: bool = False
    sure: bool = True
    half: bool = False
    still: bool = False
    trouble: str = ""
    beside: str = ""
    days: tuple[date, ...] = ()
    parted: tuple[int, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """To wait in a question; what is wrong with it was said by then."""
        return {
            "person": self.person,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "substitute": self.substitute,
            "nobody": self.nobody,
            "sure": self.sure,
            "half": self.half,
        }


def from_json(values: Mapping[str, Any]) -> Draft:
    """The draft that `to_json` wrote."""
    first, last = (date.fromisoformat(values[name]) if values[name] else None for name in ("first", "last"))
    kept = {name: values[name] for name in ("nobody", "sure", "half")}
    return Draft(values["person"], first, last, values["substitute"], **kept)


def find_days(words: str, now: datetime) -> DateReading | DateDoubt | None:
    """The days that a leave's words name: "nghỉ 23/11" says them behind "nghỉ" without another word."""
    shorter = _ONE_DAY.sub(lambda found: "." * len(found[0]), fold(words))
    words = shorter if shorter != fold(words) and find_date(shorter, now, expected=True) else words
    listed = days_listed(words, now)
    if isinstance(listed, DateReading):
        return listed
    whole = find_date(words, now, expected=True)
    said = leave_said.LEAVE.search(fold(words))
    if said is None or (whole is not None and whole.span[0] < said.start()):
        return whole
    starts = [found.start() for sign in (_FROM, _DAY) if (found := sign.search(fold(words), said.end()))]
    for begins in (said.end(), *starts):
        if behind := find_date(words[begins:], now, expected=True):
            start, end = behind.span
            return replace(behind, span=(begins + start, begins + end))
    return whole


def read_draft(turn: Turn, words: str, *, sure: bool) -> Draft:
    """What a leave's words say. Raises UserError for somebody else's leave from who may not enter it."""
    found = find_days(words, turn.now)
    begins, ends = found.span if found else (len(words), len(words))
    asks = leave_said.SUBSTITUTE.search(fold(words))
    person = _whose(turn, _before_leave(words, begins, ends, asks.start() if asks else None), sure=sure)
    draft = with_days(turn, Draft(person.id, sure=sure), words)
    if leave_said.NOBODY_ACTS.search(fold(words)):
        return replace(draft, nobody=True)
    if asks is None:
        return draft
    named = words[asks.end() :] if begins < asks.end() else f"{words[asks.end() : begins]} {words[ends:]}"
    return with_substitute(turn, draft, named)


def _before_leave(words: str, begins: int, ends: int, asks: int | None) -> str:
    """Where it is said whose leave it is: in front of the days; behind them in "mai chị Minh nghỉ"."""
    before = words[: min(begins, asks if asks is not None else begins)]
    behind = words[ends : asks if asks is not None and asks > ends else len(words)]
    said = leave_said.LEAVE.search(fold(behind))
    return before if said is None or leave_said.before_name(before) else behind[: said.start()]


def _whose(turn: Turn, words: str, *, sure: bool) -> PersonView:
    """Whose leave it is: who is named before the days, else who speaks."""
    bare, enters = leave_said.before_name(words), rights.may(turn.person, "leave_for")
    if not bare or not (sure or enters):
        return turn.person
    named = turn.ward.roster.begins(bare)
    if named is None and not (sure and enters):
        return turn.person
    person, _rest = find_person(turn, bare)
    if person.id != turn.person.id and not enters:
        raise UserError(texts.only_the_clerk(person))
    return person


# --- days ------------------------------------------------------------------------------------------------


def with_days(turn: Turn, draft: Draft, words: str) -> Draft:
    """The draft with the days that the words name; what is missing or wrong stays open, and says why."""
    found = find_days(words, turn.now)
    if draft.first is not None and draft.last is None and (last := last_after(words, draft.first)):
        return checked(turn, replace(draft, last=last), typed_year=False)
    if found is None:
        return draft
    if isinstance(found, DateDoubt) and (stay := _of_length(turn, draft, words)):
        return stay
    if isinstance(found, DateDoubt):
        days = tuple(dict.fromkeys(one.due for one in found.candidates)) if not found.extend_days else ()
        apart = isinstance(days_listed(words, turn.now), list)
        return replace(draft, trouble=texts.days_apart() if apart else texts.unclear_days(), days=days)
    begins, ends = found.span
    first, last = _stretch(turn, found, fold(words[:begins]), draft)
    if first == found.start > turn.today and leave_said.UNTIL_STRETCH.match(
        fold(words[begins:ends]).lstrip()
    ):
        first = None  # "đến hết tháng 12" tells when it ends
    if first is not None and last is None and draft.last is None:
        last = last_after(f"{words[:begins]} {words[ends:]}", first)
    half = found.modifier in leave_said.PARTS_OF_DAY
    draft = replace(draft, first=first or draft.first, last=last or draft.last, half=half)
    typed_year = any(str(day.year) in words[begins:ends] for day in (found.start, found.end))
    return checked(turn, draft, typed_year=typed_year)


def _of_length(turn: Turn, draft: Draft, words: str) -> Draft | None:
    """ "3 ngày từ 25/11": the first day and how long."""
    begins = find_days(without_length(words), turn.now)
    if not isinstance(begins, DateReading) or begins.start != begins.end:
        return None
    last = last_after(words, begins.start)
    stay = replace(draft, first=begins.start, last=last)
    return checked(turn, stay, typed_year=False) if last is not None else None


def _stretch(turn: Turn, found: DateReading, before: str, draft: Draft) -> tuple[date | None, date | None]:
    """The first and the last day that a reading means; None for the one that it does not tell."""
    if found.start != found.end and not leave_said.UNTIL.search(before):
        return (max(found.start, turn.today) if found.end >= turn.today else found.start), found.end
    if leave_said.UNTIL.search(before):
        return (turn.today if leave_said.FROM_NOW.search(before) else None), found.end
    if found.modifier == leave_said.FROM:
        return found.start, None
    if draft.first is not None and draft.last is None:
        return None, found.end
    if draft.last is not None and draft.first is None:
        return found.start, None
    return found.start, found.end


def checked(turn: Turn, draft: Draft, *, typed_year: bool) -> Draft:
    """The draft without days that cannot be."""
    first, last = draft.first, draft.last
    wrong = ""
    if last is not None and last < turn.today:
        wrong = texts.past(last)
    elif first is not None and first - turn.today > FAR and not typed_year:
        wrong = texts.which_year(first)
    elif first is not None and last is not None and last < first:
        wrong = texts.backwards(first, last)
    elif first is not None and last is not None and last - first > FAR:
        wrong = texts.too_long()
    return replace(draft, first=None, last=None, trouble=wrong) if wrong else draft


# --- the substitute --------------------------------------------------------------------------------------


def with_substitute(turn: Turn, draft: Draft, words: str) -> Draft:
    """The draft with who is named in the words to act."""
    try:
        person, rest = find_person(turn, leave_said.before_name(words))
    except UserError as error:
        return replace(draft, trouble=error.text)
    return replace(draft, substitute=person.id, nobody=False, beside=fold(rest).strip(" .,;!"))
