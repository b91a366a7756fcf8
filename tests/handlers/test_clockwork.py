"""What a tick decides: nobody is told what cannot reach him, and an idle tick asks nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.message import Address
from bot.lost_chats import lose_chat
from db.models import Chat, Person, Reminder
from db.session import Sessions
from handlers import clockwork
from handlers.situation import summary
from tests.driver import Stage
from tests.handlers.desk import moment, stage


@pytest.fixture
def office_at_noon(sqlite_sessions: Sessions, tmp_path: Path) -> Stage:
    """Friday 13/11/2026 at noon; the figures of November are asked for from Monday on."""
    return stage(sqlite_sessions, tmp_path, "Minh", "13/11/2026")


def digests(played: Stage, moment_said: str) -> list[str]:
    return [who for who, _text in played.move_to(moment_said)]


def asked_of(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[object]]:
    """Each time that the clock looks for what people are owed."""
    looks: list[Sequence[object]] = []
    look = clockwork._digests

    def counted(*given: Any) -> Any:
        looks.append(given)
        return look(*given)

    monkeypatch.setattr(clockwork, "_digests", counted)
    return looks


def test_who_cannot_be_reached_gets_the_digest_when_he_is_back(office_at_noon: Stage) -> None:
    played = office_at_noon
    played.move_to("13/11/2026 12:00")
    lose_chat(played.app, Address("sample", "console", "minh"), "blocked")
    assert digests(played, "16/11/2026 09:00") == []
    played.clock.set(moment("16/11/2026", 9) + timedelta(minutes=30))
    played.say("Minh", "viec")
    assert digests(played, "16/11/2026 09:45") == ["Minh"]


def test_who_is_not_linked_yet_is_not_noted_as_told(office_at_noon: Stage) -> None:
    played = office_at_noon
    played.move_to("16/11/2026 07:30")
    with played.sessions() as session:
        linked = {f"person:{chat.person_id}" for chat in session.scalars(select(Chat))}
        told = set(session.scalars(select(Reminder.recipient).where(Reminder.kind == "digest")))
    assert told == linked


def test_an_idle_tick_does_not_look_again(office_at_noon: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    played = office_at_noon
    played.move_to("16/11/2026 08:00")
    played.app.tick()
    looks = asked_of(monkeypatch)
    for minutes in range(1, 30):
        played.clock.set(moment("16/11/2026", 8) + timedelta(minutes=minutes))
        played.app.tick()
    assert not looks


def test_an_obstacle_makes_the_clock_look_again(
    office_at_noon: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = office_at_noon
    played.move_to("16/11/2026 08:00")
    played.app.tick()
    played.say("Minh", "NV-020 vướng: chưa có văn bản hướng dẫn")
    looks = asked_of(monkeypatch)
    played.app.tick()
    assert looks


def test_summaries_go_to_whom_the_ward_says(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, "Hùng, Lan", "20/11/2026")
    office = played.app.offices["ngo-quyen"]
    rules = replace(office.rules, summary_to=("chair",))
    played.app.offices.update({"ngo-quyen": replace(office, rules=rules)})  # type: ignore[attr-defined]
    played.move_to("20/11/2026 16:01")
    with played.sessions() as session:
        told = session.scalars(select(Reminder.recipient).where(Reminder.kind == "summary")).all()
        chair = session.scalars(select(Person.id).where(Person.code == "hung")).one()
    assert told == [f"person:{chair}"]


def test_a_week_is_summed_up_once_for_all_who_are_told(
    sqlite_sessions: Sessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = stage(sqlite_sessions, tmp_path, "Hùng, Nga, Lan", "13/11/2026")
    looks: list[str] = []
    look = summary.ended

    def counted(*given: Any) -> Any:
        looks.append(given[-1])
        return look(*given)

    monkeypatch.setattr(summary, "ended", counted)
    told = [who for who, text in played.move_to("13/11/2026 16:00") if "tổng hợp tuần 46" in text]
    assert sorted(told) == ["Hùng", "Lan", "Nga"]
    assert looks == ["2026-W46"]


def test_what_goes_wrong_for_one_keeps_nobody_else_from_the_summary(
    sqlite_sessions: Sessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = stage(sqlite_sessions, tmp_path, "Hùng, Nga, Lan", "13/11/2026")
    with sqlite_sessions() as session:
        broken = session.scalars(select(Person.id).where(Person.code == "nga")).one()
    tell = summary.periodic

    def told(*given: Any) -> Any:
        if given[-2] == f"person:{broken}":
            raise RuntimeError("nothing to say")
        return tell(*given)

    monkeypatch.setattr(summary, "periodic", told)
    heard = [who for who, text in played.move_to("13/11/2026 16:00") if "tổng hợp tuần 46" in text]
    assert sorted(heard) == ["Hùng", "Lan"]
    monkeypatch.setattr(summary, "periodic", tell)
    assert [who for who, _text in played.move_to("13/11/2026 16:01")] == ["Nga"]
