"""Read mutated messages: none may raise, none may take long. `bench.fuzz_reading [COUNT] [SEED]`."""

from __future__ import annotations

import heapq
import random
import sys
import time

from bench.reading_ward import NOW, messages, ward
from bot.domain.reading import Context, read
from bot.domain.reading.words import MAX_LENGTH

LETTERS = "abcdeghiklmnopqrstuvxy0123456789.,/%-–‰()\n\t ạđưộ~<>=+?:;\\'\"\u0301\u200b😀"
SLOWEST = 5


def mutated(text: str, chance: random.Random) -> str:
    """Return the text with letters dropped, doubled, swapped, put in; sometimes many times over."""
    letters = list(text)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(letters) + 1)
        what = chance.randrange(5)
        if what == 0:
            letters[place:place] = chance.choice(LETTERS)
        elif what == 1 and letters:
            del letters[place % len(letters)]
        elif what == 2 and letters:
            letters[place:place] = letters[place % len(letters)] * chance.randint(1, 6)
        elif what == 3:
            chance.shuffle(letters[place : place + 4])
        else:
            letters[place:place] = text[: chance.randrange(len(text) + 1)]
    once = "".join(letters)
    return once * chance.choice((1, 1, 1, 1, 1, 1, 1, 1, 1, 40))


def main(count: int, seed: int) -> int:
    """Read `count` mutated messages; print the failures and the slowest."""
    chance = random.Random(seed)
    texts, catalogue = messages(), ward()
    keys = [*catalogue.items, None]
    slowest: list[tuple[float, str]] = []
    failures = 0
    for number in range(count):
        text = mutated(chance.choice(texts), chance)
        about = chance.choice(keys)
        began = time.thread_time()
        try:
            read(text, catalogue, Context(NOW, about))
        except Exception as error:  # the point of the run is to find any
            failures += 1
            print(f"{number}: {error!r} {text!r}")
        heapq.heappush(slowest, (time.thread_time() - began, text))
        if len(slowest) > SLOWEST:
            heapq.heappop(slowest)
    print(
        f"{count} messages, seed {seed}, at most {MAX_LENGTH} characters read of each: {failures} exceptions"
    )
    for taken, text in sorted(slowest, reverse=True):
        print(f"{taken * 1000:8.2f} ms {len(text):6} characters {text[:60]!r}")
    return 1 if failures else 0


if __name__ == "__main__":
    said = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(said + [100_000, 20261120][len(said) :])))
