"""The program's messages of a simulated year: of which kind, about what, how many a week."""

from __future__ import annotations

from collections import Counter

from bot.commands.simulating.record import Record, Sent


def messages_a_week(record: Record) -> list[int]:
    """How many messages each person got in each week in which he got any, receipts of own messages apart.

    Neither quiet weeks nor people who owe nothing are counted: among their zeros nothing would be too much.
    """
    counted: Counter[tuple[str, int]] = Counter()
    for sent in record.sent:
        if sent.answers is None:
            counted[sent.chat, (sent.at - record.begins).days // 7] += 1
    people = set(record.codes.values())
    return sorted(size for (code, _week), size in counted.items() if code in people)


def spread(numbers: list[int]) -> tuple[int, int]:
    """The median and the 95th percentile of sorted numbers."""
    return numbers[len(numbers) // 2], numbers[min(len(numbers) - 1, len(numbers) * 95 // 100)]


def kind_of(sent: Sent) -> str:
    """ "digest", "due_day", "summary", "day"; "" for everything else."""
    kind = sent.key.partition(":")[0]
    return kind if kind in {"digest", "due_day", "summary", "day"} and sent.key.endswith(":0") else ""


def subject_of(sent: Sent) -> str:
    """The day or period of a decision, out of its key ("summary:person:7:2026-W47:0:…")."""
    rest = sent.key.partition(":")[2].removeprefix("person:")
    return rest.split(":")[1]


def reminders(record: Record) -> list[Sent]:
    """The mornings' and due days' messages that arrived."""
    return [sent for sent in record.sent if kind_of(sent) in {"digest", "due_day"}]


def lost(record: Record) -> list[Sent]:
    """Those of them that did not."""
    return [sent for sent in record.undelivered if kind_of(sent) in {"digest", "due_day"}]
