"""/duyet: what waits for a leader's decision; "đồng ý", "không đồng ý + lý do", "đến 25/11"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.ladder import days_late
from bot.domain.message import Choice
from bot.domain.reading import read
from bot.domain.reading.dates import find_date
from bot.domain.reading.model import Context
from bot.domain.reading.words import fold
from bot.domain.reminding import next_told
from bot.domain.workdays import WARD_ZONE, may_send
from db import audit, extensions, outbox, people
from db.models import Extension, Question
from db.ward_view import ItemView, PersonView
from handlers import finding, rights
from handlers.standing import Standing, duty_of, standing_of
from handlers.subject import day_meant, without_day
from handlers.texts import decide as texts
from handlers.texts.extend import day_label
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "decision"
REFUSE, UNTIL, AGREE = "refuse", "until", "agree"
VERDICTS = ((REFUSE, texts.REFUSES), (AGREE, texts.AGREES), (UNTIL, texts.UNTIL))


def show(turn: Turn) -> Sequence[Reply]:
    """/duyet lists what waits for this person; with a request's number or item: shows or decides it."""
    first, _, rest = turn.words.partition(" ")
    if not first:
        return _listed(turn)
    if first.startswith("#") and first[1:].isdigit():
        row = turn.session.get(Extension, int(first[1:]))
        if row is None or row.ward_id != turn.ward.id:
            raise UserError(texts.unknown())
        return _about(turn, row, rest)
    said = typed(turn)
    return said if said is not None else _listed(turn)


def _listed(turn: Turn) -> Sequence[Reply]:
    rows = mine(turn)
    if not rows:
        return [Reply(texts.nothing_waits(turn.person))]
    if len(rows) == 1:
        return [_shown(turn, rows[0])]
    items = [turn.ward.by_id[row.item_id] for row in rows]
    askers = [turn.ward.who(row.asked_by_id) for row in rows]
    text = texts.waiting(list(zip(items, rows, strict=True)), askers)
    return [Reply(text, choices=_choose(turn, rows, ""))]


def mine(turn: Turn) -> list[Extension]:
    """What waits for this person's decision, the oldest first."""
    return [
        row
        for row in extensions.waiting(turn.session, turn.ward.id)
        if (item := turn.ward.by_id.get(row.item_id)) and turn.person in rights.deciders(turn.ward, item)
    ]


def _choose(turn: Turn, rows: Sequence[Extension], verdict: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            texts.open_label(turn.ward.by_id[row.item_id], turn.ward.who(row.asked_by_id)),
            f"/duyet #{row.id} {verdict}".strip(),
        )
        for row in rows
    )


# --- the request, as it is put before who decides ---------------------------------------------------


def letter(turn: Turn, row: Extension, one: Standing, to: PersonView) -> Reply:
    """The request with its choices; without a sound outside the sending hours."""
    late = late_when_asked(turn, row, one.item)
    text = texts.submitted(row, one, turn.ward, to, one.extended.times, late)
    loud = may_send(turn.now, turn.rules.windows, turn.ward.calendar)
    return Reply(text, choices=_choices(one.item, row), to=to.id, items=(one.item.key,), silent=not loud)


def _shown(turn: Turn, row: Extension) -> Reply:
    item = turn.ward.by_id[row.item_id]
    one, late = standing_of(turn, item), late_when_asked(turn, row, item)
    text = texts.submitted(row, one, turn.ward, turn.person, one.extended.times, late)
    return Reply(text, choices=_choices(item, row), items=(item.key,))


def _choices(item: ItemView, row: Extension) -> tuple[Choice, ...]:
    """What can be decided: the same as typing it, so that it works for as long as the request waits."""
    return (
        Choice(texts.agree_label(item, row), f"/duyet #{row.id} dong y"),
        Choice(texts.refuse_label(item), f"/duyet #{row.id} khong dong y"),
        Choice(texts.other_day_label(item), f"/duyet #{row.id} den"),
    )


def late_when_asked(turn: Turn, row: Extension, item: ItemView) -> int | None:
    """Working days after the deadline at which more time was asked for; None when it was in time."""
    if row.asked_at <= datetime.combine(row.old_due, item.due_time, WARD_ZONE):
        return None
    return days_late(row.old_due, row.asked_at.date(), turn.ward.calendar)


# --- the decision ------------------------------------------------------------------------------------


def typed(turn: Turn) -> Sequence[Reply] | None:
    """A decision in words; None when the text is none, or nothing waits for this person."""
    verdict, words = _verdict(turn.words)
    if verdict is None:
        return None
    named, words = _named(turn, words)
    rows = named or mine(turn)
    if not rows:
        return None if verdict == UNTIL else [Reply(texts.nothing_waits(turn.person))]
    if len(rows) == 1:
        return _decide(turn, rows[0], verdict, words)
    payload = {"verdict": verdict, "words": words, "ids": [row.id for row in rows]}
    return [Reply(texts.which(turn.person), choices=_choose(turn, rows, ""), ask=Ask(KIND, payload))]


def _verdict(words: str) -> tuple[str | None, str]:
    """What the words decide, and what is said beside: "đồng ý đến 25/11" is a decision on the day."""
    folded = fold(words)
    for verdict, opening in VERDICTS:
        if found := opening.match(folded):
            return verdict, words[found.end() :].strip(texts.AFTER)
    return None, words


def _named(turn: Turn, words: str) -> tuple[list[Extension], str]:
    """The requests that the words or the message replied to are about, and the words without the item.

    The one that waits; else the last one decided, so that a second decision is told so.
    """
    first, _, rest = words.partition(" ")
    if item := finding.by_code(turn.ward, first):
        return _about_item(turn, item), rest.strip(texts.AFTER)
    found = turn.ward.catalogue.find(words).items
    waiting = {row.item_id for row in mine(turn)}
    if len(found) == 1 and turn.ward.items[found[0].key].id in waiting:
        start, end = turn.ward.catalogue.find(words).span
        left = f"{words[:start]} {words[end:]}".strip(texts.AFTER)
        return _about_item(turn, turn.ward.items[found[0].key]), left
    address, reply_to = turn.message.address, turn.message.reply_to
    keys = outbox.about(turn.session, address.account, address.chat, reply_to) if reply_to else []
    if len(keys) == 1 and keys[0] in turn.ward.items:
        return _about_item(turn, turn.ward.items[keys[0]]), words
    return [], words


def _about_item(turn: Turn, item: ItemView) -> list[Extension]:
    rows = extensions.of_item(turn.session, item.id)
    return [row for row in rows if row.state == "asked"] or list(rows[-1:])


def _about(turn: Turn, row: Extension, words: str) -> Sequence[Reply]:
    """Decide on one request, or show it again."""
    item = turn.ward.by_id[row.item_id]
    if turn.person not in rights.deciders(turn.ward, item):
        raise UserError(texts.not_the_decider(item, rights.deciders(turn.ward, item)))
    verdict, rest = _verdict(words)
    if verdict is None and row.state == "asked":
        return [_shown(turn, row)]
    return _decide(turn, row, verdict or AGREE, rest)


def _decide(turn: Turn, row: Extension, verdict: str, words: str) -> Sequence[Reply]:
    item = turn.ward.by_id[row.item_id]
    if row.state != "asked":
        return [Reply(texts.decided_before(item, row, turn.ward.who(row.decided_by_id)))]
    if verdict == AGREE and (until := texts.ONLY_UNTIL.match(fold(words))):
        verdict, words = UNTIL, words[until.end() :].strip(texts.AFTER)
    if verdict == AGREE:
        return _agree(turn, row, words)
    if verdict == UNTIL:
        return _until(turn, row, words)
    if words:
        return _write(turn, row, None, words)
    payload = {"verdict": REFUSE, "ids": [row.id], "item": item.key}
    choices = (Choice(texts.NO_WORDS, "none"), Choice(texts.LATER, "later"))
    return [Reply(texts.opinion(item), choices=choices, ask=Ask(KIND, payload), items=(item.key,))]


def _agree(turn: Turn, row: Extension, words: str) -> Sequence[Reply]:
    """Granted as asked; with another day in the words it is asked which of the two is meant."""
    item = turn.ward.by_id[row.item_id]
    day = day_meant(find_date(words, turn.now, row.old_due), turn.today) if words else None
    if day is None or day == row.asked_due:
        return _write(turn, row, row.asked_due, words)
    payload = {"verdict": UNTIL, "ids": [row.id], "item": item.key, "words": words}
    choices = [Choice(day_label(row.asked_due), row.asked_due.isoformat())]
    if _wrong(day, row, words, turn.today) is None:
        choices.append(Choice(day_label(day), day.isoformat()))
    return [Reply(texts.which_day(item), choices=tuple(choices), ask=Ask(KIND, payload), items=(item.key,))]


def _until(turn: Turn, row: Extension, words: str) -> Sequence[Reply]:
    item = turn.ward.by_id[row.item_id]
    ask = Ask(KIND, {"verdict": UNTIL, "ids": [row.id], "item": item.key})
    if not words:
        return [Reply(texts.which_day(item), ask=ask, items=(item.key,))]
    found = find_date(words, turn.now, row.old_due, expected=True)
    day = day_meant(found, turn.today)
    wrong = _wrong(day, row, words, turn.today)
    if wrong or day is None or found is None:
        return [Reply(wrong or texts.unreadable_day(words), ask=ask, items=(item.key,))]
    return _write(turn, row, day, without_day(words, found.span))


def _wrong(day: date | None, row: Extension, words: str, today: date) -> str | None:
    """Why a day cannot be the new deadline; None when it can."""
    if day is None:
        return texts.unreadable_day(words)
    if day < today:
        return texts.past_day(day)
    return texts.not_later(day, row) if day <= row.old_due else None


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """A choice was picked: which request was meant, which day, or that no opinion goes with a refusal."""
    payload = question.payload
    if len(payload["ids"]) == 1:
        row = turn.session.get_one(Extension, payload["ids"][0])
        data = str(question.choices[place - 1][1])
        if data == "later":
            return [Reply(texts.put_off())]
        due = None if data == "none" else date.fromisoformat(data)
        return _unless_decided(turn, row, due, str(payload.get("words", "")))
    row = turn.session.get_one(Extension, payload["ids"][place - 1])
    return _decide(turn, row, payload["verdict"], payload["words"])


def answer_words(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The day, or the opinion, was typed; None when the text is something else."""
    payload = question.payload
    if len(payload["ids"]) != 1 or _is_beside(turn):
        return None
    verdict, words = _verdict(turn.words)
    if verdict is not None and _named(turn, words)[0]:
        question.closed_at = turn.now
        return typed(turn)
    row = turn.session.get_one(Extension, payload["ids"][0])
    dated = find_date(words, turn.now, row.old_due, expected=True) is not None
    if payload["verdict"] == REFUSE and (verdict is None or (verdict == UNTIL and not dated)):
        verdict, words = REFUSE, turn.words
    elif verdict is None and dated:
        verdict = UNTIL
    if verdict is None:
        return None
    question.closed_at = turn.now
    return _decide(turn, row, verdict, words)


def _is_beside(turn: Turn) -> bool:
    """True for a question or a greeting: no decision, and no opinion either."""
    readings = read(turn.words, turn.ward.catalogue, Context(now=turn.now))
    kinds = {one.kind for one in readings}
    return "question" in kinds or (kinds == {"greeting"} and _verdict(turn.words)[0] is None)


def _unless_decided(turn: Turn, row: Extension, due: date | None, words: str) -> Sequence[Reply]:
    if row.state != "asked":
        return _decide(turn, row, AGREE, words)
    return _write(turn, row, due, words)


def _write(turn: Turn, row: Extension, due: date | None, words: str) -> Sequence[Reply]:
    """Decide, once: the second of two who decide at the same moment is told what the first one said."""
    item = turn.ward.by_id[row.item_id]
    if turn.person not in rights.deciders(turn.ward, item):
        raise UserError(texts.not_the_decider(item, rights.deciders(turn.ward, item)))
    if not extensions.decide(turn.session, row, turn.person.id, turn.now, due, words or None):
        return [Reply(texts.decided_before(item, row, turn.ward.who(row.decided_by_id)))]
    audit.note(
        turn.session,
        turn.now,
        "extension_granted" if due else "extension_refused",
        item.key,
        ward_id=turn.ward.id,
        person_id=turn.person.id,
        before=row.old_due.isoformat(),
        after=due.isoformat() if due else row.words,
        inbox_id=turn.inbox_id,
    )
    return _told(turn, row, item)


def _told(turn: Turn, row: Extension, item: ItemView) -> Sequence[Reply]:
    one = standing_of(turn, item)
    due = datetime.combine(row.decided_due or row.old_due, item.due_time, WARD_ZONE)
    asker = turn.ward.people.get(row.asked_by_id)
    reached = asker is not None and bool(people.reachable_chats(turn.session, asker.id))
    text = texts.receipt(item, row, due, asker, len(mine(turn)), told=reached)
    replies = [Reply(text, items=(item.key,))]
    if asker is not None and reached and asker != turn.person:
        duty = duty_of(one)
        again = next_told(duty, turn.today, turn.rules, turn.ward.calendar) if duty else None
        late = days_late(due.date(), turn.today, turn.ward.calendar)
        loud = may_send(turn.now, turn.rules.windows, turn.ward.calendar)
        said = texts.result(item, row, due, turn.person, again, late)
        replies.append(Reply(said, to=asker.id, items=(item.key,), silent=not loud))
    return replies
