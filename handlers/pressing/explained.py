"""The answer to a request for an explanation: by whom it is owed, of which item, to whom it goes."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from bot.domain.reasons import judged
from db import explanations
from db.item_view import ItemView
from db.models import Explanation, Question
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.leave.words import find_days
from handlers.obstacles.obstacle import letters
from handlers.reporting.receipts import receipts
from handlers.reporting.recording import record_obstacle
from handlers.standings.plan_year import back_for
from handlers.standings.standing import standing_of
from handlers.texts.pressing import explain as texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "explanation"
WHICH = "explanation_of"
REASON = 3
"""An answer that does not name its item has at least so many words."""


def waiting(turn: Turn) -> Sequence[tuple[ItemView, Explanation]]:
    """What this person is asked to explain and has not, with its item; the oldest first."""
    found: dict[int, tuple[ItemView, Explanation]] = {}
    for row in explanations.unanswered(turn.session, turn.ward.id):
        item = turn.ward.in_force(row.item_id)
        if item is not None and rights.is_asked(turn.ward, turn.person, row.asked_of_id):
            found.setdefault(row.item_id, (item, row))
    return list(found.values())


def unnamed(turn: Turn) -> Sequence[Reply] | None:
    """ "Giải trình do kinh phí chưa về": the words answer what waits, without naming it in front.

    Of several the one that is named further behind, else it is asked which. None for other words.
    """
    rows = () if rights.may(turn.person, "ask_explanation") else waiting(turn)
    if not rows or len(turn.words.split()) < REASON or _is_named_in_front(turn):
        return None
    found = {turn.ward.items[known.key].name for known in turn.ward.catalogue.find(turn.words).items}
    rows = [one for one in rows if one[0].name in found] or rows
    if len(rows) == 1:
        item, row = rows[0]
        return [*answer(turn, row, turn.words), *hindered(turn, item)]
    ask = Ask(WHICH, {"ids": [row.id for _item, row in rows], "words": turn.words})
    labels = tuple(Choice(f"{item.key} {item.short_name}", f"/giaitrinh {item.key}") for item, _row in rows)
    return [Reply(texts.which(len(rows)), choices=labels, ask=ask)]


def or_leave(turn: Turn, row: Explanation) -> Reply:
    """ "Mai em nghỉ phép nên chưa gửi được số" may be the explanation, or a leave."""
    item = _item(turn, row)
    found = find_days(turn.words, turn.now)
    days = ""
    if isinstance(found, DateReading):
        days = texts.days_away(found.start, found.end)
    choices = (Choice(texts.is_explanation(item), item.key), Choice(texts.take_leave(days), days))
    ask = Ask(WHICH, {"ids": [row.id], "words": turn.words, "days": days})
    return Reply(texts.explains_or_leaves(item), choices=choices, ask=ask, items=(item.key,))


def _is_named_in_front(turn: Turn) -> bool:
    found = turn.ward.catalogue.find(turn.words)
    start = len(texts.ABOUT.sub("", fold(turn.words)))
    by_code = finding.looks_like_code(turn.words.split()[0])
    return by_code or (bool(found.items) and not found.guessed and found.span[0] <= len(turn.words) - start)


def picked(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """Which of the items that wait an explanation is about, that was given before."""
    if place > len(question.payload["ids"]):
        days = str(question.payload["days"])
        choices = (Choice(texts.take_leave(days), f"/nghi {days}"),) if days else ()
        return [Reply(texts.how_to_take_leave(days), choices=choices)]
    row = turn.session.get_one(Explanation, question.payload["ids"][place - 1])
    turn.words = question.payload["words"]
    if row.answer is not None:
        raise UserError(texts.nothing_asked(_item(turn, row)))
    return [*answer(turn, row, turn.words), *hindered(turn, _item(turn, row))]


def answer(turn: Turn, row: Explanation, words: str) -> Sequence[Reply]:
    """Keep the answer, for everybody who asked; to one given before it is added as a row of its own."""
    item, words = _item(turn, row), words.strip(texts.AROUND)
    if not words or judged(words) == "postponed":
        ask = Ask(KIND, {"id": row.id, "item": item.key})
        return [Reply(texts.content(item, row, turn.person), ask=ask, items=(item.key,))]
    if row.answer is not None:
        row = _again(turn, row)
    rows = [row, *(one for one in _unanswered(turn, item) if one.id != row.id)]
    for one in rows:
        one.answer, one.answered_by_id, one.answered_at = words, turn.person.id, turn.now
    turn.session.flush()
    note(turn, "explanation", item, words)
    readers = _readers(turn, rows)
    reached = [one for one in readers if turn.reaches(one)]
    text = texts.receipt(item, row, reached or readers[:1], reached=bool(reached))
    return [Reply(text, items=(item.key,)), *(_delivered(turn, item, row, one) for one in reached)]


def _item(turn: Turn, row: Explanation) -> ItemView:
    """What is explained; the plan that it is of is what the turn is about from here on."""
    back_for(turn, row.item_id)
    return turn.ward.by_id[row.item_id]


def _unanswered(turn: Turn, item: ItemView) -> list[Explanation]:
    return [one for one in explanations.of_item(turn.session, item.id) if one.answer is None]


def _readers(turn: Turn, rows: Sequence[Explanation]) -> list[PersonView]:
    """Everybody who asked, or acts today for who did."""
    asked = [turn.ward.substitute(one.asked_by_id) or turn.ward.people.get(one.asked_by_id) for one in rows]
    return [one for one in dict.fromkeys(asked) if one is not None and one.id != turn.person.id]


def _delivered(turn: Turn, item: ItemView, row: Explanation, reader: PersonView) -> Reply:
    one, late = standing_of(turn, item), turn.today > row.due_on
    beside = item.is_task and turn.message.file is not None
    text = texts.delivered(one, row, turn.ward, reader, late=late, with_file=beside)
    choice = Choice(texts.confirm_label(item), f"/giaitrinh #{row.id} khach quan")
    return letter(turn, reader, text, item, choices=(choice,))


def _again(turn: Turn, row: Explanation) -> Explanation:
    again = Explanation(
        ward_id=row.ward_id,
        item_id=row.item_id,
        period=row.period,
        asked_by_id=row.asked_by_id,
        asked_of_id=row.asked_of_id,
        asked_at=row.asked_at,
        due_on=row.due_on,
        words=row.words,
        objective_by_id=row.objective_by_id,
        objective_at=row.objective_at,
    )
    turn.session.add(again)
    return again


def hindered(turn: Turn, item: ItemView) -> Sequence[Reply]:
    """What explains and stands in the way, "vướng: tỉnh chưa cấp kinh phí", is an obstacle too."""
    said = texts.HINDERS.match(fold(turn.words))
    owner = turn.ward.people.get(item.owner_id or 0)
    if said is None or owner is None:
        return ()
    reading = Reading("obstacle", item.key, words=turn.words[said.end() :].strip(texts.AROUND))
    recorded = [record_obstacle(turn, reading, item, owner)]
    return [Reply("\n".join(receipts(turn, recorded)), items=(item.key,)), *letters(turn, recorded)]


def letter(
    turn: Turn,
    person: PersonView,
    text: str,
    item: ItemView,
    choices: tuple[Choice, ...] = (),
    ask: Ask | None = None,
) -> Reply:
    """A letter to somebody else; without a sound outside the sending hours."""
    return Reply(text, choices=choices, ask=ask, to=person.id, items=(item.key,), silent=not turn.loud)


def note(turn: Turn, action: str, item: ItemView, after: str) -> None:
    """Put down in the journal what was asked, answered or confirmed."""
    turn.note(action, item.key, after=after or None)
