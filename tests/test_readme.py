"""README tells the truth: every setting and every command is in its tables."""

from __future__ import annotations

from pathlib import Path

from bot.__main__ import COMMANDS
from config.settings import Settings

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_table() -> None:
    settings = {
        name.upper() for name in Settings.model_fields if not name.endswith("_file") or name == "ward_file"
    }
    missing = {name for name in settings if f"| `{name}`" not in README}
    assert not missing


def test_every_command_is_in_the_table() -> None:
    missing = {name for name in COMMANDS if f"`{name}`" not in README}
    assert not missing


def test_every_document_it_names_exists() -> None:
    root = Path(__file__).parent.parent
    named = [part.split(")")[0] for part in README.split("](")[1:]]
    assert named
    assert not [name for name in named if not (root / name).exists()]
