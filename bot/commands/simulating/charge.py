"""Who could be reached, who was in charge of what, and who decided on what, at each moment of the year."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from bot.commands.simulating.dealing import Request
from bot.commands.simulating.leave import Away, acting, substitute
from bot.commands.simulating.plan import Plan
from bot.commands.simulating.record import Record
from db.item_view import ItemView


class Reach:
    """Who could be reached when."""

    def __init__(self, record: Record) -> None:
        self._changes: defaultdict[str, list[tuple[datetime, bool]]] = defaultdict(list)
        for moment, code, reachable in record.reach:
            self._changes[code].append((moment, reachable))

    def at(self, code: str, moment: datetime) -> bool:
        changes = [reachable for at, reachable in self._changes[code] if at < moment]
        return changes[-1] if changes else True


class Charge:
    """Who is reminded of which items at a moment: their owners, or who acts while these are away."""

    def __init__(self, record: Record, reach: Reach) -> None:
        self._record, self._reach = record, reach
        self._told: set[Away] = set()
        self._by_day: dict[date, dict[str, list[ItemView]]] = {}

    def _owned(self, day: date) -> dict[str, list[ItemView]]:
        """The items by the code of who answers for them; anew on the days on which posts change hands."""
        since = max((one.day for one in self._record.posts if one.day <= day), default=date.min)
        if since not in self._by_day:
            found: dict[str, list[ItemView]] = {code: [] for code in self._record.codes.values()}
            for item in self._record.ward.items.values():
                owner = self._record.owner(item.key, since)
                if owner is not None and not item.parts:
                    found[owner].append(item)
            self._by_day[since] = found
        return self._by_day[since]

    def at(self, tick: datetime) -> dict[str, list[ItemView]]:
        """The items by the code of who is reminded of them."""
        record = self._record
        if not any(one.covers(tick) for one in record.leaves):
            return self._owned(tick.date())
        found: dict[str, list[ItemView]] = {code: [] for code in record.codes.values()}
        for code, items in self._owned(tick.date()).items():
            who = acting(code, tick, record.leaves, record.ward, lambda one: self._reach.at(one, tick))
            if who is not None:
                found[who] += items
        return found

    def owner(self, item: ItemView, tick: datetime) -> str | None:
        """Who is reminded of an item, as far as somebody is there for it."""
        code = self._record.owner(item.key, tick.date())
        if code is None:
            return None
        return acting(
            code, tick, self._record.leaves, self._record.ward, lambda one: self._reach.at(one, tick)
        )

    def heads(self, item: ItemView, tick: datetime) -> list[str]:
        """Who heads the unit that carries an item out, or has the rights of who does."""
        record = self._record
        owner = record.owner(item.key, tick.date())
        homes = {one.code: one.unit_id for one in record.ward.people.values()}
        unit = item.unit_id or homes.get(owner or "")
        heads = [
            one for one in record.ward.with_role("unit_head") if unit is not None and one.unit_id == unit
        ]
        acting_for = (substitute(one.code, tick, record.leaves) for one in heads)
        return list(dict.fromkeys(one for one in acting_for if one is not None))

    def leader(self, item: ItemView) -> list[str]:
        """The leader in charge: of the item, else of its field, else the chair."""
        record = self._record
        heading = record.ward.fields.get(item.field or "")
        leader = item.leader_id or (heading.leader_id if heading else None)
        return [record.codes[leader]] if leader in record.codes else self.chairs[:1]

    @property
    def chairs(self) -> list[str]:
        return [one.code for one in self._record.ward.with_role("chair")]

    def back(self, code: str, tick: datetime) -> bool:
        """True on the first morning after a leave, once: what happened meanwhile is told then."""
        mine = [one for one in self._record.leaves if one.person == code and one.since < tick]
        over = [one for one in mine if one.last < tick.date() and one not in self._told]
        self._told |= set(over)
        return bool(over)


class Deciding:
    """For whose decision something has waited since before the ladder told of it: each morning says so."""

    def __init__(self, record: Record, plan: Plan, reach: Reach) -> None:
        self._record, self._plan, self._reach = record, plan, reach
        self._deciders: dict[str, list[str]] = {}

    def at(self, tick: datetime) -> set[str]:
        """The codes of those who can be reached and are the first to decide on something."""
        today, soon = tick.date(), self._record.rules.decision_days
        waiting = [
            one
            for one in self._plan.dealings.waiting(tick)
            if self._plan.days.between(one.since, today) > soon
        ]
        told = (
            next((who for who in self.deciders(one) if self._reach.at(who, tick)), None) for one in waiting
        )
        return {who for who in told if who is not None}

    def deciders(self, request: Request) -> list[str]:
        """Of a figure for a closed period the clerk, but not on the own one; of all else who leads."""
        if request.matter.kind != "late":
            return self._of(request.matter.item)
        clerks = [one.code for one in self._record.ward.with_role("clerk")]
        return [one for one in clerks if one != request.by] or clerks

    def _of(self, key: str) -> list[str]:
        """Who decides on an item: who leads it or its field, then the chair; nobody on the own work."""
        if key not in self._deciders:
            ward, codes = self._record.ward, self._record.codes
            item = ward.items[key]
            heading = ward.fields.get(item.field or "")
            leader = item.leader_id or (heading.leader_id if heading else None)
            chairs = [one.code for one in ward.with_role("chair")]
            found = list(dict.fromkeys([*([codes[leader]] if leader in codes else []), *chairs]))
            owner = codes.get(item.owner_id or 0)
            self._deciders[key] = [one for one in found if one != owner] or found
        return self._deciders[key]
