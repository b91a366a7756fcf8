"""Plays what officials wrote in their own words, and tells how each was taken.

`python -m tests.own_words.scoring`; with names of files (`le-loi.1 …`) only those;
with -v also each message that was not taken at once.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from bot.logs import configure
from tests.own_words.judging import Judgement, Message, judge, messages
from tests.own_words.wards import HERE, Outcome, OwnWard

FILES = sorted(HERE.glob("*.jsonl"))


def ward_of(path: Path) -> str:
    """The ward whose officials wrote a file: le-loi.1.jsonl."""
    return path.name.split(".", maxsplit=1)[0]


def played(ward: OwnWard, path: Path) -> Iterator[tuple[Message, Outcome, Judgement]]:
    """Each message of a file, played alone."""
    for message in messages(path):
        outcome = ward.hear(message.person, message.text)
        judgement = judge(message, outcome)
        if judgement == "wrong" and is_mended(ward, message, outcome):
            judgement = "mended by a tap"
        yield message, outcome, judgement


def is_mended(ward: OwnWard, message: Message, outcome: Outcome) -> bool:
    """True where one of the choices below what was recorded makes it what it should have been."""
    places = range(1, outcome.offers + 1)
    tapped = (ward.hear(message.person, message.text, tap=place) for place in places)
    return any(judge(message, one) == "right" for one in tapped)


def main() -> None:
    """Print a line of counts for each file, and their sum."""
    configure("ERROR")
    wanted, everything = [name for name in sys.argv[1:] if name != "-v"], Counter[Judgement]()
    offering = 0
    for path in FILES:
        if wanted and path.stem not in wanted:
            continue
        counts = Counter[Judgement]()
        with tempfile.TemporaryDirectory() as folder:
            for message, outcome, judgement in played(OwnWard(ward_of(path), Path(folder)), path):
                counts[judgement] += 1
                offering += outcome.offers > 0
                if "-v" in sys.argv and judgement == "right" and outcome.offers:
                    print(f"\n[offered] {message.id} {message.person} > {message.text}\n{outcome.answer}")
                if "-v" in sys.argv and judgement != "right":
                    print(f"\n[{judgement}] {message.id} {message.person} > {message.text}")
                    print(f"  wanted {message.wants}\n  recorded {outcome.records}\n{outcome.answer}")
        print(f"{path.stem:24} {_line(counts)}")
        everything += counts
    print(f"{'all':24} {_line(everything)}; a choice to put it right below {offering}")


def _line(counts: Counter[Judgement]) -> str:
    return "  ".join(f"{name} {counts[name]}" for name in get_args(Judgement)) + f"  of {counts.total()}"


if __name__ == "__main__":
    main()
