"""The real program as a process: Telegram over HTTP on one side, the database on the other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.session import Sessions, make_sessions, open_engine
from tests.engine import program as running
from tests.engine.program import Program, code_for, figures, link, unhandled
from tests.standin.telegram import Account, TelegramStandIn

MINH, LAN, HUNG = 101, 102, 103
"""Minh reports on insurance, Lan is the clerk, Hùng the chairman."""


@pytest.fixture(scope="module")
def ward_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a plan and its people, made once and copied for each test."""
    path = tmp_path_factory.mktemp("ward") / "ward.db"
    running.filled(f"sqlite:///{path}").kw["bind"].dispose()
    return path


@pytest.fixture
def url(ward_file: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(ward_file, tmp_path / 'giaoban.db')}"


@pytest.fixture
def sessions(url: str) -> Iterator[Sessions]:
    engine = open_engine(url)
    yield make_sessions(engine)
    engine.dispose()


@pytest.fixture
def api() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as api:
        yield api


@pytest.fixture
def bot(api: TelegramStandIn) -> Account:
    return api.account(running.TOKEN)


@pytest.fixture
def program(url: str, bot: Account, api: TelegramStandIn, tmp_path: Path) -> Iterator[Program]:
    program = Program(url, bot, api.url, tmp_path / "log.txt")
    yield program
    program.end()
    print(program.log)


def heard(bot: Account, chat: int, part: str) -> str:
    """Wait until the bot has said something to a chat; the message that holds it."""
    try:
        bot.wait(lambda: any(part in text for text in bot.texts(chat)), timeout=20)
    except AssertionError:
        pytest.fail(f"not heard: {part}\nbut: {bot.texts(chat)}")
    return next(text for text in reversed(bot.texts(chat)) if part in text)


def test_a_person_links_with_a_code_and_is_reminded_the_next_morning(
    program: Program, bot: Account, sessions: Sessions
) -> None:
    bot.say(MINH, f"/start {code_for(sessions, 'minh')}")
    program.start(now="2026-11-16T07:20")
    heard(bot, MINH, "Kính chào anh Minh")
    assert program.stop() == 0
    assert len(bot.texts(MINH)) == 1
    program.start(now="2026-11-16T07:30")
    assert "CT07b BHXH tự nguyện" in heard(bot, MINH, "Anh Minh có")


def test_nobody_is_reminded_of_what_he_reported_while_the_program_was_off(
    program: Program, bot: Account, sessions: Sessions
) -> None:
    link(sessions, {"minh": MINH})
    program.start(now="2026-11-16T07:20")
    assert program.stop() == 0
    bot.say(MINH, "bhxh tn 201")
    program.start(now="2026-11-16T07:40")
    heard(bot, MINH, "201 người")
    program.stop()
    program.start(now="2026-11-16T07:42")
    assert "CT07b" not in heard(bot, MINH, "Anh Minh có")
    assert sum("Anh Minh có" in text for text in bot.texts(MINH)) == 1


def test_what_people_send_is_recorded_and_answered(
    program: Program, bot: Account, sessions: Sessions
) -> None:
    link(sessions, {"minh": MINH, "lan": LAN})
    program.start()
    heard(bot, MINH, "CT07b BHXH tự nguyện")
    bot.say(MINH, "bhxh tn 201/269 dat 75,7%")
    heard(bot, MINH, "74,72%")
    assert figures(sessions, "CT07b") == []
    bot.press(MINH, "Ghi 201/269")
    heard(bot, MINH, "201 người (tăng 19")
    said = bot.say(MINH, "bhyt 99,5")
    heard(bot, MINH, "BHYT, tháng 11/2026, số đến 14/11: 99,5%")
    bot.edit(MINH, said, "bhyt 99,8")
    heard(bot, MINH, "99,8% (số gửi trước: 99,5%)")
    assert figures(sessions, "CT07a") == ["99.5", "99.8"]
    bot.say(LAN, "/tonghop")
    bot.wait(lambda: any(sent.document.endswith(".xlsx") for sent in bot.sent), timeout=20)
    workbook = next(sent for sent in bot.sent if sent.document)
    assert workbook.content.startswith(b"PK")
    assert bot.count("answerCallbackQuery", 200) == 1
    assert program.stop() == 0


def test_a_platform_that_asks_to_wait_is_obeyed(program: Program, bot: Account, sessions: Sessions) -> None:
    link(sessions, {"lan": LAN})
    bot.fail("sendMessage", retry_after=2)
    program.start()
    heard(bot, LAN, "Chị Lan có")
    refused = next(call for call in bot.calls if call.method == "sendMessage" and call.status == 429)
    delivered = next(sent for sent in bot.sent if sent.chat == LAN)
    assert 2 <= delivered.at - refused.at < 4
    assert bot.count("sendMessage") == 2


def test_a_failing_platform_is_tried_again_and_a_blocked_chat_is_told_to_the_clerk_once(
    program: Program, bot: Account, sessions: Sessions
) -> None:
    link(sessions, {"minh": MINH, "lan": LAN, "hung": HUNG})
    bot.refuse(MINH)
    program.start()
    heard(bot, LAN, "Anh Minh (Bùi Đức Minh) không nhận được tin")
    bot.fail("sendMessage", status=500, description="Internal Server Error")
    bot.say(HUNG, "tinh hinh")
    heard(bot, HUNG, "Chỉ tiêu")
    assert bot.count("sendMessage", 500) == 1
    assert sum("không nhận được tin" in text for text in bot.texts(LAN)) == 1


def test_a_kill_with_messages_waiting_loses_none_and_records_none_twice(
    program: Program, bot: Account, sessions: Sessions
) -> None:
    chats = range(201, 213)
    with sessions.begin() as session:
        for chat in chats:
            running.link_one(session, "minh", chat)
    values = [str(value) for value in range(183, 207)]
    halfway = len(values) // 2
    for chat, value in zip(chats, values[:halfway], strict=True):
        bot.say(chat, f"bhxh tn {value}")
    program.start(now="2026-11-16T06:00")
    bot.wait(lambda: len(bot.sent) >= 4)
    program.kill()
    for chat, value in zip(chats, values[halfway:], strict=True):
        bot.say(chat, f"bhxh tn {value}")
    program.start(now="2026-11-16T06:01")
    bot.wait(lambda: {value for value in values if _receipts(bot, value)} == set(values), timeout=30)
    assert program.stop() == 0
    assert figures(sessions, "CT07b") == values
    assert unhandled(sessions) == 0
    assert bot.waiting() == 0
    assert sum(_receipts(bot, value) for value in values) - len(values) <= 8
    for chat in chats:
        assert bot.texts(chat)[0] != bot.texts(chat)[-1]


def _receipts(bot: Account, value: str) -> int:
    return sum(f"14/11: {value} người" in sent.text for sent in bot.sent)


def test_a_refused_token_ends_it_with_what_to_do(program: Program, bot: Account) -> None:
    bot.fail("getMe", times=9, status=401, description="Unauthorized")
    program.start()
    assert program.ends_within(20)
    assert "Trợ lý bắt đầu chạy: Phường Ngô Quyền" in program.log
    assert "mã bot bị từ chối: lấy mã mới ở @BotFather" in program.log
