"""/dondoc: those who have not reported are pressed, with one word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from bot.domain.message import Choice
from bot.domain.reading.words import fold
from bot.domain.workdays import WARD_ZONE
from db import audit, people
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.directives.hours import held_until, is_urgent
from handlers.pressing import early, whom
from handlers.pressing.owed import owed_by
from handlers.standings.duties import overdue_duty
from handlers.standings.standing import Standing, standing_of
from handlers.subject import MOST_BYTES
from handlers.texts.directives import letters as letter_texts
from handlers.texts.pressing import chase as texts
from handlers.texts.pressing import chase_in_words as in_words_texts
from handlers.texts.pressing import early as early_texts
from handlers.texts.reporting import work as work_texts
from handlers.texts.situation import screen as situation_texts
from handlers.turn import Reply, Turn, UserError

ALL_PRESSED = f"dondoc {whom.ALL}"


@dataclass(frozen=True, slots=True)
class How:
    """Whether also who was pressed today is pressed, the day and hour that the letter names, if any.

    `but` are those who are not pressed with everybody.
    """

    again: bool = False
    until: datetime | None = None
    but: tuple[PersonView, ...] = ()
    early: bool = False
    """Also for a period that still runs."""


def press(turn: Turn, how: How | None = None) -> Sequence[Reply]:
    """Remind one person, or all who owe something, now; say to whom it went.

    Nobody is pressed about the same twice a day, but by "đôn đốc lại …", or to name a day or an hour.
    """
    how = how or How()
    if again := texts.AGAIN.match(fold(turn.words)):
        turn.words, how = turn.words[again.end() :], replace(how, again=True)
    if soon := early_texts.EARLY.match(fold(turn.words)):
        turn.words, how = turn.words[soon.end() :], replace(how, early=True)
    owed = {turn.ward.people[key]: rows for key, rows in owed_by(turn).items() if key is not None}
    if texts.NOBODY_NAMED.fullmatch(fold(turn.words).strip(" .!")):
        choices = (Choice(texts.PRESS_ALL, f"/{ALL_PRESSED}"),) if owed else ()
        return [Reply(texts.press_usage(owed, turn.ward), choices=choices)]
    who = fold(turn.words).strip(" .!")
    if in_words_texts.OVERDUE_ONES.fullmatch(who):
        return _press_overdue(turn, owed, how)
    if (
        who in whom.EVERYBODY
        or in_words_texts.LATE_ONES.fullmatch(who)
        or in_words_texts.EVERYBODY.fullmatch(who)
    ):
        return _press_everybody(turn, owed, how, ward=who in whom.WHOLE_WARD)
    if (item := finding.by_code(turn.ward, turn.words)) and not item.parts:
        return press_item(turn, item, how)
    if not whom.is_somebody(turn, turn.words) and (items := whom.items(turn)):
        return press_items(turn, items, how)
    chosen = whom.people(turn)
    named = [one for one in owed if one in chosen or _acting(turn, one) in chosen]
    wanted = {one: owed[one] for one in [*(one for one in chosen if one in owed), *named]}
    wanted |= whom.owed_for_units(turn, owed, chosen)
    busy = [*wanted, *(_acting(turn, one) for one in wanted)]
    idle = [person for person in chosen if person not in busy]
    return _send(turn, wanted, idle, how)


def _press_everybody(
    turn: Turn, owed: Mapping[PersonView, Sequence[Standing]], how: How, *, ward: bool
) -> Sequence[Reply]:
    """All who owe something; from a leader of some fields those who owe it there, unless he says the ward."""
    if how.but:
        wanted = {person: rows for person, rows in owed.items() if person not in how.but}
        first, *letters = _press_everybody(turn, wanted, replace(how, but=()), ward=ward)
        left = {person: len(owed.get(person, ())) for person in how.but}
        return [replace(first, text=f"{first.text}\n{in_words_texts.left_out(left)}"), *letters]
    fields = _own_fields(turn)
    if ward or not fields:
        return _send(turn, owed, [], how)
    own = {
        person: mine
        for person, rows in owed.items()
        if (mine := [one for one in rows if one.item.field in fields])
    }
    first, *letters = _send(turn, own, [], how)
    text = f"{first.text}\n{texts.own_fields_only()}" if len(own) < len(owed) else first.text
    return [replace(first, text=text), *letters]


def _press_overdue(turn: Turn, owed: Mapping[PersonView, Sequence[Standing]], how: How) -> Sequence[Reply]:
    """Who owes what is past its day, of that alone."""
    late = {person: [one for one in rows if overdue_duty(one) is not None] for person, rows in owed.items()}
    wanted = {person: rows for person, rows in late.items() if rows}
    return _press_everybody(turn, wanted, how, ward=False) if wanted else [Reply(texts.nobody_overdue())]


def press_items(turn: Turn, items: Sequence[ItemView], how: How) -> Sequence[Reply]:
    """Remind who answers for what is named, or ask which. Raises UserError where nothing is awaited."""
    if len(items) > 1:
        return [finding.which(items, "dondoc")]
    if not items[0].parts:
        return press_item(turn, items[0], how)
    owed = {turn.ward.people[key]: rows for key, rows in owed_by(turn).items() if key is not None}
    keys = {one.key for one in turn.ward.with_parts(items)}
    wanted = {
        person: mine
        for person, rows in owed.items()
        if (mine := [one for one in rows if one.item.key in keys])
    }
    if not wanted:
        raise UserError(texts.nothing_to_press(items[0]))
    return _send(turn, wanted, [], how)


def press_item(turn: Turn, item: ItemView, how: How) -> Sequence[Reply]:
    """Remind who answers for one item; raises UserError where there is nothing to press, or nobody."""
    if not rights.presses(turn.ward, turn.person, item):
        raise UserError(situation_texts.out_of_reach(item))
    one = standing_of(turn, item)
    owner = turn.ward.people.get(item.owner_id or 0)
    if owner is None or item.parts:
        raise UserError(texts.nobody_to_press(item))
    if one.reported and not one.stone_late and (running := early.coming(turn, one)) is not None:
        return (
            _send(turn, {owner: [running]}, [], how, item=item)
            if how.early
            else [early.offered(turn, running)]
        )
    if one.reported and not one.stone_late:
        no_word = one.figure is None and not item.is_task
        raise UserError(texts.not_due_yet(item) if no_word else texts.nothing_to_press(item))
    return _send(turn, {owner: [one]}, [], how, item=item)


def _acting(turn: Turn, person: PersonView) -> PersonView:
    """Who is pressed in a person's place."""
    return turn.ward.acting(person.id, people.reachable(turn.session, turn.ward.id)) or person


def _send(
    turn: Turn,
    owed: Mapping[PersonView, Sequence[Standing]],
    idle: Sequence[PersonView],
    how: How,
    *,
    item: ItemView | None = None,
) -> Sequence[Reply]:
    """A letter to each who owes something, or acts for who does, and can be reached; not to oneself."""
    instead = {person: acting for person in owed if (acting := _acting(turn, person)) != person}
    owed = _by_acting(owed, instead)
    leads = rights.may(turn.person, "directive_in_words")
    urgent = leads and is_urgent(turn.message.text)
    before = {} if how.again or how.until or urgent else _pressed_today(turn, owed)
    owed = {person: rows for person, rows in owed.items() if person not in before}
    linked = {
        chat.person_id
        for chat in people.chats(turn.session, turn.ward.id)
        if chat.unreachable_at is None and chat.person_id != turn.person.id
    }
    loud, held = turn.loud, None if urgent else held_until(turn, "", how.until)
    letters = [
        Reply(
            work_texts.press(person, rows, turn.person, turn.now, turn.ward, how.until),
            to=person.id,
            items=tuple(one.item.key for one in rows),
            silent=not loud,
            waits=held is not None,
        )
        for person, rows in owed.items()
        if person.id in linked
    ]
    said = texts.pressed(
        reached={person: len(rows) for person, rows in owed.items() if person.id in linked},
        lost=[person for person in owed if person.id not in linked and person != turn.person],
        own=len(owed.get(turn.person, ())),
        by=turn.person,
        instead=instead,
        idle=[person for person in idle if _sees(turn, person)],
        outside=[person for person in idle if not _sees(turn, person)],
    )
    for person, rows in owed.items():
        if person.id in linked:
            _note(turn, person, rows)
    if letters and how.until is not None:
        said += f"\n{in_words_texts.by_then(how.until)}"
    if letters and held is not None:
        one = item.key if item is not None else next(iter(owed)).name if len(owed) == 1 else None
        said += f"\n{letter_texts.held_pressing(held, one, leads=leads)}"
    choices = _once_more(before, item)
    text = "\n".join(filter(None, [said, texts.before(before, turn.ward)])) or texts.nobody_owes()
    return [Reply(text, choices=choices), *letters]


def _pressed_today(
    turn: Turn, owed: Mapping[PersonView, Sequence[Standing]]
) -> dict[PersonView, tuple[datetime, PersonView | None]]:
    """When who was pressed today about all of this already, and by whom."""
    found = {}
    today = datetime.combine(turn.today, time(), WARD_ZONE)
    for at, by, code, keys in audit.pressed_since(turn.session, turn.ward.id, today):
        for person, rows in owed.items():
            if person.code == code and {one.item.key for one in rows} <= set(keys.split()):
                found[person] = (at, turn.ward.who(by))
    return found


def _note(turn: Turn, person: PersonView, rows: Sequence[Standing]) -> None:
    turn.note(audit.PRESS, person.code, after=" ".join(one.item.key for one in rows))


def _once_more(before: Collection[PersonView], item: ItemView | None) -> tuple[Choice, ...]:
    """To press again all the same; as long as a button can carry the names."""
    whom = item.key if item is not None else ", ".join(one.code for one in before)
    said = f"/dondoc lai {whom}"
    return (Choice(texts.PRESS_AGAIN, said),) if before and len(said.encode()) <= MOST_BYTES else ()


def _by_acting(
    owed: Mapping[PersonView, Sequence[Standing]], instead: Mapping[PersonView, PersonView]
) -> dict[PersonView, list[Standing]]:
    found: defaultdict[PersonView, list[Standing]] = defaultdict(list)
    for person, rows in owed.items():
        found[instead.get(person, person)] += rows
    return found


def _sees(turn: Turn, person: PersonView) -> bool:
    every = [turn.person, *rights.acts_for(turn.ward, turn.person)]
    pressing = [one for one in every if rights.may(one, "press")]
    return any(one.has(*rights.WARD_WIDE) or one.unit_id == person.unit_id for one in pressing)


def _own_fields(turn: Turn) -> frozenset[str]:
    """The fields of a leader, and of those for whom this person acts; empty for who is in charge of all."""
    every = [turn.person, *rights.acts_for(turn.ward, turn.person)]
    if any(one.has("chair") for one in every):
        return frozenset()
    return frozenset(field for one in every if one.has("leader") for field in one.fields)
