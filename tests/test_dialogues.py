"""Every dialogue happens as it is written, message by message; what is not written is not said."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.session import Sessions
from tests.driver import Stage, parse, play

DIALOGUES = sorted((Path(__file__).parent / "dialogues").rglob("*.txt"))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: str(path.stem))
def test_the_dialogue_happens_as_written(path: Path, sqlite_sessions: Sessions, tmp_path: Path) -> None:
    dialogue = parse(path.read_text(encoding="utf-8"))
    wrong = play(dialogue, Stage(sqlite_sessions, dialogue, tmp_path))
    assert not wrong, "\n".join(wrong)


def test_a_dialogue_notices_what_is_not_written(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    dialogue = parse("@ người: Minh\n[16/11/2026 10:00]\nMinh > viec\n")
    wrong = play(dialogue, Stage(sqlite_sessions, dialogue, tmp_path))
    assert any("not written: Minh < " in line for line in wrong)


def test_a_dialogue_notices_silence_where_words_are_written(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    dialogue = parse("@ người: Minh\n[14/11/2026 10:00]\nMinh < [Hạn …\n")
    wrong = play(dialogue, Stage(sqlite_sessions, dialogue, tmp_path))
    assert any("silence instead of" in line for line in wrong)
