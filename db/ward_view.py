"""A ward as one immutable value: items, people, calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, lru_cache

from bot.domain.acting import Absence, away_on, substitute_of
from bot.domain.directives import KnownPerson, KnownUnit, Roster
from bot.domain.items import KnownItem
from bot.domain.reading import Catalogue
from bot.domain.reading.naming.shares import share_names
from bot.domain.workdays import WorkCalendar
from db.item_view import ItemView, known_item

_OF_EVERY_DAY = frozenset({"catalogue", "whole_catalogue", "by_id", "roster"})
"""What is worked out once of a view, and holds on every day."""
_catalogue_of = lru_cache(maxsize=8)(Catalogue)
"""A ward changes far more often than what its items are called; indexing that is slow."""
LEADERS = frozenset({"chair", "leader"})


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person: `address` is "anh", "chị", …; `fields` are the codes of the fields he or she leads.

    `acting_as` are the roles of the people who are away today and for whom this one acts.
    """

    id: int
    code: str
    name: str
    address: str
    title: str | None
    unit_id: int | None
    roles: frozenset[str]
    fields: frozenset[str]
    daily_summary: bool = False
    acting_as: frozenset[str] = frozenset()

    def has(self, *names: str) -> bool:
        """True when the person has one of these roles."""
        return not self.roles.isdisjoint(names)

    @property
    def given_name(self) -> str:
        """The last word of the name: how people are addressed."""
        return self.name.split()[-1]


def _known_person(one: PersonView) -> KnownPerson:
    return KnownPerson(
        one.id, one.name, one.address, one.unit_id, one.has("unit_head"), one.has("leader"), one.code
    )


@dataclass(frozen=True)
class WardView:
    """Everything about a ward that changes only when somebody changes it.

    `off` are the items of closed fields (`WardRules.closed`); they are not among `items`. `former` are
    people who have left: what they reported stays under their names. `handovers` are the posts that change
    hands: the hand-over's id and its day. `earlier` are the items of last year's plan by id: in the first
    months of a year figures of theirs may still be put right. `over`: another plan is worked by since.
    `today` decides who is away: of another day there is another view (`on`).
    """

    id: int
    code: str
    name: str
    revision: int
    plan_id: int | None
    year: int
    loaded_at: datetime | None
    items: Mapping[str, ItemView]
    people: Mapping[int, PersonView]
    units: Mapping[int, str]
    fields: Mapping[str, FieldView]
    calendar: WorkCalendar
    confirming: frozenset[int] = frozenset()
    off: Mapping[str, ItemView] = field(default_factory=dict)
    former: Mapping[int, PersonView] = field(default_factory=dict)
    unit_codes: Mapping[str, str] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()
    handovers: tuple[tuple[int, date], ...] = ()
    earlier: Mapping[int, ItemView] = field(default_factory=dict)
    over: bool = False
    today: date = date.min

    def on(self, today: date) -> WardView:
        """The same ward on a day: who is away then, and who acts."""
        away = away_on(self.absences, today)
        acting: defaultdict[int, set[str]] = defaultdict(set)
        for person_id in away:
            substitute = substitute_of(person_id, away)
            if substitute is not None and person_id in self.people:
                acting[substitute] |= self.people[person_id].roles
        people = {key: replace(one, acting_as=frozenset(acting[key])) for key, one in self.people.items()}
        view = replace(self, today=today, people=people)
        for name in _OF_EVERY_DAY & self.__dict__.keys():
            view.__dict__[name] = self.__dict__[name]
        return view

    def with_absence(self, absence: Absence, today: date) -> WardView:
        """The ward as it will be on a day, with somebody away who is not yet written down as such."""
        return replace(self, absences=(*self.absences, absence)).on(today)

    @cached_property
    def away(self) -> dict[int, Absence]:
        """Who is away today, by person."""
        return away_on(self.absences, self.today)

    @cached_property
    def namesakes(self) -> dict[int, list[PersonView]]:
        """By person, the others who are addressed alike: another "anh Minh"."""
        alike: defaultdict[tuple[str, str], list[PersonView]] = defaultdict(list)
        for one in self.people.values():
            alike[one.address, one.given_name].append(one)
        groups = (ones for ones in alike.values() if len(ones) > 1)
        return {one.id: [other for other in ones if other != one] for ones in groups for one in ones}

    @cached_property
    def catalogue(self) -> Catalogue:
        """The names by which items are found in messages."""
        return _catalogue_of(tuple(self._known(item) for item in self.items.values() if not item.parts))

    @cached_property
    def whole_catalogue(self) -> Catalogue:
        """The same with what is off: a figure for that must not be taken for one of another item."""
        if not self.off:
            return self.catalogue
        every = [*self.items.values(), *self.off.values()]
        return _catalogue_of(tuple(self._known(item) for item in every if not item.parts))

    def index_names(self) -> None:
        """Do now what the next message would have to wait for: a third of a second for a new plan."""
        _ = self.whole_catalogue

    def _known(self, item: ItemView) -> KnownItem:
        known, line = known_item(item), self.line_of(item)
        if line is None:
            return known
        called = share_names((line.short_name, *line.aliases), self.unit_name(item.unit_id) or item.name)
        return replace(known, aliases=(*item.aliases, *called), share_of=line.key)

    @cached_property
    def roster(self) -> Roster:
        """The names by which people and units are found in orders."""
        units = [KnownUnit(*row) for row in self.units.items()]
        return Roster([_known_person(one) for one in self.people.values()], units)

    @cached_property
    def former_roster(self) -> Roster:
        """The names of people who have left."""
        return Roster([_known_person(one) for one in self.former.values()], ())

    @cached_property
    def by_id(self) -> dict[int, ItemView]:
        return {item.id: item for item in self.items.values()}

    @cached_property
    def renamed(self) -> tuple[ItemView, ...]:
        """Tasks that came over and have another code now, since the plan has another item of theirs."""
        return tuple(
            one
            for one in self.items.values()
            if one.carried is not None and one.carried.key != one.key and one.carried.key in self.items
        )

    def in_force(self, item_id: int) -> ItemView | None:
        """The item of the plan, or of last year's while that may still be put right."""
        return self.by_id.get(item_id) or self.earlier.get(item_id)

    def owned(self, person_id: int) -> list[ItemView]:
        """The items that a person answers for, in the plan's order; a compound line through its parts."""
        return [item for item in self.items.values() if item.owner_id == person_id and not item.parts]

    def in_charge_of(self, person_id: int) -> list[ItemView]:
        """The same with the collected indicators that the person answers for, and that units report."""
        return [item for item in self.items.values() if item.owner_id == person_id and item.answered_for]

    def duties(self, person_id: int) -> list[ItemView]:
        """The items whose owner this person is, or for whose owner he or she acts today."""
        return self._duties.get(person_id, [])

    @cached_property
    def _duties(self) -> dict[int, list[ItemView]]:
        return self.duties_by_person()

    def duties_by_person(self, reachable: Collection[int] | None = None) -> dict[int, list[ItemView]]:
        """Who is told and asked today about which items."""
        owners = {item.owner_id for item in self.items.values()}
        acting = {key: self.acting(key, reachable) for key in owners}
        found: defaultdict[int, list[ItemView]] = defaultdict(list)
        for item in self.items.values():
            person = acting[item.owner_id]
            if person is not None and not item.parts:
                found[person.id].append(item)
        return found

    def substitute(
        self, person_id: int | None, reachable: Collection[int] | None = None
    ) -> PersonView | None:
        """Who has a person's rights today: himself, while he is away his substitute; None: nobody named."""
        found = substitute_of(person_id, self.away, reachable) if person_id is not None else None
        return self.people.get(found or 0)

    def acting(self, person_id: int | None, reachable: Collection[int] | None = None) -> PersonView | None:
        """Who is told and asked today in a person's place.

        Where no substitute can be reached: who heads the unit, else the clerk.
        """
        person = self.people.get(person_id or 0)
        if person is None or person.id not in self.away:
            return person
        heads = [one for one in self.with_role("unit_head") if one.unit_id == person.unit_id is not None]
        there = (
            one
            for one in [*heads, *self.with_role("clerk")]
            if one.id not in self.away and (reachable is None or one.id in reachable)
        )
        return self.substitute(person.id, reachable) or next(there, None)

    def with_parts(self, items: Iterable[ItemView]) -> list[ItemView]:
        """The items, each compound line followed by all that is under it; each item once."""
        found: dict[str, ItemView] = {}
        for item in items:
            found[item.key] = item
            found |= {part.key: part for part in self.with_parts(self.items[key] for key in item.parts)}
        return list(found.values())

    def with_role(self, *names: str) -> list[PersonView]:
        """People who have one of these roles."""
        return [person for person in self.people.values() if person.has(*names)]

    def unit_name(self, unit_id: int | None) -> str | None:
        return self.units.get(unit_id) if unit_id is not None else None

    def who(self, person_id: int | None) -> PersonView | None:
        """Who did something, also when he has left since."""
        return self.people.get(person_id or 0) or self.former.get(person_id or 0)

    def line_of(self, item: ItemView) -> ItemView | None:
        """The collected indicator that an item is a unit's share of."""
        return self.items.get(item.parent or "") if item.share_of else None

    def leader_of(self, item: ItemView) -> PersonView | None:
        """The leader in charge: named for the item, else of its field."""
        return self.people.get(self.leader_id_of(item) or 0)

    def leader_id_of(self, item: ItemView) -> int | None:
        heading = self.fields.get(item.field or "")
        return item.leader_id or (heading.leader_id if heading else None)


@dataclass(frozen=True, slots=True)
class FieldView:
    """A heading of the plan."""

    id: int
    code: str
    name: str
    leader_id: int | None
    sort: int
