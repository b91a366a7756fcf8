"""No log line holds a token, a password or what a person wrote, whatever goes wrong."""

from __future__ import annotations

import io
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from sqlalchemy import select

from bot.logs import configure
from db.models import Person, Question
from db.session import make_sessions, open_engine
from handlers import router
from handlers.turn import Turn
from tests.engine import program as running
from tests.engine.program import Program, link
from tests.security.room import Room
from tests.standin.telegram import TelegramStandIn

WORDS = "bí mật của bà Nguyễn Thị Hồng Nhung số 0912345678"
TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_12345"
PASSWORD = "Mat-khau-2026"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, from DEBUG on."""
    out, level, before = io.StringIO(), logging.getLogger().level, structlog.get_config()
    hook, handlers = sys.excepthook, logging.getLogger().handlers[:]
    configure("DEBUG", secrets=[TOKEN, PASSWORD, ""], out=out)
    yield out
    structlog.configure(**before)
    sys.excepthook = hook
    logging.basicConfig(handlers=handlers, level=level, force=True)


def fail(words: str) -> None:
    try:
        int(words)
    except ValueError as error:
        raise RuntimeError(f"cannot read {words}") from error


def test_an_exception_is_shown_by_place_and_kind_without_what_it_quotes(log: io.StringIO) -> None:
    try:
        fail(WORDS)
    except RuntimeError:
        structlog.get_logger().exception("message failed", inbox=7)
    shown = log.getvalue()
    assert "message failed" in shown
    assert "inbox=7" in shown
    assert re.search(r'test_logs.py", line \d+, in fail', shown)
    assert "builtins.ValueError\nthen:" in shown
    assert shown.rstrip().endswith("builtins.RuntimeError")
    assert WORDS not in shown


def test_a_fault_of_the_code_is_shown_with_its_message(log: io.StringIO) -> None:
    try:
        object().nothing  # type: ignore[attr-defined] # noqa: B018 - what is tested
    except AttributeError:
        structlog.get_logger().exception("message failed")
    assert "builtins.AttributeError ('object' object has no attribute 'nothing')" in log.getvalue()


def test_a_database_error_is_shown_with_its_number_and_without_its_values(
    log: io.StringIO, tmp_path: Path
) -> None:
    with make_sessions(open_engine(f"sqlite:///{tmp_path}/x.db"))() as session:
        try:
            session.scalars(select(Person).where(Person.name == WORDS)).all()
        except Exception:
            structlog.get_logger().exception("tick failed")
    assert "sqlalchemy.exc.OperationalError (SQLITE_ERROR)" in log.getvalue()
    assert WORDS not in log.getvalue()


@pytest.mark.parametrize(
    "said",
    [TOKEN, f"https://api.telegram.org/bot{TOKEN}/getMe", "987654321:AAF-another_token_of_a_bot_12345678"],
)
def test_a_token_is_blotted_out_also_of_a_bot_that_is_not_ours(log: io.StringIO, said: str) -> None:
    structlog.get_logger().warning("not sent", reason=said)
    assert "[hidden]" in log.getvalue()
    assert said[-20:] not in log.getvalue()


def test_a_password_is_blotted_out(log: io.StringIO) -> None:
    structlog.get_logger().error("no database", detail=f"postgresql://giaoban:{PASSWORD}@127.0.0.1/x")
    assert PASSWORD not in log.getvalue()
    assert "giaoban:[hidden]@127.0.0.1" in log.getvalue()


def test_what_a_library_logs_is_shown_by_place_only(log: io.StringIO) -> None:
    logging.getLogger("asyncio").error("Task exception was never retrieved: %s", WORDS)
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    assert "from a library" in log.getvalue()
    assert "[asyncio]" in log.getvalue()
    assert WORDS not in log.getvalue()


def test_what_ends_the_program_is_shown_the_same_way(log: io.StringIO) -> None:
    try:
        fail(WORDS)
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    assert "program ended" in log.getvalue()
    assert WORDS not in log.getvalue()


def test_a_bug_in_a_handler_does_not_show_the_message(
    log: io.StringIO, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(turn: Turn) -> None:
        fail(turn.message.text)

    monkeypatch.setattr(router, "answer", broken)
    assert "gặp sự cố" in room.say("minh", WORDS)[0]
    assert "message failed" in log.getvalue()
    assert WORDS not in log.getvalue()


def test_a_whole_run_with_faults_logs_no_secret_and_no_words(tmp_path: Path) -> None:
    """The real program at DEBUG: people write, the platform fails, a question is damaged, it is stopped."""
    sessions = running.filled(f"sqlite:///{tmp_path}/giaoban.db")
    link(sessions, {"minh": 101, "lan": 102})
    with TelegramStandIn() as api:
        bot = api.account(running.TOKEN)
        program = Program(f"sqlite:///{tmp_path}/giaoban.db", bot, api.url, tmp_path / "log.txt")
        try:
            program.start(LOG_LEVEL="DEBUG")
            bot.wait(lambda: len(bot.texts(101)) > 0)
            bot.fail("sendMessage", status=500)
            bot.say(101, f"vướng {WORDS}")
            bot.say(101, "bhxh tn 201/269 dat 75,7%")
            bot.wait(lambda: any("74,72%" in text for text in bot.texts(101)))
            with sessions.begin() as session:
                question = session.scalars(select(Question).order_by(Question.id.desc())).first()
                assert question is not None
                question.payload = {"words": WORDS}
            bot.say(101, "1")
            bot.wait(lambda: any("gặp sự cố" in text for text in bot.texts(101)))
            bot.refuse(102)
            bot.say(102, f"/nguoi {WORDS}")
            assert program.stop(within=20) == 0
        finally:
            program.end()
        shown = program.log
    sessions.kw["bind"].dispose()
    assert "message failed" in shown
    assert running.TOKEN not in shown
    assert running.TOKEN.partition(":")[2] not in shown
    for words in (WORDS, "Hồng Nhung", "0912345678", "bhxh tn", "vướng"):
        assert words not in shown


def test_no_words_are_given_to_a_log_in_the_code() -> None:
    """Fields of log lines are names, numbers and codes: none is the text of a message."""
    root = Path(__file__).parent.parent.parent
    calls = [
        (path.name, call)
        for folder in ("bot", "db", "handlers")
        for path in (root / folder).rglob("*.py")
        for call in re.findall(r"\blog\.\w+\((.*?)\)\n", path.read_text(encoding="utf-8"), re.DOTALL)
    ]
    assert len(calls) > 8
    assert [
        call for call in calls if re.search(r"\.text\b|\.words\b|payload|token|\bmessage\b=", call[1])
    ] == []
