"""`./giaoban status [--json]`: the same numbers as /tinhhinh, for a terminal or another program."""

from __future__ import annotations

import argparse
import json
from typing import Any

from bot.commands.choosing import add_ward_argument, chosen_ward, office_of
from bot.commands.installation import Installation


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser("status", description="Tình hình thực hiện kế hoạch lúc này.")
    parser.add_argument("--json", action="store_true", help="in dạng JSON, cho chương trình khác đọc")
    add_ward_argument(parser)


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Print the overview of a ward."""
    from db.ward_loading import load
    from handlers.situation.overview import overview
    from handlers.texts.situation.screen import danger
    from handlers.texts.situation.totals import counts, freshness

    now = installation.clock.now()
    with installation.sessions() as session:
        row = chosen_ward(session, args.ward)
        office = office_of(row, installation)
        ward = load(session, row.id, now.date(), office.calendar, office.rules.closed, office.regimes)
        found = overview(session, now, office, ward)
        if args.json:
            print(json.dumps(as_json(found, ward), ensure_ascii=False, indent=2))
        else:
            lines = [ward.name, *counts(found), *danger(found, ward), freshness(found, ward)]
            print(*lines, sep="\n")
    return 0


def as_json(found: Any, ward: Any) -> dict[str, Any]:
    """The overview as plain values; decimals as text, so that none is rounded."""
    return {
        "ward": ward.code,
        "at": found.now.isoformat(),
        "indicators": {"total": found.indicators.total, **found.indicators.by_class},
        "tasks": {"total": found.task_total, **found.tasks},
        "items": [_item(one, ward) for one in found.all.values()],
        "missing": [one.item.key for one in found.missing],
        "obstacles": [{"item": item.key, "words": row.words} for item, row in found.obstacles],
    }


def _item(one: Any, ward: Any) -> dict[str, Any]:
    figure, verdict = one.figure, one.verdict
    owner = ward.people.get(one.item.owner_id or 0)
    return {
        "key": one.item.key,
        "name": one.item.short_name,
        "kind": one.item.kind,
        "class": verdict.cls if verdict else one.task,
        "owner": owner.code if owner else None,
        "period": one.period.key if one.period else None,
        "due": one.due.isoformat() if one.due else None,
        "reported": one.reported,
        "value": _text(figure.value) if figure else None,
        "numerator": _text(figure.numerator) if figure else None,
        "denominator": _text(figure.denominator) if figure else None,
        "as_of": figure.as_of.isoformat() if figure else None,
        "completion_percent": _text(verdict.ratio) if verdict else None,
    }


def _text(value: Any) -> str | None:
    return None if value is None else f"{value:f}"
