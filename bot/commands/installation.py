"""What a command works on: the settings of this installation, and what they open when it is needed."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from config.errors import ConfigError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.clock import Clock
    from config.accounts import Account
    from config.settings import Settings
    from db.session import Sessions
    from handlers.turn import Office

ROOT = Path(__file__).resolve().parent.parent.parent


class Installation:
    """Opens each part at its first use: a command that needs no database or settings never loads them."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root

    @cached_property
    def out(self) -> Path:
        """The folder for what the program makes for people: sheets, workbooks, pictures."""
        folder = self.root / "out"
        folder.mkdir(exist_ok=True)
        return folder

    @property
    def evidence(self) -> Path:
        """The folder for photos and files of tasks, each under its hash."""
        return self.root / "data" / "minh-chung"

    @cached_property
    def settings(self) -> Settings:
        """The settings in force. Raise ConfigError with everything that is wrong."""
        from config.settings import load_settings

        return load_settings(self.root / ".env")

    @cached_property
    def database_url(self) -> str:
        """Where the database is, password included."""
        return self.settings.database_url.get_secret_value()

    @cached_property
    def engine(self) -> Engine:
        """The database; the folder of a SQLite file is made."""
        from sqlalchemy import make_url

        from db.session import open_engine

        url = make_url(self.database_url)
        if url.get_backend_name() == "sqlite" and url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        return open_engine(self.database_url)

    @cached_property
    def sessions(self) -> Sessions:
        """Units of work on the database. An empty one gets its tables; ConfigError for any other schema."""
        from db import schema
        from db.session import make_sessions

        revision = schema.current(self.engine)
        if revision is None:
            schema.upgrade(self.engine)
        elif revision != schema.HEAD:
            raise ConfigError(
                ["DATABASE_URL: cơ sở dữ liệu khác phiên bản của chương trình: ./giaoban migrate"]
            )
        return make_sessions(self.engine)

    @cached_property
    def offices(self) -> dict[str, Office]:
        """What is set for each ward outside the database, by the ward's code; or ConfigError."""
        from config.calendars import load_calendar, load_regimes
        from config.ward import read_wards
        from handlers.turn import Office

        regimes, calendar = load_regimes(), load_calendar()
        wards = read_wards(self.settings.ward_file, regimes)
        return {code: Office(rules, regimes, calendar) for code, rules in wards.items()}

    @cached_property
    def accounts(self) -> dict[str, Account]:
        """The bot accounts by name."""
        return {account.name: account for account in self.settings.accounts}

    @cached_property
    def secrets(self) -> tuple[str, ...]:
        """What must never be seen in a log: tokens, passwords."""
        from sqlalchemy import make_url

        proxy = self.settings.telegram_proxy
        urls = [self.database_url, *([proxy.get_secret_value()] if proxy else [])]
        passwords = [str(make_url(url).password or "") for url in urls]
        token = self.settings.metrics_token
        passwords += [token.get_secret_value()] if token else []
        return (*(account.token.get_secret_value() for account in self.accounts.values()), *passwords)

    @cached_property
    def wards_of_accounts(self) -> dict[str, str]:
        """The code of the ward that each bot account serves. ConfigError when one serves none."""
        codes = list(self.offices)
        only = codes[0] if len(codes) == 1 else None
        wards = {name: account.ward or only for name, account in self.accounts.items()}
        if lost := [name for name, ward in wards.items() if ward not in codes]:
            raise ConfigError(
                f"BOT_ACCOUNTS: tài khoản {name}: ward cần một trong {', '.join(codes)}" for name in lost
            )
        return {name: str(ward) for name, ward in wards.items()}

    @cached_property
    def clock(self) -> Clock:
        """The computer's clock, or the one that BOT_NOW starts."""
        from bot.clock import StartedAt, SystemClock

        return StartedAt(self.settings.bot_now) if self.settings.bot_now else SystemClock()
