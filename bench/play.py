"""The real program, or several of it, while people write to a stand-in of Telegram and things go wrong."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.load import PEOPLE, START, Findings, Load, findings, observer, wait_for_the_end
from db import schema
from db.session import make_sessions, open_engine
from tests.engine.killable import SINCE, TICK
from tests.engine.program import TOKEN, Program
from tests.standin.telegram import TelegramStandIn

Trouble = Callable[[Load, list[Program]], None]
"""What goes wrong while people write; returns when nothing more will."""
SEVERAL = {"ENGINE": "procrastinate"}


@dataclass
class Play:
    """`messages` reports, `rate` a second, to so many `processes` with these settings.

    `may_go` holds the messages back: it is asked with the part of them that is said. `tick` is how many
    seconds lie between two beats of the heart: so long the last who joined wait to be reminded.
    """

    messages: int
    rate: float
    processes: int = 1
    settings: Mapping[str, str] = field(default_factory=dict)
    may_go: Callable[[float], bool] = lambda _part: True
    people: int = PEOPLE
    tick: int = 15
    _started: float = 0.0

    def run(self, folder: Path, url: str, trouble: Trouble) -> Findings:
        """Let it happen on an empty database at `url`; logs go to `folder`."""
        engine = open_engine(url)
        schema.upgrade(engine)
        load = Load(self.messages, self.rate, self.people, may_go=self.may_go)
        load.prepare(make_sessions(engine))
        reading = make_sessions(observer(url))
        self._started = time.monotonic()
        with TelegramStandIn() as api:
            bot = api.account(TOKEN)
            programs = [
                Program(url, bot, api.url, folder / f"log-{number}.txt", module="tests.engine.killable")
                for number in range(self.processes)
            ]
            try:
                for program in programs:
                    self.start(program)
                load.begin(bot)
                trouble(load, programs)
                load.wait()
                wait_for_the_end(load, bot, reading)
            finally:
                for program in programs:
                    program.end()
            found = findings(load, bot, reading)
        engine.dispose()
        return found

    def start(self, program: Program) -> None:
        """Start one, its clock that of the others."""
        settings = {**self.settings, TICK: str(self.tick), SINCE: str(self._started)}
        program.start(now=START.isoformat(), alone=self.processes == 1, **settings)


def wait(holds: Callable[[], bool], seconds: float) -> None:
    """Until something holds, or for so long."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
