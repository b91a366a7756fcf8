"""Messages brought to the web server, and what it says of the program, with the real program as a process."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import App
from bot.clock import SetClock
from bot.engine.receiving import Front
from bot.engine.web import Web
from db import pulse
from db.session import Sessions
from tests.engine import program as running
from tests.engine.program import Program, figures, link
from tests.standin.telegram import Account, TelegramStandIn

MINH = 101
TOKEN = "0123456789abcdef"
KNOWN = {"Authorization": f"Bearer {TOKEN}"}
SECRET = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def bot() -> Iterator[Account]:
    with TelegramStandIn() as api:
        bot = api.account(running.TOKEN)
        bot.api_url = api.url  # type: ignore[attr-defined]
        yield bot


@pytest.fixture
def sessions(tmp_path: Path) -> Sessions:
    sessions = running.filled(f"sqlite:///{tmp_path / 'giaoban.db'}")
    link(sessions, {"minh": MINH})
    return sessions


@pytest.fixture
def web(bot: Account, sessions: Sessions, tmp_path: Path, port: int) -> Iterator[httpx.Client]:
    """The program with a web server that Telegram has been told of; a client of that server."""
    url = str(sessions.kw["bind"].url)
    program = Program(url, bot, bot.api_url, tmp_path / "log.txt")  # type: ignore[attr-defined]
    program.start(PORT=str(port), WEBHOOK_URL="https://giaoban.example.vn", METRICS_TOKEN=TOKEN)
    try:
        bot.wait(lambda: bot.count("setWebhook", 200) == 1)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=10) as client:
            yield client
        assert program.stop() == 0
    finally:
        program.end()
        print(program.log)


def update(bot: Account, text: str) -> dict[str, Any]:
    """What Telegram would bring when Minh writes."""
    bot.say(MINH, text)
    return bot.updates.pop()[1]


def bring(
    web: httpx.Client, bot: Account, said: Any, secret: str | None = None, account: str = "telegram"
) -> int:
    headers = {SECRET: str(bot.hook["secret_token"]) if secret is None else secret}
    content = said if isinstance(said, bytes) else None
    json = None if isinstance(said, bytes) else said
    return web.post(f"/telegram/{account}", content=content, json=json, headers=headers).status_code


def test_a_message_that_is_brought_is_stored_before_the_answer_and_handled_once(
    web: httpx.Client, bot: Account, sessions: Sessions
) -> None:
    assert bot.hook["url"] == "https://giaoban.example.vn/telegram/telegram"
    said = update(bot, "bhxh tn 201")
    assert [bring(web, bot, said), bring(web, bot, said)] == [200, 200]
    bot.wait(lambda: any("201 người" in text for text in bot.texts(MINH)))
    assert figures(sessions, "CT07b") == ["201"]
    assert sum("201 người" in text for text in bot.texts(MINH)) == 1


def test_what_is_not_from_telegram_is_refused(web: httpx.Client, bot: Account, sessions: Sessions) -> None:
    said = update(bot, "bhxh tn 201")
    assert bring(web, bot, said, secret="") == 403
    assert bring(web, bot, said, secret="guess") == 403
    assert bring(web, bot, said, account="another") == 403
    assert bring(web, bot, b"{") == 400
    assert bring(web, bot, b"[" * 500_000) == 400
    assert bring(web, bot, b" " * 2_000_000) == 413
    assert bring(web, bot, ["no", "update"]) == 200
    assert web.get("/telegram/telegram").status_code == 405
    assert web.get("/").status_code == 404
    assert figures(sessions, "CT07b") == []


def test_health_and_metrics_are_told_in_numbers(web: httpx.Client, bot: Account) -> None:
    bring(web, bot, update(bot, "viec"))
    bot.wait(lambda: any("mục chờ số liệu" in text for text in bot.texts(MINH)))
    health = web.get("/healthz", headers=KNOWN)
    assert health.status_code == 200
    said = health.json()
    assert said["status"] == "ok"
    assert said["inbox"] == {"done": 1}
    assert said["oldest"]["inbox"] is None
    assert set(said["last"]) >= {"tick", "poll:telegram"}
    metrics = web.get("/metrics", headers=KNOWN).text
    assert 'giaoban_inbox_rows{state="done"} 1.0' in metrics
    assert 'giaoban_last_seconds{what="tick"}' in metrics


def test_strangers_see_no_numbers_and_get_few_answers(
    web: httpx.Client, bot: Account, sessions: Sessions
) -> None:
    assert web.get("/healthz").json() == {"status": "ok"}
    for headers in ({}, {"Authorization": TOKEN}, {"Authorization": "Bearer guess"}):
        assert web.get("/metrics", headers=headers).status_code == 403
    said = update(bot, "bhxh tn 201")
    refused = [bring(web, bot, said, secret=f"guess{number}") for number in range(70)]
    assert set(refused) == {403, 429}
    assert web.get("/healthz").status_code == 429
    assert web.get("/healthz", headers=KNOWN).status_code == 200
    assert bring(web, bot, said) == 200


async def _at_once(function: Callable[..., Any], *args: Any) -> Any:
    return function(*args)


def test_a_program_that_has_just_begun_is_well_and_one_that_does_not_tick_is_late(
    sqlite_sessions: Sessions, clock: SetClock, tmp_path: Path
) -> None:
    """A host looks at once, and would end a program that says 503 before its first tick."""
    app = App(sqlite_sessions, {}, {"ward": "nobody"}, {}, clock, tmp_path)
    pages = Web(app, {}, {}, _at_once, Front("127.0.0.1", 0)).pages()

    def health() -> tuple[int, str]:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(
                transport=httpx.ASGITransport(app=pages), base_url="http://it"
            ) as it:
                return await it.get("/healthz")

        answer = asyncio.run(ask())
        return answer.status_code, answer.json()["status"]

    with sqlite_sessions.begin() as session:
        pulse.beat(session, "tick", clock.now() - timedelta(hours=2))
    assert health() == (200, "ok")
    clock.advance(timedelta(minutes=4))
    assert health() == (503, "late")
    with sqlite_sessions.begin() as session:
        pulse.beat(session, "tick", clock.now())
    assert health() == (200, "ok")
