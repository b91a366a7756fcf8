"""Files that people send: fetched once, kept under their hash, asked for again, and never lost in silence."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import filing
from bot.commands.sample_ward import ACCOUNT
from db.models import Evidence
from db.session import Sessions
from tests.driver import Stage
from tests.handlers.desk import stage

CONTENT = b"a picture of the street"


@pytest.fixture
def played(sessions: Sessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Sơn has sent a photo of his task twice; the platform has not given them yet."""
    monkeypatch.setattr(Stage, "_fetch", lambda _self: None)
    found = stage(sessions, tmp_path, people="Sơn, Dũng")
    found.say("Sơn", "[ảnh] nv-007 xong")
    found.say("Sơn", "[ảnh]")
    return found


def rows(played: Stage) -> list[Evidence]:
    with played.sessions() as session:
        return list(session.scalars(select(Evidence).order_by(Evidence.id)))


def test_the_same_file_is_kept_once_and_said_at_the_last(played: Stage) -> None:
    first, second = filing.wanted(played.app, ACCOUNT)
    filing.keep(played.app, first[0], CONTENT)
    assert played.spoken() == [], "the other one is still on its way"
    filing.keep(played.app, second[0], CONTENT)
    ((who, said),) = played.spoken()
    assert (who, "đã có ở NV-007" in said, "01 ảnh" in said) == ("Sơn", True, True)
    assert [row.state for row in rows(played)] == ["kept", "again"]
    [path] = [one for one in played.app.files.rglob("*") if one.is_file()]
    assert (path.name, path.read_bytes()) == (hashlib.sha256(CONTENT).hexdigest(), CONTENT)


def test_what_two_processes_fetch_is_told_once(played: Stage) -> None:
    for number, _name in filing.wanted(played.app, ACCOUNT):
        filing.keep(played.app, number, str(number).encode())
        filing.keep(played.app, number, str(number).encode())
        filing.not_fetched(played.app, number, gone=True)
    assert sorted(who for who, _text in played.spoken()) == ["Dũng", "Sơn"]
    assert {row.state for row in rows(played)} == {"kept"}


def test_what_cannot_be_had_is_asked_for_again_then_told(played: Stage) -> None:
    said = []
    for _try in range(len(filing.PAUSES) + 1):
        for number, _name in filing.wanted(played.app, ACCOUNT)[:1]:
            filing.not_fetched(played.app, number, gone=False)
        said += [text for _who, text in played.spoken()]
        played.clock.set(played.clock.now() + timedelta(hours=11))
    assert next(row.state for row in rows(played)) == "lost"
    assert "tiếp tục thử" in said[0]
    assert "gửi lại" in said[-1]


def test_what_comes_after_the_letter_is_shown_to_who_decides(played: Stage) -> None:
    played.clock.set(played.clock.now() + timedelta(minutes=5))
    played.say("Sơn", "[ảnh]")
    for number, _name in filing.wanted(played.app, ACCOUNT):
        filing.keep(played.app, number, str(number).encode())
    told = dict(played.spoken())
    assert "03 ảnh" in told["Sơn"]
    assert "chờ xác nhận" in told["Dũng"]


def test_a_file_marked_secret_is_never_fetched(played: Stage) -> None:
    played.say("Sơn", "[tệp Công văn MẬT 12.pdf] nv-007 xong")
    assert len(rows(played)) == 2
