"""/giahan, "xin gia hạn …": more time for an item, with a day and a reason, put before who decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.message import Choice
from bot.domain.reading.dates import DateDoubt, DateReading, find_date
from bot.domain.reading.model import Reading
from bot.domain.reading.states.promises import ALL_FOR_NOW
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers import finding, rights
from handlers.deciding import command as deciding
from handlers.deciding import unasked
from handlers.directives import changing, day_told, stopping
from handlers.extensions import staying, undated, whose
from handlers.extensions.named_together import named_together
from handlers.extensions.submitting import submit
from handlers.extensions.why import reason_beside, reason_in
from handlers.reporting.hearing import REPORTS, heard
from handlers.reporting.speaking import owner_spoken_for
from handlers.standings.standing import Standing, standing_of, standings
from handlers.subject import day_meant, take_item
from handlers.texts.extensions import asked as texts
from handlers.texts.extensions import heard as asked_heard
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "extension"
WITH_REQUEST = frozenset({"in_progress", "not_done", "obstacle", "ambiguous"})
OFFERED = 5
NOD_AGO = timedelta(days=60)
"""So long ago at most somebody agreed to what is asked for now."""


def ask(turn: Turn) -> Sequence[Reply]:
    """/giahan <đầu việc> <ngày> <lý do>; what is missing is asked for, one thing at a time.

    From a leader who answers for nothing the word alone asks for the requests that wait for him.
    """
    asks = not turn.words or asked_heard.ASKS_WHAT_WAITS.match(fold(turn.words))
    if asks and turn.person.has("chair", "leader") and not turn.ward.duties(turn.person.id):
        turn.words = ""
        return deciding.show(turn)
    if not turn.words:
        return [_which_item(turn, texts.usage(_awaited(turn)))]
    words = turn.words
    together, bare = named_together(turn, words)
    if len(together) > 1:
        return _each(turn, together, bare)
    item, rest = take_item(turn, "giahan")
    if item is None:
        said = _by_leader(turn, words)
        return [_which_item(turn, texts.which_item(turn.person), words)] if said is None else said
    if not rights.may_speak(turn.ward, turn.person, item):
        turn.words = f"{texts.EXTEND} {words}"
        if (said := changing.set_deadline(turn, item, turn.words)) is not None:
            return said
    return request(turn, item, rest)


def _by_leader(turn: Turn, words: str) -> Sequence[Reply] | None:
    """ "Gia hạn thêm 5 ngày cho Sơn": a leader who answers for nothing gives time, and asks for none."""
    if turn.ward.duties(turn.person.id) or not rights.may(turn.person, "directive_in_words"):
        return None
    turn.words = f"{texts.EXTEND} {words}"
    return day_told.in_words(turn) or unasked.in_words(turn)


def request(turn: Turn, item: ItemView, words: str, day: date | None = None) -> Sequence[Reply]:
    """More time for an item, from words without its name: the day and the reason as far as they are there.

    `day` is the one that was picked where the words could be taken two ways.
    """
    if item.milestones and asked_heard.OF_STONE.search(fold(turn.words)):
        raise UserError(texts.stones_stay(item))
    one = standing_of(turn, item)
    if day is None:
        return from_words(turn, one, words)
    found = _new_day(turn, words, one.due.date() if one.due else None)
    return go_on(turn, one, day, reason_beside(words, found.span if found else None))


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "xin gia hạn …" or a promise of a day, in free text; None when the message also brings a report."""
    leads = rights.may(turn.person, "directive_in_words")
    if asked_heard.ASKS_WHO.match(fold(turn.words)) or (
        leads and asked_heard.FORECASTS.search(fold(turn.words))
    ):
        return None
    if not leads and (kept := staying.told(turn)):
        return kept
    readings = heard(turn)
    asked = [one for one in readings if one.kind == "extension"]
    if leads and not own_items(turn) and not any(one.named for one in asked):
        return None  # a leader promises no day of what was spoken of last
    if not asked and asked_heard.ASKS.search(fold(turn.words)):
        asked = [one for one in readings if one.named and one.kind in WITH_REQUEST]
    if not asked or any(one.kind in REPORTS or one.percent_stated is not None for one in readings):
        return None
    if asked_heard.FOR_ALL.search(fold(turn.words)) and not finding.codes_in(turn.words):
        raise UserError(texts.which_of_all([one.item for one in _awaited(turn)[:OFFERED]]))
    items, likely = _named(turn, asked)
    if not items:
        nothing_to_extend = any(one.item for one in asked) or not (likely or _awaited(turn))
        return None if nothing_to_extend else [_which_item(turn, _whose_time(turn), turn.words, likely)]
    together, bare = named_together(turn, turn.words)
    if len(together) > 1:
        return _each(turn, together, bare)
    if len(items) > 1:
        raise UserError(texts.one_for_all([turn.ward.items[key] for key in items]))
    words = asked[0].words if any(one.rule == ALL_FOR_NOW for one in readings) else turn.words
    return request(turn, turn.ward.items[items[0]], _without_item(turn, words))


def _named(turn: Turn, asked: Sequence[Reading]) -> tuple[list[str], tuple[str, ...]]:
    """The items that the request is for, else those that it may be for.

    Behind a code, who is waited for names no other item: "NV-002 xin gia hạn đến 20/12 vì chờ tổ 2".
    """
    items = list(dict.fromkeys(one.item for one in asked if one.item and one.item in turn.ward.items))
    coded = [finding.by_code(turn.ward, code) for code in finding.codes_in(turn.words)]
    items = items or list(dict.fromkeys(one.key for one in coded if one is not None))
    wants = asked_heard.WANTS_TIME.search(fold(turn.words)) is not None
    if items or not wants or any(one.item for one in asked):
        return items, ()
    certain, likely = whose.told(turn, asked)
    return ([certain] if certain else []), likely


def _whose_time(turn: Turn) -> str:
    words = turn.words.strip(" .")
    if asked_heard.ONLY_DAY.fullmatch(fold(words)):
        return texts.day_alone(turn.person, words, _awaited(turn))
    return texts.which_item(turn.person)


def _each(turn: Turn, items: Sequence[ItemView], words: str) -> Sequence[Reply]:
    """One day and one reason for several items: a request for each. Raises UserError where one is missing."""
    found = find_date(words, turn.now, expected=True)
    if not isinstance(found, DateReading) or not reason_in(words, found.span):
        raise UserError(texts.one_for_all(items))
    said: list[str] = []
    letters: list[Reply] = []
    for item in items:
        try:
            replies = request(turn, item, words)
        except UserError as error:
            said.append(error.text)
            continue
        said += [one.text for one in replies if one.to is None]
        letters += [one for one in replies if one.to is not None]
    return [Reply("\n".join(said), items=tuple(item.key for item in items)), *letters]


def own_items(turn: Turn) -> frozenset[str]:
    return frozenset(item.key for item in turn.ward.duties(turn.person.id))


def _without_item(turn: Turn, words: str) -> str:
    found = turn.ward.catalogue.find(words)
    start, end = found.span if found.items else (0, 0)
    return f"{words[:start]} {words[end:]}".strip()


# --- what is still missing -------------------------------------------------------------------------


def _which_item(turn: Turn, text: str, words: str = "", likely: Sequence[str] = ()) -> Reply:
    named = {one.key for one in turn.ward.catalogue.find(words).items} if words else set()
    first = [standing_of(turn, turn.ward.items[key]) for key in likely]
    others = [one for one in _awaited(turn) if one.item.key not in likely]
    owed = [*first, *sorted(others, key=lambda one: one.item.key not in named)][:OFFERED]
    choices = [Choice(texts.item_label(one), one.item.key) for one in owed]
    choices.append(Choice(texts.CANCEL, ""))
    ask = Ask(KIND, {"need": "item", "words": words})
    return Reply(text, choices=tuple(choices), ask=ask, items=tuple(one.item.key for one in owed))


def _awaited(turn: Turn) -> list[Standing]:
    """What this person owes, the first due first: what more time may be asked for."""
    found = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.duties(turn.person.id))
    owed = [one for one in found.values() if not one.reported and one.due is not None]
    return sorted(owed, key=lambda one: (one.missing is False, one.due, one.item.sort))


def from_words(turn: Turn, one: Standing, words: str) -> Sequence[Reply]:
    if _is_open(turn, one.item) and one.due is None and (told := undated.kept(turn, one.item, words)):
        return told
    _check(turn, one)
    due = one.due.date() if one.due else None
    found = _new_day(turn, words, due) if words else None
    reason = reason_beside(words, found.span if found else None)
    reason = "" if _only_calls(turn, one.item, reason) else reason
    if isinstance(found, DateDoubt) and found.reason == "invalid_date":
        return [need_day(one, texts.no_such_day(turn.person), reason, found)]
    if isinstance(found, DateDoubt) and found.candidates:
        return [need_day(one, texts.which_day(one, turn.person), reason, found)]
    return go_on(turn, one, day_meant(found, turn.today), reason)


def _new_day(turn: Turn, words: str, due: date | None) -> DateReading | DateDoubt | None:
    """Until when; the day on which somebody agreed ("anh Dũng gật hôm qua") is none."""
    nod = asked_heard.NOD_DAY.search(fold(words))
    said = find_date(nod["day"].strip(), turn.now, expected=True) if nod is not None else None
    read = (said.start, *said.alternatives) if isinstance(said, DateReading) else ()
    if nod is not None and any(turn.today - NOD_AGO <= day <= turn.today for day in read):
        start, end = nod.span("day")
        words = f"{words[:start]}{'.' * (end - start)}{words[end:]}"
    return find_date(words, turn.now, due, expected=True)


def _only_calls(turn: Turn, item: ItemView, reason: str) -> bool:
    """True of "chị Nga", "Lan ơi", which say to whom one speaks, and of what is left of the item's name."""
    names = {word for one in turn.ward.people.values() for word in fold(one.name).split()}
    names |= turn.ward.whole_catalogue.every_word(item.key)
    return bool(reason) and names.union(texts.CALLING).issuperset(fold(reason).replace(",", " ").split())


def go_on(turn: Turn, one: Standing, day: date | None, reason: str) -> Sequence[Reply]:
    """Carry the request on when it is whole, else ask for the next thing that it lacks."""
    _check(turn, one)
    if day is None:
        return [need_day(one, texts.which_day(one, turn.person), reason)]
    if day < turn.today:
        return [need_day(one, texts.past_day(day, turn.person), reason)]
    if day <= due_day(one):
        return [Reply(texts.within_due(one, day, turn.message.text), items=(one.item.key,))]
    if not reason:
        payload = {"need": "reason", "item": one.item.key, "day": day.isoformat()}
        text = texts.why(one, day, turn.person)
        return [
            Reply(text, choices=(Choice(texts.CANCEL, ""),), ask=Ask(KIND, payload), items=(one.item.key,))
        ]
    return submit(turn, one, day, reason)


def due_day(one: Standing) -> date:
    """The day an item is due. Raises UserError for one without a deadline."""
    if one.due is None:
        raise UserError(texts.no_due(one.item))
    return one.due.date()


def need_day(one: Standing, text: str, reason: str, found: DateDoubt | None = None) -> Reply:
    days = [candidate.due for candidate in found.candidates] if found else []
    choices = [Choice(texts.day_label(day), day.isoformat()) for day in dict.fromkeys(days)]
    choices.append(Choice(texts.CANCEL, ""))
    payload = {"need": "day", "item": one.item.key, "reason": reason}
    return Reply(text, choices=tuple(choices), ask=Ask(KIND, payload), items=(one.item.key,))


def _is_open(turn: Turn, item: ItemView) -> bool:
    """Raises UserError for what is somebody else's, or is stopped."""
    owner_spoken_for(turn, item, texts.not_own)
    stopping.require_open(turn, item)
    return True


def _check(turn: Turn, one: Standing) -> None:
    """Raises UserError when there is nothing to extend, or it is somebody else's."""
    _is_open(turn, one.item)
    if one.due is None:
        raise UserError(texts.no_due(one.item, turn.message.text))
    if one.reported:
        raise UserError(texts.reported(one, turn.message.text))
