"""What a substitute may do, and until when; what changes hands with a post, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.acting import Absence
from db.models import Audit, Extension, Figure, Handover, Item, Person
from db.session import Sessions
from db.ward_view import PersonView, WardView
from handlers import rights
from handlers.rights import LENT, RIGHTS
from tests.handlers.desk import Desk, moment, stage

ROLES = sorted(rights.EVERYBODY)
DAY = date(2026, 11, 17)
NOBODY = PersonView(1, "x", "Vi Văn X", "anh", None, None, frozenset(), frozenset())


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", sorted(RIGHTS))
def test_an_owners_and_a_deciders_rights_are_lent_and_nothing_more(role: str, action: str) -> None:
    lent = rights.may(replace(NOBODY, acting_as=frozenset({role})), action)
    assert lent == (action in LENT and role in RIGHTS[action])


def away(ward: WardView, **substitutes: str) -> WardView:
    """The ward on the day, with these people away and these others acting."""
    codes = {one.code: one.id for one in ward.people.values()}
    rows = [
        Absence(place, codes[who], codes[substitute], DAY, DAY)
        for place, (who, substitute) in enumerate(substitutes.items())
    ]
    return replace(ward, absences=tuple(rows)).on(DAY)


def codes(people: list[PersonView]) -> list[str]:
    return [one.code for one in people]


def test_nobody_decides_on_what_he_answers_for_in_somebodys_place(sqlite_sessions: Sessions) -> None:
    ward = Desk(sqlite_sessions).ward(moment("17/11/2026"))
    item = ward.items["CT07b"]  # Minh's, led by Nga
    assert codes(rights.deciders(ward, item)) == ["nga", "hung"]
    assert codes(rights.deciders(away(ward, nga="tuan"), item)) == ["tuan", "hung"]
    assert codes(rights.deciders(away(ward, nga="tuan", minh="tuan"), item)) == ["hung"]
    assert codes(rights.deciders(away(ward, nga="minh"), item)) == ["hung"]


def test_letters_go_on_to_the_head_and_the_clerk_when_nobody_acts(sqlite_sessions: Sessions) -> None:
    ward = away(Desk(sqlite_sessions).ward(moment("17/11/2026")), minh="tuan", tuan="minh")
    ids = {one.code: one.id for one in ward.people.values()}
    acting = ward.acting(ids["minh"])
    assert acting is not None
    assert acting.code == "huong"
    lost = ward.acting(ids["minh"], reachable={ids["lan"]})
    assert lost is not None
    assert lost.code == "lan"
    assert ward.substitute(ids["minh"]) is None


def test_who_is_told_in_the_place_of_somebody_away_may_answer(sqlite_sessions: Sessions) -> None:
    ward = Desk(sqlite_sessions).ward(moment("17/11/2026"))
    people = {one.code: one for one in ward.people.values()}
    item = replace(ward.items["CT07b"], unit_id=people["yen"].unit_id)  # Minh's, carried out by another unit
    alone = Absence(1, people["minh"].id, None, DAY, DAY)
    without = replace(ward, absences=(alone,)).on(DAY)
    assert without.acting(people["minh"].id) == people["huong"], "the head of his own unit is asked"
    assert rights.may_speak(without, people["huong"], item)
    assert not rights.may_speak(ward, people["huong"], item), "he is there"
    assert not rights.may_speak(without, people["tuan"], item), "no head"


def test_what_was_lent_ends_at_midnight(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Minh, Tuấn")
    played.say("Minh", "/nghi hôm nay nhờ anh Tuấn")
    played.clock.set(moment("16/11/2026", 23).replace(minute=59))
    assert "Đã ghi nhận (thay anh Minh)" in played.say("Tuấn", "bhxh 201")[0][1]
    played.clock.set(moment("17/11/2026", 0))
    assert "chưa được ghi" in played.say("Tuấn", "bhxh 202")[0][1]


def test_a_role_that_was_taken_away_is_lent_no_more(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Nga, Tuấn, Minh, Lan")
    played.say("Nga", "/nghi hôm nay nhờ anh Tuấn")
    played.say("Minh", "xin gia hạn CT07b đến 25/11 vì chờ BHXH")
    played.say("Lan", "/nguoithoi Nga")
    played.say("Lan", "1")
    assert "Đã ghi" not in played.say("Tuấn", "đồng ý")[0][1]


def test_open_work_goes_along_and_history_stays(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Minh, Tuấn, Nga")
    played.say("Minh", "bhxh 201")
    played.say("Minh", "xin gia hạn CT08a đến 25/11 vì chờ doanh nghiệp")
    played.say("Minh", "/bangiao cho anh Tuấn từ 17/11")
    played.say("Tuấn", "/bangiao đồng ý")
    for _ in range(2):
        played.clock.set(moment("17/11/2026", 0))
        played.app.tick()
    with sqlite_sessions() as session:
        people = {row.code: row.id for row in session.scalars(select(Person))}
        assert not session.scalars(select(Item).where(Item.owner_id == people["minh"])).all()
        assert session.scalars(select(Extension.asked_by_id)).one() == people["tuan"]
        given = session.scalars(select(Figure.person_id).where(Figure.inbox_id.is_not(None))).all()
        assert given == [people["minh"]]
        moved = session.scalars(select(Audit).where(Audit.action == "assign")).all()
        assert len(moved) == 10
        assert {(row.before, row.after) for row in moved} == {("minh", "tuan")}
        assert session.scalars(select(Handover.state)).one() == "done"
