"""The drill: the program is killed, its database deleted, last night's backup restored, and it goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.session import Sessions, make_sessions, open_engine
from tests.engine import program as running
from tests.engine.program import Program, figures, link
from tests.standin.telegram import Account, TelegramStandIn

MINH, LAN = 101, 102


@pytest.fixture
def api() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as api:
        yield api


@pytest.fixture
def bot(api: TelegramStandIn) -> Account:
    return api.account(running.TOKEN)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A ward on SQLite whose official Minh and clerk Lan are linked."""
    path = tmp_path / "giaoban.db"
    sessions = running.filled(f"sqlite:///{path}")
    link(sessions, {"minh": MINH, "lan": LAN})
    sessions.kw["bind"].dispose()
    return path


@pytest.fixture
def program(database: Path, bot: Account, api: TelegramStandIn, tmp_path: Path) -> Iterator[Program]:
    program = Program(f"sqlite:///{database}", bot, api.url, tmp_path / "log.txt")
    yield program
    program.end()
    print(program.log)


def command(database: Path, *arguments: str) -> str:
    """What a command of the program prints; it must succeed."""
    environment = {"DATABASE_URL": f"sqlite:///{database}", "BACKUP_DIR": str(database.parent / "copies")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=running.ROOT,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def reading(database: Path) -> Sessions:
    return make_sessions(open_engine(f"sqlite:///{database}"))


def hear(bot: Account, chat: int, part: str) -> None:
    bot.wait(lambda: any(part in text for text in bot.texts(chat)), timeout=20)


def test_after_a_loss_the_program_goes_on_from_the_backup(
    program: Program, bot: Account, database: Path
) -> None:
    program.start()
    bot.say(MINH, "bhxh tn 201")
    hear(bot, MINH, "201 người")
    command(database, "backup")
    bot.say(MINH, "bhyt 99,5")
    hear(bot, MINH, "99,5%")
    program.kill()
    for left in database.parent.glob("giaoban.db*"):
        left.unlink()
    copy = next((database.parent / "copies").glob("*.db"))
    said = command(database, "restore", str(copy), "--yes")
    assert "Trước đó chưa có dữ liệu." in said
    assert "Bản sao có dữ liệu đến " in said
    assert "mọi báo cáo gửi sau thời điểm trên không có trong bản sao" in said
    sessions = reading(database)
    assert (figures(sessions, "CT07b"), figures(sessions, "CT07a")) == (["201"], [])
    program.start(now="2026-11-16T09:00")
    hear(bot, LAN, "vừa được khôi phục từ bản sao")
    bot.say(MINH, "bhyt 99,5")
    bot.wait(lambda: figures(sessions, "CT07a") == ["99.5"], timeout=20)
    sessions.kw["bind"].dispose()


def test_when_the_former_file_can_be_read_each_lost_report_is_asked_for_again(
    program: Program, bot: Account, database: Path
) -> None:
    program.start()
    hear(bot, MINH, "CT07b")
    command(database, "backup")
    bot.say(MINH, "bhyt 99,5")
    hear(bot, MINH, "99,5%")
    program.kill()
    said = command(database, "restore", str(next((database.parent / "copies").glob("*.db"))), "--yes")
    assert "1 báo cáo ghi sau bản sao, cần gửi lại:" in said
    assert "CT07a" in said
    assert "giaoban-before-restore-" in said
    program.start(now="2026-11-16T09:00")
    hear(bot, MINH, "Đề nghị gửi lại như lần trước")
    hear(bot, LAN, "01 báo cáo sau lúc đó không còn")


def test_a_second_program_does_not_start_on_the_same_file(program: Program, database: Path) -> None:
    program.start()
    environment = {"DATABASE_URL": f"sqlite:///{database}", "TELEGRAM_TOKEN": running.TOKEN}
    second = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=running.ROOT,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=30,
    )
    assert second.returncode == 1
    assert "chỉ chạy một trợ lý trên một tệp SQLite" in second.stderr
    program.kill()
    program.start()


def test_a_program_that_is_started_makes_the_backup_that_is_owed(
    program: Program, bot: Account, database: Path
) -> None:
    copies = database.parent / "copies"
    program.start(now="", BACKUP_DIR=str(copies))
    bot.wait(lambda: any(copies.glob("giaoban-*.db")), timeout=20)
    assert program.stop(within=20) == 0
    assert "backed up" in program.log
