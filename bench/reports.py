"""Reports a second through the App, without the network: inbox, reading, figure, receipt in the outbox."""

from __future__ import annotations

import statistics
import time
from datetime import datetime

from sqlalchemy import func, select

from bench.ward import ACCOUNT, YEAR, message, reports, ward_app
from bot.app import App
from bot.domain.workdays import WARD_ZONE
from db.models import Figure

FIRST, ROUNDS = 5, 6
"""The month of the first round, which warms up, and how many are measured; each reports every indicator."""


def main() -> None:
    """Print the median of the rounds."""
    with ward_app(_day(FIRST), periods=FIRST - 1) as app:
        _report_all(app, FIRST)
        rounds = [_measure(app, FIRST + place) for place in range(1, ROUNDS + 1)]
        with app.sessions() as session:
            wanted = select(func.count()).select_from(Figure).where(Figure.inbox_id.is_not(None))
            recorded = session.scalar(wanted)
        said = (ROUNDS + 1) * len(reports(app.sessions, FIRST))
    print(f"figures recorded   {recorded:6} of {said} messages")
    print(f"reports a second   {statistics.median(rate for rate, _ in rounds):6.0f}")
    print(f"CPU a report       {statistics.median(cpu for _, cpu in rounds):6.2f} ms")


def _measure(app: App, month: int) -> tuple[float, float]:
    """Reports a second, and ms of CPU a report."""
    wall, cpu = time.perf_counter(), time.process_time()
    count = _report_all(app, month)
    return count / (time.perf_counter() - wall), (time.process_time() - cpu) / count * 1000


def _report_all(app: App, month: int) -> int:
    """Everybody reports every indicator once, one message after the other."""
    app.clock.set(_day(month))  # type: ignore[attr-defined]
    said = reports(app.sessions, month)
    for number, (chat, words) in enumerate(said):
        for new in app.accept(ACCOUNT, [message(month * 1000 + number, chat, words, app.clock.now())]):
            app.receive(new)
    return len(said)


def _day(month: int) -> datetime:
    return datetime(YEAR, month, 15, 8, tzinfo=WARD_ZONE)


if __name__ == "__main__":
    main()
