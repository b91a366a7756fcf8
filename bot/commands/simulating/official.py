"""An invented official: answers, forgets, mistypes, reports late, corrects, asks, blocks, writes at night."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from bot.commands.simulating import closed, leading, wording
from bot.commands.simulating.acts import Act, Plans
from bot.commands.simulating.dealing import Matter
from bot.commands.simulating.habits import NIGHT, Habits
from bot.commands.simulating.leading import ASKED, Desk
from bot.commands.simulating.leave import ASKS_WHO, FORETOLD, NOBODY, Away
from bot.commands.simulating.listening import AGAIN, choices_of, fitting_choice, receipts, shows, spoken_of
from bot.commands.simulating.plan import newest
from bot.commands.simulating.posts import LETTER
from bot.commands.simulating.record import Meaning, Sent, Utterance
from bot.commands.simulating.surroundings import Surroundings
from db.ward_view import PersonView

TRIES = 3
"""How often somebody types the same thing anew before giving up until the next reminder."""
OBSTACLES, BARE, JOINED, EDITS, EXTENDS = 0.02, 0.15, 0.6, 0.4, 0.03
PRESSES = 0.5
"""Share of those told of something overdue who press its owner."""


@dataclass
class Official:
    """One person with the own habits. `pending` are lines that were said and not yet settled, by item,
    `asked` those of the last question.
    """

    person: PersonView
    random: Random
    diligence: float
    pace: float
    pending: dict[str, Utterance] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)
    echoes: list[str] = field(default_factory=list)
    given_up: list[Utterance] = field(default_factory=list)
    leave: Away | None = None
    forgotten: Utterance | None = None
    asked: tuple[Utterance, ...] = ()
    wanted: dict[str, tuple[Matter, date]] = field(default_factory=dict)
    desk: Desk = field(init=False)
    habits: Habits = field(init=False)

    def __post_init__(self) -> None:
        self.desk = Desk(self.person.code, self.random)
        self.habits = Habits(self.person, self.random)

    @classmethod
    def born(cls, person: PersonView, seed: int) -> Official:
        """Somebody with habits that follow from the seed and the name."""
        random = Random(f"{seed}:{person.code}")  # noqa: S311 - a simulation, not a secret
        return cls(person, random, random.uniform(0.6, 0.97), random.uniform(20, 240))

    # --- acting -----------------------------------------------------------------------------------

    def messages(self, act: Act, now: datetime, around: Surroundings) -> Iterator[Act]:
        """The messages that an act comes to, as acts with a text (after it: `Habits.after`)."""
        if act.kind == "report":
            yield from self._report(act, now, around)
        elif act.kind == "ask" and "{name}" in act.text:
            owned = around.plan.ward.owned(self.person.id)
            if owned:
                yield replace(act, text=act.text.format(name=self.random.choice(owned).short_name))
        elif act.kind in {"decide", "order"}:
            given = [around.plan.ward.items[key].name for key in around.plan.born]
            days = around.plan.days.next(now.date(), 12)[3:]
            yield from self.desk.says(act, days, around.helpers, given)
        elif act.kind == "late":
            keys = [item.key for item in around.plan.ward.owned(self.person.id)]
            kept = [key for key in keys if not around.gives_away(self.person.code, key, now)]
            one = closed.forgotten(around.plan, around.reported, kept, now, self.random)
            if one is not None:
                self.forgotten = one
                yield Act("say", text=one.text, about=(one,))
        elif act.kind == "return":
            yield Act("ask", text="viec")
        elif act.kind == "answer" and act.about and act.about != self.asked:
            self._gives_up(act.about)  # another question came first: this one was left behind
        elif act.kind != "block":
            yield act

    def _gives_up(self, said: Sequence[Utterance]) -> None:
        for one in said:
            self.pending.pop(one.item, None)
            self.tries.pop(one.item, None)
        self.given_up += said

    def _report(self, act: Act, now: datetime, around: Surroundings) -> Iterator[Act]:
        late = [key for key in act.items if self.random.random() < EXTENDS]
        for key in late:
            yield from self._more_time(key, now, around)
        said = [
            one for key in act.items if key not in late and (one := self._line(key, now, around)) is not None
        ]
        self.pending |= {one.item: one for one in said}
        if len(said) == 1 and act.reply_to and self.random.random() < BARE and self._may_be_bare(said[0]):
            name, _, value = said[0].text.partition(" ")
            del name
            yield Act("say", text=value, about=tuple(said), reply_to=act.reply_to)
        elif said and self.random.random() < JOINED:
            yield Act("say", text="\n".join(one.text for one in said), about=tuple(said))
        else:
            for one in said:
                yield Act("say", text=one.text, about=(one,))

    def _more_time(self, key: str, now: datetime, around: Surroundings) -> Iterator[Act]:
        """Ask for some working days more, before the day is over, where nothing of the kind waits."""
        item = around.plan.ward.items[key]
        owed = around.plan.due(item, now)
        if around.gives_away(self.person.code, key, now):
            return
        if item.owner_id != self.person.id and self.person.has("chair", "leader"):
            return  # he would not ask for a day but set it
        if owed is None or owed[1] < now or item.share_of or item.frequency == "week":
            return
        matter = Matter("extension", key, owed[0])
        if around.reported.has(item, owed[0], now) or around.plan.dealings.open(matter):
            return
        day = self.random.choice(around.plan.days.next(owed[1].date(), 5))
        self.wanted[key] = matter, day
        words = self.random.choice((f"xin gia hạn {key} đến", f"/giahan {key} đến", f"{key} xin gia hạn đến"))
        yield Act("say", text=f"{words} {day:%d/%m/%Y} vì {self.random.choice(leading.REASONS)}")

    def _may_be_bare(self, said: Utterance) -> bool:
        """A reply may leave the name out, which is then the item's code."""
        return said.text.startswith(said.item + " ")

    def _line(self, key: str, now: datetime, around: Surroundings) -> Utterance | None:
        item = around.plan.ward.items[key]
        owed = around.plan.due(item, now)
        if owed is None or around.reported.has(item, owed[0], now) or key in self.pending:
            return None
        if around.gives_away(self.person.code, key, now):
            return None
        if self.random.random() < OBSTACLES:
            meant = Meaning("obstacle")
            return Utterance(key, meant, f"{item.key} {self.random.choice(wording.STATES['obstacle'])}")
        period = around.plan.period_meant(item, now.date(), reported=False)
        meant = around.truth.of(item, min(period.end, now.date()))
        stone = around.reported.next_stone(item, now)
        if meant.state != "done" and stone is not None and around.truth.reached(item, stone, now.date()):
            meant = Meaning("in_progress", stone=stone.name)
        return wording.utterance(item, meant, self._last(key, now, around), self.random)

    def _last(self, key: str, now: datetime, around: Surroundings) -> Decimal | None:
        entries = around.reported.before(key, now)
        return newest(entries).meaning.value if entries else None

    # --- listening --------------------------------------------------------------------------------

    def hears_reminder(self, now: datetime, sent: Sent) -> Plans:
        """A list of what is due has come: answer some time today, or forget about it."""
        plans = self.desk.hears(now, sent)
        if leading.letter_in(sent):
            return plans
        if sent.text.startswith(LETTER):
            when = now + timedelta(minutes=self.random.randint(2, 90))
            agreed = next((data for _label, data in sent.choices), None)
            act = Act("answer", text=agreed) if agreed else Act("say", text="bàn giao đồng ý")
            return [(when, act)]
        if arrived := leading.ARRIVED.match(sent.text):
            said = self.random.choice((f"đã nhận {arrived[1]}", f"da nhan {arrived[1]}"))
            return [(now + timedelta(minutes=self.random.randint(2, 90)), Act("ask", text=said, again=False))]
        if sent.key.startswith("escalation:"):
            return [*plans, *self._press(now, sent)]
        if not sent.items or sent.text.startswith(FORETOLD) or self.random.random() > self.diligence:
            return plans
        wait = 2 + self.random.expovariate(1 / self.pace)
        when = now + timedelta(minutes=wait)
        if self.random.random() < NIGHT:
            when = now.replace(
                hour=self.random.choice((19, 20, 21, 22, 23)), minute=self.random.randint(0, 59)
            )
        half = len(sent.items) > 3 and self.random.random() < 0.3
        items = sent.items[: len(sent.items) // 2] if half else sent.items
        return [*plans, (max(when, now + timedelta(minutes=2)), Act("report", items, reply_to=sent.key))]

    def _press(self, now: datetime, sent: Sent) -> Plans:
        """Who is told of something overdue has its owner pressed, or thinks his own part."""
        press = next((data for _label, data in sent.choices if data.startswith("/dondoc")), None)
        if press is None or self.random.random() > PRESSES:
            return []
        return [(now + timedelta(minutes=self.random.randint(2, 90)), Act("ask", text=press, again=False))]

    def taken(self, sent: Sent, now: datetime) -> list[Away]:
        """The own leave, when an answer says that it was recorded, with the substitute that it names."""
        first, _, _rest = sent.text.partition("\n")
        if self.leave is None or not (first.startswith("Đã ghi: ") and " nghỉ " in first):
            return []
        alone = NOBODY.lower() in first.lower()
        return [replace(self.leave, since=now, substitute=None if alone else self.leave.substitute)]

    def hears_answer(
        self, now: datetime, sent: Sent, about: Sequence[Utterance], around: Surroundings
    ) -> tuple[list[tuple[Utterance, Meaning]], Plans]:
        """What an answer says was recorded, and what this person does next about the rest."""
        recorded: list[tuple[Utterance, Meaning]] = []
        plans = self.desk.is_told(now, sent, around.plan.dealings, self.echoes)
        self._asked(now, sent, around)
        for line in receipts(sent.text):
            one = spoken_of(line, about, around.plan.ward)
            if one is None:
                self.echoes.append(f"{now:%d/%m %H:%M} {self.person.code}: {line}")
                continue
            self.pending.pop(one.item, None)
            self.tries.pop(one.item, None)
            meaning = self._heard(line, one, now)
            if not line.startswith(AGAIN):
                recorded.append((one, meaning))
            if meaning != one.meant:
                plans += self._mend(one, now, around)
        if not about and ASKS_WHO in sent.text:
            data = next(data for label, data in choices_of(sent) if label == NOBODY)
            plans.append((now + timedelta(minutes=2), Act("answer", text=data)))
        waiting = [one for one in about if one.item in self.pending]
        if waiting:
            plans += self._go_on(now, sent, waiting, around)
        return recorded, plans

    def _asked(self, now: datetime, sent: Sent, around: Surroundings) -> None:
        """More time was put before who decides, until the day that was meant."""
        if (found := ASKED.match(sent.text)) is None or found[1] not in self.wanted:
            return
        matter, day = self.wanted.pop(found[1])
        around.plan.dealings.ask(matter, now)
        if not leading.says_day(sent.text, day):
            self.echoes.append(f"{now:%d/%m %H:%M} {self.person.code}: {sent.text}")

    def _heard(self, line: str, one: Utterance, now: datetime) -> Meaning:
        if one.typed is not None and shows(line, one.typed):
            return one.typed
        if not shows(line, one.meant):
            self.echoes.append(f"{now:%d/%m %H:%M} {self.person.code}, {one.text!r}: {line}")
        return one.meant

    def _mend(self, one: Utterance, now: datetime, around: Surroundings) -> Plans:
        """The receipt shows what was not meant: send it again with "sửa", or edit the message."""
        item = around.plan.ward.items[one.item]
        when = now + timedelta(minutes=self.random.randint(1, 6))
        if self.random.random() < EDITS:
            right = wording.utterance(item, one.meant, None, self.random, plain=True)
            return [(when, Act("edit", text=right.text, about=(right,)))]
        right = wording.correction(item, one.meant, self.random)
        return [(when, Act("say", text=right.text, about=(right,)))]

    def _go_on(self, now: datetime, sent: Sent, waiting: Sequence[Utterance], around: Surroundings) -> Plans:
        """Answer the question, or type the first line again as clearly as possible."""
        when = now + timedelta(minutes=self.random.randint(1, 4))
        choices = choices_of(sent)
        if choices:
            fit = fitting_choice(sent, choices, waiting, around.plan.ward)
            data = fit[0] if fit else choices[-1][1]
            self.asked = tuple(waiting)
            return [(when, Act("answer", text=data, about=tuple(waiting)))]
        one = waiting[0]
        self.tries[one.item] = self.tries.get(one.item, 0) + 1
        if self.tries[one.item] > TRIES:
            self._gives_up(waiting)
            return []
        again = wording.utterance(around.plan.ward.items[one.item], one.meant, None, self.random, plain=True)
        self.pending[one.item] = again
        rest = [other for other in waiting if other.item != one.item]
        return [(when, Act("say", text=again.text, about=(again, *rest)))]
