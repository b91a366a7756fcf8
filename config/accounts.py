"""The list of bot accounts: which bot speaks for which ward, on which channel."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

CHANNELS = ("telegram",)
_KEYS = {"name", "channel", "ward", "token", "token_file"}


@dataclass(frozen=True, slots=True)
class Account:
    """One bot account. `ward` is a ward's code; None stands for the only ward of the installation."""

    name: str
    channel: str
    ward: str | None
    token: SecretStr


def check_token(token: str) -> None:
    """Raise ValueError when this cannot be a bot's token; the token itself is not repeated."""
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
        raise ValueError("không phải mã của bot; mã do @BotFather cấp có dạng 123456789:AbC…")


def read_accounts(text: str, folder: Path) -> tuple[Account, ...]:
    """The accounts that `text` lists: JSON (a list of objects) or TOML (tables [[account]]).

    `folder` is where a relative `token_file` starts. Raise ValueError with all problems, parted by "; ".
    """
    rows = _rows(text)
    accounts, problems = [], list(_repeated(rows))
    for number, row in enumerate(rows, 1):
        try:
            accounts.append(_account(row, folder))
        except ValueError as error:
            problems.append(f"mục {number}: {error}")
    if problems:
        raise ValueError("; ".join(problems))
    return tuple(accounts)


def _rows(text: str) -> list[Any]:
    try:
        is_json = re.match(r"\s*\[\s*[{\]]", text)
        rows = json.loads(text) if is_json else tomllib.loads(text).get("account")
    except ValueError:  # of which both parsers raise a kind
        rows = None
    if not isinstance(rows, list) or not rows:
        raise ValueError(
            "cần danh sách JSON hoặc TOML với các mục [[account]] (đường dẫn tệp thì đặt ở BOT_ACCOUNTS_FILE)"
        )
    return rows


def _repeated(rows: list[Any]) -> Iterator[str]:
    names = [row.get("name") for row in rows if isinstance(row, dict)]
    for name in sorted({str(name) for name in names if names.count(name) > 1}):
        yield f"tên {name} dùng hai lần"


def _account(row: Any, folder: Path) -> Account:
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise ValueError(f"cần các khóa {', '.join(sorted(_KEYS))}, giá trị là chữ")
    if unknown := sorted(row.keys() - _KEYS):
        raise ValueError(f"không có khóa {', '.join(unknown)}")
    channel = row.get("channel", "telegram")
    if channel not in CHANNELS:
        raise ValueError(f"channel cần là {', '.join(CHANNELS)}")
    if not re.fullmatch(r"[a-z0-9_-]{1,60}", row.get("name", "")):
        raise ValueError("name cần 1–60 chữ thường không dấu, số, gạch nối")
    token = _token(row, folder)
    check_token(token)
    return Account(row["name"], channel, row.get("ward"), SecretStr(token))


def _token(row: dict[str, str], folder: Path) -> str:
    if ("token" in row) == ("token_file" in row):
        raise ValueError("cần đúng một trong hai: token hoặc token_file")
    if "token" in row:
        return row["token"]
    path = folder / row["token_file"]
    if not path.is_file():
        raise ValueError(f"không có tệp {path}")
    return path.read_text("utf-8-sig", errors="replace").strip()
