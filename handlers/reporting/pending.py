"""Readings as JSON, to wait in a question until their doubt is settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.domain.reading.model import Reading

_DECIMALS = ("value", "numerator", "denominator", "percent_stated", "old_value")


def to_json(reading: Reading) -> dict[str, Any]:
    """A reading without its doubts; decimals and dates as text, fields at their default left out."""
    bare = replace(reading, doubts=())
    plain = Reading(kind=reading.kind)
    return {
        name: _text(value)
        for name, value in asdict(bare).items()
        if name == "kind" or value != getattr(plain, name)
    }


def from_json(fields_: Mapping[str, Any]) -> Reading:
    """The reading that `to_json` wrote."""
    values = dict(fields_)
    for name in _DECIMALS:
        if values.get(name) is not None:
            values[name] = Decimal(values[name])
    if values.get("date"):
        values["date"] = date.fromisoformat(values["date"])
    values["date_alternatives"] = tuple(map(date.fromisoformat, values.get("date_alternatives", ())))
    for name in ("also", "span"):
        if name in values:
            values[name] = tuple(values[name])
    known = {item.name for item in fields(Reading)}
    return Reading(**{name: value for name, value in values.items() if name in known})


def _text(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_text(one) for one in value]
    return value
