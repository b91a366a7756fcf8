"""`./giaoban run`: the assistant at work, on every channel that is set up, until it is stopped."""

from __future__ import annotations

import argparse
import asyncio
import gc
import signal
import socket
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.commands.backup import folder_of, keep_of
from bot.commands.installation import Installation
from bot.logs import configure
from bot.nightly import Nightly, Raw
from config.errors import ConfigError
from db import integrity
from db.alone import InUseError, alone


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    parser = subparsers.add_parser(
        "run",
        description="Chạy trợ lý trên các kênh đã thiết lập, cho đến khi nhấn Ctrl+C hoặc nhận SIGTERM.",
    )
    parser.add_argument(
        "--only",
        choices=("web", "worker"),
        help="khi ENGINE=procrastinate: chỉ nhận tin (web) hoặc chỉ xử lý và gửi (worker)",
    )


def run(args: argparse.Namespace, installation: Installation) -> int:
    """Run until SIGTERM or Ctrl+C. Raises ConfigError when every account was refused."""
    if not installation.accounts:
        raise ConfigError(
            ["chưa có kênh nào: ghi TELEGRAM_TOKEN vào .env (lấy mã ở @BotFather), hoặc thử: ./giaoban demo"]
        )
    configure(installation.settings.log_level, secrets=installation.secrets)
    try:
        with alone(installation.database_url):
            _bring_up_to_date(installation)
            _refuse_damage(installation)
            wards = sorted(office.rules.name for office in installation.offices.values())
            print(f"Trợ lý bắt đầu chạy: {', '.join(wards)}. Dừng: Ctrl+C.", file=sys.stderr)
            refused = asyncio.run(_serve(installation, args.only))
    except InUseError as error:
        raise ConfigError([f"trợ lý đã chạy trên {error}: chỉ chạy một trợ lý trên một tệp SQLite"]) from None
    if refused:
        raise ConfigError(["mã bot bị từ chối: lấy mã mới ở @BotFather, sửa .env, chạy ./giaoban check"])
    return 0


def _bring_up_to_date(installation: Installation) -> None:
    """An empty database gets its tables; an older one is left to the operator, who has a backup to make."""
    from db import schema

    revision = schema.current(installation.engine)
    if revision is None:
        schema.upgrade(installation.engine)
    elif revision != schema.HEAD:
        raise ConfigError(
            [f"cơ sở dữ liệu ở phiên bản {revision}, chương trình cần {schema.HEAD}: chạy ./giaoban migrate"]
        )
    if installation.settings.engine == "procrastinate":
        from bot.engine import queue_schema

        if queue_schema.is_old(installation.engine):
            raise ConfigError(["bảng của hàng đợi là của phiên bản cũ: chạy ./giaoban migrate"])


def _refuse_damage(installation: Installation) -> None:
    """Writing on in a damaged file would make it worse."""
    with installation.sessions() as session:
        if found := integrity.damage(session):
            raise ConfigError([f"tệp dữ liệu bị hỏng ({found}): khôi phục bản sao, ./giaoban restore TỆP"])


async def _serve(installation: Installation, only: str | None) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows: Ctrl+C ends the program by KeyboardInterrupt
            signal.signal(number, lambda *_args: loop.call_soon_threadsafe(stop.set))
    engine = make_engine(installation, only)
    # What is loaded now stays: looking through it for what is no longer used made somebody wait 80 ms, now 4.
    gc.collect()
    gc.freeze()
    return int(await engine.run(stop))


def make_engine(installation: Installation, only: str | None) -> Any:
    """What carries the work, by the setting ENGINE. ConfigError where it does not fit the database."""
    app, channels, place = make_app(installation), make_channels(installation), front(installation)
    if installation.settings.engine == "procrastinate":
        from bot.engine.procrastinate import ProcrastinateEngine

        return ProcrastinateEngine(app, channels, installation.engine, place, does=only or "all")  # type: ignore[arg-type]
    if only is not None:
        raise ConfigError([f"--only {only} cần ENGINE=procrastinate và PostgreSQL"])
    from bot.engine.local import LocalEngine

    return LocalEngine(app, channels, place)


def front(installation: Installation) -> Any:
    """Where the web server listens, if there is to be one: for everybody only where Telegram has to come."""
    from bot.engine.receiving import Front

    settings = installation.settings
    if settings.port is None:
        return None
    host = "0.0.0.0" if settings.webhook_url else "127.0.0.1"  # noqa: S104
    token = settings.metrics_token
    secret = token.get_secret_value() if token else None
    found = Front(host, settings.port, settings.webhook_url, secret)
    try:
        socket.create_server((found.host, found.port)).close()
    except OSError:
        raise ConfigError([f"PORT: cổng {found.port} đang được một chương trình khác dùng"]) from None
    return found


def make_app(installation: Installation) -> Any:
    """The App over this installation's database and settings."""
    from bot.app import App
    from bot.channels.telegram import TelegramChannel

    wards = installation.wards_of_accounts
    accounts = {code: tuple(one for one in wards if wards[one] == code) for code in installation.offices}
    return App(
        sessions=installation.sessions,
        offices={
            code: replace(office, accounts=accounts[code], alone=len(installation.offices) == 1)
            for code, office in installation.offices.items()
        },
        accounts=installation.wards_of_accounts,
        abilities={TelegramChannel.name: TelegramChannel.ability},
        clock=installation.clock,
        out=installation.out,
        evidence=installation.evidence,
        nightly=make_nightly(installation, accounts),
        keeps=dict.fromkeys(installation.accounts, TelegramChannel.ability.keeps or timedelta(0)),
        shared=installation.settings.engine == "procrastinate",
    )


def make_nightly(installation: Installation, accounts: Mapping[str, Sequence[str]]) -> Nightly | None:
    """The work of the night; none while the clock is one of a demonstration."""
    if installation.settings.bot_now:
        return None
    offices = installation.offices.items()
    return Nightly(
        sessions=installation.sessions,
        url=installation.database_url,
        folder=folder_of(installation),
        keep=keep_of(installation),
        wards={code: Raw(office.rules.raw_text_days, accounts[code]) for code, office in offices},
        out=installation.out,
        evidence=installation.evidence,
    )


def make_channels(installation: Installation) -> dict[str, Any]:
    """One channel for each bot account."""
    from bot.channels.telegram import TelegramChannel
    from handlers.texts.channel import SHARE_PHONE

    settings = installation.settings
    proxy = settings.telegram_proxy
    return {
        account.name: TelegramChannel(
            account.name,
            account.token.get_secret_value(),
            now=installation.clock.now,
            contact_label=SHARE_PHONE,
            api_base=settings.telegram_api_base,
            proxy=proxy.get_secret_value() if proxy else None,
        )
        for account in installation.accounts.values()
    }
