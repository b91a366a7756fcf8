"""What people of the simulated year do unasked: look things up, give orders, remember, block, come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.commands.simulating.acts import Act, Plans
from db.ward_view import PersonView

NIGHT = 0.08
"""Share of messages that are written outside working hours."""
DAILY, ENOUGH = 0.7, 0.3
"""Share of the leaders who switch the day's summary on, and of these who switch it off again."""
ORDERS, LATE = 40, 150
"""About so many days lie between two orders of a leader, between two figures that somebody had forgotten."""
CHATTER = ("rõ", "vâng", "cảm ơn", "ok a", "em xin phép gửi sau", "đã nhận", "alo", "hôm nay họp ở đâu nhỉ")
QUESTIONS = ("viec", "/viec", "còn việc gì nữa", "tro giup", "/sua", "{name} được bao nhiêu rồi?")
LEADING = ("tinh hinh", "/tinhhinh", "tình hình")
CLERKING = ("chua bao cao", "/chuabaocao", "don doc tat ca", "tong hop tuan", "/tonghop", "nguoi", "ke hoach")


@dataclass
class Habits:
    """What one person does of himself, and when; `random` is the person's own."""

    person: PersonView
    random: Random

    def first_plans(self, begins: datetime, ends: datetime) -> Plans:
        """What this person is going to do without being asked."""
        plans: Plans = [(self._later_day(begins, 20), self._curious())]
        if self.person.has("chair", "leader"):
            plans.append((self._later_day(begins, ORDERS), Act("order")))
            plans += self._daily(begins)
        if not self.person.has("clerk"):  # what she changes in a closed period waits for nobody's decision
            plans.append((self._later_day(begins, LATE), Act("late")))
        if not self.person.has("chair", "leader", "clerk") and self.random.random() < 0.06:
            start = begins + timedelta(days=self.random.uniform(5, max(6, (ends - begins).days * 0.8)))
            away = timedelta(days=self.random.randint(2, 25))
            plans += [(start, Act("block")), (start + away, Act("return"))]
        return plans

    def _daily(self, begins: datetime) -> Plans:
        """Some want the day's summary from some day on; of these some have enough of it."""
        plans: Plans = []
        if self.random.random() < DAILY:
            day = self._later_day(begins, 10)
            plans.append((day, Act("ask", text="/tomtat bật", again=False)))
            if self.random.random() < ENOUGH:
                plans.append((self._later_day(day, 60), Act("ask", text="tom tat tat", again=False)))
        return plans

    def _curious(self) -> Act:
        words: Sequence[str] = QUESTIONS
        if self.person.has("chair", "leader"):
            words = LEADING
        elif self.person.has("clerk"):
            words = CLERKING
        elif self.random.random() < 0.3:
            words = CHATTER
        return Act("ask", text=self.random.choice(words))

    def _later_day(self, now: datetime, days: float) -> datetime:
        """Some day around `days` from now, mostly in working hours."""
        day = now + timedelta(days=self.random.uniform(0.3, 2) * days)
        if self.random.random() < NIGHT:
            return day.replace(hour=self.random.choice((5, 12, 20, 22)), minute=self.random.randint(0, 59))
        return day.replace(hour=self.random.choice((8, 9, 10, 14, 15)), minute=self.random.randint(0, 59))

    def after(self, act: Act, now: datetime) -> Plans:
        """What an act leads to whatever is answered: another of its kind some day."""
        if act.kind == "late":
            return [(self._later_day(now, LATE), Act("late"))]
        if act.kind == "order":
            return [(self._later_day(now, ORDERS), Act("order"))]
        if act.kind != "ask" or not act.again:
            return []
        often = 4 if self.person.has("chair") else 9 if self.person.has("leader", "clerk") else 45
        return [(self._later_day(now, often), self._curious())]
