"""`giaoban read --dates`: lines of JSON read as answers to "đến ngày nào?"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.domain.reading.dates import DateDoubt, DateReading, Workday, read_date
from bot.domain.workdays import WARD_ZONE


def date_line(line: Mapping[str, Any], calendar: Workday | None = None) -> dict[str, Any]:
    """Return {"id", "date", "doubt"} for a line {"id", "text", "reference_time", "deadline"}.

    `reference_time` is an ISO moment (without an offset: in Việt Nam), `deadline` an ISO day or absent.
    ValueError or KeyError: the line is not of this form.
    """
    deadline = line.get("deadline")
    answer = read_date(
        line["text"],
        _moment(line["reference_time"]),
        date.fromisoformat(deadline[:10]) if deadline else None,
        calendar=calendar,
    )
    return {
        "id": line["id"],
        "date": _as_json(answer) if isinstance(answer, DateReading) else None,
        "doubt": answer.reason if isinstance(answer, DateDoubt) else None,
    }


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=WARD_ZONE) if moment.tzinfo is None else moment.astimezone(WARD_ZONE)


def _as_json(reading: DateReading) -> dict[str, str | None]:
    return {
        "from": reading.start.isoformat(),
        "to": reading.end.isoformat(),
        "due": reading.due.isoformat(),
        "time": f"{reading.time:%H:%M}" if reading.time else None,
        "modifier": reading.modifier,
    }
