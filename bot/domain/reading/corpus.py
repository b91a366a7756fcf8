"""A labelled corpus line through the same reading as chat: its context in, a prediction object out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.domain.items import KnownItem
from bot.domain.reading.model import Context, Reading
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.read import read


@dataclass
class CorpusReader:
    """Reads corpus lines against a registry of indicators.

    Targets differ between wards, so a registry item has none; what the context of a line says about its
    indicator replaces the registry's word. Catalogues are kept by context, as a ward keeps its own.
    """

    registry: Sequence[KnownItem]
    _catalogues: dict[KnownItem | None, Catalogue] = field(default_factory=dict)

    @classmethod
    def of(cls, indicators: Sequence[Mapping[str, Any]]) -> CorpusReader:
        """Build from the objects of an indicators file: key, name, unit, op, bounded, aliases."""
        return cls([_registered(row) for row in indicators])

    def predict(self, line: Mapping[str, Any]) -> dict[str, Any]:
        """Return {"id", "pred"} for one line: id, text, context, reference_time."""
        asked = line.get("context")
        item = self._awaited(asked)
        readings = read(line["text"], self._catalogue(item), _context(asked, line["reference_time"]))
        return {"id": line["id"], "pred": prediction(readings)}

    def _awaited(self, asked: Mapping[str, Any] | None) -> KnownItem | None:
        if not asked:
            return None
        known = next((item for item in self.registry if item.key == asked["indicator"]), None)
        name = asked.get("name") or asked["indicator"]
        base = known or KnownItem(asked["indicator"], "indicator", name, name)
        return replace(
            base,
            unit=asked.get("unit"),
            comparator=asked.get("target_op"),
            target=_decimal(asked.get("target")),
            bounded=bool(asked.get("bounded")),
        )

    def _catalogue(self, item: KnownItem | None) -> Catalogue:
        if item not in self._catalogues:
            others = [known for known in self.registry if item is None or known.key != item.key]
            self._catalogues[item] = Catalogue([*others, item] if item else others)
        return self._catalogues[item]


def _registered(row: Mapping[str, Any]) -> KnownItem:
    aliases = tuple(row.get("aliases") or ())
    return KnownItem(
        row["key"], "indicator", row["name"], aliases[0] if aliases else row["name"], aliases[1:],
        row.get("unit"), row.get("op"), None, bool(row.get("bounded")),
    )  # fmt: skip


def _context(asked: Mapping[str, Any] | None, reference_time: str) -> Context:
    now = datetime.fromisoformat(reference_time)
    if not asked:
        return Context(now)
    key, last, deadline = asked["indicator"], _decimal(asked.get("last_value")), asked.get("deadline")
    return Context(
        now, key, asked.get("asked"), frozenset((key,)), {key: last} if last is not None else {},
        {key: date.fromisoformat(deadline)} if deadline else {},
    )  # fmt: skip


def _decimal(text: object) -> Decimal | None:
    return None if text is None else Decimal(str(text))


def prediction(readings: Sequence[Reading]) -> dict[str, Any]:
    """Return the prediction object of a message: the fields of a corpus label, `items` for several."""
    if not readings:
        return {"kind": "greeting", "asks": False}
    if len(readings) == 1:
        return _one(readings[0])
    items = [_one(reading) for reading in readings]
    return {"kind": "multi", "asks": any(item["asks"] for item in items), "items": items}


def _one(reading: Reading) -> dict[str, Any]:
    is_ratio = reading.numerator is not None
    return {
        "kind": reading.kind,
        "indicator": reading.item,
        "value": None if is_ratio else _text(reading.value),
        "numerator": _text(reading.numerator),
        "denominator": _text(reading.denominator),
        "unit": reading.unit,
        "percent_stated": _text(reading.percent_stated),
        "percent_consistent": reading.percent_consistent,
        "date": reading.date.isoformat() if reading.date else None,
        "date_role": reading.date_role,
        "period": reading.period,
        "qualifier": reading.qualifier,
        "status": reading.status,
        "old_value": _text(reading.old_value),
        "also": list(reading.also),
        "asks": reading.asks,
        "ask_reasons": [doubt.reason for doubt in reading.doubts],
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
