"""Every dialogue happens as it is written, message by message; what is not written is not said."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.session import Sessions
from tests.driver import Stage, matches, parse, play

DIALOGUES = sorted(
    path for path in (Path(__file__).parent / "dialogues").rglob("*.txt") if path.parent.name != "cau-hoi"
)
"""Those of the doubts are played by tests.test_doubt_dialogues."""


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


@pytest.mark.parametrize(
    ("expected", "said", "same"),
    [
        ("Rõ.", "Rõ.", True),
        ("Rõ.", "Rõ. Cảm ơn.", False),
        ("Rõ…", "Rõ. Cảm ơn.", True),
        ("…ơn.", "Rõ. Cảm ơn.", True),
        ("Mã: … (dùng một lần, … ngày)", "Mã: ABCD 2345 (dùng một lần, 14 ngày)", True),
        ("Mã: … (dùng một lần, … ngày)", "Mã: ABCD 2345 (dùng hai lần, 14 ngày)", False),
        ("a…a", "a", False),
        ("… " * 40 + "x", "y " * 4000, False),
    ],
)
def test_an_ellipsis_stands_for_anything_and_costs_nothing(expected: str, said: str, same: bool) -> None:
    assert matches(expected, said) == same
