"""Plays dialogues written as the chat itself, through the real App and a real database.

    # What the dialogue shows.
    @ người: Minh, Hùng            who is linked (nobody else hears anything); "tất cả" for everybody
    @ nút bấm                      the channel has buttons
    @ nhóm                         the ward's group is linked
    @ tổ dân phố                   the plan has indicators that six tổ dân phố report together
    @ kế hoạch: cac-dang-so-giao   another plan, with its people: tests/plans/cac-dang-so-giao.yaml
    @ nhiệm vụ đủ                  a task has product, basis, milestones; another one comes back every week
    @ kế hoạch năm sau             the plan of the next year is there as well, the same (or: NAME, another)
    @ chuyển hết                   everything open is to go over when the year turns
    @ việc năm trước               a task of last year's plan came over; another one was done
    @ chưa có quyết định           security and defence are off
    @ mã mời: Tuấn, nhóm           invitation codes, said as {mã Tuấn}; "@ mã hết hạn: Sơn": one that is over
    [16/11/2026 07:30]             the clock moves there, minute by minute ticks on the way are felt
    [có nút bấm]                   from here on the channel has buttons
    [tắt máy đến 16/11/2026 07:30] the clock moves there, and nothing was felt on the way
    Minh < text                    what the bot says; further lines are indented; … stands for anything
    Minh > text                    what a person says
    Minh > [trả lời] text          … as a reply to the bot's last message to him
    Minh > [sửa tin] text          … as an edit of his own last message
    Minh > [bấm] label             … by pressing the button that begins so
    Minh > [ảnh] text              … under a photo
    Minh > [ảnh mất] text          … under a photo that the platform does not give any more
    Minh > [tệp bien-ban.pdf] text … under a file of this name
    Lạ > text                      somebody who is not linked
    Nhóm > text                    said in the ward's group (linked by "@ nhóm")

Everything the bot says must stand in the dialogue: silence is checked. `python -m tests.driver FILE`
prints what really happens, to be read by a person before it becomes the test.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot import filing
from bot.app import App
from bot.channels import Ability
from bot.clock import SetClock
from bot.commands.sample_ward import (
    ACCOUNT,
    FILES,
    TASKS_TOO,
    UNITS_TOO,
    WARD,
    link_people,
    sample_office,
)
from bot.domain.message import Address, Contact, Incoming, SentFile
from bot.domain.workdays import WARD_ZONE
from bot.logs import configure
from db import people, sending
from db.invitations import invite
from db.models import Chat, Outbox, Person, Ward
from db.outbox import LETTER
from db.session import Sessions
from tests.last_year import other_years
from tests.wards import fill

BEFORE = timedelta(hours=12)
"""How long before a dialogue's first moment the plan is loaded and people are linked."""
CHANNEL = "sample"
LOST = "lost"
_MOMENT = re.compile(r"\[((?:tắt máy đến )?\d{2}/\d{2}/\d{4} \d{2}:\d{2}|có nút bấm)\]")
_SPOKEN = re.compile(r"(\w+) ([<>]) ?(.*)")
_ACT = re.compile(
    r"\[(trả lời|sửa tin|bấm|ảnh|ảnh mất|tệp [^\]]+|số của tôi|số của người khác)\] ?(.*)", re.DOTALL
)


@dataclass
class Line:
    """One line of a dialogue: a moment, or something said by (">") or to ("<") somebody."""

    number: int
    who: str
    arrow: str
    text: str


@dataclass
class Dialogue:
    """A dialogue as it was written."""

    directives: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    @property
    def begins(self) -> datetime:
        """Its first moment."""
        return _moment(next(line.text for line in self.lines if not line.arrow))


def parse(text: str) -> Dialogue:
    """Read a dialogue. ValueError names a line that is not one."""
    found = Dialogue()
    for number, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip() or raw.startswith("#"):
            continue
        if raw.startswith("@"):
            name, _, value = raw[1:].partition(":")
            found.directives[name.strip()] = value.strip()
        elif moment := _MOMENT.fullmatch(raw.strip()):
            found.lines.append(Line(number, "", "", moment[1]))
        elif raw.startswith("  ") and found.lines and found.lines[-1].arrow:
            found.lines[-1].text += "\n" + raw[2:]
        elif spoken := _SPOKEN.fullmatch(raw):
            found.lines.append(Line(number, spoken[1], spoken[2], spoken[3]))
        else:
            raise ValueError(f"line {number}: {raw}")
    return found


def _moment(text: str) -> datetime:
    return datetime.strptime(text[-16:], "%d/%m/%Y %H:%M").replace(tzinfo=WARD_ZONE)


def _files(directives: Mapping[str, str]) -> Sequence[Path]:
    if plan := directives.get("kế hoạch"):
        return (Path(__file__).parent / "plans" / f"{plan}.yaml",)
    if "nhiệm vụ đủ" in directives:
        return TASKS_TOO
    return UNITS_TOO if "tổ dân phố" in directives else FILES


class Stage:
    """The App, its people and its clock, for one dialogue."""

    def __init__(self, sessions: Sessions, dialogue: Dialogue, out: Path) -> None:
        self.sessions = sessions
        self.loaded = dialogue.begins - BEFORE
        directives = dialogue.directives
        self.clock = SetClock(self.loaded)
        self.buttons = "nút bấm" in directives
        office = sample_office()
        if "chưa có quyết định" in directives:
            office = replace(office, rules=replace(office.rules, defence_decision=""))
        self.app = App(
            sessions=sessions,
            offices={WARD: office},
            accounts={ACCOUNT: WARD},
            abilities={CHANNEL: Ability(buttons=self.buttons, files=True, edit=True, max_text=4096)},
            clock=self.clock,
            out=out,
        )
        fill(sessions, office, self.loaded, files=_files(directives))
        other_years(sessions, self.loaded, directives, _files(directives))
        wanted = directives.get("người", "tất cả")
        self.chats = self._link(wanted)
        if "nhóm" in directives:
            self._link_group()
        self.codes = self._invite(directives.get("mã mời", ""), 365)
        self.codes |= self._invite(directives.get("mã hết hạn", ""), 0)
        self._begun = False
        self._keys = 0
        self._shown = 0
        self._held: set[int] = set()
        self._own_last: dict[str, str] = {}

    def _link(self, wanted: str) -> dict[str, str]:
        with self.sessions() as session:
            everybody = {row.name.split()[-1]: row.code for row in session.scalars(select(Person))}
        names = (
            list(everybody)
            if wanted == "tất cả"
            else [one.strip() for one in wanted.split(",") if one.strip()]
        )
        link_people(self.sessions, self.loaded, CHANNEL, [everybody[name] for name in names])
        return {name: everybody[name] for name in names} | {"Nhóm": "group", "Lạ": "stranger"}

    def _link_group(self) -> None:
        with self.sessions.begin() as session:
            ward = session.scalars(select(Ward)).one()
            people.link(session, Address(CHANNEL, ACCOUNT, "group"), ward.id, None, self.loaded)

    def _invite(self, names: str, days: int) -> dict[str, str]:
        """A code for each person named (or the group), so that a dialogue may say {mã Minh}."""
        codes = {}
        with self.sessions.begin() as session:
            ward = session.scalars(select(Ward)).one()
            people_by_name = {row.name.split()[-1]: row.id for row in session.scalars(select(Person))}
            for name in filter(None, (one.strip() for one in names.split(","))):
                person = None if name == "nhóm" else people_by_name[name]
                codes[name] = invite(session, ward.id, person, self.loaded, days)
        return codes

    # --- what happens -----------------------------------------------------------------------------

    def move_to(self, moment: str) -> list[tuple[str, str]]:
        """Move the clock, feeling a tick at each hour in which something may be owed.

        A dialogue begins at its first moment: what was owed before is of no interest to it.
        """
        if moment == "có nút bấm":
            self._with_buttons()
            return []
        target = _moment(moment)
        said: list[tuple[str, str]] = []
        stops = self._stops(target) if self._begun and not moment.startswith("tắt") else [target]
        self._begun = True
        for stop in stops:
            self.clock.set(stop)
            self.app.tick()
            said += self.spoken()
        return said

    def _with_buttons(self) -> None:
        self.buttons = True
        self.app.abilities = {CHANNEL: replace(self.app.abilities[CHANNEL], buttons=True)}

    def _stops(self, target: datetime) -> list[datetime]:
        """The hours at which the rules may owe something, between now and `target`, and `target`."""
        now = self.clock.now()
        hours = [(7, 30), (13, 30), (16, 0)]
        days = range((target.date() - now.date()).days + 1)
        between = [
            datetime(day.year, day.month, day.day, hour, minute, tzinfo=WARD_ZONE)
            for offset in days
            for day in [now.date() + timedelta(days=offset)]
            for hour, minute in hours
        ]
        return [stop for stop in between if now < stop < target] + [target]

    def say(self, who: str, text: str) -> list[tuple[str, str]]:
        """One person says something; return what the bot says to whom. No two come at one instant."""
        self.clock.advance(timedelta(milliseconds=1))
        for name, code in self.codes.items():
            text = text.replace(f"{{mã {name}}}", code)
        chat = self.chats.get(who, who)
        act, words = "", text
        if found := _ACT.fullmatch(text):
            act, words = found[1], found[2]
        self._keys += 1
        message = self._message(chat, act, words)
        if act != "sửa tin":
            self._own_last[chat] = message.message_id or ""
        self.app.accept(ACCOUNT, [message])
        self.app.receive_waiting()
        self._fetch()
        return self.spoken()

    def _fetch(self) -> None:
        """Fetch the files that were sent: each holds its own name, what is lost is gone for good."""
        for number, file_id in filing.wanted(self.app, ACCOUNT):
            if file_id == LOST:
                filing.not_fetched(self.app, number, gone=True)
            else:
                filing.keep(self.app, number, file_id.encode())

    def _file(self, act: str) -> SentFile | None:
        kind, _, name = act.partition(" ")
        if kind not in {"ảnh", "tệp"}:
            return None
        if name == "mất":
            return SentFile(LOST, "photo", "anh.jpg")
        return SentFile(f"{act} {self._keys}", "photo" if kind == "ảnh" else "file", name or "anh.jpg")

    def _message(self, chat: str, act: str, words: str) -> Incoming:
        file = self._file(act)
        return Incoming(
            key=f"u{self._keys}",
            address=Address(CHANNEL, ACCOUNT, chat),
            sender=chat,
            sent_at=self.clock.now(),
            text="" if act in {"bấm", "số của tôi", "số của người khác"} else words,
            message_id=self._own_last.get(chat) if act == "sửa tin" else f"m{self._keys}",
            reply_to=self._last_to(chat) if act == "trả lời" else None,
            choice=self._button(chat, words) if act == "bấm" else None,
            contact=Contact(words, own=act == "số của tôi") if act.startswith("số của") else None,
            attachment="photo" if act.startswith("ảnh") else act.removeprefix("tệp ") if file else None,
            file=file,
            edit=act == "sửa tin",
            group=chat == "group",
        )

    def spoken(self) -> list[tuple[str, str]]:
        """What has come into the outbox since the last call, delivered now; letters in the sending hours."""
        names = {chat: name for name, chat in self.chats.items()}
        with self.sessions.begin() as session:
            new = (Outbox.id > self._shown) | Outbox.id.in_(self._held)
            rows = session.scalars(select(Outbox).where(new).order_by(Outbox.id)).all()
            now = self.app.may_interrupt(session, ACCOUNT, self.clock.now())
            self._held = {row.id for row in rows if not now and row.kind == LETTER}
            self._shown = max([self._shown, *(row.id for row in rows)])
            rows = [row for row in rows if row.id not in self._held]
            for row in rows:
                sending.mark_sent(session, row.id, f"b{row.id}", self.clock.now())
            return [(names.get(row.chat, row.chat), self._shown_text(row)) for row in rows]

    def _shown_text(self, row: Outbox) -> str:
        text = row.text
        if self.buttons:
            text += "".join(f"\n[{label}]" for label, _data in row.choices)
        return text + (f"\n[tệp {Path(row.document).suffix.lstrip('.')}]" if row.document else "")

    def _last_to(self, chat: str) -> str | None:
        with self.sessions() as session:
            row = session.scalars(
                select(Outbox).where(Outbox.chat == chat).order_by(Outbox.id.desc())
            ).first()
            return row.platform_id if row else None

    def _button(self, chat: str, label: str) -> str:
        with self.sessions() as session:
            rows = session.scalars(select(Outbox).where(Outbox.chat == chat).order_by(Outbox.id.desc()))
            return next(
                str(data) for row in rows for shown, data in row.choices if str(shown).startswith(label)
            )

    def linked(self, who: str) -> Chat | None:
        """The chat of a person of the dialogue, as the database has it."""
        with self.sessions() as session:
            return people.chat_of(session, Address(CHANNEL, ACCOUNT, self.chats[who]))


def matches(expected: str, said: str) -> bool:
    """True when the text is the expected one; "…" stands for anything.

    Searched part by part: as a regular expression, a text with several "…" that does not fit takes for ever.
    """
    first, *rest = expected.split("…")
    if not rest:
        return said == expected
    *middle, last = rest
    if not (said.startswith(first) and said.endswith(last) and len(said) >= len(first) + len(last)):
        return False
    place, end = len(first), len(said) - len(last)
    for part in middle:
        found = said.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True


def play(dialogue: Dialogue, stage: Stage) -> list[str]:
    """Play a dialogue; return what did not happen as written (nothing when all did)."""
    wrong: list[str] = []
    waiting: list[tuple[str, str]] = []
    for line in dialogue.lines:
        if line.arrow == "<":
            if not waiting:
                wrong.append(f"line {line.number}: silence instead of {line.who} < {line.text}")
                continue
            who, said = waiting.pop(0)
            if who != line.who or not matches(line.text, said):
                wrong.append(f"line {line.number}: expected {line.who} < {line.text}\n  got {who} < {said}")
            continue
        wrong += [f"before line {line.number}: not written: {who} < {said}" for who, said in waiting]
        waiting = stage.say(line.who, line.text) if line.arrow else stage.move_to(line.text)
    wrong += [f"at the end: not written: {who} < {said}" for who, said in waiting]
    return wrong


def transcript(dialogue: Dialogue, stage: Stage) -> str:
    """What really happens when the people of a dialogue say their lines."""
    lines = [f"@ {name}: {value}".rstrip(": ") for name, value in dialogue.directives.items()]
    for line in dialogue.lines:
        if line.arrow == "<":
            continue
        if line.arrow:
            lines.append(f"{line.who} > " + line.text.replace("\n", "\n  "))
            said = stage.say(line.who, line.text)
        else:
            lines += ["", f"[{line.text}]"]
            said = stage.move_to(line.text)
        lines += [f"{who} < " + text.replace("\n", "\n  ") for who, text in said]
    return "\n".join(lines)


def main() -> None:
    """Print what really happens in each dialogue file named."""
    import tempfile

    from db import schema
    from db.session import make_sessions, open_engine

    configure("WARNING")
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{folder}/dialogue.sqlite3")
            schema.upgrade(engine)
            dialogue = parse(Path(name).read_text(encoding="utf-8"))
            print(transcript(dialogue, Stage(make_sessions(engine), dialogue, Path(folder))))
            engine.dispose()


if __name__ == "__main__":
    main()
