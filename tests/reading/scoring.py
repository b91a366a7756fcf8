"""Scores readings against labelled messages: values stored, questions asked, dates, items of a list."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.commands.explaining import plan_items
from bot.commands.sample_ward import PLANS
from bot.domain.reading.corpus import CorpusReader

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared" / "corpus"
VALUED = ("figure", "ratio", "percent", "correction")
Label = Mapping[str, Any]


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the labelled messages of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def reader(path: Path = HERE / "indicators.json") -> CorpusReader:
    """Return a reader for the items of a registry."""
    return CorpusReader.of(json.loads(path.read_text(encoding="utf-8")))


@lru_cache
def of_plan(name: str) -> CorpusReader:
    """Return a reader for the items of a plan that ships with the product, with their targets."""
    return CorpusReader(plan_items(PLANS / f"{name}.yaml"))


def without_marks(text: str) -> str:
    """Return a text as it is typed without marks."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return bare.replace("đ", "d").replace("Đ", "D")


@dataclass
class Score:
    """Counts of right answers over counts of questions, by what was asked; `wrong` names what went wrong."""

    right: dict[str, int] = field(default_factory=dict)
    of: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def add(self, what: str, text: str, *, right: bool) -> None:
        """Count one answer."""
        self.of[what] = self.of.get(what, 0) + 1
        self.right[what] = self.right.get(what, 0) + right
        if not right:
            self.wrong.append(f"{what}: {text}")

    def share(self, what: str) -> float:
        """Return the share of right answers; 1 when nothing was asked."""
        return self.right.get(what, 0) / self.of[what] if self.of.get(what) else 1.0


def score(rows: Sequence[Mapping[str, Any]], corpus: CorpusReader | None, *, plain: bool = False) -> Score:
    """Read all messages and compare with their labels. `plain`: typed without marks.

    Without `corpus` each message is one to the ward whose plan it names.
    """
    result = Score()
    for row in rows:
        text = without_marks(row["text"]) if plain else row["text"]
        said = (corpus or of_plan(row["plan"])).predict({**row, "text": text})["pred"]
        _compare(result, text, row["expected"], said, row["context"])
    return result


def _compare(result: Score, text: str, label: Label, said: Label, context: Label | None) -> None:
    asks, kind = bool(said["asks"]), label["kind"]
    result.add("kind", text, right=said["kind"] == kind)
    if label["must_ask"]:
        result.add("must ask", text, right=asks)
    else:
        result.add("needless question", text, right=not asks or label["ask_ok"])
    if kind == "multi":
        _compare_items(result, text, label["items"], said, context)
        return
    if kind in VALUED and not label["must_ask"]:
        right = _same_value(label, said) and _item(label, context) == _item(said, context)
        result.add("value and item", text, right=right)
        result.add("silently wrong", text, right=right or asks or said["kind"] not in VALUED)
    elif kind not in VALUED:
        result.add("silently wrong", text, right=asks or said["kind"] not in (*VALUED, "multi"))
    if label["date"]:
        result.add("date", text, right=_same_date(label, said))
    else:
        result.add("no date", text, right=not said.get("date"))


def _compare_items(
    result: Score, text: str, labels: Sequence[Label], said: Label, context: Label | None
) -> None:
    left = list(said.get("items") or [said])
    for label in labels:
        hit = next((item for item in left if _same_item(label, item, context)), None)
        result.add("item found", f"{text} | {label['indicator_hint']}", right=hit is not None)
        if hit is not None:
            left.remove(hit)
    for item in left:
        result.add("item is there", f"{text} | {item.get('indicator')}", right=False)
        silent = item["kind"] in VALUED and not said["asks"]
        result.add("silently wrong", text, right=not silent)


def _same_item(label: Label, said: Label, context: Label | None) -> bool:
    if label["kind"] != said["kind"] or _item(label, context) != _item(said, context):
        return False
    if label["kind"] in VALUED and not _same_value(label, said):
        return False
    return not label["date"] or _same_date(label, said)


def _item(of: Label, context: Label | None) -> str | None:
    return of.get("indicator") or of.get("indicator_hint") or (context or {}).get("indicator")


def _same_value(label: Label, said: Label) -> bool:
    return all(_number(label[f]) == _number(said.get(f)) for f in ("value", "numerator", "denominator"))


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _same_date(label: Label, said: Label) -> bool:
    return said.get("date") in (label["date"], *label["date_alternatives"])
