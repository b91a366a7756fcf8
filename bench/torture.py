"""Kills the program again and again while people report and are reminded, and counts what became of it all.

    python -m bench.torture --messages 10000 --kills 100 --seed 1 [--postgresql]

It dies at each named point (tests/engine/killable.py) in turn, and at random times between. With --postgresql
there are three processes on a PostgreSQL of its own. Counted against the stand-in of Telegram.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.load import PEOPLE, Findings, Load
from bench.play import SEVERAL, Play, wait
from bench.postgresql import postgresql
from bench.process import leave_nothing_running
from tests.engine.killable import AIM, POINTS
from tests.engine.program import Program

ANY = ""


@dataclass
class Torture:
    """What people send, and how the program dies. `rate` is messages a second, of all together.

    It dies at each of the `points` in turn; ANY is some moment, and so is a point that is not reached within
    `patience` seconds: on PostgreSQL another process takes the work over after 20. `killed` is where it did.
    Messages are held back until as great a part of the deaths is over, so that none falls into a time when
    nobody writes.
    """

    messages: int
    kills: int
    seed: int
    rate: float = 15.0
    processes: int = 1
    points: Sequence[str] = (*POINTS, ANY, ANY)
    people: int = PEOPLE
    patience: float = 40.0
    tick: int = 15
    killed: Counter[str] = field(default_factory=Counter)

    def run(self, folder: Path, url: str) -> Findings:
        """Let it happen on an empty database at `url`."""
        self._aim, self._chance = folder / "aim", random.Random(self.seed)
        settings = {AIM: str(self._aim)} | (SEVERAL if self.processes > 1 else {})
        self._play = Play(
            self.messages, self.rate, self.processes, settings, self._may_go, self.people, self.tick
        )
        return self._play.run(folder, url, self._kill)

    def _may_go(self, part: float) -> bool:
        # While a point is aimed at there is always something to come in.
        return part * self.kills < self.killed.total() + (3 if self._aim.exists() else 2)

    def _kill(self, load: Load, programs: list[Program]) -> None:
        """Let one after the other die, as often as wanted, each as late as its part of the messages."""
        for number in range(self.kills):
            wait(lambda due=(number + 0.5) / self.kills: load.answered >= due, 300)  # type: ignore[misc]
            point = self.points[number % len(self.points)]
            if point:
                self._aim.write_text(f"{point}:{self._chance.randint(1, 4)}")
                wait(lambda: any(program.ends_within(0) for program in programs), self.patience)
                with suppress(FileNotFoundError):
                    self._aim.unlink()
                    point = ANY
            if not point:
                time.sleep(self._chance.uniform(0, 0.3))
                programs[self._chance.randrange(len(programs))].kill()
            self.killed[point or "at a random time"] += 1
            for program in programs:
                if program.ends_within(0.2 if point else 0):
                    self._play.start(program)


def main() -> int:
    """Print what was found; 1 when something was lost, or said more often twice than it was killed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=15.0, help="messages a second")
    parser.add_argument("--postgresql", action="store_true", help="three processes on PostgreSQL")
    options = parser.parse_args()
    leave_nothing_running()
    processes = 3 if options.postgresql else 1
    torture = Torture(options.messages, options.kills, options.seed, options.rate, processes)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="giaoban-torture-") as name:
        folder = Path(name)
        if options.postgresql:
            with postgresql(folder / "data") as server:
                found = torture.run(folder, server.url)
        else:
            found = torture.run(folder, f"sqlite:///{folder}/ward.db")
    print(found)
    print(f"seed {options.seed}, {time.monotonic() - started:.0f} s; killed {dict(torture.killed)}")
    return 0 if found.kept and found.doubled <= options.kills else 1


if __name__ == "__main__":
    raise SystemExit(main())
