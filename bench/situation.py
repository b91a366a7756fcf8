"""How long /tinhhinh takes for 170 indicators with 12 reported months, from the inbox to the outbox."""

from __future__ import annotations

import statistics
import time
from datetime import datetime, timedelta

from bench.ward import ACCOUNT, YEAR, message, ward_app
from bot.domain.workdays import WARD_ZONE

NOW = datetime(YEAR, 12, 16, 8, tzinfo=WARD_ZONE)
TIMES, WARM = 200, 5
CHAIR = 1


def main() -> None:
    """Print the median and the 95th percentile."""
    with ward_app(NOW, periods=12) as app:
        walls, cpus = [], []
        for number in range(TIMES + WARM):
            app.clock.set(NOW + timedelta(seconds=2 * number))  # type: ignore[attr-defined]
            (inbox_id,) = app.accept(ACCOUNT, [message(number, CHAIR, "/tinhhinh", NOW)])
            wall, cpu = time.perf_counter(), time.process_time()
            app.receive(inbox_id)
            walls.append((time.perf_counter() - wall) * 1000)
            cpus.append((time.process_time() - cpu) * 1000)
    for name, times in (("wall", walls[WARM:]), ("CPU", cpus[WARM:])):
        ranked = statistics.quantiles(times, n=20)
        print(f"/tinhhinh {name:4}   median {statistics.median(times):5.1f} ms   p95 {ranked[-1]:5.1f} ms")


if __name__ == "__main__":
    main()
