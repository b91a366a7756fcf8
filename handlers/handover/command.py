"""/bangiao: a post's open work goes to somebody else; both agree, the clerk completes for who has left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.message import Choice
from bot.domain.reading.dates import find_date
from bot.domain.reading.words import fold
from db import confirmations, figures, handovers, people, posts
from db.item_view import ItemView
from db.models import Handover, Question
from db.ward_view import PersonView
from handlers import rights
from handlers.deciding import carry
from handlers.deciding.handover import MARK, request_of
from handlers.handover import answered, handing_over, worded
from handlers.naming import find_person
from handlers.reporting.hearing import is_report
from handlers.texts.deciding.waiting import verdict_in
from handlers.texts.handover import agreed as texts
from handlers.texts.handover import said as handover_said
from handlers.texts.leave import said as leave_said
from handlers.texts.office import post as post_texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "handover"
OFFERED = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """A hand-over as far as it is known."""

    giver: int
    taker: int | None = None
    day: date | None = None
    items: tuple[int, ...] = ()
    """Where not everything is handed over."""
    whole: bool | None = None
    """With the post (roles, fields, unit); None where it was not asked yet."""


def show(turn: Turn) -> Sequence[Reply]:
    """/bangiao [người] cho <người> từ <ngày>; with a hand-over's number or alone: what is said to it."""
    if not turn.words:
        return answered.waiting(turn) or [Reply(texts.usage(for_others=rights.may(turn.person, "assign")))]
    first, _, rest = turn.words.partition(" ")
    if first.startswith(f"#{MARK}") and first[2:].isdecimal():
        return answered.said_to(turn, answered.by_number(turn, int(first[2:])), rest)
    if (found := answered.without_number(turn)) is not None:
        return found
    if verdict_in(turn.words)[0] is not None:
        waiting = answered.mine(turn)
        if len(waiting) != 1:
            return answered.waiting(turn) or [Reply(texts.unknown())]
        return answered.said_to(turn, waiting[0], turn.words)
    return _go_on(turn, _draft(turn))


def is_meant(turn: Turn, words: str) -> bool:
    """False for "bàn giao mặt bằng 3 hộ", and for whatever else is handed over but a post and its items."""
    folded = fold(words)
    if folded.startswith("#") or verdict_in(words)[0] is not None or handover_said.SETTLES.fullmatch(folded):
        return True
    if (said := worded.read(turn, words)) is not None:
        # Who decides on an item puts somebody else in charge of it at once: handlers.directives.changing.
        return not (said.items and rights.may(turn.person, "directive_in_words"))
    split = handover_said.FOR.search(folded)
    if split is None or handover_said.NOT_OF_WORK.match(folded[split.end() :].strip()):
        return False
    return worded.may_be_person(turn, words[: split.start()])


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "NV-022 xin bàn giao cho anh Tuấn", "chuyển NV-022 cho anh Tuấn": single items, in a sentence."""
    said = worded.asked_for(turn)
    return _go_on(turn, _from(turn, said)) if said is not None else None


# --- a new one ----------------------------------------------------------------------------------------------


def _draft(turn: Turn) -> Draft:
    """Who gives what, who takes it, from when, as far as the words say."""
    if (said := worded.read(turn, turn.words)) is not None:
        return _from(turn, said)
    found = find_date(turn.words, turn.now, expected=True)
    begins, ends = found.span if found else (len(turn.words), len(turn.words))
    words = f"{turn.words[:begins]} {turn.words[ends:]}"
    split = handover_said.FOR.search(fold(words))
    before, after = (words[: split.start()], words[split.end() :]) if split else (words, "")
    giver = find_person(turn, bare)[0] if (bare := leave_said.before_name(before)) else turn.person
    taker = find_person(turn, leave_said.before_name(after))[0].id if leave_said.before_name(after) else None
    return Draft(giver.id, taker, worded.first_day(found, turn.today))


def _from(turn: Turn, said: worded.Said) -> Draft:
    """The draft of what was said; single items are given by whose they are. Raises UserError for several."""
    for item in said.items:
        if item.owner_id is None:
            raise UserError(texts.nobodys(item))
    owners = {item.owner_id for item in said.items if item.owner_id}
    if len(owners) > 1:
        raise UserError(texts.several_owners(said.items))
    if said.giver and owners - {said.giver.id}:
        raise UserError(texts.not_the_givers(said.items, turn.ward.people[min(owners)], said.giver))
    giver = next(iter(owners), said.giver.id if said.giver else turn.person.id)
    items = tuple(item.id for item in said.items)
    return Draft(giver, said.taker.id if said.taker else None, said.day, items, said.whole)


def offer(turn: Turn, person: PersonView) -> Sequence[Reply]:
    """The hand-over of this person's post: to whom, from when."""
    return _go_on(turn, Draft(person.id))


def _go_on(turn: Turn, draft: Draft) -> Sequence[Reply]:
    """Put it before both when it is whole, else ask for the next thing."""
    giver = turn.ward.people[draft.giver]
    answered.check_giver(turn, giver)
    items, post = open_items(turn, giver), posts.of(turn.session, giver.id)
    single = [turn.ward.by_id[one] for one in draft.items]
    if single:
        items, post = [item for item in items if item in single], None
    if not items and post is None:
        raise UserError(texts.over(single) if single else texts.nothing_open(giver))
    before = handovers.open_from(turn.session, giver.id, draft.items)
    if before is not None:
        raise UserError(texts.waits_already(before, turn.ward))
    taker = turn.ward.people.get(draft.taker or 0)
    if taker is None:
        choices = [Choice(one.name, str(one.id)) for one in _candidates(turn, giver)]
        return [_ask(draft, texts.to_whom(giver, single), choices)]
    _check_taker(turn, giver, taker)
    if draft.day is None or draft.day < turn.today:
        text = texts.from_when(giver, taker, single)
        said = text if draft.day is None else f"{texts.past(draft.day)} {text}"
        return [_ask(replace(draft, day=None), said, [])]
    if post is not None and items and draft.whole is None:
        beside = post_texts.left_without_head(post, taker, turn.ward)
        text = texts.how_much(giver, post_texts.said(post, turn.ward), items, beside)
        return [_ask(draft, text, [Choice(texts.WHOLE, "whole"), Choice(texts.ITEMS, "items")])]
    return _write(turn, giver, taker, draft.day, items, None if draft.whole is False else post)


def _check_taker(turn: Turn, giver: PersonView, taker: PersonView) -> None:
    if taker.id == giver.id:
        raise UserError(texts.not_oneself())
    if not rights.may(taker, "report"):
        raise UserError(texts.only_reads(taker))
    if not turn.reaches(taker):
        raise UserError(texts.not_linked(taker))


def _candidates(turn: Turn, giver: PersonView) -> list[PersonView]:
    reachable = people.reachable(turn.session, turn.ward.id)
    near = [one for one in turn.ward.people.values() if one.unit_id == giver.unit_id and one.id != giver.id]
    return [one for one in near if one.id in reachable and rights.may(one, "report")][:OFFERED]


def open_items(turn: Turn, giver: PersonView) -> list[ItemView]:
    """What a person answers for and is not finished; what came back for something missing is open."""
    owned = turn.ward.in_charge_of(giver.id)
    tasks = [item.id for item in owned if item.is_task and item.due_on is not None]
    words = figures.latest_progress(turn.session, tasks, turn.now)
    checked = confirmations.checked(turn.session, tasks, turn.now)
    back = {key for key, one in checked.items() if one.returned is not None}
    over = {key for key, row in words.items() if row.state in {"done", "cancelled"}} - back
    return [item for item in owned if item.id not in over]


def _ask(draft: Draft, text: str, choices: Sequence[Choice]) -> Reply:
    payload = {
        "giver": draft.giver,
        "taker": draft.taker,
        "day": draft.day.isoformat() if draft.day else None,
        "items": list(draft.items),
        "whole": draft.whole,
    }
    return Reply(text, choices=(*choices, Choice(texts.STOP, "")), ask=Ask(KIND, payload))


def _write(
    turn: Turn,
    giver: PersonView,
    taker: PersonView,
    day: date,
    items: Sequence[ItemView],
    post: dict[str, Any] | None,
) -> Sequence[Reply]:
    """Keep it, and put it before those who did not ask for it themselves."""
    row = Handover(
        ward_id=turn.ward.id,
        from_id=giver.id,
        to_id=taker.id,
        starts_on=day,
        items=[item.id for item in items],
        asked_by_id=turn.person.id,
        at=turn.now,
        from_agreed_at=turn.now if turn.person.id == giver.id else None,
        to_agreed_at=turn.now if turn.person.id == taker.id else None,
        state="asked",
        post=post,
    )
    turn.session.add(row)
    turn.session.flush()
    handing_over.note(turn, row, "handover_asked")
    waits_for = [turn.ward.people[one] for one in answered.silent(row)]
    request = request_of(row, turn.ward)
    letters = [carry.letter(turn, request, one) for one in waits_for] if request else []
    return [Reply(texts.asked(row, turn.ward, waits_for)), *letters]


# --- answers to what was asked ------------------------------------------------------------------------------


def _kept(question: Question) -> Draft:
    payload = question.payload
    day = date.fromisoformat(payload["day"]) if payload["day"] else None
    items = tuple(payload.get("items", ()))
    return Draft(payload["giver"], payload["taker"], day, items, payload.get("whole"))


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Who takes it was picked, or how much of it, or nothing at all."""
    data = str(question.choices[place - 1][1])
    if not data:
        return [Reply(texts.not_written())]
    if data in {"whole", "items"}:
        return _go_on(turn, replace(_kept(question), whole=data == "whole"))
    return _go_on(turn, replace(_kept(question), taker=int(data)))


def _only_day(words: str, span: tuple[int, int]) -> bool:
    """True where nothing is said beside a day: "anh Minh nghỉ từ mai" is no answer."""
    return (
        handover_said.BESIDE_DAY.fullmatch(fold(f"{words[: span[0]]} {words[span[1] :]}").strip()) is not None
    )


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """Who takes it, or the day, was typed; None when the text is about something else."""
    draft = _kept(question)
    if handover_said.DROPS.fullmatch(fold(turn.words).strip(" .!")):
        question.closed_at = turn.now
        return [Reply(texts.not_written())]
    if is_report(turn):
        return None
    found = find_date(turn.words, turn.now, expected=True)
    if draft.taker is not None and (found is None or not _only_day(turn.words, found.span)):
        return None
    if draft.taker is None:
        name = leave_said.before_name(turn.words.removeprefix("cho "))
        taker, beside = find_person(turn, name)
        if leave_said.ASKS.search(fold(beside)):
            return None
        draft = replace(draft, taker=taker.id)
    question.closed_at = turn.now
    return _go_on(turn, replace(draft, day=worded.first_day(found, turn.today) or draft.day))
