"""/chuabaocao and /dondoc: who has not reported what, by name, how late; press them with one word."""

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
from db.ward_view import PersonView, WardView
from handlers import finding, rights
from handlers.directives.hours import held_until, is_urgent
from handlers.pressing import early, whom
from handlers.standings.duties import due_now
from handlers.standings.standing import Standing, standing_of, standings
from handlers.subject import MOST_BYTES
from handlers.texts.directives import letters as letter_texts
from handlers.texts.pressing import chase as texts
from handlers.texts.pressing import chase_in_words as in_words_texts
from handlers.texts.pressing import early as early_texts
from handlers.texts.reporting import work as work_texts
from handlers.texts.situation import screen as situation_texts
from handlers.turn import Office, Reply, Turn, UserError

ALL = "tat ca"
ALL_PRESSED = f"dondoc {ALL}"
WHOLE_WARD = frozenset({"ca phuong", "toan phuong"})
EVERYBODY = frozenset({ALL, "het", "moi nguoi"}) | WHOLE_WARD
"""Said by a leader of some fields they are everybody in these; the whole ward is named as such."""


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


def missing(turn: Turn, part: Collection[ItemView] | None = None) -> Sequence[Reply]:
    """Who owes what that is due or overdue, the latest first; then what nobody answers for; of a `part`."""
    owed = _owed(turn) if part is None else _of_part(_owed(turn), part)
    if (period := whom.period(turn, turn.words)) is not None:
        owed = _of_period(owed, period)
    elif turn.words and fold(turn.words).strip() not in EVERYBODY:
        chosen = whom.people(turn)
        known = {turn.ward.people[key]: rows for key, rows in owed.items() if key is not None}
        rows = {person: list(known.get(person, ())) for person in chosen}
        rows |= whom.owed_for_units(turn, known, chosen)
        return [Reply(texts.details(rows, turn.ward, turn.now))]
    to_press = any(person_id is not None for person_id in owed) and rights.may(turn.person, "press")
    # Not to all at once: a "1" that was meant for an earlier list must not reach ten people.
    units = texts.units_left(owed, turn.ward, turn.now)
    typed = [(name, f"/chuabaocao {name}") for name in units]
    choices = tuple(Choice(name, said) for name, said in typed if len(said.encode()) <= MOST_BYTES)
    choices += (Choice(texts.PRESS, "/dondoc"),) if to_press else ()
    return [Reply(texts.missing(owed, turn.ward, turn.now), choices=choices)]


def _of_period(owed: dict[int | None, list[Standing]], period: str) -> dict[int | None, list[Standing]]:
    """What is owed for a period; everything where nothing is owed for that one."""
    found = {
        key: mine
        for key, rows in owed.items()
        if (mine := [one for one in rows if one.period is not None and one.period.key == period])
    }
    return found or owed


def _of_part(
    owed: Mapping[int | None, list[Standing]], part: Collection[ItemView]
) -> dict[int | None, list[Standing]]:
    mine = {key: [one for one in rows if one.item in part] for key, rows in owed.items()}
    return {key: rows for key, rows in mine.items() if rows}


def press(turn: Turn, how: How | None = None) -> Sequence[Reply]:
    """Remind one person, or all who owe something, now; say to whom it went.

    Nobody is pressed about the same twice a day, but by "đôn đốc lại …", or to name a day or an hour.
    """
    how = how or How()
    if again := texts.AGAIN.match(fold(turn.words)):
        turn.words, how = turn.words[again.end() :], replace(how, again=True)
    if soon := early_texts.EARLY.match(fold(turn.words)):
        turn.words, how = turn.words[soon.end() :], replace(how, early=True)
    owed = {turn.ward.people[key]: rows for key, rows in _owed(turn).items() if key is not None}
    if texts.NOBODY_NAMED.fullmatch(fold(turn.words).strip(" .!")):
        choices = (Choice(texts.PRESS_ALL, f"/{ALL_PRESSED}"),) if owed else ()
        return [Reply(texts.press_usage(owed, turn.ward), choices=choices)]
    who = fold(turn.words).strip(" .!")
    if who in EVERYBODY or in_words_texts.LATE_ONES.fullmatch(who) or in_words_texts.EVERYBODY.fullmatch(who):
        return _press_everybody(turn, owed, how, ward=who in WHOLE_WARD)
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


def press_items(turn: Turn, items: Sequence[ItemView], how: How) -> Sequence[Reply]:
    """Remind who answers for what is named, or ask which. Raises UserError where nothing is awaited."""
    if len(items) > 1:
        return [finding.which(items, "dondoc")]
    if not items[0].parts:
        return press_item(turn, items[0], how)
    owed = {turn.ward.people[key]: rows for key, rows in _owed(turn).items() if key is not None}
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


def _owed(turn: Turn) -> dict[int | None, list[Standing]]:
    """What is asked about and not there, by owner, of the part of the ward that this person sees."""
    items = [
        item
        for item in turn.ward.items.values()
        if not item.parts and rights.presses(turn.ward, turn.person, item)
    ]
    found: defaultdict[int | None, list[Standing]] = defaultdict(list)
    for one in standings(turn.session, turn.now, turn.office, turn.ward, items).values():
        if one.stone_late or (not one.reported and is_awaited(one, turn.now, turn.office, turn.ward)):
            found[one.item.owner_id].append(one)
    return {owner: sorted(rows, key=lambda one: due_now(one) or turn.now) for owner, rows in found.items()}


def is_awaited(one: Standing, now: datetime, office: Office, ward: WardView) -> bool:
    """Figures are asked for from the end of their period on; dated tasks within the first stage."""
    if one.due is None or one.due <= now:
        return one.due is not None
    if one.period is not None:
        return one.period.end < now.date() or one.item.frequency == "week"
    days = ward.calendar.workdays_between(now.date(), one.due.date())
    return days <= max(office.rules.task_stages, default=0)


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
