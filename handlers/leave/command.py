"""/nghi and "mai em nghỉ, nhờ chị Lan": a leave with a substitute; what is missing is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.acting import Absence
from bot.domain.message import Choice
from bot.domain.reading.dates import DateDoubt, DateReading
from bot.domain.reading.words import fold
from bot.domain.workdays import ONE_DAY
from db import leaves
from db.models import Question
from db.ward_view import PersonView
from handlers import once_more, rights
from handlers.leave import asking, freely, substitutes
from handlers.leave import over as leave_over
from handlers.leave.days_listed import last_after
from handlers.leave.something_else import says_else
from handlers.leave.whose import acts_for, is_of_another, is_order, require_own
from handlers.leave.words import Draft, find_days, from_json, read_draft, with_days, with_substitute
from handlers.leave.writing import write
from handlers.office import days
from handlers.reporting.hearing import is_report
from handlers.texts.leave import freely as freely_said
from handlers.texts.leave import said as leave_said
from handlers.texts.leave import written as texts
from handlers.turn import Ask, Reply, Turn

KIND = "leave"


def show(turn: Turn) -> Sequence[Reply]:
    """/nghi [người] <từ ngày đến ngày> nhờ <người thay>; "/nghi hủy" ends it."""
    if not turn.words:
        current = leaves.open_of(turn.session, turn.person.id, turn.today)
        return [Reply(texts.usage(turn.person, current, turn.ward))]
    if found := leave_said.CANCEL.match(fold(turn.words)):
        turn.words = turn.words[found.end() :]
        return leave_over.end(turn)
    return put(turn, read_draft(turn, leave_said.without_feast(turn.words), sure=True))


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """A leave in free text, shown before it is recorded; None when the text says something else.

    What begins with "nghỉ" is the command without its slash.
    """
    typed = turn.words
    turn.words = freely_said.day_in_front(leave_said.without_feast(typed))
    said = _in_words(turn)
    turn.words = typed if said is None else turn.words
    return said


def _in_words(turn: Turn) -> Sequence[Reply] | None:
    found = find_days(turn.words, turn.now)
    if leave_said.says_back(turn.words) and (over := _back(turn, found)) is not None:
        return over
    start, end = found.span if found else (0, 0)
    bare = f"{turn.words[:start]} {turn.words[end:]}"
    if (known := asking.told(turn, bare)) is not None:
        return known
    if leave_said.MADE_UP.search(fold(bare)):
        return None  # the office's days: handlers.office.days_in_words, arranging
    if found is not None and leave_said.is_of_all(bare):
        return [_whole_office(turn, found)]
    if found is not None and (draft := acts_for(turn, found, bare)) is not None:
        return put(turn, draft)
    free = freely.read(turn)
    acts = leave_said.SUBSTITUTE.search(fold(bare))
    meets = acts is not None and leave_said.MEETS.search(fold(bare)) is not None
    meant = leave_said.says_leave(bare) or meets or (found is not None and is_of_another(turn, bare))
    if found is not None and acts is not None:
        require_own(turn, bare)
    named = turn.ward.catalogue.find(turn.words)
    if not meant or not (found or acts) or (named.sure and not named.guessed):
        return put(turn, free) if free is not None else None
    # Where two days stand, one of them may be the work's: then all of the words tell.
    said = turn.words if isinstance(found, DateDoubt) else bare
    if rights.may(turn.person, "directive_in_words") and is_order(turn, said):
        return put(turn, free) if free is not None else None
    draft = read_draft(turn, turn.words, sure=fold(turn.words).startswith("nghi "))
    return put(turn, free if free is not None and _tells_more(free, draft) else draft)


def _tells_more(free: Draft, draft: Draft) -> bool:
    """True where the sentence, read clause by clause, says what its words in a row do not."""
    acts = free.substitute is not None or free.nobody
    if free.person != draft.person or free.trouble:
        return not draft.sure
    unclear = draft.first is None and draft.last is None
    return (acts and draft.substitute is None and not draft.nobody) or (unclear and free.last is not None)


def _back(turn: Turn, found: DateReading | DateDoubt | None) -> Sequence[Reply] | None:
    """Who is away is back from today, or from the day that he names."""
    day = found.start if isinstance(found, DateReading) else None
    if day is not None and day > turn.today:
        return leave_over.back_on(turn, day)
    if turn.person.id not in turn.ward.away:
        return None
    turn.words = ""
    return leave_over.end(turn)


def _whole_office(turn: Turn, found: DateReading | DateDoubt) -> Reply:
    """ "Mai cả phường nghỉ" is nobody's leave: a day off, which the clerk enters by its own command."""
    if not rights.may(turn.person, "set_days"):
        return Reply(texts.whole_office_by_clerk())
    if not isinstance(found, DateReading) or found.start != found.end:
        return days.proposed([])
    return days.proposed([found.due], half=leave_said.of_half_a_day(turn.words))


# --- what is still missing -------------------------------------------------------------------------------


def put(turn: Turn, draft: Draft) -> Sequence[Reply]:
    """Record the leave when it is whole and sure, else ask for the next thing."""
    person = turn.ward.people[draft.person]
    if draft.first is None or draft.last is None:
        return [_ask_days(turn, draft, person)]
    if draft.substitute is None and not draft.nobody:
        return [_ask_who(turn, draft, person, draft.first, draft.last)]
    absence = Absence(NEW, person.id, draft.substitute, draft.first, draft.last)
    if wrong := substitutes.wrong(turn, absence, still=draft.still):
        return [_ask_who(turn, draft, person, draft.first, draft.last, *wrong)]
    if not draft.sure:
        acting = turn.ward.people.get(draft.substitute or 0)
        text = texts.confirm(person, acting, draft.first, draft.last, half=draft.half)
        if is_all_off(turn, draft.first, draft.last):
            text = f"{text}\n{texts.off_anyhow(draft.first, draft.last)}"
        return [_ask(draft, "yes", text, [Choice(texts.YES, "yes")], texts.NO)]
    return write(turn, absence, half=draft.half)


def is_all_off(turn: Turn, first: date, last: date) -> bool:
    """True where nobody works on any of the days."""
    return turn.ward.calendar.next_workday(first - ONE_DAY) > last


NEW = 1 << 62
"""The id of an absence that is not written yet: it holds over those that are."""


def _ask(draft: Draft, need: str, text: str, choices: Sequence[Choice], stop: str = texts.STOP) -> Reply:
    said = "\n".join(filter(None, (draft.trouble, text)))
    payload = {**draft.to_json(), "need": need, "missed": bool(draft.trouble)}
    return Reply(said, choices=(*choices, Choice(stop, "")), ask=Ask(KIND, payload))


def _ask_days(turn: Turn, draft: Draft, person: PersonView) -> Reply:
    if draft.first is None and draft.last is not None and not draft.days:
        coming = (turn.today, turn.ward.calendar.next_workday(turn.today))
        choices = [Choice(texts.from_day(day), day.isoformat()) for day in coming if day <= draft.last]
    else:
        days = draft.days or ((draft.first,) if draft.first and draft.first >= turn.today else ())
        choices = [Choice(texts.only_this_day(day), day.isoformat()) for day in days]
    return _ask(draft, "days", texts.which_days(person, draft.first, draft.last), choices)


def _ask_who(
    turn: Turn,
    draft: Draft,
    person: PersonView,
    first: date,
    last: date,
    trouble: str = "",
    still: PersonView | None = None,
) -> Reply:
    """Who acts: people of the own unit first; `still` was named, and is offered although he is away too."""
    draft = replace(draft, substitute=None, trouble=trouble or draft.trouble)
    named = [turn.ward.people[one] for one in draft.parted]
    offered = dict.fromkeys([*named, *substitutes.candidates(turn, person, first, last)])
    choices = [Choice(one.name, str(one.id)) for one in offered]
    if still is not None:
        choices.append(Choice(texts.still(still), f"{still.id} still"))
    choices.append(Choice(texts.NOBODY, "nobody"))
    return _ask(
        draft, "who", texts.who(person, first, last, substitutes.sample(turn, person, first, last)), choices
    )


# --- answers ---------------------------------------------------------------------------------------------


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """A choice was picked: the day, who acts, that it is right, or nothing at all."""
    data, draft = str(question.choices[place - 1][1]), from_json(question.payload)
    if not data:
        return [Reply(texts.not_written())]
    need = question.payload["need"]
    if need == "yes":
        return put(turn, replace(draft, sure=True))
    if need == "days":
        day = date.fromisoformat(data)
        return put(turn, replace(draft, first=draft.first or day, last=draft.last or day, sure=True))
    if data == "nobody":
        return put(turn, replace(draft, nobody=True, sure=True))
    chosen, _, still = data.partition(" ")
    return put(turn, replace(draft, substitute=int(chosen), still=bool(still), sure=True))


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The days, or who acts, were typed; None when the text is about something else."""
    draft, need = from_json(question.payload), question.payload["need"]
    folded = fold(turn.words).strip(" .!")
    if leave_said.DROPPED.fullmatch(folded) or (need != "who" and leave_said.NO.fullmatch(folded)):
        question.closed_at = turn.now
        return [Reply(texts.not_written())]
    if need == "yes":
        return _mended(turn, question, draft)
    if is_report(turn) or (need == "who" and leave_said.is_of_somebody(turn.words)):
        return None
    if need == "days":
        told = _typed_days(turn, draft)
    elif turn.ward.roster.begins(turn.words) is None and (other := _mended(turn, question, draft)):
        return other  # "hết buổi sáng mai": the days, said after all
    else:
        told = _typed_who(turn, question, draft)
    if told is None:
        return None
    question.closed_at = turn.now
    return put(turn, told if need == "days" or told.beside else replace(told, sure=True))


def _typed_who(turn: Turn, question: Question, draft: Draft) -> Draft | None:
    if leave_said.NOBODY_ACTS.search(fold(turn.words)):
        return replace(draft, nobody=True)
    if len(turn.words.split()) > MOST_WORDS:
        return None
    leads = leave_said.ASKED.match(fold(turn.words))
    draft = with_substitute(turn, draft, turn.words[leads.end() :] if leads else turn.words)
    if draft.substitute is None and (question.payload.get("missed") or says_else(turn)):
        return None
    only_named = leads is not None or leave_said.INSTEAD.fullmatch(draft.beside) is not None
    if not only_named and not _may_act(turn, question, draft.beside):
        return None
    return replace(draft, sure=only_named)


def _typed_days(turn: Turn, draft: Draft) -> Draft | None:
    if (other := _another_leave(turn, draft)) is not None:
        return other
    return replace(with_days(turn, draft, turn.words), sure=True) if _says_days(turn, draft) else None


def _may_act(turn: Turn, question: Question, beside: str) -> bool:
    """False for "anh Tuấn nộp bài chưa", and for more than a name once something else was said in between."""
    if leave_said.ACTS.search(beside):
        return True
    return leave_said.ASKS.search(beside) is None and not once_more.is_passed(turn, question)


def _another_leave(turn: Turn, asked: Draft) -> Draft | None:
    """Somebody else's leave, told where one's days were asked for: those are not written."""
    if not is_of_another(turn, turn.words):
        return None
    draft = read_draft(turn, turn.words, sure=False)
    if draft.person == asked.person:
        return None
    unwritten = texts.still_open(turn.ward.people[asked.person])
    return replace(draft, trouble="\n".join(filter(None, (unwritten, draft.trouble))))


def _says_days(turn: Turn, draft: Draft) -> bool:
    """True for a day, or for how long from a first day that is known; not for a question."""
    if asking.told(turn, turn.words) is not None:
        return False
    if draft.first is not None and last_after(turn.words, draft.first) is not None:
        return True
    found = find_days(turn.words, turn.now)
    if not isinstance(found, DateReading) or leave_said.LEAVE.search(fold(turn.words)):
        return found is not None
    beside = f"{turn.words[: found.span[0]]} {turn.words[found.span[1] :]}"
    return len(beside.split()) <= MOST_BESIDE


def _mended(turn: Turn, question: Question, draft: Draft) -> Sequence[Reply] | None:
    """What was echoed, with other days: "từ mai", "đến thứ năm thôi"; None for other words."""
    found = find_days(turn.words, turn.now)
    if not isinstance(found, DateReading) or len(turn.words.split()) > MOST_WORDS:
        return None
    begins, ends = found.span
    beside = leave_said.MENDS.sub(" ", fold(f"{turn.words[:begins]} {turn.words[ends:]}").strip(" .,!"))
    if leave_said.before_name(beside):
        return None
    question.closed_at = turn.now
    return put(turn, with_days(turn, draft, turn.words))


MOST_BESIDE = 5
"""So many words beside a day still tell of the leave; more tell of something else that has a day."""
MOST_WORDS = 8
"""A name, with what leads to it, has at most so many words."""
