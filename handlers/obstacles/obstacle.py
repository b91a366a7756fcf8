"""/vuong and /hetvuong: an obstacle reaches the unit head and the leader in charge at once; it is closed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.reading.model import Reading
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.words import fold, words_of
from db import figures
from db.item_view import ItemView
from db.models import Obstacle, Question
from db.ward_view import PersonView
from handlers import rights
from handlers.directives import stopping
from handlers.reporting import in_name
from handlers.reporting.hearing import heard, is_report
from handlers.reporting.receipts import how_to_correct, receipts
from handlers.reporting.recording import Recorded, record_obstacle
from handlers.reporting.speaking import owner_spoken_for
from handlers.standings.standing import standing_of
from handlers.subject import single, take_item
from handlers.texts.obstacles import obstacle as texts
from handlers.texts.reporting import not_recorded
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "obstacle"
OVER = "mended"
"""The kinds of the questions whose obstacle it is, or what it is; and whether one is over."""
OFFERED = 6
_AROUND_NAME = POLITE | {*words_of("cua cai muc dau viec la thuoc ve chi tieu nhiem vu")}
"""What may stand beside a name that answers: "của NV-019 nhé"."""


def report(turn: Turn) -> Sequence[Reply]:
    """/vuong <đầu việc> <lý do>; what is missing is asked for."""
    own = turn.ward.duties(turn.person.id)
    if not turn.words:
        return [Reply(texts.usage(own))]
    item, reason = take_item(turn, "vuong")
    if item is None:
        return [_which(texts.which_item(turn.person), turn.words, own)]
    return _report(turn, item, reason)


def whose(turn: Turn, words: str, items: Sequence[ItemView]) -> Sequence[Reply]:
    """Ask which of the items these words hinder."""
    return [_which(texts.whose(words, turn.person), words, items)]


def _which(text: str, words: str, items: Sequence[ItemView]) -> Reply:
    choices = [Choice(f"{one.key} {one.short_name}", one.key) for one in items[:OFFERED]]
    choices.append(Choice(texts.CANCEL, ""))
    return Reply(text, choices=tuple(choices), ask=Ask(KIND, {"need": "item", "words": words}))


def without_content(turn: Turn, reading: Reading, item: ItemView) -> Sequence[Reply]:
    """ "NV-016 vướng" says nothing that a leader could act on: what is in the way is asked for."""
    return _report(turn, item, "") if texts.SAYS_NOTHING.fullmatch(fold(reading.words)) else ()


def _report(turn: Turn, item: ItemView, reason: str) -> Sequence[Reply]:
    owner = owner_spoken_for(turn, item, texts.not_own)
    stopping.require_open(turn, item)
    reason = reason.strip(texts.AROUND)
    if not reason:
        ask = Ask(KIND, {"need": "reason", "item": item.key})
        choices = (Choice(texts.CANCEL, ""),)
        return [Reply(texts.why(item, turn.person), choices=choices, ask=ask, items=(item.key,))]
    reading = Reading("obstacle", item=item.key, words=reason)
    recorded = [record_obstacle(turn, reading, item, owner)]
    lines = [*receipts(turn, recorded), *how_to_correct(turn, recorded)]
    return [Reply("\n".join(lines), items=(item.key,)), *letters(turn, recorded)]


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """The item was picked, or nothing at all."""
    data = str(question.choices[place - 1][1])
    if not data:
        return [Reply(texts.cancelled())]
    return _report(turn, turn.ward.items[data], str(question.payload["words"]))


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The reason, or the item, was typed; None when the text is about something else.

    Only a name alone is an answer to which item is meant: a message with content of its own is read.
    """
    payload = question.payload
    if payload["need"] == "reason":
        if is_report(turn) or _is_of_another(turn, payload["item"]):
            return None
        question.closed_at = turn.now
        return _report(turn, turn.ward.items[payload["item"]], turn.words)
    item, _rest = take_item(turn, "vuong") if _is_name(turn) else (None, "")
    if item is None:
        return None
    question.closed_at = turn.now
    return _report(turn, item, str(payload["words"]))


def left_behind(turn: Turn) -> list[str]:
    """Close a question about an obstacle when something else is told, and say that it waits no more."""
    question = turn.question
    if question is None or question.kind not in {KIND, OVER} or question.closed_at is not None:
        return []
    question.closed_at = turn.now
    item = turn.ward.items.get(question.payload.get("item") or "")
    words = str(question.payload.get("words") or "")
    return [not_recorded.left_behind((item, words))] if words else []


def _is_name(turn: Turn) -> bool:
    """True for the name of an item and no more, which otherwise asks how things stand."""
    found = turn.ward.catalogue.find(turn.words)
    beside = words_of(turn.words[: found.span[0]] + " " + turn.words[found.span[1] :])
    asks = turn.words.rstrip().endswith("?")
    return bool(found.items) and not asks and _AROUND_NAME.issuperset(beside)


def _is_of_another(turn: Turn, key: str) -> bool:
    """True for words that tell of another item by its name: they are no reason."""
    return any(one.named and one.item != key and one.kind != "question" for one in heard(turn))


# --- who is told --------------------------------------------------------------------------------------


def letters(turn: Turn, recorded: Sequence[Recorded]) -> list[Reply]:
    """A private message to the unit head and the leader in charge, for each obstacle that is new."""
    said = []
    for one in recorded:
        if one.obstacle is not None and not one.known:
            said += [_letter(turn, one.item, one.obstacle, reader) for reader in told(turn, one.item)]
            said += in_name.of_obstacle(turn, one.item, one.obstacle)
    return said


def told(turn: Turn, item: ItemView) -> list[PersonView]:
    """The heads of the unit, and the leader in charge; not who answers for the item, or just spoke."""
    wanted = dict.fromkeys([*rights.heads_of(turn.ward, item), *rights.in_charge(turn.ward, item)[:1]])
    beside = {item.owner_id, turn.person.id}
    return [one for one in wanted if one.id not in beside and turn.reaches(one)]


def _letter(turn: Turn, item: ItemView, row: Obstacle, reader: PersonView) -> Reply:
    closes = _may_close(turn, reader, item)
    owner = turn.ward.people.get(item.owner_id or 0)
    text = texts.letter(standing_of(turn, item), row, owner, turn.person, reader, closes=closes)
    choices = (Choice(f"{item.key}: {texts.CLOSED}", f"/hetvuong {item.key}"),) if closes else ()
    return Reply(text, choices=choices, to=reader.id, items=(item.key,), silent=not turn.loud)


# --- over ----------------------------------------------------------------------------------------------


def close(turn: Turn) -> Sequence[Reply]:
    """/hetvuong <đầu việc> [ý kiến]; alone, it lists what is open."""
    if not turn.words:
        return _offer(turn)
    item, words = take_item(turn, "hetvuong")
    return _offer(turn) if item is None else closed(turn, item, words)


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "nv-007 hết vướng rồi"; None when the text says something else, or reports at the same time."""
    if not texts.OVER.search(fold(turn.words)) or is_report(turn):
        return None
    found = turn.ward.catalogue.find(turn.words).items
    key = found[0].key if len(found) == 1 else single(turn)
    return _offer(turn) if key is None else closed(turn, turn.ward.items[key], "")


def _offer(turn: Turn) -> Sequence[Reply]:
    rows = [
        (turn.ward.by_id[row.item_id], row)
        for row in figures.open_obstacles(turn.session, turn.ward.id, turn.now)
        if row.item_id in turn.ward.by_id and _may_close(turn, turn.person, turn.ward.by_id[row.item_id])
    ][:OFFERED]
    if not rows:
        return [Reply(texts.nothing_open(None))]
    choices = {
        item.key: Choice(f"{item.key} {item.short_name}", f"/hetvuong {item.key}") for item, _row in rows
    }
    return [Reply(texts.which_to_close(rows), choices=tuple(choices.values()))]


def _may_close(turn: Turn, person: PersonView, item: ItemView) -> bool:
    """The owner, who enters for the owner, or the leader in charge."""
    return rights.may_speak(turn.ward, person, item) or person in rights.in_charge(turn.ward, item)


def closed(turn: Turn, item: ItemView, words: str) -> Sequence[Reply]:
    """What stood in the way is over; words say how. UserError: this person may not say so."""
    if not _may_close(turn, turn.person, item):
        raise UserError(texts.may_not_close(item))
    still_open = figures.open_obstacles(turn.session, turn.ward.id, turn.now)
    rows = [row for row in still_open if row.item_id == item.id]
    if not rows:
        return [Reply(texts.nothing_open(item), items=(item.key,))]
    for row in rows:
        row.closed_at, row.closed_by_id, row.closing = turn.now, turn.person.id, words or None
    turn.note("obstacle_closed", item.key, after=words or None)
    owner = turn.ward.people.get(item.owner_id or 0)
    other = owner if owner is not None and owner.id != turn.person.id else None
    reached = other if turn.reaches(other) else None
    replies = [Reply(texts.closed(item, rows, reached), items=(item.key,))]
    if reached is not None:
        one = standing_of(turn, item)
        text = texts.closed_by_other(item, turn.person, words, None if one.reported else one.due)
        replies.append(Reply(text, to=reached.id, items=(item.key,)))
    return replies
