"""/tonghop and the summaries that go out by themselves: the words of a period, and an Excel file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from bot.domain.message import Address, Choice
from bot.domain.periods import (
    Period,
    following,
    period_from_key,
    previous,
)
from bot.domain.reading.words import fold, words_of
from bot.domain.sending import official_due
from bot.domain.summaries import summed_up_with
from bot.domain.workdays import WARD_ZONE
from db import directives, people, questions
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.office import closing
from handlers.situation import at_period, changed_late, daily, periods, sending, week_ahead
from handlers.situation.counts import Tallies, tallies
from handlers.situation.overview import Overview
from handlers.situation.workbook import write_summary
from handlers.standings.comparing import activity, compared, moves
from handlers.standings.gained import achieved
from handlers.texts.periods import period_words
from handlers.texts.situation import asked as periods_asked
from handlers.texts.situation import comparing as comparing_texts
from handlers.texts.situation import summary as texts
from handlers.texts.situation import workbook as workbook_texts
from handlers.texts.situation.screen import WHO_IS_MISSING
from handlers.turn import Office, Reply, Turn

MOST = 4
"""So many periods at most are summed up at once."""


def show(turn: Turn) -> Sequence[Reply]:
    """The summary of the period that the words name; of the month that is asked about without words.

    Of today it is the short one that leaders get in the morning.
    """
    if texts.OF_TODAY.fullmatch(fold(turn.words).strip(" .?!")):
        today = daily.tell(turn.session, turn.now, turn.office, turn.ward, turn.person)
        return [replace(today, to=None)]
    return several(turn, turn.words) or show_of(turn, turn.words)


def several(turn: Turn, words: str) -> list[Reply]:
    """One screen and file for each of the periods that are named; nothing for one, or for other words."""
    said = texts.SIDE_BY_SIDE.sub(", ", periods_asked.AROUND_PERIOD.sub("", fold(words).strip(" .?!")))
    named, rest = periods.several(turn, said)
    if len(named) < 2 or not (periods.AROUND | texts.BETWEEN).issuperset(words_of(rest)):
        return []
    replies, here = list[Reply](), turn.ward
    for one in named[:MOST]:
        turn.ward = here
        replies += [replace(said, choices=()) for said in show_of(turn, period_words(one.key))]
    return replies


def show_of(turn: Turn, words: str) -> Sequence[Reply]:
    """The same of any words: one screen and the file; "… đầy đủ" every line.

    Raises UserError for what is no period, or has not begun.
    """
    whole = texts.WHOLE.search(fold(words))
    words = words[: whole.start()].strip() if whole else words
    words, live = _as_of_now(turn, words)
    period = periods.in_question(turn, words)
    periods.require_begun(turn, period)
    turn.ward = at_period.ward_of(turn.session, turn.now, turn.office, turn.ward, period, live=live)
    found = at_period.of_period(turn.session, turn.now, turn.office, turn.ward, period, live=live)
    changed = changes(turn.session, turn.now, turn.office, turn.ward, period, found)
    state = (closing.state, sending.state)
    said = [one(turn.session, turn.now, turn.office, turn.ward, period) for one in state]
    if whole:
        return [Reply(texts.summary(found, turn.ward, period, turn.person, turn.now, changed, said))]
    counted = None
    if turn.person.has("clerk"):
        counted = tallies(turn.session, turn.now, turn.office, turn.ward)
    path = _file(turn.session, turn.now, turn.office, turn.ward, period, turn.out, found, counted)
    text = texts.screen(found, turn.ward, period, turn.person, turn.now, changed, said)
    return [Reply(text, choices=below(turn, period, live=live), document=path)]


def _as_of_now(turn: Turn, words: str) -> tuple[str, bool]:
    """The words without "hiện nay"; whether all is to be as of now though the days that are counted are over:
    of "tháng này", and of the month that is asked about where a leader names none.
    """
    said = texts.NOW_BEHIND.search(fold(words))
    if said is not None:
        return words[: said.start()].strip(), True
    if not words.strip():
        return words, not turn.person.has("clerk")
    return words, periods.names_running(words)


def below(turn: Turn, period: Period, *, live: bool = False) -> tuple[Choice, ...]:
    """What can be asked for below a screen of a period; nothing for who may not see its summary.

    Where the period after it is over as well, what stands today is no longer of it: the choices say so.
    """
    if not rights.may(turn.person, "summary"):
        return ()
    over = following(period, turn.office.regimes[turn.rules.preset.regime]).end < turn.today
    return _more(turn.person, period, past=over, live=live)


def _more(
    person: PersonView, period: Period, *, past: bool = False, live: bool = False
) -> tuple[Choice, ...]:
    """What can be asked for below one screen; of a period long `past` that they are of today.

    The whole of a screen that is `live` is so as well.
    """
    named = f"{period_words(period.key)}{f' {texts.NOW_WORDS}' if live else ''}"
    whole = f"/tonghop {named} {texts.WHOLE_WORDS}"
    known: tuple[Choice, ...] = (Choice(texts.WHOLE_LABEL, whole),)
    if rights.may(person, "situation"):
        late, lines = texts.today(texts.LATE, past=past), texts.today(texts.LINES, past=past)
        known += (Choice(late, "/quahan"), Choice(lines, "/chitieu"))
    missing = (
        (Choice(texts.today(WHO_IS_MISSING, past=past), "/chuabaocao"),)
        if rights.may(person, "missing")
        else ()
    )
    return known + missing


@dataclass(frozen=True, slots=True)
class Ended:
    """A period that is summed up, looked at once for all who are told: `ward` is the ward as it was then."""

    period: Period
    ward: WardView
    found: Overview
    changed: Sequence[str]
    state: str


def ended(session: Session, now: datetime, office: Office, ward: WardView, key: str) -> Ended:
    """What there is to tell at the end of a period."""
    period = period_from_key(key, office.regimes[office.rules.preset.regime])
    ward = at_period.ward_of(session, now, office, ward, period)
    found = at_period.of_period(session, now, office, ward, period)
    changed = changes(session, now, office, ward, period, found)
    return Ended(period, ward, found, changed, sending.state(session, now, office, ward, period))


def periodic(
    session: Session, now: datetime, office: Office, one: Ended, recipient: str, out: Path
) -> Sequence[Reply]:
    """What one recipient gets at the end of a period: one screen, with what else can be asked for; the clerk,
    or who acts for him, the file too.
    """
    period, ward, found = one.period, one.ward, one.found
    if recipient == "group":
        week = week_ahead.told_to_group(session, found, office, ward, period) if period.kind == "week" else []
        text = texts.for_group(found, ward, now, names=office.rules.group_names, period=period, week=week)
        return [Reply(text, group=True, silent=True)]
    person = ward.people[int(recipient.removeprefix("person:"))]
    text = texts.screen(found, ward, period, person, now, one.changed, [one.state])
    regime = office.regimes[office.rules.preset.regime]
    shorter = summed_up_with(period, office.rules, ward.calendar, regime)[:-1]
    if shorter and rights.may(person, "summary"):
        text += f"\n{texts.shorter_too(shorter)}"
    document = None
    if person.has("clerk"):
        counted = tallies(session, now, office, ward)
        document = _file(session, now, office, ward, period, out, found, counted)
    elif "clerk" in person.acting_as:
        document = _file(session, now, office, ward, period, out, found, None)
    choices = () if _is_asked_something(session, now, person) else _more(person, period)
    if not choices:
        text += f"\n{texts.how_to_see_all(period)}"
    return [Reply(text, choices=choices, to=person.id, document=document, silent=True)]


def _is_asked_something(session: Session, now: datetime, person: PersonView) -> bool:
    """True while a question waits in the person's chat: choices would take its numbers away."""
    return any(
        questions.open_question(session, Address(chat.channel, chat.account, chat.chat), now) is not None
        for chat in people.reachable_chats(session, person.id)
    )


def changes(
    session: Session, now: datetime, office: Office, ward: WardView, period: Period, found: Overview
) -> list[str]:
    """What came in during the period; and, but for weeks, what is better or worse than at the last cut-off.

    A week has no cut-off of its own: the figures that come in during it tell about days before it.
    """
    start, end = (
        datetime.combine(day, time(0), WARD_ZONE) for day in (period.start, period.end + timedelta(days=1))
    )
    given = directives.given(session, ward.id, start, end)
    lines = comparing_texts.happened(activity(office, found, given, period), period.kind)
    lines += changed_late.lines(session, office, ward, period)
    before = previous(period, office.regimes[office.rules.preset.regime])
    if period.kind == "week":
        return [*lines, *week_ahead.days_off(found, ward, period, now.date())]
    if before.end.year < ward.year:
        return lines
    then = at_period.of_period(
        session, now, office, at_period.ward_of(session, now, office, ward, before), before
    )
    return [*lines, *comparing_texts.moved(moves(then, found))]


def _file(
    session: Session,
    now: datetime,
    office: Office,
    ward: WardView,
    period: Period,
    out: Path,
    found: Overview,
    counted: Tallies | None,
) -> Path:
    path = out / f"tong-hop-{ward.code}-{period.key}-{now:%Y%m%d-%H%M%S}.xlsx"
    rows = list(found.all.values())
    due = official_due(period, office.regimes[office.rules.preset.regime], office.rules, office.calendar)
    headings = [workbook_texts.title(ward, period, now), *workbook_texts.below_title(found, ward, due)]
    beside, brought = compared(session, office, rows, period), achieved(session, office, rows, period)
    notes = changed_late.notes(session, office, ward, period)
    write_summary(path, found, ward, period, headings, beside, brought, notes, counted)
    return path
