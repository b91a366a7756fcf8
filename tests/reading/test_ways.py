"""One thing said in many ways is read as that thing, and asked about at most where marks are missing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.reading.scoring import HERE, reader, without_marks

ITEMS = {row["key"]: row for row in json.loads((HERE / "indicators.json").read_text(encoding="utf-8"))}
CORPUS = reader()


def sections() -> list[tuple[str, list[str]]]:
    """The heading of each section of ways.txt, and its lines."""
    blocks = (HERE / "ways.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
    return [(block.split("\n")[0].removeprefix("# "), block.split("\n")[1:]) for block in blocks]


def context(key: str, known: list[str]) -> dict[str, Any] | None:
    """What stands around a message that answers a question about an item."""
    if key == "-":
        return None
    item, facts = ITEMS[key], dict(fact.split("=") for fact in known)
    return {
        "indicator": key, "name": item["name"], "unit": item["unit"], "target": item["target"],
        "target_op": item["op"], "bounded": item["bounded"], "deadline": facts.get("deadline"),
        "last_value": facts.get("last"),
    }  # fmt: skip


@pytest.mark.parametrize(("heading", "ways"), sections(), ids=lambda value: str(value)[:40])
def test_every_way_is_read(heading: str, ways: list[str]) -> None:
    kind, key, *known = heading.split()
    around = context(key, known)
    for way in ways:
        text, _, wanted = way.partition(" => ")
        for typed in (text, without_marks(text)):
            message = {"id": "", "text": typed.replace("\\n", "\n"), "context": around}
            said = CORPUS.predict({**message, "reference_time": "2026-11-20T10:00:00+07:00"})["pred"]
            pair = f"{said.get('numerator')}/{said.get('denominator')}"
            found = not wanted or {said.get("value"), pair, said.get("date")} & set(wanted.split("|"))
            right = said["kind"] == kind and not said["asks"] and found
            assert right or (typed != text and said["asks"]), typed
