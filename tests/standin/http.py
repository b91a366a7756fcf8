"""A small HTTP/1.1 server in a thread of its own: connections kept alive, forms, JSON and uploads."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

Fields = dict[str, Any]
"""The fields of a request: text, what JSON holds, or an Upload."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and what goes out: as JSON, or the bytes of a file."""

    status: int
    body: Any


Respond = Callable[[str, Fields], Awaitable[Answer | None]]
"""Path and fields in, answer out; None drops the connection without one."""


class HttpServer:
    """Listens on 127.0.0.1 from `start` to `stop`; `respond` runs on `loop`, in the server's thread."""

    def __init__(self, respond: Respond, port: int = 0) -> None:
        self._respond = respond
        self._started: Future[None] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self.port = port
        self.loop: asyncio.AbstractEventLoop

    def start(self) -> None:
        self._thread.start()
        self._started.result(timeout=10)

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(timeout=10)

    async def _serve(self) -> None:
        self.loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        self._talks: set[asyncio.Task[None]] = set()
        try:
            server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        except OSError as error:
            self._started.set_exception(error)
            return
        self.port = server.sockets[0].getsockname()[1]
        self._started.set_result(None)
        await self._stopping.wait()
        server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.create_task(self._talk(reader, writer))
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await _read_request(reader)) is not None:
                answer = await self._respond(*request)
                if answer is None:
                    break
                writer.write(_bytes(answer))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.transport.abort()


async def _read_request(reader: asyncio.StreamReader) -> tuple[str, Fields] | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return first.split(" ")[1], _fields(headers.get("content-type", ""), body)


def _fields(kind: str, body: bytes) -> Fields:
    if kind.startswith("application/json"):
        fields: Fields = json.loads(body)
        return fields
    if kind.startswith("multipart/form-data"):
        boundary = b"--" + kind.partition("boundary=")[2].strip('"').encode()
        return dict(_part(part) for part in body.split(boundary)[1:-1])
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _part(part: bytes) -> tuple[str, str | Upload]:
    head, _, content = part.removeprefix(b"\r\n").removesuffix(b"\r\n").partition(b"\r\n\r\n")
    names = dict(re.findall(r'\b(name|filename)="([^"]*)"', head.decode()))
    value = Upload(names["filename"], content) if "filename" in names else content.decode()
    return names["name"], value


REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found"}


def _bytes(answer: Answer) -> bytes:
    body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
    reason = REASONS.get(answer.status, "Other")
    head = (
        f"HTTP/1.1 {answer.status} {reason}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    )
    return head.encode() + b"\r\n\r\n" + body
