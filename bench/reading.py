"""CPU time of reading a message with 170 items known, beside dateparser. `python -m bench.reading`."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec

from bench.reading_ward import NOW, messages, ward
from bot.domain.reading import Context, read

ROUNDS = 20


def percentiles(read_one: Callable[[str], object], texts: Sequence[str], rounds: int) -> tuple[float, float]:
    """Return the median and the 95th percentile of one call, in milliseconds of CPU."""
    taken = []
    for _ in range(rounds):
        for text in texts:
            began = time.thread_time()
            read_one(text)
            taken.append((time.thread_time() - began) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


def memory() -> float:
    """Return the largest resident size so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def shown(what: str, median: float, high: float) -> None:
    """Print one line of the table."""
    print(f"{what:42} median {median:7.3f} ms   p95 {high:7.3f} ms")


def main() -> int:
    """Print the figures; return 1 when the 95th percentile of reading is a millisecond or more."""
    texts = messages()
    began = time.perf_counter()
    catalogue = ward()
    print(f"{len(catalogue.items)} items, {len(texts)} messages, {ROUNDS} rounds; plans read and indexed in "
          f"{time.perf_counter() - began:.2f} s, {memory():.0f} MB")  # fmt: skip
    context = Context(NOW)
    median, high = percentiles(lambda text: read(text, catalogue, context), texts, ROUNDS)
    shown("read", median, high)
    print(f"dateparser imported by reading: {'dateparser' in sys.modules}")
    if find_spec("dateparser") is not None:
        _beside(texts)
    return 0 if high < 1 else 1


def _beside(texts: Sequence[str]) -> None:
    before, began = memory(), time.perf_counter()
    import dateparser
    from dateparser.search import search_dates

    dateparser.parse("ngày mai", languages=["vi"])
    print(f"dateparser: first use {time.perf_counter() - began:.2f} s, {memory() - before:.0f} MB")
    shown("dateparser.parse(languages=['vi'])",
          *percentiles(lambda text: dateparser.parse(text, languages=["vi"]), texts, 1))  # fmt: skip
    shown("search_dates(languages=['vi'])",
          *percentiles(lambda text: search_dates(text, languages=["vi"]), texts, 1))  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
