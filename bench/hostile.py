"""Brings hostile updates to the webhook of the real program, over HTTP, and counts what they did.

    python -m bench.hostile --updates 100000 --seed 1

Strangers and a linked person send mutated JSON, wrong types, huge texts, unknown fields, the same update
again and other people's buttons; what is no JSON at all comes too. Then a person presses his own button: it
works.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import socket
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import create_engine, func, select

from bench.process import leave_nothing_running, memory_now
from db.models import Base
from db.session import Sessions, make_sessions
from tests.engine import program as running
from tests.engine.program import Program, figures, link
from tests.standin.telegram import Account, TelegramStandIn

MINH, HUNG = 101, 103
STRANGERS = range(900_001, 900_009)
SECRET = "X-Telegram-Bot-Api-Secret-Token"
MAY_GROW = {"inbox", "outbox", "question", "pulse", "code_try", "reminder"}
"""Tables in which a message from anybody may leave a row: it came, it was answered; and the clock's own."""
WARM = 0.1
"""The part of the updates after which memory is measured for the first time."""
AT_ONCE = 4
WORDS = (
    "\x00", "bhxh\x00 201", "\u202e102 hxhb", "\u200b" * 50, "\u0338" * 500, "9" * 4000, "9" * 100_000, "0/0",
    "'; DROP TABLE figure; --", "<b>x</b><script>", "{{7*7}}", "%s%s%s%n", "31/02/2026", "/start", "/viec",
    "\n" * 1000, "sửa " * 500, "xin gia han den ngay 32/13", "(" * 900, "một trăm " * 400, "/start AB", "NaN",
)  # fmt: skip
WRONG: tuple[Any, ...] = (
    None,
    [],
    {},
    "",
    "x",
    -1,
    0,
    2**70,
    1.5,
    True,
    [[[[]]]],
    {"id": {"id": []}},
    "\ud800",
    "9" * 10_000,
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the updates did; `escaped`, `refused_wrongly`, `rows` and `figures` have to be nothing."""

    updates: int
    answers: dict[int, int]
    escaped: int
    rows: dict[str, int]
    figures: int
    own_button_works: bool
    grown: float

    @property
    def clean(self) -> bool:
        """True when nothing escaped, no row is there that should not be, and the program goes on."""
        unexpected = set(self.answers) - {200, 400, 413}
        return not (unexpected or self.escaped or self.rows or self.figures) and self.own_button_works


def run(updates: int, seed: int, folder: Path) -> Findings:
    """Bring so many updates to a program on SQLite in `folder`."""
    sessions = running.filled(f"sqlite:///{folder / 'ward.db'}")
    link(sessions, {"minh": MINH, "hung": HUNG})
    reading = make_sessions(create_engine(sessions.kw["bind"].url))
    with TelegramStandIn() as api, socket.create_server(("127.0.0.1", 0)) as free:
        bot, port = api.account(running.TOKEN), int(free.getsockname()[1])
        free.close()
        program = Program(f"sqlite:///{folder / 'ward.db'}", bot, api.url, folder / "log.txt")
        program.start(PORT=str(port), WEBHOOK_URL="https://giaoban.example.vn")
        try:
            bot.wait(lambda: bot.count("setWebhook", 200) == 1, timeout=30)
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=60) as web:
                return _attack(updates, random.Random(seed), web, bot, program, reading)
        finally:
            program.end()


def _attack(
    updates: int, chance: random.Random, web: httpx.Client, bot: Account, program: Program, reading: Sessions
) -> Findings:
    headers = {SECRET: str(bot.hook["secret_token"]), "Content-Type": "application/json"}

    def bring(body: bytes) -> int:
        return web.post("/telegram/telegram", content=body, headers=headers).status_code

    bring(_own(bot, lambda: bot.say(MINH, "bhxh tn 201/269 dat 75,7%")))
    bot.wait(lambda: any(sent.buttons for sent in bot.sent if sent.chat == MINH), timeout=30)
    button = next(sent for sent in bot.sent if sent.chat == MINH and sent.buttons).buttons[0][0][1]
    before = _counts(reading)
    answers: Counter[int] = Counter()
    warm = 0.0
    bodies = hostile(updates, chance, button)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in range(0, updates, part := max(1, int(updates * WARM))):
            answers.update(pool.map(bring, [next(bodies) for _ in range(part)]))
            warm = warm or memory_now(program.pid)
    grown = memory_now(program.pid) - warm
    _settled(reading)
    after, found = _counts(reading), len(figures(reading, "CT07b"))
    bring(_own(bot, lambda: bot.press(MINH, "201/269")))
    wait = time.monotonic() + 30
    while not figures(reading, "CT07b") and time.monotonic() < wait:
        time.sleep(0.1)
    return Findings(
        updates=answers.total(),
        answers=dict(answers),
        escaped=sum(program.log.count(sign) for sign in ("Traceback", "message failed", "not stored")),
        rows={
            name: after[name] - before[name] for name in set(after) - MAY_GROW if after[name] != before[name]
        },
        figures=found,
        own_button_works=figures(reading, "CT07b") == ["201"],
        grown=grown,
    )


def hostile(count: int, chance: random.Random, button: str) -> Iterator[bytes]:
    """So many bodies of requests; `button` is one of somebody else."""
    last = b"{}"
    for number in range(count + 1):
        kind = chance.random()
        if kind < 0.05:
            yield last
            continue
        update = _update(1_000_000 + number, chance, button)
        for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
            _spoil(update, chance)
        body = json.dumps(update).encode()
        if kind < 0.10:
            body = body[: chance.randrange(len(body))]
        elif kind < 0.12:
            body = bytes(chance.randrange(256) for _ in range(chance.randrange(200)))
        elif kind < 0.13:
            body = json.dumps(chance.choice(WRONG)).encode()
        last = body
        yield body


def _update(number: int, chance: random.Random, button: str) -> dict[str, Any]:
    """An update as Telegram would write it, from a stranger or from a person who is linked."""
    who = chance.choice((*STRANGERS, HUNG))
    sender = {"id": who, "is_bot": False, "first_name": chance.choice(("Lạ", "x" * 5000, "<b>", "\u202e"))}
    chat = {"id": who, "type": "private"}
    if chance.random() < 0.1:
        chat = {"id": -who, "type": "supergroup", "title": "Nhóm lạ"}
    message = {"message_id": number, "date": 1_795_000_000 + number % 1000, "chat": chat, "from": sender}
    if chance.random() < 0.25:
        query = {"id": str(number), "from": sender, "chat_instance": "1", "message": message}
        return {"update_id": number, "callback_query": query | {"data": chance.choice((button, "q1.1", "x"))}}
    said: dict[str, Any] = {"text": chance.choice(WORDS)}
    if chance.random() < 0.15:
        said = {"contact": {"phone_number": "0900000000", "first_name": "x", "user_id": MINH}}
    elif chance.random() < 0.15:
        said = {"document": {"file_id": "f", "file_unique_id": "u", "file_name": chance.choice(WORDS)}}
    kind = "edited_message" if chance.random() < 0.1 else "message"
    return {"update_id": number, kind: message | said}


def _spoil(update: dict[str, Any], chance: random.Random) -> None:
    """Change one thing somewhere in it."""
    place = update
    while chance.random() < 0.7:
        inner = [value for value in place.values() if isinstance(value, dict) and value]
        if not inner:
            break
        place = chance.choice(inner)
    name = chance.choice(list(place) or ["x"])
    match chance.randrange(3):
        case 0:
            place.pop(name, None)
        case 1:
            place[name] = copy.deepcopy(chance.choice(WRONG))
        case _:
            place[f"unknown_{chance.randrange(10)}"] = copy.deepcopy(chance.choice(WRONG))


def _own(bot: Account, act: Callable[[], Any]) -> bytes:
    """What Telegram would bring for something that a person does."""
    act()
    return json.dumps(bot.updates.pop()[1]).encode()


def _counts(reading: Sessions) -> dict[str, int]:
    with reading() as session:
        return {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Base.metadata.tables.items()
        }


def _settled(reading: Sessions, seconds: float = 3600) -> None:
    """Wait until everything that came is handled."""
    inbox = Base.metadata.tables["inbox"]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with reading() as session:
            if not session.scalar(select(func.count()).select_from(inbox).where(inbox.c.state == "new")):
                return
        time.sleep(0.2)


def main() -> int:
    """Print what was found; 1 where something got through, or memory grew."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    leave_nothing_running()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="giaoban-hostile-") as folder:
        found = run(options.updates, options.seed, Path(folder))
    print(found)
    print(f"seed {options.seed}, {time.monotonic() - started:.0f} s, grown by {found.grown:.1f} MiB")
    return 0 if found.clean and found.grown < 10 else 1


if __name__ == "__main__":
    raise SystemExit(main())
