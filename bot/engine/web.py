"""The web server: where Telegram hands over messages, and where others look how the program is.

/telegram/<account> takes one update, with the account's secret in a header, and answers 200 only when it is
stored. /healthz says in JSON what last happened and what waits; /metrics says it to Prometheus. Where the
server is open to the world, strangers get no numbers, and few answers a minute.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
import uvicorn
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.app import App
from bot.channels import Accept
from bot.channels.telegram import TelegramChannel
from bot.domain.hygiene import Pace
from bot.engine.patience import Work
from bot.engine.receiving import Front
from db.health import Health, look

log = structlog.get_logger(__name__)

MAX_BODY = 1_000_000
"""Bytes: an update is a few thousand; ten times the longest message with everything around it."""
AT_ONCE = 100
"""Requests under way at once; above it the answer is 503, and Telegram comes again."""
LATE = timedelta(minutes=3)
"""Since the last tick, or since this process began, which the first tick follows: then the program hangs."""
STRANGER = 60
"""Answers a minute to an address that shows no secret: Telegram always shows one, a monitor may."""


@dataclass
class Web:
    """The pages of one process. `accepts` store messages by account; `work` runs in the database's thread.

    `front` says whether the world can come in, and the token that then opens the numbers (None: nobody).
    """

    app: App
    channels: Mapping[str, TelegramChannel]
    accepts: Mapping[str, Accept]
    work: Work
    front: Front
    _strangers: Pace = field(default_factory=Pace)
    _began: datetime = field(init=False)

    def __post_init__(self) -> None:
        """Note the beginning: no tick was owed before it."""
        self._began = self.app.clock.now()

    def pages(self) -> Starlette:
        """The three paths."""
        return Starlette(
            routes=[
                Route("/telegram/{account}", self.take, methods=["POST"]),
                Route("/healthz", self.healthz),
                Route("/metrics", self.metrics),
            ]
        )

    async def take(self, request: Request) -> Response:
        """One update: 403, 429 for a stranger; 413, 400 for what cannot be one; 503 when it is not stored."""
        account = request.path_params["account"]
        channel = self.channels.get(account)
        if channel is None or not channel.admits(request.headers):
            return Response(status_code=429 if self._is_too_much(request) else 403)
        body = await _bounded(request)
        if body is None:
            return Response(status_code=413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        try:
            await channel.deliver(update, self.accepts[account])
        except Exception:  # whatever it was, the message is not stored: Telegram has to come again
            log.exception("update not stored", account=account)
            return Response(status_code=503)
        return Response(status_code=200)

    async def healthz(self, request: Request) -> Response:
        """200 with numbers (ages in seconds); 503 when the clock no longer ticks or the database is away.

        To a stranger no numbers: a host has to see that the program lives, not how the ward works.
        """
        known = self._is_known(request)
        if not known and self._is_too_much(request):
            return Response(status_code=429)
        now = self.app.clock.now()
        try:
            health = await self.work(self._look)
        except Exception:
            log.exception("health not known")
            return JSONResponse({"status": "database"}, status_code=503)
        late = now - max(health.last.get("tick", self._began), self._began) > LATE
        said = {"status": "late" if late else "ok"} | (_numbers(health, now) if known else {})
        return JSONResponse(said, status_code=503 if late else 200)

    async def metrics(self, request: Request) -> Response:
        """The same numbers in Prometheus' text format; 403 or 429 for a stranger."""
        if not self._is_known(request):
            return Response(status_code=429 if self._is_too_much(request) else 403)
        health = await self.work(self._look)
        registry = CollectorRegistry()
        registry.register(_Numbers(health, self.app.clock.now()))
        return Response(generate_latest(registry), media_type="text/plain; version=0.0.4")

    def _is_known(self, request: Request) -> bool:
        """Whether the numbers are for this client: on this machine for all, else for who shows the token."""
        if self.front.public is None:
            return True
        said, token = request.headers.get("Authorization", ""), self.front.token
        return token is not None and hmac.compare_digest(said.encode(), f"Bearer {token}".encode())

    def _is_too_much(self, request: Request) -> bool:
        address = request.client.host if request.client else ""
        return self._strangers.admit(address, self.app.clock.now(), STRANGER) != "yes"

    def _look(self) -> Health:
        with self.app.sessions() as session:
            return look(session)


async def _bounded(request: Request) -> bytes | None:
    """The body; None as soon as it is more than it may be."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY:
            return None
    return body


def _numbers(health: Health, now: datetime) -> dict[str, Any]:
    since = {"inbox": health.unread_since, "outbox": health.unsent_since}
    return {
        "last": {name: _age(at, now) for name, at in sorted(health.last.items())},
        "oldest": {name: _age(at, now) for name, at in since.items()},
        "inbox": dict(health.inbox),
        "outbox": dict(health.outbox),
    }


def _age(at: datetime | None, now: datetime) -> float | None:
    return round((now - at).total_seconds(), 1) if at is not None else None


@dataclass(frozen=True, eq=False)
class _Numbers(Collector):
    health: Health
    now: datetime

    def collect(self) -> Iterator[GaugeMetricFamily]:
        last = GaugeMetricFamily("giaoban_last_seconds", "Seconds since it last happened", labels=["what"])
        for name, at in self.health.last.items():
            last.add_metric([name], _age(at, self.now) or 0.0)
        yield last
        for table, counts in (("inbox", self.health.inbox), ("outbox", self.health.outbox)):
            rows = GaugeMetricFamily(
                f"giaoban_{table}_rows", f"Rows of the {table} by state", labels=["state"]
            )
            for state, count in counts.items():
                rows.add_metric([state], count)
            yield rows
        oldest = GaugeMetricFamily("giaoban_oldest_seconds", "Age of the oldest open row", labels=["table"])
        oldest.add_metric(["inbox"], _age(self.health.unread_since, self.now) or 0.0)
        oldest.add_metric(["outbox"], _age(self.health.unsent_since, self.now) or 0.0)
        yield oldest


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave SIGTERM to the program, which has more to end than this server."""
        yield


async def serve(pages: Starlette, host: str, port: int) -> None:
    """Serve until cancelled; then let the requests under way come to their end."""
    config = uvicorn.Config(
        pages,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        lifespan="off",
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=60,
        timeout_graceful_shutdown=3,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    try:
        await asyncio.shield(serving)
    except asyncio.CancelledError:
        server.should_exit = True
        await serving
        raise
