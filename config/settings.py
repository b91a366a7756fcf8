"""The settings of an installation, from the environment and `.env`: database, tokens, addresses."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from dotenv import dotenv_values
from pydantic import SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.workdays import WARD_ZONE
from config.accounts import Account, check_token, read_accounts
from config.errors import ConfigError

ROOT = Path(__file__).resolve().parent.parent
DOTENV = ROOT / ".env"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class Settings(BaseSettings):
    """One field for each setting: its name in capitals is the variable.

    A secret may stand in a file of its own, which NAME_FILE names. Relative paths start at `ROOT`.
    """

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
        validate_default=False,
    )
    SECRETS: ClassVar = ("database_url", "telegram_token", "telegram_proxy", "bot_accounts", "metrics_token")

    database_url: SecretStr = SecretStr(f"sqlite:///{ROOT / 'data' / 'giaoban.db'}")
    database_url_file: Path | None = None
    telegram_token: SecretStr | None = None
    telegram_token_file: Path | None = None
    telegram_api_base: str = "https://api.telegram.org"
    telegram_proxy: SecretStr | None = None
    telegram_proxy_file: Path | None = None
    engine: str = "local"
    port: int | None = None
    webhook_url: str | None = None
    metrics_token: SecretStr | None = None
    metrics_token_file: Path | None = None
    ward_file: Path | None = None
    bot_accounts: SecretStr | None = None
    bot_accounts_file: Path | None = None
    backup_dir: Path | None = None
    backup_keep: str = "7 4 12"
    bot_now: datetime | None = None
    log_level: str = "INFO"

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The bot accounts: those of BOT_ACCOUNTS, or the one of TELEGRAM_TOKEN."""
        if self.bot_accounts:
            return read_accounts(self.bot_accounts.get_secret_value(), ROOT)
        if self.telegram_token:
            return (Account("telegram", "telegram", None, self.telegram_token),)
        return ()

    @property
    def kept_backups(self) -> tuple[int, int, int]:
        """How many days, weeks and months a backup is kept of."""
        days, weeks, months = map(int, self.backup_keep.split())
        return days, weeks, months

    @model_validator(mode="before")
    @classmethod
    def _open_secret_files(cls, values: dict[str, Any]) -> dict[str, Any]:
        opened = {}
        for name in cls.SECRETS:
            path = ROOT / values.get(f"{name}_file", "")
            if name not in values and path.is_file():
                opened[name] = path.read_text("utf-8-sig", errors="replace").strip()
        return values | opened

    @field_validator(*(f"{name}_file" for name in SECRETS))
    @classmethod
    def _secret_file(cls, value: Path) -> Path:
        path = ROOT / value
        if not path.is_file():
            raise ValueError(f"không có tệp {path}")
        return path

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: SecretStr) -> SecretStr:
        return SecretStr(database_address(value.get_secret_value()))

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        check_token(value.get_secret_value())
        return value

    @field_validator("telegram_api_base")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if not re.fullmatch(r"https?://\S+", value):
            raise ValueError("cần một địa chỉ bắt đầu bằng http:// hoặc https://")
        return value.rstrip("/")

    @field_validator("engine")
    @classmethod
    def _engine(cls, value: str, info: ValidationInfo) -> str:
        if value not in {"local", "procrastinate"}:
            raise ValueError("cần local hoặc procrastinate")
        database = info.data.get("database_url")
        if value == "procrastinate" and database and database.get_secret_value().startswith("sqlite"):
            raise ValueError("procrastinate cần PostgreSQL: đặt DATABASE_URL=postgresql://…")
        return value

    @field_validator("port", mode="before")
    @classmethod
    def _port(cls, value: object) -> object:
        if not re.fullmatch(r"\d{1,5}", str(value)) or not 0 < int(str(value)) < 65536:
            raise ValueError("cần một số từ 1 đến 65535")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _public_address(cls, value: str, info: ValidationInfo) -> str:
        if not re.fullmatch(r"https://\S+", value):
            raise ValueError("cần một địa chỉ bắt đầu bằng https://, là địa chỉ mà Telegram gọi tới")
        if not info.data.get("port"):
            raise ValueError("cần đặt cả PORT: cổng mà trợ lý nghe trên máy này")
        return value.rstrip("/")

    @field_validator("metrics_token")
    @classmethod
    def _metrics(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9._~+/=-]{16,200}", value.get_secret_value()):
            raise ValueError("cần từ 16 chữ, số không dấu, ví dụ do lệnh này tạo: openssl rand -hex 16")
        return value

    @field_validator("telegram_proxy")
    @classmethod
    def _proxy(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"(https?|socks5h?)://\S+", value.get_secret_value()):
            raise ValueError("cần một địa chỉ như http://máy:cổng hoặc socks5://máy:cổng")
        return value

    @field_validator("ward_file")
    @classmethod
    def _ward_file(cls, value: Path) -> Path:
        path = ROOT / value
        if not path.exists():
            raise ValueError(f"không có tệp {path}; chép từ config/ward.example.toml rồi sửa")
        return path

    @field_validator("backup_dir")
    @classmethod
    def _backup_dir(cls, value: Path) -> Path:
        return ROOT / value

    @field_validator("backup_keep")
    @classmethod
    def _backup_keep(cls, value: str) -> str:
        if not re.fullmatch(r"\s*\d{1,3}(\s+\d{1,3}){2}\s*", value):
            raise ValueError('cần ba số: mấy ngày, mấy tuần, mấy tháng, ví dụ "7 4 12"')
        return value

    @field_validator("bot_accounts")
    @classmethod
    def _accounts(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        if info.data.get("telegram_token"):
            raise ValueError("chỉ đặt một trong hai: BOT_ACCOUNTS hoặc TELEGRAM_TOKEN")
        read_accounts(value.get_secret_value(), ROOT)
        return value

    @field_validator("bot_now", mode="before")
    @classmethod
    def _moment(cls, value: object) -> datetime:
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            raise ValueError("cần thời điểm dạng 2026-11-16T07:30") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=WARD_ZONE)

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in LEVELS:
            raise ValueError(f"cần một trong {', '.join(LEVELS)}")
        return value.upper()


def database_address(said: str) -> str:
    """The one spelling of a database's address; a relative SQLite path starts at `ROOT`. Raise ValueError."""
    scheme, separator, rest = said.partition("://")
    kind = scheme.partition("+")[0]
    if not separator or kind not in {"sqlite", "postgresql", "postgres"}:
        raise ValueError("cần dạng sqlite:///đường/dẫn.db hoặc postgresql://người:mật_khẩu@máy/tên")
    if kind != "sqlite":
        return f"postgresql://{rest}"
    path = rest.removeprefix("/")
    return f"sqlite:///{ROOT / path}" if path not in {"", ":memory:"} else said


def load_settings(dotenv: Path = DOTENV) -> Settings:
    """The settings in force; the environment wins over `.env`. ConfigError holds everything that is wrong."""
    try:
        return Settings(_env_file=dotenv)  # type: ignore[call-arg]
    except ValidationError as error:
        raise ConfigError(_problem(detail) for detail in error.errors(include_input=False)) from None
    except (OSError, UnicodeError) as error:
        raise ConfigError([f"{dotenv}: không đọc được ({error.__class__.__name__})"]) from None


def unknown_names(dotenv: Path = DOTENV) -> list[str]:
    """The names in `.env` that are no setting: most often a typing mistake."""
    return [
        name
        for name in dotenv_values(dotenv, encoding="utf-8-sig")
        if name.lower() not in Settings.model_fields
    ]


def _problem(detail: Any) -> str:
    name = "_".join(str(part) for part in detail["loc"]).upper()
    return f"{name}: {detail.get('ctx', {}).get('error', detail['msg'])}"
