"""Many wards on one installation: reports at a steady rate, the morning's reminders, and how fast it answers.

    python -m bench.province --wards 10 --rate 30 --seconds 600
    python -m bench.province --wards 100 --rate 20 --seconds 300 --postgresql --morning

Each ward has 60 people, a bot account of its own, and four months of figures. On SQLite there is one process,
with --postgresql two on a PostgreSQL of their own. With --morning everybody is reminded when it begins. What
counts is from a person's message to its answer, both over HTTP at a stand-in of Telegram.

In fewer wards at that rate the owners of the items would each send more than one message a second: faster
than a chat may be answered, and more than a ward lets anyone send.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.history import copy_ward
from bench.load import START
from bench.play import SEVERAL, wait
from bench.postgresql import postgresql
from bench.process import cpu, leave_nothing_running, memory
from bench.ward import fill, reports
from bot.commands.sample_ward import ROOT, WARD
from db import schema
from db.session import make_sessions, open_engine
from tests.engine.program import Program
from tests.standin.telegram import Account, TelegramStandIn

ACCOUNT = "telegram"
MONTH = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """One ward: its waits as (minute of the message, seconds to its answer), and what was never answered."""

    ward: int
    waits: Sequence[tuple[int, float]]
    unanswered: int
    reminded: int


def main() -> int:
    """Print throughput, p95 and how the wards differ; 1 when something was not answered."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wards", type=int, default=2)
    parser.add_argument("--rate", type=float, default=30.0, help="messages a second, of all wards together")
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--postgresql", action="store_true", help="two processes on PostgreSQL")
    parser.add_argument("--morning", action="store_true", help="begin when everybody is reminded")
    options = parser.parse_args()
    leave_nothing_running()
    with tempfile.TemporaryDirectory(prefix="giaoban-province-") as name:
        folder = Path(name)
        if options.postgresql:
            with postgresql(folder / "data") as server:
                return _run(options, folder, server.url, 2)
        return _run(options, folder, f"sqlite:///{folder}/ward.db", 1)


def _run(options: argparse.Namespace, folder: Path, url: str, processes: int) -> int:
    words = _prepare(url, options.wards)
    settings = _settings(folder, options.wards) | (SEVERAL if processes > 1 else {})
    hour = START if options.morning else START - timedelta(minutes=90)
    load_before = os.getloadavg()[0]
    with TelegramStandIn() as api:
        bots = [api.account(_token(number)) for number in range(1, options.wards + 1)]
        programs = [Program(url, bots[0], api.url, folder / f"log-{n}.txt") for n in range(processes)]
        try:
            for program in programs:
                program.start(now=hour.isoformat(), alone=False, **settings)
            wait(lambda: all(bot.count("getUpdates") for bot in bots), 300)
            began, used = time.monotonic(), sum(cpu(program.pid) for program in programs)
            said, seconds = _speak(bots, words, options.rate, options.seconds)
            wait(lambda: not _unanswered(bots, said), 300)
            wait(lambda: not options.morning or all(_reminded(bot) for bot in bots), 300)
            peak = [memory(program.pid) for program in programs]
            used = sum(cpu(program.pid) for program in programs) - used
        finally:
            for program in programs:
                program.end()
    measured = [_measured(number, bot, said[number], began) for number, bot in enumerate(bots)]
    _print(measured, seconds, peak)
    answered = sum(len(one.waits) for one in measured)
    print(f"CPU a report {used / answered * 1000:.1f} ms, all processes together")
    print(f"load average {load_before:.1f} before, {os.getloadavg()[0]:.1f} after, of everybody's programs")
    return 1 if any(one.unanswered for one in measured) else 0


def _prepare(url: str, wards: int) -> list[tuple[int, str]]:
    """Fill an empty database; what the people of each ward report, by chat."""
    engine = open_engine(url)
    schema.upgrade(engine)
    sessions = make_sessions(engine)
    fill(sessions, MONTH - 1, channel="telegram", account=ACCOUNT)
    words = _in_turn(reports(sessions, MONTH))
    for number in range(2, wards + 1):
        with engine.begin() as connection:
            copy_ward(connection, number)
    engine.dispose()
    return words


def _in_turn(words: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """What each person reports spread over the whole: nobody sends faster than a chat may be answered."""
    whole, said = Counter(chat for chat, _text in words), Counter[int]()
    places = []
    for chat, text in words:
        places.append(((said[chat] + 0.5) / whole[chat], chat, text))
        said[chat] += 1
    return [(chat, text) for _place, chat, text in sorted(places)]


def _settings(folder: Path, wards: int) -> dict[str, str]:
    """A file for each ward, and a bot account for each."""
    rules = (ROOT / "config" / "ward.example.toml").read_text(encoding="utf-8")
    places = folder / "wards"
    places.mkdir()
    accounts = []
    for number in range(1, wards + 1):
        code = WARD if number == 1 else f"{WARD}-{number}"
        text = rules.replace(f'code = "{WARD}"', f'code = "{code}"')
        (places / f"{code}.toml").write_text(text, encoding="utf-8")
        name = ACCOUNT if number == 1 else f"{ACCOUNT}-{number}"
        accounts.append({"name": name, "ward": code, "token": _token(number)})
    return {"WARD_FILE": str(places), "BOT_ACCOUNTS": json.dumps(accounts), "TELEGRAM_TOKEN": ""}


def _token(number: int) -> str:
    return f"{number}:abcdefghijklmnopqrstuvwxyz0123456789"


Said = list[dict[int, list[float]]]
"""For each ward, when something was said in each chat."""


def _speak(
    bots: Sequence[Account], words: Sequence[tuple[int, str]], rate: float, seconds: float
) -> tuple[Said, float]:
    said: Said = [defaultdict(list) for _bot in bots]
    started = time.monotonic()
    for number in range(int(rate * seconds)):
        time.sleep(max(0.0, started + number / rate - time.monotonic()))
        ward, (chat, text) = number % len(bots), words[number // len(bots) % len(words)]
        said[ward][chat].append(time.monotonic())
        bots[ward].say(chat, text)
    return said, time.monotonic() - started


def _answers(bot: Account, chat: int) -> list[float]:
    """When a chat got its answers; a reminder begins with what it is about, in brackets."""
    return [sent.at for sent in list(bot.sent) if sent.chat == chat and not sent.text.startswith("[")]


def _reminded(bot: Account) -> int:
    return sum(sent.text.startswith("[") for sent in list(bot.sent))


def _unanswered(bots: Sequence[Account], said: Said) -> int:
    return sum(
        max(0, len(moments) - len(_answers(bot, chat)))
        for bot, ward in zip(bots, said, strict=True)
        for chat, moments in ward.items()
    )


def _measured(number: int, bot: Account, said: dict[int, list[float]], began: float) -> Measured:
    waits, missing = [], 0
    for chat, moments in said.items():
        answers = _answers(bot, chat)
        waits += [(int(at - began) // 60, answer - at) for at, answer in zip(moments, answers, strict=False)]
        missing += max(0, len(moments) - len(answers))
    return Measured(number + 1, waits, missing, _reminded(bot))


def _print(measured: Sequence[Measured], seconds: float, peak: Sequence[float]) -> None:
    everything = sorted(wait for one in measured for _minute, wait in one.waits)
    p95s = [_p95([wait for _minute, wait in one.waits]) for one in measured]
    last = len(everything) / (seconds + everything[-1])
    print(f"{len(measured)} wards, {len(everything)} reports answered, {last:.1f} a second")
    print(f"not answered {sum(one.unanswered for one in measured)}")
    print(f"reminders {sum(one.reminded for one in measured)}")
    print(
        f"answer: median {statistics.median(everything) * 1000:.0f} ms, p95 {_p95(everything) * 1000:.0f} ms"
    )
    print(f"p95 by minute: {', '.join(f'{p95 * 1000:.0f} ms' for p95 in _by_minute(measured))}")
    print(f"p95 by ward: least {min(p95s) * 1000:.0f} ms, most {max(p95s) * 1000:.0f} ms")
    tenth = max(1, len(p95s) // 10)
    first, rest = statistics.mean(p95s[:tenth]), statistics.mean(p95s[-tenth:])
    print(f"the last tenth of the wards against the first: {rest / first:.2f} x")
    print(f"memory {', '.join(f'{one:.0f} MiB' for one in peak)}")


def _by_minute(measured: Sequence[Measured]) -> list[float]:
    minutes: dict[int, list[float]] = defaultdict(list)
    for one in measured:
        for minute, waited in one.waits:
            minutes[minute].append(waited)
    return [_p95(waits) for _minute, waits in sorted(minutes.items()) if len(waits) > 1]


def _p95(waits: Sequence[float]) -> float:
    return statistics.quantiles(waits, n=20)[-1]


if __name__ == "__main__":
    raise SystemExit(main())
