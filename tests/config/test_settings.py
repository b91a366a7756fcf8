"""Settings come from the environment, `.env` and secret files; whatever is wrong is told at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.domain.workdays import WARD_ZONE
from config.errors import ConfigError
from config.settings import ROOT, Settings, load_settings, unknown_names

TOKEN = "123456:secret-Token_1"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def settings(tmp_path: Path, dotenv: str = "") -> Settings:
    path = tmp_path / ".env"
    path.write_text(dotenv, encoding="utf-8")
    return load_settings(path)


def problems(tmp_path: Path, dotenv: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as error:
        settings(tmp_path, dotenv)
    return error.value.problems


def secret(value: SecretStr | None) -> str | None:
    return value.get_secret_value() if value else None


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    found = settings(tmp_path)
    assert secret(found.database_url) == f"sqlite:///{ROOT}/data/giaoban.db"
    assert found.accounts == ()
    assert found.bot_now is None


def test_an_empty_variable_is_as_good_as_none(tmp_path: Path) -> None:
    assert settings(tmp_path, "TELEGRAM_TOKEN=\nBOT_NOW=\nLOG_LEVEL=\n").log_level == "INFO"


def test_the_sample_file_can_be_used_as_it_is(tmp_path: Path) -> None:
    sample = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert settings(tmp_path, sample) == settings(tmp_path)
    assert unknown_names(ROOT / ".env.example") == []


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "debug")
    assert settings(tmp_path, "LOG_LEVEL=ERROR").log_level == "DEBUG"


def test_one_token_is_one_account(tmp_path: Path) -> None:
    (account,) = settings(tmp_path, f"TELEGRAM_TOKEN={TOKEN}").accounts
    assert (account.name, account.channel, account.ward) == ("telegram", "telegram", None)
    assert account.token.get_secret_value() == TOKEN


@pytest.mark.parametrize("name", Settings.SECRETS)
def test_every_secret_may_stand_in_a_file(tmp_path: Path, name: str) -> None:
    values = {
        "database_url": "postgresql://a:b@db.example/giaoban",
        "telegram_token": TOKEN,
        "telegram_proxy": "socks5://u:p@proxy.example:1080",
        "metrics_token": "0123456789abcdef",
        "bot_accounts": f'[[account]]\nname = "a"\ntoken = "{TOKEN}"',
    }
    file = tmp_path / "bí mật"
    file.write_text(values[name] + "\n", encoding="utf-8")
    found = settings(tmp_path, f"{name.upper()}_FILE='{file}'")
    assert secret(getattr(found, name)) == values[name]


def test_secrets_do_not_show(tmp_path: Path) -> None:
    found = settings(tmp_path, f"TELEGRAM_TOKEN={TOKEN}\nDATABASE_URL=postgresql://a:pass-word@h/d")
    shown = f"{found!r} {found} {found.accounts!r} {found.model_dump()}"
    assert TOKEN not in shown
    assert "pass-word" not in shown


def test_all_problems_are_told_at_once_and_no_secret_with_them(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        "DATABASE_URL=mysql://root:pass-word@h/d\nTELEGRAM_TOKEN=abc-not-a-token\nTELEGRAM_API_BASE=telegram\n"
        "TELEGRAM_PROXY=proxy:80\nWARD_FILE=/nowhere/ward.toml\nBOT_ACCOUNTS_FILE=/nowhere/accounts.toml\n"
        "BOT_NOW=sáng mai\nLOG_LEVEL=LOUD\n",
    )
    assert [line.partition(":")[0] for line in found] == [
        "DATABASE_URL",
        "TELEGRAM_TOKEN",
        "TELEGRAM_API_BASE",
        "TELEGRAM_PROXY",
        "WARD_FILE",
        "BOT_ACCOUNTS_FILE",
        "BOT_NOW",
        "LOG_LEVEL",
    ]
    assert "pass-word" not in str(found)
    assert "abc-not-a-token" not in str(found)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("sqlite:///data/x.db", f"sqlite:///{ROOT}/data/x.db"),
        ("sqlite:////var/lib/x.db", "sqlite:////var/lib/x.db"),
        ("sqlite://", "sqlite://"),
        ("postgres://a@h/d", "postgresql://a@h/d"),
        ("postgresql+asyncpg://a@h/d", "postgresql://a@h/d"),
    ],
)
def test_a_database_address_has_one_form(tmp_path: Path, said: str, meant: str) -> None:
    assert secret(settings(tmp_path, f"DATABASE_URL={said}").database_url) == meant


def test_a_demonstration_clock_is_read_in_the_wards_time_zone(tmp_path: Path) -> None:
    found = settings(tmp_path, "BOT_NOW=2026-11-16T07:30")
    assert found.bot_now == datetime(2026, 11, 16, 7, 30, tzinfo=WARD_ZONE)


def test_accounts_are_read_from_json_or_toml(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN)
    json = f'BOT_ACCOUNTS=[{{"name": "a", "ward": "tan-an", "token_file": "{tmp_path}/token"}}]'
    toml = tmp_path / "accounts.toml"
    toml.write_text(f'[[account]]\nname = "a"\nward = "tan-an"\ntoken = "{TOKEN}"\n')
    assert settings(tmp_path, json).accounts == settings(tmp_path, f"BOT_ACCOUNTS_FILE={toml}").accounts


@pytest.mark.parametrize(
    ("accounts", "problem"),
    [
        ("accounts.toml", "BOT_ACCOUNTS_FILE"),
        ("[]", "cần danh sách"),
        ('[{"name": "A b", "token": "1:a"}]', "name cần"),
        ('[{"name": "a", "token": "x"}]', "không phải mã của bot"),
        ('[{"name": "a"}]', "đúng một trong hai"),
        ('[{"name": "a", "token": "1:a", "chanel": "telegram"}]', "không có khóa chanel"),
        ('[{"name": "a", "token": "1:a", "channel": "fax"}]', "channel cần là"),
        ('[{"name": "a", "token": "1:a"}, {"name": "a", "token": "1:b"}]', "tên a dùng hai lần"),
        ('[{"name": "a", "token_file": "/nowhere"}]', "không có tệp /nowhere"),
    ],
)
def test_a_wrong_list_of_accounts_is_explained(tmp_path: Path, accounts: str, problem: str) -> None:
    (line,) = problems(tmp_path, f"BOT_ACCOUNTS={accounts}")
    assert line.startswith("BOT_ACCOUNTS: ")
    assert problem in line


def test_accounts_and_a_single_token_exclude_each_other(tmp_path: Path) -> None:
    (line,) = problems(tmp_path, f'TELEGRAM_TOKEN={TOKEN}\nBOT_ACCOUNTS=[{{"name": "a", "token": "1:a"}}]')
    assert "một trong hai" in line


def test_a_mistyped_name_in_the_file_is_noticed(tmp_path: Path) -> None:
    settings(tmp_path, "TELEGRAM_TOKE=1:a\nLOG_LEVEL=INFO")
    assert unknown_names(tmp_path / ".env") == ["TELEGRAM_TOKE"]


def test_how_many_backups_stay_is_three_numbers(tmp_path: Path) -> None:
    assert settings(tmp_path).kept_backups == (7, 4, 12)
    assert settings(tmp_path, "BACKUP_KEEP='30 0 24'").kept_backups == (30, 0, 24)
    for said in ("7", "7,4,12", "7 4 x", "-1 4 12"):
        assert any("BACKUP_KEEP" in problem for problem in problems(tmp_path, f"BACKUP_KEEP='{said}'"))
