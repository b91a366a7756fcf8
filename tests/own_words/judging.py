"""What became of a message, held against what a careful clerk would have written down."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from tests.own_words.wards import Outcome, Record

Judgement = Literal[
    "right", "asked, to tap", "mended by a tap", "asked, to type", "not taken", "part lost", "wrong"
]
"""From best to worst: recorded; asked with the right item or value to choose; recorded otherwise with the
right item or state to choose below it; asked to type it again; answered that nothing was recorded;
recorded in part with no word of the rest; recorded otherwise.
"""
_SAYS_WHAT_IS_LEFT = ("hưa ghi", "hưa được ghi", "hưa rõ")


@dataclass(frozen=True)
class Wanted:
    """One thing to be recorded: of one of `codes`, as one of `kinds`, with one of `values` if any."""

    codes: frozenset[str]
    kinds: frozenset[str]
    values: tuple[str, ...]


@dataclass(frozen=True)
class Message:
    """A message with its label; `may_ask` where a colleague who knows the plan would ask back as well."""

    id: str
    person: str
    text: str
    wants: Sequence[Wanted]
    may_ask: bool


def messages(path: Path) -> list[Message]:
    """Read a file of labelled messages, one JSON object a line."""
    return [_message(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _message(row: Mapping[str, Any]) -> Message:
    wants = []
    for code, kind, *value in row["want"]:
        values = tuple(value[0].split("|")) if value else ()
        wants.append(Wanted(frozenset(code.split("|")), frozenset(kind.split("|")), values))
    return Message(row["id"], row["from"], row["text"], wants, row["ask_ok"])


def judge(message: Message, outcome: Outcome) -> Judgement:
    """Judge one outcome. What is asked where one may ask is right; what is recorded beside it is not."""
    left, missing = _matched(message, outcome)
    if left:
        return "wrong"
    if message.may_ask and (outcome.asks or not outcome.records):
        return "right"
    if outcome.asks:
        return "asked, to tap" if not missing or _offered(missing, outcome.answer) else "asked, to type"
    if not missing:
        return "right"
    if not outcome.records:
        return "not taken"
    return "not taken" if any(words in outcome.answer for words in _SAYS_WHAT_IS_LEFT) else "part lost"


def stray(message: Message, outcome: Outcome) -> list[Record]:
    """What was recorded that the label does not want."""
    return _matched(message, outcome)[0]


def _matched(message: Message, outcome: Outcome) -> tuple[list[Record], list[Wanted]]:
    left, missing = list(outcome.records), []
    for want in message.wants:
        hit = next((record for record in left if _fits(want, record)), None)
        if hit is None:
            missing.append(want)
        else:
            left.remove(hit)
    return left, missing


def _offered(missing: Sequence[Wanted], answer: str) -> bool:
    choices = [line for line in answer.splitlines() if line[:1].isdigit()]
    named = any(code in line for want in missing for code in want.codes for line in choices)
    return named or any(line[2:].strip().startswith("Ghi ") for line in choices)


def _fits(want: Wanted, record: Record) -> bool:
    if record.code not in want.codes:
        return False
    if record.kind == "figure" and "figure" in want.kinds:
        return any(_same(value, record.said) for value in want.values)
    if record.kind in want.kinds:
        return record.kind != "extension" or record.said in want.values
    # A zero tells that no event came; what is kept may be told as recognised, in words, as 100 %.
    also = {"nil": {"0"}, "keeps": {"100", "0"}, "done": {"100"}}
    if record.kind == "figure":
        return any(_plain(record.said) in also.get(kind, set()) for kind in want.kinds)
    if record.kind == "nil" and "figure" in want.kinds:
        return "0" in want.values
    states = {"keeps", "done"}
    if record.kind in states:
        return bool(states & want.kinds)
    # The whole sentence says that nothing came, or that it is kept.
    return record.kind == "words" and bool({"nil", "keeps"} & want.kinds)


def _same(wanted: str, said: str) -> bool:
    """The same number; parts may stand for their share, and the first of them for both."""
    if ("/" in wanted) == ("/" in said):
        return _plain(wanted) == _plain(said)
    share, other = (wanted, said) if "/" in wanted else (said, wanted)
    part, whole = (Decimal(one) for one in share.split("/"))
    rounded = abs(part / whole * 100 - Decimal(other)) < Decimal("0.06")
    return rounded or (Decimal(other) == part and part != whole)


def _plain(number: str) -> str:
    return "/".join(f"{Decimal(one).normalize():f}" for one in number.split("/"))
