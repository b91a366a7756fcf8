"""Every doubt has its dialogue: the question, answered by number, by button, in words, and not at all."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from sqlalchemy import select

from bot.domain.reading.model import Reason
from bot.domain.workdays import local
from db.models import Question
from db.session import Sessions
from handlers.extensions import extend
from handlers.reporting import asking
from handlers.texts.reporting.choices import OF_DAY
from tests.driver import Stage, parse, play

FOLDER = Path(__file__).parent / "dialogues" / "cau-hoi"
ELSEWHERE = {
    "other_unit": "asked where units report their shares",
    "done_or_noted": "asked about tasks",
    "deadline_unknown": "what has no deadline needs no more time: said at once, nothing is asked",
}
"""Doubts that are played elsewhere, or never asked in a chat."""
DIALOGUES = {
    parse(path.read_text(encoding="utf-8")).directives["câu hỏi"]: path
    for path in sorted(FOLDER.glob("*.txt"))
}
_NUMBER = re.compile(r"\d{1,2}")


class Witness(Stage):
    """A stage that notes how each question about one doubt was answered."""

    reason: str
    ways: set[str]
    offered: bool

    def watch(self, reason: str) -> None:
        self.reason, self.ways, self.offered = reason, set(), False

    def say(self, who: str, text: str) -> list[tuple[str, str]]:
        before = {row.id for row in self._asked() if row.closed_at is None}
        said = super().say(who, text)
        closed = {row.id for row in self._asked() if row.closed_at is not None}
        if before & closed:
            button = text.startswith("[bấm]")
            self.ways.add("button" if button else "number" if _NUMBER.fullmatch(text) else "words")
        return said

    def move_to(self, moment: str) -> list[tuple[str, str]]:
        said = super().move_to(moment)
        today: date = local(self.clock.now()).date()
        if any(row.answer is None and local(row.asked_at).date() < today for row in self._asked()):
            self.ways.add("not at all")
        return said

    def _asked(self) -> list[Question]:
        with self.sessions() as session:
            rows = session.scalars(select(Question)).all()
        found = [row for row in rows if _is_about(row, self.reason)]
        self.offered = self.offered or any(row.choices for row in found)
        return found


def _is_about(row: Question, reason: str) -> bool:
    """A day that is doubtful is asked for by what asks for more time."""
    if reason in OF_DAY:
        return row.kind == extend.KIND and row.payload["need"] == "day"
    return row.kind == asking.KIND and row.payload["reason"] == reason


@pytest.mark.parametrize("reason", [reason for reason in get_args(Reason) if reason not in ELSEWHERE])
def test_a_doubt_is_asked_and_answered_in_every_way(
    reason: str, sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    assert reason in DIALOGUES, f"no dialogue in {FOLDER.name} plays {reason}"
    dialogue = parse(DIALOGUES[reason].read_text(encoding="utf-8"))
    stage = Witness(sqlite_sessions, dialogue, tmp_path)
    stage.watch(reason)
    wrong = play(dialogue, stage)
    assert not wrong, "\n".join(wrong)
    # Where there is nothing to choose from, the answer is always typed.
    ways = {"words", "not at all"} | ({"number", "button"} if stage.offered else set())
    assert stage.ways >= ways, f"{reason} is not answered by {sorted(ways - stage.ways)}"


def test_every_dialogue_is_about_a_doubt_that_exists() -> None:
    assert set(DIALOGUES) <= set(get_args(Reason))
