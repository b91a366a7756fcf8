"""What an order lacks is asked for with choices; what it holds is echoed, and waits for ĐÚNG."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from bot.domain.ward import Preset
from bot.domain.workdays import WARD_ZONE
from db import directives, questions
from db.models import Question
from db.ward_view import WardView
from handlers import rights
from handlers.deciding.registry import kind_of, waiting_for
from handlers.directives import coming_back
from handlers.directives import draft as drafts
from handlers.directives.draft import Draft
from handlers.directives.likely import likely
from handlers.texts.deciding.waiting import CONFIRM
from handlers.texts.directives import draft as texts
from handlers.texts.directives import recurring as recurring_texts
from handlers.texts.directives import several as several_texts
from handlers.texts.directives.heard import IS_URGENT
from handlers.turn import Ask, Reply, Turn

KIND = "directive"
DROP, YES, MEND, UNDATED, ALL, DROP_ALL = "drop", "yes", "mend", "undated", "all", "drop_all"
OFFERED = 8
REMEMBERED = timedelta(days=7)
"""How long an order that was not answered can still be given by ĐÚNG."""


def go_on(turn: Turn, draft: Draft, said: str = "") -> Reply:
    """Ask for the next thing that the order lacks; echo it once it is whole. `said` stands in front."""
    if draft.recurrence is not None and coming_back.first(turn, draft) is None:
        said = "\n".join(filter(None, (said, recurring_texts.no_more_this_year(turn.ward.year))))
        draft = replace(draft, recurrences=())
    ask = {"what": _what, "who": _who, "when": _when, "confirm": _echo}[draft.need]
    text, choices = ask(turn, draft)
    if draft.then and draft.need != "confirm":
        text = f"{text}\n{several_texts.asked_later(len(draft.then))}"
    payload = {"need": draft.need, "draft": draft.to_json()}
    return Reply("\n".join(filter(None, (said, text))), choices=(*choices, _drop()), ask=Ask(KIND, payload))


def _drop() -> Choice:
    return Choice(texts.DROP, DROP)


def _what(turn: Turn, draft: Draft) -> tuple[str, Sequence[Choice]]:
    return texts.which_work(draft, turn.person), ()


def _who(turn: Turn, draft: Draft) -> tuple[str, Sequence[Choice]]:
    people = [turn.ward.people[one] for one in draft.people] or likely(turn, draft)
    choices = [Choice(texts.person_label(one, turn.ward), str(one.id)) for one in people[:OFFERED]]
    return texts.which_person(draft, turn.person), choices


def _when(turn: Turn, draft: Draft) -> tuple[str, Sequence[Choice]]:
    days = [date.fromisoformat(day) for day in draft.days]
    if not days and not draft.recurrences:
        days = _usual_days(turn, draft)
    label = recurring_texts.once_label if draft.recurrences else texts.day_label
    choices = [
        Choice(recurring_texts.recurring_label(_rule(turn, draft, one)), one) for one in draft.recurrences
    ]
    choices += [Choice(label(day), day.isoformat()) for day in days[:OFFERED]]
    choices.append(Choice(texts.UNDATED, UNDATED))
    return texts.which_day(draft, turn.person), choices


def _rule(turn: Turn, draft: Draft, kept: str) -> Preset:
    return coming_back.rule_of(turn, draft, drafts.recurrence_of(kept))


def _usual_days(turn: Turn, draft: Draft) -> list[date]:
    """The last working day of this week and of the next; today, of what is urgent."""
    monday = turn.today - timedelta(days=turn.today.weekday())
    ends = [
        turn.ward.calendar.last_workday_on_or_before(monday + timedelta(days=7 * week + 4)) for week in (0, 1)
    ]
    now = [turn.today] if IS_URGENT.search(fold(draft.words)) and turn.now < _ends(turn) else []
    return [*now, *(day for day in dict.fromkeys(ends) if day > turn.today)]


def _ends(turn: Turn) -> datetime:
    return datetime.combine(turn.today, turn.rules.task_preset.due_time, WARD_ZONE)


def _echo(turn: Turn, draft: Draft) -> tuple[str, Sequence[Choice]]:
    key = directives.next_key(turn.session, turn.ward.plan_id or 0)
    due = drafts.moment(turn, draft) if draft.due else None
    begins = coming_back.first(turn, draft)
    rule = coming_back.rule_of(turn, draft, draft.recurrence) if draft.recurrence else None
    text = texts.echo(draft, key, due, turn.ward, turn.person, rule, begins)
    usual = (Choice(texts.YES, YES), Choice(texts.MEND, MEND))
    if not draft.then:
        return text, usual
    rest = [drafts.from_json(one) for one in draft.then]
    dues = [drafts.moment(turn, one) if one.due else None for one in rest]
    whole = all(one.need == "confirm" for one in rest)
    every = (Choice(several_texts.all_label(len(rest) + 1), ALL),) if whole else ()
    return f"{text}\n{several_texts.others(rest, dues, turn.ward)}", (*every, *usual)


# --- orders that were left behind --------------------------------------------------------------------


def waiting(turn: Turn) -> Question | None:
    """The newest order of this chat that waits for an answer, also when something else was asked since."""
    here = turn.message.address
    for row in questions.left_open(turn.session, turn.ward.id, KIND, turn.now - REMEMBERED):
        if (row.account, row.chat, row.person_id) == (here.account, here.chat, turn.person.id):
            return row
    return None


def last_letter(turn: Turn) -> datetime | None:
    """When the newest letter came that waits for XÁC NHẬN of this person before all others."""
    first = [
        one.since
        for one in waiting_for(turn.session, turn.ward, turn.person)
        if CONFIRM in kind_of(one).UNDERSTOOD and kind_of(one).deciders(turn.ward, one)[0] == turn.person
    ]
    return max(first, default=None)


def left_behind(session: Session, ward: WardView, now: datetime) -> dict[int, str]:
    """What the morning says to whom about orders of earlier days that were not answered, hence not given."""
    found: defaultdict[int, list[Question]] = defaultdict(list)
    for row in questions.left_open(session, ward.id, KIND, now - REMEMBERED):
        person = ward.people.get(row.person_id or 0)
        if person is not None and rights.may(person, "directive") and row.asked_at.date() < now.date():
            found[person.id].append(row)
    return {
        who: texts.left_in_the_morning(
            drafts.from_json(rows[0].payload["draft"]), _orders(rows), ward.people[who]
        )
        for who, rows in found.items()
    }


def _orders(rows: Sequence[Question]) -> int:
    return sum(1 + len(row.payload["draft"].get("then", ())) for row in rows)


def settle(turn: Turn, question: Question) -> None:
    """The order was given, mended or dropped: its question is over."""
    questions.settle(question, turn.now)


def next_waiting(turn: Turn) -> list[Reply]:
    """The order before this one, echoed again, when it was never answered."""
    question = waiting(turn)
    if question is None:
        return []
    settle(turn, question)
    return [go_on(turn, drafts.from_json(question.payload["draft"]), texts.still_waiting())]
