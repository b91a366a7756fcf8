"""An installation of its own for each test: settings, a SQLite file, three people, a clock that is set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.clock import SetClock
from bot.commands.installation import Installation
from config.settings import Settings
from db import schema
from db.models import Person, Role, Unit, Ward
from tests.wards import migrate

Say = Callable[..., Installation]
WARD = 'code = "tan-an"\nname = "Phường Tân An"\n'


@pytest.fixture
def make_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: SetClock) -> Iterator[Say]:
    """Makes an installation whose `.env` says what is given."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    (tmp_path / "ward.toml").write_text(WARD, encoding="utf-8")
    made: list[Installation] = []

    def make(**settings: str) -> Installation:
        said = {
            "DATABASE_URL": f"sqlite:///{tmp_path}/giaoban.db",
            "WARD_FILE": f"{tmp_path}/ward.toml",
        } | settings
        (tmp_path / ".env").write_text("".join(f"{name}='{value}'\n" for name, value in said.items()))
        installation = Installation(tmp_path)
        installation.clock = clock
        made.append(installation)
        return installation

    yield make
    for installation in made:
        if "engine" in vars(installation):
            installation.engine.dispose()


@pytest.fixture
def installation(make_installation: Say) -> Installation:
    """No bot account, an empty database."""
    return make_installation()


def add_people(installation: Installation) -> Ward:
    """A ward with a unit, the official Minh in it, the clerk Lan and the chair Hùng."""
    if schema.current(installation.engine) is None:
        migrate(installation.engine)
    with installation.sessions.begin() as session:
        ward = Ward(code="tan-an", name="Phường Tân An")
        session.add(ward)
        session.flush()
        unit = Unit(ward_id=ward.id, code="kt", name="Phòng Kinh tế")
        session.add(unit)
        session.flush()
        for code, name, role in [
            ("minh", "Trần Văn Minh", "official"),
            ("lan", "Nguyễn Thị Lan", "clerk"),
            ("hung", "Lê Hùng", "chair"),
        ]:
            unit_id = unit.id if code == "minh" else None
            session.add(
                Person(ward_id=ward.id, code=code, name=name, unit_id=unit_id, roles=[Role(name=role)])
            )
    return ward
