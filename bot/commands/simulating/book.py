"""What people hear goes into the books of the simulation: the ledger, requests, orders, posts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from bot.commands.simulating import closed, leading, posts
from bot.commands.simulating.dealing import Matter
from bot.commands.simulating.official import Official
from bot.commands.simulating.plan import newest
from bot.commands.simulating.record import Entry, Given, Meaning, Record, Sent, Switch, Utterance
from bot.commands.simulating.town import Town
from db.session import Sessions
from db.ward_loading import load

MINUTE = timedelta(minutes=1)
SWITCHED = re.compile(r"^Đã (bật: từ ngày làm việc tới|tắt tóm tắt hằng ngày)")
"""How an answer begins that switches the day's summary on or off."""


class Book:
    """Lets people hear what the program says, and writes down what they take from it."""

    def __init__(self, sessions: Sessions, town: Town, record: Record) -> None:
        self.sessions, self.town, self.record = sessions, town, record
        self.said = {said.key: said for said in record.said}

    def hear(self, sent: Sent, moment: datetime) -> None:
        official = self.town.officials[sent.chat]
        if sent.answers is None:
            self.town.plan_for(sent.chat, official.hears_reminder(moment, sent))
            return
        about = self.said[sent.answers].about
        self.record.leaves += official.taken(sent, moment)
        recorded, plans = official.hears_answer(moment, sent, about, self.town.around)
        for one, meaning in recorded:
            self._note(one, meaning, moment, sent)
        if (given := official.desk.has_given(moment, sent)) is not None:
            self._give(given)
        self._hand_over(sent)
        if (wants := SWITCHED.match(sent.text)) is not None:
            self.record.switched.append(Switch(sent.chat, wants[1].startswith("bật"), moment))
        self._closed(official, sent, moment)
        self.record.echoes += official.echoes
        self.record.given_up += official.given_up
        official.echoes, official.given_up = [], []
        self.town.plan_for(sent.chat, plans)

    def _hand_over(self, sent: Sent) -> None:
        """What an answer tells of the post that changes hands: what is handed over, and that both agree."""
        town = self.town
        if town.post is None or town.posts:
            return
        if posts.ASKED.match(sent.text):
            owner = next(one.id for one in town.plan.ward.people.values() if one.code == town.post.giver)
            owned = town.plan.ward.owned(owner)
            told = {item.key: town.reported.before(item.key, sent.at) for item in owned}
            done = {key for key, entries in told.items() if entries and entries[-1].meaning.state == "done"}
            town.post = replace(town.post, items=frozenset(told.keys() - done))
        if sent.text.startswith(posts.AGREED):
            town.posts.append(town.post)
            self.record.posts.append(town.post)

    def _closed(self, official: Official, sent: Sent, moment: datetime) -> None:
        """A figure for a closed period is put before the clerk; recorded when the clerk agrees."""
        plan, said = self.town.plan, self.said[sent.answers or ""]
        if official.forgotten in said.about and closed.PUT.match(sent.text):
            one, ends = said.about[0], f"-{int(said.about[0].text.split()[2]):02}"
            asked = plan.schedule(plan.ward.items[one.item])
            period = next(row.period for row in asked if row.period.key.endswith(ends))
            plan.dealings.ask(Matter("late", one.item, period.key), moment, said.at.date(), said.person)
            kept = Entry(moment, one.item, period.key, period.end, one.meant, said.key, said.at, decided=True)
            self.town.late[one.item] = kept
            official.forgotten = None
        for line in sent.text.splitlines():
            found = leading.decided_in(line)
            if found is not None and found[0] == "recorded" and found[1] in self.town.late:
                entry = replace(self.town.late.pop(found[1]), at=moment)
                self.record.ledger.append(entry)
                self.town.reported.add(entry)

    def _give(self, given: Given) -> None:
        """A leader's order has become a task: it is in the plan from now on, as he meant it."""
        plan, record = self.town.plan, self.record
        with self.sessions() as session:
            day, rules = given.at.date(), plan.office.rules
            plan.ward = record.ward = load(session, plan.ward.id, day, plan.office.calendar, rules.closed)
        plan.born[given.key] = given.at
        record.given.append(given)
        item = plan.ward.items[given.key]
        if (record.owner(item.key, given.due), item.due_on) != (given.owner, given.due):
            record.echoes.append(f"{given.at:%d/%m %H:%M} {given.giver}: {item.key} khác lời giao")

    def _note(self, one: Utterance, meaning: Meaning, moment: datetime, sent: Sent) -> None:
        """A line of the ledger, in the period that the official has in mind."""
        said = sent.answers or ""
        trouble = one.item, one.text.partition(" ")[2]
        if meaning.state == "obstacle" and trouble in self.town.troubles:
            return  # said again in the same words: it is known already
        if meaning.state == "obstacle":
            self.town.troubles.add(trouble)
        if meaning.state == "done":
            self.town.troubles = {other for other in self.town.troubles if other[0] != one.item}
        item = self.town.plan.ward.items[one.item]
        entries = self.town.reported.before(item.key, moment + MINUTE)
        if entries and (one.text.startswith("sửa ") or self.said[said].edit):
            last = newest(entries)
            period, as_of = last.period, last.as_of
        else:
            asked = self.town.plan.period_meant(item, moment.date(), reported=False)
            again = any(entry.period == asked.key for entry in entries)
            found = self.town.plan.period_meant(item, moment.date(), reported=again)
            period, as_of = found.key, min(found.end, moment.date())
        if meaning.state == "none_arose" and entries and self._grows(one.item):
            meaning = replace(meaning, value=newest(entries).meaning.value)
        if meaning.state == "done" and item.due_on is not None:
            self.town.plan.dealings.ask(Matter("completion", item.key), moment)
            if "xác nhận" not in sent.text:
                self.record.echoes.append(f"{moment:%d/%m %H:%M} {item.key} không chờ xác nhận: {sent.text}")
        entry = Entry(moment, one.item, period, as_of, meaning, said, self.said[said].at)
        self.record.ledger.append(entry)
        self.town.reported.add(entry)

    def _grows(self, key: str) -> bool:
        target = self.town.plan.ward.items[key].target
        return target is not None and target.evaluation.startswith("cumulative")
