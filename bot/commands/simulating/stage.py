"""The stage: the real App, its database and clock, the people, and a machine that is off at times."""

from __future__ import annotations

import copy
import heapq
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import select

from bot.app import App
from bot.clock import SetClock
from bot.commands.simulating import leave, posts, recount
from bot.commands.simulating.acts import Act
from bot.commands.simulating.book import Book
from bot.commands.simulating.cast import CHANNELS, Cast
from bot.commands.simulating.database import copied, stored_rows
from bot.commands.simulating.official import Official
from bot.commands.simulating.plan import Plan, Reported
from bot.commands.simulating.platform import ABILITIES, Platform
from bot.commands.simulating.record import Audit, Record, Said
from bot.commands.simulating.town import Town
from bot.commands.simulating.truth import Truth
from bot.commands.status import as_json
from bot.domain.message import Incoming
from bot.domain.workdays import WARD_ZONE
from db import pulse
from db.models import Outbox, Ward
from db.session import Sessions, make_sessions
from db.ward_loading import load
from handlers.situation.overview import overview

MINUTE = timedelta(minutes=1)
BACKUP = time(2)
AUDITED = 0
"""On Mondays the numbers of the day's summary are counted again as well."""


class Stage:
    """Plays from one moment to another; `record` tells all of it."""

    def __init__(self, sessions: Sessions, cast: Cast, town: Town, record: Record, folder: Path) -> None:
        self.sessions, self.cast, self.town, self.record = sessions, cast, town, record
        self.clock = SetClock(record.begins)
        code = cast.ward.code
        self.app = App(
            sessions=sessions,
            offices={code: cast.office},
            accounts=dict.fromkeys(CHANNELS.values(), code),
            abilities=ABILITIES,
            clock=self.clock,
            out=folder,
        )
        self.book = Book(sessions, town, record)
        self.platform = Platform(self.app, sessions, town, record, self.book)
        self._was_on = True
        self._saved: date | None = None

    @classmethod
    def opened(cls, sessions: Sessions, cast: Cast, record: Record, seed: int, folder: Path) -> Stage:
        """A stage at its first moment, everybody with plans of their own."""
        plan = Plan(cast.ward, cast.office)
        officials = {one.code: Official.born(one, seed) for one in cast.ward.people.values()}
        town = Town(officials, Truth(seed), plan, Reported(plan, ()))
        for code, official in officials.items():
            town.plan_for(code, official.habits.first_plans(record.begins, record.ends))
        leaving = {code for _when, _place, code, act in town.agenda if act.kind == "block"}
        for moment, away in leave.planned(cast.ward, record.begins, record.ends, seed):
            officials[away.person].leave = away
            town.plan_for(away.person, [(moment, Act("ask", text=leave.words(away, cast.ward)))])
        town.helpers = [
            one.person
            for code, one in officials.items()
            if one.leave is None and code not in leaving and leave.works(one.person)
        ]
        stage = cls(sessions, cast, town, record, folder)
        stage._plan_post(Random(f"{seed}:post"))  # noqa: S311 - a simulation, not a secret
        return stage

    def _plan_post(self, random: Random) -> None:
        """One post changes hands, for which the clerk asks."""
        town, record = self.town, self.record
        row = [day for day in town.plan.days.row if record.begins.date() < day < record.ends.date()]
        # Who heads a unit would be asked about the post itself.
        helpers = [one for one in town.helpers if not one.has("unit_head")]
        givers = [one for one in helpers if len(town.plan.ward.owned(one.id)) > 1]
        found = posts.planned(givers, helpers, row, record.outages, random)
        clerks = town.plan.ward.with_role("clerk")
        if found is not None and clerks:
            when, town.post, words = found
            town.plan_for(clerks[0].code, [(when, Act("ask", text=words, again=False))])

    def copied(self, path: Path, folder: Path) -> Stage:
        """The same moment once more, on a copy of the database: what happens next happens apart."""
        engine = copied(self.sessions, path)
        plan = self.town.plan
        kept = {id(one): one for one in (plan.ward, plan.office, plan.days, self.town.truth)}
        town = copy.deepcopy(self.town, kept)
        record = self.record.apart()
        twin = Stage(make_sessions(engine), self.cast, town, record, folder)
        twin.clock.set(self.clock.now())
        twin._saved = self._saved
        return twin

    # --- time -------------------------------------------------------------------------------------

    def play(self, until: datetime, *, every_minute: bool = False) -> None:
        """Feel every minute before `until`, or only those in which anything can change."""
        for moment, changed in self._minutes(until) if every_minute else self._moments(until):
            jumped = moment - self.clock.now() > MINUTE
            self.clock.set(moment)
            if self._is_on(moment):
                self._keep_up(moment, jumped=jumped, changed=changed)
                if changed:
                    self._feel(moment)
            else:
                self._was_on = False
            self._act(moment)

    def _minutes(self, until: datetime) -> Iterator[tuple[datetime, bool]]:
        moment = self.clock.now() + MINUTE
        while moment < until:
            yield moment, True
            moment += MINUTE

    def _moments(self, until: datetime) -> Iterator[tuple[datetime, bool]]:
        """The minutes at which a rule, a person or the machine can make a difference, and whether one has
        when the clock ticks: what somebody does in a minute is felt in the next.
        """
        moment = self.clock.now()
        while True:
            ahead = [self._next_hour(moment)]
            if self.town.acted is not None and self.town.acted >= moment:
                ahead.append(moment + MINUTE)
            ahead += [end for _start, end in self.record.outages if end > moment]
            felt = min(ahead)
            acts = max(self.town.agenda[0][0], moment + MINUTE) if self.town.agenda else felt
            moment = min(felt, acts)
            if moment >= until:
                return
            yield moment, moment == felt

    def _next_hour(self, moment: datetime) -> datetime:
        rules = self.cast.office.rules
        hours = {time(0), rules.digest_at, rules.due_day_at, rules.week_summary[1]}
        hours |= {start for start, _end in rules.windows_on(moment.date())}
        today = [datetime.combine(moment.date(), hour, WARD_ZONE) for hour in sorted(hours)]
        tomorrow = datetime.combine(moment.date() + timedelta(days=1), time(0), WARD_ZONE)
        return next((one for one in today if one > moment), tomorrow)

    def _is_on(self, moment: datetime) -> bool:
        return not any(start <= moment < end for start, end in self.record.outages)

    def _feel(self, moment: datetime) -> None:
        if self.app.tick() or self.platform.keeps:
            for sent in self.platform.deliver(moment, None):
                if sent.key.startswith("day:") and moment.weekday() == AUDITED:
                    self._audit(moment, sent.chat, sent.text)
        if not self._was_on:
            self._was_on = True
            self._catch_up(moment)

    def _keep_up(self, moment: datetime, *, jumped: bool, changed: bool) -> None:
        """What happens beside: ticks in the minutes jumped over, which owed nothing; a backup every night."""
        self.record.ticks.append(moment)
        if not changed:
            self.app.ticks.beat(moment)
        elif self._was_on and jumped:
            self.app.ticks.beat(moment - MINUTE)
        if self._saved != moment.date() and moment.time() >= BACKUP:
            with self.sessions.begin() as session:
                pulse.beat(session, "backup", moment)
            self._saved = moment.date()

    # --- people -----------------------------------------------------------------------------------

    def _act(self, moment: datetime) -> None:
        town = self.town
        while town.agenda and town.agenda[0][0] <= moment:
            _when, _place, code, act = heapq.heappop(town.agenda)
            town.acted = moment
            self._do(code, act, moment)

    def _do(self, code: str, act: Act, moment: datetime) -> None:
        official = self.town.officials[code]
        if act.kind == "block":
            self.town.blocked.add(code)
        if act.kind == "return":
            self.town.blocked.discard(code)
        if code in self.town.blocked:
            self.town.plan_for(code, official.habits.after(act, moment))
            return
        for message in official.messages(act, moment, self.town.around):
            self._say(code, message, moment)
        self.town.plan_for(code, official.habits.after(act, moment))

    def _say(self, code: str, act: Act, moment: datetime) -> None:
        self.town.count += 1
        key = f"u{self.town.count}"
        address = self.cast.addresses[code]
        pressed = act.kind == "answer" and ABILITIES[address.channel].buttons
        edits = self._edited(code, act)
        said = Said(key, moment, code, act.text, act.about, edit=edits is not None)
        message = Incoming(
            key=key,
            address=address,
            sender=code,
            sent_at=moment,
            text="" if pressed else act.text,
            message_id=edits or key,
            reply_to=self._platform_id(act.reply_to),
            choice=act.text if pressed else None,
            edit=edits is not None,
        )
        if self._is_on(moment):
            self._handle(said, message, moment)
        else:
            self.town.held.append((said, message))

    def _edited(self, code: str, act: Act) -> str | None:
        """The number of the person's message that an edit replaces; where none can be edited: a new one."""
        if act.kind != "edit" or not ABILITIES[self.cast.addresses[code].channel].edit:
            return None
        item = act.about[0].item
        for said in reversed(self.record.said):
            if said.person == code and len(said.about) == 1 and said.about[0].item == item:
                return said.key if said.text == said.about[0].text and not said.edit else None
        return None

    def _platform_id(self, key: str | None) -> str | None:
        if key is None:
            return None
        with self.sessions() as session:
            return session.scalars(select(Outbox.platform_id).where(Outbox.key == key)).first()

    def _catch_up(self, moment: datetime) -> None:
        """The machine is back: what people wrote meanwhile comes in, in order."""
        for said, message in self.town.held:
            self._handle(said, message, moment)
        self.town.held.clear()

    def _handle(self, said: Said, message: Incoming, moment: datetime) -> None:
        new = self.app.accept(message.address.account, [message])
        said = replace(said, heard=moment)
        self.record.said.append(said)
        self.book.said[said.key] = said
        if self.record.reach and not self.platform.reachable(said.person):
            self.record.reach.append((moment, said.person, True))
        for one in new:
            self.app.receive(one)
        self.town.acted = moment
        sent = self.platform.deliver(moment, said)
        if said.text in {"tinh hinh", "/tinhhinh", "tình hình"} and sent:
            self._audit(moment, said.person, sent[0].text)

    def _audit(self, moment: datetime, code: str, text: str) -> None:
        """Compare what the chair was told, `status` and the ledger."""
        if not self.town.officials[code].person.has("chair"):
            return
        with self.sessions() as session:
            row = session.scalars(select(Ward)).one()
            office = self.cast.office
            ward = load(session, row.id, moment.date(), office.calendar, office.rules.closed)
            status = as_json(overview(session, moment, office, ward), ward)
        counted = {kind: dict(status[kind]) for kind in ("indicators", "tasks")}
        again = recount.count(self.town.plan, self.town.reported, moment + timedelta(seconds=1))
        self.record.audits.append(Audit(moment, text, counted, again))

    # --- the end ----------------------------------------------------------------------------------

    def close(self) -> None:
        """Read what the database holds now into the record."""
        self.record.requests = self.town.plan.dealings.requests
        keys = {item.id: item.key for item in self.record.ward.items.values()}
        with self.sessions() as session:
            self.record.rows = stored_rows(session, keys)
